"""What checks answer is looked at: each wrong answer is named, the others still judge, no run is green."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from factcheck._engine import Engine
from factcheck._vetting import is_json
from factcheck.checks import Corpus, Occurrence
from factcheck.config import Config
from factcheck.model import (
    Acceptance,
    Claim,
    Closeness,
    Evidence,
    Finding,
    Mention,
    Outcome,
    Place,
    Relation,
    Rule,
    Severity,
    Source,
    Stance,
    Verdict,
)
from factcheck.text import Document

DIFFERS = Rule("XX101", "differs", "Differs.", "It differs.", "An example.")
FOREIGN = Rule("QQ999", "other", "Other.", "It is another.", "An example.")
LARGE = Rule("XX301", "large", "Large.", "It is large.", "An example.", Severity.WARNING)
TEXT = Source("a.txt", "docs/a.txt", "One line.\nA tree=5 here.\n", "", "en")
CLAIM = Claim("c", Place("c.yaml", 1, 1, 1, 2, 0, 1), "The tree=5 stands, bush:3.")
BLAMED = r"failed on .*?\((.*)\); report it to its author"
Answer = Callable[[Any], Any]


GIVEN = {
    "extract": "extract gave a Mention",
    "compare": "compare gave a Relation",
    "judge": "judge gave a Finding",
    "passage": "judge gave an Evidence",
    "review": "review gave a Finding",
}


def field(giver: str, fault: str) -> str:
    """Return what is said of a field of an answer."""
    return f"TypeError: {GIVEN[giver]} with the {fault}"


def foreign(giver: str, code: str) -> str:
    """Return what is said of the rule of somebody else."""
    return f"ValueError: {giver} gave the rule {code!r}, which its check has not registered"


class Bushes:
    """A check that always works: what it says must be reported whatever happens to the other."""

    name, kind, priority, rules = "bushes", "bush", 1, (FOREIGN._replace(code="YY101", name="bush"),)

    def extract(self, document: Document) -> Iterable[Mention]:
        for match in re.finditer(r"bush:(\d)", document.text):
            yield Mention(self.kind, *match.span(), match[0], {}, ())

    def compare(self, claimed: Occurrence, found: Occurrence) -> Relation:
        return Relation(None)


class Trees:
    """A check whose every answer is made from the right one by a function."""

    name, kind, priority, rules = "trees", "tree", 1, (DIFFERS, LARGE)

    def __init__(self, change: Answer):
        self._change = change

    def extract(self, document: Document) -> Iterable[Mention]:
        for match in re.finditer(r"tree=(\d)", document.text):
            yield Mention(self.kind, *match.span(), match[0], {"size": match[1]}, ("tree",))


class Extracting(Trees):
    """One that finds."""

    def extract(self, document: Document) -> Iterable[Mention]:
        return (self._change(mention) for mention in super().extract(document))

    def compare(self, claimed: Occurrence, found: Occurrence) -> Relation:
        return Relation(True)


class Comparing(Trees):
    """One that compares."""

    def compare(self, claimed: Occurrence, found: Occurrence) -> Relation:
        return self._change(Relation(False, "another", DIFFERS))  # type: ignore[no-any-return]


class Judging(Trees):
    """One that judges."""

    def judge(self, claimed: Occurrence, claim: Claim, corpus: Corpus) -> Finding:
        (source,) = corpus.sources
        start = source.text.index("tree")
        seen = Evidence(source.name, source.path, 2, 3, start, start + 6, "tree=5", Stance.SUPPORTS)
        return self._change(  # type: ignore[no-any-return]
            Finding(self.name, None, Severity.NOTE, Verdict.SUPPORTED, "so it is", claimed.mention, (seen,))
        )


class Reviewing(Trees):
    """One that reviews, and compares as it should."""

    def compare(self, claimed: Occurrence, found: Occurrence) -> Relation:
        return Relation(True)

    def review(self, document: Document) -> Iterable[Finding]:
        mention = next(one for one in document.mentions if one.kind == self.kind)
        return [self._change(Finding(self.name, LARGE, Severity.WARNING, None, "large", mention))]


def judged(check: Trees) -> tuple[Outcome, Verdict, list[str], list[str]]:
    """Return outcome and verdict, the checks that said something, and what went wrong."""
    engine = Engine((Bushes(), check), (TEXT,), Config(Path()))
    result = engine.judge(CLAIM, (TEXT,))
    messages = [
        re.sub(r"failed on .*?\((.*)\); report it to its author", r"\1", p.message) for p in engine.problems
    ]
    assert {problem.path for problem in engine.problems} <= {"check trees"}
    faults = list(dict.fromkeys(re.sub(BLAMED, r"\1", message) for message in messages))
    return result.outcome, result.verdict, [finding.check for finding in result.findings], faults


@pytest.mark.parametrize("kind", [Extracting, Comparing, Judging, Reviewing])
def test_right_answers_are_no_faults(kind: type[Trees]) -> None:
    outcome, _, said, faults = judged(kind(lambda answer: answer))
    assert (outcome, set(said), faults) == (Outcome.FAILED, {"trees", "bushes"}, [])


NO_ANSWERS = [
    (None, "NoneType"),
    (True, "bool"),
    ("supported", "str"),
    ((), "tuple"),
    (Verdict.SUPPORTED, "Verdict"),
]


@pytest.mark.parametrize(("answer", "found"), NO_ANSWERS)
@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (Comparing, "TypeError: compare gave {}, not a Relation"),
        (Judging, "TypeError: judge gave {}, not a Finding"),
        (Reviewing, "TypeError: review gave {}, not a Finding"),
    ],
)
def test_an_answer_of_another_type_is_named(kind: type[Trees], said: str, answer: object, found: str) -> None:
    outcome, verdict, _, faults = judged(kind(lambda _: answer))
    assert (outcome, verdict, faults) == (Outcome.ERROR, Verdict.NOT_ENOUGH_EVIDENCE, [said.format(found)])


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            {"agrees": "no"},
            field("compare", "agrees 'no', not True, False or None"),
        ),
        ({"agrees": 1}, field("compare", "agrees 1, not True, False or None")),
        ({"agrees": 0}, field("compare", "agrees 0, not True, False or None")),
        ({"reason": None}, field("compare", "reason None, not a text")),
        ({"reason": 3}, field("compare", "reason 3, not a text")),
        ({"rule": "XX101"}, field("compare", "rule 'XX101', not a Rule or None")),
        (
            {"closeness": "WORDING"},
            field("compare", "closeness 'WORDING', not a Closeness or None"),
        ),
        (
            {"closeness": 2},
            field("compare", "closeness 2, not a Closeness or None"),
        ),
        ({"fit": "x"}, field("compare", "fit 'x', not a number")),
        ({"fit": float("nan")}, "ValueError: compare gave a Relation with the fit nan, not a number"),
        ({"suggestion": 5}, field("compare", "suggestion 5, not a text or None")),
        ({"far": None}, field("compare", "far None, not True or False")),
        ({"rule": FOREIGN}, foreign("compare", "QQ999")),
        (
            {"rule": DIFFERS._replace(code="FC101")},
            foreign("compare", "FC101"),
        ),
    ],
)
def test_a_relation_is_looked_at_field_by_field(change: dict[str, Any], said: str) -> None:
    outcome, verdict, checks, faults = judged(Comparing(lambda relation: relation._replace(**change)))
    assert (outcome, verdict) == (Outcome.ERROR, Verdict.NOT_ENOUGH_EVIDENCE)
    assert (checks, faults) == (["bushes"], [said])


def test_a_relation_with_all_its_fields_is_none_the_less_right() -> None:
    whole = {"closeness": Closeness.WORDING, "fit": 1, "suggestion": "tree=6", "far": True}
    assert judged(Comparing(lambda relation: relation._replace(**whole)))[3] == []


def passage(**change: Any) -> Answer:
    """Return what changes the only passage of a finding."""
    return lambda finding: finding._replace(evidence=(finding.evidence[0]._replace(**change),))


def changed(**change: Any) -> Answer:
    return lambda finding: finding._replace(**change)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (changed(verdict=None), "TypeError: judge gave a Finding without a verdict"),
        (
            changed(verdict="supported"),
            field("judge", "verdict 'supported', not a Verdict or None"),
        ),
        (
            changed(verdict=True),
            field("judge", "verdict True, not a Verdict or None"),
        ),
        (changed(severity="bad"), field("judge", "severity 'bad', not a Severity")),
        (changed(message=None), field("judge", "message None, not a text")),
        (changed(suggestion=5), field("judge", "suggestion 5, not a text or None")),
        (changed(mention="x"), field("judge", "mention 'x', not a Mention or None")),
        (
            changed(accepted=Acceptance("because", "x")),
            field("judge", "accepted Acceptance(reason='because', path='x'), not None, which the core fills"),
        ),
        (changed(check="bushes"), "ValueError: judge gave a finding in the name of 'bushes'"),
        (changed(rule="XX101"), field("judge", "rule 'XX101', not a Rule or None")),
        (
            changed(rule=FOREIGN),
            foreign("judge", "QQ999"),
        ),
        (
            changed(evidence=None),
            field("judge", "evidence None, not a tuple of Evidence"),
        ),
        (changed(evidence=("x",)), "TypeError: judge gave str, not an Evidence"),
        (
            changed(evidence=()),
            "ValueError: judge gave the verdict supported without a passage that supports it",
        ),
        (
            changed(evidence=(), verdict=Verdict.REFUTED),
            "ValueError: judge gave the verdict refuted without a passage that refutes it",
        ),
        (
            changed(verdict=Verdict.CONFLICTING_EVIDENCE),
            "ValueError: judge gave the verdict conflicting_evidence without a passage that refutes it",
        ),
        (
            passage(stance=Stance.CONTEXT),
            "ValueError: judge gave the verdict supported without a passage that supports it",
        ),
        (passage(start=0, end=6), "ValueError: 'tree=5' is not what stands at 0:6"),
        (passage(text="invented"), "ValueError: 'invented' is not what stands at 12:18"),
        (passage(start="12"), field("passage", "start '12', not a whole number")),
        (
            passage(path="gone.txt"),
            "ValueError: judge gave evidence of 'gone.txt', which is none of the sources",
        ),
        (
            passage(source="gone.txt"),
            "ValueError: judge gave evidence of 'docs/a.txt', which is none of the sources",
        ),
        (
            passage(line=99, column=-4),
            "ValueError: judge gave the evidence 'tree=5' at 99:-4, where 2:3 is its place",
        ),
        (passage(stance="bogus"), field("passage", "stance 'bogus', not a Stance")),
        (
            passage(value={1, 2}),
            field("passage", "value {1, 2}, not a mapping or None"),
        ),
        (
            passage(value={"n": float("nan")}),
            "TypeError: the evidence 'tree=5' has 'n': nan in its value, which is no JSON",
        ),
        (
            lambda finding: finding._replace(mention=finding.mention._replace(start=90, end=96)),
            "ValueError: 'tree=5' is not what stands at 90:96",
        ),
    ],
)
def test_a_finding_is_looked_at_field_by_field(change: Answer, said: str) -> None:
    outcome, verdict, checks, faults = judged(Judging(change))
    assert (outcome, verdict) == (Outcome.ERROR, Verdict.NOT_ENOUGH_EVIDENCE)
    assert (checks, faults) == (["bushes"], [said])


@pytest.mark.parametrize(
    "change",
    [changed(mention=None), changed(verdict=Verdict.NOT_ENOUGH_EVIDENCE, evidence=()), passage(value={})],
)
def test_a_finding_need_not_say_more_than_it_must(change: Answer) -> None:
    assert judged(Judging(change))[3] == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (changed(message=5), field("review", "message 5, not a text")),
        (
            changed(severity="fatal"),
            field("review", "severity 'fatal', not a Severity"),
        ),
        (changed(severity=None), field("review", "severity None, not a Severity")),
        (
            changed(rule=FOREIGN),
            foreign("review", "QQ999"),
        ),
        (
            changed(mention="x"),
            field("review", "mention 'x', not a Mention or None"),
        ),
        (
            lambda finding: finding._replace(mention=finding.mention._replace(start=3)),
            "ValueError: 'tree=5' is not what stands at 3:10",
        ),
        (
            changed(verdict=Verdict.REFUTED),
            "ValueError: review gave a verdict or an error, not a warning or a note",
        ),
    ],
)
def test_a_review_is_looked_at_and_the_verdicts_stay(change: Answer, said: str) -> None:
    outcome, _, checks, faults = judged(Reviewing(change))
    assert (outcome, checks, faults) == (Outcome.ERROR, ["trees", "bushes"], [said])


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"start": 4.0}, field("extract", "start 4.0, not a whole number")),
        ({"start": -9}, "ValueError: 'tree=5' is not what stands at -9:"),
        ({"end": 5}, "ValueError: 'tree=5' is not what stands at"),
        ({"kind": "bush"}, "TypeError: extract gave Mention(kind='bush'"),
        ({"value": None}, field("extract", "value None, not a mapping")),
        (
            {"value": {"x": {1}}},
            "TypeError: the mention 'tree=5' has 'x': {1} in its value, which is no JSON",
        ),
        ({"value": {1: "x"}}, "TypeError: the mention 'tree=5' has 1: 'x' in its value, which is no JSON"),
        ({"value": {"speaker": 5}}, "TypeError: the mention 'tree=5' has the speaker 5, not a text or None"),
        ({"keys": "tree"}, field("extract", "keys 'tree', not a tuple")),
        ({"keys": (3,)}, "TypeError: the mention 'tree=5' has the keys (3,), not a tuple of texts"),
        ({"judgeable": None}, field("extract", "judgeable None, not True or False")),
    ],
)
def test_a_mention_is_looked_at_field_by_field(change: dict[str, Any], said: str) -> None:
    outcome, verdict, checks, faults = judged(Extracting(lambda mention: mention._replace(**change)))
    assert (outcome, verdict, checks) == (Outcome.ERROR, Verdict.NOT_ENOUGH_EVIDENCE, ["bushes"])
    assert faults
    assert all(fault.startswith(said) for fault in faults)


def test_a_check_that_changes_the_text_is_named_and_the_others_see_it_as_it_was() -> None:
    class Changing(Comparing):
        def extract(self, document: Document) -> Iterable[Mention]:
            document.text = "x"
            return ()

    outcome, _, checks, faults = judged(Changing(lambda answer: answer))
    assert (outcome, checks) == (Outcome.ERROR, ["bushes"])
    assert faults == ["ValueError: extract changed the text of the document"]


LOOP: list[object] = []
LOOP.append(LOOP)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("5", True),
        (None, True),
        (2.5, True),
        (["a", {"b": (1, None)}], True),
        (float("inf"), False),
        (date(2020, 1, 1), False),
        (b"x", False),
        ({"a": {2: "b"}}, False),
        (LOOP, False),
    ],
)
def test_what_is_json(value: object, expected: bool) -> None:
    assert is_json(value) is expected


class Reckoning(Comparing):
    """One that answers for a mention of any check."""

    def compare(self, claimed: Occurrence, found: Occurrence) -> Relation:
        return Relation(None)

    def reckon(
        self, claimed: Occurrence, found: Sequence[Occurrence]
    ) -> Iterable[tuple[Occurrence, Relation]]:
        return [self._change((found[0], Relation(True)))]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda pair: pair[0], "TypeError: reckon gave what is none of the mentions it was asked about"),
        (lambda pair: (7, pair[1]), "TypeError: reckon gave what is none of the mentions it was asked about"),
        (lambda pair: (pair[0], True), "TypeError: reckon gave bool, not a Relation"),
        (
            lambda pair: (pair[0], Relation("yes")),  # type: ignore[arg-type]
            "TypeError: reckon gave a Relation with the agrees 'yes', not True, False or None",
        ),
        (lambda pair: (pair[0], Relation(False, "x", FOREIGN)), foreign("reckon", "QQ999")),
    ],
)
def test_what_is_reckoned_is_looked_at(change: Answer, said: str) -> None:
    outcome, verdict, _, faults = judged(Reckoning(change))
    assert (outcome, verdict) == (Outcome.ERROR, Verdict.NOT_ENOUGH_EVIDENCE)
    assert [fault[: len(said)] for fault in faults] == [said]
    assert judged(Reckoning(lambda pair: pair))[3] == []


def test_what_is_reckoned_with_may_be_a_mention_of_its_own() -> None:
    def made(pair: tuple[Occurrence, Relation]) -> tuple[Occurrence, Relation]:
        one = pair[0]
        return one._replace(mention=one.mention._replace(value={})), pair[1]

    def moved(pair: tuple[Occurrence, Relation]) -> tuple[Occurrence, Relation]:
        one = pair[0]
        return one._replace(mention=one.mention._replace(start=one.mention.start + 1)), pair[1]

    assert judged(Reckoning(made))[3] == []
    assert [fault.partition(":")[0] for fault in judged(Reckoning(moved))[3]] == ["ValueError"]
