"""factcheck from Python."""

from __future__ import annotations

from pathlib import Path

import pytest

import factcheck
from factcheck.api import Asked


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    text = "Ann Peeters: Harlingen has 15,800 residents.\n\nJan Claes: It has three museums.\n"
    (tmp_path / "talk.txt").write_text(text * 2, encoding="utf-8")
    (tmp_path / "note.txt").write_text("Harlingen has 16,100 residents.\n", encoding="utf-8")
    return tmp_path


def test_one_statement(folder: Path) -> None:
    result = factcheck.check("Harlingen has 15,800 residents.", sources=[folder])
    assert result.verdict == "conflicting_evidence"
    assert {e.source for f in result.findings for e in f.evidence} == {"talk.txt", "note.txt"}


def test_many_statements(folder: Path) -> None:
    checker = factcheck.Checker([folder])
    verdicts = [
        checker.check("Harlingen has 15,800 residents.", sources=["talk.txt"]).verdict.value,
        checker.check("Harlingen has 12,000 residents.").verdict.value,
        checker.check("Harlingen has 12 bridges.").verdict.value,
        checker.check(quote="It has three museums", speaker="Jan Claes").verdict.value,
        checker.check(quote="It has three museums", speaker="Ann Peeters").verdict.value,
    ]
    assert verdicts == ["supported", "refuted", "not_enough_evidence", "supported", "refuted"]


def test_many_at_once(tmp_path: Path) -> None:
    line = "Boat {} of {} left the quay of Harlingen at {} hours.\n\n"
    text = "".join(line.format(at, at * 7, at % 24) for at in range(6000))
    (tmp_path / "log.txt").write_text(text, encoding="utf-8")
    asked: list[Asked] = [
        {"quote": "Boat 12 of 84 left the quay of Harlingen at 12 hours."},
        {"quote": "Boat 4001 of 28007 left the quay of Harlingen at 18 hours."},
        {"quote": "Nobody at all has ever painted a crane here", "speaker": "Ann Peeters"},
        {"statement": "“Boat 5 of 35 left the quay of Haarlem at 5 hours,” said Ann Peeters."},
    ]
    checker = factcheck.Checker([tmp_path])
    together = checker.check_all(asked)
    assert [result.verdict.value for result in together] == [
        "supported",
        "refuted",
        "not_enough_evidence",
        "refuted",
    ]
    assert together == [factcheck.Checker([tmp_path]).check(**one) for one in asked]
    assert together == [checker.check(**one) for one in asked]


def test_mistakes_say_what_to_do(folder: Path) -> None:
    with pytest.raises(ValueError, match="give a statement or a quote"):
        factcheck.check(sources=[folder])
    with pytest.raises(factcheck.InputError) as caught:
        factcheck.Checker([folder]).check("It has 5 bridges.", sources=["gone.txt"])
    assert str(caught.value) == "no source is called 'gone.txt'; name a file, alias or glob"
    with pytest.raises(factcheck.InputError) as missing:
        factcheck.Checker([folder / "gone"])
    assert "gone" in str(missing.value)
    empty = folder / "empty"
    empty.mkdir()
    with pytest.raises(factcheck.InputError) as none:
        factcheck.Checker([empty])
    assert str(none.value) == "no source documents; name files or folders that hold .txt or .md files"
