"""Whether two time expressions agree by their values, whatever they are of."""

from __future__ import annotations

from factcheck.model import Rule
from factcheck_date import amounts, periods, rules
from factcheck_date.value import Reading

UNRESOLVED = "a date that cannot be resolved"
OTHER_KIND = "another kind of time"
OTHER_START = "a length from another time on"


def compare_values(claimed: Reading, found: Reading) -> tuple[bool | None, str, Rule | None]:
    """Return whether two readings agree, why they say nothing, and the rule of a disagreement.

    The first is ``True`` where the found one supports the claimed one, ``False`` where it refutes it and
    ``None`` where it does neither.
    """
    if claimed.form == found.form == "period":
        agrees = periods.agree(claimed, found)
        if agrees is None and _from_now(claimed) and _from_now(found) and claimed.ahead == found.ahead:
            return _lengths(claimed, found)
        if agrees and _on_another_weekday(claimed, found):
            return False, "another day of the week", rules.DIFFERS
        rule = rules.OUTSIDE if claimed.limit or found.limit else rules.DIFFERS
        unknown = not (claimed.interval and found.interval)
        return agrees, UNRESOLVED if unknown else "neither inside nor apart", _for(agrees, rule)
    if claimed.form == found.form == "frequency":
        agrees = amounts.frequencies_agree(claimed, found)
        return agrees, "how often cannot be compared", _for(agrees, rules.FREQUENCY)
    if claimed.length is None or found.length is None or "frequency" in (claimed.form, found.form):
        return None, OTHER_KIND, None
    if claimed.offset != found.offset:
        return None, OTHER_START, None
    pairs = ((claimed.length, found.length), (found.length, claimed.length))
    if any(amounts.is_effort(one) and amounts.is_long(other) for one, other in pairs):
        return None, OTHER_KIND, None
    agrees, reason, length_rule = _lengths(claimed, found)
    if (
        claimed.form != found.form and agrees is False
    ):  # "the last 15 years" is of its own time: it can only agree
        return None, reason, None
    return agrees, reason, length_rule


def _on_another_weekday(claimed: Reading, found: Reading) -> bool:
    """Whether both write a day of the week beside one day, and only the found one fits it.

    Where the source's does not fit its date, nobody knows which of the two it means.
    """
    if claimed.weekday is None or found.weekday in (None, claimed.weekday) or found.relative:
        return False
    day = found.interval.start if found.interval and found.precision == "day" else None
    return day is not None and day.weekday() == found.weekday


def _from_now(reading: Reading) -> bool:
    """Whether this is a length of time up to now or from now on: the last 15 years."""
    return reading.precision == "range" and reading.relative and reading.length is not None


def _lengths(claimed: Reading, found: Reading) -> tuple[bool | None, str, Rule | None]:
    agrees = amounts.agree(claimed.length, found.length) if claimed.length and found.length else None
    return agrees, "lengths that cannot be told apart", _for(agrees, rules.LENGTH)


def _for(agrees: bool | None, rule: Rule) -> Rule | None:
    return rule if agrees is False else None
