"""Times counted from one the text has named: "310 in 2023, against 250 *a year earlier*", nine days later.

They are counted from the nearest date before them in their sentence; what comes later also from that of the
sentence before, and a year earlier from that of the title or of the document.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from factcheck.model import Mention
from factcheck.text import Document, Span
from factcheck.vocabulary import grammar
from factcheck_date.calendar import Interval, days, months, shift, years
from factcheck_date.scan import Atom, Scan
from factcheck_date.value import DAY_SECONDS, Length, Reading

_WEEK = 7
_ABOUT_A_WEEK = 3  # days on either side that "three weeks later" may be off


def counted(document: Document, scan: Scan, atom: Atom, told: Sequence[Mention]) -> Reading:
    """Return the reading of "a year earlier" as the year it leads to, else as it is.

    ``told`` are the times named before it. The year is counted from that of the same sentence, of the title,
    of the document, or of the sentence before.
    """
    reading, length = atom.reading, atom.reading.length
    if reading.form != "duration" or length is None or way(scan, atom) >= 0:
        return reading
    if length.seconds or length.months % 12:
        return reading
    base = _year(document, scan.starts[atom.first], told)
    return reading if base is None else _counted(reading, years(base - int(length.months // 12)), "year")


def way(scan: Scan, atom: Atom) -> int:
    """Return which way a length of time is counted from another time: 1 for "nine days later", 0 for neither.

    "Nine days after the opening" is counted from the opening, whenever that was.
    """
    length, at = atom.reading.length, atom.last
    if not atom.reading.offset or length is None or not length.plain or not (length.months or length.seconds):
        return 0
    language, word = scan.document.language, scan.word(at)
    if word in scan.lex.succession and scan.goes_on(at + 1):
        return 0
    return int(word in grammar(language, "years_on")) - int(word in grammar(language, "years_back"))


def counted_from(base: Interval, scan: Scan, atom: Atom) -> Reading:
    """Return what a length of time leads to from a date, as it is where the date is too coarse to tell.

    A number of days leads to a day, of months to a month and of years to a year, unless it is exactly so
    long; in weeks people count roughly.
    """
    reading, sign = atom.reading, way(scan, atom)
    length = reading.length or Length()
    return moved(base, reading, length, sign, exact=exactly(scan, atom))


def exactly(scan: Scan, atom: Atom) -> bool:
    """Whether a length is given to the day: "precies twee jaar later"."""
    return scan.near(atom.first) and scan.word(atom.first - 1) in scan.lex.exactly


def moved(base: Interval, reading: Reading, length: Length, sign: int, *, exact: bool) -> Reading:
    """Return the reading of a length of time as the period it leads to from a date, else as it is."""
    start, end = base
    if not sign or not start or not end:
        return reading
    number, count = int(length.months), int(length.seconds // DAY_SECONDS)
    if length.months != number or length.seconds % DAY_SECONDS or number > 12000 or count > 100000:
        return reading
    single = end - start == timedelta(1)
    if count:
        landed = shift(start, sign * number, sign * count) if single else None
        if landed is None:
            return reading
        if count % _WEEK or number or exact:
            return _counted(reading, days(landed, 0), "day")
        return _counted(reading, days(landed, -_ABOUT_A_WEEK, _WEEK), "week")
    if exact and single and (landed := shift(start, sign * number)):
        return _counted(reading, days(landed, 0), "day")
    if number % 12 == 0 and _inside(base, years(start.year)):
        return _counted(reading, years(start.year + sign * number // 12), "year")
    if number % 12 and _inside(base, months(start.year, start.month)):
        return _counted(reading, months(start.year, start.month + sign * number), "month")
    return reading


def _inside(base: Interval, whole: Interval | None) -> bool:
    return whole is not None and whole.contains(base)


def _counted(reading: Reading, interval: Interval | None, precision: str) -> Reading:
    """Return the reading as a period; one in months may be a month off."""
    if interval is None:
        return reading
    if precision == "year":
        return reading._replace(form="period", interval=interval, precision=precision, relative=True)
    rough = precision == "month"
    return reading._replace(
        form="period", interval=interval, precision=precision, relative=not rough, loose=rough
    )


def _year(document: Document, offset: int, told: Sequence[Mention]) -> int | None:
    """Return the year that a length of time at an offset is counted from."""
    index = document.sentence_index(offset)
    own = _years(told, document.sentences[index])
    title = _years(told, document.sentences[0])
    if own or len(title) == 1:
        return (own or title)[-1]
    if document.date:
        return int(document.date[:4])
    before = _years(told, document.sentences[index - 1]) if index else []
    return before[-1] if before else None


def _years(told: Sequence[Mention], within: Span) -> list[int]:
    inside = (mention.reading.interval for mention in told if within.start <= mention.start < within.end)
    return [interval.start.year for interval in inside if interval and interval.start]
