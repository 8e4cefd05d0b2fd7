"""A concordance leads to the mentions that may share a word with a claim, and to no others."""

from __future__ import annotations

import pytest

from factcheck._mentions import extract_mentions
from factcheck._plugins import load
from factcheck.checks import Named, Occurrence
from factcheck.concordance import Concordance
from factcheck.config import Config
from factcheck.model import Mention
from factcheck.setting import Setting
from factcheck.text import Document

SOURCE = (
    "The reef off Port Mary is 40 metres deep. Divers counted 12 turtles there. "
    "It was mapped in 1998. The reef has lost 30 percent. Ferries leave at 7 in the morning."
)
CASES = {
    "a word of the sentence": ("Port Mary has existed since 1901.", ["40 metres", "1998"]),
    "a word said before, behind an article": (
        "The reef dates from 1700.",
        ["40 metres", "1998", "30 percent"],
    ),
    "whatever counts, for what counts": ("Crabs number 9 crabs.", ["40 metres", "12 turtles", "1998"]),
    "nothing but what points back": ("Trams were sold in 2004.", ["1998"]),
}


@pytest.fixture(scope="module")
def checks(tmp_path_factory: pytest.TempPathFactory) -> tuple[Named, ...]:
    return tuple(load(Config(tmp_path_factory.mktemp("here"))).checks)


def occurrences(text: str, checks: tuple[Named, ...]) -> list[Occurrence]:
    document = Document(text)
    return [Occurrence(mention, document) for mention in extract_mentions(document, checks)]


def shown(mention: Mention) -> str:
    noun = mention.value.get("noun")
    return f"{mention.text} {noun}" if noun else mention.text


@pytest.mark.parametrize(("claim", "expected"), CASES.values(), ids=CASES)
def test_leads_to_what_shares_a_word(claim: str, expected: list[str], checks: tuple[Named, ...]) -> None:
    (claimed,) = occurrences(claim, checks)
    found = Concordance(occurrences(SOURCE, checks)).sharing(Setting.of(claimed))
    assert [shown(occurrence.mention) for occurrence, _ in found] == expected


def test_gives_each_mention_with_its_setting(checks: tuple[Named, ...]) -> None:
    claimed, *_ = occurrences("The reef off Port Mary is 41 metres deep.", checks)
    for occurrence, setting in Concordance(occurrences(SOURCE, checks)).sharing(Setting.of(claimed)):
        assert setting is Setting.of(occurrence)
