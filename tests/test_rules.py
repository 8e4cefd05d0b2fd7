"""The rules of all checks and of the core: complete, apart, and shown by examples that happen."""

from __future__ import annotations

import re
import textwrap

import pytest

from factcheck import _rules
from factcheck.model import Rule
from factcheck.testing import Factchecker, assert_example, installed

CHECKS = {name: installed(name) for name in ("number", "date", "quote")}
OF_CHECKS = [(name, rule) for name, check in CHECKS.items() for rule in check.rules]
ALL = [*_rules.RULES, *(rule for _, rule in OF_CHECKS)]

# What a run of an example has, unless the example says otherwise.
FILES = {
    "sources/report.txt": "The city has 400 bicycles.\n",
    "claims.yaml": "claims:\n  - id: bikes\n    statement: The city has 400 bicycles.\n",
}


def test_every_rule_is_listed_once_in_the_order_of_its_code() -> None:
    defined = [value for value in vars(_rules).values() if isinstance(value, Rule)]
    assert [rule.code for rule in _rules.RULES] == sorted({rule.code for rule in defined})


def test_no_two_rules_have_one_code_or_one_name() -> None:
    assert len({rule.code for rule in ALL}) == len({rule.name for rule in ALL}) == len(ALL)


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.code)
def test_every_rule_has_its_manual_page(rule: Rule) -> None:
    assert re.fullmatch(r"FC[12359]\d\d", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
    assert rule.summary.endswith(".")
    assert rule.explanation.endswith(".")
    assert rule.example
    assert rule.fix.endswith((".", "`"))
    texts = (rule.summary, rule.explanation, rule.fix)
    assert [text for text in texts if text != text.strip() or "\n" in text] == []


@pytest.mark.parametrize(("name", "rule"), OF_CHECKS, ids=[rule.code for _, rule in OF_CHECKS])
def test_the_example_of_a_check_happens(name: str, rule: Rule) -> None:
    assert_example(CHECKS[name], rule)


@pytest.mark.parametrize("rule", _rules.RULES, ids=lambda rule: rule.code)
def test_the_example_of_the_core_happens(factchecker: Factchecker, rule: Rule) -> None:
    if rule.example.startswith(("Claim:", "Quote:")):
        assert_example(CHECKS.values(), rule)
        return
    command, files = parts(rule.example)
    assert rule.code not in rule.example
    factchecker.write(FILES | files)
    drafts = [name for name in files if name.endswith(".md")]
    arguments = command.split() if command else drafts or ["claims.yaml"]
    run = factchecker.run(*arguments, "--sources", "sources")
    assert f" {rule.code} " in "\n".join((*run.lines, *run.errors))


def parts(example: str) -> tuple[str, dict[str, str]]:
    """Return the arguments of the command that an example shows, if it does, and its files."""
    command = re.match(r"\$ factcheck (.*)\n", example)
    named = re.findall(
        r"^(\S+):\n?((?:[ \t].*\n?|\n)*)", example[command.end() if command else 0 :], re.MULTILINE
    )
    return command[1] if command else "", {name: textwrap.dedent(text) for name, text in named}
