"""Different words that are the same: spelling variants, numerals and damaged characters."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from factcheck.model import Rule

from .lexicon import Lexicon
from .numerals import number
from .rules import DAMAGED, SPELLING

_LOOKALIKES = (
    ("rn", "m"),
    ("vv", "w"),
    ("cl", "d"),
    ("ii", "u"),
    ("1", "l"),
    ("0", "o"),
    ("5", "s"),
    ("|", "l"),
)
_NO_START = ("rn", "vv", "ii")  # what no word begins with
_PARTED = 8  # words that are compared part by part
_CLOCK = r"(?:[01]?\d|2[0-3])\.[0-5]\d"  # a time of the day
_CURRENCIES = frozenset("€£¥")
_SHAPES = (("i", "l"), ("1", "l"), ("0", "o"), ("5", "s"), ("6", "b"), ("8", "b"))


def same(
    quoted: Sequence[str], found: Sequence[str], words: Lexicon, count: Callable[[str], int]
) -> Rule | bool:
    """Say whether two runs of words are one and the same, as they stand or one part after the other.

    ``True`` for nothing worth a word (``health care``/``healthcare``), a rule for a variant that deserves
    a note, ``False`` for other words. ``count`` tells how often the source has a word.
    """
    whole = _same(quoted, found, words, count)
    if whole is not False or not 1 < max(len(quoted), len(found)) <= _PARTED:
        return whole
    for at in range(1, len(quoted)):  # it is 41%, it's forty-one per cent
        for end in range(1, len(found)):
            first = _same(quoted[:at], found[:end], words, count)
            if first is not False and (rest := same(quoted[at:], found[end:], words, count)) is not False:
                return first if rest is True else rest
    return False


def _same(
    quoted: Sequence[str], found: Sequence[str], words: Lexicon, count: Callable[[str], int]
) -> Rule | bool:
    ours, theirs = "".join(quoted), "".join(found)
    if ours == theirs:
        return True
    if (
        _bare(ours) == _bare(theirs)
        and not {_bare(w) for w in (*quoted, *found) if "'" in w} & words.function
    ):
        return True
    if _damaged(ours, theirs) or _damaged(theirs, ours):
        return DAMAGED
    if ".".join(quoted) == ".".join(found) and re.fullmatch(_CLOCK, ".".join(found)):
        return SPELLING  # 5:40 and 5.40
    value = number(quoted, words)
    if value is not None and value == number(found, words):
        return SPELLING
    if not words.respelled.isdisjoint((*quoted, *found)) and _expand(quoted, words) & _expand(found, words):
        return SPELLING
    if len(quoted) == len(found) == 1:
        if min(len(ours), len(theirs)) > 4 and words.endings and _level(ours, words) == _level(theirs, words):
            return SPELLING
        if _looks_like(ours, theirs) and not _is_word(theirs, ours, words, count):
            return DAMAGED
    return False


def _bare(word: str) -> str:
    return word.replace("'", "")


def _damaged(whole: str, broken: str) -> bool:
    """Whether a word with lost characters fits another."""
    if ("\ufffd" not in broken and broken.isascii()) or not _CURRENCIES.isdisjoint(broken):
        return False
    if not any(char.isascii() and char.isalpha() for char in broken):
        return False
    pattern = "".join(char if char.isascii() else "[^ ]{0,2}" for char in broken)
    return re.fullmatch(pattern.replace("$", r"\$"), whole) is not None


def _expand(words: Sequence[str], lexicon: Lexicon) -> set[tuple[str, ...]]:
    """Return the spellings of a run of words: as it stands and written out."""
    out: list[str] = []
    for word in words:
        out += lexicon.spelled.get(word, (word,))
    symbols = tuple(lexicon.symbols.get(word, word) if word in lexicon.symbols else word for word in words)
    return {tuple(words), tuple(out), symbols}


def _level(word: str, lexicon: Lexicon) -> str:
    assert lexicon.endings
    return lexicon.endings.sub(lambda match: lexicon.ending_pairs[match.group()], word)


def _is_word(found: str, quoted: str, words: Lexicon, count: Callable[[str], int]) -> bool:
    """Whether a word of the source is a word, as far as can be told without a dictionary."""
    if any(char.isdigit() for char in found) and any(char.isalpha() for char in found):
        return False
    if found.startswith(_NO_START):
        return False
    if found.isdigit() or found in words.lookalikes or found in words.function:
        return True
    return count(found) > max(1, count(quoted))


def _looks_like(quoted: str, found: str) -> bool:
    for scanned, meant in _LOOKALIKES:
        if scanned in found and found.replace(scanned, meant) == quoted.replace(scanned, meant):
            return True
        if meant in found and found.replace(meant, scanned) == quoted.replace(meant, scanned):
            return True
    if len(quoted) != len(found):
        return False
    differ = [(a, b) for a, b in zip(quoted, found, strict=True) if a != b]
    return len(differ) <= 2 and all(pair in _SHAPES or pair[::-1] in _SHAPES for pair in differ)
