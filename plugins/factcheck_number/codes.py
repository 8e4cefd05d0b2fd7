"""Digits that are no quantity: clock times, dates, telephone and section numbers, parts of codes."""

from __future__ import annotations

from factcheck.text import function_words
from factcheck_number import units
from factcheck_number.figure import Found
from factcheck_number.measures import unit_at
from factcheck_number.scan import HYPHENS, Scan


def no_quantity(scan: Scan, i: int) -> Found | None:
    """Return a span to pass over where digits are a clock time, date, code, telephone or section number."""
    stop = _run_end(scan, i)
    if stop > i + 1:
        return Found(i, stop, None)
    token, start, end = scan.words[i], scan.starts[i], scan.ends[i]
    before, after = scan.text[start - 1 : start], scan.text[end : end + 1]
    if token.count(".") > 1 and not _grouped(token):
        return Found(i, i + 1, None)
    if token[0] == "0" and len(token) > 1 and token.isdigit() and before != ".":
        return Found(i, i + 1, None)
    if before.isalpha() or before == "_":
        return None if _is_currency(scan.raw(i - 1)) else Found(i, i + 1, None)
    if _is_part(scan, i, before, after):
        return Found(i, i + 1, None)
    joined = before in HYPHENS or before == "/"  # COVID-19, and/2
    if before == "#" or (joined and scan.text[start - 2 : start - 1].isalpha()):
        return Found(i, i + 1, None)
    if (
        (before == "[" and after == "]")
        or _is_area_code(scan, i, before + after)
        or _in_address(scan.text, start)
    ):
        return Found(i, i + 1, None)
    if after.isalpha() and (not _glued_unit(scan, i + 1) or (scan.word(i + 1) == "s" and token.isdigit())):
        return Found(i, i + 1, None)  # 3D, 1990s
    return Found(i, i + 1, None) if _numbers_a_line(scan, i) else None


def _is_currency(code: str) -> bool:
    """Whether letters glued to digits are money rather than a name: USD20, Rs20, MEUR3."""
    lower = code.lower()
    return code[-3:].upper() in units.CODES or lower == "rs" or (lower in units.DOLLARS and len(code) == 3)


def _is_part(scan: Scan, i: int, before: str, after: str) -> bool:
    """Whether digits belong to a section (B.3), a reference (printf(3)) or a sum with letters (X+1)."""
    text, start = scan.text, scan.starts[i]
    inner = text[start - 2 : start - 1]
    if before == ".":
        return inner.isalpha() and not text[max(0, start - 3) : start - 2].isalnum()
    if before == "(":
        return after == ")" and inner.isalnum()
    if before in HYPHENS and _is_code(scan, i - 2):
        return True  # CVE-2021-44531
    plus = scan.word(i - 1) == "+" and i > 1
    return plus and (scan.raw(i - 2).isalpha() and (before == "+" or len(scan.raw(i - 2)) == 1))


def _is_code(scan: Scan, i: int) -> bool:
    """Whether digits hang by a hyphen on capitals: CVE-2021, ISO-8859."""
    hung = i > 1 and scan.word(i)[:1].isdecimal() and scan.glued(i + 1)
    return hung and scan.word(i - 1) in HYPHENS and scan.glued(i) and scan.raw(i - 2).isupper()


def _is_area_code(scan: Scan, i: int, around: str) -> bool:
    digits = around == "()" and len(scan.words[i]) == 3 and scan.word(i + 2).isdigit()
    return digits and scan.word(i + 3) in HYPHENS


def _in_address(text: str, start: int) -> bool:
    """Whether the run of characters without a space before an offset is a web address."""
    return "://" in text[max(0, start - 200) : start].rpartition(" ")[2].rpartition("\n")[2]


def _numbers_a_line(scan: Scan, i: int) -> bool:
    """Whether digits number a list item, footnote or heading at the start of their line."""
    text, token, start, end = scan.text, scan.words[i], scan.starts[i], scan.ends[i]
    head = text[max(0, start - 8) : start]
    if start > 8 and "\n" not in head:
        return False
    head = head.rpartition("\n")[2].strip()
    after = text[end : end + 2]
    if token.isdigit():
        closes = after[:1] in (".", ")") and (len(after) == 1 or after[1].isspace())
        return closes and (head == "" or head in "(#*") and len(scan.words) > i + 2
    return head == "" and len(token) < 5 and "." in token and after[:1] == " " and after[1:].isupper()


def _grouped(token: str) -> bool:
    pieces = token.replace(",", ".").split(".")
    return all(len(piece) == 3 for piece in pieces[1:-1]) and len(pieces[0]) <= 3


def _glued_unit(scan: Scan, k: int) -> bool:
    word = scan.word(k)
    atom = scan.lexicon.atoms.get(word)
    if word in scan.tables.ordinal_suffixes or word in scan.tables.scale_symbols or word in scan.tables.units:
        return True
    if atom and atom.kind == "scale":
        return True
    return (
        word in scan.tables.sets["age_joined"]
        or unit_at(scan, k) is not None
        or scan.raw(k)[:1] in "½¼¾⅓⅔"
        or (scan.raw(k)[1:] in units.CODES)
    )


def _run_end(scan: Scan, i: int) -> int:
    """Return the token after a run of digits that is a clock time, date, score, code or telephone number."""
    words, k, groups, marks = scan.words, i + 1, [scan.words[i]], ""
    while (
        k + 1 < len(words)
        and words[k] in ":-–/."
        and scan.glued(k)
        and scan.glued(k + 1)
        and words[k + 1][0].isdecimal()
    ):
        marks += words[k]
        groups.append(words[k + 1])
        k += 2
    plus = scan.word(i - 1) == "+" and scan.glued(i)
    if plus or (groups[0][0] == "0" and len(groups[0]) > 1 and groups[0].isdigit()):
        while (
            k < len(words) and words[k][0].isdigit() and words[k].replace(".", "").isdigit() and scan.near(k)
        ):
            groups.append(words[k])
            k += 1
        return k if len(groups) > 1 else i
    if len(groups) == 1:
        return i
    if (
        len(groups) > 2
        or ":" in marks
        or "." in marks
        or (len(groups[0]) == 3 and len(groups[1]) == 4 and marks in HYPHENS)
    ):
        return k
    if marks == "/":
        return k if len(groups[0]) == 4 or len(groups[1]) == 4 or _int(groups[0]) > 31 else i
    low, high = _int(groups[0]), _int(groups[1])
    labelled = scan.near(i) and scan.word(i - 1) in scan.tables.sets["labels"]
    follows = scan.word(k)
    counted = unit_at(scan, k) or (
        scan.near(k) and follows.isalpha() and follows not in function_words(scan.language)
    )
    if labelled and marks == "-" and (scan.raw(i - 1)[:1].isupper() or not counted):
        return k  # Listing 7-17
    if low < 0 or high < 0:
        return k if marks == "-" and (labelled or _falls(groups)) and not unit_at(scan, k) else i
    years = len(groups[0]) == 4 and 1000 <= low <= 2100 and groups[0].isdigit()
    if years and (1000 <= high <= 2100 or len(groups[1]) == 2) and not unit_at(scan, k):
        return k
    symbol = (
        scan.word(i - 1) in units.CURRENCY_SYMBOLS or follows in units.CURRENCY_SYMBOLS or follows in HYPHENS
    )
    if low >= high and not symbol:
        return k
    return k if high < 20 and not counted and not symbol and not between(scan, i) and len(words) > 3 else i


def _falls(groups: list[str]) -> bool:
    """Whether "2.2-1" does not go up, as a version need not and a range must."""
    plain = all(group.replace(".", "", 1).isdecimal() for group in groups)
    return plain and float(groups[0]) >= float(groups[1])


def _int(token: str) -> int:
    """Return the integer of a plain run of digits, -1 for any other token."""
    return int(token) if token.isdecimal() else -1


def between(scan: Scan, i: int) -> bool:
    """Whether a figure begins "between … and …"."""
    sets = scan.tables.sets
    k = i - 1
    while (
        k >= 0
        and k > i - 4
        and (
            scan.words[k] in sets["range_filler"]
            or scan.words[k] in units.CURRENCY_SYMBOLS
            or scan.words[k] in sets["articles"]
        )
    ):
        k -= 1
    return k >= 0 and scan.words[k] in sets["range_between"]
