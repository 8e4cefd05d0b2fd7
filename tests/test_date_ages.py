"""How old somebody was, from the dates of a birth and of what a claim tells."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import factcheck

S, R, C, N = "supported", "refuted", "conflicting_evidence", "not_enough_evidence"


LIFE = "Ann Poe (7 October 1908 – 11 March 1985) was a painter."
YEARS = "Ann Poe (1908–1985) was a painter."
SHEET = "Ann Poe\n\nBorn: 7 October 1908, Hull.\nElected mayor: 4 June 1950.\nDied: 11 March 1985, York."
NL_SHEET = "Anna Poel\n\nGeboren: 7 oktober 1908, Hulst.\nOverleden: 11 maart 1985, Axel."
NL = "Anna Poel (7 oktober 1908 – 11 maart 1985) was schilder."


@pytest.mark.parametrize(
    ("claim", "source", "verdict"),
    [
        ("Ann Poe lived to be 76.", LIFE, S),
        ("Ann Poe lived to be 77.", LIFE, R),
        ("Ann Poe died at the age of 76.", LIFE, S),
        ("Ann Poe died aged 78.", LIFE, R),
        ("Ann Poe was 76 when she died.", LIFE, S),
        ("Ann Poe died before turning 80.", LIFE, S),
        ("Ann Poe died before turning 76.", LIFE, R),
        # Of two years alone there are two ages.
        ("Ann Poe lived to be 76.", YEARS, N),
        ("Ann Poe lived to be 77.", YEARS, N),
        ("Ann Poe lived to be 75.", YEARS, R),
        ("Ann Poe lived to be 78.", YEARS, R),
        # Somebody else, something else.
        ("Bob Poe lived to be 70.", LIFE, N),
        ("Ann Poe's sister lived to be 70.", LIFE, N),
        ("The sister of Ann Poe lived to be 70.", LIFE, N),
        ("Ann Poe was 41 when her sister died.", LIFE, N),
        ("Ann Poe was 41 when he died.", f"{LIFE} She lived in Denby.", N),
        ("Ann Poe is 70.", LIFE, N),
        ("Anna Poel werd 76 jaar.", NL, S),
        ("Anna Poel werd 77 jaar.", NL, R),
        ("Anna Poel overleed op 76-jarige leeftijd.", NL, S),
        ("Anna Poel overleed op 78-jarige leeftijd.", NL, R),
        ("De zus van Anna Poel werd 70 jaar.", NL, N),
        ("Anna Poel is 76 jaar geworden.", NL, S),
        ("Anna Poel is 78 jaar geworden.", NL, R),
        # A fact sheet is of whom its title names.
        ("Ann Poe lived to be 76.", SHEET, S),
        ("Ann Poe lived to be 77.", SHEET, R),
        ("Ann Poe was 41 when she was elected mayor.", SHEET, S),
        ("Ann Poe was 43 when she was elected mayor.", SHEET, R),
        ("Ann Poe was 43 when she was elected judge.", SHEET, N),
        ("Ann Lee lived to be 70.", SHEET, N),
        ("Bob Stone lived to be 70.", SHEET, N),
        ("Anna Poel werd 76 jaar.", NL_SHEET, S),
        ("Anna Poel is 78 jaar geworden.", NL_SHEET, R),
        ("Bo Vos is 78 jaar geworden.", NL_SHEET, N),
    ],
)
def test_how_old_somebody_became(judged: Callable[..., str], claim: str, source: str, verdict: str) -> None:
    assert judged(claim, source) == verdict


MAYOR = (
    "Eva Roe (born 3 July 1952 in Hull) is a politician. She became minister in 1999. "
    "She was elected mayor in May 2006 and in May 2012, and retired in August 2014."
)
MAYOR_NL = "Eva Roelant werd op 3 juli 1952 geboren in Hulst. Ze werd in mei 2006 burgemeester."


@pytest.mark.parametrize(
    ("claim", "source", "verdict"),
    [
        ("Eva Roe was 62 when she retired.", MAYOR, S),
        ("Eva Roe was 60 when she retired.", MAYOR, R),
        ("Roe was not yet 63 when she retired.", MAYOR, S),
        ("Roe retired before turning 62.", MAYOR, R),
        ("Eva Roe was 53 when she was elected mayor.", MAYOR, S),
        ("Eva Roe was 59 when she was elected mayor.", MAYOR, S),  # the second time
        ("Eva Roe was 45 when she was elected mayor.", MAYOR, R),
        ("Aged 45, Eva Roe was elected mayor.", MAYOR, R),
        ("Eva Roe was 45 when she became minister.", MAYOR, R),
        ("Eva Roe was 46 when she became minister.", MAYOR, N),  # or 47
        ("Eva Roe was 45 when she became governor.", MAYOR, N),
        ("Ann Roe was 60 when she retired.", MAYOR, N),
        ("Eva Roe, 68, was elected mayor.", MAYOR, N),  # on the day somebody writes
        ("Eva Roelant was 53 toen ze burgemeester werd.", MAYOR_NL, S),
        ("Eva Roelant was 55 toen ze burgemeester werd.", MAYOR_NL, R),
        ("Eva Roelant was nog geen 54 jaar toen ze burgemeester werd.", MAYOR_NL, S),
        ("Eva Roelant was nog geen 53 toen ze burgemeester werd.", MAYOR_NL, R),
        ("Eva Roelant was 55 toen ze minister werd.", MAYOR_NL, N),
    ],
)
def test_how_old_somebody_was_when_it_happened(
    judged: Callable[..., str], claim: str, source: str, verdict: str
) -> None:
    assert judged(claim, source) == verdict


BORN, OPENED = "Bob Dunn was born in Hull on 3 July 1931.", "Dunn was knighted in January 1979."


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Bob Dunn was 47 when he was knighted.", S),
        ("Bob Dunn was 46 when he was knighted.", R),
        ("Dunn was 46 when he was knighted.", N),  # which of them the second text tells of is unsaid
        ("Tom Dunn was 46 when he was knighted.", N),
    ],
)
def test_a_birth_may_stand_in_another_text(judged: Callable[..., str], claim: str, verdict: str) -> None:
    assert judged(claim, BORN, OPENED) == verdict


def test_an_age_that_is_stated_and_one_that_follows_disagree(judged: Callable[..., str]) -> None:
    stated = "Ann Poe died at the age of 79."
    assert judged("Ann Poe died at the age of 76.", LIFE, stated) == C


def test_the_sum_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "source.txt"
    path.write_text(LIFE, encoding="utf-8")
    (finding,) = factcheck.check("Ann Poe lived to be 80.", sources=[path]).findings
    assert finding.rule is not None
    assert (finding.rule.code, finding.check) == ("FC306", "number")
    assert "“7 October 1908 – 11 March 1985” make 76 years (derived)" in finding.message
