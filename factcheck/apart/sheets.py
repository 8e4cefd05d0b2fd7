"""Of which line of a fact sheet a claim speaks: the *losses* of an army are not its *strength*."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from factcheck.checks import Occurrence
from factcheck.clauses import figures, is_time, same_figure
from factcheck.setting import Setting
from factcheck.text import Document, Span
from factcheck.vocabulary import grammar
from factcheck.wording import WORD_WEIGHT, Word, keys_of, sentence_words

_STEM = 4  # letters that two forms of a word have in common at least: *opened*, *opening*
_SIDE = frozenset(("side",))  # beside the keys of words: that both measure the same side


class _Label(NamedTuple):
    """What the label of a line has of a claim's words, what the claim lacks, if a like figure follows."""

    said: frozenset[str]
    unsaid: frozenset[str]
    has_like: bool

    def is_nearer(self, other: "_Label") -> bool:
        """Whether this is called all that another line is of the claim's words, and more, or nothing else."""
        if self.said == other.said:
            return self.has_like and bool(self.said and other.unsaid) and not self.unsaid
        return self.said > other.said


def of_another_field(
    ours: Setting, theirs: Setting, measures: Callable[[Document, int], bool] | None = None
) -> bool:
    """Whether another line beside a figure's is nearer to what a claim says of its own figure.

    ``measures`` tells of a line, by its sentence, that it measures the side that the claim does.
    """
    if not theirs.is_field or theirs.cell:
        return False  # a row of a table is of what its first cell says
    document, dated = theirs.document, is_time(theirs.mention)
    asked = keys_of(ours.clause_words) | _stems(ours.document, ours.clause_words)

    def label(index: int) -> _Label:
        words = [word for word in _label_words(document, index) if word.keys.isdisjoint(theirs.section)]
        told = keys_of(words) | _stems(document, words)
        same = _SIDE if measures and measures(document, index) else frozenset[str]()
        unsaid = keys_of(word for word in words if word.weight >= WORD_WEIGHT) - asked
        return _Label(told & asked | same, unsaid, has_like(index))

    def has_like(index: int) -> bool:
        return any(is_time(one) is dated for one in figures(document, document.sentences[index]))

    own = label(theirs.index)
    beside = (index for index in theirs.fields_beside if index != theirs.index)
    return any(label(index).is_nearer(own) for index in beside if has_like(index) or not dated)


def dates_another_figure(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether a date of a line is that of a figure, and of none of the claim: "318 stores (2016)"."""
    theirs = Setting.of(found)
    if not theirs.is_field or theirs.cell:
        return False
    text, start = theirs.document.text, theirs.mention.start
    bracket = max(text.rfind("(", theirs.sentence.start, start), theirs.sentence.start)
    before = figures(theirs.document, Span(theirs.sentence.start, bracket))
    dates_it = text.find(")", bracket, start) < 0 and any("low" in one.value for one in before)
    return dates_it and not same_figure(claimed, found)


def says_nothing_of_line(ours: Setting, theirs: Setting) -> bool:
    """Whether a claim has nothing of a figure's line, but only of what the whole sheet is about.

    "Most gold medals: Osk (3)" tells nothing of how many countries sent rowers to the games.
    """
    if not theirs.is_field or theirs.cell:
        return False
    line = _beside_figures(theirs.document, theirs.sentence, sentence_words(theirs.document, theirs.index))
    told = keys_of(line) - theirs.section
    asked = _beside_figures(ours.document, ours.sentence, ours.clause_words)
    return told.isdisjoint(keys_of(asked))


def _beside_figures(document: Document, sentence: Span, words: Iterable[Word]) -> list[Word]:
    """Return the content words that are no part of a figure, as the *million* of a sum is."""
    spans = figures(document, sentence)
    return [
        word for word in words if word.weight and not any(one.start <= word.start < one.end for one in spans)
    ]


def dates_something_else(ours: Setting, theirs: Setting) -> bool:
    """Whether a date's line is called otherwise than what a claim says, and has no more of it than its title.

    "Opening date: 1967" dates no painting. What a line called "Year" dates may be anything.
    """
    if not theirs.label or not theirs.label.isdisjoint(ours.keys):
        return False
    if ours.statement.events or theirs.cell:
        return bool(ours.statement.events)
    label = _label_words(theirs.document, theirs.index)
    if all(word.weight < WORD_WEIGHT or not word.keys.isdisjoint(theirs.section) for word in label):
        return False
    line = keys_of(sentence_words(theirs.document, theirs.index)) - theirs.section
    return line.isdisjoint(keys_of(ours.clause_words))


def _label_words(document: Document, index: int) -> list[Word]:
    """Return the words that the label of a line has, but for those that only say that a time follows."""
    end = document.text.find(":", document.sentences[index].start)
    times = grammar(document.language, "time_labels")
    return [
        word
        for word in sentence_words(document, index)
        if word.start < end and document.text[word.start : word.end].lower() not in times
    ]


def _stems(document: Document, words: Iterable[Word]) -> frozenset[str]:
    """Return how words begin, which tells *founded* from *opened* where both are one event."""
    spelled = (document.text[word.start : word.end].lower() for word in words)
    return frozenset(f"~{word[:_STEM]}" for word in spelled if len(word) >= _STEM)
