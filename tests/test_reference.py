"""Whom a sentence points to without naming, and whose words a statement is judged on."""

from __future__ import annotations

from pathlib import Path

import pytest

import factcheck
from factcheck._attribution import Teller, teller
from factcheck.model import Turn
from factcheck.reference import only_person, referred
from factcheck.text import Document, Span
from factcheck.wording import Word, sentence_names, sentence_words

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))

S, R, N = "supported", "refuted", "not_enough_evidence"

LINE = (
    "Nordwind Ferries publishes its annual report\nOslo, March 12, 2024\n\n"
    "Nordwind Ferries carried 4.2 million passengers in 2023. Revenue rose 14 percent to 812 million kroner. "
    "It reported a net profit of 96 million kroner.\n\n"
    "The fleet now counts 27 vessels, nine of which run entirely on batteries. Chief executive Ingrid "
    "Halvorsen said the company would order six more electric ferries.\n\n"
    "In 2015, when the company was founded by the merger of two coastal lines, it had 1,100 employees and 19 "
    "ships.\n\n"
    "Union leader Torvald Moe disagrees. “They cut the crews and wonder why the boats are late,” he said. "
    "Moe wants 120 new hires. According to Moe, sick leave reached 11 percent in winter."
)
TALK = (
    "Lund: You became chief executive of Nordwind in 2019. What was it like?\n\n"
    "Halvorsen: Tired. I was born in 1971, and I crossed the fjord twice a day.\n\n"
    "Lund: About 40 percent of your customers would leave.\n\n"
    "Halvorsen: We lost 30 percent of them.\n"
)
DIJK = (
    "Waterschap Zilverdal sluit het jaar af met overschot\n14 april 2023\n\n"
    "Het waterschap Zilverdal heeft 2022 afgesloten met een overschot van 3,4 miljoen euro. Het waterschap "
    "beheert 410 kilometer dijk. De 290.000 inwoners van het gebied betaalden meer.\n\n"
    "Dijkgraaf Henk Wolters noemt dat onvermijdelijk. ‘Wij pompen dag en nacht,’ zegt hij. ‘Wie droge voeten "
    "wil, moet daarvoor betalen.’ Volgens ecoloog Aïsha Benali stierf een derde van de vissen. Wolters zweeg."
)


@pytest.fixture(scope="module")
def checker(tmp_path_factory: pytest.TempPathFactory) -> factcheck.Checker:
    folder = tmp_path_factory.mktemp("sources")
    for name, text in {"line": LINE, "talk": TALK, "dijk": DIJK}.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return factcheck.Checker([folder])


@pytest.mark.parametrize(
    ("statement", "verdict"),
    [
        # "the company", "it" and sentences without a subject are of what the text spoke of
        ("Nordwind was founded in 2015.", S),
        ("Nordwind was founded in 2013.", R),
        ("The revenue of Nordwind was 812 million kroner.", S),
        ("Nordwind had 19 ships in 2015.", S),
        ("Nordwind had 29 ships in 2015.", R),
        ("When it was founded, Nordwind had 1,100 employees.", S),
        ("When it was founded, Nordwind had 1,300 employees.", R),
        ("Nordwind will order six more electric ferries.", S),
        ("Nordwind will order eight more electric ferries.", R),
        ("Het gebied heeft 290.000 inwoners.", S),
        ("Het gebied heeft 390.000 inwoners.", R),
        # "I" is who speaks
        ("Ingrid Halvorsen was born in 1971.", S),
        ("Halvorsen was born in 1973.", R),
        ("Lund was born in 1971.", N),
        # a part of them is not all, nor is another name the one that is meant
        ("Nordwind's 27 ships run on batteries.", N),
        ("Het waterschap Groenmeer beheert 410 kilometer dijk.", N),
        ("Het waterschap Zilverdal beheert 410 kilometer dijk.", S),
        # whose words a statement is judged on
        ("According to Torvald Moe, sick leave reached 11 percent in winter.", S),
        ("According to Ingrid Halvorsen, sick leave reached 11 percent in winter.", R),
        ("According to Lund, 40 percent of the customers would leave.", S),
        ("Halvorsen says that 40 percent of the customers would leave.", R),
        ("About 40 percent of the customers would leave, said Lund.", S),
        ("Volgens Aïsha Benali stierf een derde van de vissen.", S),
        ("Volgens Henk Wolters stierf een derde van de vissen.", R),
        # "he said" is who the paragraph speaks of
        ("“They cut the crews and wonder why the boats are late,” says Torvald Moe.", S),
        ("“They cut the crews and wonder why the boats are late,” says Halvorsen.", R),
        ("‘Wie droge voeten wil, moet daarvoor betalen,’ zegt Henk Wolters.", S),
        ("‘Wie droge voeten wil, moet daarvoor betalen,’ zegt Benali.", R),
    ],
)
def test_what_is_not_named_is_found(checker: factcheck.Checker, statement: str, verdict: str) -> None:
    assert checker.check(statement).verdict == verdict


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        ("Acme opened in 1990. It has 12 shops.", "It has", "n:acme"),
        ("Acme opened in 1990. The company has 12 shops.", "The company", "n:acme"),
        ("Acme opened. Bo Lee ran it. Lee left. She is 40.", "She is", "n:lee"),
        ("Acme opened. Ghent is old. It has 3 towers.", "It has", "n:ghent"),
    ],
)
def test_a_pronoun_is_the_name_before_it(text: str, said: str, expected: str) -> None:
    document = Document(text, language="en")
    found = referred(document, document.sentence_index(text.index(said)))
    assert [expected in reference.keys for reference in found] == [True]


def test_it_means_nothing_long_after_a_name() -> None:
    text = "Acme opened. We ate. We slept. We went home. It rained for 3 days."
    document = Document(text, language="en")
    found = referred(document, document.sentence_index(text.index("It rained")))
    assert [reference.keys for reference in found] == [frozenset()]


def test_i_is_the_speaker_by_surname() -> None:
    document = Document("I was born here.", language="en", turns=(Turn(0, 16, "Mayor Lee", "speech"),))
    assert [(sorted(found.keys), found.surname) for found in referred(document, 0)] == [
        (["le", "n:lee"], True)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Union leader Bo Lee disagrees. “No,” he said. Lee left.", "Bo Lee"),
        ("Bo Lee is here. Ann thanked Lee. “No,” he said. Lee left.", "Bo Lee"),
        ("Ann Fry met Bo Lee. Lee disagrees. “No,” he said. Fry left.", None),
        ("Bo Lee came.\nNobody was there. “No,” he said. Lee left.", None),
        ("Nobody was there. “No,” he said.", None),
    ],
)
def test_who_he_is(text: str, expected: str | None) -> None:
    assert only_person(Document(text, language="en"), text.index("“No")) == expected


@pytest.mark.parametrize("end", ["\n", " "])
def test_who_he_is_in_a_long_text(end: str) -> None:
    tide = f"The tide came in.{end}" * 20_000
    text = f"{tide}Union leader Bo Lee disagrees. “No,” he said. Lee left.{end}{tide}"
    assert only_person(Document(text, language="en"), text.index("“No")) == "Bo Lee"


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("According to Bo Lee, 5 came.", "en", Teller("Bo Lee", Span(0, 19))),
        ("According to union leader Bo Lee, 5 came.", "en", Teller("Bo Lee", Span(0, 32))),
        ("According to figures of Bo Lee, 5 came.", "en", None),
        ("Lee said that 5 came.", "en", Teller("Lee", Span(0, 13))),
        ("Lee said the yard has 5 docks.", "en", Teller("Lee", Span(0, 8))),
        ("Lee promised 5 docks.", "en", None),
        ("Lee told the council that 5 came.", "en", Teller("Lee", Span(0, 25))),
        ("The yard has 5 docks, says Lee.", "en", Teller("Lee", Span(22, 30))),
        ("The yard has 5 docks, says Lee in a letter.", "en", None),
        ("Volgens de havenmeester kwamen er 5.", "nl", None),
        ("Volgens ecoloog Jan Smit kwamen er 5.", "nl", Teller("Jan Smit", Span(0, 24))),
        ("Er kwamen er 5, zegt Smit.", "nl", Teller("Smit", Span(16, 25))),
        ("“According to Lee, no,” he read.", "en", None),
    ],
)
def test_who_tells(text: str, language: str, expected: Teller | None) -> None:
    assert teller(text, language) == expected


@pytest.mark.parametrize(
    ("statement", "verdict"),
    [
        ("The revenue of Nordwind Ferries grew by 14 percent, to 812 million kroner.", S),
        ("At that time the fleet had 24 vessels.", N),
        ("The fleet has 24 vessels.", R),
        ("Ingrid Halvorsen, who was born in 1971, crossed the fjord.", S),
        ("Osei Ferries carried 4.2 million passengers in 2023.", N),
    ],
)
def test_what_is_measured_and_when(checker: factcheck.Checker, statement: str, verdict: str) -> None:
    assert checker.check(statement).verdict == verdict


@pytest.mark.parametrize("text", [LINE, TALK, *(path.read_text(encoding="utf-8") for path in SEEDS)])
def test_names_told_apart_from_all_words_are_the_same(text: str) -> None:
    alone, whole = Document(text), Document(text)
    for index in range(len(whole.sentences)):
        expected: list[list[Word]] = []
        for word in sentence_words(whole, index):
            if not word.name:
                continue
            if expected and text[expected[-1][-1].end : word.start] == " ":
                expected[-1].append(word)
            else:
                expected.append([word])
        assert list(sentence_names(alone, index)) == expected


@pytest.mark.parametrize("order", [1, -1])
def test_whom_a_text_spoke_of_last_does_not_depend_on_what_was_asked_before(order: int) -> None:
    asked = Document(LINE)
    indices = range(len(asked.sentences))[::order]
    found = {index: referred(asked, index) for index in indices}
    assert found == {index: referred(Document(LINE), index) for index in indices}
