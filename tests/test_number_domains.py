"""Figures of results, matches, surveys, reports and verdicts are held to what the sentence says of each."""

from __future__ import annotations

from collections.abc import Callable

import pytest

S, R, N = "supported", "refuted", "not_enough_evidence"

MILL = (
    "Tarn Mills reports second quarter of 2023\n\n"
    "Revenue fell to 318 million euros from 344 million in the same quarter of 2022.\n"
    "The company employs 4,120 people at 14 mills.\n"
    "In Poland it employs 870 people.\n"
    "Net debt stood at 212 million euros at the end of June, up from 190 million euros at the end of March.\n"
    "The board proposes a dividend of 0.45 euro a share.\n"
    "Piet Aarts, 56, joined the company in 2016."
)
MATCH = (
    "Larkhill win the cup\n\n"
    "Larkhill had 61 percent of the ball and 17 shots, against 9 for Denby.\n"
    "Striker Sam Okoro has scored 24 goals this season, eight of them in the cup.\n"
    "Nine gates were closed and three were given barriers.\n"
    "So far 18 seats have been sold for Grey Park, which will have 72 boxes.\n"
    "Of the 40 buses, 31 were on time."
)
REEF = (
    "The Tessel reef\n\n"
    "Coral cover on the Tessel reef fell from 38 percent in 2014 to 19 percent in 2022.\n"
    "They counted 212 species of fish.\n"
    "The reef is 94 kilometres long.\n"
    "The 58-kilometre wall of the Tessel reef is older.\n"
    "The number of visitors rose from 51,000 to 54,500.\n"
    "Around 3,800 people complained, mostly in Heel.\n"
    "A diver at the Blue Bank meets nine sharks on average.\n"
    "In the upper Lyne there are 29 otters, in the lower Lyne there are 90.\n"
    "Boats leave every half hour."
)
POLITIE = (
    "Politie Maasdal: jaarcijfers 2023\n\n"
    "Er waren 12 overvallen, tegen 9 een jaar eerder.\n"
    "Het aantal inbraken daalde van 1.310 naar 1.080.\n"
    "Er werken 720 mensen, van wie 540 agenten.\n"
    "Anna Poel is 58 jaar.\n"
    "Boer Wim Hekkert uit Oldeveen, die 140 koeien heeft, deed aangifte.\n"
    "Zijn buurvrouw Lies Mulder heeft 85 koeien.\n"
    "Gedurende negen maanden werden 200 vluchtelingen opgevangen in Maasdal."
)

CASES = {
    "level behind a change": (
        MILL,
        "In the second quarter of 2023 Tarn Mills' revenue was 318 million euros.",
        S,
    ),
    "level held against it": (
        MILL,
        "In the second quarter of 2023 Tarn Mills' revenue was 344 million euros.",
        R,
    ),
    "a place of its own": (MILL, "In Poland Tarn Mills has 870 employees.", S),
    "a place the figure is not of": (MILL, "Tarn Mills employs 4,120 people in Spain.", N),
    "month without a year": (MILL, "At the end of June net debt was 212 million euros.", S),
    "other month without a year": (MILL, "At the end of March net debt stood at 212 million euros.", R),
    "cents": (MILL, "The dividend proposed is 45 cents a share.", S),
    "other cents": (MILL, "The dividend proposed is 54 cents a share.", R),
    "age between commas": (MILL, "Piet Aarts is 56 years old.", S),
    "whose shots": (MATCH, "Denby had nine shots.", S),
    "whose shots, wrong": (MATCH, "Denby had 17 shots.", R),
    "of a part": (MATCH, "Okoro scored 24 goals in the cup.", N),
    "of the whole": (MATCH, "Okoro scored 24 goals this season.", S),
    "another figure's verb": (MATCH, "Nine gates were given barriers.", N),
    "a count that goes on": (MATCH, "Grey Park will have 72 seats.", N),
    "of those just named": (MATCH, "31 of the 40 buses were on time.", S),
    "of those just named, wrong": (MATCH, "Only 21 of the 40 buses were on time.", R),
    "from then to now": (REEF, "In 2022 coral cover on the reef was 19 percent.", S),
    "from then to now, wrong": (REEF, "In 2014 coral cover on the reef was 19 percent.", R),
    "of what": (REEF, "They counted 212 fish species.", S),
    "of what else": (REEF, "They counted 212 species of coral.", N),
    "what was named before": (REEF, "The Tessel reef is 94 kilometres long.", S),
    "what was named before, wrong": (REEF, "The Tessel reef is 49 kilometres long.", R),
    "the number of": (REEF, "The number of visitors rose to 54,500.", S),
    "the old number of": (REEF, "The number of visitors is 51,500.", R),
    "people who do something": (REEF, "Heel has 1,250 inhabitants.", N),
    "a mean": (REEF, "The Blue Bank has 600 sharks.", N),
    "one of two alike": (REEF, "In the upper Lyne there are 29 otters.", S),
    "every half hour": (REEF, "Boats leave every 30 minutes.", S),
    "every half hour, wrong": (REEF, "Boats leave every 20 minutes.", R),
    "het jaar van de titel": (POLITIE, "In 2023 waren er twaalf overvallen.", S),
    "een jaar eerder": (POLITIE, "In 2022 waren er negen overvallen.", S),
    "een jaar eerder, fout": (POLITIE, "In 2022 waren er 12 overvallen.", R),
    "van en naar": (POLITIE, "Het aantal inbraken daalde naar 1.080.", S),
    "van wie": (POLITIE, "Er werken 540 agenten.", S),
    "leeftijd": (POLITIE, "Anna Poel is 58 jaar oud.", S),
    "leeftijd, fout": (POLITIE, "Anna Poel is 48 jaar.", R),
    "van wie verteld wordt": (POLITIE, "Wim Hekkert heeft 140 koeien.", S),
    "hoe lang": (POLITIE, "In Maasdal werden 200 vluchtelingen gedurende negen maanden opgevangen.", S),
    "van de buurvrouw": (POLITIE, "Lies Mulder heeft 140 koeien.", R),
}


@pytest.mark.parametrize(("source", "claim", "verdict"), CASES.values(), ids=CASES)
def test_each_figure_is_what_its_sentence_says(
    judged: Callable[..., str], source: str, claim: str, verdict: str
) -> None:
    assert judged(claim, source) == verdict
