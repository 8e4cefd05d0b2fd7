"""The number check: extraction with what each figure counts, and the comparison of two of them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from factcheck.checks import Occurrence
from factcheck.context import Match, Setting, same_thing
from factcheck.model import Closeness, Mention, Relation
from factcheck.nouns import counted
from factcheck.text import Document
from factcheck_number import rules
from factcheck_number.extract import extract
from factcheck_number.quantity import Form, Miss, Quantity, agrees

_SMALL = 10
# Of a claim's words, what a passage must say for its small ordinal to be the one meant, and for another
# ordinal to contradict it.
_SAID, _SAME_ORDINAL = 0.5, 0.6
_RULE = {Miss.DIFFERS: rules.DIFFERS, Miss.OPPOSITE: rules.OPPOSITE}


class NumberCheck:
    """Compares figures that count the same thing."""

    name = "number"
    kind = "number"
    priority = 10
    rules = rules.RULES

    def extract(self, document: Document) -> Iterator[Mention]:
        """Yield every figure of a text with its value and the noun it counts."""
        for mention in extract(document):
            yield _with_noun(document, mention) if mention.judgeable else mention

    def compare(self, claimed: Occurrence, found: Occurrence) -> Relation:
        """Say whether a source's figure is the claim's, of the same thing."""
        ours, theirs = claimed.mention.reading, found.mention.reading
        agreed, miss = agrees(ours, theirs)
        if agreed is None and miss not in (Miss.INSIDE, Miss.COARSE):
            return Relation(None, reason=miss.value)
        none_at_all = ours.high == 0 or theirs.high == 0
        match = same_thing(claimed, found, broad_noun_decides=not none_at_all, small=_is_small(ours))
        if match is None:
            return Relation(None, reason="not clearly the same thing")
        if _common(ours, claimed, match):
            return Relation(None, reason="every text has such a figure somewhere")
        if agreed is None:
            return Relation(None, miss.value, closeness=match.closeness, fit=_fit(ours, theirs, match))
        if agreed:
            return Relation(True, closeness=_closeness(ours, match), fit=_fit(ours, theirs, match))
        if silence := _no_contradiction(claimed, found, match):
            return Relation(None, reason=silence)
        return Relation(
            False,
            f"claims {_shown(claimed)}; the source says {_shown(found)}{_difference(ours, theirs)}",
            _RULE.get(miss, rules.OUTSIDE),
            match.closeness,
            _fit(ours, theirs, match),
            found.mention.text,
        )


def _common(quantity: Quantity, claimed: Occurrence, match: Match) -> bool:
    """Whether a figure tells nothing outside the claim's own wording: "first", or a 0 that counts nothing."""
    if match.closeness is Closeness.WORDING:
        return False
    if not _is_small(quantity):
        return False
    return match.shared < _SAID if quantity.form is Form.ORDINAL else not _counts(claimed)


def _no_contradiction(claimed: Occurrence, found: Occurrence, match: Match) -> str:
    """Return why another figure contradicts nothing, if so; the claim's own wording always tells."""
    quantity: Quantity = claimed.mention.reading
    if match.closeness is Closeness.WORDING:
        return ""
    if match.narrower:
        return "counts only some of them"
    if quantity.form is Form.ORDINAL and match.shared < _SAME_ORDINAL:
        return "another of the same sort"
    if quantity.form is Form.COUNT and not quantity.unit and _counts(claimed) != _counts(found):
        return "only one of them says what it counts"
    ours, theirs = Setting.of(claimed).years, Setting.of(found).years
    if quantity.change and (ours or theirs) and not ours & theirs:
        return "a change over another time"
    return ""


def _counts(occurrence: Occurrence) -> bool:
    return occurrence.mention.value.get("noun") is not None


def _is_small(quantity: Quantity) -> bool:
    """Whether every text has several counts or ordinals of this size."""
    figure = quantity.figure if quantity.figure is not None else quantity.low
    counts = quantity.form in (Form.COUNT, Form.ORDINAL) and not quantity.unit
    return counts and figure is not None and figure < _SMALL


def _closeness(claimed: Quantity, match: Match) -> Closeness:
    """An ordinal that agrees is the very one meant: another ordinal nearby is another of the same sort."""
    return Closeness.WORDING if claimed.form is Form.ORDINAL else match.closeness


def _fit(claimed: Quantity, found: Quantity, match: Match) -> float:
    """Where the wording does not tell which figure of a sentence is meant, it is the nearest in size."""
    if match.closeness is Closeness.WORDING:
        return match.fit
    ours, theirs = claimed.figure or claimed.low, found.figure or found.low
    if not ours or not theirs or ours < 0 or theirs < 0:
        return match.fit
    return match.fit + float(1 / (1 + abs((ours / theirs).log10())))


def _with_noun(document: Document, mention: Mention) -> Mention:
    """Add the counted noun to a mention, and the keys it is looked up by."""
    quantity: Quantity = mention.reading
    if quantity.form is not Form.COUNT:
        return mention._replace(keys=(quantity.form.value,))
    noun = counted(document, mention) if quantity.unit is None else None
    value = {**mention.value, "noun": noun.text if noun else None}
    keys = (quantity.dimension,) if quantity.unit else tuple(sorted(noun.head)) if noun else ()
    return mention._replace(value=value, keys=keys)


def _shown(occurrence: Occurrence) -> str:
    noun = occurrence.mention.value.get("noun")
    text = occurrence.mention.text
    return f"“{text} {noun}”" if noun and noun not in text else f"“{text}”"


def _difference(claimed: Quantity, found: Quantity) -> str:
    """Return how far two plain figures of one unit are apart, in the claim's favour first."""
    if not (claimed.point and found.point and claimed.unit == found.unit and claimed.form is found.form):
        return ""
    if claimed.low is None or not found.low or claimed.form is Form.ORDINAL:
        return ""
    gap = claimed.low - found.low
    share = abs(gap / found.low * 100).quantize(Decimal("0.1"))
    return f": {abs(gap):,f} {'more' if gap > 0 else 'less'}, {share:f} %"
