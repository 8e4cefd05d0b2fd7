"""Markdown for the summary of a CI step: the counts, a table of what is wrong, the passages to unfold.

Whatever comes from an input stands in character references where Markdown would read it as markup. GitHub
refuses a summary above 1 MiB: what does not fit is counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck._reporters.remarks import Remark, passages, remarks
from factcheck._reporters.summary import counts, failed
from factcheck._terminal import escape
from factcheck.model import Outcome, Report, Severity
from factcheck.reporting import Style

name = "markdown"

MOST_BYTES = 1 << 20
_RESERVE = 500  # bytes for the line that counts what was left out, and the closing of what is open
_MARKUP = re.compile(r"[\\`*_{}\[\]<>&|~#@$!]|:(?=//|[\w+-]+:)|^[-+=]|^\d+[.)]")
_MARKS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.NOTE: "☑️"}
_ORDER = tuple(_MARKS)


def render(report: Report, style: Style) -> Iterator[str]:  # noqa: ARG001 - it has a style of its own
    """Yield the summary, cut to what GitHub takes."""
    count = counts(report)
    words = [outcome.value for outcome in Outcome if outcome is not Outcome.ERROR]
    parts = [f"{count[word]:,} {word}" for word in words if count[word]]
    if count["errors"]:
        parts.append(f"{count['errors']:,} error{'s' if count['errors'] > 1 else ''}")
    mark = _MARKS[Severity.ERROR] if failed(report) else "✅"
    yield f"### {mark} factcheck: {', '.join(parts) or 'no claims'}"
    yield ""
    said = sorted(remarks(report), key=lambda remark: _ORDER.index(remark.level))
    if said:
        yield from _cut(said)


def _cut(said: list[Remark]) -> Iterator[str]:
    """Yield the table and the passages, as far as they fit."""
    room = MOST_BYTES - 2 * _RESERVE
    yield "|  | claim | place | finding |"
    yield "| --- | --- | --- | --- |"
    fitting = 0
    for remark in said:
        row = _row(remark)
        room -= _size(row)
        if room < 0:
            break
        yield row
        fitting += 1
    yield ""
    if fitting < len(said):
        yield f"and {len(said) - fitting:,} more"
        return
    for unfolded, remark in enumerate(said):
        block = list(_block(remark)) if remark.evidence else []
        room -= sum(map(_size, block))
        if room < 0:
            yield f"and the passages of {len(said) - unfolded:,} more"
            return
        yield from block


def _size(line: str) -> int:
    return len(line.encode("utf-8", "backslashreplace")) + 1


def _row(remark: Remark) -> str:
    rule = f"{remark.code} {remark.rule.name}" if remark.rule else remark.code
    message = f"{inert(rule)}: {inert(remark.message)}"
    if remark.known is not None:
        word = "accepted" if remark.is_accepted else "expected"
        message += f" *{word}*{': ' if remark.known else ''}{inert(remark.known)}"
    return f"| {_MARKS[remark.level]} | {inert(remark.who)} | {_place(remark)} | {message} |"


def _place(remark: Remark) -> str:
    at = f":{remark.region.line}:{remark.region.column}" if remark.region else ""
    return f"<code>{inert(remark.path)}{at}</code>"


def _block(remark: Remark) -> Iterator[str]:
    yield f"<details><summary>{inert(remark.who) or _place(remark)}</summary>"
    yield ""
    claim = remark.claim
    if claim:
        words = [claim.statement or "", f"“{claim.quote}”" if claim.quote else ""]
        yield f"> {inert(' '.join(words).strip())}"
        yield ""
    yield from (f"- {inert(line)}" for line in passages(remark))
    yield ""
    yield "</details>"
    yield ""


def inert(text: str) -> str:
    """Return a text on one line that Markdown and HTML show as it is, and that mentions and links nothing."""
    return _MARKUP.sub(lambda match: "".join(f"&#{ord(char)};" for char in match[0]), escape(text).strip())
