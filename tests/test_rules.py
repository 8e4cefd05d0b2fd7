"""The core's own rules."""

from __future__ import annotations

import re

from factcheck import _rules
from factcheck.model import Rule


def test_every_rule_is_listed_once_in_the_order_of_its_code() -> None:
    defined = [value for value in vars(_rules).values() if isinstance(value, Rule)]
    assert [rule.code for rule in _rules.RULES] == sorted({rule.code for rule in defined})


def test_every_rule_has_its_manual_page() -> None:
    for rule in _rules.RULES:
        assert re.fullmatch(r"FC[59]\d\d", rule.code)
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
        assert rule.summary.endswith(".")
        assert len(rule.explanation) > len(rule.summary)
        assert rule.example
