"""How much one figure is more than another: a majority of 45 votes is 188 votes to 143."""

from __future__ import annotations

from decimal import Decimal

from factcheck.checks import Occurrence
from factcheck.clauses import figures
from factcheck.setting import Setting
from factcheck.shades import is_gap
from factcheck.text import Span
from factcheck.vocabulary import grammar
from factcheck_number.quantity import Form, Quantity, agrees

_BETWEEN = 4  # tokens from one figure to the one it is held against: "54 votes in favour *to* 44"


def gap_agrees(claimed: Occurrence, found: Occurrence) -> bool | None:
    """Say whether a claim's gap is that between a passage's figure and the one it is held against.

    ``None`` where the claim gives no gap, or the passage only one figure, or the gap itself.
    """
    if not is_gap(Setting.of(claimed)) or is_gap(Setting.of(found)):
        return None
    more, less = found.mention.reading.low, _against(found)
    if more is None or less is None or more <= less:
        return None
    ours: Quantity = claimed.mention.reading
    return agrees(ours, found.mention.reading._replace(low=more - less, high=more - less))[0]


def _against(found: Occurrence) -> Decimal | None:
    """Return the figure behind another one that it is held against: "by 52 votes *to 46*"."""
    document, mention = found.document, found.mention
    for other in figures(document, Span(mention.end, Setting.of(found).sentence.end)):
        between = document.words_in(Span(mention.end, other.start))
        held = between and between[-1] in grammar(document.language, "comparing")
        if other.kind != mention.kind or not held or len(between) > _BETWEEN:
            return None
        quantity: Quantity = other.reading
        return quantity.low if quantity.form is Form.COUNT and quantity.point else None
    return None
