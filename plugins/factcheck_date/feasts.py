"""Feasts and holidays, by the rule that dates them."""

from __future__ import annotations

from factcheck_date.calendar import Interval, day, days, easter, months, nth_weekday
from factcheck_date.relative import shift_behind
from factcheck_date.scan import Atom, Scan
from factcheck_date.value import Reading


def holiday(scan: Scan, index: int) -> Atom | None:
    """Read a feast with its year, or in the year of the text's own date."""
    found = None
    for words, value in scan.lex.holidays.get(scan.words[index], ()):
        if tuple(scan.words[index : index + len(words)]) == words:
            found = index + len(words), value
            break
    if not found:
        return None
    end, rule = found
    written = scan.word(end)
    if written.isdecimal() and len(written) == 4 and scan.near(end) and 1000 <= int(written) <= 2199:
        return Atom(index, end + 1, Reading("period", feast(int(written), rule), "day"))
    if not scan.ref:
        return None
    moved = shift_behind(scan, index)
    year = scan.ref.year + (moved[1] if moved else 0)
    interval = feast(year, rule)
    if moved and interval and interval.start:
        same = feast(scan.ref.year, rule)
        if same and same.start and (same.start > scan.ref if moved[1] > 0 else same.start < scan.ref):
            interval = same
    return Atom(
        moved[0] if moved else index, end, Reading("period", interval, "day", relative=True, loose=True)
    )


def feast(year: int, rule: str) -> Interval | None:
    """Return a feast's day by its rule: ``12-25``, ``easter+1``, or ``11:3:4`` for a fourth Thursday."""
    if rule.startswith("easter"):
        return days(easter(year), int(rule[6:]))
    if ":" in rule:
        place, _, extra = rule.partition("+")
        month, number, nth = (int(part) for part in place.split(":"))
        within = months(year, month)
        found = nth_weekday(within, number, nth) if within else None
        return days(found.start, int(extra or 0)) if found and found.start else None
    month_text, _, day_text = rule.partition("-")
    return day(year, int(month_text), int(day_text))
