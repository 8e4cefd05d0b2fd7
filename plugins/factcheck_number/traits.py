"""What a figure is like: small, telling, a rate, one that tells which are meant, far from another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.checks import Occurrence
from factcheck.clauses import figures
from factcheck.keys import events_among
from factcheck.model import Mention
from factcheck.setting import Setting
from factcheck.shades import restricts
from factcheck.text import Span, function_words
from factcheck.vocabulary import grammar
from factcheck.wording import sentence_keys
from factcheck_number import units
from factcheck_number.quantity import Form, Quantity, in_one_unit
from factcheck_number.scan import Tables, tables
from factcheck_number.sides import names_side

_SMALL = 10
_FAR = 20  # times
_OPENING = 4  # tokens behind a bound that opens a sentence, up to its comma
_DIGITS = 3  # of a figure that tells what is meant
_ORDER = 10  # figures further apart than this factor count one thing only where both name it


def far_apart(ours: Quantity, theirs: Quantity) -> bool:
    """Whether two figures differ so much that they hardly tell of one thing at two times."""
    alike = in_one_unit(ours, theirs)
    ends = [end for quantity in alike for end in (quantity.low, quantity.high) if end is not None]
    return len(ends) == 4 and min(ends) > 0 and max(ends) > _FAR * min(ends)


def events_before(found: Occurrence) -> frozenset[str]:
    """Return what the sentence before tells, where this one goes on about the same person: "He was 81"."""
    setting = Setting.of(found)
    if not setting.subject.refers_back or not setting.index:
        return frozenset()
    said = sentence_keys(found.document, setting.index - 1)
    return events_among(said)


def is_definite(occurrence: Occurrence) -> bool:
    """Whether an article that points stands before a figure: "*the* second"."""
    return Setting.of(occurrence).word_before in grammar(occurrence.document.language, "definite")


def numbered(occurrence: Occurrence) -> list[Mention]:
    """Return the figures behind an ordinal in its clause: *nine* in "the second hall has *nine* doors"."""
    mention, clause = occurrence.mention, Setting.of(occurrence).clause
    behind = figures(occurrence.document, Span(mention.end, max(clause.end, mention.end)))
    counts = (one for one in behind if one.kind == mention.kind and one.judgeable)
    return [one for one in counts if one.reading.form is not Form.ORDINAL]


def is_far(claimed: Quantity, found: Quantity) -> bool:
    """Whether two figures are more than an order of magnitude apart."""
    ours, theirs = (one.figure or one.high or one.low for one in (claimed, found))
    if not ours or not theirs or claimed.unit != found.unit:
        return False
    return abs(ours) > _ORDER * abs(theirs) or abs(theirs) > _ORDER * abs(ours)


def same_noun(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether two figures count one noun."""
    ours, theirs = Setting.of(claimed).counted, Setting.of(found).counted
    return bool(ours and theirs and ours.head & theirs.head)


def which_ones(occurrence: Occurrence) -> bool:
    """Whether a bound only tells which ones something is said of: "children *under 14* pay half"."""
    return not occurrence.mention.reading.point and tells_which(occurrence)


def tells_which(occurrence: Occurrence) -> bool:
    """Whether a figure only tells which ones are meant, bound or not: "children of *14*"."""
    return occurrence.mention.reading.group or restricts(Setting.of(occurrence))


def opens_as_bound(occurrence: Occurrence) -> bool:
    """Whether a sentence begins with a bound and a comma: "*Below 20 microphones*, the hum drowns"."""
    quantity: Quantity = occurrence.mention.reading
    setting = Setting.of(occurrence)
    behind = occurrence.document.words_in(Span(occurrence.mention.end, setting.sentence.end))[:_OPENING]
    return not quantity.point and occurrence.mention.start == setting.sentence.start and "," in behind


def points_back(occurrence: Occurrence) -> bool:
    """Whether "these" or the like stands before a figure, so that it counts what the text just named."""
    return Setting.of(occurrence).word_before in grammar(occurrence.document.language, "demonstratives")


def tells_sort(occurrence: Occurrence) -> bool:
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
        and not names_side(word, document.language)
    )


def names_race(occurrence: Occurrence) -> bool:
    """Whether a length is the name of a race: "won *the 800 metres*", no "the 800 metres of wall"."""
    quantity: Quantity = occurrence.mention.reading
    language, tokens = occurrence.document.language, occurrence.document.tokens
    if quantity.dimension != "length":
        return False
    behind = "".join(tokens.words[tokens.at(occurrence.mention.end) :][:1])
    alone = not behind.isalpha() or behind in function_words(language) - frozenset(grammar(language, "of"))
    return alone and Setting.of(occurrence).word_before in grammar(language, "definite")


def is_density(occurrence: Occurrence) -> bool:
    """Whether a figure is so many in a unit of anything: "900 people *per* square mile"."""
    noun, document = Setting.of(occurrence).counted, occurrence.document
    behind = document.tokens.words[document.tokens.at(noun.noun.end) :][:1] if noun else []
    per = tables(document.language).sets["per_words"]
    return any(word in per and word not in grammar(document.language, "articles") for word in behind)


def rate_of(occurrence: Occurrence) -> str:
    """Return the unit of time that so many are counted in ("30 ships a *day*"), empty where none is named.

    Before it no article names the unit ("a day"), but "each" does, and an adverb on either side ("annually").
    """
    document, setting = occurrence.document, Setting.of(occurrence)
    names, mention = tables(document.language), occurrence.mention
    behind = document.words_in(Span(mention.end, max(setting.clause.end, mention.end)))
    before = document.words_in(Span(min(setting.clause.start, mention.start), mention.start))
    adverbs = dict(entry.split(":") for entry in names.sets["per_adverbs"])
    named = [
        *_rates(_up_to_shift(behind, names), names, names.sets["per_words"]),
        *_rates(before, names, names.sets["per_each"]),
        *(adverbs[word] for word in (*behind, *before) if word in adverbs),
    ]
    return named[0] if named else ""


def _up_to_shift(words: list[str], names: Tables) -> list[str]:
    """Return the words before "a year *earlier*", which is no rate."""
    at = next((at for at, word in enumerate(words) if word in names.sets["per_shifts"]), len(words) + 2)
    return words[: max(0, at - 2)]


def _rates(words: Sequence[str], names: Tables, per: frozenset[str]) -> Iterator[str]:
    """Yield the units of time that stand right behind one of some words: "a *day*"."""
    for word, after in pairwise(words):
        if word in per:
            units_named = [unit for phrase, unit in names.units.get(after, ()) if phrase == (after,)]
            if units_named and units_named[0] in units.CALENDAR:
                yield units_named[0]


def counts_noun(occurrence: Occurrence) -> bool:
    """Whether a figure says what it counts."""
    return occurrence.mention.value.get("noun") is not None


def is_negative(quantity: Quantity) -> bool:
    """Whether all of a figure's interval is below zero."""
    return quantity.high is not None and quantity.high < 0


def is_small(quantity: Quantity) -> bool:
    """Whether every text has several counts or ordinals of this size."""
    figure = quantity.figure if quantity.figure is not None else quantity.low
    counts = quantity.form in (Form.COUNT, Form.ORDINAL) and not quantity.unit
    return counts and figure is not None and figure < _SMALL


def is_telling(quantity: Quantity) -> bool:
    """Whether a figure has so many digits that hardly two things have the same: 55.8, 41 million euros."""
    if quantity.figure is None:
        return False
    digits = len(f"{quantity.figure:f}".strip("0.").replace(".", ""))
    return digits >= _DIGITS - bool(quantity.scaled and quantity.unit)
