"""Pieces picked out of a period: the first Monday of May, week 3 of 2027, the third quarter of last year."""

from __future__ import annotations

from datetime import date

from factcheck_date.calendar import Interval, day, days, months, nth_weekday, week, years
from factcheck_date.lexicon import Unit
from factcheck_date.numerals import ordinal_behind
from factcheck_date.scan import Atom, Scan
from factcheck_date.value import Reading


def before_articles(scan: Scan, index: int) -> int:
    """Return where the articles before a token start."""
    while scan.word(index - 1) in scan.lex.articles and scan.near(index):
        index -= 1
    return index


def nested(scan: Scan, atom: Atom) -> Atom:
    """Widen by what picks a piece of a period: "first Monday of", "week 3 of", "the 20th of"."""
    reading, lex = atom.reading, scan.lex
    if reading.form != "period" or not reading.interval or not reading.interval.start:
        return atom
    at = before_articles(scan, atom.first)
    if reading.precision == "year" and (quarter := _quarter(scan, atom, at)):
        return quarter
    if at == atom.first or not any(
        scan.word(n) in lex.of_words | lex.articles for n in range(at, atom.first)
    ):
        return atom
    word = scan.word(at - 1)
    number = None
    if word.isdecimal() and scan.word(at - 2) in lex.units and lex.units[scan.word(at - 2)].kind == "w":
        found = iso_week(reading.interval.start.year, int(word)) if reading.precision == "year" else None
        return _piece(atom, at - 2, found, "week")
    if reading.precision in ("week", "month", "year") and word in lex.weekdays:
        number = lex.weekdays[word]
        if reading.precision == "week" and word not in lex.weekdays_short:
            return _piece(atom, at - 1, days(reading.interval.start, number), "day")
    unit = lex.units.get(word)
    picked = _ordinal(scan, at - 1)
    if picked and number is not None:
        return _piece(atom, picked[0], nth_weekday(reading.interval, number, picked[1]), "day")
    if picked and (word in lex.quarters or word in lex.halves) and reading.precision == "year":
        count = 6 if word in lex.halves else 3
        found = None
        if picked[1] > 0:
            found = months(reading.interval.start.year, count * (picked[1] - 1) + 1, count)
        return _piece(atom, picked[0], found, "half" if count == 6 else "quarter")
    if picked and unit and (unit.size == 1 or (unit.size == 10 and reading.precision == "century")):
        found, precision = _nth_unit(reading.interval, reading.precision, unit, picked[1])
        return _piece(atom, picked[0], found, precision)
    if reading.precision == "month" and reading.relative and not reading.yearless and scan.near(at):
        written = ordinal_behind(scan, at)
        if not written and word.isdecimal():
            written = at - 1, int(word)
        if written:
            return _piece(
                atom,
                written[0],
                day(reading.interval.start.year, reading.interval.start.month, written[1]),
                "day",
            )
    return atom


def _quarter(scan: Scan, atom: Atom, at: int) -> Atom | None:
    """Read "Q4 of last year", by the letter, before a year that the text does not write."""
    number, start = scan.word(at - 1), atom.reading.interval and atom.reading.interval.start
    if not atom.reading.relative or not start or scan.word(at - 2) != "q" or not scan.glued(at - 1):
        return None
    return (
        _piece(atom, at - 2, months(start.year, 3 * int(number) - 2, 3), "quarter")
        if number in ("1", "2", "3", "4")
        else None
    )


def _ordinal(scan: Scan, index: int) -> tuple[int, int] | None:
    """Return the ordinal before a token, counted from the end where it is "last" or "second last"."""
    if scan.word(index - 1) in scan.lex.last_words and scan.near(index):
        more = ordinal_behind(scan, index - 1)
        return (more[0], -more[1]) if more else (index - 1, -1)
    return ordinal_behind(scan, index)


def _piece(atom: Atom, first: int, interval: Interval | None, precision: str) -> Atom:
    if interval is None:
        return atom
    reading = Reading(
        "period", interval, precision, relative=atom.reading.relative, loose=precision == "week"
    )
    return Atom(first, atom.last, reading)


def iso_week(year: int, number: int) -> Interval | None:
    """Return a week by its ISO number, ``None`` where the year has no such week."""
    try:
        return week(date.fromisocalendar(year, number, 1))
    except ValueError:
        return None


def _nth_unit(within: Interval, precision: str, unit: Unit, nth: int) -> tuple[Interval | None, str]:
    if within.start is None or within.end is None:
        return None, ""
    if unit.kind == "w":  # a week belongs to the month or year of its Thursday
        found = nth_weekday(within, 3, nth)
        return (week(found.start) if found and found.start else None), "week"
    if unit.kind == "d" and precision in ("month", "year"):
        inside = days(within.start, nth - 1) if nth > 0 else days(within.end, nth)
        return (inside if inside and within.contains(inside) else None), "day"
    if precision == "century" and 1 <= nth <= 10:
        return years(within.start.year // 10 * 10 + 10 * (nth - 1), 10), "decade"
    if unit.kind == "m" and precision == "year":
        return months(within.start.year, nth if nth > 0 else 13 + nth), "month"
    return None, ""
