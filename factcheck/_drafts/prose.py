"""The prose of a draft: its words without the markup, each character knowing where it stands in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.model import OffsetMap

_COMMENT = re.compile(r"<!--(?P<body>.*?)-->", re.DOTALL)
_GAP = re.compile(r"(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)\s*")
_VISIBLE = re.compile(r"[^\s\u200b\ufeff]")

APART = "\n\n"  # between two blocks, so that no sentence goes on from one into the next


class Block(NamedTuple):
    """A paragraph, heading, caption or table cell: its span in the prose.

    ``quoted`` says that it stands in a block quotation; ``lead`` and ``tail`` are what must be read before
    and after it, as the heads of its row and column. Blocks of one list, table or quotation are one
    ``group``.
    """

    start: int
    end: int
    group: int = 0
    quoted: bool = False
    lead: str = ""
    tail: str = ""


class Comment(NamedTuple):
    """A comment of the draft: its span in the file, and the words in it."""

    start: int
    end: int
    words: str


class Prose(NamedTuple):
    """What is read of a draft. ``origin`` maps offsets in ``text`` to the file; comments are in its order."""

    text: str
    origin: OffsetMap
    blocks: tuple[Block, ...]
    comments: tuple[Comment, ...]


class Builder:
    """Prose in the making."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._runs: list[tuple[int, int]] = []
        self._size = 0
        self._block = 0
        self._blocks: list[Block] = []
        self.comments: list[Comment] = []
        self.group = 0

    def add(self, text: str, start: int, end: int) -> None:
        """Add words that stand at ``start`` to ``end`` of the file, be it written otherwise there."""
        if not text:
            return
        if self._runs and start != self._next():
            if self._runs[-1][0] != self._size:
                self._runs.append((self._size, self._next()))  # where the last words end
            self._runs.append((self._size, start))
        self._runs = self._runs or [(self._size, start)]
        self._parts.append(text)
        self._size += len(text)
        if end != self._next():
            self._runs.append((self._size, end))

    def _next(self) -> int:
        """Return where in the file the next character stands if nothing comes between."""
        here, there = self._runs[-1]
        return there + self._size - here

    def close(self, *, quoted: bool = False, lead: str = "", tail: str = "") -> None:
        """End a block, where anything was added to it."""
        text = "".join(self._parts[self._block :])
        if _VISIBLE.search(text):
            self._blocks.append(Block(self._size - len(text), self._size, self.group, quoted, lead, tail))
        if text:
            self._parts.append(APART)
            self._size += len(APART)
        self._block = len(self._parts)

    def done(self) -> Prose:
        """Return the prose."""
        runs = tuple(self._runs) or ((0, 0),)
        comments = sorted(self.comments)
        return Prose("".join(self._parts), OffsetMap(runs), tuple(self._blocks), tuple(comments))


def comments(text: str, at: int) -> Iterator[Comment]:
    """Yield the comments of a piece of HTML that stands at an offset of the file."""
    for match in _COMMENT.finditer(text):
        yield Comment(at + match.start(), at + match.end(), match["body"].strip())


def plain(text: str) -> Prose:
    """Return the prose of a plain text: its paragraphs, without comments to factcheck."""
    builder = Builder()
    builder.comments += (found for found in comments(text, 0) if found.words.startswith("factcheck"))
    at = 0
    for gap in _GAP.finditer(text):
        _paragraph(builder, text, at, gap.start())
        at = gap.end()
    _paragraph(builder, text, at, len(text))
    return builder.done()


def _paragraph(builder: Builder, text: str, start: int, end: int) -> None:
    builder.group += 1
    for comment in builder.comments:
        if start <= comment.start < end:
            builder.add(text[start : comment.start], start, comment.start)
            start = min(end, comment.end)
    builder.add(text[start:end], start, end)
    builder.close()
