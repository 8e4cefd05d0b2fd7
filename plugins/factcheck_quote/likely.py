"""The passage that a quotation in other words most likely stands for: shown, never judged by.

The rarer a word of the quotation is in the document, the more it tells; words compare by their keys, so that
inflections are the same, and a translation finds the names, numbers and related words of its original.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import log
from typing import NamedTuple

from factcheck.people import same_person
from factcheck.text import Document
from factcheck.vocabulary import all_keys, word_keys

from .claimed import Claimed
from .match import Match
from .reader import Reader
from .rules import NOT_FOUND

_LONGEST = 4  # sentences of a passage
_FEWEST = 2  # words that must be shared
_SHARE = 0.25  # of what all words of the quotation would tell: with less, names or numbers agree by chance
_RIVAL = 0.9  # of what the best passage fits: where another fits as well, an editor is better sent to neither


class _Sentences(NamedTuple):
    """The sentences of a document as stretches of its words, and by each key those that have it."""

    words: Sequence[tuple[int, int]]
    having: Mapping[str, Sequence[int]]


def likely(where: Reader, quoted: Claimed, language: str, speaker: str | None) -> Match | None:
    """Return the passage that shares most with a quotation in what tells passages apart."""
    if not where.whole:
        return None
    known = _sentences(where)
    wanted = _wanted(quoted, language)
    total = log(len(known.words) + 1)
    weights: dict[str, float] = {}
    found: dict[int, set[str]] = defaultdict(set)
    for word, keys in wanted.items():
        sentences = {at for key in keys for at in known.having.get(key, ())}
        weights[word] = total - log(len(sentences) + 1)
        for at in sentences:
            found[at].add(word)
    windows = list(_windows(where, known, found, weights, len(quoted.literal), speaker))
    fit, first, last, shared = max(windows, default=(0.0, 0, 0, ()))
    told, all_told = sum(weights[word] for word in shared), sum(weights.values())
    if not told or len(shared) < _FEWEST or told < _SHARE * all_told:
        return None
    if any(one[0] > _RIVAL * fit and (-one[1] > last or one[2] < -first) for one in windows):
        return None
    hull = (known.words[-first][0], known.words[last][1])
    return Match((hull,), NOT_FOUND, share=told / all_told)


def in_common(where: Reader, quoted: Claimed, language: str, words: Sequence[str]) -> tuple[int, int]:
    """Return how many content words of a quotation are among some of a document, and how many it has."""
    there = all_keys(words, where.document.language)
    wanted = _wanted(quoted, language).values()
    return sum(not there.isdisjoint(keys) for keys in wanted), len(wanted)


def _wanted(quoted: Claimed, language: str) -> dict[str, frozenset[str]]:
    """Return the content words of a quotation and their keys."""
    spoken = (word for segment in quoted.segments for word in segment.spoken)
    return {word: keys for word in spoken if (keys := word_keys(word, language))}


def _windows(
    where: Reader,
    known: _Sentences,
    found: Mapping[int, set[str]],
    weights: Mapping[str, float],
    length: int,
    speaker: str | None,
) -> Iterator[tuple[float, int, int, tuple[str, ...]]]:
    """Yield how well a passage fits, its first sentence (negative: the earliest is best), last and words."""
    document, people = where.document, where.document.people
    theirs = speaker is not None and where.voices.has_turn(speaker)
    for first in sorted(found):
        turn = document.turn_at(where.index.spans[known.words[first][0]][0])
        if turn is None and document.turns:  # a label
            continue
        if theirs and not (turn and turn.speaker and same_person(turn.speaker, speaker or "", people)):
            continue
        shared: set[str] = set()
        for last in range(first, min(first + _LONGEST, len(known.words))):
            start, end = known.words[first][0], known.words[last][1]
            if turn and where.index.spans[end - 1][0] >= turn.end:
                break
            shared |= found.get(last, set())
            size = end - start
            fit = 2 * min(size, length) / (size + length)
            words = tuple(sorted(shared))
            yield fit * sum(weights[word] for word in words), -first, last, words


def _sentences(where: Reader) -> _Sentences:
    document: Document = where.document
    if "quote.sentences" not in document.memo:
        index = where.index
        starts = [start for start, _ in index.spans]
        bounds = [(bisect_left(starts, start), bisect_left(starts, end)) for start, end in document.sentences]
        stretches = [(first, last) for first, last in bounds if last > first]
        having: dict[str, list[int]] = defaultdict(list)
        for at, (first, last) in enumerate(stretches):
            for key in all_keys(index.words[first:last], document.language):
                having[key].append(at)
        document.memo["quote.sentences"] = _Sentences(stretches, having)
    return document.memo["quote.sentences"]  # type: ignore[no-any-return]
