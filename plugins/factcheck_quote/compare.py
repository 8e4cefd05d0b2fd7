"""The word difference between a quotation and a passage: what was changed, dropped, added or moved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from factcheck.model import Rule

from .claimed import Segment
from .edits import Edit, classify, moved, units
from .lexicon import Lexicon
from .locate import Index
from .marks import MARKS
from .reader import Reader
from .rules import BRACKETED, INTERRUPTED
from .variants import same

_CUE_TIMES = r"[\s\d:.,>-]*\d{1,2}:\d{2}[\s\d:.,>-]*"
_MOST_BRACKETED = 8  # words of the source that one bracket may stand for
_MOST_NARRATED = 40  # words of the narrator between two pieces of a quotation


class Comparison(NamedTuple):
    """A run of words of a quotation beside the words ``start`` to ``end`` of a document.

    ``matched`` are the indices of the quotation's words that stand there in order.
    """

    start: int
    end: int
    edits: tuple[Edit, ...]
    notes: tuple[Rule, ...]
    matched: frozenset[int]

    @property
    def cost(self) -> int:
        """How many words differ."""
        return sum(max(len(edit.quoted), len(edit.found)) for edit in self.edits)


def compare(where: Reader, segment: Segment, window: tuple[int, int]) -> Comparison:
    """Align the words of a quotation with a window of a document and weigh the differences."""
    index, words = where.index, where.words
    low, high = _tighten(where, segment, window)
    found = where.aligner.runs(segment.aligned, index.words[low:high])
    runs = [(i, j, k + low) for i, j, k in found]
    matched = {at for i, j, _ in runs for at in range(i, j)}
    ends = [(0, 0, low), *runs, (len(segment.words), len(segment.words), high)]
    blocks = [(j, i, k + j - h, m) for (h, j, k), (i, _, m) in pairwise(ends) if i > j or m > k + j - h]
    start, end = low, high
    if blocks and blocks[0][0] == 0 and blocks[0][2] == low:
        i, j, k, m = blocks[0]
        start = max(k, m - (j - i))
        blocks[0] = (i, j, start, m)
    if blocks and blocks[-1][1] == len(segment.words) and blocks[-1][3] == high:
        i, j, k, m = blocks[-1]
        end = min(m, k + (j - i))
        blocks[-1] = (i, j, k, end)
    notes: list[Rule] = []
    edits: list[Edit] = []
    for i, j, k, m in blocks:
        verdict = _weigh(where, segment, (i, j, k, m))
        if verdict is False:
            edits += _split(segment, index, (i, j, k, m), words, notes, matched)
        else:
            matched.update(range(i, j))
            if isinstance(verdict, Rule):
                notes.append(verdict)
    edits = list(units(edits, words, notes))
    classified = tuple(classify(edit, index, words) for edit in edits)
    return Comparison(start, end, moved(classified), tuple(dict.fromkeys(notes)), frozenset(matched))


def _tighten(where: Reader, segment: Segment, window: tuple[int, int]) -> tuple[int, int]:
    """Draw the ends of a window in as long as it shares as many words with the quotation in order."""
    low, high = window
    words, ours = where.index.words, segment.aligned
    shared = where.aligner.shared(ours, words[low:high])
    for at in range(low, high):
        if words[at] == ours[0]:
            if where.aligner.shared(ours, words[at:high]) < shared:
                break
            low = at
    for at in range(high, low, -1):
        if words[at - 1] == ours[-1]:
            if where.aligner.shared(ours, words[low:at]) < shared:
                break
            high = at
    return low, high


def _weigh(where: Reader, segment: Segment, block: tuple[int, int, int, int]) -> Rule | bool:
    """Say whether a block of differing words does not matter."""
    index, words = where.index, where.words
    i, j, k, m = block
    quoted, found = segment.words[i:j], index.words[k:m]
    if i == j and k == m:
        return True
    if (i == j) and (rule := _between(where, k, m)):
        return rule
    if j > i and all(at in segment.editorial for at in range(i, j)):
        flips = (set(quoted) | set(found)) & words.negations
        return BRACKETED if m - k <= _MOST_BRACKETED and not flips else False
    if quoted and found:
        return same(quoted, found, words, index.count)
    return bool(found) and all(word in words.fillers for word in found)


def _split(
    segment: Segment,
    index: Index,
    block: tuple[int, int, int, int],
    words: Lexicon,
    notes: list[Rule],
    matched: set[int],
) -> Iterator[Edit]:
    """Pair the words of a block off where it has as many on both sides, and keep those that differ."""
    i, j, k, m = block
    if j - i != m - k:
        yield Edit(segment.words[i:j], tuple(index.words[k:m]), k, m, " ".join(segment.raw[i:j]))
        return
    for at in range(j - i):
        quoted, found = segment.words[i + at : i + at + 1], tuple(index.words[k + at : k + at + 1])
        verdict = same(quoted, found, words, index.count)
        if verdict is False:
            yield Edit(quoted, found, k + at, k + at + 1, segment.raw[i + at])
        else:
            matched.add(i + at)
            if isinstance(verdict, Rule):
                notes.append(verdict)


def _between(where: Reader, start: int, end: int) -> Rule | None:
    """Return the note for words of the source that nobody said: a narrator's, stage directions, times."""
    index, words = where.index, where.words
    spans, text = index.spans, index.document.text
    if start == 0 or end >= len(spans):
        return None
    low, high = spans[start - 1][1], spans[end][0]
    raw, inner = text[low:high], text[spans[start][0] : spans[end - 1][1]]
    stripped = raw.strip()
    if stripped[:1] == "[" and stripped.rstrip(".,")[-1:] == "]":
        return INTERRUPTED
    if stripped[:1] == "(" and set(index.words[start:end]) & words.stage:
        return INTERRUPTED
    if re.fullmatch(_CUE_TIMES, inner):
        return INTERRUPTED
    if end - start > _MOST_NARRATED or not set(index.words[start:end]) & (words.verbs | words.stage):
        return None
    if not (_marked(text, low) and _marked(text, high)):
        return None
    quotations = where.voices.quotations
    before = [q for q in quotations if q.start < low and any(b - 2 <= low <= b + 2 for _, b in q.pieces)]
    after = [q for q in quotations if any(a - 2 <= high <= a + 2 for a, _ in q.pieces)]
    return INTERRUPTED if before and after else None


def _marked(text: str, offset: int) -> bool:
    """Whether a quotation may begin or end at an offset: it does at a mark or where a line ends."""
    return any(char in MARKS or char in "\r\n" for char in text[max(0, offset - 3) : offset + 4])


def coverage(segment: Segment, matched: frozenset[int], words: Lexicon) -> tuple[int, int]:
    """Return how many content words of a quotation were matched, and how many it has.

    A quotation of function words only is measured by all of its words.
    """
    spoken = [at for at in range(len(segment.words)) if at not in segment.editorial]
    content = [at for at in spoken if segment.words[at] not in words.function]
    counted = content or spoken
    return sum(at in matched for at in counted), len(counted)
