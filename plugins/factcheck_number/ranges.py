"""Two figures that are one quantity: ranges, and shares such as "one in two"."""

from __future__ import annotations

from factcheck.vocabulary import is_concept, is_plural
from factcheck_number import units
from factcheck_number.ages import opening
from factcheck_number.figure import Figure
from factcheck_number.figures import ends_figure, figure_at, starts
from factcheck_number.quantity import Form
from factcheck_number.scan import HYPHENS, Scan, bound_before, cues

_DASHES = frozenset("-–—‑~")


def _number_at(scan: Scan, k: int) -> int:
    """Return the trigger token of a figure that may begin at a token: after a currency sign or article."""
    sets = scan.tables.sets
    while k < len(scan.words) and (
        scan.words[k] in units.CURRENCY_SYMBOLS
        or scan.words[k] in sets["range_filler"]
        or scan.words[k] in sets["articles"]
    ):
        if scan.words[k] in scan.lexicon.atoms and not starts(scan, k + 1):
            break
        k += 1
    return k


def _second(scan: Scan, k: int) -> Figure | None:
    """Read the figure that begins at a token, for the far end of a range or ratio."""
    at = _number_at(scan, k)
    if at >= len(scan.words) or not scan.near(k) or at - k > 2 or not starts(scan, at):
        return None
    figure = figure_at(scan, at)
    return figure if figure and k <= figure.start <= at else None


def range_at(scan: Scan, figure: Figure) -> tuple[Figure, Figure, int] | None:
    """Read a range whose low end is ``figure``: its two figures in one unit, and where it begins."""
    sets, k = scan.tables.sets, figure.end
    if figure.form not in (Form.COUNT, Form.SHARE, Form.POINTS) or k >= len(scan.words):
        return None
    lead = opening(scan, figure.start) - 1  # between the ages of 16 and 24
    word, before = scan.words[k], scan.word(lead)
    while before in sets["range_filler"] and lead > 0:
        lead, before = lead - 1, scan.word(lead - 1)
    between, since = before in sets["range_between"], before in sets["range_from"]
    kind, size = bound_before(scan, lead + 1) if lead > 0 and not (between or since) else ("", 0)
    if kind and scan.word(lead - size) in sets["range_from"] and _changes(scan, lead - size):
        return None  # rose from more than 30 to 44: each end is a figure of its own
    if kind == "about" and scan.word(lead - size) in sets["range_between"]:
        lead, between = lead - size, True
    ways = {"and": between, "to": True, "or": not (between or since)}
    if (
        word in HYPHENS
        and scan.glued(k)
        and not scan.glued(k + 1)
        and scan.word(k + 1) in cues(scan.language).joints
    ):
        k, word = k + 1, scan.words[k + 1]  # five- to seven-year-olds
    way, step = ("dash", 1) if word in _DASHES and scan.near(k) else ("", 0)
    for phrase, kind in cues(scan.language).joints.get(word, ()):
        if not step and ways.get(kind) and scan.near(k) and scan.phrase(phrase, k):
            way, step = kind, len(phrase)
    if not step:
        return None
    high = _second(scan, k + step)
    if high is None or high.form is Form.ORDINAL or high.sign:
        return None
    if since and _changes(scan, lead):
        return None
    if figure.unit is None and high.unit is not None and high.form in (Form.SHARE, Form.POINTS, Form.COUNT):
        figure = figure._replace(unit=high.unit, form=high.form)
    elif figure.unit is not None and high.unit is None and high.form is Form.COUNT:
        if way == "to" and not since:
            return None  # rose 9 percent to 612 million
        high = high._replace(unit=figure.unit, form=figure.form)
    if figure.unit != high.unit or figure.form is not high.form:
        return None
    if (
        figure.scale == 1
        and high.scale > 1
        and (not high.value % high.scale or figure.exponent < 0)
        and figure.value < high.value / high.scale
    ):
        figure = figure._replace(value=figure.value * high.scale, scale=high.scale, exponent=high.exponent)
    if figure.value >= high.value:
        return None
    if way == "or" and (high.value > 10 * figure.value or _listed(scan, figure.start) or figure.value < 1):
        return None
    start = lead if (between or since) and scan.near(figure.start) else figure.start
    return figure, high._replace(exponent=max(figure.exponent, high.exponent)), start


def _changes(scan: Scan, k: int) -> bool:
    """Whether a verb or noun of change stands right before a token."""
    sets = scan.tables.sets
    return any(
        scan.word(j) in sets["change_up"] or scan.word(j) in sets["change_down"] for j in (k - 1, k - 2)
    )


def _listed(scan: Scan, k: int) -> bool:
    """Whether a figure goes on a list of figures: the "5" of "3, 4, 5 or 6"."""
    return scan.word(k - 1) == "," and ends_figure(scan, k - 2)


def ratio_at(scan: Scan, figure: Figure) -> Figure:
    """Read "one in two", "9 out of 10", "one patient in fifty", "een op de drie" as a share."""
    whole = figure.form is Form.COUNT and not figure.unit and figure.value % 1 == 0 and figure.scale == 1
    if not whole or not scan.near(figure.end):
        return figure
    below = _ratio_below(scan, figure, figure.end) or _ratio_of_noun(scan, figure)
    if below is None:
        return figure
    share = figure.value / below.value
    return figure._replace(end=below.end, value=share, form=Form.SHARE, exponent=-2, spelled=True, bare=False)


def _ratio_of_noun(scan: Scan, figure: Figure) -> Figure | None:
    """Read what a noun stands before: "two *pupils* in five", but no "two doors in five houses"."""
    k, language = figure.end, scan.language
    if not figure.spelled or not is_concept(scan.word(k), language):
        return None
    below = _ratio_below(scan, figure, k + 1)
    if below is None or not below.spelled:
        return None
    behind = scan.word(below.end) if scan.near(below.end) else ""
    return None if is_concept(behind, language) or is_plural(behind, language) else below


def _ratio_below(scan: Scan, figure: Figure, k: int) -> Figure | None:
    """Read the lower figure of a ratio, whose "in" or "out of" stands at a token."""
    for phrase, kind in cues(scan.language).joints.get(scan.word(k), ()):
        if not kind.startswith("ratio") or not scan.near(k) or not scan.phrase(phrase, k):
            continue
        below = _second(scan, k + len(phrase))
        if below is None or below.form is not Form.COUNT or below.unit or below.value % 1:
            continue
        loose = kind == "ratio_loose" and (
            figure.value > 9 or below.value > 1000 or below.spelled != figure.spelled
        )
        loose = loose or (kind == "ratio_digits" and not _rate(figure, below))
        lone = figure.start == 0 and below.end == len(scan.words)
        loose = loose or (kind == "ratio_over" and not lone)  # 3 over 5 may be runs over balls
        if not loose and 0 < figure.value < below.value:
            return below
    return None


def _rate(figure: Figure, below: Figure) -> bool:
    """Whether "9 of 10" in digits is a rate rather than a part of a known number."""
    return below.bare and figure.bare and (below.value <= 10 or below.value in (100, 1000))
