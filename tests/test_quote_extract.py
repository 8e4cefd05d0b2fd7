"""Quotations of a text, and whom it gives them to."""

from __future__ import annotations

import pytest

from factcheck.model import Turn
from factcheck.text import Document
from factcheck_quote import QuoteCheck
from factcheck_quote.extract import quotations


def found(text: str, **given: object) -> list[tuple[str, str | None]]:
    document = Document(text, **given)
    return [(m.value["text"], m.value["speaker"]) for m in QuoteCheck().extract(document)]


SPEAKERS = {
    "verb and name after": ("“We shall close the port,” said Ann Lee.", "Ann Lee"),
    "name and verb after": ("“We shall close the port,” Lee said on Monday.", "Lee"),
    "office and name": ("“We shall close the port,” says port director Ann Lee.", "director Ann Lee"),
    "apposition": ("“We shall close the port,” Ann Lee, the port's director, told us.", "Ann Lee"),
    "name before": ("Ann Lee said: “We shall close the port.”", "Ann Lee"),
    "apposition before": ("Lee, a director of the port, told reporters: “We shall close it.”", "Lee"),
    "that": ("Mr. Lee told the Herald that “everyone must leave the port”.", "Mr. Lee"),
    "spoke of": ("Ann Lee spoke of “a period of long decline”.", "Ann Lee"),
    "according to, before": ("According to Ann Lee, “the port will be closed by May”.", "Ann Lee"),
    "according to, after": ("“The port will be closed by May,” according to Ann Lee.", "Ann Lee"),
    "once said": ("The poet Omar Lee once said, “a port is a promise to the sea.”", "The poet Omar Lee"),
    "dash": ("“A port is a promise.” – The Honourable Ann Lee, Senate", "The Honourable Ann Lee"),
    "dash on the next line": ("“A port is a promise.”\n— Ann Lee", "Ann Lee"),
    "label": ("Ann Lee (49): “We shall close the port.”", "Ann Lee"),
    "far colon": (
        "It made the town proud, says Lee, whose own father worked on the docks: “They gave us work.”",
        "Lee",
    ),
    "office, then name": ("“We shall close it,” the mayor, Ann Lee, told us.", "Ann Lee"),
    "of": ("“We shall close it all,” Ann Lee of Acme Corp. said.", "Ann Lee"),
    "Dutch particles": ("‘Wij sluiten de haven’, zegt Van der Berg.", "Van der Berg"),
    "Dutch, known": ("‘Wij sluiten de haven’, liet wethouder Karin Smit weten.", "wethouder Karin Smit"),
    "owner's name": ("“We shall close it,” said Acme owner Ann Lee.", "Ann Lee"),
    "owner's name, possessive": ("“We shall close it,” said Acme's new owner, Ann Lee.", "Ann Lee"),
    "age": ("“We shall close it,” said 9-year-old Ann Lee.", "Ann Lee"),
    "listener": ("The director went further, telling Reuters, “We shall close it.”", None),
    "pronoun": ("“We shall close the port,” he says.", None),
    "nobody": ("The words “we shall close the port” hung there.", None),
    "Dutch inversion": (
        "‘Wij sluiten de haven in mei’, zegt burgemeester Jan de Boer.",
        "burgemeester Jan de Boer",
    ),
    "office that ends a sentence": (
        "‘Een brug bouw je voor honderd jaar’, zei de wethouder. Dat klopt niet.",
        "de wethouder",
    ),
    "abbreviated title": (
        "“A bridge is built to last,” said the Hon. Ann Lee. That is so.",
        "the Hon. Ann Lee",
    ),
    "named behind what he is head of": (
        "De directeur van basisschool De Regenboog, Irma Prins, schreef: ‘Wij gaan dicht in mei.’",
        "Irma Prins",
    ),
    "named behind a place": (
        "My old teacher in Delft, Professor Ann Lee, used to say: “A port is a promise.”",
        "Professor Ann Lee",
    ),
    "of a place, who": ("Dr. Ann Lee, of Delft, who was there, writes: “We shall close it.”", "Dr. Ann Lee"),
    "and I quote": ("Ann Lee said, and I quote, “We shall close the port.”", "Ann Lee"),
    "nods and says": ("Ann Lee nods and says: “We shall close the port.”", "Ann Lee"),
    "actually, and saying": ("Actually going there and saying, “We shall close the port,” is odd.", None),
    "and I'm quoting": (
        "Ann Lee said, and I'm quoting her because I wrote it on my hand, “We shall close the port.”",
        "Ann Lee",
    ),
    "went on": ("“We shall close the port,” Ms. Lee went on, “and the yard too.”", "Ms. Lee"),
    "gaat verder": ("‘Wij sluiten de haven’, gaat Van Dijk verder.", "Van Dijk"),
    "set off behind a description": (
        "“We shall close it,” said his neighbour, the old pilot Ann Lee.",
        "Ann Lee",
    ),
    "one of them": ("‘Wij sluiten de haven’, zegt een van hen, Karin Smit.", "Karin Smit"),
    "in a place": ("In Delft noemt havenmeester Karin Smit de haven ‘een belofte aan de zee’.", "Karin Smit"),
    "a particle that is no place": ("Van Dijk zegt tegen Smit: ‘Wij sluiten de haven.’", "Van Dijk"),
    "a month": ("You said in August that it was “a promise to the whole sea”.", None),
    "a handle": ("Op het net meldde @haven: ‘Wij sluiten de haven in mei.’", "@haven"),
    "disagrees": ("Ann Lee, the chair, saw it differently: “We shall close the port.” Lee left.", "Ann Lee"),
    "ziet dat anders": ("Karin Smit ziet dat anders: ‘Wij sluiten de haven.’ Smit zwijgt.", "Karin Smit"),
    "his mother": ("His mother, Ann Lee: “We shall close the port.”", "Ann Lee"),
    "gets a letter": ("Ann Lee got a letter: “We shall close the port.” Lee wept.", None),
    "krijgt een brief": ("Karin Smit kreeg een brief: ‘Wij sluiten de haven.’ Smit zweeg.", None),
    "told by somebody without a name": ("Ann Lee said the owner had told her: “We shall close it.”", None),
    "verteld door wie geen naam heeft": ("Een vrouw zei volgens Smit: ‘Wij sluiten de haven.’", None),
    "a new sentence": (
        "Ann Lee calls it “a promise to the whole sea.” Bob Poe said that he was cold.",
        "Ann Lee",
    ),
    "een nieuwe zin": ("Smit noemt het ‘een belofte aan de zee’. Van Dijk zei dat hij het koud had.", "Smit"),
    "blunt": ("Ann Lee is blunt: “We shall close the port.”", "Ann Lee"),
    "stellig": ("Over de haven is Van Dijk stellig: ‘Wij sluiten hem in mei.’", "Van Dijk"),
    "the motto of somebody": ("Het motto van Van Dijk is kort: ‘Wij sluiten de haven in mei.’", None),
    "any verb before a pronoun": (
        "Wethouder Ann Lee kwam te laat. ‘Wij sluiten de haven’, grijnst ze.",
        "Ann Lee",
    ),
    "a month behind a dash": ("“We shall close the port in winter.” – August, 1987", None),
    "aldus": ("‘Wij sluiten de haven in mei’, aldus Van Dijk.", "Van Dijk"),
    "volgens": ("Volgens minister Van Dijk is dat ‘een ramp voor de hele stad’.", "minister Van Dijk"),
    "Dutch colon": ("Jan de Boer reageert: ‘Wij sluiten de haven in mei.’", "Jan de Boer"),
}


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS.values(), ids=SPEAKERS)
def test_speaker(text, speaker):
    assert [who for _, who in found(text)] == [speaker]


def test_a_sentence_apart_has_the_speaker_of_the_one_before():
    text = "“We shall close the port,” said Ann Lee. “It will be done by May.”"
    assert found(text) == [("We shall close the port,", "Ann Lee"), ("It will be done by May.", "Ann Lee")]


INTERRUPTED = {
    "English": ("“We were,” says Lee, “behind on everything.”", ("We were, behind on everything.", "Lee")),
    "Dutch": ("‘Wij liepen’, zegt Lee, ‘overal achter.’", ("Wij liepen overal achter.", "Lee")),
}


@pytest.mark.parametrize(("text", "expected"), INTERRUPTED.values(), ids=INTERRUPTED)
def test_interrupted(text, expected):
    assert found(text) == [expected]


NONE = {
    "scare quotes": "They call it the “old port” of the town.",
    "one word": "It is ‘superdivers’, they write.",
    "title": "His book “The Old Port and the Sea” sold well.",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_no_quotation(text):
    assert found(text) == []


def test_a_few_words_with_a_speaker_are_a_quotation():
    assert found("Ann Lee called it “a disgrace”.") == [("a disgrace", "Ann Lee")]


def test_inner_quotations_are_no_mentions_of_their_own():
    assert found("Lee said: “He told me ‘never come back here’ and left.”") == [
        ("He told me ‘never come back here’ and left.", "Lee")
    ]


UNCLOSED = {
    "attributed": (
        "“We left when it rained, says Ann Lee. The road was wet.",
        [("We left when it rained,", "Ann Lee")],
    ),
    "asked": (
        "“Waarom ook niet nu meteen? vroeg Jan de Boer. Het bleef stil.",
        [("Waarom ook niet nu meteen?", "Jan de Boer")],
    ),
    "a question of the speaker's": (
        "“Why did we leave? He said it would rain.",
        [("Why did we leave? He said it would rain.", None)],
    ),
    "reported by the speaker": (
        "“We left, I said, because it rained.",
        [("We left, I said, because it rained.", None)],
    ),
}


@pytest.mark.parametrize(("text", "expected"), UNCLOSED.values(), ids=UNCLOSED)
def test_a_quotation_that_nobody_closed_ends_where_its_speaker_is_told(text, expected):
    assert found(text) == expected


def test_the_turn_gives_the_speaker_where_the_text_does_not():
    text = "“We shall close the port by May.”"
    assert found(text, turns=(Turn(0, len(text), "Ann Lee", "answer"),)) == [
        ("We shall close the port by May.", "Ann Lee")
    ]


def test_a_mention_spans_its_marks():
    text = "Ann Lee said: “We shall close the port.” Then she left."
    (mention,) = QuoteCheck().extract(Document(text))
    assert (mention.text, text[mention.start : mention.end]) == ("“We shall close the port.”",) * 2


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Sent to towns across Flanders, this made us better, says Lee, whose aunt fled: “We gained.”",
            "Lee",
        ),
        ("Ann Lee, the minister, said Tuesday: “We gained much by it.”", "Ann Lee"),
        ("“It is over.” According to Bo Fry a third of them left.", None),
        ("Bo Fry disagrees. Fry left. “It is never over,” he said.", "Fry"),
        (
            "Bo Fry is adamant. “Never again in this town,” he said. “Not while I live here.” Fry left.",
            "Bo Fry",
        ),
    ],
)
def test_who_says_it_where_several_are_named(text: str, speaker: str | None) -> None:
    assert quotations(Document(text, language="en"))[-1].speaker == speaker
