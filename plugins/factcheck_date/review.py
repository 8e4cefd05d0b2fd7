"""What is wrong with the dates of a text by itself: warnings that change no verdict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.model import Finding, Mention, Rule
from factcheck_date import rules

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def review(check: str, mentions: Iterable[Mention]) -> Iterator[Finding]:
    """Yield a warning for each date whose weekday is another, or whose day and month may be swapped."""
    for mention in mentions:
        reading = mention.reading
        if reading.form != "period" or reading.precision != "day" or reading.relative:
            continue
        day = reading.bounding or reading.interval
        if reading.weekday is not None and day.start.weekday() != reading.weekday:
            actual = _WEEKDAYS[day.start.weekday()]
            yield _warning(check, rules.WEEKDAY, mention, f"{day.start.isoformat()} was a {actual}")
        if reading.other and not reading.limit:
            other = f"{reading.interval.start.isoformat()} or {reading.other.start.isoformat()}"
            yield _warning(check, rules.AMBIGUOUS, mention, f"“{mention.text}” is {other}")


def _warning(check: str, rule: Rule, mention: Mention, message: str) -> Finding:
    return Finding(check, rule, rule.severity, None, message, mention)
