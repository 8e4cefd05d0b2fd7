"""What makes a figure an age: ten years old, 17-jarige, children under 14, between the ages of 16 and 24."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from factcheck import languages
from factcheck.ages import is_age, names_people, people_before
from factcheck.keys import tells_place
from factcheck.text import function_words
from factcheck.vocabulary import grammar, is_common, is_concept, is_plural, word_keys, word_list
from factcheck_number.figure import Found, bounded
from factcheck_number.quantity import Form, Quantity
from factcheck_number.scan import HYPHENS, Phrase, Scan, cues

_OLDEST = 120  # years somebody may be old
_NAMED = 16  # years of the youngest whom a number in brackets behind a name tells: others are goals and ranks
_BIRTHDAY = 5  # years of the youngest that an ordinal alone tells: *op haar vijfde*
_AGED = ("year", "month", "week", "day")


def aged(scan: Scan, found: Found, first: int) -> Found | None:
    """Take in what makes a figure an age, ``None`` where it is none.

    ``first`` is the token its digits or words begin at, behind the "between" of a range.
    """
    sets, quantity = scan.tables.sets, found.quantity
    if quantity is None:
        return None
    if quantity.form is Form.ORDINAL:
        return _at_birthday(scan, found, quantity)
    at = _unhyphened(scan, found.end)
    if quantity.unit is None and scan.word(at) in sets["age_joined"] and scan.near(at):
        return found._replace(end=_tail(scan, at + 1), quantity=quantity._replace(unit="year"))
    if quantity.unit == "year" and scan.word(found.end) in sets["age_tail"]:
        return found._replace(end=_tail(scan, found.end))
    if quantity.unit in _AGED and (end := _old(scan, at)):
        return found._replace(end=end)
    if quantity.unit == "year" and scan.words[found.end - 1].endswith(tuple(sets["age_joined_from"])):
        return found._replace(quantity=grouped(quantity, "from"))  # vijftigplussers
    kind, size = joined_before(scan, found.start)
    if kind and quantity.unit == "year" and scan.words[found.end - 1].endswith(tuple(sets["age_joined"])):
        return found._replace(start=found.start - size, quantity=grouped(quantity, kind))
    if quantity.unit not in (None, *_AGED) or not may_be_age(quantity):
        return None
    return _led_in(scan, found, first) or _of_people(scan, found) or _of_one(scan, found)


def opening(scan: Scan, start: int) -> int:
    """Return where "the age of" or the like begins right before a token; the token itself without one."""
    if not scan.near(start):
        return start
    for phrase, _ in cues(scan.language).ages.get(scan.word(start - 1), ()):
        if scan.phrase(phrase, start - len(phrase)):
            start -= len(phrase)
            return start - (scan.near(start) and scan.word(start - 1) in scan.tables.sets["bound_filler"])
    return start


def _unhyphened(scan: Scan, k: int) -> int:
    return k + 1 if scan.word(k) in HYPHENS and scan.glued(k) else k


def _tail(scan: Scan, k: int) -> int:
    """Return the token behind the word for age that goes with one: *op 17-jarige leeftijd*."""
    return k + (scan.near(k) and scan.word(k) in scan.tables.sets["age_tail"])


def _old(scan: Scan, at: int) -> int:
    """Return the token behind "old", "of age" at a token, 0 where none stands there."""
    for phrase in sorted(scan.tables.sets["age_after"]):
        pieces = tuple(phrase.split("_"))
        if scan.phrase(pieces, at) and scan.near(at):
            return at + len(pieces)
    return 0


def may_be_age(quantity: Quantity) -> bool:
    """Whether a figure is a whole number of years that somebody may be old."""
    ends = [end for end in (quantity.low, quantity.high) if end is not None]
    plain = quantity.form is Form.COUNT and not quantity.scaled
    return plain and all(0 < end <= _OLDEST and not end % 1 for end in ends)


def grouped(quantity: Quantity, kind: str) -> Quantity:
    """Return an age that tells which people are meant, as a bound on it of this kind."""
    return bounded(quantity._replace(unit=quantity.unit or "year", group=True), kind)


def _led_in(scan: Scan, found: Found, first: int) -> Found | None:
    """Take in "aged", "under the age of", "between the ages of", and "and older" behind."""
    quantity, start = found.quantity, found.start
    if quantity is None:
        return None
    lead, (_, size) = opening(scan, start), bound_behind(scan, start)
    if lead < start:
        kind, size = bound_behind(scan, lead)
        found = found._replace(start=lead - size) if size else found
        return found._replace(quantity=_of_whom(scan, bounded(quantity, kind), lead - size))
    if size and (lead := opening(scan, start - size)) < start - size:  # aged under 14
        return found._replace(quantity=_of_whom(scan, quantity, lead))
    if opening(scan, first) < first or (quantity.unit is None and _is_older(scan, found.end)):
        return found._replace(quantity=_of_whom(scan, quantity, start))
    return None


def _of_whom(scan: Scan, quantity: Quantity, at: int) -> Quantity:
    """Return a figure as an age, that of a group where people stand right before a token."""
    return quantity._replace(unit=quantity.unit or "year", group=people_before(scan.document, at))


def _is_older(scan: Scan, k: int) -> bool:
    """Whether "and older", "or younger" stands at a token."""
    return scan.near(k) and any(scan.phrase(tuple(p.split("_")), k) for p in scan.tables.sets["age_older"])


def bound_behind(scan: Scan, k: int) -> tuple[str, int]:
    """Return the bound on an age that stands right before a token, and how many tokens it has."""
    for phrase, kind in _bounds(scan.language).get(scan.word(k - 1), ()) if scan.near(k) else ():
        if scan.phrase(phrase, k - len(phrase)):
            return kind, len(phrase)
    return "", 0


@cache
def _bounds(language: str) -> Mapping[str, tuple[tuple[Phrase, str], ...]]:
    """Return the bounds on ages by their last word, longest first."""
    table: dict[str, list[tuple[Phrase, str]]] = {}
    pack = languages.load(language, "numbers").get("age", {})
    listed = [
        (tuple(phrase.split("_")), kind)
        for kind in ("below", "above", "from", "to")
        for phrase in pack.get(kind, "").split()
    ]
    for phrase, kind in sorted(listed, key=lambda pair: (-len(pair[0]), pair)):
        table.setdefault(phrase[-1], []).append((phrase, kind))
    return {word: tuple(phrases) for word, phrases in table.items()}


def joined_before(scan: Scan, i: int) -> tuple[str, int]:
    """Return the bound that hangs before an age, and how many tokens it has: *min-twaalfjarigen*."""
    if scan.word(i - 1) not in HYPHENS or not scan.glued(i):
        return "", 0
    hung = scan.glued(i - 1)
    return pairs(scan.language, "joined_before").get(scan.word(i - 2) if hung else "-", ""), 1 + hung


@cache
def pairs(language: str, key: str) -> Mapping[str, str]:
    """Return a list of pairs of the pack's ``[age]``, word=value."""
    listed = languages.load(language, "numbers").get("age", {}).get(key, "").split()
    return dict(pair.split("=") for pair in listed)


def _of_people(scan: Scan, found: Found) -> Found | None:
    """Take in a bound or range behind those whose age it is: "children *under 14*", *leden van 18 tot 30*."""
    quantity, start = found.quantity, found.start
    if quantity is None:
        return None
    sets = scan.tables.sets
    bare = quantity.unit is None and not _counts(scan, found.end)
    kind, size = bound_behind(scan, start)
    bound = kind and people_before(scan.document, start - size)
    ranged = scan.words[start] in sets["range_between"] | sets["range_from"]
    if bare and bound:
        return found._replace(start=start - size, quantity=grouped(quantity, kind))
    if bare and ranged and people_before(scan.document, start):
        return found._replace(quantity=quantity._replace(unit="year", group=True))
    if quantity.unit is None or not is_age(scan.document, start, found.end):
        return None
    if not bound:
        kind, size = "", 0
    return found._replace(start=start - size, quantity=grouped(quantity, kind))


def _counts(scan: Scan, k: int) -> bool:
    """Whether a noun stands at a token, which a figure before it counts."""
    word, language = scan.word(k) if scan.near(k) else "", scan.language
    if not word[:1].isalpha():
        return word in HYPHENS and scan.glued(k)
    if word in function_words(language) or word in word_list(language, "verbs"):
        return False
    plural = is_plural(word, language) and not scan.tables.sets["age_plural_verbs"]
    return plural or is_concept(word, language)


def _of_one(scan: Scan, found: Found) -> Found | None:
    """Take in what makes a figure the age of one person: "she was 34", "Vera Maas, 56,"."""
    quantity = found.quantity
    if quantity is None or quantity.unit is not None:
        return found if quantity and quantity.unit == "year" and _is_of_somebody(scan, found) else None
    one = _is_beside_name(scan, found, quantity) or _is_somebody(scan, found, quantity)
    return found._replace(quantity=quantity._replace(unit="year")) if one else None


def _is_somebody(scan: Scan, found: Found, quantity: Quantity) -> bool:
    """Whether a bare number is how old somebody is: "she was only 34", "was over 34", *toen hij 15 was*."""
    sets, k = scan.tables.sets, found.end
    i = _before_filler(scan, found.start - bound_behind(scan, found.start)[1])
    if not quantity.point or k != found.start + 1:
        return False
    people, being = sets["age_person"], sets["age_being"]
    before = scan.word(i - 1) if scan.near(i) else ""
    after = scan.word(k) if scan.near(k) else ""
    if before in people and after in being:
        return True
    when = after in sets["age_when"] and (scan.word(k + 1) in people or scan.raw(k + 1)[:1].isupper())
    return before in being and (when or (scan.word(i - 2) in people and not after[:1].isalnum()))


def _before_filler(scan: Scan, i: int) -> int:
    """Return where the words begin that may stand between a verb and an age: "was *only* 34 when"."""
    while scan.near(i) and scan.word(i - 1) in scan.tables.sets["age_filler"]:
        i -= 1
    return i


def _is_beside_name(scan: Scan, found: Found, quantity: Quantity) -> bool:
    """Whether a bare number stands beside a name as an age does: "Vera Maas, 56,", "Vera Maas (56)"."""
    i, k = found.start, found.end
    if not quantity.point or quantity.low is None or k != i + 1 or i < 2:
        return False
    name, first = scan.raw(i - 2), scan.raw(i - 3) if i > 2 else "."
    named = name[:1].isupper() and name.isalpha() and (first[:1].isupper() or first == ".")
    commas = scan.word(i - 1) == "," and scan.word(k) == "," and not scan.word(k + 1)[:1].isdigit()
    behind = scan.word(i - 1) in scan.tables.sets["age_name"] and not scan.word(k)[:1].isalnum()
    given = first.isalpha() and not is_common(first.lower(), scan.language)  # "New Zealand (44)"
    full = given and not any(_is_place(scan, at) for at in (i - 2, i - 3))
    bracket = scan.word(i - 1) == "(" and scan.word(k) == ")" and full and quantity.low >= _NAMED
    return named and (commas or behind or bracket)


def _is_place(scan: Scan, k: int) -> bool:
    return tells_place(word_keys(scan.word(k), scan.language))


def _is_of_somebody(scan: Scan, found: Found) -> bool:
    """Whether years are an age where a language leaves out "old": *Vera Maas is 58 jaar*."""
    sets, i = scan.tables.sets, _before_filler(scan, found.start)
    name = scan.word(i - 2) in sets["age_person"] or scan.raw(i - 2)[:1].isupper()
    after = scan.word(found.end) if scan.near(found.end) else ""
    ends = not after[:1].isalnum() or after in sets["age_when"]
    return bool(sets["age_bare"]) and scan.word(i - 1) in sets["age_being"] and name and ends


def _at_birthday(scan: Scan, found: Found, quantity: Quantity) -> Found | None:
    """Read an ordinal as an age where it tells at which birthday: *op haar drieëntwintigste*."""
    i, k = found.start, found.end
    whose = scan.word(i - 1) in grammar(scan.language, "belonging")
    if not whose or scan.word(i - 2) not in scan.tables.sets["age_birthday"] or quantity.low is None:
        return None
    after = scan.word(k) if scan.near(k) else ""
    ends = not after[:1].isalnum() or after in function_words(scan.language)
    verb = after in word_list(scan.language, "verbs") or scan.word(k + 1) in scan.tables.sets["age_person"]
    became = quantity.low >= _NAMED and names_people(after, scan.language)  # werd op haar 23ste moeder
    if not (ends or verb or became) or not _BIRTHDAY <= quantity.low <= _OLDEST:
        return None
    return found._replace(quantity=quantity._replace(unit="year", form=Form.COUNT))
