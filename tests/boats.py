"""A small project with a check of its own, so that only what is around the checks is tested."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.__main__ import main

BOATS = """\
import re

from factcheck.hookspecs import hookimpl
from factcheck.model import Mention, Relation, Rule

DIFFERS = Rule("BT1", "boats-differ", "Another number of boats.", "Count again.", "- 3 boats")


class BoatCheck:
    name = kind = "boats"
    priority = 5
    rules = (DIFFERS,)

    def extract(self, document):
        for match in re.finditer(r"(\\d+) boats", document.text):
            yield Mention("boats", *match.span(), match[0], {"boats": int(match[1])}, ("boats",))

    def compare(self, claimed, found):
        ours, theirs = claimed.mention.value["boats"], found.mention.value["boats"]
        return Relation(ours == theirs, f"{theirs} boats, not {ours}", DIFFERS, suggestion=str(theirs))


class Shout:
    name = "shout"

    def render(self, report, style):
        yield f"::notice::{len(report.results)} CLAIMS, BOATS {style.header}"


@hookimpl
def factcheck_addoption(parser):
    parser.add_argument("--boats", metavar="COLOUR", help="the colour of the boats")


@hookimpl
def factcheck_register_checks(config):
    return [BoatCheck()]


@hookimpl
def factcheck_register_reporters(config):
    return [Shout()]


@hookimpl
def factcheck_report_header(config):
    return f"boats: {config.options['boats']}" if config.options.get("boats") else None
"""
CONFIG = """\
sources = ["docs"]
claims = ["claims"]
plugins = ["boats", "no:date", "no:number", "no:quote"]
"""
DOCS = {
    "docs/log.txt": "The harbour of Eastmoor counts 12 boats this year.\n",
    "docs/letter.txt": "Dear all,\n\nWe saw 14 boats in the bay.\n",
}
GOOD = """\
claims:
  - id: log
    statement: Eastmoor has 12 boats.
    sources: [log.txt]
    tags: [count]
"""
BAD = """\
claims:
  - id: letter
    statement: They saw 15 boats.
    sources: [letter.txt]
  - id: both
    statement: There are 12 boats.
    expect: conflicting_evidence
    reason: The letter counts visitors too.
"""

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in {
        **DOCS,
        "boats.py": BOATS,
        "factcheck.toml": CONFIG,
        "claims/bad.yaml": BAD,
        "claims/good.yaml": GOOD,
    }.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.delitem(sys.modules, "boats", raising=False)
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def run(project: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*argv: str) -> tuple[int, str, str]:
        code = main(argv)
        out, err = capsys.readouterr()
        return code, out, err

    return call
