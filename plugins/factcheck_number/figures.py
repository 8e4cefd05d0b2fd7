"""Single figures: digits or number words with their fraction, scale word, currency, sign and unit."""

from __future__ import annotations

from decimal import Decimal

from factcheck.ages import names_people
from factcheck_number import units, words
from factcheck_number.digits import VULGAR, digits_at, slash
from factcheck_number.figure import Figure
from factcheck_number.measures import TON_OF_MONEY, currency_before, currency_word, is_code, is_money, unit_at
from factcheck_number.portions import (
    and_a_half,
    is_centimetres,
    is_portion,
    of_scale,
    one_and_a_half,
    parts,
    powered,
)
from factcheck_number.quantity import Form
from factcheck_number.scan import HYPHENS, Scan

_LARGEST = Decimal(10) ** 21  # beyond are codes, not quantities
_TONS = 10  # tons of money from here on have another name: a million
_MINUS = frozenset("-−–")


def _scales(scan: Scan, figure: Figure) -> Figure:
    """Take in scale words and symbols: 1.2 million, 3,5 mln, 10k, 100 thousand."""
    while scan.near(figure.end) and figure.value < _LARGEST:
        k, word = figure.end, scan.word(figure.end)
        atom = scan.lexicon.atoms.get(word)
        factor = atom.value if atom and atom.kind in ("scale", "hundred") and not atom.ordinal else None
        if factor is None and not figure.spelled and word in scan.tables.scale_symbols:
            factor = _symbol_scale(scan, figure, k)
        if factor is None:
            break
        end = k + 1 + (scan.word(k + 1) == "." and word in scan.tables.scale_symbols and scan.near(k + 2))
        shift = factor.adjusted() if figure.value else 0
        figure = figure._replace(
            end=end,
            value=figure.value * factor,
            scale=figure.scale * factor,
            bare=False,
            exponent=figure.exponent + shift,
            form=Form.COUNT,
        )
    return figure


def _symbol_scale(scan: Scan, figure: Figure, k: int) -> Decimal | None:
    """Read a scale symbol; a lone m or b needs money beside it, a capital, or those whom it counts."""
    word, raw = scan.word(k), scan.raw(k)
    money = scan.word(figure.start - 1) in units.CURRENCY_SYMBOLS or (
        scan.word(k + 1) in units.CURRENCY_SYMBOLS
        or currency_word(scan, k + 1) is not None
        or scan.raw(figure.start - 1) in units.CODES
    )
    if scan.glued(k + 1) and scan.word(k + 1)[:1].isalnum():
        return None
    counted = (
        scan.glued(k) and scan.near(k + 1) and names_people(scan.word(k + 1), scan.language)
    )  # 1.5m people
    if len(word) == 1 and word != "k" and not (money or counted) and raw != "M":
        return None
    return scan.tables.scale_symbols[word]


def spelled_at(scan: Scan, i: int, linked: bool) -> Figure | None:
    """Read a figure in words, with the article that belongs to it: a third, half a dozen, a thousand."""
    word, pack, lex = scan.words[i], scan.tables.sets, scan.lexicon
    before = scan.word(i - 1) if scan.near(i) else ""
    start = i - 1 if before in pack["articles"] or before in pack["one"] else i
    if word in pack["not_first"]:
        return None
    if word in pack["halves"] and (more := one_and_a_half(scan, i)):
        return more
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
        measured = word in pack["articles"] and unit_at(scan, i + 1)  # a kg
        return Figure(i, i + 1, Decimal(1), spelled=True) if measured else None
    if linked and scan.word(number.end) in lex.denominators and scan.word(number.end) not in lex.atoms:
        number = (
            words.read(scan.language, scan.words, i, scan.near, False) or number
        )  # a hundred and three quarters
    if number.fraction:
        return Figure(i, number.end, number.value, -2, spelled=True, form=Form.SHARE)
    if number.ordinal:
        if start < i and number.value > 2 and number.end < len(scan.words) + 1:
            after = scan.word(number.end) if scan.near(number.end) else ""
            if after in HYPHENS and scan.glued(number.end) and scan.glued(number.end + 1):
                return Figure(
                    i, number.end, number.value, spelled=True, form=Form.ORDINAL
                )  # third-generation
            if is_portion(scan, start, number.end):
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
    if (
        scan.word(k) not in scan.tables.sets["point"]
        or not (scan.near(k) and scan.near(k + 1))
        or k + 1 >= len(scan.words)
    ):
        return figure
    following = scan.words[k + 1]
    if following.isdigit():
        digits, end = following, k + 2
    elif (number := words.read(scan.language, scan.words, k + 1, scan.near, linked)) and not number.ordinal:
        digits, end = str(int(number.value)), number.end
        while (
            end < len(scan.words)
            and (atom := scan.lexicon.atoms.get(scan.words[end]))
            and atom.kind == "digit"
        ):
            digits, end = digits + str(atom.value), end + 1
    else:
        return figure
    return figure._replace(
        end=end, value=figure.value + Decimal("0." + digits), exponent=-len(digits), bare=False
    )


def _sign(scan: Scan, figure: Figure) -> Figure:
    k = figure.start - 1
    word = scan.word(k)
    alone = k == 0 and figure.end == len(scan.words)  # "- 10 k" in a cell
    if word in _MINUS and (scan.glued(figure.start) or alone):
        before = scan.text[scan.starts[k] - 1 : scan.starts[k]]
        if scan.word(k - 1)[:1].isdigit():
            return figure
        if (not before or before.isspace() or before in "($€£") and scan.text[scan.ends[k] :][
            :1
        ].isdigit() | (before in "($€£ "):
            inner = figure._replace(start=k, value=-figure.value, sign=True)
            return currency_before(scan, inner) if figure.unit is None else inner
    if word in scan.tables.sets["negative"] and scan.near(figure.start) and not scan.word(k - 1).isdigit():
        return figure._replace(start=k, value=-figure.value, sign=True)
    return figure


def figure_at(scan: Scan, i: int, linked: bool = True) -> Figure | None:
    """Read the figure whose first number token is ``i``, with its currency, scale and unit.

    ``linked`` tells whether words such as "and" may join its parts.
    """
    figure = _one_figure(scan, i, linked)
    if figure is None or abs(figure.value) > _LARGEST:
        return None
    if figure.unit in units.CODES:
        return _cents(scan, figure)
    while figure.unit and (more := _smaller(scan, figure, figure.unit)):
        figure = more
    return figure


def _one_figure(scan: Scan, i: int, linked: bool) -> Figure | None:
    word = scan.words[i]
    if word[0].isdigit() and word[0] not in VULGAR:
        figure = digits_at(scan, i)
        if figure is None:
            return None
        figure = slash(scan, figure)
        if figure.bare and scan.glued(figure.end) and scan.word(figure.end) in scan.tables.ordinal_suffixes:
            return figure._replace(end=figure.end + 1, form=Form.ORDINAL, bare=False)
    elif word in VULGAR:
        figure = Figure(i, i + 1, VULGAR[word], -2, form=Form.SHARE)
    else:
        spelled = spelled_at(scan, i, linked)
        if spelled is None or spelled.form is Form.ORDINAL:
            return spelled
        figure = spelled
    figure = _point(scan, figure, linked)
    figure = powered(scan, of_scale(scan, _scales(scan, parts(scan, figure))))
    figure = _sign(scan, currency_before(scan, figure))
    return _with_unit(scan, figure)


def _with_unit(scan: Scan, figure: Figure) -> Figure:
    k = figure.end
    if len(scan.raw(k)) == 4 and is_code(scan.raw(k)) and scan.near(k):
        factor = Decimal(10) ** (6 if scan.raw(k)[0] == "M" else 3)
        return figure._replace(
            end=k + 1, value=figure.value * factor, scale=factor, unit=scan.raw(k)[1:], bare=False
        )
    if figure.unit is not None or figure.form is Form.TIMES:
        return figure
    hyphen = scan.word(k) in HYPHENS and scan.glued(k) and scan.glued(k + 1)
    found = unit_at(scan, k + 1 if hyphen else k)
    if (
        not found
        and figure.form is Form.SHARE
        and scan.word(k) in scan.tables.sets["half_links"]
        and scan.near(k)
    ):
        found = unit_at(scan, k + 1)  # a quarter of an inch, half a litre
        if not found and scan.word(k + 1) in scan.tables.sets["articles"]:
            found = unit_at(scan, k + 2)
        if found and found[0] == "percent":
            found = None
    if not found:
        return figure
    name, end = found
    if is_money(scan, k, end) and figure.value < _TONS:
        return figure._replace(
            end=end,
            value=figure.value * TON_OF_MONEY,
            scale=figure.scale * TON_OF_MONEY,
            exponent=figure.exponent + TON_OF_MONEY.adjusted(),
            unit="EUR",
            bare=False,
        )
    if name == "percent":
        points = scan.word(end - 1) in scan.tables.sets["points"]
        return figure._replace(unit=name, end=end, form=Form.POINTS if points else Form.SHARE, bare=False)
    if name == "permille":
        return figure._replace(unit=name, end=end, form=Form.SHARE, bare=False)
    figure = and_a_half(scan, figure._replace(unit=name, end=end, form=Form.COUNT, bare=False))
    if "degree" in name or name == "kelvin":
        for phrase in scan.tables.sets["below_zero_phrases"]:
            if scan.phrase(tuple(phrase.split("_")), end) and scan.near(end):
                return figure._replace(value=-figure.value, end=end + phrase.count("_") + 1)
    return figure


def _smaller(scan: Scan, figure: Figure, name: str) -> Figure | None:
    """Take in the smaller unit of the same dimension: 5 feet 11 inches."""
    k = figure.end
    if units.unit(name).dimension not in ("length", "mass", "volume"):
        return None
    comma = scan.word(k) == ","
    if scan.word(k) in scan.lexicon.links or scan.word(k) == ",":
        k += 1
    word = scan.word(k)
    if not (scan.near(k) and word and (word[0].isdigit() or word in scan.lexicon.atoms)):
        return None
    below = _one_figure(scan, k, False)
    if below is None or below.start != k:
        return None
    if is_centimetres(scan, figure, below):
        below = below._replace(unit="centimetre")  # 1 meter 83
    if below.unit is None and scan.word(below.end) in scan.tables.sets["inch"] and name == "foot":
        below = below._replace(unit="inch", end=below.end + 1)  # 5 ft 7 in
    if below.unit is None or below.unit == name:
        return None
    added = units.convert(below.value, below.unit, name)
    if added is None or units.unit(below.unit).factor >= units.unit(name).factor or (comma and added >= 1):
        return None
    return figure._replace(end=below.end, value=figure.value + added, exponent=min(figure.exponent, -2))


def _cents(scan: Scan, figure: Figure) -> Figure:
    """Take in the small change: 20 dollars and 43 cents, $20 and 43c, 15 dollars 50."""
    k = figure.end
    if figure.exponent or figure.scale != 1:
        return figure
    k += scan.word(k) in scan.lexicon.links
    word = scan.word(k)
    if (
        not scan.near(k)
        or not word
        or not ((word.isdigit() and len(word) == 2) or word in scan.lexicon.atoms)
    ):
        return figure
    below = digits_at(scan, k) if word.isdigit() else spelled_at(scan, k, False)
    if below is None or below.start != k or below.value >= 100:
        return figure
    unit = unit_at(scan, below.end)
    cent = unit and unit[0] in ("cent", "penny")
    if scan.word(below.end) == "c" and scan.glued(below.end):
        cent, unit = True, ("cent", below.end + 1)
    if cent and unit:
        return figure._replace(end=unit[1], value=figure.value + below.value / 100, exponent=-2)
    alone = below.end >= len(scan.words) or not scan.word(below.end)[0].isalnum()
    if k == figure.end and alone and not unit and below.bare and scan.word(figure.end - 1).isalpha():
        return figure._replace(end=below.end, value=figure.value + below.value / 100, exponent=-2)
    return figure


def starts(scan: Scan, k: int) -> bool:
    """Whether a token may be the first of a figure."""
    word = scan.word(k)
    return bool(word) and (
        word[0].isnumeric()
        or word in scan.lexicon.atoms
        or word in scan.lexicon.denominators
        or bool(words.compound(scan.language, word))
    )


def ends_figure(scan: Scan, k: int) -> bool:
    """Whether a token may be the last of a figure."""
    word = scan.word(k)
    return (
        scan.near(k + 1)
        and bool(word)
        and (word[0].isdigit() or word in scan.lexicon.atoms or word in scan.tables.units)
    )
