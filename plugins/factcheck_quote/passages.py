"""The passages of a long document that may hold a quotation.

The rarest pairs of words that quotation and document share vote for places: a hit lies on the diagonal of
its offsets in the two, and hits of one passage lie on nearby diagonals. Single words vote where fewer than
two pairs do.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from factcheck.lazy import lazy
from factcheck.text import Document, Span

from . import seeds

_HITS = 120  # places that are looked at, those of the rarest seeds
_MOST = 2000  # places of one seed that are looked at, if all seeds are frequent
_TELLING = 3  # seeds that are looked at in any case
_MANY = 1000  # quotations of which so many words are asked that leaving out the others saves nothing
_PASSAGES = 5
_PART = 2  # a passage with less of the seeds of the best one holds no part of the quotation that tells
_EQUAL = 64  # passages that share as many seeds
_AROUND = 200  # characters around the words of a quotation, which tell how it is said
_OMITTED = 1000  # and around those of one with an ellipsis
_NEIGHBOURS = 500  # characters between two passages that are one


class _Hit(NamedTuple):
    """A seed in both texts: how far apart they are, which seed, and where it stands in the document."""

    diagonal: int
    seed: int
    at: int


class _Index:
    """The seeds of a text: those of the quotations known beforehand, and all once others are asked for."""

    def __init__(self, text: str, second: int, known: Iterable[tuple[int, int]]):
        self._text, self._second = text, second
        self._known = frozenset(seed for seed, _ in known)

    @lazy
    def _some(self) -> seeds.Seeds:
        return seeds.Seeds(self._text, self._second, self._known)

    @lazy
    def _all(self) -> seeds.Seeds:
        return seeds.Seeds(self._text, self._second)

    def holding(self, wanted: Iterable[tuple[int, int]]) -> seeds.Seeds:
        """Return an index that has every place of some seeds."""
        if self._known and "_all" not in self.__dict__ and self._known.issuperset(seed for seed, _ in wanted):
            return self._some
        return self._all


class Passages:
    """A long document, with its seeds as they are asked for; ``known`` are quotations that will be."""

    def __init__(self, document: Document, known: Sequence[str] = ()):
        self.document = document
        self._quoted = [seeds.words(text) for text in known] if len(known) <= _MANY else []

    @lazy
    def _pairs(self) -> _Index:
        known = (pair for words in self._quoted for pair in seeds.pairs(words))
        return _Index(self.document.text, seeds.SECOND, known)

    @lazy
    def _singles(self) -> _Index:
        known = (single for words in self._quoted for single in seeds.singles(words))
        return _Index(self.document.text, 0, known)

    def of(self, quoted: str, segments: int) -> list[Span]:
        """Return the passages that may hold a quotation of so many segments, in the order of the text."""
        found = seeds.words(quoted)
        pairs, singles = seeds.pairs(found), seeds.singles(found)
        hits = _hits(self._pairs.holding(pairs), pairs)
        if len({hit.seed for hit in hits}) < 2:
            hits = _hits(self._singles.holding(singles), singles) or hits
        return self._widened(_best(hits, len(quoted), segments), len(quoted), segments)

    def _widened(self, groups: Sequence[Sequence[_Hit]], length: int, segments: int) -> list[Span]:
        text = self.document.text
        around = length // 2 + (_AROUND if segments < 2 else _OMITTED)
        pieces: list[Span] = []
        for first, last in sorted((group[0].diagonal, group[-1].diagonal) for group in groups):
            low, high = max(0, first - around), min(len(text), last + length + around)
            while low and not text[low - 1].isspace():
                low -= 1
            while high < len(text) and not text[high].isspace():
                high += 1
            if pieces and low - pieces[-1].end <= _NEIGHBOURS:
                pieces[-1] = Span(pieces[-1].start, max(high, pieces[-1].end))
            else:
                pieces.append(Span(low, high))
        return pieces


def _hits(index: seeds.Seeds, wanted: Sequence[tuple[int, int]]) -> list[_Hit]:
    """Return the hits of the rarest seeds in the order of their diagonals."""
    spans = [(index.span(seed, _MOST), seed, at) for seed, at in wanted]
    rarest = sorted((span[1] - span[0], at, seed, span) for span, seed, at in spans if span[1] > span[0])
    hits: list[_Hit] = []
    for taken, (count, at, seed, span) in enumerate(rarest):
        if taken >= _TELLING and len(hits) + count > _HITS:
            break
        hits += [_Hit(place - at, taken, place) for place in index.places(seed, span)]
    return sorted(hits)


def _best(hits: Sequence[_Hit], length: int, segments: int) -> list[list[_Hit]]:
    """Return the groups of hits on nearby diagonals that have the most seeds."""
    slack = length // 3 + _AROUND // 4
    groups: list[list[_Hit]] = []
    for hit in hits:
        near = groups and hit.diagonal - groups[-1][-1].diagonal <= slack
        if near and hit.diagonal - groups[-1][0].diagonal <= length + slack:
            groups[-1].append(hit)
        else:
            groups.append([hit])
    votes = [_votes(group) for group in groups]
    ranked = sorted(range(len(groups)), key=votes.__getitem__, reverse=True)[:_EQUAL]
    best, most = max(votes, default=0), max(_PASSAGES, 2 * segments)
    return [
        groups[at]
        for place, at in enumerate(ranked)
        if votes[at] == best or (place < most and votes[at] * _PART * segments > best)
    ]


def _votes(group: Sequence[_Hit]) -> int:
    return 1 if len(group) == 1 else len({hit.seed for hit in group})
