"""Numbers as dates use them: days of the month, ordinals, years in digits and words."""

from __future__ import annotations

from factcheck_date.scan import Scan

_FIRST_YEAR, _LAST_YEAR = 1000, 2199


def year_at(scan: Scan, index: int, *, short: bool = False) -> tuple[int, int] | None:
    """Return the year written at a token and the token after it; ``short`` allows '17 for 2017."""
    word = scan.word(index)
    if word.isdecimal():
        if len(word) == 4 and _FIRST_YEAR <= int(word) <= _LAST_YEAR:
            return int(word), index + 1
        return None
    if short and word in "'’‘" and word and scan.glued(index + 1):
        digits = scan.word(index + 1)
        if len(digits) == 2 and digits.isdecimal():
            return short_year(int(digits)), index + 2
    return _year_words(scan, index)


def short_year(digits: int) -> int:
    """Return the year that two digits stand for: 74 is 1974, 24 is 2024."""
    return digits + (1900 if digits > 40 else 2000)


def _year_words(scan: Scan, index: int) -> tuple[int, int] | None:
    """Read "nineteen eighty-six", "two thousand and fifteen" and what a language writes like it."""
    lex = scan.lex
    first = lex.cardinals.get(scan.word(index), 0)
    if not first:
        return None
    after = index + 1
    if lex.multipliers.get(scan.word(after)) == 100 and 13 <= first <= 20:
        total, after = first * 100, after + 1
    elif lex.multipliers.get(scan.word(after)) == 1000 and first == 2:
        total, after = 2000, after + 1
    elif first == 2000:
        total = 2000
    elif 13 <= first <= 20:
        rest = _small_number(scan, after)
        return (first * 100 + rest[0], rest[1]) if rest and rest[0] >= 10 else None
    else:
        return None
    rest = _small_number(scan, after + (scan.word(after) in lex.and_words))
    return (total + rest[0], rest[1]) if rest else None


def _small_number(scan: Scan, index: int) -> tuple[int, int] | None:
    """Return a number word below 100 and the token after it."""
    lex = scan.lex
    value = lex.cardinals.get(scan.word(index), 0)
    if not 0 < value < 100 or scan.word(index) in lex.articles_one:
        return None
    after = index + 1
    if value >= 20 and value % 10 == 0:
        behind = after + 1 if scan.word(after) == "-" and scan.glued(after) else after
        unit = lex.cardinals.get(scan.word(behind), 0)
        if 0 < unit < 10 and scan.word(behind) not in lex.articles_one and scan.near(behind):
            return value + unit, behind + 1
    return value, after


def ordinal_at(scan: Scan, index: int) -> tuple[int, int] | None:
    """Return an ordinal ("21st", "first", "twenty-sixth") and the token after it."""
    lex, word = scan.lex, scan.word(index)
    if word.isdecimal() and scan.word(index + 1) in lex.ordinal_tails and scan.glued(index + 1):
        return int(word), index + 2
    if word in lex.ordinals:
        return lex.ordinals[word], index + 1
    tens = lex.cardinals.get(word, 0)
    if tens >= 20 and tens % 10 == 0:
        behind = index + 2 if scan.word(index + 1) == "-" else index + 1
        unit = lex.ordinals.get(scan.word(behind), 0)
        if 0 < unit < 10 and scan.near(behind):
            return tens + unit, behind + 1
    return None


def ordinal_behind(scan: Scan, index: int) -> tuple[int, int] | None:
    """Return where an ordinal that ends right before a token starts, and the ordinal."""
    for width in (3, 2, 1):
        start = index - width
        if start >= 0 and scan.near(index):
            found = ordinal_at(scan, start)
            if found and found[1] == index:
                return start, found[0]
    return None


def day_at(scan: Scan, index: int) -> tuple[int, int] | None:
    """Return a day of the month (21, 21st, the first, twenty five) and the token after it."""
    word = scan.word(index)
    found: tuple[int, int] | None = ordinal_at(scan, index)
    if not found:
        if word.isdecimal() and len(word) <= 2:
            found = int(word), index + 1
            if scan.glued(index + 1) and scan.word(index + 1) in ":%°":
                return None
        elif not word.isdecimal():
            found = _small_number(scan, index)
    return found if found and 1 <= found[0] <= 31 else None


def day_behind(scan: Scan, index: int) -> tuple[int, int] | None:
    """Return where a day of the month that ends right before a token starts, and the day."""
    for width in (3, 2, 1):
        start = index - width
        if start >= 0 and scan.near(index):
            found = day_at(scan, start)
            if found and found[1] == index and not _part_of_number(scan, start):
                return start, found[0]
    return None


def _part_of_number(scan: Scan, index: int) -> bool:
    if not scan.glued(index):
        return False
    before = scan.words[index - 1]
    return before in "$€£#+" or (before == ":" and scan.word(index - 2)[-1:].isdecimal())
