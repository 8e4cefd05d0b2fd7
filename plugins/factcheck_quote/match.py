"""Places that have the words of a quotation as they stand."""

from typing import NamedTuple

from factcheck.model import Rule

from .claimed import Claimed, Segment
from .edits import Edit
from .reader import Reader
from .rules import SPLICED


class Match(NamedTuple):
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


def exact(where: Reader, claimed: Claimed) -> list[Match]:
    """Return every place that has the words as they stand, brackets read as text or left out."""
    found = [_place(where, at, len(claimed.literal)) for at in where.index.find(claimed.literal)]
    if not found and len(claimed.segments) == 1 and (words := spoken(where, claimed.segments[0])):
        found = [_place(where, at, len(words)) for at in where.index.find(words)]
    return found


def spoken(where: Reader, segment: Segment) -> tuple[str, ...]:
    """Return the words without the editor's, nothing where those turn the sense."""
    added = {segment.words[at] for at in segment.editorial}
    return () if added & where.words.negations else segment.spoken


def _place(where: Reader, start: int, length: int) -> Match:
    first, last = where.index.span(start, start + 1), where.index.span(start + length - 1, start + length)
    whole = where.voices.one_turn(first, last) or _says_label(where, start, start + length)
    return Match(((start, start + length),), None if whole else SPLICED)


def _says_label(where: Reader, start: int, end: int) -> bool:
    """Whether words taken for a speaker's label are words of the quotation."""
    turns, spans = where.index.document.turns, where.index.spans[start:end]
    inside = [at for at in range(1, len(turns)) if spans[0][0] < turns[at].start < spans[-1][1]]
    return bool(inside) and all(
        any(turns[at - 1].end <= low < turns[at].start for low, _ in spans) for at in inside
    )
