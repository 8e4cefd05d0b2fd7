"""Other ways to put a figure or a date, each known to stay true or to become false.

As in :mod:`rewrites` the words of both languages stand here and not in the language packs.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

import rewrites

from factcheck.model import Mention


class Form(NamedTuple):
    """What was done to a figure or date, the words it became, and whether they still say what is so.

    ``instead`` tells of a preposition before it that the new words have of their own: "*in* 2017", "before
    2019".
    """

    how: str
    text: str
    true: bool
    instead: bool = False


PHRASES: dict[str, dict[str, str]] = {
    "en": {
        "least": "at least",
        "more": "more than",
        "fewer": "fewer than",
        "less": "less than",
        "about": "about",
    }
    | {"between": "between", "and": "and", "before": "before", "after": "after", "in": "in", "on": "on"}
    | {"percent": "percent", "decade": "in the {}s", "century": "in the {} century"},
    "nl": {
        "least": "minstens",
        "more": "meer dan",
        "fewer": "minder dan",
        "less": "minder dan",
        "about": "ongeveer",
    }
    | {"between": "tussen", "and": "en", "before": "vóór", "after": "na", "in": "in", "on": "op"}
    | {"percent": "procent", "decade": "in de jaren {}", "century": "in de {} eeuw"},
}
SCALES = {"thousand": 3, "duizend": 3, "million": 6, "miljoen": 6, "billion": 9, "miljard": 9}
OTHER_SCALE = {"thousand": "million", "million": "billion", "billion": "million"}
OTHER_SCALE |= {"duizend": "miljoen", "miljoen": "miljard", "miljard": "miljoen"}
WORDS = {
    "en": rewrites.ONES["en"] + rewrites.TEENS["en"] + ("twenty",),
    "nl": rewrites.ONES["nl"] + rewrites.TEENS["nl"] + ("twintig",),
}
_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
}
_PARTS = re.compile(
    r"(?P<sign>[$€£]? ?)(?P<digits>\d+(?:[.,]\d+)*)(?P<scale> (?:"
    + "|".join(SCALES)
    + r")\b)?(?P<unit>(?: ?%|[ -][^\d+(]*)?)"
)
_COMPOUND = re.compile(r"\d|hundred|thousand|llion|honderd|duizend|ljoen|ljard|[^\w ]|\b(?:or|of|to|tot)\b")
_EVEN = 10_000  # from which a figure is written with separators
_PERCENT = re.compile(r" ?(?:%|percent|per cent|procent)")


def number(mention: Mention, language: str) -> Iterator[Form]:
    """Yield the forms of a plain figure, or of a length of time, that is neither hedged nor a bound."""
    parts = _PARTS.fullmatch(mention.text)
    if parts is None:
        yield from _spelled(mention.text, language)
        return
    sign, digits, unit, scale = parts["sign"], parts["digits"], parts["unit"], parts["scale"] or ""
    value, say = _value(digits, language), PHRASES[language]
    if value is None or value < 2 or "-" in unit or re.search(r" (?:or|of) ", unit):
        return

    def put(other: Decimal) -> str:
        return f"{sign}{written(other, language, digits)}{scale}{unit}"

    yield from _bounds(parts, value, language)
    if value > 4:
        yield Form("about, far off", f"{say['about']} {put(_nice(value * 2))}", False)
    rounded = Decimal(f"{value:.1e}" if value >= 100 else f"{value:.0f}")
    year = digits.isdigit() and len(digits) == 4 and not sign
    if not year and rounded != value and abs(rounded - value) <= value * Decimal("0.03"):
        yield Form("rounded with about", f"{say['about']} {put(rounded)}", True)
    yield from _rewritten(parts, value, language)


def _bounds(parts: re.Match[str], value: Decimal, language: str) -> Iterator[Form]:
    """Yield the bounds and ranges that hold a figure, and those that do not."""
    sign, digits, unit, scale = parts["sign"], parts["digits"], parts["unit"], parts["scale"] or ""
    say = PHRASES[language]

    def put(other: Decimal) -> str:
        return f"{sign}{written(other, language, digits)}{scale}{unit}"

    low, high = _nice(value * Decimal("0.7")), _nice(value * Decimal("1.5"))
    fewer = say["less"] if sign or unit or scale else say["fewer"]
    if low < value < high:
        yield Form("at least lower", f"{say['least']} {put(low)}", True)
        yield Form("at least higher", f"{say['least']} {put(high)}", False)
        yield Form("more than lower", f"{say['more']} {put(low)}", True)
        yield Form("more than higher", f"{say['more']} {put(high)}", False)
        yield Form("fewer than lower", f"{fewer} {put(low)}", False)
        yield Form("fewer than higher", f"{fewer} {put(high)}", True)
        between = f"{say['between']} {sign}{written(low, language, digits)} {say['and']} "
        yield Form("range", between + put(high), True)
        between = f"{say['between']} {sign}{written(high, language, digits)} {say['and']} "
        yield Form("range wrong", between + put(_nice(high * 2)), False)


def _rewritten(parts: re.Match[str], value: Decimal, language: str) -> Iterator[Form]:
    """Yield a figure spelled, scaled or punctuated in another way."""
    sign, digits, unit, scale = parts["sign"], parts["digits"], parts["unit"], parts["scale"] or ""
    known = WORDS[language]
    if not sign and not scale and value == int(value) and 2 <= value <= len(known) and "%" not in unit:
        yield Form("number word", known[int(value) - 2] + unit, True)
        yield Form("number word wrong", known[(int(value) + 1) % len(known)] + unit, False)
    if scale:
        power = SCALES[scale.strip()]
        yield Form("scale expanded", f"{sign}{written(value.scaleb(power), language, '')}{unit}", True)
        yield Form("wrong scale", f"{sign}{digits} {OTHER_SCALE[scale.strip()]}{unit}", False)
    plain = re.sub(r"[.,]", "", digits)
    if plain == str(value) != digits:
        yield Form("no thousands separator", f"{sign}{plain}{scale}{unit}", True)
    if match := _PERCENT.fullmatch(unit):
        other_sign = f" {PHRASES[language]['percent']}" if "%" in match.group() else "%"
        yield Form("percent form", f"{sign}{digits}{other_sign}", True)


def _spelled(text: str, language: str) -> Iterator[Form]:
    """Yield the digits of a figure in words."""
    first, _, unit = text.partition(" ")
    known = WORDS[language]
    if first.lower() in known and not _COMPOUND.search(unit):
        value = known.index(first.lower()) + 2
        unit = f" {unit}" if unit else ""
        yield Form("digits for the word", f"{value}{unit}", True)
        yield Form("digits, another figure", f"{value + 1}{unit}", False)


def _value(digits: str, language: str) -> Decimal | None:
    """Return what digits are worth, ``None`` where their marks are not those of the language."""
    thousands, decimal = (",", ".") if language == "en" else (".", ",")
    if not re.fullmatch(
        rf"\d{{1,3}}(?:\{thousands}\d{{3}})+(?:\{decimal}\d+)?|\d+(?:\{decimal}\d+)?", digits
    ):
        return None
    return Decimal(digits.replace(thousands, "").replace(decimal, "."))


def _nice(value: Decimal) -> Decimal:
    """Return a figure near another with one digit that is not nought, or two."""
    if value < 20:
        return Decimal(int(value)) if value >= 1 else value.quantize(Decimal("0.1"))
    rounded = Decimal(f"{value:.0e}")
    return rounded if abs(rounded - value) <= value * Decimal("0.15") else Decimal(f"{value:.1e}")


def written(value: Decimal, language: str, like: str) -> str:
    """Return a figure in digits, with separators where the one it replaces has them or it is large."""
    whole = value == value.to_integral()
    separated = value >= _EVEN or (len(like) > 4 and not like.isdigit() and value >= 1000)
    text = f"{int(value):,}" if whole and separated else f"{int(value)}" if whole else f"{value:f}"
    return text if language == "en" else text.translate(str.maketrans(",.", ".,"))


def _years(text: str, year: int, language: str) -> Iterator[Form]:
    """Yield a year in other forms."""
    say = PHRASES[language]
    yield Form("before later year", f"{say['before']} {year + 4}", True, True)
    yield Form("before earlier year", f"{say['before']} {year - 3}", False, True)
    yield Form("after earlier year", f"{say['after']} {year - 4}", True, True)
    yield Form("after later year", f"{say['after']} {year + 3}", False, True)
    yield Form("between years", f"{say['between']} {year - 3} {say['and']} {year + 2}", True, True)
    yield Form("wrong year", text.replace(str(year), str(year - 2)), False)
    decade, century = year // 10 * 10, (year - 1) // 100 + 1
    yield Form("decade", say["decade"].format(decade), True, True)
    if decade % 100 != 10:  # the 1900s may be a century
        yield Form("wrong decade", say["decade"].format(decade - 10), False, True)
    if year % 100:  # of which century 1900 is, not all agree
        ordinal = f"{century}{'st' if century == 21 else 'th'}" if language == "en" else f"{century}e"
        yield Form("century", say["century"].format(ordinal), True, True)


def date(mention: Mention, language: str) -> Iterator[Form]:
    """Yield the forms of a year, a month of a year or a day of one."""
    if "duration" in mention.value:
        yield from number(mention, language)
        return
    start, end = mention.value.get("start"), mention.value.get("end")
    if not start or not end or not re.search(r"\b\d{4}\b", mention.text) or mention.text[:1].islower():
        return
    first, until = dt.date.fromisoformat(start), dt.date.fromisoformat(end)
    days = (until - first).days
    say, months = PHRASES[language], _MONTHS[language].split()
    year, month = first.year, months[first.month - 1]
    yield from _years(mention.text, year, language)
    if days > 31:
        return
    yield Form("year only", f"{say['in']} {year}", True, True)
    other = months[(first.month + 4) % 12]
    if month in mention.text:
        yield Form("wrong month", mention.text.replace(month, other), False)
    if days == 1:
        yield Form("month only", f"{say['in']} {month} {year}", True, True)
        yield Form("iso", first.isoformat(), True)
        yield Form("iso wrong", (first + dt.timedelta(17)).isoformat(), False)
        if len(month) > 4:  # nobody abbreviates May and June
            yield Form("abbreviated", mention.text.replace(month, f"{month[:3]}."), True)
        wrong = first + dt.timedelta(1 if first.day < 28 else -1)
        yield Form("wrong day", re.sub(rf"\b{first.day}\b", str(wrong.day), mention.text), False)
