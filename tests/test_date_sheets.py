"""When what a fact sheet is about took place, as a line that is called just "Date" tells."""

from __future__ import annotations

from collections.abc import Callable

import pytest

S, R, N = "supported", "refuted", "not_enough_evidence"

BATTLE = "Battle of Lyne\n\nDate: 14 - 16 April 1572.\nLocation: Lyne.\nTreaty signed: 9 June 1574."
TWO = "Battle of Lyne\n\nDate: 14 April 1572 (old style), 24 April 1572 (new style).\nLocation: Lyne."
SLAG = "Slag bij Lyne\n\nDatum: 14 - 16 april 1572.\nPlaats: Lyne.\nVerdrag getekend: 9 juni 1574."


@pytest.mark.parametrize(
    ("claim", "source", "verdict"),
    [
        ("The battle of Lyne took place in April 1572.", BATTLE, S),
        ("The battle of Lyne was fought in May 1572.", BATTLE, R),
        ("The battle of Lyne took place in 1574.", BATTLE, R),
        ("The battle of Lyne took place before 1580.", BATTLE, S),
        ("The battle of Lyne took place on 15 April 1572.", BATTLE, N),
        # Of something else, or of a part of it.
        ("The siege of Lyne took place in 1573.", BATTLE, N),
        ("The battle of Osk took place in 1573.", BATTLE, N),
        ("The battle of Lyne began in 1573.", BATTLE, N),
        ("The battle of Lyne did not take place in 1573.", BATTLE, N),
        ("The treaty of Lyne was signed in 1573.", BATTLE, R),
        # Looks wrong but is right: which of two days is meant nobody says.
        ("The battle of Lyne took place on 24 April 1572.", TWO, S),
        ("The battle of Lyne took place on 20 April 1572.", TWO, N),
        ("De slag bij Lyne werd geleverd in april 1572.", SLAG, S),
        ("De slag bij Lyne vond plaats in mei 1572.", SLAG, R),
        ("De slag bij Lyne begon in 1573.", SLAG, N),
        ("Het beleg van Lyne vond plaats in 1573.", SLAG, N),
        ("The battle of Lyne was fought in 1573.", SLAG, R),
    ],
)
def test_date_of_all(judged: Callable[..., str], claim: str, source: str, verdict: str) -> None:
    assert judged(claim, source) == verdict
