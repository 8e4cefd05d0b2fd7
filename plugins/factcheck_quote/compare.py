"""The word difference between a quotation and a passage: what was changed, dropped, added or moved."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from factcheck.model import Rule
from factcheck.people import same_person
from factcheck.text import Span

from .align import Run
from .claimed import Segment
from .edits import Edit, classify, moved, units
from .lexicon import Lexicon
from .locate import WRITTEN_OUT, Index
from .marks import MARKS
from .numerals import number
from .reader import Reader
from .rules import BRACKETED, INTERRUPTED
from .stretch import Quotation
from .variants import same

# When something is said, on a line of its own, in brackets or with its seconds.
_CUE_TIMES = r"[\s\d:.,>-]*\d{1,2}:\d{2}[\s\d:.,>-]*"
_SET_APART = r"[^\S\n]*[.?!,]?[^\S\n]*(?:\r?\n.*\n|[\[(].*[\])])[^\S\n]*|.*\d:\d\d:\d\d.*"
_SPELLED = 2  # words more or less that another spelling may have
_TORN = 2  # words at an end of a quotation that may be another spelling
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
    runs = _rejoined(where, segment, [(i, j, k + low) for i, j, k in found])
    matched = {at for i, j, _ in runs for at in range(i, j)}
    ends = [(0, 0, low), *runs, (len(segment.words), len(segment.words), high)]
    blocks = [(j, i, k + j - h, m) for (h, j, k), (i, _, m) in pairwise(ends) if i > j or m > k + j - h]
    start, end = low, high
    if blocks and blocks[0][0] == 0 and blocks[0][2] == low:
        i, j, k, m = blocks[0]
        quoted = segment.words[i:j]
        start = m - _width(quoted, m - k, lambda wide: _weigh(where, segment, (i, j, m - wide, m)))
        blocks[0] = (i, j, start, m)
    if blocks and blocks[-1][1] == len(segment.words) and blocks[-1][3] == high:
        i, j, k, m = blocks[-1]
        quoted = segment.words[i:j]
        end = k + _width(quoted, m - k, lambda wide: _weigh(where, segment, (i, j, k, k + wide)))
        if all(word in words.symbols for word in quoted):  # a unit that stands elsewhere
            end = k
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
    edits = list(units(edits, index, words, notes))
    if edits and end < len(index.words) and index.words[end] in words.symbols:
        unit = Edit((), (index.words[end],), end, end + 1)
        if len(paired := list(units([*edits, unit], index, words, notes))) < len(edits):
            edits, end = paired, end + 1
    classified = tuple(classify(edit, index, words) for edit in edits)
    return Comparison(start, end, moved(classified), tuple(dict.fromkeys(notes)), frozenset(matched))


def _rejoined(where: Reader, segment: Segment, runs: list[Run]) -> list[Run]:
    """Leave out a first or last run that tears words apart which another spelling has together.

    ``I do. I've never …`` begins with the *I* of ``I have never …``, but it is the second one that counts.
    """
    words = where.index.words
    if len(runs) > 1 and runs[0][0] == 0:
        (_, _, at), (head, _, start) = runs[:2]
        ours = segment.words[:head]
        widths = range(1, min(head + _SPELLED, start - at) + 1) if head <= _TORN else ()
        if any(_same(where, ours, words[start - wide : start]) for wide in widths):
            runs = runs[1:]
    if len(runs) > 1 and runs[-1][1] == len(segment.words):
        (first, tail, start), (low, _, at) = runs[-2], runs[-1]
        end, ours = start + tail - first, segment.words[tail:]
        last = at + len(segment.words) - low
        widths = range(1, min(len(ours) + _SPELLED, last - end) + 1) if len(ours) <= _TORN else ()
        if any(_same(where, ours, words[end : end + wide]) for wide in widths):
            runs = runs[:-1]
    return runs


def _same(where: Reader, ours: Sequence[str], theirs: Sequence[str]) -> bool:
    return same(ours, theirs, where.words, where.index.count) is not False


def _width(quoted: Sequence[str], most: int, weigh: Callable[[int], Rule | bool]) -> int:
    """Return how many words of the source stand for the first or last words of a quotation.

    Those that are the same in another spelling, which may be fewer or more, else as many as are quoted.
    """
    if quoted:
        figure = any(map(str.isdigit, "".join(quoted)))
        for wide in range(1, min(most, len(quoted) + (WRITTEN_OUT if figure else _SPELLED)) + 1):
            if weigh(wide) is not False:
                return wide
    return min(len(quoted), most)


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
        ours, theirs = number(quoted, words), number(found, words)
        flips = (set(quoted) | set(found)) & words.negations or (ours and theirs and ours != theirs)
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
    stripped = raw.strip(" \t\r\n.,;:!?…")
    if not where.voices.one_turn(index.span(start - 1, start), index.span(end, end + 1)):
        return None
    if stripped[:1] == "[" and stripped[-1:] == "]":
        return INTERRUPTED
    if stripped[:1] == "(" and set(index.words[start:end]) & words.stage:
        return INTERRUPTED
    if re.fullmatch(_CUE_TIMES, inner) and re.fullmatch(_SET_APART, raw, re.DOTALL):
        return INTERRUPTED
    if end - start > _MOST_NARRATED or not (_marked(text, low) and _marked(text, high)):
        return None
    quotations = where.voices.near(Span(max(0, low - 2), high + 2))
    before = [q for q in quotations if q.start < low and any(b - 2 <= low <= b + 2 for _, b in q.pieces)]
    after = [q for q in quotations if any(a - 2 <= high <= a + 2 for a, _ in q.pieces)]
    if not (before and after) or _two_people(before[-1], after[0]):
        return None
    told = before[-1] is after[0] or set(index.words[start:end]) & (words.verbs | words.stage)
    return INTERRUPTED if told else None


def _two_people(one: Quotation, other: Quotation) -> bool:
    """Whether a text names two people for two quotations: *“Go,” says Ann. “No,” says Bob*."""
    return one.sure and other.sure and not same_person(one.speaker or "", other.speaker or "")


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
