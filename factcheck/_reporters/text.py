"""The report for people, in pytest's manner: progress, a block a failure, discrepancies, a summary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from factcheck import __version__
from factcheck._reporters.blocks import at_length, in_short
from factcheck._reporters.page import Page
from factcheck._reporters.summary import COLORS, LETTERS, problem_line, summary_line
from factcheck._terminal import escape, guard, paint, text_width
from factcheck.model import Claim, Outcome, Report, Result
from factcheck.reporting import Style

name = "text"

HONESTY = "Supported: the figures, dates and quotations agree with the sources, no more."
_PERCENT = 7  # columns of " [100%]"
_FEWEST = 10  # results that must fit beside a path, else they start a line of their own
# What is shown of which outcomes: the heading, how, and from which verbosity on.
_SECTIONS = (
    ("FAILURES", (Outcome.FAILED, Outcome.XPASSED, Outcome.ERROR), at_length, -1),
    ("WARNINGS", (Outcome.WARNED,), at_length, -1),
    ("EXPECTED FAILURES", (Outcome.XFAILED,), in_short, 0),
    ("PASSES", (Outcome.PASSED,), in_short, 2),
)


def render(report: Report, style: Style) -> Iterator[str]:
    """Yield the lines of the report."""
    return map(guard, _lines(report, style))


def collected(report: Report, style: Style) -> Iterator[str]:
    """Yield the claims that would be checked, one a line, and the errors met."""
    yield from (guard(_node(result.claim)) for result in report.results)
    yield from map(guard, _problems(report, style))
    if style.verbosity >= 0:
        if report.results:
            yield ""
        yield f"{_count(len(report.results), 'claim')} collected" + (
            f", {report.deselected} deselected" if report.deselected else ""
        )


def _lines(report: Report, style: Style) -> Iterator[str]:
    if style.verbosity >= 0:
        yield from _header(report, style)
    if style.verbosity > 0:
        yield from _listing(report, style)
    elif style.verbosity > -2:
        yield from _progress(report.results, style)
    page = Page.of(report, style)
    for title, outcomes, show, least in _SECTIONS:
        results = [result for result in report.results if result.outcome in outcomes and result.findings]
        if style.verbosity < least or not results:
            continue
        yield from _heading(title, style)
        for index, result in enumerate(results):
            yield from [""] if index else []
            yield from show(result, page)
    yield from _problems(report, style)
    if style.verbosity > 0:
        yield from ("", HONESTY)
    if style.verbosity > -2:
        yield ""
    yield summary_line(report, style)


def _header(report: Report, style: Style) -> Iterator[str]:
    checks = ", ".join(map(escape, report.checks)) or "none"
    yield f"{paint(f'factcheck {__version__}', 'bold', color=style.color)} -- checks: {checks}"
    yield from map(escape, style.header)
    yield (
        f"{_count(len(report.results), 'claim')} against {_count(len(report.sources), 'source')}"
        + (f" ({report.deselected} deselected)" if report.deselected else "")
    )
    if report.results:
        yield ""


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _progress(results: Sequence[Result], style: Style) -> Iterator[str]:
    """Yield a letter for each claim, after the path of its file."""
    done, room = 0, style.width - _PERCENT
    for path, group in groupby(results, key=lambda result: result.claim.place.path):
        head = f"{escape(path)} " if style.verbosity >= 0 else ""
        if text_width(head) + _FEWEST > room:
            yield head.rstrip()
            head = ""
        outcomes = [result.outcome for result in group]
        while outcomes:
            free = room - text_width(head)
            row, outcomes = outcomes[:free], outcomes[free:]
            done += len(row)
            padding = " " * (free - len(row))
            yield f"{head}{_letters(row, style)}{padding} [{done * 100 // len(results):3}%]"
            head = ""


def _letters(outcomes: Iterable[Outcome], style: Style) -> str:
    return "".join(
        paint(LETTERS[outcome] * len(list(group)), COLORS[outcome], color=style.color)
        for outcome, group in groupby(outcomes)
    )


def _listing(report: Report, style: Style) -> Iterator[str]:
    for result in report.results:
        word = paint(result.outcome.value.upper(), COLORS[result.outcome], color=style.color)
        plain = result.outcome is Outcome.PASSED
        yield f"{_node(result.claim)} {word}" + ("" if plain else f" ({result.verdict})")


def _node(claim: Claim) -> str:
    return f"{escape(claim.place.path)}::{escape(claim.id)}"


def _heading(title: str, style: Style) -> Iterator[str]:
    yield ""
    yield paint(f" {title} ".center(style.width, "="), "bold", color=style.color)


def _problems(report: Report, style: Style) -> Iterator[str]:
    if report.problems:
        yield from _heading("ERRORS", style)
    for problem in report.problems:
        yield paint(guard(problem_line(problem)), "red", color=style.color)
