"""Whose and of which event a date is: deeds that no family of events has, lives in brackets, "not until"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

S, R, C, N = "supported", "refuted", "conflicting_evidence", "not_enough_evidence"


NOT_UNTIL = "The Red Tunnel was not opened until 1926, for want of money."
NOT_UNTIL_NL = "De Rode Tunnel werd niet geopend tot 1926, bij gebrek aan geld."


@pytest.mark.parametrize(
    ("claim", "source", "verdict"),
    [
        ("The Red Tunnel was opened in 1926.", NOT_UNTIL, S),
        ("The Red Tunnel was opened in 1921.", NOT_UNTIL, R),
        ("The Red Tunnel was opened before 1924.", NOT_UNTIL, R),
        ("The Red Tunnel was not opened until 1926.", "The Red Tunnel was opened in 1921.", R),
        ("The Red Tunnel was not opened until 1926.", "The Red Tunnel was opened in 1926.", S),
        ("The Red Tunnel was closed in 1921.", NOT_UNTIL, N),
        # What lasts ended before.
        ("Ann Poe lived in Denby in 1926.", "Ann Poe did not live in Denby until 1926.", N),
        ("Ann Poe stayed until 1926.", "Ann Poe did not stay until 1926.", R),
        ("De Rode Tunnel werd geopend in 1926.", NOT_UNTIL_NL, S),
        ("De Rode Tunnel werd geopend in 1921.", NOT_UNTIL_NL, R),
        ("De Rode Tunnel werd geopend in 1921.", "De Rode Tunnel werd pas in 1926 geopend.", R),
    ],
)
def test_not_until_a_year_is_in_that_year(
    judged: Callable[..., str], claim: str, source: str, verdict: str
) -> None:
    assert judged(claim, source) == verdict


def test_not_until_contradicts_what_another_passage_says(judged: Callable[..., str]) -> None:
    assert judged("The Red Tunnel opened in 1921.", "It opened on 3 May 1921.", NOT_UNTIL) == C


RUN = "The Blue Ferry carried the mail from 1957 to 1963."
RUN_NL = "De Blauwe Veerboot vervoerde van 1957 tot 1963 de post."


@pytest.mark.parametrize(
    ("claim", "source", "verdict"),
    [
        ("The Blue Ferry carried the mail until 1963.", RUN, S),
        ("The Blue Ferry carried the mail until 1966.", RUN, R),
        ("The Blue Ferry carried the mail until 1966.", f"{RUN[:-1]} and from 1965 to 1966.", S),
        ("The Blue Ferry carried the mail until 1968.", f"{RUN[:-1]} and from 1965 to 1966.", N),
        ("The Red Ferry carried the mail until 1966.", RUN, N),
        ("The Blue Ferry carried cattle until 1966.", RUN, N),
        ("De Blauwe Veerboot vervoerde de post tot 1963.", RUN_NL, S),
        ("De Blauwe Veerboot vervoerde de post tot 1966.", RUN_NL, R),
    ],
)
def test_a_range_tells_until_when_something_lasted(
    judged: Callable[..., str], claim: str, source: str, verdict: str
) -> None:
    assert judged(claim, source) == verdict


LIFE = "Lady Ann Poe (born 1617, died 1689) kept bees."
PLACES = "Jan Vos (Delft, 1609 – Gouda, 1683) painted ships."
SHORT = "Jan Vos (geb. 1609, overl. 1683) schilderde schepen."
TWO = "The Dunn Sisters were three singers, led by Vera Dunn (born 1937) and her sister Ada."
ALIAS = "Hedwig Brandt (9 May 1871 – 2 July 1940), known as Lola Brand, was a dancer."


@pytest.mark.parametrize(
    ("claim", "source", "verdict"),
    [
        ("Lady Ann Poe was born before 1610.", LIFE, R),
        ("Lady Ann Poe was born in 1617.", LIFE, S),
        ("Ann Poe died in 1689.", LIFE, S),
        ("Ann Poe died in 1617.", LIFE, R),
        ("Ann Poe was married in 1689.", LIFE, N),
        ("Jan Vos was born in 1609.", PLACES, S),
        ("Jan Vos was born in 1608.", PLACES, R),
        ("Jan Vos died in 1683.", PLACES, S),
        ("Jan Vos died in 1609.", PLACES, R),
        ("Jan Vos werd geboren in 1609.", SHORT, S),
        ("Jan Vos werd geboren in 1608.", SHORT, R),
        ("Jan Vos overleed in 1683.", SHORT, S),
        ("Vera Dunn was born in 1937.", TWO, S),
        ("Vera Dunn was born in 1939.", TWO, R),
        ("Ada Dunn was born in 1937.", TWO, N),
        ("Ada Dunn was born in 1939.", TWO, N),
        ("Lola Brand was born in May 1871.", ALIAS, S),
        ("Lola Brand was born in March 1871.", ALIAS, R),
    ],
)
def test_a_life_in_brackets_is_of_the_name_before_it(
    judged: Callable[..., str], claim: str, source: str, verdict: str
) -> None:
    assert judged(claim, source) == verdict


MAP = (
    "The Harbour Map was drawn in 1929. It was corrected twice, in 1931 and in 1944, "
    "before being scrapped in 1952."
)
PARK = "Het park werd in 1968 aangewezen; de bruggen werden er in april 1981 verlicht."


@pytest.mark.parametrize(
    ("claim", "source", "verdict"),
    [
        ("The Harbour Map was scrapped in 1952.", MAP, S),
        ("The Harbour Map was scrapped in 1950.", MAP, R),
        ("The Harbour Map was praised in 1950.", MAP, N),
        ("De bruggen werden vóór 1975 verlicht.", PARK, R),
        ("De bruggen werden in april 1981 verlicht.", PARK, S),
        ("De bruggen werden in 1968 verlicht.", PARK, R),
        # A passive tells of no event by its auxiliary.
        ("De Kerkbrug werd in 1977 geverfd.", "De Kerkbrug werd in 1968 aangewezen als monument.", N),
        ("Ann Poe bought the Hill Farm in 1962.", "The hedge of the Hill Farm was pruned in 1962.", N),
        (
            "The Denby choir was founded in 1974.",
            "The Denby choir has worn red coats since 1974.",
            N,
        ),
        (
            "Het koor van Denby werd gesticht in 1974.",
            "Het koor van Denby draagt sinds 1974 rode jassen.",
            N,
        ),
        ("Ann Poe praised the purchase in 1962.", "She will buy it, but Ann Poe praised it in 1962.", S),
        ("De 12 alpinisten beklommen de Vesper in 1988.", "12 mountaineers climbed the Vesper in 1988.", S),
        # What stands in brackets behind a work is when it appeared.
        (
            "The novel Moss came out in the 1990s.",
            "She is known for two novels, Fern (1995) and Moss (1997).",
            S,
        ),
        ("The choir of Denby was founded in 1997.", "She sings with the choir of Denby (1997).", N),
        # A level may be the same at two times.
        (
            "Dunn Line had twelve boats in 1981.",
            "When it stopped sailing in 1988 Dunn Line had twelve boats.",
            N,
        ),
        ("Dunn Line had twelve boats in 1981.", "In 1988 Dunn Line had twelve boats.", R),
    ],
)
def test_a_date_is_that_of_the_deed_beside_it(
    judged: Callable[..., str], claim: str, source: str, verdict: str
) -> None:
    assert judged(claim, source) == verdict


def test_a_date_that_cannot_be_resolved_hides_none_of_the_claims_event(judged: Callable[..., str]) -> None:
    source = "The mill in Pond Lane will shut at the start of next winter, they say. It opened in 1941."
    assert judged("The mill in Pond Lane opened in the 1930s.", source) == R
