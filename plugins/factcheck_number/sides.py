"""Which side of a thing a figure measures, and from where: a lock is 427 metres long and 55 metres wide."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from factcheck import languages
from factcheck.apart.sheets import of_another_field, says_nothing_of_line
from factcheck.checks import Occurrence
from factcheck.setting import Setting
from factcheck.text import Document, Span
from factcheck.wording import keys_of
from factcheck_number.scan import tables

# The sides of what is measured from something else: "40 metres above its lowest point", "6 percent below".
_GAPS = frozenset(("more", "less"))
_BEHIND = 5  # tokens behind a distance within which it is said from where: "ten noorden van Lier"
_BEFORE = 4  # tokens before a figure among which its side is told: "with a width of some 55 metres"


def other_side(claimed: Occurrence, found: Occurrence) -> bool:
    """Say whether two figures measure different sides, as far as both say which."""
    ours, theirs = _side(claimed), _side(found)
    return ours != theirs and (bool(ours and theirs) or not _GAPS.isdisjoint((ours, theirs)))


def from_elsewhere(claimed: Occurrence, found: Occurrence) -> bool:
    """Say whether a distance is from a place that a claim, which says from where, does not name."""
    ours, theirs = Setting.of(claimed), Setting.of(found)
    if {_side(claimed), _side(found)} != {"distance"}:
        return False
    return bool(_end(ours)) and bool(_end(theirs)) and _end(theirs).isdisjoint(ours.keys)


def _end(setting: Setting) -> frozenset[str]:
    """Return the keys of the name a distance ends at: "26 kilometres north of *Lier*"."""
    near = setting.document.tokens.ends
    behind = setting.document.tokens.at(setting.mention.end)
    last = near[min(behind + _BEHIND, len(near)) - 1]
    name = next((name for name in setting.names if setting.mention.end <= name[0].start < last), [])
    return keys_of(name)


def of_another_line(claimed: Occurrence, found: Occurrence) -> bool:
    """Say whether another line of a fact sheet is nearer to what a claim says, or measures its side."""
    side = _said_side(claimed) if found.mention.reading.unit else ""
    return of_another_field(
        Setting.of(claimed),
        Setting.of(found),
        lambda document, index: bool(side) and _side_of_label(document, index) == side,
    )


def of_unsaid_line(claimed: Occurrence, found: Occurrence) -> bool:
    """Say whether a claim has nothing of the line of a fact sheet that a figure stands in, nor its side."""
    unsaid = says_nothing_of_line(Setting.of(claimed), Setting.of(found))
    return unsaid and not (_said_side(claimed) and _said_side(claimed) == _side(found))


def same_side(claimed: Occurrence, found: Occurrence) -> bool:
    """Say whether two figures measure the same side, and both say which."""
    ours = _side(claimed)
    return bool(ours) and ours == _side(found)


def only_one_side(claimed: Occurrence, found: Occurrence) -> bool:
    """Say whether of two lengths only one has a word in its clause for the side that it measures."""
    if claimed.mention.reading.dimension != "length" or Setting.of(found).is_field:
        return False
    return bool(_told_sides(claimed)) != bool(_told_sides(found))


def _told_sides(occurrence: Occurrence) -> set[str]:
    """Return the sides that the words of a figure's clause name."""
    known = _sides(occurrence.document.language)
    return {known[word] for word in Setting.of(occurrence).clause_tokens if word in known} - _GAPS


def _side(occurrence: Occurrence) -> str:
    """Return the side a figure's own words name, behind it or just before it; empty where they do not.

    A line of a fact sheet has it in its label, and a bound may begin with it ("*taller* than").
    """
    document, mention = occurrence.document, occurrence.mention
    known, words = _sides(document.language), document.tokens.words
    if (setting := Setting.of(occurrence)).is_field and not setting.cell:
        return _side_of_label(document, document.sentence_index(mention.start))
    bound = known.get(f"{words[document.tokens.at(mention.start)]}_")
    if bound and mention.reading.low != mention.reading.high:
        return bound
    after, at = document.tokens.at(mention.end), document.tokens.at(mention.start)
    if after < len(words) and words[after] in known:
        side, level = known[words[after]], tables(document.language).sets["sea_level"]
        return "" if side in _GAPS and not level.isdisjoint(words[after + 1 : after + 3]) else side
    before = words[max(0, at - _BEFORE) : at]
    return next((known[word] for word in reversed(before) if word in known), "")


def _side_of_label(document: Document, index: int) -> str:
    """Return the side that the label of a line of a fact sheet names: "*Height*: 142 m"."""
    start = document.sentences[index].start
    words = document.words_in(Span(start, max(start, document.text.find(":", start))))
    known = _sides(document.language)
    return next((known[word] for word in words if known.get(word, "more") not in _GAPS), "")


def _said_side(claimed: Occurrence) -> str:
    """Return the side that a claim's figure measures, as its own words say or else its sentence."""
    if (side := _side(claimed)) and side not in _GAPS:
        return side
    document, known = claimed.document, _sides(claimed.document.language)
    told = {known.get(word, "") for word in document.words_in(Setting.of(claimed).sentence)}
    told -= {"", "distance", *_GAPS}
    return told.pop() if len(told) == 1 else ""


def names_side(word: str, language: str) -> bool:
    """Say whether a word names a side of what is measured: "40 metres *long*"."""
    return word in _sides(language)


@cache
def _sides(language: str) -> Mapping[str, str]:
    """Return word -> the side it names; a comparative that ends in "_" names one where it opens a bound."""
    return {word: side for side, listed in languages.table(language, "numbers", "sides") for word in listed}
