"""Where the sources disagree, drawn: a dot for each source and value, the claim as a hollow diamond.

Over the documents' dates where all have one and there are several; else over the values, a row a source.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from factcheck._reporters.html.documents import Documents, in_words, is_date
from factcheck._reporters.html.scale import Mark, Measure, marks, measure
from factcheck._terminal import clip, escape
from factcheck.model import Evidence, Stance

WIDTH = 400
_ROW = 34  # height of a row
_HEAD = 14  # above the first row
_AXIS = 26  # below the last
_BEYOND = 8  # by how much an open end goes on after the axis
_NAMES = 138  # width of the names of the sources
_EDGE = 52  # on the right, for the label of the last dot
_NAME = 22  # characters of a name
_WHOSE = 26  # characters of who gives a value when
_LABEL = 18  # characters of a value
_TALL = 150  # height of a chart over dates
_DATED = 3  # different dates from which the documents' dates are an axis
_MOST = 12  # dots beyond which a table says it better


class Point(NamedTuple):
    """A value that a source gives, or the claim: in words, what it measures, and who gives it when.

    ``agrees`` says whether it supports the claim, ``None`` where there is none.
    """

    label: str
    measure: Measure | None
    name: str
    speaker: str | None
    date: str | None
    agrees: bool | None = None
    is_claim: bool = False

    @property
    def whose(self) -> str:
        """Who gives it when, in short."""
        return clip(escape(", ".join(part for part in (self.date, self.speaker) if part)), _WHOSE)


class Dot(NamedTuple):
    """A point as it is drawn, in units of the picture; ``left`` and ``right`` are the ends of its bar."""

    point: Point
    x: float
    y: float
    left: float
    right: float
    label_x: float
    label_y: float
    label_ends: bool


class Tick(NamedTuple):
    """A mark of an axis as it is drawn."""

    at: float
    label: str


class Chart(NamedTuple):
    """A picture of some dots, and what it says in words; ``level`` is the claim's line over dates."""

    over_dates: bool
    width: int
    height: int
    left: int
    right: int
    bottom: int
    dots: tuple[Dot, ...]
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]
    level: float | None
    words: str


def point(evidence: Evidence, documents: Documents) -> Point:
    """Return the point of a passage."""
    _, source = documents.of(evidence)
    agrees = None if evidence.stance is Stance.CONTEXT else evidence.stance is Stance.SUPPORTS
    name = (source.title if source is not None else None) or evidence.source
    return Point(evidence.text, measure(evidence.value), name, evidence.speaker, evidence.date, agrees)


def charted(found: Iterable[Point], claimed: tuple[str, Mapping[str, object]] | None) -> Chart | None:
    """Return the chart of some points and the value claimed, in words and as it is.

    ``None`` where fewer than two of them differ, where they have no common measure, or where they are many.
    """
    points = list(
        {(point.label, point.measure, point.name, point.speaker): point for point in found}.values()
    )
    names = [point.name for point in points]
    points.sort(key=lambda point: names.index(point.name))  # those of one document together
    if claimed is not None and (own := measure(claimed[1])) is not None:
        points.insert(0, Point(claimed[0], own, "the claim", None, None, is_claim=True))
    measures = [point.measure for point in points if point.measure is not None]
    if len(measures) < len(points) or len({found.unit for found in measures}) != 1:
        return None
    if len(set(measures)) < 2 or len(points) > _MOST:
        return None
    words = "; ".join(f"{clip(escape(p.name), _NAME)}: {clip(escape(p.label), _LABEL)}" for p in points)
    dates = {point.date for point in points if not point.is_claim}
    if len(dates) >= _DATED and all(map(is_date, dates)):
        return _over_dates(points, measures, words)
    return _over_values(points, measures, words)


class _Axis:
    """A stretch of values laid along a stretch of the picture, with some room at both ends."""

    def __init__(self, measures: Sequence[Measure], start: float, stop: float):
        ends = [end for measure in measures for end in measure.ends]
        self.unit = measures[0].unit
        room = (max(ends) - min(ends)) * 0.06 or 1
        self.low, self.high = min(ends) - room, max(ends) + room
        self.start, self.stop = start, stop

    def __call__(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low)
        return round(self.start + share * (self.stop - self.start), 1)

    def span(self, measure: Measure) -> tuple[float, float, float]:
        """Return where a dot lies and the ends of its bar; what is open reaches beyond the axis."""
        beyond = math.copysign(_BEYOND, self.stop - self.start)
        low = self.start - beyond if measure.low is None else self(measure.low)
        high = self.stop + beyond if measure.high is None else self(measure.high)
        ends = [self(end) for end in measure.ends]
        return round(sum(ends) / len(ends), 1), low, high

    def ticks(self) -> tuple[Tick, ...]:
        found: list[Mark] = marks(self.unit, self.low, self.high)
        return tuple(Tick(self(mark.at), mark.label) for mark in found)


def _over_values(points: Sequence[Point], measures: Sequence[Measure], words: str) -> Chart:
    left, right = _NAMES, WIDTH - _EDGE
    axis = _Axis(measures, left + 8, right)
    dots = []
    for row, (point, value) in enumerate(zip(points, measures, strict=True)):
        x, low, high = axis.span(value)
        y = _HEAD + row * _ROW + _ROW // 2
        dots.append(Dot(_named(point), x, y, low, high, x, y - 9, x > (left + right) / 2 + _EDGE))
    bottom = _HEAD + len(points) * _ROW
    return Chart(
        False, WIDTH, bottom + _AXIS, left, WIDTH, bottom, tuple(dots), axis.ticks(), (), None, words
    )


def _over_dates(points: Sequence[Point], measures: Sequence[Measure], words: str) -> Chart:
    left, right, bottom = 64, WIDTH - _EDGE, _HEAD + _TALL
    dated = [measure({"start": point.date, "end": None}) for point in points]
    days = _Axis([day for day in dated if day is not None], left + 12, right)
    values = _Axis(measures, bottom - 8, _HEAD + 12)
    dots, level = [], None
    for point, day, value in zip(points, dated, measures, strict=True):
        y, low, high = values.span(value)
        if day is None or day.low is None:
            level = y
            dots.append(Dot(point, left, y, low, high, left + 8, y - 6, False))
            continue
        x = days(day.low)
        dots.append(Dot(_named(point), x, y, low, high, x + 8, y - 6, False))
    return Chart(
        True,
        WIDTH,
        bottom + _AXIS,
        left,
        WIDTH,
        bottom,
        tuple(dots),
        days.ticks(),
        values.ticks(),
        level,
        words,
    )


def _named(point: Point) -> Point:
    return point._replace(
        name=clip(escape(point.name), _NAME),
        label=clip(escape(point.label), _LABEL),
        date=in_words(point.date),
    )
