"""What stands beside two figures that seem to be of one thing: other figures, names, the noun behind."""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.checks import Occurrence
from factcheck.clauses import figures, is_time
from factcheck.relations import is_located
from factcheck.setting import Setting
from factcheck.text import Span
from factcheck.vocabulary import word_keys, word_list
from factcheck.wording import GENERIC_WEIGHT, keys_of
from factcheck_number.quantity import Form, Quantity, agrees
from factcheck_number.traits import (
    is_definite,
    is_telling,
    numbered,
    same_noun,
)
from factcheck_number.words import is_number_word

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_BESIDE = 3  # sentences around a figure in which others may go on counting the same


def measures_another(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether a measure is of the noun behind it ("the 58-kilometre *wall*"), which a claim does not name."""
    if not found.mention.reading.unit or "-" not in found.mention.text.strip("-"):
        return False
    document = found.document
    after = document.tokens.at(found.mention.end)
    word = document.tokens.words[after] if after < len(document.tokens.words) else ""
    keys = word_keys(word, document.language)
    return bool(keys) and keys.isdisjoint(Setting.of(claimed).keys)


def is_scaled(found: Occurrence) -> bool:
    """Whether a figure without a unit stands in a column whose head has one: "Revenue (€ million)"."""
    cell = Setting.of(found).cell
    if cell is None or found.mention.reading.unit:
        return False
    words, language = found.document.words_in(cell.column), found.document.language
    return any(
        is_number_word(language, word) if word[0].isalpha() else not (word == "-" or _YEAR.fullmatch(word))
        for word in words
    )


def counts_all(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether a claim counts a sort that a passage has beside all of them: "41 medals: 12 *gold*, ..."."""
    one, two = Setting.of(claimed).counted, Setting.of(found).counted
    if one is None or two is None:
        return False
    sort = one.modifiers - two.modifiers - two.head
    return not sort.isdisjoint(Setting.of(found).keys - Setting.of(found).reach.own_keys)


def of_others(claimed: Occurrence, found: Occurrence) -> bool:
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


def of_somebody_else(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether a sentence opens with a name that a claim does not have, and has none of the claim's names."""
    ours, theirs = Setting.of(claimed), Setting.of(found)
    own = [word for name in ours.names for word in name]
    if not own or any(word.keys & (theirs.keys | theirs.referred) for word in own):
        return False
    full = (name for name in theirs.names if len(name) > 1 and name[0].start < found.mention.start)
    told = (keys_of(name) for name in full)
    opening = theirs.subject.leading_name
    return any(name and name.isdisjoint(ours.keys) for name in (opening, *told))


def of_another_one(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether a passage tells of another one of a row than a claim, and not with the claim's figure.

    "The second hall has nine doors" is not contradicted by "the third hall has seven doors".
    """
    if claimed.mention.reading.form is not Form.ORDINAL or not is_definite(claimed):
        return False
    told = [one for one in figures(found.document, Setting.of(found).sentence) if one.judgeable]
    told = [one for one in told if one.kind == found.mention.kind]
    own = numbered(claimed)
    return bool(own) and not any(agrees(one.reading, two.reading)[0] for one in own for two in told)


def is_any(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether a figure is a "one" that may single out any of many ("of one colour").

    No verb stands before it, nor the same word as before the claim's figure.
    """
    quantity: Quantity = found.mention.reading
    if not (quantity.spelled and quantity.point and quantity.low == 1):
        return False
    before = Setting.of(found).word_before
    verbs = word_list(found.document.language, "verbs")
    return before not in ("", Setting.of(claimed).word_before) and before not in verbs


def of_all(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether a claim says where, and the passage's figure is of all: "of the 480 workers, 190 in Lier"."""
    setting = Setting.of(claimed)
    return Setting.of(found).amount.is_total and any(is_located(setting, name) for name in setting.names)


def adds_up(claimed: Occurrence, found: Occurrence) -> bool:
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


def gives_it_too(claimed: Occurrence, found: Occurrence) -> bool:
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


def is_claimed_too(claimed: Occurrence, found: Occurrence) -> bool:
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


def given_elsewhere(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether a text has a claim's telling figure in a sentence that says more of what the claim does.

    Names do not count: every sentence of a text may have them.
    """
    ours: Quantity = claimed.mention.reading
    if not is_telling(ours) and ours.unit != "percent":
        return False
    document, setting = found.document, Setting.of(claimed)
    noun = setting.counted.noun if setting.counted else None
    words = setting.weights.words(noun, frozenset())
    said = [word.keys for word in words if word.weight > GENERIC_WEIGHT and not word.name]

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
