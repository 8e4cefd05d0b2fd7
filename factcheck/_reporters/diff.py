"""The suggestions as a patch of the drafts and claims files: shown, never applied by itself.

A figure is replaced by the source's, the words of a quotation by those that were said, between the marks that
stand there. What is written with markup inside, or interrupted by the narrator, is left to the editor.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from difflib import unified_diff

from factcheck._reporters.replacement import replacement
from factcheck._reporters.summary import grievances
from factcheck._terminal import RUNNER, UNSAFE, guard, visible
from factcheck.errors import ConfigError
from factcheck.model import Outcome, Report, Result
from factcheck.reporting import Style

name = "diff"

_UNSEEN = (
    "\t\u00ad\u200b\u200c\u200d\u2060\ufeff"  # soft hyphens, joiners, a byte order mark: they steer nothing
)
_OTHER_BYTES = "is not UTF-8, so that no patch of it would apply; save it as UTF-8"
_STEERING = "has characters beside a change that may steer a terminal; write the patch with -o FILE"
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


def render(report: Report, style: Style) -> Iterator[str]:
    """Yield the lines of one unified diff over all files with a suggestion.

    Raises:
        ConfigError: some files have no patch that could be shown there and would apply; the others have.

    """
    changes: dict[str, dict[tuple[int, int], str]] = {}
    for result in report.results:
        path = result.claim.place.path
        for start, end, new in _changes(result, report.texts.get(path, "")):
            changes.setdefault(path, {})[start, end] = new
    left: dict[str, str] = {}
    for path, edits in changes.items():
        mark = report.marks.get(path, b"")
        if mark not in (b"", BOM_UTF8):
            left[path] = _OTHER_BYTES
            continue
        lines = list(_patch(path, mark.decode() + report.texts[path], edits, len(mark.decode())))
        shown = [line if style.target == "file" else _safe(line, style.target) for line in lines]
        if style.target == "pipe" and shown != lines:
            left[path] = (
                "has characters beside a change that may steer a terminal; write the patch with -o FILE"
            )
        else:
            yield from shown
    if left:
        more = f" (and {len(left) - 1} more)" if len(left) > 1 else ""
        path, why = next(iter(left.items()))
        raise ConfigError(f"{why}{more}", path=path)


def _patch(path: str, old: str, edits: dict[tuple[int, int], str], shift: int) -> Iterator[str]:
    """Yield the lines of the patch of a file, whose edits are ``shift`` characters further on in it."""
    new = _edited(old, {(start + shift, end + shift): words for (start, end), words in edits.items()})
    shown = path.lstrip("/")
    for line in unified_diff(_LINE.findall(old), _LINE.findall(new), f"a/{shown}", f"b/{shown}"):
        yield line.removesuffix("\n")
        if not line.endswith("\n"):
            yield "\\ No newline at end of file"


def _safe(line: str, target: str) -> str:
    """Return a line whose tabs and carriage return stay, so that the patch applies; the rest is escaped.

    What is only not seen stays too where no terminal shows it.
    """
    kept = "\t" if target == "terminal" else _UNSEEN
    body = line.removesuffix("\r")
    shown = re.sub(UNSAFE, lambda match: match[0] if match[0] in kept else visible(match[0]), body)
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
