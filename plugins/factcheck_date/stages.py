"""How long something lasted, from the dates of its begin and its end: appointed in 2001, dismissed in 2010.

Both must be told of the claim's thing, in one sentence or in the next, which goes on about it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.checks import Occurrence
from factcheck.model import Closeness, Relation
from factcheck.setting import Setting
from factcheck.vocabulary import grammar, word_list
from factcheck.wording import WORD_WEIGHT, Word, happenings, keys_of, sentence_words
from factcheck_date import rules
from factcheck_date.calendar import Interval
from factcheck_date.events import events_of
from factcheck_date.extract import mentions
from factcheck_date.lexicon import lexicon
from factcheck_date.polarity import same_polarity
from factcheck_date.reckon import agrees_in_days, agrees_with, between, in_words
from factcheck_date.same_event import names_all
from factcheck_date.sentence_times import clause_of, told_in
from factcheck_date.value import Length, Reading

_BEGINS = frozenset(("e:begin", "e:take_office", "e:hire", "e:join"))
_ENDS = frozenset(("e:end", "e:leave", "e:resign", "e:retire", "e:dismiss"))
_WORKS = frozenset(("e:build", "e:work"))  # what begins where something is built, that opens in the end


class Stages(NamedTuple):
    """The dates of a begin and an end, and the words between which the passage tells of them."""

    first: Interval
    last: Interval
    text: str


def lasts(occurrence: Occurrence) -> bool:
    """Whether a length of time is how long something lasts: "took nine days"."""
    tokens, mention = occurrence.document.tokens, occurrence.mention
    before = tokens.words[max(0, tokens.at(mention.start) - 2) : tokens.at(mention.start)]
    verbs = grammar(occurrence.document.language, "lasting")
    return mention.reading.form == "duration" and any(word in verbs for word in before)


def by_stages(claimed: Occurrence, found: Sequence[Occurrence]) -> Iterator[tuple[Occurrence, Relation]]:
    """Yield the begins that passages date together with an end, where they tell how long a claim's thing was.

    "The strike began on 3 May and ended on 2 June" gives both for "the strike lasted a month".
    """
    reading: Reading = claimed.mention.reading
    if reading.form != "duration" or reading.offset or not reading.length:
        return
    if len(told_in(claimed.document, claimed.mention.start)) != 1 or not _is_of_all(claimed):
        return
    ours = Setting.of(claimed).keys
    near = [one for one in found if not ours.isdisjoint(Setting.of(one).keys)]
    told = [(one, stages) for one in near if (stages := _stages(claimed, one))]
    texts = [one.document for one, _ in told]
    for one, stages in told:
        agrees = _agrees(reading.length, stages)
        again = texts.count(one.document) > 1  # a second term, another strike
        if agrees or (agrees is False and not again):
            yield one, _relation(claimed, stages, agrees)


def _is_of_all(claimed: Occurrence) -> bool:
    """Whether a length is all that a claim tells: "lasted", "was mayor for", not "was called off for"."""
    if lasts(claimed):
        return True
    document, lex = claimed.document, lexicon(claimed.document.language)
    plain = {*grammar(document.language, "copulas"), *(lex.lasting if lex else ())}
    verbs = word_list(document.language, "verbs")
    words = document.words_in(clause_of(document, claimed.mention.start))
    told = [word for word in words if word in verbs or happenings(word, document.language)]
    return all(word in plain for word in told)


def _agrees(length: Length, stages: Stages) -> bool | None:
    if length.seconds:
        return agrees_in_days(length, stages.first, stages.last)
    span = between(stages.first, stages.last)
    return agrees_with(length, span) if span else None


def _relation(claimed: Occurrence, stages: Stages, agrees: bool) -> Relation:
    total = f"{stages.text} make {_shown(claimed, stages)} (derived)"
    if agrees:
        return Relation(True, total, rules.DERIVED, Closeness.DERIVED)
    shown = f"claims “{claimed.mention.text}”; {total}"
    return Relation(False, shown, rules.DERIVED_DIFFERS, Closeness.DERIVED)


def _shown(claimed: Occurrence, stages: Stages) -> str:
    """Return the length between two stages in words, in the claim's sort of unit."""
    first, last = stages.first.start, stages.last.start
    if claimed.mention.reading.length.seconds and first and last:
        return f"{(last - first).days} days"
    span = between(stages.first, stages.last)
    return in_words(span.usual[0]) if span else ""


def _stages(claimed: Occurrence, found: Occurrence) -> Stages | None:
    """Return the begin that a passage dates and the end, ``None`` where it is no begin of that thing."""
    first = _begin(claimed, found)
    if first is None or not same_polarity(claimed, found):
        return None
    ends = [(last, other) for other in _after(found) if (last := _end(claimed, found, other))]
    if len(ends) != 1:
        return None
    last, other = ends[0]
    return Stages(first, last, f"“{found.mention.text}” and “{other.mention.text}”")


def _begin(claimed: Occurrence, found: Occurrence) -> Interval | None:
    """Return the date of a begin of what a claim tells of."""
    events = events_of(found)
    if events.isdisjoint(_BEGINS) or not events.isdisjoint(_ENDS) or not names_all(claimed, found):
        return None
    built = "e:build" in events_of(claimed)
    if built and events.isdisjoint(_WORKS):
        return None
    words = [word for word in _telling(claimed) if not (built and "e:build" in word.keys)]
    own = keys_of(_until(found))
    if words and all(word.keys.isdisjoint(own) for word in words):
        return None
    said = own | Setting.of(found).near
    return _point(found) if all(not word.keys.isdisjoint(said) for word in words) else None


def _end(claimed: Occurrence, begun: Occurrence, found: Occurrence) -> Interval | None:
    """Return the date of an end of what has begun, where its clause tells of nothing else."""
    events, day = events_of(found), _point(found)
    opened = "e:build" in events_of(claimed) and "e:begin" in events and events.isdisjoint(("e:work",))
    if day is None or not (opened or not events.isdisjoint(_ENDS)):
        return None
    known = Setting.of(claimed).keys.union(*(word.keys for word in _until(begun)))
    own = found.mention
    told = [word for word in Setting.of(found).clause_words if not own.start <= word.start < own.end]
    ended = [word.start for word in told if not word.keys.isdisjoint(_ENDS)]
    if ended and any(word.start < ended[0] and word.keys.isdisjoint(known) for word in told):
        return None  # it is something else that ended
    other = any(key[:2] == "c:" and word.keys.isdisjoint(known) for word in told for key in word.keys)
    return None if other else day


def _until(found: Occurrence) -> list[Word]:
    """Return the words of a sentence up to the end of a date's clause."""
    setting, end = Setting.of(found), clause_of(found.document, found.mention.start).end
    return [word for word in sentence_words(found.document, setting.index) if word.start < end]


def _after(found: Occurrence) -> Iterator[Occurrence]:
    """Yield the dates behind one in its sentence and in the next, if that begins with a pronoun."""
    document, index = found.document, Setting.of(found).index
    for mention in mentions(document):
        other = found._replace(mention=mention)
        there = document.sentence_index(mention.start)
        if mention.start > found.mention.start and (
            there == index or (there == index + 1 and Setting.of(other).subject.refers_back)
        ):
            yield other


def _telling(claimed: Occurrence) -> list[Word]:
    """Return the words of a claim but for names, its length and what only says that something lasts."""
    document, lex = claimed.document, lexicon(claimed.document.language)
    lasting = {*grammar(document.language, "lasting"), *(lex.lasting if lex else ())}
    mention = claimed.mention
    return [
        word
        for word in sentence_words(document, document.sentence_index(mention.start))
        if not word.name
        and word.weight >= WORD_WEIGHT
        and not mention.start <= word.start < mention.end
        and document.text[word.start : word.end].lower() not in lasting
    ]


def _point(found: Occurrence) -> Interval | None:
    """Return the days of a plain date, ``None`` of a range or an open end."""
    reading: Reading = found.mention.reading
    plain = not (reading.limit or reading.ends or reading.loose or reading.other or reading.yearless)
    dated = reading.form == "period" and reading.precision in ("day", "month", "year")
    return reading.interval if plain and dated else None
