"""The rules of the quotation check."""

from __future__ import annotations

from factcheck.model import Rule, Severity

ALTERED = Rule(
    "FC201",
    "quote-altered",
    "the source has other words",
    "The passage stands in the source, but words of it are changed, dropped or added in the quotation. The "
    "differences are listed with those that bear most meaning first: negations, numbers, names, modal verbs "
    "and hedges, then content words, then function words. Nothing is judged by a similarity score.",
    "quote:  We will close the harbour.\nsource: We will not close the harbour.",
)
MISATTRIBUTED = Rule(
    "FC202",
    "quote-misattributed",
    "somebody else said it",
    "The words stand in the source, but the source gives them to another speaker: the interviewer, the "
    "narrator, or a person who is quoted inside somebody's turn. Names are matched by surname, given name "
    "and title.",
    "claim:  “It will never open,” said Ann Lee.\nsource: BOB STONE: It will never open.",
)
NOT_FOUND = Rule(
    "FC203",
    "quote-not-found",
    "no passage has these words",
    "Fewer than half of the content words of the quotation stand in order in one turn of the sources the "
    "claim names. The nearest passage, if there is one, is shown as context.",
    "quote:  We shall fight on the beaches.\nsource: a recipe for bread",
)
SPLICED = Rule(
    "FC204",
    "quote-spliced",
    "words of different places are joined",
    "The parts of the quotation stand in the source, but not together: they come from two places or turns, "
    "or stand in another order, and the quotation does not show it. An ellipsis may only leave out words "
    "of one turn, near to each other and in their order.",
    "quote:  The harbour is old [...] it will close.\nsource: It will close. … The harbour is old.",
)
ELLIPSIS_FLIPS = Rule(
    "FC205",
    "ellipsis-hides-negation",
    "the ellipsis leaves out a negation and turns the sense",
    "The words left out hold a negation that belongs to the words that are kept.",
    "quote:  It can [...] be done.\nsource: It can never be done.",
)
REORDERED = Rule(
    "FC206",
    "quote-reordered",
    "the words stand in another order",
    "The words of the quotation stand in one passage of the source, in another order.",
    "quote:  To the harbour, we went at dawn.\nsource: We went to the harbour at dawn.",
)
TOO_SHORT = Rule(
    "FC207",
    "quote-too-short",
    "too few words to tell one passage from another",
    "A quotation of one or two words that carry only grammar says nothing about who said what.",
    "quote:  it is",
)
OTHER_LANGUAGE = Rule(
    "FC208",
    "quote-in-other-language",
    "the source is in another language",
    "The wording of a translated quotation cannot be checked.",
    "quote:  De haven gaat dicht.\nsource: The harbour will close.",
)
ELLIPSIS_NEGATION = Rule(
    "FC210",
    "ellipsis-omits-negation",
    "the ellipsis leaves out a negation",
    "The words left out hold a negation. It does not seem to belong to the words that are kept; look twice.",
    "quote:  The harbour [...] is old.\nsource: The harbour, which nobody uses, is old.",
    Severity.WARNING,
)
CUT_SHORT = Rule(
    "FC217",
    "quote-begins-after-negation",
    "the word before the quotation negates it",
    "The words stand in the source, right after a negation that the quotation leaves out; look twice.",
    "quote:  a good idea\nsource: This is not a good idea.",
    Severity.WARNING,
)
CUT_OFF = Rule(
    "FC218",
    "quote-ends-before-negation",
    "the word after the quotation negates it",
    "The words stand in the source, right before a negation that the quotation leaves out; look twice.",
    "quote:  would regret it\nsource: Some would regret it not.",
    Severity.WARNING,
)
SPEAKER_UNKNOWN = Rule(
    "FC211",
    "quote-speaker-unknown",
    "the words are there, who says them is not told",
    "The quotation stands in the source, but the source does not tell who speaks there.",
    "claim:  “It will never open,” said Ann Lee.\nsource: captions without names",
    Severity.NOTE,
)
SPELLING = Rule(
    "FC212",
    "quote-spelling-variant",
    "another spelling of the same word",
    "A numeral for a number word, another accepted spelling, or a contraction written out.",
    "quote:  the colour of 8 boats\nsource: the color of eight boats",
    Severity.NOTE,
)
DAMAGED = Rule(
    "FC213",
    "quote-source-damaged",
    "the source's word is damaged",
    "The source's word is no word, and looks like the quotation's: a scan or an encoding damaged it.",
    "quote:  the modern harbour\nsource: the rnodern harbour",
    Severity.NOTE,
)
BRACKETED = Rule(
    "FC214",
    "quote-bracketed",
    "words in brackets stand for others",
    "Words in square brackets are the editor's. Here they replace words of the source.",
    "quote:  I told [the minister] so.\nsource: I told him so.",
    Severity.NOTE,
)
ELLIPSIS = Rule(
    "FC215",
    "quote-shortened",
    "an ellipsis marks words left out",
    "The parts of the quotation stand in order and near to each other in one turn.",
    "quote:  The harbour [...] is old.\nsource: The harbour of the town is old.",
    Severity.NOTE,
)
INTERRUPTED = Rule(
    "FC216",
    "quote-interrupted",
    "the narrator's words stand between",
    "The source interrupts the quotation to say who speaks, or with a stage direction.",
    "quote:  We were behind on everything.\nsource: “We were,” she says, “behind on everything.”",
    Severity.NOTE,
)
RULES = (
    ALTERED,
    MISATTRIBUTED,
    NOT_FOUND,
    SPLICED,
    ELLIPSIS_FLIPS,
    REORDERED,
    TOO_SHORT,
    OTHER_LANGUAGE,
    ELLIPSIS_NEGATION,
    CUT_SHORT,
    CUT_OFF,
    SPEAKER_UNKNOWN,
    SPELLING,
    DAMAGED,
    BRACKETED,
    ELLIPSIS,
    INTERRUPTED,
)
