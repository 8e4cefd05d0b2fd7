"""From what a check told of each place to one finding, from findings to a verdict and an outcome.

The rules are those of section "Verdicts" in docs/verdicts.md; no check is known by name here.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from factcheck import _rules
from factcheck._passages import Passages, where
from factcheck.checks import Extractor, Occurrence
from factcheck.model import (
    Claim,
    Closeness,
    Evidence,
    Finding,
    Mention,
    Outcome,
    Relation,
    Severity,
    Source,
    Stance,
    Verdict,
)
from factcheck.text import Document

_TWIN = 0.3  # by how much the nearest words of two alike sentences must differ to tell which is meant
_PASSAGES = 12  # passages cited for one mention


class Told(NamedTuple):
    """A mention of a source, where it stands, and what a check says of it."""

    source: Source
    document: Document
    mention: Mention
    relation: Relation

    @property
    def closeness(self) -> Closeness:
        """How surely it is about what the claim is about.

        Who asks puts it to somebody, whose answer is as close, however the question is worded.
        """
        closeness = Closeness.THING if self.relation.closeness is None else self.relation.closeness
        turn = self.document.turn_at(self.mention.start)
        return min(closeness, Closeness.THING) if turn and turn.role == "question" else closeness

    @property
    def is_far(self) -> bool:
        """Whether it is of another order: of something else, where its text has the claim's too."""
        return self.relation.agrees is False and self.relation.far

    @property
    def weight(self) -> tuple[Closeness, float]:
        """What picks it among others."""
        return self.closeness, self.relation.fit


def sides(told: Sequence[Told]) -> tuple[list[Told], list[Told]]:
    """Return what supports a claim's mention and what refutes it, of all that a check told of it."""
    confirmed = {one.source.path for one in told if one.relation.agrees}
    near = (one for one in told if not (one.is_far and one.source.path in confirmed))
    decided = [one for one in _closest(near) if one.relation.agrees is not None]
    supports = [one for one in decided if one.relation.agrees]
    refutes = [one for one in decided if not one.relation.agrees and not _beside(one, supports)]
    return supports, refutes


def _closest(told: Iterable[Told]) -> Iterator[Told]:
    """Yield what counts: of a source the closest, and of one sentence those that fit best."""
    by_source: dict[str, list[Told]] = {}
    for one in told:
        by_source.setdefault(one.source.path, []).append(one)
    for group in by_source.values():
        best = max(one.closeness for one in group)
        nearest = [one for one in group if one.closeness == best]
        sentences: dict[int, list[Told]] = {}
        for one in nearest:
            sentences.setdefault(one.document.sentence_index(one.mention.start), []).append(one)
        own = max(one.relation.fit for one in nearest)
        for rivals in sentences.values():
            fit = max(one.relation.fit for one in rivals)
            if best is Closeness.WORDING and fit < own - _TWIN:
                continue  # worded like the claim's own sentence, which stands elsewhere in this source
            yield from (one for one in rivals if one.relation.fit == fit)


def _beside(one: Told, supports: list[Told]) -> bool:
    """Return whether a value of another order is of another time than one of another text, which agrees."""
    return one.is_far and bool(supports) and one.relation.closeness is Closeness.UNDATED


def folded(
    check: Extractor,
    claimed: Occurrence,
    told: Sequence[Told],
    elsewhere: Sequence[Told],
    passages: Passages,
) -> Finding:
    """Return the finding on a claim's mention.

    ``elsewhere`` is what others say than the person whose words the claim gives.
    """

    def cited(side: Iterable[Told], stance: Stance) -> list[Evidence]:
        best = sorted(side, key=lambda one: (-one.closeness, -one.relation.fit))
        return [passages.of(one.source, one.mention, stance) for one in best]

    supports, refutes = sides(told)
    for_, against = cited(supports, Stance.SUPPORTS), cited(refutes, Stance.REFUTES)
    if for_ and against:
        message = (
            f"the sources disagree: “{for_[0].text}” ({where(for_[0])}) against "
            f"“{against[0].text}” ({where(against[0])})"
        )
        evidence = [for_[0], against[0], *for_[1:], *against[1:]]
        rule, verdict = _rules.SOURCES_DISAGREE, Verdict.CONFLICTING_EVIDENCE
        return _finding(check, rule, verdict, message, claimed, evidence)
    if against:
        relation = max(refutes, key=lambda one: one.weight).relation
        message, suggestion = f"{relation.reason} ({where(against[0])})", relation.suggestion
        return _finding(check, relation.rule, Verdict.REFUTED, message, claimed, against, suggestion)
    if for_:
        relation = max(supports, key=lambda one: one.weight).relation
        note = relation.rule if relation.rule and relation.rule.severity is Severity.NOTE else None
        message = f"{where(for_[0])} agrees" + (f": {relation.reason}" if note else "")
        return _finding(check, note, Verdict.SUPPORTED, message, claimed, for_)
    if others := cited((one for one in elsewhere if one.relation.agrees), Stance.REFUTES):
        message = f"{claimed.speaker} does not say so; {others[0].speaker} does ({where(others[0])})"
        return _finding(check, _rules.ONLY_OTHER_SPEAKER, Verdict.REFUTED, message, claimed, others)
    message = f"no passage speaks of “{claimed.mention.text}” in this sense"
    return _finding(check, _rules.NO_EVIDENCE, Verdict.NOT_ENOUGH_EVIDENCE, message, claimed, [])


def _finding(
    check: Extractor,
    rule: Any,
    verdict: Verdict,
    message: str,
    claimed: Occurrence,
    evidence: list[Evidence],
    suggestion: str | None = None,
) -> Finding:
    severity = Severity.NOTE if verdict is Verdict.SUPPORTED else Severity.ERROR
    cited = tuple(evidence[:_PASSAGES])
    return Finding(check.name, rule, severity, verdict, message, claimed.mention, cited, suggestion)


def fold(verdicts: Sequence[Verdict]) -> Verdict:
    """Return the verdict of a claim from those of its mentions: the gravest decides, none is no evidence."""
    gravity = (Verdict.REFUTED, Verdict.CONFLICTING_EVIDENCE, Verdict.NOT_ENOUGH_EVIDENCE, Verdict.SUPPORTED)
    return next((verdict for verdict in gravity if verdict in verdicts), Verdict.NOT_ENOUGH_EVIDENCE)


def outcome(claim: Claim, verdict: Verdict, findings: Sequence[Finding]) -> Outcome:
    """Return what a run makes of a verdict, given what the claim expects.

    A draft may say more than the sources do.
    """
    warned = any(finding.severity is Severity.WARNING for finding in findings)
    if not any(finding.verdict for finding in findings):
        return Outcome.WARNED if warned else Outcome.SKIPPED
    if claim.reading is not None and verdict is Verdict.NOT_ENOUGH_EVIDENCE:
        return Outcome.WARNED
    if verdict is not claim.expect:
        return Outcome.XPASSED if verdict is Verdict.SUPPORTED else Outcome.FAILED
    if claim.expect is not Verdict.SUPPORTED:
        return Outcome.XFAILED
    return Outcome.WARNED if warned else Outcome.PASSED
