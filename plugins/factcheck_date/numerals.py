"""Numbers as dates and durations use them: days of the month, ordinals, years, amounts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from factcheck_date.scan import Scan

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_FIRST_YEAR, _LAST_YEAR = 1000, 2199
_REACH = 8  # tokens an amount may have


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity before a unit, from token ``first`` on; ``upper`` of a range, ``counts`` unless vague."""

    first: int
    low: Fraction
    upper: Fraction | None = None
    counts: bool = True


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
    if scan.word(after) in lex.and_words:
        rest = _small_number(scan, after + 1)
    else:
        rest = _small_number(scan, after)
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


def decimal(word: str) -> Fraction | None:
    """Return a number in digits; three digits behind a separator are a group."""
    if not _DIGITS.fullmatch(word) or len(word) > 12:
        return None
    if _GROUPED.fullmatch(word):
        return Fraction(word.replace(".", "").replace(",", ""))
    if word.count(".") + word.count(",") > 1:
        return None
    return Fraction(word.replace(",", "."))


def amount_behind(scan: Scan, index: int) -> Amount | None:
    """Return the longest amount that ends right before a token, ``None`` where there is none."""
    earliest = index
    while earliest > 0 and index - earliest < _REACH and scan.near(earliest) and _numeric(scan, earliest - 1):
        earliest -= 1
    for start in range(earliest, index):
        amount = _amount(scan, start, index)
        if amount:
            return amount
    return None


def _numeric(scan: Scan, index: int) -> bool:
    lex, word = scan.lex, scan.words[index]
    return (
        word[0].isdecimal()
        or word in lex.cardinals
        or word in lex.fractions
        or word in lex.joined_fractions
        or word in lex.multipliers
        or word in lex.vague
        or word in lex.vague_of
        or word in lex.and_words
        or word in lex.or_words
        or word in lex.of_words
        or word in "-–/"
    )


def _amount(scan: Scan, start: int, end: int) -> Amount | None:
    """Read the tokens from ``start`` to ``end`` as one amount, all of them or none."""
    whole = _plain(scan, start, end)
    if whole is not None:
        return Amount(start, whole)
    lex, words = scan.lex, scan.words[start:end]
    *lead, last = words
    if last in lex.of_words and lead:  # a couple of, a few of
        *lead, last = lead
    if last in lex.vague and all(word in lex.vague_of for word in lead):
        return Amount(start, Fraction(lex.vague[last]), counts=False)
    for middle in range(start + 1, end - 1):  # two or three; 20-30
        if scan.words[middle] in lex.or_words or scan.words[middle] in "-–":
            low, high = _plain(scan, start, middle), _plain(scan, middle + 1, end)
            if (
                low is not None
                and high is not None
                and low < high
                and scan.words[start] not in lex.articles_one
            ):
                return Amount(start, low, high)
    return None


def _plain(scan: Scan, start: int, end: int) -> Fraction | None:
    """Read an amount without alternatives: digits, words, fractions, and sums of them."""
    lex = scan.lex
    words = [word for word in scan.words[start:end] if word != "-"]
    if not words or any(word in "–" for word in words) or scan.words[start] == "-":
        return None
    if (
        len(words) == 3
        and words[1] == "/"
        and words[0].isdecimal()
        and words[2].isdecimal()
        and int(words[2])
    ):
        return Fraction(int(words[0]), int(words[2]))
    if len(words) > 1 and words[-1] in lex.articles_one and _takes_article(scan, words[-2]):  # half a (year)
        words.pop()
    if len(words) > 1 and words[-1] in lex.of_words and words[-2] in lex.fractions:
        words.pop()
    total, fraction, seen = Fraction(0), None, False
    index = 0
    while index < len(words):
        word = words[index]
        index += 1
        number = decimal(word)
        if number is not None:
            if seen:
                return None
            total, seen = number, True
        elif word in lex.joined_fractions:
            if seen:
                return None
            total, seen = lex.joined_fractions[word], True
        elif word in lex.fractions:
            if index != len(words) or (len(words) == 1 and word in lex.ordinals):
                return None
            fraction = lex.fractions[word]
            if seen and words[index - 2] not in lex.and_words and words[index - 2] not in lex.articles_one:
                if len(words) >= 3 and words[index - 3] in lex.and_words:
                    return None
                if word in "½¼¾":
                    return total + fraction
                return total * fraction  # three quarters
            return (total if seen and words[index - 2] not in lex.articles_one else Fraction(0)) + fraction
        elif word in lex.multipliers and (seen or word not in lex.cardinals):
            total, seen = (total or Fraction(1)) * lex.multipliers[word], True
        elif word in lex.and_words:
            if not seen or index == len(words):
                return None
            rest = _words_fraction(scan, words[index:])
            return total + rest if rest is not None else None
        elif word in lex.cardinals:
            value = lex.cardinals[word]
            if seen and not (total % 100 == 0 or (total % 10 == 0 and total >= 20 and value < 10)):
                return None
            if seen and word in lex.articles_one:
                return None
            total, seen = total + value, True
        else:
            return None
    return total if seen else None


def _takes_article(scan: Scan, word: str) -> bool:
    lex = scan.lex
    return word in lex.fractions or word in lex.joined_fractions or word in lex.of_words


def _words_fraction(scan: Scan, words: list[str]) -> Fraction | None:
    """Read what follows "one and": a half, two quarters, twenty."""
    lex = scan.lex
    if words[-1] in lex.fractions:
        part = lex.fractions[words[-1]]
        if len(words) == 1 or (len(words) == 2 and words[0] in lex.articles_one):
            return part
        if len(words) == 2 and words[0] in lex.cardinals:
            return lex.cardinals[words[0]] * part
        return None
    if all(word in lex.cardinals and word not in lex.articles_one for word in words) and len(words) <= 2:
        return Fraction(sum(lex.cardinals[word] for word in words))
    return None
