"""What stands around a date and changes it: its part, the period it lies in, ranges and open ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from factcheck_date.calendar import Interval, day, days, months, nth_weekday, part, week
from factcheck_date.lexicon import Unit
from factcheck_date.numerals import ordinal_behind
from factcheck_date.relative import moved_by
from factcheck_date.scan import Atom, Scan
from factcheck_date.value import DAY_SECONDS, Reading

PARTS = ("early", "mid", "late", "first", "second")
_LIMITS = ("since", "before", "after", "until", "by", "maybe_before")


def combine(scan: Scan, atoms: list[Atom]) -> list[Atom]:
    """Return the atoms of a text after all that stands around them is taken in."""
    grown = [_parted(scan, _nested(scan, atom)) for atom in atoms]
    joined = _join(scan, grown)
    limited = [_limited(scan, atom) for atom in joined]
    return [atom for atom in limited if not atom.weak or _introduced(scan, atom)]


def _introduced(scan: Scan, atom: Atom) -> bool:
    """Whether a word that takes a date stands before a bare month."""
    if not atom.reading.yearless and atom.reading.precision != "quarter":
        return False
    at = _before_articles(scan, atom.first)
    before = {scan.word(at - 1), scan.word(atom.first - 1)}
    known = scan.lex.year_prepositions | scan.lex.year_weak_prepositions
    return not known.isdisjoint(before) and scan.near(atom.first)


def _before_articles(scan: Scan, index: int) -> int:
    while scan.word(index - 1) in scan.lex.articles and scan.near(index):
        index -= 1
    return index


def _prefix(scan: Scan, index: int) -> tuple[int, str] | None:
    """Return the phrase before a date, articles and a hyphen between left out of account."""
    at = index
    for _ in range(3):
        found = scan.behind(at, scan.lex.prefixes)
        if found:
            return found
        if scan.word(at - 1) in scan.lex.articles or (scan.word(at - 1) == "-" and scan.glued(at)):
            at -= 1
        else:
            return None
    return None


def _nested(scan: Scan, atom: Atom) -> Atom:
    """Widen by what picks a piece of a period: "first Monday of", "week 3 of", "the 20th of"."""
    reading, lex = atom.reading, scan.lex
    if reading.form != "period" or not reading.interval or not reading.interval.start:
        return atom
    at = _before_articles(scan, atom.first)
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
    if picked and unit and unit.count == 1:
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
    if unit.kind == "m" and precision == "year":
        return months(within.start.year, nth if nth > 0 else 13 + nth), "month"
    return None, ""


def _parted(scan: Scan, atom: Atom) -> Atom:
    """Take in "early", "the end of", "the first half of", "about", "the year"."""
    reading = atom.reading
    if reading.form != "period" or reading.named:
        return atom
    for _ in range(2):
        found = _prefix(scan, atom.first)
        if not found:
            break
        start, value = found
        if value in PARTS and reading.precision in (
            "week",
            "month",
            "quarter",
            "season",
            "year",
            "decade",
            "century",
        ):
            inner = part(reading.interval, reading.precision, value) if reading.interval else None
            loose = value in ("early", "mid", "late")
            precision = reading.precision if inner is None else "half" if not loose else "part"
            reading = replace(
                reading, interval=inner or reading.interval, precision=precision, part=value, loose=loose
            )
        elif value == "about":
            reading = replace(reading, loose=True)
        elif value == "week" and reading.precision == "day":
            inner = week(reading.interval.start) if reading.interval and reading.interval.start else None
            reading = replace(reading, interval=inner, precision="week", yearless=None)
        elif value != "year":
            break
        atom = Atom(start, atom.last, reading)
    return atom


def _join(scan: Scan, atoms: list[Atom]) -> list[Atom]:
    """Return the atoms with ranges ("from A to B") and offsets ("two weeks before A") made one."""
    done: list[Atom] = []
    for atom in atoms:
        previous = done[-1] if done else None
        if previous and (made := _range(scan, previous, atom) or _offset(scan, previous, atom)):
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
    first, kind = _range_start(scan, left)
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
    return Atom(first, right.last, Reading("period", interval, precision, relative=relative, loose=loose))


def _range_start(scan: Scan, left: Atom) -> tuple[int, str]:
    at = left.first
    for _ in range(2):
        found = scan.behind(at, scan.lex.range_starts)
        if found:
            return found
        if scan.word(at - 1) not in scan.lex.articles or not scan.near(at):
            break
        at -= 1
    return left.first, ""


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
    if not join or scan.word(join[0]) not in scan.lex.now_words or atom.reading.form != "period":
        return atom
    first, kind = _range_start(scan, atom)
    if not kind or (join[1] == "and" and kind != "and") or not atom.reading.interval:
        return atom
    end = scan.ref + timedelta(1) if scan.ref else None
    interval = Interval(atom.reading.interval.start, end)
    limit = "" if end else "since"
    return Atom(
        first, join[0] + 1, Reading("period", interval, "range", limit=limit, bounding=atom.reading.interval)
    )


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


def _limited(scan: Scan, atom: Atom) -> Atom:
    """Take in what opens a period to one side: since, before, after, until, by, onwards."""
    reading = atom.reading
    if reading.form != "period" or reading.limit:
        return atom
    suffix = scan.ahead(atom.last, scan.lex.suffixes)
    if suffix and scan.word(atom.last) in scan.lex.list_joins and scan.word(suffix[0]).isalpha():
        suffix = None  # "... and later moved"
    if suffix and suffix[1] == "ad":
        return replace(atom, last=suffix[0])
    if reading.named:
        return atom
    prefix = _prefix(scan, atom.first)
    first, last, limit = atom.first, atom.last, ""
    if prefix and prefix[1] in _LIMITS:
        first, limit = prefix
    elif suffix:
        last, limit = suffix
    if not limit:
        return replace(atom, reading=replace(reading, anchored=True)) if _anchored(scan, atom) else atom
    if limit == "maybe_before":
        if first + 1 != atom.first or (
            reading.relative and not reading.yearless and reading.precision != "day"
        ):
            return atom
        before = _opened("before", reading.interval) if reading.interval else None
        return Atom(
            first,
            last,
            replace(
                reading, limit="before", interval=before, bounding=reading.interval, other=reading.interval
            ),
            atom.weak,
        )
    interval = _opened(limit, reading.interval) if reading.interval else None
    other = _opened(limit, reading.other) if reading.other else None
    return Atom(
        first, last, replace(reading, limit=limit, interval=interval, bounding=reading.interval, other=other)
    )


def _anchored(scan: Scan, atom: Atom) -> bool:
    """Whether the date is that of a start: "since his election in 2001"."""
    if scan.word(atom.first - 1) not in scan.lex.year_prepositions or atom.reading.precision in (
        "range",
        "between",
    ):
        return False
    for at in range(atom.first - 1, max(0, atom.first - 6), -1):
        found = scan.behind(at, scan.lex.prefixes)
        if found:
            return found[1] == "since"
        if scan.starts_sentence(at) or not scan.word(at - 1)[:1].isalpha():
            return False
    return False


def _opened(limit: str, inner: Interval) -> Interval:
    if limit == "since":
        return Interval(inner.start, None)
    if limit == "after":
        return Interval(inner.end, None)
    return Interval(None, inner.start if limit == "before" else inner.end)
