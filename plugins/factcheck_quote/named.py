"""Where a long text may name somebody, in whatever spelling and however damaged."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping

from factcheck.folding import repair
from factcheck.people import fold, strip_titles, surname, vocabulary
from factcheck.text import Span

_PIECES = (100_000, 2_000)  # characters that are looked at together, and where those may have the name
_ACROSS = 100  # characters of the next ones that may hold the end of a word
_SHORTEST = 3  # letters that tell where a word may stand
_WORD = re.compile(r"[^\W\d_]+(?:['’‐‑-][^\W\d_]+)*")
_RUN = re.compile("[a-z]+")


def letters(name: str, people: Mapping[str, tuple[str, ...]]) -> set[bytes]:
    """Return runs of letters of which each name that can mean somebody has one, none where any name might.

    Two such names share a word: a surname, a given name or an office; ``people`` maps a name to its other
    spellings.
    """
    words = _words(name)
    for full, spellings in people.items():
        known = _words(full).union(*map(_words, spellings))
        if not known.isdisjoint(_words(name)):
            words |= known
    runs = {max(_RUN.findall(word), key=len, default="") for word in words}
    return {run.encode() for run in runs} if min(map(len, runs), default=0) >= _SHORTEST else set()


def _words(name: str) -> set[str]:
    """Return the words by which a name can be somebody's: no particles and articles, but for a given name."""
    given = strip_titles(name).split()[:1] if surname(name) else []
    names = {fold(word) for one in given for word in _WORD.findall(one)}
    words = set(map(fold, _WORD.findall(name)))
    return names | (words - vocabulary("particles") - vocabulary("articles")) or words


def pieces(
    text: str, sought: Collection[bytes], piece: Span, sizes: tuple[int, ...] = _PIECES
) -> Iterator[Span]:
    """Yield the pieces of a stretch of a text that may have one of some letters together in a word."""
    for low in range(piece.start, piece.end, sizes[0]):
        part = Span(low, min(piece.end, low + sizes[0]))
        plain = _plain(text[low : part.end + _ACROSS])
        if any(run in plain for run in sought):
            if sizes[1:]:
                yield from pieces(text, sought, part, sizes[1:])
            else:
                yield part


def _plain(text: str) -> bytes:
    """Return a text as :func:`factcheck.people.fold` has its words, but for what is no ASCII letter."""
    if not text.isascii():
        if b"\xc3" in text.encode("utf-8", "replace"):  # with which every damaged character begins
            text = f"{text} {repair(text)}"
        text = unicodedata.normalize("NFKD", text)
        text = text.replace("ß", "ss").replace("ẞ", "ss")
    return text.encode("ascii", "ignore").lower()
