"""The expressions of ``-k``."""

from __future__ import annotations

import pytest

from factcheck._keyword import compile_keyword
from factcheck.errors import ConfigError

WORDS = ("harbour-fog", "Weather", "nl")


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("", True),
        ("  ", True),
        ("fog", True),
        ("FOG", True),
        ("weath", True),
        ("frost", False),
        ("not frost", True),
        ("not not fog", True),
        ("fog and nl", True),
        ("fog and frost", False),
        ("frost or nl", True),
        ("frost and x or nl", True),
        ("nl or frost and x", True),
        ("(nl or frost) and x", False),
        ("not (frost or x)", True),
        ("not fog or nl", True),
        ("not(fog)", False),
        ("fog AND NOT frost", True),
        ("harbour-fog", True),
        ("android", False),
        ("fognl", False),
    ],
)
def test_expressions(expression: str, expected: bool) -> None:
    assert compile_keyword(expression)(WORDS) is expected


LINES = ("texts/draft.md:12:5", "texts/draft.md:12:50", "texts/draft.md:120:1", "new-draft.md:12:5")


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("draft.md:12", ["texts/draft.md:12:5", "texts/draft.md:12:50"]),
        ("texts/Draft.md:12", ["texts/draft.md:12:5", "texts/draft.md:12:50"]),
        ("draft.md:12:5", ["texts/draft.md:12:5"]),
        ("aft.md:12", []),
        ("draft.md:1", []),
        ("draft.md", [*LINES]),
        ("12:5", ["texts/draft.md:12:5", "texts/draft.md:12:50", "new-draft.md:12:5"]),
        ("not draft.md:12", ["texts/draft.md:120:1", "new-draft.md:12:5"]),
    ],
)
def test_a_line_of_a_file(expression: str, expected: list[str]) -> None:
    assert [id_ for id_ in LINES if compile_keyword(expression)((id_, "tag"))] == expected


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        ("and", "-k 'and': column 1: expected a word, 'not' or '(', found 'and'"),
        ("fog and", "-k 'fog and': column 8: expected a word, 'not' or '(', found the end"),
        ("fog nl", "-k 'fog nl': column 5: expected 'and' or 'or', found 'nl'"),
        ("(fog", "-k '(fog': column 5: expected ')', found the end"),
        ("fog)", "-k 'fog)': column 4: expected 'and' or 'or', found ')'"),
        ("()", "-k '()': column 2: expected a word, 'not' or '(', found ')'"),
        ("(" * 60, "-k: more than 50 brackets; say it more simply"),
    ],
)
def test_faults(expression: str, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        compile_keyword(expression)
    assert str(caught.value) == message


def test_long_expressions_are_no_burden() -> None:
    assert compile_keyword(" or ".join(["not " * 5000 + "fog"] * 50))(WORDS) is True
