"""Claims judged against one source each: every form a figure can take, other things, other words.

The tables are ``number-forms.txt`` and its like in ``cases``.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import factcheck
from factcheck._engine import Engine
from factcheck.config import Config
from factcheck.model import Claim, Place, Source, Verdict
from factcheck_date.check import DateCheck
from factcheck_number.check import NumberCheck

FORMS, ANOTHER, PARAPHRASE, PROSE, SHEETS = (
    Path(__file__).parent / "cases" / f"number-{name}.txt"
    for name in ("forms", "another", "paraphrase", "prose", "sheets")
)
VERDICTS = {"s": Verdict.SUPPORTED, "r": Verdict.REFUTED, "n": Verdict.NOT_ENOUGH_EVIDENCE}
LEAST = 6  # cases of a form in a language


def cases(path: Path) -> dict[tuple[str, str], list[list[str]]]:
    """Return (language, form) -> its cases: verdict, claim, source."""
    table: dict[tuple[str, str], list[list[str]]] = {}
    rows: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            language, _, form = line[1:].partition("] ")
            rows = table[language, form] = []
        elif line and not line.startswith("#"):
            rows.append([part.strip().replace("\\n", "\n") for part in line.split(" | ")])
    return table


CASES = cases(FORMS)
ALL = {**CASES, **cases(ANOTHER), **cases(PARAPHRASE), **cases(PROSE), **cases(SHEETS)}


@pytest.mark.parametrize(
    ("language", "expected", "statement", "text"),
    [(language, *row) for (language, _), rows in ALL.items() for row in rows],
    ids=[f"{language}-{form}-{n}" for (language, form), rows in ALL.items() for n, _ in enumerate(rows)],
)
def test_judge(language: str, expected: str, statement: str, text: str) -> None:
    source = Source("source.txt", "source.txt", text, "", language)
    claim = Claim("c", Place("c.yaml", 1, 1, 1, 2, 0, 1), statement)
    result = Engine((DateCheck(), NumberCheck()), (source,), Config(Path())).judge(claim, (source,))
    assert result.verdict == VERDICTS[expected.lower()]


def test_every_form_has_its_cases_in_both_languages() -> None:
    forms = {form for _, form in CASES}
    few = [
        (lang, form) for form in forms for lang in ("en", "nl") if len(CASES.get((lang, form), [])) < LEAST
    ]
    assert few == []


@pytest.mark.parametrize(
    ("claim", "source", "shown"),
    [
        ("Osk has 131 bridges.", "Osk has 130 bridges.", ": 1 more, 0.8 %"),
        (
            "Osk exported 2.4 million barrels.",
            "Osk exported 2.1 million barrels.",
            ": 300,000 more, 14.3 %",
        ),
        ("Osk covers 12.5 hectares.", "Osk covers 13.25 hectares.", ": 0.75 less, 5.7 %"),
        ("Osk heeft 131 bruggen.", "Osk heeft 130 bruggen.", ": 1 more, 0.8 %"),
    ],
)
def test_a_refutation_says_how_far_apart_the_figures_are(tmp_path, claim, source, shown):
    path = tmp_path / "source.txt"
    path.write_text(source, encoding="utf-8")
    (finding,) = factcheck.check(claim, sources=[path]).findings
    assert finding.message.rpartition("”")[2] == f"{shown} (source.txt:1)"


@pytest.mark.parametrize("percent", [5, 7])
def test_a_rise_against_a_fall_gives_no_difference(tmp_path: Path, percent: int) -> None:
    path = tmp_path / "shop.txt"
    path.write_text("The rent of the shop fell by 5 percent.", encoding="utf-8")
    (finding,) = factcheck.check(f"The rent of the shop rose by {percent} percent.", sources=[path]).findings
    said = f"claims “{percent} percent”; the source says “5 percent”: one rises, the other falls"
    assert finding.message.partition(" (")[0] == said
