"""Days of the week, and days of a month that the text does not name."""

from __future__ import annotations

from datetime import date

from factcheck.vocabulary import grammar, is_concept
from factcheck_date.calendar import Interval, day, days, months
from factcheck_date.numerals import ordinal_at
from factcheck_date.quantities import amount_behind
from factcheck_date.relative import from_this, shift_behind
from factcheck_date.scan import Atom, Scan
from factcheck_date.value import Reading


def weekday(scan: Scan, index: int) -> Atom | None:
    """Read a day of the week: the next one, as the words before it shift it, or with its day of the month.

    A bare one is a guess and marked as loose. A plural counts only as "two Sundays ago".
    """
    lex, word = scan.lex, scan.words[index]
    number, after = lex.weekdays[word], index + 1
    if word in lex.weekdays_plural:
        return _counted_weekdays(scan, index, number)
    short = word in lex.weekdays_short
    if short and scan.word(after) == "." and scan.glued(after):
        after += 1
    at = after + (scan.word(after) in lex.articles) + (scan.word(after) == ",")
    written = ordinal_at(scan, at) if at < scan.size and scan.near(at) else None
    behind = scan.word(written[1]) if written and scan.near(written[1]) else ""
    if (
        written
        and 1 <= written[0] <= 31
        and not (behind in lex.months or behind in lex.units or behind in lex.of_words)
    ):
        return Atom(index, written[1], _weekday_of_month(scan, number, written[0]))
    if not short and (named := _of_that_week(scan, index, number)):
        return named
    moved = shift_behind(scan, index)
    if short and not moved and not scan.alone():
        return None
    if moved:
        return Atom(from_this(scan, *moved), after, _moved(scan, number, moved))
    if scan.near(after) and scan.capital(after) and scan.word(index - 1) not in lex.cues:
        return None  # a Sunday School, Saturday Night Live
    interval = days(scan.ref, _ahead(scan.ref, number)) if scan.ref else None
    return Atom(index, after, Reading("period", interval, "day", relative=True, weekday=number, loose=True))


def calls(scan: Scan, atom: Atom) -> bool:
    """Whether a weekday is what something is called: "the *Monday* meeting", no "Monday afternoon"."""
    language, before, behind = scan.document.language, atom.first - 1, scan.word(atom.last)
    if atom.reading.weekday is None or atom.last != atom.first + 1 or not scan.near(atom.last):
        return False
    article = before >= 0 and scan.words[before] in grammar(language, "articles")
    return article and is_concept(behind, language) and behind not in scan.lex.day_parts


def _moved(scan: Scan, number: int, moved: tuple[int, int]) -> Reading:
    """Return a weekday of last or next week; "past" and "coming" mean the nearest one."""
    interval, (first, way) = None, moved
    if scan.ref and scan.word(first) in scan.lex.nearest:
        interval = days(scan.ref, _ahead(scan.ref, number) if way > 0 else -_back(scan.ref, number))
    elif scan.ref:
        interval = _weekday_in(scan.ref, number, way)
    return Reading("period", interval, "day", relative=True, weekday=number, loose=True)


def _weekday_in(ref: date, number: int, weeks: int) -> Interval | None:
    return days(ref, number - ref.weekday() + 7 * weeks)


def _ahead(ref: date, number: int) -> int:
    return (number - ref.weekday() - 1) % 7 + 1


def _back(ref: date, number: int) -> int:
    return (ref.weekday() - number - 1) % 7 + 1


def _of_that_week(scan: Scan, index: int, number: int) -> Atom | None:
    """Read "Friday next week": a weekday with the week it is of right behind it."""
    at = index + 2
    moved, unit = shift_behind(scan, at), scan.lex.units.get(scan.word(at))
    if not moved or not unit or (unit.kind, unit.size) != ("w", 1) or not scan.near(at - 1):
        return None
    if scan.word(at) in scan.lex.units_plural:
        return None
    interval = _weekday_in(scan.ref, number, moved[1]) if scan.ref else None
    return Atom(index, at + 1, Reading("period", interval, "day", relative=True, weekday=number))


def _weekday_of_month(scan: Scan, number: int, written: int) -> Reading:
    interval = None
    if scan.ref:
        for distance in (0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6):
            whole = months(scan.ref.year, scan.ref.month + distance)
            found = day(whole.start.year, whole.start.month, written) if whole and whole.start else None
            if found and found.start and found.start.weekday() == number:
                interval = found
                break
    return Reading("period", interval, "day", relative=True, weekday=number, loose=True)


def _counted_weekdays(scan: Scan, index: int, number: int) -> Atom | None:
    amount = amount_behind(scan, index)
    told = scan.ahead(index + 1, scan.lex.ago)
    if not amount or not told or not amount.counts or amount.low.denominator != 1:
        return None
    interval, count = None, int(amount.low)
    if scan.ref and count < 1000:
        nearest = _ahead(scan.ref, number) if told[1] == "1" else -_back(scan.ref, number)
        offset = nearest + 7 * (count - 1) * int(told[1])
        interval = days(scan.ref, offset)
    return Atom(amount.first, told[0], Reading("period", interval, "day", relative=True, weekday=number))
