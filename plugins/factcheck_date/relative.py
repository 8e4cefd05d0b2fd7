"""Dates told from the day of writing: yesterday, last year, three weeks ago, in two days."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from factcheck_date.calendar import Interval, day, days, months, shift, week, years
from factcheck_date.lexicon import Unit
from factcheck_date.month_parts import day_left
from factcheck_date.numerals import ordinal_at
from factcheck_date.quantities import amount_behind
from factcheck_date.scan import Atom, Scan
from factcheck_date.value import DAY_SECONDS, Length, Reading

_MOST = 10000  # units of a stretch
_PRECISION = {"d": "day", "w": "week", "m": "month", "q": "quarter", "y": "year", "weekend": "weekend"}


def day_word(scan: Scan, index: int) -> Atom | None:
    """Read "yesterday" and "the day after tomorrow"; "today" only where it can be a date."""
    lex = scan.lex
    found = scan.ahead(index, lex.day_phrases) if index else _at_start(scan)
    word = scan.words[index]
    if found:
        return Atom(index, found[0], _day(scan, int(found[1])))
    if (
        word not in lex.day_words
        or (word in lex.day_doubtful and not scan.ref)
        or scan.word(index - 1) in lex.day_blockers
    ):
        return None
    return Atom(index, index + 1, _day(scan, lex.day_words[word], loose=word in lex.day_doubtful))


def _at_start(scan: Scan) -> tuple[int, str] | None:
    for words, value in scan.lex.day_phrases.get(scan.words[0], ()):
        if tuple(scan.words[: len(words)]) == words:
            return len(words), value
    return None


def _day(scan: Scan, offset: int, *, loose: bool = False) -> Reading:
    interval = days(scan.ref, offset) if scan.ref else None
    return Reading("period", interval, "day", relative=True, loose=loose)


def shift_behind(scan: Scan, index: int) -> tuple[int, int] | None:
    """Return where the word that shifts a period ("last", "komende") stands, and by how much."""
    word = scan.word(index - 1)
    if word in scan.lex.shifts and scan.near(index):
        return index - 1, scan.lex.shifts[word]
    return None


def from_this(scan: Scan, first: int, way: int) -> int:
    """Return where "this coming" and "deze afgelopen" start, whose last word stands at ``first``."""
    this = way and scan.lex.shifts.get(scan.word(first - 1)) == 0 and scan.near(first)
    return first - 1 if this else first


def beyond(scan: Scan, index: int) -> tuple[int, int] | None:
    """Return the token behind "after next" at a token, and how many periods further it points."""
    found = scan.ahead(index, scan.lex.beyond) if index < scan.size else None
    return (found[0], int(found[1])) if found else None


def further(scan: Scan, index: int, unit: Unit) -> Atom | None:
    """Read "the week after next" and "the year before last"."""
    found, precision = beyond(scan, index + 1), _PRECISION.get(unit.kind, "")
    if not found or not precision or unit.size != 1 or scan.words[index] in scan.lex.units_plural:
        return None
    interval = whole(scan.ref, unit, found[1]) if scan.ref else None
    return Atom(index, found[0], Reading("period", interval, precision, relative=True))


def shifted(scan: Scan, index: int, unit: Unit) -> Atom | None:
    """Read "last week", "this quarter", "volgend jaar", with the weekday or month that may follow."""
    lex = scan.lex
    moved = shift_behind(scan, index)
    if not moved or scan.word(index) in lex.units_plural or scan.word(index + 1) == "of":
        return None
    kind = _PRECISION.get(unit.kind, "")
    loose = scan.word(moved[0] - 1) in lex.told_articles
    if unit.kind == "d" or not kind:
        return None
    interval = whole(scan.ref, unit, moved[1]) if scan.ref else None
    reading = Reading(
        "period", interval, _grown(kind, unit.size), relative=True, loose=loose and moved[1] != 0
    )
    end = index + 1
    at = end + (scan.word(end) in lex.articles)
    follows = scan.word(at)
    if unit.kind == "w" and follows in lex.weekdays and scan.near(at) and follows not in lex.weekdays_short:
        number = lex.weekdays[follows]
        day_ = days(interval.start, number) if interval and interval.start else None
        return Atom(moved[0], at + 1, Reading("period", day_, "day", relative=True, weekday=number))
    if unit.kind == "y" and unit.size == 1 and at == end and follows in lex.months and scan.near(at):
        month = months(interval.start.year, lex.months[follows]) if interval and interval.start else None
        return Atom(moved[0], at + 1, Reading("period", month, "month", relative=True))
    if unit.kind == "y" and unit.size == 1 and (named := _in_that_year(scan, moved[0], end, interval)):
        return named
    ordinal = ordinal_at(scan, end) if end < scan.size and scan.near(end) else None
    if ordinal and scan.word(ordinal[1]) in lex.quarters and unit.kind == "y" and 1 <= ordinal[0] <= 4:
        found = months(interval.start.year, 3 * ordinal[0] - 2, 3) if interval and interval.start else None
        return Atom(moved[0], ordinal[1] + 1, Reading("period", found, "quarter", relative=True))
    return Atom(moved[0], end, reading)


def _in_that_year(scan: Scan, first: int, end: int, year: Interval | None) -> Atom | None:
    """Read "May of next year" and "3 mei vorig jaar": the month or day before a shifted year."""
    at = first - 1 - (scan.word(first - 1) in scan.lex.of_words)
    month = scan.lex.months.get(scan.word(at))
    near = scan.near(first) and scan.near(at + 1)
    if month is None or not near or (scan.lex.months_capital and not scan.capital(at)):
        return None
    left = day_left(scan, at)
    interval = None
    if year and year.start:
        interval = day(year.start.year, month, left[1]) if left else months(year.start.year, month)
    reading = Reading("period", interval, "day" if left else "month", relative=True)
    return Atom(left[0] if left else at, end, reading)


def _grown(kind: str, count: int) -> str:
    return {("year", 10): "decade", ("year", 100): "century"}.get((kind, count), kind)


def whole(ref: date, unit: Unit, offset: int, count: int = 1) -> Interval | None:
    """Return ``count`` whole units of the calendar, the first ``offset`` units from the one of ``ref``."""
    if unit.kind == "d":
        return days(ref, offset, count)
    if unit.kind == "w":
        found = week(ref, offset * unit.size)
        return days(found.start, 0, 7 * count) if found and found.start else None
    if unit.kind == "weekend":
        found = week(ref, offset)
        return days(found.start, 5, 2) if found and found.start else None
    if unit.kind == "m":
        return months(ref.year, ref.month + offset, count)
    if unit.kind == "q":
        return months(ref.year, (ref.month - 1) // 3 * 3 + 1 + 3 * offset, 3 * count)
    if unit.kind == "y":
        first = ref.year // unit.size * unit.size
        return years(first + offset * unit.size, count * unit.size)
    return None


def stretch(scan: Scan, atom: Atom, unit: Unit, count: Fraction) -> Atom | None:
    """Read "the last 15 years" and "komende drie dagen" around a duration."""
    moved = shift_behind(scan, atom.first)
    length = atom.reading.length
    if (
        not moved
        or not moved[1]
        or scan.word(atom.last) in scan.lex.of_words
        or not length
        or unit.kind not in _PRECISION
    ):
        return None
    interval = None if length.upper else _stretched(scan, unit, count, moved[1])
    ahead = moved[1] > 0
    reading = Reading("period", interval, "range", relative=True, loose=True, length=length, ahead=ahead)
    return Atom(moved[0], atom.last, reading)


def counted_stretch(scan: Scan, index: int, unit: Unit) -> Atom | None:
    """Read "the 15 last years", the amount before the word that says which way."""
    moved = shift_behind(scan, index) if scan.words[index] in scan.lex.units_plural else None
    amount = amount_behind(scan, moved[0]) if moved and moved[1] else None
    if not moved or not amount or not amount.counts or amount.upper or unit.kind not in _PRECISION:
        return None
    length = unit.times(amount.low)
    reading = Reading("period", None, "range", relative=True, loose=True, length=length, ahead=moved[1] > 0)
    interval = _stretched(scan, unit, amount.low, moved[1])
    return Atom(amount.first, index + 1, reading._replace(interval=interval))


def _stretched(scan: Scan, unit: Unit, count: Fraction, way: int) -> Interval | None:
    if not scan.ref or count.denominator != 1 or count >= _MOST:
        return None
    return whole(scan.ref, unit, -int(count) if way < 0 else 1, int(count))


def ago(scan: Scan, atom: Atom, unit: Unit) -> Atom | None:
    """Read "three years ago" and "two weeks from now": a year by its number, anything less to the day."""
    told = scan.ahead(atom.last, scan.lex.ago)
    if not told or not atom.reading.length:
        return None
    interval = moved_by(scan.ref, atom.reading.length, int(told[1]), unit) if scan.ref else None
    precision = "year" if unit.kind == "y" else "day"
    reading = Reading(
        "period", interval, precision, relative=True, loose=True, length=atom.reading.length, offset=True
    )
    return Atom(atom.first, told[0], reading)


def ahead_of_now(scan: Scan, atom: Atom, unit: Unit) -> Atom | None:
    """Read "in two days"; months and years only where the sentence looks ahead, else it is a duration."""
    lex, length = scan.lex, atom.reading.length
    if scan.word(atom.first - 1) not in lex.in_words or not scan.ref or not length or not length.counts:
        return None
    if unit.kind not in ("d", "w", "m", "y") or length.upper or length.bound:
        return None
    if unit.kind in ("m", "y") and not _looks_ahead(scan, atom.first):
        return None
    day_unit = Unit("d", 1)
    interval = moved_by(scan.ref, length, 1, day_unit)
    return Atom(
        atom.first - 1,
        atom.last,
        Reading("period", interval, "day", relative=True, loose=True, length=length),
    )


def _looks_ahead(scan: Scan, index: int) -> bool:
    for at in range(index - 1, max(-1, index - 30), -1):
        if scan.words[at] in scan.lex.future:
            return True
        if scan.starts_sentence(at):
            break
    return False


def moved_by(anchor: date, length: Length, sign: int, unit: Unit) -> Interval | None:
    """Return the day (the year, for years) that lies a length from ``anchor``."""
    if length.upper or length.months.denominator != 1 or length.months > 12000 or length.seconds > 10**9:
        return None
    found = shift(anchor, sign * int(length.months), sign * int(length.seconds // DAY_SECONDS))
    if found is None:
        return None
    return years(found.year) if unit.kind == "y" and length.months % 12 == 0 else days(found, 0)


def moved_season(scan: Scan, index: int) -> Atom | None:
    """Read "last summer", "next winter"."""
    moved = shift_behind(scan, index)
    if not moved:
        return None
    interval = None
    if scan.ref:
        start = scan.lex.seasons[scan.words[index]]
        options = [months(scan.ref.year + step, start, 3) for step in (-2, -1, 0, 1, 2)]
        past = [one for one in options if one and one.end and one.end <= scan.ref]
        coming = [one for one in options if one and one.start and one.start > scan.ref]
        now = [one for one in options if one and one not in past and one not in coming]
        interval = past[-1] if moved[1] < 0 else coming[0] if moved[1] > 0 else (now or coming)[0]
    return Atom(moved[0], index + 1, Reading("period", interval, "season", relative=True, loose=True))


def moved_month(scan: Scan, atom: Atom) -> Atom | None:
    """Read "last June", "komende maart" and "March after next" around a bare month."""
    moved, far = shift_behind(scan, atom.first), beyond(scan, atom.last)
    if not (moved or far) or not atom.reading.yearless or atom.reading.yearless[1]:
        return None
    way = far[1] if far else moved[1] if moved else 0
    interval, number = None, atom.reading.yearless[0]
    if scan.ref:
        year = scan.ref.year + (int(way / 2))
        if way < 0 and number >= scan.ref.month:
            year -= 1
        elif way > 0 and number <= scan.ref.month:
            year += 1
        interval = months(year, number)
    reading = Reading("period", interval, "month", relative=True)
    if far:
        return Atom(atom.first, far[0], reading)
    return atom._replace(first=moved[0] if moved else atom.first, weak=False, reading=reading)


def moved_day(scan: Scan, atom: Atom) -> Atom | None:
    """Read "next 5/12" around a day and month: the one that the word says, seen from the text's own date."""
    moved = shift_behind(scan, atom.first)
    if not moved or not atom.reading.yearless or not scan.ref:
        return None
    options = [day(scan.ref.year + step, *atom.reading.yearless) for step in (-1, 0, 1)]
    known = [one for one in options if one and one.start]
    past = [one for one in known if one.end and one.end <= scan.ref]
    coming = [one for one in known if one.start and one.start > scan.ref]
    chosen = past[-1:] if moved[1] < 0 else coming[:1] if moved[1] > 0 else [atom.reading.interval]
    reading = Reading("period", chosen[0] if chosen else None, "day", relative=True)
    return Atom(moved[0], atom.last, reading)
