"""Frequencies: once a week, every day, one hour a week."""

from __future__ import annotations

from fractions import Fraction

from factcheck_date.quantities import amount_behind, decimal
from factcheck_date.scan import Atom, Scan
from factcheck_date.value import Length, Reading


def spread(scan: Scan, atom: Atom) -> Atom | None:
    """Return the frequency that a duration starts ("one hour a week"), ``None`` where it starts none."""
    at = per_unit(scan, atom.last)
    if at is None:
        return None
    per = scan.lex.units[scan.words[at]].times(Fraction(1))
    reading = Reading("frequency", length=atom.reading.length, times=Fraction(1), per=per)
    return Atom(atom.first, at + 1, reading)


def per_unit(scan: Scan, index: int) -> int | None:
    """Return the unit behind "a", "per" or "every"."""
    if scan.word(index) in scan.lex.per and scan.near(index) and scan.word(index + 1) in scan.lex.units:
        if scan.word(index + 1) in scan.lex.units_short or scan.word(index + 1) in scan.lex.units_plural:
            return None
        return index + 1 if scan.near(index + 1) else None
    return None


def every(scan: Scan, index: int) -> Atom | None:
    """Read "every day", "each Monday", "every two weeks", "elke maand"."""
    lex, at = scan.lex, index + 1
    count = Fraction(1)
    if scan.word(at) in lex.every_other and scan.near(at):
        count, at = Fraction(lex.every_other[scan.word(at)]), at + 1
    elif scan.word(at) in lex.fractions and scan.near(at):
        count, at = lex.fractions[scan.word(at)], at + 1
    elif scan.word(at) in lex.cardinals or scan.word(at).isdecimal():
        count, at = decimal(scan.word(at)) or Fraction(lex.cardinals.get(scan.word(at), 1)), at + 1
    word = scan.word(at)
    if not scan.near(at):
        return None
    if word in lex.weekdays and word not in lex.weekdays_short:
        per = Length(seconds=7 * 86400 * count)
        return Atom(
            index, at + 1, Reading("frequency", times=Fraction(1), per=per, weekday=lex.weekdays[word])
        )
    if word not in lex.units or word in lex.units_short:
        return None
    return Atom(index, at + 1, Reading("frequency", times=Fraction(1), per=lex.units[word].times(count)))


def times(scan: Scan, index: int) -> Atom | None:
    """Read "once a week", "three times per year", "één keer per week een uur"."""
    lex, word = scan.lex, scan.words[index]
    first, count = index, Fraction(lex.times.get(word, 0))
    if not count:
        amount = amount_behind(scan, index)
        if not amount or not amount.counts or amount.upper:
            return None
        first, count = amount.first, amount.low
    at = per_unit(scan, index + 1)
    if at is None:
        return None
    per = lex.units[scan.words[at]].times(Fraction(1))
    each, end = None, at + 1
    for behind in range(at + 2, min(at + 4, scan.size)):
        if scan.word(behind) in lex.units and scan.near(behind) and (found := amount_behind(scan, behind)):
            if found.first == at + 1 and found.counts:
                each, end = lex.units[scan.word(behind)].times(found.low), behind + 1
            break
    return Atom(first, end, Reading("frequency", times=count, per=per, length=each))
