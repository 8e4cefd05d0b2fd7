"""Lengths of time as a stopwatch or a timetable gives them: 2:01.4, 1:02:19.6, 2h 35m."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache

from factcheck_date.scan import Atom, Scan
from factcheck_date.value import Length, Reading

# Minutes and seconds have tenths: without them they may be a time of day, a score or a verse.
_RUN = r"(?:(\d{1,2}):)?(\d{1,2}):([0-5]\d([.,])\d{1,2})(?![\d:]|[.,]\d)"
_TRAVELLED = r"(\d{1,3})\s?[hu]\s?([0-5]?\d)\s?m(?:in)?\b"
_INNER = frozenset(":.,/-–$€£#")  # before digits that only go on with others
_SHAPED = r"\d{1,3}(?::\d|\s?[hu]\s?\d)"


def clocked(scan: Scan, index: int) -> Atom | None:
    """Return the length of time that starts at a token of digits, ``None`` where none is written so."""
    position, text = scan.starts[index], scan.text
    if not _compiled(_SHAPED).match(text, position) or text[max(0, position - 1) : position] in _INNER:
        return None
    run = _compiled(_RUN).match(text, position)
    match = run or _compiled(_TRAVELLED).match(text, position)
    if match is None or (run and run[4] not in scan.lex.decimals):
        return None
    parts = [Fraction((part or "0").replace(",", ".")) for part in match.groups()[:3]]
    hours, minutes, seconds = parts if run else (*parts, Fraction(0))
    length = Length(seconds=hours * 3600 + minutes * 60 + seconds)
    last = index
    while last < scan.size and scan.starts[last] < match.end():
        last += 1
    return Atom(index, last, Reading("duration", length=length))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern, compiled when a text first has something of its shape."""
    return re.compile(pattern)
