"""Whether a sentence denies what it dates: "did not sign in 2018" is no answer to "signed in 2018".

"Did not sign until 2018" denies nothing: it signed in 2018, and not before.
"""

from __future__ import annotations

from factcheck.checks import Occurrence
from factcheck.clauses import DATE
from factcheck.lazy import kept
from factcheck.setting import Setting
from factcheck.text import Document, Span
from factcheck.vocabulary import grammar
from factcheck.wording import is_taken_back, sentence_words
from factcheck_date.events import event_keys
from factcheck_date.lexicon import Lexicon, lexicon
from factcheck_date.sentence_times import clause_of
from factcheck_date.value import Reading


def same_polarity(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether two mentions both stand in a denial or both do not."""
    return bool(_denial(Setting.of(claimed))) == bool(_denial(Setting.of(found)))


def contradicts(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether one flatly denies what the other says: what was *not yet* so may have been later that year."""
    return {_denial(Setting.of(claimed)), _denial(Setting.of(found))} == {"", "no"}


def belated(occurrence: Occurrence) -> Reading:
    """Return a mention's reading, where it is "not until 1926" that of 1926, when it did happen.

    Of what lasts ("did not stay until 1926") such words say that it ended before.
    """
    reading: Reading = occurrence.mention.reading
    if reading.limit != "until" or not reading.bounding or not _is_belated(Setting.of(occurrence)):
        return reading
    return reading._replace(limit="", interval=reading.bounding, bounding=None)


@kept
def _is_belated(setting: Setting) -> bool:
    """Whether a mere denial stands before an "until", with nothing or the verb of a moment between."""
    document, mention = setting.document, setting.mention
    lex, tokens = lexicon(document.language), document.tokens
    until = document.words_in(Span(mention.start, mention.end))[:1]
    if lex is None or mention.kind != DATE or mention.reading.limit != "until" or lex.until.isdisjoint(until):
        return False
    clause = clause_of(document, mention.start)
    told = range(tokens.at(clause.start), tokens.at(mention.start))
    if not lex.nobody.isdisjoint(tokens.words[told.start : told.stop]):
        return True  # nobody climbed or lived there until then
    denial = next((at for at in reversed(told) if tokens.words[at] in lex.denials), None)
    if denial is None or denial + 1 == told.stop:
        return denial is not None
    moments = grammar(document.language, "moments")
    between = Span(tokens.starts[denial], mention.start)
    events = event_keys(sentence_words(document, setting.index), between)
    return bool(events) and all(event[2:] in moments for event in events)


@kept
def _denial(setting: Setting) -> str:
    """Return how a mention's clause, or the sentence that a clause of nothing but a date leads, is denied.

    ``no`` is flatly, ``yet`` so far, empty not at all.
    """
    document, mention = setting.document, setting.mention
    lex = lexicon(document.language)
    if lex is None or _is_belated(setting):
        return ""
    clause = clause_of(document, mention.start)
    words = sentence_words(document, setting.index)
    bare = not any(
        clause.start <= word.start < clause.end and not mention.start <= word.start < mention.end
        for word in words
    )
    start, end = setting.sentence if bare else clause
    aside = (Span(start, mention.start), Span(mention.end, end))
    said = (_denies(document, span, lex) for span in aside if span.start < span.end)
    return next((value for value in said if value), "")


def _denies(document: Document, span: Span, lex: Lexicon) -> str:
    words, first = document.words_in(span), document.tokens.at(span.start)
    for index, word in enumerate(words):
        phrases = lex.negations.get(word, ())
        value = next(
            (value for phrase, value in phrases if tuple(words[index:][: len(phrase)]) == phrase), ""
        )
        denied = value in ("no", "yet")  # the longest phrase decides: "no less than" denies nothing
        if denied and not is_taken_back(document, first + index):
            return value
    return ""
