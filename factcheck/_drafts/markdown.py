"""Markdown as prose: what a reader sees of it, without code, link targets, comments and struck-out words."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from factcheck._drafts.prose import Builder, Prose, comments
from factcheck.errors import InputError

_NEWLINE = re.compile(r"\r\n|\n|\r")
_FOOTNOTE = re.compile(r"(?m)^(?P<indent>[ >]*)\[\^[^\]\n]+\]:[ \t]?|\[\^[^\]\n]+\](?!\()")
MASK = "\ue000"  # of no meaning to anybody
_TICKS = re.compile(r"`+")
_BREAK = re.compile(r"(?:\\|[ \t]*)\n[ \t]*")
_UNREAD = re.compile(r"<!--.*?-->|<(script|style|pre|code)\b.*?</\1\s*>|<[^>]*>", re.DOTALL | re.IGNORECASE)
_LINE = re.compile(r"\S(?:[^\r\n]*\S)?")
_TITLE = re.compile(r"""[ \t\n]+["'(](?P<title>.*?)["')]\s*\)$""", re.DOTALL)
_ESCAPED_PIPE = re.compile(r"\\\|")
_STRUCK = ("s_open", "s_close")


def prose(text: str, start: int) -> Prose:
    """Return the prose of a Markdown text from ``start`` on.

    Raises:
        InputError: a comment is never closed, so that nothing after it would be read.

    """
    return _Reader(text, start).read()


def tokens(text: str, start: int) -> list[Token]:
    """Return the tokens whose words are the prose of a text, with the lines of the file."""
    return _Reader(text, start).tokens()


class _Place(NamedTuple):
    """Where the lines of an inline text stand: offsets in it, and in the file."""

    here: list[int]
    there: list[int]

    def __call__(self, offset: int) -> int:
        line = max(0, bisect_right(self.here, offset) - 1)
        return self.there[line] + offset - self.here[line]


class _Reader:
    """The state of reading one text."""

    def __init__(self, text: str, start: int):
        blank = _NEWLINE.sub("\n", text[:start])
        head = "\n" * blank.count("\n")
        self.text = text
        # Equally long in every line, so that lines and columns stay those of the file.
        body = _FOOTNOTE.sub(lambda match: _masked(match), _NEWLINE.sub("\n", text[start:]))
        self.masked = head + body
        self.lines = self.masked.split("\n")
        self.starts = [0, *(match.end() for match in _NEWLINE.finditer(text))]
        self.builder = Builder()
        self.quotes = 0
        self.row = _Row()

    def read(self) -> Prose:
        for token in self.tokens():
            self.block(token)
        return self.builder.done()

    def tokens(self) -> list[Token]:
        parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable(["text_join"])
        return parser.parse(self.masked)

    def block(self, token: Token) -> None:
        """Take one token of the block structure."""
        self.builder.group += token.level == 0 and token.nesting >= 0
        if token.type in ("blockquote_open", "blockquote_close"):
            self.quotes += token.nesting
        elif token.type == "tr_open" and token.map:
            self.row.begin(token.map[0])
        elif token.type in ("thead_open", "tbody_open"):
            self.row.in_head = token.type == "thead_open"
        elif token.type in ("th_open", "td_open"):
            self.row.in_cell = True
        elif token.type in ("th_close", "td_close"):
            self.row.in_cell = False
        elif token.type == "inline" and self.row.in_cell:
            self.cell(token)
        elif token.type == "inline" and token.map:
            self.inline(token, self.places(token.content, token.map[0]))
            self.builder.close(quoted=self.quotes > 0)
        elif token.type == "html_block" and token.map:
            self.html(*token.map)

    def places(self, content: str, first: int) -> _Place:
        """Return where the lines of an inline text stand that begins in a line."""
        here, there, at = [], [], 0
        for number, line in enumerate(content.split("\n"), first):
            words = line.strip()
            raw = self.lines[number] if number < len(self.lines) else ""
            full = raw.rstrip()
            column = len(full) - len(words) if full.endswith(words) else max(0, raw.find(words))
            here.append(at)
            there.append(self.starts[number] + column - (len(line) - len(line.lstrip())))
            at += len(line) + 1
        return _Place(here, there)

    def cell(self, token: Token) -> None:
        """Take a cell of a table: it is read with the heads of its row and column."""
        row = self.row
        words = token.content
        raw = self.lines[row.line]
        found = re.compile(re.escape(words).replace(r"\|", r"\\?\|")).search(raw, row.reached)
        at = found.start() if found else row.reached
        row.reached = found.end() if found else row.reached
        place = _Place([0], [self.starts[row.line] + at])
        for pipe in _ESCAPED_PIPE.finditer(raw, at, row.reached):
            place.here.append(pipe.start() - at - len(place.here) + 1)
            place.there.append(self.starts[row.line] + pipe.start() + 1)
        lead, tail = row.context(words)
        self.inline(token, place)
        self.builder.close(quoted=self.quotes > 0, lead=lead, tail=tail)

    def html(self, first: int, last: int) -> None:
        """Take a piece of HTML: the words between its tags, a block for each line of it."""
        begin = self.starts[first]
        raw = self.text[begin : self.starts[last] if last < len(self.starts) else len(self.text)]
        if raw.lstrip().startswith("<!--") and "-->" not in raw:
            column = len(raw) - len(raw.lstrip()) + 1
            message = "the comment that begins here never ends; close it with -->"
            raise InputError(message, line=first + 1, column=column)
        self.builder.comments += comments(raw, begin)
        seen = _UNREAD.sub(lambda match: _blank(match[0]), raw)
        for line in _LINE.finditer(seen):
            self.builder.add(line[0], begin + line.start(), begin + line.end())
            self.builder.close(quoted=self.quotes > 0)

    def inline(self, token: Token, place: _Place) -> None:
        """Take the words of a paragraph, and after it the captions of its pictures."""
        walk = _Inline(token.content, place, self.builder)
        walk.all(token.children or [])
        for caption, at in walk.captions:
            self.builder.close(quoted=self.quotes > 0)
            inner = _Inline(token.content, place, self.builder, at)
            if isinstance(caption, str):
                self.builder.add(caption, place(at), place(at) + len(caption))
            else:
                inner.all(caption)


class _Row:
    """The row of a table being read: its line, how far it is read, and the heads of rows and columns."""

    def __init__(self) -> None:
        self.line = self.reached = self.column = 0
        self.in_head = self.in_cell = False
        self.heads: list[str] = []
        self.first = ""

    def begin(self, line: int) -> None:
        self.line, self.reached, self.column, self.first = line, 0, 0, ""

    def context(self, words: str) -> tuple[str, str]:
        """Return what is to be read before and after the next cell."""
        column = self.column
        self.column += 1
        if self.in_head:
            self.heads = [*self.heads[:column], words]
            return "", ""
        if column == 0:
            self.first = words
            return "", ""
        head = self.heads[column] if column < len(self.heads) else ""
        return (f"{self.first}: " if self.first else ""), (f" {head}" if head else "")


class _Inline:
    """A walk along the tokens of one inline text, which tell no offsets, and the text beside them."""

    def __init__(self, content: str, place: _Place, builder: Builder, at: int = 0):
        self.content = content
        self.place = place
        self.builder = builder
        self.at = at
        self.struck = 0
        self.links: list[bool] = []  # of the open links, whether each is written <in angles>
        self.captions: list[tuple[list[Token] | str, int]] = []

    def all(self, tokens: Sequence[Token]) -> None:
        """Take all tokens."""
        for token in tokens:
            self.take(token)

    def take(self, token: Token) -> None:
        """Take one token, and move past what stands for it."""
        kind = token.type
        if kind in _STRUCK:
            self.struck += token.nesting
        if kind == "text":
            self.words(token.content, token.content)
        elif kind == "text_special":
            self.words(token.content, token.markup)
        elif kind in ("softbreak", "hardbreak"):
            match = _BREAK.search(self.content, self.at)
            if match:
                self.add(" " if kind == "softbreak" else "\n", match.start(), match.end())
        elif kind == "code_inline":
            self.code(token.markup)
        elif kind == "html_inline":
            self.html(token.content)
        elif kind == "image":
            self.image(token)
        elif kind == "link_open":
            self.links.append(token.markup == "autolink")
            self.pass_by("<" if token.markup == "autolink" else "[")
        elif kind == "link_close":
            self.at = self.at + 1 if self.links.pop() else _past_target(self.content, self.at)
        elif token.markup:
            self.pass_by(token.markup)

    def words(self, shown: str, written: str) -> None:
        """Add words that stand here as written; where they cannot be found, they have no exact place."""
        at = self.content.find(written, self.at)
        at = self.at if at < 0 else at
        masked = len(shown) - len(shown.lstrip(MASK))
        self.add(shown[masked:], at + masked, at + len(written))

    def add(self, shown: str, start: int, end: int) -> None:
        self.at = end
        if self.struck or any(self.links):
            return
        if len(shown) == end - start:  # as written, which a cell may be only in parts
            lines = self.place.here
            cuts = [start, *lines[bisect_right(lines, start) : bisect_left(lines, end)], end]
            for low, high in pairwise(cuts):
                self.builder.add(shown[low - start : high - start], self.place(low), self.place(high - 1) + 1)
        else:
            self.builder.add(shown, self.place(start), self.place(max(start, end - 1)) + 1)

    def pass_by(self, mark: str) -> None:
        found = self.content.find(mark, self.at)
        self.at = found + len(mark) if found >= 0 else self.at

    def code(self, ticks: str) -> None:
        """Pass a stretch of code, which leaves a gap in the sentence."""
        opening = self.content.find(ticks, self.at)
        closing = next(
            (m for m in _TICKS.finditer(self.content, opening + len(ticks)) if m[0] == ticks), None
        )
        end = closing.end() if closing else opening + len(ticks)
        self.at = end

    def html(self, tag: str) -> None:
        at = max(self.at, self.content.find(tag, self.at))
        self.builder.comments += comments(tag, self.place(at))
        self.at = at + len(tag)

    def image(self, token: Token) -> None:
        opening = self.content.find("![", self.at)
        walk = _Inline(self.content, self.place, Builder(), opening + 2)
        walk.all(token.children or [])
        end = _past_target(self.content, max(walk.at, opening + 2))
        self.captions.append((token.children or [], opening + 2))
        if title := token.attrs.get("title"):
            found = _TITLE.search(self.content[walk.at : end])
            if found and found["title"] == title:
                self.captions.append((str(title), walk.at + found.start("title")))
        self.at = end


def _past_target(content: str, at: int) -> int:
    """Return the offset after the ``](target "title")`` or ``][name]`` that stands at or after an offset."""
    closing = content.find("]", at)
    if closing < 0:
        return at
    at = closing + 1
    if content.startswith("[", at):
        end = content.find("]", at)
        return end + 1 if end >= 0 else at
    if not content.startswith("(", at):
        return at
    depth, quote = 0, ""
    for offset, char in _unescaped(content, at):
        if quote:
            quote = "" if char == quote else quote
        elif char in "\"'" and content[offset - 1].isspace():
            quote = char
        elif char == "<" and content[at + 1 : offset].strip() == "":
            quote = ">"
        elif char in "()":
            depth += 1 if char == "(" else -1
            if not depth:
                return offset + 1
    return at


def _unescaped(content: str, at: int) -> Iterator[tuple[int, str]]:
    while at < len(content):
        if content[at] == "\\":
            at += 2
            continue
        yield at, content[at]
        at += 1


def _masked(match: re.Match[str]) -> str:
    """Return something as long as the mark of a footnote that is no markup, and no indent either."""
    indent = match["indent"]
    return " " * len(match[0]) if indent is None else indent + MASK * (len(match[0]) - len(indent))


def _blank(text: str) -> str:
    """Return blanks as long as a text, with its line ends."""
    return "".join(char if char in "\r\n" else " " for char in text)
