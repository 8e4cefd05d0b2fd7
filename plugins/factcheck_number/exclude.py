"""Figures that are no quantity by what stands beside them: years, addresses, pronouns, names."""

from __future__ import annotations

from factcheck.text import function_words
from factcheck_number.figure import Figure, Found
from factcheck_number.figures import figure_at, starts
from factcheck_number.measures import unit_at
from factcheck_number.quantity import Form
from factcheck_number.scan import HYPHENS, Scan, cues


def left_out(scan: Scan, figure: Figure) -> Found | None:
    """Leave out pronouns, years, addresses and clock times; keep names and idioms, not to be judged."""
    sets, k, i = scan.tables.sets, figure.end, figure.start
    before = scan.word(i - 1) if scan.near(i) else ""
    after = scan.word(k) if scan.near(k) else ""
    nothing = Found(i, figure.end, None)
    if figure.form is Form.ORDINAL:
        return None if _is_ordinal(scan, figure, before, after) else nothing
    if figure.spelled and figure.unit is None and figure.end - i == 1:
        word = scan.words[i]
        if (
            word in sets["one"]
            and sets["pronoun_before"]
            and not _counts_one(scan, before, after, k, len(scan.words))
        ):
            return nothing
    if figure.spelled and figure.form is Form.SHARE and figure.unit is None and figure.end - i == 1:
        if (after in HYPHENS and scan.glued(k)) or after in sets["half_not_after"]:
            return nothing
    atom = scan.lexicon.atoms.get(after)
    if (
        figure.spelled
        and figure.unit is None
        and figure.form is Form.COUNT
        and atom
        and atom.kind in ("ten", "teen")
        and 10 < figure.value <= 20
    ):
        return Found(i, _year_end(scan, k), None)  # nineteen eighty-four
    if (
        atom
        and sets["half_clock"]
        and figure.end - i == 1
        and scan.words[i] in sets["halves"]
        and atom.value <= 12
        and not atom.ordinal
    ):
        return Found(i, figure.end + 1, None)  # half past nine
    if after and (
        after in sets["clock_after"] or after + scan.word(k + 1) + scan.word(k + 2) in sets["clock_after"]
    ):
        if figure.value <= 24 and figure.unit in (None, "ampere"):
            return nothing
    if before in sets["clock_before"] and figure.unit == "hour" and figure.value <= 24:
        return nothing
    if figure.bare and figure.unit is None:
        if _is_year(scan, figure, before, after) or _is_address(scan, figure, before, after):
            return nothing
    if before in sets["decade_before"] and figure.unit is None and 20 <= figure.value <= 90:
        return nothing
    return None


def _year_end(scan: Scan, k: int) -> int:
    """Return the token after the second half of a year in words."""
    figure = figure_at(scan, k)
    return figure.end if figure else k + 1


def _counts_one(scan: Scan, before: str, after: str, k: int, length: int) -> bool:
    """Whether "one" counts what follows rather than standing for somebody or something."""
    sets = scan.tables.sets
    if length <= 2:
        return True
    if after in HYPHENS and scan.glued(k):
        return unit_at(scan, k + 1) is not None
    if before in sets["one_count_before"] and after.isalpha() and after not in sets["pronoun_after"]:
        return True
    if (
        before in sets["pronoun_before"]
        or not after
        or not after[0].isalpha()
        or after in sets["pronoun_after"]
    ):
        return _joins(scan, k)
    if after in function_words(scan.language):
        return _joins(scan, k)
    verb = after.endswith("s") and not after.endswith(("ss", "us", "is"))
    return not verb


def _joins(scan: Scan, k: int) -> bool:
    """Whether a range or ratio goes on at a token: "one or two", "one in ten"."""
    for phrase, _ in cues(scan.language).joints.get(scan.word(k), ()):
        if scan.phrase(phrase, k) and starts(scan, k + len(phrase)):
            return True
    return False


def _is_ordinal(scan: Scan, figure: Figure, before: str, after: str) -> bool:
    """Whether an ordinal word numbers something; "first" and "second" have other work too."""
    if not figure.spelled or figure.value > 2 or figure.end - figure.start > 1 or len(scan.words) <= 3:
        return True
    sets = scan.tables.sets
    noun = (after.isalpha() and after not in function_words(scan.language)) or after in HYPHENS
    if not sets["ordinal_before"]:
        return noun or figure.value > 1
    if before in sets["articles"] and figure.value == 2:
        return noun and after not in sets["pronoun_after"]
    if before in sets["ordinal_before"] or before.endswith("'s"):
        return True
    if before in sets["ordinal_verbs"] and not after[:1].isalpha():
        return True
    return noun and not before


def _is_year(scan: Scan, figure: Figure, before: str, after: str) -> bool:
    token, value, sets = scan.words[figure.start], int(figure.value), scan.tables.sets
    if figure.sign or len(token) != 4 or not 1000 <= value <= 2100:
        return False
    if (
        before and before in cues(scan.language).before and before not in sets["year_before"]
    ) or before in sets["hedge_year"]:
        return False
    noun = (
        after.isalpha() and after not in function_words(scan.language) and scan.raw(figure.end)[0].islower()
    )
    plural = noun and any(after.endswith(end) for end in sets["plural"])
    if before in sets["year_strict"] and not (plural and value < 1900):
        return True
    if value >= 1900:
        return before in sets["determiners"] or not plural or before in sets["year_strict"]
    inside = scan.text[scan.starts[figure.start] - 1 : scan.starts[figure.start]] == "("
    return not noun and value >= 1500 and (before in sets["year_before"] or inside)


def _is_address(scan: Scan, figure: Figure, before: str, after: str) -> bool:
    """Whether a number is a house number before its street, or a postcode."""
    token, k = scan.words[figure.start], figure.end
    raw = scan.raw(k)
    if (
        len(token) == 4
        and len(raw) == 2
        and raw.isupper()
        and raw.isalpha()
        and raw not in ("EU", "VN", "VS", "US", "UK")
    ):
        return True
    start = scan.starts[figure.start]
    opens = scan.text[scan.text.rfind("\n", 0, start) + 1 : start].strip() == ""
    if len(token) in (4, 5) and raw[:1].isupper() and (_after_street(scan, figure.start) or opens):
        if not scan.near(k + 1) or scan.raw(k + 1)[:1] == ",":
            return True
    if not raw[:1].isupper():
        return False
    at = k
    while at < k + 3 and scan.raw(at)[:1].isupper():
        at += 1
        if scan.word(at - 1) in scan.tables.sets["streets"] and at > k + 1:
            return True
    return False


def _after_street(scan: Scan, k: int) -> bool:
    """Whether a comma after a house number or street stands before a token."""
    word = scan.word(k - 2)
    return scan.word(k - 1) == "," and (word[:1].isdigit() or word in scan.tables.sets["streets"])


def is_name(scan: Scan, figure: Figure) -> bool:
    """Whether a number belongs to a name: Boeing 747, number 10, Route 66, Article 5."""
    k, sets = figure.start - 1, scan.tables.sets
    if (
        k < 0
        or not scan.near(figure.start)
        or figure.unit
        or figure.form is not Form.COUNT
        or figure.scale != 1
    ):
        return False
    word, raw = scan.words[k], scan.raw(k)
    if word == "." and scan.glued(k):
        k, word, raw = k - 1, scan.word(k - 1), scan.raw(k - 1)
    label = word in sets["labels"]
    after = scan.word(figure.end) if scan.near(figure.end) else ""
    noun = (
        after.isalpha() and after not in function_words(scan.language) and scan.raw(figure.end)[:1].islower()
    )
    if word in sets["number_labels"] and (
        scan.word(figure.start - 1) == "." or len(word) > 2 or raw[:1].isupper()
    ):
        return True
    if label and not noun:
        return True
    if not figure.bare or not raw[:1].isupper() or not raw.isalpha() or figure.value >= 10000:
        return False
    if noun or word in function_words(scan.language) or word in cues(scan.language).before:
        return False
    first = scan.text[max(0, scan.starts[k] - 3) : scan.starts[k]].strip(" \"'“‘«(")
    return not (first == "" or first[-1:] in ".!?:\n") or scan.raw(k - 1)[:1].isupper()
