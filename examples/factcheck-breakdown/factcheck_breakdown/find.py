"""Finding breakdowns: a sentence that divides a whole into parts, each with its figure.

Three forms are known: "Of the 120 seats, 45 …, 40 … and 30 …", "… 120 seats: 45 …, 40 …, 30 …" and
"… 120 seats (45 …, 40 …, 30 …)". Whatever speaks against a complete list of things apart silences it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from importlib.resources import files
from itertools import groupby, pairwise
from typing import NamedTuple

from factcheck import languages
from factcheck.model import Mention
from factcheck.text import Document, Span

HUNDRED = Decimal(100)
_LEAST_PARTS = 3  # two figures are seldom meant to be the whole
_NEAR = Decimal("0.1")  # of the whole; a sum further off is of some parts only
_ROUND = 1000  # a multiple of this is a rounded figure
_WORD = re.compile(r"[^\W\d_]+")
_MARK = re.compile(r"[,;](?!\d)")
_BRACKETS = re.compile(r"\(([^()]*)\)")


class Breakdown(NamedTuple):
    """A whole and its parts, and the span from the first part's figure to the last one's."""

    start: int
    end: int
    whole: Decimal
    parts: tuple[Decimal, ...]
    percent: bool
    tolerance: Decimal


class _Words(NamedTuple):
    opens: frozenset[str]
    joins: frozenset[str]
    partial: frozenset[str]
    overlap: frozenset[str]


@cache
def _words(language: str) -> _Words | None:
    packs = tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))
    pack = packs.get(language)
    return _Words(*(frozenset(pack[key].split()) for key in _Words._fields)) if pack else None


def breakdowns(document: Document) -> Iterator[Breakdown]:
    """Yield the breakdowns of a text, in order."""
    words = _words(document.language)
    if words is None:
        return
    for index, group in groupby(document.mentions, lambda mention: document.sentence_index(mention.start)):
        mentions = list(group)
        if sum(mention.kind == "number" for mention in mentions) < _LEAST_PARTS:
            continue
        for stretch in _lists(document, document.sentences[index], mentions, words):
            if found := _breakdown(document, stretch, mentions, words):
                yield found
                break


def _lists(document: Document, sentence: Span, mentions: list[Mention], words: _Words) -> Iterator[Span]:
    """Yield the stretches of a sentence in which parts may be listed."""
    text = document.text
    for match in _BRACKETS.finditer(text, sentence.start, sentence.end):
        yield Span(*match.span(1))
    colon = text.find(": ", sentence.start, sentence.end)
    if colon >= 0:
        yield Span(colon + 1, sentence.end)
    first = _WORD.match(text, sentence.start)
    if first and first.group().lower() in words.opens:
        whole = mentions[0]
        starts_at_whole = whole.value.get("unit") is None
        yield Span(whole.end if starts_at_whole else whole.start, sentence.end)


def _breakdown(document: Document, stretch: Span, mentions: list[Mention], words: _Words) -> Breakdown | None:
    inside = [mention for mention in mentions if stretch.start <= mention.start < stretch.end]
    before = [mention for mention in mentions if mention.end <= stretch.start]
    if len(inside) < _LEAST_PARTS or not _is_list(document, stretch, inside, words):
        return None
    units = {mention.value.get("unit") for mention in inside}
    parts = [_figure(mention, document.language) for mention in inside]
    percent = units == {"percent"}
    whole = HUNDRED if percent else _figure(before[-1], document.language) if before else None
    if whole is None or None in parts or not (percent or units == {None}):
        return None
    if not percent and before[-1].value.get("unit") is not None:
        return None
    figures = tuple(part for part in parts if part is not None)
    if abs(sum(figures) - whole) > _NEAR * whole:
        return None
    tolerance = max(Decimal(1), sum(map(_rounding, figures), Decimal())) if percent else Decimal()
    return Breakdown(inside[0].start, inside[-1].end, whole, figures, percent, tolerance)


def _is_list(document: Document, stretch: Span, inside: list[Mention], words: _Words) -> bool:
    """Say whether the figures stand one in each item of a list that is closed and says nothing against it."""
    sentence = document.sentence_at(stretch.start)
    if words.partial & set(document.words_in(sentence)) or "…" in document.text[slice(*sentence)]:
        return False
    if words.overlap & set(document.words_in(stretch)):
        return False
    items: list[bool] = []
    for one, two in pairwise(inside):
        between = document.text[one.end : two.start]
        joined = bool(words.joins & {word.lower() for word in _WORD.findall(between)})
        if not joined and not _MARK.search(between):
            return False
        items.append(joined)
    rest = document.text[inside[-1].end : stretch.end]
    return not any(items[:-1]) and not _MARK.search(rest) and not words.joins & set(rest.lower().split())


def _figure(mention: Mention, language: str) -> Decimal | None:
    """Return an exact figure, ``None`` for a date, a bound, a rounded or hedged figure or an ordinal."""
    value = mention.value
    low = value.get("low")
    if mention.kind != "number" or not low or low != value.get("high") or value.get("approximate"):
        return None
    word = mention.text.lower()
    if word.isalpha() and word not in languages.load(language, "numbers").get("cardinals", "").split():
        return None
    figure = Decimal(low)
    return None if figure >= _ROUND and figure % _ROUND == 0 else figure


def _rounding(figure: Decimal) -> Decimal:
    """Return half of a figure's last digit."""
    exponent = figure.as_tuple().exponent
    return Decimal(5).scaleb(min(0, int(exponent)) - 1)
