"""The JSON Schemas: valid themselves, agreeing with the loader and with the contract."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from factcheck._claims import CLAIM_KEYS, FILE_KEYS, read_claims
from factcheck._schema import claims_schema, report_schema
from factcheck.model import Outcome, Severity, Stance, Verdict

GOOD = {"id": "a", "statement": "The harbour has 12 cranes."}

CLAIMS = {
    "statement": (GOOD, True),
    "quote": ({"id": "a", "quote": "We have twelve cranes."}, True),
    "number as id": (GOOD | {"id": 12}, True),
    "id of 200": (GOOD | {"id": "x" * 200}, True),
    "all keys": (
        GOOD
        | {"quote": "q", "speaker": "Ida Holm", "sources": ["a.txt"], "tags": ["t", 7]}
        | {"expect": "refuted", "reason": "known"},
        True,
    ),
    "no tags": (GOOD | {"tags": []}, True),
    "supported without reason": (GOOD | {"expect": "supported"}, True),
    "no id": ({"statement": "s"}, False),
    "nothing claimed": ({"id": "a"}, False),
    "id of 201": (GOOD | {"id": "x" * 201}, False),
    "line break in id": (GOOD | {"id": "a\nb"}, False),
    "bidi in id": (GOOD | {"id": "a\u202eb"}, False),
    "blank id": (GOOD | {"id": " "}, False),
    "blank statement": (GOOD | {"statement": " "}, False),
    "null statement": (GOOD | {"statement": None}, False),
    "statement list": (GOOD | {"statement": ["s"]}, False),
    "unknown key": (GOOD | {"statment": "s"}, False),
    "one source as text": (GOOD | {"sources": "a.txt"}, False),
    "no sources": (GOOD | {"sources": []}, False),
    "source list in list": (GOOD | {"sources": [["a.txt"]]}, False),
    "tags null": (GOOD | {"tags": None}, False),
    "expect without reason": (GOOD | {"expect": "refuted"}, False),
    "expect unknown": (GOOD | {"expect": "wrong", "reason": "r"}, False),
    "reason blank": (GOOD | {"expect": "refuted", "reason": ""}, False),
    "claim as text": ("The harbour has 12 cranes.", False),
}

FILES = {
    "claims": ({"claims": []}, True),
    "all keys": ({"sources": ["*.txt"], "speaker": "Ida Holm", "claims": [GOOD]}, True),
    "no claims": ({"sources": ["a"]}, False),
    "null claims": ({"claims": None}, False),
    "mapping of claims": ({"claims": {"a": GOOD}}, False),
    "unknown key": ({"claim": [], "claims": []}, False),
    "list": ([GOOD], False),
    "blank speaker": ({"speaker": "", "claims": []}, False),
}


def is_valid(document: Any, schema: dict[str, Any]) -> bool:
    return bool(jsonschema.Draft202012Validator(schema).is_valid(document))


@pytest.mark.parametrize("schema", [claims_schema(), report_schema()], ids=["claims", "report"])
def test_schemas_follow_the_draft_they_name(schema: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize(
    ("document", "expected"),
    [*(({"claims": [claim]}, good) for claim, good in CLAIMS.values()), *FILES.values()],
    ids=[*CLAIMS, *(f"file: {name}" for name in FILES)],
)
def test_schema_and_loader_agree(document: Any, expected: bool) -> None:
    read = read_claims("a.json", json.dumps(document).encode())
    assert (is_valid(document, claims_schema()), not read.problems) == (expected, expected)


def test_loader_knows_the_keys_of_the_schema() -> None:
    schema = claims_schema()
    assert tuple(schema["properties"]) == FILE_KEYS
    assert tuple(schema["$defs"]["claim"]["properties"]) == CLAIM_KEYS


def test_everything_in_the_claims_schema_is_described() -> None:
    schema = claims_schema()
    properties = schema["properties"] | schema["$defs"]["claim"]["properties"]
    assert [name for name, value in properties.items() if not value.get("description")] == []


@pytest.mark.parametrize(
    ("actual", "expected"),
    [
        (claims_schema()["$defs"]["claim"]["properties"]["expect"]["enum"], Verdict),
        (report_schema()["$defs"]["verdict"]["enum"], Verdict),
        (report_schema()["$defs"]["claim"]["properties"]["outcome"]["enum"], Outcome),
        (report_schema()["$defs"]["finding"]["properties"]["severity"]["enum"], Severity),
        (report_schema()["$defs"]["evidence"]["properties"]["relation"]["enum"], Stance),
    ],
)
def test_enumerations_are_those_of_the_model(actual: list[str], expected: Any) -> None:
    assert actual == [str(member) for member in expected]


def report() -> dict[str, Any]:
    verdicts = {str(verdict): 0 for verdict in Verdict} | {"refuted": 1}
    outcomes = ("passed", "failed", "xfailed", "xpassed", "warned", "skipped", "errors")
    return {
        "schema_version": 1,
        "tool": {"name": "factcheck", "version": "1.0", "checks": ["number"]},
        "summary": {"claims": 1} | dict.fromkeys(outcomes, 0) | {"failed": 1} | verdicts,
        "sources": [
            {
                "name": "a.txt",
                "path": "docs/a.txt",
                "sha256": "0" * 64,
                "language": "en",
                "title": None,
                "publisher": None,
                "date": "2020-05-01",
            }
        ],
        "errors": [{"path": "b.yaml", "line": None, "column": None, "code": "FC911", "message": "m; n"}],
        "claims": [
            {
                "id": "a",
                "path": "c.yaml",
                "line": 2,
                "column": 5,
                "end_line": 3,
                "end_column": 20,
                "start": 12,
                "end": 60,
                "statement": "The harbour has 12 cranes.",
                "quote": None,
                "speaker": None,
                "sources": ["a.txt"],
                "verdict": "refuted",
                "expected": "supported",
                "outcome": "failed",
                "findings": [
                    {
                        "check": "number",
                        "code": "FC101",
                        "name": "number-differs",
                        "severity": "error",
                        "verdict": "refuted",
                        "message": "m",
                        "suggestion": "14",
                        "mention": {"start": 40, "end": 42, "text": "12", "kind": "number", "value": {}},
                        "evidence": [
                            {
                                "source": "a.txt",
                                "path": "docs/a.txt",
                                "line": 1,
                                "column": 1,
                                "start": 0,
                                "end": 26,
                                "text": "The harbour has 14 cranes.",
                                "prefix": "",
                                "suffix": "",
                                "speaker": None,
                                "date": None,
                                "relation": "refutes",
                                "value": {"low": "14", "high": "14"},
                            }
                        ],
                    }
                ],
            }
        ],
    }


def test_report_of_the_contract_is_valid() -> None:
    assert list(jsonschema.Draft202012Validator(report_schema()).iter_errors(report())) == []


def objects(value: Any) -> list[dict[str, Any]]:
    """Return the objects of a report whose keys the contract lists."""
    claim = value["claims"][0]
    finding = claim["findings"][0]
    return [
        value,
        value["tool"],
        value["summary"],
        value["sources"][0],
        value["errors"][0],
        claim,
        finding,
        finding["mention"],
        finding["evidence"][0],
    ]


@pytest.mark.parametrize("index", range(9))
def test_report_needs_every_key_and_no_other(index: int) -> None:
    for key in list(objects(report())[index]):
        changed = report()
        del objects(changed)[index][key]
        assert (key, is_valid(changed, report_schema())) == (key, False)
    changed = report()
    objects(changed)[index]["more"] = 1
    assert is_valid(changed, report_schema()) is False
