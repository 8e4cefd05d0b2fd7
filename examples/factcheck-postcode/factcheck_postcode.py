"""Postcodes: a claim's postcode must be the one the sources give for that place.

A whole factcheck plugin in one module. It finds postcodes written before a place name, as in
``2800 Mechelen`` or ``1012 JS Amsterdam``, and compares those of the same place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from factcheck.checks import Occurrence
from factcheck.hookspecs import hookimpl
from factcheck.model import Mention, Relation, Rule
from factcheck.text import Document

POSTCODE = re.compile(r"\b(?P<code>[1-9]\d{3}(?: ?[A-Z]{2})?) +(?P<place>[A-Z][\w-]+)")

DIFFERS = Rule(
    code="PC101",
    name="postcode-differs",
    summary="The sources give another postcode for this place.",
    explanation="A postcode is compared with those the sources write before the same place name.",
    example="Claim:  Write to 2801 Mechelen.\nSource: Reuzenstraat 1, 2800 Mechelen.",
    fix="Write the postcode that the source gives, or look whether it means another place of that name.",
)


class PostcodeCheck:
    """Compares postcodes of the same place."""

    name = "postcode"
    kind = "postcode"
    priority = 40  # four digits before a place name are a postcode before they are a number or a year
    rules = (DIFFERS,)

    def extract(self, document: Document) -> Iterable[Mention]:
        """Yield the postcodes of a text."""
        for match in POSTCODE.finditer(document.text):
            place = match["place"]
            code = match["code"].replace(" ", "")
            yield Mention(
                kind=self.kind,
                start=match.start(),
                end=match.end(),
                text=match.group(),
                value={"code": code, "place": place},
                keys=(place.casefold(),),
            )

    def compare(self, claimed: Occurrence, found: Occurrence) -> Relation:
        """Say whether two postcodes of one place are the same."""
        ours, theirs = claimed.mention.value, found.mention.value
        if ours["code"] == theirs["code"]:
            return Relation(True)
        reason = f"claims {ours['code']} for {ours['place']}; the source says {theirs['code']}"
        return Relation(False, reason, DIFFERS, suggestion=found.mention.text)


@hookimpl
def factcheck_register_checks() -> list[PostcodeCheck]:
    """Offer the one check of this plugin."""
    return [PostcodeCheck()]
