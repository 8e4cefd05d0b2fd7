"""Whether a date of the claim and one of a source date the same event: the core's answer, made stricter.

A date belongs to an event, not to a noun. What merely shares its subject with the claim may support it, and
contradicts it only where it tells of the same event of the same named people and things.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from factcheck import languages
from factcheck.checks import Occurrence
from factcheck.clauses import clause_at, clauses, figures, titled_time
from factcheck.keys import events_among
from factcheck.lazy import kept
from factcheck.model import Mention
from factcheck.setting import Setting
from factcheck.text import Document, Span, function_words
from factcheck.vocabulary import all_keys, grammar, word_keys
from factcheck.wording import WORD_WEIGHT, Word, is_passive, keys_of, sentence_words, subject
from factcheck_date.extract import mentions
from factcheck_date.lexicon import lexicon
from factcheck_date.lives import untold_events
from factcheck_date.value import Reading

_PUBLISHED = "e:publish"  # the event family of the packs
_RELEASED = frozenset(("e:release", "e:publish", "e:debut"))
_EDGE, _DATELINE = 600, 16  # characters of a head or foot; tokens of a line in it
_COMMON = 2  # grammar words of such a line: reprinted in the Gull
_FIGURE = re.compile(r"\S*\d\S*")
_MARKS = ".,;:!?()[]\"'“”‘’"
_PLANNED = 3  # tokens before a date that may say it was a plan: "due in the"
_NEAR = 2  # sentences before a passage that may name what it is about


def apart(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether two sentences have no word in common, so that their dates need not be compared.

    A sentence that begins with a pronoun may speak of what stands before it, and what was published, of the
    whole document.
    """
    ours, theirs = Setting.of(claimed), Setting.of(found)
    if theirs.subject.refers_back or not ours.keys.isdisjoint(theirs.keys):
        return False
    return not of_publishing(claimed)


def may_be_one(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether nothing says that the two date different events."""
    if _named_apart(claimed, found) or _named_apart(found, claimed):
        return False
    if claimed.mention.reading.form != "period":
        return True
    ours, theirs = events_of(claimed), events_of(found)
    return not ours or not theirs or not ours.isdisjoint(theirs)


def is_one(claimed: Occurrence, found: Occurrence, *, agree: bool) -> bool:
    """Whether the passage tells of the claim's event and names all that the claim names.

    A document's dateline tells when it was published. A length of time needs no event, but
    where both name one, or a passage is the field of a fact sheet, it is that of the claim. Living somewhere
    since a day is no event of that day: any other "since" of the same people and places agrees with it,
    though none contradicts it.
    """
    ours = events_of(claimed)
    if claimed.mention.reading.form == "period":
        if claimed.mention.reading.precision == found.mention.reading.precision == "range":
            return False  # there are many seasons and terms of office
        if agree and _PUBLISHED in ours and _is_dateline(found):
            return True
        theirs = events_of(found)
        if agree and _since_both(claimed, found):
            ours -= lasting(claimed.document.language)
        told = ours or _dates_a_start(claimed, found) or found.mention.reading.precision == "range"
        if told and ours.isdisjoint(theirs):
            return False
    elif ours and ours.isdisjoint(theirs := events_of(found)) and (theirs or Setting.of(found).is_field):
        return False
    return names_all(claimed, found)


def _since_both(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether both tell since when something is so, or both until when."""
    limit = claimed.mention.reading.limit
    return limit in ("since", "until") and limit == found.mention.reading.limit


def lasting(language: str) -> frozenset[str]:
    """Return the event keys of what lasts."""
    return frozenset(f"e:{key}" for key in grammar(language, "states"))


def _dates_a_start(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether the claim tells since when, and the passage has a date that need not be that of the start."""
    ours, theirs = claimed.mention.reading, found.mention.reading
    return ours.limit in ("since", "until") and not (theirs.limit or theirs.anchored)


def _named_apart(named: Occurrence, other: Occurrence) -> bool:
    """Whether one year stands in a name ("the 2016 prize") that the other's sentence does not mention."""
    phrase = named.mention.reading.named.split()
    if not phrase or not set(phrase).isdisjoint(other.mention.reading.named.split()):
        return False
    if not work_events(named).isdisjoint(events_of(other)):
        return False
    keys = all_keys(phrase, named.document.language)
    return keys.isdisjoint(keys_of(_sentence(other.document, other.mention.start)))


def _sentence(document: Document, offset: int) -> tuple[Word, ...]:
    return sentence_words(document, document.sentence_index(offset))


class Told(NamedTuple):
    """A time expression of a sentence, with its place in the document."""

    start: int
    end: int
    reading: Reading


def elsewhere(occurrence: Occurrence, other: Occurrence) -> list[Told]:
    """Return the other time expressions of a mention's sentence that may date what ``other`` dates."""
    document, start = occurrence.document, occurrence.mention.start
    events = _events(other.document, other.mention.start, other.mention.end)
    found = []
    for told in told_in(document, start):
        theirs = _events(document, told.start, told.end)
        if is_planned(document, told) and not is_planned(other.document, other.mention):
            continue
        if told.start != start and not (events and theirs and events.isdisjoint(theirs)):
            found.append(told)
    return found


def is_planned(document: Document, told: Told | Mention) -> bool:
    """Whether a date is one that something was planned for: "due in the summer of 1999"."""
    lex, at = lexicon(document.language), document.tokens.at(told.start)
    before = document.tokens.words[max(0, at - _PLANNED) : at]
    return lex is not None and not lex.planned.isdisjoint(before)


def of_a_rival(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether the claim's event is of another time of the passage's sentence, and this time is of none."""
    ours, document = events_of(claimed), found.document
    if not ours or events_of(found):
        return False
    return any(
        told.start != found.mention.start and not ours.isdisjoint(_events(document, told.start, told.end))
        for told in told_in(document, found.mention.start)
    )


def told_in(document: Document, offset: int) -> list[Told]:
    """Return the time expressions of the sentence that holds an offset."""
    memo: dict[int, list[Told]] = document.memo.setdefault("date.sentences", {})
    start, end = document.sentence_at(offset)
    if start not in memo:
        inside = (one for one in mentions(document) if start <= one.start < end)
        memo[start] = [Told(one.start, one.end, one.reading) for one in inside]
    return memo[start]


def _events(document: Document, start: int, end: int) -> frozenset[str]:
    """Return the events a date may be of: those of its clause, or of its sentence where that has none."""
    memo: dict[tuple[int, int], frozenset[str]] = document.memo.setdefault("date.events", {})
    if (start, end) not in memo:
        memo[start, end] = _looked_up(document, start, end)
    return memo[start, end]


def _looked_up(document: Document, start: int, end: int) -> frozenset[str]:
    if untold := untold_events(document, start, end, spanning=_spanning(document, start)):
        return untold
    words, clause = _sentence(document, start), clause_of(document, start)
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


def events_of(occurrence: Occurrence) -> frozenset[str]:
    """Return the events that a mention may be the date of."""
    if released := work_events(occurrence):
        return released
    return _events(occurrence.document, occurrence.mention.start, occurrence.mention.end)


def work_events(occurrence: Occurrence) -> frozenset[str]:
    """Return what the year of "a 2002 film" is of, empty where it is that of no work."""
    lex = lexicon(occurrence.document.language)
    named = occurrence.mention.reading.named.split()
    return _RELEASED if lex and not lex.works.isdisjoint(named) else frozenset()


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


def clause_of(document: Document, start: int) -> Span:
    """Return the clause of a sentence that holds an offset."""
    index = document.sentence_index(start)
    clause = clauses(document, index)[clause_at(document, index, start)]
    return Span(clause.start, clause.end)


def names_all(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether each name of the claim's sentence is in the passage, near it, or what the text is about.

    A text that begins without saying what it speaks of ("It was opened …") leaves the names open.
    """
    document = found.document
    if Setting.of(found).subject.unsaid:
        return True
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
    told = told_in(claimed.document, claimed.mention.start)
    given = Setting.of(claimed).subject.by_surname(Setting.of(found))
    return all(
        word.start in given or not word.keys.isdisjoint(said) or not word.keys.isdisjoint(subject(document))
        for word in _sentence(claimed.document, claimed.mention.start)
        if word.name and not any(one.start <= word.start < one.end for one in told)
    )


def names_alone(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether two sentences share no more than names, and the passage tells of an event the claim has not.

    Who sang for two weeks may have been jailed for two years.
    """
    theirs = events_of(found)
    entry = found.document.text[found.mention.end : found.mention.end + 1] == ":"  # of a history of changes
    if not theirs.isdisjoint(events_of(claimed)):
        return False
    if not entry and (not theirs or Setting.of(found).is_field):
        return False
    told, keys = told_in(claimed.document, claimed.mention.start), Setting.of(found).keys
    words = [
        word
        for word in _sentence(claimed.document, claimed.mention.start)
        if not word.name
        and word.weight >= WORD_WEIGHT
        and not any(one.start <= word.start < one.end for one in told)
    ]
    return bool(words) and all(word.keys.isdisjoint(keys) for word in words)


def tells_nothing(claimed: Occurrence) -> bool:
    """Whether a claim may only point to what it dates: "She *did so* in 1996"."""
    document = claimed.document
    words = " ".join(document.words_in(document.sentence_at(claimed.mention.start)))
    return any(
        f" {phrase.replace('_', ' ')} " in f" {words} " for phrase in grammar(document.language, "pro_verbs")
    )


def lives_elsewhere(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether the claim tells since when something lasts, and the passage since when something else does."""
    ours = events_of(claimed)
    lasts = ours <= lasting(claimed.document.language) and ours.isdisjoint(events_of(found))
    return bool(ours) and lasts and _since_both(claimed, found)


def another_year(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether a day without a year may be one of another year, which its own sentence tells beside it."""
    if not (claimed.mention.reading.yearless or found.mention.reading.yearless):
        return False
    ours, theirs = (
        {told.reading.interval for told in told_in(one.document, one.mention.start) if _is_year(told)}
        for one in (claimed, found)
    )
    return bool(theirs) and ours.isdisjoint(theirs)


def _is_year(told: Told) -> bool:
    return told.reading.precision == "year" and not told.reading.limit


def is_same_sentence(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether two sentences differ by no more than the mentions in them."""
    return _around(claimed) == _around(found)


def _around(occurrence: Occurrence) -> tuple[str, str]:
    document, mention = occurrence.document, occurrence.mention
    start, end = document.sentence_at(mention.start)
    return document.text[start : mention.start], document.text[mention.end : end]


def other_figures(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether both sentences give figures beside their dates, and none in common: version 3.8 is not 3.9."""
    ours, theirs = _figures(claimed), _figures(found)
    return bool(ours and theirs and ours.isdisjoint(theirs))


def _figures(occurrence: Occurrence) -> frozenset[str]:
    """Return the words with a digit in a mention's sentence, those of its dates left out."""
    document, start = occurrence.document, occurrence.mention.start
    sentence, told = document.sentence_at(start), told_in(document, start)
    return frozenset(
        document.text[begin:end].strip(_MARKS).lower()
        for begin, end in map(re.Match.span, _FIGURE.finditer(document.text, *sentence))
        if not any(one.start < end and begin < one.end for one in told)
    )


def in_front_matter(found: Occurrence) -> bool:
    """Whether a date stands in the block of fields that opens a document, and so dates the document."""
    text = found.document.text.lstrip("\ufeff")
    return text.startswith("---") and 0 <= found.mention.start < text.find("\n---", 3)


def of_publishing(occurrence: Occurrence) -> bool:
    """Whether a mention may be the date of a publication."""
    return _PUBLISHED in events_of(occurrence)


def tells_publication(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether a claim tells when a document appeared, and the other mention is a document's dateline."""
    if not of_publishing(claimed) or not _is_dateline(found):
        return False
    kinds = set(languages.load(claimed.document.language, "dates").get("documents", "").split())
    inside = claimed.document.words_in(claimed.document.sentence_at(claimed.mention.start))
    return not kinds.isdisjoint(inside)


def lasts(occurrence: Occurrence) -> bool:
    """Whether a length of time is how long something lasts: "took nine days"."""
    tokens, mention = occurrence.document.tokens, occurrence.mention
    before = tokens.words[max(0, tokens.at(mention.start) - 2) : tokens.at(mention.start)]
    verbs = grammar(occurrence.document.language, "lasting")
    return mention.reading.form == "duration" and any(word in verbs for word in before)


def titles(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether a time is that of a figure of the claim and of all a text tells by its title: *Report 2023*.

    The minutes of one day tell of no year.
    """
    document = found.document
    if found.mention.reading.precision == "day" != claimed.mention.reading.precision:
        return False
    if found.mention.start >= document.sentences[0].end or titled_time(document) is None:
        return False
    return may_be_titled(Setting.of(claimed))


@kept
def may_be_titled(claimed: Setting) -> bool:
    """Whether a claim's time is that of a figure, and may be that of a whole text."""
    if claimed.mention.reading.limit:
        return False  # what must be done by 2025 was not done when the text appeared
    return any(one.kind != claimed.mention.kind for one in figures(claimed.document, claimed.sentence))


def of_publication(claimed: Occurrence, found: Occurrence) -> bool | None:
    """Whether a dateline is that of the publication a claim names; ``None`` where the claim names none.

    A reprint has two: the one whose line names what the claim names is meant.
    """
    document = found.document
    named = [word for word in _sentence(claimed.document, claimed.mention.start) if word.name]
    told = told_in(claimed.document, claimed.mention.start)
    named = [word for word in named if not any(one.start <= word.start < one.end for one in told)]
    if any(word.keys.isdisjoint(key for other in _head(document) for key in other.keys) for word in named):
        return False
    lines = {one.start: _line_keys(document, one.start) for one in datelines(document)}
    saying = [start for start, keys in lines.items() if any(not word.keys.isdisjoint(keys) for word in named)]
    if saying and found.mention.start not in saying:
        return False
    return True if named else None


def datelines(document: Document) -> list[Mention]:
    """Return the dates of a document that stand in its head or foot, in lines that are no sentences."""
    if "date.datelines" not in document.memo:
        found = [one for one in mentions(document) if _is_dateline(Occurrence(one, document))]
        document.memo["date.datelines"] = found
    return document.memo["date.datelines"]  # type: ignore[no-any-return]


def _line_keys(document: Document, offset: int) -> frozenset[str]:
    start, end = _line(document.text, offset)
    return keys_of(word for word in _sentence(document, offset) if start <= word.start < end)


def _head(document: Document) -> Iterator[Word]:
    """Yield the words with which a document introduces itself, or tells at its foot where it stood before."""
    last = len(document.text) - _EDGE
    for index, (start, end) in enumerate(document.sentences):
        if start <= _EDGE or end > last:
            yield from sentence_words(document, index)


def _is_dateline(found: Occurrence) -> bool:
    """Whether a date stands in the fields, head or foot of a document, in a line that is no sentence."""
    if in_front_matter(found):
        return True
    document, text = found.document, found.document.text
    start, end = _line(text, found.mention.start)
    if not (start < _EDGE or end > len(text) - _EDGE) or text[start:end].rstrip()[-1:] in ".!?":
        return False
    words, common = document.words_in(Span(start, end)), function_words(document.language)
    return len(words) <= _DATELINE and sum(word in common for word in words) <= _COMMON


def _line(text: str, offset: int) -> tuple[int, int]:
    end = text.find("\n", offset)
    return text.rfind("\n", 0, offset) + 1, end if end >= 0 else len(text)
