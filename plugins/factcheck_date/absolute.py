"""Dates and periods in words: 21 June 2017, June 2017, the 1980s, the 19th century, summer 2019."""

from __future__ import annotations

from dataclasses import replace

from factcheck_date.calendar import Interval, day, months, years
from factcheck_date.numerals import day_at, day_behind, ordinal_behind, year_at
from factcheck_date.numeric import yearless
from factcheck_date.scan import Atom, Scan
from factcheck_date.value import Reading


def month(scan: Scan, index: int) -> list[Atom]:
    """Return the dates around the name of a month: one, or several for "18 and 19 June"."""
    lex, word = scan.lex, scan.words[index]
    number = lex.months[word]
    left = _day_left(scan, index)
    after = index + 1
    if word in lex.months_short and scan.word(after) == "." and scan.glued(after):
        after += 1
    glued_year = _glued_year(scan, index)
    right = None if left else _day_right(scan, after)
    if right and word in lex.months_doubtful and not scan.capital(index) and not _surely_a_day(scan, after):
        right = None
    end = right[1] if right else after
    if glued_year and right:
        return _dates(scan, index - 2, end, number, [right[0]], glued_year)
    if right and (last := _more_days_right(scan, right[1])):
        year = _year_right(scan, last[1])
        return _day_range(scan, index, year[1] if year else last[1], number, right[0], last[0], year)
    year = _year_right(scan, end)
    end = year[1] if year else end
    if left:
        more = _more_days_left(scan, left[0])
        if more and more[2]:
            return _day_range(scan, more[0], end, number, more[1], left[1], year)
        found = _dates(scan, left[0], end, number, [left[1]], year and year[0])
        if more and found:
            found = _dates(scan, more[0], more[3], number, [more[1]], year and year[0]) + found
        return found
    if right:
        return _dates(scan, index, end, number, [right[0]], year and year[0])
    if year:
        return [Atom(index, end, Reading("period", months(year[0], number), "month"))]
    return _bare_month(scan, index, after, number)


def _bare_month(scan: Scan, index: int, after: int, number: int) -> list[Atom]:
    lex, word = scan.lex, scan.words[index]
    reading = yearless(scan, number, 0)
    if (
        reading is None
        or scan.word(index - 1) == "'"
        or (scan.glued(index) and scan.word(index - 1) in "@#.")
    ):
        return []
    if scan.near(index) and scan.word(index - 1).isdecimal() and len(scan.word(index - 1)) < 4:  # 32 October
        return []
    doubtful = word in lex.months_doubtful or word in lex.months_short
    if lex.months_capital:
        if doubtful and (not scan.capital(index) or scan.capital(after)):
            return []
    elif scan.capital(index) and not scan.starts_sentence(index):  # a person, then
        return []
    end = after if word in lex.months_short and scan.word(after - 1) == "." else index + 1
    return [Atom(index, end, reading, weak=doubtful and not scan.alone())]


def _surely_a_day(scan: Scan, index: int) -> bool:
    found = day_at(scan, index)
    return bool(
        found
        and (
            found[1] > index + 1
            or year_at(scan, found[1])
            or scan.alone()
            or found[1] == scan.size
            or _more_days_right(scan, found[1])
        )
    )


def _dates(
    scan: Scan, first: int, last: int, month_: int, numbers: list[int], year: int | None
) -> list[Atom]:
    if year is None:
        readings = [yearless(scan, month_, number) for number in numbers]
    else:
        found = [day(year, month_, number) for number in numbers]
        readings = [Reading("period", interval, "day") if interval else None for interval in found]
    return [with_weekday(scan, Atom(first, last, reading)) for reading in readings if reading]


def _day_range(
    scan: Scan, first: int, last: int, month_: int, low: int, high: int, year: tuple[int, int] | None
) -> list[Atom]:
    ends = _dates(scan, first, last, month_, [low, high], year and year[0])
    if len(ends) != 2 or low >= high:
        return []
    start, end = ends[0].reading, ends[1].reading
    interval = None
    if start.interval and end.interval:
        interval = Interval(start.interval.start, end.interval.end)
    begun = scan.behind(first, scan.lex.range_starts)
    reading = Reading("period", interval, "range", relative=start.relative)
    return [Atom(begun[0] if begun else first, last, reading)]


def _day_left(scan: Scan, index: int) -> tuple[int, int] | None:
    """Return where the day before a month starts, and the day."""
    at = index
    word = scan.word(index - 1)
    if scan.near(index) and (word in scan.lex.of_words or (word in "-/" and word and scan.glued(index))):
        at = index - 1
    return day_behind(scan, at)


def _glued_year(scan: Scan, index: int) -> int | None:
    if scan.glued(index) and scan.glued(index - 1) and scan.word(index - 1) in ("-", "/"):
        found = year_at(scan, index - 2)
        return found[0] if found and found[1] == index - 1 else None
    return None


def _day_right(scan: Scan, index: int) -> tuple[int, int] | None:
    """Return the day after a month and the token behind it."""
    lex, at = scan.lex, index
    if scan.word(at) in ("-", "/") and scan.glued(at) and scan.glued(at + 1):
        at += 1
    elif scan.word(at) == "," or scan.word(at) in lex.articles:
        at += 1 + (scan.word(at) == "," and scan.word(at + 1) in lex.articles)
        found = day_at(scan, at)
        return found if found and found[1] > at + 1 else _ordinal_only(scan, at)
    if not scan.near(at) or scan.text.count("\n", scan.ends[at - 1], scan.starts[at]):
        return None
    return day_at(scan, at)


def _ordinal_only(scan: Scan, index: int) -> tuple[int, int] | None:
    word = scan.word(index)
    return (scan.lex.ordinals[word], index + 1) if word in scan.lex.ordinals else None


def _year_right(scan: Scan, index: int) -> tuple[int, int] | None:
    """Return the year after a day or month and the token behind it."""
    at = index
    for _ in range(2):
        word = scan.word(at)
        if word in (",", ".", "/", "-") or word in scan.lex.of_words:
            if word in ("/", "-", ".") and not (scan.glued(at) and (scan.glued(at + 1) or word == ".")):
                return None
            at += 1
    if at >= scan.size or not scan.near(at):
        return None
    found = year_at(scan, at, short=True)
    if found and scan.word(at) in scan.lex.cardinals and found[0] < 1000:
        return None
    return found


def _more_days_left(scan: Scan, index: int) -> tuple[int, int, bool, int] | None:
    """Return what stands before a day in "3 to 5 May": start, day, whether it is a range, and its end."""
    lex, at = scan.lex, index
    while scan.word(at - 1) in lex.articles and scan.near(at):
        at -= 1
    for width in (6, 5, 4, 3, 2, 1):
        joined = scan.ahead(at - width, lex.range_joins) if at - width >= 0 else None
        if joined and joined[0] == at:
            break
    else:
        if scan.word(at - 1) not in lex.and_words | lex.or_words:
            return None
        joined, width = (at, "list"), 1
    before = day_behind(scan, at - width)
    if not before or not (scan.near(at) and scan.near(at - width)):
        return None
    begun = scan.behind(_skip_articles(scan, before[0]), lex.range_starts)
    is_range = joined[1] in ("to", "join") or (joined[1] == "and" and begun is not None and begun[1] == "and")
    first = begun[0] if begun and is_range else before[0]
    return first, before[1], is_range, at - width


def _skip_articles(scan: Scan, index: int) -> int:
    while scan.word(index - 1) in scan.lex.articles and scan.near(index):
        if scan.behind(index, scan.lex.range_starts):
            break
        index -= 1
    return index


def _more_days_right(scan: Scan, index: int) -> tuple[int, int] | None:
    joined = scan.ahead(index, scan.lex.range_joins)
    if not joined or joined[1] == "and":
        return None
    at = joined[0]
    if scan.word(at) in scan.lex.articles:
        at += 1
    found = day_at(scan, at)
    if not found or not scan.near(at) or scan.word(found[1]) in scan.lex.months:
        return None
    return found


def with_weekday(scan: Scan, atom: Atom) -> Atom:
    """Widen a date by the weekday written before it."""
    at = atom.first
    if scan.word(at - 1) in scan.lex.articles and scan.near(at):
        at -= 1
    while scan.word(at - 1) in (",", ".") and scan.near(at):
        at -= 1
    number = scan.lex.weekdays.get(scan.word(at - 1))
    if number is None or not scan.near(at):
        return atom
    return replace(atom, first=at - 1, reading=replace(atom.reading, weekday=number))


def decade(scan: Scan, index: int) -> Atom | None:
    """Read "1980s", "'90s" and "the nineties" from their digits or word."""
    lex, word = scan.lex, scan.words[index]
    if word in lex.decades:
        before = lex.cardinals.get(scan.word(index - 1), 0)
        hundreds = before if 13 <= before <= 20 and scan.near(index) else 19
        first = index - 1 if hundreds == before else index
        if (
            first == index
            and not scan.capital(index)
            and scan.word(index - 1) not in lex.articles | lex.and_words
        ):
            return None
        return Atom(first, index + 1, _decade(hundreds * 100 + lex.decades[word]))
    if not word.isdecimal():
        return None
    apostrophe = scan.word(index - 1) in ("'", "’", "‘") and scan.glued(index)
    tail = index + 1
    if (scan.word(tail) == "-" and scan.glued(tail)) or (scan.word(tail) in ("'", "’") and scan.glued(tail)):
        tail += 1
    if scan.word(tail).lstrip("'") not in lex.decade_tail or not scan.word(tail) or not scan.glued(tail):
        return None
    if len(word) == 4 and word.endswith("0") and 1000 <= int(word) < 2200:
        return Atom(index, tail + 1, _decade(int(word)))
    if len(word) == 2 and word.endswith("0") and (apostrophe or scan.word(index - 1) in lex.articles):
        return Atom(index - apostrophe, tail + 1, _decade(1900 + int(word) if int(word) else 2000))
    return None


def _decade(first: int) -> Reading:
    other = years(first, 100) if first % 100 == 0 and first < 2000 else None  # the 1900s may be a century
    return Reading("period", years(first, 10), "decade", other=other)


def decade_after(scan: Scan, index: int) -> list[Atom]:
    """Read the decades behind a lead word: jaren tachtig en negentig, jaren '80, jaren 1980."""
    lex, atoms, at, first = scan.lex, [], index + 1, index
    while at < scan.size and scan.near(at):
        quoted = scan.word(at) in ("'", "’", "‘") and scan.glued(at + 1)
        word = scan.word(at + quoted)
        if word in lex.tens_names:
            start = 1900 + lex.tens_names[word]
        elif word.isdecimal() and len(word) == 2 and word.endswith("0"):
            start = 1900 + int(word) if int(word) else 2000
        elif word.isdecimal() and len(word) == 4 and word.endswith("0") and 1000 <= int(word) < 2200:
            start = int(word)
        else:
            break
        end = at + quoted + 1
        atoms.append(Atom(first, end, _decade(start)))
        if scan.word(end) not in lex.list_joins or not scan.near(end + 1):
            break
        at = first = end + 1
        if scan.word(at) in lex.decade_lead:
            at += 1
    return atoms


def century(scan: Scan, index: int) -> list[Atom]:
    """Read the centuries before the word: 19th century, eighteenth and nineteenth centuries."""
    at = index - 1 if scan.word(index - 1) == "-" else index
    found = ordinal_behind(scan, at)
    if not found or not 1 <= found[1] <= 22:
        return []
    atoms = [Atom(found[0], index + 1, Reading("period", years(100 * (found[1] - 1), 100), "century"))]
    if scan.word(found[0] - 1) in scan.lex.and_words:
        more = ordinal_behind(scan, found[0] - 1)
        if more and more[1] < found[1]:
            reading = Reading("period", years(100 * (more[1] - 1), 100), "century")
            atoms.insert(0, Atom(more[0], found[0] - 1, reading))
    return atoms


def quarter(scan: Scan, index: int) -> Atom | None:
    """Read "Q1 2017", "2019 H2" and "4th quarter of 2018", from the letter or the word."""
    lex, word = scan.lex, scan.words[index]
    first, after = index, index + 1
    if word in ("q", "h") and scan.glued(after) and scan.word(after) in ("1", "2", "3", "4"):
        number, after = int(scan.word(after)), after + 1
        halves = word == "h"
    else:
        ordinal = ordinal_behind(scan, index)
        if not ordinal:
            return None
        first, number = ordinal
        halves = word in lex.halves
    if number > (2 if halves else 4):
        return None
    year = year_at(scan, first - 1) if scan.near(first) else None
    if year and year[1] == first:
        first -= 1
    else:
        year = _year_right(scan, after)
        after = year[1] if year else after
    count = 6 if halves else 3
    if year:
        interval = months(year[0], count * (number - 1) + 1, count)
        return Atom(first, after, Reading("period", interval, "half" if halves else "quarter"))
    if halves or not scan.ref:
        return None
    interval = months(scan.ref.year, count * (number - 1) + 1, count)
    return Atom(
        first, after, Reading("period", interval, "quarter", loose=True, relative=True), weak=not scan.alone()
    )


def season(scan: Scan, index: int) -> Atom | None:
    """Read "summer 2019" and "the winter of 2010-11"; a season without a year is no date."""
    year = _year_right(scan, index + 1)
    if not year:
        return None
    start = scan.lex.seasons[scan.words[index]]
    return Atom(index, year[1], Reading("period", months(year[0], start, 3), "season", loose=True))
