"""Amounts before a unit: nine, half a, two and a half, two or three, a few."""

from fractions import Fraction
from typing import NamedTuple

from factcheck_date.scan import Scan

_LONGEST = 12  # characters of a number in digits
_REACH = 8  # tokens an amount may have


class Amount(NamedTuple):
    """A quantity before a unit, from token ``first`` on; ``upper`` of a range, ``counts`` unless vague."""

    first: int
    low: Fraction
    upper: Fraction | None = None
    counts: bool = True


def decimal(word: str) -> Fraction | None:
    """Return what a token of digits is worth; three digits behind a separator are a group."""
    if not word[:1].isdecimal() or len(word) > _LONGEST:
        return None
    head, *groups = word.replace(",", ".").split(".")
    if groups and len(head) <= 3 and all(len(group) == 3 for group in groups):
        return Fraction(head + "".join(groups))
    return Fraction(word.replace(",", ".")) if len(groups) < 2 else None


def amount_behind(scan: Scan, index: int) -> Amount | None:
    """Return the longest amount that ends right before a token, ``None`` where there is none."""
    earliest = index
    while earliest > 0 and index - earliest < _REACH and scan.near(earliest) and _numeric(scan, earliest - 1):
        earliest -= 1
    for start in range(earliest, index):
        amount = _between(scan, start, index) or _amount(scan, start, index)
        if amount:
            return amount
    return None


def range_start(scan: Scan, index: int) -> tuple[int, str]:
    """Return where the word that opens a range before a token stands ("from", "between") and its kind."""
    at = index
    for _ in range(2):
        found = scan.behind(at, scan.lex.range_starts)
        if found:
            return found
        if scan.word(at - 1) not in scan.lex.articles or not scan.near(at):
            break
        at -= 1
    return index, ""


def _between(scan: Scan, start: int, end: int) -> Amount | None:
    """Read "between 20 and 40", "from two to three", "tussen de twee en drie" with the word that opens it."""
    first, kind = range_start(scan, start)
    joins = scan.lex.and_words if kind == "and" else scan.lex.or_words if kind == "to" else frozenset()
    for middle in range(start + 1, end - 1):
        if scan.words[middle] not in joins:
            continue
        low, high = _plain(scan, start, middle), _plain(scan, middle + 1, end)
        if low is not None and high is not None and low < high:
            return Amount(first, low, high)
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
