"""The date check: is it that day, that year, that long, that often, of that event?

Finds every time expression of a text once, as an interval with its precision, a duration or a frequency,
and compares those of the same event: a date inside the claim's supports it, one without a day in common
refutes it, and anything between says nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.hookspecs import hookimpl

if TYPE_CHECKING:
    from factcheck.checks import Check


@hookimpl
def factcheck_register_checks() -> list[Check]:
    """Offer the date check."""
    from factcheck_date.check import DateCheck

    return [DateCheck()]
