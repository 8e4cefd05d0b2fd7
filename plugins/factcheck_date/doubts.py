"""What makes another date no contradiction: it is that of something else which its sentence tells in passing.

"Apart from its *fees* it came into force in 2000", "her *first* novel appeared in 1912" and "the firm went
public in 1987 and was *sold* in 2009" contradict nothing about fees, the last novel or the sale.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import takewhile

from factcheck import languages
from factcheck.checks import Occurrence
from factcheck.keys import tells_event
from factcheck.setting import Setting
from factcheck.text import Document, Span
from factcheck.vocabulary import grammar, is_concept, word_keys
from factcheck.wording import WORD_WEIGHT, Word, sentence_keys, sentence_words, subject
from factcheck_date.events import own_stretch
from factcheck_date.lexicon import lexicon
from factcheck_date.lives import STAGES
from factcheck_date.same_event import is_same_sentence
from factcheck_date.sentence_times import Told, clause_of, told_in

_MARKS = frozenset(",;:()—–.")
_OPENERS = ("definite", "belonging", "indefinite")  # lists of words before a noun phrase
_FIGURE = re.compile(r"\S*\d\S*")
_AROUND = ".,;:!?()[]\"'“”‘’"  # a figure, and no part of it
_EXCEPTED = 6  # words of what is excepted


def of_something_else(
    claimed: Occurrence, found: Occurrence, ours: frozenset[str], theirs: frozenset[str]
) -> bool:
    """Whether a passage's date may be of another thing than the claim's, so that it contradicts nothing.

    ``ours`` and ``theirs`` are the events of the two.
    """
    return _may_doubt(claimed, found) and (
        _of_a_stage(ours, theirs)
        or _of_another_step(claimed, found, ours & theirs)
        or _is_excepted(claimed, found)
        or _in_another_place(claimed, found)
        or _of_another_thing(claimed, found)
        or _is_to_come(claimed, found)
        or _of_a_thing(claimed, found)
    )


def _may_doubt(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether both are dates, the passage's in prose, and no copy of the claim's sentence."""
    forms = {claimed.mention.reading.form, found.mention.reading.form}
    return forms == {"period"} and not Setting.of(found).is_field and not is_same_sentence(claimed, found)


def _of_a_stage(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether the claim tells when something began or ended that the passage does not tell of.

    The opening of a pool says nothing of when its demolition began.
    """
    return bool(ours - STAGES) and bool(ours & theirs) and (ours & theirs) <= STAGES


def _of_another_step(claimed: Occurrence, found: Occurrence, events: frozenset[str]) -> bool:
    """Whether each tells of another step of an event: a club is founded long before it is opened."""
    ours, theirs = _steps_told(claimed, events), _steps_told(found, events)
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _steps_told(occurrence: Occurrence, events: frozenset[str]) -> set[str]:
    document = occurrence.document
    steps, span = _steps(document.language), _stretch(document, occurrence.mention.start)
    words = (word for word in document.words_in(span) if word in steps)
    return {steps[word] for word in words if not events.isdisjoint(word_keys(word, document.language))}


@cache
def _steps(language: str) -> Mapping[str, str]:
    """Return word -> which of several steps of one event it tells of."""
    table = languages.table(language, "grammar", "steps")
    return {word: step for step, words in table for word in words}


def other_of_row(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether both count the same thing in a row, and another of it: her *first* novel and her *last*."""
    language = found.document.language
    ours, theirs = _in_row(claimed), _in_row(found)
    return language == claimed.document.language and any(
        not word.keys.isdisjoint(other.keys) and place != their_place
        for place, word in ours
        for their_place, other in theirs
    )


def _in_row(occurrence: Occurrence) -> list[tuple[str, Word]]:
    """Return the words of a sentence that an ordinal stands before, with that ordinal, times left out."""
    document, lex = occurrence.document, lexicon(occurrence.document.language)
    if lex is None:
        return []
    index = document.sentence_index(occurrence.mention.start)
    told, found = told_in(document, occurrence.mention.start), []
    for word in sentence_words(document, index):
        at = document.tokens.at(word.start)
        before = document.tokens.words[at - 1] if at else ""
        ordinal = before in lex.ordinals or before in lex.last_words
        if (
            ordinal
            and _is_owned(document, at - 2)
            and not any(one.start <= word.start < one.end for one in told)
        ):
            found.append((before, word))
    return found


def _is_owned(document: Document, at: int) -> bool:
    """Whether a noun phrase begins with a token: "her", "the", "Brandt's", but no "was"."""
    if at < 0:
        return False
    word, language = document.tokens.words[at], document.language
    if any(word in grammar(language, name) for name in _OPENERS):
        return True
    return document.text[document.tokens.starts[at]].isupper() and word.endswith("s")


def _is_excepted(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether the claim tells of what the passage excepts: "apart from its tax provisions"."""
    excepted = frozenset(
        key for span in _exceptions(found) for word in _words(found.document, span) for key in word.keys
    )
    return bool(excepted) and any(not word.keys.isdisjoint(excepted) for word in _telling(claimed))


def _exceptions(found: Occurrence) -> Iterator[Span]:
    document = found.document
    phrases = [phrase.split("_") for phrase in grammar(document.language, "excepting")]
    words, starts, ends = document.tokens
    sentence = document.sentence_at(found.mention.start)
    for at in range(document.tokens.at(sentence.start), document.tokens.at(sentence.end)):
        size = max((len(phrase) for phrase in phrases if words[at : at + len(phrase)] == phrase), default=0)
        if size:
            last = at + size
            while last < min(len(words), at + size + _EXCEPTED) and words[last] not in _MARKS:
                last += 1
            yield Span(starts[at], ends[last - 1])


def _in_another_place(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether all that a sentence shares with the claim follows the clause of its date."""
    ours, clause = _telling(claimed), _stretch(found.document, found.mention.start)
    said = [word for word in _telling(found) if _shared(word, ours)]
    own = any(
        word.weight >= WORD_WEIGHT for word in _telling(found) if clause.start <= word.start < clause.end
    )
    return own and bool(said) and all(word.start >= clause.end for word in said)


def _of_another_thing(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether a passage's "it" is another thing than the claim's, which its text does not name at all.

    What "The airline ... It was set up in 1961" dates is no airport.
    """
    document, index = found.document, found.document.sentence_index(found.mention.start)
    ours = _lead(claimed.document, claimed.mention.start)[:1]
    if not index or not ours or not Setting.of(found).subject.refers_back:
        return False
    theirs = _lead(document, document.sentences[index - 1].start)[:1]
    if not theirs or any(word.name or word.weight < WORD_WEIGHT for word in (*ours, *theirs)):
        return False
    known = subject(document).union(*(sentence_keys(document, number) for number in range(index + 1)))
    return ours[0].keys.isdisjoint(known)


def _is_to_come(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether a claim tells what will be, and the passage of another event that has been."""
    ours, theirs = (Setting.of(one).statement for one in (claimed, found))
    return ours.foreseen is not False and theirs.foreseen is False and not ours.meets(theirs)


def _of_a_thing(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether a date only tells which thing is meant, and the claim has none of it: "*the team of* 1982"."""
    document, language = found.document, found.document.language
    words, at = document.tokens.words, document.tokens.at(found.mention.start)
    if at < 2 or words[at - 1] not in grammar(language, "of"):
        return False
    noun = word_keys(words[at - 2], language)
    thing = is_concept(words[at - 2], language) and not tells_event(noun)
    return thing and noun.isdisjoint(Setting.of(claimed).keys)


def is_nearer_another(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether another date of the passage's sentence stands with more of what the claim says of its own."""
    if not _may_doubt(claimed, found):
        return False
    document, start = found.document, found.mention.start
    stretch = _words(claimed.document, _stretch(claimed.document, claimed.mention.start))
    ours = [word for word in _telling(claimed) if word in stretch] or _telling(claimed)
    lead = _lead(document, start)  # whom the whole sentence tells of
    ours = [word for word in ours if not _shared(word, lead) and not tells_event(word.keys)]
    own = _words(document, _stretch(document, start))
    if not own:
        return False
    for told in told_in(document, start):
        if told.start == start or told.reading.form != "period":
            continue
        theirs = _words(document, _stretch(document, told.start))
        if _said_alone(ours, theirs, own) > _said_alone(ours, own, theirs):
            return True
    return False


def _lead(document: Document, start: int) -> list[Word]:
    """Return the words of a sentence before the first that names what happened."""
    words = sentence_words(document, document.sentence_index(start))
    return list(takewhile(lambda word: not tells_event(word.keys), words))


def _said_alone(ours: list[Word], one: list[Word], other: list[Word]) -> float:
    """Return how much of the claim the words of one stretch say that those of another do not."""
    return sum(word.weight for word in ours if _shared(word, one) and not _shared(word, other))


def _shared(word: Word, others: list[Word]) -> bool:
    return any(not word.keys.isdisjoint(other.keys) for other in others)


def _stretch(document: Document, start: int) -> Span:
    """Return the part of a sentence that tells what happened at one of its dates."""
    clause = clause_of(document, start)
    dates = [one for one in told_in(document, start) if _dates(one, clause)]
    words = sentence_words(document, document.sentence_index(start))
    own = own_stretch(words, dates, start, clause) if len(dates) > 1 else None
    return own or clause


def _dates(told: Told, clause: Span) -> bool:
    return told.reading.form == "period" and clause.start <= told.start < clause.end


def _words(document: Document, span: Span) -> list[Word]:
    return [
        word
        for word in sentence_words(document, document.sentence_index(span.start))
        if span.start <= word.start < span.end
    ]


def _telling(occurrence: Occurrence) -> list[Word]:
    """Return the words of a mention's sentence but for those of its times."""
    document, start = occurrence.document, occurrence.mention.start
    told = told_in(document, start)
    return [
        word
        for word in sentence_words(document, document.sentence_index(start))
        if not any(one.start <= word.start < one.end for one in told)
    ]


def another_year(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether a day without a year may be one of another year, which its own sentence tells beside it."""
    if not (claimed.mention.reading.yearless or found.mention.reading.yearless):
        return False
    ours, theirs = (
        {told.reading.interval for told in told_in(one.document, one.mention.start) if _is_year(told)}
        for one in (claimed, found)
    )
    return bool(theirs) and ours.isdisjoint(theirs)


def _is_year(told: Told) -> bool:
    return told.reading.precision == "year" and not told.reading.limit


def other_figures(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether both sentences give figures beside their dates, and none in common: version 3.8 is not 3.9."""
    ours, theirs = _figures(claimed), _figures(found)
    return bool(ours and theirs and ours.isdisjoint(theirs))


def _figures(occurrence: Occurrence) -> frozenset[str]:
    """Return the words with a digit in a mention's sentence, those of its dates left out."""
    document, start = occurrence.document, occurrence.mention.start
    sentence, told = document.sentence_at(start), told_in(document, start)
    return frozenset(
        document.text[begin:end].strip(_AROUND).lower()
        for begin, end in map(re.Match.span, _FIGURE.finditer(document.text, *sentence))
        if not any(one.start < end and begin < one.end for one in told)
    )
