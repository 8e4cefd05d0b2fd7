"""The manual page of a rule: what it means, why it is told, an example and what to do about it."""

from __future__ import annotations

import re

from factcheck.model import Rule


def plain(rule: Rule) -> str:
    """Return the page as plain text, a paragraph a part."""
    return "\n\n".join(part for part in (rule.summary, rule.explanation, rule.example, _fix(rule)) if part)


def markdown(rule: Rule) -> str:
    """Return the page in Markdown; whatever stands in the example, it stays code."""
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", rule.example)), default=0))
    example = f"{fence}text\n{rule.example}\n{fence}" if rule.example else ""
    return "\n\n".join(part for part in (rule.summary, rule.explanation, example, _fix(rule)) if part)


def _fix(rule: Rule) -> str:
    return f"How to fix: {rule.fix}" if rule.fix else ""
