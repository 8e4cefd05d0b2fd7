"""The passage whose words are most like those of a quotation."""

from __future__ import annotations

from collections.abc import Sequence

from .claimed import Claimed, Segment
from .compare import Comparison, compare, coverage
from .match import Match
from .reader import Reader
from .rules import ALTERED, NOT_FOUND
from .splice import clip, reordered, spliced

_ALIKE = 6  # words of which four fifths in order are enough, whatever they carry


def _joined(segments: Sequence[Segment]) -> Segment:
    """Return the words of several segments as one."""
    words: list[str] = []
    editorial: set[int] = set()
    for segment in segments:
        editorial.update(len(words) + at for at in segment.editorial)
        words += segment.words
    raw = tuple(word for segment in segments for word in segment.raw)
    return Segment(tuple(words), raw, frozenset(editorial))


def nearest(where: Reader, claimed: Claimed) -> Match | None:
    """Return the place whose words are most like those of the quotation, with the differences."""
    segment = _joined(claimed.segments)
    windows = closest(where, segment, 2)
    found = [compare(where, segment, window) for window in windows]
    found = [one for one in found if one.end > one.start and one.matched]
    if not found:
        return None
    best = min(found, key=lambda one: (one.cost / 2 - len(one.matched), one.start))
    got, total = coverage(segment, best.matched, where.words)
    share = got / total if total else 0.0
    match = Match(((best.start, best.end),), ALTERED if best.edits else None, best.edits, best.notes, share)
    if not best.edits:
        return match
    if joined := spliced(where, segment):
        return joined
    added = sum(len(edit.quoted) for edit in best.edits)
    if added > 1 and (moved := reordered(where, segment, windows)):
        return moved
    return match if _near_enough(segment, best, got, total) else match._replace(problem=NOT_FOUND)


def closest(where: Reader, segment: Segment, most: int) -> list[tuple[int, int]]:
    """Return the windows that share most words with a quotation in order, each inside one turn."""
    windows = [clip(where, window) for window in where.index.windows(segment.aligned)]
    words = where.index.words
    shared = {window: where.aligner.shared(segment.aligned, words[slice(*window)]) for window in windows}
    ranked = sorted(shared, key=lambda window: (-shared[window], window[1] - window[0], window))
    return [window for window in ranked if shared[window] + 2 >= shared[ranked[0]]][:most]


def _near_enough(segment: Segment, one: Comparison, got: int, total: int) -> bool:
    spoken = len(segment.spoken)
    enough = got * 2 >= total and len(one.matched) * 3 >= spoken * 2 and one.cost * 4 <= spoken * 3
    enough = enough or (1 < got == total and len(one.matched) * 2 >= spoken)  # only grammar differs
    enough = enough or (spoken >= _ALIKE and len(one.matched) * 5 >= spoken * 4)
    if total == spoken:  # function words only: they agree by chance
        enough = got >= 3 and got * 10 >= total * 7
    return enough and one.end - one.start <= 1.6 * len(segment.words) + 4
