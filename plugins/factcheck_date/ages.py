"""How old somebody was, from the dates of a birth and of an event: born in May 1974, elected in June 2005.

Who was how old at what is read from the claim; the figure itself is one of the number check.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from factcheck.checks import Occurrence
from factcheck.model import Closeness, Relation
from factcheck.setting import Setting
from factcheck.text import Document
from factcheck.vocabulary import grammar
from factcheck.wording import WORD_WEIGHT, Word, keys_of, sentence_names, sentence_words
from factcheck_date import rules
from factcheck_date.calendar import Interval
from factcheck_date.events import events_of
from factcheck_date.lexicon import lexicon
from factcheck_date.lives import BORN, DIED, name_of
from factcheck_date.polarity import same_polarity
from factcheck_date.sentence_times import told_in
from factcheck_date.value import Reading

_ROUGH = 2  # years by which a hedged age may be off before it is called wrong


class Age(NamedTuple):
    """An age of a claim: whose, at what, and how many years, ``None`` for an open end.

    ``words`` tell what happened then, none where it is all of a life ("lived to be 90"), and ``pronouns`` who
    did it ("when she died"). ``under`` tells that the high end itself is excluded.
    """

    person: Sequence[Word]
    words: tuple[Word, ...]
    pronouns: frozenset[str]
    low: int | None
    high: int | None
    under: bool
    rough: bool


class Moment(NamedTuple):
    """A date of a passage and the days it may stand for."""

    found: Occurrence
    day: Interval


def by_age(claimed: Occurrence, found: Sequence[Occurrence]) -> Iterator[tuple[Occurrence, Relation]]:
    """Yield the dates of the event at which a claim gives an age, where a birth is dated too."""
    age = _age_of(claimed)
    if age is None:
        return
    near = [one for one in found if _may_be_of(age.person, one)]
    births = [moment for moment in _moments(near, BORN) if _is_of(age.person, moment.found)]
    born = _only(births)
    if born is None or _has_namesake(age.person, born.found):
        return
    answers = []
    for moment in _moments(near, "" if age.words else DIED):
        if same_polarity(claimed, moment.found) and _tells(age, moment.found, born.found):
            agrees = _agrees(age, _years(born.day, moment.day))
            answers.append((moment, agrees))
    backed = {id(moment.found.document) for moment, agrees in answers if agrees is not False}
    for moment, agrees in answers:
        if agrees or (agrees is False and id(moment.found.document) not in backed):  # elected twice
            yield moment.found, _relation(claimed, born, moment, agrees)


def _relation(claimed: Occurrence, born: Moment, moment: Moment, agrees: bool) -> Relation:
    low, high = _years(born.day, moment.day)
    years = f"{low}" if low == high else f"{low} or {high}"
    birth, then = born.found.mention.text, moment.found.mention.text
    said = f"“{birth}”" if birth == then else f"“{birth}” and “{then}”"
    total = f"{said} make {years} years (derived)"
    if agrees:
        return Relation(True, total, rules.DERIVED, Closeness.DERIVED)
    shown = f"claims “{claimed.mention.text}”; {total}"
    return Relation(False, shown, rules.DERIVED_DIFFERS, Closeness.DERIVED)


def _age_of(claimed: Occurrence) -> Age | None:
    """Return the age that a claim gives, ``None`` where its figure is none or nobody is named."""
    value = claimed.mention.value
    setting = Setting.of(claimed)
    if value.get("unit") != "year" or not setting.names:
        return None
    low, high = (_whole(value.get(key)) for key in ("low", "high"))
    person = setting.names[0]
    if (low is None and high is None) or not _leads(setting, person) or _is_aside(setting, person):
        return None
    words = _words(setting, person)
    if words is None:
        return None
    under = bool(getattr(claimed.mention.reading, "below", False))
    rough = bool(value.get("approximate"))
    return Age(person, words, _pronouns(claimed.document), low, high, under, rough)


def _pronouns(document: Document) -> frozenset[str]:
    return frozenset(grammar(document.language, "of_person")).intersection(document.tokens.words)


def _whole(number: object) -> int | None:
    """Return a number of years, ``None`` of an open end and of "two and a half"."""
    years = Decimal(str(number)) if number is not None else None
    return int(years) if years is not None and years % 1 == 0 else None


def _leads(setting: Setting, person: Sequence[Word]) -> bool:
    """Whether a sentence is of a person: no word of weight but the age stands before the name, nor "of"."""
    document, mention, start = setting.document, setting.mention, person[0].start
    if document.text[person[-1].end : person[-1].end + 2] in ("'s", "’s"):
        return False
    at = document.tokens.at(start)
    if at and document.tokens.words[at - 1] in grammar(document.language, "of"):
        return False
    behind = mention.start < start
    return behind or not any(
        word.start < start and word.weight >= WORD_WEIGHT for word in sentence_words(document, setting.index)
    )


def _is_aside(setting: Setting, person: Sequence[Word]) -> bool:
    """Whether an age behind a name is that of the day somebody writes: "Ann Poe, 50, was elected"."""
    words = setting.document.tokens.words
    lex, at = lexicon(setting.document.language), setting.document.tokens.at(setting.mention.start) - 1
    if lex is not None and words[at] in lex.ages_before:
        at -= 1
    return person[0].start < setting.mention.start and at >= 0 and words[at] in (",", "(")


def _words(setting: Setting, person: Sequence[Word]) -> tuple[Word, ...] | None:
    """Return the words that say at what somebody was so old, none for a life, ``None`` where it is unsaid."""
    document, mention = setting.document, setting.mention
    lex = lexicon(document.language)
    if lex is None or told_in(document, mention.start):
        return None
    words = tuple(
        word
        for word in sentence_words(document, setting.index)
        if word not in person
        and word.weight >= WORD_WEIGHT
        and not mention.start <= word.start < mention.end
        and document.text[word.start : word.end].lower() not in lex.aging
    )
    if words:
        return () if all(DIED in word.keys for word in words) else words
    return None if lex.aging.isdisjoint(document.words_in(setting.sentence)) else ()


def _moments(found: Sequence[Occurrence], event: str) -> Iterator[Moment]:
    """Yield the plain dates of an event, or of any; of a life in brackets its first or its last date."""
    for one in found:
        reading: Reading = one.mention.reading
        if reading.form != "period" or reading.limit or reading.loose or reading.other or reading.yearless:
            continue
        events = events_of(one) if event or reading.ends else frozenset()
        if event and event not in events:
            continue
        if reading.ends:
            if not event or events != {BORN, DIED}:
                continue
            reading = reading.ends[0 if event == BORN else 1]
        elif reading.precision not in ("day", "month", "year"):
            continue
        if reading.interval and reading.interval.start and reading.interval.end:
            yield Moment(one, reading.interval)


def _only(moments: Iterable[Moment]) -> Moment | None:
    """Return the finest of some dates that lie in each other, ``None`` where two are apart."""
    best: Moment | None = None
    for moment in moments:
        if best is None or best.day.contains(moment.day):
            best = moment
        elif not moment.day.contains(best.day):
            return None
    return best


def _may_be_of(person: Sequence[Word], found: Occurrence) -> bool:
    setting = Setting.of(found)
    return setting.subject.refers_back or not person[-1].keys.isdisjoint(setting.keys)


def _is_of(person: Sequence[Word], found: Occurrence) -> bool:
    """Whether a passage tells of a person: by the name before its brackets or at its head, or a pronoun.

    A line of a fact sheet tells of whom its title names.
    """
    setting, name = Setting.of(found), name_of(found)
    if name is not None:
        return _is_named(person, name)
    if setting.is_field:
        return not person[-1].keys.isdisjoint(setting.section)
    if not setting.subject.refers_back:
        return False
    return not person[-1].keys.isdisjoint(setting.referred) or _goes_on(person, found.document, setting.index)


def _goes_on(person: Sequence[Word], document: Document, index: int) -> bool:
    """Whether "he" or "she" opens a sentence and those before it tell of nobody but a person."""
    pronouns = grammar(document.language, "of_person")
    while index and document.tokens.words[document.tokens.at(document.sentences[index].start)] in pronouns:
        index -= 1
        names = [
            name
            for name in sentence_names(document, index)
            if len(name) > 1 or name[0].keys & person[-1].keys
        ]
        if any(not _is_named(person, name) for name in names):
            return False
        if names:
            return names[0][0].start == document.sentences[index].start
    return False


def _is_named(person: Sequence[Word], name: Sequence[Word]) -> bool:
    """Whether a name is a claim's person: by the surname, with no other first name."""
    if not any(word.keys & person[-1].keys for word in name):
        return False
    own = keys_of(person)
    told = keys_of(name)
    return all(word.keys & own for word in name) or all(word.keys & told for word in person)


def _has_namesake(person: Sequence[Word], found: Occurrence) -> bool:
    """Whether a text names two people of a surname, and a claim does not say which."""
    if len(person) > 1:
        return False
    document = found.document
    names = (name for index in range(len(document.sentences)) for name in sentence_names(document, index))
    full = {
        document.text[name[0].start : name[0].end]
        for name in names
        if len(name) > 1 and name[-1].keys & person[0].keys
    }
    return len(full) > 1


def _tells(age: Age, found: Occurrence, born: Occurrence) -> bool:
    """Whether a passage is of the same person and of what happened at the age, word for word."""
    if not _is_of(age.person, found):
        return False
    if found.document is not born.document and len(age.person) < len(name_of(born) or ()):
        return False  # a surname alone may be that of another in another text
    setting, document = Setting.of(found), found.document
    if not age.words:  # "when he died" is not of a person who is "she"
        return age.pronouns <= (_pronouns(document) or age.pronouns)
    keys = keys_of(_told_of(setting))
    return all(not word.keys.isdisjoint(keys) for word in age.words)


def _told_of(setting: Setting) -> Sequence[Word]:
    """Return the words of a date's clause, of the one before for "*and in May 2012*", or of its sentence."""
    document = setting.document
    times = told_in(document, setting.mention.start)
    if len(times) == 1:
        return sentence_words(document, setting.index)
    parts, own = setting.parts
    for clause in parts[own::-1][:2]:
        told = [word for word in sentence_words(document, setting.index) if clause.holds(word.start)]
        told = [word for word in told if not any(one.start <= word.start < one.end for one in times)]
        if any(not word.name for word in told):
            return told
    return ()


def _years(born: Interval, then: Interval) -> tuple[int, int]:
    """Return the least and the most years that lie between two days, each known to the month or year only."""
    if not (born.start and born.end and then.start and then.end):
        raise ValueError("an open end")
    one = timedelta(1)
    return _full(born.end - one, then.start), _full(born.start, then.end - one)


def _full(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _agrees(age: Age, years: tuple[int, int]) -> bool | None:
    least, most = years
    if least < 0:
        return None
    low = age.low if age.low is not None else 0
    high = most if age.high is None else age.high - age.under
    if low <= least and most <= high:
        return True
    slack = _ROUGH if age.rough else 0
    return False if most < low - slack or least > high + slack else None
