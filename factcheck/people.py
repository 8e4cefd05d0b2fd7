"""Names of persons: whether two spellings can mean one person.

A name is read as titles, given names, particles and a surname; a party in brackets, an apposition after
a comma and the case and accents of letters do not matter. Titles and particles of every language pack
count in every text, for a Dutch minister is quoted in English too.

- ``Somers``, ``Mayor Somers``, ``burgemeester Bart Somers`` and ``B. Somers`` can be one person.
- ``George Bush`` and ``Barbara Bush`` are two; so are ``George W. Bush`` and ``George H.W. Bush``, ``Mr
  Bush`` and ``Mrs Bush``, ``Van de Velde`` and ``Van der Velde``.
- A title by itself (``the president``) can mean who bears it (``President Obama``), and nobody else.
- An office of several words (``officier van justitie``) is one title.
- An explicit map of names to their other spellings comes before all of this.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from factcheck import languages

_WORD = re.compile(r"['’]?[^\W\d_]+(?:['’‐‑-][^\W\d_]+)*\.?")
_NUMBER = r"\s(\d{1,3})\s*$"  # of somebody without a name: Speaker 2
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")


class _Name(NamedTuple):
    """A name, folded; ``start`` and ``end`` are where it stands in the text, titles left out.

    ``number`` tells apart those who are called alike: ``Speaker 2``.
    """

    titles: frozenset[str] = frozenset()
    given: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    surname: str = ""
    suffix: str = ""
    number: str = ""
    start: int = 0
    end: int = 0


@cache
def vocabulary(key: str) -> frozenset[str]:
    """Return the words that any language pack lists under a key of its ``speech`` section, folded."""
    packs = (languages.load(code, "speech").get(key, "") for code in languages.available())
    return frozenset(fold(word) for pack in packs for word in pack.split())


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """Return a word in lower case, without accents and full stops around it, with plain apostrophes."""
    if word.isascii():
        return word.lower().strip(".")
    decomposed = unicodedata.normalize("NFKD", word.replace("’", "'").replace("‑", "-").replace("‐", "-"))
    return "".join(char for char in decomposed if not unicodedata.combining(char)).casefold().strip(".")


@cache
def _offices() -> dict[str, list[list[str]]]:
    """Return the words of the offices of several words in all packs, by the first of them."""
    found: dict[str, list[list[str]]] = {}
    for code in languages.available():
        for phrase in languages.load(code, "speech").get("offices", "").split(","):
            if words := [fold(word) for word in phrase.split()]:
                found.setdefault(words[0], []).append(words)
    return found


def _joined(found: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """Return the words of a name with those of an office of several words as one."""
    words = [fold(word) for word, _, _ in found]
    for at, word in enumerate(words):
        for office in _offices().get(word, ()):
            end = at + len(office)
            if words[at:end] == office:
                whole = (" ".join(office), found[at][1], found[end - 1][2])
                return [*found[:at], whole, *found[end:]]
    return found


@lru_cache(maxsize=4096)
def _parse(name: str) -> _Name:
    text = _BRACKETS.sub(lambda match: " " * len(match.group()), name)
    found = _joined([(match.group(), match.start(), match.end()) for match in _WORD.finditer(text)])
    comma = text.find(",")
    if comma >= 0:
        before = [item for item in found if item[1] < comma]
        after = [item for item in found if item[1] > comma]
        found = after + before if _inverted(before, after) else before or after
    words = [fold(word) for word, _, _ in found]
    number = match[1] if (match := re.search(_NUMBER, text)) else ""
    titles, first = _leading_titles(words)
    end = len(words)
    suffix = ""
    while end - first > 1 and words[end - 1] in vocabulary("suffixes"):
        end -= 1
        suffix = words[end]
    if first >= end:
        return _Name(titles=titles, number=number)
    core = end - 1
    while core > first and words[core - 1] in vocabulary("particles"):
        core -= 1
    given = tuple(part for word, _, _ in found[first:core] for part in _initials(word, text.isupper()))
    span = sorted(item[1:] for item in found[first:end])
    particles, last = tuple(words[core : end - 1]), words[end - 1]
    return _Name(titles, given, particles, last, suffix, number, span[0][0], span[-1][1])


def _inverted(before: list[tuple[str, int, int]], after: list[tuple[str, int, int]]) -> bool:
    """Tell ``Somers, Bart`` from ``Bart Somers, mayor``."""
    words = [word for word, _, _ in after]
    return (
        0 < len(words) <= 3
        and all(word[0].isupper() for word in words)
        and not any(fold(word) in vocabulary("titles") | vocabulary("suffixes") for word in words)
        and sum(fold(word) not in vocabulary("particles") for word, _, _ in before) == 1
    )


def _leading_titles(words: list[str]) -> tuple[frozenset[str], int]:
    """Return the titles and the index of the first word of the name proper (the length if there is none)."""
    known = vocabulary("titles") | {word for word in words if " " in word}  # an office of several words
    last = max((index for index, word in enumerate(words[:-1]) if word in known), default=-1)
    rest = words[last + 1 :]
    honoured = any(word in vocabulary("masculine") | vocabulary("feminine") for word in words[:-1])
    is_role = bool(rest) and rest[-1] in known and all(_decorates(word) for word in words)
    if is_role and not (honoured and rest[-1] in vocabulary("surnames")):  # Mr President, but Mr King
        last = len(words) - 1
    if last < 0:
        skip = 1 if len(words) > 1 and words[0] in vocabulary("former") else 0
        return frozenset(), skip
    titles = {word for word in words[: last + 1] if word in known}
    titles |= {word.partition(" ")[0] for word in titles} & known  # an officer of justice is an officer
    return frozenset(titles), last + 1


def _decorates(word: str) -> bool:
    return " " in word or any(word in vocabulary(key) for key in ("titles", "articles", "former"))


def _initials(word: str, capitals: bool) -> tuple[str, ...]:
    """Take ``GW`` apart, which stands for two given names."""
    if not capitals and word.isupper() and 1 < len(word.strip(".")) <= 3:
        return tuple(word.strip(".").lower())
    return (fold(word),)


def surname(name: str) -> str:
    """Return the surname of a name with its particles, folded (``de jonge``); ``""`` for a bare title."""
    parsed = _parse(name)
    return " ".join((*parsed.particles, parsed.surname)).strip()


def is_office(name: str) -> bool:
    """Say whether a name is an office and no more: ``the mayor``, ``De officier van justitie``."""
    parsed = _parse(name)
    return bool(parsed.titles) and not parsed.surname


def is_unnamed(name: str) -> bool:
    """Say whether a label tells of somebody without a name: ``Voice from the floor``, ``Resident 2``."""
    words = _BRACKETS.sub(" ", name).split()
    before = vocabulary("unnamed_before") | vocabulary("articles")
    at = next((at for at, word in enumerate(words) if fold(word) in vocabulary("unnamed")), None)
    if at is None:
        return False
    leads_up = all(fold(word) in before for word in words[:at])
    return leads_up and all(word.islower() or word.isdigit() for word in words[at + 1 : at + 2])


def share_title(one: str, other: str) -> bool:
    """Say whether two names have a title in common: ``Mayor Lee``, ``Mayor Ann Lee``."""
    return not _parse(one).titles.isdisjoint(_parse(other).titles)


def strip_titles(name: str) -> str:
    """Return a name without titles, articles, brackets and apposition; a bare title stays as it is."""
    parsed = _parse(name)
    return name[parsed.start : parsed.end].strip() if parsed.surname else name.strip()


def same_person(a: str, b: str, people: Mapping[str, tuple[str, ...]] | None = None) -> bool:
    """Say whether two names can mean one person.

    ``people`` maps a full name to its other spellings and decides for the names it lists.
    """
    one, other = _key(a), _key(b)
    if one == other:
        return bool(one)
    if people:
        first, second = _entry(one, people), _entry(other, people)
        if first is not None and second is not None:
            return first == second
        if first is not None or second is not None:
            a, b = first or a, second or b
    return _compatible(_parse(a), _parse(b))


def _key(name: str) -> str:
    bare = _BRACKETS.sub(" ", name)
    words = [fold(word) for word in (*_WORD.findall(bare), *re.findall(_NUMBER, bare))]
    return " ".join(words[1:] if len(words) > 1 and words[0] in vocabulary("articles") else words)


def _entry(key: str, people: Mapping[str, tuple[str, ...]]) -> str | None:
    for name, spellings in people.items():
        if key == _key(name) or any(key == _key(spelling) for spelling in spellings):
            return name
    return None


def _compatible(a: _Name, b: _Name) -> bool:
    if a.number and b.number and a.number != b.number:
        return False
    if not a.surname or not b.surname:
        return _same_office(a.titles, b.titles) or a.titles == {b.surname} or b.titles == {a.surname}
    if a.surname != b.surname or (a.particles and b.particles and a.particles != b.particles):
        return False
    if a.suffix and b.suffix and a.suffix != b.suffix:
        return False
    for titles, others in ((a.titles, b.titles), (b.titles, a.titles)):
        if titles & vocabulary("feminine") and others & vocabulary("masculine"):
            return False
    return _same_given(*sorted((a.given, b.given), key=len))


def _same_office(one: frozenset[str], other: frozenset[str]) -> bool:
    """Compare titles: one may be any of several, but not the secretary of this and the secretary of that."""
    phrases = [{title for title in titles if " " in title} for titles in (one, other)]
    return bool(phrases[0] & phrases[1] if all(phrases) else one & other)


def _same_given(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Compare given names: one name may be any of several, two or more must agree in order."""
    if not short:
        return True
    if len(short) == 1 and len(short[0]) > 1 and short[0] in long:
        return True
    return all(
        one == other or (1 in (len(one), len(other)) and one[0] == other[0])
        for one, other in zip(short, long, strict=False)
    )
