"""Ages that have a name of their own: the over-65s, *65-plussers*, in her early thirties, *een veertiger*."""

from __future__ import annotations

from decimal import Decimal

from factcheck.text import function_words
from factcheck_number.ages import bound_behind, grouped, joined_before, may_be_age, pairs
from factcheck_number.figure import Found
from factcheck_number.quantity import Quantity
from factcheck_number.scan import HYPHENS, Scan

_OLDEST_DECADE = 110
_GROUP = 10  # years of the youngest that "65-plus" is said of


def age_at(scan: Scan, i: int) -> Found | None:
    """Read an age that no figure with bounds tells: "under-18s", "in his 40s", *65-plussers*, *veertiger*."""
    if scan.words[i][0].isdigit():
        return _group(scan, i) or _joined_group(scan, i) or _decade(scan, i)
    return _decade(scan, i)


def _group(scan: Scan, i: int) -> Found | None:
    """Read people named by a bound on their age: "under-18s", "the over 65s"."""
    sets = scan.tables.sets
    end = i + 1 + (scan.word(i + 1) == "'" and scan.glued(i + 1))
    if scan.word(end) not in sets["age_groups"] or not scan.glued(end) or not scan.words[i].isdecimal():
        return None
    hyphen = scan.word(i - 1) in HYPHENS and scan.glued(i)
    kind, size = bound_behind(scan, i - hyphen)
    if size != 1 or not (hyphen or scan.word(i - 2) in sets["age_group_before"]):
        return None
    return _years(i - hyphen - size, end + 1, scan.words[i], kind)


def _joined_group(scan: Scan, i: int) -> Found | None:
    """Read people named by a bound that hangs on their age: *65-plussers*, *55-plus*, *min-12-jarigen*."""
    sets, word = scan.tables.sets, scan.words[i]
    end = i + 1
    while end - i < 3 and scan.glued(end) and (scan.word(end) in HYPHENS or scan.word(end) in "+'"):
        end += 1
    behind = scan.word(end) if scan.glued(end) else ""
    if not word.isdecimal() or not behind:
        return None
    for kind in ("from", "to"):
        if behind in sets["age_joined_" + kind] and int(word) >= _GROUP:
            return _years(i, end + 1, word, kind)
    kind, size = joined_before(scan, i)
    return _years(i - size, end + 1, word, kind) if kind and behind in sets["age_joined"] else None


def _decade(scan: Scan, i: int) -> Found | None:
    """Read the ten years of a life that somebody is in: "in his 40s", "in her thirties", *veertiger*."""
    sets, word = scan.tables.sets, scan.words[i]
    if (named := pairs(scan.language, "decade_people").get(word)) and not _says_when(scan, i + 1):
        return Found(i, i + 1, _ten_years(named, ""))
    named, end = pairs(scan.language, "decades").get(word), i + 1
    if named is None and word.isdecimal() and scan.glued(end) and scan.word(end) in sets["age_decade_tail"]:
        named, end = word, end + 1
    if named is None or Decimal(named) % 10 or not 10 <= Decimal(named) <= _OLDEST_DECADE:
        return None
    start, part, seen = _decade_lead(scan, i)
    behind = scan.word(end) if scan.near(end) else ""
    free = not behind[:1].isalpha() or behind in function_words(scan.language) or behind in sets["age_being"]
    parted = bool(part) and bool(sets["age_decade_bare"])
    return Found(start, end, _ten_years(named, part)) if free and (seen or parted) else None


def _says_when(scan: Scan, k: int) -> bool:
    """Whether a decade is one of a century: *in de veertiger jaren*."""
    return scan.near(k) and scan.word(k) in scan.tables.sets["age_decade_not_after"]


def _decade_lead(scan: Scan, i: int) -> tuple[int, str, bool]:
    """Return where a decade begins with its part ("early"), that part, and whether it is one of a life."""
    sets, parts = scan.tables.sets, pairs(scan.language, "decade_parts")
    start, part, seen, at = i, "", False, i
    while at > 0 and scan.near(at):
        word = scan.word(at - 1)
        size = next(
            (n for n in (2, 1) if "_".join(scan.words[max(0, at - n) : at]) in sets["age_decade_before"]), 0
        )
        if not seen and size:
            seen, at = True, at - size
        elif not part and word in parts:
            part, start, at = parts[word], at - 1, at - 1
        elif not seen and (word in HYPHENS or word in sets["bound_filler"]):
            at -= 1
        else:
            break
    return start, part, seen


def _ten_years(named: str, part: str) -> Quantity:
    """Return the years of a decade of a life, of a part of it roughly."""
    first, _, last = (part or "0-9").partition("-")
    low, high = Decimal(named) + int(first), Decimal(named) + int(last)
    return Quantity(low, high, unit="year", hedge="vague" if part else "", spelled=True)


def _years(start: int, end: int, figure: str, kind: str) -> Found | None:
    """Return a group of people by a bound on their age, ``None`` for what nobody is old."""
    quantity = Quantity(Decimal(figure), Decimal(figure), unit="year")
    return Found(start, end, grouped(quantity, kind)) if may_be_age(quantity) else None
