"""The rules of the number check; codes FC1xx are its own."""

from __future__ import annotations

from factcheck.model import Rule

DIFFERS = Rule(
    "FC101",
    "number-differs",
    "The source gives another figure for the same thing.",
    "A passage counts the same thing, in the same place, at the same time, and its figure is not the "
    "claim's: not after rounding to the claim's last written digit, and not within the hedge the claim "
    "allows itself (about: 3 %; nearly: 5 % from below).",
    "Claim:  The town has 90,000 residents.\nSource: Some 86,000 people live in the town.",
    fix="Correct the figure, hedge it, or name the source that does give it.",
)
OUTSIDE = Rule(
    "FC102",
    "number-outside-bound",
    "The figure lies outside the bound or range that the other side gives.",
    "The claim or the source gives a bound (more than, at least, up to) or a range (between … and …), and "
    "the other side's figure is not in it.",
    "Claim:  More than 88,000 people live in the town.\nSource: Some 86,000 people live in the town.",
    fix="Move the bound to the other side of the source's figure, or give the figure itself.",
)
OPPOSITE = Rule(
    "FC103",
    "change-opposite",
    "The source says that it went the other way.",
    "Both speak of a change, and one says up where the other says down.",
    "Claim:  The rent of the shop rose by 5 percent.\nSource: The rent of the shop fell by 5 percent.",
    fix="Turn the verb, or look whether the passage is about another year.",
)
RULES = (DIFFERS, OUTSIDE, OPPOSITE)
