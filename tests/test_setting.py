"""What a mention is about, judged end to end: fields of fact sheets, replaced figures, the rest."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.text import Document

S, R, N = "supported", "refuted", "not_enough_evidence"

SHEET = (
    "Mount Harrow\nProminence: 1,102 m\nFirst ascent: 12 August 1871, by Edith Vance and Carl Blom\n"
    "Huts: 4\n\n"
    "Edith Vance\nBorn: 3 May 1840, Leeds\nDied: 19 November 1912\nChildren: 3\n"
)
STEEKKAART = (
    "Harrowberg\nHutten: 4\nEerste beklimming: 12 augustus 1871, door Edith Vance\nGidsen: 20\n\n"
    "Edith Vance\nGeboren: 3 mei 1840, Gent\nOverleden: 19 november 1912\nKinderen: 3\n"
)
COUNCIL = (
    "The council planted 120 trees. The remaining 180 trees follow in spring. "
    "The bridge costs 9 million euros instead of 6.5 million euros."
)
RAAD = (
    "De raad plantte 120 bomen. De overige 180 bomen volgen in het voorjaar. "
    "De brug kost 9 miljoen euro in plaats van 6,5 miljoen euro."
)

GULF = (
    "Rita Holm: We sail with the Otter. There are berths for 23 divers.\n\n"
    "Lars Vik: The Danish ship Heron burns twice as much as we do, but she carries 55 divers.\n\n"
    "Rita Holm: Off Skerra it was bad. We had waves of 14 metres.\n"
)
GOLF = (
    "Rita Holm: Wij varen met de Otter. Er is plaats voor 23 duikers.\n\n"
    "Lars Vik: Het Deense schip Reiger verbruikt twee keer zoveel als wij, maar het draagt 55 duikers.\n\n"
    "Rita Holm: Bij Skerra was het erg. We hadden golven van 14 meter.\n"
)
NUTS = (
    "Osk grows 12 percent of the walnuts of the county, far behind Selin (33 percent) and Dake (29 percent)."
)
NOTEN = (
    "Osk levert 12 procent van de walnoten van de streek, ver achter Selin (33 procent) en Dake (29 procent)."
)
LAMP = (
    "The lighthouse of Osk lost its horn in 1967 and its last keeper in November 1988, when it was automated."
)
ROWERS = (
    "Ann Vale: How many members has the Osk Rowing Club?\n\n"
    "Bo Lund: We have 810 members, and we beat Denby in May.\n\n"
    "Ann Vale: And Osk is happy?\n\nBo Lund: Osk is.\n"
)
ROEIERS = (
    "Ann Vaal: Hoeveel leden heeft roeivereniging Osk?\n\n"
    "Bo Lund: We hebben 810 leden, en in mei wonnen we van Denby.\n\n"
    "Ann Vaal: En Osk is blij?\n\nBo Lund: Osk wel.\n"
)
KILN = "The kiln at Tarn was rebuilt, and since then it burns 30 percent less wood than it did before."
OVEN = "De oven in Tarn is herbouwd, en sindsdien verbruikt hij 30 procent minder hout dan daarvoor."
YARD = "The yard at Tarn employs 64 people, and 22 of them are women."
WERF = "Op de werf in Tarn werken 64 mensen, en 22 van hen zijn vrouwen."

CASES = {
    "another thing by its name": (GULF, "The Otter carries 55 divers.", R),
    "that thing by its name": (GULF, "The Heron carries 55 divers.", S),
    "where it was": (GULF, "Off Skerra the waves were 14 metres high.", S),
    "somewhere else": (GULF, "In the Gulf of Denby, they had waves of 11 metres.", N),
    "een ander ding met een naam": (GOLF, "De Otter draagt 55 duikers.", R),
    "dat ding met zijn naam": (GOLF, "De Reiger draagt 55 duikers.", S),
    "waar het was": (GOLF, "Bij Skerra hadden we golven van 14 meter.", S),
    "ergens anders": (GOLF, "In Denby hadden ze golven van 11 meter.", N),
    "in brackets behind another name": (
        NUTS,
        "Around a third of the walnuts of the county are grown in Osk.",
        N,
    ),
    "in brackets behind its name": (NUTS, "Selin grows 33 percent of the walnuts of the county.", S),
    "not in the brackets": (NUTS, "Osk grows 12 percent of the walnuts of the county.", S),
    "tussen haakjes achter een andere naam": (
        NOTEN,
        "Osk levert 33 procent van de walnoten van de streek.",
        N,
    ),
    "tussen haakjes achter zijn naam": (NOTEN, "Selin levert 33 procent van de walnoten van de streek.", S),
    "niet tussen de haakjes": (NOTEN, "Osk levert 12 procent van de walnoten van de streek.", S),
    "what happened when the other did": (LAMP, "The lighthouse of Osk was automated in 1967.", N),
    "what we have": (ROWERS, "The Osk Rowing Club has 810 members.", S),
    "what we have, wrong": (ROWERS, "The Osk Rowing Club has 840 members.", R),
    "those whom we met": (ROWERS, "Denby has 810 members.", N),
    "others of that sort": (ROWERS, "Harlow Rowing Club has 810 members.", N),
    "wat wij hebben": (ROEIERS, "Roeivereniging Osk heeft 810 leden.", S),
    "wat wij hebben, fout": (ROEIERS, "Roeivereniging Osk heeft 840 leden.", R),
    "wie wij troffen": (ROEIERS, "Denby heeft 810 leden.", N),
    "less than what is not told": (KILN, "The kiln at Tarn burns 30 percent less wood.", S),
    "less than what is not told, wrong": (KILN, "The kiln at Tarn burns 40 percent less wood.", R),
    "no less than anything": (KILN, "In the kiln at Tarn 30 percent of the wood is burnt.", N),
    "minder dan wat niet verteld is": (OVEN, "De oven in Tarn verbruikt 30 procent minder hout.", S),
    "minder dan wat niet verteld is, fout": (OVEN, "De oven in Tarn verbruikt 40 procent minder hout.", R),
    "niet minder dan iets": (OVEN, "In de oven in Tarn is 30 procent van het hout verbruikt.", N),
    "what some of them are": (YARD, "The yard at Tarn employs 22 women.", S),
    "what some of them are, wrong": (YARD, "The yard at Tarn employs 26 women.", R),
    "what all of them are": (YARD, "The yard at Tarn employs 64 people.", S),
    "what they are not said to be": (YARD, "The yard at Tarn employs 22 welders.", N),
    "wat sommigen van hen zijn": (WERF, "Op de werf in Tarn werken 22 vrouwen.", S),
    "wat sommigen van hen zijn, fout": (WERF, "Op de werf in Tarn werken 26 vrouwen.", R),
    "wat ze allemaal zijn": (WERF, "Op de werf in Tarn werken 64 mensen.", S),
    "wat niemand van hen heet": (WERF, "Op de werf in Tarn werken 22 lassers.", N),
    "field": (SHEET, "Mount Harrow has four huts.", S),
    "field, wrong": (SHEET, "Mount Harrow has six huts.", R),
    "field of its own section": (SHEET, "Edith Vance had three children.", S),
    "field of another section": (SHEET, "Mount Harrow has three children.", N),
    "date of its own section": (SHEET, "Edith Vance was born in 1840.", S),
    "date of a field of another name": (SHEET, "Edith Vance died in 1871.", R),
    "a field is of one section only": (SHEET, "Carl Blom was born in 1840.", N),
    "veld": (STEEKKAART, "De Harrowberg heeft vier hutten.", S),
    "veld, fout": (STEEKKAART, "De Harrowberg heeft zes hutten.", R),
    "veld van het eigen deel": (STEEKKAART, "Edith Vance had drie kinderen.", S),
    "datum van het eigen deel": (STEEKKAART, "Edith Vance werd geboren in 1840.", S),
    "datum van een ander veld": (STEEKKAART, "Edith Vance overleed in 1871.", R),
    "the rest contradicts nothing": (COUNCIL, "The council planted 120 trees.", S),
    "the rest": (COUNCIL, "The remaining 180 trees follow in spring.", S),
    "what was replaced": (COUNCIL, "The bridge costs 6.5 million euros.", R),
    "what replaced it": (COUNCIL, "The bridge costs 9 million euros.", S),
    "de rest spreekt niets tegen": (RAAD, "De raad plantte 120 bomen.", S),
    "de rest": (RAAD, "De overige 180 bomen volgen in het voorjaar.", S),
    "wat vervangen is": (RAAD, "De brug kost 6,5 miljoen euro.", R),
    "wat het verving": (RAAD, "De brug kost 9 miljoen euro.", S),
}


@pytest.mark.parametrize(("source", "claim", "verdict"), CASES.values(), ids=CASES)
def test_judges_by_the_setting(judged: Callable[..., str], source: str, claim: str, verdict: str) -> None:
    assert judged(claim, source) == verdict


@pytest.mark.parametrize(("text", "expected"), [(SHEET, False), (SHEET.replace(":", " is"), True)])
def test_a_fact_sheet_breaks_its_lines_on_purpose(text: str, expected: bool) -> None:
    assert Document(text).hard_wrapped is expected
