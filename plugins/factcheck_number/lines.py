"""What the line of a fact sheet that answers a claim says of its figure: of 600 people that *fit*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from factcheck.asked import answering, is_able, parts
from factcheck.checks import Occurrence
from factcheck.clauses import figures
from factcheck.model import Mention
from factcheck.setting import Setting
from factcheck.sheets import Line
from factcheck.text import Document
from factcheck.vocabulary import all_keys
from factcheck.wording import keys_of
from factcheck_number import units
from factcheck_number.quantity import Form, Miss, Quantity, agrees

_LARGE = Decimal(1000)  # from where a claim's bare figure may be money: "a profit of over a billion"


class Answer(NamedTuple):
    """Whether a line agrees with a claim, ``None`` where it does not tell, and why not."""

    agreed: bool | None
    miss: Miss


def by_lines(claimed: Occurrence, document: Document) -> Answer:
    """Return what the figures that answer a claim say together: nothing where one differs from another."""
    able = is_able(Setting.of(claimed))
    each = {_answer(claimed.mention.reading, one.reading, able) for one in answers(claimed, document)}
    return each.pop() if len({one.agreed for one in each}) == 1 else Answer(None, Miss.INSIDE)


def answers(claimed: Occurrence, document: Document) -> Sequence[Mention]:
    """Return the figures that answer a claim: those of the lines of a sheet, or of the part that is meant.

    None answers an ordinal, nor so many times as much.
    """
    if claimed.mention.reading.form not in (Form.COUNT, Form.SHARE) or claimed.mention.reading.change:
        return ()
    known = ("number.lines", claimed.mention.start, document)
    if known not in claimed.document.memo:
        asking = Setting.of(claimed)
        lines = answering(asking, document)
        claimed.document.memo[known] = [one for line in lines for one in _of_line(claimed, line)]
    return claimed.document.memo[known]  # type: ignore[no-any-return]


def _of_line(claimed: Occurrence, line: Line) -> Iterator[Mention]:
    ours: Quantity = claimed.mention.reading
    for part in parts(line, Setting.of(claimed)):
        given = [one for one in figures(line.sheet.document, part) if _is_comparable(claimed, one, line)]
        in_its_unit = [one for one in given if one.reading.unit == ours.unit]
        yield from in_its_unit or given


def _is_comparable(claimed: Occurrence, found: Mention, line: Line) -> bool:
    """Whether a figure measures what a claim's does, and counts nothing else than the line does."""
    if found.kind != claimed.mention.kind or not found.judgeable:
        return False
    agreed, miss = agrees(_in_money(claimed.mention.reading, found.reading), found.reading)
    if agreed is None and miss not in (Miss.INSIDE, Miss.COARSE):
        return False
    noun = found.value.get("noun")
    if found.reading.unit or not noun:
        return True
    words, said = noun.lower().split(), keys_of(line.label) | Setting.of(claimed).keys
    keys = all_keys(words, line.sheet.document.language)
    return not keys.isdisjoint(said) or any(map(line.goes_with, words))


def _in_money(claimed: Quantity, found: Quantity) -> Quantity:
    """Return a claim's figure in the money of a line where it names none: "over a billion" of profit."""
    size = claimed.low if claimed.low is not None else claimed.high
    bare = claimed.unit is None and claimed.form is Form.COUNT and size is not None and size >= _LARGE
    return claimed._replace(unit=found.unit) if bare and found.unit in units.CODES else claimed


def _answer(claimed: Quantity, found: Quantity, able: bool) -> Answer:
    """Hold a claim's figure against a line's; of what can be so it is enough that some of it is."""
    agreed, miss = agrees(_in_money(claimed, found), found)
    if not able:
        return Answer(agreed, miss)
    if miss is Miss.INSIDE and not found.point:
        return Answer(True, miss)
    ends = claimed.figure, found.figure
    more = claimed.point and found.point and None not in ends and ends[0] < ends[1]  # type: ignore[operator]
    return Answer(None, Miss.INSIDE) if more and not agreed else Answer(agreed, miss)
