"""YAML as a tree of plain nodes with exact places, read from parser events and never constructed.

Only mappings, lists and text exist; text stays as written. Aliases, anchors, tags, several documents and
deep nesting are refused. JSON is read as the YAML it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, Never

from factcheck import _decode, _rules
from factcheck._scalars import Runs, scalar
from factcheck.errors import InputError
from factcheck.model import Rule
from factcheck.text import Document

MOST_BYTES = 16_000_000
_MOST_DEPTH = 20
_MOST_NODES = 20_000  # in one claim, or in one value of the file itself
_CONTROL = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f]")
# YAML 1.1 refuses these or takes them for line breaks or marks; in JSON they are ordinary characters.
_ORDINARY = "[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]"
_SURROGATE = r"\\u[dD](?=[89a-fA-F])"
_INNER_TAB = r"(?<=[^ \t\r\n])[ \t]*\t[ \t]*"
_NULLS = ("", "~", "null", "Null", "NULL")
_HINTS = (
    ("mapping values are not allowed", "put a text with ': ' in it in quotes"),
    (
        "cannot start any token",
        "put a text that starts with this character in quotes, and indent with spaces",
    ),
    ("escape", "write \\\\ for a backslash, or use single quotes"),
    ("unexpected end of stream", "close the quotes"),
    ("expected ',' or", "close the bracket, or put the text in quotes"),
    ("scanning an a", "put a text that starts with * or & in quotes"),
)


class Fault(Exception):  # noqa: N818 - what it says is a fault of the input
    """A fault for which a whole file is dropped."""

    def __init__(self, rule: Rule, message: str, line: int = 0, column: int = 0):
        super().__init__(message)
        self.rule = rule
        self.message = message
        self.line = line
        self.column = column


class Text:
    """A scalar. ``null`` says that it is left empty or written as null, without quotes."""

    __slots__ = ("end", "null", "runs", "start", "value")

    def __init__(self, start: int, end: int, value: str, runs: Runs, null: bool):
        self.start = start
        self.end = end
        self.value = value
        self.runs = runs
        self.null = null


class List:
    """A sequence."""

    __slots__ = ("end", "items", "start")

    def __init__(self, start: int, end: int, items: list[Node]):
        self.start = start
        self.end = end
        self.items = items


class Mapping:
    """A mapping with its entries as written, duplicates included."""

    __slots__ = ("end", "entries", "start")

    def __init__(self, start: int, end: int, entries: list[Entry]):
        self.start = start
        self.end = end
        self.entries = entries


Node = Text | List | Mapping
Entry = tuple[str | None, int, Node]
"""A key (``None`` where it is no text), the offset it stands at, and its value."""


def decode(data: bytes) -> str:
    """Return the text of a file, without a byte order mark; without one it must be UTF-8.

    Raises:
        Fault: the bytes are too many or no text.

    """
    if len(data) > MOST_BYTES:
        size = f"{len(data) / 1e6:.1f} MB, more than {MOST_BYTES // 1_000_000} MB"
        raise Fault(_rules.UNREADABLE, f"the file has {size}; split it")
    try:
        text = _decode.decode(data)
    except InputError as error:
        raise Fault(_rules.UNREADABLE, error.message, error.line, error.column) from None
    if found := _CONTROL.search(text):
        line, column = Document(text).line_column(found.start())
        code = f"U+{ord(found.group()):04X}"
        message = f"control character {code}; leave it out, or escape it in double quotes"
        raise Fault(_rules.UNREADABLE, message, line, column)
    return text


def entries(document: Document, streamed: str) -> Iterator[tuple[Entry, bool]]:
    """Yield the entries of the root mapping as they are read, each with whether it is an item of a list.

    The list under the key ``streamed`` is yielded first without its items, then item by item, so that a
    long file needs no more room than its longest item.

    Raises:
        Fault: the text is no YAML, uses what is refused, or is no mapping.

    """
    import yaml  # a run that reads no claims file need not pay for it

    try:
        yield from _Reader(document).entries(streamed)
    except (yaml.YAMLError, ValueError) as error:
        problem = getattr(error, "problem", None) or str(error)
        if "nesting depth" in problem:  # libyaml's own bound, met as it reads ahead: ours is lower, and exact
            for _ in _Reader(document, yaml.SafeLoader).entries(streamed):
                pass
        mark, opening = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
        if opening and (mark is None or not document.text[mark.index :].strip()):
            mark = opening  # what is left open is more telling than the end of the file
        context = getattr(error, "context", None)
        what = f"{problem} {context}" if context else problem
        hint = next((hint for part, hint in _HINTS if part in what), "check the indentation and quotes here")
        place = document.line_column(min(mark.index, len(document.text))) if mark else (0, 0)
        raise Fault(_rules.NOT_YAML, f"not valid YAML: {what}; {hint}", *place) from None


class _Reader:
    """The state of reading one text: its parser, and how many nodes the current value has."""

    def __init__(self, document: Document, loader: Any = None):
        import yaml

        self.document = document
        self.text = document.text
        loader = loader or getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        self.event: Callable[[], Any] = loader(_harmless(self.text)).get_event
        kinds: Any = yaml.events
        self.alias, self.scalar = kinds.AliasEvent, kinds.ScalarEvent
        self.list_start, self.list_end = kinds.SequenceStartEvent, kinds.SequenceEndEvent
        self.mapping_start, self.mapping_end = kinds.MappingStartEvent, kinds.MappingEndEvent
        self.document_start = kinds.DocumentStartEvent
        self.nodes = 0

    def entries(self, streamed: str) -> Iterator[tuple[Entry, bool]]:
        self.event()  # the start of the stream
        root = self.event() if type(self.event()) is self.document_start else None
        if root is None or (type(root) is self.scalar and not root.value):
            message = f"the file is empty; write '{streamed}:' and a list under it"
            raise Fault(_rules.UNREADABLE, message, 1, 1)
        if type(root) is not self.mapping_start:
            what = "a list" if type(root) is self.list_start else "text"
            message = f"the file is {what} and no mapping; start it with '{streamed}:' and a list under it"
            self.refuse(_rules.WRONG_TYPE, message, root)
        self.refuse_reference(root)
        column = root.start_mark.column
        while type(event := self.event()) is not self.mapping_end:
            self.nodes = 0
            name, at = self.key(event, 1, column)
            event = self.event()
            if name == streamed and type(event) is self.list_start:
                self.refuse_reference(event)
                yield (name, at, List(event.start_mark.index, event.end_mark.index, [])), False
                inside = event.start_mark.column
                while type(event := self.event()) is not self.list_end:
                    self.nodes = 0
                    yield (name, at, self.node(event, 2, inside)), True
            else:
                yield (name, at, self.node(event, 1, column)), False
        self.event()  # the end of the document
        if type(event := self.event()) is self.document_start:
            self.refuse(
                _rules.REFUSED_YAML, "a second document; put its claims in a file of their own", event
            )

    def key(self, event: Any, depth: int, column: int) -> tuple[str | None, int]:
        """Return the name that an event begins with, ``None`` for a list or mapping, and its offset."""
        if type(event) is self.scalar and event.anchor is None and event.tag is None:
            return event.value, event.start_mark.index
        self.node(event, depth, column)
        return None, event.start_mark.index

    def node(self, event: Any, depth: int, column: int) -> Node:
        """Return the node that begins with an event; ``column`` is that of the collection around it."""
        if event.anchor is not None or event.tag is not None:
            self.refuse_reference(event)
        kind, start, end = type(event), event.start_mark.index, event.end_mark.index
        self.nodes += 1
        if self.nodes > _MOST_NODES:
            self.refuse(_rules.REFUSED_YAML, f"more than {_MOST_NODES} values in one place; split it", event)
        if kind is self.scalar:
            value = event.value
            if not event.style and self.text[start:end] == value:
                return Text(start, end, value, ((0, start),), value in _NULLS)
            return self.styled(event, start, end, column)
        if depth >= _MOST_DEPTH:
            self.refuse(_rules.REFUSED_YAML, f"nested deeper than {_MOST_DEPTH}; write it flat", event)
        inside = event.start_mark.column
        if kind is self.list_start:
            items = []
            while type(item := self.event()) is not self.list_end:
                items.append(self.node(item, depth + 1, inside))
                end = items[-1].end
            return List(start, item.end_mark.index if event.flow_style else end, items)
        pairs: list[Entry] = []
        while type(key := self.event()) is not self.mapping_end:
            name, at = self.key(key, depth + 1, inside)
            value = self.node(self.event(), depth + 1, inside)
            pairs.append((name, at, value))
            end = value.end
        return Mapping(start, key.end_mark.index if event.flow_style else end, pairs)

    def styled(self, event: Any, start: int, end: int, column: int) -> Text:
        """Return a text that may stand otherwise in the file than it reads."""
        style = event.style or ""
        try:
            value, runs = scalar(self.text, start, end, style, column, event.value)
        except ValueError as error:
            message, offset = error.args
            raise Fault(_rules.NOT_YAML, message, *self.document.line_column(offset)) from None
        if style in ("|", ">"):
            end = start + len(self.text[start:end].rstrip(" \t\r\n"))
        return Text(start, end, value, runs, False)

    def refuse_reference(self, event: Any) -> None:
        if event.anchor is None and event.tag is None:
            return
        if type(event) is self.alias:
            what = f"the alias *{event.anchor}"
        elif event.anchor is not None:
            what = f"the anchor &{event.anchor}"
        else:
            what = f"the tag {event.tag.replace('tag:yaml.org,2002:', '!!')}"
        message = f"{what} is not read; write the value out, or put the text in quotes"
        self.refuse(_rules.REFUSED_YAML, message, event)

    def refuse(self, rule: Rule, message: str, event: Any) -> Never:
        raise Fault(rule, message, *self.document.line_column(event.start_mark.index))


def _harmless(text: str) -> str:
    """Return the text for the parser, equally long, without what YAML 1.1 reads otherwise than JSON."""
    text = re.sub(_ORDINARY, "\ue000", text)
    if "\\u" in text:
        text = re.sub(_SURROGATE, r"\\ue", text)
    if "\t" in text:  # between words a tab is a space; JSON is indented with it too
        is_json = text.lstrip().startswith(("{", "["))
        text = text.replace("\t", " ") if is_json else re.sub(_INNER_TAB, lambda m: " " * len(m[0]), text)
    return text
