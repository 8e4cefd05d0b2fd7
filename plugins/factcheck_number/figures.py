"""Single figures: digits in any grouping, number words, fractions, scale words, currencies and units.

A :class:`Figure` is what stands in one place of a text; ranges and bounds are made of figures elsewhere.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Any

from factcheck import languages
from factcheck.text import Document
from factcheck_number import units, words
from factcheck_number.quantity import Form

_GROUPED = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*|\d{1,2}(?:,\d{2})+,\d{3}")
_MINUS = "-−–"
_HYPHENS = "-‑‐"
_VULGAR = {c: (Decimal(a) / Decimal(b)) for c, a, b in (
    ("½", 1, 2), ("⅓", 1, 3), ("⅔", 2, 3), ("¼", 1, 4), ("¾", 3, 4), ("⅕", 1, 5), ("⅖", 2, 5), ("⅗", 3, 5),
    ("⅘", 4, 5), ("⅙", 1, 6), ("⅚", 5, 6), ("⅛", 1, 8), ("⅜", 3, 8), ("⅝", 5, 8), ("⅞", 7, 8),
)}  # fmt: skip
_MEGA_CODE = re.compile(r"[MK]?(?:" + "|".join(sorted(units.CODES)) + ")")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a text with its unit; ``start`` and ``end`` are token indexes, ``scale`` its scale word."""

    start: int
    end: int
    value: Decimal
    exponent: int = 0
    scale: Decimal = Decimal(1)
    unit: str | None = None
    form: Form = Form.COUNT
    hedge: str = ""
    spelled: bool = False
    bare: bool = False  # digits only, without separators
    sign: bool = False


class Scan:
    """A document under extraction: its tokens, and what its language knows of numbers."""

    def __init__(self, document: Document):
        self.text = document.text
        self.words, self.starts, self.ends = document.tokens
        self.language = document.language
        self.pack: Mapping[str, Any] = languages.load(self.language, "numbers")
        self.tables = tables(self.language)
        self.lexicon = words.lexicon(self.language)

    def word(self, index: int) -> str:
        """Return a token in lower case, empty beyond the text's ends."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def raw(self, index: int) -> str:
        """Return a token as written."""
        return self.text[self.starts[index] : self.ends[index]] if 0 <= index < len(self.words) else ""

    def glued(self, index: int) -> bool:
        """Whether nothing stands between a token and the one before it."""
        return 0 < index < len(self.words) and self.starts[index] == self.ends[index - 1]

    def near(self, index: int) -> bool:
        """Whether a token follows the one before it in the same line or wrapped paragraph."""
        if not 0 < index < len(self.words):
            return False
        gap = self.text[self.ends[index - 1] : self.starts[index]]
        return len(gap) < 4 and ("\n" not in gap or gap == "\n") and not gap.startswith("\u2028")

    def phrase(self, phrase: tuple[str, ...], start: int) -> bool:
        """Whether a phrase stands at a token."""
        end = start + len(phrase)
        if start < 0 or tuple(self.words[start:end]) != phrase:
            return False
        return all(self.near(k) for k in range(start + 1, end))


@dataclass(frozen=True, slots=True)
class Tables:
    """The lists of a pack as sets and phrase tables."""

    sets: Mapping[str, frozenset[str]]
    units: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]  # by first word, longest first
    scale_symbols: Mapping[str, Decimal]
    ordinal_suffixes: frozenset[str]


@cache
def tables(language: str) -> Tables:
    """Return a language's word lists in the shape the extractor looks them up in."""
    pack = languages.load(language, "numbers")
    sets: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for key, value in pack.items():
        for inner, listed in {"": value}.items() if isinstance(value, str) else value.items():
            name = inner if key == "skip" else f"{key}_{inner}".strip("_")
            sets[name] = frozenset(listed.split())
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, canonical in sorted(units.names(language).items(), key=lambda item: (-len(item[0]), item[0])):
        by_first.setdefault(name[0], []).append((name, canonical))
    symbols = {s: Decimal(10) ** int(n) for n, listed in pack.get("scale_symbols", {}).items() for s in listed.split()}
    return Tables(
        sets,
        {word: tuple(listed) for word, listed in by_first.items()},
        symbols,
        frozenset(pack.get("ordinal_suffixes", "").split()),
    )


def decimal_of(token: str, decimal: str, more: bool) -> tuple[Decimal, int] | None:
    """Read digits with separators as the language writes them; ``None`` where they are no one number.

    ``decimal`` is the language's decimal sign; ``more`` tells that a unit or scale word makes it surely a
    quantity. The value comes with the exponent of its last digit.
    """
    if token.isdigit():
        return Decimal(token), 0
    marks = [char for char in token if not char.isdigit()]
    grouping = "," if decimal == "." else "."
    if len(set(marks)) == 2:
        whole, _, part = token.rpartition(marks[-1])
        if marks.count(marks[-1]) > 1 or not _GROUPED.fullmatch(whole):
            return None
        return Decimal(re.sub(r"[.,]", "", whole) + "." + part), -len(part)
    if len(marks) > 1:
        return (Decimal(re.sub(r"[.,]", "", token)), 0) if _GROUPED.fullmatch(token) else None
    whole, _, part = token.partition(marks[0])
    thousands = _GROUPED.fullmatch(token) and (marks[0] == grouping or part == "000") and not whole.startswith("0")
    if thousands:
        return Decimal(whole + part), 0
    if marks[0] == "," and decimal == "." and not more:
        return None
    return Decimal(whole + "." + part), -len(part)


def _digits(scan: Scan, i: int) -> Figure | None:
    """Read digits, with groups set apart by spaces or apostrophes and a fraction behind them."""
    token, end = scan.words[i], i + 1
    decimal = scan.pack.get("decimal", ".")
    plain = token.isdigit()
    while plain and len(token) <= 3 or end > i + 1:
        gap, following = scan.text[scan.ends[end - 1] : scan.starts[end]] if end < len(scan.words) else "", scan.word(end)
        joint = gap in (" ", "\u00a0", "\u202f", "\u2009")
        if following in ("'", "’") and scan.glued(end) and scan.glued(end + 1) and re.fullmatch(r"\d{3}", scan.word(end + 1)):
            token, end = token + scan.word(end + 1), end + 2
        elif joint and re.fullmatch(r"\d{3}(?:[.,]\d{1,2})?", following) and not scan.word(i - 1).isdigit():
            token, end = token + following, end + 1
        else:
            break
        if not token.isdigit():
            break
    after = scan.word(end)
    more = after in scan.lexicon.atoms or after in scan.tables.scale_symbols or after in scan.tables.units or (
        after in units.CURRENCY_SYMBOLS or after == "%" or scan.word(i - 1) in units.CURRENCY_SYMBOLS
    )
    read = decimal_of(token, decimal, more)
    if not read:
        return None
    value, exponent = read
    figure = Figure(i, end, value, exponent, bare=plain and end == i + 1)
    if scan.word(i - 1) in (".", ",") and scan.glued(i) and not (i > 1 and scan.glued(i - 1)) and plain:
        return replace(figure, start=i - 1, value=Decimal("0." + token), exponent=-len(token), bare=False)
    return figure


def _slash(scan: Scan, figure: Figure) -> Figure:
    """Take in a written fraction: 3/4, 2 1/2, 2½."""
    k, value = figure.end, figure.value
    if scan.word(k)[:1] in _VULGAR and scan.near(k) and len(scan.word(k)) == 1:
        return replace(figure, end=k + 1, value=value + _VULGAR[scan.word(k)], bare=False, exponent=-2)

    def over(i: int) -> Decimal | None:
        above, below = scan.word(i), scan.word(i + 2)
        if scan.word(i + 1) not in ("/", "⁄") or not (above.isdigit() and below.isdigit()) or len(below) > 3:
            return None
        if scan.glued(i + 1) != scan.glued(i + 2) or scan.word(i + 3) == "/" or not int(below):
            return None
        return Decimal(above) / Decimal(below)

    if figure.bare and (part := over(k - 1)) is not None:
        return replace(figure, end=k + 2, value=part, bare=False, exponent=-2, form=Form.SHARE)
    if figure.bare and scan.near(k) and not scan.glued(k) and (part := over(k)) is not None and part < 1:
        return replace(figure, end=k + 3, value=value + part, bare=False, exponent=-2)
    return figure


def _scales(scan: Scan, figure: Figure) -> Figure:
    """Take in scale words and symbols: 1.2 million, 3,5 mln, 10k, 100 thousand."""
    while scan.near(figure.end):
        k, word = figure.end, scan.word(figure.end)
        atom = scan.lexicon.atoms.get(word)
        factor = atom.value if atom and atom.kind in ("scale", "hundred") and not atom.ordinal else None
        if factor is None and not figure.spelled and word in scan.tables.scale_symbols:
            factor = _symbol_scale(scan, figure, k)
        if factor is None:
            break
        end = k + 1 + (scan.word(k + 1) == "." and word in scan.tables.scale_symbols and scan.near(k + 2))
        shift = factor.adjusted() if figure.value else 0
        figure = replace(
            figure, end=end, value=figure.value * factor, scale=figure.scale * factor, bare=False,
            exponent=figure.exponent + shift, form=Form.COUNT,
        )  # fmt: skip
    return figure


def _symbol_scale(scan: Scan, figure: Figure, k: int) -> Decimal | None:
    """Read a scale symbol; a lone m or b needs money beside it, or a capital."""
    word, raw = scan.word(k), scan.raw(k)
    money = scan.word(figure.start - 1) in units.CURRENCY_SYMBOLS or (
        scan.word(k + 1) in units.CURRENCY_SYMBOLS or _currency_word(scan, k + 1) is not None or scan.raw(figure.start - 1) in units.CODES
    )
    if scan.glued(k + 1) and scan.word(k + 1)[:1].isalnum():
        return None
    if len(word) == 1 and word != "k" and not money and raw != "M":
        return None
    return scan.tables.scale_symbols[word]


def _currency_word(scan: Scan, k: int) -> str | None:
    for name, canonical in scan.tables.units.get(scan.word(k), ()):
        if scan.phrase(name, k) and canonical in units.CODES:
            return canonical
    return None


def _parts(scan: Scan, figure: Figure) -> Figure:
    """Take in what makes fractions of words: three quarters, two and a half, half a million."""
    k, lex, pack = figure.end, scan.lexicon, scan.tables.sets
    words_, near = scan.word, scan.near
    articles, one = pack["articles"], pack["one"]
    hyphen = words_(k) in _HYPHENS and scan.glued(k) and scan.glued(k + 1)
    at = k + 1 if hyphen else k
    plural = at < len(scan.words) and words_(at) in lex.denominators and near(at)
    if plural and figure.form is Form.COUNT and figure.value == int(figure.value) and figure.value:
        below, word = lex.denominators[words_(at)], words_(at)
        singular = word in lex.atoms and (pack["denominator_suffix"] == {"s"}) and figure.value > 1
        if not singular and below > 2 or word in pack["halves"] and figure.value == 1:
            return replace(figure, end=at + 1, value=figure.value / below, form=Form.SHARE, spelled=True, bare=False)
    if words_(k) in lex.links and near(k) and near(k + 1) and figure.form is Form.COUNT and not figure.value % 1:
        at, above = k + 1, Decimal(1)
        if words_(at) in articles or words_(at) in one:
            at += 1
        elif words_(at) not in pack["halves"]:
            part = words.read(scan.language, scan.words, at, near, False) if at < len(scan.words) else None
            if part is None or part.ordinal:
                return figure
            at, above = part.end, part.value
        below_ = lex.denominators.get(words_(at))
        if below_ and near(at) and above < below_:
            return replace(figure, end=at + 1, value=figure.value + above / below_, exponent=-2, bare=False)
    return figure


def spelled_at(scan: Scan, i: int, linked: bool) -> Figure | None:
    """Read a figure in words, with the article that belongs to it: a third, half a dozen, a thousand."""
    word, pack, lex = scan.words[i], scan.tables.sets, scan.lexicon
    before = scan.word(i - 1) if scan.near(i) else ""
    start = i - 1 if before in pack["articles"] or before in pack["one"] else i
    if word in pack["not_first"]:
        return None
    if word in pack["halves"] or word in pack["quarters"]:
        if word in pack["quarters"] and start == i and scan.word(i + 1) not in lex.atoms:
            return None
        value = 1 / lex.denominators[word]
        end = i + 1
        follows = end + 1 if scan.word(end) in pack["half_links"] and scan.near(end) else end
        if (atom := lex.atoms.get(scan.word(follows))) and atom.kind == "scale" and not atom.ordinal:
            return Figure(start, follows, value, -2, spelled=True)
        if follows > end and scan.tables.units.get(scan.word(follows)):
            return Figure(start, follows, value, -2, spelled=True)
        return Figure(start, end, value, -2, spelled=True, form=Form.SHARE)
    number = words.read(scan.language, scan.words, i, scan.near, linked)
    if number is None:
        return None
    if linked and scan.word(number.end) in lex.denominators and scan.word(number.end) not in lex.atoms:
        number = words.read(scan.language, scan.words, i, scan.near, False) or number  # a hundred and three quarters
    if number.fraction:
        return Figure(i, number.end, number.value, -2, spelled=True, form=Form.SHARE)
    if number.ordinal:
        if start < i and number.value > 2 and number.end < len(scan.words) + 1:
            after = scan.word(number.end) if scan.near(number.end) else ""
            if after in pack["fraction_after"] or not after or not after[0].isalpha():
                return Figure(start, number.end, 1 / number.value, -2, spelled=True, form=Form.SHARE)
        return Figure(i, number.end, number.value, spelled=True, form=Form.ORDINAL)
    atom = lex.atoms.get(word)
    if not (atom and atom.kind in ("scale", "hundred")):
        start = i
    exponent = number.scale.adjusted() if number.value else 0
    if number.value % 1:
        exponent = min(-1, exponent)
        exponent = number.scale.adjusted() - 1 if number.scale > 1 else -1
    hedge = number.suffix if number.suffix == "about" else ""
    form = Form.TIMES if number.suffix == "times" else Form.COUNT
    unit = number.suffix if number.suffix == "year" else None
    return Figure(start, number.end, number.value, exponent, number.scale, unit, form, hedge, spelled=True)


def _point(scan: Scan, figure: Figure, linked: bool) -> Figure:
    """Take in decimals in words: zero point five, twee komma vijf."""
    k = figure.end
    if scan.word(k) not in scan.tables.sets["point"] or not (scan.near(k) and scan.near(k + 1)) or k + 1 >= len(scan.words):
        return figure
    following = scan.words[k + 1]
    if following.isdigit():
        digits, end = following, k + 2
    elif (number := words.read(scan.language, scan.words, k + 1, scan.near, linked)) and not number.ordinal:
        digits, end = str(int(number.value)), number.end
        while end < len(scan.words) and (atom := scan.lexicon.atoms.get(scan.words[end])) and atom.kind == "digit":
            digits, end = digits + str(atom.value), end + 1
    else:
        return figure
    return replace(figure, end=end, value=figure.value + Decimal("0." + digits), exponent=-len(digits), bare=False)


def unit_at(scan: Scan, k: int) -> tuple[str, int] | None:
    """Return the unit that stands at a token, with the token after it."""
    if not scan.near(k):
        return None
    found = _one_unit(scan, k)
    if found is None:
        return None
    name, end = found
    if units.unit(name).dimension in units.TIME or name in units.CODES or name == "percent":
        return found
    per = scan.word(end) in scan.tables.sets["per_words"] and scan.near(end)
    if per or (scan.word(end) == "/" and scan.glued(end)):
        below = _one_unit(scan, end + 1) if scan.near(end + 1) else None
        if below and (not per or units.unit(below[0]).dimension in units.TIME | {"length", "volume", "area"}):
            return f"{name} per {below[0]}", below[1]
    return found


def _one_unit(scan: Scan, k: int) -> tuple[str, int] | None:
    for name, canonical in scan.tables.units.get(scan.word(k), ()):
        if scan.phrase(name, k):
            return canonical, k + len(name)
    raw = scan.raw(k)
    if not raw:
        return None
    for size in (3, 2, 1):
        end = k + size
        if all(scan.glued(j) for j in range(k + 1, end)) and end <= len(scan.words):
            symbol = scan.text[scan.starts[k] : scan.ends[end - 1]]
            known = units.symbols().get(symbol)
            if known and not (scan.glued(end) and scan.word(end)[:1].isalnum()):
                lone = len(symbol) == 1 and symbol.isalpha() and not scan.glued(k)
                if not lone or symbol in "mglt":
                    return known, end
            if symbol in units.CODES or symbol in ("usd", "eur", "gbp"):
                return symbol.upper(), end
    if raw in units.CURRENCY_SYMBOLS:
        tail = scan.glued(k + 1) and scan.word(k + 1).isalpha()
        return units.CURRENCY_SYMBOLS[raw], k + 1 + tail
    if scan.word(k) in scan.tables.sets["inch"] and scan.word(k + 1) in scan.tables.sets["inch_after"]:
        return "inch", k + 1
    if raw == '"' and scan.word(k - 1).isdigit() and _opens(scan, k):
        return "inch", k + 1
    return None


def _opens(scan: Scan, k: int) -> bool:
    """Whether a straight double quote closes none: an even number of them before it in its line."""
    line = scan.text.rfind("\n", 0, scan.starts[k]) + 1
    return scan.text.count('"', line, scan.starts[k]) % 2 == 0


def _currency_before(scan: Scan, figure: Figure) -> Figure:
    k = figure.start - 1
    if not scan.near(figure.start):
        return figure
    raw, word = scan.raw(k), scan.word(k)
    if raw in units.CURRENCY_SYMBOLS:
        code = units.CURRENCY_SYMBOLS[raw]
        whose = scan.word(k - 1) if scan.near(k) else ""
        if raw == "$" and whose in units.DOLLARS and (scan.glued(k) or len(whose) > 1 or scan.raw(k - 1) == "C" or whose == "c"):
            return replace(figure, start=k - 1, unit=units.DOLLARS[whose])
        if raw == "$" and whose == "s" and scan.word(k - 2) == "." and scan.word(k - 3) == "u":
            return replace(figure, start=k - 3, unit="USD")
        return replace(figure, start=k, unit=code)
    if _MEGA_CODE.fullmatch(raw) and len(raw) >= 3 and raw not in ("ALL", "TRY"):
        if len(raw) == 4:
            factor = Decimal(10) ** (6 if raw[0] == "M" else 3)
            return replace(figure, start=k, value=figure.value * factor, unit=raw[1:], bare=False, exponent=figure.exponent + factor.adjusted())
        return replace(figure, start=k, unit=raw)
    rupee = k - 1 if word == "." and scan.glued(k) else k
    if scan.word(rupee) == "rs":
        return replace(figure, start=rupee, unit="INR")
    return figure


def _sign(scan: Scan, figure: Figure) -> Figure:
    k = figure.start - 1
    word = scan.word(k)
    if word in _MINUS and scan.glued(figure.start):
        before = scan.text[scan.starts[k] - 1 : scan.starts[k]]
        if scan.word(k - 1)[:1].isdigit():
            return figure
        if (not before or before.isspace() or before in "($€£") and scan.text[scan.ends[k] :][:1].isdigit() | (before in "($€£ "):
            inner = replace(figure, start=k, value=-figure.value, sign=True)
            return _currency_before(scan, inner) if figure.unit is None else inner
    if word in scan.tables.sets["negative"] and scan.near(figure.start) and not scan.word(k - 1).isdigit():
        return replace(figure, start=k, value=-figure.value, sign=True)
    return figure


def figure_at(scan: Scan, i: int, linked: bool = True) -> Figure | None:
    """Read the figure whose first number token is ``i``, with its currency, scale and unit."""
    word = scan.words[i]
    if word[0].isdigit() and word[0] not in _VULGAR:
        figure = _digits(scan, i)
        if figure is None:
            return None
        figure = _slash(scan, figure)
        if figure.bare and scan.glued(figure.end) and scan.word(figure.end) in scan.tables.ordinal_suffixes:
            return replace(figure, end=figure.end + 1, form=Form.ORDINAL, bare=False)
    elif word in _VULGAR:
        figure = Figure(i, i + 1, _VULGAR[word], -2, form=Form.SHARE)
    else:
        spelled = spelled_at(scan, i, linked)
        if spelled is None or spelled.form is Form.ORDINAL:
            return spelled
        figure = spelled
    figure = _point(scan, figure, linked)
    figure = _scales(scan, _parts(scan, figure))
    figure = _sign(scan, _currency_before(scan, figure))
    return _with_unit(scan, figure)


def _with_unit(scan: Scan, figure: Figure) -> Figure:
    k = figure.end
    if figure.unit in units.CODES:
        return _cents(scan, figure)
    if _MEGA_CODE.fullmatch(scan.raw(k)) and len(scan.raw(k)) == 4 and scan.near(k):
        factor = Decimal(10) ** (6 if scan.raw(k)[0] == "M" else 3)
        return replace(figure, end=k + 1, value=figure.value * factor, scale=factor, unit=scan.raw(k)[1:], bare=False)
    if figure.unit is not None or figure.form is Form.TIMES:
        return figure
    hyphen = scan.word(k) in _HYPHENS and scan.glued(k) and scan.glued(k + 1)
    found = unit_at(scan, k + 1 if hyphen else k)
    if not found and figure.form is Form.SHARE and scan.word(k) in scan.tables.sets["half_links"] and scan.near(k):
        found = unit_at(scan, k + 1)  # a quarter of an inch, half a litre
        if not found and scan.word(k + 1) in scan.tables.sets["articles"]:
            found = unit_at(scan, k + 2)
        if found and found[0] == "percent":
            found = None
    if not found:
        return figure
    name, end = found
    if name == "percent":
        points = scan.word(end - 1) in scan.tables.sets["points"]
        return replace(figure, unit=name, end=end, form=Form.POINTS if points else Form.SHARE, bare=False)
    if name == "permille":
        return replace(figure, unit=name, end=end, form=Form.SHARE, bare=False)
    figure = replace(figure, unit=name, end=end, form=Form.COUNT, bare=False)
    if "degree" in name or name == "kelvin":
        for phrase in scan.tables.sets["below_zero_phrases"]:
            if scan.phrase(tuple(phrase.split("_")), end) and scan.near(end):
                return replace(figure, value=-figure.value, end=end + phrase.count("_") + 1)
    return _cents(scan, figure) if name in units.CODES else _smaller(scan, figure, name)


def _smaller(scan: Scan, figure: Figure, name: str) -> Figure:
    """Take in the smaller unit of the same dimension: 5 feet 11 inches."""
    k = figure.end
    if units.unit(name).dimension not in ("length", "mass", "volume"):
        return figure
    if scan.word(k) in scan.lexicon.links or scan.word(k) == ",":
        k += 1
    word = scan.word(k)
    if not (scan.near(k) and word and (word[0].isdigit() or word in scan.lexicon.atoms)):
        return figure
    below = figure_at(scan, k)
    if below is None or below.unit is None or below.start != k or below.unit == name:
        return figure
    added = units.convert(below.value, below.unit, name)
    if added is None or units.unit(below.unit).factor >= units.unit(name).factor:
        return figure
    return replace(figure, end=below.end, value=figure.value + added, exponent=min(figure.exponent, -2))


def _cents(scan: Scan, figure: Figure) -> Figure:
    """Take in the small change: 20 dollars and 43 cents, $20 and 43c, 15 dollars 50."""
    k = figure.end
    if figure.exponent or figure.scale != 1:
        return figure
    k += scan.word(k) in scan.lexicon.links
    word = scan.word(k)
    if not scan.near(k) or not word or not (word.isdigit() and len(word) == 2 or word in scan.lexicon.atoms):
        return figure
    below = _digits(scan, k) if word.isdigit() else spelled_at(scan, k, False)
    if below is None or below.start != k or below.value >= 100:
        return figure
    unit = unit_at(scan, below.end)
    cent = unit and unit[0] in ("cent", "penny")
    if scan.word(below.end) == "c" and scan.glued(below.end):
        cent, unit = True, ("cent", below.end + 1)
    if cent and unit:
        return replace(figure, end=unit[1], value=figure.value + below.value / 100, exponent=-2)
    alone = below.end >= len(scan.words) or not scan.word(below.end)[0].isalnum()
    if k == figure.end and alone and not unit and below.bare and scan.word(figure.end - 1).isalpha():
        return replace(figure, end=below.end, value=figure.value + below.value / 100, exponent=-2)
    return figure
