"""What stands beside the name of a month: its day, the days of a range, its year."""

from __future__ import annotations

from factcheck_date.numerals import day_at, day_behind, short_year, year_at
from factcheck_date.scan import Scan


def day_left(scan: Scan, index: int) -> tuple[int, int] | None:
    """Return where the day before a month starts, and the day; "at fifteen *in* July" is no day."""
    at, word = index, scan.word(index - 1)
    joined = word in ("-", "/") and scan.glued(index)
    if scan.near(index) and (joined or word in scan.lex.of_words - scan.lex.in_words):
        at = index - 1
    return day_behind(scan, at)


def glued_year(scan: Scan, index: int) -> int | None:
    """Return the year joined to a month by a sign, as in 2019-aug-1."""
    if scan.glued(index) and scan.glued(index - 1) and scan.word(index - 1) in ("-", "/"):
        found = year_at(scan, index - 2)
        return found[0] if found and found[1] == index - 1 else None
    return None


def day_right(scan: Scan, index: int) -> tuple[int, int] | None:
    """Return the day after a month and the token behind it."""
    lex, at = scan.lex, index
    if scan.word(at) in ("-", "/") and scan.glued(at) and scan.glued(at + 1):
        at += 1
    elif scan.word(at) == "," or scan.word(at) in lex.articles:
        at += 1 + (scan.word(at) == "," and scan.word(at + 1) in lex.articles)
        found = day_at(scan, at)
        return found if found and found[1] > at + 1 else _ordinal_only(scan, at)
    if not scan.near(at) or scan.text.count("\n", scan.ends[at - 1], scan.starts[at]):
        return None
    return day_at(scan, at)


def _ordinal_only(scan: Scan, index: int) -> tuple[int, int] | None:
    word = scan.word(index)
    return (scan.lex.ordinals[word], index + 1) if word in scan.lex.ordinals else None


def year_right(scan: Scan, index: int) -> tuple[int, int] | None:
    """Return the year after a day or month and the token behind it; a full stop may abbreviate a month."""
    at = index
    for _ in range(2):
        word = scan.word(at)
        if scan.word(at - 1) == "." and word in scan.lex.of_words:  # "It closed in May. In 1950 …"
            return None
        if word in (",", ".", "/", "-") or word in scan.lex.of_words:
            if word in ("/", "-", ".") and not (scan.glued(at) and (scan.glued(at + 1) or word == ".")):
                return None
            at += 1
    if at >= scan.size or not scan.near(at):
        return None
    if scan.word(at - 1) == "." and "\n" in scan.text[scan.ends[at - 1] : scan.starts[at]]:
        return None
    found = year_at(scan, at, short=True)
    if found and scan.word(at) in scan.lex.cardinals and found[0] < 1000:
        return None
    return found


def short_year_right(scan: Scan, index: int) -> tuple[int, int] | None:
    """Return the year of two digits that the sign before a month joins to it as well, as in 7-Jun-19."""
    sign, digits = scan.word(index), scan.word(index + 1)
    joined = (
        sign in ("-", "/")
        and sign == scan.word(index - 2)
        and all(map(scan.glued, range(index - 1, index + 2)))
    )
    return (
        (short_year(int(digits)), index + 2) if joined and len(digits) == 2 and digits.isdecimal() else None
    )


def more_days_left(scan: Scan, index: int) -> tuple[int, int, bool, int] | None:
    """Return what stands before a day in "3 to 5 May": start, day, whether it is a range, and its end."""
    lex, at = scan.lex, index
    while scan.word(at - 1) in lex.articles and scan.near(at):
        at -= 1
    for width in (6, 5, 4, 3, 2, 1):
        joined = scan.ahead(at - width, lex.range_joins) if at - width >= 0 else None
        if joined and joined[0] == at:
            break
    else:
        if scan.word(at - 1) not in lex.and_words | lex.or_words:
            return None
        joined, width = (at, "list"), 1
    before = day_behind(scan, at - width)
    if not before or not (scan.near(at) and scan.near(at - width)):
        return None
    begun = scan.behind(_skip_articles(scan, before[0]), lex.range_starts)
    is_range = joined[1] in ("to", "join") or (joined[1] == "and" and begun is not None and begun[1] == "and")
    first = begun[0] if begun and is_range else before[0]
    return first, before[1], is_range, at - width


def _skip_articles(scan: Scan, index: int) -> int:
    while scan.word(index - 1) in scan.lex.articles and scan.near(index):
        if scan.behind(index, scan.lex.range_starts):
            break
        index -= 1
    return index


def more_days_right(scan: Scan, index: int) -> tuple[int, int] | None:
    """Return the last day of a range after a month ("May 3-5") and the token behind it."""
    joined = scan.ahead(index, scan.lex.range_joins)
    if not joined or joined[1] == "and":
        return None
    at = joined[0]
    if scan.word(at) in scan.lex.articles:
        at += 1
    found = day_at(scan, at)
    if not found or not scan.near(at) or scan.word(found[1]) in scan.lex.months:
        return None
    return found
