"""Who is quoted in a long document: read around the found places, and as in the whole."""

from __future__ import annotations

import random

import pytest

from factcheck import Checker
from factcheck.people import same_person
from factcheck.text import Document, Span
from factcheck_quote import named, nearby
from factcheck_quote.borders import Borders
from factcheck_quote.extract import quotations
from factcheck_quote.nearby import Nearby
from factcheck_quote.voices import Voices

LONG = 201_000  # characters
NAMES = ("Nora Quist", "Quist", "Tom Adair", "minister Verhaegen", "Mrs Adair", "Jo van der Beek")
OTHERS = ("he", "she", "hij", "zij", "I", "you", "one farmer", "her brother")
SAID = ("said", "says", "zegt", "replied", "aldus")
PLAIN = ("the mill has stood still since spring", "nobody knows when it's to turn", "de molen draait niet")
MARKS = ("“ ”", '" "', "‘ ’", "' '", "„ ”", "« »", "`` ''", "â€œ â€\x9d")
BREAKS = {
    "blank lines": ("\n\n",),
    "lines": ("\n",),
    "other ends of lines": ("\r\n",),
    "blank lines of others": ("\r\n\r\n",),
    "any": ("\n\n", "\n", "\n\n\n", " \n", "\n \n", "\n\t"),
    "wrapped": ("\n\n", "\n\n", "\n\n", "\n"),
}


class Teller:
    """Tells of a mill, and quotes whoever comes along, at random but always the same."""

    def __init__(self, seed: int):
        self.drawn = random.Random(seed)
        self.marks = self.drawn.sample(MARKS, self.drawn.randint(1, 3))
        self.often = self.drawn.choice((0.05, 0.2, 0.5))

    def words(self, most: int) -> str:
        return " ".join(self.drawn.choices(" and ".join(PLAIN).split(), k=self.drawn.randint(1, most)))

    def who(self) -> str:
        return self.drawn.choice(self.drawn.choice((NAMES, OTHERS)))

    def quote(self, nested: bool = False) -> str:
        opening, closing = self.drawn.choice(self.marks).split(" ")
        said = self.words(30).capitalize()
        if not nested and self.drawn.random() < 0.2:
            said = f"{said} {self.quote(nested=True)} {self.words(4)}"
        stop = self.drawn.choice((",", ".", "!", ""))
        return self.drawn.choices(
            (f"{opening}{said}{stop}{closing}", f"{opening}{said}", f"{said}{closing}"), (30, 1, 1)
        )[0]

    def sentence(self) -> str:
        if self.drawn.random() > self.often:
            return f"{self.words(20).capitalize()}{self.drawn.choice(('.', ' Adair.', ':'))}"
        said, who = self.drawn.choice(SAID), self.who()
        return self.drawn.choice(
            (
                f"{self.quote()} {said} {who}.",
                f"{self.quote()} {who} {said}, {self.quote()}",
                f"{who.capitalize()} {said}: {self.quote()}",
                f"{who.capitalize()} is blunt: {self.quote()}",
                f"{self.quote()}\n– {who}",
                self.quote(),
            )
        )

    def text(self, breaks: str) -> str:
        paragraphs: list[str] = []
        length = 0
        while length < LONG:
            told = " ".join(self.sentence() for _ in range(self.drawn.choice((1, 1, 2, 5))))
            if breaks == "wrapped":
                words = told.split()
                told = "\n".join(" ".join(words[at : at + 11]) for at in range(0, len(words), 11))
            paragraphs.append(told + self.drawn.choice(BREAKS[breaks]))
            length += len(paragraphs[-1])
        return "".join(paragraphs)


@pytest.mark.parametrize("breaks", BREAKS)
@pytest.mark.parametrize("seed", range(3))
def test_quotations_nearby_are_those_of_the_whole(breaks, seed):
    text = Teller(seed).text(breaks)
    document = Document(text, language="en")
    whole = quotations(document)
    assert len(whole) > 50
    assert list(Nearby(document).all()) == whole
    read, offsets = Nearby(document), list(range(0, len(text), 7_001))
    random.Random(seed).shuffle(offsets)
    for start in offsets:
        near = read.near(start, start + 40)
        assert [one for one in near if one.end >= start and one.start <= start + 40] == [
            one for one in whole if one.end >= start and one.start <= start + 40
        ]
        assert set(near) <= set(whole)


def test_only_what_is_around_a_place_is_read(monkeypatch):
    read: list[int] = []
    stretch = nearby.Stretch

    def counted(document, bounds):
        read.append(bounds.last - bounds.first)
        return stretch(document, bounds)

    monkeypatch.setattr(nearby, "Stretch", counted)
    line = "“The wheel is rotten,” said Nora Quist. “It should go.” Tom Adair did not agree.\n"
    document = Document(line * 20_000, language="en")
    assert Nearby(document).near(900_000, 900_100)
    assert sum(read) < 50_000


BORDERS = {
    "a blank line": ("He came.\n\nShe went.", True),
    "a quotation that is opened again": ("“He came.\n\n“She went.”", False),
    "one of a damaged text": ("â€œHe came.\n\nâ€œShe went.", False),
    "the end of a line": ("He came.\nShe went.", True),
    "a sentence that goes on": ("He came\nand went.", True),
    "a quotation in its midst": ("“He came\nand went.” Nobody said more.", False),
    "lines that are quotations": ("“He came.”\n“She went.”", True),
    "a quotation that goes on": ("“He came.\nShe went. There was a wide yard.” Nobody said more.", False),
    "one with other marks": ("„Hij kwam.\nZij ging. Er was een wijd erf.” Niemand zei meer.", False),
    "an interruption": ("“He came,” says Quist,\n“and went.”", False),
}


@pytest.mark.parametrize(("text", "expected"), BORDERS.values(), ids=BORDERS)
def test_borders(text, expected):
    before = "The mill was shut. " * 110
    borders = Borders(Document(f"{before}{text} {before}", language="en"))
    at = len(before) + text.rindex("\n") + 1
    assert (borders.after(at - 5) == at) is expected
    assert (borders.before(at + 5) == at) is expected


def test_borders_of_a_wrapped_text():
    text = "The mill was shut\nfor good, as it\nseems.\n\n“It\nrained.”\n\nThe\nwheel was\nrotten.\n\n"
    document = Document(text * 100, language="en")
    assert document.hard_wrapped
    borders = Borders(document)
    found = {at % len(text) for at in map(borders.after, range(2_000, 8_000, 50))}
    assert found == {0, text.index("The\n")}


NAMED = {
    "surname": ("Nora Quist", "said QUIST at last", True),
    "accents": ("Renee Brulé", "said Bru\u0301le\u0301 at last", True),
    "no accents": ("Renée Brulé", "said Brule at last", True),
    "damaged": ("Hélène Aubé", "said AubÃ© at last", True),
    "invisible hyphen": ("Nora Quist", "said Qu\u00adist at last", True),
    "sharp s": ("Ilse Strasser", "said Straßer at last", True),
    "apostrophe": ("Una O'Malley", "said O’Malley at last", True),
    "office": ("the warden", "the Warden said", True),
    "other": ("Nora Quist", "said Adair at last", False),
    "particle": ("Jo van der Beek", "said van der Aa at last", False),
}


@pytest.mark.parametrize(("name", "text", "expected"), NAMED.values(), ids=NAMED)
def test_where_somebody_may_be_named(name, text, expected):
    filler = "It rained all day. " * 10_000
    whole = filler + text + filler
    at = list(named.pieces(whole, named.letters(name, {}), Span(0, len(whole))))
    assert bool(at) is expected
    assert all(span.start <= len(filler) + len(text) and span.end >= len(filler) for span in at)


def test_some_names_may_be_anywhere():
    assert named.letters("Bo Li", {}) == named.letters("T. Adair", {}) == named.letters("Лев", {}) == set()


def test_spellings_of_the_project_are_looked_for():
    people = {"Nora Quist": ("Miller Quist",), "Tom Adair": ("Tomcat",)}
    assert named.letters("Miss Quist", people) == {b"miss", b"nora", b"quist", b"miller"}


def test_who_is_heard_is_the_same_by_looking_and_by_reading(monkeypatch):
    told = "".join(
        f"The mill of {name} is shut. “{said},” he says.\n“{said} too,” said {other}.\n"
        + "It rained all day, and nobody came.\n" * 2_000
        for name, other, said in (
            ("Mr Quist", "Ann Adair", "It will rot"),
            ("Jo van der Beek", "Brulé", "Nobody wants it"),
            ("warden Holm", "Una O’Malley", "It was my own"),
        )
    )
    asked = ("Nora Quist", "T. Adair", "Beek", "Brule", "Una", "O'Malley", "Holm", "the warden", "Tom Hurst")
    looked = {}
    for most in (0, 1):
        monkeypatch.setattr(nearby, "_MOST", most)
        looked[most] = [Voices(Document(told, language="en")).heard(name) for name in asked]
    assert looked[0] == looked[1]
    everybody = {one.speaker for one in quotations(Document(told, language="en")) if one.sure}
    assert looked[1][5] == any(same_person("O'Malley", one) for one in everybody) is True
    assert looked[1][-1] is False


ENGLISH = """The old mill is for sale, and the village would like to have it.

“We have saved for nine years,” said Nora Quist, who keeps the shop by the bridge. “The roof alone is more.”

Tom Adair, the owner, disagrees: “I have never been made an offer in writing by anyone.”

The wheel was taken out in the winter when the river froze over, and it has lain in the yard ever since.
"""
DUTCH = """De oude molen staat te koop, en het dorp wil hem graag hebben.

‘Wij hebben negen jaar gespaard’, zegt Nora Quist, die de winkel bij de brug heeft. ‘Het dak kost al meer.’

Tom Adair, de eigenaar, is het er niet mee eens: ‘Nog nooit heeft iemand mij een bod op papier gedaan.’

Het rad werd weggehaald in de winter dat de rivier dichtvroor, en het ligt sindsdien op het erf.
"""
FAR = {
    "en": "Rain fell on the hills for most of that day, and the road lay empty until evening.\n\n" * 2_600,
    "nl": "Het regende de hele dag op de heuvels, en de weg bleef tot de avond leeg en stil.\n\n" * 2_600,
}
SAYINGS = {
    "his": ("en", "I have never been made an offer in writing by anyone.", "Tom Adair", "supported", None),
    "hers, carried over": ("en", "The roof alone is more.", "Quist", "supported", None),
    "somebody else's": ("en", "We have saved for nine years", "Tom Adair", "refuted", "FC202"),
    "part left out": ("en", "We have … nine years", "Nora Quist", "supported", "FC215"),
    "the narrator's": ("en", "lain in the yard ever since", "Tom Adair", "supported", "FC211"),
    "nobody's": ("en", "lain in the yard ever since", "Ann Hurst", "supported", "FC211"),
    "zijn": ("nl", "Nog nooit heeft iemand mij een bod op papier gedaan.", "Tom Adair", "supported", None),
    "van een ander": ("nl", "Wij hebben negen jaar gespaard", "Tom Adair", "refuted", "FC202"),
    "deel weggelaten": ("nl", "Wij hebben … gespaard", "Quist", "supported", "FC215"),
    "van de verteller": ("nl", "het ligt sindsdien op het erf", "Nora Quist", "refuted", "FC202"),
    "van niemand": ("nl", "het ligt sindsdien op het erf", "Ann Hurst", "supported", "FC211"),
    "nergens": (
        "nl",
        "Wij verkopen de molen aan wie het eerst komt",
        "Tom Adair",
        "not_enough_evidence",
        "FC203",
    ),
}


def test_a_long_document_is_judged_alike_however_it_is_asked(tmp_path):
    found = {}
    for language, text in (("en", ENGLISH), ("nl", DUTCH)):
        source = tmp_path / f"{language}.txt"
        source.write_text(FAR[language] + text + FAR[language], encoding="utf-8")
        asked = {
            name: {"quote": quote, "speaker": speaker}
            for name, (spoken, quote, speaker, *_) in SAYINGS.items()
            if spoken == language
        }
        checker = Checker([source])
        batched = dict(zip(asked, checker.check_all(asked.values()), strict=True))
        warm = {name: checker.check(**asked[name]) for name in reversed(asked)}
        assert {name: one.findings for name, one in batched.items()} == {
            name: warm[name].findings for name in asked
        }
        for name, one in batched.items():
            assert Checker([source]).check(**asked[name]).findings == one.findings
            (finding,) = one.findings
            found[name] = (finding.verdict.value, finding.rule and finding.rule.code)
    assert found == {name: case[3:] for name, case in SAYINGS.items()}
