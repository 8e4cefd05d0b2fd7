"""The tables of docs/verdicts.md hold: each row is judged, and the verdict is the one it shows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factcheck.model import Verdict
from factcheck.testing import Case, assert_case, installed

PAGE = Path(__file__).parent.parent / "docs/verdicts.md"
CHECKS = [installed(name) for name in ("date", "number", "quote")]
TABLE = re.compile(r"^\| (claim|quotation) \| source \| verdict \|\n\|.*\n((?:\|.*\n)+)", re.MULTILINE)
ROW = re.compile(r"\| (.+) \| (.+) \| ([a-z_]+)(?:: .+)? \|")

ROWS = [
    (kind, *ROW.fullmatch(row).groups())  # type: ignore[union-attr]
    for kind, rows in TABLE.findall(PAGE.read_text(encoding="utf-8"))
    for row in rows.splitlines()
]


def test_there_are_tables_of_all_three_checks() -> None:
    assert len(TABLE.findall(PAGE.read_text(encoding="utf-8"))) == 4


@pytest.mark.parametrize(("kind", "said", "source", "verdict"), ROWS, ids=[row[1] for row in ROWS])
def test_a_row_is_what_is_answered(kind: str, said: str, source: str, verdict: str) -> None:
    claim = {"claim": said} if kind == "claim" else {"quote": said}
    assert_case(CHECKS, Case(said, Verdict(verdict), (source,), **claim))
