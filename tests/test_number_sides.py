"""A figure of one side of a thing says nothing of another side."""

from __future__ import annotations

from collections.abc import Callable

import pytest

S, R, N = "supported", "refuted", "not_enough_evidence"

LOCK = "The new lock will be 427 metres long and 55 metres wide."
SLUIS = "De nieuwe sluis wordt 427 meter lang en 55 meter breed."


@pytest.mark.parametrize(
    ("source", "claim", "verdict"),
    [
        (LOCK, "The new lock will be 427 metres long.", S),
        (LOCK, "The new lock will be 55 m wide.", S),
        (LOCK, "The new lock will be 427 metres wide.", R),
        (LOCK, "The new lock will be 427 metres deep.", N),
        (SLUIS, "De nieuwe sluis wordt 427 meter lang.", S),
        (SLUIS, "De nieuwe sluis wordt 55 meter breed.", S),
        (SLUIS, "De nieuwe sluis wordt 427 meter breed.", R),
        (SLUIS, "De nieuwe sluis wordt 427 meter diep.", N),
    ],
)
def test_sides(judged: Callable[..., str], source: str, claim: str, verdict: str) -> None:
    assert judged(claim, source) == verdict
