"""Where sources disagree: with checks made for the purpose, over invented towns; and the command."""

from __future__ import annotations

import itertools
import json
import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import jsonschema
import pytest

import factcheck
from factcheck.__main__ import main
from factcheck._conflicts import Conflicts, conflicts
from factcheck._engine import Engine
from factcheck.checks import Occurrence
from factcheck.config import Config
from factcheck.context import same_thing
from factcheck.model import Mention, Relation, Rule, Source, Turn
from factcheck.nouns import counted
from factcheck.text import Document

DIFFERS = Rule("XX101", "differs", "Differs.", "It differs.", "An example.")
SCHEMA = json.loads((Path(factcheck.__file__).parent / "schemas" / "conflicts.json").read_text("utf-8"))


class Figures:
    """Compares figures; ``over 30`` agrees with what is more, and is no value that refutes it."""

    name, kind, priority, rules = "figures", "figure", 10, (DIFFERS,)
    pattern = re.compile(r"(over )?(?<![\d-])(\d[\d,]*|two|three)\b(?! days)")

    def extract(self, document: Document) -> Iterable[Mention]:
        for match in self.pattern.finditer(document.text):
            mention = Mention(self.kind, match.start(), match.end(), match[0], {"is": match[2]})
            noun = counted(document, mention)
            keys = tuple(sorted(noun.head)) if noun else ()
            yield Mention(self.kind, match.start(), match.end(), match[0], {"is": match[2]}, keys)

    def compare(self, claimed: Occurrence, found: Occurrence) -> Relation:
        if same_thing(claimed, found) is None:
            return Relation(None)
        ours, theirs = claimed.mention, found.mention
        if ours.value["is"] == theirs.value["is"]:
            return Relation(not ours.text.startswith("over") or theirs.text.startswith("over"))
        return Relation(False, "another figure", DIFFERS)


class Lengths:
    """Compares lengths of time, which count nothing."""

    name, kind, priority, rules = "lengths", "date", 20, (DIFFERS,)

    def extract(self, document: Document) -> Iterable[Mention]:
        for match in re.finditer(r"\d+ days", document.text):
            yield Mention(self.kind, *match.span(), match[0], {"length": match[0]}, ("length",))

    def compare(self, claimed: Occurrence, found: Occurrence) -> Relation:
        if same_thing(claimed, found) is None:
            return Relation(None)
        return Relation(claimed.mention.text == found.mention.text, "another length", DIFFERS)


class Broken(Figures):
    def compare(self, claimed: Occurrence, found: Occurrence) -> Relation:
        raise ValueError("bad day")


def source(name: str, text: str, turns: tuple[Turn, ...] = (), date: str | None = None) -> Source:
    return Source(name, f"docs/{name}", text, "", "en", date=date, turns=turns)


def compared(*sources: Source, config: Config | None = None, checks: tuple[object, ...] = ()) -> Conflicts:
    return conflicts(Engine(checks or (Figures(), Lengths()), sources, config or Config(Path())))  # type: ignore[arg-type]


def topics(*texts: str) -> list[tuple[str, list[str]]]:
    """Return label and values of the topics of texts that all are about a town called Eastmoor."""
    found = compared(*(source(f"{at}.txt", f"In Eastmoor\n\n{text}") for at, text in enumerate(texts)))
    assert found.problems == ()
    return [(topic.label, [value[0].text for value in topic.values]) for topic in found.topics]


DISAGREE = {
    "plain": ("Eastmoor has 12 cranes.", "In Eastmoor there are 14 cranes.", "cranes (Eastmoor)", "12", "14"),
    "residents": (
        "Eastmoor has 31,000 inhabitants.",
        "Some 35,000 people live in Eastmoor.",
        "inhabitants (Eastmoor)",
        "31,000",
        "35,000",
    ),
    "named just before": (
        "Eastmoor has a small harbour. There are 12 cranes.",
        "Eastmoor has 14 cranes.",
        "cranes (Eastmoor)",
        "12",
        "14",
    ),
    "the same words before the noun": (
        "Eastmoor has 40 young sailors.",
        "There are 50 young sailors in Eastmoor.",
        "sailors (Eastmoor)",
        "40",
        "50",
    ),
    "length of time": (
        "The lighthouse keeper of Eastmoor stayed 40 days with the sailors.",
        "In Eastmoor the sailors had the lighthouse keeper with them for 50 days.",
        "lighthouse, keeper, sailors (Eastmoor)",
        "40 days",
        "50 days",
    ),
}


@pytest.mark.parametrize(("one", "other", "label", "first", "second"), DISAGREE.values(), ids=DISAGREE)
def test_disagreement_is_a_topic(one: str, other: str, label: str, first: str, second: str) -> None:
    assert topics(one, other) == [(label, [first, second])]


SILENT = {
    "equal": ("Eastmoor has 12 cranes.", "In Eastmoor there are 12 cranes."),
    "bound and figure": ("Eastmoor has over 12 cranes.", "In Eastmoor there are 12 cranes."),
    "other noun": ("Eastmoor has 12 cranes.", "Eastmoor has 14 ferries."),
    "other place": ("Eastmoor has 12 cranes.", "Westhaven has 14 cranes."),
    "no place at all": ("There are 12 cranes.", "There are 14 cranes."),
    "narrower noun": ("Eastmoor has 400 sailors.", "Eastmoor has 12 young sailors."),
    "other year": ("In 1980 Eastmoor had 12 cranes.", "In 2010 Eastmoor had 14 cranes."),
    "year on one side": ("In 1980 Eastmoor had 12 cranes.", "Eastmoor has 14 cranes."),
    "another time": ("When the pier burned, Eastmoor had 12 cranes.", "Eastmoor has 14 cranes."),
    "question": ("Eastmoor has 12 cranes.", "Does Eastmoor have 14 cranes?"),
    "one sentence": ("Eastmoor has 12 cranes in the east and 14 cranes in the west.", "Nothing."),
    "one list": ("Eastmoor:\n\n- Eastmoor has 12 cranes\n- Eastmoor has 14 cranes\n", "Nothing."),
    "few of them": ("Eastmoor saw two sailors drown.", "In Eastmoor three sailors won."),
    "code": ("Eastmoor = {12 cranes}", "Eastmoor = {14 cranes}"),
    "field of a record": ("Eastmoor cranes: 12 cranes.", "Eastmoor cranes: 14 cranes."),
    "part of a name": ("Eastmoor has v.12 cranes.", "Eastmoor has v.14 cranes."),
    "lengths of two things": ("The storm in Eastmoor took 40 days.", "The feast in Eastmoor took 50 days."),
    "lengths in one story": (
        "The keeper of Eastmoor met sailors for 40 days. The keeper of Eastmoor fed sailors for 50 days.",
        "Nothing.",
    ),
    "time of two figures": (
        "The 12 cranes of Eastmoor helped the sailors in the harbour for 40 days.",
        "The 15 ferries of Eastmoor helped the sailors in the harbour for 50 days.",
    ),
    "no punctuation": (
        "Eastmoor has 12 cranes and " + "the sea is wide and " * 60,
        "Eastmoor has 14 cranes.",
    ),
}


@pytest.mark.parametrize(("one", "other"), SILENT.values(), ids=SILENT)
def test_no_disagreement(one: str, other: str) -> None:
    assert topics(one, other) == []


def test_every_side_is_shown_once_in_the_order_of_the_sources() -> None:
    texts = ["Eastmoor has 12 cranes.", "In Eastmoor are 14 cranes.", "Eastmoor counts over 14 cranes."]
    sources = [source(f"{name}.txt", text) for name, text in zip("abc", texts, strict=True)]
    for ordered in itertools.permutations(sources):
        [topic] = compared(*ordered).topics
        shown = [[(side.source, side.text) for side in value] for value in topic.values]
        assert shown == [[("a.txt", "12")], [("b.txt", "14")], [("c.txt", "over 14")]]


def test_a_side_has_its_place_speaker_date_and_passage() -> None:
    text = "Ida: Eastmoor has 12 cranes."
    turn = Turn(0, len(text), "Ida", "answer")
    one = source("a.txt", text, (turn,), "2020-05-01")
    [topic] = compared(one, source("b.txt", "Eastmoor has 14 cranes.", date="2020-07-01")).topics
    side = topic.values[0][0]
    assert (side.path, side.line, side.column, side.speaker, side.date) == (
        "docs/a.txt",
        1,
        19,
        "Ida",
        "2020-05-01",
    )
    assert one.text[side.start : side.end] == side.text == "12"


def test_rules_that_are_not_selected_are_not_judged() -> None:
    sources = [source("a.txt", "Eastmoor has 12 cranes."), source("b.txt", "Eastmoor has 14 cranes.")]
    assert len(compared(*sources).topics) == 1
    assert compared(*sources, config=Config(Path(), ignore=("XX",))).topics == ()
    assert compared(*sources, config=Config(Path(), select=("YY",))).topics == ()


def test_a_failing_check_is_blamed() -> None:
    sources = [source("a.txt", "Eastmoor has 12 cranes."), source("b.txt", "Eastmoor has 14 cranes.")]
    found = compared(*sources, checks=(Broken(),))
    assert [(problem.path, problem.code) for problem in found.problems] == [("check figures", "FC903")]


def test_a_series_is_left_out_and_said_so() -> None:
    found = compared(*(source(f"{at}.txt", f"Eastmoor has {at + 10} cranes.") for at in range(6)))
    assert found.topics == ()
    assert found.notes == ("left out as a series: 6 values of 'cranes (Eastmoor)', from docs/0.txt:1 on",)


def test_groups_are_capped_and_said_so() -> None:
    text = " ".join(["Eastmoor has 12 cranes."] * 101)
    [note] = {note.partition(" mentions")[0] for note in compared(source("a.txt", text)).notes}
    assert note == "only the first 100 of 101"


CONFIG = 'sources = ["docs"]\nplugins = ["figures", "no:date", "no:number", "no:quote"]\n'
PLUGIN = """\
from factcheck.hookspecs import hookimpl
from test_conflicts import Figures


@hookimpl
def factcheck_register_checks(config):
    return [Figures()]
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in {
        "docs/log.txt": "Eastmoor has 12 cranes.\n",
        "docs/letter.txt": "Dear all,\n\nIn Eastmoor there are 14 cranes\x1b[31m.\n",
        "docs/note.txt": "The cranes of Eastmoor are tall. Eastmoor counts 14 cranes.\n",
        "figures.py": PLUGIN,
        "factcheck.toml": CONFIG,
    }.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "figures", raising=False)
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


Captured = pytest.CaptureFixture[str]


@pytest.mark.parametrize("name", ["text", "table", "json"])
def test_formats(name: str, project: Path, capsys: Captured, snapshot: Callable[[str, str], None]) -> None:
    assert main(["conflicts", "--format", name]) == 1
    printed = capsys.readouterr()
    snapshot(f"conflicts.{'json' if name == 'json' else name + '.txt'}", printed.out)
    assert printed.err == ""


def test_json_follows_its_schema_and_the_sources(project: Path, capsys: Captured) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    main(["conflicts", "--format", "json", "docs", "nowhere"])
    report = json.loads(capsys.readouterr().out)
    assert list(jsonschema.Draft202012Validator(SCHEMA).iter_errors(report)) == []
    for side in report["topics"][0]["values"]:
        text = (project / side["path"]).read_text(encoding="utf-8")
        assert text[side["start"] : side["end"]] == side["text"]
    for part in (report, report["topics"][0], report["topics"][0]["values"][0]):
        part["more"] = 1
        assert not jsonschema.Draft202012Validator(SCHEMA).is_valid(report)
        del part["more"]


CODES = {
    "disagreement": ([], 1),
    "exit zero": (["--exit-zero"], 0),
    "files": (["docs/log.txt", "docs/note.txt"], 1),
    "names": (["log", "note.txt"], 1),
    "agreement": (["letter", "note"], 0),
    "one file": (["docs/log.txt"], 0),
    "unreadable": (["docs/log.txt", "docs/note.txt", "docs/none.txt"], 4),
    "other rules": (["--select", "FC9"], 0),
    "unknown rule": (["--select", "XX9"], 4),
    "unknown format": (["--format", "xml"], 4),
    "empty name": ([""], 4),
    "unwritable": (["-o", "docs"], 4),
    "no sources": (["empty"], 5),
}


@pytest.mark.parametrize(("argv", "expected"), CODES.values(), ids=CODES)
def test_exit_codes(argv: list[str], expected: int, project: Path, capsys: Captured) -> None:
    (project / "empty").mkdir()
    assert main(["conflicts", *argv]) == expected


def test_what_cannot_be_read_is_said_and_the_rest_compared(project: Path, capsys: Captured) -> None:
    (project / "docs" / "bad.txt").write_bytes(b"\xff\xfe\xfa")
    assert main(["conflicts"]) == 4
    out = capsys.readouterr().out
    assert "cranes (Eastmoor): 2 values" in out
    assert "docs/bad.txt" in out


def test_output_file(project: Path, capsys: Captured) -> None:
    assert main(["conflicts", "-o", "report.txt"]) == 1
    assert capsys.readouterr().out == ""
    assert "cranes (Eastmoor)" in (project / "report.txt").read_text(encoding="utf-8")


def test_the_seeds_disagree_where_they_do(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.chdir(root)
    main(["conflicts", "seeds", "--format", "json"])
    report = json.loads(capsys.readouterr().out)
    found = [[(side["source"][:3], side["text"]) for side in topic["values"]] for topic in report["topics"]]
    assert found == [
        [("000", "a year"), ("002", "nine-month")],
        [
            ("000", "more than 138"),
            ("000", "138"),
            ("002", "138"),
            ("003", "138"),
            ("003", "128"),
            ("003", "131"),
        ],
        [("000", "86,000"), ("000", "86,000"), ("002", "86,000"), ("003", "86.000"), ("001", "90,000")],
    ]


def test_a_source_is_not_overwritten(project: Path, capsys: Captured) -> None:
    assert main(["conflicts", "docs", "-o", "docs/log.txt"]) == 4
    assert capsys.readouterr().err == (
        "factcheck: docs/log.txt: is an input of this run; name another file after -o\n"
    )
    assert (project / "docs/log.txt").read_text(encoding="utf-8") == "Eastmoor has 12 cranes.\n"
