"""What is said in talks: an answer leans on its question, "I" is who speaks, a label is not what is said."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.model import Turn
from factcheck.text import Document

S, R, N = "supported", "refuted", "not_enough_evidence"

ORCHARD = (
    "Ann Vale: What does a crate of pears from your orchard cost?\n\n"
    "Bo Lund: It's 38 euros. Last week I sold none.\n\n"
    "Ann Vale: Have the deer ever broken a fence?\n\n"
    "Bo Lund: Not a single fence in nineteen years.\n\n"
    "Ann Vale: How long have you kept bees?\n\n"
    "Bo Lund: I began in 1998, with a hive of my aunt's. In 2011 I planted the walnut trees.\n\n"
    "Ann Vale: And the mill? Was it expensive?\n\n"
    "Bo Lund: The saw alone was 900 euros.\n"
)
GAARD = (
    "Ann Vaal: Wat kost een kist peren uit uw boomgaard?\n\n"
    "Bo Lund: Dat is 38 euro. Vorige week heb ik er geen verkocht.\n\n"
    "Ann Vaal: Hebben de herten ooit een hek vernield?\n\n"
    "Bo Lund: Geen enkel hek in negentien jaar.\n\n"
    "Ann Vaal: Sinds wanneer houdt u bijen?\n\n"
    "Bo Lund: Ik begon in 1998, met een kast van mijn tante. In 2011 plantte ik de notenbomen.\n\n"
    "Ann Vaal: En de molen? Was die duur?\n\n"
    "Bo Lund: Alleen de zaag al was 900 euro.\n"
)

CASES = {
    "the answer to a question": (ORCHARD, "A crate of pears from the orchard costs 38 euros.", S),
    "another answer": (ORCHARD, "A crate of pears from the orchard costs 44 euros.", R),
    "of what was not asked": (ORCHARD, "A crate of plums from the market costs 38 euros.", N),
    "an answer without a verb": (ORCHARD, "Not a single fence was broken by the deer.", S),
    "who says I": (ORCHARD, "Bo Lund planted the walnut trees in 2011.", S),
    "who says I, another year": (ORCHARD, "Bo Lund planted the walnut trees in 2001.", R),
    "who asks says nothing of it": (ORCHARD, "Ann Vale planted the walnut trees in 2011.", N),
    "an answer with a thing of its own": (ORCHARD, "The mill cost 900 euros.", N),
    "het antwoord op een vraag": (GAARD, "Een kist peren uit de boomgaard kost 38 euro.", S),
    "een ander antwoord": (GAARD, "Een kist peren uit de boomgaard kost 44 euro.", R),
    "waarnaar niet gevraagd is": (GAARD, "Een kist pruimen van de markt kost 38 euro.", N),
    "een antwoord zonder werkwoord": (GAARD, "Geen enkel hek is door de herten vernield.", S),
    "wie ik zegt": (GAARD, "Bo Lund plantte de notenbomen in 2011.", S),
    "wie ik zegt, een ander jaar": (GAARD, "Bo Lund plantte de notenbomen in 2001.", R),
    "wie vraagt zegt er niets over": (GAARD, "Ann Vaal plantte de notenbomen in 2011.", N),
    "een antwoord met een eigen ding": (GAARD, "De molen kostte 900 euro.", N),
}


@pytest.mark.parametrize(("source", "claim", "verdict"), CASES.values(), ids=CASES)
def test_judges_what_is_said_in_a_talk(
    judged: Callable[..., str], source: str, claim: str, verdict: str
) -> None:
    assert judged(claim, source) == verdict


def test_a_label_is_a_sentence_of_its_own() -> None:
    text = "Vale: How old is it? Lund: Nine. It is small.\n"
    said = [(6, 20), (27, 45)]
    document = Document(text, language="en", turns=[Turn(*span, "X", "speech") for span in said])
    assert [text[start:end] for start, end in document.sentences] == [
        "Vale:",
        "How old is it?",
        "Lund:",
        "Nine.",
        "It is small.",
    ]
    assert document.sentences_before(4, 2) == [1, 3]
