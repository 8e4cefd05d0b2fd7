"""How long something lasted, from the dates of its begin and its end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import factcheck

S, R, C, N = "supported", "refuted", "conflicting_evidence", "not_enough_evidence"

STRIKE = "The strike at Denby Docks began on 5 May 1934 and ended on 14 July 1934."
TOWER = "Work on the Hill Tower began in April 1951 and it was opened in September 1955."
OFFICE = "Ann Poe was appointed director in 2003 and resigned in 2011 after a long row."
TWO = "Ann Poe was appointed director in 2003 and Bob Dunn resigned in 2011."
CHANGED = "Ann Poe was appointed director in 2003 and resigned as mayor in 2011."
AGAIN = f"{STRIKE} A new strike at Denby Docks began on 1 May 1936 and ended on 5 June 1936."
STAKING = "De staking in Hulst begon op 5 mei 1934 en eindigde op 14 juli 1934."
TRAINER = "De club is van 1922. Trainer Jan Vos, aangesteld in maart 2011, werd op 4 juni 2015 ontslagen."


@pytest.mark.parametrize(
    ("claim", "source", "verdict"),
    [
        ("The strike at Denby Docks lasted ten weeks.", STRIKE, S),
        ("The strike at Denby Docks lasted 70 days.", STRIKE, S),
        ("The strike at Denby Docks lasted more than two months.", STRIKE, S),
        ("The strike at Denby Docks lasted less than three months.", STRIKE, S),
        ("The strike at Denby Docks lasted five weeks.", STRIKE, R),
        ("The strike at Denby Docks lasted less than two months.", STRIKE, R),
        ("The strike at Denby Docks lasted nine and a half weeks.", STRIKE, N),
        ("The strike at Hull Docks lasted five weeks.", STRIKE, N),
        ("The strike at Denby Docks was called off for two days.", STRIKE, N),
        ("The strike at Denby Docks lasted five weeks.", STRIKE.replace(" and", ". It"), R),
        ("The strike at Denby Docks lasted five weeks.", STRIKE.replace("and", "and the truce"), N),
        ("The strike at Denby Docks lasted five weeks.", AGAIN, S),
        ("The strike at Denby Docks lasted three weeks.", AGAIN, N),  # the one or the other
        ("The Hill Tower took less than five years to build.", TOWER, S),
        ("The Hill Tower took less than three years to build.", TOWER, R),
        ("The Hill Tower took two years to paint.", TOWER, N),
        ("Ann Poe was director for eight years.", OFFICE, S),
        ("Ann Poe was director for four years.", OFFICE, R),
        ("Ann Poe was mayor for four years.", OFFICE, N),
        ("Ann Poe was ill for two years.", OFFICE, N),
        ("Ann Poe signed for two years.", OFFICE, N),
        ("Ann Poe was director for eight years.", TWO, N),
        ("Ann Poe was director for eight years.", CHANGED, N),
        ("De staking in Hulst duurde tien weken.", STAKING, S),
        ("De staking in Hulst duurde vijf weken.", STAKING, R),
        ("De staking in Sluis duurde vijf weken.", STAKING, N),
        ("Vos was ruim vier jaar trainer van de club.", TRAINER, S),
        ("Vos was zes jaar trainer van de club.", TRAINER, R),
        ("Vos was zes jaar speler van de club.", TRAINER, N),
    ],
)
def test_a_length_follows_from_a_begin_and_an_end(
    judged: Callable[..., str], claim: str, source: str, verdict: str
) -> None:
    assert judged(claim, source) == verdict


def test_what_follows_and_what_another_text_states_disagree(tmp_path: Path) -> None:
    for name, text in {"dates": STRIKE, "stated": "The strike at Denby Docks lasted four weeks."}.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    sources = sorted(tmp_path.glob("*.txt"))
    assert factcheck.check("The strike at Denby Docks lasted ten weeks.", sources=sources).verdict == C


@pytest.mark.parametrize(
    ("claim", "source", "total"),
    [
        (
            "The strike at Denby Docks lasted five weeks.",
            STRIKE,
            "“5 May 1934” and “14 July 1934” make 70 days",
        ),
        ("Ann Poe was director for four years.", OFFICE, "“2003” and “2011” make 8 years"),
    ],
)
def test_the_sum_is_shown_in_the_claims_unit(tmp_path: Path, claim: str, source: str, total: str) -> None:
    path = tmp_path / "source.txt"
    path.write_text(source, encoding="utf-8")
    (finding,) = factcheck.check(claim, sources=[path]).findings
    assert f"{total} (derived)" in finding.message
