"""What the ``quotes`` sections of the language packs know, ready to look up."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache

from factcheck import languages
from factcheck.folding import fold
from factcheck.lazy import lazy
from factcheck.people import vocabulary
from factcheck.text import function_words

_THOUSAND = 3  # zeros


class Lexicon:
    """The words of one language; an unknown language has those of every pack."""

    def __init__(self, codes: Sequence[str]):
        self._codes = codes
        self._packs = [languages.load(code, "quotes") for code in codes]
        self._beginning: dict[str, bool] = {}
        self.verbs = self._set("verbs")
        self.phrasal = {verb: behind.split("_") for verb, behind in self._pairs("phrasal").items()}
        self.addressed = self._set("addressed")
        self.linking = self._set("linking") | {phrase[-1] for phrase in self._phrases("linking")}
        self.pronouns = self._set("pronouns")
        self.first_person = self._set("first_person")
        self.possessives = self._set("possessives")
        self.indefinite = self._set("indefinite")
        self.objects = self._set("objects")
        self.receives = self._set("receives")
        self.second_person = self._set("second_person")
        self.own = self._set("own")
        self.own_words = self._set("own_words")
        self.adverbs = self._set("adverbs")
        self.negations = self._set("negations")
        self.modals = self._set("modals")
        self.clauses = self._set("clauses")
        self.conjunctions = self._set("conjunctions")
        self.fillers = self._set("fillers")
        self.stage = self._set("stage")
        self.lookalikes = self._set("lookalikes")
        self.function = frozenset(word for code in codes for word in function_words(code))

    def _words(self, key: str) -> list[str]:
        return [word for pack in self._packs for word in pack.get(key, "").split()]

    def _set(self, key: str) -> frozenset[str]:
        return frozenset(self._words(key))

    def _phrases(self, key: str) -> list[tuple[str, ...]]:
        parts = (part.split() for pack in self._packs for part in pack.get(key, "").split(","))
        return [tuple(part) for part in parts if part]

    def _pairs(self, key: str) -> dict[str, str]:
        return {left: right for word in self._words(key) for left, _, right in [word.partition(":")]}

    @lazy
    def determiners(self) -> frozenset[str]:
        """Words with which the description of somebody without a name begins."""
        return self.possessives | self.own | self.indefinite | vocabulary("articles")

    @lazy
    def calendar(self) -> frozenset[str]:
        """Names of days and months."""
        packs = [languages.load(code, "dates") for code in self._codes]
        listed = (pack.get(key, "").split() for pack in packs for key in ("months", "weekdays"))
        return frozenset(word.partition("=")[0] for words in listed for word in words)

    @lazy
    def copulas(self) -> frozenset[str]:
        """Forms of *to be*."""
        packs = (languages.load(code, "grammar") for code in self._codes)
        return frozenset(word for pack in packs for word in pack.get("copulas", "").split())

    @lazy
    def prepositions(self) -> frozenset[str]:
        """Words before a place, and others like them."""
        packs = (languages.load(code, "drafts") for code in self._codes)
        return frozenset(word for pack in packs for word in pack.get("prepositions", "").split())

    @lazy
    def sexed(self) -> frozenset[str]:
        """Pronouns that tell the sex of a person."""
        packs = [languages.load(code, "drafts") for code in self._codes]
        return frozenset(
            word for pack in packs for key in ("masculine", "feminine") for word in pack.get(key, "").split()
        )

    @lazy
    def according(self) -> dict[str, list[tuple[str, ...]]]:
        """Phrases like ``according to`` by their first word, the longest first."""
        found: dict[str, list[tuple[str, ...]]] = {}
        for phrase in sorted(self._phrases("according"), key=len, reverse=True):
            found.setdefault(phrase[0], []).append(phrase)
        return found

    @lazy
    def abbreviations(self) -> frozenset[str]:
        """Words that end in a full stop which ends no sentence."""
        packs = (languages.load(code, "words") for code in self._codes)
        return frozenset(word for pack in packs for word in pack.get("abbreviations", "").split())

    @lazy
    def numbers(self) -> dict[tuple[str, ...], int]:
        """The words of the numbers below a hundred, with their value."""
        return {words: value for pack in self._packs for words, value in _below_hundred(pack).items()}

    @lazy
    def ordinals(self) -> dict[tuple[str, ...], int]:
        """The words of the ordinal numbers below a hundred, with their value."""
        return {words: value for code in self._codes for words, value in _ordinals(code).items()}

    @lazy
    def numeral(self) -> re.Pattern[str]:
        """What matches a number in digits: the sign before it, the digits, what stands at its end."""
        packs = (languages.load(code, "numbers") for code in self._codes)
        ends = "|".join(end for pack in packs for end in pack.get("ordinal_suffixes", "").split())
        return re.compile(rf"([$€£¥]?)(\d+(?:\.\d+)?)(%|{ends}|)")

    @lazy
    def halved(self) -> dict[str, Decimal]:
        """The words of numbers with a half in them (``anderhalf``), with their value."""
        return {
            fold(word).words[0]: Decimal(value)
            for code in self._codes
            for value, listed in languages.load(code, "numbers").get("also", {}).items()
            if "." in value
            for word in listed.split()
        }

    @lazy
    def percent(self) -> frozenset[tuple[str, ...]]:
        """Phrases for the sign of a percentage (``per cent``)."""
        packs = (languages.load(code, "numbers").get("units", {}) for code in self._codes)
        phrases = (phrase for pack in packs for phrase in pack.get("percent", "").split())
        return frozenset(
            tuple(phrase.split("_"))
            for phrase in phrases
            if phrase.count("_") == 1 and phrase.replace("_", "") in self.symbols
        )

    @lazy
    def half(self) -> frozenset[str]:
        """Words for a half."""
        return self._of_numbers("half")

    @lazy
    def point(self) -> frozenset[str]:
        """Words for the sign before the decimals."""
        return self._of_numbers("point")

    @lazy
    def ones(self) -> frozenset[str]:
        """Words for one of a thing."""
        return self._of_numbers("articles") | self._of_numbers("one")

    def _of_numbers(self, key: str) -> frozenset[str]:
        packs = (languages.load(code, "numbers") for code in self._codes)
        return frozenset(word for pack in packs for word in pack.get(key, "").split())

    def is_numeral(self, word: str) -> bool:
        """Say whether a word is a number, or a part of one."""
        return word[:1].isdigit() or (word,) in self.numbers or word in self.scales

    def may_begin_number(self, word: str) -> bool:
        """Say whether a number, written in one way or another, may begin with a word."""
        if word not in self._beginning:
            first = self.parts(word)[0]
            self._beginning[word] = first in self._first_of_numbers or bool(self.numeral.fullmatch(first))
        return self._beginning[word]

    @lazy
    def _first_of_numbers(self) -> frozenset[str]:
        return frozenset(
            (
                *self.scales,
                *self.halved,
                *self.ones,
                *(words[0] for known in (self.numbers, self.ordinals) for words in known),
            )
        )

    def parts(self, word: str) -> list[str]:
        """Take a word apart that is written together from numbers (``tweehonderdvijftig``)."""
        first, *others = [piece for piece in self._scale.split(word) if piece]
        pieces = [first, *(piece.removeprefix(self._joint) for piece in others)]
        return pieces if all(piece in self.scales or (piece,) in self.numbers for piece in pieces) else [word]

    @lazy
    def _joint(self) -> str:
        return "".join(pack.get("joint", "").strip() for pack in self._packs)

    @lazy
    def _scale(self) -> re.Pattern[str]:
        return re.compile(f"({'|'.join((*self._words('hundred'), *self._words('thousand')))})")

    @lazy
    def scales(self) -> dict[str, int]:
        """The words for a hundred, a thousand, a million and so on, with their value."""
        large = {
            word: 10 ** int(zeros)
            for code in self._codes
            for zeros, listed in languages.load(code, "numbers").get("scales", {}).items()
            if int(zeros) > _THOUSAND
            for word in listed.split()
        }
        small = dict.fromkeys(self._words("hundred"), 100) | dict.fromkeys(self._words("thousand"), 1000)
        return small | large

    @lazy
    def symbols(self) -> dict[str, str]:
        """Words and the sign that stands for them."""
        return self._pairs("symbols")

    @lazy
    def signs(self) -> frozenset[str]:
        """The signs of units."""
        return frozenset(self.symbols.values()) - {"&"}

    @lazy
    def spelled(self) -> dict[str, tuple[str, ...]]:
        """Folded words and the words they also stand for."""
        return {
            fold(left).words[0]: tuple(right.split("_")) for left, right in self._pairs("spelled").items()
        }

    @lazy
    def respelled(self) -> frozenset[str]:
        """The words for which others, or a sign, may stand."""
        return frozenset((*self.spelled, *self.symbols))

    @lazy
    def ending_pairs(self) -> dict[str, str]:
        """Groups of letters and the other spelling of their sound."""
        return self._pairs("spellings")

    @lazy
    def endings(self) -> re.Pattern[str] | None:
        """What finds the groups of letters of :attr:`ending_pairs`."""
        longest_first = sorted(self.ending_pairs, key=len, reverse=True)
        return re.compile("|".join(longest_first)) if longest_first else None


@cache
def lexicon(language: str) -> Lexicon:
    """Return the lexicon of a language, of all languages together for ``""``."""
    return Lexicon([language] if language in languages.available() else languages.available())


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


def _ordinals(code: str) -> dict[tuple[str, ...], int]:
    pack, quotes = languages.load(code, "numbers"), languages.load(code, "quotes")
    units, tens = pack.get("ordinals", "").split(), pack.get("ordinal_tens", "").split()
    found: dict[tuple[str, ...], int] = {(word,): value for value, word in enumerate(units)}
    for ten, (word, plain) in enumerate(zip(tens, quotes.get("tens", "").split(), strict=False), 2):
        found[(word,)] = ten * 10
        for words, value in _below_hundred(quotes).items():
            if value // 10 == ten and value % 10:
                apart = len(words) > 1
                found[(plain, units[value % 10]) if apart else (words[0].removesuffix(plain) + word,)] = value
    return found
