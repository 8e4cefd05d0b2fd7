"""The text of a failure: the claim's words and the passages, as ``factcheck`` shows them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from shutil import get_terminal_size

from factcheck._reporters.blocks import at_length
from factcheck._reporters.page import Page
from factcheck._terminal import guard
from factcheck.model import Report, Result
from factcheck.reporting import Style

_NARROWEST, _WIDEST = 40, 120


def blocks(result: Result, report: Report) -> Iterator[str]:
    """Yield the lines, without the heading, whose place pytest's own takes."""
    width = max(_NARROWEST, min(get_terminal_size().columns, _WIDEST))
    return map(guard, islice(at_length(result, Page.of(report, Style(width=width))), 1, None))
