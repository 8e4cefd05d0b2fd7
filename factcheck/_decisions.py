"""Decisions: findings somebody has looked at and accepted, with a reason, and what became of them since.

They stand in ``factcheck-decisions.yaml`` or in comments of a draft. What one is about is told by a
fingerprint: the rule, the words of the statement and which of its occurrences is meant, never a line number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol

from factcheck.folding import fold
from factcheck.model import (
    Acceptance,
    Claim,
    Evidence,
    Finding,
    Outcome,
    Result,
    Severity,
    Verdict,
)

CONFLICT = "conflict"  # the rule of a decision about a topic on which sources disagree
_HASH = 12  # hexadecimal digits that tell one set of passages from another


class Decision(NamedTuple):
    """An accepted finding and where the decision stands.

    ``rule`` is a code or the start of one, empty for every rule; ``text`` the statement's words, folded;
    ``file`` the end of the path of the draft or claims file as seen from the decisions file, empty for any;
    ``evidence`` tells the passages it was decided on, empty for any; dates are ISO.
    """

    rule: str
    text: str
    reason: str
    path: str
    line: int
    column: int
    file: str = ""
    occurrence: int = 1
    evidence: str = ""
    by: str = ""
    on: str = ""
    expires: str = ""

    def covers(self, path: str) -> bool:
        """Say whether a decision is about what stands in a file."""
        return not self.file or f"/{path}".endswith(f"/{self.file}")

    @property
    def place(self) -> tuple[str, int, int]:
        """Where the decision stands: path, line and column."""
        return self.path, self.line, self.column

    @property
    def words(self) -> str:
        """The reason, with who decided it and when."""
        known = ", ".join(part for part in (self.by, self.on) if part)
        return f"{self.reason} ({known})" if known else self.reason


def normalised(text: str) -> str:
    """Return the words of a text as a fingerprint has them."""
    return " ".join(fold(text).words)


def text_of(claim: Claim) -> str:
    """Return the words a decision about a claim is known by."""
    return " ".join(part for part in (claim.statement, claim.quote) if part)


def passages(evidence: Iterable[Evidence]) -> str:
    """Return what tells a set of passages from another: it changes with their words."""
    from hashlib import sha256

    seen = sorted(f"{e.source}\0{e.prefix}{e.text}{e.suffix}" for e in evidence)
    return sha256("\1".join(seen).encode("utf-8", "surrogatepass")).hexdigest()[:_HASH]


def blames(finding: Finding) -> bool:
    """Say whether a finding keeps a claim from passing without a warning."""
    return finding.verdict not in (None, Verdict.SUPPORTED) or finding.severity is Severity.WARNING


class Fingerprint(NamedTuple):
    """What a decision knows a statement by: its words, and which of the equal ones of its file it is."""

    text: str
    occurrence: int


def fingerprints(claims: Iterable[Claim]) -> dict[tuple[str, str], Fingerprint]:
    """Return the fingerprint of each claim by its path and id; ``claims`` are all of a run, in file order."""
    seen: Counter[tuple[str, str]] = Counter()
    found = {}
    for claim in claims:
        path, text = claim.place.path, normalised(text_of(claim))
        seen[path, text] += 1
        found[path, claim.id] = Fingerprint(text, seen[path, text])
    return found


class Home(Protocol):
    """The folder that the decisions file stands in; decisions name files as seen from there."""

    def name(self, path: str) -> str:
        """Return the path of a file of the run as decisions have it."""

    def has(self, file: str) -> bool:
        """Say whether any file has a path that ends so."""


class Stale(NamedTuple):
    """A decision that does not hold any more, and why.

    It is ``sure`` unless it may be about a file that was not checked; ``is_reopened`` says that what it was
    about is there.
    """

    decision: Decision
    why: str
    sure: bool
    is_reopened: bool = False


class Decisions:
    """The decisions of a run; results are accepted one by one, and then it is known which were of no use.

    ``claims`` are all that could be checked, whatever is chosen from them.
    """

    def __init__(self, decisions: Iterable[Decision], claims: Iterable[Claim], today: str, home: Home):
        self._by_text: dict[str, list[Decision]] = {}
        self._all = list(decisions)
        for decision in self._all:
            self._by_text.setdefault(decision.text, []).append(decision)
        self._known = fingerprints(claims) if self._all else {}
        self._today = today
        self._home = home
        self._used: set[Decision] = set()
        self._reopened: dict[Decision, str] = {}

    def accept(self, result: Result) -> Result:
        """Return a result with its accepted findings marked; one with no others is known, and expected."""
        if not self._all or result.outcome not in (Outcome.FAILED, Outcome.WARNED):
            return result
        claim = result.claim
        path, of = self._home.name(claim.place.path), self._known[claim.place.path, claim.id]
        mine = [
            decision
            for decision in self._by_text.get(of.text, ())
            if decision.occurrence == of.occurrence and decision.covers(path)
        ]
        if not mine:
            return result
        findings = tuple(self._marked(f, mine) if blames(f) else f for f in result.findings)
        result = result._replace(findings=findings)
        accepted = [finding.accepted for finding in findings if blames(finding)]
        if not accepted or None in accepted:
            return result
        reason = "; ".join(dict.fromkeys(known.reason for known in accepted if known))
        return result._replace(
            claim=claim._replace(expect=result.verdict, reason=reason), outcome=Outcome.XFAILED
        )

    def _marked(self, finding: Finding, mine: Iterable[Decision]) -> Finding:
        code = finding.rule.code if finding.rule else ""
        for decision in mine:
            if code.startswith(decision.rule) and self._holds(decision, finding.evidence):
                return finding._replace(accepted=Acceptance(decision.words, decision.path))
        return finding

    def _holds(self, decision: Decision, evidence: Iterable[Evidence]) -> bool:
        """Say whether a decision that fits still holds, and remember what became of it."""
        if decision.expires and decision.expires < self._today:
            self._reopened[decision] = f"expired on {decision.expires}"
            return False
        if decision.evidence and decision.evidence != passages(evidence):
            self._reopened[decision] = "is open again: the passages it was decided on have changed"
            return False
        self._used.add(decision)
        return True

    def accept_topic(self, label: str, values: Sequence[Sequence[Evidence]]) -> str | None:
        """Return why a topic on which sources disagree is accepted, ``None`` where it is open.

        It is known by the words of its title and of each value as first given, in any order.
        """
        words = set(normalised(topic_text(label, values)).split())
        for decision in self._all:
            same = set(decision.text.split()) == words
            if same and self._holds(decision, [side for value in values for side in value]):
                return decision.words
        return None

    def stale(self, paths: Iterable[str]) -> Iterator[Stale]:
        """Yield what does not hold any more of the decisions, each place once; ``paths`` were checked."""
        checked = list(map(self._home.name, paths))
        told = {decision.place for decision in self._used}
        for decision in self._all:
            if decision.place in told:
                continue
            told.add(decision.place)
            if why := self._reopened.get(decision):
                yield Stale(decision, why, True, True)
            elif not decision.file or any(map(decision.covers, checked)):
                yield Stale(decision, "applies to nothing any more", bool(decision.file))
            elif not self._home.has(decision.file):
                yield Stale(decision, f"is about {decision.file}, which is not there any more", True)


def topic_text(label: str, values: Sequence[Sequence[Evidence]]) -> str:
    """Return the words a decision about a topic is known by: its title and each value as first given."""
    return f"{label}: {', '.join(value[0].text for value in values)}"
