"""The best place of a quotation in one document, and what is wrong with it there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from factcheck.model import Rule, Turn

from .claimed import Claimed, Segment
from .compare import Comparison, Edit, compare, coverage
from .lexicon import Lexicon
from .locate import Index
from .rules import (
    ALTERED,
    BRACKETED,
    ELLIPSIS,
    ELLIPSIS_FLIPS,
    ELLIPSIS_NEGATION,
    NOT_FOUND,
    REORDERED,
    SPLICED,
)
from .voices import Voices

_NEAR = 120  # words that an ellipsis may leave out
_FLIP = 14  # words beyond which a negation left out is a passage of its own
_BARE = 3  # words left out that are a negation and little else
_BOUNDARY = re.compile(r"[,;:.!?…()–—]|\s-\s")
_ALIKE = 6  # words of which four fifths in order are enough, whatever they carry
_PART = 4  # words that make a part of a splice


@dataclass(frozen=True, slots=True)
class Match:
    """A place: its pieces in words, the differences, what is wrong (``problem``) and what is to be noted."""

    pieces: tuple[tuple[int, int], ...]
    problem: Rule | None = None
    edits: tuple[Edit, ...] = ()
    notes: tuple[Rule, ...] = ()
    share: float = 1.0

    @property
    def hull(self) -> tuple[int, int]:
        """The words from the first piece to the last."""
        return min(start for start, _ in self.pieces), max(end for _, end in self.pieces)

    @property
    def cost(self) -> int:
        """How far the place is from the quotation, in words."""
        return sum(max(len(edit.quoted), len(edit.found)) for edit in self.edits)


def joined(segments: Sequence[Segment]) -> Segment:
    """Return the words of several segments as one."""
    words: list[str] = []
    editorial: set[int] = set()
    for segment in segments:
        editorial.update(len(words) + at for at in segment.editorial)
        words += segment.words
    raw = tuple(word for segment in segments for word in segment.raw)
    return Segment(tuple(words), raw, frozenset(editorial))


class Finder:
    """Looks quotations up in one document."""

    def __init__(self, index: Index, voices: Voices, words: Lexicon):
        self.index, self.voices, self.words = index, voices, words

    def exact(self, claimed: Claimed) -> list[Match]:
        """Return every place that has the words as they stand, brackets read as text or left out."""
        found = [self._place(at, len(claimed.literal)) for at in self.index.find(claimed.literal)]
        if not found and len(claimed.segments) == 1 and (spoken := self._spoken(claimed.segments[0])):
            found = [self._place(at, len(spoken)) for at in self.index.find(spoken)]
        return found

    def _spoken(self, segment: Segment) -> tuple[str, ...]:
        """Return the words without the editor's, nothing where those turn the sense."""
        added = {segment.words[at] for at in segment.editorial}
        return () if added & self.words.negations else segment.spoken

    def _place(self, start: int, length: int) -> Match:
        first, last = self.index.span(start, start + 1), self.index.span(start + length - 1, start + length)
        whole = self.voices.one_turn(first, last) or self._says_label(first.start, last.end)
        return Match(((start, start + length),), None if whole else SPLICED)

    def _says_label(self, start: int, end: int) -> bool:
        """Whether words taken for a speaker's label are words of the quotation."""
        document = self.index.document
        inside = [turn for turn in document.turns if start < turn.start < end]
        return bool(inside) and all(
            any(char.isalnum() for char in document.text[max(start, before) : turn.start])
            for before, turn in zip(self._ends(inside), inside, strict=True)
        )

    def _ends(self, turns: Sequence[Turn]) -> list[int]:
        """Return where the turn before each of some turns ends."""
        every = self.index.document.turns
        return [every[max(0, every.index(turn) - 1)].end for turn in turns]

    def shortened(self, claimed: Claimed) -> Match | None:
        """Return the place of a quotation with marked ellipses, ``None`` if its parts are not there."""
        options = [self._options(segment) for segment in claimed.segments]
        total = covered = 0
        for segment, found in zip(claimed.segments, options, strict=True):
            matched = max((coverage(segment, one.matched, self.words)[0] for one in found), default=0)
            covered += matched
            total += coverage(segment, frozenset(), self.words)[1]
        if not total or covered * 2 < total or not any(options):
            return None
        share = covered / total
        chain = self._chain(claimed.segments, options)
        if chain is not None:
            return self._judge_gaps(claimed.segments, chain, share)
        located = [min(found, key=lambda one: (one.cost, one.start)) for found in options if found]
        if len(located) < 2:
            return None
        pieces = tuple((one.start, one.end) for one in located)
        return Match(pieces, SPLICED, tuple(edit for one in located for edit in one.edits), (), share)

    def _options(self, segment: Segment) -> list[Comparison]:
        words = self._spoken(segment)
        every = frozenset(range(len(segment.words)))
        found = [Comparison(at, at + len(words), (), (), every) for at in self.index.find(words, 200)]
        if found or len(segment.words) < 2:
            return found
        near = [self._compare(segment, window) for window in self._closest(segment, 3)]
        return [one for one in near if len(one.matched) * 2 >= len(segment.words)]

    def _compare(self, segment: Segment, window: tuple[int, int]) -> Comparison:
        return compare(segment, self.index, window, self.words, self.voices.quotations)

    def _chain(
        self, segments: Sequence[Segment], options: Sequence[list[Comparison]]
    ) -> list[Comparison | None] | None:
        """Choose one place for each segment, in order, in one turn and near to each other."""
        best: list[tuple[int, list[Comparison | None]]] = [(0, [])]
        for segment, found in zip(segments, options, strict=True):
            following: list[tuple[int, list[Comparison | None]]] = []
            for cost, chain in best:
                last = next((one for one in reversed(chain) if one), None)
                for one in found:
                    gap = one.start - last.end if last else 0
                    if gap < 0 or gap > _NEAR or (last and not self._together(last, one)):
                        continue
                    following.append((cost + one.cost * 1000 + gap, [*chain, one]))
                if not found and len(segment.words) <= _PART:  # a few words that stand nowhere
                    following.append((cost + 1000 * len(segment.words), [*chain, None]))
            best = sorted(following, key=lambda item: item[0])[:40]
        return best[0][1] if best and any(best[0][1]) else None

    def _together(self, one: Comparison, other: Comparison) -> bool:
        return self.voices.one_turn(
            self.index.span(one.start, one.start + 1), self.index.span(other.end - 1, other.end)
        )

    def _judge_gaps(
        self, segments: Sequence[Segment], chain: Sequence[Comparison | None], share: float
    ) -> Match:
        edits: list[Edit] = []
        notes: list[Rule] = [ELLIPSIS] if len(segments) > 1 else []
        problem: Rule | None = None
        last: Comparison | None = None
        for segment, one in zip(segments, chain, strict=True):
            if one is None:
                edits.append(Edit(segment.spoken, (), 0, 0, " ".join(segment.raw), "content"))
                continue
            edits += one.edits
            notes += one.notes
            if segment.editorial and not one.notes:
                notes.append(BRACKETED)
            if last:
                match self._negation(last.end, one.start):
                    case "flips":
                        problem = ELLIPSIS_FLIPS
                    case "hidden":
                        notes.append(ELLIPSIS_NEGATION)
            last = one
        pieces = tuple((one.start, one.end) for one in chain if one)
        return Match(pieces, ALTERED if edits else problem, tuple(edits), tuple(dict.fromkeys(notes)), share)

    def _negation(self, start: int, end: int) -> str:
        """Say whether the words left out hold a negation, and whether it belongs to the words kept."""
        omitted = self.index.words[start:end]
        at = [place for place, word in enumerate(omitted) if word in self.words.negations]
        if not at:
            return ""
        if len(omitted) > _FLIP:
            return "hidden"
        text = self.index.document.text
        spans = self.index.folded.spans
        left, right = spans[start - 1][1], spans[end][0]
        first, last = spans[start + at[0]], spans[start + at[-1]]
        free_left = bool(_BOUNDARY.search(text[left : first[0]])) or bool(
            set(omitted[: at[0]]) & self.words.clauses
        )
        free_right = bool(_BOUNDARY.search(text[last[1] : right])) or bool(
            set(omitted[at[-1] + 1 :]) & self.words.clauses
        )
        # words after a negation fall under it; before it, the verb may stand (``I support it not``)
        return "flips" if not free_right or (not free_left and len(omitted) <= _BARE) else "hidden"

    def nearest(self, claimed: Claimed) -> Match | None:
        """Return the place whose words are most like those of the quotation, with the differences."""
        segment = joined(claimed.segments)
        windows = self._closest(segment, 2)
        found = [self._compare(segment, window) for window in windows]
        found = [one for one in found if one.end > one.start and one.matched]
        if not found:
            return None
        best = min(found, key=lambda one: (one.cost / 2 - len(one.matched), one.start))
        got, total = coverage(segment, best.matched, self.words)
        share = got / total if total else 0.0
        match = Match(
            ((best.start, best.end),), ALTERED if best.edits else None, best.edits, best.notes, share
        )
        if not best.edits:
            return match
        if spliced := self._spliced(segment):
            return spliced
        added = sum(len(edit.quoted) for edit in best.edits)
        if added > 1 and (moved := self._reordered(segment, windows)):
            return moved
        return match if self._near_enough(segment, best, got, total) else replace(match, problem=NOT_FOUND)

    def _closest(self, segment: Segment, most: int) -> list[tuple[int, int]]:
        """Return the windows that share most words with a quotation in order, each inside one turn."""
        from rapidfuzz.distance import LCSseq

        windows = [self._clip(window) for window in self.index.windows(segment.aligned)]
        words = self.index.words
        shared = {window: LCSseq.similarity(segment.aligned, words[slice(*window)]) for window in windows}
        ranked = sorted(shared, key=lambda window: (-shared[window], window[1] - window[0], window))
        return [window for window in ranked if shared[window] + 2 >= shared[ranked[0]]][:most]

    def _near_enough(self, segment: Segment, one: Comparison, got: int, total: int) -> bool:
        spoken = len(segment.spoken)
        enough = got * 2 >= total and len(one.matched) * 3 >= spoken * 2 and one.cost * 4 <= spoken * 3
        enough = enough or (spoken >= _ALIKE and len(one.matched) * 5 >= spoken * 4)
        if total == spoken:  # function words only: they agree by chance
            enough = got >= 3 and got * 10 >= total * 7
        return enough and one.end - one.start <= 1.6 * len(segment.words) + 4

    def _clip(self, window: tuple[int, int]) -> tuple[int, int]:
        """Keep a window inside the turn that holds its middle."""
        low, high = window
        turn = self.index.document.turn_at(self.index.span((low + high) // 2, (low + high) // 2 + 1).start)
        if turn is None or high <= low:
            return window
        spans = self.index.folded.spans
        while low < high and not self._same_turn(turn.start, turn.end, spans[low]):
            low += 1
        while high > low and not self._same_turn(turn.start, turn.end, spans[high - 1]):
            high -= 1
        return low, high

    def _same_turn(self, start: int, end: int, span: tuple[int, int]) -> bool:
        return start <= span[0] < end

    def _reordered(self, segment: Segment, windows: Sequence[tuple[int, int]]) -> Match | None:
        """Find a passage about as long as the quotation that has all of its words."""
        wanted = Counter(segment.spoken)
        size = sum(wanted.values())
        if size < _PART or sum(word not in self.words.function for word in wanted) < 2:
            return None
        length = len(segment.words)
        for low, high in windows:
            low, high = self._clip((max(0, low - length), min(len(self.index.words), high + length)))
            places = [at for at in range(low, high) if self.index.words[at] in wanted]
            for first, start in enumerate(places):
                inside = [at for at in places[first:] if at < start + length + 3]
                got = sum((wanted & Counter(self.index.words[at] for at in inside)).values())
                if got * 10 >= size * 9:
                    return Match(((start, inside[-1] + 1),), REORDERED, (), (), got / size)
        return None

    def _spliced(self, segment: Segment) -> Match | None:
        """Find two places whose words, one run after the other, are the quotation."""
        words = segment.spoken
        head = self.index.run(words)
        tail = self.index.run(words, backwards=True)
        if head + tail < len(words) or min(head, tail) < _PART or head >= len(words):
            return None
        tail = len(words) - head
        parts = (words[:head], words[head:])
        if tail < _PART or any(sum(word not in self.words.function for word in part) < 2 for part in parts):
            return None
        first, second = self.index.find(parts[0], 20), self.index.find(parts[1], 20)
        if not first or not second:
            return None
        one, other = min(
            ((a, b) for a in first for b in second), key=lambda pair: (abs(pair[0] + head - pair[1]), pair)
        )
        pieces = ((one, one + head), (other, other + tail))
        near = (
            abs(one + head - other) <= len(words) // 2 + 2 or abs(other + tail - one) <= len(words) // 2 + 2
        )
        if near and self.voices.one_turn(*sorted(self.index.span(*piece) for piece in pieces)):
            # one passage: the difference shows a drop best
            return Match((min(pieces), max(pieces)), REORDERED) if other < one else None
        return Match(pieces, SPLICED)
