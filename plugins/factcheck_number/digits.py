"""Digits: grouping and decimal signs as languages write them, and fractions such as 3/4 and 2½."""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck_number import units
from factcheck_number.figure import Figure
from factcheck_number.quantity import Form
from factcheck_number.scan import Scan

_LONGEST = 27  # characters; what is longer is a code
_GROUPED = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*|\d{1,2}(?:,\d{2})+,\d{3}")

VULGAR = {c: (Decimal(a) / Decimal(b)) for c, a, b in (
    ("½", 1, 2), ("⅓", 1, 3), ("⅔", 2, 3), ("¼", 1, 4), ("¾", 3, 4), ("⅕", 1, 5), ("⅖", 2, 5), ("⅗", 3, 5),
    ("⅘", 4, 5), ("⅙", 1, 6), ("⅚", 5, 6), ("⅛", 1, 8), ("⅜", 3, 8), ("⅝", 5, 8), ("⅞", 7, 8),
)}  # fmt: skip


def decimal_of(token: str, decimal: str, more: bool) -> tuple[Decimal, int] | None:
    """Read digits with separators as the language writes them; ``None`` where they are no one number.

    ``decimal`` is the language's decimal sign; ``more`` tells that a unit or scale word makes it surely a
    quantity. The value comes with the exponent of its last digit.
    """
    if token.isdecimal() and len(token) <= _LONGEST:
        return Decimal(token), 0
    if len(token) > _LONGEST or any(char.isdigit() and not char.isdecimal() for char in token):
        return None  # 2²⁹
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
    thousands = (
        _GROUPED.fullmatch(token) and (marks[0] == grouping or part == "000") and not whole.startswith("0")
    )
    if thousands:
        return Decimal(whole + part), 0
    if marks[0] == "," and decimal == "." and not more:
        return None
    return Decimal(whole + "." + part), -len(part)


def digits_at(scan: Scan, i: int) -> Figure | None:
    """Read digits, with groups set apart by spaces or apostrophes and a fraction behind them."""
    token, end = scan.words[i], i + 1
    decimal = scan.pack.get("decimal", ".")
    plain = token.isdigit()
    while (plain and len(token) <= 3) or end > i + 1:
        gap, following = (
            scan.text[scan.ends[end - 1] : scan.starts[end]] if end < len(scan.words) else "",
            scan.word(end),
        )
        joint = gap in (" ", "\u00a0", "\u202f", "\u2009")
        if (
            following in ("'", "’")
            and scan.glued(end)
            and scan.glued(end + 1)
            and re.fullmatch(r"\d{3}", scan.word(end + 1))
        ):
            token, end = token + scan.word(end + 1), end + 2
        elif joint and re.fullmatch(r"\d{3}(?:[.,]\d{1,2})?", following) and not scan.word(i - 1).isdigit():
            token, end = token + following, end + 1
        else:
            break
        if not token.isdigit():
            break
    after = scan.word(end)
    more = (
        after in scan.lexicon.atoms
        or after in scan.tables.scale_symbols
        or after in scan.tables.units
        or (after in units.CURRENCY_SYMBOLS or after == "%" or scan.word(i - 1) in units.CURRENCY_SYMBOLS)
    )
    read = decimal_of(token, decimal, more)
    if not read:
        return None
    value, exponent = read
    figure = Figure(i, end, value, exponent, bare=plain and end == i + 1)
    if scan.word(i - 1) in (".", ",") and scan.glued(i) and not (i > 1 and scan.glued(i - 1)) and plain:
        return figure._replace(start=i - 1, value=Decimal("0." + token), exponent=-len(token), bare=False)
    return figure


def slash(scan: Scan, figure: Figure) -> Figure:
    """Take in a written fraction: 3/4, 2 1/2, 2½."""
    k, value = figure.end, figure.value
    if scan.word(k)[:1] in VULGAR and scan.near(k) and len(scan.word(k)) == 1:
        return figure._replace(end=k + 1, value=value + VULGAR[scan.word(k)], bare=False, exponent=-2)

    def over(i: int) -> Decimal | None:
        above, below = scan.word(i), scan.word(i + 2)
        if (
            scan.word(i + 1) not in ("/", "⁄")
            or not (above.isdecimal() and below.isdecimal())
            or len(below) > 3
        ):
            return None
        if scan.glued(i + 1) != scan.glued(i + 2) or scan.word(i + 3) == "/" or not int(below):
            return None
        return Decimal(above) / Decimal(below)

    if figure.bare and (part := over(k - 1)) is not None:
        return figure._replace(end=k + 2, value=part, bare=False, exponent=-2, form=Form.SHARE)
    if figure.bare and scan.near(k) and not scan.glued(k) and (part := over(k)) is not None and part < 1:
        return figure._replace(end=k + 3, value=value + part, bare=False, exponent=-2)
    return figure
