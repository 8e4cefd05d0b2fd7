"""A text as the date parsers see it: its tokens, what stands next to what, and the reference day."""

from datetime import date
from typing import NamedTuple

from factcheck.text import Document, function_words
from factcheck.vocabulary import grammar
from factcheck_date.lexicon import Lexicon, Phrases
from factcheck_date.value import Reading

_OPENERS = ("definite", "indefinite", "belonging", "pronouns")  # lists of words that start a noun phrase


class Atom(NamedTuple):
    """A reading of the tokens from ``first`` up to ``last``, exclusive.

    A ``weak`` one (a bare "March", a bare "2001") counts only as part of something larger, or behind a
    word that takes a date.
    """

    first: int
    last: int
    reading: Reading
    weak: bool = False


class Scan:
    """Cursor-free access to the tokens of a document; indexes beyond the ends give ``""``."""

    __slots__ = ("document", "ends", "functions", "lex", "ref", "size", "starts", "text", "words")

    def __init__(self, document: Document, lex: Lexicon):
        tokens = document.tokens
        self.document = document
        self.text = document.text
        self.words, self.starts, self.ends = tokens.words, tokens.starts, tokens.ends
        self.size = len(self.words)
        self.lex = lex
        self.functions = function_words(document.language)
        self.ref = reference(document.date)

    def word(self, index: int) -> str:
        """Return a token in lower case."""
        return self.words[index] if 0 <= index < self.size else ""

    def raw(self, index: int) -> str:
        """Return a token as written."""
        return self.text[self.starts[index] : self.ends[index]] if 0 <= index < self.size else ""

    def capital(self, index: int) -> bool:
        """Whether a token starts with a capital."""
        return self.raw(index)[:1].isupper()

    def glued(self, index: int) -> bool:
        """Whether nothing stands between a token and the one before it."""
        return 0 < index < self.size and self.starts[index] == self.ends[index - 1]

    def near(self, index: int) -> bool:
        """Whether a token and the one before it stand in one paragraph, with no more than space between."""
        if not 0 < index < self.size:
            return False
        start, end = self.ends[index - 1], self.starts[index]
        return start == end or (end - start <= 2 and self.text.count("\n", start, end) < 2)

    def behind(self, index: int, phrases: Phrases) -> tuple[int, str] | None:
        """Return where the longest phrase that ends right before ``index`` starts, and its value."""
        if index < 1 or not self.near(index):
            return None
        for words, value in phrases.get(self.words[index - 1], ()):
            start = index - len(words)
            if start >= 0 and self._matches(words, start):
                return start, value
        return None

    def ahead(self, index: int, phrases: Phrases) -> tuple[int, str] | None:
        """Return where the longest phrase that starts at ``index`` ends, and its value."""
        if not self.near(index):
            return None
        for words, value in phrases.get(self.words[index], ()):
            if self._matches(words, index):
                return index + len(words), value
        return None

    def _matches(self, words: tuple[str, ...], start: int) -> bool:
        if tuple(self.words[start : start + len(words)]) != words:
            return False
        return all(self.near(start + n) for n in range(1, len(words)))

    def starts_sentence(self, index: int) -> bool:
        """Whether a token is the first of its sentence or line."""
        if index == 0:
            return True
        gap = self.text[self.ends[index - 1] : self.starts[index]]
        return "\n" in gap or self.words[index - 1] in ".!?…"

    def goes_on(self, index: int) -> bool:
        """Whether a noun phrase or a clause may start at a token: "after *the fire*", not "after in 2015"."""
        word = self.word(index)
        opens = any(word in grammar(self.document.language, name) for name in _OPENERS)
        return self.near(index) and word[:1].isalnum() and (opens or word not in self.functions)

    def alone(self) -> bool:
        """Whether the text is no more than a phrase: a cell of a table, say."""
        return self.size <= 3


def reference(iso: str | None) -> date | None:
    """Return a document's date as a day, ``None`` where it has none or none that can be reckoned with."""
    try:
        found = date.fromisoformat(iso[:10]) if iso else None
    except ValueError:
        return None
    return found if found and 1000 <= found.year <= 9000 else None
