"""How long somebody was active, from the years that a line of a fact sheet gives: *1963-1971*."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.checks import Occurrence
from factcheck.clauses import figures
from factcheck.model import Closeness, Mention, Relation
from factcheck.text import Document
from factcheck_date import rules
from factcheck_date.calendar import Interval, shift
from factcheck_date.events import events_of
from factcheck_date.extract import mentions
from factcheck_date.lexicon import lexicon
from factcheck_date.lives import BORN
from factcheck_date.reckon import agrees_with, between, in_words
from factcheck_date.value import Length, Reading

_MORE, _LESS = ("at_least", "more_than"), ("at_most", "less_than")
_YEAR = 12  # months


def is_stretch(reading: Reading) -> bool:
    """Whether a time has a begin, and an end or "present"."""
    return reading.form == "period" and bool(reading.ends or (reading.limit == "since" and reading.bounding))


class _Total(NamedTuple):
    """Whether stretches agree with a length, ``None`` where they do not tell, and how long they are."""

    agrees: bool | None
    length: str


def by_stretches(claimed: Occurrence, given: Sequence[Mention], document: Document) -> Relation:
    """Return what the stretches of a line make of a claim's length, in years and months."""
    runs = [[one] for one in given] if _is_unbroken(claimed) else [list(given)]
    totals = [_total(claimed.mention.reading.length, run, document) for run in runs]
    verdicts = {total.agrees for total in totals}
    agrees = True if True in verdicts else None if None in verdicts else False
    if agrees is None:
        return Relation(None, "how long it was in all cannot be told")
    told = " and ".join(f"“{one.text}”" for one in given)
    total = f"{told} make {' and '.join(one.length for one in totals)} (derived)"
    if agrees:
        return Relation(True, total, rules.DERIVED, Closeness.DERIVED)
    shown = f"claims “{claimed.mention.text}”; {total}"
    return Relation(False, shown, rules.DERIVED_DIFFERS, Closeness.DERIVED)


def _is_unbroken(claimed: Occurrence) -> bool:
    """Whether a claim says that a length is that of one stretch: "for twenty years *without a break*"."""
    lex, sentence = lexicon(claimed.document.language), claimed.document.sentence_at(claimed.mention.start)
    return lex is not None and not lex.unbroken.isdisjoint(claimed.document.words_in(sentence))


def _total(length: Length, given: Sequence[Mention], document: Document) -> _Total:
    """Hold a length against what lies between the first begin and the last end, as far as that tells.

    With breaks between it is the most there can be. What goes on has lasted at least so long, and grows.
    """
    first, last = _begin(given[0].reading), _end(given[-1].reading, document)
    span = between(first, last) if first and last else None
    if span is None:
        return _Total(None, "")
    agrees = agrees_with(length, span)
    if given[-1].reading.ends:
        decides = len(given) == 1 or (agrees is False and length.bound in _MORE)
    else:
        decides = len(given) == 1 and length.bound in (_MORE if agrees else _LESS)
    return _Total(agrees if decides else None, in_words(span.usual[0]))


def _begin(reading: Reading) -> Interval | None:
    return reading.ends[0].interval if reading.ends else reading.bounding


def _end(reading: Reading, document: Document) -> Interval | None:
    """Return the end of a stretch; of one that goes on, when the sheet was written, as far as it tells."""
    if reading.ends:
        return reading.ends[1].interval
    births = [one for one in mentions(document) if BORN in events_of(Occurrence(one, document))]
    return next((written for one in births if (written := _written(one, document))), None)


def _written(birth: Mention, document: Document) -> Interval | None:
    """Return when somebody born on a day was as old as the line says: "9 May 1958 (age 60)"."""
    day = birth.reading.interval
    line = document.sentence_at(birth.start)
    ages = {one.value.get("low") for one in figures(document, line) if one.value.get("unit") == "year"}
    if birth.reading.precision != "day" or not day or not day.start or len(ages) != 1:
        return None
    age = ages.pop()
    if not isinstance(age, str) or not age.isdecimal():
        return None
    return Interval(shift(day.start, _YEAR * int(age)), shift(day.start, _YEAR * (int(age) + 1)))
