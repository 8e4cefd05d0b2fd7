"""What a span is about: whether two mentions speak of the same thing, from stated features of both.

For plugin authors: :func:`same_thing` answers the one question that makes a comparison fair. It looks at the
thing counted (:mod:`factcheck.nouns`), the words around both, their places, years, ``when`` clauses and
events; words are compared by their keys (:mod:`factcheck.vocabulary`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from factcheck.checks import Occurrence
from factcheck.model import Closeness, Mention
from factcheck.nouns import Counted, counted, noun_keys
from factcheck.text import Document, Span
from factcheck.vocabulary import grammar, is_common, name_key, word_keys, word_list

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

_NEAR = 2  # sentences before a passage that may name its subject
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


class Word(NamedTuple):
    """A content word: its place, what it is matched by, and how much it says."""

    start: int
    keys: frozenset[str]
    weight: float
    name: bool


class Match(NamedTuple):
    """How surely two mentions are about the same thing; ``fit`` compares their nearest words, 0 to 1."""

    closeness: Closeness
    fit: float


def sentence_words(document: Document, index: int) -> tuple[Word, ...]:
    """Return the content words of a sentence, by its index in ``document.sentences``."""
    memo: dict[int, tuple[Word, ...]] = document.memo.setdefault("context.words", {})
    if index not in memo:
        memo[index] = tuple(_content(document, document.sentences[index]))
    return memo[index]


def _content(document: Document, span: Span) -> Iterable[Word]:
    tokens, text, language = document.tokens, document.text, document.language
    generic = word_list(language, "generic")
    for position in range(tokens.at(span.start), bisect_left(tokens.starts, span.end)):
        word, start = tokens.words[position], tokens.starts[position]
        if not word[0].isalpha():
            continue
        keys = noun_keys(document, word)
        if not keys:
            continue
        name = text[start].isupper() and (start > span.start or not is_common(word, language))
        if name:
            keys |= {name_key(word)}
        light = word in generic or (word in grammar(language, "inhabited") and _named(document, position))
        weight = GENERIC_WEIGHT if light else NAME_WEIGHT if name else WORD_WEIGHT
        yield Word(start, keys, weight, name)


def _named(document: Document, position: int) -> bool:
    """Whether a name follows a word at once, as in ``the city of Ghent`` or ``de stad Gent``."""
    tokens = document.tokens
    after = position + 1
    if after < len(tokens.words) and tokens.words[after] in grammar(document.language, "of"):
        after += 1
    return after < len(tokens.words) and document.text[tokens.starts[after]].isupper()


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
            keys |= word_keys(word, document.language) | {name_key(word)}
        document.memo["context.subject"] = frozenset(keys)
    return document.memo["context.subject"]  # type: ignore[no-any-return]


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
        broad = head.head & {f"c:{key}" for key in grammar(ours.language, "broad_nouns")}
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
    joins, relatives = (grammar(document.language, key) for key in ("conjunctions", "relatives"))
    figures = [p for p in range(first, last) if tokens.words[p][0].isdigit()]
    start, end = sentence
    for position in range(first, last):
        at, word = tokens.starts[position], tokens.words[position]
        ends = (
            word in ",;:()—–"
            or word in relatives
            or (word in joins and bool(figures) and figures[0] < position < figures[-1])
        )
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
    anchors = grammar(document.language, "time_anchors")
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
    tokens, weak = document.tokens, grammar(document.language, "weak_events")
    clause = _clause(document, occurrence.mention)
    states = {f"e:{key}" for key in grammar(document.language, "states")}
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
