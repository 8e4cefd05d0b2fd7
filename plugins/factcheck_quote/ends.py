"""Negations right before and right after a passage, which a quotation of it leaves out.

A sentence without the one it begins or ends with (*Dat vergeet je niet.*) is altered; where a part of a
sentence is quoted it is noted, also after a verb (``I do not say that …``).
"""

from __future__ import annotations

from factcheck.checks import Occurrence
from factcheck.folding import fold
from factcheck.model import Rule

from . import rules
from .edits import Edit
from .places import Place

_SENTENCE = 4  # words that stand for a sentence whose first or last word is left out
_STOPS = frozenset(".?!…:\n")
_PAUSES = frozenset('.?!…:,;()”’"')


def weighed(claimed: Occurrence, best: Place) -> Place:
    """Return a place that has the words as they stand with what the negations around them make of it."""
    text, mention, negations = claimed.document.text, claimed.mention, best.reader.words.negations
    if best.match.problem is None and negations.isdisjoint(fold(text[: mention.start]).words[-1:]):
        best = _before(best)
    if best.match.problem is None and negations.isdisjoint(fold(text[mention.end :]).words[:1]):
        best = _after(best)
    return best


def _before(best: Place) -> Place:
    index, words, (start, end) = best.reader.index, best.reader.words, best.match.hull
    at = start - 1
    if at > 0 and index.words[at] in words.linking:
        at -= 1
    if at > 0 and index.words[at] in words.verbs:
        at -= 1
    if at < 0 or index.words[at] not in words.negations:
        return best
    text, (low, high) = best.reader.document.text, index.spans[at]
    if _PAUSES.intersection(text[high : index.spans[start][0]]):
        return best
    if at == start - 1 and end - start >= _SENTENCE and _begins(text, low):
        return _altered(best, at, (at, end))
    return _noted(best, rules.CUT_SHORT)


def _after(best: Place) -> Place:
    index, words, (start, end) = best.reader.index, best.reader.words, best.match.hull
    if end >= len(index.words) or index.words[end] not in words.negations:
        return best
    text, (low, high) = best.reader.document.text, index.spans[end]
    at = high
    while text[at : at + 1] == " ":
        at += 1
    if _PAUSES.intersection(text[index.spans[end - 1][1] : low]) or text[at : at + 1] not in _PAUSES | {""}:
        return best
    if end - start >= _SENTENCE and _begins(text, index.spans[start][0]):
        return _altered(best, end, (start, end + 1))
    return _noted(best, rules.CUT_OFF)


def _begins(text: str, offset: int) -> bool:
    """Whether a sentence begins at an offset."""
    before = text[max(0, offset - 4) : offset].rstrip(" \"'“‘")
    return not before or before[-1] in _STOPS


def _altered(best: Place, at: int, piece: tuple[int, int]) -> Place:
    """Return the place with the negation at a word, which the quotation drops."""
    edit = Edit((), (best.reader.index.words[at],), at, at + 1, "", "negation")
    return best._replace(match=best.match._replace(problem=rules.ALTERED, edits=(edit,), pieces=(piece,)))


def _noted(best: Place, rule: Rule) -> Place:
    return best._replace(match=best.match._replace(notes=(*best.match.notes, rule)))
