"""What readers return: the claims of a file, or a source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise
from types import NoneType
from typing import Any

from factcheck._claims import MOST_ID
from factcheck._vetting import INT, MAYBE_TEXT, TEXT, Shape
from factcheck.model import Claim, Landmark, OffsetMap, Place, Reading, Source, Turn, Verdict

_ROLES = ("question", "answer", "speech", "narration")

_LIST = ((tuple, list), "a tuple")
_MAP = ((OffsetMap,), "an OffsetMap")

_CLAIM = Shape(
    Claim,
    id=TEXT,
    place=((Place,), "a Place"),
    statement=MAYBE_TEXT,
    quote=MAYBE_TEXT,
    speaker=MAYBE_TEXT,
    sources=_LIST,
    tags=_LIST,
    expect=((Verdict,), "a Verdict"),
    reason=MAYBE_TEXT,
    statement_map=_MAP,
    quote_map=_MAP,
    reading=((Reading, NoneType), "a Reading or None"),
)
_PLACE = Shape(Place, path=TEXT, line=INT, column=INT, end_line=INT, end_column=INT, start=INT, end=INT)
_SOURCE = Shape(
    Source,
    name=TEXT,
    path=TEXT,
    text=TEXT,
    sha256=TEXT,
    language=TEXT,
    title=MAYBE_TEXT,
    publisher=MAYBE_TEXT,
    date=MAYBE_TEXT,
    turns=_LIST,
    aliases=_LIST,
    people=((Mapping,), "a mapping"),
    landmarks=_LIST,
)
_TURN = Shape(Turn, start=INT, end=INT, speaker=MAYBE_TEXT, role=TEXT)
_LANDMARK = Shape(Landmark, start=INT, line=INT, column=INT, locator=MAYBE_TEXT)


def claims_of(answer: Any) -> tuple[Claim, ...]:
    """Return an answer that is made of claims.

    Raises:
        TypeError, ValueError: it is not.

    """
    if isinstance(answer, str) or not isinstance(answer, Iterable):
        raise TypeError(f"{answer!r:.60} is no list of claims")
    return tuple(map(_claim, answer))


def _claim(claim: Any) -> Claim:
    _CLAIM.look(claim, "it")
    _PLACE.look(claim.place, "it")
    what = f"claim {claim.id!r:.60}"
    if not claim.id or (claim.statement is None and claim.quote is None):
        raise ValueError(f"{what} has no id, or neither statement nor quote")
    if len(claim.id) > MOST_ID:
        raise ValueError(f"{what} has an id of {len(claim.id)} characters, more than {MOST_ID}")
    _texts(claim.sources, f"the sources of {what}")
    _texts(claim.tags, f"the tags of {what}")
    if claim.expect is not Verdict.SUPPORTED and not claim.reason:
        raise ValueError(f"{what} expects {claim.expect} and gives no reason")
    _, line, column, end_line, end_column, start, end = claim.place
    if min(line, column, end_line, end_column) < 1 or not 0 <= start <= end:
        raise ValueError(f"{what} stands at {tuple(claim.place)[1:]}, which is no place in a file")
    if not (claim.statement_map.runs and claim.quote_map.runs):
        raise ValueError(f"{what} has an OffsetMap without runs")
    return claim._replace(sources=tuple(claim.sources), tags=tuple(claim.tags))  # type: ignore[no-any-return]


def source_of(answer: Any) -> Source:
    """Return an answer that is a source.

    Raises:
        TypeError, ValueError: it is not.

    """
    _SOURCE.look(answer, "it")
    source: Source = answer
    if not source.text or source.text.isspace():
        raise ValueError("the source has no text; raise an InputError for a file without any")
    if source.language and not re.fullmatch("[a-z]{2,3}", source.language):
        raise ValueError(f"the language of the source is {source.language!r:.60}, not a code as en, or empty")
    if source.date is not None and not _is_date(source.date):
        raise ValueError(f"the date of the source is {source.date!r:.60}, not one as 2017-06-21")
    _texts(source.aliases, "the aliases of the source")
    for name, others in source.people.items():
        _texts([name], "the people of the source")
        _texts(others, f"the other names of {name!r:.60}")
    _turns(source)
    _landmarks(source)
    turns, landmarks = tuple(source.turns), tuple(source.landmarks)
    return source._replace(turns=turns, landmarks=landmarks, aliases=tuple(source.aliases))


def _turns(source: Source) -> None:
    """Look whether the turns are sorted, inside the text and apart, for they are looked up by offset."""
    for turn in source.turns:
        _TURN.look(turn, "it")
        if not 0 <= turn.start <= turn.end <= len(source.text):
            raise ValueError(f"the turn {turn.start}:{turn.end} is no stretch of the text")
        if turn.role not in _ROLES:
            raise ValueError(
                f"the turn {turn.start}:{turn.end} has the role {turn.role!r:.60}, which is none"
            )
    for one, two in pairwise(source.turns):
        if one.end > two.start:
            said = f"the turns {one.start}:{one.end} and {two.start}:{two.end}"
            raise ValueError(f"{said} overlap or are not in order")


def _landmarks(source: Source) -> None:
    for mark in source.landmarks:
        _LANDMARK.look(mark, "it")
        if not 0 <= mark.start <= len(source.text):
            raise ValueError(f"the landmark at {mark.start} is not in the text")
        if mark.line < 1 or mark.column < 1:
            raise ValueError(f"the landmark at {mark.start} has the place {mark.line}:{mark.column}")
    for one, two in pairwise(source.landmarks):
        if one.start >= two.start:
            raise ValueError(f"the landmarks at {one.start} and {two.start} are not in order")


def _texts(value: Any, what: str) -> None:
    if not isinstance(value, tuple | list) or not all(isinstance(text, str) for text in value):
        raise TypeError(f"{what} are {value!r:.60}, not a tuple of texts")


def _is_date(value: str) -> bool:
    from datetime import date  # most readers know of none

    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
