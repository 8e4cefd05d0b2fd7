"""Whether a source's duration or frequency agrees with a claim's, units converted."""

from __future__ import annotations

from fractions import Fraction

from factcheck_date.value import DAY_SECONDS, MONTH_SECONDS, Length, Reading

Range = tuple[Fraction | None, Fraction | None]

_ABOUT, _NEARLY = Fraction(3, 100), Fraction(5, 100)
_ROUGH = Fraction(1, 5)  # how far off a hedged amount may be before it is called wrong
_STRICT = frozenset(("more_than", "less_than"))
_TENTH = Fraction(1, 10)  # seconds, or months
_FAR = 20  # times
_SAME, _CLOSE = Fraction(2, 100), Fraction(1, 10)  # months against weeks: the same; too close to tell


def agree(claimed: Length, found: Length) -> bool | None:
    """Return whether a length supports (``True``), refutes (``False``) or neither (``None``)."""
    if not claimed.counts or not found.counts:
        return None
    parts = (*_ends(claimed), *_ends(found))
    mixed = any(one.months for one in parts) and any(one.seconds for one in parts)
    ours, theirs = _amount(claimed, mixed), _amount(found, mixed)
    if not ours or not theirs:
        return None
    mine, other = _allowed(claimed, mixed), _range(found, mixed)
    if claimed.upper and found.upper and not (claimed.hedge or found.hedge) and _one_end(mine, other):
        return False  # "two to six weeks" is not "two to three weeks"
    if _within(other, mine):
        same_as_bound = claimed.bound in _STRICT and _is_point(other) and ours == theirs
        return (None if found.hedge else False) if same_as_bound else True
    if found.bound and not claimed.bound and not claimed.upper and ours == theirs:
        return True  # a bound's own figure
    if abs(ours - theirs) < _TENTH and (ours % 1 or theirs % 1) and not mixed:
        return None  # 2:01.4 may stand for 2:01.38
    strict = bool(claimed.bound and found.bound) and not _STRICT.isdisjoint((claimed.bound, found.bound))
    if not (_below(mine, other, strict) or _below(other, mine, strict)):
        return None
    rough = _CLOSE if mixed else _ROUGH if claimed.hedge or found.hedge else Fraction(0)
    return None if rough and abs(ours - theirs) <= rough * max(ours, theirs) else False


def is_effort(length: Length) -> bool:
    """Whether a length is one of hours that are spread over days: forty hours, but not 48."""
    return not length.months and length.seconds > DAY_SECONDS and bool(length.seconds % DAY_SECONDS)


def is_long(length: Length) -> bool:
    """Whether a length is one of the calendar, of whole days and a week at least."""
    return bool(length.months) or (length.seconds >= 7 * DAY_SECONDS and not length.seconds % DAY_SECONDS)


def _ends(length: Length) -> tuple[Length, ...]:
    return (length, length.upper) if length.upper else (length,)


def _amount(length: Length, mixed: bool) -> Fraction:
    if mixed:
        return length.months * MONTH_SECONDS + length.seconds
    return length.months or length.seconds


def _allowed(length: Length, mixed: bool) -> Range:
    """Return what a claim allows the source to say."""
    low, high = _range(length, mixed)
    if low is None or high is None:
        return low, high
    if length.hedge == "nearly":
        return low * (1 - _NEARLY), high
    slack = _ABOUT if length.hedge == "about" else _SAME if mixed else Fraction(0)
    return low * (1 - slack), high * (1 + slack)


def _range(length: Length, mixed: bool) -> Range:
    low, high = _amount(length, mixed), _amount(length.upper or length, mixed)
    if length.bound in ("at_least", "more_than"):
        return low, None
    if length.bound in ("at_most", "less_than"):
        return None, high
    return low, high


def _one_end(one: Range, other: Range) -> bool:
    """Whether two stretches share one end and not the other."""
    return (one[0] == other[0]) != (one[1] == other[1])


def _is_point(one: Range) -> bool:
    return one[0] is not None and one[0] == one[1]


def _within(inner: Range, outer: Range) -> bool:
    low = outer[0] is None or (inner[0] is not None and inner[0] >= outer[0])
    high = outer[1] is None or (inner[1] is not None and inner[1] <= outer[1])
    return low and high


def _below(low: Range, high: Range, strict: bool) -> bool:
    if low[1] is None or high[0] is None:
        return False
    return low[1] < high[0] or (strict and low[1] == high[0])


def frequencies_agree(claimed: Reading, found: Reading) -> bool | None:
    """Return whether a frequency supports, refutes or neither: how many times, then how long each."""
    if not (claimed.times and found.times and claimed.per and found.per):
        return None
    ours, theirs = _scaled(claimed.per, found.times), _scaled(found.per, claimed.times)
    same = agree(ours, theirs)
    if not same:
        return same
    if claimed.weekday is not None and claimed.weekday != found.weekday:
        return False if found.weekday is not None else None
    if claimed.length:
        return agree(claimed.length, found.length) if found.length else None
    return True


def far_apart(claimed: Reading, found: Reading) -> bool:
    """Return whether two durations or frequencies are of another order, so that they tell of two things."""
    ours, theirs = _measure(claimed), _measure(found)
    return bool(ours and theirs) and max(ours, theirs) > _FAR * min(ours, theirs)


def _measure(reading: Reading) -> Fraction:
    """Return a duration, or the time between two of what is frequent, in seconds; 0 for neither."""
    if reading.form == "frequency" and reading.per and reading.times:
        return _amount(reading.per, True) / reading.times
    return _amount(reading.length, True) if reading.form == "duration" and reading.length else Fraction(0)


def _scaled(length: Length, by: Fraction) -> Length:
    return Length(length.months * by, length.seconds * by)
