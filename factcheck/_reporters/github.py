"""Workflow commands that GitHub shows as annotations beside the lines they are about.

GitHub shows ten annotations of a kind for a step and drops the others unsaid; here the rest is counted.
Escaped as its toolkit does it: ``%``, CR and LF everywhere, ``:`` and ``,`` in properties too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from factcheck._reporters.remarks import Remark, passages, remarks
from factcheck._reporters.summary import summary_line
from factcheck._terminal import escape, guard
from factcheck.model import Report, Severity
from factcheck.reporting import Style

name = "github"

MOST = 10  # annotations of a kind in a step
_KINDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_DATA = {ord("%"): "%25", ord("\r"): "%0D", ord("\n"): "%0A"}
_PROPERTY = {**_DATA, ord(":"): "%3A", ord(","): "%2C"}


def render(report: Report, style: Style) -> Iterator[str]:
    """Yield the commands, a line a kind that has too many, and the summary."""
    shown: Counter[str] = Counter()
    for remark in remarks(report):
        kind = _KINDS[remark.level]
        shown[kind] += 1
        if shown[kind] <= MOST:
            yield _command(kind, remark)
    for kind, count in shown.items():
        if count > MOST:
            yield f"and {count - MOST:,} more {kind}{'s' if count - MOST > 1 else ''}"
    if style.verbosity >= 0:
        yield guard(summary_line(report, style))


def _command(kind: str, remark: Remark) -> str:
    properties = {"file": remark.path}
    if region := remark.region:
        properties |= {"line": str(region.line), "endLine": str(region.end_line)}
        if region.line == region.end_line:  # columns are of one line only
            last = max(region.column, region.end_column - 1)
            properties |= {"col": str(region.column), "endColumn": str(last)}
    word = "accepted" if remark.is_accepted else "expected"
    properties["title"] = f"{word}: {remark.title}" if remark.known is not None else remark.title
    said = ",".join(f"{key}={escape(value).translate(_PROPERTY)}" for key, value in properties.items())
    lines = [remark.message, *passages(remark)]
    if remark.known:
        lines.append(f"reason: {remark.known}")
    return f"::{kind} {said}::{chr(10).join(map(escape, lines)).translate(_DATA)}"
