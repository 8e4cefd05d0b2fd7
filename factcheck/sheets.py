"""The lines of a fact sheet, and what each of them tells by its label: "Longest span: 610 m".

For plugin authors. What a line tells, its quality, has an English name that is the same in all languages, by
which the section ``sheets`` of a language pack lists what lines are called. What a claim asks of a sheet is
told by :mod:`factcheck.asked`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from factcheck import languages
from factcheck.text import FIELD, Document, Span
from factcheck.vocabulary import grammar
from factcheck.wording import Word, heading_keys, is_named, sentence_words

_YEAR = re.compile(r"\b\d{4}\b")
_BRACKETS = re.compile(r"\(([^)]*)\)")
_LEAST = 2  # lines that make a sheet
_GAP = 3  # sentences from one line to the next: a value may end in the middle ("at b.p.")

# For the first word of each phrase the phrases, each behind the name of what it tells.
Phrases = Mapping[str, Sequence[tuple[str, ...]]]


class Sheet:
    """The lines of a fact sheet that stand together, and the title above them.

    A title that is not ``named`` tells at most of which time the lines are: "Figures for 2022".
    """

    def __init__(self, document: Document, title: Span, places: Sequence[int]):
        self.document = document
        self.title = title
        self.lines = [Line(self, place) for place in places]
        self.years = frozenset(_YEAR.findall(document.text[title.start : title.end]))
        self.keys = heading_keys(document, places[0] - 1)
        self.named = is_named(document, places[0] - 1)


class Line:
    """A line of a fact sheet.

    ``qualities`` are what it tells, ``further`` the words of its label beside them ("Longest *span*"), and
    ``often`` is the unit of time in which there are so many ("*Annual* visitors"), empty where it says none.
    """

    def __init__(self, sheet: Sheet, place: int):
        document, self.sheet, self.place = sheet.document, sheet, place
        start, end = document.sentences[place]
        label = FIELD.match(document.text, start, end)
        self.value = Span(label.end() if label else start, end)
        self.words = tuple(word for word in sentence_words(document, place) if word.weight)
        self.called = document.text[start : self.value.start].rstrip(": ")
        bracket = document.text.find("(", start + 1, self.value.start)  # "Population (2010)"
        named = Span(start, bracket if bracket > 0 else self.value.start)
        self.label = tuple(word for word in self.words if word.start < named.end)
        tokens = document.words_in(named)
        self.qualities, told = _told(tokens, document.language)
        rates = [*phrased(tokens, phrases(document.language, "often"))]
        self.often = rates[0][0] if rates else ""
        little = {*told, *words(document.language, "plain"), *(tokens[at] for _, at, _ in rates)}
        self.further = tuple(word for word in self.label if self.spelled(word) not in little)

    def spelled(self, word: Word) -> str:
        """Return a word as it is written, in lower case."""
        return self.sheet.document.text[word.start : word.end].lower()

    @property
    def years(self) -> frozenset[str]:
        """The years that the label or a bracket of the value says it is of."""
        text, (start, end) = self.sheet.document.text, self.value
        return frozenset(_YEAR.findall(" ".join((self.called, *_BRACKETS.findall(text[start:end])))))

    @property
    def is_whole(self) -> bool:
        """Whether it names all there are of what it tells, so that another number of them is wrong."""
        document = self.sheet.document
        named = not self.qualities.isdisjoint(words(document.language, "whole"))
        return named and words(document.language, "unended").isdisjoint(document.words_in(self.value))

    def goes_with(self, word: str) -> bool:
        """Say whether a lower-case word says what the line counts, or no more than that."""
        language = self.sheet.document.language
        asked = {name for name, *phrase in phrases(language, "asked").get(word, ()) if phrase == [word]}
        return any(word in along(language).get(name, ()) or name in asked for name in self.qualities)


def sheets(document: Document) -> Sequence[Sheet]:
    """Return the fact sheets of a text in which nobody speaks: lines that stand together below a title."""
    if "sheets" not in document.memo:
        document.memo["sheets"] = () if any(turn.speaker for turn in document.turns) else [*_sheets(document)]
    return document.memo["sheets"]  # type: ignore[no-any-return]


def line_at(document: Document, offset: int) -> Line | None:
    """Return the line of a sheet that holds an offset, ``None`` elsewhere."""
    place = document.sentence_index(offset)
    return next((line for sheet in sheets(document) for line in sheet.lines if line.place == place), None)


def takes_time(document: Document, offset: int) -> bool:
    """Say whether the label of a line that ends right before an offset says that a time follows."""
    start = document.text.rfind("\n", 0, offset) + 1
    label = FIELD.match(document.text, start)
    if label is None or label.end() != offset:
        return False
    told, _ = _told(document.words_in(Span(start, offset)), document.language)
    return not told.isdisjoint(words(document.language, "timed"))


def _sheets(document: Document) -> Iterator[Sheet]:
    places: list[int] = []
    for place, sentence in enumerate(document.sentences):
        if not _is_line(document, sentence):
            continue
        if places and (place - places[-1] > _GAP or _is_title(document, place - 1)):
            yield from _sheet(document, places)
            places = []
        places.append(place)
    yield from _sheet(document, places)


def _sheet(document: Document, places: list[int]) -> Iterator[Sheet]:
    if len(places) >= _LEAST and _is_title(document, places[0] - 1):
        yield Sheet(document, document.sentences[places[0] - 1], places)


def _is_title(document: Document, place: int) -> bool:
    """Whether a sentence is a line without an end, and none of a sheet."""
    sentence = document.sentences[place] if place >= 0 else None
    ended = sentence is None or document.text[sentence.end - 1] in ".!?:;,"
    return sentence is not None and not ended and not _is_line(document, sentence)


def _is_line(document: Document, sentence: Span) -> bool:
    label = FIELD.match(document.text, *sentence)
    return label is not None and set(grammar(document.language, "copulas")).isdisjoint(
        label[0].lower().split()
    )


def _told(label: list[str], language: str) -> tuple[frozenset[str], list[str]]:
    """Return the qualities that a label names, and the words that name them.

    They are the last thing it names ("Construction *cost*"), before what that is of ("*Length* of the dam").
    """
    of = next((at for at, word in enumerate(label) if word in grammar(language, "of")), len(label))
    found = [*phrased(label, phrases(language, "labels"))]
    heads = [one for one in found if one[1] < of] or found[:1]
    end = max((end for _, _, end in heads), default=0)
    start = min((start for _, start, last in heads if last == end), default=0)
    told = frozenset(name for name, *span in heads if span == [start, end])
    return told, label[start:end]


def phrased(tokens: list[str], known: Phrases) -> Iterator[tuple[str, int, int]]:
    """Yield the names of the phrases that some tokens have, with the positions they take up."""
    for at, token in enumerate(tokens):
        for name, *phrase in known.get(token, ()):
            if tokens[at : at + len(phrase)] == phrase:
                yield name, at, at + len(phrase)


@cache
def phrases(language: str, key: str) -> Phrases:
    """Return the phrases of a table of the section ``sheets``."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for name, listed in languages.table(language, "sheets", key):
        for phrase in listed:
            spelled = phrase.split("_")
            found.setdefault(spelled[0], []).append((name, *spelled))
    return found


@cache
def along(language: str) -> Mapping[str, frozenset[str]]:
    """Return the words that go with each quality and say no more of it."""
    return {name: frozenset(listed) for name, listed in languages.table(language, "sheets", "along")}


@cache
def words(language: str, key: str) -> frozenset[str]:
    """Return a list of the section ``sheets``."""
    return frozenset(languages.load(language, "sheets").get(key, "").split())
