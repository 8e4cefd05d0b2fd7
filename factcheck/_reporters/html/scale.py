"""Values as lengths on an axis: what a value of a mention measures, and where an axis has its marks.

Numbers count in their own unit, dates in days of the calendar, lengths of time in days.
"""

import math
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

_DURATION = re.compile(
    r"P(?:(?P<Y>[\d.]+)Y)?(?:(?P<M>[\d.]+)M)?(?:(?P<W>[\d.]+)W)?(?:(?P<D>[\d.]+)D)?"
    r"(?:T(?:(?P<h>[\d.]+)H)?(?:(?P<m>[\d.]+)M)?(?:(?P<s>[\d.]+)S)?)?"
)
_DAYS = {"Y": 365.2425, "M": 30.436875, "W": 7, "D": 1, "h": 1 / 24, "m": 1 / 1440, "s": 1 / 86400}
_NAMES = {"Y": "year", "M": "month", "D": "day", "h": "hour", "m": "minute", "s": "second"}
_STEPS = (1, 2, 5, 10)
_MARKS = 4  # on an axis, about
_DIGITS = 15  # beyond which numbers cannot be told apart on an axis


class Measure(NamedTuple):
    """What a value measures: in which unit, from where to where; ``None`` for an open end."""

    unit: str
    low: float | None
    high: float | None

    @property
    def ends(self) -> tuple[float, ...]:
        """The ends that are not open."""
        return tuple(end for end in (self.low, self.high) if end is not None)


class Mark(NamedTuple):
    """A mark of an axis."""

    at: float
    label: str


def measure(value: Mapping[str, object] | None) -> Measure | None:
    """Return what the value of a mention measures, ``None`` where it is no number, date or length of time."""
    try:
        if not value:
            return None
        if "low" in value:
            unit = f"number {value.get('unit') or ''}"
            found = Measure(unit, _number(value["low"]), _number(value["high"]))
        elif "start" in value:
            end = _day(value["end"])
            found = Measure("date", _day(value["start"]), None if end is None else end - 1)
        else:
            days = _days(str(value["duration"]))
            found = Measure("duration", days, days)
    except (KeyError, ValueError):
        return None
    if not found.ends or any(not math.isfinite(end) or abs(end) >= 10**_DIGITS for end in found.ends):
        return None
    return found


def _number(value: object) -> float | None:
    return None if value is None else float(str(value))


def _day(value: object) -> float | None:
    return None if value is None else float(date.fromisoformat(str(value)).toordinal())


def _days(text: str) -> float:
    match = _DURATION.fullmatch(text)
    if match is None or not any(match.groupdict().values()):
        raise ValueError(text)
    return math.fsum(float(amount) * _DAYS[unit] for unit, amount in match.groupdict().items() if amount)


def marks(unit: str, low: float, high: float) -> list[Mark]:
    """Return the marks of an axis from ``low`` to ``high``."""
    if unit == "date":
        return list(_calendar(low, high))
    if unit == "duration":
        widest = max(abs(low), abs(high))
        name = next((name for name in _NAMES if widest >= 2 * _DAYS[name]), "s")
        days = _DAYS[name]
        return [
            Mark(at * days, f"{_written(at)} {_NAMES[name]}{'' if at == 1 else 's'}")
            for at in _round(low / days, high / days)
        ]
    percent = "%" if unit == "number percent" else ""
    return [Mark(at, f"{_written(at)}{percent}") for at in _round(low, high)]


def _round(low: float, high: float) -> Iterator[float]:
    """Yield a few round numbers from ``low`` to ``high``."""
    raw = (high - low) / _MARKS
    if raw <= 0:
        yield low
        return
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(power * factor for factor in _STEPS if power * factor >= raw * (1 - 1e-9))
    for index in range(math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9) + 1):
        yield index * step


def _written(number: float) -> str:
    text = f"{number:,.6f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text.replace("-", "−")


def _calendar(low: float, high: float) -> Iterator[Mark]:
    """Yield the beginnings of a few years, or of months where the axis is short, or days."""
    first, last = date.fromordinal(int(low)), date.fromordinal(int(high))
    if last.year - first.year >= _MARKS - 1:
        for at in _round(first.year, last.year):
            if date.min.year <= at <= date.max.year and date(int(at), 1, 1).toordinal() >= low:
                yield Mark(date(int(at), 1, 1).toordinal(), str(int(at)))
        return
    months = (last.year - first.year) * 12 + last.month - first.month
    if months >= 2:
        step = math.ceil(months / _MARKS)
        for index in range(step, months + 1, step):
            year, month = divmod(first.year * 12 + first.month - 1 + index, 12)
            yield Mark(date(year, month + 1, 1).toordinal(), f"{year}-{month + 1:02}")
        return
    for at in _round(low, high):
        if at == int(at):
            yield Mark(at, date.fromordinal(int(at)).isoformat())
