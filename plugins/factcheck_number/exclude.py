"""Figures that are no quantity by what stands beside them: years, addresses, pronouns, names."""

from __future__ import annotations

import re

from factcheck.keys import tells_place
from factcheck.text import function_words
from factcheck.vocabulary import is_common, is_plural, word_keys, word_list
from factcheck_number.figure import Figure, Found
from factcheck_number.figures import figure_at, starts
from factcheck_number.measures import unit_at
from factcheck_number.quantity import Form
from factcheck_number.scan import HYPHENS, Scan, cues

_MODELS = 100  # the numbers of names are small where a noun follows; others count it
_SHORT = 5  # letters of an abbreviation that a standard has: ISO 8859, RFC 2822
_VERSION = re.compile(r"\d{1,2}\.\d{1,2}")  # of a product: Debian 9.0

_QUOTES = frozenset(("'", '"', "“", "”", "‘", "’"))


def left_out(scan: Scan, figure: Figure) -> Found | None:
    """Return a span to pass over where a figure is a pronoun, year, address or clock time."""
    sets, k, i = scan.tables.sets, figure.end, figure.start
    before = scan.word(i - 1) if scan.near(i) else ""
    after = scan.word(k) if scan.near(k) else ""
    nothing = Found(i, k, None)
    if figure.form is Form.ORDINAL:
        return None if _is_ordinal(scan, figure, before, after) else nothing
    if figure.spelled and figure.unit is None:
        following = scan.lexicon.atoms.get(after)
        if k - i == 1 and _is_no_count(scan, figure, before, after):
            return nothing
        if following and figure.form is Form.COUNT and 10 < figure.value <= 20 < following.value + 11 <= 101:
            return Found(i, _year_end(scan, k), None)  # nineteen eighty-four
        if following and sets["half_clock"] and scan.words[i] in sets["halves"] and following.value <= 12:
            return Found(i, k + 1, None)  # half past nine
    if _is_clock(scan, figure, before, after):
        return nothing
    if _in_hours(scan, figure):
        return nothing
    if figure.unit and after in sets["streets"] and scan.raw(k)[0].isupper():
        return nothing  # 12km Road
    plain = figure.bare and figure.unit is None
    if plain and (_is_year(scan, figure, before, after) or _is_address(scan, figure)):
        return nothing
    decade = before in sets["decade_before"] and figure.unit is None and 20 <= figure.value <= 90
    return nothing if decade else None


def _is_no_count(scan: Scan, figure: Figure, before: str, after: str) -> bool:
    """Whether a lone word is the pronoun "one", or a "half" that belongs to the word after it."""
    sets, k = scan.tables.sets, figure.end
    if figure.form is Form.SHARE:
        return (after in HYPHENS and scan.glued(k)) or after in sets["half_not_after"]
    pronoun = scan.words[figure.start] in sets["one"] and bool(sets["pronoun_before"])
    return pronoun and not _counts_one(scan, before, after, k, len(scan.words))


def _in_hours(scan: Scan, figure: Figure) -> bool:
    """Whether "51m" goes on what began with hours: 15h 51m 13s."""
    if figure.unit != "metre" or scan.word(figure.end - 1) != "m" or not scan.near(figure.start):
        return False
    return scan.word(figure.start - 1) == "h" and scan.word(figure.start - 2)[:1].isdigit()


def _is_clock(scan: Scan, figure: Figure, before: str, after: str) -> bool:
    sets, k = scan.tables.sets, figure.end
    if figure.value > 24:
        return False
    dotted = after + scan.word(k + 1) + scan.word(k + 2)  # a.m
    if figure.unit is None and after and (after in sets["clock_after"] or dotted in sets["clock_after"]):
        return True
    return figure.unit == "hour" and before in sets["clock_before"]


def _year_end(scan: Scan, k: int) -> int:
    """Return the token after the second half of a year in words."""
    figure = figure_at(scan, k)
    return figure.end if figure else k + 1


def _counts_one(scan: Scan, before: str, after: str, k: int, length: int) -> bool:
    """Whether "one" counts what follows rather than standing for somebody or something."""
    sets = scan.tables.sets
    if length <= 2:
        return True
    if after in HYPHENS and scan.glued(k):
        return unit_at(scan, k + 1) is not None
    if before in sets["one_count_before"] and after.isalpha() and after not in sets["pronoun_after"]:
        return True
    grammar = after in sets["pronoun_after"] or after in function_words(scan.language)
    if before in sets["pronoun_before"] or not after[:1].isalpha() or grammar:
        return _joins(scan, k)
    verb = after.endswith("s") and not after.endswith(("ss", "us", "is"))
    return not verb


def _joins(scan: Scan, k: int) -> bool:
    """Whether a range or ratio goes on at a token: "one or two", "one in ten"."""
    for phrase, _ in cues(scan.language).joints.get(scan.word(k), ()):
        if scan.phrase(phrase, k) and starts(scan, k + len(phrase)):
            return True
    return False


def _is_ordinal(scan: Scan, figure: Figure, before: str, after: str) -> bool:
    """Whether an ordinal word numbers something; "first" and "second" have other work too."""
    if _is_verb(scan, figure, before, after):
        return False
    if not figure.spelled or figure.value > 2 or figure.end - figure.start > 1 or len(scan.words) <= 3:
        return True
    sets = scan.tables.sets
    noun = (after.isalpha() and after not in function_words(scan.language)) or after in HYPHENS
    if not sets["ordinal_before"]:
        return noun or figure.value > 1
    if before in sets["articles"] and figure.value == 2:
        return noun and after not in sets["pronoun_after"]
    if before in sets["ordinal_before"] or before.endswith("'s"):
        return True
    if before in sets["ordinal_verbs"] and not after[:1].isalpha():
        return True
    return noun and not before


def _is_verb(scan: Scan, figure: Figure, before: str, after: str) -> bool:
    """Whether an ordinal word is a verb of the same spelling: *vierde de stad feest*, *vierde Gent dat*."""
    sets = scan.tables.sets
    if scan.word(figure.start) not in sets["ordinals_verbs"] or before in sets["determiners"]:
        return False
    return after in sets["determiners"] or scan.raw(figure.end)[:1].isupper()


def _noun_after(scan: Scan, figure: Figure) -> bool:
    """Whether a lower-case content word follows, which the figure may count."""
    if not scan.near(figure.end):
        return False
    word = scan.word(figure.end)
    lower = word.replace("'", "").isalpha() and scan.raw(figure.end)[0].islower()  # *auto's*
    return lower and word not in function_words(scan.language)


def _is_year(scan: Scan, figure: Figure, before: str, after: str) -> bool:
    token, value, sets = scan.words[figure.start], int(figure.value), scan.tables.sets
    if figure.sign or len(token) != 4 or not 1000 <= value <= 2100 or before in sets["hedge_year"]:
        return False
    if before in cues(scan.language).before and before not in sets["year_before"]:
        return False
    if before in sets["range_between"] and _is_range(scan, figure):
        return False
    noun = _noun_after(scan, figure)
    plural = noun and any(after.endswith(end) for end in sets["plural"])
    if before in sets["year_strict"] and not (plural and value < 1900):
        return True
    if value >= 1900:
        return before in sets["determiners"] or not plural
    inside = scan.raw(figure.start - 1) == "(" and scan.glued(figure.start)
    return not noun and value >= 1500 and (before in sets["year_before"] or inside)


def _is_range(scan: Scan, figure: Figure) -> bool:
    """Whether the other end of a range is no year: "between 2000 and 3000 members"."""
    other = scan.word(figure.end + 1)
    if len(other) < 4 or not other.isdecimal():
        return False
    if int(other) > 2100:
        return True
    usual = figure.value >= 1700  # "between 1990 and 2000 prices rose" tells when
    return not usual and _noun_after(scan, figure._replace(end=figure.end + 2))


def _is_address(scan: Scan, figure: Figure) -> bool:
    """Whether a number is a house number before its street, or a postcode before its letters or town."""
    digits, k = len(scan.words[figure.start]), figure.end
    raw = scan.raw(k)
    if not raw[:1].isupper() or not scan.near(k):
        return False
    if (
        digits == 4
        and len(raw) == 2
        and raw.isupper()
        and raw.isalpha()
        and scan.word(k) not in scan.tables.units
    ):
        return raw not in scan.tables.sets["no_postcode"]
    opens = figure.start == 0 or "\n" in scan.text[scan.ends[figure.start - 1] : scan.starts[figure.start]]
    if digits in (4, 5) and (opens or _after_street(scan, figure.start)):
        return not scan.near(k + 1) or not scan.raw(k + 1)[0].isalpha()
    at = k
    while at < k + 3 and scan.raw(at)[:1].isupper():
        at += 1
        if scan.word(at - 1) in scan.tables.sets["streets"] and at > k + 1:
            return True
    return False


def _after_street(scan: Scan, k: int) -> bool:
    """Whether a comma after a house number or street stands before a token."""
    word = scan.word(k - 2)
    return scan.word(k - 1) == "," and (word[:1].isdigit() or word in scan.tables.sets["streets"])


def is_early_year(scan: Scan, figure: Figure) -> bool:
    """Whether a figure may well be a year before 1000: "in 790", "508 BC"; dates are not for numbers."""
    sets, after = scan.tables.sets, scan.word(figure.end)
    if not figure.bare or figure.unit or figure.sign or figure.value >= 10000:
        return False
    near = scan.near(figure.end)
    if near and (
        after in sets["era"] or after + scan.word(figure.end + 1) + scan.word(figure.end + 2) in sets["era"]
    ):
        return True
    if not 100 <= figure.value < 1000 or scan.word(figure.start - 1) not in sets["year_strict"]:
        return False
    return not near or not after[0].isalpha() or after in function_words(scan.language)


def is_string(scan: Scan, figure: Figure) -> bool:
    """Whether digits are what somebody types and no number: alone in quotes, or behind %."""
    before = scan.word(figure.start - 1) if scan.glued(figure.start) else ""
    after = scan.word(figure.end) if scan.glued(figure.end) else ""
    return figure.bare and (before == "%" or (before in _QUOTES and after in _QUOTES))


def _names_ordinal(scan: Scan, figure: Figure) -> bool:
    """Whether an ordinal is part of a name: Fifth Avenue, the Second Republic, 42nd Street."""
    k = figure.end
    if not scan.near(k) or not scan.raw(k)[:1].isupper():
        return False
    if scan.word(k) in scan.tables.sets["streets"]:
        return True
    return figure.spelled and scan.raw(figure.start)[0].isupper() and scan.raw(k)[1:].islower()


def _is_proper(scan: Scan, figure: Figure) -> bool:
    """Whether a number word with a capital is part of a name: the Fantastic Four, One Direction."""
    i, k = figure.start, figure.end
    if k > i + 1 or figure.unit or figure.form is not Form.COUNT or not scan.raw(i)[0].isupper():
        return False
    follows = scan.near(k) and scan.raw(k)[:1].isupper()
    if i and scan.near(i) and scan.raw(i - 1)[0].isalpha():
        return follows or scan.raw(i - 1)[0].isupper()
    return follows and not is_plural(scan.word(k), scan.language)


def is_name(scan: Scan, figure: Figure) -> bool:
    """Whether a number belongs to a name: Boeing 747, number 10, Route 66, Article 5, Fifth Avenue."""
    if figure.form is Form.ORDINAL:
        return _names_ordinal(scan, figure)
    if figure.spelled:
        return _is_proper(scan, figure)
    k, sets = figure.start - 1, scan.tables.sets
    counts = figure.form is Form.COUNT and not figure.unit and figure.scale == 1
    if k < 0 or not counts or not scan.near(figure.start):
        return False
    dotted = scan.words[k] == "." and scan.glued(k)
    k -= dotted
    word, raw = scan.word(k), scan.raw(k)
    noun = _noun_after(scan, figure)
    if word in sets["number_labels"] and (dotted or len(word) > 2 or raw[:1].isupper()):
        return True
    if word in sets["labels"] and (not noun or _labels_noun(scan, figure)):
        return True
    if scan.word(k - 1) == "." and scan.glued(k) and scan.glued(k - 1) and scan.raw(k - 2)[:1].isupper():
        return not noun  # Node.js 10
    version = figure.end == figure.start + 1 and _VERSION.fullmatch(scan.words[figure.start])
    if not (figure.bare or version) or not raw[:1].isupper() or not raw.isalpha() or figure.value >= 10000:
        return False
    if word in function_words(scan.language) or word in cues(scan.language).before:
        return False
    ahead = scan.text[max(0, scan.starts[k] - 3) : scan.starts[k]].strip(" \"'“‘«(")
    begins = ahead == "" or ahead[-1] in ".!?:\n"
    if scan.word(figure.end) in sets["multipliers_times"]:
        return False
    if noun and not version:
        return _is_model(scan, figure, begins)
    return not begins or scan.raw(k - 1)[:1].isupper() or _goes_on(scan, figure)


def _labels_noun(scan: Scan, figure: Figure) -> bool:
    """Whether a number does not go with the noun behind it: "a tier 2 target", "tier 1 targets".

    Nor does it between a determiner's noun and another one ("the class 40 trains"), if no verb gives the
    first the second: "it cost the team 40 fans", *vandaag telt de groep 40 leden*.
    """
    sets, k = scan.tables.sets, figure.start - 1
    gives = sets["inverts"] or scan.word(k - 2) in word_list(scan.language, "verbs")
    within = scan.word(k - 1) in sets["determiners"] and not gives
    return figure.bare and (within or is_plural(scan.word(figure.end), scan.language) == (figure.value == 1))


def _is_model(scan: Scan, figure: Figure, begins: bool) -> bool:
    """Whether a number before a noun belongs to the name before it: "on Pentium 4 systems", "ISO 8859 sets".

    A name that says where ("in Ghent 4 schools closed"), or that a verb stands before, has no number.
    """
    sets, language = scan.tables.sets, scan.language
    word, before = scan.word(figure.start - 1), scan.word(figure.start - 2)
    if is_common(word, language) or tells_place(word_keys(word, language)):
        return False
    if figure.value >= _MODELS:
        if not scan.raw(figure.start - 1).isupper() or len(word) > _SHORT or sets["inverts"]:
            return False
        verb = scan.word(figure.start - 3) if before in sets["determiners"] else before
        gives = verb in word_list(language, "verbs")  # gave the BBC 300 interviews
        return not gives or not is_plural(scan.word(figure.end), language)  # the ISO 8859 series
    if begins:
        return True
    inverted = bool(sets["inverts"]) and before not in function_words(language) | word_list(
        language, "generic"
    )
    return before.isalpha() and before not in sets["where"] and not inverted


def _goes_on(scan: Scan, figure: Figure) -> bool:
    """Whether a verb follows a name with its number at the head of a sentence: "Maroon 5 started"."""
    word, after = scan.word(figure.start - 1), scan.word(figure.end)
    verb = after in word_list(scan.language, "verbs") and scan.near(figure.end)
    return verb and not is_common(word, scan.language)
