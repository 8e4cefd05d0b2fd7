"""Which events a date may be of, as the words of its clause and of its sentence tell."""

from factcheck.checks import Occurrence
from factcheck.keys import events_among
from factcheck.text import Document, Span
from factcheck.vocabulary import grammar
from factcheck.wording import Word, is_passive, keys_of
from factcheck_date.lexicon import lexicon
from factcheck_date.lives import untold_events
from factcheck_date.sentence_times import Told, clause_of, told_in, words_around

PUBLISHED = "e:publish"  # the event family of the packs
_RELEASED = frozenset(("e:release", "e:publish", "e:debut"))


def events_of(occurrence: Occurrence) -> frozenset[str]:
    """Return the events that a mention may be the date of."""
    if released := work_events(occurrence):
        return released
    return events_at(occurrence.document, occurrence.mention.start, occurrence.mention.end)


def work_events(occurrence: Occurrence) -> frozenset[str]:
    """Return what the year of "a 2002 film", *een film uit 2002* is of, empty where it is that of no work."""
    document, lex = occurrence.document, lexicon(occurrence.document.language)
    if lex is None:
        return frozenset()
    at = document.tokens.at(occurrence.mention.start)
    *noun, joined = document.tokens.words[max(0, at - 2) : at] or [""]
    named = {*occurrence.mention.reading.named.split(), *(noun if joined in lex.of_years else ())}
    return _RELEASED if not lex.works.isdisjoint(named) else frozenset()


def lasting(language: str) -> frozenset[str]:
    """Return the event keys of what lasts."""
    return frozenset(f"e:{key}" for key in grammar(language, "states"))


def events_at(document: Document, start: int, end: int) -> frozenset[str]:
    """Return the events a date may be of: those of its clause, or of its sentence where that has none."""
    memo: dict[tuple[int, int], frozenset[str]] = document.memo.setdefault("date.events", {})
    if (start, end) not in memo:
        memo[start, end] = _looked_up(document, start, end)
    return memo[start, end]


def _looked_up(document: Document, start: int, end: int) -> frozenset[str]:
    if untold := untold_events(document, start, end, spanning=_spanning(document, start)):
        return untold
    words, clause = words_around(document, start), clause_of(document, start)
    dates = [one for one in told_in(document, start) if _dates(one, clause)]
    own = own_stretch(words, dates, start, clause) if len(dates) > 1 else None
    words = tuple(word for word in words if not start <= word.start < end)  # "the start of 2001"
    words = _without_auxiliaries(words, document)
    for span in (own, clause):
        if span and (events := event_keys(words, Span(*span))):
            return events
    others = [clause_of(document, one.start) for one in told_in(document, start) if one.start != start]
    words = tuple(w for w in words if not any(begin <= w.start < stop for begin, stop in others))
    return event_keys(_outside_brackets(words, document, start), document.sentence_at(start))


def _without_auxiliaries(words: tuple[Word, ...], document: Document) -> tuple[Word, ...]:
    """Return words but for the auxiliary of a passive, which tells of no event: *werd* in *werd gebouwd*."""
    weak = grammar(document.language, "weak_events")
    auxiliaries = [word for word in words if document.text[word.start : word.end].lower() in weak]
    others = tuple(word for word in words if word not in auxiliaries)

    def of_passive(word: Word) -> bool:
        clause = clause_of(document, word.start)
        return is_passive(document, clause) or bool(event_keys(others, clause))

    dropped = [word for word in auxiliaries if of_passive(word)]
    return tuple(word for word in words if word not in dropped) if dropped else words


def _outside_brackets(words: tuple[Word, ...], document: Document, start: int) -> tuple[Word, ...]:
    """Return the words of a sentence but those in parentheses, which tell of something else."""
    text, sentence = document.text, document.sentence_at(start)
    if "(" not in text[sentence.start : sentence.end]:
        return words
    return tuple(
        word
        for word in words
        if text.count("(", sentence.start, word.start) <= text.count(")", sentence.start, word.start)
    )


def _spanning(document: Document, start: int) -> bool:
    return any(told.start == start and told.reading.ends for told in told_in(document, start))


def _dates(told: Told, clause: Span) -> bool:
    return told.reading.form == "period" and clause.start <= told.start < clause.end


def own_stretch(words: tuple[Word, ...], dates: list[Told], start: int, clause: Span) -> Span | None:
    """Return the part of a clause with several dates that belongs to the one at ``start``.

    Where the first date leads ("in 1994 she was elected and in 2001 ..."), each belongs to what follows it,
    else to what stands before it.
    """
    place = next((n for n, one in enumerate(dates) if one.start == start), None)
    if place is None:
        return None
    if not event_keys(words, Span(clause.start, dates[0].start)):
        after = dates[place + 1].start if place + 1 < len(dates) else clause.end
        return Span(dates[place].end, after)
    return Span(dates[place - 1].end if place else clause.start, start)


def event_keys(words: tuple[Word, ...], span: Span) -> frozenset[str]:
    """Return the event keys of the words that stand in a span."""
    return events_among(keys_of(word for word in words if span.start <= word.start < span.end))
