"""Passages as compilers show code: numbered rows around a span, the span underlined."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck._terminal import EVEN, RUNNER, UNSAFE, char_width, visible

_NEWLINE = re.compile(r"\r\n|\n|\r")
_ROWS = 6  # rows shown of one passage
_NEAR = 200  # characters that are looked at to tell whether anything is cut away
_LOOKAHEAD = 4  # widths of a row that are looked at beyond the span for the end of a line


class Row(NamedTuple):
    """One row of a passage: the number of its line (``None`` when it goes on), its text, its underline."""

    number: int | None
    text: str
    marks: str


class _Cell(NamedTuple):
    offset: int
    shown: str
    width: int


def rows(
    text: str, start: int, end: int, line: int, width: int, marks: Sequence[tuple[int, int]] = ()
) -> Iterator[Row]:
    """Yield the rows that show a span of a text, ``line`` being the number of the line it starts in.

    ``marks`` are the spans to underline, the whole where there are none; an empty one marks a place. A
    long line is cut around the span, the cuts shown as ``…``; a long span is wrapped and, when it has more
    than a few rows, cut too. Tabs, wide and combining characters keep the underline in its place.
    """
    marks = marks or ((start, end),)
    far = max(0, start - _LOOKAHEAD * width)
    begin = max(text.rfind("\n", far, start) + 1, text.rfind("\r", far, start) + 1, far)
    made = 0
    while True:
        newline = _NEWLINE.search(text, begin, max(end, begin) + _LOOKAHEAD * width)
        stop = newline.start() if newline else min(len(text), max(end, begin) + _LOOKAHEAD * width)
        left, right = max(start, begin), max(min(end, stop), max(start, begin))
        window = _window(text, begin, stop, left, min(right, stop), width)
        for index, (shown, under) in enumerate(_drawn(text, begin, stop, window, width, marks)):
            if made == _ROWS:
                yield Row(None, "…", "")
                return
            made += 1
            yield Row(line if index == 0 else None, shown, under)
        if newline is None or newline.end() >= end:
            return
        begin, line = newline.end(), line + 1


def _cells(text: str, start: int, end: int) -> Iterator[_Cell]:
    for offset in range(start, end):
        char = text[offset]
        if " " <= char <= "~" and char != "#":
            yield _Cell(offset, char, 1)
        elif char == "\t":
            yield _Cell(offset, "    ", 4)
        elif re.match(UNSAFE, char) or (char == "#" and re.match(RUNNER, text[max(0, offset - 1) : end])):
            shown = visible(char)
            yield _Cell(offset, shown, len(shown))
        else:
            yield _Cell(offset, char, char_width(char))


def _columns(text: str, start: int, end: int) -> int:
    """Return the columns that a stretch of a text takes."""
    return end - start if _is_plain(text[start:end]) else sum(cell.width for cell in _cells(text, start, end))


def _is_plain(text: str) -> bool:
    """Say whether a text is shown as it is, a column a character."""
    return EVEN.fullmatch(text) is not None


def _drawn(
    text: str, begin: int, stop: int, window: tuple[int, int], width: int, marks: Sequence[tuple[int, int]]
) -> Iterator[tuple[str, str]]:
    """Yield the rows that show a window of a line, each with its underline."""
    lo, hi = window
    more = text[max(begin, lo - _NEAR) : lo].strip() != "", text[hi : min(stop, hi + _NEAR)].strip() != ""
    if lo < hi <= lo + width - more[0] and EVEN.fullmatch(text, lo, hi):
        shown = f"{'…' if more[0] else ''}{text[lo:hi]}{'…' if more[1] else ''}"
        yield shown.rstrip(), _underlined(shown, lo - more[0], marks)
        return
    for cells in _wrapped(text, lo, hi, more, width):
        yield _shown(cells), _underline(cells, marks)


def _underlined(shown: str, first: int, marks: Sequence[tuple[int, int]]) -> str:
    """Return the underline of a row of even characters, whose first one has the offset ``first``."""
    size, indent = len(shown), len(shown) - len(shown.lstrip())
    drawn = [" "] * (size + 1)
    for start, end in marks:
        low, high = start - first, end - first
        if low == high and indent <= low <= size:
            drawn[low] = "^"
        for column in range(max(low, indent), min(high, size)):
            drawn[column] = "^"
    return "".join(drawn).rstrip()


def _wrapped(text: str, lo: int, hi: int, more: tuple[bool, bool], width: int) -> Iterator[list[_Cell]]:
    """Yield the rows of a window of a line; ``more`` tells whether something stands before and behind it."""
    row: list[_Cell] = [_Cell(lo - 1, "…", 1)] if more[0] else []
    used = len(row)
    for cell in _cells(text, lo, hi):
        if used + cell.width > width and row and cell.shown != " ":
            at = next((i for i in range(len(row) - 1, 0, -1) if row[i].shown == " "), len(row) - 1) + 1
            yield _trimmed(row[:at])
            row = row[at:]
            used = sum(kept.width for kept in row)
        row.append(cell)
        used += cell.width
    if more[1]:
        row.append(_Cell(hi, "…", 1))
    yield row


def _trimmed(row: list[_Cell]) -> list[_Cell]:
    while row and row[-1].shown == " ":
        row.pop()
    return row


def _window(text: str, begin: int, stop: int, left: int, right: int, width: int) -> tuple[int, int]:
    """Widen the span inside its line until a row is full, ending at words."""
    room = width - _columns(text, left, min(right, left + width))
    if right - left > width or room < 0:
        return left, right
    if stop - begin <= width and _columns(text, begin, stop) <= width:
        return begin, stop
    room -= 2  # for the two ellipses
    before = _reach(text, left - 1, begin - 1, -1, room // 2)
    after = _reach(text, right, stop, 1, room - _columns(text, left - before, left))
    if right + after == stop:
        spare = room - _columns(text, right, stop)
        before = _reach(text, left - 1, begin - 1, -1, spare)
    lo, hi = left - before, right + after
    while begin < lo < left and not text[lo - 1].isspace():
        lo += 1
    while right < hi < stop and not text[hi].isspace():
        hi -= 1
    while begin < lo < left and text[lo].isspace():
        lo += 1
    while right < hi < stop and text[hi - 1].isspace():
        hi -= 1
    return lo, hi


def _reach(text: str, start: int, stop: int, step: int, room: int) -> int:
    """Return how many characters from ``start`` towards ``stop`` fit into ``room`` columns."""
    size = max(0, (stop - start) * step)
    most = max(0, min(room, size))
    seen = min(most + 1, size)  # a mark that combines with the last one takes no room
    if _is_plain(text[start : start + seen] if step > 0 else text[start + 1 - seen : start + 1]):
        return most
    taken = 0
    for offset in range(start, stop, step):
        room -= next(_cells(text, offset, offset + 1)).width
        if room < 0:
            break
        taken += 1
    return taken


def _shown(cells: list[_Cell]) -> str:
    return "".join(cell.shown for cell in cells).rstrip()


def _underline(cells: list[_Cell], marks: Sequence[tuple[int, int]]) -> str:
    line, indented = [], True
    for cell in cells:
        indented = indented and cell.shown.isspace()
        inside = any(start <= cell.offset < end or start == end == cell.offset for start, end in marks)
        line.append(("^" if inside and not indented else " ") * cell.width)
    at_end = cells[-1].offset + 1 if cells else marks[0][0]
    if any(start == end == at_end for start, end in marks):
        line.append("^")
    return "".join(line).rstrip()
