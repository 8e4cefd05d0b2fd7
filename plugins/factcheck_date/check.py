"""The date check: extraction, the comparison of two mentions, and the review of one text."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks import Occurrence
from factcheck.context import same_thing, sentence_words, word_keys
from factcheck.model import Closeness, Finding, Mention, Relation, Rule
from factcheck.text import Document, Span, function_words
from factcheck_date import amounts, periods, rules
from factcheck_date.extract import extract
from factcheck_date.review import review
from factcheck_date.value import Reading


_PUBLISHED = "e:publish"  # the event family of the packs
_EDGE, _DATELINE = 600, 16  # characters of a head or foot; tokens of a line in it


class DateCheck:
    """Compares dates, periods, durations and frequencies of the same event."""

    name = "date"
    kind = "date"
    priority = 20
    rules = rules.RULES

    def extract(self, document: Document) -> Iterator[Mention]:
        """Yield every time expression of a text, as an interval, a duration or a frequency."""
        return extract(document)

    def compare(self, claimed: Occurrence, found: Occurrence) -> Relation:
        """Say whether a source's time expression agrees with the claim's, of the same event."""
        agrees, reason, rule = compare_values(claimed.mention.reading, found.mention.reading)
        repeated = agrees is None and _same_words(claimed.mention, found.mention)
        if agrees is None and not repeated:
            return Relation(None, reason=reason)
        match = same_thing(claimed, found)
        if match is None or (repeated and match.closeness is not Closeness.WORDING):
            return Relation(None, reason="not clearly the same event")
        if _named_apart(claimed, found) or _named_apart(found, claimed):
            return Relation(None, reason="the year of something else's name")
        if agrees is False and _dates_another(claimed, found):
            return Relation(None, reason="the date of another event in the claim")
        if not _same_event(claimed, found, named=agrees is False and match.closeness is Closeness.THING):
            return Relation(None, reason="not clearly the same event")
        if agrees is not False:
            return Relation(True, closeness=match.closeness, fit=match.fit)
        said = f"claims “{claimed.mention.text}”; the source says “{found.mention.text}”"
        return Relation(False, said, rule, match.closeness, match.fit, found.mention.text)

    def review(self, document: Document) -> Iterator[Finding]:
        """Yield a warning for a weekday that does not fit its date and for a date that can be read twice."""
        return review(self.name, extract(document))


def _named_apart(named: Occurrence, other: Occurrence) -> bool:
    """Whether one year stands in a name ("the 2016 prize") that the other's sentence does not mention."""
    head = named.mention.reading.named
    if not head or other.mention.reading.named == head:
        return False
    document = other.document
    said = sentence_words(document, document.sentence_index(other.mention.start))
    return word_keys(head, named.document.language).isdisjoint(key for word in said for key in word.keys)


def _same_event(claimed: Occurrence, found: Occurrence, *, named: bool) -> bool:
    """Whether both sentences may tell of one event; with ``named``, the passage must name it.

    A document's dateline tells when it was published. A length of time needs no event.
    """
    ours, theirs = _events(claimed), _events(found)
    if claimed.mention.reading.form != "period" or not ours or not ours.isdisjoint(theirs):
        return True
    return (not theirs and not named) or (_PUBLISHED in ours and _is_dateline(found))


def _events(occurrence: Occurrence) -> frozenset[str]:
    document = occurrence.document
    words = sentence_words(document, document.sentence_index(occurrence.mention.start))
    return frozenset(key for word in words for key in word.keys if key.startswith("e:"))


def _is_dateline(found: Occurrence) -> bool:
    """Whether a date stands in the head or foot of a document, in a line that is no sentence."""
    document, mention = found.document, found.mention
    start, end = document.sentence_at(mention.start)
    edge = start < _EDGE or end > len(document.text) - _EDGE
    words = document.words_in(Span(start, end))
    grammar = function_words(document.language)
    return edge and len(words) <= _DATELINE and not any(word in grammar for word in words)


def _dates_another(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether the found date is that of another event in the claim's sentence."""
    document, mention = claimed.document, claimed.mention
    start, end = document.sentence_at(mention.start)
    sentence = Document(document.text[start:end], language=document.language, date=document.date)
    return any(
        other.start + start != mention.start and compare_values(other.reading, found.mention.reading)[0]
        for other in extract(sentence)
    )


def compare_values(claimed: Reading, found: Reading) -> tuple[bool | None, str, Rule | None]:
    """Return whether two readings agree, why they say nothing, and the rule of a disagreement.

    The first is ``True`` where the found one supports the claimed one, ``False`` where it refutes it and
    ``None`` where it does neither.
    """
    if claimed.form == found.form == "period":
        agrees = periods.agree(claimed, found)
        rule = rules.OUTSIDE if claimed.limit or found.limit else rules.DIFFERS
        unknown = not (claimed.interval and found.interval)
        return (
            agrees,
            "a date that cannot be resolved" if unknown else "neither inside nor apart",
            _for(agrees, rule),
        )
    if claimed.form == found.form == "frequency":
        agrees = amounts.frequencies_agree(claimed, found)
        return agrees, "how often cannot be compared", _for(agrees, rules.FREQUENCY)
    if claimed.length is None or found.length is None or "frequency" in (claimed.form, found.form):
        return None, "another kind of time", None
    if claimed.offset != found.offset:
        return None, "a length from another time on", None
    agrees = amounts.agree(claimed.length, found.length)
    if claimed.form != found.form:  # "the last 15 years" is of its own time: it can only agree
        agrees = agrees or None
    return agrees, "lengths that cannot be told apart", _for(agrees, rules.LENGTH)


def _for(agrees: bool | None, rule: Rule) -> Rule | None:
    return rule if agrees is False else None


def _same_words(claimed: Mention, found: Mention) -> bool:
    """Whether both say "the following year" or the like, which nothing resolves, in the same words."""
    ours, theirs = claimed.reading, found.reading
    unresolved = ours.form == "period" and (ours.interval is None or ours.loose) and ours == theirs
    return unresolved and claimed.text.casefold() == found.text.casefold()
