"""The passages that decide a quotation, as evidence."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import Evidence, Stance
from factcheck.text import Span

from . import rules
from .places import Place, paragraph, rank

_AROUND = 60  # characters of context on either side of a passage
_MOST = 3  # passages that decide


def evidence(best: Place, places: Sequence[Place], stance: Stance) -> tuple[Evidence, ...]:
    """Return the passages of the best place and of others as good, at most three."""
    others = (place for place in places if (place.reader, place.span) != (best.reader, best.span))
    ordered = [best, *sorted(others, key=rank)]
    spans = [
        (place, place.reader.index.span(*piece)) for place in ordered[:_MOST] for piece in _pieces(place)
    ]
    return tuple(_passage(place, span, stance) for place, span in spans[:_MOST])


def _pieces(place: Place) -> tuple[tuple[int, int], ...]:
    """Return the stretches to show: the whole of one passage, or the parts of a splice."""
    return place.match.pieces if place.match.problem is rules.SPLICED else (place.match.hull,)


def _passage(place: Place, span: Span, stance: Stance) -> Evidence:
    document, source = place.reader.document, place.reader.source
    start, end = span
    low, high = paragraph(document, span)
    line, column = document.line_column(start)
    turn = document.turn_at(start)
    told = turn.speaker if turn and not place.voice.other else None
    return Evidence(
        source=source.name,
        path=source.path,
        line=line,
        column=column,
        start=start,
        end=end,
        text=document.text[start:end],
        stance=stance,
        prefix=document.text[max(low, start - _AROUND) : start],
        suffix=document.text[end : min(high, end + _AROUND)],
        speaker=place.voice.office or place.voice.speaker or told,
        date=source.date,
        locator=document.locator_at(start),
    )
