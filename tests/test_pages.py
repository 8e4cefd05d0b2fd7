"""Running heads, and the texts they interrupt."""

from __future__ import annotations

import pytest

from factcheck._pages import without_running_heads
from factcheck.text import Document

HEAD = "{}\n   VIK v. HARBOUR BOARD"


def paged(*pieces: str, head: str = HEAD) -> str:
    """Set pieces of text on pages of their own, from the second on with a head."""
    text = pieces[0]
    for number, piece in enumerate(pieces[1:], 2):
        text += f"\n\n{head.format(number)}\n\n{piece}"
    return text


HEADS = {
    "amid sentences": paged("I could not", "see the quay. It was", "too dark for that."),
    "between sentences too": paged("I could not", "see the quay.", "It was too dark for that."),
    "behind a hyphen": paged("I saw the har-", "bour and was", "glad of it."),
    "a number and a head apart": paged(
        "I could not", "see the quay. It was", "too dark.", head="- {} -\n\nVIK v. HARBOUR BOARD"
    ),
    "a page of pages": paged("I could not", "see the quay. It was", "too dark.", head="Page {} of 40"),
    "Dutch": paged("Ik zag de", "kade niet, want het", "was donker.", head="blad {}\nZaaknummer 17/204-3"),
}


@pytest.mark.parametrize("text", HEADS.values(), ids=HEADS)
def test_heads_are_blank(text):
    flowing = without_running_heads(text)
    kept = [line.strip() for line in text.split("\n\n") if not any(map(str.isdigit, line))]
    kept = [line for line in kept if line != "VIK v. HARBOUR BOARD"]
    assert (len(flowing), flowing.split()) == (len(text), " ".join(kept).split())


def test_a_sentence_goes_on_in_its_paragraph():
    flowing = without_running_heads(paged("I could not", "see it. It was", "too dark."))
    assert [line.split() for line in flowing.split("\n")] == [
        ["I", "could", "not"],
        ["see", "it.", "It", "was"],
        ["too", "dark."],
    ]


NO_HEADS = {
    "chapters": "Chapter 1\n\nWe sailed.\n\nChapter 2\n\nWe came back.\n\nChapter 3\n\nWe slept.",
    "what recurs without a number": "I said\n\n(Laughter)\n\nnothing, and\n\n(Laughter)\n\nno more.",
    "a number that does not grow": paged("I could not", "see it.", head="In 1987 it closed"),
    "numbers that fall": "We had\n\n3 boats\n\nand then\n\n2 boats\n\nand then no more.",
    "one page": "I could not\n\n2\nVIK v. HARBOUR BOARD\n\nsee it.",
    "nothing": "",
}


@pytest.mark.parametrize("text", NO_HEADS.values(), ids=NO_HEADS)
def test_no_heads(text):
    assert without_running_heads(text) == text


def test_only_a_text_with_typed_lines_has_pages():
    text = paged("One long line that is a paragraph by itself", "and goes on here.", "And here.")
    assert Document(text).flowing == text
