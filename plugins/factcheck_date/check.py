"""The date check: extraction, the comparison of two mentions, and the review of one text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from factcheck.asked import asks_otherwise, of_another_year
from factcheck.checks import Occurrence
from factcheck.concordance import texts_with_sheets
from factcheck.context import related
from factcheck.model import Closeness, Finding, Mention, Relation
from factcheck.setting import Setting
from factcheck.text import Document
from factcheck_date import rules
from factcheck_date.ages import by_age
from factcheck_date.anniversaries import by_anniversary, celebrated
from factcheck_date.compare import OTHER_KIND, OTHER_START, compare_values
from factcheck_date.datelines import of_publishing
from factcheck_date.derived import by_events, derived, moment_of, telling
from factcheck_date.extract import mentions
from factcheck_date.framed import by_frame
from factcheck_date.from_event import from_event
from factcheck_date.lines import answers, by_line, by_title
from factcheck_date.order import successions
from factcheck_date.review import review
from factcheck_date.same_event import apart
from factcheck_date.sheets import by_date_line, dates_all, tells_happening
from factcheck_date.stages import by_stages
from factcheck_date.stated import stated
from factcheck_date.titled import may_be_titled, titles


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
        for is_of_all, dates_it in ((may_be_titled, titles), (tells_happening, dates_all)):
            if is_of_all(Setting.of(claimed)):
                of_it = set(map(id, alike))
                alike = [one for one in found if id(one) in of_it or dates_it(claimed, one)]
        if any(answers(claimed, document) for document in texts_with_sheets(found)):
            of_it = set(map(id, alike))
            alike = [
                one for one in found if id(one) in of_it or one.mention in answers(claimed, one.document)
            ]
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
        if (repeated := by_frame(claimed, found)) is not None:
            return repeated
        if (answer := by_line(claimed, found)) is not None:
            return answer
        if of_another_year(Setting.of(claimed), found.document, found.mention.start):
            return Relation(None, "the sheet is of another year")
        if asks_otherwise(Setting.of(claimed), found.document, found.mention.start):
            return Relation(None, "the claim asks for more, or something else")
        if (kept := by_anniversary(claimed, found)) is not None:
            return kept
        if titles(claimed, found) and compare_values(claimed.mention.reading, found.mention.reading)[0]:
            return Relation(True, closeness=Closeness.DERIVED)
        if (told_so := by_date_line(claimed, found)) is not None:
            return told_so
        if apart(claimed, found):
            return Relation(None, "nothing in common")
        if "order" in (claimed.mention.reading.form, found.mention.reading.form):
            return derived(claimed, found, None) or Relation(None, OTHER_KIND)
        moment = moment_of(claimed)
        told = stated(claimed, found)
        counted_from = moment is not None and claimed.mention.start == moment.day.start
        if told.agrees or (told.agrees is False and not counted_from):
            return told
        reckoned = derived(claimed, found, moment)
        return reckoned or (Relation(None, OTHER_START) if counted_from else told)

    def reckon(
        self, claimed: Occurrence, found: Sequence[Occurrence]
    ) -> Iterable[tuple[Occurrence, Relation]]:
        """Yield the dates that tell how old somebody was, how long it lasted, or of which year it is."""
        if claimed.mention.kind != self.kind:
            return by_age(claimed, found)
        return chain(by_stages(claimed, found), by_title(claimed, found))

    def review(self, document: Document) -> Iterator[Finding]:
        """Yield a warning for a weekday that does not fit its date and for a date that can be read twice."""
        return review(self.name, mentions(document))
