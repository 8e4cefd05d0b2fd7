"""Which of two dated events came first, where a claim gives no length between them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import factcheck

S, R, N = "supported", "refuted", "not_enough_evidence"

EN = (
    "The Hill Bridge opened in May 1998. The Red Tunnel opened in 2004.\n\n"
    "Ann Poe was elected in 1999 and Bob Dunn was elected in 1995. The Blue Ferry sank in 2004."
)
NL = (
    "De Kerkbrug werd geopend in mei 1998. De Rode Tunnel werd geopend in 2004.\n\n"
    "Anna Poel werd verkozen in 1999. Bob Duin werd verkozen in 1995."
)


@pytest.mark.parametrize(
    ("source", "claim", "verdict"),
    [
        (EN, "The Hill Bridge opened before the Red Tunnel.", S),
        (EN, "The Red Tunnel opened before the Hill Bridge.", R),
        (EN, "The Red Tunnel opened after the Hill Bridge opened.", S),
        (EN, "The Hill Bridge opened after the Red Tunnel.", R),
        (EN, "Bob Dunn was elected before Ann Poe was elected.", S),
        (EN, "Ann Poe was elected before Bob Dunn was elected.", R),
        (EN, "The Hill Bridge opened before the Green Tunnel.", N),
        (EN, "The Blue Ferry sank before the Red Tunnel opened.", N),  # both in 2004
        (NL, "De Kerkbrug werd geopend vóór de Rode Tunnel.", S),
        (NL, "De Rode Tunnel werd geopend vóór de Kerkbrug.", R),
        (NL, "Bob Duin werd verkozen voordat Anna Poel werd verkozen.", S),
        (NL, "Anna Poel werd verkozen voordat Bob Duin werd verkozen.", R),
        (NL, "De Rode Tunnel werd geopend nadat de Kerkbrug werd geopend.", S),
        (NL, "De Kerkbrug werd geopend vóór de Groene Tunnel.", N),
    ],
)
def test_order(judged: Callable[..., str], source: str, claim: str, verdict: str) -> None:
    assert judged(claim, source) == verdict


@pytest.mark.parametrize(
    "text",
    [
        "She thought of it before lunch.",
        "The bridge opened before the tunnel.",
        "Ann Poe was elected before Monday.",
        "Ann Poe left before she was elected.",
    ],
)
def test_nothing_is_put_in_order_without_two_names(text: str, tmp_path: Path) -> None:
    path = tmp_path / "source.txt"
    path.write_text(EN, encoding="utf-8")
    texts = [f.mention.text for f in factcheck.check(text, sources=[path]).findings if f.mention]
    assert "before" not in texts


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Ann Poe did so in 2004.", N),  # whatever it was
        ("Ann Poe was elected in 2004.", R),
        ("Anna Poel deed dat in 2004.", N),
    ],
)
def test_what_only_points_to_an_event_is_not_contradicted(
    judged: Callable[..., str], claim: str, verdict: str
) -> None:
    assert judged(claim, EN.split("\n\n")[1] if "Ann " in claim else NL.split("\n\n")[1]) == verdict
