"""Number words of both languages, as they compose."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.text import tokenize
from factcheck_number.words import Number, read


def number(language: str, text: str, linked: bool = True) -> Number | None:
    words = tokenize(text).words
    return read(language, words, 0, lambda index: True, linked)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("zero", 0),
        ("seven", 7),
        ("nineteen", 19),
        ("forty", 40),
        ("twenty-one", 21),
        ("twenty one", 21),
        ("hundred", 100),
        ("one hundred and sixteen", 116),
        ("three hundred forty", 340),
        ("five thousand four hundred and twenty-two", 5422),
        ("forty five hundred thirty eight", 4538),
        ("nine thousand and eleven", 9011),
        ("six hundred and one thousand", 601_000),
        ("one hundred and eighty-six thousand two hundred and eleven", 186_211),
        ("twelve million", 12_000_000),
        ("one billion twenty-five million", 1_025_000_000),
        ("four trillion", 4_000_000_000_000),
        ("three dozen", 36),
        ("two lakh crore", 2_000_000_000_000),
    ],
)
def test_english_cardinals(text: str, value: int) -> None:
    found = number("en", text)
    assert found
    assert (found.value, found.end, found.ordinal) == (value, len(tokenize(text).words), False)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("nul", 0),
        ("zeven", 7),
        ("negentien", 19),
        ("veertig", 40),
        ("eenentwintig", 21),
        ("drieëndertig", 33),
        ("drieendertig", 33),
        ("honderd", 100),
        ("honderdzestien", 116),
        ("honderd twintig", 120),
        ("vijfduizendvierhonderdtweeëntwintig", 5422),
        ("vijfenveertighonderd", 4500),
        ("negenduizendelf", 9011),
        ("zeshonderdéénduizend", 601_000),
        ("tweeduizend en zestien", 2016),
        ("zesduizend achtentwintig", 6028),
        ("honderdzesentachtigduizendtweehonderdelf", 186_211),
        ("twaalf miljoen", 12_000_000),
        ("honderdduizend miljoen", 100_000_000_000),
        ("vier miljard", 4_000_000_000),
        ("drie miljoen duizenddrieënvijftig", 3_001_053),
    ],
)
def test_dutch_cardinals(text: str, value: int) -> None:
    found = number("nl", text)
    assert found
    assert (found.value, found.end, found.ordinal) == (value, len(tokenize(text).words), False)


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "first", 1),
        ("en", "seventeenth", 17),
        ("en", "twenty-third", 23),
        ("en", "seventythird", 73),
        ("en", "one hundred and fifth", 105),
        ("en", "two thousandth", 2000),
        ("nl", "eerste", 1),
        ("nl", "zeventiende", 17),
        ("nl", "drieëntwintigste", 23),
        ("nl", "honderdvijfde", 105),
        ("nl", "honderdentweede", 102),
        ("nl", "tweeduizendste", 2000),
    ],
)
def test_ordinals(language: str, text: str, value: int) -> None:
    found = number(language, text)
    assert found
    assert (found.value, found.end, found.ordinal) == (value, len(tokenize(text).words), True)


@pytest.mark.parametrize(
    ("text", "value", "fraction", "suffix"),
    [
        ("driekwart", "0.75", True, ""),
        ("tweevijfde", "0.4", True, ""),
        ("anderhalf", "1.5", False, ""),
        ("tweeënhalf", "2.5", False, ""),
        ("vijftigtal", "50", False, "about"),
        ("driemaal", "3", False, "times"),
        ("tienvoud", "10", False, "times"),
        ("achttienjarige", "18", False, "year"),
    ],
)
def test_dutch_compounds(text: str, value: str, fraction: bool, suffix: str) -> None:
    found = number("nl", text)
    assert found
    assert (found.value, found.fraction, found.suffix) == (Decimal(value), fraction, suffix)


@pytest.mark.parametrize(
    ("language", "text", "linked", "value", "end"),
    [
        ("en", "two hundred and three hundred", True, 200, 2),
        ("en", "nine and ten", True, 9, 1),
        ("en", "one hundred and two hundred", False, 100, 2),
        ("en", "one hundred and five", False, 100, 2),
        ("en", "two million and three million", True, 2_000_000, 2),
        ("en", "ten people", True, 10, 1),
        ("nl", "vier of vijf", True, 4, 1),
        ("nl", "drie en dertig", True, 3, 1),
        ("nl", "twintig drie", True, 20, 1),
        ("nl", "honderd mensen", True, 100, 1),
    ],
)
def test_a_number_ends_where_another_begins(
    language: str, text: str, linked: bool, value: int, end: int
) -> None:
    found = number(language, text, linked)
    assert found
    assert (found.value, found.end) == (value, end)


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("en", "height"),
        ("en", "often"),
        ("en", "tone"),
        ("en", "someone"),
        ("nl", "achten"),
        ("nl", "tientje"),
        ("nl", "zevenslaper"),
        ("nl", "vierkant"),
        ("", "seven"),
    ],
)
def test_words_that_only_look_like_numbers(language: str, word: str) -> None:
    assert number(language, word) is None
