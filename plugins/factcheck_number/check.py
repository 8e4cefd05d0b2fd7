"""The number check: extraction with what each figure counts, and the comparison of two of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from factcheck.asked import asks_otherwise
from factcheck.checks import Occurrence
from factcheck.concordance import texts_with_sheets
from factcheck.context import Match, related, same_frame, same_thing
from factcheck.model import Closeness, Mention, Relation
from factcheck.setting import Setting
from factcheck.shades import is_disowned
from factcheck.text import Document
from factcheck_number import rules
from factcheck_number.extract import extract
from factcheck_number.gaps import gap_agrees
from factcheck_number.lines import answers, by_lines
from factcheck_number.lists import by_lists
from factcheck_number.noun_bounds import said_behind
from factcheck_number.nouns import left_out, with_noun
from factcheck_number.pair import Pair
from factcheck_number.quantity import Form, Miss, Quantity, agrees, in_one_unit
from factcheck_number.shares import as_share
from factcheck_number.sides import same_side
from factcheck_number.silence import no_contradiction, says_nothing
from factcheck_number.traits import (
    far_apart,
    is_definite,
    is_small,
    is_telling,
    names_race,
    numbered,
    same_noun,
    which_ones,
)

_RULE = {Miss.DIFFERS: rules.DIFFERS, Miss.OPPOSITE: rules.OPPOSITE}

_FRAME_FIT = 2.25  # of a figure in the claim's own sentence: more than any other has
_ORDINAL_FIT = 0.5  # and so much more of an ordinal that is the same: what stands beside may go on counting


class NumberCheck:
    """Compares figures that count the same thing."""

    name = "number"
    kind = "number"
    priority = 10
    rules = rules.RULES

    def extract(self, document: Document) -> Iterator[Mention]:
        """Yield every figure of a text with its value and the noun it counts."""
        before: Mention | None = None
        for mention in extract(document):
            if not mention.judgeable:
                yield mention
                continue
            told = left_out(document, before, with_noun(document, mention))
            before = told if told.reading.form is Form.COUNT else before
            yield told

    def narrow(self, claimed: Occurrence, found: Sequence[Occurrence]) -> Iterable[Occurrence]:
        """Return the figures that may be of the same thing, or that name which one of several is meant."""
        alike = related(claimed, found)
        if claimed.mention.reading.form is not Form.ORDINAL:
            return alike
        kept = set(map(id, alike))
        return [one for one in found if id(one) in kept or _names_which(claimed, one)]

    def compare(self, claimed: Occurrence, found: Occurrence) -> Relation:
        """Say whether a source's figure is the claim's, of the same thing."""
        if answers(claimed, found.document):
            return Relation(None, reason="a line of the sheet answers it")
        if asks_otherwise(Setting.of(claimed), found.document, found.mention.start):
            return Relation(None, reason="the claim asks for more, or something else")
        ours, theirs = claimed.mention.reading, found.mention.reading
        if (share := as_share(claimed, found)) is not None:
            return _of_share(claimed, found, share)
        agreed, miss = agrees(ours, theirs)
        if agreed is None and miss not in (Miss.INSIDE, Miss.COARSE):
            return Relation(None, reason=miss.value)
        if _of_others_by_bound(claimed, found):
            agreed, miss = False, Miss.DIFFERS
        if same_frame(claimed, found) and not names_race(claimed) and not is_disowned(Setting.of(found)):
            return _of_frame(claimed, found, agreed, miss)
        none_at_all = ours.high == 0 or theirs.high == 0
        match = same_thing(
            claimed,
            found,
            broad_noun_decides=not none_at_all,
            small=is_small(ours),
            changes=bool(ours.change and theirs.change),
            agreed=bool(agreed),
            telling=(bool(agreed) and is_telling(ours) and ours.figure == theirs.figure)
            or (bool(ours.unit) and same_side(claimed, found)),
        )
        if match is None:
            if agreed and _names_which(claimed, found):
                return Relation(True, closeness=Closeness.DERIVED)
            return Relation(None, reason="not clearly the same thing")
        if (gap := gap_agrees(claimed, found)) is not None:
            return _of_gap(claimed, found, gap)
        pair = Pair(claimed, found, match, agreed, miss)
        if silence := says_nothing(pair):
            return Relation(None, reason=silence)
        if agreed is None:
            return Relation(None, miss.value, closeness=match.closeness, fit=_fit(ours, theirs, match))
        if agreed:
            return Relation(True, closeness=_closeness(ours, match), fit=_fit(ours, theirs, match))
        if silence := no_contradiction(pair):
            return Relation(None, reason=silence)
        far, closeness = far_apart(ours, theirs), _closeness_of_another(ours, match)
        if far and Setting.of(found).moment.time and not Setting.of(claimed).moment.time:
            closeness = Closeness.UNDATED  # however it is worded, it may tell of another time
        return _contradiction(claimed, found, miss, closeness, _fit(ours, theirs, match), far=far)

    def reckon(
        self, claimed: Occurrence, found: Sequence[Occurrence]
    ) -> Iterator[tuple[Occurrence, Relation]]:
        """Yield what those lines of fact sheets give that answer a claim in words of their own."""
        if claimed.mention.kind != self.kind:
            return
        yield from by_lists(claimed, found)
        sheets = [document for document in texts_with_sheets(found) if answers(claimed, document)]
        for one in found if sheets else ():
            if one.document in sheets and one.mention in answers(claimed, one.document):
                agreed, miss = by_lines(claimed, one.document)
                if agreed is False:
                    yield one, _contradiction(claimed, one, miss, Closeness.THING, 0.0)
                else:
                    yield one, Relation(agreed, miss.value, closeness=Closeness.THING)


def _of_frame(claimed: Occurrence, found: Occurrence, agreed: bool | None, miss: Miss) -> Relation:
    """Say what a passage's figure tells of a claim's in the same words: it is the one that is meant."""
    if agreed is False:
        return _contradiction(claimed, found, miss, Closeness.WORDING, _FRAME_FIT)
    more = _ORDINAL_FIT if claimed.mention.reading.form is Form.ORDINAL else 0.0
    return Relation(agreed, miss.value, closeness=Closeness.WORDING, fit=_FRAME_FIT + more)


def _contradiction(
    claimed: Occurrence, found: Occurrence, miss: Miss, closeness: Closeness, fit: float, *, far: bool = False
) -> Relation:
    """Say that a passage's figure of the same thing is another one than the claim's."""
    ours, theirs = claimed.mention.reading, found.mention.reading
    apart = ": one rises, the other falls" if miss is Miss.OPPOSITE else _difference(ours, theirs)
    said = f"claims {_shown(claimed)}; the source says {_shown(found)}{apart}"
    return Relation(False, said, _RULE.get(miss, rules.OUTSIDE), closeness, fit, found.mention.text, far=far)


def _of_gap(claimed: Occurrence, found: Occurrence, agreed: bool) -> Relation:
    """Say what the difference of two figures of a passage makes of a claim's gap."""
    if agreed:
        return Relation(True, closeness=Closeness.DERIVED)
    said = f"claims a gap of {_shown(claimed)}; the source holds {_shown(found)} against another figure"
    return Relation(False, said, rules.DIFFERS, Closeness.DERIVED)


def _of_share(claimed: Occurrence, found: Occurrence, share: Quantity) -> Relation:
    """Say what a passage's count, as a share of the whole beside it, makes of a claim's share."""
    agreed, miss = agrees(claimed.mention.reading, share)
    match = same_thing(claimed, found) if agreed is not None else None
    if match is None:
        return Relation(None, reason=miss.value or "not clearly the same thing")
    pair = Pair(claimed, found, match, agreed, miss, read_as=share)
    if silence := says_nothing(pair) or (not agreed and no_contradiction(pair)):
        return Relation(None, reason=silence)
    if agreed:
        return Relation(True, closeness=Closeness.DERIVED)
    said = f"claims {_shown(claimed)}; the source counts {_shown(found)} of a whole beside it"
    return Relation(False, said, rules.DIFFERS, Closeness.DERIVED)


def _names_which(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether an ordinal only names which one another figure of the claim is of, as the text does too.

    "*The second hall* has nine doors."
    """
    if claimed.mention.reading.form is not Form.ORDINAL or not same_noun(claimed, found):
        return False
    return is_definite(claimed) and is_definite(found) and bool(numbered(claimed))


def _of_others_by_bound(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether two bounds tell whom something is said of, and not of the same: under 12 is not under 14."""
    ours, theirs = claimed.mention.reading, found.mention.reading
    return (ours.low, ours.high) != (theirs.low, theirs.high) and which_ones(claimed) and which_ones(found)


def _closeness(claimed: Quantity, match: Match) -> Closeness:
    """An ordinal that agrees is the very one meant: another ordinal nearby is another of the same sort."""
    return Closeness.WORDING if claimed.form is Form.ORDINAL else match.closeness


def _closeness_of_another(claimed: Quantity, match: Match) -> Closeness:
    repeated = match.closeness is Closeness.WORDING
    return Closeness.THING if claimed.form is Form.ORDINAL and repeated else match.closeness


def _fit(claimed: Quantity, found: Quantity, match: Match) -> float:
    """Where the wording does not tell which figure of a sentence is meant, it is the nearest in size."""
    if match.closeness is Closeness.WORDING:
        return match.fit
    ours, theirs = (one.figure or one.low for one in in_one_unit(claimed, found))
    if not ours or not theirs or ours < 0 or theirs < 0:
        return match.fit
    return match.fit + float(1 / (1 + abs((ours / theirs).log10())))


def _shown(occurrence: Occurrence) -> str:
    text, noun = occurrence.mention.text, occurrence.mention.value.get("noun")
    if noun and noun not in text:
        counted = Setting.of(occurrence).counted
        bound = said_behind(occurrence.document, counted) if counted else ""
        text = f"{text} {noun} {bound}".rstrip()
    return f"“{text}”"


def _difference(claimed: Quantity, found: Quantity) -> str:
    """Return how far two plain figures of one unit are apart, in the claim's favour first."""
    if not (claimed.point and found.point and claimed.unit == found.unit and claimed.form is found.form):
        return ""
    if claimed.low is None or not found.low or claimed.form is Form.ORDINAL:
        return ""
    if claimed.form is Form.SHARE and not claimed.unit:
        return ""  # what one in eight is more than one in fifteen tells nobody much
    gap = claimed.low - found.low
    share = abs(gap / found.low * 100).quantize(Decimal("0.1"))
    apart = f"{abs(gap):,f}"
    apart = apart.rstrip("0").rstrip(".") if "." in apart else apart  # 2.4 million is 300,000 more than 2.1
    return f": {apart} {'more' if gap > 0 else 'less'}, {share:f} %"
