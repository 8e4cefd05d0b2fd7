"""How many a line of a fact sheet names, for a claim that counts them: "Members: Ada Roe; Bo Karst"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.asked import answering, says_only
from factcheck.checks import Occurrence
from factcheck.clauses import figures
from factcheck.concordance import texts_with_sheets
from factcheck.model import Closeness, Mention, Relation
from factcheck.setting import Setting
from factcheck.sheets import Line
from factcheck_number import rules
from factcheck_number.quantity import Form, Quantity


def by_lists(claimed: Occurrence, found: Sequence[Occurrence]) -> Iterator[tuple[Occurrence, Relation]]:
    """Yield the lists that answer a claim's count."""
    ours: Quantity = claimed.mention.reading
    if ours.form is not Form.COUNT or ours.unit or ours.change:
        return
    for document in texts_with_sheets(found):
        lines = answering(Setting.of(claimed), document)
        if len(lines) == 1 and (counted := _counted(lines[0])):
            relation = _relation(claimed, lines[0], int(counted.value["low"]))
            if relation is not None:
                yield Occurrence(counted, document), relation


def _counted(line: Line) -> Mention | None:
    """Return the list that a line gives, ``None`` where it has a figure of its own or ends in no name."""
    text, (start, end) = line.sheet.document.text, line.value
    listed = text[start:end].rstrip(" .")
    if not listed or any("low" in one.value for one in figures(line.sheet.document, line.value)):
        return None
    count = str(1 + _outside_brackets(listed).count(";"))
    value = {"low": count, "high": count, "approximate": False, "unit": None, "noun": None}
    return Mention("number", start, start + len(listed), listed, value)


def _outside_brackets(text: str) -> str:
    """Return a text without what stands in brackets: "Ada Roe (1970; 1980)"."""
    depth, kept = 0, []
    for char in text:
        depth += (char == "(") - (char == ")")
        if not depth:
            kept.append(char)
    return "".join(kept)


def _relation(claimed: Occurrence, line: Line, count: int) -> Relation | None:
    """Hold a claim against a list; another number of names is wrong where the line names all there are.

    More of them than a claim says there are at most are so in any case.
    """
    ours: Quantity = claimed.mention.reading
    low = ours.low is None or ours.low + (ours.above and 1) <= count
    high = ours.high is None or count <= ours.high - (ours.below and 1)
    counted = f"“{line.called}” names {count} (counted)"
    if low and high:
        return Relation(True, counted, closeness=Closeness.DERIVED)
    more = ours.high is not None and Decimal(count) > ours.high and says_only(Setting.of(claimed))
    if not (line.is_whole or more):
        return None
    return Relation(False, f"claims “{claimed.mention.text}”; {counted}", rules.DIFFERS, Closeness.DERIVED)
