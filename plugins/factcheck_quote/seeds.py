"""Where the words of a long text stand, alone or in pairs: what leads a quotation to its passages.

A seed is a word, or two that follow each other, as a number of 32 bits. A word here is a run of letters and
digits, whatever their case and accents; soft hyphens, invisible characters and combining marks are no part
of it. The index is sorted numbers, each a seed above the offset of its first word: about 1.4 bytes for a
byte of prose. It is made in one pass, by numpy where that is installed (:mod:`.fast`), which changes only the
time it takes.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterator
from functools import cache
from importlib.util import find_spec
from itertools import accumulate, pairwise
from typing import NamedTuple
from unicodedata import normalize

_INVISIBLE = "\u00ad\u200b-\u200f\u2060\ufeff\u0300-\u036f"
BITS = 32  # of a seed, and of an offset
MASK = (1 << BITS) - 1
BASE = 0x9E3779B1  # odd: a word is the sum of its letters, each times a power of this
FIRST, SECOND = 0x85EBCA77, 0xC2B2AE3D  # odd: what the words of a pair are multiplied with
CHUNK = 1 << 15  # characters read at a time
SIEVE = 16  # upper bits of a seed by which those that nobody asks for are left out
CODES = 1 << 16  # characters beyond are no letters here, so that a table holds all others

_LETTERS = f"[^\\W_{chr(CODES)}-\U0010ffff]+"
_WORD = re.compile(f"({_LETTERS}(?:[{_INVISIBLE}]+{_LETTERS})*)")
DROPPED = re.compile(f"[{_INVISIBLE}]")
_LATIN = range(0xC0, 0x250)  # letters whose accents are dropped
_CASED = 0x2000  # letters from here on have no case that matters
_RUN = 1 << 17  # characters for which the index gets another run: each is sorted by itself, in little room
_REMEMBERED = 20_000  # words whose number is kept


class Words(NamedTuple):
    """The words of a stretch of text as numbers, and the offset of each."""

    numbers: list[int]
    starts: list[int]


@cache
def letter_codes() -> array[int]:
    """Return the number of every character below :data:`CODES`, 0 for what parts words."""
    codes, every = array("I", bytes(4 * CODES)), array("I", range(CODES))
    for run in re.finditer(_LETTERS, every.tobytes().decode("utf-32", "surrogatepass")):
        codes[slice(*run.span())] = every[slice(*run.span())]
    for code in _LATIN:
        if codes[code]:
            codes[code] = ord(normalize("NFKD", chr(code))[0])
    cased = [code for code in range(_CASED) if codes[code]]
    small = " ".join(chr(codes[code]) for code in cased).lower()
    for code, letter in zip(cased, small.split(" "), strict=True):
        codes[code] = ord(letter[0])
    return codes


class _Numbers(dict[str, int]):
    """The number of each word, worked out when it is met."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _REMEMBERED:
            self.clear()
        codes, number = letter_codes(), 0
        for char in reversed(DROPPED.sub("", word)):
            number = number * BASE + codes[ord(char)] & MASK
        self[word] = number
        return number


_NUMBERS = _Numbers()


def words(text: str) -> Words:
    """Return the words of a short text."""
    pieces = _WORD.split(text)  # what is between the words, and the words
    return Words([_NUMBERS[word] for word in pieces[1::2]], list(accumulate(map(len, pieces)))[:-1:2])


def pairs(found: Words) -> list[tuple[int, int]]:
    """Return the seeds of pairs of words and the offset of each."""
    return [
        (_seed(one, two, SECOND), at)
        for (one, two), at in zip(pairwise(found.numbers), found.starts, strict=False)
    ]


def singles(found: Words) -> list[tuple[int, int]]:
    """Return the seeds of words by themselves and the offset of each."""
    return [(_seed(one, 0, 0), at) for one, at in zip(*found, strict=True)]


def _seed(one: int, two: int, second: int) -> int:
    return one * FIRST + two * second & MASK


def chunks(text: str) -> Iterator[tuple[int, str]]:
    """Yield a text in pieces that end between two words, each with its offset."""
    start = 0
    while start < len(text):
        end = text.find(" ", start + CHUNK) + 1 or len(text)
        yield start, text[start:end]
        start = end


class Seeds:
    """The places of seeds in a text: of pairs where ``second`` is :data:`SECOND`, of words where it is 0.

    With ``only``, those of other seeds are left out as far as that costs nothing.
    """

    def __init__(self, text: str, second: int, only: Collection[int] = ()):
        bits = 1 + (0 if only else len(text) // _RUN).bit_length()
        self._shift = BITS - bits
        sieve = bytearray(1 << SIEVE if only else 0)
        for seed in only:
            sieve[seed >> BITS - SIEVE] = 1
        if find_spec("numpy"):
            from .fast import sorted_runs

            self._runs = sorted_runs(text, second, bits, bytes(sieve))
        else:
            self._runs = _sorted_runs(text, second, bits, bytes(sieve))

    def span(self, seed: int, most: int) -> tuple[int, int]:
        """Return where the places of a seed begin and end in the index, those of the first ``most``."""
        run = self._runs[seed >> self._shift]
        start = bisect_left(run, seed << BITS)
        return start, bisect_left(run, seed + 1 << BITS, start, min(len(run), start + most))

    def places(self, seed: int, span: tuple[int, int]) -> list[int]:
        """Return the offsets at which a seed stands."""
        start, end = span
        return [number & MASK for number in self._runs[seed >> self._shift][start:end]]


def _sorted_runs(text: str, second: int, bits: int, sieve: bytes) -> list[array[int]]:
    """Return the numbers of an index in runs, by the upper ``bits`` of their seeds."""
    runs = [array("Q") for _ in range(1 << bits)]
    last, begun = 0, 0
    for offset, chunk in chunks(text):
        found = words(chunk)
        starts = [begun, *(offset + start for start in found.starts)]
        for (one, two), start in zip(pairwise([last, *found.numbers]), starts, strict=False):
            seed = one * FIRST + two * second & MASK
            if not sieve or sieve[seed >> BITS - SIEVE]:
                runs[seed >> BITS - bits].append(seed << BITS | start)
        if found.numbers:
            last, begun = found.numbers[-1], starts[-1]
    for index, run in enumerate(runs):
        runs[index] = array("Q", sorted(run))
    return runs
