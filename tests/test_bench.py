"""The pure functions of the measuring scripts in bench/."""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

import pytest

sys.path.insert(0, str(Path(__file__).parent / "bench"))

import accuracy
import forms
import mutation
import prose
import rewrites

from factcheck.model import Mention, Verdict

GRAMMAR = frozenset(["the", "a", "of", "and", "in"])


@pytest.mark.parametrize(
    ("text", "language", "way", "expected"),
    [
        ("86,000", "en", 0, "56,000"),
        ("12", "en", 0, "42"),
        ("0", "en", 0, "4"),
        ("0.25", "en", 0, "0.55"),
        ("3rd", "en", 0, "7th"),
        ("11th", "en", 0, "15th"),
        ("20 to 30", "en", 0, "50 to 60"),
        ("5 to 80", "en", 0, "2 to 50"),
        ("3 to 80", "en", 0, None),
        ("at least 5", "en", 1, "at least 8"),
        ("at least 8", "en", 1, None),
        ("less than 60", "en", -1, "less than 30"),
        ("at least five", "en", 1, None),
        ("twenty-three", "en", 0, "fifty-three"),
        ("Three", "en", 0, "Six"),
        ("third", "en", 0, "sixth"),
        ("nobody", "en", 0, None),
        ("zesentachtig", "nl", 0, "zesendertig"),
        ("drie", "nl", 0, "zes"),
        ("twee miljoen", "nl", 0, "vijf miljoen"),
        ("miljoen", "nl", 0, "miljard"),
    ],
)
def test_number(text: str, language: str, way: int, expected: str | None) -> None:
    assert rewrites.number(text, language, way) == expected


@pytest.mark.parametrize(
    ("text", "language", "way", "expected"),
    [
        ("21 June 1998", "en", 0, "21 June 2015"),
        ("2017", "en", 0, "2000"),
        ("the 1990s", "en", 0, "the 2010s"),
        ("since 2001", "en", 1, "since 2018"),
        ("before 1950", "en", -1, "before 1933"),
        ("1914–18", "en", 0, None),
        ("2019-06-07", "en", 0, "2002-06-07"),
        ("Christmas 1183", "en", 0, "Christmas 1200"),
        ("June", "en", 0, "November"),
        ("31 October", "en", 0, "31 December"),
        ("19th century", "en", 0, "15th century"),
        ("7 mei", "nl", 0, "7 augustus"),
        ("forty hours", "en", 0, "seventy hours"),
        ("16 years", "en", 0, "46 years"),
        ("every day", "en", 0, "every year"),
        ("elke week", "nl", 0, "elke maand"),
        ("yesterday", "en", 0, None),
    ],
)
def test_date(text: str, language: str, way: int, expected: str | None) -> None:
    assert rewrites.date(text, language, way) == expected


@pytest.mark.parametrize(
    ("text", "language", "true", "expected"),
    [
        ("3,412", "en", True, {"at least lower": "at least 2,400", "fewer than higher": "fewer than 5,000"}),
        ("3,412", "en", True, {"no thousands separator": "3412", "rounded with about": "about 3,400"}),
        ("3,412", "en", False, {"more than higher": "more than 5,000", "about, far off": "about 7,000"}),
        ("$7 million", "en", True, {"scale expanded": "$7,000,000", "range": "between $4 and $10 million"}),
        ("$7 million", "en", False, {"wrong scale": "$7 billion"}),
        ("12 hours", "en", True, {"number word": "twelve hours"}),
        ("68 percent", "en", True, {"percent form": "68%"}),
        ("9", "nl", True, {"number word": "negen", "at least lower": "minstens 6"}),
        ("twaalf", "nl", False, {"digits, another figure": "13"}),
        ("14th", "en", True, {}),
        ("two or more", "en", True, {}),
    ],
)
def test_forms_of_a_number(text: str, language: str, true: bool, expected: dict[str, str]) -> None:
    found = list(forms.number(Mention("number", 0, len(text), text, {}), language))
    made = {form.how: form.text for form in found if form.true is true}
    assert {how: made.get(how) for how in expected} == expected
    assert bool(made) is bool(expected)


def test_forms_of_a_date() -> None:
    value = {"start": "1987-06-12", "end": "1987-06-13"}
    found = list(forms.date(Mention("date", 0, 12, "12 June 1987", value), "en"))
    assert {form.how: form.text for form in found if form.how.startswith(("wrong", "iso", "year"))} == {
        "wrong year": "12 June 1985",
        "wrong decade": "in the 1970s",
        "wrong month": "12 November 1987",
        "wrong day": "13 June 1987",
        "iso": "1987-06-12",
        "iso wrong": "1987-06-29",
        "year only": "in 1987",
    }


def test_forms_of_a_year_that_two_centuries_have() -> None:
    value = {"start": "1900-01-01", "end": "1901-01-01"}
    found = list(forms.date(Mention("date", 0, 4, "1900", value), "nl"))
    assert [form.text for form in found if "jaren" in form.text or "eeuw" in form.text] == [
        "in de jaren 1900",
        "in de jaren 1890",
    ]


def test_word_swapped_and_dropped_keep_the_ends() -> None:
    passage = "The ferry never crosses the fjord at night."
    pool = ["granite"]
    swapped = {rewrites.word_swapped(passage, pool, Random(seed), GRAMMAR) for seed in range(20)}
    dropped = {rewrites.word_dropped(passage, Random(seed), GRAMMAR) for seed in range(20)}
    assert swapped == {passage.replace(word, "granite") for word in ("ferry", "never", "crosses", "fjord")}
    assert dropped == {passage.replace(f" {word}", "") for word in ("ferry", "never", "crosses", "fjord")}


@pytest.mark.parametrize(
    ("passage", "language", "expected"),
    [
        ("The ferry does not sail at night.", "en", "The ferry does sail at night."),
        ("De pont vaart niet op zondag.", "nl", "De pont vaart op zondag."),
        ("The ferry sails at night.", "en", None),
        ("No ferry sails at night.", "en", None),
    ],
)
def test_negation_dropped(passage: str, language: str, expected: str | None) -> None:
    assert rewrites.negation_dropped(passage, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry to the island is small, and it leaves when the tide is right.", True),
        ("the ferry to the island is small, and it leaves when the tide is right.", False),
        ("The ferry to the island is small, and it leaves when the tide is right", False),
        ("The Software is provided without warranty of any kind to the people who use it.", False),
        ("- The ferry to the island is small, and it leaves when the tide is right.", False),
        ("Call ferry.sail(island) and ferry.moor(island) when tide[0] == tide[1] in the loop.", False),
    ],
)
def test_is_prose(text: str, expected: bool) -> None:
    assert prose.is_prose(text) is expected


def test_lonely_is_a_sentence_without_a_near_twin() -> None:
    lines = [
        "Nine boats sailed from Vik harbour.",
        "Six boats sailed from Vik harbour.",
        "It rained all day.",
    ]
    bags = [mutation._words(line) for line in lines]
    assert [mutation.lonely(line, bags) for line in lines] == [False, False, True]


def _mention(**value: str | None) -> Mention:
    return Mention("number", 0, 1, "x", value)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (_mention(low="5", high="5"), _mention(low="8", high="8"), True),
        (_mention(low="5", high="9"), _mention(low="8", high="8"), False),
        (_mention(low="5", high=None), _mention(low="8", high="8"), False),
        (
            _mention(start="2001-01-01", end="2002-01-01"),
            _mention(start="2002-01-01", end="2003-01-01"),
            True,
        ),
        (
            _mention(start="2001-01-01", end="2003-01-01"),
            _mention(start="2002-01-01", end="2003-01-01"),
            False,
        ),
        (_mention(duration="P1D"), _mention(duration="P1W"), True),
    ],
)
def test_apart(one: Mention, other: Mention, expected: bool) -> None:
    assert mutation.apart(one, other) is expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"low": "5", "high": None}, 1),
        ({"low": None, "high": "5"}, -1),
        ({"low": "5", "high": "5"}, 0),
        ({}, 0),
    ],
)
def test_open_end(value: dict[str, str | None], expected: int) -> None:
    assert mutation.open_end(_mention(**value)) == expected


def test_cases_of_a_small_text(tmp_path: Path) -> None:
    text = "The harbour of Vik has 42 boats in the summer.\n\nThe ferry is old, and the people like it.\n"
    found = list(
        mutation.cases(
            prose.Prose("vik", "en", text), tmp_path / "vik.txt", ("number", "quote"), 5, Random(1)
        )
    )
    numbers = [(case.change.partition(":")[0], case.verdict) for case in found if case.kind == "number"]
    quotes = {(case.change, case.verdict) for case in found if case.kind == "quote"}
    assert numbers == [
        ("as it stands", Verdict.SUPPORTED),
        (mutation.TRUE, Verdict.SUPPORTED),
        (mutation.FALSE, Verdict.REFUTED),
        ("changed", Verdict.REFUTED),
        ("cut", Verdict.NOT_ENOUGH_EVIDENCE),
    ]
    assert quotes == {
        ("as it stands", Verdict.SUPPORTED),
        ("word swapped", Verdict.REFUTED),
        ("word dropped", Verdict.REFUTED),
        ("sentences swapped", Verdict.REFUTED),
        ("cut", Verdict.NOT_ENOUGH_EVIDENCE),
    }


def test_figures_are_shares_of_their_own_group() -> None:
    def case(change: str, verdict: Verdict, refutable: bool = True) -> mutation.Case:
        return mutation.Case("number", "en", change, "…", verdict, "vik", None, refutable)

    found = [
        case("as it stands", Verdict.SUPPORTED),
        case("as it stands", Verdict.REFUTED),
        case("changed", Verdict.REFUTED),
        case("changed", Verdict.SUPPORTED, refutable=False),
        case("cut", Verdict.NOT_ENOUGH_EVIDENCE),
        case(f"{mutation.TRUE}: range", Verdict.NOT_ENOUGH_EVIDENCE),
        case(f"{mutation.FALSE}: range", Verdict.REFUTED),
    ]
    assert mutation.table(found) == {
        ("number", "en"): {
            "judged": 2,
            "unchanged supported": 50.0,
            "unchanged refuted": 50.0,
            "unchanged conflicting": 0.0,
            "changed": 2,
            "changed supported": 50.0,
            "changed refuted": 100.0,
            "cut": 1,
            "cut, still judged": 0.0,
            "true forms": 1,
            "true, supported": 0.0,
            "true, refuted": 0.0,
            "false forms": 1,
            "false, supported": 0.0,
            "false, refuted": 100.0,
        }
    }
    assert [mutation.bad(one) for one in found] == [False, True, False, True, False, True, False]


OUTPUT = """\
seeds claims     accuracy 90.0% (9/10);evidence precision 80.0% (4/5) of the passages;
claims           boats                n=   20 acc=0.900 coverage=0.700 prec@cov=0.980 false-support=0.010
quotes           score 1.0000;iou50 0.9400;wall_s 2.5;
extraction       source               lang category                 n   span  exact  value   unit
HEAD number          nl                           30  0.985  0.888  0.924  0.954
extra per case boats nl date 0.005 of 18 cases
"""


def test_scored_reads_what_the_scorers_print() -> None:
    assert accuracy.scored(OUTPUT) == {
        "Labelled claims": {
            "boats": {
                "cases": "20",
                "accuracy": "0.900",
                "coverage": "0.700",
                "precision on covered": "0.980",
                "false support": "0.010",
            }
        },
        "Seeds and quotations": {
            "seeds claims: accuracy": {"figure": "90.0%"},
            "seeds claims: evidence precision": {"figure": "80.0%"},
            "quotes: score": {"figure": "1.0000"},
            "quotes: iou50": {"figure": "0.9400"},
        },
        "Extraction": {
            "HEAD number nl": {
                "cases": "30",
                "span": "0.985",
                "exact": "0.888",
                "value": "0.924",
                "unit": "0.954",
            },
            "extra boats nl date": {"cases": "18", "extra a case": "0.005"},
        },
    }


def test_a_page_keeps_its_words_and_gives_its_tables_back() -> None:
    tables = accuracy.scored(OUTPUT)
    page = accuracy.page_with(
        f"before\n{accuracy.START}\nold\n{accuracy.END}\nafter\n", accuracy.markdown(tables)
    )
    assert page.startswith("before\n")
    assert page.endswith("\nafter\n")
    assert accuracy.parsed(page) == tables


def test_beside_shows_the_old_figure_where_it_differs() -> None:
    new = {"Boats": {"nl": {"value": "0.9", "unit": "1.0"}}}
    old = {"Boats": {"nl": {"value": "0.8", "unit": "1.0"}}}
    assert [line.split() for line in accuracy.beside(new, old)] == [
        ["Boats"],
        ["nl", "value", "0.9", "(0.8)", "unit", "1.0"],
    ]


def test_a_kind_has_the_same_cases_whichever_others_are_measured(tmp_path: Path) -> None:
    lines = (
        "The old mill on the western shore grinds 24 sacks of barley before noon.",
        "Bakers of Harwick sold 310 loaves to sailors and to nobody else.",
        "Twelve oaks were planted behind the chapel by pupils of the village school.",
        "In 1907 masons repaired the bridge that the river had swept away in spring.",
        "A ferry carries 45 goats, their keepers and a postman across the lake.",
        "Nine lamps light the quay, where fishermen mend their nets after dusk.",
    )
    text = prose.Prose("shore", "en", "\n\n".join(lines) + "\n")

    def numbers(*kinds: str) -> list[mutation.Case]:
        found = mutation.cases(text, tmp_path / "shore.txt", kinds, 4, Random(1))
        return [case for case in found if case.kind == "number"]

    alone = numbers("number")
    groups = {case.change.partition(":")[0] for case in alone}
    assert groups == {"as it stands", "changed", "cut", mutation.TRUE, mutation.FALSE}
    assert [(c.change, c.claim, c.verdict) for c in numbers("number", "date", "quote")] == [
        (c.change, c.claim, c.verdict) for c in alone
    ]
