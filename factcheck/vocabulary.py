"""Words as they compare: by what a language pack says they mean, else by their base form.

For plugin authors. :func:`word_keys` gives the *keys* of a word; two words may mean the same when they share
one. A key is a thing, an event or a place of the packs (:mod:`factcheck.keys`), or the base form of a word no
pack knows. Words of another language also have the keys of their English translations and cognates. Without
a pack a word has its own spelling for a key.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from factcheck import languages
from factcheck.keys import EVENT, PLACE, THING, events_among
from factcheck.terms import term_key
from factcheck.text import function_words

_PIVOT = "en"  # the language that glossaries translate into
_DOUBLED = re.compile(r"(.)\1+")
_SHORTEST_PART = 4  # letters of either part of a compound
_SHORTEST, _SHORTEST_DERIVED = 3, 5  # letters that must be left when an ending is taken off


@cache
def grammar(language: str, key: str) -> tuple[str, ...]:
    """Return a list of the ``grammar`` section of a pack."""
    return tuple(languages.load(language, "grammar").get(key, "").split())


def says(words: Sequence[str], phrases: Sequence[str]) -> bool:
    """Return whether words have one of the phrases of a pack, in which "_" stands for a space."""
    said = set(words)
    if not said.isdisjoint(phrases):
        return True
    joined = [phrase.split("_") for phrase in phrases if "_" in phrase]
    return any(
        phrase[0] in said and words[at : at + len(phrase)] == phrase
        for phrase in joined
        for at in range(len(words) - len(phrase) + 1)
    )


@cache
def word_list(language: str, key: str) -> frozenset[str]:
    """Return a list of the ``words`` section of a pack."""
    return frozenset(languages.load(language, "words").get(key, "").split())


@cache
def _meanings(language: str) -> tuple[Mapping[str, str], ...]:
    """Return word -> key of a language's concepts, events and places, one map for each."""
    maps: list[dict[str, str]] = []
    for section, mark in (("concepts", THING), ("events", EVENT), ("places", PLACE)):
        maps.append({})
        for key, forms in languages.table(language, "words", section):
            maps[-1].update(dict.fromkeys(forms, mark + key))
    return tuple(maps)


@cache
def _glossary(language: str) -> list[str]:
    """Return the sorted lines of a glossary: few words are ever asked for, so no map is made of them."""
    return languages.glossary(language).split("\n")


def _translations(word: str, language: str) -> list[str]:
    """Return the English words that a glossary gives for a lower-case word."""
    lines, start = _glossary(language), f"{word}: "
    at = bisect_left(lines, start)
    return lines[at][len(start) :].split() if at < len(lines) and lines[at].startswith(start) else []


def known_keys(word: str, language: str) -> list[str]:
    """Return the concept, event and place a pack gives a lower-case word."""
    return [keys[word] for keys in _meanings(language) if word in keys]


def is_concept(word: str, language: str) -> bool:
    """Return whether a pack knows a lower-case word as something that can be counted."""
    return word in _meanings(language)[0]


def is_known(word: str, language: str) -> bool:
    """Return whether a pack says what a lower-case word means, in its tables or its glossary."""
    return any(word in keys for keys in _meanings(language)) or bool(_translations(word, language))


@cache
def is_common(word: str, language: str) -> bool:
    """Return whether a pack knows a lower-case word at all, so that it is no name."""
    return (
        any(word in keys for keys in _meanings(language)[:2])
        or word in function_words(language)
        or word in word_list(language, "verbs")
        or word in word_list(language, "generic")
        or word in word_list(language, "common")
        or bool(_translations(word, language))
    )


class EventPhrase(NamedTuple):
    """What several words tell of together, and where those behind the first stand, as a range."""

    keys: frozenset[str]
    first: int
    stop: int


@cache
def _phrasal(language: str) -> Mapping[str, list[tuple[list[str], frozenset[str]]]]:
    """Return "passed" -> what may stand behind it ("away"), and the events that they may tell of together."""
    events: dict[str, set[str]] = {}
    for key, forms in languages.table(language, "words", "phrasal"):
        for form in forms:
            events.setdefault(form, set()).add(f"e:{key}")
    phrases: dict[str, list[tuple[list[str], frozenset[str]]]] = {}
    for form, keys in events.items():
        verb, *behind = form.split("_")
        phrases.setdefault(verb, []).append((behind, frozenset(keys)))
    return phrases


def event_phrase(words: Sequence[str], position: int, language: str) -> EventPhrase | None:
    """Return the event that several words name together, by the position of the first.

    Where a verb's particle may stand further on ("*trad* Ann Vane *aan* als ..."), it is looked for in the
    same clause, and is none before what a preposition would have behind it.
    """
    phrases = _phrasal(language).get(words[position])
    if not phrases:
        return None
    reach = int("".join(grammar(language, "particle_reach")) or 1)
    articles, function = grammar(language, "articles"), function_words(language)
    for at in range(position + 1, min(position + 1 + reach, len(words))):
        if not words[at][0].isalnum():
            return None
        for behind, keys in phrases:
            stop = at + len(behind)
            if words[at:stop] != behind:
                continue
            after = words[stop] if stop < len(words) else ""
            free = not after[:1].isalnum() or (after in function and after not in articles)
            if at == position + 1 or free or len(behind) > 1:
                return EventPhrase(keys, at, stop)
    return None


@cache
def phrasal_verbs(language: str) -> frozenset[str]:
    """Return the words that :func:`event_phrase` may begin with."""
    return frozenset(_phrasal(language))


@cache
def word_keys(word: str, language: str) -> frozenset[str]:
    """Return what a lower-case word is matched by, across languages; empty for grammar words."""
    if word in function_words(language) or len(word) < 2:
        return frozenset()
    bare = word.removesuffix("'s")
    known = known_keys(word, language) or known_keys(bare, language)
    keys = set(known or [base(bare, language)])
    if not language:
        return frozenset(keys)
    meant = _translations(bare, language)
    if language != _PIVOT and not meant and not known:
        if parts := compound(bare, language):
            tail = word_keys(parts[1], language)
            return frozenset(keys) | (tail - events_among(tail))  # *omzetgroei* tells no event
        meant = _cognates(bare, language)
    for other in meant:
        if term := term_key(other, _PIVOT):
            keys.add(term)
            continue
        last = other.rpartition("_")[2]  # a bus_driver is a driver
        keys.update(known_keys(last, _PIVOT) or [base(last, _PIVOT)])
    return frozenset(keys)


def all_keys(words: Iterable[str], language: str) -> frozenset[str]:
    """Return the keys of several words."""
    return frozenset[str]().union(*(word_keys(word, language) for word in words))


@cache
def sort_keys(word: str, language: str) -> frozenset[str]:
    """Return what makes a word a sort of its own: the first part of a compound or of a translation.

    *Buschauffeur*, a ``bus_driver`` in the glossary, is matched as a driver, and is of the sort ``bus``.
    """
    if parts := compound(word, language):
        return word_keys(parts[0], language)
    meant = [] if known_keys(word, language) else _translations(word, language)
    phrases = (phrase for phrase in meant if not term_key(phrase, _PIVOT))
    firsts = (first for phrase in phrases for first in phrase.split("_")[:-1])
    return all_keys(firsts, _PIVOT)


@cache
def compound(word: str, language: str) -> tuple[str, str] | None:
    """Return the first noun and the tail of a lower-case compound: *kinderarmoede* is ``kind``, ``armoede``.

    ``None`` for a word the pack or the glossary knows as a whole, for parts that neither knows as nouns, and
    for languages that write their compounds apart.
    """
    links = ("", *grammar(language, "compound_links"))
    if len(links) == 1 or known_keys(word, language) or _translations(word, language):
        return None
    for at in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        if not _is_noun(word[at:], language):
            continue
        for link in links:
            first = word[:at].removesuffix(link) if word[:at].endswith(link) else ""
            if len(first) >= _SHORTEST_PART and _is_noun(first, language):
                return first, word[at:]
    return None


@cache
def _is_noun(word: str, language: str) -> bool:
    """Return whether a word is one that compounds are made of."""
    if is_concept(word, language):
        return True
    other = (
        word in function_words(language)
        or word in word_list(language, "verbs")
        or word in word_list(language, "generic")
        or known_keys(word, language)
    )
    return not other and bool(_translations(word, language))


def _cognates(word: str, language: str) -> list[str]:
    """Return what a word without a translation may be in English: itself, or with another ending."""
    if word in _false_friends(language):
        return []
    endings = _cognate_endings(language)
    changed = (
        word[:-size] + other for size in range(2, len(word)) for other in endings.get(word[-size:], ())
    )
    return [word, *changed]


@cache
def _false_friends(language: str) -> frozenset[str]:
    return frozenset(grammar(language, "false_friends"))


@cache
def _cognate_endings(language: str) -> Mapping[str, list[str]]:
    endings: dict[str, list[str]] = {}
    for pair in grammar(language, "cognates"):
        ending, _, other = pair.partition(":")
        endings.setdefault(ending, []).append(other)
    return endings


@cache
def base(word: str, language: str) -> str:
    """Return a form that the inflections of a word share; it need not be a word.

    A strong verb is its first form; else the longest ending the pack lists is taken off. Doubled letters
    count once (stop, stopped; *man*, *mannen*), the endings of two spellings are one (labour, labor), and a
    last v or z is as good as f or s (knife, knives; *huis*, *huizen*; organize, organise).
    """
    word = _strong_verbs(language).get(word, word)
    endings = _endings(language)
    for size in range(5, 0, -1):
        if len(word) - size >= endings.get(word[-size:], len(word)):
            word = word[:-size]
            break
    if _DOUBLED.search(word):
        word = _DOUBLED.sub(r"\1", word)
    for other, usual in _spellings(language):
        if word.endswith(other) and len(word) > len(other) + 1:
            word = word.removesuffix(other) + usual
    return word[:-1] + {"v": "f", "z": "s"}.get(word[-1:], word[-1:])


@cache
def _strong_verbs(language: str) -> Mapping[str, str]:
    """Return form -> first form."""
    lines = languages.load(language, "grammar").get("strong_verbs", "").splitlines()
    return {form: line.split()[0] for line in lines for form in line.split()}


@cache
def _spellings(language: str) -> tuple[tuple[str, str], ...]:
    pairs = (entry.partition(":") for entry in grammar(language, "spellings"))
    return tuple((one, other) for one, _, other in pairs)


@cache
def _endings(language: str) -> Mapping[str, int]:
    """Return ending -> how many letters must be left when it is taken off."""
    endings = {}
    for key, shortest in (("derivations", _SHORTEST_DERIVED), ("endings", _SHORTEST)):
        for entry in grammar(language, key):
            ending, _, letters = entry.partition(":")
            endings[ending] = int(letters or shortest)
    return endings


@cache
def _name_endings() -> tuple[str, ...]:
    endings = {ending for code in languages.available() for ending in grammar(code, "name_endings")}
    return tuple(sorted(endings, key=lambda ending: (-len(ending), ending)))


@cache
def name_key(word: str) -> str:
    """Return the key of a name: without the ending that makes it an adjective or an inhabitant."""
    if word.endswith(_name_endings()):
        for ending in _name_endings():
            if word.endswith(ending) and len(word) - len(ending) >= 4:
                return f"n:{word.removesuffix(ending)}"
    return f"n:{word}"


@cache
def name_forms(key: str) -> frozenset[str]:
    """Return the words that have the key of a name; none for another key."""
    bare = key[2:] if key[:2] == "n:" else ""
    words = (bare, *(bare + ending for ending in _name_endings()))
    return frozenset(word for word in words if bare and name_key(word) == key)


@cache
def named_body(word: str, language: str) -> tuple[str, str] | None:
    """Return the name and the body called by it that are written as one: *Weide*, *festival*."""
    for body in grammar(language, "named_bodies"):
        first = word.removesuffix(body).removesuffix("-")
        if len(first) < len(word) and len(first) >= _SHORTEST_PART and not _is_noun(first, language):
            return first, body
    return None


@cache
def is_participle(word: str, language: str) -> bool:
    """Return whether a word looks like a participle of a language that lists how they do: *gevangen*."""
    stems = (
        word.removeprefix(start) for start in grammar(language, "participle_starts") if word.startswith(start)
    )
    ends = grammar(language, "participle_ends")
    return any(stem.endswith(end) and len(stem) >= len(end) + _SHORTEST for stem in stems for end in ends)


@cache
def is_plural(word: str, language: str) -> bool:
    """Return whether a lower-case word looks like a plural noun."""
    if word in word_list(language, "irregular_plurals"):
        return True
    return word.endswith(grammar(language, "plural_endings")) and not word.endswith(
        grammar(language, "singular_endings")
    )
