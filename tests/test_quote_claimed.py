"""A claimed quotation is read: ellipses, brackets, changed letters."""

from __future__ import annotations

import pytest

from factcheck_quote.claimed import read

SEGMENTS = {
    "plain": ("We close the port.", ["we close the port"]),
    "three points": ("We close ... the port", ["we close", "the port"]),
    "one character": ("We close… the port", ["we close", "the port"]),
    "square brackets": ("We close [...] the […] port", ["we close", "the", "port"]),
    "round brackets": ("We close (...) the (…) port", ["we close", "the", "port"]),
    "spaced": ("We close . . . the port", ["we close", "the port"]),
    "at the ends": ("... we close ...", ["we close"]),
    "a full stop is none": ("We close. The port.", ["we close the port"]),
    "a letter in brackets": ("[W]e close", ["we close"]),
    "sic": ("We clos [sic] it", ["we clos it"]),
    "nothing": ("“…”", []),
}


@pytest.mark.parametrize(("text", "segments"), SEGMENTS.values(), ids=SEGMENTS)
def test_segments(text, segments):
    assert [" ".join(segment.words) for segment in read(text).segments] == segments


EDITORIAL = {
    "inserted": ("We close it [the port] now", ["the", "port"]),
    "a changed ending": ("We clos[ed] it", ["closed"]),
    "none": ("We close it", []),
}


@pytest.mark.parametrize(("text", "words"), EDITORIAL.values(), ids=EDITORIAL)
def test_editorial(text, words):
    (segment,) = read(text).segments
    assert [segment.words[at] for at in sorted(segment.editorial)] == words


def test_words_are_kept_as_written():
    (segment,) = read("Café’s [Port] 5,000").segments
    assert segment.raw == ("Café’s", "Port", "5,000")


def test_brackets_are_text_too():
    assert read("it [the port] is").literal == ("it", "the", "port", "is")
