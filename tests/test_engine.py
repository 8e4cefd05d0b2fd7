"""The engine, with checks made for the purpose: what it does must not depend on any real check."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pytest

from factcheck._engine import Engine
from factcheck._findings import fold, outcome
from factcheck._mentions import arbitrate, extract_mentions
from factcheck.checks import Occurrence
from factcheck.config import Config
from factcheck.model import (
    Claim,
    Closeness,
    Evidence,
    Finding,
    Mention,
    OffsetMap,
    Outcome,
    Place,
    Reading,
    Relation,
    Rule,
    Severity,
    Source,
    Stance,
    Turn,
    Verdict,
)
from factcheck.text import Document

DIFFERS = Rule("XX101", "differs", "Differs.", "It differs.", "An example.")
S, R, C, N = Verdict.SUPPORTED, Verdict.REFUTED, Verdict.CONFLICTING_EVIDENCE, Verdict.NOT_ENOUGH_EVIDENCE


class Sizes:
    """Compares ``tree=5`` with ``tree=6``: the letters are the key, the digits the value."""

    name, kind, priority, rules = "sizes", "size", 10, (DIFFERS,)
    pattern = re.compile(r"([a-z]+)=(\d+)")

    def extract(self, document: Document) -> Iterable[Mention]:
        for match in self.pattern.finditer(document.text):
            value = {"of": match[1], "size": match[2]}
            yield Mention(self.kind, match.start(), match.end(), match[0], value, (match[1],))

    def compare(self, claimed: Occurrence, found: Occurrence) -> Relation:
        ours, theirs = claimed.mention.value, found.mention.value
        if ours["size"] == theirs["size"]:
            return Relation(True)
        return Relation(False, f"{ours['size']} is not {theirs['size']}", DIFFERS)


def source(name: str, text: str, turns: tuple[Turn, ...] = ()) -> Source:
    return Source(name, name, text, "", "en", turns=turns)


def claim(statement: str | None = None, **rest: object) -> Claim:
    return Claim("c", Place("c.yaml", 1, 1, 1, 2, 0, 1), statement, **rest)  # type: ignore[arg-type]


def engine(*sources: Source, checks: tuple[object, ...] = (Sizes(),), config: Config | None = None) -> Engine:
    return Engine(checks, sources, config or Config(Path()))  # type: ignore[arg-type]


def judged(statement: str, *texts: str) -> Verdict:
    sources = tuple(source(f"{number}.txt", text) for number, text in enumerate(texts))
    return engine(*sources).judge(claim(statement), sources).verdict


@pytest.mark.parametrize(
    ("statement", "texts", "expected"),
    [
        ("tree=5", ["A tree=5 here."], S),
        ("tree=5", ["A tree=6 here."], R),
        ("tree=5", ["A tree=5 here.", "A tree=6 here."], C),
        ("tree=5", ["A tree=5 here.\n\nA tree=6 there."], C),
        ("tree=5", ["A bush=6 here."], N),
        ("tree=5", [], N),
        ("tree=5 and bush=6", ["A tree=5, a bush=7."], R),
        ("tree=5 and bush=6", ["A tree=5."], N),
        ("tree=5 and bush=6", ["A tree=5.", "A tree=4, a bush=6."], C),
        ("nothing here", ["A tree=5."], N),
    ],
)
def test_verdicts_fold_over_passages_and_mentions(
    statement: str, texts: list[str], expected: Verdict
) -> None:
    assert judged(statement, *texts) == expected


@pytest.mark.parametrize(
    ("verdicts", "expected"),
    [([], N), ([S], S), ([S, N], N), ([S, N, C], C), ([S, N, C, R], R), ([S, S], S)],
)
def test_the_gravest_verdict_decides(verdicts: list[Verdict], expected: Verdict) -> None:
    assert fold(verdicts) == expected


@pytest.mark.parametrize(
    ("verdict", "expect", "severity", "expected"),
    [
        (S, S, Severity.NOTE, Outcome.PASSED),
        (S, S, Severity.WARNING, Outcome.WARNED),
        (R, S, Severity.ERROR, Outcome.FAILED),
        (N, S, Severity.ERROR, Outcome.FAILED),
        (C, C, Severity.ERROR, Outcome.XFAILED),
        (R, C, Severity.ERROR, Outcome.FAILED),
        (S, C, Severity.NOTE, Outcome.XPASSED),
    ],
)
def test_outcomes(verdict: Verdict, expect: Verdict, severity: Severity, expected: Outcome) -> None:
    findings = [Finding("sizes", None, severity, verdict, "")]
    assert outcome(claim("x", expect=expect), verdict, findings) == expected


def test_a_claim_without_mentions_says_so() -> None:
    result = engine(source("a.txt", "tree=5")).judge(claim("nothing"), ())
    assert [(f.check, f.rule.code if f.rule else None, f.verdict) for f in result.findings] == [
        ("core", "FC901", N)
    ]


def test_evidence_is_what_stands_there() -> None:
    text = "First line.\nA tree=6 stands. Another.\n"
    trees = source("a.txt", text)
    (finding,) = engine(trees).judge(claim("tree=5"), (trees,)).findings
    assert finding.evidence == (
        Evidence(
            "a.txt", "a.txt", 2, 3, 14, 20, "tree=6", Stance.REFUTES, "A ", " stands.", None, None,
            {"of": "tree", "size": "6"},
        ),
    )  # fmt: skip
    assert text[14:20] == "tree=6"
    assert finding.message == "5 is not 6 (a.txt:2)"
    assert finding.rule == DIFFERS


def test_a_closer_passage_overrules_looser_ones_of_its_source_only() -> None:
    class Close(Sizes):
        def compare(self, claimed: Occurrence, found: Occurrence) -> Relation:
            closeness = Closeness.WORDING if "same words" in found.document.text else Closeness.THING
            after = found.document.text[found.mention.end :].startswith(" in the same words")
            closeness = closeness if after else Closeness.THING
            agrees = found.mention.value["size"] == claimed.mention.value["size"]
            return Relation(agrees, "differs", DIFFERS, closeness)

    one = source("a.txt", "A tree=5 in the same words. A tree=6 here.")
    two = source("b.txt", "A tree=6 here.")
    assert engine(one, checks=(Close(),)).judge(claim("tree=5"), (one,)).verdict == S
    assert engine(one, two, checks=(Close(),)).judge(claim("tree=5"), (one, two)).verdict == C


def test_of_one_sentence_the_mention_that_fits_best_decides() -> None:
    class Fitting(Sizes):
        def compare(self, claimed: Occurrence, found: Occurrence) -> Relation:
            relation = super().compare(claimed, found)
            return relation._replace(fit=float(found.document.text[found.mention.end] == "!"))

    def verdict(text: str) -> Verdict:
        trees = source("a.txt", text)
        return engine(trees, checks=(Fitting(),)).judge(claim("tree=5"), (trees,)).verdict

    assert verdict("From tree=6 to tree=5! it went.") == S
    assert verdict("From tree=6! to tree=5 it went.") == R
    assert verdict("From tree=6 to tree=5 it went.") == C
    assert verdict("From tree=6! it went. To tree=5 now.") == C


def test_a_silent_relation_that_is_closest_keeps_looser_ones_from_deciding() -> None:
    class Silent(Sizes):
        def compare(self, claimed: Occurrence, found: Occurrence) -> Relation:
            if found.mention.value["size"] == "9":
                return Relation(None, "cannot tell", closeness=Closeness.WORDING)
            return super().compare(claimed, found)

    one, two = source("a.txt", "A tree=6 here. A tree=9 there."), source("b.txt", "A tree=6 here.")
    assert engine(one, checks=(Silent(),)).judge(claim("tree=5"), (one,)).verdict == N
    assert engine(two, checks=(Silent(),)).judge(claim("tree=5"), (two,)).verdict == R


TURNS = (Turn(0, 8, "Ann Peeters", "speech"), Turn(9, 17, "Jan Claes", "speech"))


@pytest.mark.parametrize(
    ("speaker", "expected", "code"),
    [("Ann Peeters", S, None), ("Claes", R, "FC902"), ("Bo Maas", R, "FC902")],
)
def test_a_claim_that_names_its_speaker_is_judged_on_their_words(
    speaker: str, expected: Verdict, code: str | None
) -> None:
    talk = source("a.txt", "tree=5 .\nbush=7 .", TURNS)
    result = engine(talk).judge(claim("tree=5", speaker=speaker, own_speaker=True), (talk,))
    rules = [finding.rule.code if finding.rule else None for finding in result.findings]
    assert (result.verdict, rules) == (expected, [code])


def test_a_speaker_of_the_whole_file_does_not_narrow_a_statement() -> None:
    talk = source("a.txt", "tree=5 .\nbush=7 .", TURNS)
    assert engine(talk).judge(claim("tree=5", speaker="Jan Claes"), (talk,)).verdict == S


class Named:
    """Extracts fixed words, to contest spans with."""

    def __init__(self, name: str, priority: int, *words: str, encloses: bool = False):
        self.name = self.kind = name
        self.priority, self.words, self.encloses, self.rules = priority, words, encloses, (DIFFERS,)

    def extract(self, document: Document) -> Iterable[Mention]:
        for word in self.words:
            if (at := document.text.find(word)) >= 0:
                yield Mention(self.kind, at, at + len(word), word, {})

    def compare(self, claimed: Occurrence, found: Occurrence) -> Relation:
        return Relation(True)


@pytest.mark.parametrize(
    ("checks", "expected"),
    [
        ([Named("a", 1, "June 2017"), Named("b", 9, "2017")], [("a", "June 2017")]),
        ([Named("a", 1, "2017"), Named("b", 9, "2017")], [("b", "2017")]),
        ([Named("a", 1, "June"), Named("b", 9, "2017")], [("a", "June"), ("b", "2017")]),
        ([Named("a", 1, "in June"), Named("b", 9, "June 2017")], [("b", "June 2017")]),
        (
            [Named("a", 1, "2017"), Named("q", 30, "Opened in June 2017", encloses=True)],
            [("q", "Opened in June 2017"), ("a", "2017")],
        ),
    ],
)
def test_one_span_has_one_mention(checks: list[Named], expected: list[tuple[str, str]]) -> None:
    document = Document("Opened in June 2017.")
    assert [(m.kind, m.text) for m in extract_mentions(document, checks)] == expected


def test_arbitration_does_not_depend_on_the_order_of_checks() -> None:
    document = Document("Opened in June 2017.")
    checks = [Named("a", 1, "in June", "2017"), Named("b", 9, "June 2017"), Named("c", 5, "Opened in")]
    found = [(check, mention) for check in checks for mention in check.extract(document)]
    assert arbitrate(found) == arbitrate(reversed(found))


def test_what_stands_inside_a_quotation_is_not_judged_apart() -> None:
    quotes = Named("q", 30, "said tree=5 loud", encloses=True)
    text = source("a.txt", "tree=5")
    result = engine(text, checks=(Sizes(), quotes)).judge(claim("He said tree=5 loud and tree=5."), (text,))
    assert [(f.check, f.mention.text if f.mention else "") for f in result.findings] == [
        ("q", "said tree=5 loud"),
        ("sizes", "tree=5"),
    ]


class Raising(Sizes):
    name, kind = "raising", "raising"

    def __init__(self, where: str, error: BaseException):
        self.where, self.error = where, error

    def extract(self, document: Document) -> Iterable[Mention]:
        if self.where == "extract" and document.name.endswith(".txt"):
            raise self.error
        return super().extract(document)

    def compare(self, claimed: Occurrence, found: Occurrence) -> Relation:
        raise self.error


@pytest.mark.parametrize(
    "error", [ValueError("bad\nluck"), SystemExit(0), BaseException("end")], ids=["raises", "exits", "ends"]
)
@pytest.mark.parametrize("where", ["extract", "compare"])
def test_a_failing_check_is_blamed_and_never_green(where: str, error: BaseException) -> None:
    text = source("a.txt", "tree=5")
    bad = engine(text, checks=(Raising(where, error),))
    result = bad.judge(claim("tree=5"), (text,))
    described = {
        "ValueError": "ValueError: bad",
        "SystemExit": "SystemExit: 0",
        "BaseException": "BaseException: end",
    }[type(error).__name__]
    assert result.outcome == Outcome.ERROR
    assert [(p.path, p.code, p.message) for p in bad.problems] == [
        ("check raising", "FC903", f"failed on a.txt ({described}); report it to its author")
    ]


def test_a_mention_that_is_not_what_stands_there_is_a_failure() -> None:
    class Lying(Sizes):
        def extract(self, document: Document) -> Iterable[Mention]:
            yield Mention(self.kind, 0, 4, "lies", {})

    text = source("a.txt", "tree=5")
    lying = engine(text, checks=(Lying(),))
    assert lying.judge(claim("tree=5"), (text,)).outcome == Outcome.ERROR


@pytest.mark.parametrize(
    "mention",
    [
        3,
        Mention("size", 0, 0, "", {}),
        Mention("size", -6, -1, "tree=", {}),
        Mention("size", 0, 4, "tree", {}, keys=3),  # type: ignore[arg-type]
        Mention("size", 0, 4, "tree", None),  # type: ignore[arg-type]
        Mention("other", 0, 4, "tree", {}),
    ],
)
def test_a_mention_that_is_none_is_blamed(mention: object) -> None:
    class Odd(Sizes):
        def extract(self, document: Document) -> Iterable[Mention]:
            yield mention  # type: ignore[misc]

    text = source("a.txt", "tree=5")
    odd = engine(text, checks=(Odd(),))
    assert odd.judge(claim("tree=5"), (text,)).outcome == Outcome.ERROR
    assert [problem.code for problem in odd.problems] == ["FC903"]


class Narrow(Sizes):
    """Says beforehand which mentions may matter: those that ``keep`` keeps."""

    def __init__(self, keep: Callable[[Sequence[Occurrence]], Iterable[Occurrence]]):
        self.keep = keep

    def narrow(self, claimed: Occurrence, found: Sequence[Occurrence]) -> Iterable[Occurrence]:
        return self.keep(found)


def test_only_what_a_check_narrows_down_to_is_compared() -> None:
    documents = [source("a", "tree=5 tree=6"), source("b", "tree=7")]
    result = Engine([Narrow(lambda found: found[1:])], documents, Config(Path())).judge(
        claim("tree=6"), tuple(documents)
    )
    evidence = [(one.source, one.text, one.stance) for one in result.findings[0].evidence]
    assert evidence == [("a", "tree=6", Stance.SUPPORTS), ("b", "tree=7", Stance.REFUTES)]


def test_a_check_that_narrows_down_to_something_else_is_blamed() -> None:
    documents = (source("a", "tree=5"),)
    engine = Engine(
        [Narrow(lambda found: [*found, found[0]._replace(speaker="x")])], documents, Config(Path())
    )
    assert engine.judge(claim("tree=6"), documents).outcome is Outcome.ERROR
    assert [problem.message for problem in engine.problems] == [
        "failed on c (TypeError: narrow gave what is none of the mentions it was asked about); "
        "report it to its author"
    ]


class Plus(Sizes):
    """Adds up ``tree+2`` and ``tree+3`` for the claims of another check, and gives what ``give`` gives."""

    name, kind, rules = "sums", "sum", (Rule("YY101", "sums", "Sums.", "It adds up.", "An example."),)
    pattern = re.compile(r"([a-z]+)\+(\d+)")

    def __init__(self, give: Callable[[Occurrence], Occurrence] = lambda one: one):
        self.give = give

    def reckon(
        self, claimed: Occurrence, found: Sequence[Occurrence]
    ) -> Iterable[tuple[Occurrence, Relation]]:
        total = sum(int(one.mention.value["size"]) for one in found)
        agrees = total == int(claimed.mention.value["size"])
        yield self.give(found[-1]), Relation(agrees, f"{total} in all", self.rules[0], Closeness.DERIVED)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("tree+2 tree+3", S),
        ("tree+2 tree+4", R),
        ("tree+2 tree+4 tree=5", S),  # what is stated goes first
    ],
)
def test_a_check_may_answer_for_the_mentions_of_another(text: str, verdict: Verdict) -> None:
    documents = (source("a", text),)
    result = Engine([Sizes(), Plus()], documents, Config(Path())).judge(claim("tree=5"), documents)
    assert result.verdict is verdict
    assert result.findings[0].check == "sizes"


def test_a_check_that_is_not_selected_answers_for_no_other() -> None:
    documents = (source("a", "tree+2 tree+3"),)
    chosen = Engine([Sizes(), Plus()], documents, Config(Path(), select=("XX",)))
    assert chosen.judge(claim("tree=5"), documents).verdict is N


def test_a_check_that_reckons_with_something_else_is_blamed() -> None:
    documents = (source("a", "tree+2 tree+3"),)
    odd = Engine([Sizes(), Plus(lambda one: one._replace(speaker="x"))], documents, Config(Path()))
    assert odd.judge(claim("tree=5"), documents).outcome is Outcome.ERROR
    assert [problem.message for problem in odd.problems] == [
        "failed on c (TypeError: reckon gave what is none of the mentions it was asked about); "
        "report it to its author"
    ]


@pytest.mark.parametrize(
    ("select", "ignore", "expected"),
    [((), (), Outcome.FAILED), (("XX",), (), Outcome.FAILED), ((), ("XX101",), Outcome.SKIPPED)],
)
def test_a_deselected_rule_does_not_judge(
    select: tuple[str, ...], ignore: tuple[str, ...], expected: Outcome
) -> None:
    text = source("a.txt", "tree=6")
    config = Config(Path(), select=select, ignore=ignore)
    assert engine(text, config=config).judge(claim("tree=5"), (text,)).outcome == expected


@pytest.mark.parametrize(
    ("config", "why"),
    [
        (Config(Path(), ignore=("XX101",)), "its rule XX101 is not selected"),
        (Config(Path(), select=("YY",)), "no rule of the check sizes is selected"),
    ],
)
def test_a_mention_that_no_selected_rule_judges_is_listed(config: Config, why: str) -> None:
    text = source("a.txt", "tree=6 bush=2")
    more = Sizes()
    more.rules = (*more.rules, LARGE._replace(code="XX102"))  # type: ignore[misc]
    result = engine(text, checks=(more,), config=config).judge(claim("tree=5"), (text,))
    assert [(f.verdict, f.rule, f.severity, f.message) for f in result.findings] == [
        (None, None, Severity.NOTE, f"not judged: {why}")
    ]
    assert [f.mention.text for f in result.findings if f.mention] == ["tree=5"]


LARGE = Rule("YY101", "large", "Large.", "It is large.", "An example.", Severity.WARNING)


class Alarm:
    """A check that only reviews: it warns of every size of 9."""

    name, rules = "alarm", (LARGE,)
    verdict: Verdict | None = None
    severity = Severity.WARNING

    def review(self, document: Document) -> Iterable[Finding]:
        for mention in document.mentions:
            if mention.value["size"] == "9":
                yield Finding(self.name, LARGE, self.severity, self.verdict, "large", mention)


def test_a_check_that_only_reviews_sees_the_mentions_of_the_others() -> None:
    both = engine(source("a", "tree=9"), checks=(Sizes(), Alarm()))
    result = both.judge(claim("A tree=9."), both.library.sources)
    assert [(finding.check, finding.severity) for finding in result.findings] == [
        ("sizes", Severity.NOTE),
        ("alarm", Severity.WARNING),
    ]
    assert (result.verdict, result.outcome) == (S, Outcome.WARNED)
    assert both.judge(claim("No size."), both.library.sources).outcome is Outcome.FAILED


@pytest.mark.parametrize(
    ("statement", "expected"), [("A tree=9.", Outcome.WARNED), ("A tree=8.", Outcome.SKIPPED)]
)
def test_a_review_that_is_selected_alone_warns(statement: str, expected: Outcome) -> None:
    config = Config(Path(), select=("YY",))
    alone = engine(source("a", "tree=9"), checks=(Sizes(), Alarm()), config=config)
    result = alone.judge(claim(statement), alone.library.sources)
    assert (result.verdict, result.outcome) == (N, expected)


def test_a_review_of_a_sentence_as_it_is_read_points_at_it_as_it_is_written() -> None:
    reading = Reading("The old tree=9.", OffsetMap(((0, 0), (4, 0), (8, 0))), "en")
    both = engine(source("a", "tree=9"), checks=(Sizes(), Alarm()))
    result = both.judge(claim("tree=9.", reading=reading), both.library.sources)
    mentions = [finding.mention for finding in result.findings if finding.mention]
    assert [(mention.start, mention.end, mention.text) for mention in mentions] == [(0, 6, "tree=9")] * 2


@pytest.mark.parametrize(("verdict", "severity"), [(R, Severity.WARNING), (None, Severity.ERROR)])
def test_a_review_that_judges_is_blamed(verdict: Verdict | None, severity: Severity) -> None:
    alarm = Alarm()
    alarm.verdict, alarm.severity = verdict, severity
    both = engine(source("a", "tree=9"), checks=(Sizes(), alarm))
    result = both.judge(claim("A tree=9."), both.library.sources)
    assert result.outcome is Outcome.ERROR
    assert [problem.message for problem in both.problems] == [
        "failed on claim c (ValueError: review gave a verdict or an error, not a warning or a note); "
        "report it to its author"
    ]
