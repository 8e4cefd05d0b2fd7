"""Days of the week, and days of a month that the text does not name."""

from __future__ import annotations

from datetime import date

from factcheck_date.calendar import Interval, day, days, months
from factcheck_date.numerals import ordinal_at
from factcheck_date.quantities import amount_behind
from factcheck_date.relative import shift_behind
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
    moved = shift_behind(scan, index)
    if short and not moved and not scan.alone():
        return None
    if moved:
        interval = _weekday_in(scan.ref, number, moved[1]) if scan.ref else None
        return Atom(
            moved[0], after, Reading("period", interval, "day", relative=True, weekday=number, loose=True)
        )
    if scan.near(after) and scan.capital(after) and scan.word(index - 1) not in lex.cues:
        return None  # a Sunday School, Saturday Night Live
    interval = days(scan.ref, (number - scan.ref.weekday() - 1) % 7 + 1) if scan.ref else None
    return Atom(index, after, Reading("period", interval, "day", relative=True, weekday=number, loose=True))


def _weekday_in(ref: date, number: int, weeks: int) -> Interval | None:
    return days(ref, number - ref.weekday() + 7 * weeks)


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
        ahead = (number - scan.ref.weekday() - 1) % 7 + 1
        back = (scan.ref.weekday() - number - 1) % 7 + 1
        offset = ahead + 7 * (count - 1) if told[1] == "1" else -back - 7 * (count - 1)
        interval = days(scan.ref, offset)
    return Atom(amount.first, told[0], Reading("period", interval, "day", relative=True, weekday=number))
