"""Where words stand in a document, or in passages of it: exactly, or nearly.

One pass folds the text. Exact places are a search in its folded words; only when that fails are the pairs of
neighbouring words indexed, and the pairs a quotation shares with the document vote for places. Of a long
document only the passages that :mod:`.passages` finds for a quotation are folded.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from factcheck.folding import fold
from factcheck.lazy import lazy
from factcheck.text import Document, Span

_MOST_PLACES = 200  # of one pair of words; more tell nothing about where a quotation stands
_WINDOWS = 5
_JOINED = 3  # of the best groups that may be two parts of one quotation
_BETWEEN = 60  # words that may stand between the two
_STYLE = r"</?[a-zA-Z][^<>\r\n]{0,40}>|\{\\[^{}\r\n]{0,40}\}"  # <i>, {\an8}
_CUE = r"(?m)(?:^[ \t]*\d+[ \t]*\r?\n)?^[ \t]*(?:\d+:)?\d\d:\d\d[.,]\d{3}[ \t]*-->[^\r\n]*$"
WRITTEN_OUT = 7  # words that a figure may be short for
_GAP = "\n"  # stands between passages; no word is equal to it


def _spoken(text: str) -> str:
    """Return subtitles with blanks in the place of their numbers, times and styles."""
    if "-->" not in text:
        return text
    return re.sub(f"{_CUE}|{_STYLE}", lambda match: " " * len(match.group()), text)


class Index:
    """The folded words of a document, or of ``pieces`` of its text in order, and the ways to look them up."""

    def __init__(self, document: Document, pieces: Sequence[Span] = ()):
        self.document = document
        self._whole = not pieces
        text = document.flowing
        self._folded = [(at, fold(_spoken(text[at:end]))) for at, end in pieces or [Span(0, len(text))]]
        self.words: list[str] = self._folded[0][1].words
        for _, folded in self._folded[1:]:
            self.words = [*self.words, _GAP, *folded.words]

    @lazy
    def spans(self) -> list[tuple[int, int]]:
        """The start and end of each word in the text of the document."""
        (first, folded), *others = self._folded
        spans = [(start + first, end + first) for start, end in folded.spans] if first else folded.spans
        for at, folded in others:
            spans += [(at, at), *((start + at, end + at) for start, end in folded.spans)]
        return spans

    @lazy
    def _joined(self) -> str:
        return f" {' '.join(self.words)} "

    @lazy
    def _pairs(self) -> dict[tuple[str, str], list[int]]:
        pairs: dict[tuple[str, str], list[int]] = defaultdict(list)
        for index, pair in enumerate(pairwise(self.words)):
            pairs[pair].append(index)
        return pairs

    @lazy
    def _single(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = defaultdict(list)
        for index, word in enumerate(self.words):
            places[word].append(index)
        return places

    def find(self, words: Sequence[str], limit: int = 64) -> list[int]:
        """Return the indices at which words stand one after the other."""
        if not words:
            return []
        if len(words) > 1 and "_pairs" in self.__dict__:
            return self._find_by_pairs(words)[:limit]
        needle, joined = f" {' '.join(words)} ", self._joined
        found: list[int] = []
        at = joined.find(needle)
        while at >= 0 and len(found) < limit:
            found.append(joined.count(" ", 0, at))
            at = joined.find(needle, at + 1)
        return found

    def _find_by_pairs(self, words: Sequence[str]) -> list[int]:
        """Look words up by their rarest pair, once the pairs are indexed: the text is not read again."""
        at, rarest = min(enumerate(pairwise(words)), key=lambda pair: len(self._pairs.get(pair[1], ())))
        wanted = list(words)
        starts = (place - at for place in self._pairs.get(rarest, ()))
        return [start for start in starts if start >= 0 and self.words[start : start + len(wanted)] == wanted]

    def run(self, words: Sequence[str], backwards: bool = False) -> int:
        """Return how many words from one end of a quotation stand together somewhere."""
        ours = list(reversed(words)) if backwards else list(words)
        if len(ours) < 2:
            return 0
        first, second, step = (ours[1], ours[0], -1) if backwards else (ours[0], ours[1], 1)
        longest = 0
        for place in self._pairs.get((first, second), ()):
            at, length = place + backwards, 0
            while length < len(ours) and 0 <= at < len(self.words) and self.words[at] == ours[length]:
                at, length = at + step, length + 1
            longest = max(longest, length)
        return longest

    def count(self, word: str) -> int:
        """Return how often a word occurs in the document, in a long one as it stands there."""
        if self._whole:
            return self._joined.count(f" {word} ")
        return len(re.findall(rf"{re.escape(word)}(?<!\w{re.escape(word)})(?!\w)", self.document.text))

    def span(self, start: int, end: int) -> Span:
        """Return the stretch of the text from one word to (not including) another."""
        return Span(self.spans[start][0], self.spans[end - 1][1])

    def windows(self, words: Sequence[str]) -> list[tuple[int, int]]:
        """Return the stretches of words most like a quotation, best first."""
        hits = [
            (place - index, index, place)
            for index, pair in enumerate(pairwise(words))
            for place in self._places(self._pairs.get(pair, []))
        ]
        if len({index for _, index, _ in hits}) < max(2, len(words) // 8):
            hits += [
                (place - index, index, place)
                for index, word in enumerate(words)
                for place in self._places(self._single.get(word, []))[:60]
            ]
        figures = any(map(str.isdigit, "".join((*words[:1], *words[-1:]))))
        return self._vote(hits, len(words), WRITTEN_OUT if figures else 0)

    @staticmethod
    def _places(places: list[int]) -> list[int]:
        return places if len(places) <= _MOST_PLACES else []

    def _vote(self, hits: list[tuple[int, int, int]], length: int, longer: int) -> list[tuple[int, int]]:
        """Group hits that lie on nearby diagonals and return the window of each of the best groups."""
        slack = max(8, length // 3)
        hits.sort()
        groups: list[list[tuple[int, int, int]]] = []
        for hit in hits:
            if groups and hit[0] - groups[-1][-1][0] <= slack and hit[0] - groups[-1][0][0] <= length + slack:
                groups[-1].append(hit)
            else:
                groups.append([hit])
        groups.sort(key=lambda group: (-len({index for _, index, _ in group}), group[0]))
        best = groups[:_WINDOWS]
        best += [
            [*one, *other]
            for one in groups[:_JOINED]
            for other in groups[:_JOINED]
            if max(hit[1] for hit in one) < min(hit[1] for hit in other)
            and 0 < min(hit[2] for hit in other) - max(hit[2] for hit in one) <= _BETWEEN
        ]
        more = 2 + length // 8 + longer  # for words dropped at the ends
        found = []
        for group in best:
            _, first, start = min(group, key=lambda hit: (hit[1], hit[2]))
            _, last, end = max(group, key=lambda hit: (hit[1], hit[2]))
            low, high = start - first, end + length - last
            if high - low > 2 * length + _BETWEEN or high <= low:
                low, high = group[0][0], group[0][0] + length + slack
            found.append((max(0, low - more), min(len(self.words), high + more)))
        return list(dict.fromkeys(found))
