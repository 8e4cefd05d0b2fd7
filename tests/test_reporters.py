"""Whole reports, over invented results, against snapshots; and what must hold of any report."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from factcheck._reporters import builtin
from factcheck._reporters.difference import differing
from factcheck._reporters.snippet import Row, rows
from factcheck._reporters.text import collected
from factcheck._schema import report_schema
from factcheck._terminal import UNSAFE, text_width
from factcheck.model import (
    Claim,
    Evidence,
    Finding,
    Mention,
    OffsetMap,
    Outcome,
    Place,
    Problem,
    Report,
    Result,
    Rule,
    Severity,
    Source,
    Stance,
    Verdict,
)
from factcheck.reporting import Style

SNAPSHOTS = Path(__file__).parent / "snapshots"
VERSION = re.compile(r"(?<=factcheck )\d+\.\d+\.\d+|(?<=\"version\": \")\d+\.\d+\.\d+")

DIFFERS = Rule("AA101", "figure-differs", "", "", "")
REWORDED = Rule("AA201", "words-differ", "", "", "")
DISAGREE = Rule("AA906", "sources-disagree", "", "", "")
NOTHING = Rule("AA901", "nothing-to-check", "", "", "")
SPELLING = Rule("AA210", "other-spelling", "", "", "", Severity.WARNING)

FERRY = (
    "Questions to the harbour master\n"
    "\n"
    "Reporter: How busy is the harbour of Eastmoor these days, and is it true that you came here by chance, "
    "as your predecessor likes to tell everyone who asks?\n"
    "Ida Brandt: When I began there were three ferries and a rowing boat, and nobody believed that it would "
    "last. Today some 4,200 passengers cross the bay each day, which is more than the railway carries. We "
    "have never once closed the harbour because of the fog, and we never will.\n"
)
LEAFLET = (
    "Eastmoor in figures: 4,900 passengers a day, 17 ferries.\r\nThe pier 東桟橋 is 310 metres long.\r\n"
)
CLAIMS = """\
claims:
  - id: passengers
    statement: About 4,900 passengers cross the bay of Eastmoor each day.
  - id: fog
    quote: We have once closed the harbour because of the fog.
    speaker: Ida Brandt
  - id: lively
    statement: The harbour is lively.
  - id: ferries
    statement: Eastmoor has 17 ferries.
  - id: known
    statement: Each day 4,200 passengers cross.
    expect: conflicting_evidence
    reason: The leaflet is older than the interview.
  - id: settled
    statement: The pier is 310 metres long.
    expect: refuted
    reason: The harbour office is still measuring.
  - id: grey
    statement: The "grey" pier is 310 metres long.
"""


def source(name: str, text: str) -> Source:
    return Source(name, f"sources/{name}", text, "0" * 64, language="en", title=name.title())


def passage(
    origin: Source,
    words: str,
    stance: Stance,
    speaker: str | None = None,
    date: str | None = None,
    value: str = "",
) -> Evidence:
    start = origin.text.index(words)
    before = origin.text[:start].replace("\r\n", "\n")
    line = before.count("\n") + 1
    begin = max(origin.text.rfind("\n", 0, start) + 1, start - 40)
    end = start + len(words)
    after = re.split(r"[\r\n]", origin.text[end : end + 40])[0]
    column = start - origin.text.rfind("\n", 0, start)
    shown = {"low": value, "high": value} if value else None
    return Evidence(
        origin.name, origin.path, line, column, start, end, words, stance,
        origin.text[begin:start], after, speaker, date, shown,
    )  # fmt: skip


def claim(
    id_: str, text: str, *, quote: bool = False, expect: Verdict = Verdict.SUPPORTED,
    reason: str | None = None, speaker: str | None = None,
) -> Claim:  # fmt: skip
    at = CLAIMS.index(f"id: {id_}")
    start = CLAIMS.index(text, at)
    lines = OffsetMap(((0, start),))
    line = CLAIMS.count("\n", 0, at) + 1
    end = start + len(text)
    place = Place("claims/harbour.yaml", line, 5, line + 1, 60, at, end)
    if quote:
        return Claim(id_, place, None, text, speaker, expect=expect, reason=reason, quote_map=lines)
    return Claim(id_, place, text, None, speaker, expect=expect, reason=reason, statement_map=lines)


def mention(text: str, words: str, kind: str = "number") -> Mention:
    start = text.index(words)
    return Mention(kind, start, start + len(words), words, {"low": words, "high": words})


def finding(
    rule: Rule | None, verdict: Verdict | None, message: str, mention: Mention | None, *evidence: Evidence,
    severity: Severity = Severity.ERROR, suggestion: str | None = None, check: str = "number",
) -> Finding:  # fmt: skip
    return Finding(check, rule, severity, verdict, message, mention, evidence, suggestion)


def harbour() -> Report:
    ferry, leaflet = source("ferry.txt", FERRY), source("leaflet.txt", LEAFLET)
    brandt = {"speaker": "Ida Brandt", "date": "2021-05-03"}
    said = passage(ferry, "some 4,200 passengers", Stance.REFUTES, value="4200", **brandt)
    agrees = passage(ferry, "4,200", Stance.SUPPORTS, value="4200", **brandt)
    printed = passage(leaflet, "4,900", Stance.REFUTES, value="4900")
    again = passage(leaflet, "17 ferries", Stance.REFUTES, value="4900")
    fog = passage(ferry, "We have never once closed the harbour because of the fog", Stance.REFUTES, **brandt)
    pier = passage(leaflet, "310 metres", Stance.SUPPORTS, value="310")
    passengers = claim("passengers", "About 4,900 passengers cross the bay of Eastmoor each day.")
    quote = claim(
        "fog", "We have once closed the harbour because of the fog.", quote=True, speaker="Ida Brandt"
    )
    lively = claim("lively", "The harbour is lively.")
    ferries = claim("ferries", "Eastmoor has 17 ferries.")
    known = claim(
        "known", "Each day 4,200 passengers cross.", expect=Verdict.CONFLICTING_EVIDENCE,
        reason="The leaflet is older than the interview.",
    )  # fmt: skip
    settled = claim(
        "settled", "The pier is 310 metres long.", expect=Verdict.REFUTED,
        reason="The harbour office is still measuring.",
    )  # fmt: skip
    grey = claim("grey", 'The "grey" pier is 310 metres long.')
    return Report(
        results=(
            Result(passengers, Verdict.REFUTED, Outcome.FAILED, (
                finding(
                    DIFFERS, Verdict.REFUTED, "4,200, not 4,900 (ferry.txt:4, Ida Brandt)",
                    mention(passengers.statement or "", "About 4,900 passengers"), said,
                    suggestion="write 4,200",
                ),
            )),
            Result(quote, Verdict.REFUTED, Outcome.FAILED, (
                finding(
                    REWORDED, Verdict.REFUTED, "the source has “never once”, the claim “once”",
                    mention(quote.quote or "", quote.quote or "", "quote"), fog, check="quote",
                ),
            )),
            Result(lively, Verdict.NOT_ENOUGH_EVIDENCE, Outcome.FAILED, (
                finding(NOTHING, Verdict.NOT_ENOUGH_EVIDENCE, "no number, date or quotation to check", None),
            )),
            Result(ferries, Verdict.SUPPORTED, Outcome.PASSED, (
                finding(
                    None, Verdict.SUPPORTED, "leaflet.txt:1 agrees",
                    mention(ferries.statement or "", "17"),
                    passage(leaflet, "17 ferries", Stance.SUPPORTS, value="17"), severity=Severity.NOTE,
                ),
            )),
            Result(known, Verdict.CONFLICTING_EVIDENCE, Outcome.XFAILED, (
                finding(
                    DISAGREE, Verdict.CONFLICTING_EVIDENCE, "the sources disagree: “4,200” against “4,900”",
                    mention(known.statement or "", "4,200"), agrees, printed, again,
                ),
            )),
            Result(settled, Verdict.SUPPORTED, Outcome.XPASSED, (
                finding(
                    None, Verdict.SUPPORTED, "leaflet.txt:2 agrees",
                    mention(settled.statement or "", "310 metres"), pier, severity=Severity.NOTE,
                ),
            )),
            Result(grey, Verdict.SUPPORTED, Outcome.WARNED, (
                finding(
                    SPELLING, Verdict.SUPPORTED, "another spelling of “gray”",
                    mention(grey.statement or "", '"grey"', "quote"),
                    severity=Severity.WARNING, check="quote",
                ),
                finding(
                    None, Verdict.SUPPORTED, "leaflet.txt:2 agrees",
                    mention(grey.statement or "", "310 metres"), pier, severity=Severity.NOTE,
                ),
            )),
        ),
        problems=(
            Problem("claims/old.yaml", 3, 5, "AA913", "unknown key 'statment'; did you mean 'statement'?"),
            Problem("sources/scan.txt", 0, 0, "AA911", "byte 0xe9 is not UTF-8; save the file as UTF-8"),
        ),
        sources=(ferry, leaflet),
        checks=("date", "number", "quote"),
        texts={"claims/harbour.yaml": CLAIMS},
        deselected=2,
    )  # fmt: skip


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


HOSTILE = (
    "::error::a\n::error::b \x1b[31mred\x9b2J \u202e\u200b ##vso[task] ##[group] \ud800 \u2028::x \x00\t"
)


def hostile() -> Report:
    """A report in which every text is hostile."""
    words = HOSTILE
    here = Claim("::id \x1b[1m##[x]", Place(words, 1, 1, 1, 2, 0, 1), words, None, words, reason=words)
    seen = Evidence(words, words, 1, 1, 0, len(words), words, Stance.REFUTES, words, words, words, words)
    what = Mention("number", 0, len(words), words, {"low": words})
    rule = Rule("::A", words, "", "", "")
    said = Finding(words, rule, Severity.ERROR, Verdict.REFUTED, words, what, (seen,), words)
    results = tuple(
        Result(here, Verdict.REFUTED, outcome, (said,), (words,))
        for outcome in (Outcome.FAILED, Outcome.XFAILED, Outcome.XPASSED, Outcome.WARNED, Outcome.PASSED)
    )
    problem = Problem(words, 1, 1, "AA911", words)
    return Report(results, (problem,), (Source(words, words, words, "0" * 64),), (words,), {words: words})


@pytest.mark.parametrize("format_", ["text", "concise", "table"])
@pytest.mark.parametrize("verbosity", [-2, -1, 0, 1, 2])
def test_no_input_steers_terminal_or_runner(format_: str, verbosity: int) -> None:
    style = Style(verbosity=verbosity, header=(HOSTILE,))
    lines = list(builtin(format_).render(hostile(), style))
    assert [line for line in lines if UNSAFE.search(line)] == []
    assert [line for line in lines if re.match(r"\s*::", line) or re.search(r"##(\[|vso)", line)] == []


def test_json_hides_nothing_and_steers_nothing() -> None:
    lines = list(builtin("json").render(hostile(), Style()))
    assert [line for line in lines if UNSAFE.search(line)] == []
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
