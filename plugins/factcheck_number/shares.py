"""A share held against a count and the whole that it is of: half of the sailors is 32 of 64."""

from __future__ import annotations

from decimal import Decimal

from factcheck.checks import Occurrence
from factcheck.clauses import figures
from factcheck.model import Mention
from factcheck.setting import Setting
from factcheck.text import Span
from factcheck.vocabulary import grammar
from factcheck_number.quantity import Form, Quantity

_PERCENT = "percent"
_OPENING = 4  # tokens of a sentence within which the whole is named: "of the ship's 64 sailors, 16 ..."
_WRITTEN = -1  # the power of ten of the last digit of a share that is worked out


def as_share(claimed: Occurrence, found: Occurrence) -> Quantity | None:
    """Return a passage's count as the share that a claim gives, where its sentence has the whole.

    That is the figure behind it ("16 of the 64 sailors") or the one that its sentence begins with ("of the 64
    sailors, 16 ..."), and the claim's share must be of the same. ``None`` where there is no such figure.
    """
    ours, theirs = claimed.mention.reading, found.mention.reading
    shares = ours.form is Form.SHARE and theirs.form is Form.COUNT
    if not shares or theirs.unit or not theirs.point or ours.unit not in (None, _PERCENT):
        return None
    whole = _whole(found)
    if whole is None or not whole.reading.low or whole.reading.low < theirs.low:
        return None
    noun, of = Setting.of(claimed).counted, Setting.of(Occurrence(whole, found.document)).counted
    if noun is None or of is None or noun.head.isdisjoint(of.head):
        return None
    value = theirs.low / whole.reading.low * (100 if ours.unit else 1)
    digits = _WRITTEN if ours.unit else 2 * _WRITTEN
    value = value.quantize(Decimal(1).scaleb(digits))
    return Quantity(value, value, unit=ours.unit, form=Form.SHARE, exponent=digits)


def _whole(found: Occurrence) -> Mention | None:
    """Return the figure of which a passage's is a part."""
    document, mention, setting = found.document, found.mention, Setting.of(found)
    counts = [
        one
        for one in figures(document, setting.sentence)
        if one.kind == mention.kind and one.judgeable and one.reading.form is Form.COUNT and one.reading.point
    ]
    if setting.amount.is_part:
        return next((one for one in counts if one.start >= mention.end and not one.reading.unit), None)
    first = counts[0]
    opening = document.words_in(Span(setting.sentence.start, max(first.start, setting.sentence.start)))
    leads = opening and len(opening) <= _OPENING and opening[0] in grammar(document.language, "of")
    return first if leads and first.end <= mention.start and not first.reading.unit else None
