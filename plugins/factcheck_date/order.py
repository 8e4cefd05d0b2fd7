"""Which of two events came first, and how long before the other, where a source dates both.

"The Hill Bridge opened (two years) before the Red Tunnel": with a length it is the length that is judged,
else the word that puts the one before the other.
"""

from collections.abc import Iterator, Sequence
from itertools import compress, count
from typing import NamedTuple

from factcheck.checks import Occurrence
from factcheck.keys import events_among
from factcheck.model import Mention
from factcheck.setting import Setting
from factcheck.text import Document, Span
from factcheck.wording import WORD_WEIGHT, Word, keys_of, sentence_words
from factcheck_date.calendar import Interval
from factcheck_date.events import event_keys, events_of
from factcheck_date.extract import mentions
from factcheck_date.lexicon import Lexicon, lexicon
from factcheck_date.reckon import agrees_with, between
from factcheck_date.sentence_times import told_in
from factcheck_date.value import Length, Reading


class Order(NamedTuple):
    """The two events of a claim, each by its words, and which of them it puts first."""

    first: tuple[Word, ...]
    second: tuple[Word, ...]


class Dated(NamedTuple):
    """A date of a source that is one of the claim's events, as it is written."""

    interval: Interval
    text: str


def successions(document: Document, taken: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the words that put one event before or after another, both with names and without a date.

    A sentence with a figure is judged by that.
    """
    lex = lexicon(document.language)
    if lex is None or lex.succession.keys().isdisjoint(document.tokens.words):
        return
    dated = {document.sentence_index(one.start) for one in taken}
    words, starts, ends = document.tokens
    for at in compress(count(), map(lex.succession.__contains__, words)):
        start, end = starts[at], ends[at]
        if document.sentence_index(start) in dated:
            continue
        mention = Mention("date", start, end, document.text[start:end], {}, ("date",), Reading("order"))
        order = order_of(Occurrence(mention, document))
        if not order or _has_figure(document, document.sentence_at(start), lex):
            continue
        if _names(order.first) - _names(order.second) and _names(order.second) - _names(order.first):
            yield mention


def _has_figure(document: Document, sentence: Span, lex: Lexicon) -> bool:
    words = document.words_in(sentence)
    return any(word[0].isdigit() or word in lex.cardinals for word in words)


def _names(words: tuple[Word, ...]) -> frozenset[str]:
    return keys_of(word for word in words if word.name)


def order_of(claimed: Occurrence) -> Order | None:
    """Return the events that a length stands between ("two years before"), ``None`` where there are none.

    Each must name what happened; a second event without a name of its own is of the same people and things.
    """
    document, mention = claimed.document, claimed.mention
    sentence, lex = document.sentence_at(mention.start), lexicon(document.language)
    words = document.words_in(Span(mention.end, max(mention.end, sentence.end)))
    phrases = lex.offsets.get(words[0], ()) if lex and words else ()
    way = next((int(way) for phrase, way in phrases if tuple(words[: len(phrase)]) == phrase), 0)
    if lex and mention.reading.form == "order":
        way = lex.succession[mention.text.lower()]
    told = _content(document, sentence, sentence.start, mention.start)
    other = _content(document, sentence, mention.end, sentence.end)
    if not way or not event_keys(told, sentence) or not other:
        return None
    if not event_keys(other, sentence):
        other = (*other, *(word for word in told if event_keys((word,), sentence)))
    if not any(word.name for word in other):
        other = (*other, *(word for word in told if word.name))
    return Order(told, other) if way < 0 else Order(other, told)


def _content(document: Document, sentence: Span, start: int, end: int) -> tuple[Word, ...]:
    words = sentence_words(document, document.sentence_index(sentence.start))
    return tuple(
        word
        for word in words
        if start <= word.start < end and (word.weight >= WORD_WEIGHT or event_keys((word,), sentence))
    )


def by_order(length: Length | None, claimed: Occurrence, found: Occurrence) -> tuple[bool, str] | None:
    """Return whether the time between two events agrees with a claim's, and both dates in words.

    Without a length only their order is told. The passage dates one of the events, and another of its
    document, the only one that does, the other.
    """
    order, dated = order_of(claimed), point(found)
    if order is None or dated is None:
        return None
    leads = tells(order.first, found)
    if not leads and not tells(order.second, found):
        return None
    other = _only(order.second if leads else order.first, found)
    if other is None:
        return None
    first, second = (dated, other) if leads else (other, dated)
    if length is None:
        agrees = _precedes(first.interval, second.interval)
        if agrees is None and _precedes(second.interval, first.interval):
            first, second, agrees = second, first, False
    elif span := between(first.interval, second.interval):
        agrees = agrees_with(length, span)
    else:  # the other came first, or neither did
        first, second = second, first
        agrees = False if between(first.interval, second.interval) else None
    return None if agrees is None else (agrees, f"“{first.text}” and then “{second.text}”")


def _precedes(first: Interval, second: Interval) -> bool | None:
    """Return ``True`` where one stretch ends before another starts, else ``None``."""
    return True if first.end and second.start and first.end <= second.start else None


def point(found: Occurrence) -> Dated | None:
    """Return the date of a single event, ``None`` of a range or an open end."""
    reading: Reading = found.mention.reading
    plain = not (reading.limit or reading.ends or reading.loose or reading.other or reading.yearless)
    if reading.form != "period" or not plain or reading.interval is None or reading.precision == "range":
        return None
    return Dated(reading.interval, found.mention.text)


def _only(words: tuple[Word, ...], found: Occurrence) -> Dated | None:
    """Return the date of an event in the document of a passage, ``None`` where it has several or none."""
    others = {dated.interval: dated for dated in _all(words, found)}
    return next(iter(others.values())) if len(others) == 1 else None


def _all(words: tuple[Word, ...], found: Occurrence) -> Iterator[Dated]:
    for mention in mentions(found.document):
        other = found._replace(mention=mention)
        if mention.start != found.mention.start and (dated := point(other)) and tells(words, other):
            yield dated


def tells(words: tuple[Word, ...], found: Occurrence) -> bool:
    """Whether a passage says all words of an event, names perhaps before a pronoun, and dates it."""
    there = Setting.of(found)
    several = len(told_in(found.document, found.mention.start)) > 1
    keys = keys_of(there.clause_words) if several else there.keys
    named = keys | there.near if there.subject.refers_back else keys
    events = events_among(keys_of(words))
    if events.isdisjoint(events_of(found)):
        return False
    return all(not word.keys.isdisjoint(named if word.name else keys) for word in words)
