"""What a passage states of a claim's date or length: whether it agrees, and is of the same event.

Where it is not clearly of the same, each reason has its rule, and the first that holds is told.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from factcheck.apart.figures import said_of_another
from factcheck.apart.sheets import dates_another_figure, of_another_field, says_nothing_of_line
from factcheck.checks import Occurrence
from factcheck.clauses import figures, same_figure
from factcheck.context import WORDING_COVERAGE, Match, same_thing
from factcheck.model import Closeness, Mention, Relation, Rule
from factcheck.setting import Setting
from factcheck.shades import dates_bracket, is_change, is_disowned, tells_of_others
from factcheck_date import rules
from factcheck_date.answers import contradiction
from factcheck_date.compare import OTHER_KIND, OTHER_START, compare_values
from factcheck_date.datelines import in_front_matter, of_publication, tells_publication
from factcheck_date.deeds import beside_deed, dates_another_deed, of_another_deed, says_deed
from factcheck_date.derived import more_than_once
from factcheck_date.doubts import (
    another_year,
    is_nearer_another,
    of_something_else,
    other_figures,
    other_of_row,
)
from factcheck_date.events import events_of
from factcheck_date.lives import dated_end, may_refute, of_anothers_life, same_stage
from factcheck_date.polarity import belated, contradicts, same_polarity
from factcheck_date.same_event import (
    elsewhere,
    is_one,
    is_same_sentence,
    lives_elsewhere,
    may_be_one,
    names_alone,
    of_a_rival,
    tells_nothing,
)
from factcheck_date.stages import lasts

NOT_ONE = "not clearly the same event"
_INCOMPARABLE = frozenset((OTHER_KIND, OTHER_START))

Rules = Sequence[tuple[str, Callable[["Pair"], object]]]


def stated(claimed: Occurrence, found: Occurrence) -> Relation:
    """Return what a passage states of a claim's time, without reckoning."""
    pair = Pair(claimed, found)
    if pair.agrees is None and pair.reason in _INCOMPARABLE:
        return Relation(None, pair.reason)
    if pair.agrees is not None and tells_publication(claimed, found):
        return _published(pair)
    if in_front_matter(found):
        return Relation(None, "the date of the document")
    telling = lasts(claimed) and lasts(found)
    match = same_thing(claimed, found, telling=telling, agreed=bool(pair.agrees))
    if match is None:
        return Relation(None, NOT_ONE)
    if is_same_sentence(claimed, found):  # though it may look like a field
        match = match._replace(closeness=Closeness.WORDING)
    return _judged(pair, match)


class Pair:
    """A claim's time and a passage's, whether they agree, and how surely they are of one event."""

    def __init__(self, claimed: Occurrence, found: Occurrence):
        self.claimed = claimed
        self.found = found
        self.here = Setting.of(claimed)
        self.there = Setting.of(found)
        self.ours = events_of(claimed)
        self.match = Match(Closeness.THING, 0.0, 0.0)  # until the words around both are compared
        self.one_end = False
        self.agrees, self.reason, self.rule = self._compared()

    def _compared(self) -> tuple[bool | None, str, Rule | None]:
        """Return what the two values say, those of one end of a stretch only of what has that end."""
        meant, written = belated(self.claimed), belated(self.found)
        said, theirs = written, frozenset[str]()
        if said.ends or said.limit:
            theirs = self.theirs
            said = dated_end(meant, self.ours, written, theirs)
        agrees, reason, rule = compare_values(meant, said)
        self.one_end = said is not written
        if agrees is not False or not self.one_end:
            return agrees, reason, rule
        of_it = may_refute(self.ours, theirs) or (meant.limit and says_deed(self.claimed, self.found))
        if meant.limit and of_it:
            of_it = not more_than_once(self.claimed, self.found)
        if not of_it or _dates_count(self.claimed):
            return None, "an end of something else", rule
        return agrees, reason, rule

    @property
    def theirs(self) -> frozenset[str]:
        """The events that the passage's date is of."""
        return events_of(self.found)

    @property
    def denies(self) -> bool:
        """Whether the dates cannot both be that of the claim's event."""
        return self.agrees is False

    @property
    def by_wording(self) -> bool:
        """Whether the passage repeats the claim's own words."""
        return self.match.closeness is Closeness.WORDING

    @property
    def is_period(self) -> bool:
        """Whether the claim says when, and not how long or how often."""
        return bool(self.claimed.mention.reading.form == "period")

    @property
    def is_length(self) -> bool:
        """Whether the claim says how long."""
        return bool(self.claimed.mention.reading.form == "duration")

    @property
    def whole(self) -> bool:
        """Whether the values could be compared, and not only an end of one."""
        return self.agrees is not None and not self.one_end


def _judged(pair: Pair, match: Match) -> Relation:
    """Judge two times of which a passage says enough, unless they are of different events."""
    pair.match = match
    claimed, found = pair.claimed, pair.found
    if reason := _reason(pair, _OF_ANOTHER_LENGTH):
        return Relation(None, reason)
    if pair.agrees is None and not _says_the_same(pair):
        # else it hides no other
        near = pair.by_wording and not (pair.ours and pair.ours.isdisjoint(pair.theirs))
        return Relation(None, pair.reason, None, match.closeness if near else None, match.fit)
    if reason := _reason(pair, _OF_ANOTHER_EVENT):
        return Relation(None, reason)
    if not same_polarity(claimed, found):
        return _denied(pair)
    if reason := _reason(pair, _OF_ANOTHER_DATE):
        return Relation(None, reason)
    return _answer(pair)


def _reason(pair: Pair, rules: Rules) -> str:
    return next((reason for reason, holds in rules if holds(pair)), "")


def _denied(pair: Pair) -> Relation:
    """Judge two dates of which one is denied."""
    match = pair.match
    if pair.agrees and pair.by_wording and contradicts(pair.claimed, pair.found):
        reason = f"the source says “{pair.found.mention.text}” of what the claim denies, or the reverse"
        return Relation(False, reason, rules.DIFFERS, match.closeness, match.fit)
    return Relation(None, "one denies what the other says", None, match.closeness, match.fit)


def _published(pair: Pair) -> Relation:
    """Judge when a document appeared by a dateline of it, unless another of its datelines is meant."""
    meant = of_publication(pair.claimed, pair.found)
    if meant is False or (meant is None and not pair.agrees):  # "the interview" may be any
        return Relation(None, "the date of another publication")
    return _answer(pair)


def _answer(pair: Pair) -> Relation:
    match = pair.match
    if not pair.denies:
        return Relation(True, closeness=match.closeness, fit=match.fit)
    return contradiction(pair.claimed, pair.found, pair.rule, match.closeness, match.fit)


def _says_the_same(pair: Pair) -> bool:
    """Whether a passage gives the claim's date in its words, where nothing resolves it."""
    same_day = pair.by_wording or same_figure(pair.claimed, pair.found)
    return bool(same_day) and _same_words(pair.claimed.mention, pair.found.mention)


def _same_words(claimed: Mention, found: Mention) -> bool:
    """Whether both say "the following year" or the like, which nothing resolves, in the same words."""
    ours, theirs = claimed.reading, found.reading
    unresolved = ours.form == "period" and (ours.interval is None or ours.loose) and ours == theirs
    return unresolved and claimed.text.casefold() == found.text.casefold()


def _begins_with_another(pair: Pair) -> bool:
    """Whether a passage begins with a thing that a claim of "it" does not name: "*the tender* begins"."""
    told = pair.there.subject.noun
    return bool(told) and told.isdisjoint(pair.here.keys) and pair.here.subject.refers_back


def _dates_count(claimed: Occurrence) -> bool:
    """Whether a claim says when it was so many: "900 a year, which became 1,200 in 1795"."""
    setting = Setting.of(claimed)
    return any("low" in figure.value for figure in figures(claimed.document, setting.clause))


def _dates_another(pair: Pair) -> bool:
    """Whether one sentence gives the other's date too, for something else it tells of.

    Where a passage with several dates repeats a claim with several, each stands for the one in its place,
    and how well their nearest words fit tells which.
    """
    claimed, found = pair.claimed, pair.found
    ours, theirs = elsewhere(claimed, found), elsewhere(found, claimed)
    if ours and theirs and pair.by_wording:
        return False
    if says_deed(claimed, found):
        theirs = [other for other in theirs if not of_another_deed(claimed, found.document, other)]
    return any(compare_values(other.reading, found.mention.reading)[0] for other in ours) or any(
        compare_values(claimed.mention.reading, other.reading)[0] for other in theirs
    )


def _is_another(pair: Pair) -> bool:
    claimed, found = pair.claimed, pair.found
    return not may_be_one(claimed, found) or of_a_rival(claimed, found) or beside_deed(claimed, found)


def _at_another_stage(pair: Pair) -> bool:
    return pair.is_period and pair.whole and not same_stage(pair.ours, pair.theirs)


def _may_be_any(pair: Pair) -> bool:
    """Whether what is easily so is not clearly of one event: most dates are before some year."""
    easily = pair.denies or pair.claimed.mention.reading.limit
    return (
        bool(easily) and not pair.by_wording and not is_one(pair.claimed, pair.found, agree=not pair.denies)
    )


def _is_of_level(pair: Pair) -> bool:
    """Whether a claim says when it was so many, and the passage when something happened."""
    level = pair.is_period and not pair.ours and _dates_count(pair.claimed)
    return pair.denies and level and bool(pair.theirs)


def _tells_no_event(pair: Pair) -> bool:
    if not (pair.denies and pair.is_period) or pair.claimed.mention.reading.limit:
        return False
    told = pair.by_wording or pair.ours or pair.match.shared >= WORDING_COVERAGE
    return not (told or says_deed(pair.claimed, pair.found))


_OF_ANOTHER_LENGTH: Rules = (
    ("nothing of its line is said", lambda p: p.is_length and says_nothing_of_line(p.here, p.there)),
    ("said of another length", lambda p: p.agrees and p.is_length and said_of_another(p.here, p.there)),
    ("a change is no level", lambda p: p.is_length and is_change(p.here) != is_change(p.there)),
)

_OF_ANOTHER_EVENT: Rules = (
    ("when another figure was so", lambda p: p.denies and dates_another_figure(p.claimed, p.found)),
    ("talk, or taken back at once", lambda p: is_disowned(p.there) and not is_disowned(p.here)),
    ("another line of the sheet is of it", lambda p: of_another_field(p.here, p.there)),
    (
        "the date of another deed",
        lambda p: p.agrees and not p.by_wording and dates_another_deed(p.claimed, p.found),
    ),
    ("of the life of another", lambda p: of_anothers_life(p.claimed, p.found)),
    ("the claim only points to what happened", lambda p: p.denies and tells_nothing(p.claimed)),
    ("the date of another event", _is_another),
    ("the date of another stage of the event", _at_another_stage),
)

_OF_ANOTHER_DATE: Rules = (
    (NOT_ONE, _may_be_any),
    ("shares no more than names", lambda p: p.whole and names_alone(p.claimed, p.found)),
    ("what else lasts since then", lambda p: p.denies and lives_elsewhere(p.claimed, p.found)),
    ("the same time of another year", lambda p: p.denies and another_year(p.claimed, p.found)),
    ("the date of something with another figure", lambda p: p.denies and other_figures(p.claimed, p.found)),
    ("the date of an event, and the claim's is that of a level", _is_of_level),
    ("no event in common", _tells_no_event),
    (
        "the date of another event in the same sentence",
        lambda p: p.denies and not p.one_end and _dates_another(p),
    ),
    (
        "of what the passage begins with, which the claim lacks",
        lambda p: p.denies and not p.by_wording and _begins_with_another(p),
    ),
    (
        "of others, whom a relative clause names",
        lambda p: p.denies and tells_of_others(p.there, p.here.keys),
    ),
    ("the date of a figure in brackets", lambda p: p.denies and dates_bracket(p.there)),
    ("the date of another of the same row", lambda p: p.whole and other_of_row(p.claimed, p.found)),
    (
        "the date of something else in the same sentence",
        lambda p: p.whole and is_nearer_another(p.claimed, p.found),
    ),
    (
        "the date of something else in the same sentence",
        lambda p: p.denies and not p.one_end and of_something_else(p.claimed, p.found, p.ours, p.theirs),
    ),
    ("the date of another figure", lambda p: p.denies and same_figure(p.claimed, p.found) is False),
)
