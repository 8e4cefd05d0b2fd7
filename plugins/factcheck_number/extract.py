"""The extractor: every quantity of a text once, with its interval, exactness and unit.

Number words and digits are looked up in one pass over the tokens; only around them is the text read for
ranges, bounds, hedges, changes, and for what makes a number no quantity (a year, a name, an address).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Context, Decimal
from itertools import compress, count

from factcheck.model import Mention
from factcheck.text import Document
from factcheck.vocabulary import is_concept, is_plural
from factcheck_number.age_names import age_at
from factcheck_number.codes import between, no_quantity
from factcheck_number.exclude import is_early_year, is_name, is_string, left_out
from factcheck_number.figure import Found
from factcheck_number.figures import figure_at, starts
from factcheck_number.interval import interval_of
from factcheck_number.measures import is_money, unit_at
from factcheck_number.quantity import Form, Quantity
from factcheck_number.scan import HYPHENS, Phrase, Scan, cues
from factcheck_number.words import compound

_SHOWN = Context(prec=15)


def extract(document: Document) -> Iterator[Mention]:
    """Yield the numbers of a text in order, each with its value and its :class:`Quantity` as reading.

    Idioms and names with numbers are yielded too, not judgeable; years, dates, clock times, telephone
    and section numbers are not. Spans do not overlap.
    """
    scan = Scan(document)
    last = 0
    for i in _hits(scan):
        if i < last:
            continue
        found = _found(scan, i, last)
        if found is None:
            continue
        last = max(last, found.end)
        if found.quantity is not None:
            start, end = scan.starts[found.start], scan.ends[found.end - 1]
            value = as_value(found.quantity)
            yield Mention(
                "number", start, end, scan.text[start:end], value, (), found.quantity, found.judgeable
            )


def as_value(quantity: Quantity) -> dict[str, str | bool | None]:
    """Return a quantity as the value that ``extract`` prints; the counted noun is filled in elsewhere."""
    low, high = (None if end is None else _plain(end) for end in (quantity.low, quantity.high))
    return {
        "low": low,
        "high": high,
        "approximate": bool(quantity.hedge),
        "unit": quantity.unit,
        "noun": None,
    }


def _plain(value: Decimal) -> str:
    digits = f"{_SHOWN.plus(value) if value % 1 else value:f}"
    return (digits.rstrip("0").rstrip(".") if "." in digits else digits) or "0"


def _hits(scan: Scan) -> list[int]:
    """The tokens where a number may begin or an idiom stand; each distinct word is looked at once."""
    pieces, distinct = scan.lexicon.pieces, scan.document.vocabulary
    odd = distinct & cues(scan.language).triggers
    odd |= {
        word
        for word in distinct - odd
        if word[0].isnumeric() or (len(word) > 5 and word[:2] in pieces and compound(scan.language, word))
    }
    return list(compress(count(), map(odd.__contains__, scan.words)))


def _found(scan: Scan, i: int, last: int) -> Found | None:
    table, word = cues(scan.language), scan.words[i]
    articles = scan.tables.sets["articles"]
    if word in articles and scan.word(i + 1) not in table.article_next and len(scan.words) > 2:
        return None
    near_words = (scan.word(i + 1), scan.word(i + 2))
    for at, phrase, value, judgeable in table.fixed.get(word, ()):
        if at + 1 < len(phrase) and phrase[at + 1] not in near_words:
            continue
        if i - at >= last and _fixed(scan, phrase, i - at):
            end = _fixed_end(scan, phrase, i - at)
            if judgeable and not _is_zero(scan, phrase, end):
                continue
            quantity = None if value is None else Quantity(value, value, spelled=True)
            return Found(i - at, end, quantity, judgeable)
    if word in table.multipliers:
        return _multiplier(scan, i, table.multipliers[word])
    if word in articles and not _article_counts(scan, i):
        return None
    if (few := _few(scan, i)) is not None:
        return few
    if (age := age_at(scan, i)) is not None and age.start >= last:
        return age
    if word[0].isdigit() and (skipped := no_quantity(scan, i)) is not None:
        return skipped
    figure = figure_at(scan, i, linked=not between(scan, i))
    if figure is None or figure.start < last:
        if figure is None or figure.end <= i or i < last:
            return None
        figure = figure._replace(start=max(figure.start, last))
    if skipped := left_out(scan, figure):
        return skipped
    found = interval_of(scan, figure, last)
    named = is_name(scan, figure) or is_early_year(scan, figure) or is_string(scan, figure)
    return found._replace(judgeable=not (named or _is_idiom(scan, found)))


def _fixed(scan: Scan, phrase: Phrase, start: int) -> bool:
    return start >= 0 and _fixed_end(scan, phrase, start) > 0


def _fixed_end(scan: Scan, phrase: Phrase, start: int) -> int:
    """Return the token after a phrase that stands at a token, 0 where it does not; hyphens do not count."""
    k = start
    for n, word in enumerate(phrase):
        if n and scan.word(k) in HYPHENS and scan.glued(k) and word not in HYPHENS:
            k += 1
        if scan.word(k) != word or (n and not scan.near(k)):
            return 0
        k += 1
    return k


def _is_zero(scan: Scan, phrase: Phrase, end: int) -> bool:
    """Whether nothing follows a phrase for zero that makes it another number: "nog geen 500".

    A mere "no" is one before those whom news counts: "*no* casualties".
    """
    word = scan.word(end)
    if len(phrase) == 1 and phrase[0] in scan.tables.sets["zero_no"]:
        return scan.near(end) and word in scan.tables.sets["zero_counted"]
    if not word:
        return True
    if word in scan.tables.sets["zero_not_after"] or word[0].isdigit():
        return False
    return word not in scan.lexicon.atoms and not (len(word) > 5 and compound(scan.language, word))


def _few(scan: Scan, i: int) -> Found | None:
    """Read "a few dozen", "enkele honderden": some of them, from two on."""
    atom = scan.lexicon.atoms.get(scan.words[i])
    if atom is None or atom.ordinal or atom.kind not in ("scale", "hundred") or not scan.near(i):
        return None
    for few, _ in cues(scan.language).few.get(scan.words[i - 1], ()):
        if scan.phrase(few, i - len(few)):
            if unit_at(scan, i + 1):
                return Found(i, i + 1, None)
            some = Quantity(2 * atom.value, None, hedge="vague", spelled=True, scaled=True)
            return Found(i - len(few), i + 1, some)
    return None


def _article_counts(scan: Scan, i: int) -> bool:
    """Whether a word that is "a" and "one" is a number here: *een op de drie*, *een of twee*, *een ton*."""
    if len(scan.words) <= 2 or is_money(scan, i + 1, i + 2):
        return True
    for phrase, kind in cues(scan.language).joints.get(scan.word(i + 1), ()):
        k = i + 1 + len(phrase)
        if kind in ("or", "ratio") and scan.near(i + 1) and scan.phrase(phrase, i + 1) and starts(scan, k):
            return scan.words[k] not in scan.tables.sets["articles"]
    return False


def _multiplier(scan: Scan, i: int, factor: Decimal) -> Found | None:
    pack = scan.tables.sets
    word = scan.words[i]
    if (scan.word(i + 1) in HYPHENS and scan.glued(i + 1)) or not _multiplies(scan, i):
        return None  # a twice-told tale, a double room
    if word in pack["multipliers_twice"] or word in pack["multipliers_thrice"]:
        compared = scan.near(i + 1) and scan.word(i + 1) in pack["multipliers_as"]
        return Found(
            i, i + 1, Quantity(factor, factor, form=Form.TIMES if compared else Form.COUNT, spelled=True)
        )
    change = "up" if factor > 1 else "down"
    return Found(
        i, i + 1, Quantity(factor, factor, form=Form.TIMES, change=change, exponent=-1, spelled=True)
    )


def _multiplies(scan: Scan, i: int) -> bool:
    """Whether a word that may also be a noun or adjective is a verb: "rents double", "to double the fee"."""
    pack, word = scan.tables.sets, scan.words[i]
    before = scan.word(i - 1) if scan.near(i) else ""
    if word in pack["multipliers_nouns"]:
        other = before in pack["multipliers_noun_after"] or before in pack["articles"]
        return not (other or before in scan.lexicon.atoms or before[:1].isdigit())
    if word not in pack["multipliers_bare"] or before in pack["multipliers_verb_after"]:
        return True
    after = scan.word(i + 1) if scan.near(i + 1) else ""
    ends = not after[:1].isalnum() or after in pack["multipliers_verb_before"]
    named = scan.raw(i - 1)[:1].isupper()  # rents in Vossum double
    return ends and (named or is_plural(before, scan.language) or is_concept(before, scan.language))


def _is_idiom(scan: Scan, found: Found) -> bool:
    sets, quantity = scan.tables.sets, found.quantity
    after = scan.word(found.end) if scan.near(found.end) else ""
    if quantity is None:
        return False
    if quantity.dimension.startswith("money") and after in sets["idioms_after"]:
        return True
    return (
        quantity.unit == "percent"
        and quantity.point
        and quantity.low == 100
        and after in sets["idioms_emphasis"]
    )
