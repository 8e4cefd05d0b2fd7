"""Find the dates, periods, durations and frequencies of a text: look words up, parse only around hits."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import compress, count

from factcheck.model import Mention
from factcheck.text import Document
from factcheck_date import lengths, months, often, relative, stretches, told
from factcheck_date.bare_year import bare_year, counts, spoken_year
from factcheck_date.clocked import clocked
from factcheck_date.combine import combine
from factcheck_date.counted import counted
from factcheck_date.feasts import holiday
from factcheck_date.lexicon import lexicon
from factcheck_date.numeric import numeric
from factcheck_date.pieces import iso_week
from factcheck_date.quantities import amount_behind, range_start
from factcheck_date.scan import Atom, Scan
from factcheck_date.value import Reading
from factcheck_date.weekdays import calls, weekday


def mentions(document: Document) -> tuple[Mention, ...]:
    """Return the time expressions of a text in order, the same every time."""
    if "date.mentions" not in document.memo:
        document.memo["date.mentions"] = tuple(extract(document))
    return document.memo["date.mentions"]  # type: ignore[no-any-return]


def extract(document: Document) -> Iterator[Mention]:
    """Yield the time expressions of a text in order; nothing where no pack knows its language."""
    lex = lexicon(document.language)
    if lex is None:
        return
    scan = Scan(document, lex)
    names: set[int] = set()
    given: list[Mention] = []
    atoms = told.resolve(scan, _settle(_atoms(scan, names)))
    for atom in _settle(combine(scan, atoms)):
        suffix = scan.ahead(atom.last, lex.suffixes)
        if suffix and suffix[1] == "bc":
            continue
        start, end = scan.starts[atom.first], scan.ends[atom.last - 1]
        reading = counted(document, scan, atom, given)
        mention = Mention(
            kind="date",
            start=start,
            end=end,
            text=scan.text[start:end],
            value=reading.value(),
            keys=_keys(reading),
            reading=reading,
            judgeable=atom.first not in names and _judgeable(reading) and not calls(scan, atom),
        )
        given.append(mention)
        yield mention


def _keys(reading: Reading) -> tuple[str, ...]:
    """Return what a mention is looked up by; a stretch with a length or a start can answer for both."""
    if reading.form != "period":
        return ("date", "duration") if reading.offset else (reading.form,)
    spans = reading.length or reading.ends or reading.anchored or reading.limit == "since"
    return ("date", "duration") if spans or reading.precision == "range" else ("date",)


def _judgeable(reading: Reading) -> bool:
    return reading.length is None or reading.length.counts


def _settle(atoms: list[Atom]) -> list[Atom]:
    """Return atoms in order without overlaps, the longer of two kept."""
    kept: list[Atom] = []
    for atom in sorted(atoms, key=lambda a: (a.first, -a.last)):
        if kept and atom.first < kept[-1].last:
            if atom.last - atom.first > kept[-1].last - kept[-1].first:
                kept[-1] = atom
            continue
        kept.append(atom)
    return kept


def _atoms(scan: Scan, names: set[int]) -> list[Atom]:
    """Return what each hit parses to; ``names`` collects the years that belong to a mere name."""
    found: list[Atom] = []
    anchors, digits = scan.lex.anchors, "0123456789"
    taken = 0
    hits = {word for word in scan.document.vocabulary if word in anchors or word[0] in digits}
    for index in compress(count(), map(hits.__contains__, scan.words)):
        word = scan.words[index]
        if word in anchors:
            found += told.stepped(scan, index, _worded(scan, index, anchors[word]))
        elif index >= taken:
            found += _digits(scan, index, found[-1] if found else None, names)
        if found:
            taken = max(taken, found[-1].last)
    return found


def _digits(scan: Scan, index: int, previous: Atom | None, names: set[int]) -> list[Atom]:
    word = scan.words[index]
    joined = previous is not None and previous.last == index - 1 and previous.reading.precision == "day"
    atom = told.of_month(scan, index) or clocked(scan, index)
    cued = _cued(scan, index) or _ranged(scan, index, previous if joined else None)
    atom = atom or numeric(scan, index, joined=joined, cued=cued)
    if atom and atom.reading.precision == "range" and counts(scan, atom.last - 1, int(word)):
        return []
    if atom and atom.reading.yearless:
        if _at_another_time(scan, atom):
            return []
        atom = relative.moved_day(scan, atom) or atom
    if atom is None and len(word) in (2, 4):
        atom = stretches.decade(scan, index)
        if atom is None and len(word) == 4:
            atom = _before_quarter(scan, index)
            year = None if atom else bare_year(scan, index, previous)
            if year:
                atom = year[0]
                if not year[1]:
                    names.add(index)
    return [months.with_weekday(scan, atom)] if atom else []


def _before_quarter(scan: Scan, index: int) -> Atom | None:
    at = index + 1
    if scan.word(at) == "-" and scan.glued(at):
        at += 1
    return stretches.quarter(scan, at) if scan.word(at) in ("q", "h") and scan.near(at) else None


def _ranged(scan: Scan, index: int, previous: Atom | None) -> bool:
    """Whether day and month alone, in digits, are an end of a range and no fraction: "from 10/25 to 1/5"."""
    if previous is not None:
        return bool(previous.reading.yearless) and scan.word(index + 1) == scan.word(previous.last - 2) != ""
    join = scan.ahead(index + 3, scan.lex.range_joins) if index + 3 < scan.size else None
    if not join or not range_start(scan, index)[1] or scan.word(index + 1) not in ("/", "-"):
        return False
    digits = [scan.word(at) for at in (index, index + 2, join[0], join[0] + 2)]
    if scan.word(join[0] + 1) != scan.word(index + 1) or not all(map(str.isdecimal, digits)):
        return False
    return any(int(one) > 12 or one[0] == "0" for one in digits) and all(int(one) <= 31 for one in digits)


def _at_another_time(scan: Scan, atom: Atom) -> bool:
    """Whether "Monday 3-8" gives hours: where such digits are hardly a date, and are no Monday."""
    number, interval = scan.lex.weekdays.get(scan.word(atom.first - 1)), atom.reading.interval
    if number is None or scan.lex.order_sure or scan.word(atom.first + 1) != "-":
        return False
    return bool(interval and interval.start and interval.start.weekday() != number)


def _cued(scan: Scan, index: int) -> bool:
    """Whether day and month alone, in digits, are a date here: behind a weekday or a word that takes one."""
    lex, before = scan.lex, scan.word(index - 1)
    known = lex.weekdays.keys() | lex.shifts.keys() | lex.cues | lex.articles
    if scan.alone() and not any(word.isalpha() and word not in known for word in scan.words):
        return True
    return (
        bool(scan.ref)
        and scan.near(index)
        and (before in lex.weekdays or before in lex.shifts or before in lex.cues)
    )


def _worded(scan: Scan, index: int, kind: str) -> list[Atom]:
    if kind == "unit":
        return _unit(scan, index)
    if kind == "month":
        return [relative.moved_month(scan, atom) or atom for atom in months.month(scan, index)]
    if kind == "season":
        atom = stretches.season(scan, index) or relative.moved_season(scan, index)
    elif kind in ("quarter", "half"):
        atom = stretches.quarter(scan, index)
    elif kind == "day_part":
        atom = None
    else:
        atom = _SINGLE[kind](scan, index)
    return [atom] if atom else []


_SINGLE = {
    "era": stretches.era,
    "holiday": lambda scan, index: holiday(scan, index) or stretches.era(scan, index),  # tweede kerstdag
    "day_word": relative.day_word,
    "weekday": weekday,
    "decade": stretches.decade,
    "every": often.every,
    "times": often.times,
    "year_words": spoken_year,
}


def _unit(scan: Scan, index: int) -> list[Atom]:
    lex, word = scan.lex, scan.words[index]
    unit = lex.units[word]
    if word in lex.decade_lead and (decades := stretches.decade_after(scan, index)):
        return decades
    if word in lex.holidays and (feast := holiday(scan, index)):
        return [feast]
    if word in lex.eras and (era := stretches.era(scan, index)):
        return [era]
    if word in lex.century and (centuries := stretches.century(scan, index)):
        return centuries
    if unit.kind == "d" and index and (phrase := scan.ahead(index, lex.day_phrases)) and phrase:
        atom = relative.day_word(scan, index)
        return [atom] if atom else []
    atom = lengths.duration(scan, index)
    if atom is not None:
        amount = amount_behind(scan, index)
        made = (
            relative.ago(scan, atom, unit)
            or relative.stretch(scan, atom, unit, amount.low if amount else Fraction(1, 2))
            or relative.ahead_of_now(scan, atom, unit)
            or often.spread(scan, atom)
        )
        return [made or atom]
    moved = (
        relative.counted_stretch(scan, index, unit)
        or relative.shifted(scan, index, unit)
        or relative.further(scan, index, unit)
        or (stretches.quarter(scan, index) if word in lex.quarters else None)
    )
    if moved:
        return [moved]
    current = _current(scan, index)
    return [current] if current else []


def _current(scan: Scan, index: int) -> Atom | None:
    """Read "the end of the month": the running one, where the text has a date."""
    lex, unit = scan.lex, scan.lex.units[scan.words[index]]
    if (
        not scan.ref
        or unit.kind not in ("w", "m", "y")
        or unit.size != 1
        or scan.words[index] in lex.units_plural
    ):
        return None
    written = scan.word(index + 1)
    if unit.kind == "w" and written.isdecimal() and 1 <= int(written) <= 53 and scan.near(index + 1):
        found = iso_week(scan.ref.year, int(written))
        return Atom(index, index + 2, Reading("period", found, "week", relative=True, loose=True))
    before = scan.word(index - 1)
    if before not in lex.articles and before not in lex.of_words and not scan.behind(index, lex.prefixes):
        return None
    precision = {"w": "week", "m": "month", "y": "year"}[unit.kind]
    interval = relative.whole(scan.ref, unit, 0)
    return Atom(
        index, index + 1, Reading("period", interval, precision, relative=True, loose=True), weak=True
    )
