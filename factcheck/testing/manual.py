"""The manual of a check's rules in Markdown, for a plugin's documentation.

A page that a test compares with what the rules say now is never out of date::

    def test_the_manual():
        assert Path("RULES.md").read_text() == manual("Rules of the postcode check", PostcodeCheck.rules)
"""

from __future__ import annotations

from collections.abc import Iterable

from factcheck._reporters.manual import markdown
from factcheck.model import Rule


def manual(title: str, rules: Iterable[Rule]) -> str:
    """Return the page: for each rule what it means, why it is told, an example and what to do about it."""
    sections = [
        f"## {rule.code} {rule.name}\n\nSeverity: {rule.severity}. {markdown(rule)}"
        for rule in sorted(rules, key=lambda rule: rule.code)
    ]
    return "\n\n".join([f"# {title}", *sections]) + "\n"
