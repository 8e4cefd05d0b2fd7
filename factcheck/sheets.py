"""Which line of a fact sheet answers a claim: "Capacity: 640" that of a hall in which 600 people *fit*.

For plugin authors. What a line tells is known by its label, what a claim asks by its verb, adjective or noun;
the section ``sheets`` of a language pack has both under one English name, the line's quality. A line answers
only a claim of which everything is accounted for: by the title of the sheet, by the quality, or by the line.
A claim that says more ("a million *for its winner*") asks for something that the sheet does not give.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from factcheck import languages
from factcheck.clauses import clause_at, figures, is_time
from factcheck.lazy import kept
from factcheck.setting import Setting
from factcheck.shades import is_difference
from factcheck.text import FIELD, Document, Span, function_words
from factcheck.vocabulary import grammar
from factcheck.wording import Word, keys_of, sentence_keys, sentence_words

_YEAR = re.compile(r"\b\d{4}\b")
_STEM = 4  # letters of a word that another one begins with, where they are one: *seat*, *seats*
_YEARLY = "year"
_LEAST = 2  # lines that make a sheet

Phrases = Mapping[str, tuple[tuple[str, ...], ...]]


class Line(NamedTuple):
    """A line of a fact sheet: which sentence it is, what it tells, and how often that is so."""

    document: Document
    place: int
    value: Span
    qualities: frozenset[str]
    label: tuple[Word, ...]
    further: tuple[Word, ...]  # of the label, beside what it tells: "Longest *span*"
    often: str

    @property
    def years(self) -> frozenset[str]:
        """The years that the label or a bracket of the value says it is of."""
        start = self.document.sentences[self.place].start
        bracketed = re.findall(r"\(([^)]*)\)", self.document.text[self.value.start : self.value.end])
        told = (self.document.text[start : self.value.start], *bracketed)
        return frozenset(_YEAR.findall(" ".join(told)))

    @property
    def label_text(self) -> str:
        """What the line is called."""
        start = self.document.sentences[self.place].start
        return self.document.text[start : self.value.start].rstrip(": ")


class Question(NamedTuple):
    """What a claim asks of a sheet: the qualities its words name, each with where these words start."""

    said: Mapping[str, frozenset[int]]
    words: tuple[Word, ...]
    years: frozenset[str]
    often: str


def answering(claimed: Setting, document: Document) -> list[Line]:
    """Return the lines of a sheet that answer a claim: more than one where it does not say which."""
    known = ("sheets.answering", claimed.mention.start, document)
    if known not in claimed.document.memo:
        claimed.document.memo[known] = _answering(claimed, document)
    return claimed.document.memo[known]  # type: ignore[no-any-return]


def _answering(claimed: Setting, document: Document) -> list[Line]:
    sheet = lines(document)
    if not sheet or document is claimed.document or _tells_otherwise(claimed):
        return []
    title = _title(document, sheet[0].place)
    if title.isdisjoint(claimed.keys):
        return []
    asked = question(claimed)
    answers = [line for line in sheet if _answers(line, asked, claimed, title, sheet)]
    told = frozenset[str]().union(*(line.qualities for line in answers)) & asked.said.keys()
    first = next((quality for quality in _order(claimed.document.language) if quality in told), "")
    return [line for line in answers if first in line.qualities or not line.qualities]


def _tells_otherwise(claimed: Setting) -> bool:
    """Whether a claim tells what is not so, not yet or no more, or how much one is more than another."""
    later = set(_words(claimed.document.language, "later"))
    foreseen = claimed.statement.foreseen and not is_able(claimed)  # "600 people *would* fit"
    foreseen = foreseen or not later.isdisjoint(claimed.document.words_in(claimed.sentence))
    return bool(claimed.statement.denied or foreseen or claimed.moment.then or is_difference(claimed))


def parts(line: Line, claimed: Setting) -> list[Span]:
    """Return the parts of a line's value between semicolons that a claim means, all where it says none.

    "Male: 95 kg; Female: 60 kg" tells of both, and "a male weighs ..." asks for one.
    """
    cuts = [line.value.start, line.value.end]
    text = line.document.text
    cuts[1:1] = [at for at in range(*line.value) if text[at] == ";"]
    found = [Span(start, end) for start, end in pairwise(cuts)]
    asked = keys_of(question(claimed).words)
    words = sentence_words(line.document, line.place)
    meant = [part for part in found if _says_of(words, part, asked)]
    return meant or found


def _says_of(words: Iterable[Word], part: Span, asked: frozenset[str]) -> bool:
    return any(part.start <= word.start < part.end and not word.keys.isdisjoint(asked) for word in words)


def goes_with(line: Line, word: str) -> bool:
    """Whether a lower-case word is one that says what a line counts, or no more than that."""
    along, language = _along(line.document.language), line.document.language
    asked = {name for name, *phrase in _phrases(language, "asked").get(word, ()) if len(phrase) == 1}
    return any(word in along.get(quality, ()) or quality in asked for quality in line.qualities)


def asks_more(claimed: Setting, document: Document, offset: int) -> bool:
    """Whether a claim asks for what a line at an offset tells, and for more than that."""
    index = document.sentence_index(offset)
    line = next((line for line in lines(document) if line.place == index), None)
    asked = question(claimed).said.keys()
    return bool(line and line.qualities & asked) and line not in answering(claimed, document)


def _answers(line: Line, asked: Question, claimed: Setting, title: frozenset[str], sheet: list[Line]) -> bool:
    told = line.qualities & asked.said.keys()
    if line.often != asked.often and not (asked.often == _YEARLY and line.years and not line.often):
        return False  # what a line gives for one year is so many a year
    if not (told or (line.further and not line.qualities)) or not _of_the_year(line, asked, sheet):
        return False
    titled = {word.start for word in asked.words if not word.keys.isdisjoint(title)}
    words = [
        word
        for word in asked.words
        if word.start not in titled and not _calls(claimed.document, word, titled)
    ]
    if not all(
        any(_is_one(one, line.document, two, claimed.document) for two in words) for one in line.further
    ):
        return False
    return all(_is_told(word, told, asked, claimed, line, sheet) for word in words)


def _calls(document: Document, word: Word, titled: set[int]) -> bool:
    """Whether a word says what the title names: "the *ferry* Osk Star", "the *town* of Osk"."""
    tokens, language = document.tokens, document.language
    at = tokens.at(word.start)
    behind = at + 1 + (tokens.words[at + 1 : at + 2] == list(grammar(language, "of")[:1]))
    named = behind < len(tokens.starts) and tokens.starts[behind] in titled
    article = at > 0 and tokens.words[at - 1] in grammar(language, "articles")
    kinds = behind == at + 1 or document.text[word.start : word.end].lower() in grammar(language, "inhabited")
    return named and article and kinds and not word.name


def _is_told(
    word: Word, told: frozenset[str], asked: Question, claimed: Setting, line: Line, sheet: list[Line]
) -> bool:
    """Whether a word of a claim is accounted for by what a line tells, or names what the sheet has."""
    document = claimed.document
    spelled = document.text[word.start : word.end].lower()
    if any(word.start in asked.said[quality] for quality in told):
        return True
    along = _along(document.language)
    if spelled in along[""] or any(spelled in along.get(quality, ()) for quality in told):
        return True
    if any(_is_one(one, line.document, word, document) for one in line.label):
        return True
    if not word.keys.isdisjoint(sentence_keys(line.document, line.place)):
        return True
    return any(not word.keys.isdisjoint(_names_of(one) if word.name else _said_in(one)) for one in sheet)


def _names_of(line: Line) -> frozenset[str]:
    return keys_of(
        word for word in sentence_words(line.document, line.place) if word.start >= line.value.start
    )


def _said_in(line: Line) -> frozenset[str]:
    """Return the keys of a value without a figure, which is of the same thing: "Type: *Soup*"."""
    figured = any(not is_time(one) for one in figures(line.document, line.value))
    return frozenset() if figured else _names_of(line)


def _of_the_year(line: Line, asked: Question, sheet: list[Line]) -> bool:
    """Whether a line tells of the year that a claim names, or of the only one there is."""
    heading = _heading(line.document, sheet[0].place)
    titled = (
        frozenset(_YEAR.findall(line.document.text[heading.start : heading.end])) if heading else frozenset()
    )
    named = asked.years - titled
    return titled <= asked.years and (not named or not named.isdisjoint(line.years))


def _is_one(one: Word, where: Document, other: Word, there: Document) -> bool:
    """Whether two words mean one thing, or one of them is the other with an ending."""
    if not one.keys.isdisjoint(other.keys):
        return True
    short, long = sorted(
        (where.text[one.start : one.end].lower(), there.text[other.start : other.end].lower()), key=len
    )
    return len(short) >= _STEM and long.startswith(short)


@kept
def question(claimed: Setting) -> Question:
    """Return what a claim asks for by the words around its figure, those of other figures aside."""
    document, language = claimed.document, claimed.document.language
    spans = [Span(one.start, one.end) for one in figures(document, claimed.sentence)]

    own = Span(claimed.mention.start, claimed.mention.end)

    def is_asked(start: int) -> bool:
        if any(span.start <= start < span.end for span in spans):
            return False
        at = clause_at(document, claimed.index, start)
        clause = claimed.parts[0][at]
        return claimed.clause.holds(start) or not figures(document, clause)

    words = tuple(
        word for word in sentence_words(document, claimed.index) if word.weight and is_asked(word.start)
    )
    first, last = claimed.positions(claimed.sentence)
    tokens, starts = document.tokens.words[first:last], document.tokens.starts[first:last]
    said: dict[str, set[int]] = {}
    for quality, at, end in _found(tokens, _phrases(language, "asked")):
        if is_asked(starts[at]) or starts[at] == claimed.mention.start:  # "*taller* than 2 m"
            said.setdefault(quality, set()).update(starts[at:end])
    times = (one for one in figures(document, claimed.sentence) if is_time(one))
    years = {str(one.value.get("start") or "")[:4] for one in times if one.start != claimed.mention.start}
    rates = _found(tokens, _phrases(language, "often"))
    often = next((name for name, at, _ in rates if not own.start <= starts[at] < own.end), "")
    return Question(
        {quality: frozenset(at) for quality, at in said.items()}, words, frozenset(years - {""}), often
    )


def lines(document: Document) -> list[Line]:
    """Return the lines of the fact sheet that a text is, none where it is no such sheet."""
    if "sheets.lines" not in document.memo:
        found = [] if any(turn.speaker for turn in document.turns) else [*_lines(document)]
        titled = found and _heading(document, found[0].place)
        document.memo["sheets.lines"] = found if titled and len(found) >= _LEAST else []
    return document.memo["sheets.lines"]  # type: ignore[no-any-return]


def _lines(document: Document) -> Iterator[Line]:
    language = document.language
    plain, copulas = set(_words(language, "plain")), grammar(language, "copulas")
    for index, (start, end) in enumerate(document.sentences):
        label = FIELD.match(document.text, start, end)
        if label is None or any(word in copulas for word in label[0].lower().split()):
            continue
        named = _without_brackets(document, Span(start, label.end()))
        qualities, taken = _told(document, named)
        words = [word for word in sentence_words(document, index) if word.start < named.end and word.weight]
        spelled = {word.start: document.text[word.start : word.end].lower() for word in words}
        often = next((name for name, *_ in _found([*spelled.values()], _phrases(language, "often"))), "")
        rates = {
            word for phrases in _phrases(language, "often").values() for phrase in phrases for word in phrase
        }
        further = [
            word
            for word in words
            if word.start not in taken
            and spelled[word.start] not in plain
            and spelled[word.start] not in rates
        ]
        yield Line(document, index, Span(label.end(), end), qualities, tuple(words), tuple(further), often)


def _told(document: Document, label: Span) -> tuple[frozenset[str], frozenset[int]]:
    """Return the qualities that a label names, and where the words of that start.

    Its head is the last thing it names ("Construction *cost*"), before what it is of ("*Length* of the dam").
    """
    first, last = document.tokens.at(label.start), document.tokens.at(label.end)
    tokens, starts = document.tokens.words[first:last], document.tokens.starts[first:last]
    found = [*_found(tokens, _phrases(document.language, "labels"))]
    of = next(
        (at for at, token in enumerate(tokens) if token in grammar(document.language, "of")), len(tokens)
    )
    before = [one for one in found if one[1] < of]
    _, _, head = max(before, key=lambda one: one[2]) if before else min(found, default=("", 0, 0))
    at = min((one[1] for one in found if one[2] == head), default=0)
    heads = frozenset(quality for quality, start, end in found if (start, end) == (at, head))
    return heads, frozenset(starts[at:head])


def _without_brackets(document: Document, label: Span) -> Span:
    """Return a label without what stands in brackets at its end: "Population (2010)"."""
    at = document.text.find("(", label.start, label.end)
    return Span(label.start, at if at > label.start else label.end)


def _heading(document: Document, first: int) -> Span | None:
    """Return the title above the first line of a sheet, ``None`` where there is none."""
    heading = document.sentences[first - 1] if first else None
    return heading if heading and document.text[heading.end - 1] not in "!?:;," else None


def _title(document: Document, first: int) -> frozenset[str]:
    return keys_of(word for word in sentence_words(document, first - 1)) if first else frozenset()


def _found(tokens: list[str], phrases: Phrases) -> Iterator[tuple[str, int, int]]:
    """Yield the qualities of which tokens have a phrase, with the positions it takes up."""
    for at, token in enumerate(tokens):
        for quality in phrases.get(token, ()):
            name, *phrase = quality
            if tokens[at : at + len(phrase)] == phrase:
                yield name, at, at + len(phrase)


@cache
def _phrases(language: str, key: str) -> Phrases:
    """Return the phrases of a table by their first word, each behind the quality it names."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for quality, listed in languages.table(language, "sheets", key):
        for phrase in listed:
            words = phrase.split("_")
            found.setdefault(words[0], []).append((quality, *words))
    return {word: tuple(listed) for word, listed in found.items()}


@cache
def _order(language: str) -> tuple[str, ...]:
    """Return the qualities in the order in which a word means them where a sheet has several: *high*."""
    return tuple(quality for quality, _ in languages.table(language, "sheets", "asked"))


@cache
def _along(language: str) -> Mapping[str, frozenset[str]]:
    """Return the words that go with each quality, and under "" those that say nothing of any."""
    told = {quality: frozenset(words) for quality, words in languages.table(language, "sheets", "along")}
    return {**told, "": frozenset(_words(language, "slight")) | function_words(language)}


def is_whole(line: Line) -> bool:
    """Whether a line names all there are of what it tells, so that another number of them is wrong."""
    language = line.document.language
    unended = set(_words(language, "unended"))
    named = not line.qualities.isdisjoint(_words(language, "whole"))
    return named and unended.isdisjoint(line.document.words_in(line.value))


def says_only(claimed: Setting) -> bool:
    """Whether a claim says that there are no more: "has *only* one"."""
    only = _words(claimed.document.language, "only")
    return not set(only).isdisjoint(claimed.document.words_in(claimed.sentence))


def is_able(claimed: Setting) -> bool:
    """Whether a claim says what may be so: "*can* hold 600 people", "up to 60 kilos"."""
    able = _words(claimed.document.language, "able")
    return not set(able).isdisjoint(claimed.document.words_in(claimed.sentence))


@cache
def _words(language: str, key: str) -> tuple[str, ...]:
    return tuple(languages.load(language, "sheets").get(key, "").split())
