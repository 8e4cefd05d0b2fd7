"""From figures to intervals: what bounds, hedges and changes around them make of their value."""

from __future__ import annotations

from factcheck_number import units
from factcheck_number.ages import aged, opening
from factcheck_number.figure import Figure, Found, bounded, quantity_of
from factcheck_number.figures import ends_figure, figure_at, starts
from factcheck_number.quantity import Form, Quantity
from factcheck_number.ranges import range_at, ratio_at
from factcheck_number.scan import HYPHENS, Scan, bound_before, cues

_YEAR = 4  # digits
_FIRST_YEAR, _NO_YEAR = 1500, 2100
_NOUN = 4  # words behind "more" among which "than" stands


def interval_of(scan: Scan, figure: Figure, last: int) -> Found:
    """Return the quantity that a figure is the first of, as far as its range, bounds and change reach.

    A length of time that is no age is left to whoever reads dates: its span has no quantity.
    """
    other, first = range_at(scan, figure), figure.start
    if other:
        figure, high, start = other
        quantity = quantity_of(figure, figure.value, high.value)
        found = Found(start, high.end, quantity)
    else:
        figure = ratio_at(scan, figure)
        first = figure.start
        found = Found(figure.start, figure.end, quantity_of(figure, figure.value, figure.value))
    age = aged(scan, found, first)
    if age is None and _lasts(scan, found):
        return found._replace(quantity=None)
    found = age or found
    found = _both_bounds(scan, _bounded(scan, found, last))
    return _changed(scan, found)


def _lasts(scan: Scan, found: Found) -> bool:
    """Whether a figure ends in the name of a unit of time, so that it is a length of it."""
    unit = found.quantity.unit if found.quantity else None
    return unit in units.CALENDAR and scan.words[found.end - 1] in scan.tables.units


def _bounded(scan: Scan, found: Found, last: int) -> Found:
    """Apply the bounds and hedges that stand before and after a figure."""
    table, quantity = cues(scan.language), found.quantity
    if quantity is None or quantity.form is Form.ORDINAL:
        return found
    start = k = found.start
    seen, said = 0, ""
    while k > last and scan.near(k) and seen < 3:
        kind, size = bound_before(scan, k, last)
        limit = kind not in ("", "about", "nearly")
        if limit and (said not in ("", kind) or _holds_apart(scan, quantity, k - size, k)):
            break
        if not kind:
            if seen == 0 and scan.words[k - 1] in scan.tables.sets["bound_filler"]:
                k, seen = k - 1, seen + 1
                continue
            break
        quantity = bounded(quantity, kind)
        k -= size
        start, said = (k, kind) if limit else (start, said)
        seen += 1
    sign = units.CURRENCY_SYMBOLS.get(scan.word(start - 1)) if start < found.start else None
    if sign and quantity.unit is None:  # "$less than 5"
        start, quantity = start - 1, quantity._replace(unit=sign)
    end = found.end
    for phrase, kind in table.after.get(scan.word(end), ()) if scan.near(end) else ():
        beyond = scan.word(end + len(phrase))
        if (
            scan.phrase(phrase, end)
            and not starts(scan, end + len(phrase))
            and beyond not in scan.tables.sets["than"]
        ):
            quantity = bounded(quantity, kind)
            end += len(phrase) if kind != "about" else 0
            break
    if scan.word(end) == "+" and scan.glued(end) and not scan.glued(end + 1):
        quantity, end = bounded(quantity, "from"), end + 1
    if scan.word(end) in HYPHENS and scan.glued(end):
        for phrase, kind in table.after.get(scan.word(end + 1), ()):
            if kind == "about" and len(phrase) == 1:
                quantity = bounded(quantity, kind)
    return found._replace(start=start, end=end, quantity=quantity)


def _holds_apart(scan: Scan, quantity: Quantity, first: int, k: int) -> bool:
    """Whether a word of bound is none: "4 million *more than* the 12 million", "handed *over* 40".

    "10 percent *older than* twenty years" has a bound of its own.
    """
    if k == first + 1 and scan.word(first - 1) in scan.tables.sets["particle_verbs"] and scan.near(first):
        return True
    old = quantity.dimension in units.TIME and opening(scan, k) < k
    return not old and _figure_before(scan, first - 1)


def _figure_before(scan: Scan, k: int) -> bool:
    """Whether a figure ends at a token: a unit alone ("last year fewer than 20") is none, nor is a year."""
    if not ends_figure(scan, k) or _is_year(scan, k):
        return False
    return scan.words[k] not in scan.tables.units or (scan.near(k) and ends_figure(scan, k - 1))


def _is_year(scan: Scan, k: int) -> bool:
    """Whether a token is a year: "in *1934* more than 700 came", "at the fair of *1934* over 700 came"."""
    sets, before = scan.tables.sets, scan.word(k - 1)
    digits = len(scan.words[k]) == _YEAR and scan.words[k].isdigit()
    return digits and (before in sets["year_strict"] or (before in sets["year_of"] and _is_recent(scan, k)))


def _is_recent(scan: Scan, k: int) -> bool:
    """Whether four digits are a year that texts tell of."""
    return _FIRST_YEAR <= int(scan.words[k]) < _NO_YEAR


def _both_bounds(scan: Scan, found: Found) -> Found:
    """Take in the second bound of "more than 10 and less than 40"."""
    one, k = found.quantity, found.end
    if one is None or one.point or one.figure is None or one.dimension in units.TIME:
        return found
    k += scan.word(k) == ","
    k += scan.word(k) in scan.tables.sets["range_both"]
    if k == found.end or not scan.near(k):
        return found
    at = next((j for j in range(k + 1, k + 7) if starts(scan, j)), 0)
    figure = figure_at(scan, at) if at and at < len(scan.words) else None
    if figure is None or figure.unit != one.unit or figure.form is not one.form:
        return found
    other = _bounded(
        scan, Found(figure.start, figure.end, quantity_of(figure, figure.value, figure.value)), k
    )
    two = other.quantity
    if two is None or other.start != k or two.figure is None or (one.low is None) == (two.low is None):
        return found
    low, high = (one, two) if two.low is None else (two, one)
    comma = scan.words[k - 1] == ","
    if low.low is None or high.high is None or low.low >= high.high or (comma and low is not one):
        return found
    return found._replace(end=other.end, quantity=low._replace(high=high.high, below=high.below))


def _changed(scan: Scan, found: Found) -> Found:
    """Tell a change from a level: rose by 5 percent, 5 procent meer, three times as many."""
    sets, quantity = scan.tables.sets, found.quantity
    if quantity is None or quantity.form is Form.ORDINAL:
        return found
    after = scan.word(found.end) if scan.near(found.end) else ""
    if quantity.unit is None and after in sets["multipliers_times"]:
        if scan.near(found.end + 1) and scan.word(found.end + 1) in sets["multipliers_as"]:
            return found._replace(end=found.end + 1, quantity=quantity._replace(form=Form.TIMES))
        return found
    for way in ("up", "down"):
        if after in sets["change_after_" + way] and _than(scan, found.end + 1):
            return found._replace(quantity=quantity._replace(change=way))  # three more boats than before
    k = found.start - 1
    hedges = cues(scan.language).before
    while k >= 0 and scan.near(k + 1) and scan.words[k] in hedges and scan.words[k] not in sets["change_by"]:
        k -= 1  # the hedge of the change
    if not scan.near(k + 1) or scan.word(found.start - 1) in sets["change_to"]:
        k = -1  # "fell to 5" is a level
    word = scan.word(k)
    by = word in sets["change_by"]
    for way in ("up", "down"):
        verbs = sets["change_" + way]
        before = range(k - 1, max(-1, k - 4), -1)
        if by and any(scan.word(j) in verbs and _changes(scan, j) for j in before):
            return found._replace(quantity=quantity._replace(change=way))
        if by and _verb_behind(scan, found.end) in verbs:
            return found._replace(quantity=quantity._replace(change=way))
        if word in verbs and word in sets["change_bare"] and _changes(scan, k):
            return found._replace(quantity=quantity._replace(change=way))
        if quantity.form in (Form.SHARE, Form.POINTS) and after in sets["change_after_" + way]:
            return found._replace(quantity=quantity._replace(change=way))
    if by and scan.word(k - 1) in sets["change_apart"]:
        return found._replace(quantity=quantity._replace(change="apart"))
    return found


def _than(scan: Scan, k: int) -> bool:
    """Whether "than" stands at a token, or behind the noun there: "600 more *new passengers than* before"."""
    for at in range(k, k + _NOUN):
        if not scan.near(at) or not scan.word(at)[:1].isalpha():
            return False
        if scan.word(at) in scan.tables.sets["than"]:
            return True
    return False


def _verb_behind(scan: Scan, k: int) -> str:
    """Return the verb that stands behind a figure in languages that put it last: *met 5 procent gestegen*."""
    if not (scan.tables.sets["change_verb_last"] and scan.near(k)):
        return ""
    at = k + 1 if scan.word(k) in scan.tables.sets["change_auxiliaries"] else k
    return scan.word(at)


def _changes(scan: Scan, k: int) -> bool:
    """Whether a word of change is one where it stands: "makes up 12 percent", "made up of 50" are no rise."""
    if scan.words[k] not in scan.tables.sets["change_particles"]:
        return True
    before = scan.word(k - 1)
    return not before.isalpha() or before in scan.tables.sets["change_be"]
