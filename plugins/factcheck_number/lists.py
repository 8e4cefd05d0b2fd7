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
from factcheck.vocabulary import grammar
from factcheck_number import rules
from factcheck_number.quantity import Form, Quantity

_JOINS = ("&", "/", "+")  # what else parts names; so may a comma, but for that in a name


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
    """Return the list that a line gives, ``None`` where it has a figure or may be parted otherwise.

    Semicolons part it: "Ada Roe and Bo Karst" and "Lyne, Osk" may be one or two.
    """
    document, (start, end) = line.sheet.document, line.value
    listed = document.text[start:end].rstrip(" .")
    if any("low" in one.value for one in figures(document, line.value)):
        return None
    names = _outside_brackets(listed).split(";")
    joins = {*grammar(document.language, "conjunctions"), *(_JOINS if len(names) > 1 else (*_JOINS, ","))}
    named = all(name.strip()[:1].isalpha() for name in names)
    if not named or not joins.isdisjoint(document.words_in(line.value)):
        return None
    count = str(len(names))
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
    low = ours.low is None or ours.low + int(ours.above) <= count
    high = ours.high is None or count <= ours.high - int(ours.below)
    counted = f"“{line.called}” names {count} (counted)"
    if low and high:
        return Relation(True, counted, closeness=Closeness.DERIVED)
    more = ours.high is not None and Decimal(count) > ours.high and says_only(Setting.of(claimed))
    if not (line.is_whole or more):
        return None
    return Relation(False, f"claims “{claimed.mention.text}”; {counted}", rules.DIFFERS, Closeness.DERIVED)
