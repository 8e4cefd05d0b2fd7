"""Ages that stand behind the people they are of: "children *under 14*", *jongeren tussen 16 en 24 jaar*.

For plugin authors: what counts numbers and what reads lengths of time must agree on which of them are ages.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from factcheck.text import Document
from factcheck.vocabulary import grammar, known_keys

_LINKS = 2  # words or phrases that may stand between people and their age: "from 6 up to 12"


def people_before(document: Document, at: int) -> bool:
    """Say whether the word before a token names people, a bracket aside: "*children* (under 14)"."""
    words = document.tokens.words
    at -= 1 + (at > 1 and words[at - 1] == "(")
    if at < 0 or not _joined(document, at + 1):
        return False
    return names_people(words[at], document.language)


@cache
def names_people(word: str, language: str) -> bool:
    """Say whether a lower-case word names people whose age may follow: *leerlingen*, "anyone", no "town"."""
    if word in grammar(language, "people_of_age"):
        return True
    persons = grammar(language, "persons")
    return any(key[:2] == "c:" and key[2:] in persons for key in known_keys(word, language))


def is_age(document: Document, first: int, behind: int) -> bool:
    """Say whether a length of time is an age of those before it: "children *under 5 years*", no *man 5 jaar*.

    It stands from token ``first`` up to ``behind``, the word that leads to it ("under", *van*) inside or
    before. "Veroordeelde de man tot 5 jaar cel" gives none.
    """
    words, language = document.tokens.words, document.language
    at, seen = first + _link(document, first), 0
    while seen < _LINKS and (size := _link_behind(document, at)):
        at, seen = at - size, seen + 1
    if not seen or not people_before(document, at):
        return False
    after = words[behind] if behind < len(words) and _joined(document, behind) else ""
    unlike = grammar(language, "no_age_with")
    sentence = document.sentence_at(document.tokens.starts[first])
    return after not in grammar(language, "no_age_before") and not any(
        word in unlike for word in document.words_in(sentence)
    )


def _joined(document: Document, at: int) -> bool:
    """Whether a token stands in one line or wrapped paragraph with the one before it."""
    tokens = document.tokens
    gap = document.text[tokens.ends[at - 1] : tokens.starts[at]]
    return len(gap) < 4 and gap.count("\n") < 2


def _link(document: Document, at: int) -> int:
    """Return how many tokens the longest phrase that leads to an age has from a token on."""
    words = document.tokens.words
    by_last = _links(document.language)
    phrases = (phrase for listed in by_last.values() for phrase in listed)
    return max(
        (len(phrase) for phrase in phrases if tuple(words[at : at + len(phrase)]) == phrase), default=0
    )


def _link_behind(document: Document, at: int) -> int:
    """Return how many tokens the longest phrase that leads to an age has right before a token."""
    words = document.tokens.words
    for phrase in _links(document.language).get(words[at - 1], ()) if at else ():
        if at >= len(phrase) and tuple(words[at - len(phrase) : at]) == phrase:
            return len(phrase)
    return 0


@cache
def _links(language: str) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Return the phrases between people and the length of time they are old, by last word, longest first."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for listed in sorted(grammar(language, "age_links"), key=lambda phrase: -phrase.count("_")):
        phrase = tuple(listed.split("_"))
        table.setdefault(phrase[-1], []).append(phrase)
    return {word: tuple(phrases) for word, phrases in table.items()}
