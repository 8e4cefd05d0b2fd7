"""The report for programs: one JSON object, whose schema is ``factcheck schema report``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from factcheck import __version__
from factcheck._reporters.summary import counts, span_in_file
from factcheck._terminal import RUNNER, UNSAFE
from factcheck.model import Claim, Evidence, Finding, Mention, Problem, Report, Result, Source
from factcheck.reporting import Style

name = "json"

SCHEMA_VERSION = 1


def dumps(value: object) -> str:
    r"""Return readable JSON on one line; what steers a terminal or a CI runner is ``\uXXXX``."""
    text = re.sub(RUNNER, r"#\\u0023", json.dumps(value, ensure_ascii=False, default=str))
    if text.isascii() and text.isprintable():
        return text
    return re.sub(UNSAFE, lambda match: json.dumps(match[0])[1:-1], text)


def render(report: Report, style: Style) -> Iterator[str]:  # noqa: ARG001 - programs need no style
    """Yield the object, a line for each source, error and claim."""
    yield f'{{"schema_version": {SCHEMA_VERSION},'
    yield f'"tool": {dumps(json_tool(report))},'
    yield f'"summary": {dumps(counts(report))},'
    yield from json_array("sources", map(json_source, report.sources), ",")
    yield from json_array("errors", map(json_error, report.problems), ",")
    yield from json_array("claims", map(json_claim, report.results), "}")


def json_array(key: str, items: Iterable[object], after: str) -> Iterator[str]:
    """Yield the lines of one member that is an array, each item on its own."""
    opening = f'"{key}": ['
    before = None
    for item in items:
        if before is None:
            yield opening
        else:
            yield before + ","
        before = dumps(item)
    if before is None:
        yield f"{opening}]{after}"
    else:
        yield before
        yield f"]{after}"


def json_source(source: Source) -> dict[str, Any]:
    """Return a source as the report gives it."""
    return {
        "name": source.name,
        "path": source.path,
        "sha256": source.sha256,
        "language": source.language or None,
        "title": source.title,
        "publisher": source.publisher,
        "date": source.date,
    }


def json_error(problem: Problem) -> dict[str, Any]:
    """Return a problem as the report gives it."""
    return {
        "path": problem.path,
        "line": problem.line or None,
        "column": problem.column or None,
        "code": problem.code,
        "message": problem.message,
    }


def json_tool(report: Report) -> dict[str, Any]:
    """Return what made a report."""
    return {"name": "factcheck", "version": __version__, "checks": report.checks}


def json_claim(result: Result) -> dict[str, Any]:
    """Return a claim and its result as the report gives them."""
    claim = result.claim
    place = claim.place
    return {
        "id": claim.id,
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "start": place.start,
        "end": place.end,
        "statement": claim.statement,
        "quote": claim.quote,
        "speaker": claim.speaker,
        "sources": result.sources,
        "verdict": result.verdict,
        "expected": claim.expect,
        "outcome": result.outcome,
        "findings": [_finding(finding, claim) for finding in result.findings],
    }


def _finding(finding: Finding, claim: Claim) -> dict[str, Any]:
    accepted = {"accepted": finding.accepted.reason} if finding.accepted else {}
    return {
        "check": finding.check,
        "code": finding.rule.code if finding.rule else None,
        "name": finding.rule.name if finding.rule else None,
        "severity": finding.severity,
        "verdict": finding.verdict,
        "message": finding.message,
        "suggestion": finding.suggestion,
        "mention": _mention(finding.mention, claim) if finding.mention else None,
        "evidence": [_evidence(evidence) for evidence in finding.evidence],
        **accepted,
    }


def _mention(mention: Mention, claim: Claim) -> dict[str, Any]:
    start, end = span_in_file(claim, mention)
    return {
        "start": start,
        "end": end,
        "text": mention.text,
        "kind": mention.kind,
        "value": dict(mention.value),
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "source": evidence.source,
        "path": evidence.path,
        "line": evidence.line,
        "column": evidence.column,
        "start": evidence.start,
        "end": evidence.end,
        "text": evidence.text,
        "prefix": evidence.prefix,
        "suffix": evidence.suffix,
        "speaker": evidence.speaker,
        "date": evidence.date,
        "relation": evidence.stance,
        "value": dict(evidence.value) if evidence.value is not None else None,
        **located(evidence),
    }


def located(evidence: Evidence) -> dict[str, str]:
    """Return the locator of a passage as a report gives it, where a reader has given one."""
    return {"locator": evidence.locator} if evidence.locator else {}
