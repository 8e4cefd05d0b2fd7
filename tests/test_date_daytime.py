"""The time of day beside a date: part of the mention, and not confirmed by another time or none."""

import pytest

from factcheck.checks import Occurrence
from factcheck.text import Document
from factcheck_date.check import DateCheck
from factcheck_date.extract import extract

BESIDE = [
    ("en", "It opened on 3 May 2014 at 10:30.", "3 May 2014 at 10:30", ("630?",)),
    ("en", "It opened on 3 May 2014, 10:30 am.", "3 May 2014, 10:30 am", ("630",)),
    ("en", "Logged 2014-05-03T14:30:00Z by hand.", "2014-05-03T14:30:00Z", ("870",)),
    ("en", "At 5pm on 3 May 2014 it opened.", "5pm on 3 May 2014", ("1020",)),
    ("en", "It opened on 3 May 2014 at noon.", "3 May 2014 at noon", ("720",)),
    ("en", "It was open on 3 May 2014 from 7 to 7:30 pm.", "3 May 2014 from 7 to 7:30 pm", ("420?", "1170")),
    ("en", "It opened on 3 May 2014 in the evening.", "3 May 2014 in the evening", ("evening",)),
    ("en", "It opens Friday evening.", "Friday evening", ("evening",)),
    ("en", "It opened yesterday afternoon at 3 pm.", "yesterday afternoon at 3 pm", ("900",)),
    ("en", "It opened this morning.", "this morning", ()),
    ("nl", "Hij opende op 3 mei 2014 om 10.30 uur.", "3 mei 2014 om 10.30 uur", ("630?",)),
    ("nl", "Om 17u op 3 mei 2014 ging hij open.", "17u op 3 mei 2014", ("1020",)),
    ("nl", "Hij was 3 mei 2014 van 9 tot 12 uur open.", "3 mei 2014 van 9 tot 12 uur", ("540?", "720?")),
    ("nl", "Hij opende op 3 mei 2014 's avonds.", "3 mei 2014 's avonds", ("evening",)),
    ("nl", "Hij opent vrijdagavond om 8 uur.", "vrijdagavond om 8 uur", ("1200",)),
    ("en", "It opened yesterday evening at 8.", "yesterday evening at 8", ("1200",)),
    ("nl", "Hij opent deze middag.", "deze middag", ()),
]

NOT_BESIDE = [
    ("en", "On 3 May 2014 at 4 of the schools it rained.", "3 May 2014"),
    ("en", "On 3 May 2014 between 20 and 30 boats came.", "3 May 2014"),
    ("en", "On 3 May 2014, 20 boats came.", "3 May 2014"),
    ("en", "On 3 May 2014 the score was 3-1.", "3 May 2014"),
    ("nl", "Op 3 mei 2014 kwamen om 5 boeken twintig mensen.", "3 mei 2014"),
    ("nl", "Op 3 mei 2014 tussen 20 en 30 boten.", "3 mei 2014"),
]


@pytest.mark.parametrize(("language", "text", "mention", "clock"), BESIDE)
def test_belongs_to_its_date(language, text, mention, clock):
    (found,) = extract(Document(text, language=language))
    assert (found.text, found.reading.clock) == (mention, clock)


@pytest.mark.parametrize(("language", "text", "mention"), NOT_BESIDE)
def test_leaves_other_figures_alone(language, text, mention):
    found = next(extract(Document(text, language=language)))
    assert (found.text, found.reading.clock) == (mention, ())


@pytest.mark.parametrize(
    ("language", "claim", "source", "expected"),
    [
        ("en", "on 3 May 2014 at 10:30", "at 10.30 am on 3 May 2014", True),
        ("en", "on 3 May 2014 at 3 pm", "on 3 May 2014 at 15:00", True),
        ("en", "on 3 May 2014", "on 3 May 2014 at 15:00", True),
        ("en", "on 3 May 2014 at 3 pm", "on 3 May 2014 at 3 am", None),
        ("en", "on 3 May 2014 at 3 pm", "on 3 May 2014", None),
        ("en", "on 3 May 2014 at 3 pm", "on 4 May 2014 at 3 pm", False),
        ("en", "on 3 May 2014 in the evening", "on 3 May 2014 in the morning", None),
        ("nl", "op 3 mei 2014 om 15 uur", "op 3 mei 2014 om 3 uur 's middags", True),
        ("nl", "op 3 mei 2014", "op 3 mei 2014 om 15 uur", True),
        ("nl", "op 3 mei 2014 om 15 uur", "op 3 mei 2014 om 16 uur", None),
        ("nl", "op 3 mei 2014 om 15 uur", "op 4 mei 2014 om 15 uur", False),
    ],
)
def test_is_held_against_that_of_the_source(language, claim, source, expected):
    check = DateCheck()
    sentence = {"en": "The Harbour Bridge was opened {}.", "nl": "De Havenbrug werd geopend {}."}[language]
    ours, theirs = (Document(sentence.format(text), language=language) for text in (claim, source))
    (claimed,), (found,) = check.extract(ours), check.extract(theirs)
    assert check.compare(Occurrence(claimed, ours), Occurrence(found, theirs)).agrees is expected
