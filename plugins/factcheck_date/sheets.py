"""When what a fact sheet is about took place or was made: a line called just "Date" or "Year" tells it."""

from __future__ import annotations

from factcheck.checks import Occurrence
from factcheck.lazy import kept
from factcheck.model import Closeness, Relation
from factcheck.setting import Setting
from factcheck.text import Span
from factcheck.vocabulary import grammar
from factcheck.wording import WORD_WEIGHT, Word, sentence_keys, sentence_words
from factcheck_date import rules
from factcheck_date.answers import contradiction
from factcheck_date.compare import compare_values
from factcheck_date.lexicon import lexicon
from factcheck_date.polarity import same_polarity
from factcheck_date.sentence_times import told_in


@kept
def tells_happening(claimed: Setting) -> bool:
    """Whether a claim says when something took place or was made: "the battle *was fought* in May 1572"."""
    lex = lexicon(claimed.document.language)
    said = claimed.document.words_in(claimed.sentence)
    period = claimed.mention.reading.form == "period"
    return period and lex is not None and not lex.happening.isdisjoint(said)


def dates_all(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether a line tells when all took place that its sheet is about, and a claim says no more of it.

    Who made it, or where it was, may stand in another line.
    """
    ours, theirs = Setting.of(claimed), Setting.of(found)
    if not tells_happening(ours) or not theirs.is_field or theirs.cell:
        return False
    document, start, told = found.document, theirs.sentence.start, _subject(ours)
    label = document.words_in(Span(start, document.text.find(":", start)))
    if not set(label) <= set(grammar(document.language, "time_labels")):
        return False
    sheet = frozenset().union(*(sentence_keys(document, index) for index in theirs.fields_beside))
    beside = all(word.keys & theirs.section or (word.name and word.keys & sheet) for word in told)
    return beside and any(word.keys & theirs.section for word in told)


def _subject(claimed: Setting) -> list[Word]:
    """Return the words of a claim that say what took place."""
    document, lex = claimed.document, lexicon(claimed.document.language)
    times = told_in(document, claimed.mention.start)
    return [
        word
        for word in sentence_words(document, claimed.index)
        if word.weight >= WORD_WEIGHT
        and not any(time.start <= word.start < time.end for time in times)
        and not (lex and document.text[word.start : word.end].lower() in lex.happening)
    ]


def by_date_line(claimed: Occurrence, found: Occurrence) -> Relation | None:
    """Return what such a line says of a claim's date, ``None`` where it is none or cannot tell."""
    if not dates_all(claimed, found) or not same_polarity(claimed, found):
        return None
    ours, theirs = claimed.mention.reading, found.mention.reading
    agrees, _, rule = compare_values(ours, theirs)
    if agrees is None and ours.interval and theirs.interval and not (ours.limit or theirs.limit):
        agrees = True if ours.interval.contains(theirs.interval) else None
    alone = len(told_in(found.document, found.mention.start)) == 1
    if agrees is None or not (agrees or alone):
        return None
    if agrees:
        return Relation(True, closeness=Closeness.THING)
    return contradiction(claimed, found, rule or rules.DIFFERS, Closeness.THING)
