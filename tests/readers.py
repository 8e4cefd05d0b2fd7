"""Strict readers of the formats for other programs, written from their specifications: they refuse the rest.

SARIF: OASIS sarif-v2.1.0-os. JUnit: what pytest writes. GitHub: workflow commands as its runner reads them.
GitLab: the code quality report. rdjson: reviewdog's proto/rdf. SARIF and JUnit are held to their published
schemas too; packages ship none of the others.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import xmlschema

SCHEMAS = Path(__file__).parent / "schemas"

TEXT = {"type": "string", "minLength": 1}
COUNT = {"type": "integer", "minimum": 1}
URI = {
    "type": "string",
    "pattern": r"^[A-Za-z0-9._~!$&'()*+,;=:@/%-]*$",
    "not": {"pattern": "%(?![0-9A-F]{2})"},
}


def record(required: dict[str, Any], **optional: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {**required, **optional},
        "required": list(required),
        "additionalProperties": False,
    }


def several(item: dict[str, Any], least: int = 0) -> dict[str, Any]:
    return {"type": "array", "items": item, "minItems": least}


def one_of(*values: str) -> dict[str, Any]:
    return {"enum": list(values)}


MESSAGE = record({"text": TEXT}, markdown=TEXT)
ARTIFACT = record({"uri": URI}, uriBaseId=one_of("SRCROOT"))
REGION = record(
    {"startLine": COUNT, "startColumn": COUNT, "endLine": COUNT, "endColumn": COUNT},
    snippet=record({"text": {"type": "string"}}),
)
LOCATION = record(
    {"physicalLocation": record({"artifactLocation": ARTIFACT}, region=REGION)},
    id={"type": "integer", "minimum": 0},
    message=MESSAGE,
    logicalLocations=several(record({"fullyQualifiedName": TEXT}), 1),
)
LEVEL = one_of("none", "note", "warning", "error")
RULE = record(
    {"id": TEXT, "shortDescription": MESSAGE, "fullDescription": MESSAGE, "help": MESSAGE},
    name=TEXT,
    defaultConfiguration=record({"level": LEVEL}),
)
REPLACEMENT = record({"deletedRegion": REGION}, insertedContent=record({"text": {"type": "string"}}))
FIX = record(
    {
        "artifactChanges": several(
            record({"artifactLocation": ARTIFACT, "replacements": several(REPLACEMENT, 1)}), 1
        )
    },
    description=MESSAGE,
)
SUPPRESSION = record(
    {"kind": one_of("inSource", "external")},
    status=one_of("accepted", "underReview", "rejected"),
    justification=TEXT,
)
RESULT = record(
    {"message": MESSAGE, "ruleId": TEXT, "ruleIndex": {"type": "integer", "minimum": 0}},
    kind=one_of("pass", "open", "informational", "notApplicable", "review", "fail"),
    level=LEVEL,
    locations=several(LOCATION, 1),
    relatedLocations=several(LOCATION, 1),
    partialFingerprints={"type": "object", "additionalProperties": TEXT},
    fixes=several(FIX, 1),
    suppressions=several(SUPPRESSION, 1),
)
NOTIFICATION = record(
    {"message": MESSAGE}, level=LEVEL, descriptor=record({"id": TEXT}), locations=several(LOCATION, 1)
)
RUN = record(
    {
        "tool": record({"driver": record({"name": TEXT}, version=TEXT, rules=several(RULE))}),
        "results": several(RESULT),
    },
    columnKind=one_of("utf16CodeUnits", "unicodeCodePoints"),
    originalUriBaseIds={"type": "object", "additionalProperties": record({}, description=MESSAGE, uri=URI)},
    invocations=several(
        record(
            {"executionSuccessful": {"type": "boolean"}}, toolExecutionNotifications=several(NOTIFICATION)
        ),
        1,
    ),
)
OURS = record({"version": one_of("2.1.0"), "runs": several(RUN, 1)}, **{"$schema": {"type": "string"}})
PUBLISHED = json.loads((SCHEMAS / "sarif-2.1.0.json").read_text(encoding="utf-8"))
SARIF = {"allOf": [OURS, {**PUBLISHED, "$id": "urn:sarif:2.1.0"}]}

PLACE = record({"line": COUNT}, column=COUNT)
RANGE = record({"start": PLACE}, end=PLACE)
WHERE = record({"path": TEXT}, range=RANGE)
RDJSON = record(
    {
        "source": record({"name": TEXT}, url=TEXT),
        "diagnostics": several(
            record(
                {"message": TEXT, "location": WHERE},
                severity=one_of("ERROR", "WARNING", "INFO"),
                code=record({"value": TEXT}, url=TEXT),
                suggestions=several(record({"range": RANGE, "text": {"type": "string"}}), 1),
                relatedLocations=several(record({"location": WHERE}, message=TEXT), 1),
            )
        ),
    }
)
GITLAB = several(
    record(
        {
            "description": TEXT,
            "check_name": TEXT,
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
            "severity": one_of("info", "minor", "major", "critical", "blocker"),
            "location": record({"path": TEXT, "lines": record({"begin": COUNT})}),
        }
    )
)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    assert len(dict(pairs)) == len(pairs), f"a key stands twice: {pairs}"
    return dict(pairs)


def read_json(text: str, schema: dict[str, Any]) -> Any:
    found = json.loads(text, object_pairs_hook=_once)
    jsonschema.Draft202012Validator(schema).validate(found)
    return found


def read_sarif(text: str) -> dict[str, Any]:
    """Return the only run of a log."""
    (run,) = read_json(text, SARIF)["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert len(set(rules)) == len(rules)
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"] if rule["id"] == rule.get("name")] == []
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        for where in [*result["locations"], *result.get("relatedLocations", [])]:
            region = where["physicalLocation"]["region"]
            assert (region["startLine"], region["startColumn"]) <= (region["endLine"], region["endColumn"])
        ids = [where["id"] for where in result.get("relatedLocations", [])]
        assert ids == sorted(set(ids))
    return run


def read_gitlab(text: str) -> list[dict[str, Any]]:
    issues: list[dict[str, Any]] = read_json(text, GITLAB)
    prints = [issue["fingerprint"] for issue in issues]
    assert len(set(prints)) == len(prints)
    return issues


@cache
def junit_schema() -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(SCHEMAS / "junit-10.xsd")


_JUNIT = {
    "testsuites": ({"name"}, {"testsuite"}),
    "testsuite": ({"name", "errors", "failures", "skipped", "tests"}, {"testcase"}),
    "testcase": ({"classname", "name", "file", "line"}, {"failure", "error", "skipped", "system-out"}),
    "failure": ({"message"}, set()),
    "error": ({"message"}, set()),
    "skipped": ({"type", "message"}, set()),
    "system-out": (set(), set()),
}


def read_junit(text: str) -> list[tuple[str, str, str, str]]:
    """Return class, name, outcome and message of each case; the counts of the suite must be right.

    The published schema lacks only ``file`` and ``line`` (docs/ci.md says so), which CI systems show.
    """
    bare = ElementTree.fromstring(text.encode("utf-8"))
    for case in bare.iter("testcase"):
        for place in ("file", "line"):
            case.attrib.pop(place, None)
    junit_schema().validate(bare)
    root = ElementTree.fromstring(text.encode("utf-8"))
    assert root.tag == "testsuites"
    for element in root.iter():
        attributes, children = _JUNIT[element.tag]
        assert set(element.attrib) <= attributes
        assert {child.tag for child in element} <= children
        assert not (element.tail or "").strip()
    cases = []
    for case in root.iter("testcase"):
        assert len(case) <= 1
        outcome = case[0].tag if len(case) else "passed"
        if outcome == "skipped":
            outcome = case[0].attrib["type"]
        message = case[0].attrib.get("message", "") if len(case) else ""
        cases.append((case.attrib["classname"], case.attrib["name"], outcome, message))
    outcomes = [outcome for _, _, outcome, _ in cases]
    (suite,) = root
    assert {key: suite.attrib[key] for key in ("tests", "failures", "errors", "skipped")} == {
        "tests": str(len(cases)),
        "failures": str(outcomes.count("failure")),
        "errors": str(outcomes.count("error")),
        "skipped": str(sum(outcome.startswith("pytest.") for outcome in outcomes)),
    }
    return cases


_COMMAND = re.compile(r"::(?P<kind>[a-z-]+)(?: (?P<properties>.*?))?::(?P<data>.*)", re.DOTALL)


def read_github(text: str) -> tuple[list[tuple[str, dict[str, str], str]], list[str]]:
    """Return the commands, decoded as the runner does, and the lines that are none."""
    commands, others = [], []
    for line in text.split("\n")[:-1]:
        assert "\r" not in line
        match = _COMMAND.match(line.lstrip())
        if match is None:
            others.append(line)
            continue
        assert match["kind"] in ("error", "warning", "notice")
        pairs = [pair.partition("=")[::2] for pair in (match["properties"] or "").split(",")]
        properties = {key: _decoded(value, colon=True) for key, value in pairs}
        assert set(properties) <= {"file", "line", "endLine", "col", "endColumn", "title"}
        assert all(properties[key].isdecimal() for key in properties.keys() - {"file", "title"})
        commands.append((match["kind"], properties, _decoded(match["data"], colon=False)))
    return commands, others


def _decoded(text: str, *, colon: bool) -> str:
    known = {"%0D": "\r", "%0A": "\n", "%25": "%"} | ({"%3A": ":", "%2C": ","} if colon else {})
    assert not re.search("%(?!0D|0A|25|3A|2C)", text)
    return re.sub("%..", lambda match: known[match[0]], text)
