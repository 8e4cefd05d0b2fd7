"""Which words differ between two versions of one sentence, so that only those are underlined."""

from __future__ import annotations

import re

Spans = tuple[tuple[int, int], ...]

_WORD = re.compile(r"\w+(?:(?:['’]|(?<=\d)[.,](?=\d))\w+)*")
_FEWEST_WORDS = 5
_ENOUGH = 0.5  # share of words in common below which two texts are no versions of one another
_MOST_WORDS = 400


def differing(one: str, other: str) -> tuple[Spans, Spans]:
    """Return the spans of the words that differ, on each side; a left-out word is an empty span.

    Nothing on both sides where the texts have too little in common, are equal, or are very short or long.
    """
    ours, theirs = list(_WORD.finditer(one)), list(_WORD.finditer(other))
    if max(len(ours), len(theirs)) > _MOST_WORDS or min(len(ours), len(theirs)) < _FEWEST_WORDS:
        return (), ()
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(
        None,
        [match[0].casefold().replace("’", "'") for match in ours],
        [match[0].casefold().replace("’", "'") for match in theirs],
        autojunk=False,
    )
    if matcher.ratio() < _ENOUGH:
        return (), ()
    left, right = [], []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            left.append(_span(ours, a, b, len(one)))
            right.append(_span(theirs, c, d, len(other)))
    return tuple(left), tuple(right)


def _span(words: list[re.Match[str]], first: int, last: int, length: int) -> tuple[int, int]:
    if first < last:
        return words[first].start(), words[last - 1].end()
    at = words[first].start() - 1 if 0 < first < len(words) else 0 if first == 0 else length
    return at, at
