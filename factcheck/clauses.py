"""The clauses of a sentence, and which of them, and which time, belong to a figure that stands among others.

For plugin authors. "Revenue was 612 million in 2023, and profit 87 million, against 79 million a year before"
gives three figures, each with a subject and a time of its own; what the sentence says of one is not said of
the others. There is no parser behind it: clauses are cut at marks, at relative pronouns and at conjunctions
between two figures.
"""

from bisect import bisect_left
from collections.abc import Callable, Mapping
from math import inf
from operator import attrgetter
from typing import NamedTuple

from factcheck.checks import Occurrence
from factcheck.model import Mention
from factcheck.tables import cell_at
from factcheck.text import Document, Span, function_words
from factcheck.vocabulary import grammar

QUOTE, DATE = "quote", "date"  # kinds of mentions that are no figure of a clause; that are a time
_START = attrgetter("start")
_FEW = 8  # mentions that are looked through faster than looked up
_MARKS = frozenset(",;:()—–")
_ENDS = (("low", -inf), ("high", inf))
_ROUNDING = 0.015  # how far apart two writings of one figure may be
_LEADING = 3  # tokens of a sentence within which a date leads it


class Clause(NamedTuple):
    """A part of a sentence. ``relative`` is the pronoun it begins behind, if any."""

    start: int
    end: int
    relative: str = ""

    def holds(self, offset: int) -> bool:
        """Say whether an offset lies inside."""
        return self.start <= offset < self.end


class Period(NamedTuple):
    """A stretch of time between two ISO dates, the second exclusive; ``None`` for an open end."""

    start: str | None
    end: str | None

    @classmethod
    def of_day(cls, date: str) -> "Period":
        """Return the period of one ISO date."""
        return cls(date, f"{date}~")  # sorts behind the day and before the next

    def meets(self, other: "Period") -> bool:
        """Say whether two periods have a day in common."""
        return not (
            (self.end and other.start and self.end <= other.start)
            or (other.end and self.start and other.end <= self.start)
        )


def clauses(document: Document, index: int) -> tuple[Clause, ...]:
    """Return the clauses of a sentence, by its index in ``document.sentences``, in order."""
    memo: dict[int, tuple[Clause, ...]] = document.memo.setdefault("clauses", {})
    if index not in memo:
        memo[index] = tuple(_split(document, document.sentences[index]))
    return memo[index]


def clause_at(document: Document, index: int, offset: int) -> int:
    """Return which of the clauses of a sentence holds an offset."""
    own = clauses(document, index)
    for number, clause in enumerate(own):
        if offset < clause.end:
            return number
    return len(own) - 1


def _split(document: Document, sentence: Span) -> list[Clause]:
    tokens, language = document.tokens, document.language
    words, starts = tokens.words, tokens.starts
    first, last = tokens.at(sentence.start), bisect_left(starts, sentence.end)
    joins, relatives = grammar(language, "conjunctions"), grammar(language, "relatives")
    taken = [(m.start, m.end) for m in figures(document, sentence)]
    figured = [p for p in range(first, last) if words[p][0].isdigit()]
    figured += [tokens.at(start) for start, _ in taken]
    low, high = min(figured, default=last), max(figured, default=first)
    found: list[Clause] = []
    start, relative = sentence.start, ""
    for position in range(first, last):
        word, at = words[position], starts[position]
        joined = word in joins and low < position < high and not _joins_names(document, position)
        opens = word in relatives and not _divides(document, position)
        cuts = (word in _MARKS and not _in_name(document, position)) or opens or joined
        cuts = cuts or (low < position < high and _compares(document, position, start))
        if not cuts or any(begin <= at < end for begin, end in taken):
            continue
        if word == "," and not found and _only_dates(document, Span(start, at)):
            continue
        if at > start:
            found.append(Clause(start, at, relative))
            relative = ""
        start = starts[position + 1] if position + 1 < last else sentence.end
        relative = word if word in relatives else relative
    return [*found, Clause(start, sentence.end, relative)]


def _compares(document: Document, position: int, start: int) -> bool:
    """Say whether a word holds one figure against another of its sort: "from 38 percent *to* 19 percent"."""
    tokens = document.tokens
    if tokens.words[position] not in grammar(document.language, "comparing"):
        return False
    opening = Span(tokens.ends[position], tokens.ends[min(position + 2, len(tokens.ends) - 1)])
    before = [m for m in figures(document, Span(start, tokens.starts[position])) if not is_time(m)]
    behind = [m for m in figures(document, opening) if not is_time(m)]
    if not before or not behind:
        return False
    one, other = before[-1].value, behind[0].value
    return one.get("unit") == other.get("unit") and other.get("noun") in (None, one.get("noun"))


def _divides(document: Document, position: int) -> bool:
    """Say whether a relative tells of what a figure before it is a part: "27 ships, nine of *which* ..."."""
    tokens = document.tokens
    if position < 2 or tokens.words[position - 1] not in grammar(document.language, "of"):
        return False
    return any(not is_time(m) for m in figures(document, Span(*_token(document, position - 2))))


def _token(document: Document, position: int) -> tuple[int, int]:
    return document.tokens.starts[position], document.tokens.ends[position]


def _in_name(document: Document, position: int) -> bool:
    """Say whether a bracket belongs to a name, which a word in brackets tells from others: *Otter (ship)*."""
    words, starts = document.tokens.words, document.tokens.starts
    if words[position] == ")":
        position -= 2
    around = words[position : position + 3]
    if position < 1 or len(around) < 3 or (around[0], around[2]) != ("(", ")"):
        return False
    named = document.text[starts[position - 1]].isupper()
    return named and around[1].isalpha() and document.text[starts[position + 1]].islower()


def _joins_names(document: Document, position: int) -> bool:
    """Say whether a conjunction joins two names ("with Ann Vane and Bo Karst") rather than two clauses."""
    starts = document.tokens.starts
    around = (position - 1, position + 1)
    return all(0 <= p < len(starts) and document.text[starts[p]].isupper() for p in around)


def _only_dates(document: Document, span: Span | Clause) -> bool:
    """Say whether a clause gives times and no more: *in 2019*, *two years later, in 2021*."""
    times = figures(document, span)
    if not all(is_time(time) or _counts_from(document, time) for time in times):
        return False
    edges = [span.start, *(edge for time in times for edge in (time.start, time.end)), span.end]
    gaps = [Span(begin, end) for begin, end in zip(edges[::2], edges[1::2], strict=True) if begin < end]
    if any(char.isupper() for begin, end in gaps for char in document.text[max(begin, span.start + 1) : end]):
        return False
    grammatical = function_words(document.language)
    outside = [word for gap in gaps for word in document.words_in(gap) if word.isalpha()]
    others = sum(word not in grammatical for word in outside)
    return bool(times) and bool(outside) and others <= len(times)


def _counts_from(document: Document, length: Mention) -> bool:
    """Say whether a length of time leads to another time: *two years later*, and no *down from 23 weeks*."""
    after = document.tokens.at(length.end)
    behind = document.tokens.words[after : after + 1]
    ways = (*grammar(document.language, "years_back"), *grammar(document.language, "years_on"))
    return length.kind == DATE and any(word in ways for word in behind)


def says_when(document: Document, clause: Clause) -> bool:
    """Say whether a clause goes on about what was just named: *2019, when 398,000 people came*."""
    first = document.words_in(Span(clause.start, clause.end))[:1]
    return bool(clause.relative) or any(word in grammar(document.language, "time_anchors") for word in first)


def figures(document: Document, span: Span | Clause) -> list[Mention]:
    """Return the figures and times found in a stretch of a text, quotations aside."""
    mentions, (start, end) = document.mentions, span[:2]
    if len(mentions) > _FEW:
        mentions = mentions[bisect_left(mentions, start, key=_START) : bisect_left(mentions, end, key=_START)]
    return [mention for mention in mentions if start <= mention.start < end and mention.kind != QUOTE]


def is_time(mention: Mention) -> bool:
    """Say whether a mention is a point or period of time, rather than a figure that holds at one."""
    return mention.kind == DATE and "duration" not in mention.value


def time_of(document: Document, mention: Mention) -> Period | None:
    """Return when a figure held, as its sentence says; ``None`` where it does not say so clearly.

    A time belongs to the figures of its clause; one that leads the sentence, or that is a clause by itself,
    to those of the other clauses too, and one that a clause with "when" follows to those of that one. The
    head of a column tells when its figures held.
    """
    index = document.sentence_index(mention.start)
    parts = clauses(document, index)
    own = clause_at(document, index, mention.start)
    cell = cell_at(document, mention.start)
    column = _times(document, Clause(*cell.column)) if cell else []
    for told in (_times(document, parts[own]), column, _shared_times(document, index, own)):
        if told:
            nearest = min(told, key=lambda time: abs(time.start - mention.start))
            return _period(nearest)
    if document.date and not set(document.words_in(Span(*parts[own][:2]))).isdisjoint(
        grammar(document.language, "now")
    ):
        return Period.of_day(document.date)
    return None


def titled_time(document: Document) -> Period | None:
    """Return the one time that the title of a text names: *Annual report 2023*."""
    if "clauses.titled" not in document.memo:
        line = document.sentences[0] if document.sentences else Span(0, 0)
        title = document.text[line.end - 1 : line.end] not in ".!?:;" and document.text.startswith(
            "\n", line.end
        )
        times = _times(document, Clause(*line)) if title else []
        document.memo["clauses.titled"] = _period(times[0]) if len(times) == 1 else None
    return document.memo["clauses.titled"]  # type: ignore[no-any-return]


def _period(time: Mention) -> Period:
    return Period(time.value.get("start"), time.value.get("end"))


def same_figure(claimed: Occurrence, found: Occurrence) -> bool | None:
    """Say whether two times are those of one figure, ``None`` where one of them is that of none.

    41 tonnes in 2023 and 39 in 2022 are no contradiction; 41 in 2022 contradicts the first.
    """
    ours, theirs = _values(claimed, _sentence_figures), _values(found, _clause_figures)
    pairs = [(one, two) for one in ours for two in theirs if _sort(one) == _sort(two)]
    if pairs:
        return any(_meet(one, two) for one, two in pairs)
    beside = _values(found, _sentence_figures) if theirs else []
    elsewhere = any(_sort(one) == _sort(two) and _meet(one, two) for one in ours for two in beside)
    return False if elsewhere else None  # it stands in another clause than the time does


def _values(
    time: Occurrence, beside: Callable[[Occurrence], list[Mention]]
) -> list[Mapping[str, str | None]]:
    found = [figure.value for figure in beside(time) if figure.start != time.mention.start]
    return [value for value in found if "low" in value or "duration" in value]


def _sort(value: Mapping[str, str | None]) -> tuple[bool, str | None]:
    return "duration" in value, value.get("unit")


def _sentence_figures(occurrence: Occurrence) -> list[Mention]:
    return figures(occurrence.document, occurrence.document.sentence_at(occurrence.mention.start))


def _clause_figures(occurrence: Occurrence) -> list[Mention]:
    document, start = occurrence.document, occurrence.mention.start
    index = document.sentence_index(start)
    return figures(document, clauses(document, index)[clause_at(document, index, start)])


def _meet(one: Mapping[str, str | None], two: Mapping[str, str | None]) -> bool:
    """Say whether two intervals of figures meet, as far as rounding goes, or two lengths are one."""
    if "duration" in one:
        return one["duration"] == two["duration"]
    low, high = (float(end) if (end := one.get(key)) else limit for key, limit in _ENDS)
    low_too, high_too = (float(end) if (end := two.get(key)) else limit for key, limit in _ENDS)
    return low <= high_too + abs(high_too) * _ROUNDING and low_too <= high + abs(high) * _ROUNDING


def _times(document: Document, clause: Clause) -> list[Mention]:
    ends = ("start", "end")
    return [m for m in figures(document, clause) if is_time(m) and any(m.value.get(end) for end in ends)]


def _shared_times(document: Document, index: int, own: int) -> list[Mention]:
    """Return the times of other clauses of a sentence that hold for the figures of one."""
    parts, tokens = clauses(document, index), document.tokens
    leading = tokens.at(parts[0].start) + _LEADING
    found = []
    for number, clause in enumerate(parts):
        if number == own:
            continue
        for time in _times(document, clause):
            leads = number == 0 and number < own and tokens.at(time.start) < leading
            when = number == own - 1 and time.end >= clause.end - 1 and says_when(document, parts[own])
            if leads or when or _only_dates(document, clause):
                found.append(time)
    return found


def has_figure(document: Document, clause: Clause) -> bool:
    """Say whether a clause gives a figure, so that its words tell of that one."""
    return any(not is_time(mention) for mention in figures(document, clause))
