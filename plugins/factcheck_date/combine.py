"""What stands around a date and changes it: its part, the period it lies in, ranges and open ends."""

from __future__ import annotations

from factcheck.vocabulary import grammar
from factcheck_date.calendar import Interval, part, week
from factcheck_date.daytime import timed
from factcheck_date.numerals import ordinal_at
from factcheck_date.pieces import before_articles, nested
from factcheck_date.ranges import join_ranges
from factcheck_date.scan import Atom, Scan
from factcheck_date.value import Reading

PARTS = ("early", "mid", "late", "first", "second")
_LIMITS = ("since", "before", "after", "until", "by", "maybe_before")


def combine(scan: Scan, atoms: list[Atom]) -> list[Atom]:
    """Return the atoms of a text after all that stands around them is taken in."""
    grown = [_parted(scan, nested(scan, atom)) for atom in atoms]
    joined = join_ranges(scan, grown)
    limited = [timed(scan, _with_article(scan, _limited(scan, atom))) for atom in joined]
    return [atom for atom in limited if not atom.weak or _introduced(scan, atom)]


def _with_article(scan: Scan, atom: Atom) -> Atom:
    """Take in the article of a day or week by its number or noun: "the 3rd of May", "the week of"."""
    definite = grammar(scan.document.language, "definite")
    if atom.reading.precision not in ("day", "week", "month") or scan.word(atom.first - 1) not in definite:
        return atom
    word, unit = scan.words[atom.first], scan.lex.units.get(scan.words[atom.first])
    numbered = ordinal_at(scan, atom.first) is not None or word in scan.lex.last_words
    named = unit is not None and unit.kind in ("d", "w")
    return atom._replace(first=atom.first - 1) if scan.near(atom.first) and (numbered or named) else atom


def _introduced(scan: Scan, atom: Atom) -> bool:
    """Whether a word that takes a date stands before a bare month."""
    if not atom.reading.yearless and atom.reading.precision != "quarter":
        return False
    at = before_articles(scan, atom.first)
    before = {scan.word(at - 1), scan.word(atom.first - 1)}
    known = scan.lex.year_prepositions | scan.lex.year_weak_prepositions
    return not known.isdisjoint(before) and scan.near(atom.first)


def _prefix(scan: Scan, index: int) -> tuple[int, str] | None:
    """Return the phrase before a date, articles and a hyphen between left out of account."""
    at = index
    for _ in range(3):
        found = scan.behind(at, scan.lex.prefixes)
        if found:
            return found
        if scan.word(at - 1) in scan.lex.articles or (scan.word(at - 1) == "-" and scan.glued(at)):
            at -= 1
        else:
            return None
    return None


def _parted(scan: Scan, atom: Atom) -> Atom:
    """Take in "early", "the end of", "the first half of", "about", "the year"."""
    reading = atom.reading
    if reading.form != "period" or reading.named:
        return atom
    for _ in range(2):
        found = _prefix(scan, atom.first)
        if not found:
            break
        start, value = found
        if value in PARTS and reading.precision in (
            "week",
            "month",
            "quarter",
            "season",
            "year",
            "decade",
            "century",
        ):
            inner = part(reading.interval, reading.precision, value) if reading.interval else None
            loose = value in ("early", "mid", "late")
            precision = reading.precision if inner is None else "half" if not loose else "part"
            guessed = reading.relative and reading.loose  # "the end of the month" may be that of any
            reading = reading._replace(
                interval=inner or reading.interval,
                precision=precision,
                part="" if guessed else value,
                loose=loose or guessed,
            )
        elif value == "about":
            reading = reading._replace(loose=True)
        elif value == "rest":
            inner = _remaining(scan, reading)
            if inner is None:
                break
            reading = reading._replace(interval=inner, precision="part", loose=True)
        elif (
            value == "week"
            and reading.precision == "day"
            and scan.word(start - 1) not in scan.lex.articles_one
        ):
            inner = week(reading.interval.start) if reading.interval and reading.interval.start else None
            reading = reading._replace(interval=inner, precision="week", yearless=None)
        elif value != "year":
            break
        atom = Atom(start, atom.last, reading)
    return atom


def _remaining(scan: Scan, reading: Reading) -> Interval | None:
    """Return what is left of the running period: "the rest of the week"."""
    whole, today = reading.interval, scan.ref
    if not reading.relative or not whole or not whole.start or not whole.end or not today:
        return None
    return Interval(today, whole.end) if whole.start <= today < whole.end else None


def _limited(scan: Scan, atom: Atom) -> Atom:
    """Take in what opens a period to one side: since, before, after, until, by, onwards."""
    reading = atom.reading
    if reading.form != "period" or reading.limit:
        return atom
    suffix = scan.ahead(atom.last, scan.lex.suffixes)
    if suffix and scan.word(atom.last) in scan.lex.list_joins and scan.word(suffix[0]).isalpha():
        suffix = None  # "... and later moved"
    if suffix and suffix[1] == "ad":
        return atom._replace(last=suffix[0])
    if reading.named:
        return atom
    prefix = _prefix(scan, atom.first)
    first, last, limit = atom.first, atom.last, ""
    if prefix and prefix[1] in _LIMITS:
        first, limit = prefix
    elif suffix:
        last, limit = suffix
    if limit == "by" and reading.precision in ("decade", "century"):  # by 20th-century painters
        return atom
    if not limit:
        return atom._replace(reading=reading._replace(anchored=True)) if _anchored(scan, atom) else atom
    ended = scan.ahead(last, scan.lex.ended) if "before" in limit else None
    if ended:
        limit, last = "before", ended[0]
    if limit == "maybe_before":
        if first + 1 != atom.first or (
            reading.relative and not reading.yearless and reading.precision != "day"
        ):
            return atom
        before = _opened("before", reading.interval) if reading.interval else None
        return Atom(
            first,
            last,
            reading._replace(
                limit="before", interval=before, bounding=reading.interval, other=reading.interval
            ),
            atom.weak,
        )
    interval = _opened(limit, reading.interval) if reading.interval else None
    if limit == "before" and interval and reading.interval and (ended or _ends(scan, atom)):
        interval = Interval(None, reading.interval.end)
    other = _opened(limit, reading.other) if reading.other else None
    return Atom(
        first, last, reading._replace(limit=limit, interval=interval, bounding=reading.interval, other=other)
    )


def _ends(scan: Scan, atom: Atom) -> bool:
    """Whether a date is called the end of a period: "before the end of 2019" reaches up to it."""
    return not scan.lex.ends.isdisjoint(scan.words[atom.first : atom.last])


def _anchored(scan: Scan, atom: Atom) -> bool:
    """Whether the date is that of a start: "since his election in 2001"."""
    if scan.word(atom.first - 1) not in scan.lex.year_prepositions or atom.reading.precision in (
        "range",
        "between",
    ):
        return False
    for at in range(atom.first - 1, max(0, atom.first - 6), -1):
        found = scan.behind(at, scan.lex.prefixes)
        if found:
            return found[1] == "since"
        if scan.starts_sentence(at) or not scan.word(at - 1)[:1].isalpha():
            return False
    return False


def _opened(limit: str, inner: Interval) -> Interval:
    if limit == "since":
        return Interval(inner.start, None)
    if limit == "after":
        return Interval(inner.end, None)
    return Interval(None, inner.start if limit == "before" else inner.end)
