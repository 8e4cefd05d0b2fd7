"""A document under extraction, and the lists of a language pack in the shape they are looked up in."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from factcheck import languages
from factcheck.text import Document
from factcheck_number import units, words
from factcheck_number.words import lexicon

Phrase = tuple[str, ...]
BOUND_SIGNS = {">": "above", "<": "below", "≥": "from", "≤": "to", "~": "about", "±": "about", "≈": "about"}
HYPHENS = frozenset("-‑‐–")


class Tables(NamedTuple):
    """The lists of a pack as sets and phrase tables."""

    sets: Mapping[str, frozenset[str]]
    units: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]  # by first word, longest first
    scale_symbols: Mapping[str, Decimal]
    ordinal_suffixes: frozenset[str]


@cache
def tables(language: str) -> Tables:
    """Return a language's word lists in the shape the extractor looks them up in."""
    pack = languages.load(language, "numbers")
    sets: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for key, value in pack.items():
        for inner, listed in {"": value}.items() if isinstance(value, str) else value.items():
            name = inner if key == "skip" else f"{key}_{inner}".strip("_")
            sets[name] = frozenset(listed.split())
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, canonical in units.names(language).items():
        by_first.setdefault(name[0], []).append((name, canonical))
    for same_first in by_first.values():
        same_first.sort(key=lambda item: (-len(item[0]), item[0]))
    symbols = {
        s: Decimal(10) ** int(n)
        for n, listed in pack.get("scale_symbols", {}).items()
        for s in listed.split()
    }
    return Tables(
        sets,
        {word: tuple(listed) for word, listed in by_first.items()},
        symbols,
        frozenset(pack.get("ordinal_suffixes", "").split()),
    )


def _phrases(listed: str) -> list[Phrase]:
    return [tuple(word for part in phrase.split("_") for word in _split(part)) for phrase in listed.split()]


def _split(word: str) -> list[str]:
    """Split a word of a phrase into its tokens: a final full stop is one of its own."""
    return [word[:-1], "."] if len(word) > 1 and word.endswith(".") else [word]


class Cues(NamedTuple):
    """The phrases of a pack, indexed by the word that finds them, longest first."""

    triggers: frozenset[str]
    before: Mapping[str, tuple[tuple[Phrase, str], ...]]  # by last word
    after: Mapping[str, tuple[tuple[Phrase, str], ...]]  # by first word
    fixed: Mapping[str, tuple[tuple[int, Phrase, Decimal | None, bool], ...]]  # by trigger: offset, phrase
    multipliers: Mapping[str, Decimal]
    joints: Mapping[str, tuple[tuple[Phrase, str], ...]]  # what joins two figures, by first word
    few: Mapping[str, tuple[tuple[Phrase, str], ...]]  # by last word
    ages: Mapping[str, tuple[tuple[Phrase, str], ...]]  # what stands before an age, by last word
    article_next: frozenset[str]  # what follows an article that counts or begins a phrase


def _index(pairs: Iterable[tuple[Phrase, str]], at: int) -> dict[str, tuple[tuple[Phrase, str], ...]]:
    table: dict[str, list[tuple[Phrase, str]]] = {}
    for phrase, kind in sorted(pairs, key=lambda pair: (-len(pair[0]), pair)):
        table.setdefault(phrase[at], []).append((phrase, kind))
    return {word: tuple(listed) for word, listed in table.items()}


@cache
def cues(language: str) -> Cues:
    """Return what the extractor looks for in a language beside the numbers themselves."""
    pack = languages.load(language, "numbers")
    lex = lexicon(language)
    change = pack.get("multipliers", {})
    multipliers = {
        word: Decimal(n) for n, listed in change.items() if n[0].isdigit() for word in listed.split()
    }
    multipliers |= {word: Decimal(2) for word in change.get("twice", "").split()}
    multipliers |= {word: Decimal(3) for word in change.get("thrice", "").split()}
    numbers = {
        *lex.atoms,
        *pack.get("articles", "").split(),
        *pack.get("halves", "").split(),
        *pack.get("quarters", "").split(),
    }
    triggers = numbers | multipliers.keys()
    ages = pack.get("age", {})
    decades = f"{ages.get('decades', '')} {ages.get('decade_people', '')}"
    triggers |= {pair.partition("=")[0] for pair in decades.split()}
    fixed: dict[str, list[tuple[int, Phrase, Decimal | None, bool]]] = {}
    listed: list[tuple[Phrase, Decimal | None, bool]]
    listed = [(phrase, None, False) for phrase in _phrases(pack.get("skip", {}).get("phrases", ""))]
    for value, phrases in pack.get("idioms", {}).items():
        if value.isdigit():
            listed += [(phrase, Decimal(value), False) for phrase in _phrases(phrases)]
    zero = pack.get("zero", {})
    listed += [
        (phrase, Decimal(0), True) for key in ("phrases", "no") for phrase in _phrases(zero.get(key, ""))
    ]
    for phrase, number, judgeable in sorted(listed, key=lambda entry: (-len(entry[0]), entry[0])):
        at = next((k for k, word in enumerate(phrase) if word in triggers or word.isdigit()), len(phrase) - 1)
        triggers.add(phrase[at])
        fixed.setdefault(phrase[at], []).append((at, phrase, number, judgeable))
    joints = [(phrase, kind) for kind, some in pack.get("joints", {}).items() for phrase in _phrases(some)]
    articles = pack.get("articles", "").split()
    nexts = {
        phrase[at + 1] for word in articles for at, phrase, *_ in fixed.get(word, ()) if len(phrase) > at + 1
    }
    counted = set(pack.get("ton", {}).get("names", "").split())
    return Cues(
        frozenset(triggers),
        _index(
            ((phrase, kind) for kind, some in pack.get("before", {}).items() for phrase in _phrases(some)), -1
        ),
        _index(
            ((phrase, kind) for kind, some in pack.get("after", {}).items() for phrase in _phrases(some)), 0
        ),
        {word: tuple(entries) for word, entries in fixed.items()},
        multipliers,
        _index(joints, 0),
        _index(((phrase, "") for phrase in _phrases(pack.get("few_phrases", ""))), -1),
        _index(((phrase, "") for phrase in _phrases(ages.get("before", ""))), -1),
        frozenset(nexts | {phrase[0] for phrase, _ in joints} | {"-"} | counted),
    )


class Scan:
    """A document under extraction: its tokens, and what its language knows of numbers."""

    def __init__(self, document: Document):
        self.document = document
        self.text = document.text
        self.words, self.starts, self.ends = document.tokens
        self.language = document.language
        self.pack: Mapping[str, Any] = languages.load(self.language, "numbers")
        self.tables = tables(self.language)
        self.lexicon = words.lexicon(self.language)

    def word(self, index: int) -> str:
        """Return a token in lower case, empty beyond the text's ends."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def raw(self, index: int) -> str:
        """Return a token as written."""
        return self.text[self.starts[index] : self.ends[index]] if 0 <= index < len(self.words) else ""

    def glued(self, index: int) -> bool:
        """Whether nothing stands between a token and the one before it."""
        return 0 < index < len(self.words) and self.starts[index] == self.ends[index - 1]

    def near(self, index: int) -> bool:
        """Whether a token follows the one before it in the same line or wrapped paragraph."""
        if not 0 < index < len(self.words):
            return False
        gap = self.text[self.ends[index - 1] : self.starts[index]]
        if gap in ("", " "):
            return True
        return len(gap) < 4 and ("\n" not in gap or gap == "\n") and not gap.startswith("\u2028")

    def phrase(self, phrase: tuple[str, ...], start: int) -> bool:
        """Whether a phrase stands at a token."""
        end = start + len(phrase)
        if start < 0 or tuple(self.words[start:end]) != phrase:
            return False
        return all(self.near(k) for k in range(start + 1, end))


def bound_before(scan: Scan, k: int, last: int = 0) -> tuple[str, int]:
    """Return the kind of bound or hedge that stands before a token, none before ``last``, and its length."""
    word = scan.words[k - 1]
    if word == "=" and scan.word(k - 2) in "<>" and k > 1:
        return ("from" if scan.words[k - 2] == ">" else "to"), 2
    if word in BOUND_SIGNS:
        return BOUND_SIGNS[word], 1
    for phrase, kind in cues(scan.language).before.get(word, ()):
        if k - len(phrase) >= last and scan.phrase(phrase, k - len(phrase)):
            return kind, len(phrase)
    return "", 0
