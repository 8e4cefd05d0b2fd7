"""Tables of a text: which row and which column a figure stands in.

For plugin authors. A table is written as in Markdown (GitHub Flavored Markdown, "Tables"): a row a line, a
bar before each cell, and a line of dashes below the first row, which says what the columns tell. The first
column says of what the rows do.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from factcheck.text import ROW, Document, Span

_LINE = r"([^\r\n]*)(?:\r\n|\n|\r|\Z)"
_BAR = r"\\.|\|"  # one behind a backslash is a part of its cell
_RULE = r"[ \t]*\|(?:[ \t]*:?-+:?[ \t]*\|)*(?:[ \t]*:?-+:?[ \t]*)?"


class Cell(NamedTuple):
    """A cell of a table: itself, the head of its column and that of its row."""

    span: Span
    column: Span
    row: Span


class _Table(NamedTuple):
    start: int
    head: tuple[Span, ...]
    rows: tuple[tuple[Span, ...], ...]

    def row_at(self, offset: int) -> tuple[Span, ...]:
        """Return the cells of the row that holds an offset, none above the first."""
        at = bisect_right(self.rows, offset, key=lambda row: row[0].start) - 1
        return self.rows[at] if at >= 0 else ()


def cell_at(document: Document, offset: int) -> Cell | None:
    """Return the cell of a table that holds an offset, ``None`` elsewhere and in its heads."""
    table = _table_at(document, offset)
    if table is None:
        return None
    cells = table.row_at(offset)
    for cell, column in zip(cells[1:], table.head[1:], strict=False):  # a row may be short, or too long
        if cell.start <= offset < cell.end:
            return Cell(cell, column, cells[0])
    return None


def is_head(document: Document, span: Span) -> bool:
    """Say whether a stretch is all that the head of a column or a row says: a year, a name."""
    table = _table_at(document, span.start)
    return table is not None and span in (*table.head, *table.row_at(span.start)[:1])


def lines_above(document: Document, cell: Cell) -> range:
    """Return the index of the sentence above the table of a cell, as a range: empty where there is none."""
    at = document.sentence_index(cell.column.start) - 1
    while at >= 0 and ROW.match(document.text, *document.sentences[at]):
        at -= 1
    return range(max(0, at), at + 1)


def _table_at(document: Document, offset: int) -> _Table | None:
    if "tables" not in document.memo:
        document.memo["tables"] = tuple(_found(document.text)) if "|" in document.text else ()
    tables: tuple[_Table, ...] = document.memo["tables"]
    at = bisect_right(tables, offset, key=lambda table: table.start) - 1
    return tables[at] if at >= 0 else None


def _found(text: str) -> Iterator[_Table]:
    block: list[Span] = []
    for line in (Span(*found.span(1)) for found in re.finditer(_LINE, text)):
        if ROW.match(text, *line):
            block.append(line)
            continue
        if len(block) > 2 and re.fullmatch(_RULE, text[slice(*block[1])]):
            head, rows = _cells(text, block[0]), map(partial(_cells, text), block[2:])
            yield _Table(block[0].start, head, tuple(filter(None, rows)))
        block = []


def _cells(text: str, line: Span) -> tuple[Span, ...]:
    """Return the cells of a row, without the blanks around them; an empty one is an empty span."""
    bars = [found.start() for found in re.compile(_BAR).finditer(text, *line) if found[0] == "|"]
    if text[bars[-1] + 1 : line.end].strip():
        bars.append(line.end)  # the last bar may be left out
    return tuple(_stripped(text, bar + 1, end) for bar, end in pairwise(bars))


def _stripped(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return Span(start, start + len(piece.strip()))
