"""What the ``quotes`` sections of the language packs know, ready to look up."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from factcheck import languages
from factcheck.folding import fold
from factcheck.text import function_words


class Lexicon(NamedTuple):
    """The words of one language; an unknown language has those of every pack.

    ``numbers`` maps words to their value below a hundred, ``spelled`` folded words to the words they
    also stand for, ``endings`` are pairs of letter groups that spell one sound.
    """

    verbs: frozenset[str]
    addressed: frozenset[str]
    according: tuple[tuple[str, ...], ...]
    linking: frozenset[str]
    pronouns: frozenset[str]
    first_person: frozenset[str]
    own_words: frozenset[str]
    adverbs: frozenset[str]
    negations: frozenset[str]
    modals: frozenset[str]
    clauses: frozenset[str]
    fillers: frozenset[str]
    stage: frozenset[str]
    lookalikes: frozenset[str]
    abbreviations: frozenset[str]
    function: frozenset[str]
    numbers: Mapping[tuple[str, ...], int]
    scales: Mapping[str, int]
    symbols: Mapping[str, str]
    spelled: Mapping[str, tuple[str, ...]]
    endings: re.Pattern[str] | None
    ending_pairs: Mapping[str, str]


@cache
def lexicon(language: str) -> Lexicon:
    """Return the lexicon of a language, of all languages together for ``""``."""
    codes = [language] if language in languages.available() else list(languages.available())
    packs = [languages.load(code, "quotes") for code in codes]

    def words(key: str) -> list[str]:
        return [word for pack in packs for word in pack.get(key, "").split()]

    def phrases(key: str) -> list[tuple[str, ...]]:
        return [tuple(part.split()) for pack in packs for part in pack.get(key, "").split(",")]

    def pairs(key: str) -> list[tuple[str, str]]:
        return [(left, right) for word in words(key) for left, _, right in [word.partition(":")]]

    numbers: dict[tuple[str, ...], int] = {}
    for pack in packs:
        numbers.update(_below_hundred(pack))
    endings = dict(pairs("spellings"))
    scales = dict.fromkeys(words("hundred"), 100) | dict.fromkeys(words("thousand"), 1000)
    return Lexicon(
        verbs=frozenset(words("verbs")),
        addressed=frozenset(words("addressed")),
        according=tuple(sorted(filter(None, phrases("according")), key=len, reverse=True)),
        linking=frozenset(words("linking")) | {phrase[-1] for phrase in phrases("linking") if phrase},
        pronouns=frozenset(words("pronouns")),
        first_person=frozenset(words("first_person")),
        own_words=frozenset(words("own_words")),
        adverbs=frozenset(words("adverbs")),
        negations=frozenset(words("negations")),
        modals=frozenset(words("modals")),
        clauses=frozenset(words("clauses")),
        fillers=frozenset(words("fillers")),
        stage=frozenset(words("stage")),
        lookalikes=frozenset(words("lookalikes")),
        abbreviations=frozenset(
            word for code in codes for word in languages.load(code, "words").get("abbreviations", "").split()
        ),
        function=frozenset(word for code in codes for word in function_words(code)),
        numbers=numbers,
        scales=scales,
        symbols=dict(pairs("symbols")),
        spelled={fold(left).words[0]: tuple(right.split("_")) for left, right in pairs("spelled")},
        endings=re.compile("|".join(sorted(endings, key=len, reverse=True))) if endings else None,
        ending_pairs=endings,
    )


def _below_hundred(pack: Mapping[str, str]) -> dict[tuple[str, ...], int]:
    units = pack.get("units", "").split()
    found: dict[tuple[str, ...], int] = {(word,): value for value, word in enumerate(units)}
    joint = pack.get("joint", "").strip()
    for ten, word in enumerate(pack.get("tens", "").split(), 2):
        found[(word,)] = ten * 10
        for unit in range(1, 10):
            together = (units[unit] + joint + word,) if joint else (word, units[unit])
            found[together] = ten * 10 + unit
    return found
