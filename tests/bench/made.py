"""Distinct claims about the five documents in seeds/, made by a script: any number, always the same.

Their sentences and quotations as they stand and with figures, nouns and words changed, and statements in
English and Dutch with figures, hedges, dates, names and several figures.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import rewrites

from factcheck.text import Document, function_words

ROOT = Path(__file__).resolve().parents[2]

Claim = dict[str, Any]  # as it is written in a claims file
Texts = dict[str, tuple[str, ...]]  # by language

PLACES: Texts = {"en": ("Mechelen", "The city", "Flanders"), "nl": ("Mechelen", "De stad", "Vlaanderen")}
PEOPLE = ("Somers", "Bart Somers", "The mayor", "De burgemeester", "Yascha Mounk", "He")
SPEAKERS = ("Bart Somers", "Yascha Mounk", "Ratna Omidvar")
NOUNS = {
    "en": "residents/nationalities/languages/percent/people/police officers/children/young people/families"
    "/refugees/cities/kilometres/hours/schools/cameras/years",
    "nl": "inwoners/nationaliteiten/talen/procent/mensen/agenten/kinderen/jongeren/gezinnen/vluchtelingen"
    "/steden/kilometer/uur/scholen/camera's/moslims/jaar",
}
VERBS: Texts = {
    "en": ("has", "counts", "had", "is home to", "lost", "will have", "does not have"),
    "nl": ("heeft", "telt", "had", "herbergt", "verloor", "krijgt", "had geen"),
}
HEDGES: Texts = {
    "en": ("", "", "", "about ", "some ", "more than ", "at least ", "nearly ", "fewer than ", "exactly "),
    "nl": ("", "", "", "ongeveer ", "zo'n ", "meer dan ", "minstens ", "bijna ", "minder dan ", "precies "),
}
TIMES: Texts = {
    "en": ("", "", "", " in {year}", " since {year}", " when he became mayor", " today", " in June {year}"),
    "nl": (
        "",
        "",
        "",
        " in {year}",
        " sinds {year}",
        " toen hij burgemeester werd",
        " nu",
        " in juni {year}",
    ),
}
EVENTS: Texts = {
    "en": ("became mayor", "won the World Mayor Prize", "was elected", "was born", "gave the interview"),
    "nl": ("werd burgemeester", "won de World Mayor Prize", "werd gekozen", "werd geboren", "werd minister"),
}
WHEN: Texts = {
    "en": ("in {year}", "in June {year}", "on {day} March {year}", "before {year}", "in the {decade}s"),
    "nl": ("in {year}", "in juni {year}", "op {day} maart {year}", "voor {year}", "in de jaren {decade}"),
}
JOINS: Texts = {"en": (" and ", ", against ", ", "), "nl": (" en ", ", tegen ", ", ")}
KNOWN = (2, 3, 7, 9, 20, 22, 40, 86_000, 90_000, 128, 131, 138, 200, 500, 6_600_000)  # to the seeds


class Material(NamedTuple):
    """What claims are made of: a document's name and language, its sentences and its content words."""

    name: str
    language: str
    sentences: list[str]
    words: list[str]


def claims(count: int, seed: int = 1) -> list[Claim]:
    """Return so many distinct claims; a longer list begins with a shorter one."""
    made: dict[str, Claim] = {}
    for claim in _endless(_materials(), Random(seed)):
        made.setdefault(json.dumps(claim), claim)
        if len(made) == count:
            break
    return [{"id": f"claim-{number}", **claim} for number, claim in enumerate(made.values())]


def _materials() -> list[Material]:
    found = []
    for path in sorted(ROOT.glob("seeds/*.txt")):
        document = Document(path.read_text(encoding="utf-8"), name=path.name)
        lines = (" ".join(document.text[start:end].split()) for start, end in document.sentences)
        words = set(re.findall(r"\b[a-zà-ÿ]{5,}\b", document.text)) - function_words(document.language)
        kept = [line for line in dict.fromkeys(lines) if 25 <= len(line) <= 300]
        found.append(Material(path.name, document.language, kept, sorted(words)))
    return found


def _endless(materials: Sequence[Material], random: Random) -> Iterator[Claim]:
    makers = (_as_written, _other_figures, _other_noun, _counts, _counts, _compares, _dates, _quotes)
    while True:
        material = random.choice(materials)
        claim = random.choice(makers)(material, random)
        if claim and random.random() < 0.2:
            claim["sources"] = [material.name]
        if claim:
            yield claim


def _as_written(material: Material, random: Random) -> Claim:
    return {"statement": random.choice(material.sentences)}


def _other_figures(material: Material, random: Random) -> Claim | None:
    sentence = random.choice(material.sentences)
    changed = re.sub(r"\d+(?:[.,]\d{3})*", lambda found: _other(found.group(), random), sentence)
    return {"statement": changed} if changed != sentence else None


def _other(digits: str, random: Random) -> str:
    if re.fullmatch(r"(?:19|20)\d\d", digits):
        return str(random.randint(1950, 2025))
    return re.sub(r"[1-9]", lambda _: str(random.randint(1, 9)), digits)


def _other_noun(material: Material, random: Random) -> Claim | None:
    sentence = random.choice([one for one in material.sentences if re.search(r"\d", one)])
    changed = rewrites.word_swapped(sentence, material.words, random, function_words(material.language))
    return {"statement": changed} if changed else None


def _figure(language: str, random: Random) -> str:
    number = random.choice(KNOWN) if random.random() < 0.5 else random.randint(2, 10 ** random.randint(1, 6))
    return f"{number:,}".replace(",", "." if language == "nl" else ",")


def _amount(language: str, random: Random) -> str:
    noun, hedge = random.choice(NOUNS[language].split("/")), random.choice(HEDGES[language])
    return f"{hedge}{_figure(language, random)} {noun}{_when(TIMES[language], random)}"


def _when(forms: Sequence[str], random: Random) -> str:
    year = random.randint(1990, 2025)
    return random.choice(forms).format(year=year, day=random.randint(1, 31), decade=year // 10 * 10)


def _told(language: str, random: Random) -> str:
    return f"{random.choice(PLACES[language])} {random.choice(VERBS[language])} {_amount(language, random)}"


def _counts(material: Material, random: Random) -> Claim:
    return {"statement": f"{_told(material.language, random)}."}


def _compares(material: Material, random: Random) -> Claim:
    language = material.language
    joined = random.choice(JOINS[language])
    return {"statement": f"{_told(language, random)}{joined}{_amount(language, random)}."}


def _dates(material: Material, random: Random) -> Claim:
    event = f"{random.choice(PEOPLE)} {random.choice(EVENTS[material.language])}"
    return {"statement": f"{event} {_when(WHEN[material.language], random)}."}


def _quotes(material: Material, random: Random) -> Claim | None:
    words = random.choice(material.sentences).split()
    first = random.randint(0, max(0, len(words) - 6))
    quote: str | None = " ".join(words[first : first + random.randint(5, 30)])
    grammar, change = function_words(material.language), random.randrange(4)
    if quote and change == 0:
        quote = rewrites.word_swapped(quote, material.words, random, grammar)
    elif quote and change == 1:
        quote = rewrites.word_dropped(quote, random, grammar)
    speaker = {"speaker": random.choice(SPEAKERS)} if random.random() < 0.5 else {}
    return {"quote": quote, **speaker} if quote else None
