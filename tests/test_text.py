"""Texts as the checks see them: tokens, sentences, places, turns, language."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import text as module
from factcheck.model import Landmark, Turn
from factcheck.text import Document, Span, detect_language, tokenize


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 86,000 people.", ["some", "86,000", "people", "."]),
        (
            "It’s the mayor's 17th-century don't",
            ["it's", "the", "mayor's", "17", "th", "-", "century", "don't"],
        ),
        ("1.234,56 and 3.5m", ["1.234,56", "and", "3.5", "m"]),
        ("Beste Één ‘zin’", ["beste", "één", "‘", "zin", "'"]),
        ("Ελλάδα 5 км_x", ["ελλάδα", "5", "км", "_", "x"]),
        ("İstanbul", ["İstanbul"]),
        ("", []),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert tokenize(text).words == expected


@given(st.text())
def test_tokens_are_where_they_say(text: str) -> None:
    tokens = tokenize(text)
    pieces = [text[a:b] for a, b in zip(tokens.starts, tokens.ends, strict=True)]
    assert [len(word) for word in tokens.words] == [len(piece) for piece in pieces]
    between = zip([0, *tokens.ends], [*tokens.starts, len(text)], strict=True)
    assert "".join(text[a:b] for a, b in between).strip() == ""


@given(st.text(alphabet=st.characters(max_codepoint=0x24F)))
def test_the_quick_pattern_for_latin_text_gives_the_same_tokens(text: str) -> None:
    slow = [match.span() for match in re.compile(module._ANY_TOKEN).finditer(text)]
    assert [match.span() for match in module._LATIN_TOKEN.finditer(text)] == slow


def test_every_character_is_read_alike_by_the_quick_pattern_or_left_to_the_slow_one() -> None:
    quick = [char for char in map(chr, range(0xD800)) if not module._BEYOND_LATIN.search(char)]
    differing = [
        char
        for char in quick
        if [m.span() for m in module._LATIN_TOKEN.finditer(char)]
        != [m.span() for m in re.compile(module._ANY_TOKEN).finditer(char)]
    ]
    assert differing == []


SENTENCES = {
    "abbreviations": (
        "Mr. Smith met Dr. J. Jones at 5 p.m. in St. Ives. They left.",
        ["Mr. Smith met Dr. J. Jones at 5 p.m. in St. Ives.", "They left."],
    ),
    "dutch": (
        "Dhr. De Vries kwam o.a. langs. Zij ook!",
        ["Dhr. De Vries kwam o.a. langs.", "Zij ook!"],
    ),
    "a question glued to its answer": (
        "Wat gebeurde er?Ondertussen is het voorbij. Echt waar.",
        ["Wat gebeurde er?", "Ondertussen is het voorbij.", "Echt waar."],
    ),
    "quotes close before the break": (
        "“Safety is a need.” He left. ‘Ja.’ Zei hij.",
        ["“Safety is a need.”", "He left.", "‘Ja.’", "Zei hij."],
    ),
    "a full stop inside a sentence": (
        "It turns people. to create an enemy. Twice ??and more.",
        ["It turns people. to create an enemy.", "Twice ??and more."],
    ),
    "decimals and initials": ("It rose 3.5 percent to U.S. levels.", ["It rose 3.5 percent to U.S. levels."]),
    "headings and lists": (
        "A heading\n\n• one thing\n• two things\n",
        ["A heading", "• one thing", "• two things"],
    ),
    "hard wraps": (
        "This is the first line of a text that\nwas wrapped by a machine long ago and\n"
        "goes on for some lines until it\nends. Then more\nfollows here.",
        [
            "This is the first line of a text that\nwas wrapped by a machine long ago and\n"
            "goes on for some lines until it\nends.",
            "Then more\nfollows here.",
        ],
    ),
    "an ellipsis": ("Well… I knew. And... then nothing.", ["Well…", "I knew.", "And... then nothing."]),
}


@pytest.mark.parametrize(("text", "expected"), SENTENCES.values(), ids=SENTENCES)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in Document(text).sentences] == expected


@given(st.text(alphabet="ab .!?\n\r“”'A1…", max_size=60))
def test_sentences_are_in_order_and_leave_nothing_out(text: str) -> None:
    spans = Document(text).sentences
    assert all(a.end <= b.start for a, b in pairwise(spans))
    inside = "".join(text[a:b] for a, b in spans)
    assert [c for c in inside if not c.isspace()] == [c for c in text if not c.isspace()]


@pytest.mark.parametrize(
    ("offset", "expected"),
    [(0, (1, 1)), (2, (1, 3)), (3, (2, 1)), (5, (3, 1)), (7, (4, 1)), (8, (4, 2))],
)
def test_lines_are_counted_by_lf_crlf_and_cr(offset: int, expected: tuple[int, int]) -> None:
    assert Document("ab\nc\rd\r\n\u2028e").line_column(offset if offset < 7 else offset + 1) == expected


@given(text=st.text(alphabet="ab\n\r", max_size=14), block=st.sampled_from([1, 2, 3, 4096]))
def test_lines_are_counted_in_blocks(text: str, block: int) -> None:
    starts = [0, *(match.end() for match in re.finditer(r"\r\n|\n|\r", text))]
    offsets = range(len(text) + 1)
    lines = [sum(start <= offset for start in starts) for offset in offsets]
    expected = [(line, offset - starts[line - 1] + 1) for offset, line in zip(offsets, lines, strict=True)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_BLOCK", block)
        document = Document(text)
        assert [document.line_column(offset) for offset in offsets] == expected


def test_sentence_and_turn_of_an_offset() -> None:
    document = Document("One here. Two there.", turns=(Turn(0, 9, "Ann"), Turn(10, 20, "Bo")))
    assert [document.sentence_at(i) for i in (0, 8, 9, 10, 19)] == [Span(0, 9)] * 3 + [Span(10, 20)] * 2
    assert [document.sentence_index(i) for i in (0, 9, 10)] == [0, 0, 1]
    assert [(t.speaker if t else None) for t in map(document.turn_at, (0, 8, 9, 10, 20))] == [
        "Ann", "Ann", None, "Bo", None,
    ]  # fmt: skip
    assert document.words_in(Span(10, 20)) == ["two", "there", "."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The town has many residents.", "en"),
        ("De stad heeft veel inwoners.", "nl"),
        ("Population 86,000 inhabitants", "en"),
        ("131 nationaliteiten", "nl"),
        ("86,000", ""),
        ("Ελλάδα", ""),
    ],
)
def test_language(text: str, expected: str) -> None:
    assert detect_language(tokenize(text).words) == expected


def test_a_text_that_a_reader_took_from_a_file_knows_its_places_there() -> None:
    marks = (Landmark(0, 4, 10, "00:01"), Landmark(6, 7, 1, "00:05"))
    document = Document("Hello there", landmarks=marks)
    assert [document.line_column(offset) for offset in (0, 5, 6, 10)] == [(4, 10), (4, 15), (7, 1), (7, 5)]
    assert [document.locator_at(offset) for offset in (0, 5, 6, 10)] == ["00:01", "00:01", "00:05", "00:05"]
    assert Document("Hello there").locator_at(3) is None


PROSE = "and in the fog near Eastmoor the old men counted some 40 boats of every kind "


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Ghent\t12\t13\n" * 40, ["Ghent\t12\t13\n" * 39 + "Ghent\t12\t13"]),  # short as a sentence is
        ("Ghent\t12\t13\n" * 400, ["Ghent\t12\t13"] * 400),
        (PROSE * 20, [(PROSE * 20).strip()]),
        (f"{PROSE}\n" * 100, [f"{PROSE}\n" * 37 + PROSE.strip()] * 2 + [f"{PROSE}\n" * 23 + PROSE.strip()]),
    ],
    ids=["short-table", "long-table", "prose", "captions"],
)
def test_what_is_longer_than_any_sentence_is_cut(text: str, pieces: list[str]) -> None:
    document = Document(text)
    assert [document.text[start:end] for start, end in document.sentences] == pieces


def test_a_row_without_end_is_cut_between_words() -> None:
    document = Document("12345 " * 1000)
    sizes = {end - start for start, end in document.sentences}
    assert max(sizes) <= 300
    assert all(document.text[start:end].split()[-1] == "12345" for start, end in document.sentences)
