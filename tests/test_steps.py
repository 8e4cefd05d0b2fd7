"""Work in proportion to the text, also where no sentence ever ends: counted in lines run, not in seconds."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from factcheck import _plugins
from factcheck._conflicts import conflicts
from factcheck._engine import Engine
from factcheck._inputs import Reader
from factcheck._mentions import extract_mentions
from factcheck._sources import read_text_source
from factcheck.config import Config
from factcheck.model import Claim, Place
from factcheck.text import Document

CONFIG = Config(Path())
PLUGINS = _plugins.load(CONFIG)
SIZE = 2_500  # characters, more than a sentence has
MOST = 2.3  # times as many steps as for half the text; quadratic work takes four times

TABLE = "Ghent\t12\t13\t14\t15\n"
ROWS = {
    "table": TABLE,
    "figures": "12 ",
    "list of figures": "1400, 1500, ",
    "lines": "item 7 has 12 boats\n",
    "notes": "The town has 40 boats[1][2] and 3 ships[3] ",
    "dates": "3 May 2016 ",
    "number of": "number of boats 12\t13\t",
    "markdown": "| Ghent | 12 |\n",
    "sparse": "in the year the old item of many has 7 boats and many small cats lie there ",
}


def steps(work: Callable[[], Any]) -> int:
    """Return how many lines of the project some work runs."""
    count = 0

    def inside(_: FrameType, event: str, __: Any) -> Any:
        nonlocal count
        count += event == "line"
        return inside

    def begins(frame: FrameType, _: str, __: Any) -> Any:
        return inside if "factcheck" in frame.f_code.co_filename else None

    before = sys.gettrace()
    sys.settrace(begins)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def assert_proportional(work: Callable[[str], Any], row: str) -> None:
    rows = SIZE // len(row)
    work(row * 3)  # what is worked out once
    one, two = (steps(partial(work, row * times)) for times in (rows, 2 * rows))
    assert two < MOST * one


def extract(text: str) -> None:
    extract_mentions(Document(text), PLUGINS.checks)


def draft(text: str) -> None:
    Reader(PLUGINS, CONFIG).draft("d.md", text.encode())


def judge(text: str) -> None:
    source = read_text_source("s.txt", text.encode())
    claim = Claim("c", Place("c.yaml", 1, 1, 1, 2, 0, 1), "Ghent has 17 boats.")
    Engine(PLUGINS.checks, (source,), CONFIG).judge(claim, (source,))


def disagree(text: str) -> None:
    conflicts(Engine(PLUGINS.checks, (read_text_source("s.txt", text.encode()),), CONFIG))


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
@pytest.mark.parametrize("work", [extract, draft])
def test_reading_takes_steps_in_proportion(work: Callable[[str], Any], row: str) -> None:
    assert_proportional(work, row)


@pytest.mark.parametrize(
    "row", [TABLE, ROWS["list of figures"], ROWS["lines"]], ids=["table", "list", "lines"]
)
@pytest.mark.parametrize("work", [judge, disagree])
def test_judging_by_a_table_takes_steps_in_proportion(work: Callable[[str], Any], row: str) -> None:
    assert_proportional(work, row)


def test_a_paragraph_of_many_lines_takes_steps_in_proportion() -> None:
    assert_proportional(draft, "a boat\n")
