"""What a span is about: the thing counted, the words around it, its place, time anchor and event.

For plugin authors: :func:`same_thing` answers the one question that makes a comparison fair, whether two
mentions are about the same thing, from stated features of both sentences. Words are compared by *keys*:
the concept, event or place a language pack gives them, else their stem; words of another language also
through its glossary. A word without a pack matches its own spelling only.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

from factcheck import languages
from factcheck.checks import Occurrence
from factcheck.model import Closeness, Mention
from factcheck.text import Document, Span, function_words

# How much of what a claim says around its figure must be said around the source's: shares of the weight
# of the claim's content words.
COUNTED_COVERAGE = 0.35  # both count the same thing
BROAD_COVERAGE = 0.5  # both count people, which everything has
UNCOUNTED_COVERAGE = 0.6  # one of them does not say what it counts
LEAST_SHARED = 1.5  # weight of the words shared, where nothing is counted
WORDING_COVERAGE = 0.8  # the source repeats the claim's own words

NAME_WEIGHT = 1.5
WORD_WEIGHT = 1.0
GENERIC_WEIGHT = 0.25
ASIDE_SHARE = 0.4  # of a word's weight, where it stands in another clause than the claim's figure
NEAR_SHARE = 0.7  # of a word's weight, where it stands in the sentences just before
SUBJECT_SHARE = 0.6  # of a name's weight, where it is what the document is about

_PIVOT = "en"  # the language that glossaries translate into
_NEAR = 2  # sentences before a passage that may name its subject
_NOUN_PHRASE = 6  # tokens after a figure among which its noun is looked for
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


class Word(NamedTuple):
    """A content word: its place, what it is matched by, and how much it says."""

    start: int
    keys: frozenset[str]
    weight: float
    name: bool


class Counted(NamedTuple):
    """What a figure counts: the keys of the noun and of the words that qualify it."""

    head: frozenset[str]
    span: Span
    text: str


class Match(NamedTuple):
    """How surely two mentions are about the same thing; ``fit`` compares their nearest words, 0 to 1."""

    closeness: Closeness
    fit: float


@cache
def _pack(language: str) -> tuple[Mapping[str, str], ...]:
    """Return word -> key of a language's concepts, events and places, one map for each."""
    maps: list[dict[str, str]] = []
    for section, mark in (("concepts", "c:"), ("events", "e:"), ("places", "p:")):
        maps.append({})
        for key, forms in languages.table(language, "words", section):
            maps[-1].update(dict.fromkeys(forms, mark + key))
    return tuple(maps)


def _known(word: str, language: str) -> list[str]:
    return [keys[word] for keys in _pack(language) if word in keys]


@cache
def _words(language: str, key: str) -> frozenset[str]:
    return frozenset(languages.load(language, "words").get(key, "").split())


@cache
def _grammar(language: str, key: str) -> tuple[str, ...]:
    return tuple(languages.load(language, "grammar").get(key, "").split())


@cache
def _glossary(language: str) -> Mapping[str, tuple[str, ...]]:
    return {word: tuple(meant) for word, meant in languages.table(language, "glossary", "translations")}


@cache
def _stemmer(language: str) -> Any:
    import snowballstemmer

    names = {"en": "english", "nl": "dutch"}
    return snowballstemmer.stemmer(names[language]) if language in names else None


@cache
def stem(word: str, language: str) -> str:
    """Return the stem of a lower-case word, the word itself where the language has no stemmer."""
    word = word.removesuffix("'s").replace("'", "")
    stemmer = _stemmer(language)
    return str(stemmer.stemWord(word)) if stemmer else word


@cache
def word_keys(word: str, language: str) -> frozenset[str]:
    """Return what a lower-case word is matched by, across languages; empty for grammar words."""
    if word in function_words(language) or len(word) < 2:
        return frozenset()
    bare = word.removesuffix("'s")
    if known := _known(word, language) or _known(bare, language):
        return frozenset(known)
    keys = {stem(bare, language)}
    if language != _PIVOT:
        meant = _glossary(language).get(bare) or _cognates(bare, language)
        for other in meant:
            keys.update(_known(other, _PIVOT) or [stem(other, _PIVOT)])
    return frozenset(keys)


def _cognates(word: str, language: str) -> tuple[str, ...]:
    """Return what a word without a translation may be in English: itself, or with another ending."""
    glossary = languages.load(language, "glossary")
    if word in glossary.get("false_friends", "").split():
        return ()
    pairs = (pair.partition(":") for pair in glossary.get("cognates", "").split())
    changed = (word.removesuffix(ending) + other for ending, _, other in pairs if word.endswith(ending))
    return (word, *changed)


def sentence_words(document: Document, index: int) -> tuple[Word, ...]:
    """Return the content words of a sentence, by its index in ``document.sentences``."""
    memo: dict[int, tuple[Word, ...]] = document.memo.setdefault("context.words", {})
    if index not in memo:
        memo[index] = tuple(_content(document, document.sentences[index]))
    return memo[index]


def _content(document: Document, span: Span) -> Iterable[Word]:
    tokens, text, language = document.tokens, document.text, document.language
    generic = _words(language, "generic")
    for position in range(tokens.at(span.start), bisect_left(tokens.starts, span.end)):
        word, start = tokens.words[position], tokens.starts[position]
        if not word[0].isalpha():
            continue
        keys = word_keys(word, language)
        if document.terms and (term := document.terms.get(word)):
            keys |= word_keys(term.lower(), language) | {f"t:{term}"}
        if not keys:
            continue
        name = text[start].isupper() and (start > span.start or not _common(word, language))
        if name:
            keys |= {f"n:{_bare_name(word)}"}
        light = word in generic or (word in _grammar(language, "inhabited") and _named(document, position))
        weight = GENERIC_WEIGHT if light else NAME_WEIGHT if name else WORD_WEIGHT
        yield Word(start, keys, weight, name)


def _named(document: Document, position: int) -> bool:
    """Whether a name follows a word at once, as in ``the city of Ghent`` or ``de stad Gent``."""
    tokens = document.tokens
    after = position + 1
    if after < len(tokens.words) and tokens.words[after] in _grammar(document.language, "of"):
        after += 1
    return after < len(tokens.words) and document.text[tokens.starts[after]].isupper()


def _common(word: str, language: str) -> bool:
    """Whether a word that opens a sentence is known as an ordinary word."""
    return (
        bool(_known(word, language))
        or word in _words(language, "verbs")
        or word in _words(language, "generic")
        or word in _glossary(language)
    )


@cache
def _name_endings() -> tuple[str, ...]:
    endings = {ending for code in languages.available() for ending in _grammar(code, "name_endings")}
    return tuple(sorted(endings, key=lambda ending: (-len(ending), ending)))


@cache
def _bare_name(word: str) -> str:
    """Return a name without the ending that makes it an adjective or an inhabitant, in any language."""
    for ending in _name_endings():
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending)
    return word


def subject(document: Document) -> frozenset[str]:
    """Return the keys of the names a document is about: those of its head and those that recur most."""
    if "context.subject" not in document.memo:
        tokens, text = document.tokens, document.text
        counts: dict[str, int] = {}
        for word, start in zip(tokens.words, tokens.starts, strict=True):
            if text[start].isupper():
                counts[word] = counts.get(word, 0) + 1
        content = [word for word in counts if word_keys(word, document.language)]
        most = max((counts[word] for word in content), default=0)
        frequent = {word for word in content if counts[word] >= max(3, most / 4)}
        opening = document.sentences[0].end if document.sentences else 0
        head = {
            tokens.words[position]
            for position in range(bisect_left(tokens.starts, opening))
            if text[tokens.starts[position]].isupper()
        }
        keys: set[str] = set()
        for word in frequent | head:
            keys |= word_keys(word, document.language) | {f"n:{_bare_name(word)}"}
        document.memo["context.subject"] = frozenset(keys)
    return document.memo["context.subject"]  # type: ignore[no-any-return]


def counted(document: Document, mention: Mention) -> Counted | None:
    """Return what a figure counts: the noun phrase after it, else the noun before it (``population of``)."""
    tokens, text, language = document.tokens, document.text, document.language
    sentence = document.sentence_at(mention.start)
    first, last = tokens.at(mention.end), bisect_left(tokens.starts, sentence.end)
    phrase = list(_noun_phrase(document, first, min(last, first + _NOUN_PHRASE)))
    if phrase:
        noun = _head(tokens.words, phrase, language)
        span = Span(tokens.starts[phrase[0]], tokens.ends[noun])
        return Counted(_noun_keys(document, noun), span, text[span.start : span.end])
    return _counted_before(document, tokens.at(mention.start) - 1, sentence)


def _counted_before(document: Document, before: int, sentence: Span) -> Counted | None:
    """Return the noun of ``a population of 90``, ``residents: 90`` or ``the population of X is 90``."""
    tokens, language = document.tokens, document.language
    first = tokens.at(sentence.start)
    if before <= first:
        return None
    if tokens.words[before] in _grammar(language, "of") or tokens.words[before] == ":":
        noun = before - 1
    elif tokens.words[before] in _grammar(language, "copulas"):
        subject_words = [p for p in range(first, before) if tokens.words[p][0].isalpha()]
        concepts = [p for p in subject_words if _is_concept(tokens.words[p], language)]
        if not concepts:
            return None
        noun = concepts[0]
    else:
        return None
    if not tokens.words[noun][0].isalpha() or noun < first:
        return None
    span = Span(tokens.starts[noun], tokens.ends[noun])
    inhabited = tokens.words[noun] in _grammar(language, "inhabited")
    keys = frozenset(("c:resident",)) if inhabited else _noun_keys(document, noun)
    return Counted(keys, span, document.text[slice(*span)]) if keys else None


def _is_concept(word: str, language: str) -> bool:
    return word in _pack(language)[0]


def _noun_keys(document: Document, position: int) -> frozenset[str]:
    word = document.tokens.words[position]
    keys = word_keys(word, document.language)
    term = document.terms.get(word)
    return keys | word_keys(term.lower(), document.language) | {f"t:{term}"} if term else keys


def _noun_phrase(document: Document, first: int, stop: int) -> Iterable[int]:
    """Yield the positions of the words from ``first`` on that can belong to the counted noun phrase."""
    tokens, language = document.tokens, document.language
    of, function, verbs = _grammar(language, "of"), function_words(language), _words(language, "verbs")
    started = False
    for position in range(first, stop):
        word = tokens.words[position]
        if not started and (word in of or word in _grammar(language, "articles") or word == "-"):
            continue
        if not word[0].isalpha() and word != "-":
            return
        if word in function or (started and word in verbs and not _is_concept(word, language)):
            return
        if document.text[tokens.starts[position]].isupper() and not (
            _known(word, language) or _plural(word, language)
        ):
            return
        if word != "-":
            started = True
            yield position


def _head(words: list[str], phrase: list[int], language: str) -> int:
    """Return the position of the noun in a noun phrase: a known concept, else a plural, else by position."""
    if concepts := [p for p in phrase if _is_concept(words[p], language)]:
        return next((p for p in concepts if _plural(words[p], language)), concepts[0])
    plurals = [p for p in phrase if _plural(words[p], language)]
    if plurals:
        run = plurals[0]
        while run + 1 in plurals:
            run += 1
        return run
    if endings := _grammar(language, "adjective_ending"):
        nouns_in_e = _words(language, "nouns_in_e")
        nouns = [p for p in phrase if not words[p].endswith(endings) or words[p] in nouns_in_e]
        return (nouns or phrase)[0]
    return phrase[min(1, len(phrase) - 1)]


@cache
def _plural(word: str, language: str) -> bool:
    if word in _words(language, "irregular_plurals"):
        return True
    return word.endswith(_grammar(language, "plural_endings")) and not word.endswith(
        _grammar(language, "singular_endings")
    )


def same_thing(claimed: Occurrence, found: Occurrence, *, noun_decides: bool = True) -> Match | None:
    """Say whether a mention of a source is about the same thing as one of a claim, ``None`` when in doubt.

    Both may count only the same noun; what the claim says around its figure must be said in the
    passage's sentence, just before it, or (names only) be what the document is about; a nearer place, a
    different event, year or ``when`` clause speaks against it. ``noun_decides`` lets the same counted noun
    make up for words that are not shared, which it cannot do for "no residents left".
    """
    ours, theirs = claimed.document, found.document
    head, other = counted(ours, claimed.mention), counted(theirs, found.mention)
    same_head = bool(head and other and head.head & other.head)
    if head and other and head.head and other.head and not same_head:
        return None
    index, claim_index = (
        theirs.sentence_index(found.mention.start),
        ours.sentence_index(claimed.mention.start),
    )
    here = _keys(sentence_words(theirs, index))
    words = _claim_words(claimed, claim_index, head if same_head else None)
    in_sentence = sum(word.weight for word in words if word.keys & here)
    total = sum(word.weight for word in words)
    fit = _fit(claimed, found)
    if total and in_sentence >= WORDING_COVERAGE * total and in_sentence >= 2 * LEAST_SHARED:
        return Match(Closeness.WORDING, fit)
    if _apart(claimed, found):
        return None
    near = _keys(word for i in range(max(0, index - _NEAR), index) for word in sentence_words(theirs, i))
    near |= _speaker_keys(found)
    covered, by_subject = in_sentence, False
    for word in words:
        if word.keys & here:
            continue
        if word.keys & near:
            covered += word.weight * NEAR_SHARE
        elif word.name and word.keys & subject(theirs):
            covered += word.weight * SUBJECT_SHARE
            by_subject = True
    if by_subject and _places(here | near) - _places(_keys(words)):
        return None
    if same_head and noun_decides and head:
        broad = head.head & {f"c:{key}" for key in _grammar(ours.language, "broad_nouns")}
        enough = covered >= (BROAD_COVERAGE if broad else COUNTED_COVERAGE) * total
    else:
        enough = covered >= UNCOUNTED_COVERAGE * total and in_sentence >= LEAST_SHARED
    return Match(Closeness.THING, fit) if enough else None


def _keys(words: Iterable[Word]) -> frozenset[str]:
    return frozenset(key for word in words for key in word.keys)


def _places(keys: Iterable[str]) -> set[str]:
    return {key for key in keys if key.startswith("p:")}


def _claim_words(claimed: Occurrence, index: int, head: Counted | None) -> list[Word]:
    """Return the words of the claim's sentence that tell what its figure is about.

    Those outside the figure's own clause tell less.
    """
    document, mention = claimed.document, claimed.mention
    skipped = [Span(mention.start, mention.end)] + ([head.span] if head else [])
    clause = _clause(document, mention)
    return [
        word if clause.start <= word.start < clause.end else word._replace(weight=word.weight * ASIDE_SHARE)
        for word in sentence_words(document, index)
        if not any(span.start <= word.start < span.end for span in skipped)
    ]


def _clause(document: Document, mention: Mention) -> Span:
    """Return the part of a sentence that holds a mention.

    Commas and the like end it, a relative clause, and a conjunction with a figure on its other side too.
    """
    tokens = document.tokens
    sentence = document.sentence_at(mention.start)
    first, last = tokens.at(sentence.start), bisect_left(tokens.starts, sentence.end)
    joins, relatives = (_grammar(document.language, key) for key in ("conjunctions", "relatives"))
    figures = [p for p in range(first, last) if tokens.words[p][0].isdigit()]
    start, end = sentence
    for position in range(first, last):
        at, word = tokens.starts[position], tokens.words[position]
        ends = word in ",;:()—–" or word in relatives or (word in joins and bool(figures) and figures[0] < position < figures[-1])
        if ends and at < mention.start:
            start = tokens.ends[position]
        elif ends and at >= mention.end:
            end = at
            break
    return Span(start, max(end, mention.end))


def _speaker_keys(found: Occurrence) -> frozenset[str]:
    speaker = found.speaker or ""
    language = found.document.language
    return frozenset(key for part in speaker.lower().split() for key in word_keys(part, language))


def _apart(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether the year, the ``when`` clause or the event of the two sentences speaks against a comparison."""
    ours = claimed.document.sentence_at(claimed.mention.start)
    theirs = found.document.sentence_at(found.mention.start)
    one, two = claimed.document.text[slice(*ours)], found.document.text[slice(*theirs)]
    if claimed.mention.kind != "date":
        years, others = set(_YEAR.findall(one)), set(_YEAR.findall(two))
        if years and others and not years & others:
            return True
    anchor, other = _anchor(claimed.document, ours), _anchor(found.document, theirs)
    if bool(anchor) != bool(other) or (anchor and not anchor & other):
        return True
    event, its = _events(claimed), _events(found)
    return bool(its and not event & its)


def _anchor(document: Document, sentence: Span) -> frozenset[str]:
    """Return the keys of the clause that says when something was so (``when he became mayor``)."""
    tokens = document.tokens
    anchors = _grammar(document.language, "time_anchors")
    first, last = tokens.at(sentence.start), bisect_left(tokens.starts, sentence.end)
    for position in range(first, last):
        if tokens.words[position] in anchors:
            keys: set[str] = set()
            for inner in range(position + 1, min(last, position + 9)):
                if tokens.words[inner] in ",;:—":
                    break
                if tokens.words[inner][0].isalpha():
                    keys |= word_keys(tokens.words[inner], document.language)
            return frozenset(keys)
    return frozenset()


def _events(occurrence: Occurrence) -> frozenset[str]:
    """Return the events named in the clause of a mention; a mere auxiliary counts only alone."""
    document = occurrence.document
    tokens, weak = document.tokens, _grammar(document.language, "weak_events")
    clause = _clause(document, occurrence.mention)
    states = {f"e:{key}" for key in _grammar(document.language, "states")}
    strong: set[str] = set()
    auxiliary: set[str] = set()
    for position in range(tokens.at(clause.start), bisect_left(tokens.starts, clause.end)):
        word = tokens.words[position]
        events = {key for key in word_keys(word, document.language) if key.startswith("e:")}
        (auxiliary if word in weak else strong).update(events - states)
    return frozenset(strong or auxiliary)


def _fit(claimed: Occurrence, found: Occurrence) -> float:
    """Return how many of the four words on each side are the same, the nearest weighing most."""
    score = total = 0.0
    for step in (-1, 1):
        ours, theirs = _neighbours(claimed, step), _neighbours(found, step)
        for distance, (one, two) in enumerate(zip(ours, theirs, strict=False), start=1):
            total += 1 / distance
            score += (one == two) / distance
    return score / total if total else 0.0


def _neighbours(occurrence: Occurrence, step: int) -> list[str]:
    tokens = occurrence.document.tokens
    at = tokens.at(occurrence.mention.start) - 1 if step < 0 else tokens.at(occurrence.mention.end)
    positions = range(at, at + 4 * step, step)
    return [tokens.words[p] if 0 <= p < len(tokens.words) else "" for p in positions]
