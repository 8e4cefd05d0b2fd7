"""SARIF 2.1.0, for code scanning: results with their rules, passages, fixes and, where known, the reason.

Section numbers are those of the OASIS standard. Paths are relative to SRCROOT, the folder the command ran
in, whose own place is left out so that the report is the same on every machine.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from factcheck import __version__
from factcheck._reporters import manual
from factcheck._reporters.json import dumps, json_array
from factcheck._reporters.remarks import Region, Remark, passages, region_of, remarks
from factcheck.model import Evidence, Report, Rule, Severity
from factcheck.reporting import Style

name = "sarif"

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
_FINGERPRINT = "factcheckWords/v1"
_LINK = re.compile(r"[\[\]]")
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def render(report: Report, style: Style) -> Iterator[str]:  # noqa: ARG001 - programs need no style
    """Yield the log with its one run, a line for each rule, notification and result."""
    said = list(remarks(report))
    rules = _rules(said)
    others = [remark for remark in said if not _is_result(remark)]
    usable = not any(remark.is_unusable for remark in others)
    yield f'{{"$schema": {dumps(_SCHEMA)}, "version": "2.1.0", "runs": [{{'
    yield '"columnKind": "unicodeCodePoints",'
    root = {"description": {"text": "The folder the command ran in."}}
    yield f'"originalUriBaseIds": {dumps({"SRCROOT": root})},'
    yield f'"tool": {{"driver": {{"name": "factcheck", "version": {dumps(__version__)},'
    yield from json_array("rules", map(_descriptor, rules.values()), "}},")
    yield f'"invocations": [{{"executionSuccessful": {dumps(usable)},'
    yield from json_array("toolExecutionNotifications", map(_notification, others), "}],")
    index = {code: number for number, code in enumerate(rules)}
    results = (_result(remark, index[remark.code]) for remark in said if _is_result(remark))
    yield from json_array("results", results, "}]}")


def _is_result(remark: Remark) -> bool:
    """Say whether this is about what was checked, and not about the run itself."""
    return remark.claim is not None or (remark.level is Severity.ERROR and not remark.is_unusable)


def _rules(said: Iterable[Remark]) -> dict[str, Rule]:
    """Return the rules of the remarks by code; what comes from no rule gets one that says as much."""
    rules: dict[str, Rule] = {}
    for remark in said:
        made = Rule(remark.code, remark.code, f"The claim is {remark.code}.", "", "")
        rules[remark.code] = remark.rule or rules.get(remark.code) or made
    return dict(sorted(rules.items()))


def _descriptor(rule: Rule) -> dict[str, Any]:
    named = {"name": rule.name} if rule.name != rule.code else {}  # which must differ (3.49.7)
    return {
        "id": rule.code,
        **named,
        "shortDescription": {"text": _literal(rule.summary or rule.name)},
        "fullDescription": {"text": _literal(rule.explanation or rule.summary or rule.name)},
        "help": {
            "text": _literal(manual.plain(rule) or rule.name),
            "markdown": _braced(manual.markdown(rule) or rule.name),
        },
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _notification(remark: Remark) -> dict[str, Any]:
    found: dict[str, Any] = {
        "descriptor": {"id": remark.code},
        "level": _LEVELS[remark.level],
        "message": {"text": _literal(remark.message)},
    }
    if remark.path:
        found["locations"] = [_location(remark.path, remark.region)]
    return found


def _result(remark: Remark, index: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": remark.code,
        "ruleIndex": index,
        "kind": "fail",
        "level": _LEVELS[remark.level],
        "message": {"text": _literal(remark.words)},
        "locations": [_location(remark.path, remark.region)],
        "partialFingerprints": {_FINGERPRINT: remark.fingerprint},
    }
    if remark.claim:
        result["locations"][0]["logicalLocations"] = [{"fullyQualifiedName": remark.claim.id}]
    if remark.evidence:
        result["relatedLocations"] = [
            _related(number, evidence, words)
            for number, (evidence, words) in enumerate(zip(remark.evidence, passages(remark), strict=True), 1)
        ]
    if remark.region and remark.replacement is not None:
        result["fixes"] = [_fix(remark.path, remark.region, remark.replacement)]
    if remark.known is not None:
        outside = remark.is_accepted and remark.known_by != remark.path
        accepted = {"kind": "external" if outside else "inSource", "status": "accepted"}
        result["suppressions"] = [accepted | ({"justification": remark.known} if remark.known else {})]
    return result


def _location(path: str, region: Region | None) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": _artifact(path)}
    if region:
        physical["region"] = _region(region)
    return {"physicalLocation": physical}


def _related(number: int, evidence: Evidence, words: str) -> dict[str, Any]:
    place = _location(evidence.path, region_of(evidence))
    place["physicalLocation"]["region"]["snippet"] = {"text": evidence.text}
    return {"id": number, **place, "message": {"text": _literal(words)}}


def _fix(path: str, region: Region, text: str) -> dict[str, Any]:
    replaced = {"deletedRegion": _region(region), "insertedContent": {"text": text}}
    return {
        "description": {"text": _literal(f"What the source has: {text}")},
        "artifactChanges": [{"artifactLocation": _artifact(path), "replacements": [replaced]}],
    }


def _region(region: Region) -> dict[str, int]:
    return {
        "startLine": region.line,
        "startColumn": region.column,
        "endLine": region.end_line,
        "endColumn": region.end_column,
    }


def _artifact(path: str) -> dict[str, str]:
    """Return a path as a URI reference; one that begins at the root of the disk has no base."""
    encoded = quote(path.encode("utf-8", "surrogatepass"), safe="/~")
    if path.startswith("/"):
        return {"uri": f"file://{encoded}"}
    return {"uri": encoded, "uriBaseId": "SRCROOT"}


def _literal(text: str) -> str:
    """Return a plain text in which nothing is a link (3.11.6) or a placeholder (3.11.5)."""
    return _braced(_LINK.sub(r"\\\g<0>", text) if "](" in text else text)


def _braced(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")
