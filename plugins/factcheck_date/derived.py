"""Lengths that a passage does not state and its dates give: 18 years from "since 2001" and June 2019.

Only a passage that says everything else the claim says can be reckoned with, and what is stated goes first.
"""

from collections.abc import Iterable
from typing import NamedTuple

from factcheck.checks import Occurrence
from factcheck.model import Closeness, Relation
from factcheck.setting import Setting
from factcheck.wording import WORD_WEIGHT, Word, sentence_words
from factcheck_date import rules
from factcheck_date.amounts import agree, frequencies_agree, is_long
from factcheck_date.calendar import Interval, days
from factcheck_date.events import events_of, lasting
from factcheck_date.extract import mentions
from factcheck_date.lexicon import lexicon
from factcheck_date.lives import BORN, DIED
from factcheck_date.order import by_order
from factcheck_date.polarity import same_polarity
from factcheck_date.reckon import agrees_with, at_rate, between, in_words
from factcheck_date.same_event import names_all
from factcheck_date.scan import reference
from factcheck_date.sentence_times import Told, told_in
from factcheck_date.value import DAY_SECONDS, Length, Reading

_LIFE, _LIVED = frozenset((BORN, DIED)), "e:live"


class Moment(NamedTuple):
    """A length in a claim and the date up to which it counts: "for 18 years by June 2019"."""

    length: Told
    day: Told

    @property
    def until(self) -> Interval | None:
        """The date as a stretch of the calendar."""
        return self.day.reading.bounding or self.day.reading.interval


class Answer(NamedTuple):
    """Whether what was reckoned agrees with the claim, and the sum in words."""

    agrees: bool
    sum: str


def moment_of(claimed: Occurrence) -> Moment | None:
    """Return the length and the date of a claim that belong together, ``None`` where it has no such pair.

    A date with an event of its own ("he took office in 2001 and stayed for 18 years") is that of the event.
    """
    memo: dict[int, Moment | None] = claimed.document.memo.setdefault("date.moments", {})
    sentence = claimed.document.sentence_index(claimed.mention.start)
    if sentence not in memo:
        memo[sentence] = _moment(claimed)
    return memo[sentence]


def _moment(claimed: Occurrence) -> Moment | None:
    told = told_in(claimed.document, claimed.mention.start)
    lengths = [one for one in told if one.reading.form == "duration"]
    dates = [one for one in told if one.reading.form == "period"]
    if len(lengths) != 1 or len(dates) != 1:
        return None
    day = dates[0].reading
    if day.limit not in ("", "by", "until") or day.ends or day.anchored or day.named or day.loose:
        return None
    mention = claimed.mention._replace(start=dates[0].start, end=dates[0].end, reading=day)
    if events_of(claimed._replace(mention=mention)) - lasting(claimed.document.language):
        return None
    return Moment(lengths[0], dates[0])


def derived(claimed: Occurrence, found: Occurrence, moment: Moment | None) -> Relation | None:
    """Return what a passage's dates or hours make of a claim's length, ``None`` where they make nothing.

    ``moment`` is that of the claim; the date of it stands with the length and refutes nothing itself.
    """
    reading: Reading = moment.length.reading if moment else claimed.mention.reading
    if reading.form == "order":
        return _between_events(None, claimed, found)
    if reading.form != "duration" or not reading.length:
        return None
    if reading.offset:
        return _between_events(reading.length, claimed, found)
    if found.mention.reading.form == "period":
        answer = _by_dates(reading.length, claimed, found, moment)
    else:
        answer = _by_rate(claimed, found)
    if answer is None or not _tells_all(claimed, found) or not same_polarity(claimed, found):
        return None
    if answer.agrees:
        return Relation(True, answer.sum, rules.DERIVED, Closeness.DERIVED)
    if moment and (claimed.mention.start == moment.day.start or not moment.day.reading.limit):
        return None  # "in 2005 she lived there for two years" may be two years from then on
    if found.mention.reading.form == "period" and more_than_once(claimed, found):
        return None
    shown = f"claims “{claimed.mention.text}”; {answer.sum}"
    return Relation(False, shown, rules.DERIVED_DIFFERS, Closeness.DERIVED)


def _between_events(length: Length | None, claimed: Occurrence, found: Occurrence) -> Relation | None:
    answer = by_order(length, claimed, found) if length is None or length.counts else None
    if answer is None or not same_polarity(claimed, found):
        return None
    agrees, dates = answer
    if agrees:
        return Relation(True, f"{dates} (derived)", rules.DERIVED, Closeness.DERIVED)
    shown = f"claims “{claimed.mention.text}”; the source dates them {dates} (derived)"
    return Relation(False, shown, rules.DERIVED_DIFFERS, Closeness.DERIVED)


def _by_dates(length: Length, claimed: Occurrence, found: Occurrence, moment: Moment | None) -> Answer | None:
    """Reckon from the start that a passage gives up to its end, the claim's date or the document's.

    The document's date is not the claim's, so that another length up to it is no contradiction.
    """
    reading: Reading = found.mention.reading
    first, last = _bounds(reading)
    if first is None or reading.loose:
        return None
    until, beside = last, ""
    if moment:
        until, beside = moment.until, f" and “{claimed.document.text[moment.day.start : moment.day.end]}”"
        if not _holds(until, last or _published(found)):
            return None
    elif last is None:
        until, beside = _published(found), f" and the date of the source, {found.document.date}"
    span = between(first, until) if until else None
    agrees = agrees_with(length, span) if span else None
    if span is None or agrees is None or not (agrees or last or moment):
        return None
    return Answer(agrees, f"“{found.mention.text}”{beside} make {in_words(span.usual[0])} (derived)")


def more_than_once(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether the document has another range or "since" of the same: a second term of office."""
    document = found.document
    beside = told_in(document, found.mention.start)
    if sum(_bounds(one.reading)[0] is not None for one in beside) > 1:
        return True
    others = (found._replace(mention=one) for one in mentions(document) if one != found.mention)
    return any(_bounds(other.mention.reading)[0] and _tells_all(claimed, other) for other in others)


def _bounds(reading: Reading) -> tuple[Interval | None, Interval | None]:
    """Return the first and the last date of a range, the last open for a "since"."""
    if reading.ends:
        return reading.ends[0].interval, reading.ends[1].interval
    if reading.anchored:
        return reading.interval, None
    open_ended = reading.limit == "since" or (reading.precision == "range" and not reading.limit)
    return (reading.bounding if open_ended else None), None


def _published(found: Occurrence) -> Interval | None:
    day = reference(found.document.date)
    return days(day, 0) if day else None


def _holds(until: Interval | None, known: Interval | None) -> bool:
    """Whether what a passage tells of is known to last up to a date of the claim."""
    return bool(until and until.start and known and known.end and until.start < known.end)


def _by_rate(claimed: Occurrence, found: Occurrence) -> Answer | None:
    """Reckon how long an amount of hours takes at so many a week, on the side that gives both."""
    ours, theirs = claimed.mention.reading.length, found.mention.reading.length
    if found.mention.reading.form != "duration" or found.mention.reading.offset or not (ours and theirs):
        return None  # a date beside a length is no part of the sum
    rate, other = _rate(claimed), _rate(found)
    if rate and other and not frequencies_agree(rate, other):
        return None
    if rate and is_long(theirs) and (spread := at_rate(ours, rate)):
        agrees, total, text = agree(spread, theirs), spread, claimed.mention.text
    elif other and is_long(ours) and (spread := at_rate(theirs, other)):
        agrees, total, text = agree(ours, spread), spread, found.mention.text
    else:
        return None
    if agrees is None:
        return None
    weeks = total.seconds / (7 * DAY_SECONDS)
    said = f"{float(weeks):g} weeks" if total.seconds else in_words(total.months)
    against = "" if text == found.mention.text else f", and the source says “{found.mention.text}”"
    return Answer(agrees, f"“{text}” at that rate take {said} (derived){against}")


def _rate(occurrence: Occurrence) -> Reading | None:
    """Return the only frequency of a mention's sentence."""
    told = told_in(occurrence.document, occurrence.mention.start)
    rates = [one.reading for one in told if one.reading.form == "frequency"]
    return rates[0] if len(rates) == 1 else None


def by_events(claimed: Occurrence) -> bool:
    """Whether a claim tells how far apart two events are, or which was first, so that any date may matter."""
    moment = moment_of(claimed)
    reading: Reading = moment.length.reading if moment else claimed.mention.reading
    return reading.form == "order" or reading.offset


def telling(claimed: Occurrence, occurrences: Iterable[Occurrence]) -> list[Occurrence]:
    """Return the passages whose sentence has all words that a claim's length is told with."""
    needed = [word.keys for word in _telling_words(claimed)]
    return [
        found for found in occurrences if not any(keys.isdisjoint(Setting.of(found).keys) for keys in needed)
    ]


def _telling_words(claimed: Occurrence) -> list[Word]:
    """Return the words of a claim but for names, times and what only says that something lasts."""
    document, lex = claimed.document, lexicon(claimed.document.language)
    told = told_in(document, claimed.mention.start)
    return [
        word
        for word in sentence_words(document, document.sentence_index(claimed.mention.start))
        if not word.name
        and word.weight >= WORD_WEIGHT
        and not any(one.start <= word.start < one.end for one in told)
        and not (lex is not None and document.text[word.start : word.end].lower() in lex.lasting)
    ]


def _tells_all(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether a passage's clause says all that the claim says, who does it aside, and of the same event."""
    ours, theirs = events_of(claimed), events_of(found)
    if not theirs.isdisjoint(_LIFE) and _LIVED not in ours:
        return False
    clause, there = Setting.of(found).clause, found.document
    said = {
        key
        for word in sentence_words(there, there.sentence_index(found.mention.start))
        if clause.start <= word.start < clause.end
        for key in word.keys
    }
    return names_all(claimed, found) and not any(
        word.keys.isdisjoint(said) for word in _telling_words(claimed)
    )
