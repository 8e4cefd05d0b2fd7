"""What a time expression says: a stretch on the calendar, a length of time, or how often."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, NamedTuple

from factcheck_date.calendar import Interval

DAY_SECONDS = 86400
MONTH_SECONDS = Fraction(146097, 4800) * DAY_SECONDS  # the mean month of 400 Gregorian years


class Length(NamedTuple):
    """A length of time, in months and seconds since neither converts exactly into the other.

    ``bound`` is ``""``, ``at_least``, ``more_than``, ``at_most`` or ``less_than``; ``hedge`` is ``""``,
    ``about`` or ``nearly``. ``upper`` is the longer end of "two to three years". ``counts`` says whether
    the amount is a count ("a few years" is not).
    """

    months: Fraction = Fraction(0)
    seconds: Fraction = Fraction(0)
    bound: str = ""
    hedge: str = ""
    upper: "Length | None" = None
    counts: bool = True

    def plus(self, other: "Length") -> "Length":
        """Return the two one after the other, hedged and bounded as this one."""
        return Length(
            self.months + other.months,
            self.seconds + other.seconds,
            self.bound,
            self.hedge,
            None,
            self.counts and other.counts,
        )

    @property
    def plain(self) -> bool:
        """Whether this is one exact amount."""
        return self.counts and not (self.bound or self.hedge or self.upper)

    def iso(self) -> str:
        """Return the length as an ISO 8601 duration, as coarse as it goes without fractions of a unit."""
        years, rest = divmod(self.months, 12)
        text = (f"{years}Y" if years else "") + (f"{_decimal(rest)}M" if rest else "")
        days, clock = divmod(self.seconds, DAY_SECONDS)
        if self.seconds and not clock and not self.months and not days % 7:
            return f"P{days // 7}W"
        if clock and not self.months and days < 8:  # forty hours stay hours
            days, clock = 0, self.seconds
        text += (f"{days}D" if days else "") + _clock(clock)
        return f"P{text or '0D'}"


def _clock(seconds: Fraction) -> str:
    hours, rest = divmod(seconds, 3600)
    minutes, rest = divmod(rest, 60)
    text = (f"{hours}H" if hours else "") + (f"{minutes}M" if minutes else "")
    text += f"{_decimal(rest)}S" if rest else ""
    return f"T{text}" if text else ""


def _decimal(number: Fraction) -> str:
    return str(number) if number.denominator == 1 else f"{float(number):.6f}".rstrip("0").rstrip(".")


class Step(NamedTuple):
    """How a period lies to a date that the text has just given: "the next day", "that year", "on the 19th".

    It is ``by`` units of its own from that date. ``unit`` is a letter of the pack, or ``month``, ``season``,
    ``weekday`` or ``of_month`` (a day of its month) for the one that ``which`` numbers.
    """

    unit: str
    by: int
    which: int = 0


class Reading(NamedTuple):
    """Everything the date check keeps of a mention.

    ``form`` is ``period``, ``duration``, ``frequency`` or, of a word between two events, ``order``. Of a
    period, ``interval`` is what the text says (``None`` where it cannot be resolved), ``precision`` the unit
    it is given in and ``limit`` the word that opens it (``since``, ``before``, ``after``, ``until``,
    ``by``), with ``bounding`` the period named behind that word. ``other`` is a second possible reading
    (3/4/2017, "voor 2015"). ``yearless`` is the month and day (0 for none) of a date without year. ``loose``
    marks bounds that are a custom or a guess ("late March", a bare weekday, "two years ago"), ``relative``
    what was resolved by the text's own date. ``part`` is early, mid or late; ``weekday`` the one written
    beside a date, Monday 0; ``named`` is the words of a year that stands in the name of what it dates ("the
    2016 prize"); ``anchored`` marks one that dates the start of something ("since his election in 2001").

    ``length`` is the duration, also that of "the last 15 years" and of "in ten years"; ``offset`` marks
    one counted from another time ("three years later"), ``ahead`` "the next 15 years". ``ends`` are the
    first and the last date of a range. A frequency is ``times`` per ``per``, each of
    ``length`` where that is told. ``step`` tells how a period lies to the date given before it. ``clock`` is
    the time of day beside it, or its two ends, as ``daytime`` writes it.
    """

    form: str
    interval: Interval | None = None
    precision: str = ""
    limit: str = ""
    bounding: Interval | None = None
    other: Interval | None = None
    yearless: tuple[int, int] | None = None
    loose: bool = False
    relative: bool = False
    part: str = ""
    weekday: int | None = None
    named: str = ""
    anchored: bool = False
    length: Length | None = None
    offset: bool = False
    times: Fraction | None = None
    per: Length | None = None
    ends: "tuple[Reading, Reading] | None" = None
    ahead: bool = False
    step: Step | None = None
    clock: tuple[str, ...] = ()

    def value(self) -> Mapping[str, Any]:
        """Return the value for JSON: ``start`` and ``end``, ``duration``, or nothing."""
        if self.form == "period" and self.interval:
            start, end = self.interval.start, self.interval.end
            return {"start": start and start.isoformat(), "end": end and end.isoformat()}
        if self.form == "duration" and self.length and not self.length.upper:
            return {"duration": self.length.iso()}
        return {}
