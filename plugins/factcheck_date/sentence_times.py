"""The time expressions of a sentence, each with its place, and the clause and the words around one."""

from typing import NamedTuple

from factcheck.clauses import clause_at, clauses
from factcheck.model import Mention
from factcheck.text import Document, Span
from factcheck.wording import Word, sentence_words
from factcheck_date.extract import mentions
from factcheck_date.lexicon import lexicon
from factcheck_date.value import Reading

_PLANNED = 3  # tokens before a date that may say it was a plan: "due in the"


class Told(NamedTuple):
    """A time expression of a sentence, with its place in the document."""

    start: int
    end: int
    reading: Reading


def told_in(document: Document, offset: int) -> list[Told]:
    """Return the time expressions of the sentence that holds an offset."""
    memo: dict[int, list[Told]] = document.memo.setdefault("date.sentences", {})
    start, end = document.sentence_at(offset)
    if start not in memo:
        inside = (one for one in mentions(document) if start <= one.start < end)
        memo[start] = [Told(one.start, one.end, one.reading) for one in inside]
    return memo[start]


def is_planned(document: Document, told: Told | Mention) -> bool:
    """Whether a date is one that something was planned for: "due in the summer of 1999"."""
    lex, at = lexicon(document.language), document.tokens.at(told.start)
    before = document.tokens.words[max(0, at - _PLANNED) : at]
    return lex is not None and not lex.planned.isdisjoint(before)


def clause_of(document: Document, start: int) -> Span:
    """Return the clause of a sentence that holds an offset."""
    index = document.sentence_index(start)
    clause = clauses(document, index)[clause_at(document, index, start)]
    return Span(clause.start, clause.end)


def words_around(document: Document, offset: int) -> tuple[Word, ...]:
    """Return the words of the sentence that holds an offset."""
    return sentence_words(document, document.sentence_index(offset))
