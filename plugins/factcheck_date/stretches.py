"""Periods longer than a month: the 1980s, the 19th century, Q1 2017, summer 2019."""

from __future__ import annotations

from factcheck.vocabulary import grammar
from factcheck_date.calendar import months, years
from factcheck_date.month_parts import year_right
from factcheck_date.numerals import ordinal_behind, year_at
from factcheck_date.scan import Atom, Scan
from factcheck_date.value import Reading

_WINTER = 12


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
    return [_of_century(scan, atoms[0])] if len(atoms) == 1 else atoms


def _of_century(scan: Scan, atom: Atom) -> Atom:
    """Move a decade to the century it is said to be of: *de jaren veertig van de negentiende eeuw*."""
    at = atom.last
    if scan.word(at) not in scan.lex.of_words or scan.word(at + 1) not in scan.lex.articles:
        return atom
    named = next((k for k in (at + 3, at + 4) if scan.word(k) in scan.lex.century), 0)
    found = century(scan, named) if named and all(map(scan.near, range(at, named + 1))) else []
    if not found or found[0].first != at + 2:
        return atom
    own, of = atom.reading.interval, found[0].reading.interval
    if own is None or own.start is None or of is None or of.start is None:
        return atom
    return Atom(atom.first, named + 1, _decade(of.start.year + own.start.year % 100))


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
        year = year_right(scan, after)
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
    """Read "summer 2019" and "the winter of 2010-11"; a season without a year is no date.

    Nor is "the town's fall in 1900".
    """
    year = year_right(scan, index + 1)
    if not year or scan.word(index + 1) in scan.lex.in_words:
        return None
    start = scan.lex.seasons[scan.words[index]]
    end = _next_year(scan, year) if start == _WINTER else year[1]
    return Atom(index, end, Reading("period", months(year[0], start, 3), "season", loose=True))


def _next_year(scan: Scan, year: tuple[int, int]) -> int:
    """Return the token behind the second year of "winter 2019/20", where there is one."""
    at, written = year[1], scan.word(year[1] + 1)
    joined = scan.word(at) in ("-", "/", "–") and scan.glued(at) and scan.glued(at + 1)
    return at + 2 if joined and written in (str(year[0] + 1), str(year[0] + 1)[2:]) else at


def era(scan: Scan, index: int) -> Atom | None:
    """Read "during the First World War", where a preposition says that something was in those years."""
    told = scan.ahead(index, scan.lex.eras)
    before = index - 1
    while (
        before >= 0
        and scan.near(before + 1)
        and scan.word(before) in grammar(scan.document.language, "articles")
    ):
        before -= 1
    if told is None or scan.word(before) not in scan.lex.era_prepositions:
        return None
    first, last = (int(year) for year in told[1].split("-"))
    return Atom(index, told[0], Reading("period", years(first, last - first + 1), "decade"))
