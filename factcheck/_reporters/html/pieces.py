"""A text cut where something of it is marked, so that a template need only print one piece after another."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from factcheck._reporters.difference import Spans


class Stretch(NamedTuple):
    """A stretch of a text that belongs to one of the things that were marked: the innermost, by number."""

    start: int
    end: int
    of: int


class Piece(NamedTuple):
    """A piece of a text and how it is marked: ``""``, ``"in"`` or ``"out"``."""

    text: str
    mark: str = ""


def stretches(spans: Sequence[tuple[int, int]]) -> list[Stretch]:
    """Return disjoint stretches of the spans, sorted; where two overlap, the one that begins later has it.

    A span without width has none.
    """
    found: list[Stretch] = []
    open_: list[tuple[int, int]] = []  # the spans that go on, by end and number, the innermost last
    at = 0

    def advance(to: int) -> None:
        nonlocal at
        while open_ and at < to:
            end, of = open_[-1]
            stop = min(end, to)
            if at < stop:
                found.append(Stretch(at, stop, of))
                at = stop
            if end <= at:
                open_.pop()
        at = max(at, to)

    for of in sorted(range(len(spans)), key=lambda number: (spans[number][0], -spans[number][1])):
        start, end = spans[of]
        if start < end:
            advance(start)
            open_.append((end, of))
    advance(max((end for _, end in spans), default=0))
    return found


def cut(start: int, end: int, within: Sequence[Stretch]) -> Iterator[tuple[int, int, int | None]]:
    """Yield ``start`` to ``end`` in pieces, each with the number of the thing it belongs to, or ``None``."""
    at = start
    for index in range(bisect_right(within, start, key=lambda stretch: stretch.end), len(within)):
        low, high, of = within[index]
        if low >= end:
            break
        if at < low:
            yield at, low, None
        yield max(at, low), min(high, end), of
        at = min(high, end)
    if at < end:
        yield at, end, None


def marked(text: str, spans: Iterable[tuple[int, int]], mark: str) -> list[Piece]:
    """Return a text in pieces, those of the sorted spans marked; an empty span marks nothing."""
    found: list[Piece] = []
    at = 0
    for start, end in spans:
        if start == end:
            continue
        if at < start:
            found.append(Piece(text[at:start]))
        found.append(Piece(text[start:end], mark))
        at = end
    if at < len(text):
        found.append(Piece(text[at:]))
    return found


def rewritten(ours: str, theirs: str, changes: tuple[Spans, Spans]) -> list[Piece]:
    """Return what ``theirs`` says, with the words of ``ours`` that stand for others of it before those."""
    found: list[Piece] = []
    at = 0
    for (start, end), (low, high) in zip(*changes, strict=True):
        if at < low:
            found.append(Piece(theirs[at:low]))
        if start < end:
            found.append(Piece(ours[start:end], "out"))
        if low < high:
            found.append(Piece(theirs[low:high], "in"))
        at = max(at, high)
    if at < len(theirs):
        found.append(Piece(theirs[at:]))
    return found
