"""The extractor: every quantity of a text once, with its interval, exactness and unit.

Number words and digits are looked up in one pass over the tokens; only around them is the text read for
ranges, bounds, hedges, changes, and for what makes a number no quantity (a year, a name, an address).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from factcheck import languages
from factcheck.model import Mention
from factcheck.text import Document, function_words
from factcheck_number import units
from factcheck_number.figures import Figure, Scan, figure_at, unit_at
from factcheck_number.quantity import Form, Quantity
from factcheck_number.words import lexicon

Phrase = tuple[str, ...]
_DASHES = "-–—‑~"
_HYPHENS = "-‑‐–"
_SIGNS = {">": "above", "<": "below", "≥": "from", "≤": "to", "~": "about", "±": "about", "≈": "about"}


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity and where it stands: token indexes, end exclusive."""

    start: int
    end: int
    quantity: Quantity | None
    judgeable: bool = True


def _phrases(listed: str) -> list[Phrase]:
    return [tuple(word for part in phrase.split("_") for word in _split(part)) for phrase in listed.split()]


def _split(word: str) -> list[str]:
    """Split a word of a phrase into its tokens: a final full stop is one of its own."""
    return [word[:-1], "."] if len(word) > 1 and word.endswith(".") else [word]


@dataclass(frozen=True, slots=True)
class Cues:
    """The phrases of a pack, indexed by the word that finds them, longest first."""

    triggers: frozenset[str]
    before: Mapping[str, tuple[tuple[Phrase, str], ...]]  # by last word
    after: Mapping[str, tuple[tuple[Phrase, str], ...]]  # by first word
    fixed: Mapping[str, tuple[tuple[int, Phrase, Decimal | None, bool], ...]]  # by trigger: offset, phrase
    multipliers: Mapping[str, Decimal]
    joints: Mapping[str, tuple[tuple[Phrase, str], ...]]  # what joins two figures, by first word
    few: Mapping[str, tuple[tuple[Phrase, str], ...]]  # by last word
    article_next: frozenset[str]  # what follows an article that counts or begins a phrase


def _index(pairs: Iterable[tuple[Phrase, str]], at: int) -> dict[str, tuple[tuple[Phrase, str], ...]]:
    table: dict[str, list[tuple[Phrase, str]]] = {}
    for phrase, kind in sorted(pairs, key=lambda pair: (-len(pair[0]), pair)):
        table.setdefault(phrase[at], []).append((phrase, kind))
    return {word: tuple(listed) for word, listed in table.items()}


@cache
def cues(language: str) -> Cues:
    """Return what the extractor looks for in a language beside the numbers themselves."""
    pack = languages.load(language, "numbers")
    lex = lexicon(language)
    change = pack.get("multipliers", {})
    multipliers = {word: Decimal(n) for n, listed in change.items() if n[0].isdigit() for word in listed.split()}
    multipliers |= {word: Decimal(2) for word in change.get("twice", "").split()}
    multipliers |= {word: Decimal(3) for word in change.get("thrice", "").split()}
    numbers = {*lex.atoms, *pack.get("halves", "").split(), *pack.get("quarters", "").split()}
    triggers = numbers | multipliers.keys()
    fixed: dict[str, list[tuple[int, Phrase, Decimal | None, bool]]] = {}
    listed = [(phrase, None, False) for phrase in _phrases(pack.get("skip", {}).get("phrases", ""))]
    for value, phrases in pack.get("idioms", {}).items():
        if value.isdigit():
            listed += [(phrase, Decimal(value), False) for phrase in _phrases(phrases)]
    listed += [(phrase, Decimal(0), True) for phrase in _phrases(pack.get("zero", {}).get("phrases", ""))]
    for phrase, number, judgeable in sorted(listed, key=lambda entry: (-len(entry[0]), entry[0])):
        at = next((k for k, word in enumerate(phrase) if word in triggers), len(phrase) - 1)
        triggers.add(phrase[at])
        fixed.setdefault(phrase[at], []).append((at, phrase, number, judgeable))
    joints = [(phrase, kind) for kind, some in pack.get("joints", {}).items() for phrase in _phrases(some)]
    articles = pack.get("articles", "").split()
    nexts = {phrase[at + 1] for word in articles for at, phrase, *_ in fixed.get(word, ()) if len(phrase) > at + 1}
    return Cues(
        frozenset(triggers),
        _index(((phrase, kind) for kind, some in pack.get("before", {}).items() for phrase in _phrases(some)), -1),
        _index(((phrase, kind) for kind, some in pack.get("after", {}).items() for phrase in _phrases(some)), 0),
        {word: tuple(entries) for word, entries in fixed.items()},
        multipliers,
        _index(joints, 0),
        _index(((phrase, "") for phrase in _phrases(pack.get("few_phrases", ""))), -1),
        frozenset(nexts | {phrase[0] for phrase, _ in joints} | {"-"}),
    )


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
            yield Mention("number", start, end, scan.text[start:end], value, (), found.quantity, found.judgeable)


def as_value(quantity: Quantity) -> dict[str, str | bool | None]:
    """Return a quantity as the value that ``extract`` prints; the counted noun is filled in elsewhere."""
    low, high = (None if end is None else _plain(end) for end in (quantity.low, quantity.high))
    return {"low": low, "high": high, "approximate": bool(quantity.hedge), "unit": quantity.unit, "noun": None}


def _plain(value: Decimal) -> str:
    digits = f"{value:f}"
    return (digits.rstrip("0").rstrip(".") if "." in digits else digits) or "0"


def _hits(scan: Scan) -> list[int]:
    """The tokens where a number may begin or an idiom stand; each distinct word is looked at once."""
    triggers, compound = cues(scan.language).triggers, scan.lexicon.compound.fullmatch
    odd = {
        word
        for word in set(scan.words)
        if word in triggers or word[0].isnumeric() or (len(word) > 5 and len(word) < 80 and compound(word))
    }
    return [i for i, word in enumerate(scan.words) if word in odd]


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
            if judgeable and not _is_zero(scan, end):
                continue
            quantity = None if value is None else Quantity(value, value, spelled=True)
            return Found(i - at, end, quantity, judgeable)
    if word in table.multipliers:
        return _multiplier(scan, i, table.multipliers[word])
    if word in articles and not _article_counts(scan, i):
        return None
    if (few := _few(scan, i)) is not None:
        return few
    if word[0].isdigit() and (skipped := _no_quantity(scan, i)) is not None:
        return skipped
    between = _between(scan, i)
    figure = figure_at(scan, i, linked=not between)
    if figure is None or figure.start < last:
        if figure is None or figure.end <= i or i < last:
            return None
        figure = replace(figure, start=max(figure.start, last))
    if skipped := _left_out(scan, figure):
        return skipped
    return _interval(scan, figure, last)


def _fixed(scan: Scan, phrase: Phrase, start: int) -> bool:
    return start >= 0 and _fixed_end(scan, phrase, start) > 0


def _fixed_end(scan: Scan, phrase: Phrase, start: int) -> int:
    """Return the token after a phrase that stands at a token, 0 where it does not; hyphens do not count."""
    k = start
    for n, word in enumerate(phrase):
        if n and scan.word(k) in _HYPHENS and scan.glued(k) and word not in _HYPHENS:
            k += 1
        if scan.word(k) != word or (n and not scan.near(k)):
            return 0
        k += 1
    return k


def _is_zero(scan: Scan, end: int) -> bool:
    """Whether nothing follows a phrase for zero that makes it another number: "nog geen 500"."""
    word = scan.word(end)
    if not word:
        return True
    if word in scan.tables.sets["zero_not_after"] or word[0].isdigit():
        return False
    return word not in scan.lexicon.atoms and not (len(word) > 5 and scan.lexicon.compound.fullmatch(word))


def _between(scan: Scan, i: int) -> bool:
    sets = scan.tables.sets
    k = i - 1
    while k >= 0 and k > i - 4 and (scan.words[k] in sets["range_filler"] or scan.words[k] in units.CURRENCY_SYMBOLS or scan.words[k] in sets["articles"]):
        k -= 1
    return k >= 0 and scan.words[k] in sets["range_between"]


# --- what is no quantity


def _no_quantity(scan: Scan, i: int) -> Found | None:
    """Leave out digits that are part of a name, code, clock time, telephone or section number."""
    text, words = scan.text, scan.words
    token, start, end = words[i], scan.starts[i], scan.ends[i]
    before, after = text[start - 1 : start], text[end : end + 1]
    stop = _run_end(scan, i)
    if stop > i + 1:
        return Found(i, stop, None)
    marks = len(token) - sum(map(str.isdigit, token))
    if marks > 1 and (token.count(".") > 1 or token.count(",") > 1):
        if not _grouped(token):
            return Found(i, i + 1, None) if "." in token else None
    if token[0] == "0" and len(token) > 1 and token.isdigit() and before != ".":
        return Found(i, i + 1, None)
    if before.isalpha() or before == "_":
        code = scan.raw(i - 1)
        known = code.upper() in units.CODES or code.lower() == "rs" or code.lower() in units.DOLLARS and len(code) == 3
        return None if known or code[-3:] in units.CODES else Found(i, i + 1, None)
    if before in _HYPHENS and i > 1 and text[start - 2 : start - 1].isalpha():
        return Found(i, i + 1, None)  # COVID-19
    if before == "#" or before == "/" and text[start - 2 : start - 1].isalpha():
        return Found(i, i + 1, None)
    area = before == "(" and after == ")" and len(token) == 3 and scan.word(i + 2).isdigit() and scan.word(i + 3) in _HYPHENS
    if before == "[" and after == "]" or area:
        return Found(i, i + 1, None)
    if after.isalpha() and (not _glued_unit(scan, i + 1) or scan.word(i + 1) == "s" and token.isdigit()):
        return Found(i, i + 1, None)
    line = text.rfind("\n", 0, start) + 1
    head = text[line:start].strip()
    if not head.strip("(*-–•#") and token.isdigit():
        close = text[end : end + 2]
        if close[:1] in (".", ")") and (len(close) == 1 or close[1].isspace()) and (head == "" or head[-1] in "(#*") and len(words) > i + 2:
            return Found(i, i + 1, None)
    elif not head and "." in token and after == " " and text[end + 1 : end + 2].isupper() and len(token) < 5:
        return Found(i, i + 1, None)
    return None


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
    return word in scan.tables.sets["age_joined"] or unit_at(scan, k) is not None or scan.raw(k)[:1] in "½¼¾⅓⅔" or (
        scan.raw(k)[1:] in units.CODES
    )


def _run_end(scan: Scan, i: int) -> int:
    """Return the token after a run of digit groups that is a clock time, date, score, code or telephone number."""
    words, k, groups, marks = scan.words, i + 1, [scan.words[i]], ""
    while k + 1 < len(words) and words[k] in ":-–/." and scan.glued(k) and scan.glued(k + 1) and words[k + 1][0].isdigit():
        marks += words[k]
        groups.append(words[k + 1])
        k += 2
    plus = scan.word(i - 1) == "+" and scan.glued(i)
    if plus or groups[0][0] == "0" and len(groups[0]) > 1 and groups[0].isdigit():
        while k < len(words) and words[k][0].isdigit() and words[k].replace(".", "").isdigit() and scan.near(k):
            groups.append(words[k])
            k += 1
        return k if len(groups) > 1 else i
    if len(groups) == 1:
        return i
    if len(groups) > 2 or ":" in marks or "." in marks or len(groups[0]) == 3 and len(groups[1]) == 4 and marks in _HYPHENS:
        return k
    if marks == "/":
        return k if len(groups[0]) == 4 or len(groups[1]) == 4 or int_of(groups[0]) > 31 else i
    low, high = int_of(groups[0]), int_of(groups[1])
    if low < 0 or high < 0:
        return i
    years = len(groups[0]) == 4 and 1000 <= low <= 2100 and groups[0].isdigit()
    if years and (1000 <= high <= 2100 or len(groups[1]) == 2) and not unit_at(scan, k):
        return k
    follows = scan.word(k)
    counted = unit_at(scan, k) or (scan.near(k) and follows.isalpha() and follows not in function_words(scan.language))
    symbol = scan.word(i - 1) in units.CURRENCY_SYMBOLS or follows in units.CURRENCY_SYMBOLS or follows in _HYPHENS
    if low >= high and not symbol:
        return k
    return k if high < 20 and not counted and not symbol and not _between(scan, i) and len(words) > 3 else i


def int_of(token: str) -> int:
    """Return the integer of a plain run of digits, -1 for any other token."""
    return int(token) if token.isdigit() else -1


def _left_out(scan: Scan, figure: Figure) -> Found | None:
    """Leave out pronouns, years, addresses and clock times; keep names and idioms, not to be judged."""
    sets, k, i = scan.tables.sets, figure.end, figure.start
    before = scan.word(i - 1) if scan.near(i) else ""
    after = scan.word(k) if scan.near(k) else ""
    nothing = Found(i, figure.end, None)
    if figure.form is Form.ORDINAL:
        return None if _is_ordinal(scan, figure, before, after) else nothing
    if figure.spelled and figure.unit is None and figure.end - i == 1:
        word = scan.words[i]
        if word in sets["one"] and sets["pronoun_before"] and not _counts_one(scan, before, after, k, len(scan.words)):
            return nothing
    if figure.spelled and figure.form is Form.SHARE and figure.unit is None and figure.end - i == 1:
        if after in _HYPHENS and scan.glued(k) or after in sets["half_not_after"]:
            return nothing
    if scan.pack.get("half_clock") and before in sets["halves"] and figure.value <= 12 and figure.unit is None:
        return nothing
    if after and (after in sets["clock_after"] or after + scan.word(k + 1) + scan.word(k + 2) in sets["clock_after"]):
        if figure.value <= 24 and figure.unit in (None, "ampere"):
            return nothing
    if before in sets["clock_before"] and figure.unit == "hour" and figure.value <= 24:
        return nothing
    if figure.bare and figure.unit is None:
        if _is_year(scan, figure, before, after) or _is_address(scan, figure, before, after):
            return nothing
    if figure.spelled and before in sets["decade_before"] and 20 <= figure.value <= 90:
        return nothing
    return None


def _counts_one(scan: Scan, before: str, after: str, k: int, length: int) -> bool:
    """Whether "one" counts what follows rather than standing for somebody or something."""
    sets = scan.tables.sets
    if length <= 2:
        return True
    if after in _HYPHENS and scan.glued(k):
        return unit_at(scan, k + 1) is not None
    if before in sets["one_count_before"] and after.isalpha() and after not in sets["pronoun_after"]:
        return True
    if before in sets["pronoun_before"] or not after or not after[0].isalpha() or after in sets["pronoun_after"]:
        return _joins(scan, k)
    if after in function_words(scan.language):
        return _joins(scan, k)
    verb = after.endswith("s") and not after.endswith(("ss", "us", "is"))
    return not verb


def _joins(scan: Scan, k: int) -> bool:
    """Whether a range or ratio goes on at a token: "one or two", "one in ten"."""
    for phrase, _ in cues(scan.language).joints.get(scan.word(k), ()):
        if scan.phrase(phrase, k) and _starts(scan, k + len(phrase)):
            return True
    return False


def _is_ordinal(scan: Scan, figure: Figure, before: str, after: str) -> bool:
    """Whether an ordinal word numbers something; "first" and "second" have other work too."""
    if not figure.spelled or figure.value > 2 or figure.end - figure.start > 1 or len(scan.words) <= 3:
        return True
    sets = scan.tables.sets
    noun = after.isalpha() and after not in function_words(scan.language) or after in _HYPHENS
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
    if before and before in cues(scan.language).before and before not in sets["year_before"] or before in sets["hedge_year"]:
        return False
    noun = after.isalpha() and after not in function_words(scan.language) and scan.raw(figure.end)[0].islower()
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
    if len(token) == 4 and len(raw) == 2 and raw.isupper() and raw.isalpha() and raw not in ("EU", "VN", "VS", "US", "UK"):
        return True
    start = scan.starts[figure.start]
    opens = scan.text[scan.text.rfind("\n", 0, start) + 1 : start].strip() == ""
    if len(token) in (4, 5) and raw[:1].isupper() and (before == "," and scan.word(figure.start - 2)[:1].isdigit() or opens):
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


def _is_name(scan: Scan, figure: Figure) -> bool:
    """Whether a number belongs to a name: Boeing 747, number 10, Route 66, Article 5."""
    k, sets = figure.start - 1, scan.tables.sets
    if k < 0 or not scan.near(figure.start) or figure.unit or figure.form is not Form.COUNT or figure.scale != 1:
        return False
    word, raw = scan.words[k], scan.raw(k)
    if word == "." and scan.glued(k):
        k, word, raw = k - 1, scan.word(k - 1), scan.raw(k - 1)
    label = word in sets["labels"]
    after = scan.word(figure.end) if scan.near(figure.end) else ""
    noun = after.isalpha() and after not in function_words(scan.language) and scan.raw(figure.end)[:1].islower()
    if word in sets["number_labels"] and (scan.word(figure.start - 1) == "." or len(word) > 2 or raw[:1].isupper()):
        return True
    if label and (raw[:1].isupper() or word in sets["plain_labels"]) and not noun:
        return True
    if not figure.bare or not raw[:1].isupper() or not raw.isalpha() or figure.value >= 10000:
        return False
    if noun or word in function_words(scan.language) or word in cues(scan.language).before:
        return False
    first = scan.text[max(0, scan.starts[k] - 3) : scan.starts[k]].strip(" \"'“‘«(")
    return not (first == "" or first[-1:] in ".!?:\n") or scan.raw(k - 1)[:1].isupper()


# --- vague numbers and multipliers


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
    """Whether a word that is both "a" and "one" is a number here: "een op de drie", "een of twee"."""
    if len(scan.words) <= 2:
        return True
    for phrase, kind in cues(scan.language).joints.get(scan.word(i + 1), ()):
        k = i + 1 + len(phrase)
        if kind in ("or", "ratio") and scan.near(i + 1) and scan.phrase(phrase, i + 1) and _starts(scan, k):
            return scan.words[k] not in scan.tables.sets["articles"]
    return False


def _multiplier(scan: Scan, i: int, factor: Decimal) -> Found | None:
    pack = scan.tables.sets
    word = scan.words[i]
    if word in pack["multipliers_twice"] or word in pack["multipliers_thrice"]:
        compared = scan.near(i + 1) and scan.word(i + 1) in pack["multipliers_as"]
        return Found(i, i + 1, Quantity(factor, factor, form=Form.TIMES if compared else Form.COUNT, spelled=True))
    change = "up" if factor > 1 else "down"
    return Found(i, i + 1, Quantity(factor, factor, form=Form.TIMES, change=change, exponent=-1, spelled=True))


# --- ranges, bounds and hedges


def _interval(scan: Scan, figure: Figure, last: int) -> Found:
    other = _range(scan, figure)
    if other:
        figure, high, start = other
        quantity = _quantity(figure, figure.value, high.value)
        found = Found(start, high.end, quantity)
    else:
        figure = _ratio(scan, figure)
        found = Found(figure.start, figure.end, _quantity(figure, figure.value, figure.value))
    found = _aged(scan, found, figure)
    found = _both_bounds(scan, _bounded(scan, found, last))
    found = _changed(scan, found)
    return replace(found, judgeable=not (_is_name(scan, figure) or _is_idiom(scan, found)))


def _quantity(figure: Figure, low: Decimal, high: Decimal) -> Quantity:
    return Quantity(
        low,
        high,
        unit=figure.unit,
        form=figure.form,
        exponent=figure.exponent,
        hedge=figure.hedge,
        scaled=figure.scale != 1,
        spelled=figure.spelled,
    )


def _number_at(scan: Scan, k: int) -> int:
    """Return the trigger token of a figure that may begin at a token: after a currency sign or article."""
    sets = scan.tables.sets
    while k < len(scan.words) and (
        scan.words[k] in units.CURRENCY_SYMBOLS or scan.words[k] in sets["range_filler"] or scan.words[k] in sets["articles"]
    ):
        if scan.words[k] in scan.lexicon.atoms and not _starts(scan, k + 1):
            break
        k += 1
    return k


def _starts(scan: Scan, k: int) -> bool:
    word = scan.word(k)
    return bool(word) and (word[0].isnumeric() or word in scan.lexicon.atoms or word in scan.lexicon.denominators or scan.lexicon.compound.fullmatch(word) is not None)


def _second(scan: Scan, k: int) -> Figure | None:
    """Read the figure that begins at a token, for the far end of a range or ratio."""
    at = _number_at(scan, k)
    if at >= len(scan.words) or not scan.near(k) or at - k > 2 or not _starts(scan, at):
        return None
    figure = figure_at(scan, at)
    return figure if figure and k <= figure.start <= at else None


def _range(scan: Scan, figure: Figure) -> tuple[Figure, Figure, int] | None:
    """Read a range whose low end is ``figure``: its two figures in one unit, and where it begins."""
    sets, k = scan.tables.sets, figure.end
    if figure.form not in (Form.COUNT, Form.SHARE, Form.POINTS) or k >= len(scan.words):
        return None
    word, before = scan.words[k], scan.word(figure.start - 1)
    lead = figure.start - 1
    while before in sets["range_filler"] and lead > 0:
        lead, before = lead - 1, scan.word(lead - 1)
    between, since = before in sets["range_between"], before in sets["range_from"]
    ways = {"and": between, "to": True, "or": not (between or since)}
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
        figure = replace(figure, unit=high.unit, form=high.form)
    elif figure.unit is not None and high.unit is None and high.form is Form.COUNT:
        high = replace(high, unit=figure.unit, form=figure.form)
    if figure.unit != high.unit or figure.form is not high.form:
        return None
    if figure.scale == 1 and high.scale > 1 and not high.value % high.scale and figure.value < high.value / high.scale:
        figure = replace(figure, value=figure.value * high.scale, scale=high.scale, exponent=high.exponent)
    if figure.value >= high.value:
        return None
    if way == "or" and (high.value > 10 * figure.value or scan.word(figure.start - 1) == "," or figure.value < 1):
        return None
    start = lead if (between or since) and scan.near(figure.start) else figure.start
    return figure, replace(high, exponent=max(figure.exponent, high.exponent)), start


def _ratio(scan: Scan, figure: Figure) -> Figure:
    """Read "one in two", "9 out of 10", "een op de drie" as a share."""
    k = figure.end
    if figure.form is not Form.COUNT or figure.unit or figure.value % 1 or figure.scale != 1 or not scan.near(k):
        return figure
    for phrase, kind in cues(scan.language).joints.get(scan.word(k), ()):
        if not kind.startswith("ratio") or not scan.phrase(phrase, k):
            continue
        below = _second(scan, k + len(phrase))
        if below is None or below.form is not Form.COUNT or below.unit or below.value % 1:
            continue
        loose = kind == "ratio_loose" and (figure.value > 9 or below.value > 1000 or below.spelled != figure.spelled)
        if loose or not 0 < figure.value < below.value or kind == "ratio_digits" and not (figure.bare and below.bare):
            continue
        share = figure.value / below.value
        return replace(figure, end=below.end, value=share, form=Form.SHARE, exponent=-2, spelled=True, bare=False)
    return figure


def _aged(scan: Scan, found: Found, figure: Figure) -> Found:
    """Take in what makes a duration an age: ten years old, 17-jarige."""
    sets, k, quantity = scan.tables.sets, found.end, found.quantity
    if quantity is None:
        return found
    at = k + 1 if scan.word(k) in _HYPHENS and scan.glued(k) else k
    if quantity.unit is None and scan.word(at) in sets["age_joined"] and scan.near(at):
        return replace(found, end=at + 1, quantity=replace(quantity, unit="year"))
    if quantity.unit in ("year", "month", "week", "day"):
        for phrase in sorted(sets["age_after"]):
            pieces = tuple(phrase.split("_"))
            if scan.phrase(pieces, at) and scan.near(at):
                return replace(found, end=at + len(pieces))
    if quantity.unit is None and scan.word(found.start - 1) in sets["age_before"] and scan.near(found.start):
        return replace(found, quantity=replace(quantity, unit="year"))
    return found


def _bounded(scan: Scan, found: Found, last: int) -> Found:
    """Apply the bounds and hedges that stand before and after a figure."""
    table, quantity = cues(scan.language), found.quantity
    if quantity is None or quantity.form is Form.ORDINAL:
        return found
    lasting = quantity.dimension in units.TIME and scan.word(found.end - 1) not in scan.tables.sets["age_words"]
    start = k = found.start
    seen = 0
    while k > last and scan.near(k) and seen < 3:
        kind, size = _before(scan, table, k, last)
        if lasting and size == 1 and scan.words[k - 1] in scan.tables.sets["over_time"]:
            break  # "over six months" is as often during as more than
        if kind not in ("", "about", "nearly") and _ends_figure(scan, k - size - 1):
            break  # "4 million more than the 12 million" compares two figures
        if not kind:
            if seen == 0 and scan.words[k - 1] in scan.tables.sets["bound_filler"]:
                k, seen = k - 1, seen + 1
                continue
            break
        quantity = _apply(quantity, kind)
        k -= size
        if kind not in ("about", "nearly") and not lasting:
            start = k
        seen += 1
    end = found.end
    for phrase, kind in table.after.get(scan.word(end), ()) if scan.near(end) else ():
        beyond = scan.word(end + len(phrase))
        if scan.phrase(phrase, end) and not _starts(scan, end + len(phrase)) and beyond not in scan.tables.sets["than"]:
            quantity = _apply(quantity, kind)
            end += len(phrase) if kind != "about" and not lasting else 0
            break
    if scan.word(end) == "+" and scan.glued(end) and not scan.glued(end + 1):
        quantity, end = _apply(quantity, "from"), end + 1
    if scan.word(end) in _HYPHENS and scan.glued(end):
        for phrase, kind in table.after.get(scan.word(end + 1), ()):
            if kind == "about" and len(phrase) == 1:
                quantity = _apply(quantity, kind)
    return replace(found, start=start, end=end, quantity=quantity)


def _ends_figure(scan: Scan, k: int) -> bool:
    """Whether a token may be the last of a figure."""
    word = scan.word(k)
    return scan.near(k + 1) and bool(word) and (word[0].isdigit() or word in scan.lexicon.atoms or word in scan.tables.units)


def _both_bounds(scan: Scan, found: Found) -> Found:
    """Take in the second bound of "more than 10 and less than 40"."""
    one, k = found.quantity, found.end
    if one is None or one.point or one.figure is None or one.dimension in units.TIME:
        return found
    k += scan.word(k) == ","
    k += scan.word(k) in scan.tables.sets["range_both"]
    if k == found.end or not scan.near(k):
        return found
    at = next((j for j in range(k + 1, k + 7) if _starts(scan, j)), 0)
    figure = figure_at(scan, at) if at and at < len(scan.words) else None
    if figure is None or figure.unit != one.unit or figure.form is not one.form:
        return found
    other = _bounded(scan, Found(figure.start, figure.end, _quantity(figure, figure.value, figure.value)), k)
    two = other.quantity
    if two is None or other.start != k or two.figure is None or (one.low is None) == (two.low is None):
        return found
    low, high = (one, two) if two.low is None else (two, one)
    if low.low is None or high.high is None or low.low >= high.high:
        return found
    return replace(found, end=other.end, quantity=replace(low, high=high.high, below=high.below))


def _before(scan: Scan, table: Cues, k: int, last: int) -> tuple[str, int]:
    word = scan.words[k - 1]
    if word == "=" and scan.word(k - 2) in "<>" and k > 1:
        return ("from" if scan.words[k - 2] == ">" else "to"), 2
    if word in _SIGNS:
        return _SIGNS[word], 1
    for phrase, kind in table.before.get(word, ()):
        if k - len(phrase) >= last and scan.phrase(phrase, k - len(phrase)):
            return kind, len(phrase)
    return "", 0


def _apply(quantity: Quantity, kind: str) -> Quantity:
    """Make a quantity the interval, or give it the hedge, that a word of this kind says."""
    if kind == "about":
        return replace(quantity, hedge=quantity.hedge or "about")
    if kind == "nearly":
        return replace(quantity, hedge="nearly")
    if kind in ("above", "from") and quantity.low is not None and quantity.high is not None:
        return replace(quantity, high=None, above=kind == "above")
    if kind in ("below", "to") and quantity.low is not None and quantity.high is not None:
        return replace(quantity, low=None, below=kind == "below")
    return quantity


def _changes(scan: Scan, k: int) -> bool:
    """Whether a verb or noun of change stands right before a token."""
    sets = scan.tables.sets
    return any(scan.word(j) in sets["change_up"] or scan.word(j) in sets["change_down"] for j in (k - 1, k - 2))


def _changed(scan: Scan, found: Found) -> Found:
    """Tell a change from a level: rose by 5 percent, 5 procent meer, three times as many."""
    sets, quantity = scan.tables.sets, found.quantity
    if quantity is None or quantity.form is Form.ORDINAL:
        return found
    after = scan.word(found.end) if scan.near(found.end) else ""
    if quantity.unit is None and after in sets["multipliers_times"]:
        if scan.near(found.end + 1) and scan.word(found.end + 1) in sets["multipliers_as"]:
            return replace(found, end=found.end + 1, quantity=replace(quantity, form=Form.TIMES))
        return found
    k = found.start - 1
    while k >= 0 and scan.near(k + 1) and scan.words[k] in cues(scan.language).before:
        k -= 1  # the hedge of the change
    if not scan.near(k + 1):
        k = -1
    word = scan.word(k)
    by = word in sets["change_by"]
    for way in ("up", "down"):
        verbs = sets["change_" + way]
        if by and any(scan.word(j) in verbs for j in range(k - 1, max(-1, k - 4), -1)):
            return replace(found, quantity=replace(quantity, change=way))
        if word in verbs and word in sets["change_bare"]:
            if word in sets["change_particles"] and scan.word(k - 1).isalpha() and scan.word(k - 1) not in sets["change_be"]:
                continue  # "makes up 12 percent" is no rise
            return replace(found, quantity=replace(quantity, change=way))
        if quantity.form in (Form.SHARE, Form.POINTS) and after in sets["change_after_" + way]:
            return replace(found, quantity=replace(quantity, change=way))
    return found


def _is_idiom(scan: Scan, found: Found) -> bool:
    sets, quantity = scan.tables.sets, found.quantity
    after = scan.word(found.end) if scan.near(found.end) else ""
    if quantity is None:
        return False
    if quantity.dimension.startswith("money") and after in sets["idioms_after"]:
        return True
    return quantity.unit == "percent" and quantity.point and quantity.low == 100 and after in sets["idioms_emphasis"]
