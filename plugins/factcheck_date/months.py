"""Dates around the name of a month: 21 June 2017, June 21st, 3 to 5 May, a bare March."""

from __future__ import annotations

from factcheck_date.calendar import Interval, day, months
from factcheck_date.month_parts import (
    day_left,
    day_right,
    glued_year,
    more_days_left,
    more_days_right,
    short_year_right,
    year_right,
)
from factcheck_date.numerals import day_at, year_at
from factcheck_date.numeric import yearless
from factcheck_date.scan import Atom, Scan
from factcheck_date.value import Reading


def month(scan: Scan, index: int) -> list[Atom]:
    """Return the dates around the name of a month: one, or several for "18 and 19 June"."""
    lex, word = scan.lex, scan.words[index]
    number = lex.months[word]
    left = day_left(scan, index)
    after = index + 1
    if word in lex.months_short and scan.word(after) == "." and scan.glued(after):
        after += 1
    year_before = glued_year(scan, index)
    right = None if left else day_right(scan, after)
    if right and word in lex.months_doubtful and not scan.capital(index) and not _surely_a_day(scan, after):
        right = None
    end = right[1] if right else after
    if year_before and right:
        return _dates(scan, index - 2, end, number, [right[0]], year_before)
    if right and (last := more_days_right(scan, right[1])):
        year = year_right(scan, last[1])
        return _day_range(scan, index, year[1] if year else last[1], number, right[0], last[0], year)
    year = year_right(scan, end) or (short_year_right(scan, end) if left else None)
    end = year[1] if year else end
    if left:
        more = more_days_left(scan, left[0])
        if more and more[2]:
            return _day_range(scan, more[0], end, number, more[1], left[1], year)
        found = _dates(scan, left[0], end, number, [left[1]], year and year[0])
        if more and found:
            found = _dates(scan, more[0], more[3], number, [more[1]], year and year[0]) + found
        return found
    if right:
        return _dates(scan, index, end, number, [right[0]], year and year[0])
    if year:
        return [Atom(index, end, Reading("period", months(year[0], number), "month"))]
    return _bare_month(scan, index, after, number)


def _bare_month(scan: Scan, index: int, after: int, number: int) -> list[Atom]:
    lex, word = scan.lex, scan.words[index]
    reading = yearless(scan, number, 0)
    if (
        reading is None
        or scan.word(index - 1) == "'"
        or (scan.glued(index) and scan.word(index - 1) in "@#.-/")
    ):
        return []
    if scan.near(index) and scan.word(index - 1).isdecimal() and len(scan.word(index - 1)) < 4:  # 32 October
        return []
    doubtful = word in lex.months_doubtful or word in lex.months_short
    if lex.months_capital:
        if doubtful and (not scan.capital(index) or scan.capital(after)):
            return []
    elif scan.capital(index) and (
        not scan.starts_sentence(index) or _is_named(scan, after)
    ):  # a person, then
        return []
    end = after if word in lex.months_short and scan.word(after - 1) == "." else index + 1
    return [Atom(index, end, reading, weak=doubtful and not scan.alone())]


def _is_named(scan: Scan, index: int) -> bool:
    return scan.near(index) and scan.capital(index) and not scan.glued(index)


def _surely_a_day(scan: Scan, index: int) -> bool:
    found = day_at(scan, index)
    return bool(
        found
        and (
            found[1] > index + 1
            or year_at(scan, found[1])
            or scan.alone()
            or found[1] == scan.size
            or more_days_right(scan, found[1])
        )
    )


def _dates(
    scan: Scan, first: int, last: int, month_: int, numbers: list[int], year: int | None
) -> list[Atom]:
    if year is None:
        readings = [yearless(scan, month_, number) for number in numbers]
    else:
        found = [day(year, month_, number) for number in numbers]
        readings = [Reading("period", interval, "day") if interval else None for interval in found]
    return [with_weekday(scan, Atom(first, last, reading)) for reading in readings if reading]


def _day_range(
    scan: Scan, first: int, last: int, month_: int, low: int, high: int, year: tuple[int, int] | None
) -> list[Atom]:
    ends = _dates(scan, first, last, month_, [low, high], year and year[0])
    if len(ends) != 2 or low >= high:
        return []
    start, end = ends[0].reading, ends[1].reading
    interval = None
    if start.interval and end.interval:
        interval = Interval(start.interval.start, end.interval.end)
    begun = scan.behind(first, scan.lex.range_starts)
    reading = Reading("period", interval, "range", relative=start.relative)
    return [Atom(begun[0] if begun else first, last, reading)]


def with_weekday(scan: Scan, atom: Atom) -> Atom:
    """Widen a date by the weekday written before it."""
    at = atom.first
    if scan.word(at - 1) in scan.lex.articles and scan.near(at):
        at -= 1
    while scan.word(at - 1) in (",", ".") and scan.near(at):
        at -= 1
    number = scan.lex.weekdays.get(scan.word(at - 1))
    if number is None or not scan.near(at):
        return atom
    return atom._replace(first=at - 1, reading=atom.reading._replace(weekday=number))
