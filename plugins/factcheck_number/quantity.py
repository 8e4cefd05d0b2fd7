"""What a figure is worth, and when one figure agrees with another.

A quantity is an interval of numbers with its unit, with what the text says about its exactness kept
apart. :func:`agrees` is the arithmetic of the number check and knows no text.
"""

from decimal import ROUND_FLOOR, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import NamedTuple

from factcheck_number import units


class Form(StrEnum):
    """What sort of number a text gives; different sorts say nothing about each other."""

    COUNT = "count"  # also money, lengths and all else with a unit
    SHARE = "share"  # percent, fractions, "nine out of ten"
    POINTS = "points"  # percentage points
    ORDINAL = "ordinal"
    TIMES = "times"  # twice as many, doubled


class Miss(StrEnum):
    """Why a figure of a source does not back a claim; the first four contradict it, the others are silent."""

    NONE = ""
    DIFFERS = "differs"
    OUTSIDE = "outside"  # not within the bound or range that one side gives
    OPPOSITE = "opposite"  # up against down
    SAME_AS_BOUND = "same as bound"  # claimed more than 30, and it is 30
    INSIDE = "inside"  # possible by the bound of the source, and no more than that
    COARSE = "coarse"  # the source is rounded or vague, and does not exclude the claim
    UNIT = "unit"
    CHANGE = "change"  # a change is not a level
    FORM = "form"


class Quantity(NamedTuple):
    """A number as written in a text.

    ``low`` and ``high`` are the interval meant, in ``unit``; ``None`` is open. ``above`` and ``below``
    tell that the low or high end itself is excluded (more than, less than). ``exponent`` is the power of
    ten of the last digit written. ``hedge`` is ``about``, ``nearly`` (from below), ``vague`` or empty;
    ``change`` is ``up``, ``down``, ``apart`` (the difference of two) or empty. ``scaled`` tells of a
    scale word, ``spelled`` of number words; ``group`` that an age only says which people are meant ("children
    under 14").
    """

    low: Decimal | None
    high: Decimal | None
    above: bool = False
    below: bool = False
    unit: str | None = None
    form: Form = Form.COUNT
    exponent: int = 0
    hedge: str = ""
    change: str = ""
    scaled: bool = False
    spelled: bool = False
    group: bool = False

    @property
    def point(self) -> bool:
        """Whether this is one number rather than an interval."""
        return self.low is not None and self.low == self.high

    @property
    def figure(self) -> Decimal | None:
        """The one figure written: of a point or a bound; a range has none."""
        if self.low is None or self.high is None:
            return self.low if self.high is None else self.high
        return self.low if self.point else None

    @property
    def dimension(self) -> str:
        """What the unit measures, empty for a plain count."""
        return units.unit(self.unit).dimension if self.unit else ""


Answer = tuple[bool | None, Miss]
_AGREES: Answer = (True, Miss.NONE)


def _round(value: Decimal, exponent: int, mode: str = ROUND_HALF_UP) -> Decimal:
    return (
        value.quantize(Decimal(1).scaleb(exponent), rounding=mode)
        if exponent <= 0
        else ((value.scaleb(-exponent)).quantize(Decimal(1), rounding=mode).scaleb(exponent))
    )


def _precision(quantity: Quantity, figure: Decimal) -> int | None:
    """The power of ten a figure may have been rounded to, ``None`` for a whole count that is exact."""
    share = quantity.form in (Form.SHARE, Form.POINTS)
    if not (abs(figure) >= 1000 or quantity.exponent < 0 or share or quantity.scaled):
        return None
    if quantity.form is Form.ORDINAL or not figure:
        return None
    written = quantity.exponent
    if abs(figure) >= 1000 and written >= 0:  # the zeros at the end of 86,000 are no digits
        written = max(
            written, next(i for i, digit in enumerate(reversed(f"{int(abs(figure))}")) if digit != "0")
        )
    return min(written, figure.adjusted() - 1)


def _same(claimed: Quantity, claim: Decimal, source: Decimal, converted: bool) -> bool:
    """Whether a source's number is the claim's, as exactly as the claim puts it."""
    if claim == source:
        return True
    if claimed.hedge == "about" and abs(claim - source) <= abs(claim) * Decimal("0.03"):
        return True
    if claimed.hedge == "nearly":
        return claim * Decimal("0.95") <= source <= claim if claim > 0 else claim == source
    precision = _precision(claimed, claim)
    if precision is None:
        if not converted:
            return False
        precision = claimed.exponent
    return claim in (_round(source, precision), _round(source, precision, ROUND_HALF_EVEN))


def _coarse(found: Quantity, source: Decimal, claim: Decimal) -> bool:
    """Whether a source's figure is a rounder one that a claim's may stand behind."""
    precision = _precision(found, source)
    if precision is None:
        if not found.hedge or not source:
            return False
        precision = source.adjusted() - 1
    if found.hedge == "nearly":
        return source * Decimal("0.95") <= claim <= source
    written_out = not (found.hedge or found.scaled) and found.form is Form.COUNT and found.exponent >= 0
    if written_out and abs(claim - source) > abs(source) * Decimal("0.005"):
        return False  # 100,000 in full digits is no 100,900
    return _round(claim, precision) == source


def _points(claimed: Quantity, claim: Decimal, found: Quantity, source: Decimal, converted: bool) -> Answer:
    if _same(claimed, claim, source, converted):
        return _AGREES
    if _coarse(found, source, claim):
        return None, Miss.COARSE
    if converted and abs(claim - source) <= abs(claim) * Decimal("0.03"):
        return None, Miss.COARSE
    return False, Miss.DIFFERS


def _inside(value: Decimal, interval: Quantity) -> bool:
    over = interval.low is None or value > interval.low or (value == interval.low and not interval.above)
    return over and (
        interval.high is None or value < interval.high or (value == interval.high and not interval.below)
    )


def _apart(a: Quantity, b: Quantity) -> bool:
    """Whether two intervals have no number in common."""
    for low, high in ((a, b), (b, a)):
        if low.low is None or high.high is None:
            continue
        if low.low > high.high or (low.low == high.high and (low.above or high.below)):
            return True
    return False


def _within(inner: Quantity, outer: Quantity) -> bool:
    """Whether one interval lies in another; a bound's own figure counts with it."""
    low = outer.low is None or (inner.low is not None and inner.low >= outer.low)
    return low and (outer.high is None or (inner.high is not None and inner.high <= outer.high))


def _one_end_differs(claimed: Quantity, found: Quantity) -> bool:
    """Whether two ranges share an end and not the other: "two to six" is not "two to three"."""
    closed = None not in (claimed.low, claimed.high, found.low, found.high)
    exact = not (claimed.hedge or found.hedge)
    return closed and exact and (claimed.low == found.low) != (claimed.high == found.high)


def _intervals(claimed: Quantity, found: Quantity, converted: bool) -> Answer:
    if claimed.low is not None and found.low is not None and claimed.point and found.point:
        return _points(claimed, claimed.low, found, found.low, converted)
    if "vague" in (claimed.hedge, found.hedge):
        if claimed.hedge == "vague" and found.hedge != "vague" and found.point and _within(found, claimed):
            return _AGREES
        return None, Miss.COARSE
    if claimed.point and claimed.low is not None:
        if found.figure is not None and _same(claimed, claimed.low, found.figure, converted):
            return _AGREES
        return (None, Miss.INSIDE) if _inside(claimed.low, found) else (False, Miss.OUTSIDE)
    if found.point and found.low is not None:
        if _inside(found.low, claimed):
            return _AGREES
        if found.low == claimed.figure:
            return (None, Miss.COARSE) if found.hedge else (False, Miss.SAME_AS_BOUND)
        near = (
            edge
            for edge in (claimed.low, claimed.high)
            if edge is not None and _coarse(found, found.low, edge)
        )
        return (None, Miss.COARSE) if found.hedge and any(True for _ in near) else (False, Miss.OUTSIDE)
    if _one_end_differs(claimed, found):
        return False, Miss.DIFFERS
    if _within(found, claimed):
        return _AGREES
    return (False, Miss.OUTSIDE) if _apart(claimed, found) else (None, Miss.INSIDE)


def _scaled(quantity: Quantity, factor: Decimal, unit: str | None) -> Quantity:
    low, high = (None if end is None else end * factor for end in (quantity.low, quantity.high))
    shift = factor.adjusted() if factor == Decimal(1).scaleb(factor.adjusted()) else 0
    return quantity._replace(low=low, high=high, unit=unit, exponent=quantity.exponent + shift)


def _as_percent(share: Quantity) -> Quantity:
    if share.unit == "percent":
        return share
    if share.unit == "permille":
        return _scaled(share, Decimal("0.1"), "percent")
    percent = _scaled(share, Decimal(100), "percent")
    return percent._replace(exponent=0) if percent.spelled or share.exponent > -2 else percent


def _shares(claimed: Quantity, found: Quantity) -> Answer:
    """Compare percentages and fractions; a fraction in words (two thirds) has no last digit."""
    a, b = _as_percent(claimed), _as_percent(found)
    if claimed.unit != found.unit and a.point and b.point:
        words, figure = (a, b) if claimed.unit is None else (b, a)
        if words.low is not None and figure.low in (_round(words.low, 0), _round(words.low, 0, ROUND_FLOOR)):
            return _AGREES  # 66 and 67 percent for two thirds
    return _intervals(a, b, False)


def in_one_unit(claimed: Quantity, found: Quantity) -> tuple[Quantity, Quantity]:
    """Return two figures in the claim's unit, as far as they have one: 20 percent, a fifth."""
    if claimed.form is found.form is Form.SHARE:
        return _as_percent(claimed), _as_percent(found)
    if None in (claimed.unit, found.unit) or claimed.unit == found.unit:
        return claimed, found
    low, high = (end and units.convert(end, found.unit, claimed.unit) for end in (found.low, found.high))
    return claimed, found if low is high is None else found._replace(low=low, high=high, unit=claimed.unit)


def _factor(quantity: Quantity) -> Quantity:
    """A change as what the old level is multiplied by: halved is 0.5, up 5 percent is 1.05."""
    if quantity.form is Form.TIMES:
        return quantity
    percent = _as_percent(quantity)
    low, high = percent.low, percent.high
    if quantity.change == "down":
        low, high = (None if end is None else -end for end in (high, low))
    low, high = (None if end is None else 1 + end / 100 for end in (low, high))
    return percent._replace(low=low, high=high, unit=None, form=Form.TIMES, exponent=percent.exponent - 2)


def agrees(claimed: Quantity, found: Quantity) -> Answer:
    """Say whether a source's figure is what a claim says, taking both to be about the same thing.

    Returns ``True``, ``False`` or ``None`` for silent, with the kind of miss. The claim's hedge widens
    it and its rounding is honoured; the source's hedge gives no licence.
    """
    if claimed.change and found.change and {claimed.form, found.form} == {Form.TIMES, Form.SHARE}:
        return _intervals(_factor(claimed), _factor(found), False)
    if claimed.form is not found.form:
        return None, Miss.UNIT if Form.POINTS in (claimed.form, found.form) else Miss.FORM
    if bool(claimed.change) != bool(found.change):
        return None, Miss.CHANGE
    if claimed.change != found.change:
        return (None, Miss.CHANGE) if "apart" in (claimed.change, found.change) else (False, Miss.OPPOSITE)
    if claimed.form is Form.SHARE:
        return _shares(claimed, found)
    if claimed.unit == found.unit or {claimed.unit, found.unit} in units.AMBIGUOUS:
        return _intervals(claimed, found, False)
    if claimed.unit is None or found.unit is None:
        return None, Miss.UNIT
    return _intervals_in(claimed, found, claimed.unit, found.unit)


def _intervals_in(claimed: Quantity, found: Quantity, want: str, have: str) -> Answer:
    """Compare after turning the source's figure into the claim's unit."""
    ends = []
    if want in units.HUNDREDTHS and have.upper() == have:  # 45 cents, 0.45 euro
        return _intervals(_scaled(claimed, Decimal("0.01"), have), found, True)
    if have in units.HUNDREDTHS and want.upper() == want:
        return _intervals(claimed, _scaled(found, Decimal("0.01"), want), True)
    for end in (found.low, found.high):
        changed = None if end is None else units.convert(end, have, want)
        if changed is None and end is not None:
            return None, Miss.UNIT
        ends.append(changed)
    return _intervals(claimed, found._replace(low=ends[0], high=ends[1], unit=want), True)
