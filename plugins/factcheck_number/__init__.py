"""The number check: is it that figure, of that thing, in that place, at that time?

Finds every quantity of a text, as digits or in words, with its unit, its hedges and bounds and the noun it
counts, and compares figures that are about the same thing as intervals. Idioms and names with numbers are
found and never judged.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.hookspecs import hookimpl

if TYPE_CHECKING:
    from factcheck.checks import Check


@hookimpl
def factcheck_register_checks() -> list[Check]:
    """Offer the number check."""
    from factcheck_number.check import NumberCheck

    return [NumberCheck()]
