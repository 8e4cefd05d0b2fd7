"""Four digits alone: a year where the words around say so, and nothing otherwise."""

from __future__ import annotations

from factcheck.sheets import takes_time
from factcheck.tables import is_head
from factcheck.text import Span
from factcheck_date.calendar import years
from factcheck_date.lives import label_events
from factcheck_date.numerals import year_at
from factcheck_date.scan import Atom, Scan
from factcheck_date.value import Reading

_PHRASE = 5  # words of a noun phrase behind a year
_MODERN = 1900  # from this year on, "in 1944 people" hardly counts people
_YEAR_DIGITS = 4
_USUAL = 1700  # from this year on, a plural behind a year is hardly what it counts
_PLACES = 16  # tokens of a bracket before a year that may name where somebody was born and died
_DASHES = ("–", "—", "-")
_CLOSERS = (")", "]", ",", ";", ".", ":", "?", "!", "–", "—", "-", "'", "’", "”", '"')


def bare_year(scan: Scan, index: int, previous: Atom | None) -> tuple[Atom, bool] | None:
    """Return the year at a token, and whether it can be judged (not as part of a mere name).

    ``previous`` is the date before it, for lists ("2007 and 2009").
    """
    found = year_at(scan, index)
    if not found or found[1] != index + 1 or _inside_number(scan, index) or _ranges(scan, index, found[0]):
        return None
    lex, year = scan.lex, found[0]
    reading = Reading("period", years(year), "year")
    before = scan.word(index - 1) if scan.near(index) else ""
    short = scan.word(index - 2)
    dotted = before == "." and scan.glued(index - 1)
    if dotted and (len(short) < 3 or short in lex.born | lex.died):  # c. 1610, geb. 1610
        before = short
    strong, weak = before in lex.year_prepositions, before in lex.year_weak_prepositions
    prefixed = scan.behind(index, lex.prefixes) is not None
    plain = Atom(index, index + 1, reading)
    if strong or prefixed:
        return None if counts(scan, index, year) else (plain, True)
    if before == "(" and scan.word(index + 1) in _CLOSERS:  # "The Ship (1972)" dates the ship
        head = scan.word(index - 2) if scan.capital(index - 2) else ""
        return Atom(index, index + 1, Reading("period", years(year), "year", named=head)), True
    if before == ":" and _labelled(scan, index):
        return plain, True
    if before == "," and scan.word(index + 1) == ")" and 1800 <= year <= 2100:
        return plain, True
    if _of_life(scan, index, before) or is_head(scan.document, Span(scan.starts[index], scan.ends[index])):
        return plain, True
    if _listed(scan, index, previous):
        return plain, True
    if _MODERN <= year <= 2100 and _ends_title(scan, index):
        return plain, True
    if weak and not _content_after(scan, index):
        return plain, True
    if scan.starts_sentence(index) and _opens_sentence(scan, index):
        return plain, True
    if (named := _attributive(scan, index, year)) is not None:
        head = "" if _at_a_time(scan, index) else _named(scan, index)
        return Atom(index, index + 1, Reading("period", years(year), "year", named=head)), named
    if _MODERN <= year <= 2100 and _ends_name(scan, index):
        return Atom(index, index + 1, Reading("period", years(year), "year", named=before)), False
    return Atom(index, index + 1, reading, weak=True), True


def _of_life(scan: Scan, index: int, before: str) -> bool:
    """Whether a year is that of a birth or death: "born 1617, died 1689", "(Ghent, 1617 – Delft, 1689)"."""
    after = scan.word(index + 1)
    if before in scan.lex.born | scan.lex.died and before.isalpha():
        return after in _CLOSERS or after in scan.functions
    if before != "," or not (after in _DASHES or after == ")"):
        return False
    inside = scan.words[max(0, index - _PLACES) : index]
    inside = inside[len(inside) - inside[::-1].index("(") :] if "(" in inside else inside[:0]
    return bool(inside) and (after != ")" or not set(_DASHES).isdisjoint(inside))


def _ends_title(scan: Scan, index: int) -> bool:
    """Whether a year ends the first line of a text, behind a word that is no name: "Annual report 2023"."""
    end = scan.starts[index + 1] if index + 1 < scan.size else 0
    first = "\n" not in scan.text[: scan.ends[index]] and "\n" in scan.text[scan.ends[index] : end]
    return first and scan.near(index) and scan.word(index - 1).isalpha() and not scan.capital(index - 1)


def spoken_year(scan: Scan, index: int) -> Atom | None:
    """Return a year in words ("in nineteen ninety-six") behind a word that takes a year."""
    first = index - 1 if scan.words[index] in scan.lex.multipliers and scan.near(index) else index
    found = year_at(scan, first)
    if (
        not found
        or found[1] <= index + (first == index)
        or scan.word(first - 1) not in scan.lex.year_prepositions
    ):
        return None
    if not 1000 <= found[0] <= 2199 or _content_after(scan, found[1] - 1):
        return None
    return Atom(first, found[1], Reading("period", years(found[0]), "year"))


def _labelled(scan: Scan, index: int) -> bool:
    """Whether the label of a line takes a year: "Year: 1891", "Founded: 1737"."""
    if scan.behind(index - 1, scan.lex.prefixes) == (index - 2, "year"):
        return True
    gap = scan.text[scan.ends[index] : scan.starts[index + 1]] if index + 1 < scan.size else "\n"
    ends = "\n" in gap or not _content_after(scan, index)
    start = scan.starts[index]
    return ends and (bool(label_events(scan.document, start)) or takes_time(scan.document, start))


def _inside_number(scan: Scan, index: int) -> bool:
    """Whether the digits belong to money, a measure, a code or a decimal."""
    before, after = scan.word(index - 1), scan.word(index + 1)
    labelled = before.isalpha() and scan.behind(index, scan.lex.prefixes)  # FY2019
    if (
        scan.glued(index)
        and not labelled
        and before
        not in ("(", "[", "'", "’", "‘", '"', "“", "”", "-", "–", "—", "/", ",", ";", "*", "„", "«")
    ):
        return True
    if (
        scan.glued(index)
        and before in ("-", "/", ",")
        and scan.word(index - 2)[-1:].isdecimal()
        and scan.glued(index - 1)
    ):
        return True
    if before in ("€", "$", "£", "#") or after in ("€", "%", "°", "²"):
        return True
    return scan.glued(index + 1) and (after.isalpha() or after in ("/", "+", "_", "@", "#"))


def _content_after(scan: Scan, index: int) -> bool:
    """Whether a word that may be counted follows: a lower-case or capitalised content word."""
    after = scan.word(index + 1)
    if not scan.near(index + 1) or not after[:1].isalpha():
        return False
    return after not in scan.functions and after not in scan.lex.period_nouns and after not in scan.lex.months


def _ranges(scan: Scan, index: int, year: int) -> bool:
    """Whether a figure that is no year is the other end of a range: "between 2000 and 3000 members".

    "Between 1990 and 2000 prices rose" tells when.
    """
    join = scan.ahead(index + 1, scan.lex.range_joins)
    if not join or len(other := scan.word(join[0])) < _YEAR_DIGITS or not other.isdecimal():
        return False
    found = year_at(scan, join[0])
    return not found or (year < _USUAL and counts(scan, join[0], found[0]))


def _plural_after(scan: Scan, index: int) -> bool:
    after = scan.word(index + 1)
    lex = scan.lex
    return after in lex.count_nouns or (len(after) > 3 and after.endswith(lex.plural_endings))


def counts(scan: Scan, index: int, year: int) -> bool:
    """Whether a count of something is likelier than a year: "1500 seats", "in 3000 homes"."""
    if not _content_after(scan, index):
        return False
    if scan.capital(index + 1):
        return False
    if scan.word(index + 1) in scan.lex.units:
        return True
    if scan.word(index + 1) in scan.lex.count_nouns:  # "in 2019 women", "for 2019 women"
        return year < _MODERN or scan.word(index - 1) not in scan.lex.year_sure_prepositions
    usual = _USUAL <= year <= 2100 and year % 100 != 0
    return not usual and _plural_after(scan, index)


def _listed(scan: Scan, index: int, previous: Atom | None) -> bool:
    if previous is None or previous.last != index - 1 or previous.reading.precision not in ("year", "range"):
        return False
    if scan.word(index - 1) not in scan.lex.list_joins and not scan.ahead(index - 1, scan.lex.range_joins):
        return False
    return not counts(scan, index, int(scan.words[index])) and scan.near(index) and scan.near(index - 1)


def _opens_sentence(scan: Scan, index: int) -> bool:
    """Whether a sentence starts with its year: "2015 was hard", a line that is only a year, "2015: ..."."""
    after = scan.word(index + 1)
    if not scan.near(index + 1):
        return index + 1 >= scan.size or "\n" in scan.text[scan.ends[index] : scan.starts[index + 1]]
    if after in (":", "–", "—"):
        return not scan.glued(index + 1) or after == ":"
    return after in scan.functions and after not in scan.lex.of_words


def _attributive(scan: Scan, index: int, year: int) -> bool | None:
    """Whether "the 2016 prize" dates the prize; ``None`` where it is no such thing."""
    lex = scan.lex
    if scan.word(index - 1) not in lex.year_before_name and not scan.word(index - 1).endswith("'s"):
        return None
    after = scan.word(index + 1)
    if not scan.near(index + 1) or not after[:1].isalpha() or after in scan.functions or after in lex.units:
        return None
    if not 1800 <= year <= 2100:
        return None
    if scan.capital(index + 1):
        return True if year % 1000 or not _plural_after(scan, index) else None
    if after in lex.period_nouns:
        return True
    return None if _plural_after(scan, index) else True


def _at_a_time(scan: Scan, index: int) -> bool:
    """Whether the year tells when: "during the 1996 ceremony", where it does not name the prize won."""
    return not scan.capital(index + 1) and scan.word(index - 2) in scan.lex.year_prepositions


def _named(scan: Scan, index: int) -> str:
    """Return what a year before it names: the prize of "the 2016 Town Hall Prize".

    Behind "a 2002 Dutch thriller film" that is every word it may be; the year may also follow its noun.
    """
    at = index + 1
    while scan.near(at + 1) and scan.capital(at) and scan.capital(at + 1) and scan.word(at + 1)[:1].isalpha():
        at += 1
    last = at
    while last < at + _PHRASE and scan.near(last + 1) and _is_content(scan, last + 1):
        last += 1
    return scan.word(at) if last == at else " ".join(scan.words[at : last + 1])


def _is_content(scan: Scan, index: int) -> bool:
    return (
        scan.word(index)[:1].isalpha() and not scan.capital(index) and scan.word(index) not in scan.functions
    )


def _ends_name(scan: Scan, index: int) -> bool:
    """Whether a capitalised name stands before the year: "World Mayor Project 2016"."""
    if not (scan.near(index) and scan.capital(index - 1)) or scan.glued(index):
        return False
    before = scan.word(index - 1)
    if before in scan.functions or before in scan.lex.months or not before[:1].isalpha():
        return False
    if scan.starts_sentence(index - 1) and not _two_capitals(scan, index):
        return False
    return not (_content_after(scan, index) and _plural_after(scan, index))


def _two_capitals(scan: Scan, index: int) -> bool:
    return scan.near(index - 1) and scan.capital(index - 2) and scan.word(index - 2)[:1].isalpha()
