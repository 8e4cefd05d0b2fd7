"""Whom a sentence has its facts from, by its own words: "according to Lee", "Lee said that", ", says Lee".

Of a claim it says on whose words it is judged; of the narration of a source, whose words it gives.
"""

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from factcheck import languages
from factcheck.text import Span, function_words
from factcheck.vocabulary import grammar, word_list

QUOTED = re.compile(r"[“„«\"].*?[”“»\"]|(?<!\w)‘[^‘’]*’(?!\w)", re.DOTALL)
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+|[^\w\s]")
NAME = re.compile(r"[^\W\d_a-zß-ÿ][\w'’&.-]*(?:\s+[^\W\d_a-zß-ÿ][\w'’&.-]*)*")
_THAT = 5  # words behind a verb of saying among which "that" begins what is said
_CLAUSE = 8  # words of a clause among which its verb is looked for
_TITLES = 3  # words of an office before a name: "union leader Ann Lee"


class Words(NamedTuple):
    """The words by which a language attributes a statement."""

    according: re.Pattern[str] | None
    verbs: frozenset[str]
    addressed: frozenset[str]
    that: frozenset[str]


@cache
def words_of(language: str) -> Words:
    """Return the words of a language pack."""
    pack = languages.load(language, "quotes")
    phrases = sorted((part.strip() for part in pack.get("according", "").split(",") if part.strip()), key=len)
    either = "|".join(map(re.escape, reversed(phrases)))
    return Words(
        re.compile(rf"(?<!\w)(?:{either})\s+", re.IGNORECASE) if phrases else None,
        frozenset(pack.get("verbs", "").split()),
        frozenset(pack.get("addressed", "").split()),
        frozenset(languages.load(language, "drafts").get("that", "").split()),
    )


class Teller(NamedTuple):
    """Who a sentence says it is told by, and the span of the words that say so."""

    name: str
    span: Span


def teller(text: str, language: str) -> Teller | None:
    """Return whom a sentence names as the one who says it; quotations in it are looked over."""
    words = words_of(language)
    masked = QUOTED.sub(lambda match: "." * len(match.group()), text)
    if words.according and (match := words.according.search(masked)):
        found = _named(masked, match.end(), language)
        return Teller(found.name, Span(match.start(), found.span.end)) if found else None
    lower = [word.lower() for word in WORD.findall(masked)]
    if words.verbs.isdisjoint(lower):
        return None
    tokens = list(WORD.finditer(masked))
    for at, word in enumerate(lower):
        if word not in words.verbs:
            continue
        before = masked[: tokens[at].start()]
        name = last_name(before)
        if name and at + 1 < len(lower) and (word in words.addressed or _tells(lower, at, language)):
            that = next(
                (n for n in range(at + 1, at + 1 + _THAT) if lower[n : n + 1] and lower[n] in words.that), at
            )
            return Teller(name, Span(before.rindex(name), tokens[that].end()))
        closing = _named(masked, tokens[at].end() + 1, language) if before.rstrip().endswith(",") else None
        if closing and not masked[closing.span.end :].strip(" ."):
            return Teller(closing.name, Span(tokens[at].start(), closing.span.end))
    return None


def _named(text: str, offset: int, language: str) -> Teller | None:
    """Return the person's name that begins at an offset, behind an office at most."""
    match = NAME.search(text, offset)
    if match is None:
        return None
    office = text[offset : match.start()].split()
    grammatical = function_words(language)
    if len(office) > _TITLES or any(not word.isalpha() or word in grammatical for word in office):
        return None
    name = match.group().rstrip(".,’'").removesuffix("'s").removesuffix("’s")
    return Teller(name, Span(offset, match.start() + len(name)))


def _tells(lower: list[str], at: int, language: str) -> bool:
    """Whether a clause follows a verb of saying, with "that" or without: "Lee said the yard has 4 docks"."""
    following = lower[at + 1 : at + 1 + _CLAUSE]
    if following[:1] and following[0] in languages.load(language, "drafts").get("prepositions", "").split():
        return False  # "she says of the ferry, which cost ..."
    if not words_of(language).that.isdisjoint(following[:_THAT]):
        return True
    verbs, infinitive = word_list(language, "verbs"), grammar(language, "infinitive")
    return any(
        word in verbs and before not in infinitive and word not in words_of(language).verbs
        for before, word in pairwise(following)
    )


def last_name(before: str) -> str:
    """Return the name a text ends with, but for an adverb or auxiliary."""
    names = list(NAME.finditer(before))
    return names[-1].group() if names and len(before[names[-1].end() :].split()) <= 1 else ""
