"""What is in a text to judge: the mentions that checks find, each span given to one of them.

A check that fails is blamed by name and harms no other.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from factcheck import _rules
from factcheck._vetting import answers
from factcheck.checks import Extractor, Named, extracts
from factcheck.model import Mention, Problem
from factcheck.text import Document

T = TypeVar("T")

BLAMED = "check "  # before the name of the one to blame for a problem


class CheckFailedError(Exception):
    """A check raised or called exit; ``problem`` blames it."""

    def __init__(self, problem: Problem):
        super().__init__(problem.message)
        self.problem = problem


def guarded(check: Named, what: str, call: Callable[..., T], *arguments: Any) -> T:
    """Return what a call into a check returns.

    Raises:
        CheckFailedError: the check raised anything, or called ``exit``.
    """
    try:
        return call(*arguments)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # some frameworks end their own runs by one
        detail = str(error).strip().splitlines()
        described = type(error).__name__ + (f": {detail[0]}" if detail else "")
        message = f"failed on {what} ({described}); report it to its author"
        raise CheckFailedError(
            Problem(f"{BLAMED}{check.name}", 0, 0, _rules.CHECK_FAILED.code, message)
        ) from error


def arbitrate(found: Iterable[tuple[Extractor, Mention]]) -> tuple[Mention, ...]:
    """Give each span to one mention: the longest, then that of the check with the higher priority.

    A check whose class says ``encloses`` (quotations) contests no span and is left as it is.
    """
    enclosing: list[tuple[Extractor, Mention]] = []
    contested: list[tuple[Extractor, Mention]] = []
    for check, mention in found:
        (enclosing if getattr(check, "encloses", False) else contested).append((check, mention))
    contested.sort(key=lambda pair: (pair[1].start - pair[1].end, -pair[0].priority, pair[1].start))
    kept: list[Mention] = []
    starts: list[int] = []
    for _, mention in contested:
        at = bisect_right(starts, mention.start)
        before_ok = at == 0 or kept[at - 1].end <= mention.start
        if before_ok and (at == len(kept) or mention.end <= kept[at].start):
            kept.insert(at, mention)
            starts.insert(at, mention.start)
    return tuple(sorted([*(mention for _, mention in enclosing), *kept], key=lambda m: (m.start, -m.end)))


def extract_mentions(
    document: Document, checks: Sequence[Named], failed: Callable[[Problem], None] | None = None
) -> tuple[Mention, ...]:
    """Return the mentions of a text, arbitrated; a failing check is reported and left out.

    Raises:
        CheckFailedError: a check failed and nobody listens.

    """
    found: list[tuple[Extractor, Mention]] = []
    for check in filter(extracts, checks):
        try:
            mentions = guarded(check, document.name or "a claim", answers.mentions, check, document)
        except CheckFailedError as error:
            if failed is None:
                raise
            failed(error.problem)
        else:
            found += [(check, mention) for mention in mentions]
    document.mentions = arbitrate(found)
    return document.mentions
