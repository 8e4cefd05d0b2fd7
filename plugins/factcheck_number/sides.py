"""Which side of a thing a figure measures: a lock is 427 metres long and 55 metres wide."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from factcheck import languages
from factcheck.checks import Occurrence

_BEFORE = 4  # tokens before a figure among which its side is told: "with a width of some 55 metres"


def other_side(claimed: Occurrence, found: Occurrence) -> bool:
    """Say whether two figures measure different sides, as far as both say which."""
    ours, theirs = _side(claimed), _side(found)
    return bool(ours and theirs) and ours != theirs


def same_side(claimed: Occurrence, found: Occurrence) -> bool:
    """Say whether two figures measure the same side, and both say which."""
    ours = _side(claimed)
    return bool(ours) and ours == _side(found)


def _side(occurrence: Occurrence) -> str:
    """Return the side a figure's own words name, behind it or just before it; empty where they do not."""
    document, mention = occurrence.document, occurrence.mention
    known, words = _sides(document.language), document.tokens.words
    after, at = document.tokens.at(mention.end), document.tokens.at(mention.start)
    if after < len(words) and words[after] in known:
        return known[words[after]]
    before = words[max(0, at - _BEFORE) : at]
    return next((known[word] for word in reversed(before) if word in known), "")


@cache
def _sides(language: str) -> Mapping[str, str]:
    """Return word -> the side it names."""
    return {word: side for side, listed in languages.table(language, "numbers", "sides") for word in listed}
