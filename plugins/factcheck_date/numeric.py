"""Dates in digits: 2019-06-07, 07-06-2019, 3/4/2017, 20190607, and ranges of years."""

from __future__ import annotations

import re
from functools import cache

from factcheck_date.calendar import Interval, day, months, years
from factcheck_date.numerals import short_year
from factcheck_date.scan import Atom, Scan
from factcheck_date.value import Reading

_ISO = r"(\d{4})([-/.])(\d{1,2}|[A-Za-z]{3,9})\2(\d{1,2})(?![\d/]|[-.]\d\d?\b)"
_WRITTEN = r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?![\d/]|\.\d)"
_COMPACT = r"((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\b"
_YEARS = r"(1\d{3}|20\d\d|21\d\d)(\s?[-–—]\s?|/)['’]?((?:1\d|20|21)?\d\d)(?![\d%]|[-/.–]\d)"
_YEAR_MONTH = r"((?:19|20)\d\d)-(0[1-9]|1[0-2])(?![\d/]|[-.]\d)"
_MONTH_YEAR = r"(0?[1-9]|1[0-2])/((?:19|20)\d\d)(?![\d/]|[-.]\d)"
_SPAN = r"(\d{1,2})([-/])(\d{1,2})\s?[-–]\s?(\d{1,2})\2(\d{1,2})\2(\d{4})(?![\d/]|\.\d)"
_DAY_MONTH = r"(\d{1,2})([-/.])(\d{1,2})(?![\d/%]|[-.,]\d)"
_SHAPED = r"\d{1,4}\s?[-/.–—]\s?['’]?[\da-zA-Z]|\d{8}\b"


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern, compiled when a text first has something of its shape."""
    return re.compile(pattern)


def numeric(scan: Scan, index: int, *, joined: bool = False, cued: bool = False) -> Atom | None:
    """Return the date in digits that starts at a token.

    ``joined`` says that a date ends right before it, ``cued`` that day and month alone are a date here.
    """
    position = scan.starts[index]
    if not _compiled(_SHAPED).match(scan.text, position) or (not joined and _continues(scan.text, position)):
        return None
    for pattern, read in (
        (_ISO, _iso),
        (_SPAN, _span),
        (_WRITTEN, _written),
        (_COMPACT, _compact),
        (_YEAR_MONTH, _year_month),
    ):
        match = _compiled(pattern).match(scan.text, position)
        reading = read(scan, match) if match else None
        if match and reading:
            return Atom(index, _token_at(scan, index, match.end()), reading)
    match = _compiled(_YEARS).match(scan.text, position)
    if match and (reading := _year_range(match)):
        return Atom(index, _token_at(scan, index, match.end()), reading)
    match = _compiled(_MONTH_YEAR).match(scan.text, position)
    if match:
        month = months(int(match[2]), int(match[1]))
        return Atom(index, _token_at(scan, index, match.end()), Reading("period", month, "month"))
    match = _compiled(_DAY_MONTH).match(scan.text, position) if cued else None
    if match and (reading := _day_month(scan, match)):
        return Atom(index, _token_at(scan, index, match.end()), reading)
    return None


def _continues(text: str, position: int) -> bool:
    before, earlier = text[position - 1 : position], text[max(0, position - 2) : position - 1]
    return (
        before.isalnum() or (before in "$€£#" and before != "") or (before in "-/.,–" and earlier.isdigit())
    )


def _token_at(scan: Scan, index: int, offset: int) -> int:
    """Return the index of the first token at or after an offset."""
    while index < scan.size and scan.starts[index] < offset:
        index += 1
    return index


def _iso(scan: Scan, match: re.Match[str]) -> Reading | None:
    name = match[3].lower()
    month = int(name) if name.isdecimal() else scan.lex.months.get(name, 0)
    return _day_reading(day(int(match[1]), month, int(match[4])))


def _written(scan: Scan, match: re.Match[str]) -> Reading | None:
    first, second, written = int(match[1]), int(match[3]), match[4]
    if len(written) == 2 and match[2] == ".":  # 3.4.12 numbers a section
        return None
    year = int(written) if len(written) == 4 else short_year(int(written))
    if not 1000 <= year <= 2199:
        return None
    day_first, month_first = day(year, second, first), day(year, first, second)
    if match[2] == "." or scan.lex.order == "dmy":
        return _day_reading(day_first or month_first)
    if scan.lex.order_sure or not day_first or not month_first or day_first == month_first:
        return _day_reading(month_first or day_first)
    return Reading("period", month_first, "day", other=day_first)


def _span(scan: Scan, match: re.Match[str]) -> Reading | None:
    numbers = [int(match[group]) for group in (1, 3, 4, 5)]
    if scan.lex.order == "dmy":
        numbers = [numbers[1], numbers[0], numbers[3], numbers[2]]
    start, end = day(int(match[6]), *numbers[:2]), day(int(match[6]), *numbers[2:])
    if not start or not end or not start.start or not end.end or start.start >= end.end:
        return None
    return Reading("period", Interval(start.start, end.end), "range", loose=not scan.lex.order_sure)


def _compact(scan: Scan, match: re.Match[str]) -> Reading | None:  # noqa: ARG001
    return _day_reading(day(int(match[1]), int(match[2]), int(match[3])))


def _year_month(scan: Scan, match: re.Match[str]) -> Reading | None:  # noqa: ARG001
    year, month = int(match[1]), int(match[2])
    if month > year % 100:  # 2009-10 is rather a season
        return None
    return Reading("period", months(year, month), "month")


def _year_range(match: re.Match[str]) -> Reading | None:
    first, written = int(match[1]), match[3]
    last = int(written) if len(written) == 4 else first - first % 100 + int(written)
    if not first < last <= first + 1000 or (match[2] == "/" and last != first + 1):
        return None
    ends = (Reading("period", years(first), "year"), Reading("period", years(last), "year"))
    return Reading("period", years(first, last - first + 1), "range", ends=ends)


def _day_month(scan: Scan, match: re.Match[str]) -> Reading | None:
    first, second = int(match[1]), int(match[3])
    month, number = (second, first) if scan.lex.order == "dmy" else (first, second)
    if not 1 <= month <= 12:
        month, number = number, month
    if not number:  # 3-0
        return None
    return yearless(scan, month, number)


def _day_reading(interval: Interval | None) -> Reading | None:
    return Reading("period", interval, "day") if interval else None


def yearless(scan: Scan, month: int, number: int) -> Reading | None:
    """Return the reading of a month, or a day of it, without a year: that of the text's own date.

    29 February falls in the last leap year. Without a date of the text it stays unresolved.
    """
    if not 1 <= month <= 12 or not day(2000, month, number or 1):
        return None
    interval = None
    if scan.ref:
        year = scan.ref.year
        while number and not day(year, month, number):
            year -= 1
        interval = day(year, month, number) if number else months(year, month)
    precision = "day" if number else "month"
    return Reading("period", interval, precision, yearless=(month, number), relative=True)
