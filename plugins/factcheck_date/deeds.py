"""What a claim says was done, word for word, and which date of a passage's sentence stands beside that.

An event is known by its family; a deed that no family has ("was scrapped") is known by the claim's words.
"""

from __future__ import annotations

from factcheck.checks import Occurrence
from factcheck.lazy import kept
from factcheck.setting import Setting
from factcheck.text import Document, Span
from factcheck.vocabulary import grammar, word_list
from factcheck.wording import WORD_WEIGHT, Word, keys_of, sentence_words
from factcheck_date.datelines import of_publishing
from factcheck_date.events import events_of, lasting
from factcheck_date.sentence_times import Told, clause_of, told_in


@kept
def deed_words(claimed: Setting) -> tuple[Word, ...]:
    """Return the words that say what happened: from the first known verb of a clause on, no names or times.

    "The act *was scrapped* in 1952" gives *scrapped*.
    """
    document, clause = claimed.document, clause_of(claimed.document, claimed.mention.start)
    told = told_in(document, claimed.mention.start)
    verb = _first_verb(document, clause)
    start = clause.start if verb is None else verb
    auxiliaries = grammar(document.language, "weak_events")
    return tuple(
        word
        for word in sentence_words(document, claimed.index)
        if start <= word.start < clause.end
        and not word.name
        and word.weight >= WORD_WEIGHT
        and document.text[word.start : word.end].lower() not in auxiliaries
        and not any(one.start <= word.start < one.end for one in told)
    )


def _first_verb(document: Document, span: Span) -> int | None:
    language, tokens = document.language, document.tokens
    verbs, copulas = word_list(language, "verbs"), grammar(language, "copulas")
    words = document.words_in(span)
    place = next((n for n, word in enumerate(words) if word in verbs or word in copulas), None)
    return None if place is None else tokens.starts[tokens.at(span.start) + place]


def says_deed(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether the clause of a passage's date says in the claim's words what the claim says was done."""
    words = deed_words(Setting.of(claimed))
    return bool(words) and _said(words, found.document, found.mention.start) == len(words)


def beside_deed(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether a sentence says the claim's deed of another of its dates, and something else of this one."""
    words, document = deed_words(Setting.of(claimed)), found.document
    told = [one for one in told_in(document, found.mention.start) if one.reading.form == "period"]
    own = [one for one in told if one.start == found.mention.start]
    if not words or not own or not of_another_deed(claimed, document, own[0]):
        return False
    return any(_said(words, document, one.start) == len(words) for one in told)


def dates_another_deed(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether a claim names an event and a passage's sentence names another deed and not that event.

    "The hedge was *pruned* in 1962" is no support for who *bought* the farm then. Of another language too few
    verbs are known to tell.
    """
    ours = events_of(claimed) - lasting(claimed.document.language)
    if not ours or claimed.mention.reading.form != "period" or not events_of(found).isdisjoint(ours):
        return False
    if Setting.of(found).is_field or claimed.document.language != found.document.language:
        return False
    if of_publishing(claimed) and _is_of_work(Setting.of(claimed), found):
        return False
    verb = deed_words(Setting.of(claimed))[:1]
    if _said(verb, found.document, found.mention.start):
        return False  # the council *confirmed* it yesterday
    return ours.isdisjoint(Setting.of(found).keys)


def _is_of_work(claimed: Setting, found: Occurrence) -> bool:
    """Whether a date stands in brackets behind a name of the claim, as that of a work: "*Moss* (1997)"."""
    text, mention = found.document.text, found.mention
    if text[mention.start - 1 : mention.start] != "(" or text[mention.end : mention.end + 1] != ")":
        return False
    last = max((name[-1] for name in Setting.of(found).names if name[-1].end < mention.start), default=None)
    return last is not None and last.end >= mention.start - 2 and not last.keys.isdisjoint(claimed.keys)


def of_another_deed(claimed: Occurrence, document: Document, told: Told) -> bool:
    """Whether the clause of a date has a verb of its own and says nothing of what the claim says was done."""
    if _said(deed_words(Setting.of(claimed)), document, told.start):
        return False
    return _first_verb(document, clause_of(document, told.start)) is not None


def _said(words: tuple[Word, ...], document: Document, start: int) -> int:
    """Return how many of some words the clause of a date has."""
    clause = clause_of(document, start)
    told = sentence_words(document, document.sentence_index(start))
    keys = keys_of(word for word in told if clause.start <= word.start < clause.end)
    return sum(not word.keys.isdisjoint(keys) for word in words)
