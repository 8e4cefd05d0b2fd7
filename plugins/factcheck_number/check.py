"""The number check: extraction with what each figure counts, and the comparison of two of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from factcheck.checks import Occurrence
from factcheck.clauses import figures
from factcheck.context import Match, related, same_thing
from factcheck.model import Closeness, Mention, Relation
from factcheck.setting import Setting
from factcheck.text import Document, Span
from factcheck.vocabulary import grammar, word_list
from factcheck_number import rules, units
from factcheck_number.extract import extract
from factcheck_number.nouns import left_out, with_noun
from factcheck_number.quantity import Form, Miss, Quantity, agrees
from factcheck_number.scan import tables
from factcheck_number.sides import other_side

_SMALL = 10
_FAR = 20  # times
# Of a claim's words, what a passage must say for its small ordinal to be the one meant, less where the same
# thing happens in both, and for another ordinal to contradict it.
_SAID, _SAID_OF_EVENT, _SAME_ORDINAL = 0.6, 0.5, 0.6
_ORDER = 10  # figures further apart than this factor count one thing only where both name it
_BESIDE = 3  # sentences around a figure in which others may go on counting the same
_RULE = {Miss.DIFFERS: rules.DIFFERS, Miss.OPPOSITE: rules.OPPOSITE}


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
            before = left_out(document, before, with_noun(document, mention))
            yield before

    def narrow(self, claimed: Occurrence, found: Sequence[Occurrence]) -> Iterable[Occurrence]:
        """Return the figures that may be of the same thing."""
        return related(claimed, found)

    def compare(self, claimed: Occurrence, found: Occurrence) -> Relation:
        """Say whether a source's figure is the claim's, of the same thing."""
        ours, theirs = claimed.mention.reading, found.mention.reading
        agreed, miss = agrees(ours, theirs)
        if agreed is None and miss not in (Miss.INSIDE, Miss.COARSE):
            return Relation(None, reason=miss.value)
        none_at_all = ours.high == 0 or theirs.high == 0
        match = same_thing(
            claimed,
            found,
            broad_noun_decides=not none_at_all,
            small=_is_small(ours),
            changes=bool(ours.change and theirs.change),
        )
        if match is None:
            return Relation(None, reason="not clearly the same thing")
        if ours.unit and other_side(claimed, found):
            return Relation(None, reason="measures another side")
        if _common(ours, claimed, found, match):
            return Relation(None, reason="every text has such a figure somewhere")
        if match.sort:
            return Relation(None, reason="counts a sort of its own")
        if silence := _too_loose(claimed, found, match, agreed):
            return Relation(None, reason=silence)
        if agreed is None:
            return Relation(None, miss.value, closeness=match.closeness, fit=_fit(ours, theirs, match))
        if agreed:
            return Relation(True, closeness=_closeness(ours, match), fit=_fit(ours, theirs, match))
        if silence := _no_contradiction(claimed, found, match, miss):
            return Relation(None, reason=silence)
        far, closeness = _far(ours, theirs), _closeness_of_another(ours, match)
        if far and Setting.of(found).time and not Setting.of(claimed).time:
            closeness = Closeness.UNDATED  # however it is worded, it may tell of another time
        return Relation(
            False,
            f"claims {_shown(claimed)}; the source says {_shown(found)}{_difference(ours, theirs)}",
            _RULE.get(miss, rules.OUTSIDE),
            closeness,
            _fit(ours, theirs, match),
            found.mention.text,
            far=far,
        )


def _far(ours: Quantity, theirs: Quantity) -> bool:
    """Whether two figures differ so much that they hardly tell of one thing at two times."""
    ends = [end for quantity in (ours, theirs) for end in (quantity.low, quantity.high) if end is not None]
    return len(ends) == 4 and min(ends) > 0 and max(ends) > _FAR * min(ends)


def _common(quantity: Quantity, claimed: Occurrence, found: Occurrence, match: Match) -> bool:
    """Whether a figure tells nothing outside the claim's own wording: "first", or a 0 that counts nothing."""
    if match.closeness is Closeness.WORDING:
        return False
    if not _is_small(quantity):
        return False
    if quantity.form is not Form.ORDINAL:
        return not _counts(claimed)
    alike = Setting.of(claimed).events & Setting.of(found).events
    return match.shared < (_SAID_OF_EVENT if alike else _SAID)


def _too_loose(claimed: Occurrence, found: Occurrence, match: Match, agreed: bool | None) -> str:
    """Return why a figure tells nothing either way unless the claim's own words are repeated, if so."""
    ours: Quantity = claimed.mention.reading
    theirs: Quantity = found.mention.reading
    few = Setting.of(claimed).counts_people and _is_small(theirs)  # four people are no population
    far = _is_far(ours, theirs) and (few or not _same_noun(claimed, found))
    if far and not ours.point and agreed:
        return "far beyond the bound"
    events, others = Setting.of(claimed).events, Setting.of(found).events
    if ours.dimension in units.TIME and events != others:
        return "an age at another event"
    if 0 in (ours.high, theirs.high) and events and not events & others:
        return "none of them did so"
    often, other = _rate(claimed), _rate(found)
    if often and other and often != other:
        return "so many in another time"
    if match.closeness is Closeness.WORDING:
        return ""
    if _of_others(claimed, found):
        return "of others"
    if ours.form is Form.COUNT and ours.low is not None and ours.low <= 1 and ours.high is None:
        return "nearly every count is one or more"
    return "of another order" if far else ""


def _is_far(claimed: Quantity, found: Quantity) -> bool:
    """Whether two figures are more than an order of magnitude apart."""
    ours, theirs = claimed.figure or claimed.low, found.figure or found.low
    if not ours or not theirs or claimed.unit != found.unit:
        return False
    return abs(ours) > _ORDER * abs(theirs) or abs(theirs) > _ORDER * abs(ours)


def _same_noun(claimed: Occurrence, found: Occurrence) -> bool:
    ours, theirs = Setting.of(claimed).counted, Setting.of(found).counted
    return bool(ours and theirs and ours.head & theirs.head)


def _no_contradiction(claimed: Occurrence, found: Occurrence, match: Match, miss: Miss) -> str:
    """Return why another figure contradicts nothing, if so; the claim's own wording nearly always tells."""
    quantity: Quantity = claimed.mention.reading
    if _points_back(claimed) or _points_back(found):
        return "counts what was just named"
    if quantity.dimension in units.TIME and not Setting.of(claimed).events & Setting.of(found).events:
        return "an age at no known event"
    if _is_any(claimed, found):
        return "one of them, whichever"
    if _adds_up(claimed, found):
        return "adds up with the figure beside it"
    if _gives_it_too(claimed, found):
        return "the sentence gives the claim's figure too"
    if match.closeness is Closeness.WORDING:
        return ""
    if match.closeness is Closeness.UNDATED and (Setting.of(claimed).time or Setting.of(claimed).then):
        return "of a time it does not say"
    if match.narrower:
        return "counts only some of them"
    if miss is Miss.SAME_AS_BOUND:
        return "as far as the bound goes"
    if quantity.form is Form.ORDINAL and match.shared < _SAME_ORDINAL:
        return "another of the same sort"
    if quantity.form is Form.COUNT and not quantity.unit and _counts(claimed) != _counts(found):
        return "only one of them says what it counts"
    ours, theirs = Setting.of(claimed).years, Setting.of(found).years
    if quantity.change and (ours or theirs) and not ours & theirs:
        return "a change over another time"
    return ""


def _points_back(occurrence: Occurrence) -> bool:
    """Whether "these" or the like stands before a figure, so that it counts what the text just named."""
    return _word_before(occurrence) in grammar(occurrence.document.language, "demonstratives")


def _word_before(occurrence: Occurrence) -> str:
    tokens = occurrence.document.tokens
    before = tokens.at(occurrence.mention.start) - 1
    return tokens.words[before] if before >= 0 else ""


def _rate(occurrence: Occurrence) -> str:
    """Return the unit of time that so many are counted in ("30 ships a *day*"), empty where none is named."""
    document, setting = occurrence.document, Setting.of(occurrence)
    names = tables(document.language)
    words = document.words_in(Span(occurrence.mention.end, max(setting.clause.end, occurrence.mention.end)))
    for word, after in pairwise(words):
        if word in names.sets["per_words"]:
            units_named = [unit for phrase, unit in names.units.get(after, ()) if phrase == (after,)]
            if units_named and units_named[0] in units.CALENDAR:
                return units_named[0]
    return ""


def _is_any(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether a figure is a "one" that may single out any of many ("of one colour").

    No verb stands before it, nor the same word as before the claim's figure.
    """
    quantity: Quantity = found.mention.reading
    if not (quantity.spelled and quantity.point and quantity.low == 1):
        return False
    before = _word_before(found)
    verbs = word_list(found.document.language, "verbs")
    return before not in ("", _word_before(claimed)) and before not in verbs


def _of_others(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether a sentence opens with some others ("The three friends won ...") and lacks a claim's name."""
    ours, theirs = Setting.of(claimed), Setting.of(found)
    names = [word for name in ours.names for word in name if word.start < claimed.mention.start]
    if not names or any(word.keys & theirs.keys for word in names):
        return False
    tokens = found.document.tokens
    first = tokens.at(theirs.sentence.start)
    opening = tokens.ends[min(first + 1, len(tokens.ends) - 1)]
    subjects = figures(found.document, Span(theirs.sentence.start, opening))
    return any(figure.start != found.mention.start and figure.judgeable for figure in subjects)


def _adds_up(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether a source's figure and those of the same thing beside it make up the claim's."""
    ours, theirs = claimed.mention.reading, found.mention.reading
    if not ours.point or not theirs.point or ours.low is None or theirs.low is None:
        return False
    if ours.form is not Form.COUNT or theirs.low >= ours.low:
        return False
    own = figures(claimed.document, Span(0, len(claimed.document.text)))
    if sum(mention.kind == claimed.mention.kind for mention in own) > 1:
        return False  # the claim gives the parts itself
    document = found.document
    index = document.sentence_index(found.mention.start)
    beside: list[Decimal] = []
    around = document.sentences[max(0, index - _BESIDE) : index + _BESIDE + 1]
    for mention in figures(document, Span(around[0].start, around[-1].end)):
        quantity = mention.reading if mention.kind == found.mention.kind and mention.judgeable else None
        if quantity is None or mention.start == found.mention.start or quantity.low is None:
            continue
        if quantity.unit == theirs.unit and _same_noun(found, Occurrence(mention, document)):
            beside.append(quantity.low)
    return bool(beside) and theirs.low + sum(beside) == ours.low


def _gives_it_too(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether a passage has the claim's share beside this one, and does not say what that one is of.

    "55 percent of the novices and 60 percent overall"; at another time it is another figure.
    """
    time = Setting.of(found).time
    if claimed.mention.reading.form is not Form.SHARE or Setting.of(found).counted is None:
        return False
    beside = figures(found.document, Setting.of(found).sentence)
    others = (Occurrence(m, found.document) for m in beside if m.start != found.mention.start and m.judgeable)
    return any(
        other.mention.kind == found.mention.kind
        and agrees(claimed.mention.reading, other.mention.reading)[0]
        and Setting.of(other).counted is None
        and Setting.of(other).time == time
        for other in others
    )


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


def _closeness_of_another(claimed: Quantity, match: Match) -> Closeness:
    repeated = match.closeness is Closeness.WORDING
    return Closeness.THING if claimed.form is Form.ORDINAL and repeated else match.closeness


def _fit(claimed: Quantity, found: Quantity, match: Match) -> float:
    """Where the wording does not tell which figure of a sentence is meant, it is the nearest in size."""
    if match.closeness is Closeness.WORDING:
        return match.fit
    ours, theirs = claimed.figure or claimed.low, found.figure or found.low
    if not ours or not theirs or ours < 0 or theirs < 0:
        return match.fit
    return match.fit + float(1 / (1 + abs((ours / theirs).log10())))


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
    apart = f"{abs(gap):,f}"
    apart = apart.rstrip("0").rstrip(".") if "." in apart else apart  # 2.4 million is 300,000 more than 2.1
    return f": {apart} {'more' if gap > 0 else 'less'}, {share:f} %"
