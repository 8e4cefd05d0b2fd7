"""When one figure agrees with another, read from words in both languages."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.text import Document
from factcheck_number.extract import extract
from factcheck_number.quantity import Form, Miss, Quantity, agrees

YES = (True, Miss.NONE)
DIFFERS = (False, Miss.DIFFERS)
OUTSIDE = (False, Miss.OUTSIDE)
INSIDE = (None, Miss.INSIDE)
COARSE = (None, Miss.COARSE)


def read(language: str, text: str) -> Quantity:
    (mention,) = extract(Document(text, language=language))
    return mention.reading


EXACT = [
    ("90,000 lived here", "86,000 lived here", DIFFERS),
    ("86,000 lived here", "86,412 lived here", YES),
    ("87,000 lived here", "86,412 lived here", DIFFERS),
    ("3.2 million voters", "3.24 million voters", YES),
    ("3.2 million voters", "3.26 million voters", DIFFERS),
    ("3 million voters", "2.96 million voters", YES),
    ("3 million voters", "3.24 million voters", DIFFERS),
    ("130 boats", "131 boats", DIFFERS),
    ("130 boats", "130 boats", YES),
    ("130 boats", "about 130 boats", YES),
    ("131 boats", "about 130 boats", COARSE),
    ("138 boats", "about 130 boats", DIFFERS),
    ("eighty-six thousand people", "86,000 people", YES),
    ("86,412 people", "some 86,000 people", COARSE),
    ("90,000 people", "some 86,000 people", DIFFERS),
    ("86,412 people", "86,000 people", COARSE),
    ("100,900 people", "100,000 people", DIFFERS),
    ("2.96 million people", "3 million people", COARSE),
    ("1.5 metres", "1.52 metres", YES),
    ("no one", "12 people", DIFFERS),
    ("12 people", "not a single resident", DIFFERS),
]
HEDGED = [
    ("about 86,000 people", "86,412 people", YES),
    ("about 130 boats", "131 boats", YES),
    ("about 130 boats", "140 boats", DIFFERS),
    ("nearly 90,000 people", "86,500 people", YES),
    ("nearly 90,000 people", "90,000 people", YES),
    ("nearly 90,000 people", "91,500 people", DIFFERS),
    ("nearly 90,000 people", "80,000 people", DIFFERS),
    ("roughly 300 guests", "292 guests", YES),
]
BOUNDS = [
    ("138 tongues", "more than 138 tongues", YES),
    ("20 boats", "less than 60 boats", INSIDE),
    ("80 boats", "less than 60 boats", OUTSIDE),
    ("more than 88,000 people", "90,000 people", YES),
    ("more than 88,000 people", "86,000 people", OUTSIDE),
    ("at least 5,000 people", "no less than 5,000 people", YES),
    ("at least 5,000 people", "more than 5,000 people", YES),
    ("no more than 500 people", "no less than 5,000 people", OUTSIDE),
    ("fewer than 135 tongues", "more than 138 tongues", OUTSIDE),
    ("more than 30 sums", "30 sums", (False, Miss.SAME_AS_BOUND)),
    ("at least 30 sums", "30 sums", YES),
    ("more than 30 sums", "about 30 sums", COARSE),
    ("up to 700 jobs", "650 jobs", YES),
    ("up to 700 jobs", "750 jobs", OUTSIDE),
    ("100 jobs", "more than 20 jobs", INSIDE),
    ("more than 100 jobs", "more than 20 jobs", INSIDE),
]
RANGES = [
    ("between 86,000 and 90,000 people", "88,000 people", YES),
    ("between 86,000 and 90,000 people", "86,000 people", YES),
    ("between 120 and 140 tongues", "151 tongues", OUTSIDE),
    ("four or five families", "four families", YES),
    ("four or five families", "6 families", OUTSIDE),
    ("four families", "four or five families", INSIDE),
    ("nine families", "four or five families", OUTSIDE),
    ("two or ten million people", "two or 10 million people", YES),
]
SHARES = [
    ("a third of them", "33 percent of them", YES),
    ("a third of them", "40 percent of them", DIFFERS),
    ("two thirds of them", "66 percent of them", YES),
    ("one in two children", "50 percent of children", YES),
    ("half of them", "50% of them", YES),
    ("22 percent", "22.4 percent", YES),
    ("22 percent", "23 percent", DIFFERS),
    ("9 out of 10 people", "90 percent of people", YES),
    ("more than a quarter of them", "22 percent of them", OUTSIDE),
    ("20 percent", "20 percentage points", (None, Miss.UNIT)),
]
UNITS = [
    ("2 kilometres", "2,000 metres", YES),
    ("2 kilometres", "3,000 metres", DIFFERS),
    ("50 years old", "600 months old", YES),
    ("5 miles", "8 kilometres", YES),
    ("10 degrees Celsius", "50 degrees Fahrenheit", YES),
    ("2 kilometres", "2 kilograms", (None, Miss.UNIT)),
    ("€20", "$20", (None, Miss.UNIT)),
    ("$2.5 million", "$2,500,000", YES),
]
CHANGES = [
    ("sales rose by 5 percent", "sales were 5 percent", (None, Miss.CHANGE)),
    ("sales rose by 5 percent", "sales grew by 5 percent", YES),
    ("sales rose by 5 percent", "sales fell by 5 percent", (False, Miss.OPPOSITE)),
    ("sales halved", "sales fell by 50 percent", YES),
    ("sales doubled", "sales rose by 100 percent", YES),
    ("sales doubled", "sales tripled", DIFFERS),
    ("the 17th boat", "17 boats", (None, Miss.FORM)),
]


@pytest.mark.parametrize(
    ("claimed", "found", "expected"), EXACT + HEDGED + BOUNDS + RANGES + SHARES + UNITS + CHANGES
)
def test_agrees_in_english(claimed: str, found: str, expected: object) -> None:
    assert agrees(read("en", claimed), read("en", found)) == expected


@pytest.mark.parametrize(
    ("claimed", "found", "expected"),
    [
        ("90.000 mensen", "86.000 mensen", DIFFERS),
        ("86.000 mensen", "86.412 mensen", YES),
        ("3,2 miljoen kiezers", "3,24 miljoen kiezers", YES),
        ("3,2 miljoen kiezers", "3,3 miljoen kiezers", DIFFERS),
        ("130 boten", "131 boten", DIFFERS),
        ("zesentachtigduizend mensen", "86.000 mensen", YES),
        ("niemand", "12 mensen", DIFFERS),
        ("12 mensen", "geen enkele inwoner", DIFFERS),
        ("zo'n 86.000 mensen", "86.412 mensen", YES),
        ("bijna 90.000 mensen", "86.500 mensen", YES),
        ("bijna 90.000 mensen", "91.500 mensen", DIFFERS),
        ("138 talen", "meer dan 138 talen", YES),
        ("20 boten", "minder dan 60 boten", INSIDE),
        ("80 boten", "minder dan 60 boten", OUTSIDE),
        ("meer dan 88.000 mensen", "90.000 mensen", YES),
        ("meer dan 88.000 mensen", "86.000 mensen", OUTSIDE),
        ("minstens 5.000 mensen", "niet minder dan 5.000 mensen", YES),
        ("ruim 500.000 mensen", "520.000 mensen", YES),
        ("hooguit 500 mensen", "niet minder dan 5.000 mensen", OUTSIDE),
        ("tussen de 86.000 en 90.000 mensen", "88.000 mensen", YES),
        ("vier of vijf gezinnen", "zes gezinnen", OUTSIDE),
        ("vier gezinnen", "vier of vijf gezinnen", INSIDE),
        ("een derde van hen", "33 procent van hen", YES),
        ("een op de twee kinderen", "50 procent van de kinderen", YES),
        ("driekwart van hen", "75 procent van hen", YES),
        ("ruim een kwart van hen", "22 procent van hen", OUTSIDE),
        ("2 kilometer", "2.000 meter", YES),
        ("2 jaar oud", "24 maanden oud", YES),
        ("€ 2,5 miljoen", "2.500.000 euro", YES),
        ("de omzet steeg met 5 procent", "de omzet was 5 procent", (None, Miss.CHANGE)),
        ("de omzet steeg met 5 procent", "de omzet daalde met 5 procent", (False, Miss.OPPOSITE)),
        ("de omzet halveerde", "de omzet daalde met 50 procent", YES),
        ("de omzet verdubbelde", "de omzet steeg met 100 procent", YES),
        ("de 17e boot", "17 boten", (None, Miss.FORM)),
    ],
)
def test_agrees_in_dutch(claimed: str, found: str, expected: object) -> None:
    assert agrees(read("nl", claimed), read("nl", found)) == expected


@pytest.mark.parametrize(
    ("claimed", "found", "expected"),
    [
        ("more than 88,000 people", "90.000 mensen", YES),
        ("a third of them", "33 procent van hen", YES),
        ("20 kilometres", "20 km", YES),
        ("3.2 million people", "3,24 miljoen mensen", YES),
        ("130 boats", "131 boten", DIFFERS),
        ("two years old", "24 maanden oud", YES),
    ],
)
def test_agrees_across_languages(claimed: str, found: str, expected: object) -> None:
    assert agrees(read("en", claimed), read("nl", found)) == expected


@pytest.mark.parametrize(
    ("quantity", "point", "figure", "dimension"),
    [
        (Quantity(Decimal(5), Decimal(5)), True, Decimal(5), ""),
        (Quantity(Decimal(5), None, above=True), False, Decimal(5), ""),
        (Quantity(None, Decimal(7), unit="kilometre"), False, Decimal(7), "length"),
        (Quantity(Decimal(5), Decimal(7), unit="EUR"), False, None, "money EUR"),
    ],
)
def test_quantity_properties(quantity: Quantity, point: bool, figure: Decimal | None, dimension: str) -> None:
    assert (quantity.point, quantity.figure, quantity.dimension) == (point, figure, dimension)


def test_a_written_fraction_reaches_percent_from_either_side() -> None:
    third = Quantity(Decimal(1) / 3, Decimal(1) / 3, form=Form.SHARE, exponent=-2, spelled=True)
    percent = Quantity(Decimal(33), Decimal(33), unit="percent", form=Form.SHARE)
    assert [agrees(third, percent), agrees(percent, third)] == [YES, YES]
