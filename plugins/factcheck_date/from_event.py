"""Dates told from an event that the text dates elsewhere: "eleven days after the opening"."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks import Occurrence
from factcheck.model import Mention
from factcheck.text import Document, Span
from factcheck.wording import WORD_WEIGHT, Word, sentence_words
from factcheck_date.calendar import Interval
from factcheck_date.counted import moved
from factcheck_date.events import event_keys
from factcheck_date.extract import mentions
from factcheck_date.lexicon import lexicon
from factcheck_date.order import tells
from factcheck_date.sentence_times import told_in
from factcheck_date.value import Reading

_MARKS = frozenset(",;:()—–.!?")


def from_event(found: Occurrence) -> Occurrence:
    """Return a length of time that is counted from a dated event as the date it leads to, else as it is.

    It then ends behind what names that event, whose words tell of another day.
    """
    memo: dict[int, Mention | None] = found.document.memo.setdefault("date.from_event", {})
    start = found.mention.start
    if start not in memo:
        memo[start] = _dated(found)
    mention = memo[start]
    return found if mention is None else found._replace(mention=mention)


def _dated(found: Occurrence) -> Mention | None:
    document, mention = found.document, found.mention
    reading: Reading = mention.reading
    way, phrase = _event_phrase(document, mention)
    length = reading.length
    if reading.form != "duration" or length is None or not length.plain or not way or phrase is None:
        return None
    words = _naming(document, phrase)
    dates = set(_dates_of(words, found)) if words else set()
    if len(dates) != 1:
        return None
    counted = moved(dates.pop(), reading, length, way, exact=_is_exact(document, mention))
    return mention._replace(end=words[-1].end, reading=counted) if counted.form == "period" else None


def _event_phrase(document: Document, mention: Mention) -> tuple[int, Span | None]:
    """Return which way a length is counted ("after"), and what names the event, up to a mark or a date."""
    lex, tokens = lexicon(document.language), document.tokens
    at = tokens.at(mention.end)
    phrases = lex.offsets.get(tokens.words[at], ()) if lex and at < len(tokens.words) else ()
    found = next(
        ((len(p), int(way)) for p, way in phrases if tuple(tokens.words[at : at + len(p)]) == p), None
    )
    if found is None:
        return 0, None
    first = last = at + found[0]
    sentence = document.sentence_at(mention.start)
    dates = [one.start for one in told_in(document, mention.start) if one.start > mention.start]
    end = min([sentence.end, *dates])
    while last < len(tokens.words) and tokens.starts[last] < end and tokens.words[last] not in _MARKS:
        last += 1
    return (found[1], Span(tokens.starts[first], tokens.ends[last - 1])) if last > first else (0, None)


def _naming(document: Document, span: Span) -> tuple[Word, ...]:
    """Return the words that name an event, up to the verb a clause ends with: "na haar *dood* gesloopt"."""
    named: list[Word] = []
    happened = False
    for word in sentence_words(document, document.sentence_index(span.start)):
        if not span.start <= word.start < span.end:
            continue
        event = bool(event_keys((word,), span))
        if event and happened:
            break
        happened |= event
        if event or word.weight >= WORD_WEIGHT:
            named.append(word)
    return tuple(named) if happened else ()


def _dates_of(words: tuple[Word, ...], found: Occurrence) -> Iterator[Interval]:
    """Yield the dates that a document gives of an event."""
    for mention in mentions(found.document):
        reading: Reading = mention.reading
        plain = not (reading.limit or reading.ends or reading.loose or reading.other)
        if reading.form != "period" or not plain or not reading.interval or reading.precision == "range":
            continue
        if mention.start != found.mention.start and tells(words, found._replace(mention=mention)):
            yield reading.interval


def _is_exact(document: Document, mention: Mention) -> bool:
    lex, at = lexicon(document.language), document.tokens.at(mention.start)
    return bool(lex and at and document.tokens.words[at - 1] in lex.exactly)
