"""What a figure counts, in both languages."""

from __future__ import annotations

import re

import pytest

from factcheck.model import Mention
from factcheck.nouns import counted
from factcheck.text import Document

# text with the figure in brackets, and the phrase it counts ("" for none)
PHRASES = [
    ("Some [400] people live there.", "people"),
    ("It has [13] different bridges.", "different bridges"),
    ("There were [200] young Danish sailors on board.", "young Danish sailors"),
    ("It hired [20] police officers.", "police officers"),
    ("The [12] other members left.", "members"),
    ("[Three] of the bridges are closed.", "bridges"),
    ("The museum sold [9,000] tickets online.", "tickets"),
    ("[40] of them stayed.", ""),
    ("It has 90 staff, and [40] of them are women.", "women"),
    ("Er werken 90 mensen, en [40] van hen zijn vrouwen.", "vrouwen"),
    ("They counted [40], and went home.", ""),
    ("Harlingen is a town of [15,800].", "town"),
    ("Residents: [15,800].", "Residents"),
    ("The population of Harlingen is [15,800].", "population"),
    ("A city of [90,000] Ghent is today.", "city"),
    ("It won [nine] Ghent shops a prize.", "Ghent shops"),
    ("It lies [20] kilometres away.", "kilometres"),
    ("It got letters from [five] U.S. senators.", "U.S. senators"),
    ("He won [18] Vesper Cup races.", "Vesper Cup races"),
    ("[60] percent of the Bank of Lier's clients came.", "percent"),
    ("[60] of the Bank of Lier's clients came.", "clients"),
    ("[60] overall came.", ""),
    ("The area (population [400]) grew.", "population"),
    ("City: [400].", ""),
    ("It needs [two] client connections a day.", "client connections"),
    ("It employs [12] customer service agents.", "customer service agents"),
    ("It has [90] staff and they work there.", "staff"),
    ("They met [two] boats carrying grain.", "boats"),
    ("Vorig jaar werden [3.120] otters gevangen.", "otters"),
    ("Er staan [twaalf] oude gebouwen.", "oude gebouwen"),
    ("It has [12] sports clothing shops.", "sports clothing shops"),
    ("De stad telt [13] verschillende bruggen.", "verschillende bruggen"),
    ("Er werken [400] politieagenten bij het korps.", "politieagenten"),
    ("De [12] andere leden vertrokken.", "leden"),
    ("[Negen] speciale centra gingen open.", "speciale centra"),
    ("Harlingen is een stad van [15.800].", "stad"),
    ("Ze telden er [40], en gingen weg.", ""),
    ("Het bedrijf heeft [30] oude vrachtwagens verkocht.", "oude vrachtwagens"),
    ("Aantal inwoners: [15.800]", "inwoners"),
]


def at_brackets(marked: str) -> tuple[Document, Mention]:
    match = re.search(r"\[(.*?)\]", marked)
    assert match
    text = marked.replace("[", "").replace("]", "")
    return Document(text), Mention("number", match.start(), match.end() - 2, match[1], {})


@pytest.mark.parametrize(("marked", "expected"), PHRASES, ids=[marked for marked, _ in PHRASES])
def test_phrase(marked: str, expected: str) -> None:
    found = counted(*at_brackets(marked))
    assert (found.text if found else "") == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("[400] residents", "[400] people live there"),
        ("a town of [400].", "[400] inhabitants"),
        ("[13] nationalities", "[13] nationaliteiten wonen hier"),
        ("[13] bridges", "De stad heeft [13] bruggen"),
        ("The population is [400].", "Er wonen [400] mensen in de stad."),
    ],
)
def test_the_same_is_counted(one: str, other: str) -> None:
    first, second = counted(*at_brackets(one)), counted(*at_brackets(other))
    assert first is not None
    assert second is not None
    assert first.head & second.head


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("[13] languages", "[13] nationalities"),
        ("[400] visitors", "[400] residents"),
        ("[6] sons", "[6] cats"),
    ],
)
def test_something_else_is_counted(one: str, other: str) -> None:
    first, second = counted(*at_brackets(one)), counted(*at_brackets(other))
    assert first is not None
    assert second is not None
    assert not first.head & second.head


def test_modifiers_are_kept_apart() -> None:
    found = counted(*at_brackets("It has [3] different gold medals."))
    assert found is not None
    assert (found.text, found.modifiers) == ("different gold medals", frozenset({"gold"}))
