"""A draft as set text with its facts marked, and the notes of each sentence where it ends."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from factcheck._drafts import is_markdown, opened
from factcheck._drafts.prose import Prose
from factcheck._reporters.html import typeset
from factcheck._reporters.html.cards import Card, Words
from factcheck._reporters.html.documents import language
from factcheck._reporters.html.notes import Note
from factcheck._reporters.html.pieces import Stretch, cut, stretches
from factcheck._reporters.html.typeset import Block, Run
from factcheck._reporters.summary import words_of
from factcheck._yaml import Fault
from factcheck.errors import InputError
from factcheck.text import Document

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_SHIFT = 2  # the page has two levels of headings of its own
_PHRASING = (*_HEADINGS, "th", "td", "pre")  # in these no notes can stand


class Part(NamedTuple):
    """A block of a draft: an element that opens or ends, or one with words and the cards between them."""

    block: Block
    tag: str
    items: tuple[Words | Card, ...] = ()

    @property
    def has_cards(self) -> bool:
        """Whether notes stand between the words."""
        return any(isinstance(item, Card) for item in self.items)

    @property
    def classes(self) -> str:
        """Its classes in the stylesheet."""
        named = ("p", self.has_cards), ("tight", self.block.tight), ("right", self.block.right)
        return " ".join(name for name, has in named if has)


class Draft(NamedTuple):
    """A draft of the page.

    ``tones`` are the names of those it has, ``unchecked`` counts its sentences with nothing to check.
    """

    path: str
    language: str | None
    parts: tuple[Part, ...]
    tones: frozenset[str]
    unchecked: int


class _Fact(NamedTuple):
    start: int
    end: int
    note: Note


def draft(path: str, text: str, cards: Sequence[Card], unchecked: int) -> Draft | None:
    """Return a draft with the cards of its sentences, ``None`` where its prose cannot be read again."""
    try:
        front, prose = opened(path, Document(text, name=path))
    except (Fault, InputError):  # it has claims all the same, from a plugin
        return None
    blocks = typeset.markdown(text, front.body, prose) if is_markdown(path) else typeset.plain(prose)
    places = _Places(prose)
    facts: list[_Fact] = []
    ends: list[tuple[int, Card]] = []
    for card in cards:
        base = places.of(card.claim.place.start)
        ends.append((places.of(card.claim.place.end - 1) + 1, card))
        facts += _facts(base, prose, card)
    ends.sort(key=lambda pair: pair[0])
    reading = cards[0].claim.reading if cards else None
    return Draft(
        path,
        language(reading.language) if reading else None,
        tuple(_Setting(facts, ends).parts(blocks)),
        frozenset(fact.note.tone.name for fact in facts),
        unchecked,
    )


def _facts(base: int, prose: Prose, card: Card) -> Iterator[_Fact]:
    """Yield the facts of a sentence that begins at ``base`` of the prose."""
    for finding, note in zip(card.findings, card.notes, strict=True):
        if finding.mention is None:
            continue
        _, start, end, _ = words_of(card.claim, finding.mention)
        if prose.text[base + start : base + end] == finding.mention.text:
            yield _Fact(base + start, base + end, note)


class _Places:
    """The way from offsets of the file to those of the prose."""

    def __init__(self, prose: Prose):
        pairs = sorted((there, here) for here, there in prose.origin.runs)
        self._there = [there for there, _ in pairs]
        self._here = [here for _, here in pairs]

    def of(self, offset: int) -> int:
        index = max(0, bisect_right(self._there, offset) - 1)
        return self._here[index] + offset - self._there[index]


class _Setting:
    """The facts and cards of a draft being laid over its blocks."""

    def __init__(self, facts: Sequence[_Fact], ends: list[tuple[int, Card]]):
        self._facts = facts
        self._within: list[Stretch] = stretches([(fact.start, fact.end) for fact in facts])
        self._lasts = {stretch.of: stretch.end for stretch in self._within}
        self._firsts: dict[int, int] = {}
        for stretch in self._within:
            self._firsts.setdefault(stretch.of, stretch.start)
        self._ends = iter(ends)
        self._next = next(self._ends, None)
        self._level = _SHIFT
        self._tables = 0

    def parts(self, blocks: Iterable[Block]) -> Iterator[Part]:
        """Yield the blocks with what belongs between and after their words."""
        held: list[Card] = []
        for block in blocks:
            if block.opens is None:
                items = list(self._items(block.runs))
                if self._tables or block.tag in _PHRASING:
                    held += (item for item in items if isinstance(item, Card))
                    items = [item for item in items if isinstance(item, Words)]
                if items or block.tag in ("td", "th", "hr"):
                    yield Part(block, self._tag(block.tag), tuple(items))
            else:
                self._tables += (1 if block.opens else -1) * (block.tag == "table")
                yield Part(block, block.tag)
            if held and not self._tables:
                yield Part(Block("div"), "div", tuple(held))
                held = []
        left = list(self._until(None))
        if left:
            yield Part(Block("div"), "div", tuple(left))

    def _tag(self, tag: str) -> str:
        """Return the tag of a block, headings below those of the page and never more than one step down."""
        if tag not in _HEADINGS:
            return tag
        self._level = min(int(tag[1]) + _SHIFT, self._level + 1, len(_HEADINGS))
        return f"h{self._level}"

    def _items(self, runs: Iterable[Run]) -> Iterator[Words | Card]:
        for run in runs:
            if run.at is None:
                yield Words(run.text, styles=run.styles)
                continue
            for start, end, of in cut(run.at, run.at + len(run.text), self._within):
                yield from self._words(run, start, end, of)

    def _words(self, run: Run, start: int, end: int, of: int | None) -> Iterator[Words | Card]:
        """Yield a stretch of words, cut where a sentence ends, whose notes come there."""
        while start < end:
            stop = min(end, self._next[0]) if self._next and self._next[0] > start else end
            text = run.text[start - (run.at or 0) : stop - (run.at or 0)]
            if of is None:
                yield Words(text, styles=run.styles)
            else:
                note = self._facts[of].note
                yield Words(text, note, start == self._firsts[of], stop == self._lasts[of], run.styles)
            yield from self._until(stop)
            start = stop

    def _until(self, at: int | None) -> Iterator[Card]:
        """Yield the cards of the sentences that end up to ``at``, with ``None`` all that are left."""
        while self._next is not None and (at is None or self._next[0] <= at):
            yield self._next[1]
            self._next = next(self._ends, None)
