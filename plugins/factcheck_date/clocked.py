"""Lengths of time as a stopwatch or a timetable gives them: 2:01.4, 1:02:19.6, 2h 35m."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache

from factcheck.text import FIELD
from factcheck_date.scan import Atom, Scan
from factcheck_date.value import Length, Reading

# Minutes and seconds have tenths: without them they may be a time of day, a score or a verse.
_RUN = r"(?:(\d{1,2}):)?(\d{1,2}):([0-5]\d([.,])\d{1,2})(?![\d:]|[.,]\d)"
_TRAVELLED = r"(\d{1,3})\s?[hu]\s?([0-5]?\d)\s?m(?:in)?\b"
# Behind a label that measures how long something runs they need none, from ten minutes on: "Length: 41:12".
_PLAYED = r"(?:(\d{1,2})\s?:\s?(?=\d\d\s?:))?(\d{2,3})\s?:\s?([0-5]\d)(?![\d:]|\s?:\s?\d)"
_INNER = frozenset(":.,/-–$€£#")  # before digits that only go on with others
_SHAPED = r"\d{1,3}(?:\s?:\s?\d|\s?[hu]\s?\d)"


def clocked(scan: Scan, index: int) -> Atom | None:
    """Return the length of time that starts at a token of digits, ``None`` where none is written so."""
    position, text = scan.starts[index], scan.text
    if not _compiled(_SHAPED).match(text, position) or text[max(0, position - 1) : position] in _INNER:
        return None
    run = _compiled(_RUN).match(text, position)
    if run is None and _is_labelled(scan, position):
        run = _compiled(_PLAYED).match(text, position)
    match = run or _compiled(_TRAVELLED).match(text, position)
    if match is None or (run and run.re.groups > 3 and run[4] not in scan.lex.decimals):
        return None
    parts = [Fraction((part or "0").replace(",", ".")) for part in match.groups()[:3]]
    hours, minutes, seconds = parts if run else (*parts, Fraction(0))
    length = Length(seconds=hours * 3600 + minutes * 60 + seconds)
    last = index
    while last < scan.size and scan.starts[last] < match.end():
        last += 1
    return Atom(index, last, Reading("duration", length=length))


def _is_labelled(scan: Scan, position: int) -> bool:
    """Whether a line of a fact sheet begins before an offset that tells how long something runs."""
    start = scan.text.rfind("\n", 0, position) + 1
    label = FIELD.match(scan.text, start)
    if label is None or label.end() != position:
        return False
    return "_".join(label[0].lower().rstrip(": ").split()) in scan.lex.run_labels


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern, compiled when a text first has something of its shape."""
    return re.compile(pattern)
