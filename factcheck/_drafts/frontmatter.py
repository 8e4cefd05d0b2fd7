"""The front matter of a draft: which sources it names, its date and what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from factcheck import _rules
from factcheck._yaml import Entry, Fault, List, Text, entries
from factcheck.model import Rule
from factcheck.text import Document

_FENCE = re.compile(r"---[ \t]*(?:\r\n|\n|\r)")
_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_KEY = re.compile(r"\s*(?:#.*\s*)*[\w\"'-]+[\w \"'-]*:(?:\s|$)")


class FrontMatter(NamedTuple):
    """What a draft says of itself; ``body`` is the offset where its prose begins.

    ``sources`` are names or globs and ``sources_at`` the offset they are given at; ``date`` is ISO;
    ``subject`` is who or what a pronoun at the start means.
    """

    body: int = 0
    sources: tuple[str, ...] = ()
    sources_at: int = 0
    date: str | None = None
    subject: str | None = None


def read(document: Document) -> FrontMatter:
    """Read the front matter of a draft, an empty one where it has none.

    Keys that mean nothing to factcheck are left to whatever else reads the draft.

    Raises:
        Fault: it is no YAML, never ends, or holds something that cannot be used.

    """
    text = document.text
    opening = _FENCE.match(text)
    if opening is None:
        return FrontMatter()
    closing = _END.search(text, opening.end())
    if not _KEY.match(text[opening.end() : closing.start() if closing else len(text)]):
        return FrontMatter(
            body=closing.end() if closing and not text[opening.end() : closing.start()].strip() else 0
        )
    if closing is None:
        raise Fault(_rules.NOT_YAML, "the front matter never ends; close it with ---", 1, 1)
    head = Document(" " * 3 + text[3 : closing.start()])
    values: dict[str, Entry] = {}
    for entry, _ in entries(head, ""):
        name, at, _ = entry
        if name in values:
            raise _fault(head, at, f"duplicate key {name!r}; keep one of the two", _rules.DUPLICATE_KEY)
        if name is not None:
            values[name] = entry
    sources = tuple(_texts(head, values["sources"])) if "sources" in values else ()
    return FrontMatter(
        closing.end(),
        sources,
        values["sources"][1] if sources else 0,
        _date(head, values["date"]) if "date" in values else None,
        next(_texts(head, values["subject"])) if "subject" in values else None,
    )


def _texts(document: Document, entry: Entry) -> Iterator[str]:
    """Yield the texts of a value, a single one being a list of one."""
    name, at, node = entry
    items = node.items if isinstance(node, List) else [node]
    if not items:
        raise _fault(document, at, f"{name!r} is empty; write it out, or leave it out", _rules.MISSING_VALUE)
    for item in items:
        if not isinstance(item, Text):
            raise _fault(document, item.start, f"{name!r} holds no text here; write names", _rules.WRONG_TYPE)
        if item.null or not item.value.strip():
            what = f"{name!r} is empty; write it out, or leave it out"
            raise _fault(document, at, what, _rules.MISSING_VALUE)
        yield item.value.strip()


def _date(document: Document, entry: Entry) -> str:
    (value,) = [*_texts(document, entry)][:1]
    try:
        return date.fromisoformat(value[:10]).isoformat()
    except ValueError:
        message = f"{value[:40]!r} is no date; write date: YYYY-MM-DD"
        raise _fault(document, entry[2].start, message, _rules.BAD_VALUE) from None


def _fault(document: Document, at: int, message: str, rule: Rule) -> Fault:
    return Fault(rule, message, *document.line_column(at))
