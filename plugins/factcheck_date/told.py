"""Dates told from a date that the text has just given: the next day, that year, het jaar daarop, on the 19th.

They are reckoned from the nearest date before them in their sentence, or else from the last of the sentence
before. Where that one is coarser than they are ("in May ... the next day"), nothing is known of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.vocabulary import grammar
from factcheck_date.calendar import Interval, day, days, months, week, years
from factcheck_date.counted import counted_from, way
from factcheck_date.scan import Atom, Scan
from factcheck_date.value import Reading, Step

_UNITS = {"d": "day", "w": "week", "m": "month", "y": "year"}
_OPENING = frozenset(
    ("before", "after", "maybe_before", "about")
)  # "before 1990" gives no date to count from
_WINTER = 12
_ASIDES = frozenset(",–—()")
_MARKS = _ASIDES | frozenset(";:")
_OPENERS = ("definite", "indefinite", "belonging")  # lists of words before a noun phrase


def stepped(scan: Scan, index: int, found: list[Atom]) -> list[Atom]:
    """Return what a word of time was read as, and how it lies to the date before it where the text says so.

    One that is no date by itself ("the next day") is weak until that date is known.
    """
    unit = _unit_of(scan, index)
    place = unit and _pointed(scan, index)
    if not unit or not place:
        return found
    first, last, by = place
    step, precision = unit[0]._replace(by=by), unit[1]
    if not found:
        reading = Reading("period", None, precision, relative=True, step=step)
        return [Atom(first, last, reading, weak=True)]
    own = found[0]
    if len(found) > 1 or own.reading.form != "period" or own.last > last or not own.reading.relative:
        return found
    return [own._replace(first=min(own.first, first), last=last, reading=own.reading._replace(step=step))]


def of_month(scan: Scan, index: int) -> Atom | None:
    """Read "on the 19th" as a day of the month of the date before it, of the running month where none is."""
    lex = scan.lex
    if scan.word(index + 1) not in lex.ordinal_tails or not scan.glued(index + 1):
        return None
    if scan.word(index - 1) not in lex.articles or scan.word(index - 2) not in lex.cues:
        return None
    known = scan.functions | lex.day_adverbs
    if scan.near(index + 2) and scan.word(index + 2).isalnum() and scan.word(index + 2) not in known:
        return None  # on the 19th floor
    number = int(scan.words[index])
    if scan.word(index + 2) in lex.of_words or not 1 <= number <= 31:
        return None
    running = day(scan.ref.year, scan.ref.month, number) if scan.ref else None
    step = Step("of_month", 0, number)
    reading = Reading("period", running, "day", relative=True, loose=True, step=step)
    return Atom(index, index + 2, reading, weak=running is None)


def _unit_of(scan: Scan, index: int) -> tuple[Step, str] | None:
    """Return what a word is a period of, and how fine: a day, a week, an evening, a June, a Monday."""
    lex, word = scan.lex, scan.words[index]
    if word in lex.units_plural or word in lex.units_short or word.endswith("'s"):
        return None
    if word in lex.day_parts:
        return Step("d", 0), "day"
    unit = lex.units.get(word)
    if unit and unit.size == 1 and unit.kind in _UNITS:
        return Step(unit.kind, 0), _UNITS[unit.kind]
    if word in lex.seasons:
        return Step("season", 0, lex.seasons[word]), "season"
    if word in lex.months and word not in lex.months_short:
        return Step("month", 0, lex.months[word]), "month"
    if word in lex.weekdays and word not in lex.weekdays_short | lex.weekdays_plural:
        return Step("weekday", 0, lex.weekdays[word]), "day"
    return None


def _pointed(scan: Scan, index: int) -> tuple[int, int, int] | None:
    """Return the span of "the next day", "that same year" or "the day after", and which way it points."""
    lex, before, after = scan.lex, scan.word(index - 1), scan.word(index + 1)
    if not scan.near(index) or after.isdecimal():
        return None
    behind = lex.told_behind.get(after) if scan.near(index + 1) else None
    closed = after not in lex.succession or not scan.goes_on(index + 2)  # "the day after the fire"
    if behind is not None and before in lex.told_articles and closed:
        return index - 1, index + 2, behind
    if scan.near(index + 1) and (_by_another(scan, index + 1) or _by_another(scan, index + 2)):
        return None
    if before in lex.told_bare:
        return index - 1, index + 1, lex.told_bare[before]
    by = lex.told_steps.get(before)
    if by is None or scan.word(index - 2) not in lex.told_articles | lex.told_bare.keys():
        return None
    return None if scan.word(index - 3) in lex.told_blockers else (index - 2, index + 1, by)


def _by_another(scan: Scan, index: int) -> bool:
    return scan.word(index) in scan.lex.told_by_others and scan.near(index)


def resolve(scan: Scan, atoms: Sequence[Atom]) -> list[Atom]:
    """Return the atoms of a text with those reckoned that lie to the date before them in a known way."""
    done: list[Atom] = []
    for atom in atoms:
        reading = _resolved(scan, done, atom)
        weak = atom.weak and (reading is None or bool(reading.yearless))
        done.append(atom if reading is None else atom._replace(reading=reading, weak=weak))
    return done


def _resolved(scan: Scan, done: Sequence[Atom], atom: Atom) -> Reading | None:
    """Return the reading of an atom from the date before it, ``None`` where it has nothing to do with one."""
    if atom.reading.yearless and not atom.reading.interval:
        return _in_its_year(scan, done, atom)
    step, sign = atom.reading.step, way(scan, atom)
    base = anchor(scan, done, atom, near=sign < 0) if step or sign else None
    if base is None:
        return None
    if step is None:
        return counted_from(base, scan, atom)
    interval, seasonal = reckon(base, step), step.unit == "season"
    if interval is None:
        return None
    return atom.reading._replace(interval=interval, loose=seasonal, relative=not seasonal, yearless=None)


def _in_its_year(scan: Scan, done: Sequence[Atom], atom: Atom) -> Reading | None:
    """Return a date without a year as one of the year just given, where that one is earlier in it."""
    base = anchor(scan, done, atom, near=False)
    if not base or not base.start or not atom.reading.yearless:
        return None
    year, (month, number) = base.start.year, atom.reading.yearless
    whole = years(year)
    if not whole or not whole.contains(base) or month < base.start.month:
        return None
    interval = day(year, month, number) if number else months(year, month)
    return atom.reading._replace(interval=interval)


def anchor(scan: Scan, before: Sequence[Atom], atom: Atom, *, near: bool) -> Interval | None:
    """Return the date that a text has just given before a place in it, ``None`` where none is clear.

    A ``near`` one stands in the same sentence.
    """
    sentence = scan.document.sentence_index(scan.starts[atom.first])
    for other in reversed(before):
        if other.weak or other.reading.form != "period" or other.last > atom.first or other.reading.named:
            continue
        theirs = scan.document.sentence_index(scan.starts[other.first])
        if theirs < sentence - (not near):
            return None
        if _in_brackets(scan, other.first) and not _in_brackets(scan, atom.first):
            continue
        passing = _in_passing(scan, other, atom)
        if passing:
            continue
        if passing is None or "\n\n" in scan.text[scan.ends[other.last - 1] : scan.starts[atom.first]]:
            return None
        opened = scan.behind(other.first, scan.lex.prefixes)
        return None if opened and opened[1] in _OPENING else other.reading.interval
    return None


def _in_brackets(scan: Scan, index: int) -> bool:
    start = scan.document.sentence_at(scan.starts[index]).start
    stretch = scan.text[start : scan.starts[index]]
    return stretch.count("(") > stretch.count(")")


def _in_passing(scan: Scan, other: Atom, atom: Atom) -> bool | None:
    """Whether a date is told in passing: "after the fire in 1950", ", who left in 1950,"; ``None`` in doubt.

    What is told between two commas may be an aside or not.
    """
    language = scan.document.language
    relatives, joins = grammar(language, "relatives"), grammar(language, "conjunctions")
    closed = _mark_behind(scan, other.last, atom.first)
    for at in range(other.first - 1, -1, -1):
        word, opened = scan.word(at), scan.word(at + 1)
        behind = word in scan.lex.succession or word in scan.lex.offsets
        if behind and any(opened in grammar(language, name) for name in _OPENERS):
            return True
        if word in relatives:
            return None if closed == "." else bool(closed)
        if word in _MARKS:
            aside = word in _ASIDES and closed in _ASIDES and opened not in joins
            return None if aside else False
        if scan.starts_sentence(at):
            return False
    return False


def _mark_behind(scan: Scan, first: int, last: int) -> str:
    """Return the mark that closes what a date is told in before a token, a full stop for a new sentence."""
    for at in range(first, last):
        if scan.word(at) in _MARKS:
            return scan.word(at)
        if scan.starts_sentence(at):
            return "."
    return "." if scan.starts_sentence(last) else ""


def reckon(base: Interval, step: Step) -> Interval | None:
    """Return the period that lies so to a date, ``None`` where the date is too coarse to tell."""
    start, end = base
    if not start or not end:
        return None
    single = (end - start).days == 1
    if step.unit == "d":
        return days(start, step.by) if single else None
    if step.unit == "w":
        found = week(start)
        return week(start, step.by) if found and found.contains(base) else None
    if step.unit == "weekday":
        distance = (
            (step.which - start.weekday() - 1) % 7 + 1
            if step.by > 0
            else (step.which - start.weekday()) % 7 - 7
        )
        return days(start, distance) if single and step.by else None
    month, year = months(start.year, start.month), years(start.year)
    if step.unit == "of_month":
        found = day(start.year, start.month, step.which) if month and month.contains(base) else None
        return found if found and found.start and found.start >= start else None
    if step.unit == "m":
        return months(start.year, start.month + step.by) if month and month.contains(base) else None
    if not year or not year.contains(base):
        return None
    if step.unit == "y":
        return years(start.year + step.by)
    return _of_year(base, step)


def _of_year(base: Interval, step: Step) -> Interval | None:
    """Return the June or the winter of the year of a date, or the nearest before or after it."""
    start, end = base
    if not start or not end or (not step.by and step.which == _WINTER and step.unit == "season"):
        return None
    count = 3 if step.unit == "season" else 1
    options = [months(start.year + distance, step.which, count) for distance in (-2, -1, 0, 1, 2)]
    known = [one for one in options if one and one.start and one.end]
    if not step.by:
        return known[2] if len(known) == 5 else None
    if step.by < 0:
        return next((one for one in reversed(known) if one.end and one.end <= start), None)
    return next((one for one in known if one.start and one.start >= end), None)
