"""Two runs of words side by side: how many they share in order, and which.

Words are aligned by their longest common subsequence. The first alignments of a run are made here, with a
bit for each word (Hyyrö 2004); for many, loading rapidfuzz pays, which makes the same ones in less time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

_FEW = 300  # alignments that take about as long as loading rapidfuzz

Run = tuple[int, int, int]


class Aligner:
    """What aligns the words of one run of the program."""

    def __init__(self, few: int = _FEW) -> None:
        self._left = few

    def _are_many(self) -> bool:
        self._left -= 1
        return self._left < 0

    def shared(self, ours: Sequence[str], theirs: Sequence[str]) -> int:
        """Return how many words two runs share in order."""
        if self._are_many():
            from rapidfuzz.distance import LCSseq

            return LCSseq.similarity(ours, theirs)
        return len(ours) - _rows(ours, theirs)[-1].bit_count()

    def runs(self, ours: Sequence[str], theirs: Sequence[str]) -> list[Run]:
        """Return the runs of equal words: where each starts and ends in one, and starts in the other."""
        if self._are_many():
            from rapidfuzz.distance import Indel

            found = Indel.opcodes(ours, theirs)
            return [(op.src_start, op.src_end, op.dest_start) for op in found if op.tag == "equal"]
        return list(_joined(_aligned(ours, theirs)))


def _joined(pairs: Sequence[tuple[int, int]]) -> Iterator[Run]:
    """Join the pairs of indices that follow each other on both sides."""
    start = 0
    for at in range(1, len(pairs) + 1):
        i, k = pairs[at - 1]
        if at == len(pairs) or pairs[at] != (i + 1, k + 1):
            yield pairs[start][0], i + 1, pairs[start][1]
            start = at


def _aligned(ours: Sequence[str], theirs: Sequence[str]) -> list[tuple[int, int]]:
    """Return the indices of the words that are aligned with each other, equal ends first of all."""
    head, most = 0, min(len(ours), len(theirs))
    while head < most and ours[head] == theirs[head]:
        head += 1
    tail = 0
    while tail < most - head and ours[-1 - tail] == theirs[-1 - tail]:
        tail += 1
    i, k = len(ours) - tail, len(theirs) - tail
    found = [(i + at, k + at) for at in reversed(range(tail))]
    rows = _rows(ours[head:i], theirs[head:k])
    while i > head and k > head:
        column = i - head - 1
        if rows[k - head] >> column & 1:
            i -= 1
            continue
        k -= 1
        if rows[k - head] >> column & 1:
            i -= 1
            found.append((i, k))
    found += [(at, at) for at in reversed(range(head))]
    return found[::-1]


def _rows(ours: Sequence[str], theirs: Sequence[str]) -> list[int]:
    """Return, after each word of one, the words of the other where the common subsequence does not grow."""
    places: dict[str, int] = {}
    for at, word in enumerate(ours):
        places[word] = places.get(word, 0) | 1 << at
    row = full = (1 << len(ours)) - 1
    rows = [row]
    for word in theirs:
        if found := row & places.get(word, 0):
            row = (row + found | row - found) & full
        rows.append(row)
    return rows
