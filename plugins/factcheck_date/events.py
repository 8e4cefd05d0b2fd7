"""Whether a date of the claim and one of a source date the same event: the core's answer, made stricter.

A date belongs to an event, not to a noun. What merely shares its subject with the claim may support it, and
contradicts it only where it tells of the same event of the same named people and things.
"""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.checks import Occurrence
from factcheck.context import Word, sentence_words, subject, word_keys
from factcheck.text import Document, Span, function_words

_PUBLISHED = "e:publish"  # the event family of the packs
_EDGE, _DATELINE = 600, 16  # characters of a head or foot; tokens of a line in it
_BREAKS = ",;:()"
_NEAR = 2  # sentences before a passage that may name what it is about


def may_be_one(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether nothing says that the two date different events."""
    if _named_apart(claimed, found) or _named_apart(found, claimed):
        return False
    if claimed.mention.reading.form != "period":
        return True
    ours, theirs = _events(claimed), _events(found)
    return not ours or not theirs or not ours.isdisjoint(theirs)


def is_one(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether the passage tells of the claim's event and names all that the claim names.

    A document's dateline tells when it was published. A length of time needs no event.
    """
    if claimed.mention.reading.form == "period":
        ours = _events(claimed)
        if claimed.mention.reading.precision == found.mention.reading.precision == "range":
            return False  # there are many seasons and terms of office
        if _PUBLISHED in ours and _is_dateline(found):
            return True
        if ours and ours.isdisjoint(_events(found)):
            return False
    return _names_all(claimed, found)


def _named_apart(named: Occurrence, other: Occurrence) -> bool:
    """Whether one year stands in a name ("the 2016 prize") that the other's sentence does not mention."""
    head = named.mention.reading.named
    if not head or other.mention.reading.named == head:
        return False
    keys = word_keys(head, named.document.language)
    return keys.isdisjoint(key for word in _sentence(other) for key in word.keys)


def _sentence(occurrence: Occurrence) -> tuple[Word, ...]:
    document = occurrence.document
    return sentence_words(document, document.sentence_index(occurrence.mention.start))


def _events(occurrence: Occurrence) -> frozenset[str]:
    """Return the events named in a mention's clause, in its sentence where the clause names none."""
    words = _sentence(occurrence)
    clause = _clause(occurrence.document, occurrence.mention.start, occurrence.mention.end)
    inside = _event_keys(word for word in words if clause.start <= word.start < clause.end)
    return inside or _event_keys(words)


def _event_keys(words: Iterable[Word]) -> frozenset[str]:
    return frozenset(key for word in words for key in word.keys if key.startswith("e:"))


def _clause(document: Document, start: int, end: int) -> Span:
    text, sentence = document.text, document.sentence_at(start)
    first = max(sentence.start, *(text.rfind(mark, sentence.start, start) + 1 for mark in _BREAKS))
    return Span(first, next((n for n in range(end, sentence.end) if text[n] in _BREAKS), sentence.end))


def _names_all(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether each name of the claim's sentence is in the passage, just before it, or what the text is about."""
    document = found.document
    index = document.sentence_index(found.mention.start)
    said = {
        key
        for near in range(max(0, index - _NEAR), index + 1)
        for word in sentence_words(document, near)
        for key in word.keys
    }
    speaker = found.speaker or ""
    turn = document.turn_at(found.mention.start)
    for name in f"{speaker} {turn.speaker if turn and turn.speaker else ''}".lower().split():
        said |= word_keys(name, document.language)
    return all(
        not word.keys.isdisjoint(said) or not word.keys.isdisjoint(subject(document))
        for word in _sentence(claimed)
        if word.name
    )


def _is_dateline(found: Occurrence) -> bool:
    """Whether a date stands in the head or foot of a document, in a line that is no sentence."""
    document = found.document
    start, end = document.sentence_at(found.mention.start)
    edge = start < _EDGE or end > len(document.text) - _EDGE
    words = document.words_in(Span(start, end))
    grammar = function_words(document.language)
    return edge and len(words) <= _DATELINE and not any(word in grammar for word in words)
