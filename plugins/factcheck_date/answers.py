"""What the check answers where a passage dates the claim's event otherwise."""

from __future__ import annotations

from factcheck.checks import Occurrence
from factcheck.model import Closeness, Relation, Rule
from factcheck_date.amounts import far_apart


def contradiction(
    claimed: Occurrence, found: Occurrence, rule: Rule | None, closeness: Closeness, fit: float = 0.0
) -> Relation:
    """Say that a passage's time of the same event is another one than the claim's."""
    ours, theirs = claimed.mention, found.mention
    shown = f"claims “{ours.text}”; the source says “{theirs.text}”"
    far = far_apart(ours.reading, theirs.reading)
    return Relation(False, shown, rule, closeness, fit, theirs.text, far)
