"""reviewdog's diagnostic format, for comments on a change: columns count bytes, ends are exclusive."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from factcheck._reporters.json import json_array
from factcheck._reporters.remarks import Region, Remark, region_of, remarks
from factcheck._reporters.summary import Lines
from factcheck.model import Report, Severity
from factcheck.reporting import Style

name = "rdjson"

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}


def render(report: Report, style: Style) -> Iterator[str]:  # noqa: ARG001 - programs need no style
    """Yield the result, a diagnostic a line."""
    texts = {**{source.path: source.text for source in report.sources}, **report.texts}
    columns = _Columns(texts)
    yield '{"source": {"name": "factcheck"},'
    yield from json_array("diagnostics", (_diagnostic(remark, columns) for remark in remarks(report)), "}")


class _Columns:
    """Places in the files of a report, in bytes."""

    def __init__(self, texts: Mapping[str, str]):
        self._texts = texts
        self._lines = Lines(texts)

    def position(self, path: str, line: int, column: int) -> dict[str, int]:
        starts = self._lines.starts(path)
        if path not in self._texts or line > len(starts):
            return {"line": line, "column": column}
        before = self._texts[path][starts[line - 1] : starts[line - 1] + column - 1]
        return {"line": line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}

    def range(self, path: str, region: Region) -> dict[str, Any]:
        start, end = region[:2], region[2:]
        return {"start": self.position(path, *start), "end": self.position(path, *end)}


def _diagnostic(remark: Remark, columns: _Columns) -> dict[str, Any]:
    path, region = remark.path, remark.region
    location: dict[str, Any] = {"path": path}
    if region:
        location["range"] = columns.range(path, region)
    diagnostic: dict[str, Any] = {
        "message": remark.words,
        "location": location,
        "severity": _SEVERITIES[remark.level],
        "code": {"value": remark.code},
    }
    if region and remark.replacement is not None:
        diagnostic["suggestions"] = [{"range": location["range"], "text": remark.replacement}]
    if remark.evidence:
        diagnostic["relatedLocations"] = [
            {
                "message": f"{evidence.stance}: {evidence.text}",
                "location": {
                    "path": evidence.path,
                    "range": columns.range(evidence.path, region_of(evidence)),
                },
            }
            for evidence in remark.evidence
        ]
    return diagnostic
