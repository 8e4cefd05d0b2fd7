"""Where a text can be cut so that the quotations on either side are read as they are in the whole.

A border is where a line begins and no quotation goes on, whatever stands before it. Behind a blank line that
is so unless a mark opens the paragraph again. Behind any other end of a line a quotation may go on, and the
narrator may interrupt one: there, nothing on the next lines may look like the rest of either, or the lines
before must have closed all that may have been open where they begin.
"""

import re
from collections.abc import Iterable, Iterator

from factcheck.folding import repair
from factcheck.lazy import lazy
from factcheck.text import Document

from .between import INTERRUPTION, said_between
from .marks import CLOSING, FORMS, LATER, MARK, MARKS, REST, Marked, hangs_on_length, marked_behind

_CELL = 2_000  # characters of which the first border is kept
_DAMAGED = 4  # characters that stand for one in a damaged text
_LINES = 8  # before one that are looked at


class Borders:
    """The borders of a text: the first of each cell, looked for when asked for, and the two ends."""

    def __init__(self, document: Document):
        self._text, self._document = document.flowing, document
        self._first: dict[int, int | None] = {0: 0}

    def before(self, offset: int) -> int:
        """Return the last border at or before an offset."""
        cell = offset // _CELL
        while (border := self._in_cell(cell)) is None or border > offset:
            cell -= 1
        return border

    def after(self, offset: int) -> int:
        """Return the first border at or after an offset."""
        end = len(self._text)
        for cell in range(offset // _CELL, end // _CELL + 1):
            border = self._in_cell(cell)
            if border is not None and border >= offset:
                return border
        return end

    def _in_cell(self, cell: int) -> int | None:
        if cell not in self._first:
            low, high = cell * _CELL, min(len(self._text), (cell + 1) * _CELL)
            line = self._text.find("\n", low - 1, high - 1) + 1
            while line and not self._is_border(line):
                line = self._text.find("\n", line, high - 1) + 1
            self._first[cell] = line or None
        return self._first[cell]

    def _is_border(self, line: int) -> bool:
        near = repair(self._text[line : line + REST + _DAMAGED])
        first = near[:1]
        if not first or first.isspace():
            return False
        if self._document.hard_wrapped:  # all other lines end within a paragraph
            return self._text.startswith("\n\n", line - 2) and first not in MARKS
        return self._begins_anew(line, near) or self._is_closed(line)

    def _begins_anew(self, line: int, near: str) -> bool:
        """Whether what stands in a line, and near behind it, belongs to no quotation that may be open."""
        if near[0] in MARKS:
            return False
        if self._text.startswith("\n\n", line - 2):
            return True
        runs_on = near[0].islower() or MARK.search(near, 0, INTERRUPTION + 1)
        return not runs_on and not any(_closes_first(mark, near) for mark in self._openings)

    def _is_closed(self, line: int) -> bool:
        """Whether the lines before one leave no quotation open, nor one that the narrator interrupts."""
        begin = self._line_before(line - INTERRUPTION - 1)
        stop = self._text.find("\n", line + INTERRUPTION) + 1 or len(self._text)
        low = max(0, begin - 1)
        text = repair(self._text[low : stop + LATER + _DAMAGED])
        start, end = begin - low, line - low
        if text[start].isspace() or text[start].islower() or hangs_on_length(text, start):
            return False
        behind, goes_on = marked_behind("", text, end, stop - low)
        for mark in () if goes_on else self._may_be_open(text, start):
            found, goes_on = marked_behind(mark, text, start, end)
            if goes_on or not all(one.closed for one in found) or self._interrupted(text, found, behind):
                return False
        return not goes_on

    def _interrupted(self, text: str, found: Iterable[Marked], behind: Iterable[Marked]) -> bool:
        """Whether the narrator may interrupt a quotation between pieces before a line and behind it."""
        return any(
            said_between(text, one.end, other.start, self._document.language)
            for one in found
            for other in behind
            if (one.mark, one.depth) == (other.mark, other.depth)
        )

    def _line_before(self, offset: int) -> int:
        """Return where a line begins at or before an offset, most likely a sentence too."""
        line = offset + 1
        for _ in range(_LINES):
            line = self._text.rfind("\n", 0, max(0, line - 1)) + 1
            if not line or not (self._text[line].isspace() or self._text[line].islower()):
                break
        return line

    def _may_be_open(self, text: str, start: int) -> Iterator[str]:
        """Yield the marks with which a quotation may go on where a line begins, and none."""
        yield ""
        if start:
            yield from (mark for mark in FORMS if text.startswith(mark, start))
            near = text[start : start + REST]
            yield from (mark for mark in self._openings if _closes_first(mark, near))

    @lazy
    def _openings(self) -> list[str]:
        """The marks that open quotations somewhere in the text which may go on at the end of a line."""
        damaged = "â" in self._text
        return [mark for mark in CLOSING if damaged or mark in self._text]


def _closes_first(mark: str, text: str) -> bool:
    """Whether a quotation that a mark opens may end in a text, before another begins."""
    found = re.search(f"[{mark}{CLOSING[mark]}]", text)
    return found is not None and found.group() != mark
