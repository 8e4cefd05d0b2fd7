"""What plugins register: checks, and the rules of checks."""

from __future__ import annotations

from math import isfinite
from typing import Any

from factcheck._vetting import TEXT, Shape
from factcheck.checks import Named, extracts
from factcheck.model import Rule, Severity

_RULE = Shape(
    Rule,
    code=TEXT,
    name=TEXT,
    summary=TEXT,
    explanation=TEXT,
    example=TEXT,
    severity=((Severity,), "a Severity"),
    fix=TEXT,
)


def check_fault(check: Any) -> str | None:
    """Return what is wrong with a check beside its rules and what others have."""
    if isinstance(check, type):
        return f"{check.__name__} is a class; register an object made of it"
    if not isinstance(check, Named):
        return f"{type(check).__name__} is no check: it needs a name, rules, and something to do"
    wanted: list[tuple[str, Any]] = [("name", str), ("rules", tuple | list)]
    if extracts(check):
        wanted += [("kind", str), ("priority", int | float)]
        if not (hasattr(check, "compare") or hasattr(check, "judge")):
            return f"check {check.name!r} has neither compare nor judge for what it extracts"
    elif not hasattr(check, "review"):
        return f"check {check.name!r} has neither extract nor review"
    for label, type_ in wanted:
        value = getattr(check, label, None)
        word = not isinstance(value, str) or (value.isprintable() and value == value.strip() != "")
        if not isinstance(value, type_) or not word or (isinstance(value, float) and not isfinite(value)):
            return f"the {label} of check {check.name!r} is {value!r}, which cannot be"
    if not check.rules:
        return f"check {check.name!r} has no rules and would judge nothing; give it one for each reason"
    return None


def rule_fault(check: Named, rule: Any) -> str | None:
    """Return what is wrong with a rule of a check beside what others have."""
    if not isinstance(rule, Rule) or not isinstance(rule.code, str) or not prefix_of(rule.code):
        return f"check {check.name!r} has the rule {rule!r}; make it a Rule with a code as AB101"
    if fault := _RULE.fault(rule):
        return f"rule {rule.code} has {fault}"
    if not _is_kebab(rule.name):
        return f"rule {rule.code} is called {rule.name!r}; write its name as figure-differs"
    return None


def prefix_of(code: str) -> str:
    """Return the capitals that a code begins with; nothing where it is no code."""
    prefix = code.rstrip("0123456789")
    fits = len(prefix) > 1 and prefix.isascii() and prefix.isalpha() and prefix.isupper()
    return prefix if fits and prefix != code else ""


def _is_kebab(name: str) -> bool:
    return name.isascii() and name.replace("-", "").isalnum() and name.islower() and "--" not in f"-{name}-"
