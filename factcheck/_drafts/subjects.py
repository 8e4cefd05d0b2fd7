"""Whom and what the sentences of a draft speak of: names for "he", "its", "the city" and "there".

A sentence is judged by itself, so what it only points back to is written out, by these rules:

- A person is one that the sources hear speak, one with a title, or a full name whose surname also stands
  alone. "He" is the one person of the same sentence before it, where a quotation lies between, else the
  one the sentences before speak of. Where two could be meant, nothing is written out.
- "It" and "its" at the start of a sentence are the name that the sentence before begins with.
- "The city" and "there" are the place whose name has been given most, if there is one.
- Nothing inside quotation marks changes.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from factcheck import languages
from factcheck.keys import tells_place
from factcheck.model import Mention
from factcheck.people import fold, surname, vocabulary
from factcheck.text import Document, Span, function_words
from factcheck.vocabulary import grammar, is_common, word_list
from factcheck.wording import sentence_words

_QUOTED = re.compile(r"[“„«\"][^“”„«»\"\n]*[”“»\"]|(?<!\w)‘[^‘’\n]*’(?!\w)")
_HEAD = 4  # tokens of a sentence in which its subject begins


class Edit(NamedTuple):
    """What is read in the place of a span of the prose; an empty span is a place to insert at."""

    start: int
    end: int
    text: str


class _Name(NamedTuple):
    """A name in a sentence; ``key`` is its last word, ``person`` whether it is somebody's."""

    start: int
    end: int
    text: str
    key: str
    person: bool
    after: bool  # a preposition


@cache
def words_for(language: str, key: str) -> frozenset[str]:
    """Return a list of the ``drafts`` section of a pack."""
    return frozenset(languages.load(language, "drafts").get(key, "").split())


def pointers(
    document: Document, quotations: Sequence[Mention], people: Iterable[str], subject: str | None
) -> list[Edit]:
    """Return what to write out in a text, in order and without overlap.

    ``people`` are the full names of persons, ``subject`` who or what the text is about from its start.
    """
    if not languages.load(document.language, "drafts"):
        return []
    return list(_Reader(document, quotations, people, subject).edits())


class _Reader:
    """The state of reading a text from its first sentence to its last."""

    def __init__(
        self, document: Document, quotations: Sequence[Mention], people: Iterable[str], subject: str | None
    ):
        self.document = document
        self.language = document.language
        self.quoted = _merged(
            [(mention.start, mention.end) for mention in quotations]
            + [match.span() for match in _QUOTED.finditer(document.text)]
        )
        self.surnames = {surname(name) for name in people} - {""}
        self.alone: set[str] = set()
        self.names = [self._names(index) for index in range(len(document.sentences))]
        self.located = {name.text for names in self.names for name in names if self._is_located(name)}
        self.alone = {name.key for names in self.names for name in names if " " not in name.text}
        full = {name.key for names in self.names for name in names if self._judged(name).person}
        self.names = [
            [name._replace(person=name.person or name.key in full) for name in names] for names in self.names
        ]
        self.persons: list[_Name] = []  # those the sentences before speak of
        self.thing: str | None = None
        self.places: Counter[str] = Counter()
        self.sex: dict[str, str] = {}
        self.settled = False  # whether the sentence before tells of the place the text is about
        self.place: str | None = None
        if subject and surname(subject) in self.surnames:
            self.persons = [_Name(0, 0, subject, fold(subject.split()[-1]), True, False)]
        elif subject:
            self.thing = self.place = subject

    def _names(self, index: int) -> list[_Name]:
        """Return the names of a sentence that stand outside quotations."""
        text = self.document.text
        spans: list[list[int]] = []
        for word in sentence_words(self.document, index):
            if not word.name or self._is_quoted(word.start):
                continue
            gap = text[spans[-1][1] : word.start] if spans else ""
            inner = gap.split()
            if spans and gap[:1] == " " and all(fold(part) in vocabulary("particles") for part in inner):
                spans[-1][1] = word.end
            else:
                spans.append([word.start, word.end])
        names = []
        for start, end in spans:
            written = text[start:end].replace("’", "'")
            end -= 2 if written.endswith("'s") else 0
            before = self._word_before(start)
            first, *_, key = [fold(word) for word in text[start:end].split()] * 2
            titled = before in vocabulary("titles") or (first != key and first in vocabulary("titles"))
            after = before in words_for(self.language, "prepositions")
            names.append(_Name(start, end, text[start:end], key, titled, after))
        return names

    def _judged(self, name: _Name) -> _Name:
        """Return a name with whether it is a person's."""
        known = name.key in self.surnames or any(s.endswith(f" {name.key}") for s in self.surnames)
        full = " " in name.text and name.key in self.alone and name.text not in self.located
        return name._replace(person=name.person or known or full)

    def _is_located(self, name: _Name) -> bool:
        """Say whether something is in what bears a name, which nobody is: "in Port Osk"."""
        return self._word_before(name.start) in grammar(self.language, "locatives")[:1]

    def _word_before(self, offset: int) -> str:
        position = self.document.tokens.at(offset) - 1
        return self.document.tokens.words[position] if position >= 0 else ""

    def _is_quoted(self, offset: int) -> bool:
        index = bisect_left(self.quoted, (offset + 1, -1)) - 1
        return index >= 0 and offset < self.quoted[index][1]

    def edits(self) -> Iterator[Edit]:
        for index, span in enumerate(self.document.sentences):
            names = self.names[index]
            last, added = span.start, ""
            for edit in sorted(self._pointing(span, names)):
                if edit.start >= last:
                    yield edit
                    last = edit.end
                    added += f" {edit.text}"
            self._remember(span, names)
            town = self._town()
            self.settled = town is not None and (town in added or any(name.text == town for name in names))

    def _pointing(self, span: Span, names: list[_Name]) -> Iterator[Edit]:
        tokens, language = self.document.tokens, self.language
        first, last = tokens.at(span.start), bisect_left(tokens.starts, span.end)
        said: list[_Name] = []
        while first < last and not tokens.words[first][0].isalnum():
            first += 1
        for position in range(first, last):
            word, start, end = tokens.words[position], tokens.starts[position], tokens.ends[position]
            if not word[0].isalpha() or self._is_quoted(start):
                continue
            following = tokens.words[position + 1] if position + 1 < last else ""
            opening = position == first
            possessive = word in words_for(language, "possessives") or (
                opening and word in words_for(language, "opening_possessives")
            )
            if word in words_for(language, "persons") or (possessive and following[:1].isalnum()):
                if person := self._person(word, start, names, said):
                    said.append(person._replace(start=start, end=end))
                    ending = languages.load(language, "drafts")["genitive"] if possessive else ""
                    yield Edit(start, end, person.text + ending)
            elif opening and self.thing and self._means_thing(word, following, tokens.words[first:last]):
                genitive = word in words_for(language, "opening_thing_possessives")
                ending = languages.load(language, "drafts")["genitive"] if genitive else ""
                yield Edit(start, end, self.thing + ending)
            elif position > first and tokens.words[position - 1] in words_for(language, "definite"):
                yield from self._noun(word, start, end, following, names)
            elif word in words_for(language, "plurals") and self.settled:
                yield from self._in_place(end, names)
            elif word in words_for(language, "place_adverb") and not opening:
                yield from self._there(start, end, following)

    def _in_place(self, end: int, names: list[_Name]) -> Iterator[Edit]:
        """Yield the place of the people that the sentence before spoke of, after their pronoun."""
        place = self._town()
        if place and not any(name.after and not name.person for name in names):
            yield Edit(end, end, f" {languages.load(self.language, 'drafts')['into_place']} {place}")

    def _there(self, start: int, end: int, following: str) -> Iterator[Edit]:
        place = self._town()
        if place and following not in words_for(self.language, "existential"):
            into = languages.load(self.language, "drafts")["into_place"]
            yield Edit(start, end, f"{into} {place}")

    def _person(self, word: str, start: int, names: list[_Name], said: list[_Name]) -> _Name | None:
        """Return whom a pronoun means, ``None`` where that is not clear or said in the sentence already.

        ``said`` are those the sentence's pronouns before it mean.
        """
        here = sorted(name for name in (*names, *said) if name.person and name.end <= start)
        between = any(here and here[-1].end <= low and high <= start for low, high in self.quoted)
        if here and not between:
            return None
        sex = next((s for s in ("masculine", "feminine") if word in words_for(self.language, s)), "")
        found = {
            name.key: name for name in here or self.persons if not sex or self.sex.get(name.key, sex) == sex
        }
        if len(found) != 1:
            return None
        (person,) = found.values()
        if sex:
            self.sex[person.key] = sex
        return person

    def _means_thing(self, word: str, following: str, words: Sequence[str]) -> bool:
        if word in words_for(self.language, "opening_thing_possessives"):
            return True
        if word not in words_for(self.language, "things") or following in words_for(
            self.language, "expletives"
        ):
            return False
        if following in grammar(self.language, "copulas"):
            return not words_for(self.language, "that") & set(words)
        return self.language == "en" or following in word_list(self.language, "verbs")

    def _noun(self, noun: str, start: int, end: int, following: str, names: list[_Name]) -> Iterator[Edit]:
        """Yield the name a noun with its article stands for."""
        text = self.document.text
        if text[start].isupper() or following in grammar(self.language, "of"):
            return
        if noun in grammar(self.language, "inhabited"):
            place = self._town()
            named = any(name.after and not name.person for name in names)
            after = self.document.tokens.at(end)
            named |= (
                after < len(self.document.tokens.starts)
                and text[self.document.tokens.starts[after]].isupper()
            )
            if place and not named and self._ends_phrase(following):
                yield Edit(end, end, f" {grammar(self.language, 'of')[0]} {place}")

    def _ends_phrase(self, following: str) -> bool:
        """Say whether a noun stands by itself, as in "the city plans" and not in "the city council"."""
        endings = tuple(words_for(self.language, "verb_endings"))
        verbs = {*grammar(self.language, "copulas"), *words_for(self.language, "have")}
        verbs |= function_words(self.language) | word_list(self.language, "verbs")
        return not (endings and following.isalpha()) or following in verbs or following.endswith(endings)

    def _town(self) -> str | None:
        """Return the place the text so far is about, ``None`` where two are named as often."""
        if self.place:
            return self.place
        first, second = (*self.places.most_common(2), ("", 0), ("", 0))[:2]
        return first[0] if first[1] > second[1] else None

    def _remember(self, span: Span, names: list[_Name]) -> None:
        persons = [name for name in names if name.person]
        for name in persons:
            titles = {self._word_before(name.start), fold(name.text.split()[0])}
            for sex in ("masculine", "feminine"):
                if titles & vocabulary(sex):
                    self.sex[name.key] = sex
        if persons:
            self.persons = [name for name in persons if not name.after] or persons
        for name in names:
            if name.person:
                continue
            if name.after and self._is_place(name):
                self.places[name.text] += 1
        tokens = self.document.tokens
        first = tokens.at(span.start)
        opens = next((name for name in names if tokens.at(name.start) - first < _HEAD), None)
        if thing := self._opening_thing(span, first):
            self.thing = thing
        elif opens and not opens.person and not opens.after:
            self.thing = opens.text
        elif names or not self._points_back(first):
            self.thing = None

    def _opening_thing(self, span: Span, first: int) -> str | None:
        """Return "the yard" or "the yard of Lo", where a sentence begins with it and a verb follows."""
        tokens, text, language = self.document.tokens, self.document.text, self.language
        words = tokens.words[first : first + 5]
        if len(words) < 4 or words[0] not in words_for(language, "definite") or not words[1].isalpha():
            return None
        last = first + 1
        if words[2] in grammar(language, "of") and text[tokens.starts[first + 3]].isupper():
            last = first + 3
        verbs = {*grammar(language, "copulas"), *words_for(language, "have"), *word_list(language, "verbs")}
        last += tokens.words[last + 1] in verbs and verbs.issuperset(tokens.words[last + 2 : last + 3])
        following = tokens.words[last + 1] if last + 1 < len(tokens.words) else ""
        if following not in verbs or tokens.ends[last] > span.end:
            return None
        return text[tokens.starts[first] : tokens.ends[last]]

    def _points_back(self, first: int) -> bool:
        word = self.document.tokens.words[first] if first < len(self.document.tokens.words) else ""
        things = words_for(self.language, "things") | words_for(self.language, "opening_thing_possessives")
        return word in things

    def _is_place(self, name: _Name) -> bool:
        """Say whether a name after a preposition can be a town's: no known region, month or common word."""
        before, lower = self._word_before(name.start), name.text.lower()
        if before not in words_for(self.language, "locatives"):
            return False
        if lower in grammar(self.language, "months") or lower in grammar(self.language, "weekdays"):
            return False
        known = any(map(tells_place, sentence_keys(self.document, name)))
        return not known and not is_common(lower, self.language) and len(lower) > 2


def sentence_keys(document: Document, name: _Name) -> Iterator[frozenset[str]]:
    """Yield the keys of the words of a name."""
    for word in sentence_words(document, document.sentence_index(name.start)):
        if name.start <= word.start < name.end:
            yield word.keys


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
