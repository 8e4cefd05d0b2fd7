"""Narrowing leaves out only mentions of which a check has nothing to say."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from factcheck._corpus import View
from factcheck._engine import Engine
from factcheck._inputs import source_reader
from factcheck._mentions import extract_mentions
from factcheck._plugins import load
from factcheck._sources import collect
from factcheck.checks import Occurrence
from factcheck.config import Config
from factcheck.text import Document

sys.path.insert(0, str(Path(__file__).parent / "bench"))

import made

MADE = 250


@pytest.fixture(scope="module")
def engine() -> Engine:
    config = Config(made.ROOT, sources=(made.ROOT / "seeds",))
    plugins = load(config)
    sources, _ = collect(config.sources, config.root, source_reader(plugins, config))
    return Engine(plugins.checks, sources, config)


@pytest.mark.parametrize("name", ["date", "number"])
def test_what_is_left_out_would_be_silent(engine: Engine, name: str) -> None:
    check = next(check for check in engine.checks if check.name == name)
    view = View(engine.library, engine.library.sources)
    everything = view.occurrences(check.kind, None)
    compared, spoke, wrong = 0, 0, []
    for claim in made.claims(MADE, seed=2):
        document = Document(claim.get("statement", ""), name=claim["id"])
        for mention in extract_mentions(document, engine.checks):
            if mention.kind != check.kind or not mention.judgeable:
                continue
            claimed = Occurrence(mention, document)
            kept = set(map(id, check.narrow(claimed, everything)))
            for found in everything:
                relation = check.compare(claimed, found)
                speaks = relation.agrees is not None or relation.closeness is not None
                compared, spoke = compared + 1, spoke + speaks
                if speaks and id(found) not in kept:
                    wrong.append((document.text, mention.text, found.mention.text))
    assert wrong == []
    assert spoke > 50
    assert spoke * 50 < compared
