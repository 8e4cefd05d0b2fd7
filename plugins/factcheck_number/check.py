"""The number check: extraction with what each figure counts, and the comparison of two of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from factcheck.apart import (
    at_the_time_of_another,
    of_a_stranger,
    of_another_half,
    of_another_part,
    of_another_whole,
    said_of_another,
)
from factcheck.checks import Occurrence
from factcheck.clauses import figures, is_time
from factcheck.context import Match, related, same_thing
from factcheck.model import Closeness, Mention, Relation
from factcheck.setting import Setting
from factcheck.shades import (
    condition,
    goes_on,
    has_ended,
    is_bracketed,
    is_example,
    is_gap,
    is_located,
    is_mean,
    is_old,
    is_some,
    is_yardstick,
    may_be,
    restricts,
    says_more,
    selects,
)
from factcheck.text import Document, Span, function_words
from factcheck.vocabulary import grammar, word_keys, word_list
from factcheck.wording import sentence_keys
from factcheck_number import rules, units
from factcheck_number.extract import extract
from factcheck_number.gaps import gap_agrees
from factcheck_number.nouns import left_out, with_noun
from factcheck_number.persons import of_another_person
from factcheck_number.quantity import Form, Miss, Quantity, agrees, in_one_unit
from factcheck_number.scan import tables
from factcheck_number.sides import from_elsewhere, other_side, same_side

_SMALL = 10
_FAR = 20  # times
# Of a claim's words, what a passage must say for its small ordinal to be the one meant, less where the same
# thing happens in both, and for another ordinal to contradict it, more where that is small too.
_SAID, _SAID_OF_EVENT, _SAME_ORDINAL, _SAME_SMALL = 0.6, 0.5, 0.6, 0.75
_SAME_PERSON = 0.75  # and for another age to be that of the same person
_FEW = 2  # "at least two" is said of nearly anything
_OPENING = 4  # tokens behind a bound that opens a sentence, up to its comma
_DIGITS = 3  # of a figure that tells what is meant
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
        ours, theirs = claimed.mention.reading, found.mention.reading
        agreed, miss = agrees(ours, theirs)
        if agreed is None and miss not in (Miss.INSIDE, Miss.COARSE):
            return Relation(None, reason=miss.value)
        if _of_others_by_bound(claimed, found):
            agreed, miss = False, Miss.DIFFERS
        none_at_all = ours.high == 0 or theirs.high == 0
        match = same_thing(
            claimed,
            found,
            broad_noun_decides=not none_at_all,
            small=_is_small(ours),
            changes=bool(ours.change and theirs.change),
            agreed=bool(agreed),
            telling=(bool(agreed) and _is_telling(ours) and ours.figure == theirs.figure)
            or (bool(ours.unit) and same_side(claimed, found)),
        )
        if match is None:
            if agreed and _names_which(claimed, found):
                return Relation(True, closeness=Closeness.DERIVED)
            return Relation(None, reason="not clearly the same thing")
        if (gap := gap_agrees(claimed, found)) is not None:
            return _of_gap(claimed, found, gap)
        if silence := _says_nothing(claimed, found, match, agreed):
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
        apart = ": one rises, the other falls" if miss is Miss.OPPOSITE else _difference(ours, theirs)
        return Relation(
            False,
            f"claims {_shown(claimed)}; the source says {_shown(found)}{apart}",
            _RULE.get(miss, rules.OUTSIDE),
            closeness,
            _fit(ours, theirs, match),
            found.mention.text,
            far=far,
        )


def _of_gap(claimed: Occurrence, found: Occurrence, agreed: bool) -> Relation:
    """Say what the difference of two figures of a passage makes of a claim's gap."""
    if agreed:
        return Relation(True, closeness=Closeness.DERIVED)
    said = f"claims a gap of {_shown(claimed)}; the source holds {_shown(found)} against another figure"
    return Relation(False, said, rules.DIFFERS, Closeness.DERIVED)


def _far(ours: Quantity, theirs: Quantity) -> bool:
    """Whether two figures differ so much that they hardly tell of one thing at two times."""
    alike = in_one_unit(ours, theirs)
    ends = [end for quantity in alike for end in (quantity.low, quantity.high) if end is not None]
    return len(ends) == 4 and min(ends) > 0 and max(ends) > _FAR * min(ends)


def _says_nothing(claimed: Occurrence, found: Occurrence, match: Match, agreed: bool | None) -> str:
    """Return why a figure that may be of the same thing tells nothing of it either way, if so."""
    ours, theirs = claimed.mention.reading, found.mention.reading
    one, two = Setting.of(claimed), Setting.of(found)
    if ours.unit and other_side(claimed, found):
        return "measures another side"
    if ours.unit and from_elsewhere(claimed, found):
        return "measured from elsewhere"
    if ours.dimension in units.TIME and of_another_person(claimed, found):
        return "the age of somebody else"
    if ours.form is not Form.COUNT and of_another_whole(one, two):
        return "a share of something else"
    if ours.form is not Form.COUNT and of_another_part(one, two):
        return "another part of the same"
    if _common(ours, claimed, found, match):
        return "every text has such a figure somewhere"
    if _measures_another(claimed, found):
        return "measures something else"
    if agreed and of_a_stranger(one, two, found.speaker or ""):
        return "a name that the text does not have"
    if said_of_another(one, two) or at_the_time_of_another(one, two):
        return "said of another figure of the sentence"
    if of_another_half(one, two):
        return "of whom the other half of the sentence names"
    if has_ended(two) and not has_ended(one):
        return "so many until then"
    if agreed and two.then and not (one.then or one.time):
        return "what it was before"
    if agreed and is_old(two) and not is_old(one) and not one.time:
        return "what it was before it changed"
    if may_be(two) and not may_be(one):
        return "may be so and need not"
    if is_yardstick(two) and not is_yardstick(one):
        return "what another figure is held against"
    if match.sort:
        return "counts a sort of its own"
    if match.closeness is not Closeness.WORDING and _only_one_restricts(claimed, found):
        return "tells which ones are meant"
    if _counts(claimed) and not ours.unit and _is_negative(ours) != _is_negative(theirs):
        return "nothing is counted below zero"
    return _too_loose(claimed, found, match, agreed)


def _common(quantity: Quantity, claimed: Occurrence, found: Occurrence, match: Match) -> bool:
    """Whether a figure tells nothing outside the claim's own wording: "first", or a 0 that counts nothing."""
    if match.closeness is Closeness.WORDING:
        return False
    if not quantity.point and found.mention.reading.high == 0 and not _counts(found):
        return True
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
    if ours.dimension in units.TIME and events != (others or _events_before(found)):
        return "an age at another event"
    if 0 in (ours.high, theirs.high) and events and not events & others:
        return "none of them did so"
    often, other = _rate(claimed), _rate(found)
    if often and other and often != other:
        return "so many in another time"
    if is_mean(Setting.of(claimed)) != is_mean(Setting.of(found)):
        return "a mean is no total"
    if far and agreed is False and not ours.unit:
        return "of another order"
    if match.closeness is Closeness.WORDING:
        return ""
    if _of_others(claimed, found):
        return "of others"
    if ours.form is Form.COUNT and ours.low is not None and ours.low <= _FEW and ours.high is None:
        return "nearly every count is one or two or more"
    return "of another order" if far else ""


def _events_before(found: Occurrence) -> frozenset[str]:
    """Return what the sentence before tells, where this one goes on about the same person: "He was 81"."""
    setting = Setting.of(found)
    if not setting.refers_back or not setting.index:
        return frozenset()
    said = sentence_keys(found.document, setting.index - 1)
    return frozenset(key for key in said if key[:2] == "e:")


def _names_which(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether an ordinal only names which one another figure of the claim is of, as the text does too.

    "*The second hall* has nine doors."
    """
    if claimed.mention.reading.form is not Form.ORDINAL or not _same_noun(claimed, found):
        return False
    return _is_definite(claimed) and _is_definite(found) and bool(_numbered(claimed))


def _is_definite(occurrence: Occurrence) -> bool:
    return Setting.of(occurrence).word_before in grammar(occurrence.document.language, "definite")


def _numbered(occurrence: Occurrence) -> list[Mention]:
    """Return the figures behind an ordinal in its clause: *nine* in "the second hall has *nine* doors"."""
    mention, clause = occurrence.mention, Setting.of(occurrence).clause
    behind = figures(occurrence.document, Span(mention.end, max(clause.end, mention.end)))
    counts = (one for one in behind if one.kind == mention.kind and one.judgeable)
    return [one for one in counts if one.reading.form is not Form.ORDINAL]


def _of_another_one(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether a passage tells of another one of a row than a claim, and not with the claim's figure.

    "The second hall has nine doors" is not contradicted by "the third hall has seven doors".
    """
    if claimed.mention.reading.form is not Form.ORDINAL or not _is_definite(claimed):
        return False
    told = [one for one in figures(found.document, Setting.of(found).sentence) if one.judgeable]
    told = [one for one in told if one.kind == found.mention.kind]
    own = _numbered(claimed)
    return bool(own) and not any(agrees(one.reading, two.reading)[0] for one in own for two in told)


def _is_far(claimed: Quantity, found: Quantity) -> bool:
    """Whether two figures are more than an order of magnitude apart."""
    ours, theirs = (one.figure or one.high or one.low for one in (claimed, found))
    if not ours or not theirs or claimed.unit != found.unit:
        return False
    return abs(ours) > _ORDER * abs(theirs) or abs(theirs) > _ORDER * abs(ours)


def _same_noun(claimed: Occurrence, found: Occurrence) -> bool:
    ours, theirs = Setting.of(claimed).counted, Setting.of(found).counted
    return bool(ours and theirs and ours.head & theirs.head)


def _no_contradiction(claimed: Occurrence, found: Occurrence, match: Match, miss: Miss) -> str:
    """Return why another figure contradicts nothing, if so; the claim's own wording nearly always tells."""
    quantity: Quantity = claimed.mention.reading
    dated = Setting.of(claimed).time and Setting.of(found).time
    if not dated and is_old(Setting.of(found)) and not is_old(Setting.of(claimed)):
        return "what it was before it changed"
    if not dated and is_bracketed(Setting.of(found)):
        return "of a time of its own"
    if goes_on(Setting.of(found)) and not goes_on(Setting.of(claimed)):
        return "goes on"
    one, two = condition(Setting.of(claimed)), condition(Setting.of(found))
    if (one or two) and one.isdisjoint(two):
        return "under another condition"
    if _opens_as_bound(found) and not _opens_as_bound(claimed):
        return "what it takes for the rest to hold"
    if _counts_all(claimed, found):
        return "counts those of every sort"
    if quantity.form is Form.COUNT and is_some(Setting.of(claimed)) and not is_some(Setting.of(found)):
        return "the claim's is of a part"
    if is_gap(Setting.of(claimed)) != is_gap(Setting.of(found)):
        return "how much one is more than another"
    if is_example(Setting.of(found)) and not is_example(Setting.of(claimed)):
        return "an example"
    if selects(Setting.of(found)) != selects(Setting.of(claimed)):
        return "the first or last of them"
    if _points_back(claimed) or _points_back(found):
        return "counts what was just named"
    events, others = Setting.of(claimed).events, Setting.of(found).events or _events_before(found)
    alike = match.shared >= _SAME_PERSON and not (events or others)
    if quantity.dimension in units.TIME and not alike and events.isdisjoint(others):
        return "an age at no known event"
    if match.closeness is not Closeness.WORDING and _is_claimed_too(claimed, found):
        return "the claim gives that figure too"
    if _of_all(claimed, found):
        return "of all, wherever they are"
    if _names_race(claimed) or _names_race(found):
        return "another distance"
    if _is_any(claimed, found):
        return "one of them, whichever"
    if _of_another_one(claimed, found):
        return "another one of a row"
    if _adds_up(claimed, found):
        return "adds up with the figure beside it"
    if _gives_it_too(claimed, found):
        return "the sentence gives the claim's figure too"
    if _which_ones(claimed) and _which_ones(found):
        one_way = (quantity.low is None) == (found.mention.reading.low is None)
        if not (one_way and match.closeness is Closeness.WORDING):
            return "tells which ones are meant"
    if match.closeness is Closeness.WORDING:
        return ""
    if _given_elsewhere(claimed, found):
        return "another sentence gives the claim's figure"
    if _of_somebody_else(claimed, found):
        return "of somebody else"
    if not _is_density(claimed) and says_more(Setting.of(claimed), Setting.of(found).keys):
        return "counts those of whom more is said"
    if match.closeness is Closeness.UNDATED and (Setting.of(claimed).time or Setting.of(claimed).then):
        return "of a time it does not say"
    if match.narrower:
        return "counts only some of them"
    if _tells_sort(claimed) or _tells_sort(found):
        return "tells what sort it is"
    if miss is Miss.SAME_AS_BOUND:
        return "as far as the bound goes"
    same = _SAME_SMALL if _is_small(found.mention.reading) else _SAME_ORDINAL
    if quantity.form is Form.ORDINAL and match.shared < same:
        return "another of the same sort"
    if quantity.form is Form.COUNT and not quantity.unit and _counts(claimed) != _counts(found):
        return "only one of them says what it counts"
    ours, theirs = Setting.of(claimed).years, Setting.of(found).years
    if quantity.change and (ours or theirs) and not ours & theirs:
        return "a change over another time"
    return ""


def _which_ones(occurrence: Occurrence) -> bool:
    """Whether a bound only tells which ones something is said of: "children *under 14* pay half"."""
    return not occurrence.mention.reading.point and _restricts(occurrence)


def _restricts(occurrence: Occurrence) -> bool:
    return occurrence.mention.reading.group or restricts(Setting.of(occurrence))


def _only_one_restricts(claimed: Occurrence, found: Occurrence) -> bool:
    one, two = _restricts(claimed), _restricts(found)
    return one != two and (_which_ones(claimed) or _which_ones(found))


def _of_others_by_bound(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether two bounds tell whom something is said of, and not of the same: under 12 is not under 14."""
    ours, theirs = claimed.mention.reading, found.mention.reading
    return (ours.low, ours.high) != (theirs.low, theirs.high) and _which_ones(claimed) and _which_ones(found)


def _opens_as_bound(occurrence: Occurrence) -> bool:
    """Whether a sentence begins with a bound and a comma: "*Below 20 microphones*, the hum drowns"."""
    quantity: Quantity = occurrence.mention.reading
    setting = Setting.of(occurrence)
    behind = occurrence.document.words_in(Span(occurrence.mention.end, setting.sentence.end))[:_OPENING]
    return not quantity.point and occurrence.mention.start == setting.sentence.start and "," in behind


def _counts_all(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether a claim counts a sort that a passage has beside all of them: "41 medals: 12 *gold*, ..."."""
    one, two = Setting.of(claimed).counted, Setting.of(found).counted
    if one is None or two is None:
        return False
    sort = one.modifiers - two.modifiers - two.head
    return not sort.isdisjoint(Setting.of(found).keys - Setting.of(found).own_keys)


def _points_back(occurrence: Occurrence) -> bool:
    """Whether "these" or the like stands before a figure, so that it counts what the text just named."""
    return Setting.of(occurrence).word_before in grammar(occurrence.document.language, "demonstratives")


def _measures_another(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether a measure is of the noun behind it ("the 58-kilometre *wall*"), which a claim does not name."""
    if not found.mention.reading.unit or "-" not in found.mention.text.strip("-"):
        return False
    document = found.document
    after = document.tokens.at(found.mention.end)
    word = document.tokens.words[after] if after < len(document.tokens.words) else ""
    keys = word_keys(word, document.language)
    return bool(keys) and keys.isdisjoint(Setting.of(claimed).keys)


def _tells_sort(occurrence: Occurrence) -> bool:
    """Whether a measure tells which sort is meant: "on *16 bit* systems", no "the *58-kilometre* line"."""
    quantity: Quantity = occurrence.mention.reading
    document, text = occurrence.document, occurrence.mention.text
    if (
        not quantity.unit
        or text[-1:] == "s"
        or Setting.of(occurrence).word_before in grammar(document.language, "definite")
    ):
        return False
    after = document.tokens.at(occurrence.mention.end)
    word = document.tokens.words[after] if after < len(document.tokens.words) else ""
    joined = "-" in text or not grammar(document.language, "compound_links")
    return (
        joined
        and text[-1:].isalpha()
        and word[:1].isalpha()
        and word not in function_words(document.language)
    )


def _names_race(occurrence: Occurrence) -> bool:
    """Whether a length is the name of a race: "won *the 800 metres*", no "the 800 metres of wall"."""
    quantity: Quantity = occurrence.mention.reading
    language, tokens = occurrence.document.language, occurrence.document.tokens
    if quantity.dimension != "length":
        return False
    behind = "".join(tokens.words[tokens.at(occurrence.mention.end) :][:1])
    alone = not behind.isalpha() or behind in function_words(language) - frozenset(grammar(language, "of"))
    return alone and Setting.of(occurrence).word_before in grammar(language, "definite")


def _is_density(occurrence: Occurrence) -> bool:
    """Whether a figure is so many in a unit of anything: "900 people *per* square mile"."""
    noun, document = Setting.of(occurrence).counted, occurrence.document
    behind = document.tokens.words[document.tokens.at(noun.noun.end) :][:1] if noun else []
    per = tables(document.language).sets["per_words"]
    return any(word in per and word not in grammar(document.language, "articles") for word in behind)


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
    before = Setting.of(found).word_before
    verbs = word_list(found.document.language, "verbs")
    return before not in ("", Setting.of(claimed).word_before) and before not in verbs


def _of_others(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether a sentence opens with some others ("The three friends won ...") and lacks a claim's name."""
    ours, theirs = Setting.of(claimed), Setting.of(found)
    names = [word for name in ours.names for word in name if word.start < claimed.mention.start]
    if not names or any(word.keys & (theirs.keys | theirs.referred) for word in names):
        return False
    tokens = found.document.tokens
    first = tokens.at(theirs.sentence.start)
    opening = tokens.ends[min(first + 1, len(tokens.ends) - 1)]
    subjects = figures(found.document, Span(theirs.sentence.start, opening))
    return any(
        figure.start != found.mention.start and figure.judgeable and not is_time(figure)
        for figure in subjects
    )


def _of_somebody_else(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether a sentence opens with a name that a claim does not have, and has none of the claim's names."""
    ours, theirs = Setting.of(claimed), Setting.of(found)
    own = [word for name in ours.names for word in name]
    if not own or any(word.keys & (theirs.keys | theirs.referred) for word in own):
        return False
    full = (name for name in theirs.names if len(name) > 1 and name[0].start < found.mention.start)
    told = [theirs.leading_name, *(frozenset(key for word in name for key in word.keys) for name in full)]
    return any(name and name.isdisjoint(ours.keys) for name in told)


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
    """Whether a passage has the claim's figure beside this one, and says of that one what the claim does.

    "It adds *two* new figures to its mascots, four giants ..."; or does not say what that one is of, as of
    shares: "55 percent of the novices and 60 percent overall". At another time it is another figure.
    """
    ours, theirs = Setting.of(claimed), Setting.of(found)
    beside = figures(found.document, theirs.sentence)
    others = (Occurrence(m, found.document) for m in beside if m.start != found.mention.start and m.judgeable)
    alike = [
        Setting.of(other)
        for other in others
        if other.mention.kind == found.mention.kind
        and agrees(claimed.mention.reading, other.mention.reading)[0]
        and Setting.of(other).time == theirs.time
    ]
    if claimed.mention.reading.form is Form.SHARE:
        return theirs.counted is not None and any(other.counted is None for other in alike)
    if claimed.mention.reading.unit:
        return False
    if any(other.counted is None for other in alike) and _has_both(claimed, found):
        return True  # "by 16 votes to 11": 16 votes for it and 11 against
    said = [word.keys for word in ours.words(ours.counted and ours.counted.noun, frozenset())]
    own = sum(any(keys & word.keys for word in theirs.clause_words) for keys in said)
    return any(
        sum(any(keys & word.keys for word in other.clause_words) for keys in said) > own for other in alike
    )


def _is_claimed_too(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether a claim gives the passage's figure of the same beside its own: 24 percent here, 6 in all."""
    noun = Setting.of(found).counted
    for other in figures(claimed.document, Setting.of(claimed).sentence):
        if other.start == claimed.mention.start or other.kind != claimed.mention.kind or not other.judgeable:
            continue
        counted = Setting.of(Occurrence(other, claimed.document)).counted
        share = other.reading.form is Form.SHARE  # of what it is, is often left out
        alike = counted.head & noun.head if counted and noun else share or counted is noun
        if alike and agrees(other.reading, found.mention.reading)[0]:
            return True
    return False


def _of_all(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether a claim says where, and the passage's figure is of all: "of the 480 workers, 190 in Lier"."""
    setting = Setting.of(claimed)
    return Setting.of(found).is_total and any(is_located(setting, name) for name in setting.names)


def _given_elsewhere(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether a text has a claim's telling figure in a sentence that says more of what the claim does.

    Names do not count: every sentence of a text may have them.
    """
    ours: Quantity = claimed.mention.reading
    if not _is_telling(ours) and ours.unit != "percent":
        return False
    document, setting = found.document, Setting.of(claimed)
    noun = setting.counted.noun if setting.counted else None
    said = [word.keys for word in setting.words(noun, frozenset()) if not word.name]

    def shared(place: Setting) -> int:
        return sum(not keys.isdisjoint(place.keys) for keys in said)

    own = shared(Setting.of(found))
    return any(
        other.kind == found.mention.kind
        and other.judgeable
        and other.reading.figure == ours.figure
        and agrees(ours, other.reading)[0]
        and shared(Setting.of(Occurrence(other, document))) > own
        for other in figures(document, Span(0, len(document.text)))
    )


def _has_both(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether a claim gives the passage's figure beside its own."""
    return any(
        other.start != claimed.mention.start
        and other.kind == claimed.mention.kind
        and other.judgeable
        and bool(agrees(other.reading, found.mention.reading)[0])
        for other in figures(claimed.document, Setting.of(claimed).sentence)
    )


def _counts(occurrence: Occurrence) -> bool:
    return occurrence.mention.value.get("noun") is not None


def _is_negative(quantity: Quantity) -> bool:
    return quantity.high is not None and quantity.high < 0


def _is_small(quantity: Quantity) -> bool:
    """Whether every text has several counts or ordinals of this size."""
    figure = quantity.figure if quantity.figure is not None else quantity.low
    counts = quantity.form in (Form.COUNT, Form.ORDINAL) and not quantity.unit
    return counts and figure is not None and figure < _SMALL


def _is_telling(quantity: Quantity) -> bool:
    """Whether a figure has so many digits that hardly two things have the same: 55.8, 1,340."""
    if quantity.figure is None:
        return False
    return len(f"{quantity.figure:f}".strip("0.").replace(".", "")) >= _DIGITS


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
    noun = occurrence.mention.value.get("noun")
    text = occurrence.mention.text
    return f"“{text} {noun}”" if noun and noun not in text else f"“{text}”"


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
