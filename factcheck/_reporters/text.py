"""The report for people, in pytest's manner: progress, a block for each failure, the discrepancies, a summary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from factcheck import __version__
from factcheck._reporters.difference import Spans, differing
from factcheck._reporters.snippet import rows
from factcheck._reporters.summary import (
    COLORS,
    LETTERS,
    Lines,
    expectation,
    grievances,
    one_line,
    rule_label,
    span_in_file,
    summary_line,
    words_of,
)
from factcheck._terminal import clip, escape, guard, paint, text_width
from factcheck.model import (
    Claim,
    Evidence,
    Finding,
    Outcome,
    Problem,
    Report,
    Result,
    Severity,
    Stance,
    Verdict,
)
from factcheck.reporting import Style

name = "text"

HONESTY = (
    "supported: the figures, dates and quotations agree with the sources; no other word of a claim is checked"
)
_TONES = {Stance.SUPPORTS: "green", Stance.REFUTES: "red", Stance.CONTEXT: "cyan"}
_LABEL_ROOM = 10  # columns kept free for the word after an underline
_SHORT = 240  # characters beyond which an underlined passage is shown by its differing words only


def render(report: Report, style: Style) -> Iterator[str]:
    """Yield the lines of the report."""
    for line in _render(report, style):
        yield guard(line)


def collected(report: Report, style: Style) -> Iterator[str]:
    """Yield the claims that would be checked, one a line, and the errors met."""
    for result in report.results:
        yield guard(_node(result.claim))
    yield from _problems(report, style)
    if style.verbosity >= 0:
        if report.results:
            yield ""
        claims = "1 claim" if len(report.results) == 1 else f"{len(report.results)} claims"
        yield f"{claims} collected" + (f", {report.deselected} deselected" if report.deselected else "")


def _render(report: Report, style: Style) -> Iterator[str]:
    lines = Lines(report.texts)
    if style.verbosity >= 0:
        yield from _header(report, style)
    if style.verbosity > 0:
        yield from _listing(report, style)
    elif style.verbosity > -2 and report.results:
        yield from _progress(report.results, style)
    failures = [result for result in report.results if result.outcome in (Outcome.FAILED, Outcome.XPASSED)]
    errors = [result for result in report.results if result.outcome is Outcome.ERROR and result.findings]
    warned = [result for result in report.results if result.outcome is Outcome.WARNED]
    known = [result for result in report.results if result.outcome is Outcome.XFAILED]
    passed = [result for result in report.results if result.outcome is Outcome.PASSED]
    if style.verbosity > -2:
        for title, results in (("FAILURES", failures + errors), ("WARNINGS", warned)):
            if results:
                yield from _section(title, style)
            for result in results:
                yield from _block(result, report, lines, style)
    if known and style.verbosity >= 0:
        yield from _section("EXPECTED FAILURES", style)
        for result in known:
            yield from _compact(result, lines, style)
    if passed and style.verbosity > 1:
        yield from _section("PASSES", style)
        for result in passed:
            yield from _compact(result, lines, style)
    yield from _problems(report, style)
    if style.verbosity > 0:
        yield ""
        yield HONESTY
    if style.verbosity >= 0 or report.results:
        yield ""
    yield summary_line(report, style)


def _header(report: Report, style: Style) -> Iterator[str]:
    checks = ", ".join(report.checks) or "none"
    yield paint(f"factcheck {__version__}", "bold", color=style.color) + f" -- checks: {escape(checks)}"
    yield from (escape(line) for line in style.header)
    claims, sources = len(report.results), len(report.sources)
    yield (
        f"{claims} {'claim' if claims == 1 else 'claims'} against "
        f"{sources} {'source' if sources == 1 else 'sources'}"
        + (f" ({report.deselected} deselected)" if report.deselected else "")
    )
    if report.results:
        yield ""


def _progress(results: Sequence[Result], style: Style) -> Iterator[str]:
    done = 0
    for path, group in groupby(results, key=lambda result: result.claim.place.path):
        head = escape(path) if style.verbosity >= 0 else ""
        room = style.width - 7
        line, used = (head + " ", text_width(head) + 1) if head else ("", 0)
        if used + 10 > room:
            yield line
            line, used = "", 0
        for result in group:
            if used >= room:
                yield f"{line} {_percent(done, len(results))}"
                line, used = "", 0
            line += paint(LETTERS[result.outcome], COLORS[result.outcome], color=style.color)
            used += 1
            done += 1
        yield f"{line}{' ' * (room - used)} {_percent(done, len(results))}"


def _percent(done: int, total: int) -> str:
    return f"[{done * 100 // total:3}%]"


def _listing(report: Report, style: Style) -> Iterator[str]:
    for result in report.results:
        word = paint(result.outcome.value.upper(), COLORS[result.outcome], color=style.color)
        plain = result.outcome is Outcome.PASSED
        yield f"{_node(result.claim)} {word}" + ("" if plain else f" ({result.verdict})")


def _node(claim: Claim) -> str:
    return f"{escape(claim.place.path)}::{escape(claim.id)}"


def _section(title: str, style: Style) -> Iterator[str]:
    yield ""
    yield paint(f" {title} ".center(style.width, "="), "bold", color=style.color)


def _block(result: Result, report: Report, lines: Lines, style: Style) -> Iterator[str]:
    """Show one claim that fails or warns: each finding with the claim's words and the passages."""
    tone = COLORS[result.outcome]
    title = clip(f"{escape(result.claim.id)}: {result.verdict}", style.width - 4)
    side = "_" * max(1, (style.width - 2 - text_width(title)) // 2)
    rest = "_" * max(1, style.width - 2 - text_width(title) - len(side))
    yield f"{paint(side, tone, color=style.color)} {paint(title, tone, 'bold', color=style.color)} " + paint(
        rest, tone, color=style.color
    )
    if said := expectation(result):
        yield said
    if result.claim.reason:
        yield f"reason: {escape(result.claim.reason)}"
    shown = list(grievances(result))
    if style.verbosity > 0 or not shown:
        shown = list(result.findings)
    for finding in shown:
        yield from _finding(finding, result.claim, report, lines, style)
    yield ""


def _finding(
    finding: Finding, claim: Claim, report: Report, lines: Lines, style: Style
) -> Iterator[str]:
    tone = "red" if finding.severity is Severity.ERROR and finding.verdict is not Verdict.SUPPORTED else "yellow"
    tone = "green" if finding.verdict is Verdict.SUPPORTED and finding.severity is Severity.NOTE else tone
    label = rule_label(finding.rule)
    yield (paint(label, tone, "bold", color=style.color) + ": " if label else "") + paint(
        escape(finding.message), "bold", color=style.color
    )
    kept, also = distinct(finding.evidence)
    words, start, end, _ = words_of(claim, finding.mention)
    ours: Spans = ()
    theirs: Spans = ()
    if finding.mention is not None and kept and finding.verdict is Verdict.REFUTED:
        ours, theirs = differing(words[start:end], kept[0].text)
    numbers = [evidence.line for evidence in kept] + [lines.place(claim, finding.mention)[0]]
    gutter = max(len(str(number)) for number in numbers) + 1
    yield from _claim_words(finding, claim, ours, report, lines, gutter, style)
    texts = {source.path: source.text for source in report.sources}
    for index, evidence in enumerate(kept):
        marks = tuple((evidence.start + a, evidence.start + b) for a, b in theirs) if index == 0 else ()
        yield from _passage(evidence, texts.get(evidence.path), marks, gutter, style)
    bar = " " * gutter + " " + paint("=", "blue", color=style.color)
    if also:
        yield f"{bar} also in {', '.join(_place(evidence) for evidence in also)}"
    if finding.suggestion:
        yield f"{bar} {paint('help', 'bold', color=style.color)}: {escape(finding.suggestion)}"


def distinct(evidence: Sequence[Evidence]) -> tuple[list[Evidence], list[Evidence]]:
    """Split passages into those that show something new and those that repeat a value on the same side."""
    kept: list[Evidence] = []
    also: list[Evidence] = []
    for item in evidence:
        same = any(
            item.stance is other.stance and item.value is not None and item.value == other.value
            for other in kept
        )
        (also if same else kept).append(item)
    return kept, also


def _place(evidence: Evidence) -> str:
    return f"{escape(evidence.path)}:{evidence.line}:{evidence.column}"


def _who(evidence: Evidence) -> str:
    known = [escape(part) for part in (evidence.speaker, evidence.date) if part]
    return f" ({', '.join(known)})" if known else ""


def _claim_words(
    finding: Finding, claim: Claim, marks: Spans, report: Report, lines: Lines, gutter: int, style: Style
) -> Iterator[str]:
    path = claim.place.path
    line, column = lines.place(claim, finding.mention)
    text, start, end, quoted = words_of(claim, finding.mention)
    offset = start
    if file := report.texts.get(path):
        offsets = claim.quote_map if quoted else claim.statement_map
        marks = tuple((offsets(offset + a), offsets(offset + b)) for a, b in marks)
        text = file
        start, end = span_in_file(claim, finding.mention)
    else:
        marks = tuple((offset + a, offset + b) for a, b in marks)
    tone = {Verdict.SUPPORTED: "green", Verdict.REFUTED: "red"}.get(finding.verdict or Verdict.REFUTED, "yellow")
    if finding.mention is None:
        tone = "yellow"
    place = f"{escape(path)}:{line}:{column}"
    yield from _framed(place, text, (start, end), line, marks, ("claim", tone), gutter, style)


def _passage(
    evidence: Evidence, text: str | None, marks: Spans, gutter: int, style: Style
) -> Iterator[str]:
    start, end = evidence.start, evidence.end
    if text is None or text[start:end] != evidence.text:  # a source that the report does not hold
        text = evidence.prefix + evidence.text + evidence.suffix
        marks = tuple((a - start + len(evidence.prefix), b - start + len(evidence.prefix)) for a, b in marks)
        start, end = len(evidence.prefix), len(evidence.prefix) + len(evidence.text)
    place = _place(evidence) + _who(evidence)
    label = (evidence.stance.value, _TONES[evidence.stance])
    yield from _framed(place, text, (start, end), evidence.line, marks, label, gutter, style)


def _framed(
    place: str,
    text: str,
    span: tuple[int, int],
    line: int,
    marks: Spans,
    label: tuple[str, str],
    gutter: int,
    style: Style,
) -> Iterator[str]:
    """Show a span in a frame as of rustc: the arrow and place, numbered rows, the underline and its label."""
    word, tone = label
    bar = paint("|", "blue", "bold", color=style.color)
    yield " " * gutter + paint("-->", "blue", "bold", color=style.color) + f" {place}"
    yield " " * gutter + f" {bar}"
    shown = list(rows(text, *span, line, max(20, style.width - gutter - 3 - _LABEL_ROOM), marks))
    last = max((index for index, row in enumerate(shown) if row.marks), default=-1)
    for index, row in enumerate(shown):
        number = paint(f"{row.number or '':>{gutter}}", "blue", "bold", color=style.color)
        yield f"{number} {bar} {row.text}".rstrip()
        if row.marks:
            marked = paint(row.marks + (f" {word}" if index == last else ""), tone, "bold", color=style.color)
            yield " " * gutter + f" {bar} {marked}"
    yield " " * gutter + f" {bar}"


def _compact(result: Result, lines: Lines, style: Style) -> Iterator[str]:
    """Show one claim that came out as expected: its words, the reason, and every side's passage."""
    claim = result.claim
    expected = ", as expected" if result.outcome is Outcome.XFAILED else ""
    head = paint(escape(claim.id), "bold", COLORS[result.outcome], color=style.color)
    yield f"{head}: {result.verdict}{expected}"
    line, column = lines.place(claim, None)
    yield f"  {escape(claim.place.path)}:{line}:{column}: {one_line(result)}"
    if claim.reason:
        yield f"  reason: {escape(claim.reason)}"
    for finding in result.findings:
        if result.outcome is Outcome.XFAILED and finding.verdict is Verdict.SUPPORTED and style.verbosity < 1:
            continue
        label = rule_label(finding.rule)
        yield f"  {label + ': ' if label else ''}{escape(finding.message)}"
        kept, also = distinct(finding.evidence)
        for evidence in kept:
            yield from _side(evidence, style)
        if also:
            yield f"    also in {', '.join(_place(evidence) for evidence in also)}"
    yield ""


def _side(evidence: Evidence, style: Style) -> Iterator[str]:
    text = evidence.prefix + evidence.text + evidence.suffix
    start = len(evidence.prefix)
    tone = _TONES[evidence.stance]
    yield f"    {paint(f'{evidence.stance.value:<8}', tone, color=style.color)} {_place(evidence)}{_who(evidence)}"
    for row in rows(text, start, start + len(evidence.text), 1, max(20, style.width - 13)):
        yield f"             {row.text}"
        if row.marks:
            yield f"             {paint(row.marks, tone, 'bold', color=style.color)}"


def _problems(report: Report, style: Style) -> Iterator[str]:
    if report.problems:
        yield from _section("ERRORS", style)
    for problem in report.problems:
        yield guard(f"{paint(problem_line(problem), 'red', color=style.color)}")


def problem_line(problem: Problem) -> str:
    """Return an error as ``path:line:column: CODE what; what to do``."""
    where = ":".join(str(part) for part in (escape(problem.path), problem.line, problem.column) if part)
    return f"{where}: {problem.code} {escape(problem.message)}" if where else f"{problem.code} {escape(problem.message)}"
