"""Reckoning with dates as an editor does: the length between two of them, and an amount at so much a week."""

from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

from factcheck_date.amounts import agree
from factcheck_date.calendar import Interval
from factcheck_date.value import DAY_SECONDS, Length, Reading

_MONTH, _YEAR = timedelta(31), timedelta(366)  # the longest of each
_MONTH_DAYS = 31
_ROUGH = Fraction(1, 5)  # how far off a hedged length may be before it is called wrong


class Span(NamedTuple):
    """The length between two dates in months: as people say it, and the least and most it can be."""

    usual: tuple[Fraction, ...]
    least: Fraction
    most: Fraction


def between(first: Interval, last: Interval) -> Span | None:
    """Return the length between two dates, ``None`` where one is coarser than a year or they overlap.

    Between two years lie as many years as they differ by, give or take one.
    """
    if not (first.start and first.end and last.start and last.end) or last.start < first.end:
        return None
    longest = max(first.end - first.start, last.end - last.start)
    if longest > _YEAR:
        return None
    if longest > _MONTH:
        years = last.start.year - first.start.year
        return Span((Fraction(12 * years),), Fraction(12 * (years - 1)), Fraction(12 * (years + 1)))
    if longest > timedelta(1):
        months = Fraction(_months(first.start.replace(day=1), last.start.replace(day=1)))
        return Span((months, months // 12 * Fraction(12)), months - 1, months + 1)
    months = _months(first.start, last.start)
    return Span((months, Fraction(months // 1), months // 12 * Fraction(12)), months, months)


def _months(first: date, last: date) -> Fraction:
    whole = (last.year - first.year) * 12 + last.month - first.month
    return whole + Fraction(last.day - first.day, _MONTH_DAYS)


def agrees_with(claimed: Length, span: Span) -> bool | None:
    """Return whether a length of years or months agrees with what lies between two dates.

    One that is off by less than a unit of its own is neither right nor wrong: 2001 to 2010 is nine years,
    and ten in the eyes of many.
    """
    if claimed.seconds or not claimed.months or not claimed.counts:
        return None
    low, high = claimed.months, (claimed.upper or claimed).months
    if claimed.bound in ("at_least", "more_than"):
        return True if span.least >= low else False if span.most < low else None
    if claimed.bound in ("at_most", "less_than"):
        return True if span.most <= high else False if span.least > high else None
    if any(agree(claimed, Length(months=usual)) for usual in span.usual if usual):
        return True
    unit = Fraction(12 if claimed.months % 12 == 0 else 1)
    slack = unit if span.least == span.most else Fraction(0)
    if claimed.hedge:
        slack += _ROUGH * high
    return False if high < span.least - slack or low > span.most + slack else None


def in_words(months: Fraction) -> str:
    """Return a length of months as people say it: 9 years and 2 months."""
    years, rest = divmod(int(months), 12)
    parts = ((years, "year"), (rest, "month"))
    said = " and ".join(f"{count} {unit}{'s' if count > 1 else ''}" for count, unit in parts if count)
    return said or "less than a month"


def agrees_in_days(claimed: Length, first: Interval, last: Interval) -> bool | None:
    """Return whether a length of days or weeks agrees with what lies between two dates.

    Both days may be counted or one; what is off by less than a unit is neither right nor wrong.
    """
    low, high = (one.seconds / DAY_SECONDS for one in (claimed, claimed.upper or claimed))
    if not (first.start and first.end and last.start and last.end) or last.start < first.end:
        return None
    if claimed.months or not claimed.counts or low < 1 or low % 1 or high % 1:
        return None
    least, most = (last.start - first.end).days + 1, (last.end - first.start).days - 1
    if claimed.bound in ("at_least", "more_than"):
        return True if least >= low else False if most + 1 < low else None
    if claimed.bound in ("at_most", "less_than"):
        return True if most + 1 <= high else False if least > high else None
    if low - 1 <= least and most <= high + 1:
        return True
    slack = Fraction(7 if low % 7 == 0 else 1) + (_ROUGH * high if claimed.hedge else 0)
    return False if most < low - slack or least > high + slack else None


def at_rate(amount: Length, rate: Reading) -> Length | None:
    """Return how long an amount of hours takes at so many a week: forty hours are forty weeks."""
    if amount.months or not rate.length or rate.length.months or not (rate.times and rate.per):
        return None
    each = rate.length.seconds * rate.times
    if not each or each >= DAY_SECONDS or not (amount.plain and rate.length.plain):
        return None
    turns = amount.seconds / each
    return Length(rate.per.months * turns, rate.per.seconds * turns)
