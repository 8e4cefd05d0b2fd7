"""What the date check makes of two mentions: the values alone, and what each is the date of."""

import pytest

from factcheck.checks import Occurrence
from factcheck.text import Document
from factcheck_date import rules
from factcheck_date.check import DateCheck
from factcheck_date.compare import compare_values
from factcheck_date.extract import extract


def reading(text: str, language: str, date: str | None = None):
    (mention,) = extract(Document(text, language=language, date=date))
    return mention.reading


def agrees(claim: str, source: str, language: str = "en", date: str | None = None):
    return compare_values(reading(claim, language), reading(source, language, date))[0]


POINTS = [
    ("in 2017", "on 21 June 2017", True),
    ("in June 2017", "on 21 June 2017", True),
    ("on 21 June 2017", "on 21 June 2017", True),
    ("on 2017-06-21", "on June 21st, 2017", True),
    ("on 21 June 2017", "in 2017", None),
    ("on 21 June 2017", "in June 2017", None),
    ("in 2018", "on 21 June 2017", False),
    ("in July 2017", "on 21 June 2017", False),
    ("on 20 June 2017", "on 21 June 2017", False),
    ("in July 2017", "in 2017", None),
    ("in the first half of 2019", "on 7 June 2019", True),
    ("in the second half of 2019", "on 7 June 2019", False),
    ("in the second quarter of 2019", "in June 2019", True),
    ("in the 1990s", "in 1994", True),
    ("in the 1980s", "in 1994", False),
    ("in 1994", "in the 1990s", None),
    ("in the 19th century", "in 1899", True),
    ("in the 20th century", "in 1899", False),
    ("early in the 21st century", "in 2001", True),
    ("late in the 20th century", "in 1912", False),
    ("in the early 1990s", "in the early 1990s", True),
    ("in the early 1990s", "in the late 1990s", False),
    ("in the 1990s", "in the late 1990s", True),
    ("in the early 1990s", "in the 1990s", None),
    ("late in the 20th century", "in 2001", False),
    ("late in the 20th century", "in 1950", None),
    ("late in the 20th century", "in the early 1970s", True),
    ("late in the 20th century", "in the early 1900s", None),
    ("on Wednesday 21 June 2017", "on 21 June 2017", True),
    ("on Monday 21 June 2017", "on 21 June 2017", True),  # a warning, no more
    ("on Monday 21 June 2017", "on Wednesday 21 June 2017", False),
    ("on Wednesday 21 June 2017", "on Monday 21 June 2017", True),
    ("on Monday 21 June 2017", "on Thursday 21 June 2017", True),
    ("in June 2017", "on Wednesday 21 June 2017", True),
    ("in the 1900s", "in 1931", None),
    ("in the 1900s", "in 1905", True),
    ("in the 1900s", "in 1851", False),
    ("in the summer of 2003", "in July 2003", True),
    ("in the summer of 2003", "in January 2003", False),
    ("in late 2003", "in November 2003", True),
    ("in late 2003", "in March 2003", False),
    ("in the summer of 2003", "in May 2003", None),
    ("in 2003", "in the summer of 2003", True),
    ("in late 2003", "in August 2003", None),
    ("in 2003", "in late 2003", True),
    ("around 1850", "in 1851", True),
    ("in 1850", "around 1850", None),
    ("around 1850", "in 1891", False),
    ("on 3/4/2017", "on 3 April 2017", None),
    ("on 3/4/2017", "on 4 March 2018", False),
    ("on 21 June", "on 21 June 2017", True),
    ("on 22 June", "on 21 June 2017", False),
    ("in June", "on 21 June 2017", True),
    ("on 21 June 2017", "on 21 June", None),
    ("on 21 June 2017", "on 22 June", False),
    ("in 2017", "on 22 June", None),
    ("in 2017", "last year", None),
]

OPEN = [
    ("before 1985", "in the 1970s", True),
    ("before 1985", "in the 1980s", None),
    ("before 1985", "in 1985", False),
    ("before 1985", "before 1980", None),
    ("before 1985", "before 1985", True),
    ("before 1985", "before May 1985", True),
    ("before 1985", "before 1990", None),
    ("before 1985", "after 1990", False),
    ("after 2017", "in 2016", False),
    ("after 2017", "in 2017", False),
    ("after 2017", "in 2018", True),
    ("by 2010", "in 2009", True),
    ("by 2010", "in 2011", False),
    ("since 2001", "since 2001", True),
    ("since 2001", "since May 2001", True),
    ("since 2001", "since 2003", False),
    ("since the 16th century", "since 1520", True),
    ("since 2001", "in 2001", True),
    ("since 2001", "in 2005", None),
    ("in 2001", "since 2001", True),
    ("in 2000", "since 2001", False),
    ("in 2005", "since 2001", None),
    ("since the 1990s", "since her election in 2001", False),
    ("since 2001", "since her election in 2001", True),
    ("in 1999", "since her election in 2001", False),
    ("until 2010", "until 2010", True),
    ("until 2010", "until 2012", False),
    ("until 2010", "since 2010", None),
    ("in 1985", "before 1980", False),
    ("in 1975", "before 1980", None),
    ("between 1857 and 1862", "in 1860", True),
    ("between 1857 and 1862", "in 1864", False),
    ("in 1860", "between 1857 and 1862", None),
    ("from 2001 to 2010", "from 2001 to 2010", True),
    ("from 2001 to 2010", "2001-2010", True),
    ("from 2001 to 2010", "from 2001 to 2012", False),
    ("from 2001 to 2010", "in 2001", None),
    ("from 2001 to 2010", "in 2012", None),
    ("in 2005", "from 2001 to 2010", None),
    ("in 2012", "from 2001 to 2010", False),
]

DUTCH = [
    ("in 2017", "op 21 juni 2017", True),
    ("in 2018", "op 21 juni 2017", False),
    ("op woensdag 21 juni 2017", "op 21 juni 2017", True),
    ("op maandag 21 juni 2017", "op woensdag 21 juni 2017", False),
    ("op woensdag 21 juni 2017", "op maandag 21 juni 2017", True),
    ("op 21 juni 2017", "in 2017", None),
    ("in de eerste helft van 2019", "op 7 juni 2019", True),
    ("in de jaren negentig", "in 1994", True),
    ("in de jaren tachtig", "in 1994", False),
    ("in de twintigste eeuw", "in 1899", False),
    ("vóór 1985", "in de jaren zeventig", True),
    ("na 2017", "in 2016", False),
    ("voor 2015", "in 2015", None),
    ("voor 2015", "in 2014", None),
    ("voor 2015", "in 2016", False),
    ("sinds 2001", "sinds zijn verkiezing in 2001", True),
    ("sinds de jaren negentig", "sinds zijn verkiezing in 2001", False),
    ("tussen 1857 en 1862", "in 1860", True),
    ("van 2001 tot 2010", "van 2001 tot 2012", False),
    ("op 3/4/2017", "op 3 april 2017", True),
]

LENGTHS = [
    ("2:01.4", "121.4 seconds", True),
    ("2:01.4", "2:05.4", False),
    ("2:01.4", "2:01.38", None),
    ("2h 35m", "155 minutes", True),
    ("a year and a half", "18 months", True),
    ("for 12 months", "for one year", True),
    ("for half a century", "for 50 years", True),
    ("for nine months", "for a year", False),
    ("for a year", "for nine months", False),
    ("for 49 years", "for 50 years", False),
    ("for about 49 years", "for 50 years", True),
    ("for about 45 years", "for 50 years", None),
    ("for about 30 years", "for 50 years", False),
    ("for nearly 50 years", "for 49 years", True),
    ("for nearly 50 years", "for 51 years", None),
    ("for at least 5 years", "for 7 years", True),
    ("for at least 5 years", "for 4 years", False),
    ("for more than 5 years", "for more than 5 years", True),
    ("for 5 years", "for more than 5 years", True),
    ("for 7 years", "for more than 5 years", None),
    ("for 4 years", "for more than 5 years", False),
    ("for two to three years", "for two years", True),
    ("for two years", "for two to three years", None),
    ("for 40 hours", "for 40 hours", True),
    ("between 20 and 40 hours", "for 30 hours", True),
    ("between 20 and 40 hours", "for 20 hours", True),
    ("between 20 and 40 hours", "for 50 hours", False),
    ("between 20 and 40 hours", "between 25 and 35 hours", True),
    ("between 20 and 40 hours", "between 25 and 45 hours", None),
    ("between 20 and 40 hours", "between 50 and 60 hours", False),
    ("between 20 and 40 hours", "for more than 30 hours", None),
    ("for 30 hours", "between 20 and 40 hours", None),
    ("for 50 hours", "between 20 and 40 hours", False),
    ("between six months and two years", "for a year", True),
    ("between six months and two years", "for three years", False),
    ("for at least 15 years", "for 20 years", True),
    ("for at least 15 years", "for 15 years", True),
    ("for at least 15 years", "for more than 15 years", True),
    ("for 15 years or more", "for 20 years", True),
    ("20+ years", "for 25 years", True),
    ("20+ years", "for 15 years", False),
    ("for over 20 years", "for 25 years", True),
    ("for 25 years", "for over 20 years", None),
    ("for 15 years", "for over 20 years", False),
    ("for more than 6 hours", "for 6 hours", False),
    ("for less than 20 days", "for 20 days", False),
    ("for less than 20 days", "for about 20 days", None),
    ("for less than 20 days", "for 19 days", True),
    ("for at most 20 days", "for 20 days", True),
    ("for more than 6 hours", "for less than 6 hours", False),
    ("for 6 hours", "for more than 6 hours", True),
    ("for more than 6 hours", "for more than 7 hours", True),
    ("for more than 7 hours", "for more than 6 hours", None),
    ("for 8 hours", "for more than 6 hours", None),
    ("for more than a year", "for 30 months", True),
    ("for two million years", "for 3 billion years", False),
    ("for 40 hours", "for six months", None),
    ("for 48 hours", "for six months", False),
    ("for 52 weeks", "for a year", True),
    ("for four weeks", "for a month", None),
    ("for a few years", "for three years", None),
    ("for 15 years", "in the last 15 years", True),
    ("for 16 years", "in the last 15 years", None),
    ("for five years", "five years later", None),
    ("for 35 minutes", "four months early", None),
    ("for five months", "five months behind schedule", None),
    ("five months behind schedule", "five months late", True),
    ("two weeks ahead of time", "three weeks early", False),
    ("for five years", "five times a year", None),
    ("for five years", "in 2005", None),
]

DUTCH_LENGTHS = [
    ("twaalf maanden lang", "een jaar lang", True),
    ("zes maanden lang", "twaalf maanden lang", False),
    ("anderhalf jaar", "achttien maanden", True),
    ("een halve eeuw", "50 jaar", True),
    ("ongeveer 49 jaar", "50 jaar", True),
    ("bijna 50 jaar", "49 jaar", True),
    ("minstens 5 jaar", "7 jaar", True),
    ("tussen de twee en drie jaar", "dertig maanden", True),
    ("tussen de twee en drie jaar", "vier jaar", False),
    ("tussen zes maanden en twee jaar", "vijf jaar", False),
    ("dertig maanden", "tussen de twee en drie jaar", None),
    ("van twee tot drie weken", "twintig dagen", True),
    ("20 à 30 minuten", "25 minuten", True),
    ("meer dan 6 uur", "6 uur", False),
    ("nog geen 20 dagen", "20 dagen", False),
    ("nog geen 20 dagen", "19 dagen", True),
    ("6 uur", "meer dan 6 uur", True),
    ("8 uur", "ruim 6 uur", None),
    ("hooguit 20 dagen", "20 dagen", True),
    ("twee jaar of langer", "drie jaar", True),
    ("ruim 5 jaar", "4 jaar", False),
    ("driekwart jaar", "negen maanden", True),
    ("een paar jaar", "drie jaar", None),
    ("vijf maanden lang", "vier maanden te laat", None),
    ("vier maanden te laat", "vier maanden achter op schema", True),
    ("twee weken te vroeg", "drie weken te vroeg", False),
]

OFTEN = [
    ("every week", "once a week", True),
    ("every day", "once a week", False),
    ("every year", "once a year", True),
    ("twice a year", "every six months", True),
    ("three times a year", "twice a year", False),
    ("one hour a week", "one hour a week", True),
    ("two hours a week", "one hour a week", False),
    ("one hour a week", "once a week", None),
    ("every week", "one hour a week", True),
    ("every Monday", "every Monday", True),
    ("every Monday", "every Tuesday", False),
    ("every Monday", "every week", None),
]

DUTCH_OFTEN = [
    ("elke week", "één keer per week een uur", True),
    ("elke dag", "één keer per week", False),
    ("tweemaal per jaar", "elke zes maanden", True),
    ("driemaal per jaar", "tweemaal per jaar", False),
    ("één uur per week", "één keer per week een uur", True),
    ("elke maandag", "elke dinsdag", False),
]


@pytest.mark.parametrize(("claim", "source", "expected"), POINTS + OPEN + LENGTHS + OFTEN)
def test_compares_english(claim, source, expected):
    assert agrees(claim, source) == expected


@pytest.mark.parametrize(("claim", "source", "expected"), DUTCH + DUTCH_LENGTHS + DUTCH_OFTEN)
def test_compares_dutch(claim, source, expected):
    assert agrees(claim, source, "nl") == expected


@pytest.mark.parametrize(
    ("claim", "source", "expected"),
    [
        ("in 2013", "last year", True),
        ("in 2012", "last year", False),
        ("in 2011", "three years ago", None),
        ("in 2003", "three years ago", False),
        ("on 12 May 2014", "on 12 May", True),
        ("on 12 May 2013", "on 12 May", None),
        ("on 13 May 2014", "on 12 May", False),
        ("in April 2014", "on Tuesday", None),
    ],
)
def test_resolves_the_source_by_its_own_date(claim, source, expected):
    assert agrees(claim, source, date="2014-04-09") == expected


@pytest.mark.parametrize(
    ("claim", "source", "rule"),
    [
        ("in 2018", "in 2017", rules.DIFFERS),
        ("after 2018", "in 2017", rules.OUTSIDE),
        ("for a year", "for nine months", rules.LENGTH),
        ("every day", "every week", rules.FREQUENCY),
        ("in 2017", "in 2017", None),
    ],
)
def test_names_the_rule_of_a_disagreement(claim, source, rule):
    assert compare_values(reading(claim, "en"), reading(source, "en"))[2] == rule


def relation(claim: str, source: str, language: str = "en", *, at: int = 0, of: int = 0):
    """Compare the mention ``at`` of a claim with the mention ``of`` of a source."""
    check = DateCheck()
    ours, theirs = Document(claim, language=language), Document(source, language=language)
    ours.mentions, theirs.mentions = tuple(check.extract(ours)), tuple(check.extract(theirs))
    return check.compare(Occurrence(ours.mentions[at], ours), Occurrence(theirs.mentions[of], theirs))


def answers(language: str, claim: str, source: str):
    """Return what every mention of a source says of the one mention of a claim, silence left out."""
    check = DateCheck()
    ours, theirs = Document(claim, language=language), Document(source, language=language)
    (claimed,) = check.extract(ours)
    said = (
        check.compare(Occurrence(claimed, ours), Occurrence(found, theirs)) for found in check.extract(theirs)
    )
    return [one.agrees for one in said if one.agrees is not None]


SAME_EVENT = [
    ("en", "The Harbour Bridge was opened in 2018.", "The Harbour Bridge was opened on 21 June 2017.", False),
    ("en", "The Harbour Bridge was opened in 2017.", "The Harbour Bridge was opened on 21 June 2017.", True),
    ("en", "The Harbour Bridge was opened in 2018.", "The Hill Tunnel was dug in 2017.", None),
    ("en", "Ann Poe became governor in 2001.", "Ann Poe ran for governor in 2000.", None),
    ("en", "Ann Poe won the 2018 City Prize.", "Ann Poe won the 2016 City Prize.", False),
    ("en", "Ann Poe became governor in 2001.", "Ann Poe, winner of the 2016 City Prize, is governor.", None),
    ("en", "The strike at Northfield lasted a year.", "The strike at Northfield lasted nine months.", False),
    (
        "en",
        "The strike at Northfield lasted nine months.",
        "At Northfield the strike lasted about nine months.",
        True,
    ),
    ("nl", "De Havenbrug ging open in 2018.", "De Havenbrug ging open op 21 juni 2017.", False),
    ("nl", "De Havenbrug ging open in 2017.", "De Havenbrug ging open op 21 juni 2017.", True),
    ("nl", "De Havenbrug ging open in 2018.", "De Heuveltunnel werd gegraven in 2017.", None),
    (
        "nl",
        "De staking in Noordveld duurde een jaar.",
        "De staking in Noordveld duurde negen maanden.",
        False,
    ),
]


@pytest.mark.parametrize(("language", "claim", "source", "expected"), SAME_EVENT)
def test_compares_the_same_event_only(language, claim, source, expected):
    assert relation(claim, source, language).agrees == expected


def test_shows_both_sides():
    found = relation(
        "The Harbour Bridge was opened in 2018.", "The Harbour Bridge was opened on 21 June 2017."
    )
    assert found.reason == "claims “2018”; the source says “21 June 2017”"
    assert found.suggestion == "21 June 2017"


def test_leaves_a_date_to_the_event_it_belongs_to():
    claim = (
        "Ann Poe was elected to the council of Northfield in 1994 and became governor of Northfield in 2001."
    )
    source = "Ann Poe was elected to the council of Northfield in 1994 and later became governor."
    assert relation(claim, source, at=1).agrees is None


def test_takes_unresolved_words_only_from_the_same_sentence():
    claim = "Ann Poe left the council of Northfield the following year."
    assert relation(claim, claim).agrees is True
    assert relation(claim, "The council met the following year.").agrees is None


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("It opened on Monday 21 June 2017.", "en", [("FC331", "2017-06-21 was a Wednesday")]),
        ("It opened on Wednesday, June 21, 2017.", "en", []),
        ("It opened on 3/4/2017.", "en", [("FC332", "“3/4/2017” is 2017-03-04 or 2017-04-03")]),
        ("It opened on 13/4/2017.", "en", []),
        ("It opened on Monday.", "en", []),
        ("It lasted until Monday 21 June 2017.", "en", [("FC331", "2017-06-21 was a Wednesday")]),
        ("Op maandag 21 juni 2017 ging het open.", "nl", [("FC331", "2017-06-21 was a Wednesday")]),
        ("Op woensdag 21 juni 2017 ging het open.", "nl", []),
        ("Op 3/4/2017 ging het open.", "nl", []),
        ("Op 21 juni 2017 ging het open.", "nl", []),
    ],
)
def test_reviews_one_text(text, language, expected):
    findings = list(DateCheck().review(Document(text, language=language)))
    assert [(finding.rule.code, finding.message) for finding in findings] == expected
    assert all(finding.verdict is None for finding in findings)


TWO_EVENTS = (
    "Ann Poe was elected to the council of Northfield in 1994 and became governor of Northfield in 2001."
)


@pytest.mark.parametrize(
    ("claim", "of", "expected"),
    [
        ("Ann Poe was elected to the council of Northfield in 1994.", 0, True),
        ("Ann Poe was elected to the council of Northfield in 2001.", 0, False),
        ("Ann Poe was elected to the council of Northfield in 2001.", 1, None),
        ("Ann Poe became governor of Northfield in 2001.", 1, True),
        ("Ann Poe became governor of Northfield in 1994.", 1, False),
        ("Ann Poe became governor of Northfield in 1994.", 0, None),
    ],
)
def test_binds_each_date_of_a_sentence_to_its_event(claim, of, expected):
    assert relation(claim, TWO_EVENTS, of=of).agrees == expected


LIVES = [
    (
        "en",
        "Mary Dunn was born on February 10, 1894.",
        "Mary Dunn (10 February 1894 – 29 December 1986) was a baker.",
        True,
    ),
    (
        "en",
        "Mary Dunn was born on February 20, 1894.",
        "Mary Dunn (10 February 1894 – 29 December 1986) was a baker.",
        False,
    ),
    (
        "en",
        "Mary Dunn was born in February 1894.",
        "Mary Dunn (10 February 1894 – 29 December 1986) was a baker.",
        True,
    ),
    ("en", "Mary Dunn died in 1986.", "Mary Dunn (10 February 1894 – 29 December 1986) was a baker.", True),
    ("en", "Mary Dunn died in 1987.", "Mary Dunn (10 February 1894 – 29 December 1986) was a baker.", False),
    (
        "en",
        "Mary Dunn became a baker in 1894.",
        "Mary Dunn (10 February 1894 – 29 December 1986) was a baker.",
        None,
    ),
    ("en", "Mary Dunn was born in 1912.", "Mary Dunn (1912–1954) was a baker.", True),
    ("en", "Mary Dunn was born in 1954.", "Mary Dunn (1912–1954) was a baker.", False),
    (
        "en",
        "Mary Dunn was born in 1912.",
        "Mary Dunn (4 May 1912, Leeds – 5 June 1954, Hull) was a baker.",
        True,
    ),
    (
        "en",
        "Mary Dunn was born in 1950.",
        "Mary Dunn (born 4 May 1950) is a baker who married in 1980.",
        True,
    ),
    (
        "en",
        "Mary Dunn was born in 1979.",
        "Mary Dunn\nBorn: 19 April 1979\nPartners: John Poe (2010-2014)",
        True,
    ),
    ("en", "Mary Dunn was born in 1980.", "Mary Dunn (born 4 May 1950; married 1980) is a baker.", False),
    ("en", "Mary Dunn was born in 1912.", "Mary Dunn met the painter John Poe (1912–1954).", None),
    ("en", "Mary Dunn was born in 1951.", "Mary Dunn (born Jane O'Hara; May 4, 1950) is a baker.", False),
    (
        "en",
        "Mary Dunn was born on September 1, 1858.",
        "Mary Dunn\nBorn: 1 September 1858 , Vienna\nDied: 3 May 1900",
        True,
    ),
    (
        "en",
        "Mary Dunn was born on September 2, 1858.",
        "Mary Dunn\nBorn: 1 September 1858 , Vienna\nDied: 3 May 1900",
        False,
    ),
    ("en", "Mary Dunn died in 1858.", "Mary Dunn\nBorn: 1 September 1858 , Vienna\nDied: 3 May 1900", False),
    (
        "en",
        "Northfield College was established in 1737.",
        "Northfield College\nEstablished: 1737\nClosed: 1800",
        True,
    ),
    (
        "en",
        "Northfield College was established in 1738.",
        "Northfield College\nEstablished: 1737\nClosed: 1800",
        False,
    ),
    (
        "nl",
        "Marie Duin werd geboren op 10 februari 1894.",
        "Marie Duin (10 februari 1894 – 29 december 1986) was een bakker.",
        True,
    ),
    (
        "nl",
        "Marie Duin stierf in 1985.",
        "Marie Duin (10 februari 1894 – 29 december 1986) was een bakker.",
        False,
    ),
    (
        "nl",
        "Marie Duin werd geboren in 1894.",
        "Marie Duin (Gent, 10 februari 1894 – Brugge, 29 december 1986) was een bakker.",
        True,
    ),
    ("nl", "Marie Duin werd geboren in 1950.", "Marie Duin (geboren 4 mei 1950) is een bakker.", True),
    ("nl", "Het Noordcollege werd opgericht in 1737.", "Het Noordcollege\nOpgericht: 1737", True),
]
RANGE_ENDS = [
    (
        "en",
        "Northern Lights began filming in September 1994.",
        "Northern Lights was filmed in Kent from September 1994 to August 1995.",
        True,
    ),
    (
        "en",
        "Northern Lights began filming in January 1994.",
        "Northern Lights was filmed in Kent from September 1994 to August 1995.",
        False,
    ),
    (
        "en",
        "Ann Poe became governor in 1957.",
        "Ann Poe served as governor from 10 January 1957 to 19 October 1963.",
        True,
    ),
    (
        "en",
        "Ann Poe became governor in 1963.",
        "Ann Poe served as governor from 10 January 1957 to 19 October 1963.",
        None,
    ),
    ("en", "Ann Poe left the council in 1963.", "Ann Poe served on the council from 1957 to 1963.", True),
    ("en", "Ann Poe was arrested in 1957.", "Ann Poe served on the council from 1957 to 1963.", None),
    (
        "nl",
        "De opnames van Noorderlicht begonnen in september 1994.",
        "De opnames van Noorderlicht duurden van september 1994 tot augustus 1995.",
        True,
    ),
    (
        "nl",
        "Anna Poel werd gouverneur in 1957.",
        "Anna Poel was gouverneur van 10 januari 1957 tot 19 oktober 1963.",
        True,
    ),
]
DENIED = [
    ("en", "Ann Poe joined the Sedge choir in 1991.", "Poe joined the Sedge choir in 1962.", False),
    ("en", "Ann Poe joined the Sedge choir in 1991.", "Bo Poe joined the Sedge choir in 1962.", None),
    ("nl", "Anna Poel koos het koor Zegge in 1991.", "Poel koos het koor Zegge in 1962.", False),
    ("en", "Ann Poe did not sign the treaty in 2018.", "Ann Poe signed the treaty in 2018.", False),
    ("en", "Ann Poe never signed the treaty in 2018.", "Ann Poe signed the treaty in 2014.", None),
    ("en", "Ann Poe did not sign the treaty in 2018.", "Ann Poe did not sign the treaty in 2018.", True),
    ("en", "Ann Poe signed the treaty in 2018.", "In 2018, Ann Poe had yet to sign the treaty.", None),
    ("en", "Ann Poe signed the treaty in 2018.", "Ann Poe signed no less than one treaty in 2018.", True),
    ("nl", "Anna Poel tekende het verdrag in 2018.", "Anna Poel tekende het verdrag niet in 2018.", False),
    (
        "nl",
        "Anna Poel tekende het verdrag in 2018.",
        "Anna Poel tekende niet alleen het verdrag in 2018.",
        True,
    ),
    (
        "nl",
        "Anna Poel had in 2018 nog geen verdrag getekend.",
        "Anna Poel had in 2018 een verdrag getekend.",
        None,
    ),
]
FROM_NOW = [
    (
        "en",
        "The Northfield strike had 30 stops in the last 25 years.",
        "The Northfield strike had 30 stops in the last 15 years.",
        False,
    ),
    (
        "en",
        "The Northfield strike had 30 stops in the last 25 years.",
        "The Northfield strike had 30 stops in the last 25 years.",
        True,
    ),
    (
        "en",
        "The Northfield strike had 30 stops in the last 25 years.",
        "The Northfield strike has 30 stops in the next 25 years.",
        None,
    ),
    (
        "nl",
        "De Noordveldse staking had 30 stops in de afgelopen 25 jaar.",
        "De Noordveldse staking had 30 stops in de afgelopen 15 jaar.",
        False,
    ),
]
WORKS = [
    (
        "en",
        "Night Sky is a 2002 film.",
        "Night Sky is a 2002 Dutch science fiction film starring Mary Dunn.",
        True,
    ),
    (
        "en",
        "Night Sky is a 2002 film.",
        "Night Sky is a 1992 Dutch science fiction film starring Mary Dunn.",
        False,
    ),
    ("en", "Night Sky was released in 2002.", "Night Sky is a 2002 film starring Mary Dunn.", True),
    ("en", "Night Sky was released in 2003.", "Night Sky is a 2002 film starring Mary Dunn.", False),
    (
        "en",
        "Mary Dunn won the City Prize in 1996.",
        "Mary Dunn won the City Prize during the 1996 show.",
        True,
    ),
    ("en", "Mary Dunn was born in 2002.", "Mary Dunn plays in Night Sky, a 2002 film.", None),
]


@pytest.mark.parametrize(
    ("language", "claim", "source", "expected"), LIVES + RANGE_ENDS + DENIED + FROM_NOW + WORKS
)
def test_knows_what_a_date_is_of(language, claim, source, expected):
    assert answers(language, claim, source) == ([] if expected is None else [expected])


@pytest.mark.parametrize(
    ("claim", "source", "closeness"),
    [
        ("The strike at Northfield lasted 8 hours.", "The strike at Northfield lasted more than 6 hours.", 3),
        (
            "The strike at Northfield lasted 8 hours.",
            "The talks in the town hall took more than 6 hours.",
            None,
        ),
        ("De staking in Noordveld duurde 8 uur.", "De staking in Noordveld duurde meer dan 6 uur.", 3),
    ],
)
def test_a_silent_passage_in_the_same_words_still_counts(claim, source, closeness):
    found = relation(claim, source, "nl" if claim.startswith("De") else "en")
    assert (found.agrees, found.closeness) == (None, closeness)


RECKONED = [
    ("en", "Ann Poe was mayor for nine years.", "Ann Poe was mayor from 2001 to 2010.", True),
    ("en", "Ann Poe was mayor for six years.", "Ann Poe was mayor from 2001 to 2010.", False),
    ("en", "Ann Poe was mayor for ten years.", "Ann Poe was mayor from 2001 to 2010.", None),
    ("en", "Ann Poe was mayor for about nine years.", "Ann Poe was mayor from 2001 to 2010.", True),
    ("en", "Ann Poe was mayor for at least eight years.", "Ann Poe was mayor from 2001 to 2010.", True),
    ("en", "Ann Poe was mayor for more than eleven years.", "Ann Poe was mayor from 2001 to 2010.", False),
    ("en", "Ann Poe was mayor for six years.", "Ann Poe was mayor from 10 May 1957 to 19 July 1963.", True),
    ("en", "Ann Poe was mayor for six years.", "Ann Poe was mayor from May 1957 to July 1963.", True),
    ("en", "Ann Poe was mayor for nine years.", "Ann Poe was governor from 2001 to 2010.", None),
    ("en", "Ann Poe was mayor for nine years.", "Bob Dunn was mayor from 2001 to 2010.", None),
    ("en", "Ann Poe was mayor for nine years.", "Ann Poe was not mayor from 2001 to 2010.", None),
    ("en", "Ann Poe has been mayor for 16 years.", "Ann Poe has been mayor since 2001.", True),
    ("en", "Ann Poe has been mayor for 10 years.", "Ann Poe has been mayor since 2001.", None),
    ("en", "Ann Poe has run the club for 16 years.", "Ann Poe, mayor since 2001, runs the club.", None),
    ("en", "Ann Poe had been mayor for about 14 years by May 2015.", "Ann Poe is mayor since 2001.", True),
    ("en", "Ann Poe had been mayor for 4 years by May 2015.", "Ann Poe is mayor since 2001.", False),
    ("en", "Ann Poe had been mayor for 18 years by May 2019.", "Ann Poe is mayor since 2001.", None),
    ("en", "Ann Poe became mayor in 1990 and stayed for 9 years.", "Ann Poe became mayor in 1990.", None),
    ("en", "Ann Poe was mayor for 92 years.", "Ann Poe (4 May 1894 – 9 June 1986) was mayor.", None),
    ("en", "Ann Poe lived for 92 years.", "Ann Poe (4 May 1894 – 9 June 1986) was mayor.", True),
    ("en", "The coach spends forty weeks.", "The coach spends forty hours, one hour a week.", True),
    ("en", "The coach spends six months.", "The coach spends forty hours, one hour a week.", False),
    ("en", "The coach spends six months.", "The coach spends forty hours.", None),
    ("en", "The coach spends nine months.", "The coach spends forty hours, two hours a week.", False),
    ("nl", "Anna Poel was negen jaar burgemeester.", "Anna Poel was burgemeester van 2001 tot 2010.", True),
    ("nl", "Anna Poel was zes jaar burgemeester.", "Anna Poel was burgemeester van 2001 tot 2010.", False),
    ("nl", "Anna Poel was tien jaar burgemeester.", "Anna Poel was burgemeester van 2001 tot 2010.", None),
    ("nl", "Anna Poel was negen jaar burgemeester.", "Anna Poel was gouverneur van 2001 tot 2010.", None),
    ("nl", "Anna Poel is al 16 jaar burgemeester.", "Anna Poel is burgemeester sinds 2001.", True),
    ("nl", "Anna Poel is al 10 jaar burgemeester.", "Anna Poel is burgemeester sinds 2001.", None),
    (
        "nl",
        "In mei 2015 was Anna Poel al 14 jaar burgemeester.",
        "Anna Poel is burgemeester sinds 2001.",
        True,
    ),
    (
        "nl",
        "Tegen mei 2015 was Anna Poel al 4 jaar burgemeester.",
        "Anna Poel is burgemeester sinds 2001.",
        False,
    ),
    (
        "nl",
        "In mei 2015 was Anna Poel al 4 jaar burgemeester.",
        "Anna Poel is burgemeester sinds 2001.",
        None,
    ),
    ("nl", "Anna Poel was 15 jaar gids.", "Anna Poel was gids van 1990 tot 1996 en van 2001 tot 2010.", None),
    ("en", "Ann Poe was guide for 15 years.", "Ann Poe was guide from 1990 to 1996 and 2001 to 2010.", None),
    (
        "en",
        "Ann Poe was guide for 15 years.",
        "Ann Poe was guide from 1990 to 1996. Ann Poe was guide again from 2001 to 2010.",
        None,
    ),
    ("nl", "De coach besteedt veertig weken.", "De coach besteedt veertig uur, één uur per week.", True),
    ("nl", "De coach besteedt zes maanden.", "De coach besteedt veertig uur, één uur per week.", False),
    ("nl", "De coach besteedt zes maanden.", "De coach besteedt veertig uur.", None),
]


@pytest.mark.parametrize(("language", "claim", "source", "expected"), RECKONED)
def test_reckons_with_the_dates_of_a_passage(language, claim, source, expected):
    check = DateCheck()
    ours, theirs = (Document(text, language=language, date="2017-06-21") for text in (claim, source))
    lengths = [mention for mention in check.extract(ours) if mention.reading.form == "duration"]
    (claimed,), found = lengths, next(iter(check.extract(theirs)))
    assert check.compare(Occurrence(claimed, ours), Occurrence(found, theirs)).agrees == expected


def test_shows_the_sum_and_tells_it_from_what_is_stated():
    source = "Ann Poe was mayor from 2001 to 2010."
    right = relation("Ann Poe was mayor for nine years.", source)
    assert (right.rule, right.reason) == (rules.DERIVED, "“from 2001 to 2010” make 9 years (derived)")
    wrong = relation("Ann Poe was mayor for six years.", source)
    assert wrong.rule == rules.DERIVED_DIFFERS
    assert wrong.reason == "claims “six years”; “from 2001 to 2010” make 9 years (derived)"
    stated = relation("Ann Poe was mayor for nine years.", "Ann Poe was mayor for nine years.")
    assert (stated.agrees, stated.rule, stated.reason) == (True, None, "")
    assert right.closeness < stated.closeness


@pytest.mark.parametrize(
    ("claim", "source", "expected"),
    [
        ("In 2015 Ann Poe had been mayor for 14 years.", "Ann Poe is mayor since 2001.", True),
        ("In 2015 Ann Poe had been mayor for 4 years.", "Ann Poe is mayor since 2001.", None),
        ("In 2015 Ann Poe had been mayor for 4 years.", "Since her election in 2001 Ann Poe is mayor.", None),
        (
            "In 2015 the coach was there for forty weeks.",
            "The coach spends forty hours, one hour a week.",
            None,
        ),
    ],
)
def test_the_date_up_to_which_a_length_counts_stands_with_it(claim, source, expected):
    check = DateCheck()
    ours, theirs = (Document(text, language="en", date="2017-06-21") for text in (claim, source))
    claimed, found = next(iter(check.extract(ours))), next(iter(check.extract(theirs)))
    assert check.compare(Occurrence(claimed, ours), Occurrence(found, theirs)).agrees == expected


ENGLISH_PAPER = """The Harbour
City Weekly, 3 March 2015

Ann Poe spoke about the harbour. It is a large place with many boats and nobody minds it.
"""
REPRINT = ENGLISH_PAPER + "\nReprinted in The Gull, 21 June 2017\n"
FRONT_MATTER = (
    "---\ndate: 2017-06-21\n---\n\nAnn Poe spoke about the harbour. It is a large place with many boats.\n"
)
DUTCH_PAPER = """Gesprek over de haven
Stadsblad nummer 10, 7 juni 2019

Anna Poel sprak over de haven. Het is een grote plek met veel boten en niemand vindt dat erg.
"""
PUBLISHED = [
    ("en", "The article appeared in March 2015.", ENGLISH_PAPER, [True]),
    ("en", "The City Weekly article appeared in 2015.", ENGLISH_PAPER, [True]),
    ("en", "The City Weekly article appeared in 2016.", ENGLISH_PAPER, [False]),
    ("en", "The Town Daily article appeared in 2016.", ENGLISH_PAPER, []),
    ("en", "The article appeared in 2016.", ENGLISH_PAPER, []),
    ("en", "The harbour was opened on 3 March 2015.", ENGLISH_PAPER, []),
    ("en", "The City Weekly article appeared in 2015.", REPRINT, [True]),
    ("en", "The City Weekly article appeared in 2017.", REPRINT, [False]),
    ("en", "The article appeared in The Gull in June 2017.", REPRINT, [True]),
    ("en", "The article appeared in The Gull in March 2015.", REPRINT, [False]),
    ("en", "The reprint appeared in June 2017.", REPRINT, [True]),
    ("en", "The article was published on 21 June 2017.", FRONT_MATTER, [True]),
    ("en", "The harbour was opened on 21 June 2017.", FRONT_MATTER, []),
    ("nl", "Het interview verscheen op 7 juni 2019.", DUTCH_PAPER, [True]),
    ("nl", "Het interview in het Stadsblad verscheen in 2018.", DUTCH_PAPER, [False]),
    ("nl", "Het interview in de Koerier verscheen in 2018.", DUTCH_PAPER, []),
    ("nl", "Het interview verscheen in 2018.", DUTCH_PAPER, []),
    ("nl", "De haven ging open op 7 juni 2019.", DUTCH_PAPER, []),
]


@pytest.mark.parametrize(("language", "claim", "source", "expected"), PUBLISHED)
def test_a_dateline_tells_when_a_document_appeared(language, claim, source, expected):
    assert answers(language, claim, source) == expected


EVENTS = [
    ("en", "Building of the Blue Bridge began in 2000.", "Building of the Blue Bridge ended in 2010.", None),
    ("en", "The Blue Bridge was built in 2010.", "Construction of the Blue Bridge began in 2000.", None),
    ("en", "The Blue Bridge was built in 2000.", "Construction of the Blue Bridge began in 2000.", None),
    ("en", "Construction of the Blue Bridge began in 2000.", "The Blue Bridge was built in 2010.", None),
    ("en", "Building of the Blue Bridge began in 2000.", "Building of the Blue Bridge began in 2003.", False),
    ("en", "The Blue Club was dissolved in 1998.", "The Blue Club disbanded in May 1999.", False),
    ("en", "The Blue Club opens on May 3.", "On May 31 the Blue Club opens for 2020.", None),
    ("en", "Ann Poe wrote new songs on 3 May 2008.", "3 May 2008: Old sketches from Ann Poe.", None),
    ("en", "The Blue Club opens on May 3.", "The Blue Club opens on May 31.", False),
    ("nl", "De Blauwe Club opent op 3 mei.", "De Blauwe Club opent op 31 mei.", False),
    (
        "en",
        "The Blue Club was dissolved in 1999.",
        "The dissolution of the Blue Club came in May 1999.",
        True,
    ),
    ("en", "Blue Gull 3.8 was released in May 2017.", "Blue Gull 3.9 was released in June 2017.", None),
    ("en", "Blue Gull 3.8 was released in May 2017.", "Blue Gull 3.8 was released in June 2017.", False),
    (
        "en",
        "Ann Poe was born in May 1917.",
        "Major Ann Mary Poe MC and bar (2 May 1917 – 11 June 2006)",
        True,
    ),
    ("en", "Ann Poe died in June 2007.", "Ann Poe, 1st Earl of Hull, (2 May 1917 – 11 June 2006)", False),
    ("en", "Ann Poe was born in 1917.", "Ann Poe met the gallant (1917–2006) crowd.", None),
    ("en", "Ann Poe was elected at the start of 2001.", "Ann Poe was elected in January 2001.", True),
    ("en", "Ann Poe has lived in Northfield since the 1990s.", "Ann Poe, of Northfield since 1994.", True),
    ("en", "Ann Poe has lived in Northfield since the 1980s.", "Ann Poe, of Northfield since 1994.", None),
    (
        "en",
        "Ann Poe left Northfield in 2001.",
        "It is no coincidence that Ann Poe left Northfield in 2001.",
        True,
    ),
    (
        "en",
        "Ann Poe sang in Northfield for two weeks.",
        "Ann Poe was jailed in Northfield for two years.",
        None,
    ),
    (
        "en",
        "Ann Poe and her dog swam near the Blue Gate in 2001.",
        "Ann Poe sat at the Blue Gate in 2005.",
        None,
    ),
    ("en", "Ann Poe has lived in Hull since the 1980s.", "Ann Poe, baker of Hull since 1994.", None),
    ("nl", "De bouw van de Havenbrug begon in 2000.", "De bouw van de Havenbrug eindigde in 2010.", None),
    ("nl", "De Havenbrug werd gebouwd in 2010.", "De bouw van de Havenbrug begon in 2000.", None),
    ("nl", "De bouw van de Havenbrug begon in 2000.", "De bouw van de Havenbrug begon in 2003.", False),
    ("nl", "De Blauwe Club werd opgeheven in 1999.", "De Blauwe Club werd ontbonden in mei 1999.", True),
    ("nl", "De Blauwe Club werd opgeheven in 1998.", "De Blauwe Club werd ontbonden in mei 1999.", False),
    ("nl", "Meeuw 3.8 werd uitgebracht in mei 2017.", "Meeuw 3.9 werd uitgebracht in juni 2017.", None),
    ("nl", "Anna Poel woont al sinds 1994 in Gent.", "Anna Poel, burger van Gent sinds 1994.", True),
    ("nl", "Anna Poel woont al sinds 1984 in Gent.", "Anna Poel, burger van Gent sinds 1994.", None),
    (
        "en",
        "Ann Poe has swum for Northfield since 2017.",
        "Ann Poe swam for Northfield and broke a record that Fay Trask had held since 1997.",
        None,
    ),
    (
        "nl",
        "Anna Poel vertrok in 2001 uit Gent.",
        "Geen toeval dat Anna Poel in 2001 uit Gent vertrok.",
        True,
    ),
]


@pytest.mark.parametrize(("language", "claim", "source", "expected"), EVENTS)
def test_tells_the_stages_and_the_bearers_of_an_event_apart(language, claim, source, expected):
    assert relation(claim, source, language).agrees == expected


TWO_OPENINGS = "The Blue Bridge opened in 1998. The Red Tunnel opened in 2000."
TWEE_OPENINGEN = "De Blauwe Brug werd geopend in 1998. De Rode Tunnel werd geopend in 2000."
ORDERS = [
    ("en", "The Blue Bridge opened two years before the Red Tunnel opened.", TWO_OPENINGS, [True, True]),
    ("en", "The Blue Bridge opened two years before the Red Tunnel.", TWO_OPENINGS, [True, True]),
    ("en", "The Red Tunnel opened two years after the Blue Bridge.", TWO_OPENINGS, [True, True]),
    ("en", "The Blue Bridge opened five years before the Red Tunnel.", TWO_OPENINGS, [False, False]),
    ("en", "The Blue Bridge opened two years after the Red Tunnel.", TWO_OPENINGS, [False, False]),
    ("en", "The Blue Bridge opened three years before the Red Tunnel.", TWO_OPENINGS, []),
    ("en", "The Blue Bridge closed two years before the Red Tunnel opened.", TWO_OPENINGS, []),
    ("en", "The Blue Bridge opened two years before the Green Tunnel.", TWO_OPENINGS, []),
    ("en", "The Blue Bridge opened two years later.", TWO_OPENINGS, []),
    (
        "en",
        "Ann Poe became mayor three years after she was elected.",
        "Ann Poe was elected to the council in 1998. She became mayor in 2001.",
        [True, True],
    ),
    ("nl", "De Blauwe Brug werd geopend twee jaar voor de Rode Tunnel.", TWEE_OPENINGEN, [True, True]),
    ("nl", "De Rode Tunnel werd geopend twee jaar na de Blauwe Brug.", TWEE_OPENINGEN, [True, True]),
    ("nl", "De Blauwe Brug werd geopend vijf jaar voor de Rode Tunnel.", TWEE_OPENINGEN, [False, False]),
    ("nl", "De Blauwe Brug werd geopend vijf jaar na de Rode Tunnel.", TWEE_OPENINGEN, [False, False]),
    ("nl", "De Blauwe Brug werd geopend drie jaar voor de Rode Tunnel.", TWEE_OPENINGEN, []),
    ("nl", "De Blauwe Brug werd geopend twee jaar voor de Groene Tunnel.", TWEE_OPENINGEN, []),
]


@pytest.mark.parametrize(("language", "claim", "source", "expected"), ORDERS)
def test_puts_two_dated_events_in_order(language, claim, source, expected):
    assert answers(language, claim, source) == expected


def test_shows_two_events_in_their_order():
    claim = "The Blue Bridge opened two years after the Red Tunnel."
    shown = "claims “two years”; the source dates them “1998” and then “2000” (derived)"
    assert relation(claim, TWO_OPENINGS).reason == shown
