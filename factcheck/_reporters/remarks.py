"""What the formats for other programs have in common: each thing said of a claim or file, with its place.

A remark is an error, a warning or, where a claim says that it is known, a note; nothing is left out.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from typing import NamedTuple

from factcheck._reporters.replacement import replacement
from factcheck._reporters.summary import Lines, complaints, span_in_file
from factcheck._rules import RULES, STALE_DECISION
from factcheck.model import (
    Claim,
    Evidence,
    Finding,
    Mention,
    Outcome,
    Problem,
    Report,
    Result,
    Rule,
    Severity,
)

_SILENT = (Outcome.PASSED, Outcome.SKIPPED)
_DIGITS = 32  # hexadecimal digits of a fingerprint


class Region(NamedTuple):
    """A stretch of a file: lines and columns from 1, in code points, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Remark(NamedTuple):
    """One thing to be said, and where.

    ``known`` is the reason the claim gives for expecting it, or somebody for accepting it, which ``known_by``
    then tells the file of; ``region`` is ``None`` for a file as a whole.
    ``replacement`` is what the sources have in the place of the region's words. ``fingerprint`` is the same
    in every run until the words of the claim change, wherever they stand.
    """

    path: str
    region: Region | None
    code: str
    rule: Rule | None
    message: str
    level: Severity
    fingerprint: str
    known: str | None = None
    known_by: str = ""
    replacement: str | None = None
    claim: Claim | None = None
    evidence: tuple[Evidence, ...] = ()

    @property
    def who(self) -> str:
        """What the claim is called; a sentence of a draft is known by its place."""
        return self.claim.id if self.claim and self.claim.reading is None else ""

    @property
    def title(self) -> str:
        """The code and the name of the rule, with what the claim is called."""
        label = f"{self.code} {self.rule.name}" if self.rule else self.code
        return f"{label} ({self.who})" if self.who else label

    @property
    def is_unusable(self) -> bool:
        """Whether this is about input or a plugin that cannot be used."""
        return self.claim is None and self.level is Severity.ERROR and self.code != STALE_DECISION.code

    @property
    def is_accepted(self) -> bool:
        """Whether somebody accepted it, beside what the claim itself expects."""
        return bool(self.known_by)

    @property
    def words(self) -> str:
        """What is said, with what the claim is called and why it is known."""
        word = "accepted" if self.is_accepted else "expected"
        known = "" if self.known is None else f" ({word}: {self.known})" if self.known else f" ({word})"
        return f"{self.who}: {self.message}{known}" if self.who else f"{self.message}{known}"


def remarks(report: Report) -> Iterator[Remark]:
    """Yield all that is to be said: of the claims in their order, then of unusable input, then notes."""
    lines = Lines(report.texts)
    seen: Counter[tuple[str, ...]] = Counter()
    for result in report.results:
        if result.outcome not in _SILENT:
            for finding, code, message in complaints(result):
                yield _of_claim(report, result, finding, code, message, lines, seen)
    for problem in report.problems:
        yield _of_problem(problem, Severity.ERROR, seen)
    for note in report.notes:
        yield _of_problem(note, Severity.NOTE, seen)


def passages(remark: Remark) -> Iterator[str]:
    """Yield a line for each passage: on which side it is, its words and its place."""
    for evidence in remark.evidence:
        known = [part for part in (evidence.locator, evidence.speaker, evidence.date) if part]
        who = f" ({', '.join(known)})" if known else ""
        place = f"{evidence.path}:{evidence.line}:{evidence.column}"
        yield f"{evidence.stance}: “{evidence.text}” {place}{who}"


def region_of(evidence: Evidence) -> Region:
    """Return where a passage stands in its source."""
    return _spread(evidence.line, evidence.column, evidence.text)


def _spread(line: int, column: int, text: str) -> Region:
    """Return the region of a text that starts at a place."""
    parts = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    last = len(parts[-1]) + (column if len(parts) == 1 else 1)
    return Region(line, column, line + len(parts) - 1, last)


def _of_claim(
    report: Report,
    result: Result,
    finding: Finding | None,
    code: str,
    message: str,
    lines: Lines,
    seen: Counter[tuple[str, ...]],
) -> Remark:
    claim = result.claim
    mention = finding.mention if finding else None
    text = report.texts.get(claim.place.path, "")
    changed = replacement(claim, finding, text) if finding else None
    words = claim.statement or "", claim.quote or "", mention.text if mention else ""
    known = claim.reason or "" if result.outcome is Outcome.XFAILED else None
    accepted = finding.accepted if finding else None
    return Remark(
        claim.place.path,
        _region(claim, mention, text, lines),
        code,
        finding.rule if finding else None,
        message,
        _level(result, finding),
        _fingerprint((claim.place.path, code, *words), seen),
        known=accepted.reason if accepted else known,
        known_by=accepted.path if accepted else "",
        replacement=changed[2] if changed else None,
        claim=claim,
        evidence=finding.evidence if finding else (),
    )


def _of_problem(problem: Problem, level: Severity, seen: Counter[tuple[str, ...]]) -> Remark:
    start = problem.line, problem.column or 1
    return Remark(
        problem.path,
        Region(*start, *start) if problem.line else None,
        problem.code,
        next((rule for rule in RULES if rule.code == problem.code), None),
        problem.message,
        level,
        _fingerprint((problem.path, problem.code, problem.message), seen),
    )


def _level(result: Result, finding: Finding | None) -> Severity:
    if result.outcome is Outcome.XFAILED or (finding and finding.accepted):
        return Severity.NOTE
    warns = finding is not None and finding.severity is Severity.WARNING
    return Severity.WARNING if warns or result.outcome is Outcome.WARNED else Severity.ERROR


def _region(claim: Claim, mention: Mention | None, text: str, lines: Lines) -> Region:
    """Return the place of a mention in its file, that of the claim where the file is not at hand."""
    line, column = lines.place(claim, mention)
    if not text:
        return Region(line, column, claim.place.end_line, claim.place.end_column)
    _, end = span_in_file(claim, mention)
    starts = lines.starts(claim.place.path)
    end_line = bisect_right(starts, end)
    return Region(line, column, end_line, end - starts[end_line - 1] + 1)


def _fingerprint(parts: tuple[str, ...], seen: Counter[tuple[str, ...]]) -> str:
    """Return what tells one remark from all others; of equal ones the first, the second and so on."""
    seen[parts] += 1
    told = "\0".join((*parts, str(seen[parts])))
    return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
