"""The check: a warning for each breakdown that does not add up."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from factcheck.model import Finding, Mention, Rule, Severity
from factcheck.text import Document
from factcheck_breakdown.find import Breakdown, breakdowns

PARTS = Rule(
    "BD101",
    "parts-miss-total",
    "The parts do not add up to the whole that the sentence gives.",
    "Where a sentence divides a whole into three parts or more and their sum comes near it, they are meant "
    "to be all of it. One of the figures is wrong, or a part is missing. Lists that call themselves partial "
    "(including, such as, the rest), hedged figures and things that overlap are left alone.",
    "Claim: Of the 120 seats, 45 went to Alba, 40 to Borea and 30 to Cinna.",
    Severity.WARNING,
    fix="Look the figures up, or say who has the rest.",
)
PERCENTAGES = Rule(
    "BD102",
    "percentages-miss-100",
    "The percentages of a whole do not add up to 100.",
    "Three shares or more of one whole come near 100 percent, and miss it by more than rounding explains: "
    "half of the last written digit of each, and always one point.",
    "Claim: Of the voters, 45 percent chose Alba, 40 percent Borea and 12 percent Cinna.",
    Severity.WARNING,
    fix="Look the shares up, or say that others are left out.",
)


class BreakdownCheck:
    """Adds up the parts of a whole."""

    name = "breakdown"
    rules = (PARTS, PERCENTAGES)

    def review(self, document: Document) -> Iterator[Finding]:
        """Yield a warning for each breakdown that misses its whole."""
        for found in breakdowns(document):
            missing = found.whole - sum(found.parts)
            if abs(missing) > found.tolerance:
                yield self._warning(document, found, missing)

    def _warning(self, document: Document, found: Breakdown, missing: Decimal) -> Finding:
        rule = PERCENTAGES if found.percent else PARTS
        terms = " + ".join(f"{part:,f}" for part in found.parts)
        by = f"{abs(missing):,f} too {'few' if missing > 0 else 'many'}"
        message = f"{terms} = {sum(found.parts):,f}, not {found.whole:,f}: {by}"
        text = document.text[found.start : found.end]
        value = {"whole": str(found.whole), "parts": [str(part) for part in found.parts]}
        mention = Mention(self.name, found.start, found.end, text, value)
        return Finding(self.name, rule, rule.severity, None, message, mention)
