"""Figures made of parts: three quarters of a million, two litres and a half, a tenth, 1.6 × 10^8."""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.text import function_words
from factcheck.vocabulary import is_concept, is_plural
from factcheck_number import units, words
from factcheck_number.figure import Figure
from factcheck_number.measures import unit_at
from factcheck_number.quantity import Form
from factcheck_number.scan import HYPHENS, Scan

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_POWER = re.compile(r"\s?[×x]\s?10(?:\^(-?\d{1,2})|([⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}))(?!\d)")


def powered(scan: Scan, figure: Figure) -> Figure:
    """Take in a power of ten: 1.6 × 10^8, 3 x 10⁻⁴."""
    found = _POWER.match(scan.text, scan.ends[figure.end - 1])
    if found is None or figure.form is not Form.COUNT or not scan.near(figure.end):
        return figure
    power = int((found[1] or found[2]).translate(_SUPERSCRIPTS))
    end = figure.end
    while end < len(scan.words) and scan.starts[end] < found.end():
        end += 1
    return figure._replace(
        end=end, value=figure.value.scaleb(power), exponent=figure.exponent + power, bare=False
    )


def of_scale(scan: Scan, figure: Figure) -> Figure:
    """Take in the scale word a fraction is of: three quarters *of a million*."""
    sets, k = scan.tables.sets, figure.end
    if figure.form is not Form.SHARE or figure.unit or not (scan.near(k) and scan.near(k + 1)):
        return figure
    atom = scan.lexicon.atoms.get(scan.word(k + 2)) if scan.near(k + 2) else None
    joined = scan.word(k) in sets["half_links"] and scan.word(k + 1) in sets["articles"]
    if not joined or atom is None or atom.kind != "scale" or atom.ordinal:
        return figure
    return figure._replace(
        end=k + 3,
        value=figure.value * atom.value,
        scale=atom.value,
        form=Form.COUNT,
        exponent=atom.value.adjusted() - 2,
    )


def and_a_half(scan: Scan, figure: Figure) -> Figure:
    """Take in the half behind a unit: two litres *and a half*."""
    end = _half_behind(scan, figure.end)
    if not end or figure.form is not Form.COUNT or figure.value % 1 or figure.scale != 1:
        return figure
    return figure._replace(end=end, value=figure.value + Decimal("0.5"), exponent=-1)


def one_and_a_half(scan: Scan, i: int) -> Figure | None:
    """Read "a litre and a half" by the token of its half; lengths of time are no figures."""
    articles, start = scan.tables.sets["articles"], i - 4
    if start < 0 or scan.word(start) not in articles or not scan.near(start + 1):
        return None
    unit = unit_at(scan, start + 1)
    if unit is None or unit[1] != start + 2 or units.unit(unit[0]).dimension in units.TIME:
        return None
    end = _half_behind(scan, start + 2)
    return Figure(start, end, Decimal("1.5"), -1, unit=unit[0], spelled=True) if end else None


def _half_behind(scan: Scan, k: int) -> int:
    """Return the token behind "and a half" at a token, 0 where it is not there or half of something."""
    sets = scan.tables.sets
    said = scan.word(k) in scan.lexicon.links and scan.word(k + 1) in sets["articles"]
    if not said or scan.word(k + 2) not in sets["halves"] or not all(map(scan.near, range(k, k + 3))):
        return 0
    behind = scan.word(k + 3) if scan.near(k + 3) else ""
    if behind in sets["half_links"] and scan.near(k + 4):  # "a pound and a half of butter"
        half_of = scan.word(k + 4) in function_words(scan.language)
    else:
        half_of = behind in sets["fraction_after"] or behind in scan.lexicon.atoms
    return 0 if half_of else k + 3


def is_centimetres(scan: Scan, figure: Figure, below: Figure) -> bool:
    """Whether two digits behind whole metres are centimetres: *1 meter 83*, no *1 meter 83 boten*."""
    two = below.bare and below.end == below.start + 1 and len(scan.word(below.start)) == 2
    if figure.unit != "metre" or figure.exponent or below.start != figure.end or not two or below.unit:
        return False
    behind = scan.word(below.end) if scan.near(below.end) else ""
    return not (is_plural(behind, scan.language) or is_concept(behind, scan.language))


def is_portion(scan: Scan, start: int, end: int) -> bool:
    """Whether an article and an ordinal are a share: "a fifth of", "barely a tenth", no "a third term"."""
    sets = scan.tables.sets
    after = scan.word(end) if scan.near(end) else ""
    before = scan.word(start - 1) if scan.near(start) else ""
    if not after[:1].isalpha() or after in sets["fraction_after"] or after in sets["fraction_verbs"]:
        return True
    return before in sets["fraction_before"] and after not in scan.lexicon.atoms


def parts(scan: Scan, figure: Figure) -> Figure:
    """Take in what makes fractions of words: three quarters, two and a half, half a million."""
    k, lex, pack = figure.end, scan.lexicon, scan.tables.sets
    words_, near = scan.word, scan.near
    articles, one = pack["articles"], pack["one"]
    hyphen = words_(k) in HYPHENS and scan.glued(k) and scan.glued(k + 1)
    at = k + 1 if hyphen else k
    plural = at < len(scan.words) and words_(at) in lex.denominators and near(at)
    if plural and figure.form is Form.COUNT and figure.value == int(figure.value) and figure.value:
        below, word = lex.denominators[words_(at)], words_(at)
        singular = word in lex.atoms and (pack["denominator_suffix"] == {"s"}) and figure.value > 1
        if (not singular and below > 2) or (word in pack["halves"] and figure.value == 1):
            return figure._replace(
                end=at + 1, value=figure.value / below, form=Form.SHARE, spelled=True, bare=False
            )
    linked = words_(k) in lex.links and near(k + 1)
    if near(k) and (linked or figure.spelled) and figure.form is Form.COUNT and not figure.value % 1:
        at, above = k + linked, Decimal(1)
        if words_(at) in articles or words_(at) in one:
            at += 1
        elif words_(at) not in pack["halves"]:
            part = words.read(scan.language, scan.words, at, near, False) if at < len(scan.words) else None
            if part is None or part.ordinal:
                return figure
            at, above = part.end, part.value
        below_ = lex.denominators.get(words_(at))
        if not linked and words_(at) in pack["halves"] | pack["quarters"]:
            return figure  # at three half an hour
        if below_ and near(at) and above < below_:
            return figure._replace(end=at + 1, value=figure.value + above / below_, exponent=-2, bare=False)
    return figure
