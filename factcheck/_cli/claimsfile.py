"""``factcheck extract DRAFT --format yaml``: the sentences of drafts as a claims file to start from."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from factcheck import _rules
from factcheck._claims import ClaimsFile
from factcheck._cli.console import complain
from factcheck._inputs import Reader
from factcheck._plugins import Plugins
from factcheck._reporters.json import dumps
from factcheck._reporters.summary import problem_line
from factcheck.config import Config
from factcheck.model import Claim, Problem

_STDIN = "-"
_UNFIT = re.compile(r"[^\w.-]+")
_MOST_STEM = 100  # characters of a file name in an id


def claims_file(
    files: Sequence[str], plugins: Plugins, config: Config, problems: list[Problem]
) -> Iterator[str]:
    """Yield the lines of a claims file, adding to ``problems`` and complaining as they are met.

    Every sentence is written as it reads by itself, with names for its pronouns.
    """
    reader = Reader(plugins, config)
    names: set[str] = set()
    empty = True
    for name in files:
        read = reader.draft(_STDIN, sys.stdin.buffer.read()) if name == _STDIN else reader.read(Path(name))
        for problem in read.problems or _emptiness(read):
            problems.append(problem)
            complain(problem_line(problem))
        stem = "stdin" if name == _STDIN else _UNFIT.sub("-", Path(name).stem)[:_MOST_STEM]
        for claim in read.claims:
            if empty:
                yield "claims:"
            empty = False
            yield from _entry(claim, _free(f"{stem}-{claim.place.line}-{claim.place.column}", names))
    if empty:
        yield "claims: []"


def _emptiness(read: ClaimsFile) -> Iterator[Problem]:
    """Yield what is wrong with a draft that holds nothing, as the other formats say it."""
    if not read.claims and not read.text.strip():
        message = "the file is empty; fill or remove it"
        yield _rules.unreadable(read.path, message)


def _free(name: str, taken: set[str]) -> str:
    """Return a name, with a number where another claim has it."""
    found, number = name, 1
    while found in taken:
        number += 1
        found = f"{name}-{number}"
    taken.add(found)
    return found


def _entry(claim: Claim, name: str) -> Iterator[str]:
    yield f"- id: {dumps(name)}"
    if claim.statement is not None:
        text = claim.reading.text if claim.reading else claim.statement
        yield f"  statement: {dumps(text)}"
    if claim.quote is not None:
        yield f"  quote: {dumps(claim.quote)}"
        if claim.speaker:
            yield f"  speaker: {dumps(claim.speaker)}"
    if claim.sources:
        yield f"  sources: [{', '.join(map(dumps, claim.sources))}]"
