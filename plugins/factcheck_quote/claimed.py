"""A claimed quotation, read: its words, what brackets mark as the editor's, and where ellipses stand."""

import re
from typing import NamedTuple

from factcheck.folding import fold, repair

_ELLIPSIS = r"[\[(]\s*(?:…|\.(?:\s?\.)+)\s*[\])]|\.?…\.?|\.(?:\s?\.){2,}"
_MARK = re.compile(rf"(?P<ellipsis>{_ELLIPSIS})|(?P<bracket>\[([^\[\]]*)\])")
# Few quotations have brackets: these are compiled for the first one.
_LETTER_CHANGED = r"(?<![^\W_])\[([^\W\d_]{1,2})\](?=[^\W\d_])"
_ENDING_CHANGED = r"([^\W\d_]+)\[([^\W\d_]+)\]"
_SIC = r"(?i:\s*[\[(]\s*sic!?\s*[\])])"


class Segment(NamedTuple):
    """Words between two marked ellipses: folded, and in ``raw`` as they are written.

    ``editorial`` are the indices of words in brackets.
    """

    words: tuple[str, ...]
    raw: tuple[str, ...] = ()
    editorial: frozenset[int] = frozenset()

    @property
    def aligned(self) -> list[str]:
        """The words to align with a source, where the editor's match nothing."""
        return [f"[{word}]" if at in self.editorial else word for at, word in enumerate(self.words)]

    @property
    def spoken(self) -> tuple[str, ...]:
        """The words without the editor's."""
        if not self.editorial:
            return self.words
        return tuple(word for index, word in enumerate(self.words) if index not in self.editorial)


class Claimed(NamedTuple):
    """A quotation: its words as they stand, brackets read as text, and its segments."""

    text: str
    literal: tuple[str, ...]
    segments: tuple[Segment, ...]


def read(text: str) -> Claimed:
    """Read the text of a quotation."""
    plain = repaired = repair(text)
    whole = fold(repaired)
    if "[" in text or "(" in text:
        plain = re.sub(_LETTER_CHANGED, r"\1", re.sub(_SIC, " ", plain))
        plain = re.sub(_ENDING_CHANGED, r"[\1\2]", plain)
    segments: list[Segment] = []
    words: list[str] = []
    raw: list[str] = []
    editorial: set[int] = set()
    at = 0

    def take(piece: str, added: bool) -> None:
        folded = whole if piece == repaired else fold(piece)
        if added:
            editorial.update(range(len(words), len(words) + len(folded.words)))
        words.extend(folded.words)
        raw.extend(piece[start:end] for start, end in folded.spans)

    def cut() -> None:
        if words:
            segments.append(Segment(tuple(words), tuple(raw), frozenset(editorial)))
        words.clear()
        raw.clear()
        editorial.clear()

    for match in _MARK.finditer(plain):
        take(plain[at : match.start()], False)
        at = match.end()
        if match["ellipsis"]:
            cut()
        else:
            take(match["bracket"], True)
    take(plain[at:], False)
    cut()
    segments = [segment for segment in segments if segment.spoken] or segments
    return Claimed(text, tuple(whole.words), tuple(segments))
