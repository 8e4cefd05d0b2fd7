"""Running heads: what stands again on every page of a text set in pages, but for the number of the page.

Extracted from a PDF or typed, such a text has them between its paragraphs, often in the midst of a sentence:

    I could not tell you

                                                     2
    No. 17-204        VIK v. HARBOUR BOARD

    who was at the wheel.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

_BLOCK = r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*"  # compiled when needed, as the next
_NUMBER = r"\d+"
_LINES = 4  # of a running head
_LENGTH = 300  # characters of one
_MOST = 3  # blocks that stand together between two pages: a foot, a number, a head
_RUNS_ON = frozenset(",;-–‐\u00ad")  # what a line may end with, beside a letter or figure, amid a sentence


class _Block(NamedTuple):
    """A stretch between blank lines, with its words without their numbers, and the numbers."""

    start: int
    end: int
    words: str
    numbers: tuple[int, ...]


def without_running_heads(text: str) -> str:
    """Return a text of the same length with blanks for its running heads.

    Where a sentence goes on behind one, but a line ends there.
    """
    out, last = [], 0
    for start, end, amid in _heads(text):
        gap = text[start:end]
        blank = re.sub(r"[^\n]", " ", gap) if not amid else " " * (len(gap) - 1) + "\n"
        out += [text[last:start], blank]
        last = end
    return "".join([*out, text[last:]]) if out else text


def _heads(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield the running heads, with the blank lines around those amid a sentence, and whether they are."""
    blocks = [_block(match) for match in re.finditer(_BLOCK, text)]
    families: dict[str, list[int]] = defaultdict(list)
    for at, block in enumerate(blocks):
        if block.words:
            families[block.words].append(at)
    recurring = {words for words, family in families.items() if _counts_pages(blocks, family)}
    if not recurring:
        return
    runs = list(_runs(blocks, recurring))
    amid = {run: _amid_sentence(text, blocks, *run) for run in runs}
    sure = [run for run in runs if amid[run] and text[blocks[run[1]].start].islower()]
    paged = {blocks[at].words for run in sure for at in range(*run) if blocks[at].numbers}
    paged |= {
        blocks[at].words
        for run in runs
        if amid[run] and any(blocks[other].words in paged for other in range(*run))
        for at in range(*run)
    }
    for low, high in runs:
        if all(block.words in paged for block in blocks[low:high]):
            inside = amid[low, high]
            start = blocks[low - 1].end if inside else blocks[low].start
            yield start, blocks[high].start if inside else blocks[high - 1].end, inside


def _block(match: re.Match[str]) -> _Block:
    start, end = match.span()
    end -= len(match.group()) - len(match.group().rstrip())
    if end - start > _LENGTH or match.group().count("\n") >= _LINES:
        return _Block(start, end, "", ())
    words = " ".join(match.group().split())
    return _Block(start, end, re.sub(_NUMBER, "#", words), tuple(map(int, re.findall(_NUMBER, words))))


def _counts_pages(blocks: Sequence[_Block], family: Sequence[int]) -> bool:
    """Whether blocks recur, and if they have numbers one of them grows from each to the next."""
    rows = [blocks[at].numbers for at in family]
    if len(rows) < 2:
        return False
    return not rows[0] or all(
        one != other and all(low <= high for low, high in zip(one, other, strict=True))
        for one, other in pairwise(rows)
    )


def _runs(blocks: Sequence[_Block], recurring: set[str]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of recurring blocks that stand together, by the indices of their blocks."""
    low = 0
    while low < len(blocks):
        high = low
        while high < len(blocks) and blocks[high].words in recurring:
            high += 1
        if low < high <= low + _MOST:
            yield low, high
        low = high + 1


def _amid_sentence(text: str, blocks: Sequence[_Block], low: int, high: int) -> bool:
    """Whether the sentence before a stretch of blocks goes on behind it."""
    if low == 0 or high >= len(blocks):
        return False
    before, after = text[blocks[low - 1].end - 1], text[blocks[high].start]
    return (before.isalnum() or before in _RUNS_ON) and (after.isalnum() or after in "(")
