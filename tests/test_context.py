"""Whether two mentions are about the same thing: the features that speak for it and against it."""

from __future__ import annotations

import re

import pytest

from factcheck.checks import Occurrence
from factcheck.context import same_thing
from factcheck.model import Closeness, Mention
from factcheck.setting import Setting
from factcheck.text import Document

W, T = Closeness.WORDING, Closeness.THING


def occurrence(marked: str, *, speaker: str | None = None, language: str | None = None) -> Occurrence:
    """Return the mention in brackets of a text."""
    match = re.search(r"\[(.*?)\]", marked)
    assert match
    text = marked.replace("[", "").replace("]", "")
    mention = Mention("number", match.start(), match.end() - 2, match[1], {})
    document = Document(text, language=language)
    years = [
        Mention(
            "date", *year.span(), year[0], {"start": f"{year[0]}-01-01", "end": f"{int(year[0]) + 1}-01-01"}
        )
        for year in re.finditer(r"\b(?:19|20)\d\d\b", text)
        if year.start() != mention.start
    ]
    document.mentions = tuple(sorted([mention, *years], key=lambda one: one.start))
    return Occurrence(mention, document, speaker)


CASES = {
    "the same words": ("Harlingen has [15] bridges.", "Harlingen has [14] bridges over its canals.", T),
    "nearly all of the words": (
        "The harbour museum sold [900] tickets to sailors.",
        "In May the harbour museum sold [700] tickets to sailors.",
        W,
    ),
    "usual verbs, which say little": (
        "The harbour museum chose to keep [900] lamps.",
        "The museum shows [700] lamps.",
        T,
    ),
    "another word for it": ("[400] people live in Harlingen.", "Harlingen has [410] inhabitants.", T),
    "a passive, which is no becoming": (
        "In Harlingen werden [200] honden opgevangen.",
        "In Harlingen vond men onderdak voor [200] honden.",
        T,
    ),
    "what was said before the claim, told before the passage": (
        "When Harlingen kept 50 years of whaling, it hung [120] flags.",
        "Harlingen celebrated 50 years of whaling. We hung [120] flags in the harbour.",
        T,
    ),
    "another when": (
        "When Harlingen kept 50 years of whaling, it hung [120] flags.",
        "The king came. We hung [120] flags in the harbour.",
        None,
    ),
    "another language": ("Harlingen has [15] bridges.", "Er zijn [14] bruggen in Harlingen.", T),
    "another noun": ("Harlingen has [15] bridges.", "Harlingen has [15] schools.", None),
    "another place in the sentence": (
        "Harlingen has [400] residents.",
        "Harlingen is growing. But Belgium has [11 million] residents.",
        None,
    ),
    "the subject of the text": (
        "Harlingen has [15] bridges.",
        "A walk through Harlingen. We saw a lot. There are [14] bridges in all.",
        T,
    ),
    "a text about another place": (
        "Harlingen has [15] bridges.",
        "A walk through Ghent. We saw a lot. There are [14] bridges in all.",
        None,
    ),
    "another year": (
        "In 2010 Harlingen had [15] bridges.",
        "In 2020 Harlingen had [14] bridges.",
        None,
    ),
    "the same year": (
        "In 2010 Harlingen had [15] bridges.",
        "Harlingen had [14] bridges in 2010.",
        T,
    ),
    "another moment": (
        "Harlingen has [15] bridges.",
        "When the mayor came to Harlingen it had [14] bridges.",
        None,
    ),
    "the same moment": (
        "When she became mayor, Harlingen had [15] bridges.",
        "It was quiet when I became mayor of Harlingen: it had [14] bridges.",
        W,
    ),
    "another event": (
        "[400] people live in Harlingen.",
        "[40] people died in Harlingen.",
        None,
    ),
    "a field of a fact sheet": (
        "The Blue Harbour has [15] bridges.",
        "The Blue Harbour\n\nOpened: 1950.\nBridges over the water: [14].",
        T,
    ),
    "a field of another fact sheet": (
        "The Blue Harbour has [15] bridges.",
        "The Green Canal\n\nOpened: 1950.\nBridges over the water: [14].",
        None,
    ),
    "a name without its verb": (
        "The [50] kilometre race of Harlingen was cold.",
        "The [50] kilometre race of Harlingen\n\nVenue: the beach.",
        None,
    ),
    "a headline that says it all": (
        "Harlingen has [15] bridges.",
        "[14] bridges in Harlingen\n\nA walk.",
        T,
    ),
    "a pronoun for somebody unnamed": (
        "Jan Terwel had [two] sons.",
        "He left a wife, Greta, and [two] sons.",
        T,
    ),
    "another predicate": (
        "Jan Terwel had [two] sons and died in Ghent.",
        "Jan Terwel in Harlingen. He had [three] sons.",
        T,
    ),
    "a place in a later clause": (
        "Harlingen has [15] bridges.",
        "A walk through Harlingen. There are [14] bridges in all, as in Belgium.",
        T,
    ),
    "the name another noun begins with": ("Ann won [six] Oscars.", "Ann won [six] Oscar statues.", W),
    "a field named in the claim": (
        "The Blue Ferry has a ridership of [400] people.",
        "The Blue Ferry\n\nRidership: [400].",
        T,
    ),
    "nothing else in common": ("The shop sold [15] bikes.", "The thief had [14] bikes.", None),
    "an aside with a figure of its own": (
        "Ann Peeters, holder of the 2016 Golden Anchor Medal for Sailors, owns a harbour with [15] bridges.",
        "My harbour, Ann Peeters says, has [14] bridges.",
        W,
    ),
    "a speaker who is meant": ("Ann Peeters made [15] films.", "I made [14] films.", T),
}


@pytest.mark.parametrize(("claim", "source", "expected"), CASES.values(), ids=CASES)
def test_same_thing(claim: str, source: str, expected: Closeness | None) -> None:
    speaker = "Ann Peeters" if source.startswith("I ") else None
    match = same_thing(occurrence(claim), occurrence(source, speaker=speaker))
    assert (match.closeness if match else None) == expected


def test_a_broad_noun_does_not_decide_where_it_may_not() -> None:
    claim, source = (
        occurrence("Harlingen has [400] residents."),
        occurrence("[None] of its residents left Harlingen."),
    )
    assert same_thing(claim, source, broad_noun_decides=False) is None


def test_changes_of_two_ways_are_no_other_events() -> None:
    claim, source = occurrence("Rents in Ghent rose by [5]."), occurrence("Rents in Ghent fell by [5].")
    assert same_thing(claim, source) is None
    assert same_thing(claim, source, changes=True) is not None


def test_a_small_figure_needs_more_in_common() -> None:
    claim = occurrence("For [three] reasons the harbour was closed.")
    source = occurrence("The harbour has a church. People like it for [two] reasons.")
    assert same_thing(claim, source, small=True) is None


def test_a_narrower_count_is_marked() -> None:
    source = occurrence("They say Ann has [3] gold medals.")
    match = same_thing(occurrence("Ann has [5] medals."), source)
    assert match is not None
    assert match.narrower
    same = same_thing(occurrence("Ann has [5] gold medals."), source)
    assert same is not None
    assert not same.narrower


def test_fit_tells_the_mentions_of_one_sentence_apart() -> None:
    claim = occurrence("The shop sold [15] bikes and 20 cars.")
    right = same_thing(claim, occurrence("The shop sold [14] bikes and 20 bikes abroad."))
    wrong = same_thing(claim, occurrence("The shop sold 14 bikes and [20] bikes abroad."))
    assert right is not None
    assert wrong is not None
    assert right.fit > wrong.fit


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("In 1990 she was elected and in [2001] she became mayor.", "in 2001 she became mayor."),
        ("The town, which has [13] bridges, is old.", "has 13 bridges"),
        ("She sold 14 bikes and [20] cars.", "20 cars."),
        ("In [1986], Ann married Bob, a nurse.", "In 1986, Ann married Bob"),
        ("In [1986] Ann, a nurse, married.", "In 1986 Ann"),
        ("The bridges and the [20] towers are old.", "The bridges and the 20 towers are old."),
    ],
)
def test_clause(marked: str, expected: str) -> None:
    found = occurrence(marked)
    found = found._replace(mention=found.mention._replace(kind="date"))
    found.document.mentions = (found.mention,)
    clause = Setting.of(found).clause
    assert found.document.text[clause.start : clause.end].strip() == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Ann, winner of the 2016 prize, has [15] ships.", [", winner of the 2016 prize"]),
        ("Ann, winner of a prize, has [15] ships.", []),
        ("Ann sold 14 bikes, 20 cars, and [15] ships.", []),
        ("Ann, who has [15] ships, won.", []),
        ("Anna, winnaar van de prijs van 2016, heeft [15] schepen.", [", winnaar van de prijs van 2016"]),
    ],
)
def test_asides_with_a_figure_of_their_own(marked: str, expected: list[str]) -> None:
    here = Setting.of(occurrence(marked))
    assert [here.document.text[slice(*span)] for span in here.weights.facts_aside] == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("She became mayor in [2001].", {"e:take_office"}),
        ("In [1994] werd ik gekozen in de raad.", {"e:elect"}),
        ("The book, published last year, was written in [1994].", {"e:write"}),
        ("Some [400] people live there.", set()),
        ("She was elected [at the start of 2001].", {"e:elect"}),
    ],
)
def test_events(marked: str, expected: set[str]) -> None:
    found = occurrence(marked)
    dated = found._replace(mention=found.mention._replace(kind="date"))
    assert Setting.of(dated).statement.events == expected


def test_a_mere_auxiliary_is_no_event_of_a_figure() -> None:
    assert Setting.of(occurrence("It became [40] metres wide.")).statement.events == set()


def test_a_setting_is_worked_out_once() -> None:
    one = occurrence("She became mayor in [2001].")
    assert Setting.of(one) is Setting.of(Occurrence(one.mention, one.document, "somebody"))
