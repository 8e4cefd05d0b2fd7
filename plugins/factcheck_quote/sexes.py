"""Whom a text calls *he* and whom *she*, by what it says of the person a sentence is about."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from factcheck import languages
from factcheck.people import fold, vocabulary
from factcheck.reference import persons
from factcheck.text import Document

_KINDS = ("masculine", "feminine")
_OFTEN = 3  # sentences that call a person so
_LONG = 200_000  # characters from which a text is not read for this
_TIMES = 4  # as many as call him otherwise: others come into it


def pronoun_sex(word: str, language: str) -> str:
    """Return the sex a pronoun tells, ``""`` for none."""
    pack = languages.load(language, "drafts")
    return next((kind for kind in _KINDS if word in pack.get(kind, "").split()), "")


class Sexes:
    """The sexes of the persons of a document; ``quoted`` are its stretches between marks, in order."""

    def __init__(self, document: Document, quoted: Sequence[tuple[int, int]]):
        self._document = document
        self._starts = [start for start, _ in quoted]
        self._ends = [end for _, end in quoted]
        self._known: dict[str, str] | None = None

    def of(self, name: str) -> str:
        """Return the sex of a person, ``""`` where the text does not tell it clearly."""
        if self._known is None:
            self._known = dict(self._told()) if len(self._document.text) <= _LONG else {}
        return self._known.get(_last(name), "")

    def differ(self, name: str, pronoun: str) -> bool:
        """Tell whether a person is not whom a pronoun means."""
        told = pronoun_sex(pronoun, self._document.language)
        return bool(told) and self.of(name) not in ("", told)

    def _told(self) -> Iterator[tuple[str, str]]:
        for last, counts in self._counts().items():
            (most, count), *others = counts.most_common()
            if count >= _OFTEN and count >= _TIMES * sum(other for _, other in others):
                yield last, most

    def _counts(self) -> dict[str, Counter[str]]:
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        about = ""  # whom the sentence before names, if it names one person
        for index in range(len(self._document.sentences)):
            named = []
            for span in persons(self._document, index):
                named.append(_last(self._document.text[slice(*span)]))
                for kind in _KINDS:
                    counts[named[-1]][kind] += _OFTEN * self._titled(span.start, kind)
            kinds = {pronoun_sex(word, self._document.language) for word in self._narrated(index)} - {""}
            if about and not named and len(kinds) == 1:
                counts[about][min(kinds)] += 1
            about = named[0] if len(set(named)) == 1 else ""
        return {last: found for last, found in counts.items() if found.total()}

    def _titled(self, offset: int, kind: str) -> bool:
        """Whether a title of one sex stands before a name."""
        tokens = self._document.tokens
        at = tokens.at(offset)
        return at > 0 and fold(tokens.words[at - 1]) in vocabulary(kind)

    def _narrated(self, index: int) -> Iterator[str]:
        """Yield the words of a sentence that stand between no marks."""
        tokens, span = self._document.tokens, self._document.sentences[index]
        for at in range(tokens.at(span.start), tokens.at(span.end)):
            place = bisect_right(self._starts, tokens.starts[at]) - 1
            if place < 0 or tokens.starts[at] >= self._ends[place]:
                yield tokens.words[at]


def _last(name: str) -> str:
    return fold(name.split()[-1]) if name.split() else ""
