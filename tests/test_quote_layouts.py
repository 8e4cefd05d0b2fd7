"""The same statements in the layouts that transcripts come in, judged with the speakers each gives."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from typing import NamedTuple

import pytest
from test_quote_judge import NEE, REFUTED, SUPPORTED, judge, outcome

from factcheck._sources import read_text_source
from factcheck.model import Source, Verdict

ENGLISH = (
    (
        "The Host",
        "Good evening. Minister Dalgaard, the lighthouse is dark since March. When will it burn again?",
    ),
    (
        "Karin Dalgaard",
        "Before the winter, I hope. We have found the money, four hundred thousand crowns, and the council "
        "has agreed to everything. The keeper will not return. That post was abolished in 1987, and nobody "
        "on the island wants a stranger in the tower.",
    ),
    (
        "Peter Voss",
        "I must say that I doubt it. The minister promised the same last year, and the lamp is still in a "
        "warehouse on the mainland. Fishermen do not sail by promises. They have asked for a simple electric "
        "light, which costs a tenth of this modern monument.",
    ),
    ("The Host", "Is that true, minister? Is the lamp still in a warehouse?"),
    (
        "Karin Dalgaard",
        "It was there until Tuesday. The turning mechanism could never be repaired on the island, so we sent "
        "it to the clockmaker in Ribe. He has done excellent work for a very small fee.",
    ),
    ("Peter Voss", "Then I shall be the first to apologise. I would rather be wrong than sail in the dark."),
)

DUTCH = (
    ("De voorzitter", "Goedenavond. Het woord is aan wethouder Terpstra over de sluiting van het zwembad."),
    (
        "Wethouder Terpstra",
        "Dank u wel, voorzitter. Het zwembad gaat niet dicht. Wij hebben met de vereniging afgesproken dat "
        "zij het beheer overneemt, voor driehonderdduizend euro per jaar. Dat is minder dan de helft van wat "
        "het ons vorig jaar heeft gekost.",
    ),
    (
        "Mevrouw Bakema",
        "Ik geloof daar helemaal niets van. De wethouder heeft in 2014 precies hetzelfde beloofd over de "
        "bibliotheek, en daar staat nu een parkeergarage. De kinderen uit de wijk kunnen nergens meer leren "
        "zwemmen.",
    ),
    ("De voorzitter", "Wilt u daarop antwoorden, wethouder?"),
    (
        "Wethouder Terpstra",
        "Zeker. De bibliotheek was een besluit van deze raad, en ik heb dat toen met tegenzin uitgevoerd. "
        "Dit keer staan de handtekeningen al onder het contract.",
    ),
    ("Mevrouw Bakema", "Dan zie ik dat contract graag morgen op mijn bureau liggen."),
)


class Layout(NamedTuple):
    """How a transcript is set: each turn, what stands between turns, and what is done to the whole."""

    turn: Callable[[str, str], str]
    between: str = "\n\n"
    whole: Callable[[str], str] = str


def _labelled(who: str, said: str) -> str:
    return f"{who}: {said}"


def _press(who: str, said: str) -> str:
    """The style of a press office: offices in capitals, questions under a letter."""
    title = {"Karin Dalgaard": "MINISTER DALGAARD", "Wethouder Terpstra": "WETHOUDER TERPSTRA"}
    asks = who in ("The Host", "De voorzitter")
    return f"Q  {said}" if asks else f"{title.get(who, who.upper())}:  {said}"


def _wrapped(text: str, width: int = 62, hyphens: bool = False) -> str:
    parts = [textwrap.fill(part, width, break_on_hyphens=False) for part in text.split("\n\n")]
    wrapped = "\n\n".join(parts)
    if not hyphens:
        return wrapped
    # the first long word of a line is broken over the end of the line before
    return re.sub(r"\n(?!\n)([a-z]{4})([a-z]{4,})", r" \1-\n\2", wrapped)


def _scanned(text: str) -> str:
    """Letters a scan takes for others, in words that become none by it."""
    pairs = (("modern", "rnodern"), ("simple", "sirnple"), ("tower", "tovver"), ("clockmaker", "c1ockmaker"))
    dutch = (("zwembad", "zwernbad"), ("bibliotheek", "bib1iotheek"))
    for right, wrong in (*pairs, *dutch):
        text = text.replace(right, wrong, 1)
    return text


def _mistaken(text: str) -> str:
    """UTF-8 with curly apostrophes and dashes, read as Windows-1252."""
    curly = text.replace(", and ", " – and ").replace("I must", "I’d").replace(", en ", " – en ")
    return "".join(char if char.isascii() else char.encode().decode("cp1252", "replace") for char in curly)


def _part(who: str) -> str:
    """What a speaker is, in a word of either language."""
    return "host" if who in ("The Host", "De voorzitter") else "expert"


def _numbered(text: str) -> str:
    lines = _wrapped(text).replace("\n\n", "\n").split("\n")
    return "\n".join(f"{at % 25 + 1:3}  {line}" for at, line in enumerate(lines))


LAYOUTS = {
    "labels": Layout(_labelled),
    "capitals": Layout(_labelled, whole=str.upper),
    "names in capitals": Layout(lambda who, said: f"{who.upper()}: {said}"),
    "name on its own line": Layout(lambda who, said: f"{who}\n{said}"),
    "press office": Layout(_press),
    "hard wraps": Layout(_labelled, whole=_wrapped),
    "pages": Layout(_labelled, whole=lambda text: _wrapped(text, 48, hyphens=True)),
    "scan": Layout(_labelled, whole=_scanned),
    "mojibake": Layout(_labelled, whole=_mistaken),
    "captions": Layout(
        lambda who, said: re.sub(r"[^\w\s']", "", said.lower()),
        between="\n",
        whole=lambda text: textwrap.fill(text, 36),
    ),
    "one line a turn": Layout(_labelled, between="\n"),
    "bold": Layout(lambda who, said: f"**{who}:** {said}"),
    "dash": Layout(lambda who, said: f"{who} - {said}"),
    "times": Layout(lambda who, said: f"[00:12:31] {who}: {said}"),
    "messages": Layout(lambda who, said: f"[12/03/2024, 10:04:14] {who}: {said}", between="\n"),
    "brackets": Layout(lambda who, said: f"[{who}] {said}"),
    "chat": Layout(lambda who, said: f"<{who}> {said}", between="\n"),
    "numbers": Layout(lambda who, said: f"1. {who}: {said}", between="\n"),
    "list": Layout(lambda who, said: f"- **{who}:** {said}", between="\n"),
    "columns": Layout(lambda who, said: f"{who}\t{said}", between="\n"),
    "table": Layout(
        lambda who, said: f"| {who} | {said} |",
        between="\n",
        whole=lambda text: f"| Who | What |\n| --- | --- |\n{text}",
    ),
    "play": Layout(lambda who, said: f"{who.upper()}. {said}"),
    "what they are": Layout(lambda who, said: f"{who}, {_part(who)}: {said}"),
    "what they are, below": Layout(lambda who, said: f"{who}\n{_part(who)}\n{said}"),
    "line numbers": Layout(_labelled, whole=_numbered),
    "web captions": Layout(lambda who, said: f"00:12:31.000 --> 00:12:39.000\n<v {who}>{said}"),
}

SAID = {
    "verbatim": ("They have asked for a simple electric light, which costs a tenth", "Peter Voss", SUPPORTED),
    "over two sentences": (
        "The turning mechanism could never be repaired on the island, so we sent it to the clockmaker in "
        "Ribe. He has done excellent work",
        "Karin Dalgaard",
        SUPPORTED,
    ),
    "shortened": (
        "The keeper will not return [...] nobody on the island wants a stranger in the tower",
        None,
        SUPPORTED,
    ),
    "negation dropped": (
        "The keeper will return. That post was abolished in 1987",
        "Karin Dalgaard",
        REFUTED,
    ),
    "number": ("We have found the money, six hundred thousand crowns", "Karin Dalgaard", REFUTED),
    "modal": (
        "It was there until Tuesday. The turning mechanism should never be repaired on the island",
        None,
        REFUTED,
    ),
    "two places": (
        "Fishermen do not sail by promises. I would rather be wrong than sail in the dark.",
        None,
        REFUTED,
    ),
    "absent": ("Our harbour was dredged by a Dutch firm and three tugs", "Peter Voss", NEE),
    "said by another": ("the lamp is still in a warehouse on the mainland", "Karin Dalgaard", REFUTED),
}

GEZEGD = {
    "verbatim": ("Het zwembad gaat niet dicht.", "wethouder Terpstra", SUPPORTED),
    "over two sentences": (
        "voor driehonderdduizend euro per jaar. Dat is minder dan de helft van wat het ons vorig jaar heeft",
        "Terpstra",
        SUPPORTED,
    ),
    "shortened": (
        "De bibliotheek was een besluit van deze raad (...) met tegenzin uitgevoerd",
        None,
        SUPPORTED,
    ),
    "negation dropped": (
        "Het zwembad gaat dicht. Wij hebben met de vereniging afgesproken",
        "Terpstra",
        REFUTED,
    ),
    "number": ("De wethouder heeft in 2016 precies hetzelfde beloofd over de bibliotheek", "Bakema", REFUTED),
    "modal": ("De kinderen uit de wijk mogen nergens meer leren zwemmen", "mevrouw Bakema", REFUTED),
    "two places": ("Ik geloof daar helemaal niets van. Dan zie ik dat contract graag morgen", None, REFUTED),
    "absent": ("De brug over het kanaal wordt pas na de zomer geschilderd", "Terpstra", NEE),
    "said by another": (
        "daar staat nu een parkeergarage. De kinderen uit de wijk",
        "wethouder Terpstra",
        REFUTED,
    ),
}

WITHOUT_SPEAKERS = ("captions",)


def document(turns: tuple[tuple[str, str], ...], layout: Layout) -> Source:
    text = layout.whole(layout.between.join(layout.turn(*turn) for turn in turns))
    return read_text_source("a.txt", (text + "\n").encode())


def expected(case: str, layout: str, verdict: Verdict) -> Verdict:
    return SUPPORTED if case == "said by another" and layout in WITHOUT_SPEAKERS else verdict


@pytest.mark.parametrize("layout", LAYOUTS)
def test_english(layout):
    there = document(ENGLISH, LAYOUTS[layout])
    found = {case: judge(quote, speaker, there).verdict for case, (quote, speaker, _) in SAID.items()}
    assert found == {case: expected(case, layout, verdict) for case, (_, _, verdict) in SAID.items()}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_dutch(layout):
    there = document(DUTCH, LAYOUTS[layout])
    found = {case: judge(quote, speaker, there).verdict for case, (quote, speaker, _) in GEZEGD.items()}
    assert found == {case: expected(case, layout, verdict) for case, (_, _, verdict) in GEZEGD.items()}


def test_who_said_it_where_names_are_told():
    there = document(ENGLISH, LAYOUTS["labels"])
    finding = judge("the lamp is still in a warehouse on the mainland", "Karin Dalgaard", there)
    assert (outcome(finding), finding.evidence[0].speaker) == ((REFUTED, "quote-misattributed"), "Peter Voss")
