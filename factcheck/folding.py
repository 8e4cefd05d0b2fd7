"""Texts as their words compare: case, accents, marks and damage levelled, with exact offsets.

For plugin authors who look for the words of one text in another.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import accumulate, count
from operator import add

from factcheck.lazy import lazy

_INVISIBLE = "\u00ad\u200b-\u200f\u2060\ufeff\u0300-\u036f"
_BLANKED = '!;:"()[]{}/*_—–-“”„«»‘‚…'
_OTHER_MARK = re.compile(rf"[^\w $€£¥%&'.,{_INVISIBLE}\ufffd]")
_LONE_APOSTROPHE = re.compile(rf"'(?:(?<![\w{_INVISIBLE}]')|(?![^\W\d_]))")
_LONE_SEPARATOR = re.compile(r"[.,](?:(?<!\d[.,])|(?!\d))")
_LONE_INVISIBLE = re.compile(rf"[{_INVISIBLE}]++(?![\w'])")
_LINE_HYPHEN = re.compile(r"[-‐\u00ad](?<=[^\W\d_].)[ \t]*\r?\n[ \t]*(?=[a-zß-ÿ])")
_LOST = re.compile(  # inside a word, or two at the end of one amid a sentence
    r"\?(?:(?<=[^\W\d_].)\?(?=,? ?[a-zß-ÿ])|(?<=[a-zß-ÿ].)(?=[a-zß-ÿ]))"
)
_DROPPED = re.compile(rf"[{_INVISIBLE}]")
_GROUPING = re.compile(r"(?<=\d)[.,](?=\d{3}(?!\d))")
_APOSTROPHES = ("’", "ʼ", "´", "`")
_PLAIN = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "ı": "i", ",": "."})
_MOJIBAKE = re.compile(r"[Â-ßâ](?:[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]){1,2}")


class Folded:
    """The words of a text as they compare, with where each stands.

    Folding levels case, accents, apostrophes, ligatures, digit grouping, hyphens at a line's end,
    invisible characters and mojibake. Punctuation and dashes only part words; ``$ € £ ¥ % &`` belong to
    them. A character lost to damage (``don??t``) is kept as U+FFFD. ``spans`` are offsets into the text
    that was folded, one for each of ``words``.
    """

    def __init__(self, plain: str):
        """Fold the words of a text in lower case, which only spaces part."""
        self._plain = plain
        words = plain.split()
        folded = {word: _fold_word(word) for word in set(words) if not (word.isascii() and word.isalnum())}
        self.words = list(map(folded.get, words, words)) if folded else words

    @lazy
    def spans(self) -> list[tuple[int, int]]:
        """The start and end of each word."""
        pieces = self._plain.split(" ")
        ends = map(add, accumulate(map(len, pieces)), count())  # each with the blanks before it
        return [(end - len(piece), end) for piece, end in zip(pieces, ends, strict=False) if piece]


def fold(text: str) -> Folded:
    """Fold a text in one pass."""
    plain = repair(text)
    if "\n" in plain:
        plain = _LINE_HYPHEN.sub(lambda match: "\u00ad" * len(match.group()), plain)
    if "?" in plain:
        plain = _LOST.sub(lambda match: "\ufffd" * len(match.group()), plain)
    lower = plain.lower()
    if len(lower) != len(plain):
        lower = "".join(low if len(low := char.lower()) == 1 else char for char in plain)
    for mark in _APOSTROPHES:
        lower = lower.replace(mark, "'")
    for mark in _BLANKED:
        lower = lower.replace(mark, " ")
    lower = _LONE_SEPARATOR.sub(" ", _LONE_APOSTROPHE.sub(" ", _OTHER_MARK.sub(" ", lower)))
    if not lower.isascii():
        lower = _LONE_INVISIBLE.sub(lambda match: " " * len(match.group()), lower)
    return Folded(lower)


def _fold_word(word: str) -> str:
    word = _DROPPED.sub("", word)
    if not word.isascii():
        decomposed = unicodedata.normalize("NFKD", word)
        word = "".join(char for char in decomposed if not unicodedata.combining(char))
    if word[-1:].isdigit() or word[:1].isdigit():
        word = _GROUPING.sub("", word)
    return word.casefold().translate(_PLAIN).replace("\ufffd\ufffd", "\ufffd")


def repair(text: str) -> str:
    """Return a text of the same length in which UTF-8 that was read as cp1252 (``â€™``) is put right."""
    return text if text.isascii() else _MOJIBAKE.sub(_repaired, text)


def _repaired(match: re.Match[str]) -> str:
    raw = match.group()
    data = b"".join(char.encode("latin-1" if ord(char) < 0x100 else "cp1252") for char in raw)
    for size in range(len(raw), 1, -1):
        try:
            char = data[:size].decode()
        except UnicodeDecodeError:
            continue
        if len(char) == 1:
            inside = char.isalpha() or char == "’"
            return ("\u00ad" if inside else " ") * (size - 1) + char + raw[size:]
    return raw
