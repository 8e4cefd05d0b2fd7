"""GitLab's code quality report: an array of issues, told apart by fingerprints without line numbers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from factcheck._reporters.json import dumps
from factcheck._reporters.remarks import Remark, remarks
from factcheck.model import Report, Severity
from factcheck.reporting import Style

name = "gitlab"

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def render(report: Report, style: Style) -> Iterator[str]:  # noqa: ARG001 - programs need no style
    """Yield the array, an issue a line."""
    issues = [dumps(_issue(remark)) for remark in remarks(report)]
    yield "["
    yield from (f"{issue}," for issue in issues[:-1])
    yield from issues[-1:]
    yield "]"


def _issue(remark: Remark) -> dict[str, Any]:
    region = remark.region
    return {
        "description": f"{remark.code} {remark.words}",
        "check_name": remark.code,
        "fingerprint": remark.fingerprint,
        "severity": "blocker" if remark.is_unusable else _SEVERITIES[remark.level],
        "location": {"path": remark.path, "lines": {"begin": region.line if region else 1}},
    }
