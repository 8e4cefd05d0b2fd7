"""The kit for plugin authors: cases, the runner, and trials that a bad check does not pass."""

from __future__ import annotations

import random
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest

from factcheck.errors import ConfigError, InputError
from factcheck.model import Finding, Mention, Relation, Rule, Severity, Verdict
from factcheck.testing import Case, Factchecker, Trial, assert_case, conformance, installed, read_cases
from factcheck.text import Document

SAMPLES = {
    "number": (
        "The harbour of Eastmoor has 12 cranes and 4,200 members.",
        "Some 86,000 people live in Eastmoor; 22 percent of them are young.",
        "In Eastmoor wonen ruim 86.000 mensen.",
    ),
    "date": (
        "The quay of Eastmoor opened on 3 May 2017.",
        "It closed in June 2019, after nine months of work.",
        "De kade ging open op 3 mei 2017.",
    ),
    "quote": (
        'Ida Brandt says: "We have never once closed the harbour because of the fog."',
        '"Nobody believed that it would last," said Jan Holm, "not even my father."',
    ),
}


LINEAR = "time is linear in the text"  # measured in tests/bench/extraction.py for the built-in checks


@pytest.mark.parametrize(
    "trial",
    [
        pytest.param(trial, id=f"{name}: {trial}")
        for name, samples in SAMPLES.items()
        for trial in conformance(installed(name), samples)
        if trial.name != LINEAR
    ],
)
def test_the_built_in_checks_conform(trial: Trial) -> None:
    trial()


EXAMPLE = "Claim:  The bay has 12 boats.\nSource: The bay has 14 boats."
BOATS = Rule("BT1", "boats-differ", "", "", EXAMPLE)
FEW = Rule("BT2", "boats-few", "", "", "Claim: The bay has 3 boats.", Severity.WARNING)
TEXTS = ("The bay has 12 boats.", "There are 14 boats and 3 boats more.")


class Boats:
    """A check that conforms, whose methods the bad ones replace."""

    name = kind = "boats"
    priority = 5
    rules = (BOATS,)

    def extract(self, document: Document) -> Iterator[Mention]:
        for match in re.finditer(r"([0-9]{1,9}) boats", document.text):
            yield Mention("boats", *match.span(), match[0], {"boats": int(match[1])}, ("boats",))

    def compare(self, claimed: Any, found: Any) -> Relation:
        same = claimed.mention.value == found.mention.value
        return Relation(same, "another number of boats", BOATS)


class Shifted(Boats):
    def extract(self, document: Document) -> Iterator[Mention]:
        for mention in super().extract(document):
            yield mention._replace(end=mention.end - 1)


class Backwards(Boats):
    def extract(self, document: Document) -> Iterator[Mention]:
        yield from reversed(list(super().extract(document)))


class Twice(Boats):
    def extract(self, document: Document) -> Iterator[Mention]:
        for mention in super().extract(document):
            yield from (mention, mention)


class Unserialisable(Boats):
    def extract(self, document: Document) -> Iterator[Mention]:
        for mention in super().extract(document):
            yield mention._replace(value={"boats": {1}})


class Fickle(Boats):
    def extract(self, document: Document) -> Iterator[Mention]:
        for mention in super().extract(document):
            yield mention._replace(value={"boats": random.random()})


class Forgetful(Boats):
    def __init__(self) -> None:
        self.seen: set[str] = set()

    def extract(self, document: Document) -> Iterator[Mention]:
        if document.text not in self.seen:
            self.seen.add(document.text)
            yield from super().extract(document)


class Chatty(Boats):
    def compare(self, claimed: Any, found: Any) -> Relation:
        print("boats!", file=sys.stderr)
        return super().compare(claimed, found)


class Writing(Boats):
    def extract(self, document: Document) -> Iterator[Mention]:
        Path("boats.tmp").write_text("boats")
        yield from super().extract(document)


class Running(Boats):
    def extract(self, document: Document) -> Iterator[Mention]:
        import subprocess

        subprocess.run([sys.executable, "-c", "pass"], check=True)
        yield from super().extract(document)


class Delicate(Boats):
    def extract(self, document: Document) -> Iterator[Mention]:
        document.text.encode("utf-8")
        yield from super().extract(document)


class Leaving(Boats):
    def extract(self, document: Document) -> Iterator[Mention]:
        if "\x1b" in document.text:
            sys.exit(0)
        yield from super().extract(document)


class Clock:
    """A processor clock that checks wind on, so that no machine makes a test slow or wrong."""

    seconds = 0.0

    def process_time(self) -> float:
        return self.seconds


CLOCK = Clock()


class Steady(Boats):
    def extract(self, document: Document) -> Iterator[Mention]:
        CLOCK.seconds += len(document.text) * 1e-5
        yield from super().extract(document)


class Slow(Boats):
    def extract(self, document: Document) -> Iterator[Mention]:
        CLOCK.seconds += len(document.text) ** 2 * 1e-8
        yield from super().extract(document)


class Blind(Boats):
    def extract(self, document: Document) -> Iterator[Mention]:
        yield from ()


class Foreign(Boats):
    def compare(self, claimed: Any, found: Any) -> Relation:
        return Relation(False, "another", BOATS._replace(code="ZZ1"))


class Unexemplified(Boats):
    rules = (BOATS._replace(example="Claim: There are 12 boats.\nSource: Here are 12 boats."),)


class Counting:
    """A check that only reviews, and conforms."""

    name = "boat-count"
    rules = (FEW,)

    def review(self, document: Document) -> Iterator[Finding]:
        for mention in document.mentions:
            if mention.value["boats"] < 20:
                yield Finding(self.name, FEW, FEW.severity, None, "few boats", mention)


class Convicting(Counting):
    def review(self, document: Document) -> Iterator[Finding]:
        for finding in super().review(document):
            yield finding._replace(verdict=Verdict.REFUTED)


class Ruleless(Boats):
    rules = ()


class Aloft(Counting):
    def review(self, document: Document) -> Iterator[Finding]:
        for finding in super().review(document):
            yield finding._replace(mention=None)


class Borrowing(Counting):
    def review(self, document: Document) -> Iterator[Finding]:
        for finding in super().review(document):
            yield finding._replace(rule=BOATS)


@pytest.mark.parametrize(
    ("check", "trials"),
    [
        (Steady, set()),
        (Counting, set()),
        (Convicting, {"reviews are remarks in their place"}),
        (Aloft, {"reviews are remarks in their place"}),
        (Borrowing, {"reviews are remarks in their place"}),
        (Unexemplified, {"the examples of its rules happen"}),
        (Ruleless, {"can be registered"}),
        (Blind, {"finds something in each sample"}),
        (Shifted, {"spans are exact, sorted and apart"}),
        (Backwards, {"spans are exact, sorted and apart"}),
        (Twice, {"spans are exact, sorted and apart"}),
        (Unserialisable, {"values are ready for JSON"}),
        (Fickle, {"the same answer every time"}),
        (Forgetful, {"the same answer every time"}),
        (Chatty, {"nothing is printed"}),
        (Writing, {"nothing is written"}),
        (Running, {"nothing is written"}),
        (Delicate, {"survives hostile text"}),
        (Leaving, {"survives hostile text"}),
        (Slow, {LINEAR}),
        (Foreign, {"evidence stands in its source"}),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else "",
)
def test_a_bad_check_fails_the_trial_it_is_bad_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, check: type, trials: set[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys.modules["factcheck.testing.measuring"], "time", CLOCK)
    failed = set()
    beside = [Boats()] if issubclass(check, Counting) else []
    for trial in conformance(check(), TEXTS, beside):
        if trial.name == LINEAR and check not in (Slow, Steady):
            continue  # which winds no clock on
        try:
            trial()
        except (Exception, SystemExit):
            failed.add(trial.name)
    assert trials <= failed
    assert bool(failed) == bool(trials)


def test_one_sample_is_too_few() -> None:
    with pytest.raises(AssertionError, match="two samples"):
        conformance(Boats(), TEXTS[:1])[0]()


# cases


@pytest.mark.parametrize("case", read_cases("examples/factcheck-postcode/cases.yaml"), ids=str)
def test_the_cases_of_the_example(root: Path, case: Case) -> None:
    check = installed("postcode", plugin=str(root / "examples/factcheck-postcode/factcheck_postcode.py"))
    assert_case(check, case)


@pytest.mark.parametrize(
    ("case", "message"),
    [
        (
            Case("c", Verdict.REFUTED, ("Here are 12 boats.",), "There are 12 boats."),
            "supported, not refuted",
        ),
        (
            Case("c", Verdict.REFUTED, ("Here are 13 boats.",), "There are 12 boats.", rule="BT2"),
            "rule BT1, boats-differ, not BT2",
        ),
        (
            Case("c", Verdict.REFUTED, ("Here are 13 boats.",), "There are 12 boats.", evidence="12 boats"),
            "passages ['13 boats'], not '12 boats'",
        ),
    ],
)
def test_a_case_that_does_not_hold_says_why(case: Case, message: str) -> None:
    with pytest.raises(AssertionError, match=re.escape(message)):
        assert_case(Boats(), case)


@pytest.mark.parametrize(
    ("remarks", "message"),
    [(("BT2",), ""), (("boats-few",), ""), ((), "remarks BT2, not none"), (("BT1",), "remarks BT2, not BT1")],
)
def test_a_case_says_what_is_remarked(remarks: tuple[str, ...], message: str) -> None:
    case = Case("c", None, (), "There are 12 boats.", remarks=remarks)
    with pytest.raises(AssertionError, match=message) if message else nullcontext():
        assert_case([Boats(), Counting()], case)


def test_a_quotation_is_a_case_too() -> None:
    said = "Ida Brandt: We have never once closed the harbour because of the fog.\n"
    assert_case(
        installed("quote"),
        Case(
            "c",
            Verdict.SUPPORTED,
            (said,),
            quote="We have never once closed the harbour",
            speaker="Ida Brandt",
        ),
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("claims: []", "holds no list 'cases'"),
        ("cases: [a]", "cases.yaml:1: is no mapping"),
        ("cases: [{claim: a, sauce: b}]", "cases.yaml:1: unknown key 'sauce'"),
        ("cases: [{claim: a, source: b}]", "needs a claim or a quote, with a source and a verdict or with"),
        ("cases: [{source: a, remarks: []}]", "needs a claim or a quote"),
        ("cases: [{claim: a, remarks: {}}]", "'remarks' is no text"),
        ("cases: [{claim: 12, source: b, verdict: refuted}]", "'claim' is no text"),
        ("cases: [{claim: a, source: b, verdict: wrong}]", "'wrong' is none of supported"),
        ("cases: [", "no cases can be read"),
        (
            "cases:\n- claim: x\n  source: y\n  verdict: supported\n  verdict: refuted\n",
            "no cases can be read (duplicate key 'verdict'",
        ),
    ],
)
def test_a_wrong_file_of_cases(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "cases.yaml").write_text(text)
    with pytest.raises(InputError, match=re.escape(message)):
        read_cases(tmp_path / "cases.yaml")


def test_a_check_that_is_not_there() -> None:
    with pytest.raises(ConfigError, match="no check is called 'boats'; known are date, number, quote"):
        installed("boats")


@pytest.mark.parametrize("module", ["hypothesis", "jsonschema", "numpy", "xdist"])
def test_the_kit_needs_nothing_that_a_plugin_author_may_not_have(module: str) -> None:
    code = f"import sys; sys.modules[{module!r}] = None; import factcheck.testing; "
    code += "factcheck.testing.installed('number')"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")


# the runner

FILES = {
    "docs/log.txt": "The harbour of Eastmoor has 12 cranes.\n",
    "claims.yaml": "claims:\n  - id: a\n    statement: The harbour of Eastmoor has 12 cranes.\n"
    "  - id: b\n    statement: The harbour of Eastmoor has 14 cranes.\n",
}


@pytest.mark.parametrize("way", ["run", "run_command"])
def test_the_runner(factchecker: Factchecker, way: str) -> None:
    factchecker.write(FILES)
    result = getattr(factchecker, way)("claims.yaml", "--sources", "docs", "--format", "json")
    assert (result.code, result.errors) == (1, ())
    result.assert_outcomes(passed=1, failed=1)
    with pytest.raises(AssertionError):
        result.assert_outcomes(passed=2)
    text = getattr(factchecker, way)("claims.yaml", "--sources", "docs")
    text.assert_lines("claims.yaml .F*", "FC101 number-differs:*", "1 failed, 1 passed*")
    with pytest.raises(AssertionError, match="no line is like"):
        text.assert_lines("1 failed*", "FC101*")
    assert getattr(factchecker, way)("gone.yaml").code == 4
