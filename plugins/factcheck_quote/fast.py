"""The pass of :mod:`.seeds` over a long text, in numpy: the same numbers in a twentieth of the time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

from .seeds import BASE, CHUNK, CODES, DROPPED, FIRST, MASK, OFFSET, chunks, letter_codes, words

_Numbers = npt.NDArray[np.uint64]
_LONGEST = 2 * CHUNK  # characters of a piece; one without a space for so long is read without numpy
_NO_LETTER = CODES - 1  # stands for what words leave out; no letter has this number


@cache
def _codes() -> npt.NDArray[np.uint16]:
    codes = np.array(letter_codes(), np.uint16)
    codes[[ord(char) for char in DROPPED.findall("".join(map(chr, range(CODES))))]] = _NO_LETTER
    return codes


@cache
def _powers() -> tuple[_Numbers, _Numbers]:
    """Return the powers of the base and their inverses."""
    base = np.full(_LONGEST, BASE, np.uint64)
    inverse = np.full(_LONGEST, pow(BASE, -1, MASK + 1), np.uint64)
    base[0] = inverse[0] = 1
    return np.cumprod(base), np.cumprod(inverse)


def sorted_seeds(text: str, second: int) -> Sequence[int]:
    """Return the sorted numbers of :class:`.seeds.Seeds`."""
    found = np.empty(len(text) // 2 + 2, np.uint64)
    filled, last, begun = 0, np.zeros(1, np.uint64), np.zeros(1, np.uint64)
    for offset, chunk in chunks(text):
        numbers, starts = _words(chunk)
        if not len(numbers):
            continue
        numbers, starts = np.concatenate((last, numbers)), np.concatenate((begun, starts + np.uint64(offset)))
        seeds = numbers[:-1] * np.uint64(FIRST) + numbers[1:] * np.uint64(second)
        seeds &= np.uint64(MASK ^ OFFSET)
        np.bitwise_or(seeds, starts[:-1], out=found[filled : filled + len(seeds)])
        filled, last, begun = filled + len(seeds), numbers[-1:], starts[-1:]
    kept = found[:filled]
    kept.sort()
    return memoryview(kept.data)


def _words(chunk: str) -> tuple[_Numbers, _Numbers]:
    """Return the number and the start of each word."""
    codes = _codes().take(_characters(chunk))
    if len(chunk) > _LONGEST or (not chunk.isascii() and (codes == _NO_LETTER).any()):
        found = words(chunk)
        return np.array(found.numbers, np.uint64), np.array(found.starts, np.uint64)
    inside = np.zeros(len(codes) + 2, np.bool_)
    np.not_equal(codes, 0, out=inside[1:-1])
    edges = np.flatnonzero(inside[1:] != inside[:-1])
    starts, ends = edges[::2], edges[1::2]
    powers, inverses = _powers()
    sums = np.zeros(len(codes) + 1, np.uint64)
    np.cumsum(codes * powers[: len(codes)], out=sums[1:])
    return (sums[ends] - sums[starts]) * inverses[starts], starts.astype(np.uint64)


def _characters(chunk: str) -> npt.NDArray[np.integer[npt.NBitBase]]:
    """Return the characters as indices of the table of codes, the last one for those beyond it."""
    if chunk.isascii():
        return np.frombuffer(chunk.encode("ascii"), np.uint8)
    data = chunk.encode("utf-16-le", "surrogatepass")
    if len(data) == 2 * len(chunk):
        return np.frombuffer(data, np.uint16)
    wide = np.frombuffer(chunk.encode("utf-32-le", "surrogatepass"), np.uint32)
    return np.minimum(wide, CODES - 1)
