"""Where a text can be cut so that the quotations on either side are read as they are in the whole.

A border is where a line begins and no quotation goes on, whatever stands before it. Behind a blank line that
is so unless a mark opens the paragraph again. Behind any other end of a line a quotation may go on, and the
narrator may interrupt one: there, nothing on the next lines may look like the rest of either.
"""

import re

from factcheck.folding import repair
from factcheck.lazy import lazy

from .between import INTERRUPTION
from .marks import CLOSING, MARK, MARKS, REST

_CELL = 2_000  # characters of which the first border is kept
_DAMAGED = 4  # characters that stand for one in a damaged text


class Borders:
    """The borders of a text: the first of each cell, looked for when asked for, and the two ends.

    In a text that is ``wrapped``, lines end within a paragraph.
    """

    def __init__(self, text: str, wrapped: bool):
        self._text, self._wrapped = text, wrapped
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
        text = self._text
        near = repair(text[line : line + REST + _DAMAGED])
        first = near[:1]
        if not first or first.isspace() or first in MARKS:
            return False
        if text.startswith("\n\n", line - 2):
            return True
        if self._wrapped or first.islower() or MARK.search(near, 0, INTERRUPTION + 1):
            return False
        rest = (re.search(f"[{opening}{CLOSING[opening]}]", near) for opening in self._openings)
        return not any(found and found.group() == CLOSING[found.re.pattern[1]] for found in rest)

    @lazy
    def _openings(self) -> list[str]:
        """The marks that open quotations somewhere in the text, and may go on at the end of a line."""
        damaged = "â" in self._text
        return [mark for mark in CLOSING if damaged or mark in self._text]
