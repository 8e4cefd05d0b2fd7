"""Several words that name one thing together: *prime minister*, *officier van justitie*. For plugin authors.

The ``terms`` of a pack list them under the concept that one word of another language has: an English
*general practitioner* is a Dutch *huisarts*. So do its ``places``: the *North Sea* is the *Noordzee*.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from factcheck import languages
from factcheck.keys import PLACE, THING

_LONGEST = 5  # words of a term


class Term(NamedTuple):
    """A concept or a place and the positions of its words, the last exclusive."""

    key: str
    first: int
    stop: int


@cache
def _spelled(language: str) -> Mapping[str, str]:
    """Return "prime_minister" -> its concept, "north_sea" -> its place."""
    return {
        form: mark + key
        for section, mark in (("terms", THING), ("places", PLACE))
        for key, forms in languages.table(language, "words", section)
        for form in forms
        if "_" in form
    }


@cache
def _by_first(language: str) -> Mapping[str, list[tuple[list[str], str]]]:
    """Return the first word of each term -> the words behind it, and its concept."""
    terms: dict[str, list[tuple[list[str], str]]] = {}
    for form, key in _spelled(language).items():
        first, *behind = form.split("_")
        terms.setdefault(first, []).append((behind, key))
    return terms


def term_key(form: str, language: str) -> str | None:
    """Return the concept or place of a term whose words are joined by ``_``."""
    return _spelled(language).get(form)


def term_starts(language: str) -> Mapping[str, object]:
    """Return the words that a term may begin with."""
    return _by_first(language)


def term_at(words: Sequence[str], first: int, language: str) -> Term | None:
    """Return the term that begins with a word, by its position."""
    for behind, key in _by_first(language).get(words[first], ()):
        if words[first + 1 : first + 1 + len(behind)] == behind:
            return Term(key, first, first + 1 + len(behind))
    return None


def term_around(words: Sequence[str], position: int, language: str) -> Term | None:
    """Return the term that a word belongs to, by its position."""
    for first in range(max(0, position - _LONGEST + 1), position + 1):
        term = term_at(words, first, language)
        if term and position < term.stop:
            return term
    return None
