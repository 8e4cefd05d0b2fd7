"""Tables: which row and column a figure stands in, and what is judged by it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.tables import cell_at, is_head, lines_above
from factcheck.text import Document, Span
from factcheck_date.extract import mentions

S, R, N = "supported", "refuted", "not_enough_evidence"

SALES = """\
# House sales

| Town | Houses sold | Average price |
| --- | ---: | :---: |
| Aldbury | 493 | € 767,000 |
| Brixham | 466 | € 372,000 |
| Corley | 120 | € 250,000 |
"""
SCHOLEN = """\
Het onderwijs in de streek

| Gemeente | Scholen | Leerlingen | Inwoners (x 1.000) |
|---|---|---|---|
| Aalbeek | 12 | 3.400 | 21 |
| Borgdorp | 5 | 1.150 | 8 |
"""
SHIPS = """\
Ships in the harbour:

| Flag | 2019 | 2020 |
|------|------|------|
| Belgium | 412 | 380 |
| Norway | 95 | 101 |
"""


def parts(text: str, figure: str) -> tuple[str, str, str] | None:
    """Return the cell of a figure, the head of its column and that of its row."""
    cell = cell_at(Document(text), text.index(figure))
    return cell and tuple(text[slice(*span)] for span in cell)


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        (SALES, "466", ("466", "Houses sold", "Brixham")),
        (SALES, "250,000", ("€ 250,000", "Average price", "Corley")),
        (SALES.replace("\n", "\r\n"), "466", ("466", "Houses sold", "Brixham")),
        (SALES, "Brixham", None),
        (SALES, "Average price", None),
        ("| a | b |\n|---|---|\n| x \\| y | 7 |", "7", ("7", "b", "x \\| y")),
        ("| a | b |\n|---|---|\n| x | 7", "7", ("7", "b", "x")),
        ("| a | b |\n|---|---|\n| x | 7 | 8 |", "8", None),  # a cell more than there are columns
        ("| a | b |\n|---|---|\n| x |\n| y | 7 |", "7", ("7", "b", "y")),
        ("|  | b |\n|---|---|\n|  | 7 |", "7", ("7", "b", "")),
        ("| a | b |\n| x | 7 |\n| y | 8 |", "7", None),  # no line of dashes
        ("| a | b |\n|---|---|\n\n| x | 7 |", "7", None),
        ("Either 7 | 8 or\n|---|---|\n9", "9", None),
        ("| a | b |\n|---|---|\n||\n| y | 7 |", "7", ("7", "b", "y")),
        ("| a | b | c |\n|---|---|---|\n| x || 7 |", "7", ("7", "c", "x")),
        ("  | a | b |\n  |---|---|\n  | x | 7 |", "7", ("7", "b", "x")),
    ],
)
def test_cells(text: str, figure: str, expected: tuple[str, str, str] | None) -> None:
    assert parts(text, figure) == expected


def test_heads() -> None:
    document = Document(SHIPS)
    heads = {
        word: is_head(document, Span(at, at + len(word)))
        for word in ("2019", "Norway", "Ships", "412", "Nor")
        for at in [SHIPS.index(word)]
    }
    assert heads == {"2019": True, "Norway": True, "Ships": False, "412": False, "Nor": False}


def test_what_stands_above_a_table() -> None:
    document = Document(SHIPS + "\n" + SALES[SALES.index("|") :])
    cell = cell_at(document, document.text.index("466"))
    assert cell
    above = [document.text[slice(*document.sentences[index])] for index in lines_above(document, cell)]
    assert above == ["Ships in the harbour:"]


def test_each_row_is_a_sentence_of_its_own() -> None:
    document = Document("A line that goes on\nuntil here, and then\nsome rows come of it.\n" + SALES)
    rows = [document.text[slice(*span)] for span in document.sentences if document.text[span.start] == "|"]
    assert rows == [line for line in SALES.splitlines() if line.startswith("|")]


def test_heads_that_are_years_are_years() -> None:
    assert [mention.text for mention in mentions(Document(SHIPS))] == ["2019", "2020"]


@pytest.mark.parametrize(
    ("source", "claim", "verdict"),
    [
        (SALES, "In Aldbury 493 houses were sold.", S),
        (SALES, "In Aldbury 466 houses were sold.", R),
        (SALES, "In Dunmore 493 houses were sold.", N),
        (SALES, "The average price in Brixham was €372,000.", S),
        (SALES, "The average price in Brixham was €250,000.", R),
        (SALES, "A house in Brixham cost €372,000 on average.", S),
        (SALES, "Brixham sold more than 400 houses.", S),
        (SALES, "493 people live in Aldbury.", N),
        (SCHOLEN, "Aalbeek telt twaalf scholen.", S),
        (SCHOLEN, "Borgdorp telt twaalf scholen.", R),
        (SCHOLEN, "In Borgdorp zijn er 1.150 leerlingen.", S),
        (SCHOLEN, "Aalbeek heeft 1.150 leerlingen.", R),
        (SCHOLEN, "Aalbeek heeft 21 inwoners.", N),  # in thousands
        (SCHOLEN, "Aalbeek heeft 21.000 inwoners.", N),
        (SCHOLEN, "Er zijn twaalf scholen in Cauwenberg.", N),
        (SHIPS, "In 2020, 412 ships came from Belgium.", N),  # that was the year before
    ],
)
def test_judges_a_figure_by_its_row_and_column(
    judged: Callable[..., str], source: str, claim: str, verdict: str
) -> None:
    assert judged(claim, source) == verdict
