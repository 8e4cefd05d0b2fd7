"""What the line of a fact sheet that answers a claim says of its date or length."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.asked import answering, parts
from factcheck.checks import Occurrence
from factcheck.clauses import figures
from factcheck.concordance import texts_with_sheets
from factcheck.model import Closeness, Mention, Relation
from factcheck.setting import Setting
from factcheck.setting.passage import BESIDE
from factcheck.sheets import Sheet, sheets
from factcheck.text import Document
from factcheck_date import rules
from factcheck_date.careers import by_stretches, is_stretch
from factcheck_date.compare import compare_values
from factcheck_date.extract import mentions
from factcheck_date.polarity import same_polarity
from factcheck_date.titled import may_be_titled
from factcheck_date.value import Reading

_FORMS = ("period", "duration")


def by_line(claimed: Occurrence, found: Occurrence) -> Relation | None:
    """Return what a sheet that answers a claim says of its time, ``None`` where no line of it does."""
    given = answers(claimed, found.document)
    if not given:
        return None
    if found.mention not in given:
        return Relation(None, "another line of the sheet answers it")
    if claimed.mention.reading.form == "duration" and any(is_stretch(one.reading) for one in given):
        stretches = all(is_stretch(one.reading) for one in given)
        mixed = Relation(None, "a length beside a stretch")
        return by_stretches(claimed, given, found.document) if stretches else mixed
    return _relation(claimed, found, given)


def answers(claimed: Occurrence, document: Document) -> Sequence[Mention]:
    """Return the times that answer a claim: those of the lines of a sheet, or of the part that is meant."""
    known = ("date.lines", claimed.mention.start, document)
    if known not in claimed.document.memo:
        claimed.document.memo[known] = [*_given(claimed, document)]
    return claimed.document.memo[known]  # type: ignore[no-any-return]


def _given(claimed: Occurrence, document: Document) -> Iterator[Mention]:
    asking, ours = Setting.of(claimed), claimed.mention.reading
    beside = figures(claimed.document, asking.clause)
    if ours.form not in _FORMS or ours.offset or any("low" in one.value for one in beside):
        return  # "1,200 (2018)" says when there were so many
    for line in answering(asking, document):
        for part in parts(line, asking):
            counts = [one.start for one in figures(document, part) if "low" in one.value]
            inside = [one for one in mentions(document) if part.start <= one.start < part.end]
            told = [
                one for one in inside if ours.form == "duration" or not any(at < one.start for at in counts)
            ]
            yield from (one for one in told if one.judgeable and _is_comparable(ours, one.reading))


def _is_comparable(claimed: Reading, found: Reading) -> bool:
    if claimed.form == "duration":
        return (found.form == "duration" and not found.offset) or is_stretch(found)
    return found.form == "period" and bool(found.interval) and not found.length


def _relation(claimed: Occurrence, found: Occurrence, given: Sequence[Mention]) -> Relation:
    """Return what all that answers a claim says together: nothing where one differs from another."""
    verdicts = {_agrees(claimed.mention.reading, one.reading) for one in given}
    agrees = verdicts.pop() if len(verdicts) == 1 and same_polarity(claimed, found) else None
    if agrees is None or agrees:
        return Relation(agrees, "other lines may be meant", closeness=Closeness.THING)
    shown = f"claims “{claimed.mention.text}”; the source says “{found.mention.text}”"
    rule = compare_values(claimed.mention.reading, found.mention.reading)[2] or rules.DIFFERS
    return Relation(False, shown, rule, Closeness.THING, suggestion=found.mention.text)


def _agrees(claimed: Reading, found: Reading) -> bool | None:
    agrees, _, _ = compare_values(claimed, found)
    if agrees is None and claimed.interval and found.interval and not (claimed.limit or found.limit):
        return True if claimed.interval.contains(found.interval) else None
    return agrees


def by_title(claimed: Occurrence, found: Sequence[Occurrence]) -> Iterator[tuple[Occurrence, Relation]]:
    """Yield the year in the title of a sheet for the same year of what it is of: "the *1983* final"."""
    year, ours = claimed.mention.text, Setting.of(claimed)
    if claimed.mention.reading.precision != "year" or not year.isdecimal() or not may_be_titled(ours):
        return
    beside = [word for word in ours.neighbours[:2] + ours.neighbours[BESIDE : BESIDE + 2] if word]
    for sheet in (sheet for document in texts_with_sheets(found) for sheet in sheets(document)):
        document, title = sheet.document, sheet.title
        at = document.text.find(year, title.start, title.end)
        if at >= 0 and (not set(beside).isdisjoint(document.words_in(title)) or _is_of_year(claimed, sheet)):
            named = Mention("date", at, at + len(year), year, claimed.mention.value)
            yield Occurrence(named, document), Relation(True, closeness=Closeness.THING)


def _is_of_year(claimed: Occurrence, sheet: Sheet) -> bool:
    """Whether a sheet whose title tells of which time it is answers another figure of a claim's sentence."""
    told = figures(claimed.document, Setting.of(claimed).sentence)
    counts = (one for one in told if one.kind != claimed.mention.kind)
    return not sheet.named and any(
        line.sheet is sheet
        for one in counts
        for line in answering(Setting.of(claimed._replace(mention=one)), sheet.document)
    )
