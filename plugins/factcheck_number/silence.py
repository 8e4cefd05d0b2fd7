"""Why a figure of a passage tells nothing of a claim's, though both seem to be of one thing."""

from __future__ import annotations

from decimal import Decimal

from factcheck.apart.figures import at_the_time_of_another, of_another_half, said_of_another
from factcheck.apart.names import of_a_stranger
from factcheck.apart.things import of_another_part, of_another_whole
from factcheck.checks import Occurrence
from factcheck.clauses import figures, is_time
from factcheck.context import Match
from factcheck.model import Closeness
from factcheck.relations import is_located
from factcheck.setting import Setting
from factcheck.shades import (
    condition,
    goes_on,
    has_ended,
    is_bracketed,
    is_example,
    is_gap,
    is_mean,
    is_old,
    is_some,
    is_yardstick,
    may_be,
    says_more,
    selects,
)
from factcheck.text import Span
from factcheck.vocabulary import word_keys, word_list
from factcheck.wording import keys_of
from factcheck_number import units
from factcheck_number.persons import of_another_person
from factcheck_number.quantity import Form, Miss, Quantity, agrees
from factcheck_number.sides import from_elsewhere, other_side
from factcheck_number.traits import (
    counts_noun,
    events_before,
    is_definite,
    is_density,
    is_far,
    is_negative,
    is_small,
    is_telling,
    names_race,
    numbered,
    opens_as_bound,
    points_back,
    rate_of,
    same_noun,
    tells_sort,
    tells_which,
    which_ones,
)

# Of a claim's words, what a passage must say for its small ordinal to be the one meant, less where the same
# thing happens in both, and for another ordinal to contradict it, more where that is small too.
_SAID, _SAID_OF_EVENT, _SAME_ORDINAL, _SAME_SMALL = 0.6, 0.5, 0.6, 0.75
_SAME_PERSON = 0.75  # and for another age to be that of the same person
_FEW = 2  # "at least two" is said of nearly anything
_BESIDE = 3  # sentences around a figure in which others may go on counting the same


def says_nothing(claimed: Occurrence, found: Occurrence, match: Match, agreed: bool | None) -> str:
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
    if agreed and two.moment.then and not (one.moment.then or one.moment.time):
        return "what it was before"
    if agreed and is_old(two) and not is_old(one) and not one.moment.time:
        return "what it was before it changed"
    if may_be(two) and not may_be(one):
        return "may be so and need not"
    if is_yardstick(two) and not is_yardstick(one):
        return "what another figure is held against"
    if match.sort:
        return "counts a sort of its own"
    if match.closeness is not Closeness.WORDING and _only_one_restricts(claimed, found):
        return "tells which ones are meant"
    if counts_noun(claimed) and not ours.unit and is_negative(ours) != is_negative(theirs):
        return "nothing is counted below zero"
    return _too_loose(claimed, found, match, agreed)


def _common(quantity: Quantity, claimed: Occurrence, found: Occurrence, match: Match) -> bool:
    """Whether a figure tells nothing outside the claim's own wording: "first", or a 0 that counts nothing."""
    if match.closeness is Closeness.WORDING:
        return False
    if not quantity.point and found.mention.reading.high == 0 and not counts_noun(found):
        return True
    if not is_small(quantity):
        return False
    if quantity.form is not Form.ORDINAL:
        return not counts_noun(claimed)
    alike = Setting.of(claimed).statement.meets(Setting.of(found).statement)
    return match.shared < (_SAID_OF_EVENT if alike else _SAID)


def _too_loose(claimed: Occurrence, found: Occurrence, match: Match, agreed: bool | None) -> str:
    """Return why a figure tells nothing either way unless the claim's own words are repeated, if so."""
    ours: Quantity = claimed.mention.reading
    theirs: Quantity = found.mention.reading
    few = Setting.of(claimed).amount.of_people and is_small(theirs)  # four people are no population
    far = is_far(ours, theirs) and (few or not same_noun(claimed, found))
    if far and not ours.point and agreed:
        return "far beyond the bound"
    events, others = Setting.of(claimed).statement.events, Setting.of(found).statement.events
    if ours.dimension in units.TIME and events != (others or events_before(found)):
        return "an age at another event"
    if 0 in (ours.high, theirs.high) and events and not events & others:
        return "none of them did so"
    often, other = rate_of(claimed), rate_of(found)
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


def _of_another_one(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether a passage tells of another one of a row than a claim, and not with the claim's figure.

    "The second hall has nine doors" is not contradicted by "the third hall has seven doors".
    """
    if claimed.mention.reading.form is not Form.ORDINAL or not is_definite(claimed):
        return False
    told = [one for one in figures(found.document, Setting.of(found).sentence) if one.judgeable]
    told = [one for one in told if one.kind == found.mention.kind]
    own = numbered(claimed)
    return bool(own) and not any(agrees(one.reading, two.reading)[0] for one in own for two in told)


def no_contradiction(claimed: Occurrence, found: Occurrence, match: Match, miss: Miss) -> str:
    """Return why another figure contradicts nothing, if so; the claim's own wording nearly always tells."""
    quantity: Quantity = claimed.mention.reading
    dated = Setting.of(claimed).moment.time and Setting.of(found).moment.time
    if not dated and is_old(Setting.of(found)) and not is_old(Setting.of(claimed)):
        return "what it was before it changed"
    if not dated and is_bracketed(Setting.of(found)):
        return "of a time of its own"
    if goes_on(Setting.of(found)) and not goes_on(Setting.of(claimed)):
        return "goes on"
    one, two = condition(Setting.of(claimed)), condition(Setting.of(found))
    if (one or two) and one.isdisjoint(two):
        return "under another condition"
    if opens_as_bound(found) and not opens_as_bound(claimed):
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
    if points_back(claimed) or points_back(found):
        return "counts what was just named"
    events = Setting.of(claimed).statement.events
    others = Setting.of(found).statement.events or events_before(found)
    alike = match.shared >= _SAME_PERSON and not (events or others)
    if quantity.dimension in units.TIME and not alike and events.isdisjoint(others):
        return "an age at no known event"
    if match.closeness is not Closeness.WORDING and _is_claimed_too(claimed, found):
        return "the claim gives that figure too"
    if _of_all(claimed, found):
        return "of all, wherever they are"
    if names_race(claimed) or names_race(found):
        return "another distance"
    if _is_any(claimed, found):
        return "one of them, whichever"
    if _of_another_one(claimed, found):
        return "another one of a row"
    if _adds_up(claimed, found):
        return "adds up with the figure beside it"
    if _gives_it_too(claimed, found):
        return "the sentence gives the claim's figure too"
    if which_ones(claimed) and which_ones(found):
        one_way = (quantity.low is None) == (found.mention.reading.low is None)
        if not (one_way and match.closeness is Closeness.WORDING):
            return "tells which ones are meant"
    if match.closeness is Closeness.WORDING:
        return ""
    if _given_elsewhere(claimed, found):
        return "another sentence gives the claim's figure"
    if _of_somebody_else(claimed, found):
        return "of somebody else"
    if not is_density(claimed) and says_more(Setting.of(claimed), Setting.of(found).keys):
        return "counts those of whom more is said"
    moment = Setting.of(claimed).moment
    if match.closeness is Closeness.UNDATED and (moment.time or moment.then):
        return "of a time it does not say"
    if match.narrower:
        return "counts only some of them"
    if tells_sort(claimed) or tells_sort(found):
        return "tells what sort it is"
    if miss is Miss.SAME_AS_BOUND:
        return "as far as the bound goes"
    same = _SAME_SMALL if is_small(found.mention.reading) else _SAME_ORDINAL
    if quantity.form is Form.ORDINAL and match.shared < same:
        return "another of the same sort"
    if quantity.form is Form.COUNT and not quantity.unit and counts_noun(claimed) != counts_noun(found):
        return "only one of them says what it counts"
    ours, theirs = Setting.of(claimed).moment.years, Setting.of(found).moment.years
    if quantity.change and (ours or theirs) and not ours & theirs:
        return "a change over another time"
    return ""


def _only_one_restricts(claimed: Occurrence, found: Occurrence) -> bool:
    one, two = tells_which(claimed), tells_which(found)
    return one != two and (which_ones(claimed) or which_ones(found))


def _counts_all(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether a claim counts a sort that a passage has beside all of them: "41 medals: 12 *gold*, ..."."""
    one, two = Setting.of(claimed).counted, Setting.of(found).counted
    if one is None or two is None:
        return False
    sort = one.modifiers - two.modifiers - two.head
    return not sort.isdisjoint(Setting.of(found).keys - Setting.of(found).reach.own_keys)


def _measures_another(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether a measure is of the noun behind it ("the 58-kilometre *wall*"), which a claim does not name."""
    if not found.mention.reading.unit or "-" not in found.mention.text.strip("-"):
        return False
    document = found.document
    after = document.tokens.at(found.mention.end)
    word = document.tokens.words[after] if after < len(document.tokens.words) else ""
    keys = word_keys(word, document.language)
    return bool(keys) and keys.isdisjoint(Setting.of(claimed).keys)


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
    told = (keys_of(name) for name in full)
    opening = theirs.subject.leading_name
    return any(name and name.isdisjoint(ours.keys) for name in (opening, *told))


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
        if quantity.unit == theirs.unit and same_noun(found, Occurrence(mention, document)):
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
        and Setting.of(other).moment.time == theirs.moment.time
    ]
    if claimed.mention.reading.form is Form.SHARE:
        return theirs.counted is not None and any(other.counted is None for other in alike)
    if claimed.mention.reading.unit:
        return False
    if any(other.counted is None for other in alike) and _has_both(claimed, found):
        return True  # "by 16 votes to 11": 16 votes for it and 11 against
    said = [word.keys for word in ours.weights.words(ours.counted and ours.counted.noun, frozenset())]
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
    return Setting.of(found).amount.is_total and any(is_located(setting, name) for name in setting.names)


def _given_elsewhere(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether a text has a claim's telling figure in a sentence that says more of what the claim does.

    Names do not count: every sentence of a text may have them.
    """
    ours: Quantity = claimed.mention.reading
    if not is_telling(ours) and ours.unit != "percent":
        return False
    document, setting = found.document, Setting.of(claimed)
    noun = setting.counted.noun if setting.counted else None
    said = [word.keys for word in setting.weights.words(noun, frozenset()) if not word.name]

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
