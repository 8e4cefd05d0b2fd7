"""Why a figure of a passage tells nothing of a claim's, though both seem to be of one thing.

Each reason has its rule, and the first that holds is told.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import chain

from factcheck.apart.figures import at_the_time_of_another, of_another_half, said_of_another, said_of_sibling
from factcheck.apart.names import of_a_stranger
from factcheck.apart.things import of_another_part, of_another_whole, of_scope
from factcheck.model import Closeness
from factcheck.shades import (
    condition,
    goes_on,
    has_ended,
    is_bracketed,
    is_difference,
    is_disowned,
    is_example,
    is_followed,
    is_gap,
    is_mean,
    is_old,
    is_some,
    is_yardstick,
    may_be,
    says_more,
    selects,
)
from factcheck_number.beside import (
    adds_up,
    counts_all,
    given_elsewhere,
    gives_it_too,
    is_any,
    is_claimed_too,
    is_scaled,
    measures_another,
    of_all,
    of_another_one,
    of_others,
    of_somebody_else,
)
from factcheck_number.pair import Pair
from factcheck_number.persons import of_another_person
from factcheck_number.quantity import Form, Miss
from factcheck_number.sides import (
    from_elsewhere,
    of_another_line,
    of_unsaid_line,
    only_one_side,
    other_side,
)
from factcheck_number.traits import (
    counts_noun,
    is_density,
    is_negative,
    is_small,
    names_race,
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
# Times a bound, from where a share or a count in other words hardly tells of the same.
_BEYOND = {Form.SHARE: Decimal("1.5"), Form.COUNT: Decimal(2)}

Rules = Sequence[tuple[str, Callable[[Pair], object]]]


def says_nothing(pair: Pair) -> str:
    """Return why a figure that may be of the same thing tells nothing of it either way, if so."""
    return _reason(pair, _EITHER_WAY, _EITHER_WAY_UNLESS_WORDED)


def no_contradiction(pair: Pair) -> str:
    """Return why another figure contradicts nothing, if so; the claim's own wording nearly always tells."""
    return _reason(pair, _NO_CONTRADICTION, _NO_CONTRADICTION_UNLESS_WORDED)


def _reason(pair: Pair, rules: Rules, unless_worded: Rules) -> str:
    told = rules if pair.worded else chain(rules, unless_worded)
    return next((reason for reason, holds in told if holds(pair)), "")


def _is_common(pair: Pair) -> bool:
    """Whether a figure tells nothing outside the claim's own wording: "first", or a 0 that counts nothing."""
    if pair.worded:
        return False
    if not pair.ours.point and pair.theirs.high == 0 and not counts_noun(pair.found):
        return True
    if not is_small(pair.ours):
        return False
    if pair.ours.form is not Form.ORDINAL:
        return not counts_noun(pair.claimed)
    alike = pair.here.statement.meets(pair.there.statement)
    return pair.match.shared < (_SAID_OF_EVENT if alike else _SAID)


def _only_one_restricts(pair: Pair) -> bool:
    differ = tells_which(pair.claimed) != tells_which(pair.found)
    return differ and (which_ones(pair.claimed) or which_ones(pair.found))


def _both_restrict(pair: Pair) -> bool:
    """Whether both tell which ones are meant, and not in the same words from the same side."""
    one_way = (pair.ours.low is None) == (pair.theirs.low is None)
    return which_ones(pair.claimed) and which_ones(pair.found) and not (one_way and pair.worded)


def _is_below_zero(pair: Pair) -> bool:
    counts = counts_noun(pair.claimed) and not pair.ours.unit
    return counts and is_negative(pair.ours) != is_negative(pair.theirs)


def _rates_differ(pair: Pair) -> bool:
    often, other = rate_of(pair.claimed), rate_of(pair.found)
    return bool(often and other) and often != other


def _only_one_has_rate(pair: Pair) -> bool:
    return pair.ours.form is Form.COUNT and bool(rate_of(pair.claimed)) != bool(rate_of(pair.found))


def _at_another_event(pair: Pair) -> bool:
    """Whether ages are of no event that both tell, but for those of one person of whom nothing happens."""
    alike = pair.match.shared >= _SAME_PERSON and not (pair.events or pair.other_events)
    return pair.is_age and not alike and pair.events.isdisjoint(pair.other_events)


def _did_so(pair: Pair) -> bool:
    """Whether both tell of one event, be it by the noun that they count: "no deaths"."""
    return _noun_tells(pair) or pair.here.statement.meets(pair.there.statement)


def _noun_tells(pair: Pair) -> bool:
    """Whether a passage's noun says of those it counts what a claim's verb says of people: "40 *viewers*"."""
    return same_noun(pair.claimed, pair.found) and not pair.there.amount.of_people


def _conditions_differ(pair: Pair) -> bool:
    one, two = condition(pair.here), condition(pair.there)
    return bool(one or two) and one.isdisjoint(two)


def _is_least_count(pair: Pair) -> bool:
    ours = pair.ours
    plain = ours.form is Form.COUNT and not ours.unit
    return plain and ours.low is not None and ours.low <= _FEW and ours.high is None


def _is_beyond(pair: Pair) -> bool:
    """Whether a figure is far from the bound it is held to: "over 26 percent" of one thing, 45 of another."""
    ours, theirs = pair.ours.figure, pair.theirs.figure
    if not pair.agreed or pair.ours.point or pair.ours.form not in _BEYOND or not ours or not theirs:
        return False
    times = _BEYOND[pair.ours.form]
    return pair.ours.unit == pair.theirs.unit and max(ours, theirs) > times * min(ours, theirs)


def _is_another_ordinal(pair: Pair) -> bool:
    same = _SAME_SMALL if is_small(pair.theirs) else _SAME_ORDINAL
    return pair.ours.form is Form.ORDINAL and pair.match.shared < same


def _only_one_counts(pair: Pair) -> bool:
    counts = pair.ours.form is Form.COUNT and not pair.ours.unit
    return counts and counts_noun(pair.claimed) != counts_noun(pair.found)


def _changes_over_another_time(pair: Pair) -> bool:
    ours, theirs = pair.here.moment.years, pair.there.moment.years
    return bool(pair.ours.change and (ours or theirs)) and ours.isdisjoint(theirs)


def _is_part_of_sort(pair: Pair) -> bool:
    return pair.ours.form is Form.COUNT and is_some(pair.here) and not is_some(pair.there)


def _is_undated(pair: Pair) -> bool:
    moment = pair.here.moment
    return pair.match.closeness is Closeness.UNDATED and bool(moment.time or moment.then)


_EITHER_WAY: Rules = (
    ("measures another side", lambda p: p.ours.unit and other_side(p.claimed, p.found)),
    ("another line of the sheet is of it", lambda p: of_another_line(p.claimed, p.found)),
    ("nothing of its line is said", lambda p: of_unsaid_line(p.claimed, p.found)),
    ("measured from elsewhere", lambda p: p.ours.unit and from_elsewhere(p.claimed, p.found)),
    ("the age of somebody else", lambda p: p.is_age and of_another_person(p.claimed, p.found)),
    (
        "a share of something else",
        lambda p: p.ours.form is not Form.COUNT and of_another_whole(p.here, p.there),
    ),
    (
        "another part of the same",
        lambda p: p.ours.form is not Form.COUNT and of_another_part(p.here, p.there),
    ),
    ("every text has such a figure somewhere", _is_common),
    ("measures something else", lambda p: measures_another(p.claimed, p.found)),
    ("in what its column is, it does not say", lambda p: is_scaled(p.found)),
    (
        "a name that the text does not have",
        lambda p: p.agreed and of_a_stranger(p.here, p.there, p.found.speaker or ""),
    ),
    (
        "said of another figure of the sentence",
        lambda p: said_of_another(p.here, p.there) or at_the_time_of_another(p.here, p.there),
    ),
    (
        "said of the figure beside it",
        lambda p: p.ours.form is Form.COUNT and said_of_sibling(p.here, p.there),
    ),
    ("of whom the other half of the sentence names", lambda p: of_another_half(p.here, p.there)),
    ("at a milestone it does not tell", lambda p: p.here.moment.on_another_occasion(p.there.moment)),
    ("a difference is no level", lambda p: is_difference(p.here) != is_difference(p.there)),
    ("so many until then", lambda p: has_ended(p.there) and not has_ended(p.here)),
    (
        "what it was before",
        lambda p: p.agreed and p.there.moment.then and not (p.here.moment.then or p.here.moment.time),
    ),
    (
        "what it was before it changed",
        lambda p: p.agreed and is_old(p.there) and not is_old(p.here) and not p.here.moment.time,
    ),
    ("talk, or taken back at once", lambda p: is_disowned(p.there) and not is_disowned(p.here)),
    ("may be so and need not", lambda p: may_be(p.there) and not may_be(p.here)),
    ("what another figure is held against", lambda p: is_yardstick(p.there) and not is_yardstick(p.here)),
    ("counts a sort of its own", lambda p: p.match.sort),
    ("tells which ones are meant", lambda p: not p.worded and _only_one_restricts(p)),
    ("nothing is counted below zero", _is_below_zero),
    ("far beyond the bound", lambda p: p.far and not p.ours.point and p.agreed),
    ("an age at another event", lambda p: p.is_age and p.events != p.other_events),
    (
        "none of them did so",
        lambda p: 0 in (p.ours.high, p.theirs.high) and p.events and not _did_so(p),
    ),
    ("so many in another time", _rates_differ),
    ("a mean is no total", lambda p: is_mean(p.here) != is_mean(p.there)),
    ("of another order", lambda p: p.far and p.agreed is False and not p.ours.unit),
)

_EITHER_WAY_UNLESS_WORDED: Rules = (
    ("of others", lambda p: of_others(p.claimed, p.found)),
    ("nearly every count is one or two or more", _is_least_count),
    ("far beyond the bound", _is_beyond),
    ("of another order", lambda p: p.far),
)

_NO_CONTRADICTION: Rules = (
    ("what it was before it changed", lambda p: not p.dated and is_old(p.there) and not is_old(p.here)),
    ("what it was, as the next sentence says", lambda p: not p.dated and is_followed(p.there)),
    ("of a time of its own", lambda p: not p.dated and is_bracketed(p.there)),
    ("goes on", lambda p: goes_on(p.there) and not goes_on(p.here)),
    ("under another condition", _conditions_differ),
    (
        "what it takes for the rest to hold",
        lambda p: opens_as_bound(p.found) and not opens_as_bound(p.claimed),
    ),
    ("of those it opens with alone", lambda p: of_scope(p.here, p.there)),
    ("counts those of every sort", lambda p: counts_all(p.claimed, p.found)),
    ("the claim's is of a part", _is_part_of_sort),
    ("how much one is more than another", lambda p: is_gap(p.here) != is_gap(p.there)),
    ("an example", lambda p: is_example(p.there) and not is_example(p.here)),
    ("the first or last of them", lambda p: selects(p.there) or selects(p.here)),
    ("counts what was just named", lambda p: points_back(p.claimed) or points_back(p.found)),
    ("an age at no known event", _at_another_event),
    ("the claim gives that figure too", lambda p: not p.worded and is_claimed_too(p.claimed, p.found)),
    ("of all, wherever they are", lambda p: of_all(p.claimed, p.found)),
    ("another distance", lambda p: names_race(p.claimed) or names_race(p.found)),
    ("one of them, whichever", lambda p: is_any(p.claimed, p.found)),
    ("another one of a row", lambda p: of_another_one(p.claimed, p.found)),
    ("adds up with the figure beside it", lambda p: adds_up(p.claimed, p.found)),
    ("the sentence gives the claim's figure too", lambda p: gives_it_too(p.claimed, p.found)),
    ("tells which ones are meant", _both_restrict),
)

_NO_CONTRADICTION_UNLESS_WORDED: Rules = (
    ("the claim gives an example", lambda p: is_example(p.here)),
    ("another sentence gives the claim's figure", lambda p: given_elsewhere(p.claimed, p.found)),
    ("of somebody else", lambda p: of_somebody_else(p.claimed, p.found)),
    (
        "counts those of whom more is said",
        lambda p: not (is_density(p.claimed) or _noun_tells(p)) and says_more(p.here, p.there.keys),
    ),
    ("of a time it does not say", _is_undated),
    (
        "of a time before it",
        lambda p: p.here.moment.then and not (p.there.moment.then or p.there.moment.time),
    ),
    (
        "at a milestone, which the claim does not tell",
        lambda p: p.there.moment.on_another_occasion(p.here.moment),
    ),
    ("counts only some of them", lambda p: p.match.narrower),
    ("tells what sort it is", lambda p: tells_sort(p.claimed) or tells_sort(p.found)),
    ("only one of them says which side it measures", lambda p: only_one_side(p.claimed, p.found)),
    ("as far as the bound goes", lambda p: p.miss is Miss.SAME_AS_BOUND),
    ("another of the same sort", _is_another_ordinal),
    ("only one of them says what it counts", _only_one_counts),
    ("only one of them is so many each time", _only_one_has_rate),
    ("a change over another time", _changes_over_another_time),
)
