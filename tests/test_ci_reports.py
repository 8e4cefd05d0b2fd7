"""The formats for CI: whole outputs, accepted by strict readers, also with hostile text in every field."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
import readers
from harbour import CLAIMS, HOSTILE, harbour, hostile

from factcheck import __version__
from factcheck._reporters import builtin
from factcheck._reporters.github import MOST
from factcheck._reporters.markdown import MOST_BYTES, inert
from factcheck._terminal import UNSAFE
from factcheck.model import OffsetMap, Outcome, Problem, Reading, Report, Severity
from factcheck.reporting import Style

FORMATS = ("jsonl", "junit", "sarif", "github", "gitlab", "markdown", "rdjson")
SUFFIX = {"jsonl": "jsonl", "junit": "xml", "github": "txt", "markdown": "md"}


def text_of(format_: str, report: Report) -> str:
    return "".join(f"{line}\n" for line in builtin(format_).render(report, Style()))


@pytest.mark.parametrize("format_", FORMATS)
def test_whole_report(format_: str, snapshot: Callable[[str, str], None]) -> None:
    text = text_of(format_, harbour()).replace(f'"version": "{__version__}"', '"version": "VERSION"')
    snapshot(f"ci-{format_}.{SUFFIX.get(format_, 'json')}", text)


@pytest.mark.parametrize("format_", FORMATS)
def test_no_input_steers_terminal_or_runner(format_: str) -> None:
    lines = text_of(format_, hostile()).split("\n")
    assert [line for line in lines if re.search(UNSAFE, line)] == []
    assert [line for line in lines if re.search(r"##(\[|vso)", line)] == []
    ours = re.compile(r"::(error|warning|notice) file=") if format_ == "github" else re.compile("(?!)")
    assert [line for line in lines if line.lstrip().startswith("::") and not ours.match(line)] == []


@pytest.mark.parametrize("format_", FORMATS)
def test_a_report_of_nothing_is_well_formed(format_: str) -> None:
    text = text_of(format_, Report((), (), (), (), {}))
    read = {
        "jsonl": lambda: [json.loads(line)["type"] for line in text.splitlines()] == ["summary"],
        "junit": lambda: readers.read_junit(text) == [],
        "sarif": lambda: readers.read_json(text, readers.SARIF)["runs"][0]["results"] == [],
        "github": lambda: readers.read_github(text) == ([], ["no claims"]),
        "gitlab": lambda: readers.read_gitlab(text) == [],
        "markdown": lambda: text == "### ✅ factcheck: no claims\n\n",
        "rdjson": lambda: readers.read_json(text, readers.RDJSON)["diagnostics"] == [],
    }
    assert read[format_]()


def test_notes_fail_nothing() -> None:
    note = Problem("decisions.yaml", 2, 3, "FC921", "applies to nothing any more; take it out")
    report = Report((), (), (), (), {}, notes=(note,))
    assert readers.read_junit(text_of("junit", report)) == []
    assert [issue["severity"] for issue in readers.read_gitlab(text_of("gitlab", report))] == ["info"]
    assert [kind for kind, _, _ in readers.read_github(text_of("github", report))[0]] == ["notice"]
    (invocation,) = readers.read_json(text_of("sarif", report), readers.SARIF)["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is True
    assert [found["level"] for found in invocation["toolExecutionNotifications"]] == ["note"]


def test_a_sentence_of_a_draft_is_known_by_its_place() -> None:
    report = harbour()
    result = report.results[0]
    reading = Reading(result.claim.statement or "", OffsetMap(((0, 0),)))
    draft = result._replace(claim=result.claim._replace(id="claims/harbour.yaml:3:5", reading=reading))
    report = report._replace(results=(draft,), problems=())
    ((_, properties, _),), _ = readers.read_github(text_of("github", report))
    assert properties["title"] == "AA101 figure-differs"
    (issue,) = readers.read_gitlab(text_of("gitlab", report))
    assert issue["description"] == "AA101 4,200, not 4,900 (ferry.txt:4, Ida Brandt)"
    assert "| ❌ |  | <code>claims/harbour.yaml:3:16</code> |" in text_of("markdown", report)


# jsonl


def test_jsonl_holds_what_json_holds() -> None:
    whole = json.loads(text_of("json", harbour()))
    lines = [json.loads(line) for line in text_of("jsonl", harbour()).splitlines()]
    kinds = [line.pop("type") for line in lines]
    assert kinds == ["claim"] * 7 + ["source"] * 2 + ["error"] * 2 + ["summary"]
    by_kind = {kind: [line for line, its in zip(lines, kinds, strict=True) if its == kind] for kind in kinds}
    assert by_kind["claim"] == whole["claims"]
    assert by_kind["source"] == whole["sources"]
    assert by_kind["error"] == whole["errors"]
    head = {"schema_version": whole["schema_version"], "tool": whole["tool"]}
    assert by_kind["summary"] == [{**head, **whole["summary"]}]


def test_jsonl_hides_nothing() -> None:
    first = json.loads(text_of("jsonl", hostile()).splitlines()[0])
    assert first["statement"] == HOSTILE


# junit


def test_junit_tells_the_outcomes_apart() -> None:
    report = harbour()
    results = [result._replace(outcome=Outcome.ERROR) for result in report.results[:1]]
    results += [result._replace(outcome=Outcome.SKIPPED) for result in report.results[1:2]]
    report = report._replace(results=(*results, *report.results[2:]))
    assert readers.read_junit(text_of("junit", report)) == [
        ("claims/harbour.yaml", "passengers", "error", "4,200, not 4,900 (ferry.txt:4, Ida Brandt)"),
        ("claims/harbour.yaml", "fog", "pytest.skip", "no selected check judges this claim"),
        ("claims/harbour.yaml", "lively", "failure", "no number, date or quotation to check"),
        ("claims/harbour.yaml", "ferries", "passed", ""),
        ("claims/harbour.yaml", "known", "pytest.xfail", "The leaflet is older than the interview."),
        (
            "claims/harbour.yaml",
            "settled",
            "failure",
            "[XPASS(strict)] The harbour office is still measuring.",
        ),
        ("claims/harbour.yaml", "grey", "system-out", ""),
        ("claims/old.yaml", "AA913", "error", "unknown key 'statment'; did you mean 'statement'?"),
        ("sources/scan.txt", "AA911", "error", "byte 0xe9 is not UTF-8; save the file as UTF-8"),
    ]


def test_junit_leaves_out_what_xml_forbids_and_keeps_the_rest() -> None:
    words = "a\x00b\x08c\ufffe\uffff\ud800d\x85\u202e<&>\"' ]]> <!-- ##[x]"
    problem = Problem(words, 1, 1, "AA1", words)
    ((class_, _, outcome, message),) = readers.read_junit(
        text_of("junit", Report((), (problem,), (), (), {}))
    )
    kept = "abcd\x85\u202e<&>\"' ]]> <!-- ##[x]"
    assert (class_, outcome, message) == (kept, "error", kept)


def test_junit_reads_hostile_text() -> None:
    outcomes = [outcome for _, _, outcome, _ in readers.read_junit(text_of("junit", hostile()))]
    assert outcomes == ["failure", "pytest.xfail", "failure", "system-out", "passed", "failure", "error"]


# sarif


def in_region(text: str, region: dict[str, int]) -> str:
    starts = [0, *(match.end() for match in re.finditer("\r\n|\n|\r", text))]
    start = starts[region["startLine"] - 1] + region["startColumn"] - 1
    return text[start : starts[region["endLine"] - 1] + region["endColumn"] - 1]


def test_sarif_regions_are_the_words() -> None:
    report = harbour()
    run = readers.read_sarif(text_of("sarif", report))
    texts = {**report.texts, **{source.path: source.text for source in report.sources}}
    words = []
    for result in run["results"]:
        place = result["locations"][0]["physicalLocation"]
        words.append(in_region(texts[place["artifactLocation"]["uri"]], place["region"]))
        for related in result.get("relatedLocations", []):
            place = related["physicalLocation"]
            shown = in_region(texts[place["artifactLocation"]["uri"]], place["region"])
            assert shown == place["region"]["snippet"]["text"]
    assert words == [
        "About 4,900 passengers",
        "We have once closed the harbour because of the fog.",
        "The harbour is lively.",
        "4,200",
        "The pier is 310 metres long.",
        '"grey"',
    ]


def test_sarif_marks_what_is_expected() -> None:
    run = readers.read_sarif(text_of("sarif", harbour()))
    accepted = {
        result["ruleId"]: result["suppressions"] for result in run["results"] if "suppressions" in result
    }
    reason = "The leaflet is older than the interview."
    assert accepted == {"AA906": [{"kind": "inSource", "status": "accepted", "justification": reason}]}
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    assert [note["descriptor"]["id"] for note in invocation["toolExecutionNotifications"]] == [
        "AA913",
        "AA911",
    ]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("claims/a b.yaml", {"uri": "claims/a%20b.yaml", "uriBaseId": "SRCROOT"}),
        ("claims/é#?:.yaml", {"uri": "claims/%C3%A9%23%3F%3A.yaml", "uriBaseId": "SRCROOT"}),
        ("../a.yaml", {"uri": "../a.yaml", "uriBaseId": "SRCROOT"}),
        ("/srv/a.yaml", {"uri": "file:///srv/a.yaml"}),
    ],
)
def test_sarif_uris(path: str, expected: dict[str, str]) -> None:
    report = Report((), (Problem(path, 1, 1, "FC911", "unreadable"),), (), (), {})
    run = readers.read_json(text_of("sarif", report), readers.SARIF)["runs"][0]
    (note,) = run["invocations"][0]["toolExecutionNotifications"]
    assert note["locations"][0]["physicalLocation"]["artifactLocation"] == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("12 boats, not 14", "12 boats, not 14"),
        ("they [the crew] said", "they [the crew] said"),
        ("see [here](http://bad)", "see \\[here\\](http://bad)"),
        ("{0} boats", "{{0}} boats"),
    ],
)
def test_sarif_messages_are_literal(message: str, expected: str) -> None:
    report = Report((), (Problem("a.yaml", 1, 1, "FC911", message),), (), (), {})
    run = readers.read_json(text_of("sarif", report), readers.SARIF)["runs"][0]
    (note,) = run["invocations"][0]["toolExecutionNotifications"]
    assert note["message"] == {"text": expected}


def test_sarif_reads_hostile_text() -> None:
    run = readers.read_sarif(text_of("sarif", hostile()))
    assert [result["level"] for result in run["results"]] == ["error", "note", "error", "warning", "note"]
    assert run["results"][0]["relatedLocations"][0]["physicalLocation"]["region"]["snippet"] == {
        "text": HOSTILE
    }


# fingerprints


@pytest.mark.parametrize(
    ("format_", "prints"),
    [
        (
            "gitlab",
            lambda text: [
                issue["fingerprint"] for issue in readers.read_gitlab(text) if "yaml" in str(issue)
            ],
        ),
        (
            "sarif",
            lambda text: [result["partialFingerprints"] for result in readers.read_sarif(text)["results"]],
        ),
    ],
)
def test_fingerprints_do_not_depend_on_lines(format_: str, prints: Callable[[str], list[object]]) -> None:
    report = harbour()
    shift = "# one more line\n" * 3
    moved = []
    for result in report.results:
        claim = result.claim
        places = {
            name: getattr(claim, name)._replace(
                runs=tuple((here, there + len(shift)) for here, there in getattr(claim, name).runs)
            )
            for name in ("statement_map", "quote_map")
        }
        moved.append(result._replace(claim=claim._replace(**places)))
    after = report._replace(results=tuple(moved), texts={"claims/harbour.yaml": shift + CLAIMS})
    one, two = text_of(format_, report), text_of(format_, after)
    assert prints(one) == prints(two)
    assert one != two


def test_equal_findings_have_fingerprints_of_their_own() -> None:
    report = harbour()
    twice = report._replace(results=report.results[:1] * 2, problems=())
    assert len(readers.read_gitlab(text_of("gitlab", twice))) == 2


def test_gitlab_severities() -> None:
    found = [
        (issue["check_name"], issue["severity"])
        for issue in readers.read_gitlab(text_of("gitlab", harbour()))
    ]
    assert found == [
        ("AA101", "major"),
        ("AA201", "major"),
        ("AA901", "major"),
        ("AA906", "info"),
        ("xpassed", "major"),
        ("AA210", "minor"),
        ("AA913", "blocker"),
        ("AA911", "blocker"),
    ]
    assert [issue["severity"] for issue in readers.read_gitlab(text_of("gitlab", hostile()))] == [
        *("major", "info", "major", "minor", "info", "blocker", "info")
    ]


# github


def test_github_commands_decode_to_what_was_said() -> None:
    problem = Problem("a,b:c%25.yaml", 3, 7, "FC911", "50 % is\nno, number: ::x")
    commands, _ = readers.read_github(text_of("github", Report((), (problem,), (), (), {})))
    assert commands == [
        (
            "error",
            {
                "file": "a,b:c%25.yaml",
                "line": "3",
                "endLine": "3",
                "col": "7",
                "endColumn": "7",
                "title": "FC911 unreadable",
            },
            "50 % is no, number: ::x",
        )
    ]


def test_github_reads_hostile_text() -> None:
    commands, others = readers.read_github(text_of("github", hostile()))
    kinds = [kind for kind, _, _ in commands]
    assert kinds == ["error", "notice", "error", "warning", "notice", "error", "notice"]
    assert len(others) == 1
    assert all("\\x1b" in data for _, _, data in commands if "expected" not in data)


def test_github_shows_ten_of_a_kind_and_counts_the_rest() -> None:
    problems = tuple(Problem("a.yaml", line, 1, "FC911", "unreadable") for line in range(1, 14))
    report = harbour()._replace(problems=problems)
    commands, others = readers.read_github(text_of("github", report))
    kinds = [kind for kind, _, _ in commands]
    assert {kind: kinds.count(kind) for kind in kinds} == {"error": MOST, "notice": 1, "warning": 1}
    assert others[0] == "and 7 more errors"


# markdown


def test_markdown_holds_no_markup_of_an_input() -> None:
    words = "*a* _b_ `c` [d](e) <f> &amp; | ~g~ #1 @h $i$ :tada: http://j \\k !l {m}"
    assert inert(words) == (
        "&#42;a&#42; &#95;b&#95; &#96;c&#96; &#91;d&#93;(e) &#60;f&#62; &#38;amp; &#124; &#126;g&#126; "
        "&#35;1 &#64;h &#36;i&#36; &#58;tada: http&#58;//j &#92;k &#33;l &#123;m&#125;"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [("- a", "&#45; a"), ("12. a", "&#49;&#50;&#46; a"), ("12 a", "12 a"), ("a - b", "a - b"), ("", "")],
)
def test_markdown_starts_no_block(text: str, expected: str) -> None:
    assert inert(text) == expected


def test_markdown_of_hostile_text_has_only_our_own_tags() -> None:
    text = text_of("markdown", hostile())
    tags = set(re.findall(r"<[^>]*>?", text))
    assert tags == {"<code>", "</code>", "<details>", "<summary>", "</summary>", "</details>"}
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert {row.count("|") for row in rows} == {5}


@pytest.mark.parametrize(
    ("count", "cut"),
    [(1, None), (3000, None), (5000, "and the passages of .* more"), (40000, "and .* more")],
)
def test_markdown_stays_below_a_mebibyte(count: int, cut: str | None) -> None:
    report = harbour()
    text = text_of("markdown", report._replace(results=report.results[:1] * count))
    assert len(text.encode()) < MOST_BYTES
    assert text.count("<details>") == text.count("</details>")
    last = text.rstrip().splitlines()[-1]
    assert re.fullmatch(cut, last) if cut else last == "</details>"


# rdjson


def test_rdjson_counts_bytes() -> None:
    report = harbour()
    found = readers.read_json(text_of("rdjson", report), readers.RDJSON)["diagnostics"]
    texts = {**report.texts, **{source.path: source.text for source in report.sources}}

    def words(place: dict[str, dict[str, dict[str, int]]]) -> str:
        lines = re.split(b"\r\n|\n|\r", texts[str(place["path"])].encode())
        start, end = place["range"]["start"], place["range"]["end"]
        assert start["line"] == end["line"]
        return lines[start["line"] - 1][start["column"] - 1 : end["column"] - 1].decode()

    assert [words(diagnostic["location"]) for diagnostic in found[:2]] == [
        "About 4,900 passengers",
        "We have once closed the harbour because of the fog.",
    ]
    pier = report._replace(
        results=tuple(
            result._replace(
                outcome=Outcome.FAILED,
                findings=tuple(finding._replace(severity=Severity.WARNING) for finding in result.findings),
            )
            for result in report.results
            if result.claim.id == "grey"
        )
    )
    related = readers.read_json(text_of("rdjson", pier), readers.RDJSON)["diagnostics"][1]["relatedLocations"]
    assert [words(item["location"]) for item in related] == ["310 metres"]
    assert related[0]["location"]["range"]["start"]["column"] == 23


def test_rdjson_suggests_in_place() -> None:
    found = readers.read_json(text_of("rdjson", harbour()), readers.RDJSON)["diagnostics"]
    suggested = {item["code"]["value"]: item["suggestions"] for item in found if "suggestions" in item}
    assert suggested == {"AA101": [{"range": found[0]["location"]["range"], "text": "Write 4,200"}]}


def test_rdjson_reads_hostile_text() -> None:
    found = readers.read_json(text_of("rdjson", hostile()), readers.RDJSON)["diagnostics"]
    assert [item["severity"] for item in found] == [
        *("ERROR", "INFO", "ERROR", "WARNING", "INFO", "ERROR", "INFO")
    ]
