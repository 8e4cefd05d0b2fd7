"""How one claim is shown: at length with frames as of rustc, or in short."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck._reporters.difference import Spans, differing
from factcheck._reporters.page import STANCE_COLORS, Excerpt, Page, place_of
from factcheck._reporters.snippet import rows
from factcheck._reporters.summary import COLORS, expectation, grievances, one_line, rule_label, words_of
from factcheck._terminal import clip, escape, text_width
from factcheck.model import Claim, Evidence, Finding, Outcome, Result, Severity, Stance, Verdict

_INDENT = " " * 13
_SIDES = tuple(Stance)


def at_length(result: Result, page: Page) -> Iterator[str]:
    """Show a claim that fails or warns: each finding with the claim's words and the passages."""
    tone, room = COLORS[result.outcome], page.style.width - 2
    title = clip(f"{escape(result.claim.id)}: {result.verdict}", room - 2)
    left = max(1, (room - text_width(title)) // 2)
    right = max(1, room - text_width(title) - left)
    yield f"{page.paint('_' * left, tone)} {page.paint(title, tone, 'bold')} {page.paint('_' * right, tone)}"
    if said := expectation(result):
        yield said
    if result.claim.reason:
        yield f"reason: {escape(result.claim.reason)}"
    shown = list(grievances(result))
    if result.outcome is Outcome.ERROR and result.findings:
        yield "not judged by every check; the errors of the run say why"
    elif not shown:
        shown = list(result.findings)
    if page.style.verbosity > 0:
        shown = list(result.findings)
    for finding in shown:
        yield from _finding(finding, result.claim, page)


def in_short(result: Result, page: Page) -> Iterator[str]:
    """Show a claim that came out as expected: its words, the reason, and every side's passage."""
    claim, known = result.claim, result.outcome is Outcome.XFAILED
    yield f"{page.paint(escape(claim.id), 'bold', COLORS[result.outcome])}: {result.verdict}" + (
        "" if not known else ", accepted" if any(f.accepted for f in result.findings) else ", as expected"
    )
    yield f"  {page.words(claim, None).place}: {one_line(result)}"
    if claim.reason:
        yield f"  reason: {escape(claim.reason)}"
    for finding in result.findings:
        if known and finding.verdict is Verdict.SUPPORTED and page.style.verbosity < 1:
            continue
        label = rule_label(finding.rule)
        yield f"  {label + ': ' if label else ''}{escape(finding.message)}"
        kept, also = distinct(finding.evidence)
        _, theirs = _difference(finding, claim, kept)
        for index, evidence in enumerate(kept):
            yield from _side(evidence, () if index else theirs, page)
        if also:
            yield f"    also in {', '.join(map(place_of, also))}"


def in_a_line(result: Result, page: Page) -> Iterator[str]:
    """Show each finding of a claim that warns on one line."""
    for finding in grievances(result):
        place = page.words(result.claim, finding.mention).place
        known = f" (accepted: {escape(finding.accepted.reason)})" if finding.accepted else ""
        yield f"{place}: {rule_label(finding.rule)}: {escape(finding.message)}{known}"


def distinct(evidence: Sequence[Evidence]) -> tuple[list[Evidence], list[Evidence]]:
    """Split passages into those that show something new and those that repeat a value on the same side.

    Both are sorted by side, so that one can be read against the other.
    """
    kept: list[Evidence] = []
    also: list[Evidence] = []
    for item in sorted(evidence, key=lambda item: _SIDES.index(item.stance)):
        same = any(
            item.stance is other.stance and item.value is not None and item.value == other.value
            for other in kept
        )
        (also if same else kept).append(item)
    return kept, also


def _finding(finding: Finding, claim: Claim, page: Page) -> Iterator[str]:
    tone = _tone(finding)
    label = f"{page.paint(rule_label(finding.rule), tone, 'bold')}: " if finding.rule else ""
    yield label + page.paint(escape(finding.message), "bold")
    if finding.accepted:
        yield f"accepted: {escape(finding.accepted.reason)}"
    kept, also = distinct(finding.evidence)
    ours, theirs = _difference(finding, claim, kept)
    shown = [(page.words(claim, finding.mention, ours), "claim", tone)]
    for index, evidence in enumerate(kept):
        excerpt = page.passage(evidence, () if index else theirs)
        shown.append((excerpt, evidence.stance.value, STANCE_COLORS[evidence.stance]))
    gutter = max(len(str(excerpt.line)) for excerpt, _, _ in shown) + 1
    bar, sign = (f"{' ' * gutter} {page.paint(mark, 'blue', 'bold')}" for mark in "|=")
    for index, (excerpt, word, color) in enumerate(shown):
        yield from [bar] if index else []
        yield from _framed(excerpt, word, color, gutter, page)
    if also or finding.suggestion:
        yield bar
    if also:
        yield f"{sign} also in {', '.join(map(place_of, also))}"
    if finding.suggestion:
        yield f"{sign} {page.paint('help', 'bold')}: {escape(finding.suggestion)}"


def _difference(finding: Finding, claim: Claim, kept: Sequence[Evidence]) -> tuple[Spans, Spans]:
    """Return what differs between the claim's words and the first passage, where that is what refutes."""
    if finding.mention is None or not kept or finding.verdict is not Verdict.REFUTED:
        return (), ()
    words, start, end, _ = words_of(claim, finding.mention)
    return differing(words[start:end], kept[0].text)


def _tone(finding: Finding) -> str:
    if finding.verdict is Verdict.SUPPORTED:
        return "yellow" if finding.severity is Severity.WARNING else "green"
    return "red" if finding.verdict is Verdict.REFUTED else "yellow"


def _framed(excerpt: Excerpt, word: str, color: str, gutter: int, page: Page) -> Iterator[str]:
    """Show an excerpt in a frame: the arrow and place, numbered rows, the underline and a word after it."""
    bar, margin = page.paint("|", "blue", "bold"), " " * gutter
    yield f"{margin}{page.paint('-->', 'blue', 'bold')} {excerpt.place}"
    yield f"{margin} {bar}"
    room = page.style.width - gutter - 3
    shown = list(rows(excerpt.text, excerpt.start, excerpt.end, excerpt.line, room, excerpt.marks))
    last = max((index for index, row in enumerate(shown) if row.marks), default=-1)
    for index, row in enumerate(shown):
        number = page.paint(f"{row.number or '':>{gutter}}", "blue", "bold")
        yield f"{number} {bar} {row.text}".rstrip()
        for marks in _labelled(row.marks, word if index == last else "", room):
            yield f"{margin} {bar} {page.paint(marks, color, 'bold')}"


def _labelled(marks: str, word: str, room: int) -> Iterator[str]:
    """Yield an underline with its word after it, below it where there is no room."""
    if not marks:
        return
    if len(marks) + 1 + len(word) <= room:
        yield f"{marks} {word}".rstrip()
    else:
        yield marks
        yield f"{word:>{len(marks)}}"


def _side(evidence: Evidence, marks: Spans, page: Page) -> Iterator[str]:
    excerpt, color = page.passage(evidence, marks), STANCE_COLORS[evidence.stance]
    yield f"    {page.paint(f'{evidence.stance.value:<8}', color)} {excerpt.place}"
    room = page.style.width - len(_INDENT)
    for row in rows(excerpt.text, excerpt.start, excerpt.end, excerpt.line, room, excerpt.marks):
        yield _INDENT + row.text
        if row.marks:
            yield _INDENT + page.paint(row.marks, color, "bold")
