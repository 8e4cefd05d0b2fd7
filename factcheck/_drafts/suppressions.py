"""Comments in a draft that accept findings: ``<!-- factcheck: ignore[FC101] why -->``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from factcheck import _rules
from factcheck._configfile import nearest
from factcheck._drafts.prose import Comment, Prose
from factcheck.model import Rule

_MARK = re.compile(r"factcheck\s*:\s*")
_ORDER = re.compile(
    r"ignore(?P<which>-start|-end)?(?:\[(?P<codes>[^\]]*)\])?(?:\s+(?P<reason>.*))?$", re.DOTALL
)
_HINT = "write factcheck: ignore[FC101] and the reason, ignore-start with them, or ignore-end"


class Suppression(NamedTuple):
    """A stretch of the file in which findings of some rules (of all, where none is named) are accepted."""

    start: int
    end: int
    codes: tuple[str, ...]
    reason: str
    at: int


class Flaw(NamedTuple):
    """What is wrong with a comment, and its offset in the file."""

    rule: Rule
    message: str
    at: int


def suppressions(prose: Prose, length: int) -> Iterator[Suppression | Flaw]:
    """Yield the suppressions of a draft and what is wrong with others; ``length`` is that of the file."""
    opened: Suppression | None = None
    for comment in prose.comments:
        if not (mark := _MARK.match(comment.words)):
            continue
        order = _ORDER.match(comment.words[mark.end() :])
        codes = tuple(code.strip() for code in (order["codes"] or "").split(",")) if order else ()
        if order is None or (order["codes"] is not None and not all(codes)):
            yield Flaw(_rules.BAD_SUPPRESSION, f"this tells factcheck nothing; {_HINT}", comment.start)
            continue
        codes = tuple(filter(None, codes))
        if order["which"] == "-end":
            if opened is None:
                message = "nothing is ignored here; take ignore-end out, or put ignore-start before it"
                yield Flaw(_rules.BAD_SUPPRESSION, message, comment.start)
            else:
                yield opened._replace(end=comment.start)
            opened = None
            continue
        reason = " ".join((order["reason"] or "").split())
        if not reason:
            yield Flaw(_rules.BAD_SUPPRESSION, "no reason is given; say after ignore[...] why", comment.start)
            continue
        if order["which"] == "-start":
            if opened is not None:
                message = "ignore-start inside another; close the first with ignore-end"
                yield Flaw(_rules.BAD_SUPPRESSION, message, comment.start)
                continue
            opened = Suppression(comment.end, length, codes, reason, comment.start)
        else:
            yield Suppression(*_next_block(prose, comment), codes, reason, comment.start)
    if opened is not None:
        yield Flaw(_rules.BAD_SUPPRESSION, "ignore-start never ends; close it with ignore-end", opened.at)


def unknown(item: Suppression, rules: Mapping[str, Rule] | None) -> Flaw | None:
    """Return what is wrong with a suppression that names no rule there is, by a code or how codes begin."""
    if rules is None:
        return None
    for code in item.codes:
        if not any(known.startswith(code) for known in rules):
            message = f"no rule is called {code!r}{nearest(code, rules)}"
            return Flaw(_rules.BAD_SUPPRESSION, message, item.at)
    return None


def _next_block(prose: Prose, comment: Comment) -> tuple[int, int]:
    """Return the span in the file of the block a comment stands in, else of the one after it."""
    origin = prose.origin
    chosen: int | None = None
    spans: list[tuple[int, int]] = []
    for block in prose.blocks:
        start, end = origin(block.start), origin.end(block.end)
        if chosen is None and end > comment.start:
            chosen = block.group
        if chosen is not None and block.group == chosen:
            spans.append((start, end))
    return min((s for s, _ in spans), default=comment.end), max((e for _, e in spans), default=comment.end)
