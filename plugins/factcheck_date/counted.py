"""Years counted from a time the text has named: "2,310 in 2023, against 2,050 *a year earlier*"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import Mention
from factcheck.text import Document, Span
from factcheck.vocabulary import grammar
from factcheck_date.calendar import years
from factcheck_date.scan import Atom, Scan
from factcheck_date.value import Reading


def counted(document: Document, scan: Scan, atom: Atom, told: Sequence[Mention]) -> Reading:
    """Return the reading of a length of whole years as the year it leads to, else as it is.

    ``told`` are the times named before it. The year is counted from that of the same sentence, of the title,
    of the document, or of the sentence before.
    """
    reading, length = atom.reading, atom.reading.length
    if reading.form != "duration" or not reading.offset or length is None or not length.plain:
        return reading
    way, number = _way(document.language, scan.word(atom.last)), length.months // 12
    if not way or length.seconds or length.months % 12 or not number:
        return reading
    base = _year(document, scan.starts[atom.first], told)
    interval = years(base + way * number) if base else None
    if interval is None:
        return reading
    return reading._replace(form="period", interval=interval, precision="year", relative=True)


def _way(language: str, word: str) -> int:
    if word in grammar(language, "years_back"):
        return -1
    return 1 if word in grammar(language, "years_on") else 0


def _year(document: Document, offset: int, told: Sequence[Mention]) -> int | None:
    """Return the year that a length of time at an offset is counted from."""
    index = document.sentence_index(offset)
    own = _years(told, document.sentences[index])
    title = _years(told, document.sentences[0])
    if own or len(title) == 1:
        return (own or title)[-1]
    if document.date:
        return int(document.date[:4])
    before = _years(told, document.sentences[index - 1]) if index else []
    return before[-1] if before else None


def _years(told: Sequence[Mention], within: Span) -> list[int]:
    inside = (mention.reading.interval for mention in told if within.start <= mention.start < within.end)
    return [interval.start.year for interval in inside if interval and interval.start]
