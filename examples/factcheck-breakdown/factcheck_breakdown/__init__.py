"""Breakdowns: the parts of a whole must add up to it, percentages to 100.

A check that only reviews: it compares nothing with the sources and extracts nothing, it looks at the
figures that the number check found in a sentence.
"""

from __future__ import annotations

from factcheck.hookspecs import hookimpl
from factcheck_breakdown.check import BreakdownCheck


@hookimpl
def factcheck_register_checks() -> list[BreakdownCheck]:
    """Offer the one check of this plugin."""
    return [BreakdownCheck()]
