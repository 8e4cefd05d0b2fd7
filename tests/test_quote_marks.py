"""Quotation marks are paired in every style."""

from __future__ import annotations

import pytest

from factcheck_quote.marks import marked

STYLES = {
    "curly": ("He said “we won” today.", ["we won"]),
    "straight": ('He said "we won" today.', ["we won"]),
    "single curly": ("He said ‘we won’ today.", ["we won"]),
    "single straight": ("He said 'we won' today.", ["we won"]),
    "low": ("Hij zei „wij wonnen” en „ja“.", ["wij wonnen", "ja"]),
    "angle": ("Il dit «oui», puis « non ».", ["oui", "non"]),
    "angle inwards": ("Er sagt »ja«.", ["ja"]),
    "TeX": ("He said ``we won'' today.", ["we won"]),
    "nested": ("“She said ‘no’ to me.”", ["She said ‘no’ to me.", "no"]),
    "nested in its own kind": (
        "‘De ‘vreemdeling’ bestaat niet.’",
        ["De ‘vreemdeling’ bestaat niet.", "vreemdeling"],
    ),
    "apostrophes": ("It’s the dog's 'bowl' isn't it, in the '90s, rock 'n' roll", ["bowl"]),
    "elided article": ("’s Ochtends om ’t uur ‘zo’n dag’", ["zo’n dag"]),
    "plural possessive": (
        "‘To move the fences in the spring was the farmers’ own idea, not ours.’",
        ["To move the fences in the spring was the farmers’ own idea, not ours."],
    ),
    "plural possessive, soon": (
        "'It's the cats' own fault, not ours,' he says.",
        ["It's the cats' own fault, not ours,"],
    ),
    "two words": ("He says 'cats' and she says 'dogs'.", ["cats", "dogs"]),
    "wrong way round": ("“We move,“ says Lee.", ["We move,"]),
    "opened with a closing mark": ("says Lee.” We are many.” End", ["We are many."]),
    "inches": ("The 5'10\" man stood.", []),
    "unclosed at the end": ("He said: “we won. And then", ["we won. And then"]),
    "unclosed straight": ('A 3" pipe of steel', []),
    "glued to a question": ("Is it?‘Yes it is.’", ["Yes it is."]),
}


@pytest.mark.parametrize(("text", "expected"), STYLES.values(), ids=STYLES)
def test_pairs(text, expected):
    assert [found.text(text) for found in marked(text)] == expected


PARAGRAPHS = {
    "opened again": ("“One.\n\n“Two,” she said.", ["One. Two,"]),
    "opened again, single lines": ("‘Een.\n‘Twee.’ Ja", ["Een. Twee."]),
    "unclosed, next is prose": ("“One.\n\nTwo.", ["One."]),
    "two quotations": ("“One.”\n\n“Two.”", ["One.", "Two."]),
}


@pytest.mark.parametrize(("text", "expected"), PARAGRAPHS.values(), ids=PARAGRAPHS)
def test_paragraphs(text, expected):
    assert [found.text(text) for found in marked(text)] == expected


def test_a_line_may_end_inside_curly_marks():
    assert [
        found.text("He said “we have\nwon it” today.") for found in marked("He said “we have\nwon it” today.")
    ] == ["we have\nwon it"]


@pytest.mark.parametrize("said", ['"we have\nwon it"', "‘we have\nwon it’", "'we have\r\nwon it'"])
def test_a_line_may_end_inside_a_sentence(said):
    assert [(one.start, one.end) for one in marked(f"He said {said} today.")] == [(8, 8 + len(said))]


def test_depth():
    text = "“a ‘b’ c” “d”"
    assert [(found.depth, found.text(text)) for found in marked(text)] == [(0, "a ‘b’ c"), (1, "b"), (0, "d")]
