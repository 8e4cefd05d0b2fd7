"""Which line of a fact sheet answers a claim: "Capacity: 640" that of a hall in which 600 people *fit*.

For plugin authors. A claim asks by its verb, adjective or noun, which the section ``sheets`` of a language
pack lists by the qualities of :mod:`factcheck.sheets`. A line answers only a claim of which everything is
accounted for: by the title of the sheet, by the quality, or by the line. One that says more ("a million
*for its winner*") asks for something that the sheet does not give.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from factcheck import languages
from factcheck.clauses import clause_at, figures, is_time
from factcheck.lazy import kept
from factcheck.setting import Setting
from factcheck.shades import is_difference
from factcheck.sheets import Line, Sheet, along, line_at, phrased, phrases, sheets, words
from factcheck.text import Document, Span, function_words
from factcheck.vocabulary import grammar
from factcheck.wording import Word, keys_of, sentence_words

_STEM = 4  # letters of a word that another one begins with, where they are one: *seat*, *seats*
_YEARLY, _YEAR_DIGITS = "year", 4


class Question(NamedTuple):
    """What a claim asks of a sheet: what its words name, each with where these start, and all its words.

    ``years`` are those it names beside what it asks for, ``often`` is as in a line.
    """

    said: Mapping[str, frozenset[int]]
    words: Sequence[Word]
    years: frozenset[str]
    often: str


def answering(claimed: Setting, document: Document) -> Sequence[Line]:
    """Return the lines of a sheet that answer a claim: more than one where it does not say which."""
    known = ("asked.answering", claimed.mention.start, document)
    if known not in claimed.document.memo:
        apart = document is claimed.document or not sheets(document) or _tells_otherwise(claimed)
        claimed.document.memo[known] = () if apart else _answering(claimed, document)
    return claimed.document.memo[known]  # type: ignore[no-any-return]


def asks_otherwise(claimed: Setting, document: Document, offset: int) -> bool:
    """Whether a claim asks for what the line at an offset tells and for more, or for something else.

    Where neither is known to say anything of the sort, nobody knows.
    """
    line = line_at(document, offset)
    known = line is not None and line.qualities and question(claimed).said
    return bool(known) and line not in answering(claimed, document)


def of_another_year(claimed: Setting, document: Document, offset: int) -> bool:
    """Whether a claim names a year, and not that in the title of the sheet that a line stands in."""
    line = line_at(document, offset)
    years = line.sheet.years if line else frozenset()
    tokens = _tokens(claimed)
    return (
        bool(years) and years.isdisjoint(tokens) and any(len(one) == 4 and one.isdecimal() for one in tokens)
    )


def parts(line: Line, claimed: Setting) -> list[Span]:
    """Return the parts of a line's value between semicolons that a claim means, all where it says none.

    "Male: 95 kg; Female: 60 kg" tells of both, and "a male weighs ..." asks for one.
    """
    text, (start, end) = line.sheet.document.text, line.value
    cuts = [start, *(at for at in range(start, end) if text[at] == ";"), end]
    found = [Span(*pair) for pair in pairwise(cuts)]
    asked = keys_of(question(claimed).words)
    meant = [word.start for word in line.words if not word.keys.isdisjoint(asked)]
    return [part for part in found if any(part.start <= at < part.end for at in meant)] or found


def says_only(claimed: Setting) -> bool:
    """Whether a claim says that there are no more: "has *only* one"."""
    return _says(claimed, "only")


def is_able(claimed: Setting) -> bool:
    """Whether a claim says what may be so: "*can* hold 600 people"."""
    return _says(claimed, "able")


def _says(claimed: Setting, key: str) -> bool:
    said = claimed.document.words_in(claimed.sentence)
    return not words(claimed.document.language, key).isdisjoint(said)


def _tells_otherwise(claimed: Setting) -> bool:
    """Whether a claim tells what is not so, not yet or no more, or how much one is more than another."""
    foreseen = claimed.statement.foreseen and not is_able(claimed)  # "600 people *would* fit"
    other = foreseen or claimed.statement.denied or claimed.moment.then or is_difference(claimed)
    return bool(other) or _says_another_time(claimed)


def _says_another_time(claimed: Setting) -> bool:
    """Whether a claim says that it is not yet so or no more, but for a name: the *old* dam, no *Old* Osk."""
    document, (first, last) = claimed.document, claimed.positions(claimed.sentence)
    said = zip(document.tokens.words[first:last], document.tokens.starts[first:last], strict=True)
    other = words(document.language, "other_times")
    return any(word in other and document.text[start].islower() for word, start in said)


@kept
def question(claimed: Setting) -> Question:
    """Return what a claim asks for by the words around its figure, those of other figures aside."""
    document, language = claimed.document, claimed.document.language
    beside = figures(document, claimed.sentence)
    own = range(claimed.mention.start, claimed.mention.end)

    def is_asked(start: int) -> bool:
        if any(one.start <= start < one.end for one in beside):
            return start == own.start  # "*taller* than 1.80 metres"
        clause = claimed.parts[0][clause_at(document, claimed.index, start)]
        return claimed.clause.holds(start) or not figures(document, clause)

    first, last = claimed.positions(claimed.sentence)
    tokens, starts = document.tokens.words[first:last], document.tokens.starts[first:last]
    said: dict[str, frozenset[int]] = {}
    for name, at, end in phrased(tokens, phrases(language, "asked")):
        if is_asked(starts[at]):
            said[name] = said.get(name, frozenset()).union(starts[at:end])
    rates = [rate for rate in phrased(tokens, phrases(language, "often")) if starts[rate[1]] not in own]
    apart = {*own, *(start for _, at, end in rates for start in starts[at:end])}
    told = [word for word in sentence_words(document, claimed.index) if word.weight and is_asked(word.start)]
    times = (one.value.get("start") for one in beside if is_time(one) and one.start != own.start)
    return Question(
        said,
        [word for word in told if word.start not in apart],
        frozenset(time[:4] for time in times if time),
        rates[0][0] if rates else "",
    )


def _answering(claimed: Setting, document: Document) -> list[Line]:
    found = [line for sheet in sheets(document) for line in _in_sheet(claimed, sheet)]
    told = frozenset[str]().union(*(line.qualities for line in found)).intersection(question(claimed).said)
    ranked = (name for name, _ in languages.table(claimed.document.language, "sheets", "asked"))
    first = next((name for name in ranked if name in told), "")  # of what "high" may mean
    return [line for line in found if first in line.qualities or not line.qualities]


def _in_sheet(claimed: Setting, sheet: Sheet) -> list[Line]:
    """Return the lines of a sheet that answer a claim which is of what the title names."""
    asked = question(claimed)
    titled = {word.start for word in asked.words if not word.keys.isdisjoint(sheet.keys)}
    if sheet.keys.isdisjoint(claimed.keys) or not _of_its_year(claimed, asked, sheet):
        return []
    told = [
        word
        for word in asked.words
        if word.start not in titled and not _calls(claimed.document, word, titled)
    ]
    return [line for line in sheet.lines if _answers(line, asked._replace(words=told), claimed)]


def _of_its_year(claimed: Setting, asked: Question, sheet: Sheet) -> bool:
    """Whether a claim is of the year in a title: it names one that is part of a name, and no other one."""
    if sheet.named:
        return sheet.years.issubset(_tokens(claimed))
    return not (asked.years and sheet.years) or bool(asked.years & sheet.years)


def _tokens(claimed: Setting) -> list[str]:
    """Return the tokens of a claim, among which is the year that a title has, whatever is read in it."""
    return claimed.document.words_in(claimed.sentence)


def _answers(line: Line, asked: Question, claimed: Setting) -> bool:
    """Whether a line tells what a claim asks for, of the time it asks for, and all that the claim says."""
    told = line.qualities.intersection(asked.said)
    if not told and (line.qualities or not line.further):
        return False
    named = asked.years - line.sheet.years
    if named and named.isdisjoint(line.years):
        return False
    if line.often != asked.often and not (asked.often == _YEARLY and line.years and not line.often):
        return False  # what a line gives for one year is so many a year
    said = [(word, claimed.document) for word in asked.words]
    document = line.sheet.document
    if not all(any(_is_one(word, document, *other) for other in said) for word in line.further):
        return False
    return all(_is_told(word, told, asked, claimed.document, line) for word in asked.words)


def _calls(document: Document, word: Word, titled: set[int]) -> bool:
    """Whether a word says what the title names: "the *ferry* Osk Star", "the *town* of Osk"."""
    tokens, language = document.tokens, document.language
    at = tokens.at(word.start)
    spelled, *behind = tokens.words[at : at + 2]
    of = bool(behind) and spelled in grammar(language, "inhabited") and behind[0] in grammar(language, "of")
    named = tokens.starts[at + 1 + of : at + 2 + of]
    article = at > 0 and tokens.words[at - 1] in grammar(language, "articles")
    return article and not word.name and not titled.isdisjoint(named)


def _is_told(word: Word, told: frozenset[str], asked: Question, document: Document, line: Line) -> bool:
    """Whether a word of a claim is accounted for by what a line tells, or names what the sheet has."""
    language, spelled = document.language, document.text[word.start : word.end].lower()
    if any(word.start in asked.said[name] or spelled in along(language).get(name, ()) for name in told):
        return True
    if spelled in words(language, "slight") or spelled in function_words(language):
        return True
    if any(_is_one(one, line.sheet.document, word, document) for one in line.label):
        return True
    beside = (other for other in line.sheet.lines if word.name or not _has_figure(other))
    return not word.keys.isdisjoint(keys_of(line.words).union(*map(_value_keys, beside)))


def _has_figure(line: Line) -> bool:
    """Whether a line gives a figure, of which its words then tell, and not of all: no "Type: *Soup*"."""
    return any(not is_time(one) for one in figures(line.sheet.document, line.value))


def _value_keys(line: Line) -> frozenset[str]:
    return keys_of(word for word in line.words if word.start >= line.value.start)


def _is_one(one: Word, where: Document, other: Word, there: Document) -> bool:
    """Whether two words mean one thing, or one of them is the other with an ending."""
    if not one.keys.isdisjoint(other.keys):
        return True
    ours, theirs = where.text[one.start : one.end].lower(), there.text[other.start : other.end].lower()
    short, long = sorted((ours, theirs), key=len)
    return len(short) >= _STEM and long.startswith(short)
