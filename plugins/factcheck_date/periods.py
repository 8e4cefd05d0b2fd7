"""Whether a source's date agrees with a claim's: containment supports, no common day refutes."""

from __future__ import annotations

from datetime import timedelta

from factcheck_date.calendar import Interval, days, months, shift, years
from factcheck_date.daytime import same
from factcheck_date.value import Reading

_SPANS = ("since", "until")  # compared by the end they name, not by what they contain


def agree(claimed: Reading, found: Reading) -> bool | None:
    """Return whether the found date supports (``True``), refutes (``False``) or neither (``None``).

    A claim that tells the time of day is not supported by a date that tells another or none.
    """
    verdict = _dates_agree(claimed, found)
    return None if verdict and not same(claimed.clock, found.clock) else verdict


def _dates_agree(claimed: Reading, found: Reading) -> bool | None:
    if claimed.yearless or found.yearless:
        yearless = _yearless(claimed, found)
        if yearless is not None or not (claimed.interval and found.interval):
            return yearless
        return True if _agree(claimed, found) else None  # a year that is only supposed refutes nothing
    if _at_turn_of_century(claimed, found):
        return None
    verdicts = {_agree(ours, theirs) for ours in _readings(claimed) for theirs in _readings(found)}
    return verdicts.pop() if len(verdicts) == 1 else None


def _at_turn_of_century(claimed: Reading, found: Reading) -> bool:
    """Whether one is a century and the other in a year that some count with it, some with the next: 1900."""
    century, other = (claimed, found) if claimed.precision == "century" else (found, claimed)
    if century.precision != "century" or century.part or century.limit or other.limit:
        return False
    start = other.interval and other.interval.start
    turn = start and not start.year % 100 and years(start.year)
    return bool(turn and other.interval and turn.contains(other.interval))


def _readings(reading: Reading) -> list[Reading]:
    if not reading.other:
        return [reading]
    if reading.limit == "before" and reading.bounding == reading.other:  # "voor 2015": before it, or for it
        return [reading, reading._replace(limit="", bounding=None, interval=reading.other)]
    return [reading, reading._replace(interval=reading.other)]


def _agree(claimed: Reading, found: Reading) -> bool | None:
    ours, theirs = _widened(claimed), _widened(found)
    if ours is None or theirs is None:
        return None
    if claimed.limit in _SPANS or claimed.anchored:
        return _span_ends(claimed, found, ours)
    if found.limit in _SPANS or found.anchored:
        return _named_end(claimed, found, ours)
    if (claimed.part or found.part) and _parts_apart(claimed, found):
        return False
    if ours.disjoint(theirs):
        lasting = claimed.precision == "range" and not claimed.limit and found.precision != "range"
        return None if lasting else False
    if claimed.precision == "range" and not claimed.limit:
        return _ranges(claimed, found, ours, theirs)
    if found.limit and not claimed.limit:
        return None
    if (
        found.precision == "range"
        and not found.limit
        and not claimed.limit
        and claimed.precision != "between"
    ):
        return None if ours != theirs else True
    if claimed.precision == found.precision == "between":
        return True if ours == theirs else None
    if claimed.limit and claimed.limit == found.limit and claimed.bounding and found.bounding:
        return True if claimed.bounding.contains(found.bounding) else None  # by 1984 is not by 1986
    named = found.part or found.precision == "season" or (found.offset and found.precision == "month")
    inner = found.interval if named else theirs
    exact = claimed.part or claimed.relative or claimed.precision == "season"
    outer = claimed.interval if exact else ours
    if inner is None or outer is None or not outer.contains(inner):
        return None
    if found.part and found.precision == claimed.precision != "part":
        return True if found.part == claimed.part or not claimed.part else None
    return _in_part(claimed, outer, inner)


def _widened(reading: Reading) -> Interval | None:
    """Return the longest stretch a reading may mean; the bounds of a season or of "late May" are a custom."""
    interval = reading.bounding if reading.limit in _SPANS and reading.bounding else reading.interval
    if interval is None or not reading.loose:
        return interval
    if reading.relative and not reading.part and reading.precision not in ("year", "decade", "century"):
        return None
    if reading.part in ("early", "mid", "late") and reading.precision != "part":
        return interval  # its bounds are those of the whole
    start = interval.start and shift(interval.start, -_slack(reading))
    end = interval.end and shift(interval.end, _slack(reading))
    return Interval(start, end)


def _slack(reading: Reading) -> int:
    """Return by how many months a loose stretch may be longer on either side."""
    if reading.precision in ("day", "week", "month", "season", "part"):
        return 1
    return 24 if reading.precision in ("decade", "century") else 12


def _span_ends(claimed: Reading, found: Reading, ours: Interval) -> bool | None:
    """Compare "since 2001" with "since May 2001", and with the start that a passage dates."""
    limit = claimed.limit or "since"
    other = found.limit or ("since" if found.anchored else "")
    theirs = found.bounding if found.limit in _SPANS else found.interval
    if theirs is None or (other in _SPANS and other != limit) or other in ("before", "after", "by"):
        return None
    if ours.contains(theirs):
        return (
            _in_part(claimed, ours, theirs) if other or found.precision not in ("range", "between") else None
        )
    return False if other == limit and ours.disjoint(theirs) else None


def _named_end(claimed: Reading, found: Reading, ours: Interval) -> bool | None:
    """Compare a plain date with "since 2001": the start itself agrees, an earlier date does not."""
    theirs = found.bounding or found.interval
    if theirs is None:
        return None
    if found.anchored:
        return True if ours.contains(theirs) else False if ours.disjoint(theirs) else None
    if found.limit == "since":
        if ours.contains(theirs) and not claimed.limit:
            return True
        earlier = ours.end is not None and theirs.start is not None and ours.end <= theirs.start
        return False if earlier else None
    return None


def _ranges(claimed: Reading, found: Reading, ours: Interval, theirs: Interval) -> bool | None:
    """Compare two stretches by both ends, each as coarse as it is given."""
    if found.precision not in ("range", "between") or found.limit:
        return None
    if ours == theirs or found.precision == "between":
        return True if ours == theirs else None
    return False if not claimed.loose and not found.loose and _ends_differ(ours, theirs) else None


def _ends_differ(ours: Interval, theirs: Interval) -> bool:
    """Whether an end lies in another year, so that no rounding to years explains it."""
    if not (ours.start and ours.end and theirs.start and theirs.end):
        return False
    last, other = ours.end - timedelta(1), theirs.end - timedelta(1)
    return ours.start.year != theirs.start.year or last.year != other.year


def _in_part(claimed: Reading, ours: Interval, theirs: Interval) -> bool | None:
    """Hold "early in the 19th century" to its third; beyond it, nothing is said."""
    if not claimed.part or claimed.precision not in ("decade", "century"):
        return True
    if not (ours.start and ours.end and theirs.start and theirs.end) or claimed.part in ("first", "second"):
        return True
    third = (ours.end - ours.start) / 3
    low, high = {
        "early": (ours.start, ours.start + third),
        "mid": (ours.start + third, ours.end - third),
        "late": (ours.end - third, ours.end),
    }[claimed.part]
    return True if Interval(low, high).contains(theirs) else None


def _parts_apart(claimed: Reading, found: Reading) -> bool:
    """Whether one lies early and the other late in the same decade or century: *late 1980s*, 1981."""
    long = [one for one in (claimed, found) if one.precision in ("decade", "century") and _is_end(one)]
    if not long or claimed.limit or found.limit:
        return False
    if len(long) == 2:
        return claimed.interval == found.interval and claimed.part != found.part
    other = found.interval if long[0] is claimed else claimed.interval
    whole, part = long[0].interval, long[0].part
    if whole is None or other is None or not (whole.start and whole.end and other.start and other.end):
        return False
    third = (whole.end - whole.start) / 3
    far = (
        Interval(whole.end - third, whole.end)
        if part == "early"
        else Interval(whole.start, whole.start + third)
    )
    return far.contains(other)


def _is_end(reading: Reading) -> bool:
    return reading.part in ("early", "late")


def _yearless(claimed: Reading, found: Reading) -> bool | None:
    """Compare where a side tells no year: by month and day, the year left open."""
    ours, theirs = _month_day(claimed), _month_day(found)
    if ours is None or theirs is None or claimed.limit or found.limit:
        return None
    if ours[0] != theirs[0] or (ours[1] and theirs[1] and ours[1] != theirs[1]):
        return False
    if ours[1] and not theirs[1]:
        return None
    return True if claimed.yearless else None


def _month_day(reading: Reading) -> tuple[int, int] | None:
    if reading.yearless:
        return reading.yearless
    interval = reading.interval
    if reading.loose or reading.other or interval is None or interval.start is None:
        return None
    if interval == days(interval.start, 0):
        return interval.start.month, interval.start.day
    return (
        (interval.start.month, 0) if interval == months(interval.start.year, interval.start.month) else None
    )
