"""Dates told from the day of writing in the forms that people give them, and stretches begun by one."""

import pytest

from factcheck.checks import Occurrence
from factcheck.text import Document
from factcheck_date.check import DateCheck
from factcheck_date.extract import extract

WRITTEN = "2014-04-09"  # a Wednesday

NEAREST = [
    ("en", "It opens this coming Friday.", "this coming Friday", "2014-04-11/2014-04-12"),
    ("en", "It closed this past Wednesday.", "this past Wednesday", "2014-04-02/2014-04-03"),
    ("en", "It closed last Monday.", "last Monday", "2014-03-31/2014-04-01"),
    ("en", "It opens next Friday.", "next Friday", "2014-04-18/2014-04-19"),
    ("nl", "Hij opent komende vrijdag.", "komende vrijdag", "2014-04-11/2014-04-12"),
    ("nl", "Hij sloot deze afgelopen dinsdag.", "deze afgelopen dinsdag", "2014-04-08/2014-04-09"),
    ("nl", "Hij opent volgende vrijdag.", "volgende vrijdag", "2014-04-18/2014-04-19"),
]

OF_ANOTHER = [
    ("en", "It opens Friday next week.", "Friday next week", "2014-04-18/2014-04-19"),
    ("en", "It closed in March of last year.", "March of last year", "2013-03-01/2013-04-01"),
    ("en", "It closed in Q4 of last year.", "Q4 of last year", "2013-10-01/2014-01-01"),
    ("en", "It opens the week after next.", "the week after next", "2014-04-21/2014-04-28"),
    ("en", "It closed the year before last.", "year before last", "2012-01-01/2013-01-01"),
    ("en", "It opens in June after next.", "June after next", "2015-06-01/2015-07-01"),
    ("en", "It closed on Labor Day 2012.", "Labor Day 2012", "2012-09-03/2012-09-04"),
    ("nl", "Hij opent vrijdag volgende week.", "vrijdag volgende week", "2014-04-18/2014-04-19"),
    ("nl", "Hij sloot in maart van vorig jaar.", "maart van vorig jaar", "2013-03-01/2013-04-01"),
    ("nl", "Hij sloot op Bevrijdingsdag 2012.", "Bevrijdingsdag 2012", "2012-05-05/2012-05-06"),
    ("nl", "Hij sloot op Vaderdag 2012.", "Vaderdag 2012", "2012-06-17/2012-06-18"),
]

STRETCHES = [
    ("en", "The 15 last years it grew.", "15 last years", "1999-01-01/2014-01-01"),
    ("en", "In two upcoming weeks it opens.", "two upcoming weeks", "2014-04-14/2014-04-28"),
    ("en", "It opens for two weeks from 3 June.", "two weeks from 3 June", "2014-06-03/2014-06-17"),
    ("en", "It opens for a week starting tomorrow.", "a week starting tomorrow", "2014-04-10/2014-04-17"),
    ("en", "It opens three weeks from 3 June.", "three weeks from 3 June", "2014-06-24/2014-06-25"),
    ("en", "It opens a week from Friday.", "a week from Friday", "2014-04-18/2014-04-19"),
    ("en", "It is shut for the rest of the week.", "rest of the week", "2014-04-09/2014-04-14"),
    ("en", "It is open from 10/25 to 01/25.", "from 10/25 to 01/25", "2014-10-25/2015-01-26"),
    ("nl", "De 15 laatste jaren groeide hij.", "15 laatste jaren", "1999-01-01/2014-01-01"),
    ("nl", "Hij is 3 dagen open vanaf 3 juni.", "3 dagen", "P3D"),
    ("nl", "Het duurt 3 dagen vanaf 3 juni.", "3 dagen vanaf 3 juni", "2014-06-03/2014-06-06"),
    ("nl", "Hij is de rest van het jaar dicht.", "rest van het jaar", "2014-04-09/2015-01-01"),
    ("nl", "Hij is open van 25/10 tot 25/01.", "van 25/10 tot 25/01", "2014-10-25/2015-01-26"),
]

OTHERS = [
    (
        "en",
        "The first decade of the 19th century.",
        "first decade of the 19th century",
        "1800-01-01/1810-01-01",
    ),
    ("en", "It closed before the end of 2012.", "before the end of 2012", "/2013-01-01"),
    ("en", "It closed before late 2012.", "before late 2012", "/2012-09-01"),
    (
        "nl",
        "Het eerste decennium van de 19e eeuw.",
        "eerste decennium van de 19e eeuw",
        "1800-01-01/1810-01-01",
    ),
    ("nl", "Hij sloot vóór het einde van 2012.", "vóór het einde van 2012", "/2013-01-01"),
]


@pytest.mark.parametrize(("language", "text", "mention", "value"), NEAREST + OF_ANOTHER + STRETCHES + OTHERS)
def test_resolves(language, text, mention, value):
    found = next(extract(Document(text, language=language, date=WRITTEN)))
    shown = found.value.get("duration") or f"{found.value['start'] or ''}/{found.value['end'] or ''}"
    assert (found.text, shown) == (mention, value)


@pytest.mark.parametrize(
    ("language", "text", "mentions"),
    [
        ("en", "Mix from 1/2 to 3/4 of it.", []),  # fractions
        ("en", "Monday 12-4 suits me.", ["Monday"]),  # hours: 4 December was no Monday
        ("en", "The week after the fire was dry.", []),
        ("en", "A rest of two years.", ["two years"]),
        ("nl", "Mei Vos opende de zaal.", []),  # a person
        ("nl", "Mei was nat.", ["Mei"]),
    ],
)
def test_leaves_alone_what_only_looks_so(language, text, mentions):
    assert [m.text for m in extract(Document(text, language=language, date=WRITTEN))] == mentions


@pytest.mark.parametrize(
    ("claim", "source", "expected"),
    [
        ("before the end of 2012", "in October 2012", True),
        ("before the end of 2012", "in March 2013", False),
        ("for two weeks from 3 June 2014", "from 3 June 2014", None),
    ],
)
def test_compares_what_it_resolves(claim, source, expected):
    check = DateCheck()

    def occurrence(text: str) -> Occurrence:
        document = Document(f"The Harbour Bridge was shut {text}.", language="en")
        return Occurrence(next(iter(check.extract(document))), document, 0)

    assert check.compare(occurrence(claim), occurrence(source)).agrees is expected
