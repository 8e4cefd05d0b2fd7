"""Whom a sentence speaks of without giving the name: "I" in a turn, "it" and "the company" after a name.

For plugin authors, by way of :func:`factcheck.context.same_thing`. There is no parser behind it: who or what
the text last spoke of is the last name that stood before the verb of a sentence, a person and a thing apart.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from factcheck.people import strip_titles, vocabulary
from factcheck.text import Document
from factcheck.vocabulary import grammar, name_key, word_keys, word_list
from factcheck.wording import Word, sentence_names, sentence_words, subject

_NOBODY: frozenset[str] = frozenset()
_OFFICE = 2  # words before a full name that may be an office: "chief executive Ann Lee"
_FRESH = 2  # sentences for which "it" may mean what one of them began with


class Reference(NamedTuple):
    """The keys of what a sentence points to; ``surname`` tells that they are those of a person's surname."""

    keys: frozenset[str]
    surname: bool = False


class _Topic(NamedTuple):
    """The person and the thing that a text last spoke of; ``at`` is the sentence that named the thing."""

    person: Reference = Reference(_NOBODY)
    thing: Reference = Reference(_NOBODY)
    at: int = -1


def referred(document: Document, index: int) -> tuple[Reference, ...]:
    """Return whom and what a sentence speaks of and does not name.

    ``index`` is that in ``document.sentences``. A pronoun of the first person is the speaker of the turn,
    "he" the person and "it" the thing spoken of last; so is "the company", and whatever a sentence without
    a subject of its own speaks of ("Revenue rose ..."), else what the document is about.
    """
    memo: dict[int, tuple[Reference, ...]] = document.memo.setdefault("reference.referred", {})
    if index not in memo:
        memo[index] = tuple(_referred(document, index))
    return memo[index]


def _referred(document: Document, index: int) -> Iterator[Reference]:
    language, span = document.language, document.sentences[index]
    tokens = document.tokens
    words = tokens.words[tokens.at(span.start) : bisect_left(tokens.starts, span.end)]
    present = set(words)
    turn = document.turn_at(span.start)
    if turn and turn.speaker and not present.isdisjoint(grammar(language, "first_person")):
        parts = strip_titles(turn.speaker).split()
        keys = frozenset().union(*(_name_keys(part, language) for part in parts))
        yield Reference(keys, len(parts) == 1)
    if not present.isdisjoint(grammar(language, "we")):
        yield Reference(subject(document))
    topic, narrated = _topics(document)[index], not (turn and turn.speaker)
    if not present.isdisjoint(grammar(language, "of_person")):
        yield topic.person
    elif _stands_for_name(words, language):
        yield topic.thing if topic.thing.keys else Reference(subject(document))
    elif not present.isdisjoint(grammar(language, "of_thing")):
        yield topic.thing if index - topic.at <= _FRESH else Reference(_NOBODY)
    elif _subject(document, index) is None and narrated:
        yield topic.thing if topic.thing.keys else Reference(subject(document))


def only_person(document: Document, offset: int) -> str | None:
    """Return the name of the one person whom "he" or "she" can mean at an offset, ``None`` if there is none.

    That is who is named before it in its paragraph, as the text last wrote the name, if nobody else is.
    """
    if not document.sentences:
        return None
    index = document.sentence_index(offset)
    mark = "\n\n" if document.hard_wrapped else "\n"
    begin = document.text.rfind(mark, 0, document.sentences[index].start) + 1
    persons = [
        name
        for before in range(document.sentence_index(begin), index + 1)
        for name in sentence_names(document, before)
        if name[-1].end <= offset and _is_person(document, name)
    ]
    if not persons:
        return None
    if persons[-1][0].start >= document.sentences[index].start:
        last = persons[-1]
        keys = last[-1].keys
    else:
        last = next(_subjects(document, index), [])
        keys = frozenset(key for word in last for key in word.keys)
    if any(name[-1].keys.isdisjoint(keys) for name in persons):
        return None
    return strip_titles(document.text[last[0].start : last[-1].end]) or None


def _subjects(document: Document, index: int) -> Iterator[list[Word]]:
    """Yield the persons with whose names the sentences before one begin, the last first."""
    for before in reversed(range(index)):
        if (name := _subject(document, before)) and _is_person(document, name):
            yield name


def _stands_for_name(words: list[str], language: str) -> bool:
    """Whether a sentence has a noun with its article that stands for a name: "the company"."""
    classes, definite = grammar(language, "called"), grammar(language, "definite")
    return any(before in definite and word in classes for before, word in pairwise(words))


def _topics(document: Document) -> list[_Topic]:
    """Return what the text spoke of last before each sentence."""
    if "reference.topics" not in document.memo:
        topics, topic = [], _Topic()
        for index in range(len(document.sentences)):
            topics.append(topic)
            if name := _subject(document, index):
                keys = frozenset(key for word in name for key in word.keys)
                if _is_person(document, name):
                    topic = topic._replace(person=Reference(keys, len(name) == 1))
                else:
                    topic = topic._replace(thing=Reference(keys), at=index)
        document.memo["reference.topics"] = topics
    return document.memo["reference.topics"]  # type: ignore[no-any-return]


def _subject(document: Document, index: int) -> list[Word] | None:
    """Return the first name of a sentence that stands before its verb, ``None`` where there is none."""
    verbs = word_list(document.language, "verbs")
    name: list[Word] = []
    for word in sentence_words(document, index):
        if name and document.text[name[-1].end : word.start] != " ":
            return name
        if word.name:
            name.append(word)
        elif name:
            return name
        elif document.text[word.start : word.end].lower() in verbs:
            return None
    return name or None


def _is_person(document: Document, name: list[Word]) -> bool:
    """Whether a name is a person's: with an office, with a surname that stands alone too, or a speaker's."""
    words, first = document.tokens.words, document.tokens.at(name[0].start)
    before = words[max(0, first - _OFFICE) : first] if len(name) > 1 else words[max(0, first - 1) : first]
    titled = not vocabulary("titles").isdisjoint((*before, words[first]))
    return titled or not name[-1].keys.isdisjoint(_surnames(document))


def _surnames(document: Document) -> frozenset[str]:
    """Return the keys of the last words of full names that stand alone too, and of the speakers' names."""
    if "reference.surnames" not in document.memo:
        alone: set[str] = set()
        full: set[str] = set()
        for index in range(len(document.sentences)):
            for name in sentence_names(document, index):
                (alone if len(name) == 1 else full).update(name[-1].keys)
        for turn in document.turns:
            if turn.speaker:
                spoken = _name_keys(turn.speaker.split()[-1], document.language)
                alone |= spoken
                full |= spoken
        document.memo["reference.surnames"] = frozenset(alone & full)
    return document.memo["reference.surnames"]  # type: ignore[no-any-return]


def _name_keys(name: str, language: str) -> frozenset[str]:
    return word_keys(name.lower(), language) | {name_key(name.lower())}
