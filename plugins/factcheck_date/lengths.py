"""Durations: nine-month, half a century, two years and a half."""

from __future__ import annotations

from fractions import Fraction

from factcheck.ages import is_age
from factcheck.keys import tells_event
from factcheck.vocabulary import grammar, is_concept, word_keys
from factcheck_date.lexicon import Unit
from factcheck_date.often import per_unit
from factcheck_date.quantities import Amount, amount_behind, decimal
from factcheck_date.scan import Atom, Scan
from factcheck_date.value import Length, Reading

_OLD = frozenset(("y", "m", "w"))  # units that people are old in
_ORDER = ["y", "q", "m", "w", "d", "h", "min", "s"]


def duration(scan: Scan, index: int) -> Atom | None:
    """Return the duration that the unit at a token ends, with hedge or bound; ``None`` without an amount."""
    lex, word = scan.lex, scan.words[index]
    if not scan.near(index) or scan.word(index + 1) in lex.ages or _aged(scan, index):
        return None
    at = index - 1 if scan.word(index - 1) == "-" else index
    third_year = at < index and scan.word(at - 1) in lex.ordinals  # a third-year student
    if third_year or _ends_ordinal(scan, index):
        return None
    upward = scan.word(at - 1) == "+" and scan.glued(at - 1)  # 20+ years
    at -= upward
    skipped = 0
    while scan.word(at - 1) in lex.fillers and skipped < 2 and at == index - skipped and not upward:
        at, skipped = at - 1, skipped + 1
    amount = amount_behind(scan, at)
    if amount is None and skipped:
        at = index
        amount = amount_behind(scan, at)
    if (
        amount is None
        and scan.word(index - 1) in lex.whole
        and word not in lex.units_plural | lex.units_short
    ):
        amount = Amount(index - 1, Fraction(1), counts=False)
    if amount is None or (word in lex.units_short and not scan.words[amount.first][0].isdecimal()):
        return None
    if _clock(scan, amount, index) or _inside_code(scan, amount.first):
        return None
    if len(word) == 1 and scan.capital(index):  # 3D
        return None
    unit = lex.units[word]
    if scan.behind(amount.first, lex.ages_before):
        return None
    old = _is_age(scan, amount.first, index) or is_age(scan.document, amount.first, index + 1)
    if unit.kind in _OLD and old:
        return None
    if unit.kind == "q" and _is_fraction(scan, amount, index):
        return None
    if _article_only(scan, amount, at, unit) and not _article_counts(scan, amount, index):
        return None
    length = unit.times(amount.low)
    upper = unit.times(amount.upper) if amount.upper else None
    end, length = _rest(scan, index + 1, length, unit)
    first, bound, hedge = _hedged(scan, amount.first, end)
    if upward:
        bound = "at_least"
    elif not bound and (after := scan.ahead(end, lex.hedges_after)):
        end, bound = after
    length = length._replace(bound=bound, hedge=hedge, upper=upper, counts=amount.counts)
    offset = scan.ahead(end, lex.later) is not None or _counts_from(scan, end)
    return Atom(first, end, Reading("duration", length=length, offset=offset))


def _counts_from(scan: Scan, index: int) -> bool:
    """Whether a length is counted from what follows: *3 jaar voor de opening*, not *3 jaar voor de stad*."""
    lex, language = scan.lex, scan.document.language
    told = scan.ahead(index, lex.offsets)
    if told is None or scan.word(index) not in lex.offsets_doubtful:
        return told is not None
    at = told[0]
    while scan.near(at) and scan.word(at) in grammar(language, "articles"):
        at += 1
    return not is_concept(scan.word(at), language) or tells_event(word_keys(scan.word(at), language))


def _is_fraction(scan: Scan, amount: Amount, index: int) -> bool:
    """Whether a quarter is a fourth part: "three quarters of a mile", "pays one quarter"; not "for one"."""
    if scan.word(index + 1) in scan.lex.of_words:
        return True
    spelled = (
        scan.words[amount.first].isalpha() and amount.low in (1, 3) and scan.word(index) in scan.lex.fractions
    )
    return spelled and scan.word(amount.first - 1) not in scan.lex.duration_prepositions


def _is_age(scan: Scan, first: int, index: int) -> bool:
    """Whether somebody is so many years old where a language leaves "old" out: *Vera Maas is 58 jaar*."""
    after = scan.word(index + 1) if scan.near(index + 1) else ""
    follows = after[:1].isalnum() and after not in scan.lex.ages_when
    while scan.word(first - 1) in scan.lex.ages_filler:
        first -= 1
    named = scan.capital(first - 2) or scan.word(first - 2) in scan.lex.ages_person
    return scan.word(first - 1) in scan.lex.ages_being and named and not follows


def _aged(scan: Scan, index: int) -> bool:
    if index + 1 < scan.size and scan.ahead(index + 1, scan.lex.ages_after):
        return True
    return scan.word(index + 1) == "-" and scan.word(index + 2) in scan.lex.ages


def _ends_ordinal(scan: Scan, index: int) -> bool:
    """Whether a unit is the last word of an ordinal: "the forty-second goal", a mere "forty-second"."""
    at = index - 2 if scan.word(index - 1) == "-" else index - 1
    tens = scan.lex.cardinals.get(scan.word(at), 0)
    if scan.words[index] not in scan.lex.ordinals or tens < 20 or tens % 10:
        return False
    before, language = scan.word(at - 1), scan.document.language
    owned = before in grammar(language, "definite") or before in grammar(language, "belonging")
    return scan.alone() or (at < index - 1 and (owned or before.endswith("'s")))


def _inside_code(scan: Scan, index: int) -> bool:
    return scan.glued(index) and (scan.word(index - 1).isalnum() or scan.word(index - 1) in "_/.:+@#$€£")


def _clock(scan: Scan, amount: Amount, index: int) -> bool:
    """Whether the unit tells the time of day: "om 15 uur", "9 uur 's ochtends"."""
    lex = scan.lex
    if scan.words[index] not in lex.units_clock:
        return False
    before, after = scan.word(amount.first - 1), scan.word(index + 1)
    if (
        before in lex.clock_prepositions
        and amount.low <= 24
        and scan.word(amount.first) not in lex.articles_one
    ):
        return before not in lex.duration_prepositions or scan.word(amount.first).isdecimal()
    return after == "'s" or (after == "'" and scan.word(index + 2) == "s") or after[:1].isdecimal()


def _article_only(scan: Scan, amount: Amount, end: int, unit: Unit) -> bool:
    """Whether the amount is no more than an article, or the "one" of "one day, ..."."""
    word = scan.words[amount.first]
    return amount.first == end - 1 and (
        word in scan.lex.articles_one or (unit.kind == "d" and amount.low == 1 and word in scan.lex.cardinals)
    )


def _article_counts(scan: Scan, amount: Amount, index: int) -> bool:
    """Whether "a year" is a length: behind "for", before "long", or as the first of two units."""
    lex, before = scan.lex, scan.word(amount.first - 1)
    if scan.word(index + 1) in lex.duration_suffixes or scan.ahead(index + 1, lex.later):
        return True
    if scan.ahead(index + 1, lex.ago) or _before_a_day(scan, index + 1):
        return True
    if scan.word(index + 1) in lex.and_words and (
        amount_and_unit(scan, index + 2) or _fraction_tail(scan, index + 2)
    ):
        return True
    if scan.words[index] in lex.units_no_article or not scan.near(amount.first):
        return False
    return before in lex.duration_prepositions or scan.behind(amount.first, lex.hedges) is not None


def _before_a_day(scan: Scan, index: int) -> bool:
    """Whether what follows counts a length from a day: "a week from Friday", "a week starting tomorrow"."""
    lex = scan.lex
    started, offset = scan.ahead(index, lex.starting), scan.ahead(index, lex.offsets)
    if started and started[1] == "always":
        word = scan.word(started[0])
        return word[:1].isdecimal() or word in lex.anchors or word in lex.shifts
    word = scan.word(offset[0]) if offset else ""
    return word in lex.day_words or word in lex.weekdays or word in lex.holidays


def amount_and_unit(scan: Scan, index: int) -> bool:
    """Whether an amount with its unit starts at a token."""
    for at in range(index + 1, min(index + 4, scan.size)):
        if scan.word(at) in scan.lex.units:
            found = amount_behind(scan, at)
            return found is not None and found.first <= index
    return False


def _rest(scan: Scan, index: int, length: Length, unit: Unit) -> tuple[int, Length]:
    """Add what follows the first unit: "and 3 months", "and a half", "fifteen"."""
    at, kind = index, unit.kind
    while found := _next_part(scan, at, kind):
        at, more, kind = found
        length = length.plus(more)
    return (at, length) if at > index else _tail(scan, index, length, unit)


def _next_part(scan: Scan, index: int, kind: str) -> tuple[int, Length, str] | None:
    lex, begin = scan.lex, _skip_joins(scan, index)
    for end in range(begin + 1, begin + 5):
        if not scan.near(end):
            return None
        word = scan.words[end]
        if word in lex.units and word not in lex.units_short:
            amount, unit = amount_behind(scan, end), lex.units[word]
            adjoins = amount is not None and amount.counts and amount.first in (begin, begin - 1)
            if amount is None or not adjoins or not _below(kind, unit.kind):
                return None
            if per_unit(scan, end + 1):  # six months, one hour a week
                return None
            return end + 1, unit.times(amount.low), unit.kind
    return None


def _skip_joins(scan: Scan, index: int) -> int:
    while scan.word(index) in scan.lex.and_words or scan.word(index) == ",":
        index += 1
    return index


def _tail(scan: Scan, index: int, length: Length, unit: Unit) -> tuple[int, Length]:
    """Add a fraction or the minutes that stand behind a unit without one of their own."""
    begin = _skip_joins(scan, index)
    if begin == index + 1 and scan.word(index) != ",":
        tail = _fraction_tail(scan, begin)
        if tail:
            return tail[0], length.plus(unit.times(tail[1]))
    if unit.kind == "h" and scan.near(begin):
        number = decimal(scan.words[begin]) or Fraction(scan.lex.cardinals.get(scan.words[begin], 0))
        follows = scan.word(begin + 1)
        if number in (10, 15, 20, 30, 40, 45, 50) and not follows.isalnum() and scan.word(index) != ",":
            return begin + 1, length.plus(Length(seconds=number * 60))
    return index, length


def _below(kind: str, other: str) -> bool:
    return kind in _ORDER and other in _ORDER and _ORDER.index(other) > _ORDER.index(kind)


def _fraction_tail(scan: Scan, index: int) -> tuple[int, Fraction] | None:
    lex = scan.lex
    at = index + 1 if scan.word(index) in lex.articles_one else index
    part = lex.fractions.get(scan.word(at))
    if part is None or scan.word(at + 1) in lex.of_words:
        return None
    return at + 1, part


def _hedged(scan: Scan, first: int, end: int) -> tuple[int, str, str]:
    found = scan.behind(first, scan.lex.hedges)
    if not found:
        return first, "", ""
    start, value = found
    if value == "maybe_more":  # "over six months" alone is as often during as more than
        measured = scan.word(start - 1) in scan.lex.duration_prepositions or _is_length(scan, end)
        return (start, "more_than", "") if measured else (first, "", "")
    return (start, "", value) if value in ("about", "nearly") else (start, value, "")


def _is_length(scan: Scan, end: int) -> bool:
    """Whether what follows says that how long something is was told: "50 minutes *long*", "*in length*"."""
    return scan.word(end) in scan.lex.duration_suffixes or scan.word(end + 1) in scan.lex.run_labels
