"""Changes to a figure, a date or a quotation that an editor would call an error.

Each function returns the changed words, or ``None`` where it knows no change that surely alters the meaning.
The words of both languages stand here and not in the language packs, so that a gap in a pack shows.
"""

from __future__ import annotations

import re
from random import Random

Words = dict[str, tuple[str, ...]]


def _listed(words: str) -> tuple[str, ...]:
    return tuple(words.split())


ONES: Words = {
    "en": _listed("two three four five six seven eight nine"),
    "nl": _listed("twee drie vier vijf zes zeven acht negen"),
}
TENS: Words = {
    "en": _listed("twenty thirty forty fifty sixty seventy eighty ninety"),
    "nl": _listed("twintig dertig veertig vijftig zestig zeventig tachtig negentig"),
}
TEENS: Words = {
    "en": _listed("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"),
    "nl": _listed("tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien"),
}
ORDINALS: Words = {
    "en": _listed("first third fourth fifth sixth seventh eighth ninth tenth"),
    "nl": _listed("eerste derde vierde vijfde zesde zevende achtste negende tiende"),
}
MONTHS: Words = {
    "en": _listed("January February April June July September October November December"),
    "nl": _listed("januari februari april juni juli september oktober november december"),
}
PAIRS: dict[str, dict[str, str]] = {
    "en": {"one": "three", "second": "fifth", "doubled": "halved", "halved": "doubled", "twice": "thrice"}
    | {"third": "quarter", "quarter": "third", "thirds": "fifths", "March": "August", "May": "August"}
    | {"thousand": "million", "million": "billion", "thousands": "millions", "hundred": "thousand"},
    "nl": {"één": "drie", "een": "drie", "tweede": "vijfde", "verdubbeld": "gehalveerd", "helft": "kwart"}
    | {"kwart": "derde", "maart": "augustus", "mei": "augustus", "tweederde": "driekwart"}
    | {"duizend": "miljoen", "miljoen": "miljard", "duizenden": "miljoenen", "honderd": "duizend"},
}
UNITS: dict[str, dict[str, str]] = {
    "en": {"second": "week", "minute": "week", "hour": "week", "day": "year", "week": "year", "month": "week"}
    | {"year": "week", "decade": "week", "century": "decade"},
    "nl": {"seconde": "week", "minuut": "week", "uur": "week", "dag": "maand", "week": "maand"}
    | {"maand": "week", "jaar": "week", "eeuw": "week"},
}
BOUND = re.compile(
    r"\b(?:at (?:least|most)|up to|(?:more|less|fewer|later|earlier|greater|higher|lower|longer) than|over"
    r"|under|within|maximum|minimum|or (?:more|less)|since|before|after|until|till|by|above|below|nearly"
    r"|almost|minstens|maximaal|minimaal|tot|ten (?:minste|hoogste)|hoogstens"
    r"|(?:meer|minder|groter|lager|hoger) dan|ruim|sinds|voor|na|vanaf|binnen|onder|boven|bijna|pas"
    r"|begin|eind|mid\w*|early|late)\b",
    re.IGNORECASE,
)
AT_LEAST = re.compile(r"\b(?:at least|(?:more|longer) than|over|minstens|ruim|(?:meer|langer) dan)\b", re.I)
AT_MOST = re.compile(r"\b(?:at most|less than|under|up to|within|hoogstens|binnen|minder dan)\b", re.I)
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_YEAR = re.compile(r"\b(?:1\d|20)\d\d(?=\b|s\b|'s\b)")
_LATE = re.compile(r"\b(?:29|30|31)(?!\d)")  # days that some months lack
_ORDINAL = re.compile(r"(\d+)(st|nd|rd|th)\b")
_TURN = re.compile(r"^(?:every|each|a|an|per|once|twice|elke|iedere|een|eenmaal)\b|/", re.IGNORECASE)


def number(text: str, language: str, way: int = 0) -> str | None:
    """Return a figure with another value, by more than rounding and any hedge allow.

    ``way`` is 1 for a lower bound, which only a higher one goes beyond, and -1 for an upper bound.
    """
    if _DIGITS.search(text):
        return _digits(text, way)
    return None if way else _words(text, language)


def date(text: str, language: str, way: int = 0) -> str | None:
    """Return a date, period, duration or frequency that does not meet the one given; ``way`` as above."""
    years = [int(year) for year in _YEAR.findall(text)]
    if years:
        shift = 20 if re.search(r"\d\d\d0'?s\b|jaren", text) else 17
        shift = shift * way if way else shift if max(years) < 2008 else -shift
        changed = _YEAR.sub(lambda match: str(int(match.group()) + shift), text)
        rest = _YEAR.sub("", text)
        return (
            None if re.search(r"\d{4}|[-–/]\d\d\b", rest) and not re.search(r"\d\d[-/.]", rest) else changed
        )
    for month in re.findall(r"[^\W\d_]+", text):
        known = MONTHS[language]
        if month in known:
            other = known[(known.index(month) + 4) % len(known)]
            if _LATE.search(text):
                other = known[0] if month == known[-1] else known[-1]
            return text.replace(month, other)
        if month in ("March", "May", "maart", "mei"):
            return text.replace(month, PAIRS[language][month])
    if _DIGITS.search(text):
        return _digits(text, way)
    if way:
        return None
    if _TURN.search(text):
        words = text.split()
        if (unit := UNITS[language].get(words[-1])) and unit not in text:
            return " ".join([*words[:-1], unit])
    return _words(text, language)


def _digits(text: str, way: int) -> str | None:
    """Change the leading figure of each group of digits, in a range all of them the same way."""
    if ordinal := _ORDINAL.search(text):
        last = re.search(r"centur|eeuw", text) and int(ordinal[1]) > 17
        value = int(ordinal[1]) + (-4 if last else 4)
        suffix = {1: "st", 2: "nd", 3: "rd"}.get(value % 10 if value // 10 % 10 != 1 else 0, "th")
        return text.replace(ordinal.group(), f"{value}{suffix}")
    groups = [match.group() for match in _DIGITS.finditer(text)]
    leading = [re.search(r"[1-9]", group) for group in groups]
    figures = [int(match.group()) for match in leading if match]
    if len(figures) < len(groups):
        return _DIGITS.sub("4", text, count=1) if groups == ["0"] else None
    shift = 3 if max(figures) <= 6 and way >= 0 else -3 if min(figures) >= 4 and way <= 0 else 0
    if len(groups) > 2 or not shift:
        return None
    return _DIGITS.sub(lambda match: _lead(match.group(), shift), text)


def _lead(group: str, shift: int) -> str:
    return re.sub(r"[1-9]", lambda match: str(int(match.group()) + shift), group, count=1)


def _words(text: str, language: str) -> str | None:
    """Change the weightiest number word: of a written-out figure the tens, else the whole word."""
    for family in (TENS, TEENS, ONES, ORDINALS):
        known = family[language]
        for word in reversed(re.findall(r"[^\W\d_]+", text)):
            lower = word.lower()
            inner = next((one for one in known if lower.endswith(one)), None) if family is TENS else None
            one = lower if lower in known else inner
            if one:
                other = known[(known.index(one) + 3) % len(known)]
                return _swapped(text, word, lower.removesuffix(one) + other)
    for word in re.findall(r"[^\W\d_]+", text):
        if other_word := PAIRS[language].get(word.lower()):
            return _swapped(text, word, other_word)
    return None


def _swapped(text: str, word: str, other: str) -> str:
    other = other.capitalize() if word[0].isupper() else other
    return re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", other, text, count=1)


# --- quotations

NEGATIONS: Words = {
    "en": ("not", "never", "no", "cannot", "nothing", "without"),
    "nl": ("niet", "nooit", "geen", "niets", "zonder"),
}
_DOTS = re.compile(r"\.\.|…")
_WORD = re.compile(r"[^\W\d_]{2,}(?:['’-][^\W\d_]+)*")


def word_swapped(passage: str, pool: list[str], random: Random, grammar: frozenset[str]) -> str | None:
    """Return a passage with one content word put in the place of another."""
    inner = _content(passage, grammar)
    if not inner:
        return None
    old = random.choice(inner)
    strange = [
        word
        for word in pool
        if word[:3].lower() != old.group()[:3].lower() and word.lower() not in passage.lower()
    ]
    return passage[: old.start()] + random.choice(strange) + passage[old.end() :] if strange else None


def word_dropped(passage: str, random: Random, grammar: frozenset[str]) -> str | None:
    """Return a passage without one of its inner content words.

    One that stands twice, or beside dots, which mark words left out, can be spared.
    """
    inner = [
        word
        for word in _content(passage, grammar)
        if f"{word.group()} {word.group()}" not in passage
        and not _DOTS.search(passage, max(0, word.start() - 5), word.end() + 5)
    ]
    if not inner:
        return None
    old = random.choice(inner)
    return passage[: old.start()].rstrip() + " " + passage[old.end() :].lstrip()


def negation_dropped(passage: str, language: str) -> str | None:
    """Return a passage without its first negation that is not its first or last word."""
    for match in list(_WORD.finditer(passage))[1:-1]:
        if match.group() in NEGATIONS[language]:
            return passage[: match.start()].rstrip() + " " + passage[match.end() :].lstrip()
    return None


def sentences_swapped(one: str, two: str) -> str:
    """Return two sentences in the other order."""
    return f"{two} {one}"


def _content(passage: str, grammar: frozenset[str]) -> list[re.Match[str]]:
    inner = list(_WORD.finditer(passage))[1:-1]
    return [
        word
        for word in inner
        if word.group().islower() and len(word.group()) > 3 and word.group() not in grammar
    ]
