"""The report for people, in pytest's manner: progress, a block a failure, discrepancies, a summary."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from factcheck import __version__, _parallel
from factcheck._reporters.blocks import at_length, in_a_line, in_short
from factcheck._reporters.page import Page
from factcheck._reporters.summary import (
    COLORS,
    LETTERS,
    coverage_line,
    problem_line,
    summary_line,
    unjudged,
)
from factcheck._terminal import clip, escape, guard, paint, text_width
from factcheck.model import Claim, Outcome, Report, Result, Verdict
from factcheck.reporting import Style

name = "text"

HONESTY = "Supported: the figures, dates and quotations agree with the sources, no more."
_SHORTEST = 30  # columns of a sentence, however narrow the terminal
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
        for index, (brief, group) in enumerate(groupby(results, key=lambda result: _is_brief(result, style))):
            yield from [""] if index else []
            for number, block in enumerate(_blocks(list(group), in_a_line if brief else show, page)):
                yield from [""] if number and not brief else []
                yield from block
    yield from _unjudged(report, page)
    yield from _unchecked(report, style)
    yield from _problems(report, style)
    if style.verbosity > 0:
        yield from ("", HONESTY)
    if style.verbosity > -2:
        yield ""
    if said := coverage_line(report):
        yield said
    yield summary_line(report, style)


def _blocks(
    results: Sequence[Result], show: Callable[[Result, Page], Iterator[str]], page: Page
) -> Iterator[list[str]]:
    """Yield the lines that show each result; many results are shared out between processes."""

    def work(part: range) -> list[list[str]]:
        return [list(show(results[at], page)) for at in part]

    jobs = page.style.jobs or _parallel.jobs(len(results))
    for blocks in _parallel.parts(range(len(results)), work, jobs):
        yield from blocks


def _is_brief(result: Result, style: Style) -> bool:
    """Say whether a line must do: a draft has many statements of which the sources say nothing."""
    unsaid = result.outcome is Outcome.WARNED and result.verdict is Verdict.NOT_ENOUGH_EVIDENCE
    return unsaid and result.claim.reading is not None and style.verbosity <= 0


def _unjudged(report: Report, page: Page) -> Iterator[str]:
    """Yield the mentions that no selected rule judges, so that none of them passes for one that agrees."""
    found = [(result.claim, finding) for result in report.results for finding in unjudged(result)]
    if page.style.verbosity < 1 or not found:
        return
    yield from _heading("NOT JUDGED", page.style)
    for claim, finding in found:
        words = f"“{escape(finding.mention.text)}” " if finding.mention else ""
        yield f"{page.words(claim, finding.mention).place}: {words}{escape(finding.message)}"


def _unchecked(report: Report, style: Style) -> Iterator[str]:
    """Yield the sentences nobody checked: their names, titles and superlatives are the editor's."""
    if style.verbosity < 1 or not report.unchecked:
        return
    yield from _heading("NOTHING CHECKABLE", style)
    for place in report.unchecked:
        words = " ".join(report.texts.get(place.path, "")[place.start : place.end].split())
        where = f"{escape(place.path)}:{place.line}:{place.column}"
        yield f"{where}: {clip(escape(words), max(_SHORTEST, style.width - text_width(where) - 2))}"


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
    if claim.reading is not None:  # whose id tells its place
        return escape(claim.id)
    return f"{escape(claim.place.path)}::{escape(claim.id)}"


def _heading(title: str, style: Style) -> Iterator[str]:
    yield ""
    yield paint(f" {title} ".center(style.width, "="), "bold", color=style.color)


def _problems(report: Report, style: Style) -> Iterator[str]:
    if report.notes and style.verbosity > -2:
        yield from _heading("NOTES", style)
        yield from (problem_line(note) for note in report.notes)
    if report.problems:
        yield from _heading("ERRORS", style)
    for problem in report.problems:
        yield paint(guard(problem_line(problem)), "red", color=style.color)
