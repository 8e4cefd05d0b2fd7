"""The pass of :mod:`.seeds` over a long text, in numpy: the same numbers in a fraction of the time."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from functools import cache

import numpy as np
import numpy.typing as npt

from .seeds import BASE, BITS, CHUNK, CODES, DROPPED, FIRST, MASK, SIEVE, chunks, letter_codes, words

_Numbers = npt.NDArray[np.uint32]
_Entries = npt.NDArray[np.uint64]  # of the index: seeds above their offsets
_LONGEST = CHUNK + CHUNK // 8  # characters of a piece; one without a space for so long is read without numpy
_PARTS = 48  # that a text is read in: what one takes beside the index is little
_NO_LETTER = CODES - 1  # stands for what words leave out; no letter has this number


@cache
def _codes() -> npt.NDArray[np.uint16]:
    codes = np.array(letter_codes(), np.uint16)
    for block in np.arange(CODES, dtype=np.uint16).reshape(16, -1):
        left_out = DROPPED.findall(block.tobytes().decode("utf-16-le", "surrogatepass"))
        codes[[ord(char) for char in left_out]] = _NO_LETTER
    return codes


@cache
def _powers() -> tuple[_Numbers, _Numbers]:
    """Return the powers of the base and their inverses."""
    base = np.full(_LONGEST, BASE, np.uint32)
    inverse = np.full(_LONGEST, pow(BASE, -1, MASK + 1), np.uint32)
    base[0] = inverse[0] = 1
    return np.cumprod(base, dtype=np.uint32), np.cumprod(inverse, dtype=np.uint32)


def sorted_runs(text: str, second: int, bits: int, sieve: bytes) -> list[array[int]]:
    """Return the runs of numbers of :class:`.seeds.Seeds`."""
    runs = [array("Q") for _ in range(1 << bits)]
    for entries in _parts(text, second, np.frombuffer(sieve, np.bool_)):
        which = (entries >> np.uint64(2 * BITS - bits)).astype(np.uint16)
        parted = entries.take(which.argsort(kind="stable"))
        data, start = memoryview(parted.data).cast("B"), 0
        for run, end in zip(runs, np.bincount(which, minlength=len(runs)).cumsum().tolist(), strict=True):
            run.frombytes(data[8 * start : 8 * end])
            start = end
    for run in filter(None, runs):
        _sort(np.frombuffer(run, np.uint64))
    return runs


def _parts(text: str, second: int, sieve: npt.NDArray[np.bool_]) -> Iterator[_Entries]:
    """Yield the entries in the order of the text, some at a time."""
    last, begun = np.zeros(1, np.uint32), np.zeros(1, np.uint32)
    found: list[_Entries] = []
    size, scratch = 0, _Scratch()
    for offset, chunk in chunks(text):
        numbers, starts = _words(chunk, scratch)
        if not len(numbers):
            continue
        numbers, starts = np.concatenate((last, numbers)), np.concatenate((begun, starts + np.uint32(offset)))
        last, begun, starts = numbers[-1:], starts[-1:], starts[:-1]
        seeds = numbers[:-1] * np.uint32(FIRST)
        seeds += numbers[1:] * np.uint32(second)
        if len(sieve):
            kept = np.flatnonzero(sieve.take(seeds >> np.uint32(BITS - SIEVE)))
            seeds, starts = seeds.take(kept), starts.take(kept)
        found.append(seeds.astype(np.uint64) << np.uint64(BITS) | starts)
        size += len(chunk)
        if size * _PARTS > len(text):
            yield np.concatenate(found)
            size, found = 0, []
    if found:
        yield np.concatenate(found)


def _sort(entries: _Entries) -> None:
    """Sort by the lower and then by the upper half of the seeds, which numpy does by counting.

    The offsets are in order already.
    """
    lower = entries.take((entries >> np.uint64(BITS)).astype(np.uint16).argsort(kind="stable"))
    upper = (lower >> np.uint64(BITS + BITS // 2)).astype(np.uint16)
    lower.take(upper.argsort(kind="stable"), out=entries, mode="clip")


class _Scratch:
    """Room for what is worked out of each piece of a text, taken from the system once."""

    def __init__(self) -> None:
        self.codes = np.empty(_LONGEST, np.uint16)
        self.letters = np.empty(_LONGEST, np.uint32)
        self.sums = np.zeros(_LONGEST + 1, np.uint32)


def _words(chunk: str, scratch: _Scratch) -> tuple[_Numbers, _Numbers]:
    """Return the number and the start of each word."""
    length = len(chunk)
    if length > _LONGEST:
        return _one_by_one(chunk)
    codes = scratch.codes[:length]
    _codes().take(_characters(chunk), out=codes, mode="clip")  # none is outside, which need not be checked
    if not chunk.isascii() and codes.max() == _NO_LETTER:
        return _one_by_one(chunk)
    inside = np.zeros(length + 1, np.bool_)
    np.not_equal(codes, 0, out=inside[1:])
    begins = np.ones(length + 1, np.bool_)  # what would follow the text begins too
    np.greater(inside[1:], inside[:-1], out=begins[:-1])
    starts = np.flatnonzero(begins)
    powers, inverses = _powers()
    letters, sums = scratch.letters[:length], scratch.sums[: length + 1]
    np.multiply(codes, powers[:length], out=letters)
    np.cumsum(letters, dtype=np.uint32, out=sums[1:])
    reached, starts = sums.take(starts), starts[:-1]  # what stands between two words adds nothing
    return (reached[1:] - reached[:-1]) * inverses.take(starts), starts.astype(np.uint32)


def _one_by_one(chunk: str) -> tuple[_Numbers, _Numbers]:
    found = words(chunk)
    return np.array(found.numbers, np.uint32), np.array(found.starts, np.uint32)


def _characters(chunk: str) -> npt.NDArray[np.integer[npt.NBitBase]]:
    """Return the characters as indices of the table of codes, the last one for those beyond it."""
    if chunk.isascii():
        return np.frombuffer(chunk.encode("ascii"), np.uint8)
    data = chunk.encode("utf-16-le", "surrogatepass")
    if len(data) == 2 * len(chunk):
        return np.frombuffer(data, np.uint16)
    wide = np.frombuffer(chunk.encode("utf-32-le", "surrogatepass"), np.uint32)
    return np.minimum(wide, CODES - 1)
