"""Two dates made one: from A to B, between A and B, A until now, two weeks before A."""

from __future__ import annotations

from datetime import date, timedelta

from factcheck_date.calendar import Interval, day, days, months, shift
from factcheck_date.lexicon import Unit
from factcheck_date.quantities import range_start
from factcheck_date.relative import moved_by
from factcheck_date.scan import Atom, Scan
from factcheck_date.value import DAY_SECONDS, Reading

_MOST_MONTHS, _MOST_DAYS = 12000, 10000  # of a stretch with a start and a length


def join_ranges(scan: Scan, atoms: list[Atom]) -> list[Atom]:
    """Return the atoms with ranges ("from A to B") and offsets ("two weeks before A") made one."""
    done: list[Atom] = []
    for atom in atoms:
        previous = done[-1] if done else None
        made = previous and (
            _range(scan, previous, atom)
            or _lengths(scan, previous, atom)
            or _lasting(scan, previous, atom)
            or _offset(scan, previous, atom)
        )
        if made:
            done[-1] = made
        else:
            done.append(atom)
    return [_until_now(scan, atom) for atom in done]


def _range(scan: Scan, left: Atom, right: Atom) -> Atom | None:
    if left.reading.form != "period" or right.reading.form != "period" or right.first - left.last > 6:
        return None
    join = scan.ahead(left.last, scan.lex.range_joins)
    if not join or not scan.near(right.first):
        return None
    at = join[0]
    while at < right.first and scan.word(at) in scan.lex.articles:
        at += 1
    if at != right.first:
        return None
    first, kind = range_start(scan, left.first)
    if join[1] == "and" and kind != "and":
        return None
    if kind == "" and join[1] == "to" and left.weak and right.weak and left.reading.precision == "year":
        return None
    if left.reading.limit or right.reading.limit or left.reading.named:
        return None
    begin, end = _shared_year(left.reading, right.reading)
    interval = None
    if begin and end:
        if right.reading.weekday is not None and right.reading.loose and begin.start:  # next Monday to Friday
            end = days(begin.start, (right.reading.weekday - begin.start.weekday() - 1) % 7 + 1) or end
        interval = Interval(begin.start, end.end)
        if not (interval.start and interval.end and interval.start < interval.end):
            return None
    elif left.reading.precision != right.reading.precision:
        return None
    relative = left.reading.relative and right.reading.relative
    loose = left.reading.loose or right.reading.loose
    precision = "between" if join[1] == "and" else "range"
    ends = (_resolved(left.reading, begin), _resolved(right.reading, end))
    reading = Reading("period", interval, precision, relative=relative, loose=loose, ends=ends)
    return Atom(first, right.last, reading)


def _resolved(reading: Reading, interval: Interval | None) -> Reading:
    """Return an end of a range with the year that the other end gives it."""
    return reading._replace(interval=interval, yearless=None) if interval else reading


def _lengths(scan: Scan, left: Atom, right: Atom) -> Atom | None:
    """Return "between six months and two years" as one length with two ends."""
    low, high = left.reading.length, right.reading.length
    if not (
        left.reading.form == right.reading.form == "duration" and low and high and low.plain and high.plain
    ):
        return None
    join = scan.ahead(left.last, scan.lex.range_joins)
    first, kind = range_start(scan, left.first)
    if not kind or not join or join[0] != right.first or (join[1] == "and") != (kind == "and"):
        return None
    return Atom(first, right.last, right.reading._replace(length=low._replace(upper=high)))


def _shared_year(left: Reading, right: Reading) -> tuple[Interval | None, Interval | None]:
    """Return both ends of a range; an end without a year takes that of the other."""
    begin, end = left.interval, right.interval
    if left.yearless and not right.yearless and end and end.start:
        begin = _in_year(left.yearless, end.start.year, latest=end.start)
    elif right.yearless and begin and begin.start:
        end = _in_year(right.yearless, begin.start.year, earliest=begin.start)
    return begin, end


def _in_year(
    yearless: tuple[int, int], year: int, *, latest: date | None = None, earliest: date | None = None
) -> Interval | None:
    month, number = yearless
    found = None
    for candidate in (year, year - 1 if latest else year + 1):
        found = day(candidate, month, number) if number else months(candidate, month)
        if (
            found
            and found.start
            and (latest is None or found.start <= latest)
            and (earliest is None or found.start >= earliest)
        ):
            return found
    return found


def _until_now(scan: Scan, atom: Atom) -> Atom:
    """Close "between January 2019 and now" with the text's own date."""
    join = scan.ahead(atom.last, scan.lex.range_joins)
    now = join[0] + (scan.word(join[0]) in scan.lex.articles) if join else 0
    if not join or scan.word(now) not in scan.lex.now_words or atom.reading.form != "period":
        return atom
    first, kind = range_start(scan, atom.first)
    dashed = join[1] == "join"  # 2010-present
    if not (kind or dashed) or (join[1] == "and" and kind != "and") or not atom.reading.interval:
        return atom
    end = scan.ref + timedelta(1) if scan.ref else None
    interval = Interval(atom.reading.interval.start, end)
    limit = "" if end else "since"
    return Atom(
        first, now + 1, Reading("period", interval, "range", limit=limit, bounding=atom.reading.interval)
    )


def _lasting(scan: Scan, left: Atom, right: Atom) -> Atom | None:
    """Return "for two weeks from 3 June" and "3 days starting next Monday" as the stretch they name."""
    length, start = left.reading.length, right.reading.interval and right.reading.interval.start
    told = scan.ahead(left.last, scan.lex.starting)
    if left.reading.form != "duration" or right.reading.precision != "day" or not length or not told:
        return None
    if told[0] != right.first and scan.words[told[0] : right.first] not in ([a] for a in scan.lex.articles):
        return None
    if not length.plain or (told[1] == "spanning" and scan.word(left.first - 1) not in scan.lex.spanning):
        return None
    days_, rest = divmod(length.seconds, DAY_SECONDS)
    if rest or length.months.denominator != 1 or length.months > _MOST_MONTHS or days_ > _MOST_DAYS:
        return None
    end = shift(start, int(length.months), int(days_)) if start else None
    interval = Interval(start, end) if start and end else None
    reading = right.reading._replace(interval=interval, precision="range", yearless=None, length=length)
    return Atom(left.first, right.last, reading)


def _offset(scan: Scan, left: Atom, right: Atom) -> Atom | None:
    """Return "two weeks before 13 May 1999" as a day, "two years before 2001" as a year."""
    length = left.reading.length
    if left.reading.form != "duration" or right.reading.form != "period" or not length or not length.counts:
        return None
    told = scan.ahead(left.last, scan.lex.offsets)
    if length.seconds % DAY_SECONDS:
        return None
    at = told[0] if told else 0
    while told and at < right.first and scan.word(at) in scan.lex.articles:
        at += 1
    if not told or at != right.first or right.reading.precision not in ("day", "year"):
        return None
    inner = right.reading.interval
    unit = Unit("y", 1) if right.reading.precision == "year" else Unit("d", 1)
    if unit.kind == "y" and (length.months % 12 or length.seconds):
        return None
    interval = moved_by(inner.start, length, int(told[1]), unit) if inner and inner.start else None
    return Atom(
        left.first,
        right.last,
        Reading(
            "period",
            interval,
            right.reading.precision,
            relative=right.reading.relative,
            loose=right.reading.loose,
        ),
    )
