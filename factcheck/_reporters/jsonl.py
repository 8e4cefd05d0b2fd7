"""The report for programs that read along: an object a line, each claim as it is judged, the summary last.

Every object has a ``type``: ``claim``, ``source``, ``error`` or ``summary``; the rest is as in JSON.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck._reporters.json import SCHEMA_VERSION, dumps, json_claim, json_error, json_source, json_tool
from factcheck._reporters.summary import counts
from factcheck.model import Report, Result
from factcheck.reporting import Style

name = "jsonl"


def render(report: Report, style: Style) -> Iterator[str]:
    """Yield the whole report."""
    yield from map(claim_line, report.results)
    yield from rest(report, style)


def claim_line(result: Result) -> str:
    """Return the line of one claim."""
    return dumps({"type": "claim", **json_claim(result)})


def rest(report: Report, style: Style) -> Iterator[str]:  # noqa: ARG001 - programs need no style
    """Yield the lines that come after those of the claims."""
    for source in report.sources:
        yield dumps({"type": "source", **json_source(source)})
    for problem in report.problems:
        yield dumps({"type": "error", **json_error(problem)})
    head = {"type": "summary", "schema_version": SCHEMA_VERSION, "tool": json_tool(report)}
    yield dumps({**head, **counts(report)})
