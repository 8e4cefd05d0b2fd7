"""The suggestions as a patch of the drafts and claims files: shown, never applied by itself.

A figure is replaced by the source's, the words of a quotation by those that were said, between the marks that
stand there. What is written with markup inside, or interrupted by the narrator, is left to the editor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import unified_diff

from factcheck._reporters.replacement import replacement
from factcheck._reporters.summary import grievances
from factcheck._terminal import RUNNER, UNSAFE, guard, visible
from factcheck.model import Outcome, Report, Result
from factcheck.reporting import Style

name = "diff"

_LINE = re.compile(r"[^\n]*\n|[^\n]+")


def render(report: Report, style: Style) -> Iterator[str]:  # noqa: ARG001 - a patch needs no style
    """Yield the lines of one unified diff over all files with a suggestion."""
    changes: dict[str, dict[tuple[int, int], str]] = {}
    for result in report.results:
        path = result.claim.place.path
        for start, end, new in _changes(result, report.texts.get(path, "")):
            changes.setdefault(path, {})[start, end] = new
    for path, edits in changes.items():
        old = report.texts[path]
        shown = path.lstrip("/")
        lines = _LINE.findall(old), _LINE.findall(_edited(old, edits))
        for line in unified_diff(*lines, f"a/{shown}", f"b/{shown}"):
            yield _safe(line.removesuffix("\n"))
            if not line.endswith("\n"):
                yield "\\ No newline at end of file"


def _safe(line: str) -> str:
    """Return a line whose tabs and carriage return stay, so that the patch applies; the rest is escaped."""
    body = line.removesuffix("\r")
    shown = re.sub(UNSAFE, lambda match: match[0] if match[0] == "\t" else visible(match[0]), body)
    return guard(re.sub(RUNNER, r"#\\x23", shown)) + line[len(body) :]


def _changes(result: Result, text: str) -> Iterator[tuple[int, int, str]]:
    if result.outcome is not Outcome.FAILED:
        return
    for finding in grievances(result):
        if found := replacement(result.claim, finding, text):
            yield found


def _edited(text: str, edits: dict[tuple[int, int], str]) -> str:
    pieces: list[str] = []
    at = 0
    for (start, end), new in sorted(edits.items()):
        if start >= at:
            pieces += (text[at:start], new)
            at = end
    return "".join((*pieces, text[at:]))
