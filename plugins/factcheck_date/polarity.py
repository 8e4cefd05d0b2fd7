"""Whether a sentence denies what it dates: "did not sign in 2018" is no answer to "signed in 2018"."""

from __future__ import annotations

from factcheck.checks import Occurrence
from factcheck.context import sentence_words
from factcheck.text import Document, Span
from factcheck_date.lexicon import Lexicon, lexicon


def same_polarity(claimed: Occurrence, found: Occurrence, clause: Span, other: Span) -> bool:
    """Whether two mentions both stand in a denial or both do not; the spans are their clauses."""
    return _denied(claimed, clause) == _denied(found, other)


def _denied(occurrence: Occurrence, clause: Span) -> bool:
    """Whether a mention's clause, or the sentence that a clause of nothing but a date leads, is denied."""
    document, mention = occurrence.document, occurrence.mention
    lex = lexicon(document.language)
    if lex is None:
        return False
    words = sentence_words(document, document.sentence_index(mention.start))
    bare = not any(
        clause.start <= word.start < clause.end and not mention.start <= word.start < mention.end
        for word in words
    )
    return _denies(document, lex, document.sentence_at(mention.start) if bare else clause)


def _denies(document: Document, lex: Lexicon, span: Span) -> bool:
    words = document.words_in(span)
    for index, word in enumerate(words):
        for phrase, value in lex.negations.get(word, ()):
            if tuple(words[index : index + len(phrase)]) == phrase:
                if value == "join":
                    return True
                break  # the longest phrase decides: "no less than" denies nothing
    return False
