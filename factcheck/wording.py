"""The content words of a sentence: where they stand, what they are matched by, how much each of them says.

For plugin authors. Words are compared by their keys (:mod:`factcheck.vocabulary`).
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import compress, count
from typing import NamedTuple

from factcheck.keys import events_among, only_events, places_among, tells_event, tells_place
from factcheck.nouns import noun_keys
from factcheck.particles import parted_verbs
from factcheck.terms import Term, term_at, term_starts
from factcheck.text import Document, Span
from factcheck.vocabulary import (
    compound,
    event_phrase,
    grammar,
    is_common,
    is_participle,
    name_key,
    named_body,
    phrasal_verbs,
    sort_keys,
    word_keys,
    word_list,
)

NAME_WEIGHT = 1.5
WORD_WEIGHT = 1.0
GENERIC_WEIGHT = 0.25
_LEAD = 6  # sentences of a text that name what it is about


class Word(NamedTuple):
    """A content word: its place, what it is matched by, and how much it says."""

    start: int
    end: int
    keys: frozenset[str]
    weight: float
    name: bool


def keys_of(words: Iterable[Word]) -> frozenset[str]:
    """Return the keys of several content words."""
    return frozenset[str]().union(*(word.keys for word in words))


def sentence_words(document: Document, index: int) -> tuple[Word, ...]:
    """Return the content words of a sentence, by its index in ``document.sentences``."""
    memo: dict[int, tuple[Word, ...]] = document.memo.setdefault("context.words", {})
    if index not in memo:
        span = document.sentences[index]
        memo[index] = tuple(_content(document, span, _positions(document, span)))
    return memo[index]


def words_until(document: Document, index: int, offset: int) -> Iterator[Word]:
    """Yield the content words of a sentence that stand before an offset."""
    span = document.sentences[index]
    return _content(document, span, _positions(document, Span(span.start, offset)))


class _Known(NamedTuple):
    """What a word says by itself: its keys, whether it says little, and what else is known of it.

    ``first`` are the keys of the first part of a compound, whose tail has some ``tail`` letters.
    """

    keys: frozenset[str]
    light: bool
    inhabited: bool
    weak: bool
    first: frozenset[str]
    tail: int


@cache
def _known(word: str, language: str, keys: frozenset[str]) -> _Known:
    parts, first = compound(word, language), sort_keys(word, language)
    return _Known(
        keys,
        keys <= states(language) or (word in word_list(language, "generic") and not tells_event(keys)),
        word in grammar(language, "inhabited"),
        word in grammar(language, "weak_events"),
        first,
        len(parts[1]) if parts else len(word) // 2 if first else 0,
    )


def _positions(document: Document, span: Span) -> range:
    """Return the positions of the tokens of a sentence, or of a part of it."""
    tokens = document.tokens
    return range(tokens.at(span.start), bisect_left(tokens.starts, span.end))


def _content(document: Document, span: Span, positions: Sequence[int]) -> Iterator[Word]:
    """Yield the content words among some tokens of a sentence."""
    text, language = document.text, document.language
    words, starts, ends = document.tokens
    verbs, terms = phrasal_verbs(language), term_starts(language)
    parted = parted_verbs(words, positions, language)
    term: Term | None = None
    told = range(0)  # positions of words that are a part of a phrase
    for position in positions:
        if position in told:
            continue
        word, start = words[position], starts[position]
        if word in terms:
            term = term_at(words, position, language) or term
        if not word[0].isalpha() or (document.telling and start in range(*document.telling)):
            continue
        phrase = event_phrase(words, position, language) if word in verbs else None
        if phrase:
            told = range(phrase.first, phrase.stop)
        keys = phrase.keys if phrase else noun_keys(document, word) | parted.get(position, frozenset())
        if not keys:
            continue
        called = None
        whole = term.key if term and position < term.stop else ""
        if whole:
            keys |= {whole}
        name = text[start].isupper() and (start > span.start or not _is_usual(word, language))
        if name and tells_place((whole,)):
            keys = frozenset((whole,))  # South Africa is neither Africa nor South Korea
        elif name:
            if start > span.start and _joins_name(document, position):
                keys -= events_among(keys)  # told Die Zeit
            if start > span.start and (parts := compound(word, language)):
                keys -= word_keys(parts[1], language)  # *het Dijklyceum* is not any lyceum
            keys |= {name_key(word)}
            if called := named_body(word, language):
                keys |= {name_key(called[0])} | places_among(word_keys(called[0], language))
        known = _known(word, language, keys)
        light = (
            known.light
            or (name and word in grammar(language, "saints"))
            or (known.inhabited and _named(document, position))
            or (known.weak and is_passive(document, span))
        )
        weight = GENERIC_WEIGHT if light else NAME_WEIGHT if name else WORD_WEIGHT
        yield Word(start, ends[position], known.keys, weight, name)
        if called:
            yield Word(start, ends[position], word_keys(called[1], language), 0.0, False)
        if known.tail and not name and not phrase:
            yield Word(start, start + len(word) - known.tail, known.first, 0.0, name)  # the whole word weighs


def is_taken_back(document: Document, denial: int) -> bool:
    """Say whether a denial, the index of its token, is only of being the one: "did *not* win it alone".

    "Did not win it but lives alone" and "alone did not win" deny all the same.
    """
    words, language = document.tokens.words, document.language
    alone, joins = grammar(language, "not_alone"), grammar(language, "conjunctions")
    for position in range(denial + 1, len(words)):
        word = words[position]
        if word in alone:
            behind = words[position + 1 : position + 2]
            return not behind or not behind[0][0].isalnum() or behind[0] in grammar(language, "locatives")
        if word in joins or not word[0].isalnum():
            return False
    return False


def _joins_name(document: Document, position: int) -> bool:
    """Whether the next word is of the name that a word begins."""
    starts = document.tokens.starts
    after = starts[position + 1] if position + 1 < len(starts) else len(document.text)
    return (
        document.text[after : after + 1].isupper()
        and document.text[document.tokens.ends[position] : after] == " "
    )


@cache
def _is_usual(word: str, language: str) -> bool:
    """Whether the first word of a sentence is no name: a word that is known, or a form of a verb that is."""
    stems = [word.removesuffix(end) for end in grammar(language, "verb_endings") if word.endswith(end)]
    forms = (form for stem in stems if len(stem) > 2 for form in (stem, f"{stem}e", *_single(stem)))
    return is_common(word, language) or any(is_common(form, language) for form in forms)


def _single(stem: str) -> list[str]:
    """Return a stem without the letter that its ending doubles: *put* of "putting"."""
    return [stem[:-1]] if stem[-2:-1] == stem[-1:] else []


def is_passive(document: Document, span: Span) -> bool:
    """Whether a participle in a stretch makes an auxiliary of what else tells that somebody became something.

    Only a language whose passive has that verb lists how its participles look.
    """
    return any(is_participle(word, document.language) for word in document.words_in(span))


def _named(document: Document, position: int) -> bool:
    """Whether a name follows a word at once, as in ``the city of Ghent`` or ``de stad Gent``."""
    tokens = document.tokens
    after = position + 1
    if after < len(tokens.words) and tokens.words[after] in grammar(document.language, "of"):
        after += 1
    return after < len(tokens.words) and document.text[tokens.starts[after]].isupper()


def _capitals(document: Document) -> list[int]:
    """Return the positions of the tokens that begin with a capital."""
    if "context.capitals" not in document.memo:
        capital = map(str.isupper, map(document.text.__getitem__, document.tokens.starts))
        document.memo["context.capitals"] = list(compress(count(), capital))
    return document.memo["context.capitals"]  # type: ignore[no-any-return]


def subject(document: Document) -> frozenset[str]:
    """Return the keys of the names a document is about: those of its head and those that recur most."""
    if "context.subject" not in document.memo:
        tokens, text = document.tokens, document.text
        counts = Counter(map(tokens.words.__getitem__, _capitals(document)))
        content = [word for word in counts if word_keys(word, document.language)]
        most = max((counts[word] for word in content), default=0)
        frequent = {word for word in content if counts[word] >= max(3, most / 2)}
        opening = document.sentences[0].end if document.sentences else 0
        lead = document.sentences[:_LEAD][-1].end if document.sentences else 0
        frequent |= {
            word
            for position in _capitals(document)
            if tokens.starts[position] < lead
            and counts[word := tokens.words[position]] > 1
            and word in content
        }
        head = {
            tokens.words[position]
            for position in range(bisect_left(tokens.starts, opening))
            if text[tokens.starts[position]].isupper()
        }
        keys: set[str] = set()
        for word in frequent | {word for word in head if word in content}:
            keys |= word_keys(word, document.language) | {name_key(word)}
        document.memo["context.subject"] = frozenset(keys)
    return document.memo["context.subject"]  # type: ignore[no-any-return]


def sentence_keys(document: Document, index: int) -> frozenset[str]:
    """Return the keys of all content words of a sentence, by its index in ``document.sentences``."""
    memo: dict[int, frozenset[str]] = document.memo.setdefault("context.keys", {})
    if index not in memo:
        memo[index] = keys_of(sentence_words(document, index))
    return memo[index]


def is_named(document: Document, index: int) -> bool:
    """Say whether a heading, by its index, names whom or what it is of; "Figures for 2022" names nobody."""
    names = (word for name in sentence_names(document, index) for word in name)
    spelled = (document.text[word.start : word.end].lower() for word in names)
    return any(not is_common(word, document.language) for word in spelled)


def heading_keys(document: Document, index: int) -> frozenset[str]:
    """Return the keys of a heading, by its index, and of what the text is about where it names nobody."""
    about = frozenset[str]() if is_named(document, index) else subject(document)
    return sentence_keys(document, index) | about


def sentence_names(document: Document, index: int) -> tuple[list[Word], ...]:
    """Return the names of a sentence, by its index, each the words that stand together."""
    memo: dict[int, tuple[list[Word], ...]] = document.memo.setdefault("context.names", {})
    if index not in memo:
        memo[index] = tuple(_names(document, document.sentences[index]))
    return memo[index]


def _names(document: Document, span: Span) -> Iterator[list[Word]]:
    """Yield the names of a sentence, whose other words need not be known for that."""
    text, capitals, positions = document.text, _capitals(document), _positions(document, span)
    first, last = (bisect_left(capitals, end) for end in (positions.start, positions.stop))
    name: list[Word] = []
    for word in _content(document, span, capitals[first:last]):
        if not word.name:
            continue
        if name and text[name[-1].end : word.start] != " ":
            yield name
            name = []
        name.append(word)
    if name:
        yield name


def introduced(document: Document, index: int) -> frozenset[str]:
    """Return the keys of the noun that a sentence calls its first name: "X is a ... noun"."""
    tokens, language = document.tokens, document.language
    words = sentence_words(document, index)
    if not words or not words[0].name:
        return frozenset()
    span = document.sentences[index]
    copulas, articles = grammar(language, "copulas"), grammar(language, "indefinite")
    for position in _positions(document, span)[:-1]:
        if tokens.words[position] in copulas and tokens.words[position + 1] in articles:
            phrase: list[Word] = []
            for word in words:
                if word.start <= tokens.starts[position + 1]:
                    continue
                between = document.text[phrase[-1].end if phrase else tokens.ends[position + 1] : word.start]
                if phrase and not between.replace("-", " ").isspace():
                    break
                if only_events(word.keys):
                    break
                phrase.append(word)
            return keys_of(word for word in phrase if not word.name)
    return frozenset()


@cache
def listed_events(language: str, key: str) -> frozenset[str]:
    """Return the event keys of a list of the ``grammar`` section of a pack."""
    return frozenset(f"e:{event}" for event in grammar(language, key))


def states(language: str) -> frozenset[str]:
    """Return the event keys of what lasts, so that it sets no figure apart."""
    return listed_events(language, "states")


def changes(language: str) -> frozenset[str]:
    """Return the event keys of a rise or a fall, which of a level tell no other event: "fell to 19"."""
    return listed_events(language, "changes")


@cache
def deeds(language: str) -> frozenset[str]:
    """Return the verbs that say what was done: no "has" and no "keeps", which say little."""
    return word_list(language, "verbs") - set(grammar(language, "slight_verbs"))


@cache
def happenings(word: str, language: str) -> frozenset[str]:
    """Return the event keys of a lower-case word but for those of what lasts."""
    return events_among(word_keys(word, language)) - states(language)
