"""The parts of the page that reckon: pieces of texts, measures, marks of axes, charts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck._reporters.html.chart import Chart, Point, charted
from factcheck._reporters.html.documents import in_words
from factcheck._reporters.html.pieces import Piece, cut, marked, rewritten, stretches
from factcheck._reporters.html.scale import Measure, marks, measure


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([], []),
        ([(3, 3)], []),
        ([(0, 5), (7, 9)], [(0, 5, 0), (7, 9, 1)]),
        ([(0, 10), (2, 4)], [(0, 2, 0), (2, 4, 1), (4, 10, 0)]),
        ([(0, 6), (4, 9)], [(0, 4, 0), (4, 9, 1)]),
        ([(2, 4), (2, 8)], [(2, 4, 0), (4, 8, 1)]),
        ([(1, 4), (1, 4)], [(1, 4, 1)]),
    ],
)
def test_stretches(spans: list[tuple[int, int]], expected: list[tuple[int, int, int]]) -> None:
    assert [tuple(stretch) for stretch in stretches(spans)] == expected


SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=8)


@given(SPANS, st.integers(0, 30), st.integers(0, 30))
def test_pieces_are_the_whole_and_each_belongs_to_what_covers_it(
    spans: list[tuple[int, int]], start: int, end: int
) -> None:
    pieces = list(cut(start, end, stretches(spans)))
    assert [offset for low, high, _ in pieces for offset in range(low, high)] == list(range(start, end))
    for low, high, of in pieces:
        for offset in range(low, high):
            covering = {number for number, (a, b) in enumerate(spans) if a <= offset < b}
            assert (of in covering) if covering else of is None


def test_marked() -> None:
    assert marked("abcdef", [(1, 3), (4, 4), (5, 6)], "in") == [
        *(Piece("a"), Piece("bc", "in"), Piece("de"), Piece("f", "in"))
    ]


def test_rewritten() -> None:
    ours, theirs = "a lower fare", "the higher fare we paid"
    changes = ((0, 1), (2, 7), (12, 12)), ((0, 3), (4, 10), (15, 23))
    assert rewritten(ours, theirs, changes) == [
        *(Piece("a", "out"), Piece("the", "in"), Piece(" ")),
        *(Piece("lower", "out"), Piece("higher", "in"), Piece(" fare"), Piece(" we paid", "in")),
    ]


def day(text: str) -> float:
    return float(date.fromisoformat(text).toordinal())


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"low": "138", "high": "138", "unit": None}, Measure("number ", 138, 138)),
        ({"low": "138", "high": None, "unit": None}, Measure("number ", 138, None)),
        ({"low": "0.5", "high": "2", "unit": "percent"}, Measure("number percent", 0.5, 2)),
        ({"start": "2017-06-21", "end": "2017-06-22"}, Measure("date", 736501, 736501)),
        ({"start": None, "end": "2001-01-01"}, Measure("date", None, 730485)),
        ({"duration": "P9M"}, Measure("duration", 273.931875, 273.931875)),
        ({"duration": "P1W"}, Measure("duration", 7, 7)),
        ({"duration": "P1DT12H"}, Measure("duration", 1.5, 1.5)),
        ({"duration": "P"}, None),
        ({"low": None, "high": None}, None),
        ({"low": "1e400", "high": "1e400"}, None),
        ({"low": "many", "high": "more"}, None),
        ({"start": "10000-01-01", "end": None}, None),
        ({"postcode": "2800"}, None),
        ({}, None),
        (None, None),
    ],
)
def test_measure(value: Mapping[str, object] | None, expected: Measure | None) -> None:
    assert measure(value) == expected


@pytest.mark.parametrize(
    ("unit", "low", "high", "labels"),
    [
        ("number ", 61, 64, ["61", "62", "63", "64"]),
        ("number ", 85_700, 90_300, ["86,000", "88,000", "90,000"]),
        ("number ", -3, 3, ["−2", "0", "2"]),
        ("number percent", 0.1, 0.45, ["0.1%", "0.2%", "0.3%", "0.4%"]),
        ("number ", 1e14, 2e14, ["100,000,000,000,000", "150,000,000,000,000", "200,000,000,000,000"]),
        ("duration", 365.0 * 2, 365.0 * 6, ["2 years", "3 years", "4 years", "5 years"]),
        ("duration", 0.02, 0.05, ["40 minutes", "60 minutes"]),
        ("date", day("1989-01-01"), day("1998-12-31"), ["1990", "1995"]),
        ("date", day("2019-11-15"), day("2020-04-02"), ["2020-01", "2020-03"]),
        ("date", day("2019-11-15"), day("2019-11-19"), [f"2019-11-{number}" for number in range(15, 20)]),
    ],
)
def test_marks(unit: str, low: float, high: float, labels: list[str]) -> None:
    found = marks(unit, low, high)
    assert all(low <= mark.at <= high + 1e-6 for mark in found)
    assert [mark.label for mark in found] == labels


@given(st.sampled_from(["number ", "date", "duration"]), st.integers(1, 3_000_000), st.integers(1, 600_000))
def test_an_axis_has_a_few_marks_in_order(unit: str, low: int, width: int) -> None:
    found = marks(unit, low, low + width)
    assert len(found) <= 6
    assert [mark.at for mark in found] == sorted({mark.at for mark in found})


def number(label: str, name: str, agrees: bool | None = None, when: str | None = None) -> Point:
    low = label.removeprefix("over ").replace(",", "")
    value = {"low": low, "high": None if label.startswith("over") else low, "unit": None}
    return Point(label, measure(value), name, None, when, agrees)


def drawn(*points: Point, claimed: str | None = None) -> Chart:
    value = {"low": claimed, "high": claimed, "unit": None}
    chart = charted(points, None if claimed is None else (claimed, value))
    assert chart is not None
    return chart


def test_values_are_in_their_order_and_documents_together() -> None:
    chart = drawn(
        number("128", "a", False), number("over 138", "b", True), number("131", "a", False), claimed="138"
    )
    assert [(dot.point.name, dot.point.label) for dot in chart.dots] == [
        *(("the claim", "138"), ("a", "128"), ("a", "131"), ("b", "over 138"))
    ]
    claim, least, middle, most = chart.dots
    assert least.x < middle.x < most.x == claim.x
    assert claim.y < least.y < middle.y < most.y
    assert (least.left, least.right) == (least.x, least.x)
    assert most.left == most.x < most.right
    assert all(chart.left < dot.x < chart.width for dot in chart.dots)
    assert chart.words == "the claim: 138; a: 128; a: 131; b: over 138"


def test_a_value_that_a_document_repeats_is_one_dot() -> None:
    assert len(drawn(number("128", "a"), number("128", "a"), number("131", "b")).dots) == 2


def test_dated_documents_are_drawn_over_their_dates() -> None:
    dates = ("2010-03-04", "2021-01-01", "2015-05-05")
    points = [number(str(100 + index), f"d{index}", True, when) for index, when in enumerate(dates)]
    chart = drawn(*points, claimed="102")
    assert chart.over_dates
    claim, first, last, middle = chart.dots
    assert first.x < middle.x < last.x
    assert first.y > last.y > middle.y  # more is higher
    assert chart.level == claim.y == middle.y
    assert [tick.label for tick in chart.across] == ["2010", "2015", "2020"]


def test_two_dates_or_none_are_no_axis() -> None:
    assert not drawn(number("1", "a", when="2010-01-01"), number("2", "b", when="2011-01-01")).over_dates
    dates = ("2010", "2011-01-01", "2012-01-01")
    points = [number(str(index), str(index), when=when) for index, when in enumerate(dates)]
    assert not drawn(*points).over_dates


@pytest.mark.parametrize(
    "points",
    [
        [],
        [number("1", "a")],
        [number("1", "a"), number("1", "b")],
        [number("1", "a"), Point("x", None, "b", None, None)],
        [number("1", "a"), Point("x", measure({"duration": "P1Y"}), "b", None, None)],
        [number(str(index), str(index)) for index in range(13)],
    ],
    ids=["none", "one", "no difference", "no measure", "two units", "many"],
)
def test_what_cannot_be_drawn_is_not(points: list[Point]) -> None:
    assert charted(points, None) is None


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2017-06-21", "21 June 2017"),
        ("2017-13-01", "2017-13-01"),
        ("spring", "spring"),
        ("", ""),
        (None, None),
    ],
)
def test_dates_in_words(iso: str | None, words: str | None) -> None:
    assert in_words(iso) == words
