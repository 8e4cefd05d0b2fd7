"""Units and currencies where they stand: symbols, words, codes, and rates such as km/h."""

from __future__ import annotations

from decimal import Decimal

from factcheck.text import function_words
from factcheck_number import units
from factcheck_number.figure import Figure
from factcheck_number.scan import Scan

TON_OF_MONEY = Decimal(100_000)


def is_code(raw: str) -> bool:
    """Whether a token is a currency code, alone or with the M or K of a million or thousand: EUR, MEUR."""
    return raw[-3:] in units.CODES and (len(raw) == 3 or (len(raw) == 4 and raw[0] in "MK"))


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
        if (
            per
            and below
            and scan.near(below[1])
            and scan.word(below[1]) in scan.tables.sets["per_not_before"]
        ):
            return found  # 5 million tonnes, a year earlier
        if per and below and _is_money_too(name) and units.unit(below[0]).dimension in units.TIME:
            return found  # as of euros: 640,000 pounds a year
        if below and (not per or units.unit(below[0]).dimension in units.TIME | {"length", "volume", "area"}):
            return f"{name} per {below[0]}", below[1]
    return found


def _is_money_too(name: str) -> bool:
    return any(name in pair for pair in units.AMBIGUOUS)


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
            if scan.glued(end) and scan.word(end)[:1].isdigit():
                continue
            if symbol in units.CODES or symbol in ("usd", "eur", "gbp"):
                return symbol.upper(), end
    if raw in units.CURRENCY_SYMBOLS:
        tail = scan.glued(k + 1) and scan.word(k + 1).isalpha()
        return units.CURRENCY_SYMBOLS[raw], k + 1 + tail
    if scan.word(k) in scan.tables.sets["inch"] and scan.word(k + 1) in scan.tables.sets["inch_after"]:
        return "inch", k + 1
    opening = not scan.glued(k) and scan.glued(k + 1)  # 3 "rooms"
    if raw == '"' and not opening and scan.word(k - 1).isdigit() and _opens(scan, k):
        return "inch", k + 1
    return None


def _opens(scan: Scan, k: int) -> bool:
    """Whether a straight double quote closes none: an even number of them before it in its line."""
    line = scan.text[max(0, scan.starts[k] - 400) : scan.starts[k]].rpartition("\n")[2]
    return line.count('"') % 2 == 0


def is_money(scan: Scan, k: int, end: int) -> bool:
    """Whether a unit of weight, from token ``k`` to ``end``, is 100,000 in money here: *drie ton schade*.

    So it is where its sentence speaks of money and of no weight, and nothing that is weighed follows.
    """
    sets = scan.tables.sets
    if end != k + 1 or scan.word(k) not in sets["ton_names"]:
        return False
    behind = scan.word(end) if scan.near(end) else ""
    known = sets["ton_money"] | sets["ton_behind"] | function_words(scan.language)
    if behind in sets["per_words"] or (behind[:1].isalpha() and behind not in known):
        return False
    said = set(scan.document.words_in(scan.document.sentence_at(scan.starts[k])))
    paid = sets["ton_money"] | units.CURRENCY_SYMBOLS.keys()
    return not said.isdisjoint(paid) and said.isdisjoint(sets["ton_weight"])


def currency_word(scan: Scan, k: int) -> str | None:
    """Return the currency whose name stands at a token."""
    for name, canonical in scan.tables.units.get(scan.word(k), ()):
        if scan.phrase(name, k) and canonical in units.CODES:
            return canonical
    return None


def currency_before(scan: Scan, figure: Figure) -> Figure:
    """Take in the currency sign or code before a figure: $, US$, EUR, MAUD."""
    k = figure.start - 1
    if not scan.near(figure.start):
        return figure
    raw, word = scan.raw(k), scan.word(k)
    if raw in units.CURRENCY_SYMBOLS:
        code = units.CURRENCY_SYMBOLS[raw]
        whose = scan.word(k - 1) if scan.near(k) else ""
        if (
            raw == "$"
            and whose in units.DOLLARS
            and (scan.glued(k) or len(whose) > 1 or scan.raw(k - 1) == "C" or whose == "c")
        ):
            return figure._replace(start=k - 1, unit=units.DOLLARS[whose])
        if raw == "$" and whose == "s" and scan.word(k - 2) == "." and scan.word(k - 3) == "u":
            return figure._replace(start=k - 3, unit="USD")
        return figure._replace(start=k, unit=code)
    if is_code(raw) and raw not in ("ALL", "TRY"):
        if len(raw) == 4:
            factor = Decimal(10) ** (6 if raw[0] == "M" else 3)
            return figure._replace(
                start=k,
                value=figure.value * factor,
                unit=raw[1:],
                bare=False,
                exponent=figure.exponent + factor.adjusted(),
            )
        return figure._replace(start=k, unit=raw)
    rupee = k - 1 if word == "." and scan.glued(k) else k
    if scan.word(rupee) == "rs":
        return figure._replace(start=rupee, unit="INR")
    return figure
