"""Anniversaries: the fiftieth in 1992 of a firm that was founded in 1942, and nothing else of that firm.

Which of two beginnings a feast is of is seldom said (founded in 1921, opened in 1924), so that a year which
fits one of them is contradicted by none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from factcheck.checks import Occurrence
from factcheck.clauses import figures
from factcheck.model import Closeness, Mention, Relation
from factcheck.text import Document, Span
from factcheck.vocabulary import grammar
from factcheck.wording import Word, keys_of, sentence_words
from factcheck_date import rules
from factcheck_date.calendar import Interval, years
from factcheck_date.events import event_keys
from factcheck_date.extract import mentions
from factcheck_date.lexicon import lexicon
from factcheck_date.lives import BEGINNING
from factcheck_date.polarity import same_polarity
from factcheck_date.sentence_times import clause_of, told_in
from factcheck_date.value import Reading

_BECOMING = frozenset(("e:take_office",))  # of "werd opgericht" too
_MOST = 2000  # years that a feast may look back


class Feast(NamedTuple):
    """An anniversary in a clause: how many years it looks back, and whose it is."""

    years: int
    text: str
    whose: frozenset[str]


def feasts(document: Document) -> bool:
    """Whether a text speaks of an anniversary at all."""
    if "date.feasts" not in document.memo:
        lex = lexicon(document.language)
        document.memo["date.feasts"] = lex and not lex.anniversaries.isdisjoint(document.tokens.words)
    return bool(document.memo["date.feasts"])


def celebrated(claimed: Occurrence, found: Sequence[Occurrence]) -> list[Occurrence]:
    """Return the dates that may tell the year of a claim by an anniversary, or of its beginning."""
    if feast_of(claimed):
        return [one for one in found if _begun(one)]
    if not any(feasts(document) for document in {one.document for one in found}) or not _begun(claimed):
        return []
    return [one for one in found if feast_of(one)]


def by_anniversary(claimed: Occurrence, found: Occurrence) -> Relation | None:
    """Return what a beginning says of the year of an anniversary or the reverse, ``None`` where nothing.

    Example:
        "The club marked its fiftieth anniversary in 1971" is supported by "The club was founded in 1921".
    """
    if not feasts(claimed.document) and not feasts(found.document):
        return None
    ours, theirs = feast_of(claimed), feast_of(found)
    if (ours is None) == (theirs is None) or not same_polarity(claimed, found):
        return None
    answers = [_answer(claimed, other, ours, theirs) for other in _others(found, ours)]
    own = _answer(claimed, found, ours, theirs)
    if own is None or (not own and any(answers)):
        return None
    feast = ours or theirs
    sum_ = f"“{found.mention.text}” and “{feast.text}” tell the year (derived)" if feast else ""
    if own:
        return Relation(True, sum_, rules.DERIVED, Closeness.DERIVED)
    shown = f"claims “{claimed.mention.text}”; {sum_}"
    return Relation(False, shown, rules.DERIVED_DIFFERS, Closeness.DERIVED)


def _others(found: Occurrence, ours: Feast | None) -> Iterable[Occurrence]:
    """Return the other dates of a source, among which may be that of another beginning."""
    return (found._replace(mention=one) for one in mentions(found.document)) if ours else ()


def _answer(claimed: Occurrence, found: Occurrence, ours: Feast | None, theirs: Feast | None) -> bool | None:
    """Return whether the claim's year is the one reckoned from a passage, ``None`` where nothing follows."""
    claim, year = claimed.mention.reading, _year(found)
    if year is None or claim.form != "period" or claim.limit or claim.loose or claim.interval is None:
        return None
    if ours and _begun(found) != ours.whose:
        return None
    if theirs and _begun(claimed) != theirs.whose:
        return None
    reckoned = years(year + ours.years) if ours else years(year - theirs.years) if theirs else None
    return _holds(claim.interval, reckoned) if reckoned else None


def _holds(claim: Interval, reckoned: Interval) -> bool | None:
    return True if claim.contains(reckoned) else False if claim.disjoint(reckoned) else None


def _year(found: Occurrence) -> int | None:
    """Return the year a plain date lies in."""
    reading: Reading = found.mention.reading
    if reading.form != "period" or reading.limit or reading.loose or reading.other or reading.ends:
        return None
    interval = reading.interval
    if interval is None or interval.start is None:
        return None
    whole = years(interval.start.year)
    return interval.start.year if whole and whole.contains(interval) else None


def feast_of(occurrence: Occurrence) -> Feast | None:
    """Return the anniversary that a date is of: that of its clause."""
    document, lex = occurrence.document, lexicon(occurrence.document.language)
    if lex is None or not feasts(document):
        return None
    clause = clause_of(document, occurrence.mention.start)
    words, starts, ends = document.tokens
    for figure in figures(document, clause):
        at = document.tokens.at(figure.end)
        if at < len(words) and words[at] in lex.anniversaries and starts[at] < clause.end:
            count = _count(figure)
            whose = _whose(document, clause, Span(figure.start, ends[at])) if count else frozenset[str]()
            text = document.text[figure.start : ends[at]]
            return Feast(count, text, whose) if whose else None
    return None


def _count(figure: Mention) -> int:
    low, high = figure.value.get("low"), figure.value.get("high")
    exact = (
        isinstance(low, str)
        and low == high
        and low.isdecimal()
        and figure.value.get("unit") in (None, "year")
    )
    return int(low) if exact and int(low) <= _MOST else 0  # type: ignore[arg-type]


def _whose(document: Document, clause: Span, feast: Span) -> frozenset[str]:
    """Return what has the anniversary: what the clause names before it, or behind an "of" after it."""
    at = document.tokens.at(feast.end)
    behind = document.tokens.words[at : at + 1]
    if any(word in grammar(document.language, "of") for word in behind):
        return _named(document, Span(feast.end, clause.end))
    return _named(document, Span(clause.start, feast.start))


def _begun(occurrence: Occurrence) -> frozenset[str]:
    """Return what began on a date, empty where its clause tells of no beginning.

    "Founded in 1942, the firm ..." tells it of what follows the comma.
    """
    document, start = occurrence.document, occurrence.mention.start
    index, clause = document.sentence_index(start), clause_of(document, start)
    words = [word for word in sentence_words(document, index) if clause.start <= word.start < clause.end]
    first = next((word for word in words if event_keys((word,), clause) & (BEGINNING | _BECOMING)), None)
    if first is None:
        return frozenset()
    behind = tuple(word for word in words if word.start >= first.start)
    if event_keys(behind, clause) - _BECOMING != BEGINNING:
        return frozenset()
    if lead := _named(document, Span(clause.start, first.start)):
        return lead
    if document.tokens.at(first.start) != document.tokens.at(clause.start):
        return frozenset()
    sentence = document.sentence_at(start)
    comma = document.text.find(",", occurrence.mention.end, sentence.end)
    following = [word for word in sentence_words(document, index) if comma >= 0 and word.start > comma]
    return following[0].keys if following else frozenset()


def _named(document: Document, span: Span) -> frozenset[str]:
    """Return the keys of what a stretch names, empty where it names more than one thing.

    Times and verbs of marking a day name nothing.
    """
    lex = lexicon(document.language)
    told = told_in(document, span.start)
    found: list[Word] = []
    for word in sentence_words(document, document.sentence_index(span.start)):
        text = document.text[word.start : word.end].lower()
        dated = any(one.start <= word.start < one.end for one in told)
        part = bool(found) and word.end <= found[-1].end  # of a compound
        if not span.start <= word.start < span.end or dated or part or (lex and text in lex.celebrating):
            continue
        found.append(word)
    if not found or any(one.end + 1 != other.start for one, other in pairwise(found)):
        return frozenset()
    return keys_of(found)
