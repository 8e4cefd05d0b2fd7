"""The time words of a language, read from its pack once."""

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from functools import cache
from typing import Any, NamedTuple, TypeVar

from factcheck import languages
from factcheck_date.value import DAY_SECONDS, Length

T = TypeVar("T")
Words = frozenset[str]
Phrases = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]

_UNITS = {
    "s": Length(seconds=Fraction(1)),
    "min": Length(seconds=Fraction(60)),
    "h": Length(seconds=Fraction(3600)),
    "d": Length(seconds=Fraction(DAY_SECONDS)),
    "weekend": Length(seconds=Fraction(2 * DAY_SECONDS)),
    "w": Length(seconds=Fraction(7 * DAY_SECONDS)),
    "m": Length(months=Fraction(1)),
    "q": Length(months=Fraction(3)),
    "y": Length(months=Fraction(12)),
}


class Unit(NamedTuple):
    """A unit of time: ``kind`` is a letter of the pack (``y``), ``size`` how many of it the word means."""

    kind: str
    size: int

    def times(self, amount: Fraction) -> Length:
        """Return the length of an amount of this unit."""
        one = _UNITS[self.kind]
        return Length(one.months * amount * self.size, one.seconds * amount * self.size)


class Lexicon:
    """The words of one language by what they do; each field is the key of the pack file.

    A plain class: a tuple of so many fields takes longer to make than the pack to read.
    """

    order: str
    order_sure: bool
    months_capital: bool
    decimals: str
    months: Mapping[str, int]
    months_short: Words
    months_doubtful: Words
    weekdays: Mapping[str, int]
    weekdays_short: Words
    weekdays_plural: Words
    seasons: Mapping[str, int]
    quarters: Words
    halves: Words
    century: Words
    decades: Mapping[str, int]
    decade_lead: Words
    decade_tail: Words
    tens_names: Mapping[str, int]
    units: Mapping[str, Unit]
    units_short: Words
    units_plural: Words
    units_no_article: Words
    units_clock: Words
    clock_prepositions: Words
    duration_prepositions: Words
    duration_suffixes: Words
    fillers: Words
    of_words: Words
    whole: Words
    ages: Words
    ages_being: Words
    aging: Words
    ages_filler: Words
    ages_person: Words
    ages_when: Words
    ages_before: Phrases
    ages_after: Phrases
    cardinals: Mapping[str, int]
    multipliers: Mapping[str, int]
    articles_one: Words
    fractions: Mapping[str, Fraction]
    joined_fractions: Mapping[str, Fraction]
    vague: Mapping[str, int]
    vague_of: Words
    and_words: Words
    or_words: Words
    ordinals: Mapping[str, int]
    ordinal_tails: Words
    last_words: Words
    day_words: Mapping[str, int]
    day_phrases: Phrases
    day_doubtful: Words
    day_blockers: Words
    now_words: Words
    shifts: Mapping[str, int]
    nearest: Words
    beyond: Phrases
    starting: Phrases
    spanning: Words
    ends: Words
    cues: Words
    ago: Phrases
    offsets: Phrases
    offsets_doubtful: Words
    succession: Mapping[str, int]
    later: Phrases
    exactly: Words
    planned: Words
    happening: Words
    run_labels: Words
    unbroken: Words
    anniversaries: Words
    celebrating: Words
    day_adverbs: Words
    told_steps: Mapping[str, int]
    told_bare: Mapping[str, int]
    told_behind: Mapping[str, int]
    told_articles: Words
    told_by_others: Words
    told_blockers: Words
    day_parts: Words
    day_parts_joined: Words
    day_times: Mapping[str, str]
    day_part_leads: Phrases
    clock_leads: Words
    clock_spans: Words
    clock_joins: Words
    clock_marks: Phrases
    clock_ends: Words
    in_words: Words
    future: Words
    prefixes: Phrases
    suffixes: Phrases
    ended: Phrases
    articles: Words
    range_starts: Phrases
    range_joins: Phrases
    list_joins: Words
    year_prepositions: Words
    year_sure_prepositions: Words
    year_weak_prepositions: Words
    year_before_name: Words
    count_nouns: Words
    plural_endings: tuple[str, ...]
    period_nouns: Words
    every: Words
    every_other: Mapping[str, int]
    times: Mapping[str, int]
    times_words: Words
    per: Words
    hedges: Phrases
    hedges_after: Phrases
    holidays: Phrases
    eras: Phrases
    era_prepositions: Words
    born: Words
    died: Words
    aliases: Words
    works: Words
    of_years: Words
    lasting: Words
    negations: Phrases
    denials: Words
    nobody: Words
    until: Words
    anchors: Mapping[str, str]

    def __init__(self, fields: Mapping[str, Any]):
        self.__dict__.update(fields)


def _pairs(text: str, read: Callable[[str], T]) -> dict[str, T]:
    return {word: read(value) for word, _, value in (pair.partition("=") for pair in text.split())}


def _unit(text: str) -> Unit:
    kind = text.lstrip("0123456789")
    return Unit(kind, int(text[: -len(kind)] or 1))


def _phrases(text: str, key: int) -> Phrases:
    """Return phrases by their first (0) or last (-1) word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for entry in text.split():
        phrase, _, value = entry.rpartition("=") if "=" in entry else (entry, "", "join")
        words = tuple(phrase.split("_"))
        found.setdefault(words[key], []).append((words, value))
    return {word: tuple(sorted(all_, key=lambda p: -len(p[0]))) for word, all_ in found.items()}


_INTEGERS = """
months weekdays seasons decades tens_names cardinals multipliers vague ordinals day_words shifts
every_other times succession told_steps told_bare told_behind
"""
_WORDS = """
months_short months_doubtful weekdays_short weekdays_plural quarters halves century decade_lead
decade_tail  units_short units_plural units_no_article units_clock clock_prepositions
duration_prepositions  duration_suffixes fillers of_words whole ages ages_being aging ages_filler
ages_person ages_when articles_one vague_of
and_words or_words ordinal_tails last_words  day_doubtful day_blockers now_words cues in_words future
articles list_joins year_prepositions year_sure_prepositions year_weak_prepositions year_before_name
count_nouns period_nouns every times_words per born died aliases works lasting told_articles told_by_others
told_blockers day_parts day_parts_joined clock_leads clock_spans clock_joins clock_ends nearest spanning ends
exactly day_adverbs planned anniversaries celebrating denials nobody until
of_years offsets_doubtful era_prepositions happening run_labels unbroken
"""
_BACKWARD = "prefixes range_starts hedges ages_before"
_FORWARD = """
day_phrases beyond starting ages_after day_part_leads clock_marks
ago later offsets suffixes ended range_joins holidays eras hedges_after negations
"""


@cache
def lexicon(language: str) -> Lexicon | None:
    """Return the time words of a language, ``None`` where no pack has them."""
    pack = languages.load(language, "dates")
    if not pack:
        return None
    plain = ("order", "order_sure", "months_capital", "decimals")
    fields: dict[str, Any] = {name: pack[name] for name in plain}
    fields |= {name: _pairs(pack[name], int) for name in _INTEGERS.split()}
    fields |= {name: frozenset(pack[name].split()) for name in _WORDS.split()}
    fields |= {name: _phrases(pack[name], -1) for name in _BACKWARD.split()}
    fields |= {name: _phrases(pack[name], 0) for name in _FORWARD.split()}
    fields |= {name: _pairs(pack[name], Fraction) for name in ("fractions", "joined_fractions")}
    fields["day_times"] = _pairs(pack["day_times"], str)
    fields["weekdays"] |= _joined_weekdays(fields)
    fields["units"] = _pairs(pack["units"], _unit)
    fields["plural_endings"] = tuple(pack["plural_endings"].split())
    return Lexicon({**fields, "anchors": _anchors(fields)})


def _joined_weekdays(fields: Mapping[str, Any]) -> dict[str, int]:
    """Return the days of the week with a part of the day joined to them, where a language does so."""
    abbreviated = fields["weekdays_short"] | fields["weekdays_plural"]
    whole = [(word, number) for word, number in fields["weekdays"].items() if word not in abbreviated]
    return {word + part: number for word, number in whole for part in fields["day_parts_joined"]}


def _anchors(fields: Mapping[str, Any]) -> dict[str, str]:
    """Return which parser looks at which word; a later kind wins a word that two claim."""
    kinds: tuple[tuple[str, Iterable[str]], ...] = (
        ("day_part", fields["day_parts"]),
        ("era", fields["eras"]),
        ("holiday", fields["holidays"]),
        ("season", fields["seasons"]),
        ("day_word", fields["day_words"]),
        ("day_word", fields["day_phrases"]),
        ("every", fields["every"]),
        ("times", fields["times"]),
        ("times", fields["times_words"]),
        ("weekday", fields["weekdays"]),
        ("month", fields["months"]),
        ("decade", fields["decades"]),
        ("unit", fields["units"]),
        ("half", fields["halves"]),
        ("quarter", ("q", "h")),
        (
            "year_words",
            (word for word, value in fields["cardinals"].items() if 17 <= value <= 19 or value == 2000),
        ),
        ("year_words", (word for word, value in fields["multipliers"].items() if value == 1000)),
    )
    return {word: kind for kind, words in kinds for word in words}
