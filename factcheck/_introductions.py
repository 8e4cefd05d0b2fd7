"""Sentences of a record that introduce what somebody says: ``The accused, having been sworn, states:``.

They stand where a label could: at the beginning of a paragraph that a colon ends, with the name or office
first and a phrase of a language pack (*takes the floor*) behind it.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from factcheck import languages

_COLON = re.compile(r":[^\S\r\n]*(?=\s)")
_SPACE = re.compile(r"\s*")
_ENDS = frozenset(".?!…:\"'”’»)]_")
_LONGEST = 240  # characters of such a sentence
_NAME = 6  # words of the name or office it begins with


class Introduction(NamedTuple):
    """Where the sentence and what is said begin, and what may be the name, the longest first."""

    start: int
    speech: int
    names: tuple[str, ...]


@cache
def _phrases() -> tuple[str, ...]:
    packs = (languages.load(code, "speech").get("introduces", "") for code in languages.available())
    return tuple(" ".join(part.split()) for pack in packs for part in pack.split(",") if part.strip())


def introductions(text: str) -> Iterator[Introduction]:
    """Yield what has the form of an introduction, in the order of the text."""
    for colon in _COLON.finditer(text):
        start = _paragraph(text, colon.start())
        if colon.start() - start > _LONGEST:
            continue
        lead = " ".join(text[start : colon.start()].split())
        speech = _past_space(text, colon.end())
        if text[speech : speech + 1].islower():
            continue  # one sentence of somebody's
        if any(phrase in lead.lower() for phrase in _phrases()):
            words = lead.split(",")[0].split()[:_NAME]
            names = tuple(" ".join(words[:count]) for count in range(len(words), 0, -1))
            yield Introduction(start, speech, names)


def _paragraph(text: str, at: int) -> int:
    """Return where the sentence before an offset begins: a line behind a blank one or behind a full stop."""
    start = text.rfind("\n", 0, at) + 1
    while start and at - start <= _LONGEST:
        above = text.rfind("\n", 0, start - 1) + 1
        line = text[above : start - 1].rstrip()
        if not line or line[-1] in _ENDS:
            break
        start = above
    return _past_space(text, start)


def _past_space(text: str, at: int) -> int:
    return match.end() if (match := _SPACE.match(text, at)) else at
