"""Units: their dimensions, their conversion, and how a text names them.

A unit is known by its English name (``kilometre``) or, for money, its ISO 4217 code. Names in a language
come from its pack; symbols (km, kg, %) and the decimal prefixes are the same everywhere.
"""

from decimal import Decimal
from functools import cache
from typing import NamedTuple

from factcheck import languages


class Unit(NamedTuple):
    """What a unit measures and how many base units it is; ``offset`` is added before the factor counts."""

    dimension: str
    factor: Decimal
    offset: Decimal = Decimal(0)


_PREFIXES = {
    "nano": ("n", "1e-9"),
    "micro": ("µ", "1e-6"),
    "milli": ("m", "1e-3"),
    "centi": ("c", "1e-2"),
    "deci": ("d", "1e-1"),
    "hecto": ("h", "1e2"),
    "kilo": ("k", "1e3"),
    "mega": ("M", "1e6"),
    "giga": ("G", "1e9"),
    "tera": ("T", "1e12"),
}
# name: dimension, factor, symbols that take the prefixes
_PREFIXED = {
    "metre": ("length", "1", "m"),
    "gram": ("mass", "1", "g"),
    "litre": ("volume", "0.001", "l L"),
    "watt": ("power", "1", "W"),
    "watt hour": ("energy", "3600", "Wh"),
    "joule": ("energy", "1", "J"),
    "hertz": ("frequency", "1", "Hz"),
    "volt": ("voltage", "1", "V"),
    "ampere": ("current", "1", ""),
    "pascal": ("pressure", "1", "Pa"),
    "gray": ("dose", "1", "Gy"),
    "sievert": ("equivalent dose", "1", "Sv"),
    "byte": ("data", "8", "B"),
    "bit": ("data", "1", "b bit"),
    "year": ("months", "12", ""),
}
_PLAIN = {
    "percent": ("share", "0.01", "% pct"),
    "permille": ("share", "0.001", "‰"),
    "square metre": ("area", "1", "m² m2 sqm"),
    "square kilometre": ("area", "1e6", "km² km2"),
    "square centimetre": ("area", "1e-4", "cm² cm2"),
    "square millimetre": ("area", "1e-6", "mm² mm2"),
    "square mile": ("area", "2589988.110336", ""),
    "square foot": ("area", "0.09290304", ""),
    "hectare": ("area", "1e4", "ha"),
    "are": ("area", "100", ""),
    "acre": ("area", "4046.8564224", ""),
    "cubic metre": ("volume", "1", "m³ m3"),
    "cubic centimetre": ("volume", "1e-6", "cm³ cm3"),
    "cubic kilometre": ("volume", "1e9", "km³ km3"),
    "gallon": ("volume", "0.003785411784", "gal"),
    "pint": ("volume", "0.000473176473", ""),
    "barrel": ("volume", "0.158987294928", ""),
    "cup": ("cup", "1", ""),
    "teaspoon": ("teaspoon", "1", "tsp"),
    "tablespoon": ("tablespoon", "1", "tbsp"),
    "mile": ("length", "1609.344", "mi"),
    "yard": ("length", "0.9144", "yd"),
    "foot": ("length", "0.3048", "ft"),
    "inch": ("length", "0.0254", "″"),
    "light year": ("length", "9460730472580800", "ly"),
    "parsec": ("length", "30856775814913673", "pc"),
    "nautical mile": ("length", "1852", ""),
    # in what people eat, which nobody counts in the small calories of physics
    "calorie": ("energy", "4184", "cal"),
    "kilocalorie": ("energy", "4184", "kcal"),
    "tonne": ("mass", "1e6", "t"),
    "pound": ("mass", "453.59237", "lb lbs"),
    "ounce": ("mass", "28.349523125", "oz"),
    "stone": ("mass", "6350.29318", ""),
    "second": ("seconds", "1", "s sec"),
    "minute": ("seconds", "60", "min"),
    "quarter of an hour": ("seconds", "900", ""),
    "hour": ("seconds", "3600", "h hr hrs"),
    "day": ("seconds", "86400", ""),
    "week": ("seconds", "604800", ""),
    "month": ("months", "1", ""),
    "quarter": ("months", "3", ""),
    "decade": ("months", "120", ""),
    "century": ("months", "1200", ""),
    "millennium": ("months", "12000", ""),
    "degree": ("degree", "1", "°"),
    "radian": ("angle", "1", "rad"),
    "cent": ("cent", "1", "¢"),
    "penny": ("penny", "1", ""),
    "knot": ("length/seconds", "0.5144444444444444", "kn"),
    "mile per hour": ("length/seconds", "0.44704", "mph"),
    "kilometre per hour": ("length/seconds", "0.2777777777777778", "kph kmh"),
}
_TEMPERATURES = {
    "degree Celsius": (Decimal(1), Decimal("273.15"), "°C ℃"),
    "degree Fahrenheit": (Decimal(5) / 9, Decimal("459.67"), "°F ℉"),
    "kelvin": (Decimal(1), Decimal(0), ""),
}
TIME = frozenset({"seconds", "months"})
# what clocks and calendars count in; a gigayear is no such thing
CALENDAR = frozenset(
    (
        "second",
        "minute",
        "quarter of an hour",
        "hour",
        "day",
        "week",
        "month",
        "year",
        "decade",
        "century",
        "millennium",
    )
)
CURRENCY_SYMBOLS = {
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "₩": "KRW",
    "₽": "RUB",
    "₺": "TRY",
    "元": "CNY",
}
# a dollar is American unless letters before it say whose
DOLLARS = {"us": "USD", "usd": "USD", "a": "AUD", "au": "AUD", "aud": "AUD", "c": "CAD", "ca": "CAD"}
DOLLARS |= {"cad": "CAD", "nz": "NZD", "nzd": "NZD", "hk": "HKD", "hkd": "HKD", "s": "SGD", "r": "BRL"}
CODES = frozenset(
    """AED ARS AUD BGN BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP HKD HRK HUF IDR ILS INR ISK JPY KRW MAD
    MXN MYR NGN NOK NZD PEN PHP PKR PLN RON RSD RUB SAR SEK SGD THB TND TRY TWD UAH USD VND ZAR""".split()  # noqa: SIM905
)


# Names that are a unit and a currency; coins that are a hundredth of whatever currency the other side has.
AMBIGUOUS = ({"pound", "GBP"},)
HUNDREDTHS = frozenset(("cent", "penny"))


def keys(name: str) -> tuple[str, ...]:
    """Return what figures of a unit are looked up by: what it measures, and the money it may be."""
    money = CODES if name in HUNDREDTHS else [other for pair in AMBIGUOUS if name in pair for other in pair]
    also = (f"money {code}" for code in sorted(money) if code in CODES)
    return tuple(dict.fromkeys((unit(name).dimension, *also)))


@cache
def unit(name: str) -> Unit:
    """Return what is known of a unit by its English name; an unknown one is its own dimension."""
    if known := _PREFIXED.get(name) or _PLAIN.get(name):
        return Unit(known[0], Decimal(known[1]))
    if name in CODES:
        return Unit("money " + name, Decimal(1))
    if name in _TEMPERATURES:
        scale, offset, _ = _TEMPERATURES[name]
        return Unit("temperature", scale, offset)
    above, per, below = name.partition(" per ")
    if per:
        a, b = unit(above), unit(below)
        return Unit(f"{a.dimension}/{b.dimension}", a.factor / b.factor)
    for prefix, (_, power) in _PREFIXES.items():
        if name.startswith(prefix) and name.removeprefix(prefix) in _PREFIXED:
            bare = unit(name.removeprefix(prefix))
            return Unit(bare.dimension, bare.factor * Decimal(power))
    return Unit(name, Decimal(1))


@cache
def symbols() -> dict[str, str]:
    """Return the unit symbols, as written, with the names of their units."""
    table = {symbol: name for name, (_, _, own) in (_PREFIXED | _PLAIN).items() for symbol in own.split()}
    for name, (_, _, own) in _PREFIXED.items():
        for symbol in own.split():
            table |= {sign + symbol: prefix + name for prefix, (sign, _) in _PREFIXES.items()}
    table |= {symbol: name for name, (_, _, own) in _TEMPERATURES.items() for symbol in own.split()}
    table |= {"Ma": "megayear", "Ga": "gigayear", "KB": "kilobyte", "Kg": "kilogram", "KG": "kilogram"}
    return table | {"KM": "kilometre", "Km": "kilometre", "ML": "millilitre"}


@cache
def names(language: str) -> dict[tuple[str, ...], str]:
    """Return the unit names of a language as word sequences, with the canonical name of each.

    The pack's ``[units]`` maps a name to its words, several-word names joined by ``_``.
    """
    pack = languages.load(language, "numbers")
    table: dict[tuple[str, ...], str] = {}
    squares, cubes = (pack.get(key, "").split() for key in ("square", "cubic"))
    for name, listed in pack.get("units", {}).items():
        for written in listed.split():
            table[tuple(written.split("_"))] = name
            for prefix in _PREFIXES if name in _PREFIXED else ():
                table[(prefix + written,)] = prefix + name
    lengths = [(words[0], name) for words, name in table.items() if len(words) == 1]
    lengths += [(symbol, name) for symbol, name in symbols().items() if symbol.islower()]
    measured = {name for name, (dimension, *_) in _PLAIN.items() if dimension == "length"}
    measured |= {prefix + "metre" for prefix in ("", *_PREFIXES)}
    for word, name in lengths:
        if name in measured:
            table |= {(square, word): "square " + name for square in squares}
            table |= {(cube, word): "cubic " + name for cube in cubes}
    return table


def convert(value: Decimal, have: str | None, want: str | None) -> Decimal | None:
    """Return a value in another unit, ``None`` where the two do not measure the same."""
    if have == want:
        return value
    a, b = (unit(name) if name else Unit("share", Decimal(1)) for name in (have, want))
    if a.dimension != b.dimension:
        return None
    return (value + a.offset) * a.factor / b.factor - b.offset
