"""What a sentence says beside its figure: of which people, of what a share is, what "alone" takes back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

S, R, N = "supported", "refuted", "not_enough_evidence"

TARN = (
    "Tarnford in figures\n\n"
    "In the town of Tarnford 41,000 people live together.\n"
    "Pupils make up 18 percent of the people of Tarnford.\n"
    "Ada Finch won the Lantern Prize in 2018.\n"
    "Women constitute 54 percent of the nurses of Tarnford.\n"
    "The Groene Partij won 23 percent of the vote here.\n"
)
HEEL = (
    "Heelwijk, 3 mei 2021\n\n"
    "In de stad Heelwijk wonen 41.000 mensen.\n"
    "Scholieren maken 18 procent uit van de bevolking van Heelwijk.\n"
    "Ada Vink won de Lantaarnprijs in 2018. We gaan het verbruik van de stad halveren.\n"
)


@pytest.mark.parametrize(
    ("source", "claim", "verdict"),
    [
        (TARN, "Tarnford has 47,000 residents.", R),
        (TARN, "Some 47,000 people live in the town of Tarnford.", R),
        (TARN, "Some 2,000 residents of the town own a Danish passport.", N),
        (TARN, "Some 2,000 inhabitants of Tarnford filled in the questionnaire.", N),
        (HEEL, "Heelwijk telt 47.000 inwoners.", R),
        (HEEL, "Zo'n 2.000 inwoners van de stad hebben een Deens paspoort.", N),
        (TARN, "Pupils make up 18 percent of the people of Tarnford.", S),
        (TARN, "Pupils are 28 percent of the people of Tarnford.", R),
        (TARN, "Of the pupils in Tarnford, 18 percent walk to school.", N),
        (TARN, "In Tarnford 18 percent of pupils walk to school.", N),
        (HEEL, "Scholieren maken 18 procent uit van de bevolking van Heelwijk.", S),
        (HEEL, "Scholieren maken 28 procent uit van de bevolking van Heelwijk.", R),
        (HEEL, "Van de Heelwijkse scholieren komt 18 procent te voet.", N),
        (HEEL, "In Heelwijk komt 18 procent van de scholieren te voet.", N),
        (TARN, "Ada Finch did not win the Lantern Prize in 2018 alone.", S),
        (TARN, "Ada Finch did not win the Lantern Prize in 2018.", R),
        (HEEL, "Ada Vink won de Lantaarnprijs in 2018 niet alleen.", S),
        (HEEL, "Ada Vink won de Lantaarnprijs in 2018 niet.", R),
        (HEEL, "Tegen 2025 moet het verbruik van de stad gehalveerd zijn.", N),
        (HEEL, "By 2025 the consumption of the town must be halved.", N),
        (TARN, "Women are 54 percent of the nurses of Tarnford.", S),
        (TARN, "In Tarnford the Groene Partij won 29 percent of the vote.", R),
    ],
)
def test_shades(judged: Callable[..., str], source: str, claim: str, verdict: str) -> None:
    assert judged(claim, source) == verdict


@pytest.mark.parametrize(
    ("source", "claim", "verdict"),
    [
        (
            "Ada Finch did not win the Lantern Prize alone in 2018.",
            "Ada Finch won the Lantern Prize in 2018.",
            S,
        ),
        (
            "Ada Finch alone did not win the Lantern Prize in 2018.",
            "Ada Finch won the Lantern Prize in 2018.",
            R,
        ),
        (
            "Ada Finch did not win the Lantern Prize in 2018 but won the Book Prize alone.",
            "Ada Finch won the Lantern Prize in 2018.",
            R,
        ),
        ("The port of Heel alone does not have 40 cranes.", "The port of Heel has 40 cranes.", N),
        ("Ada Vink won de Lantaarnprijs in 2018 alleen niet.", "Ada Vink won de Lantaarnprijs in 2018.", R),
        (
            "Ada Vink won niet de Lantaarnprijs in 2018 maar alleen de Boekprijs.",
            "Ada Vink won de Lantaarnprijs in 2018.",
            R,
        ),
        (
            "De haven van Heel heeft geen 40 kranen maar alleen boten.",
            "De haven van Heel heeft 40 kranen.",
            N,
        ),
    ],
)
def test_alone_takes_back_only_its_own_denial(
    judged: Callable[..., str], source: str, claim: str, verdict: str
) -> None:
    assert judged(claim, source) == verdict


@pytest.mark.parametrize(
    ("claim", "source", "verdict"),
    [
        (
            "The reef drew 4,300 divers in the second quarter of 1993.",
            "The reef drew 4,300 divers in May 1993.",
            S,
        ),
        ("The reef drew 4,300 divers a year.", "The reef may draw 4,300 divers a year.", N),
        ("The reef drew 4,300 divers in 1993.", "The reef may have drawn 4,300 divers in May 1993.", N),
    ],
)
def test_a_month_is_no_possibility(judged: Callable[..., str], source: str, claim: str, verdict: str) -> None:
    assert judged(claim, source) == verdict
