"""What reader plugins return, looked at field by field, so that a fault is theirs and not the core's."""

from __future__ import annotations

from typing import Any

from factcheck.model import Claim, Landmark, Place, Source, Turn, Verdict


def claims_of(answer: Any) -> tuple[Claim, ...]:
    """Return an answer that is made of claims.

    Raises:
        TypeError: it is not.

    """
    claims = tuple(answer)
    for claim in claims:
        if not isinstance(claim, Claim):
            raise TypeError(f"{type(claim).__name__} is no Claim")
        words = [text for text in (claim.statement, claim.quote) if text is not None]
        _vet(claim.place, Place, "place of a claim")
        _vet(claim.expect, Verdict, "expect of a claim")
        for text in (claim.id, claim.place.path, *words, *claim.sources, *claim.tags):
            _vet(text, str, "text of a claim")
        for place in claim.place[1:]:
            _vet(place, int, "line, column or offset of a claim")
        for known in (claim.speaker, claim.reason):
            _vet(known, str | None, "speaker or reason of a claim")
        if not words or not claim.id:
            raise TypeError(f"claim {claim.id!r} has no id, or neither statement nor quote")
    return claims


def source_of(answer: Any) -> Source:
    """Return an answer that is a source.

    Raises:
        TypeError: it is not.

    """
    if not isinstance(answer, Source) or not all(isinstance(part, str) for part in answer[:5]):
        raise TypeError(f"{type(answer).__name__} is no Source with a name, path, text and sha256")
    for part in (answer.title, answer.publisher, answer.date):
        _vet(part, str | None, "title, publisher or date of a source")
    for turn in answer.turns:
        _vet(turn, Turn, "turn of a source")
    for landmark in answer.landmarks:
        _vet(landmark, Landmark, "landmark of a source")
    for alias in answer.aliases:
        _vet(alias, str, "alias of a source")
    return answer


def _vet(value: object, wanted: Any, what: str) -> None:
    if not isinstance(value, wanted):
        raise TypeError(f"{type(value).__name__} is no {what}")
