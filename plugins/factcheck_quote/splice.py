"""Words of a quotation that stand in the source, but not together or in another order."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from .claimed import Segment
from .match import Match
from .reader import Reader
from .rules import REORDERED, SPLICED

_PART = 4  # words that make a part of a splice
_SENTENCE = 2  # or that are a sentence of the same turn


def reordered(where: Reader, segment: Segment, windows: Sequence[tuple[int, int]]) -> Match | None:
    """Find a passage about as long as the quotation that has all of its words."""
    wanted = Counter(segment.spoken)
    size = sum(wanted.values())
    if size < _PART or sum(word not in where.words.function for word in wanted) < 2:
        return None
    length = len(segment.words)
    for low, high in windows:
        low, high = clip(where, (max(0, low - length), min(len(where.index.words), high + length)))
        places = [at for at in range(low, high) if where.index.words[at] in wanted]
        for first, start in enumerate(places):
            inside = places[first : bisect_left(places, start + length + 3)]
            if len(inside) * 10 < size * 9:
                continue
            got = sum((wanted & Counter(where.index.words[at] for at in inside)).values())
            if got * 10 >= size * 9:
                return Match(((start, inside[-1] + 1),), REORDERED, (), (), got / size)
    return None


def spliced(where: Reader, segment: Segment) -> Match | None:
    """Find two places whose words, one run after the other, are the quotation.

    A conjunction of whoever joined them may stand between (``…, and …``).
    """
    words = segment.spoken
    head = where.index.run(words)
    tail = where.index.run(words, backwards=True)
    if min(head, tail) < _SENTENCE or head >= len(words):
        return None
    joint = max(0, len(words) - head - tail)
    if joint > 1 or (joint and (words[head] not in where.words.clauses or min(head, tail) < _PART)):
        return None
    tail = len(words) - head - joint
    parts = (words[:head], words[head + joint :])
    if tail < _SENTENCE or any(all(word in where.words.function for word in part) for part in parts):
        return None
    first, second = where.index.find(parts[0], 20), where.index.find(parts[1], 20)
    if min(head, tail) < _PART:
        first = [at for at in first if _is_sentence(where, at, at + head)]
        second = [at for at in second if _is_sentence(where, at, at + tail)]
    if not first or not second:
        return None
    one, other = min(
        ((a, b) for a in first for b in second), key=lambda pair: (abs(pair[0] + head - pair[1]), pair)
    )
    pieces = ((one, one + head), (other, other + tail))
    if min(head, tail) < _PART and not _one_turn(where, pieces):
        return None
    near = abs(one + head - other) <= len(words) // 2 + 2 or abs(other + tail - one) <= len(words) // 2 + 2
    if near and _one_turn(where, pieces):
        # one passage: the difference shows a drop best
        return Match((min(pieces), max(pieces)), REORDERED) if other < one else None
    return Match(pieces, SPLICED)


def _one_turn(where: Reader, pieces: Sequence[tuple[int, int]]) -> bool:
    return where.voices.one_turn(*sorted(where.index.span(*piece) for piece in pieces))


def _is_sentence(where: Reader, start: int, end: int) -> bool:
    """Whether words are a sentence of the source, or several."""
    text, (low, high) = where.index.document.text, where.index.span(start, end)
    before = text[max(0, low - 4) : low].rstrip(" \r\n\"'“‘")
    return (not before or before[-1] in ".?!…:") and text[high : high + 1] in tuple(".?!…")


def clip(where: Reader, window: tuple[int, int]) -> tuple[int, int]:
    """Keep a window inside the turn that holds its middle."""
    low, high = window
    turn = where.index.document.turn_at(where.index.span((low + high) // 2, (low + high) // 2 + 1).start)
    if turn is None or high <= low:
        return window
    spans = where.index.spans
    while low < high and not turn.start <= spans[low][0] < turn.end:
        low += 1
    while high > low and not turn.start <= spans[high - 1][0] < turn.end:
        high -= 1
    return low, high
