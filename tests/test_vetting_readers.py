"""What readers return is looked at: each fault is said, and what is right is taken as it is."""

from __future__ import annotations

from typing import Any

import pytest

from factcheck._claims import ClaimsFile, duplicate_ids
from factcheck._vetting.readers import claims_of, source_of
from factcheck.model import Claim, Landmark, OffsetMap, Place, Source, Turn, Verdict

TEXT = "Ann: We have 12 boats.\nBert: And three cranes.\n"
SOURCE = Source("a.txt", "docs/a.txt", TEXT, "0" * 64, "en")
CLAIM = Claim("a", Place("a.csv", 1, 1, 1, 9, 0, 8), "We have 12 boats.")


def turns(*spans: tuple[Any, ...]) -> dict[str, Any]:
    return {"turns": tuple(Turn(*span) for span in spans)}


def marks(*places: tuple[Any, ...]) -> dict[str, Any]:
    return {"landmarks": tuple(Landmark(*place) for place in places)}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (turns((23, 40), (0, 22)), "the turns 23:40 and 0:22 overlap or are not in order"),
        (turns((0, 30), (23, 40)), "the turns 0:30 and 23:40 overlap or are not in order"),
        (turns((0, 999)), "the turn 0:999 is no stretch of the text"),
        (turns((-5, 9)), "the turn -5:9 is no stretch of the text"),
        (turns((9, 8)), "the turn 9:8 is no stretch of the text"),
        (turns(("0", 9)), "it gave a Turn with the start '0', not a whole number"),
        (turns((0, 9, 5)), "it gave a Turn with the speaker 5, not a text or None"),
        (turns((0, 9, "Ann", None)), "it gave a Turn with the role None, not a text"),
        (turns((0, 9, "Ann", "song")), "the turn 0:9 has the role 'song', which is none"),
        ({"turns": None}, "it gave a Source with the turns None, not a tuple"),
        (marks((20, 2, 1), (0, 1, 1)), "the landmarks at 20 and 0 are not in order"),
        (marks((0, 1, 1), (0, 2, 1)), "the landmarks at 0 and 0 are not in order"),
        (marks((999, 1, 1)), "the landmark at 999 is not in the text"),
        (marks((0, -2, 1)), "the landmark at 0 has the place -2:1"),
        (marks((0, "2", 1)), "it gave a Landmark with the line '2', not a whole number"),
        (marks((0, 1, 1, 5)), "it gave a Landmark with the locator 5, not a text or None"),
        ({"text": " \n"}, "the source has no text; raise an InputError for a file without any"),
        ({"language": "klingon"}, "the language of the source is 'klingon', not a code as en, or empty"),
        ({"date": "21 June 2017"}, "the date of the source is '21 June 2017', not one as 2017-06-21"),
        ({"date": "2017-02-31"}, "the date of the source is '2017-02-31', not one as 2017-06-21"),
        ({"aliases": "abc"}, "it gave a Source with the aliases 'abc', not a tuple"),
        ({"aliases": (1,)}, "the aliases of the source are (1,), not a tuple of texts"),
        ({"people": None}, "it gave a Source with the people None, not a mapping"),
        ({"people": {"Ann": "Annie"}}, "the other names of 'Ann' are 'Annie', not a tuple of texts"),
    ],
)
def test_a_source_is_looked_at_field_by_field(change: dict[str, Any], said: str) -> None:
    with pytest.raises((TypeError, ValueError)) as caught:
        source_of(SOURCE._replace(**change))
    assert str(caught.value) == said


@pytest.mark.parametrize(
    "change",
    [
        turns((0, 22, "Ann", "speech"), (23, 47, None, "answer")),
        marks((0, 1, 1, "00:01"), (23, 9, 4)),
        {
            "language": "",
            "date": "2017-06-21",
            "title": "A",
            "aliases": ("b",),
            "people": {"Ann": ("Annie",)},
        },
    ],
)
def test_a_right_source_stays_as_it_is(change: dict[str, Any]) -> None:
    source = SOURCE._replace(**change)
    assert source_of(source) == source


def test_lists_are_as_good_as_tuples() -> None:
    listed = SOURCE._replace(turns=[Turn(0, 9)], aliases=["b"], landmarks=[])  # type: ignore[arg-type]
    assert source_of(listed) == SOURCE._replace(turns=(Turn(0, 9),), aliases=("b",))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"id": ""}, "claim '' has no id, or neither statement nor quote"),
        ({"id": "a" * 201}, f"claim {'a' * 201!r:.60} has an id of 201 characters, more than 200"),
        ({"statement": None}, "claim 'a' has no id, or neither statement nor quote"),
        ({"expect": "supported"}, "it gave a Claim with the expect 'supported', not a Verdict"),
        ({"expect": Verdict.REFUTED}, "claim 'a' expects refuted and gives no reason"),
        ({"sources": "docs"}, "it gave a Claim with the sources 'docs', not a tuple"),
        ({"tags": (1,)}, "the tags of claim 'a' are (1,), not a tuple of texts"),
        ({"reading": "x"}, "it gave a Claim with the reading 'x', not a Reading or None"),
        ({"statement_map": None}, "it gave a Claim with the statement_map None, not an OffsetMap"),
        ({"quote_map": OffsetMap(())}, "claim 'a' has an OffsetMap without runs"),
        ({"place": ("a.csv", 1)}, "it gave a Claim with the place ('a.csv', 1), not a Place"),
        (
            {"place": CLAIM.place._replace(line=-9)},
            "claim 'a' stands at (-9, 1, 1, 9, 0, 8), which is no place in a file",
        ),
        (
            {"place": CLAIM.place._replace(end="8")},
            "it gave a Place with the end '8', not a whole number",
        ),
    ],
)
def test_a_claim_is_looked_at_field_by_field(change: dict[str, Any], said: str) -> None:
    with pytest.raises((TypeError, ValueError)) as caught:
        claims_of([CLAIM, CLAIM._replace(**change)])
    assert str(caught.value) == said


@pytest.mark.parametrize("answer", [False, 0, "x", 3.5])
def test_claims_are_a_list(answer: object) -> None:
    with pytest.raises(TypeError, match="is no list of claims"):
        claims_of(answer)


def test_claims_of_one_place_need_ids_of_their_own_too() -> None:
    same = (CLAIM, CLAIM, CLAIM._replace(statement="12 boats"), CLAIM._replace(id="b"))
    problems = list(duplicate_ids([ClaimsFile("a.csv", "", same, ())]))
    said = "id 'a' is that of the claim at a.csv:1:1 too; give each claim its own"
    assert [problem.message for problem in problems] == [said, said]
