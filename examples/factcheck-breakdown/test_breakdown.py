"""The tests of the plugin: its cases, and what every check must hold to."""

from __future__ import annotations

from pathlib import Path

import pytest
from factcheck_breakdown import BreakdownCheck

from factcheck.testing import Case, Factchecker, Trial, assert_case, conformance, installed, read_cases

NUMBER = installed("number")  # whose figures are added up
SAMPLES = [
    "Of the 120 seats, 45 went to Alba, 40 to Borea and 30 to Cinna.",
    "Van de kiezers koos 45 procent Alba, 40 procent Borea en 12 procent Cinna.",
]


@pytest.mark.parametrize("case", read_cases(Path(__file__).with_name("cases.yaml")), ids=str)
def test_case(case: Case) -> None:
    assert_case([NUMBER, BreakdownCheck()], case)


@pytest.mark.parametrize("trial", conformance(BreakdownCheck(), SAMPLES, beside=[NUMBER]), ids=str)
def test_conformance(trial: Trial) -> None:
    trial()


def test_a_draft_is_warned_where_the_parts_stand(factchecker: Factchecker) -> None:
    factchecker.write({"draft.md": f"# Seats\n\n{SAMPLES[0]}\n", "sources/a.txt": f"{SAMPLES[0]}\n"})
    run = factchecker.run("draft.md", "--sources", "sources", "--format", "concise")
    run.assert_lines("draft.md:3:19: BD101: 45 + 40 + 30 = 115, not 120: 5 too few*")
