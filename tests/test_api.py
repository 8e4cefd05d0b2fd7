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


CHECK = """
import re
from factcheck.hookspecs import hookimpl
from factcheck.model import Mention, Relation, Rule

class Lamps:
    name = kind = "lamp"
    priority = 5
    rules = (Rule("LA101", "lamp-differs", "s", "e", "x"),)

    def extract(self, document):
        if "FAIL" in document.text:
            raise ValueError("too bright")
        for match in re.finditer(r"lamp-[a-z]", document.text):
            yield Mention("lamp", *match.span(), match[0], {})

    def compare(self, claimed, found):
        if claimed.mention.text == "lamp-x":
            raise ValueError("broken glass")
        return Relation(claimed.mention.text == found.mention.text)

@hookimpl
def factcheck_register_checks():
    return [Lamps()]
"""


@pytest.fixture
def lamps(folder: Path) -> factcheck.Checker:
    (folder / "lamps.txt").write_text("Here hangs a lamp-a.\n", encoding="utf-8")
    (folder / "dark.txt").write_text("A FAIL of lamp-b, and 77 lanterns.\n", encoding="utf-8")
    (folder / "lamps.py").write_text(CHECK, encoding="utf-8")
    return factcheck.Checker([folder], plugins=[str(folder / "lamps.py")])


def test_a_check_that_fails_is_blamed_and_later_calls_work(lamps: factcheck.Checker) -> None:
    there = {"sources": ["lamps.txt"]}
    for _ in range(2):
        with pytest.raises(factcheck.PluginError) as caught:
            lamps.check("It is a lamp-x.", **there)
        assert str(caught.value) == (
            "plugin lamp: failed on lamps.txt (ValueError: broken glass); report it to its author"
        )
        assert lamps.check("It is a lamp-a.", **there).verdict == "supported"
    with pytest.raises(factcheck.PluginError, match="too bright"):
        lamps.check("It is a FAIL.", **there)
    assert lamps.check("Harlingen has 15,800 residents.", sources=["talk.txt"]).verdict == "supported"


def test_a_source_that_a_check_fails_on_is_told_whenever_that_check_is_asked(
    lamps: factcheck.Checker,
) -> None:
    for _ in range(2):
        with pytest.raises(factcheck.PluginError, match=r"failed on dark\.txt"):
            lamps.check("It is a lamp-a.")
        assert lamps.check("There are 77 lanterns.").verdict == "supported"


def test_of_many_all_are_judged_where_a_check_fails_on_one(lamps: factcheck.Checker) -> None:
    asked: list[Asked] = [
        {"statement": "It is a lamp-a.", "sources": ["lamps.txt"]},
        {
            "statement": "It is a lamp-x, and Harlingen has 15,800 residents.",
            "sources": ["lamps.txt", "talk.txt"],
        },
        {"statement": "Harlingen has 12,000 residents."},
    ]
    with pytest.raises(factcheck.PluginError, match="broken glass") as caught:
        lamps.check_all(asked)
    assert [(result.outcome, result.verdict) for result in caught.value.results] == [
        ("passed", "supported"),
        ("error", "not_enough_evidence"),
        ("failed", "refuted"),
    ]
    assert [len(result.findings) for result in caught.value.results] == [1, 1, 1]
    assert [result.verdict for result in lamps.check_all(asked[::2])] == ["supported", "refuted"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"sources": "seeds"}, "sources is 'seeds', not a list; write ['seeds']"),
        ({"sources": Path("seeds")}, "sources is 'seeds', not a list; write ['seeds']"),
        ({"terms": {"residents": "Mechelaars"}}, "terms['residents'] is 'Mechelaars', not a list"),
        ({"people": {"Ann Lee": "Annie"}}, "people['Ann Lee'] is 'Annie', not a list; write ['Annie']"),
        ({"plugins": "no:date"}, "plugins is 'no:date', not a list; write ['no:date']"),
    ],
)
def test_a_text_is_no_list(folder: Path, arguments: dict[str, object], said: str) -> None:
    with pytest.raises(TypeError) as caught:
        factcheck.Checker(**{"sources": [folder], **arguments})  # type: ignore[arg-type]
    assert str(caught.value).startswith(said)


def test_what_is_checked_is_a_text(folder: Path) -> None:
    with pytest.raises(TypeError, match="sources is 'seeds', not a list"):
        factcheck.check("It has 5 bridges.", sources="seeds")
    checker = factcheck.Checker([folder])
    with pytest.raises(TypeError, match=r"sources is 'talk.txt', not a list"):
        checker.check("It has 5 bridges.", sources="talk.txt")
    with pytest.raises(TypeError, match="statement is 138, not a text"):
        checker.check(138)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="quote is 138, not a text"):
        checker.check_all([{"quote": 138}])  # type: ignore[typeddict-item]
