"""The date check: extraction, the comparison of two mentions, and the review of one text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcheck.apart.figures import said_of_another
from factcheck.checks import Occurrence
from factcheck.clauses import figures, same_figure
from factcheck.context import WORDING_COVERAGE, Match, related, same_thing
from factcheck.model import Closeness, Finding, Mention, Relation, Rule
from factcheck.setting import Setting
from factcheck.shades import dates_bracket, is_change, tells_of_others
from factcheck.text import Document
from factcheck_date import amounts, periods, rules
from factcheck_date.ages import by_age
from factcheck_date.anniversaries import by_anniversary, celebrated
from factcheck_date.deeds import beside_deed, dates_another_deed, of_another_deed, says_deed
from factcheck_date.derived import by_events, derived, moment_of, more_than_once, telling
from factcheck_date.doubts import is_nearer_another, of_something_else, other_of_row
from factcheck_date.events import (
    another_year,
    apart,
    elsewhere,
    events_of,
    in_front_matter,
    is_one,
    is_same_sentence,
    lasts,
    lives_elsewhere,
    may_be_one,
    may_be_titled,
    names_alone,
    of_a_rival,
    of_publication,
    of_publishing,
    other_figures,
    tells_nothing,
    tells_publication,
    titles,
)
from factcheck_date.extract import mentions
from factcheck_date.from_event import from_event
from factcheck_date.lives import dated_end, may_refute, of_anothers_life, same_stage
from factcheck_date.order import successions
from factcheck_date.polarity import belated, contradicts, same_polarity
from factcheck_date.review import review
from factcheck_date.stages import by_stages
from factcheck_date.value import Reading

UNRESOLVED = "a date that cannot be resolved"
OTHER_KIND = "another kind of time"
NOT_ONE = "not clearly the same event"
OTHER_START = "a length from another time on"
_INCOMPARABLE = frozenset((OTHER_KIND, OTHER_START))


class DateCheck:
    """Compares dates, periods, durations and frequencies of the same event."""

    name = "date"
    kind = "date"
    priority = 20
    rules = rules.RULES

    def extract(self, document: Document) -> Iterator[Mention]:
        """Yield every time expression of a text, as an interval, a duration, a frequency or an order."""
        found = mentions(document)
        ordered = [*successions(document, found)]
        return iter(sorted((*found, *ordered), key=lambda one: one.start) if ordered else found)

    def narrow(self, claimed: Occurrence, found: Sequence[Occurrence]) -> Iterable[Occurrence]:
        """Return the times that may be of the same event, or that a claim's length can be reckoned from."""
        if of_publishing(claimed) or by_events(claimed):
            return found
        alike = related(claimed, found)
        if may_be_titled(Setting.of(claimed)):
            of_it = set(map(id, alike))
            alike = [one for one in found if id(one) in of_it or titles(claimed, one)]
        if claimed.mention.reading.form != "duration" and not moment_of(claimed):
            more = celebrated(claimed, found)
        else:
            more = telling(claimed, found)
        if not more:
            return alike
        kept = {(one.document, one.mention.start) for one in (*alike, *more)}
        return [one for one in found if (one.document, one.mention.start) in kept]

    def compare(self, claimed: Occurrence, found: Occurrence) -> Relation:
        """Say whether a source's time expression agrees with the claim's, of the same event.

        What a passage states goes before what can be reckoned from it.
        """
        if claimed.mention.reading.form == "period" and found.mention.reading.offset:
            found = from_event(found)
        if (kept := by_anniversary(claimed, found)) is not None:
            return kept
        if titles(claimed, found) and compare_values(claimed.mention.reading, found.mention.reading)[0]:
            return Relation(True, closeness=Closeness.DERIVED)
        if apart(claimed, found):
            return Relation(None, "nothing in common")
        if "order" in (claimed.mention.reading.form, found.mention.reading.form):
            return derived(claimed, found, None) or Relation(None, OTHER_KIND)
        moment = moment_of(claimed)
        stated = self._stated(claimed, found)
        counted_from = moment is not None and claimed.mention.start == moment.day.start
        if stated.agrees or (stated.agrees is False and not counted_from):
            return stated
        reckoned = derived(claimed, found, moment)
        return reckoned or (Relation(None, OTHER_START) if counted_from else stated)

    def _stated(self, claimed: Occurrence, found: Occurrence) -> Relation:
        ours, theirs = events_of(claimed), frozenset[str]()
        meant, written = belated(claimed), belated(found)
        said = written
        if said.ends or said.limit:
            theirs = events_of(found)
            said = dated_end(meant, ours, written, theirs)
        agrees, reason, rule = compare_values(meant, said)
        one_end = said is not written
        of_it = may_refute(ours, theirs) or (meant.limit and says_deed(claimed, found))
        if meant.limit and one_end and of_it and agrees is False:
            of_it = not more_than_once(claimed, found)
        if agrees is False and one_end and (not of_it or _dates_count(claimed)):
            agrees, reason = None, "an end of something else"
        if agrees is None and reason in _INCOMPARABLE:
            return Relation(None, reason)
        if agrees is not None and tells_publication(claimed, found):
            return self._published(claimed, found, rule, agrees)
        if in_front_matter(found):
            return Relation(None, "the date of the document")
        telling = lasts(claimed) and lasts(found)
        match = same_thing(claimed, found, telling=telling, agreed=bool(agrees))
        if match is None:
            return Relation(None, NOT_ONE)
        if is_same_sentence(claimed, found):  # though it may look like a field
            match = match._replace(closeness=Closeness.WORDING)
        by_wording = match.closeness is Closeness.WORDING
        same_day = by_wording or same_figure(claimed, found)
        length = claimed.mention.reading.form == "duration"
        if agrees and length and said_of_another(Setting.of(claimed), Setting.of(found)):
            return Relation(None, "said of another length")
        if length and is_change(Setting.of(claimed)) != is_change(Setting.of(found)):
            return Relation(None, "a change is no level")
        if agrees is None and not (same_day and _same_words(claimed.mention, found.mention)):
            near = by_wording and not (ours and ours.isdisjoint(events_of(found)))  # else it hides no other
            return Relation(None, reason, None, match.closeness if near else None, match.fit)
        if agrees and not by_wording and dates_another_deed(claimed, found):
            return Relation(None, "the date of another deed")
        if of_anothers_life(claimed, found):
            return Relation(None, "of the life of another")
        if agrees is False and tells_nothing(claimed):
            return Relation(None, "the claim only points to what happened")
        if not may_be_one(claimed, found) or of_a_rival(claimed, found) or beside_deed(claimed, found):
            return Relation(None, "the date of another event")
        dated = claimed.mention.reading.form == "period" and agrees is not None and not one_end
        if dated and not same_stage(ours, events_of(found)):
            return Relation(None, "the date of another stage of the event")
        if not same_polarity(claimed, found):
            if agrees and by_wording and contradicts(claimed, found):
                reason = f"the source says “{found.mention.text}” of what the claim denies, or the reverse"
                return Relation(False, reason, rules.DIFFERS, match.closeness, match.fit)
            return Relation(None, "one denies what the other says", None, match.closeness, match.fit)
        easily = agrees is False or bool(claimed.mention.reading.limit)  # most dates are before some year
        if easily and not by_wording and not is_one(claimed, found, agree=agrees is not False):
            return Relation(None, NOT_ONE)
        if agrees is not None and not one_end and names_alone(claimed, found):
            return Relation(None, "shares no more than names")
        if agrees is False and lives_elsewhere(claimed, found):
            return Relation(None, "what else lasts since then")
        if agrees is False and another_year(claimed, found):
            return Relation(None, "the same time of another year")
        if agrees is False and other_figures(claimed, found):
            return Relation(None, "the date of something with another figure")
        plain = claimed.mention.reading.form == "period" and not claimed.mention.reading.limit
        level = claimed.mention.reading.form == "period" and not ours and _dates_count(claimed)
        if agrees is False and level and events_of(found):
            return Relation(None, "the date of an event, and the claim's is that of a level")
        told = by_wording or ours or match.shared >= WORDING_COVERAGE or says_deed(claimed, found)
        if agrees is False and plain and not told:
            return Relation(None, "no event in common")
        if agrees is False and not one_end and _dates_another(claimed, found, match.closeness):
            return Relation(None, "the date of another event in the same sentence")
        if agrees is False and not by_wording and _begins_with_another(claimed, found):
            return Relation(None, "of what the passage begins with, which the claim lacks")
        if agrees is False and tells_of_others(Setting.of(found), Setting.of(claimed).keys):
            return Relation(None, "of others, whom a relative clause names")
        if agrees is False and dates_bracket(Setting.of(found)):
            return Relation(None, "the date of a figure in brackets")
        if agrees is not None and not one_end and other_of_row(claimed, found):
            return Relation(None, "the date of another of the same row")
        if agrees is not None and not one_end and is_nearer_another(claimed, found):
            return Relation(None, "the date of something else in the same sentence")
        if agrees is False and not one_end and of_something_else(claimed, found, ours, events_of(found)):
            return Relation(None, "the date of something else in the same sentence")
        if agrees is False and same_figure(claimed, found) is False:
            return Relation(None, "the date of another figure")
        return _answer(claimed, found, rule, agrees is not False, match)

    def _published(self, claimed: Occurrence, found: Occurrence, rule: Rule | None, agrees: bool) -> Relation:
        """Judge when a document appeared by a dateline of it, unless another of its datelines is meant."""
        meant = of_publication(claimed, found)
        if meant is False or (meant is None and not agrees):  # "the interview" may be any
            return Relation(None, "the date of another publication")
        return _answer(claimed, found, rule, agrees, Match(Closeness.THING, 0.0, 0.0))

    def reckon(
        self, claimed: Occurrence, found: Sequence[Occurrence]
    ) -> Iterable[tuple[Occurrence, Relation]]:
        """Yield the dates that tell how old somebody was, or how long something lasted."""
        return by_stages(claimed, found) if claimed.mention.kind == self.kind else by_age(claimed, found)

    def review(self, document: Document) -> Iterator[Finding]:
        """Yield a warning for a weekday that does not fit its date and for a date that can be read twice."""
        return review(self.name, mentions(document))


def _begins_with_another(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether a passage begins with a thing that a claim of "it" does not name: "*the tender* begins"."""
    ours, theirs = Setting.of(claimed), Setting.of(found)
    told = theirs.subject.noun
    return bool(told) and told.isdisjoint(ours.keys) and ours.subject.refers_back


def _answer(
    claimed: Occurrence, found: Occurrence, rule: Rule | None, agrees: bool, match: Match
) -> Relation:
    if agrees:
        return Relation(True, closeness=match.closeness, fit=match.fit)
    shown = f"claims “{claimed.mention.text}”; the source says “{found.mention.text}”"
    far = amounts.far_apart(claimed.mention.reading, found.mention.reading)
    return Relation(False, shown, rule, match.closeness, match.fit, found.mention.text, far)


def _dates_count(claimed: Occurrence) -> bool:
    """Whether a claim says when it was so many: "900 a year, which became 1,200 in 1795"."""
    setting = Setting.of(claimed)
    return any("low" in figure.value for figure in figures(claimed.document, setting.clause))


def _dates_another(claimed: Occurrence, found: Occurrence, closeness: Closeness) -> bool:
    """Whether one sentence gives the other's date too, for something else it tells of.

    Where a passage with several dates repeats a claim with several, each stands for the one in its place,
    and how well their nearest words fit tells which.
    """
    ours, theirs = elsewhere(claimed, found), elsewhere(found, claimed)
    if ours and theirs and closeness is Closeness.WORDING:
        return False
    if says_deed(claimed, found):
        theirs = [other for other in theirs if not of_another_deed(claimed, found.document, other)]
    return any(compare_values(other.reading, found.mention.reading)[0] for other in ours) or any(
        compare_values(claimed.mention.reading, other.reading)[0] for other in theirs
    )


def compare_values(claimed: Reading, found: Reading) -> tuple[bool | None, str, Rule | None]:
    """Return whether two readings agree, why they say nothing, and the rule of a disagreement.

    The first is ``True`` where the found one supports the claimed one, ``False`` where it refutes it and
    ``None`` where it does neither.
    """
    if claimed.form == found.form == "period":
        agrees = periods.agree(claimed, found)
        if agrees is None and _from_now(claimed) and _from_now(found) and claimed.ahead == found.ahead:
            return _lengths(claimed, found)
        rule = rules.OUTSIDE if claimed.limit or found.limit else rules.DIFFERS
        unknown = not (claimed.interval and found.interval)
        return agrees, UNRESOLVED if unknown else "neither inside nor apart", _for(agrees, rule)
    if claimed.form == found.form == "frequency":
        agrees = amounts.frequencies_agree(claimed, found)
        return agrees, "how often cannot be compared", _for(agrees, rules.FREQUENCY)
    if claimed.length is None or found.length is None or "frequency" in (claimed.form, found.form):
        return None, OTHER_KIND, None
    if claimed.offset != found.offset:
        return None, OTHER_START, None
    pairs = ((claimed.length, found.length), (found.length, claimed.length))
    if any(amounts.is_effort(one) and amounts.is_long(other) for one, other in pairs):
        return None, OTHER_KIND, None
    agrees, reason, length_rule = _lengths(claimed, found)
    if (
        claimed.form != found.form and agrees is False
    ):  # "the last 15 years" is of its own time: it can only agree
        return None, reason, None
    return agrees, reason, length_rule


def _from_now(reading: Reading) -> bool:
    """Whether this is a length of time up to now or from now on: the last 15 years."""
    return reading.precision == "range" and reading.relative and reading.length is not None


def _lengths(claimed: Reading, found: Reading) -> tuple[bool | None, str, Rule | None]:
    agrees = amounts.agree(claimed.length, found.length) if claimed.length and found.length else None
    return agrees, "lengths that cannot be told apart", _for(agrees, rules.LENGTH)


def _for(agrees: bool | None, rule: Rule) -> Rule | None:
    return rule if agrees is False else None


def _same_words(claimed: Mention, found: Mention) -> bool:
    """Whether both say "the following year" or the like, which nothing resolves, in the same words."""
    ours, theirs = claimed.reading, found.reading
    unresolved = ours.form == "period" and (ours.interval is None or ours.loose) and ours == theirs
    return unresolved and claimed.text.casefold() == found.text.casefold()
