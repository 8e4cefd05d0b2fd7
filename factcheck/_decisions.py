"""Decisions: findings somebody has looked at and accepted, with a reason, and what became of them since.

They stand in ``factcheck-decisions.yaml`` or in comments of a draft. What one is about is told by a
fingerprint: the rule, the words of the statement and which of its occurrences is meant, never a line number.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from factcheck import _rules
from factcheck._yaml import Entry, Fault, Mapping, Text, decode, entries
from factcheck.folding import fold
from factcheck.model import Claim, Evidence, Finding, Outcome, Problem, Report, Result, Severity, Verdict
from factcheck.text import Document

KEYS = ("rule", "text", "file", "occurrence", "evidence", "reason", "by", "on", "expires")
CONFLICT = "conflict"  # the rule of a decision about a topic on which sources disagree
_NEEDED = ("rule", "text", "reason")
_HASH = 12  # hexadecimal digits that tell one set of passages from another


class Decision(NamedTuple):
    """An accepted finding and where the decision stands.

    ``rule`` is a code or the start of one, empty for every rule; ``text`` the statement's words, folded;
    ``file`` the end of the path of the draft or claims file, empty for any;
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


class Decisions:
    """The decisions of a run; results are accepted one by one, and then it is known which were of no use."""

    def __init__(self, decisions: Iterable[Decision], today: str):
        self._by_text: dict[str, list[Decision]] = {}
        self._all = list(decisions)
        for decision in self._all:
            self._by_text.setdefault(decision.text, []).append(decision)
        self._today = today
        self._seen: Counter[tuple[str, str]] = Counter()
        self._used: set[tuple[str, int, int]] = set()
        self._reopened: dict[tuple[str, int, int], str] = {}

    def accept(self, result: Result) -> Result:
        """Return a result with its accepted findings counted as known."""
        if not self._all:
            return result
        text, path = normalised(text_of(result.claim)), result.claim.place.path
        self._seen[path, text] += 1
        occurrence = self._seen[path, text]
        mine = [d for d in self._by_text.get(text, ()) if d.occurrence == occurrence and d.covers(path)]
        found = [finding for finding in result.findings if blames(finding)]
        if not mine or not found or result.outcome not in (Outcome.FAILED, Outcome.WARNED):
            return result
        accepted = [decision for finding in found if (decision := self._decided(finding, mine))]
        if len(accepted) < len(found):
            return result
        reason = "; ".join(dict.fromkeys(decision.words for decision in accepted))
        claim = result.claim._replace(expect=result.verdict, reason=reason)
        return result._replace(claim=claim, outcome=Outcome.XFAILED)

    def _decided(self, finding: Finding, mine: Iterable[Decision]) -> Decision | None:
        code = finding.rule.code if finding.rule else ""
        for decision in mine:
            if code.startswith(decision.rule) and self._holds(decision, finding.evidence):
                return decision
        return None

    def _holds(self, decision: Decision, evidence: Iterable[Evidence]) -> bool:
        """Say whether a decision that fits still holds, and remember what became of it."""
        at = (decision.path, decision.line, decision.column)
        if decision.expires and decision.expires < self._today:
            self._reopened[at] = f"expired on {decision.expires}; look at the finding again"
            return False
        if decision.evidence and decision.evidence != passages(evidence):
            self._reopened[at] = "is open again: the passages it was decided on have changed"
            return False
        self._used.add(at)
        return True

    def accept_topic(self, label: str, values: Sequence[Sequence[Evidence]]) -> str | None:
        """Return why a topic on which sources disagree is accepted, ``None`` where it is open.

        It is known by the words of its title and of each value as first given, in any order.
        """
        words = set(normalised(" ".join((label, *(value[0].text for value in values)))).split())
        for decision in self._all:
            same = set(decision.text.split()) == words
            if same and self._holds(decision, [side for value in values for side in value]):
                return decision.words
        return None

    def notes(self, paths: Iterable[str]) -> Iterator[Problem]:
        """Yield what no longer holds of the decisions about any of some files, each place once."""
        told: set[tuple[str, int, int]] = set()
        checked = list(paths)
        for decision in self._all:
            at = (decision.path, decision.line, decision.column)
            if at in self._used or at in told or not any(map(decision.covers, checked)):
                continue
            told.add(at)
            message = self._reopened.get(at, "applies to nothing any more; take it out")
            yield Problem(*at, _rules.STALE_DECISION.code, f"the decision “{decision.reason}” {message}")


def written(report: Report, reason: str, by: str, on: str) -> Iterator[str]:
    """Yield the entries that accept what fails or warns in a report, as lines of a decisions file."""
    seen: Counter[tuple[str, str]] = Counter()
    for result in report.results:
        claim = result.claim
        text = " ".join(text_of(claim).split())
        seen[claim.place.path, normalised(text)] += 1
        if result.outcome not in (Outcome.FAILED, Outcome.WARNED):
            continue
        for finding in filter(blames, result.findings):
            entry = {
                "rule": finding.rule.code if finding.rule else "",
                "text": text,
                "file": claim.place.path,
                "occurrence": str(seen[claim.place.path, normalised(text)]),
                "evidence": passages(finding.evidence),
                "reason": reason,
                "by": by,
                "on": on,
            }
            mark = "-"
            for key, value in entry.items():
                if value:
                    yield f"{mark} {key}: {json.dumps(value, ensure_ascii=False)}"
                    mark = " "


def added(text: str, entries: Iterable[str]) -> str:
    """Return the text of a decisions file with more entries at its end, indented as those before."""
    first = re.search(r"^( *)- ", text, re.MULTILINE)
    indent = first[1] if first else ""
    head = text if text.strip() else "decisions:\n"
    head += "" if head.endswith("\n") else "\n"
    return head + "".join(f"{indent}{line}\n" for line in entries)


def read_decisions(path: str, data: bytes) -> tuple[list[Decision], list[Problem]]:
    """Read a decisions file; an entry with a fault is left out and reported."""
    found: list[Decision] = []
    problems: list[Problem] = []
    try:
        document = Document(decode(data))
        for (name, at, node), is_item in entries(document, "decisions"):
            try:
                if is_item:
                    found.append(_decision(path, document, (name, at, node)))
                elif name != "decisions":
                    raise _fault(document, at, f"unknown key {name!r}; write decisions: and a list")
            except Fault as fault:
                problems.append(Problem(path, fault.line, fault.column, fault.rule.code, fault.message))
    except Fault as fault:
        problems.append(Problem(path, fault.line, fault.column, fault.rule.code, fault.message))
    return found, problems


def _decision(path: str, document: Document, entry: Entry) -> Decision:
    node = entry[2]
    if not isinstance(node, Mapping):
        raise _fault(document, node.start, "a decision has keys; write rule:, text: and reason: under it")
    values: dict[str, str] = {}
    for name, at, value in node.entries:
        if name not in KEYS:
            raise _fault(document, at, f"unknown key {name!r}; write one of {', '.join(KEYS)}")
        if not isinstance(value, Text) or value.null or not value.value.strip():
            raise _fault(document, at, f"{name!r} is no text; write it out, or leave it out")
        values[name] = value.value.strip()
    for name in _NEEDED:
        if name not in values:
            raise _fault(document, node.start, f"the decision has no {name!r}; add it")
    occurrence = values.pop("occurrence", "1")
    if not occurrence.isdecimal() or not int(occurrence):
        raise _fault(document, node.start, "'occurrence' is no whole number above zero; write 1, 2, ...")
    values["text"] = normalised(values["text"])
    place = document.line_column(node.start)
    rule, text, reason = (values[name] for name in _NEEDED)
    rest = (values.get(name, "") for name in ("evidence", "by", "on", "expires"))
    return Decision(rule, text, reason, path, *place, values.get("file", ""), int(occurrence), *rest)


def _fault(document: Document, at: int, message: str) -> Fault:
    return Fault(_rules.BAD_VALUE, message, *document.line_column(at))
