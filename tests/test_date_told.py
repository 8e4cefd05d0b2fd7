"""Dates that a text tells from another of its own, and dates of something else in the same sentence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import factcheck
from factcheck.text import Document
from factcheck_date.extract import extract

S, R, N = "supported", "refuted", "not_enough_evidence"


def last(text: str, language: str, date: str | None = None) -> tuple[str, str]:
    """Return the last date of a text, and the days it stands for."""
    mention = list(extract(Document(text, language=language, date=date)))[-1]
    start, end = (mention.value.get(key) or "" for key in ("start", "end"))
    return mention.text, f"{start}/{end}" if start or end else ""


TOLD = [
    ("en", "It opened on 3 May 1990 and shut the next day.", "the next day", "1990-05-04/1990-05-05"),
    ("en", "It opened on 3 May 1990. It shut the next morning.", "the next morning", "1990-05-04/1990-05-05"),
    ("en", "It shut on 3 May 1990. It had rained the day before.", "the day before", "1990-05-02/1990-05-03"),
    ("en", "It opened in 1990 and shut the following year.", "the following year", "1991-01-01/1992-01-01"),
    ("en", "It opened in May 1990 and shut the same year.", "the same year", "1990-01-01/1991-01-01"),
    ("en", "It opened in May 1990. That summer it shut.", "That summer", "1990-06-01/1990-09-01"),
    ("en", "It shut on 3 May 1990, voted the previous June.", "the previous June", "1989-06-01/1989-07-01"),
    ("en", "It shut on 3 May 1990. It fell the next spring.", "the next spring", "1991-03-01/1991-06-01"),
    ("en", "It shut on 3 May 1990. By the next Monday it fell.", "By the next Monday", "/1990-05-08"),
    ("en", "It opened on 3 May 1990 and shut nine days later.", "nine days", "1990-05-12/1990-05-13"),
    ("en", "It opened on 3 May 1990. Six weeks later it shut.", "Six weeks", "1990-06-11/1990-06-18"),
    ("en", "It opened in May 1990. It shut fifteen months later.", "fifteen months", "1991-08-01/1991-09-01"),
    ("en", "It shut on 3 May 1990, and fell exactly two years later.", "two years", "1992-05-03/1992-05-04"),
    ("en", "It opened in May 1990. On the 19th it shut.", "the 19th", "1990-05-19/1990-05-20"),
    ("en", "It opened on 3 May 1990 and shut on 8 June.", "8 June", "1990-06-08/1990-06-09"),
    ("nl", "Het kwam op 3 mei 1990. De volgende dag ging het.", "De volgende dag", "1990-05-04/1990-05-05"),
    ("nl", "Het opende op 3 mei 1990 en sloot de dag erna.", "de dag erna", "1990-05-04/1990-05-05"),
    ("nl", "Het opende in 1990 en sloot het jaar daarop.", "het jaar daarop", "1991-01-01/1992-01-01"),
    ("nl", "Het opende in mei 1990. Datzelfde jaar sloot het.", "Datzelfde jaar", "1990-01-01/1991-01-01"),
    ("nl", "Het opende op 3 mei 1990 en sloot drie weken later.", "drie weken", "1990-05-21/1990-05-28"),
    ("nl", "Het opende in mei 1990. Een maand nadien sloot het.", "Een maand", "1990-06-01/1990-07-01"),
    ("nl", "In mei 1990 kwam zij, in het derde kwartaal van dat jaar hij.", "derde kwartaal van dat jaar",
     "1990-07-01/1990-10-01"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "mention", "days"), TOLD)
def test_reckons_from_the_date_just_given(language, text, mention, days):
    assert last(text, language) == (mention, days)


UNCLEAR = [
    ("en", "It opened in May 1990 and shut the next day."),  # of which day?
    ("en", "It opened in 1990. Nobody knew. The next year it shut."),
    ("en", "It opened in 1990.\n\nThe next year it shut."),
    ("en", "The mayor, chosen in 1990, left. The following year he died."),
    ("en", "Ann met Bob, who left in 1990. The following year she died."),
    ("en", "It opened before 1990 and shut the following year."),
    ("en", "It opened on 3 May 1990 and the day after the fire it shut."),
    ("nl", "Het opende in mei 1990. De volgende dag sloot het."),
    ("nl", "Zij ontmoette Jan, die in 1990 vertrok. Het jaar daarop stierf zij."),
]


@pytest.mark.parametrize(("language", "text"), UNCLEAR)
def test_does_not_guess_from_which_date(language, text):
    known = [m.value for m in extract(Document(text, language=language)) if "start" in m.value]
    assert len(known) == 1


PASSED = [
    ("en", "The hall (built in 1950) shut in 1990. The next year it fell.", "1991-01-01/1992-01-01"),
    ("en", "In 1990, after the fire in 1950, it shut. It fell the next year.", "1991-01-01/1992-01-01"),
    ("en", "Ann Hale, who left in 1950, died in 1990. The next year it fell.", "1991-01-01/1992-01-01"),
    ("nl", "In 1990 sloot het, lang na de brand in 1950. Het viel het jaar daarop.", "1991-01-01/1992-01-01"),
]


@pytest.mark.parametrize(("language", "text", "days"), PASSED)
def test_passes_over_what_is_told_in_passing(language, text, days):
    assert last(text, language)[1] == days


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("en", "It will close in May next year.", "2018-05-01/2018-06-01"),
        ("en", "It closed on 3 May last year.", "2016-05-03/2016-05-04"),
        ("en", "It closes at the end of next month.", "2017-07-21/2017-08-01"),
        ("nl", "Het sluit in mei volgend jaar.", "2018-05-01/2018-06-01"),
        ("nl", "Het sloot op 3 mei vorig jaar.", "2016-05-03/2016-05-04"),
    ],
)
def test_reads_a_month_of_next_year(language, text, days):
    assert last(text, language, "2017-06-21")[1] == days


FERRY = (
    "The Blue Ferry sailed to Ness for the first time on 3 May 1990. The captain, Ann Poe, died of a fever "
    "nine days after the opening of the Ness pier. The Ness pier had opened on 12 June 1990. In 1994 the "
    "Blue Ferry was sold to Bob Dunn. It was restored the following year.\n"
)
PONT = (
    "De Blauwe Pont werd gebouwd in 1950. In 1990 werd de pont verkocht. De restauratie van de pont begon "
    "het jaar daarop. Schipper Anna Poel stierf op 2 mei 1994. Haar pont werd precies "
    "twee jaar na haar dood gesloopt.\n"
)


@pytest.mark.parametrize(
    ("source", "claim", "verdict"),
    [
        (FERRY, "Ann Poe died on 21 June 1990.", S),
        (FERRY, "Ann Poe died on 12 May 1990.", R),
        (FERRY, "The Ness pier opened on 12 June 1990.", S),
        (FERRY, "The Ness pier opened on 21 June 1990.", R),
        (FERRY, "The Blue Ferry was restored in 1995.", S),
        (FERRY, "The Blue Ferry was restored in 1997.", R),
        (FERRY, "The Blue Ferry was sold to Bob Dunn in 1995.", R),
        (PONT, "De restauratie van de pont begon in 1991.", S),
        (PONT, "De restauratie van de pont begon in 1993.", R),
        (PONT, "De pont van Anna Poel werd gesloopt op 2 mei 1996.", S),
        (PONT, "De pont van Anna Poel werd gesloopt op 2 mei 1997.", R),
        (PONT, "Anna Poel stierf op 2 mei 1996.", R),
    ],
)
def test_judges_by_what_is_told_from_another_date(judged: Callable[..., str], source, claim, verdict):
    assert judged(claim, source) == verdict


ACT = (
    "The Harbour Act came into force, apart from its toll rules, on 1 March 1990. Her first survey of the "
    "harbour appeared in 1992. The Harbour Board went public on 4 May 1995 and was bought by Dunn Holdings "
    "in the second half of 1999. The quay opened on 7 July 2001; a dinner was held in Ness. Its new crane, "
    "due that autumn, was delivered in 2003.\n"
)
BOTH = (
    "The Ness line was closed to passengers on 4 May 1964 and to goods the following year. Ann Poe moved to "
    "Hull in 1990 and Bob Dunn the next year.\n"
)
MILL = "The mill on the hill burned down in 1998. It had been set up in 1961 by two brothers.\n"
LOG = "Mar 11, 1990: Ropes 2.0 released Mar 10, 1990: Knots are checked.\n"
WET = (
    "De havenwet werd, met uitzondering van de tolregels, op 1 maart 1990 van kracht. Haar eerste boek over "
    "de haven verscheen in 1992. De raad besloot in 1995 de kade te slopen, lang na de opening in 1969.\n"
)


@pytest.mark.parametrize(
    ("source", "claim", "verdict"),
    [
        (ACT, "The Harbour Act came into force on 1 March 1990.", S),
        (ACT, "The Harbour Act came into force on 1 March 1991.", R),
        (ACT, "The toll rules of the Harbour Act came into force on 1 March 1991.", N),
        (ACT, "Her last survey of the harbour appeared in 1998.", N),
        (ACT, "Her first survey of the harbour appeared in 1998.", R),
        (ACT, "Dunn Holdings bought the Harbour Board in October 1999.", N),
        (ACT, "Dunn Holdings bought the Harbour Board in 1998.", R),
        (ACT, "The dinner in Ness was held in 2002.", N),
        (ACT, "Its new crane was delivered in the autumn of 2001.", R),
        (BOTH, "The Ness line was closed to goods in 1964.", N),
        (BOTH, "The Ness line was closed to goods in 1966.", N),
        (BOTH, "The Ness line was closed to passengers on 4 May 1964.", S),
        (BOTH, "The Ness line was closed to passengers on 4 May 1963.", R),
        (BOTH, "Ann Poe moved to Hull in 1990.", S),
        (BOTH, "Bob Dunn moved to Hull in 1990.", N),
        (MILL, "The brewery on the hill was set up in 1985.", N),
        (MILL, "The mill was set up in 1985.", R),
        (LOG, "Mar 11, 1995: Ropes 2.0 released Mar 10, 1990: Knots are checked.", R),
        (WET, "De havenwet werd op 1 maart 1991 van kracht.", R),
        (WET, "De tolregels van de havenwet werden op 1 maart 1991 van kracht.", N),
        (WET, "Haar laatste boek over de haven verscheen in 1998.", N),
        (WET, "Haar eerste boek over de haven verscheen in 1998.", R),
        (WET, "De sloop van de kade begon in 1997.", N),
    ],
)
def test_accuses_by_no_date_of_something_else(judged: Callable[..., str], source, claim, verdict):
    assert judged(claim, source) == verdict


@pytest.mark.parametrize(
    ("source", "claim", "verdict"),
    [
        ("The Ness Gull, Thursday 6 April 2017. The pier closed yesterday, said Ann Poe.",
         "The pier closed on 5 April 2017.", S),
        ("The Ness Gull, Thursday 6 April 2017. The pier closed yesterday, said Ann Poe.",
         "The pier closed on 7 April 2017.", R),
        ("De Meeuw, donderdag 6 april 2017. De kade gaat volgende week maandag dicht, zegt Anna Poel.",
         "De kade gaat op 10 april 2017 dicht.", S),
        ("De Meeuw, donderdag 6 april 2017. De kade werd vorig jaar hersteld, zegt Anna Poel.",
         "De kade werd in 2014 hersteld.", R),
        ("De Meeuw schreef het al. De kade werd vorig jaar hersteld, zegt Anna Poel.",
         "De kade werd in 2014 hersteld.", N),
    ],
)  # fmt: skip
def test_takes_the_date_a_text_opens_with_for_its_own(judged: Callable[..., str], source, claim, verdict):
    assert judged(claim, source) == verdict


CLUB = (
    "The Ness Rowing Club was founded on 1 July 1921. Founded in 1942, the shipyard went public in 1970. The "
    "lighthouse marked its hundredth anniversary in 1990. The school opened in 1950; it had been founded in "
    "1930. The friends of the harbour were founded in 1960.\n"
)
CLUB_NL = (
    "De roeiclub werd op 1 juli 1921 opgericht. Het bezoekerscentrum vierde in 2023 zijn vijfentwintigjarig "
    "bestaan. De vrienden van de haven begonnen in 1960.\n"
)


@pytest.mark.parametrize(
    ("source", "claim", "verdict"),
    [
        (CLUB, "The Ness Rowing Club marked its fiftieth anniversary in 1981.", R),
        (CLUB, "The shipyard celebrated its fiftieth anniversary in 1993.", R),
        (CLUB, "The lighthouse opened in 1890.", S),
        (CLUB, "The lighthouse opened in 1895.", R),
        (CLUB, "The lighthouse keeper began in 1895.", N),
        (CLUB, "The harbour celebrated its fiftieth anniversary in 2001.", N),  # its friends did not
        (CLUB_NL, "De roeiclub vierde in 1981 haar vijftigjarig bestaan.", R),
        (CLUB_NL, "Het bezoekerscentrum werd in 1998 geopend.", S),
        (CLUB_NL, "Het bezoekerscentrum werd in 1995 geopend.", R),
        (CLUB_NL, "Het muziekcentrum werd in 1995 geopend.", N),
        (CLUB_NL, "De haven vierde in 2001 haar vijftigjarig bestaan.", N),
    ],
)
def test_reckons_with_anniversaries(judged: Callable[..., str], source, claim, verdict):
    assert judged(claim, source) == verdict


@pytest.mark.parametrize(
    ("claim", "year"),
    [
        ("The Ness Rowing Club marked its fiftieth anniversary in 1971.", "1971"),
        ("The shipyard celebrated its 50th anniversary in 1992.", "1992"),
    ],
)
def test_confirms_the_year_of_an_anniversary(tmp_path: Path, claim, year):
    path = tmp_path / "source.txt"
    path.write_text(CLUB, encoding="utf-8")
    findings = {
        f.mention.text: f.verdict for f in factcheck.check(claim, sources=[path]).findings if f.mention
    }
    assert findings[year] == S


@pytest.mark.parametrize(
    ("source", "claim", "verdict"),
    [
        (
            "Work on the lock was slow. Construction began in April 2016.",
            "Building started in the spring of 2016.",
            S,
        ),
        ("Construction began in April 2016.", "Building began in May 2017.", R),
        ("The survey was old. It dated from 2017.", "Building started in the spring of 2016.", N),
        ("The building started to lean in 2017.", "The building started to lean in 2016.", R),
        ("De bouw van de sluis begon in april 2016.", "In het voorjaar van 2016 begon de bouw.", S),
    ],
)
def test_building_that_started_is_no_house(judged: Callable[..., str], source, claim, verdict):
    assert judged(claim, source) == verdict


@pytest.mark.parametrize(
    ("source", "claim", "verdict"),
    [
        (
            "Minutes of the meeting of 14 June 2023\n\nThe yard has 9 boats.\n",
            "In 2023 the yard had 9 boats.",
            N,
        ),
        ("Annual report 2023\n\nThe yard has 9 boats.\n", "In 2023 the yard had 9 boats.", S),
        ("Notulen van 14 juni 2023\n\nDe werf heeft 9 boten.\n", "In 2023 had de werf 9 boten.", N),
    ],
)
def test_minutes_of_a_day_tell_of_no_year(judged: Callable[..., str], source, claim, verdict):
    assert judged(claim, source) == verdict
