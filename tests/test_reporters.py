"""Whole reports, over invented results, against snapshots; and what must hold of any report."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
from harbour import CLAIMS, HOSTILE, harbour, hostile

from factcheck._reporters import builtin
from factcheck._reporters.difference import differing
from factcheck._reporters.snippet import Row, rows
from factcheck._reporters.text import collected
from factcheck._schema import report_schema
from factcheck._terminal import UNSAFE, text_width
from factcheck.model import Report
from factcheck.reporting import Style

SNAPSHOTS = Path(__file__).parent / "snapshots"
VERSION = re.compile(r"(?<=factcheck )\d+\.\d+\.\d+|(?<=\"version\": \")\d+\.\d+\.\d+")


def text_of(name: str, report: Report, style: Style) -> str:
    return "".join(f"{line}\n" for line in builtin(name).render(report, style))


def check_snapshot(name: str, actual: str) -> None:
    """Compare with the file of that name; FACTCHECK_UPDATE_SNAPSHOTS=1 in the environment writes it first."""
    path = SNAPSHOTS / name
    actual = VERSION.sub("VERSION", actual)
    if os.environ.get("FACTCHECK_UPDATE_SNAPSHOTS"):
        path.write_text(actual, encoding="utf-8", newline="\n")
    assert path.read_text(encoding="utf-8") == actual


@pytest.mark.parametrize(
    ("snapshot", "format_", "style"),
    [
        ("text.txt", "text", Style(seconds=0.34)),
        ("text-quiet.txt", "text", Style(verbosity=-1, seconds=0.34)),
        ("text-quieter.txt", "text", Style(verbosity=-2, seconds=0.34)),
        ("text-verbose.txt", "text", Style(verbosity=1, seconds=0.34, header=("weather 1.2: dry",))),
        ("text-very-verbose.txt", "text", Style(verbosity=2, seconds=0.34)),
        ("text-narrow.txt", "text", Style(width=44, seconds=0.34)),
        ("text-color.txt", "text", Style(color=True, seconds=0.34)),
        ("concise.txt", "concise", Style()),
        ("table.txt", "table", Style(width=120)),
        ("report.json", "json", Style()),
    ],
)
def test_whole_report(snapshot: str, format_: str, style: Style) -> None:
    check_snapshot(snapshot, text_of(format_, harbour(), style))


def test_collected_claims() -> None:
    check_snapshot("collected.txt", "".join(f"{line}\n" for line in collected(harbour(), Style())))


EMPTY = Report((), (), (), (), {})


@pytest.mark.parametrize(
    ("format_", "expected"),
    [
        ("text", "factcheck VERSION -- checks: none\n0 claims against 0 sources\n\nno claims in 0.0s\n"),
        ("concise", "no claims in 0.0s\n"),
        ("table", "no claims in 0.0s\n"),
    ],
)
def test_report_of_nothing(format_: str, expected: str) -> None:
    assert VERSION.sub("VERSION", text_of(format_, EMPTY, Style(seconds=0.0))) == expected


def test_json_report_follows_its_schema() -> None:
    import jsonschema

    report = json.loads(text_of("json", harbour(), Style()))
    jsonschema.Draft202012Validator(report_schema()).validate(report)


def test_json_places_point_into_the_claims_file() -> None:
    report = json.loads(text_of("json", harbour(), Style()))
    mentions = [f["mention"] for c in report["claims"] for f in c["findings"] if f["mention"]]
    assert [CLAIMS[m["start"] : m["end"]] for m in mentions] == [m["text"] for m in mentions]


@pytest.mark.parametrize("format_", ["text", "concise", "table"])
@pytest.mark.parametrize("verbosity", [-2, -1, 0, 1, 2])
def test_no_input_steers_terminal_or_runner(format_: str, verbosity: int) -> None:
    style = Style(verbosity=verbosity, header=(HOSTILE,))
    lines = list(builtin(format_).render(hostile(), style))
    assert [line for line in lines if re.search(UNSAFE, line)] == []
    assert [line for line in lines if re.match(r"\s*::", line) or re.search(r"##(\[|vso)", line)] == []


def test_json_hides_nothing_and_steers_nothing() -> None:
    lines = list(builtin("json").render(hostile(), Style()))
    assert [line for line in lines if re.search(UNSAFE, line)] == []
    assert [line for line in lines if line.lstrip().startswith("::")] == []
    assert json.loads("\n".join(lines))["claims"][0]["statement"] == HOSTILE


@pytest.mark.parametrize(
    ("text", "words", "width", "expected"),
    [
        ("one two three", "two", 40, [Row(1, "one two three", "    ^^^")]),
        ("one\r\ntwo\rthree", "two", 40, [Row(2, "two", "^^^")]),
        ("\tone\ttwo", "two", 40, [Row(1, "    one    two", "           ^^^")]),
        ("東京 is big", "is", 40, [Row(1, "東京 is big", "     ^^")]),
        ("cafe\u0301 is open", "is", 40, [Row(1, "cafe\u0301 is open", "     ^^")]),
        ("a\u202eb is", "is", 40, [Row(1, "a\\u202eb is", "         ^^")]),
        (
            "one two\nthree four",
            "two\nthree",
            40,
            [Row(1, "one two", "    ^^^"), Row(2, "three four", "^^^^^")],
        ),
        ("a b c d e f g h i j k l", "f g", 11, [Row(1, "…e f g h…", "   ^^^")]),
        ("a b c d e f g h i j k l", "a b", 11, [Row(1, "a b c d e…", "^^^")]),
        ("a b c d e f g h i j k l", "k l", 11, [Row(1, "…h i j k l", "       ^^^")]),
        (
            "aa bb cc dd ee",
            "aa bb cc dd ee",
            8,
            [Row(1, "aa bb cc", "^^^^^^^^"), Row(None, "dd ee", "^^^^^")],
        ),
    ],
)
def test_rows_of_an_excerpt(text: str, words: str, width: int, expected: list[Row]) -> None:
    start = text.index(words)
    line = text[:start].replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    assert list(rows(text, start, start + len(words), line, width)) == expected


@pytest.mark.parametrize("start", range(0, 4000, 371))
@pytest.mark.parametrize("length", [0, 5, 200, 3000])
def test_rows_never_exceed_the_width(start: int, length: int) -> None:
    text = ("Every ferry 東桟橋 leaves at\tnoon, cafe\u0301. " * 120)[: start + length + 500]
    for row in rows(text, start, start + length, 1, 60):
        assert text_width(row.text) <= 61  # one column for the final ellipsis
        assert text_width(row.marks) <= 61


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("We did not see it here", "We did see it here", (["not"], [""])),
        ("We did see it here", "We did not see it here", ([""], ["not"])),
        ("They have 4,200 boats in all", "They have 4,300 boats in all", (["4,200"], ["4,300"])),
        ("They HAVE boats in all", "They have boats in all", ([], [])),
        ("Nothing here is like it", "Completely other words in that", ([], [])),
        ("4,200", "4,300", ([], [])),
    ],
)
def test_differing_words(one: str, other: str, expected: tuple[list[str], list[str]]) -> None:
    left, right = differing(one, other)
    assert ([one[a:b] for a, b in left], [other[a:b] for a, b in right]) == expected
