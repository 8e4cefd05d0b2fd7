"""Whom a text calls *he* and whom *she*, by what it says of the person a sentence is about."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache

from factcheck import languages
from factcheck.people import fold, strip_titles, vocabulary
from factcheck.reference import persons
from factcheck.text import Document

_KINDS = ("masculine", "feminine")
_OFTEN = 3  # sentences that call a person so
_LONG = 200_000  # characters from which a text is not read for this
_TIMES = 4  # as many as call him otherwise: others come into it


def pronoun_sex(word: str, language: str) -> str:
    """Return the sex a pronoun tells, ``""`` for none."""
    return _pronouns(language).get(word, "")


def titled_sex(name: str) -> str:
    """Return the sex that the titles of a name tell, ``""`` for none."""
    titles = set(map(fold, name.split()[:-1]))
    return next((kind for kind in _KINDS if not titles.isdisjoint(vocabulary(kind))), "")


@cache
def _pronouns(language: str) -> Mapping[str, str]:
    pack = languages.load(language, "drafts")
    return {word: kind for kind in reversed(_KINDS) for word in pack.get(kind, "").split()}


class Sexes:
    """The sexes of the persons of a document; ``quoted`` are its stretches between marks, in order."""

    def __init__(self, document: Document, quoted: Sequence[tuple[int, int]]):
        self._document = document
        self._starts = [start for start, _ in quoted]
        self._ends = [end for _, end in quoted]
        self._known: dict[str, str] | None = None
        self._shared: set[str] = set()

    def of(self, name: str) -> str:
        """Return the sex of a person, ``""`` where the text does not tell it clearly."""
        if self._known is None:
            self._known = dict(self._told()) if len(self._document.text) <= _LONG else {}
        return self._known.get(_key(strip_titles(name), self._shared), "")

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
        named = [self._named(index) for index in range(len(self._document.sentences))]
        shared = self._shared = _shared(name for names in named for name, _ in names)
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        about = ""  # whom the sentence before names, if it names one person
        for index, names in enumerate(named):
            for name, offset in names:
                for kind in _KINDS:
                    counts[_key(name, shared)][kind] += _OFTEN * self._titled(offset, kind)
            kinds = {pronoun_sex(word, self._document.language) for word in self._narrated(index)} - {""}
            if about and not names and len(kinds) == 1:
                counts[about][min(kinds)] += 1
            keys = {_key(name, shared) for name, _ in names}
            about = min(keys) if len(keys) == 1 else ""
        return {key: found for key, found in counts.items() if found.total()}

    def _named(self, index: int) -> list[tuple[str, int]]:
        """Return the persons of a sentence and where their names begin."""
        spans = persons(self._document, index)
        return [(strip_titles(self._document.text[slice(*span)]), span.start) for span in spans]

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


def _shared(names: Iterable[str]) -> set[str]:
    """Return the surnames that two persons bear, to whom it does not tell which one is meant."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for name in names:
        if given := [word for word in name.split()[:-1] if word[0].isupper()]:
            bearers[_last(name)].add(fold(given[-1]))
    return {last for last, given in bearers.items() if len(given) > 1}


def _key(name: str, shared: Collection[str]) -> str:
    """Return what stands for a person: the surname, or the whole of a name that shares it."""
    last = _last(name)
    return fold(name) if last in shared else last


def _last(name: str) -> str:
    return fold(name.split()[-1]) if name.split() else ""
