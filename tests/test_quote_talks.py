"""Quotations from texts of many kinds, judged through the whole: reading, speakers, words.

Each file of ``cases/talks`` is a text and, below a line, what is claimed of it: the verdict (and the rule, if
told), who is said to have said it (``-`` nobody, ``=`` for a sentence that has the quotation), the words.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import Checker
from factcheck.api import Asked

TALKS = sorted((Path(__file__).parent / "cases" / "talks").glob("*.txt"))
LINE = "\n=====\n"


def asked(who: str, words: str) -> Asked:
    if who == "=":
        return {"statement": words.replace("\\n", "\n")}
    return {"quote": words, "speaker": None if who == "-" else who}


@pytest.mark.parametrize("talk", TALKS, ids=lambda path: path.stem)
def test_talk(talk, tmp_path):
    text, _, listed = talk.read_text(encoding="utf-8").partition(LINE)
    source = tmp_path / talk.name
    source.write_text(text, encoding="utf-8")
    cases = [line.split(" | ", 2) for line in listed.splitlines()]
    results = Checker([source]).check_all(asked(who, words) for _, who, words in cases)
    given = []
    for (expected, who, words), result in zip(cases, results, strict=True):
        rules = [finding.rule.name for finding in result.findings if finding.rule and " " in expected]
        given.append([" ".join([result.verdict.value, *rules]), who, words])
    assert given == cases
