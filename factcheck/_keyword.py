"""The options ``-k`` and ``-m``: words looked for in id and tags, with and, or, not and brackets."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TypeVar

from factcheck.errors import ConfigError

T = TypeVar("T", str, set[str])
Matcher = Callable[[T], bool]

_TOKEN = re.compile(r"\s*(?:(?P<bracket>[()])|(?P<word>[^\s()]+))")
_LINE = re.compile(r".*[^\d:]:\d+(?::\d+)?")  # of a file, and perhaps the column
_MAX_BRACKETS = 50  # far below Python's own limit of recursion


def compile_keyword(expression: str) -> Callable[[Iterable[str]], bool]:
    """Return a test for an id and tags, as ``"residents and not (nl or draft)"``.

    A word matches where it is part of the id or of a tag, in either case; an empty expression matches all.
    ``draft.md:12`` is that line of that file, not line 120.

    Raises:
        ConfigError: the expression does not follow the grammar; it names the column.

    """
    matches = _compile("-k", expression, _within)
    return lambda words: matches("\n".join(words).lower())


def compile_tags(expression: str) -> Callable[[Iterable[str]], bool]:
    """Return a test for tags, as :func:`compile_keyword`; a word is a whole tag."""
    matches = _compile("-m", expression, _among)
    return lambda tags: matches({tag.lower() for tag in tags})


def _within(word: str) -> Matcher[str]:
    if not _LINE.fullmatch(word):
        return lambda text: word in text
    line = re.compile(rf"(?:^|/){re.escape(word)}(?!\d)", re.MULTILINE)
    return lambda text: line.search(text) is not None


def _among(word: str) -> Matcher[set[str]]:
    return lambda tags: word in tags


def _compile(option: str, expression: str, test: Callable[[str], Matcher[T]]) -> Matcher[T]:
    tokens = [(match["bracket"] or match["word"], match.end()) for match in _TOKEN.finditer(expression)]
    if not tokens:
        return lambda _: True
    if sum(piece == "(" for piece, _ in tokens) > _MAX_BRACKETS:
        raise ConfigError(f"{option}: more than {_MAX_BRACKETS} brackets; say it more simply")
    tokens.append(("", len(expression) + 1))
    position = 0

    def fail(wanted: str) -> ConfigError:
        token, end = tokens[position]
        found = f"'{token}'" if token else "the end"
        column = end - max(len(token), 1) + 1
        return ConfigError(f"{option} '{expression}': column {column}: expected {wanted}, found {found}")

    def accept(*wanted: str) -> bool:
        nonlocal position
        hit = tokens[position][0].lower() in wanted
        position += hit
        return hit

    def either() -> Matcher[T]:
        parts = [both()]
        while accept("or"):
            parts.append(both())
        return lambda words: any(part(words) for part in parts)

    def both() -> Matcher[T]:
        parts = [one()]
        while accept("and"):
            parts.append(one())
        return lambda words: all(part(words) for part in parts)

    def one() -> Matcher[T]:
        nonlocal position
        negated = False
        while accept("not"):
            negated = not negated
        if accept("("):
            inner = either()
            if not accept(")"):
                raise fail("')'")
        else:
            word = tokens[position][0].lower()
            if word in ("", "and", "or", ")"):
                raise fail("a word, 'not' or '('")
            position += 1
            inner = test(word)
        return (lambda words: not inner(words)) if negated else inner

    matches = either()
    if tokens[position][0]:
        raise fail("'and' or 'or'")
    return matches
