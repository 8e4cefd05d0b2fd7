"""Figures and dates told in other words than the claim's, which an editor takes for the same or not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.text import Document

S, R, C, N = "supported", "refuted", "conflicting_evidence", "not_enough_evidence"

PAGE = (
    "Vesper Hospital: facts and figures\n\nFIGURES FOR 2022\n"
    "Turnover: € 286 million\nStaff: 300\nSurplus: € 4 million\n"
)
PAGINA = (
    "Ziekenhuis Vesper in cijfers\n\nCIJFERS VOOR 2022\n"
    "Omzet: € 286 miljoen\nPersoneel: 300\nWinst: € 4 miljoen\n"
)
COUNTS = {
    "a page of facts is of whom it is about": (PAGE, "The hospital has 340 employees.", R),
    "a page of facts is of its year": (
        PAGE,
        "In 2022 the turnover of the hospital was 286 million euros.",
        S,
    ),
    "a page of facts is of no other year": (
        PAGE,
        "In 2021 the turnover of the hospital was 286 million euros.",
        N,
    ),
    "een pagina met cijfers": (PAGINA, "Het ziekenhuis had in 2022 een omzet van 286 miljoen euro.", S),
    "een pagina met cijfers, fout": (PAGINA, "Het ziekenhuis heeft 340 personeelsleden.", R),
    "far beyond a bound": (
        "The yard in Lier is full: fourteen ships, until 2026. For the navy it built 411 ships.",
        "The yard turned out fewer than 400 vessels for the navy.",
        N,
    ),
    "a name with of, in the other language": (
        "The Isle of Marran came first. The Isle of Hesk can take 600 passengers.",
        "Aan boord van de Isle of Marran kunnen 600 passagiers mee.",
        N,
    ),
    "a place named in passing": (
        "Nobody has time for Sundvik. Here 186 apprentices learn to weld.",
        "There are 186 apprentices in training at Sundvik.",
        N,
    ),
    "what it stands at": ("Norby has 8,000 inhabitants.", "The population of Norby stands at 9,000.", R),
    "whom it employs": (
        "The yard in Norby now employs 1,340 people.",
        "The workforce at Norby stands at 1,340.",
        S,
    ),
    "at a cost of": (
        "The dry dock was built in three years at a cost of £38 million.",
        "The dry dock was built for nearly £39 million.",
        S,
    ),
    "at a cost of, wrong": (
        "The dry dock was built in three years at a cost of £38 million.",
        "The dry dock was built for £45 million.",
        R,
    ),
    "one patient in fifty": (
        "One patient in fifty is readmitted.",
        "2 percent of the patients are readmitted.",
        S,
    ),
    "one patient in fifty, wrong": (
        "One patient in fifty is readmitted.",
        "4 percent of the patients are readmitted.",
        R,
    ),
    "one nurse in fifty": ("One patient in fifty is readmitted.", "One nurse in fifty is readmitted.", N),
    "twee leerlingen op vijf": (
        "Twee leerlingen op vijf zijn ziek.",
        "Twee op de vijf leerlingen zijn ziek.",
        S,
    ),
    "two doors in five houses": ("Two doors in five houses are red.", "40 percent of the doors are red.", N),
    "whose it is stands before it": (
        "Some 86,000 people live in Harm.",
        "Norby has 6.6 million inhabitants, Harm 90,000.",
        R,
    ),
    "wiens het is staat ervoor": (
        "Norby heeft 6,6 miljoen inwoners. In Harm wonen 86.000 mensen.",
        "Norby heeft 6,6 miljoen inwoners, Harm 90.000.",
        R,
    ),
    "an example": (
        "The call takes 12 rows at most.",
        "For example, a call that takes 10 rows is quick.",
        N,
    ),
    "100 percent as something": (
        "Young people make up 22 percent of Harm. They feel they are seen 100% as citizens of Harm.",
        "Young people make up 22 percent of Harm.",
        S,
    ),
    "a special centre is a centre": (
        "Harm has nine special centres for sports after school.",
        "Harm has twelve centres for sports after school.",
        R,
    ),
    "een speciaal centrum is een centrum": (
        "Harm heeft negen speciale centra voor naschoolse sport.",
        "Harm heeft twaalf centra voor naschoolse sport.",
        R,
    ),
    "so many each time": (
        "There were still four pupils at the school.",
        "Each year sixty pupils start at the school.",
        N,
    ),
    "what it was, as the next sentence says": (
        "I held two meetings a year with the staff. Now there are six a year.",
        "She holds six meetings a year with the staff.",
        S,
    ),
    "the figures of two years": (
        "The port handled 41.3 million tonnes in 2023, against 38.9 million tonnes a year earlier.",
        "The port handled 38 million tonnes in 2023.",
        R,
    ),
    "copies of somebody's book": (
        "Of Vane's book 86,400 copies were sold.",
        "More than 86,000 copies of Vane's book were sold.",
        S,
    ),
    "other words of one language": (
        "In Harm the recordings of 40 cameras are wiped.",
        "In Harm the recordings of 40 cameras are erased.",
        S,
    ),
    "a compound that is a name": (
        "The Touwbaan is a public school for pupils aged 11 to 19. It was founded in 1923.",
        "Het Dijklyceum werd in 1923 opgericht.",
        N,
    ),
}
DATES = {
    "before a year is out": (
        "The frigate was towed away in October 1994.",
        "Before 1994 was out, the frigate had been towed away.",
        S,
    ),
    "before a year is out, wrong": (
        "The frigate was towed away in March 1995.",
        "Before 1994 was out, the frigate had been towed away.",
        R,
    ),
    "voor een jaar om is": (
        "Het fregat werd in oktober 1994 weggesleept.",
        "Nog voor 1994 om was, werd het fregat weggesleept.",
        S,
    ),
    "nobody until then": (
        "The first ascent of Vesper Peak was made in August 1907.",
        "Nobody climbed Vesper Peak until the 20th century.",
        N,
    ),
    "in a war": (
        "Her grandfather lived in a camp in Norby during the First World War.",
        "Her grandfather lived in a camp in Norby during the Second World War.",
        R,
    ),
    "in a year of a war": (
        "The bridge of Lier was destroyed in May 1940.",
        "The bridge of Lier was destroyed during World War II.",
        S,
    ),
    "in een oorlog": (
        "De brug van Lier werd in mei 1915 verwoest.",
        "De brug van Lier werd tijdens de Tweede Wereldoorlog verwoest.",
        R,
    ),
    "a film of its year": (
        "The Pale Coast is a 1973 British adventure film directed by Leo Vane.",
        "The Pale Coast was released in 1973.",
        S,
    ),
    "a release of its year": (
        "The Pale Coast is a 1978 British adventure film directed by Leo Vane.",
        "The Pale Coast was a 1973 release.",
        R,
    ),
    "een film uit zijn jaar": (
        "De Bleke Kust is een Britse film uit 1973 van Leo Vane.",
        "De Bleke Kust verscheen in 1974.",
        R,
    ),
    "work for somebody for so long": (
        "During the holidays young people can work for the city for one month.",
        "Tijdens de vakantie kunnen jongeren drie maanden voor de stad werken.",
        R,
    ),
    "a meeting called by its day": (
        "In 2021 the Monday meeting was awarded the Ambrose Medal for safety.",
        "The Monday meeting was awarded the Ambrose Medal in 2021.",
        S,
    ),
    "what will be, and what was": (
        "Ada Vane put a letter in the post on 3 May 2011.",
        "Ada Vane will give up her post on 1 July 2024.",
        N,
    ),
    "the team of a year": (
        "The nurse who sent the letter has a photograph of the team of 1982.",
        "The nurse sent the letter on 3 May 2011.",
        N,
    ),
    "the subject of the clause before": (
        "The Otter was sold in 1946 and scrapped at Lier in the first months of 1947.",
        "The Otter had already been scrapped by 1950.",
        S,
    ),
    "a name that entered the world": (
        "Nadia Vane was born on 3 March 1979.",
        "Nadia Vane entered the world on 3 March 1979.",
        S,
    ),
    "in vlammen op": (
        "De verfhal in Harm brandde in 2020 af.",
        "De verfhal in Harm ging in 2020 in vlammen op.",
        S,
    ),
}


@pytest.mark.parametrize(("source", "claim", "verdict"), COUNTS.values(), ids=COUNTS)
def test_figures(judged: Callable[..., str], source: str, claim: str, verdict: str) -> None:
    assert judged(claim, source) == verdict


@pytest.mark.parametrize(("source", "claim", "verdict"), DATES.values(), ids=DATES)
def test_dates(judged: Callable[..., str], source: str, claim: str, verdict: str) -> None:
    assert judged(claim, source) == verdict


ASKED = (
    "Question: The people of Harm are of 128 nationalities. How do you keep them together?\n\n"
    "Answer: By now we even have 131 different nationalities in Harm.\n\n"
    "Question: Do they like it?\n\nAnswer: They do."
)


@pytest.mark.parametrize("claimed", [128, 131])
def test_a_question_and_its_answer_may_disagree(judged: Callable[..., str], claimed: int) -> None:
    assert judged(f"The people of Harm are of {claimed} nationalities.", ASKED) == C


def test_a_page_of_long_lines_is_not_hard_wrapped() -> None:
    paragraph = "The hospital of Harm was founded by seven sisters in a former rope-walk. " * 4
    heads = "\n".join(f"A short head of number {n}\n{paragraph}" for n in range(6))
    assert Document(heads).hard_wrapped is False
