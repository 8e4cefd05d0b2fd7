"""Which words, which time and which name belong to a figure that stands among others."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.clauses import Period, clauses, time_of
from factcheck.model import Mention
from factcheck.text import Document

S, R, N = "supported", "refuted", "not_enough_evidence"

PORT = (
    "Port of Eastmere\n14 March 2024\n\n"
    "The port handled 41.3 million tonnes in 2023, up 6 percent from 38.9 million tonnes a year earlier. "
    "Container traffic rose to 2.1 million boxes, while dry bulk fell by 4 percent to 9.8 million tonnes.\n\n"
    "The port employs 3,400 people directly. In 2015 it employed 2,900 people.\n\n"
    "Revenue reached €612 million, and net profit was €87.4 million, against €79 million in 2022.\n\n"
    "Okafor, who became director in 2018, succeeded Jan Terwel, who had led the port for 14 years."
)
ZIEKENHUIS = (
    "Interview met Marleen Aerts\n12 februari 2023\n\n"
    "We hebben 1.850 medewerkers. In 2015 hadden we 1.600 medewerkers.\n\n"
    "Voor een knieoperatie wacht je nu gemiddeld elf weken. Dat was negentien weken in 2020.\n\n"
    "De omzet bereikte 310 miljoen euro, en de winst was 4 miljoen euro.\n\n"
    "Er zijn 420 bedden, waarvan 36 op intensieve zorg.\n\n"
    "Aerts volgde Piet Claes op, die het ziekenhuis 14 jaar had geleid.\n\n"
    "Het nieuwe gebouw opende in september 2021. Het ziekenhuis werd opgericht in 1894."
)

TOWN = (
    "Larkhill is a small market town. The town has 12 schools. The council will close two of its nine "
    "libraries.\n\nOn Great Osk there are 870 farms. "
    "Farmers there keep 40,000 sheep; last season it was 52,000.\n\n"
    "Rats were removed from the islands between 2010 and 2013."
)
CLUB = (
    "Oosterdam haalde 78 punten uit 34 wedstrijden. Vorig seizoen eindigde Oosterdam als zevende, "
    "met 49 punten.\n\n"
    "De gemeente sluit twee van haar negen zwembaden. Op Klein Osk staan 30 boerderijen."
)

ELECTED = "In 1994 Ann Poe was elected to the council of Larkhill."

CASES = {
    "two times in front": (
        ELECTED,
        "Two years later, in 1996, Ann Poe was elected to the council of Larkhill.",
        R,
    ),
    "het jaar achter een eerste tijd": (
        "In 1994 werd Anna Poel gekozen in de raad van Larkheuvel.",
        "Zeven jaar eerder, in 1992, werd Anna Poel gekozen in de raad van Larkheuvel.",
        R,
    ),
    "what the text calls its subject": (TOWN, "Larkhill has 12 schools.", S),
    "what the text calls its subject, wrong": (TOWN, "Larkhill has 14 schools.", R),
    "a part": (TOWN, "The council will close two libraries.", S),
    "what is said of a part is not said of all": (TOWN, "Nine libraries will close.", R),
    "the total": (TOWN, "The council has nine libraries.", S),
    "a name told apart": (TOWN, "Little Osk has 390 farms.", N),
    "the name itself": (TOWN, "Great Osk has 390 farms.", R),
    "two ways to write a stretch": (TOWN, "Rats were removed from the islands from 2010 to 2013.", S),
    "nu tegen vorig seizoen": (CLUB, "Oosterdam haalde 78 punten.", S),
    "vorig seizoen voor nu": (CLUB, "Oosterdam haalde 49 punten.", R),
    "een deel": (CLUB, "De gemeente sluit twee zwembaden.", S),
    "alles": (CLUB, "De gemeente sluit negen zwembaden.", R),
    "een andere naam met een zelfde staart": (CLUB, "Op Groot Osk staan 50 boerderijen.", N),
    "the figure of its own clause": (PORT, "Net profit was 87.4 million euros.", S),
    "the figure of another clause": (PORT, "Net profit was 612 million euros.", R),
    "the subject of another figure": (PORT, "Revenue was 87.4 million euros.", R),
    "a comparison behind it": (PORT, "Net profit in 2022 was €79 million.", S),
    "of two goods, its own": (PORT, "Dry bulk fell to 9.8 million tonnes.", S),
    "in the year that is told": (PORT, "In 2015 the port employed 2,900 people.", S),
    "the figure of now for then": (PORT, "The port employed 3,400 people in 2015.", R),
    "the figure of then for now": (PORT, "The port employs 2,900 people.", R),
    "now": (PORT, "The port employs 3,400 people.", S),
    "the year before": (PORT, "In 2022 the port handled 38.9 million tonnes.", S),
    "the same figure in another year": (PORT, "In 2022 the port handled 41.3 million tonnes.", R),
    "who is told of": (PORT, "Jan Terwel led the port for 14 years.", S),
    "another name in the sentence": (PORT, "Ruth Okafor led the port for 14 years.", N),
    "de eigen zin": (ZIEKENHUIS, "De winst was 4 miljoen euro.", S),
    "de andere zin": (ZIEKENHUIS, "De winst was 310 miljoen euro.", R),
    "toen": (ZIEKENHUIS, "In 2015 waren er 1.600 medewerkers.", S),
    "nu voor toen": (ZIEKENHUIS, "In 2015 waren er 1.850 medewerkers.", R),
    "wachttijd toen": (ZIEKENHUIS, "In 2020 wachtte je negentien weken op een knieoperatie.", S),
    "wachttijd nu": (ZIEKENHUIS, "Voor een knieoperatie wacht je nu negentien weken.", R),
    "twee van een zin": (ZIEKENHUIS, "Van de 420 bedden staan er 36 op intensieve zorg.", S),
    "de naam ervoor": (ZIEKENHUIS, "Piet Claes leidde het ziekenhuis 14 jaar.", S),
    "een andere naam": (ZIEKENHUIS, "Marleen Aerts leidde het ziekenhuis 14 jaar.", N),
    "een lidwoord verwijst niet": (ZIEKENHUIS, "Het nieuwe gebouw ging open in september 2021.", S),
}


@pytest.mark.parametrize(("source", "claim", "verdict"), CASES.values(), ids=CASES)
def test_each_figure_has_its_own_clause_time_and_name(
    judged: Callable[..., str], source: str, claim: str, verdict: str
) -> None:
    assert judged(claim, source) == verdict


def test_clauses_are_cut_at_marks_relatives_and_between_figures() -> None:
    text = "In 2019, sales rose to 5 million and profit, which fell before, to 3 million."
    document = Document(text, language="en")
    date = Mention("date", 3, 7, "2019", {"start": "2019-01-01", "end": "2020-01-01"})
    figure = Mention("number", 23, 32, "5 million", {"low": "5000000", "high": "5000000"})
    document.mentions = (date, figure)
    parts = [(text[c.start : c.end], c.relative) for c in clauses(document, 0)]
    assert parts == [
        ("In 2019, sales rose to 5 million ", ""),
        ("profit", ""),
        ("fell before", "which"),
        ("to 3 million.", ""),
    ]
    assert time_of(document, figure) == Period("2019-01-01", "2020-01-01")


@pytest.mark.parametrize(
    ("one", "other", "meets"),
    [
        (Period("2019-01-01", "2020-01-01"), Period("2019-06-07", "2019-06-08"), True),
        (Period("2019-01-01", "2020-01-01"), Period("2020-01-01", "2021-01-01"), False),
        (Period("2019-01-01", None), Period("2020-01-01", "2021-01-01"), True),
        (Period(None, "2019-01-01"), Period("2020-01-01", None), False),
        (Period.of_day("2019-12-31"), Period("2019-01-01", "2020-01-01"), True),
        (Period.of_day("2020-01-01"), Period("2019-01-01", "2020-01-01"), False),
    ],
)
def test_periods_meet(one: Period, other: Period, meets: bool) -> None:
    assert (one.meets(other), other.meets(one)) == (meets, meets)
