"""A draft as set text: its blocks and runs of words, each knowing which part of the prose it is.

Code, struck-out words and link targets that nobody reads for facts are set too, and are no part of the prose.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from factcheck._drafts.prose import Block as ProseBlock
from factcheck._drafts.prose import Prose

if TYPE_CHECKING:
    from markdown_it.token import Token

_LINE_END = re.compile(r"\r\n|\n|\r")
_STYLES = {"em": "em", "strong": "strong", "s": "s", "link": "u"}
_CONTAINERS = {
    "bullet_list": "ul",
    "ordered_list": "ol",
    "list_item": "li",
    "blockquote": "blockquote",
    "table": "table",
    "thead": "thead",
    "tbody": "tbody",
    "tr": "tr",
}
BREAK = "\n"


class Run(NamedTuple):
    """Words in one style; ``at`` is their offset in the prose, ``None`` where they are no part of it."""

    text: str
    at: int | None = None
    styles: tuple[str, ...] = ()


class Block(NamedTuple):
    """The beginning (``opens``) or end of an element with others inside, or an element with words inside.

    ``tag`` is one of a few names of HTML; ``start`` is the first number of an ordered list, ``right`` says
    that a cell is set to the right, ``tight`` that a paragraph is the item of a list without space around.
    """

    tag: str
    opens: bool | None = None
    runs: tuple[Run, ...] = ()
    tight: bool = False
    right: bool = False
    start: int | None = None


def plain(prose: Prose) -> Iterator[Block]:
    """Yield the paragraphs of a plain text, its lines as they are."""
    for block in prose.blocks:
        yield Block("p", runs=tuple(_lines(prose.text, block)))


def _lines(text: str, block: ProseBlock) -> Iterator[Run]:
    at, end = block.start, block.start + len(text[block.start : block.end].rstrip())
    for newline in _LINE_END.finditer(text, at, end):
        yield Run(text[at : newline.start()], at)
        yield Run(BREAK)
        at = newline.end()
    yield Run(text[at:end], at)


def markdown(text: str, body: int, prose: Prose) -> Iterator[Block]:
    """Yield the blocks of a Markdown text whose prose begins at ``body``."""
    from factcheck._drafts.markdown import tokens

    setter = _Setter(text, prose)
    for token in tokens(text, body):
        yield from setter.block(token)


class _Setter:
    """A walk along the tokens of a text, and along its prose, which has the same words in the same order."""

    def __init__(self, text: str, prose: Prose):
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text)), len(text)]
        self._prose = prose
        self._at = 0
        self._leaf = Block("p")
        self._styles: list[str] = []
        self._runs: list[Run] = []
        self._captions: list[Sequence[Token] | str] = []
        self._places: list[Any] = sorted((prose.origin(block.start), block) for block in prose.blocks)

    def block(self, token: "Token") -> Iterator[Block]:
        """Yield what one token of the block structure is."""
        name = token.type.removesuffix("_open").removesuffix("_close")
        if name in _CONTAINERS:
            opens = token.nesting > 0
            start = token.attrs.get("start") if opens else None
            yield Block(_CONTAINERS[name], opens, start=int(start) if start else None)
        elif token.type == "paragraph_open":
            self._leaf = Block("p", tight=token.hidden)
        elif token.type in ("heading_open", "th_open", "td_open"):
            self._leaf = Block(token.tag, right="right" in str(token.attrs.get("style", "")))
        elif token.type == "inline":
            yield from self._inline(token)
        elif token.type in ("fence", "code_block"):
            yield Block("pre", runs=tuple(_code(token.content)))
        elif token.type == "hr":
            yield Block("hr")
        elif token.type == "html_block" and token.map:
            yield from self._html(*token.map)

    def _inline(self, token: "Token") -> Iterator[Block]:
        self._runs, self._captions = [], []
        self._words(token.children or [])
        yield self._leaf._replace(runs=tuple(self._runs))
        for caption in self._captions:
            self._runs = []
            if isinstance(caption, str):
                self._add(caption)
            else:
                self._words(caption)
            yield Block("p", runs=tuple(self._runs))

    def _words(self, children: "Sequence[Token]") -> None:
        """Set the tokens of an inline text."""
        autolinks: list[bool] = []
        for token in children:
            name, _, part = token.type.rpartition("_")
            if name in _STYLES and part == "open":
                self._styles.append(_STYLES[name])
                autolinks += [token.markup == "autolink"] if name == "link" else []
            elif name in _STYLES and part == "close":
                self._styles.pop()
                autolinks = autolinks[:-1] if name == "link" else autolinks
            elif token.type in ("text", "text_special"):
                self._add(token.content, unread=any(autolinks))
            elif token.type == "code_inline":
                self._runs.append(Run(token.content, None, (*self._styles, "code")))
            elif token.type == "softbreak":
                self._add(" ")
            elif token.type == "hardbreak":
                self._add(BREAK)
            elif token.type == "image":
                self._captions.append(token.children or [])
                if title := token.attrs.get("title"):
                    self._captions.append(str(title))

    def _add(self, text: str, *, unread: bool = False) -> None:
        """Set words that are the next of the prose, or that are not read as such."""
        from factcheck._drafts.markdown import MASK

        words = text.lstrip(MASK)
        at = None if unread or "s" in self._styles else self._find(words)
        if words:
            self._runs.append(Run(words, at, tuple(self._styles)))

    def _find(self, words: str) -> int | None:
        """Return where words stand that come next in the prose, but for blanks between its blocks."""
        text, at = self._prose.text, self._at
        while not text.startswith(words, at) and text[at : at + 1].isspace():
            at += 1
        if not words or not text.startswith(words, at):
            return None
        self._at = at + len(words)
        return at

    def _html(self, first: int, last: int) -> Iterator[Block]:
        """Yield the lines of a piece of HTML that are prose."""
        low, high = self._starts[first], self._starts[min(last, len(self._starts) - 1)]
        begin = bisect_left(self._places, (low,))
        for _, block in self._places[begin : bisect_left(self._places, (high,))]:
            self._at = block.end
            yield Block("p", runs=(Run(self._prose.text[block.start : block.end], block.start),))


def _code(text: str) -> Iterator[Run]:
    for number, line in enumerate(text.removesuffix("\n").split("\n")):
        yield from [Run(BREAK)] if number else []
        yield Run(line)
