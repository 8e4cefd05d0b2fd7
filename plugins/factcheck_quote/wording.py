"""The sentences of findings: what differs, who spoke, and what to do."""

from __future__ import annotations

import re

from factcheck.model import Rule

from . import rules
from .edits import Edit
from .locate import Index
from .match import Match

_LINE_HYPHEN = r"(?<=[^\W\d_])[-‐\u00ad][ \t]*\r?\n[ \t]*(?=[a-zß-ÿ])"
_SHOWN = 3  # differences spelled out in a message


_CLIPPED = 160  # characters of a passage that a message repeats


def difference(edit: Edit, index: Index) -> str:
    """Say what one edit changed, in the words as they are written."""
    quoted = f"“{edit.raw}”"
    found = f"“{_written(index, edit.start, edit.end)}”" if edit.found else ""
    if edit.moved and not edit.quoted:
        return f"{found} is moved"
    if not edit.quoted:
        return f"{found} is dropped"
    if not edit.found:
        return f"{quoted} is added"
    return f"{quoted} stands for {found}"


def _written(index: Index, start: int, end: int) -> str:
    """Return words as the source writes them, on one line, hyphens at a line's end closed."""
    span = index.span(start, end)
    text = index.document.text[span.start : span.end]
    return " ".join((re.sub(_LINE_HYPHEN, "", text) if "\n" in text else text).split())


def problem(match: Match, rule: Rule, index: Index) -> str:
    """Say what is wrong with a quotation that a passage refutes: the gravest differences first."""
    if rule is not rules.ALTERED:
        return f"{rules.told(rule)}: the source says “{_clipped(index, match.hull, match.hull[0])}”"
    edits = sorted(match.edits, key=lambda edit: (edit.weight, edit.start))
    shown = [difference(edit, index) for edit in edits[:_SHOWN]]
    if len(edits) > _SHOWN:
        shown.append(f"{len(edits) - _SHOWN} more")
    return f"{', '.join(shown)}: the source says “{_clipped(index, match.hull, edits[0].start)}”"


def _clipped(index: Index, hull: tuple[int, int], near: int) -> str:
    """Return a passage, or the part of a long one that is near a word."""
    start, end = hull
    if len(whole := _written(index, start, end)) <= _CLIPPED:
        return whole
    low, high = max(start, near - 10), min(end, max(near, start) + 12)
    return f"{'… ' if low > start else ''}{_written(index, low, high)}{' …' if high < end else ''}"


def nearest(shared: int, of: int) -> str:
    """Say how near the nearest passage is, as what follows a message."""
    return f"; the nearest passage has {shared} of its {of} content words"


def misattributed(claimed: str, speaker: str | None, role: str) -> str:
    """Say whose words they are."""
    who = speaker or {"question": "the interviewer", "narration": "the narrator"}.get(role, "somebody else")
    return f"these are the words of {who}, not of {claimed}"
