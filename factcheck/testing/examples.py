"""The examples of rules, run: what a manual page shows must happen.

An example is a case in lines with labels; a text goes on over the indented lines below its label::

    Claim:  The town has 90,000 residents.
    Source: Some 86,000 people live in the town.

``Quote:`` and ``Speaker:`` are those of a case, ``Source:`` may stand more than once. Without a source the
claim is held against itself.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable

from factcheck.checks import Named
from factcheck.model import Rule
from factcheck.testing.cases import Case, judge

_PART = re.compile(r"^(?P<label>Claim|Quote|Speaker|Source):(?P<text>.*(?:\n(?:[ \t].*)?)*)", re.MULTILINE)


def example_case(rule: Rule) -> Case:
    """Return the example of a rule as a case.

    Raises:
        AssertionError: the example holds neither a claim nor a quotation, or something else besides.

    """
    parts = [(match["label"].lower(), _text(match["text"])) for match in _PART.finditer(rule.example)]
    given = dict(parts)
    assert given.get("claim") or given.get("quote"), (
        f"the example of {rule.code} has no line that begins with Claim: or Quote:"
    )
    rest = _PART.sub("", rule.example).strip()
    assert not rest, f"the example of {rule.code} has no label for {rest!r:.60}"
    return Case(
        rule.code,
        None,
        tuple(text for label, text in parts if label == "source"),
        claim=given.get("claim"),
        quote=given.get("quote"),
        speaker=given.get("speaker"),
    )


def _text(text: str) -> str:
    first, _, rest = text.partition("\n")
    return f"{first.strip()}\n{textwrap.dedent(rest)}".strip()


def assert_example(checks: Named | Iterable[Named], rule: Rule) -> None:
    """Assert that a check, or several together, give a rule on the rule's own example.

    Raises:
        AssertionError: it gives others, or none.

    """
    result = judge(checks, example_case(rule))
    codes = [finding.rule.code for finding in result.findings if finding.rule]
    said = "; ".join(finding.message for finding in result.findings)
    assert rule.code in codes, f"the example of {rule.code} gives {', '.join(codes) or 'no rule'} ({said})"
