"""The quotations of a long document, read only where they are asked for.

They are those that reading the whole would give: the text is read between borders (:mod:`.borders`), and
back to where nobody quoted before can be meant any more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck.reference import AROUND
from factcheck.text import Document, Span

from . import named
from .borders import Borders
from .cues import REACH
from .marks import LATER
from .speakers import CARRIED
from .stretch import Bounds, Quotation, Stretch

_BEHIND = CARRIED + 100  # characters before a stretch that tell who speaks in it
_PART = 50_000  # characters that are read at a time where all are
_MOST = 1 / 8  # of a text in which somebody may be named: if it is more, all of it is read


class Nearby:
    """The quotations of a document by the stretch they stand in, each read once."""

    def __init__(self, document: Document):
        self._document = document
        self._borders = Borders(document)
        self._stretches: dict[int, Stretch] = {}
        self._known: dict[int, list[Quotation]] = {}

    def near(self, start: int, end: int) -> list[Quotation]:
        """Return the quotations that have any of a stretch of text, and others around them, in order."""
        found: list[Quotation] = []
        at = self._borders.before(start)
        while at <= end and at < len(self._document.text):
            found += self._told(at)
            at = self._borders.after(at + 1)
        return found

    def naming(self, name: str, people: Mapping[str, tuple[str, ...]]) -> Iterator[Quotation] | None:
        """Return the quotations of those whose names can mean somebody, and others; ``None`` for too many.

        A name stands beside one of its bearer's quotations at least, or before a pronoun that stands there.
        """
        text, size, around = self._document.text, 0, list[Span]()
        sought = named.letters(name, people)
        for low, high in named.pieces(text, sought, Span(0, len(text))):
            start = max(0, low - _BEHIND, around[-1].end if around else 0)
            end = (text.find("\n", high, high + AROUND) + 1 or high + AROUND) + AROUND
            around.append(Span(start, end))
            size += end - start
            if size > len(text) * _MOST:
                return None
        return (found for one in around for found in self.near(*one)) if sought else None

    def all(self) -> Iterator[Quotation]:
        """Yield the quotations of the whole document, none of which is kept."""
        latest: dict[int, Quotation] = {}
        at = 0
        while at < len(self._document.text):
            end = self._borders.after(at + _PART)
            for quotation in self._stretch(at, end).told(latest):
                latest[quotation.depth] = quotation
                yield quotation
            at = end

    def _told(self, at: int) -> list[Quotation]:
        """Return the quotations between a border and the next one."""
        latest: dict[int, Quotation] = {}
        first = at if at in self._known else self._beginning(at)
        while at not in self._known:
            if first not in self._known:
                self._known[first] = self._between_borders(first).told(latest)
                del self._stretches[first]
            latest.update((quotation.depth, quotation) for quotation in self._known[first])
            first = self._borders.after(first + 1)
        return self._known[at]

    def _beginning(self, at: int) -> int:
        """Return the border from which on quotations are read, to know who speaks behind another."""
        first, reach = at, dict(self._between_borders(at).reach)
        while any(offset < first for offset in reach.values()):
            first = self._borders.before(first - 1)
            if first in self._known:
                reach.update((quotation.depth, first) for quotation in self._known[first])
                continue
            before = self._between_borders(first).reach
            if not before:  # what has no quotations need not be kept
                self._known[first] = []
                del self._stretches[first]
            reach.update(before)
        return first

    def _between_borders(self, start: int) -> Stretch:
        if start not in self._stretches:
            self._stretches[start] = self._stretch(start, self._borders.after(start + 1))
        return self._stretches[start]

    def _stretch(self, start: int, end: int) -> Stretch:
        after = self._borders.after
        beyond = after(min(end + REACH + 1, len(self._document.text)))
        last = after(min(beyond + LATER, len(self._document.text)))
        return Stretch(
            self._document, Bounds(self._borders.before(max(0, start - _BEHIND)), start, end, beyond, last)
        )
