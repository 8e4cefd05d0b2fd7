"""Stretches of time on the calendar, end exclusive, and the arithmetic that makes them."""

from datetime import date, timedelta
from typing import NamedTuple

FIRST_YEAR, LAST_YEAR = 1, 9998  # one to spare on either side, for ends and shifts


class Interval(NamedTuple):
    """A stretch of time from ``start`` up to ``end``, exclusive; ``None`` where it is open."""

    start: date | None
    end: date | None

    def contains(self, other: "Interval") -> bool:
        """Whether all of ``other`` lies inside this one."""
        starts = self.start is None or (other.start is not None and self.start <= other.start)
        ends = self.end is None or (other.end is not None and other.end <= self.end)
        return starts and ends

    def disjoint(self, other: "Interval") -> bool:
        """Whether the two have no day in common."""
        return _ends_before(self, other) or _ends_before(other, self)


def _ends_before(first: Interval, second: Interval) -> bool:
    return first.end is not None and second.start is not None and first.end <= second.start


def day(year: int, month: int, number: int) -> Interval | None:
    """Return one day, ``None`` where the calendar has no such day."""
    try:
        start = date(year, month, number)
        return Interval(start, start + timedelta(1))
    except (ValueError, OverflowError):
        return None


def months(year: int, month: int, count: int = 1) -> Interval | None:
    """Return ``count`` whole months from the first of a month on; ``month`` may lie outside 1 to 12."""
    first, last = year * 12 + month - 1, year * 12 + month - 1 + count
    if not FIRST_YEAR * 12 <= first <= last <= LAST_YEAR * 12:
        return None
    return Interval(date(first // 12, first % 12 + 1, 1), date(last // 12, last % 12 + 1, 1))


def years(year: int, count: int = 1) -> Interval | None:
    """Return ``count`` whole years; a first century starts with the year 1."""
    return months(max(year, FIRST_YEAR), 1, 12 * (count + min(0, year - FIRST_YEAR)))


def week(inside: date, offset: int = 0) -> Interval | None:
    """Return the week from Monday on that holds a day, ``offset`` weeks further."""
    return days(inside, -inside.weekday() + 7 * offset, 7)


def days(anchor: date, offset: int, count: int = 1) -> Interval | None:
    """Return ``count`` days, the first ``offset`` days after ``anchor``."""
    try:
        start = anchor + timedelta(offset)
        return Interval(start, start + timedelta(count))
    except OverflowError:
        return None


def shift(anchor: date, by_months: int = 0, by_days: int = 0) -> date | None:
    """Return a day that many months and days later; a day the month lacks becomes its last."""
    whole = months(anchor.year, anchor.month + by_months)
    if whole is None or whole.start is None or whole.end is None:
        return None
    last = (whole.end - timedelta(1)).day
    try:
        return whole.start.replace(day=min(anchor.day, last)) + timedelta(by_days)
    except OverflowError:
        return None


def easter(year: int) -> date:
    """Return the western Easter Sunday of a year (the anonymous Gregorian computus)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, number = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, number + 1)


def nth_weekday(within: Interval, weekday: int, nth: int) -> Interval | None:
    """Return the nth weekday inside a stretch (-1 for the last), ``None`` where there is none."""
    if within.start is None or within.end is None:
        return None
    if nth > 0:
        found = within.start + timedelta((weekday - within.start.weekday()) % 7 + 7 * (nth - 1))
    else:
        last = within.end - timedelta(1)
        found = last - timedelta((last.weekday() - weekday) % 7 + 7 * (-nth - 1))
    return days(found, 0) if within.start <= found < within.end else None


def part(whole: Interval, precision: str, name: str) -> Interval | None:
    """Return the ``early``, ``mid`` or ``late`` part, or the ``first`` or ``second`` half.

    The loose parts are those of years, months and weeks only: a third, by custom. ``None`` where the
    part has no customary bounds.
    """
    if whole.start is None or whole.end is None:
        return None
    start, end = whole.start, whole.end
    if name in ("first", "second"):
        middle = _middle(start, end, precision)
        return Interval(start, middle) if name == "first" else Interval(middle, end)
    cuts: dict[str, tuple[date, date]] = {}
    if precision == "year":
        cuts["early"] = (start, start.replace(month=4))
        cuts["mid"] = (start.replace(month=5), start.replace(month=9))
        cuts["late"] = (start.replace(month=9), end)
    elif precision == "month":
        cuts["early"] = (start, start.replace(day=11))
        cuts["mid"] = (start.replace(day=11), start.replace(day=21))
        cuts["late"] = (start.replace(day=21), end)
    elif precision == "week":
        cuts["early"] = (start, start + timedelta(3))
        cuts["mid"] = (start + timedelta(2), start + timedelta(5))
        cuts["late"] = (start + timedelta(4), end)
    return Interval(*cuts[name]) if name in cuts else None


def _middle(start: date, end: date, precision: str) -> date:
    if precision == "month":
        return start.replace(day=16)
    span = (end.year - start.year) * 12 + end.month - start.month
    return shift(start, span // 2) or start
