"""The rules of the quotation check; codes FC2xx are its own."""

from __future__ import annotations

from factcheck.model import Rule, Severity

ALTERED = Rule(
    "FC201",
    "quote-altered",
    "The source has other words.",
    "The passage stands in the source, but words of it are changed, dropped or added in the quotation. The "
    "differences are listed with those that bear most meaning first: negations, numbers, names, modal verbs "
    "and hedges, then content words, then function words. Nothing is judged by a similarity score.",
    "Quote:  We will close the harbour.\nSource: We will not close the harbour.",
    fix="Quote the words that the finding shows, mark what you left out with […] and what you put in with "
    "[brackets], or paraphrase without quotation marks.",
)
MISATTRIBUTED = Rule(
    "FC202",
    "quote-misattributed",
    "Somebody else said it.",
    "The words stand in the source, but the source gives them to another speaker: the interviewer, the "
    "narrator, or a person who is quoted inside somebody's turn. Names are matched by surname, given name "
    "and title.",
    "Claim:  “It will never open,” said Ann Lee.\n"
    "Source: Ann Lee: Shall we see the bridge?\n\n  Bob Stone: It will never open.",
    fix="Name the speaker that the finding names.",
)
NOT_FOUND = Rule(
    "FC203",
    "quote-not-found",
    "No passage has these words.",
    "Fewer than half of the content words of the quotation stand in order in one turn of the sources the "
    "claim names. The nearest passage, if one is clearly nearest, is shown as context, with how many of the "
    "content words it has.",
    "Quote:  We shall defend every mile of the old sea wall.\nSource: The bakery opens at dawn.",
    fix="Add the document that has the words to the sources, or look whether they are a paraphrase.",
)
SPLICED = Rule(
    "FC204",
    "quote-spliced",
    "Words of different places are joined.",
    "The parts of the quotation stand in the source, but not together: they come from two places or turns, "
    "or stand in another order, and the quotation does not show it. An ellipsis may only leave out words "
    "of one turn, near to each other and in their order.",
    "Quote:  The harbour is very old and deep [...] the council will close it in spring.\n"
    "Source: The council will close it in spring. Nobody was asked. The harbour is very old and deep.",
    fix="Make two quotations of it, in the source's order.",
)
ELLIPSIS_FLIPS = Rule(
    "FC205",
    "ellipsis-hides-negation",
    "The ellipsis leaves out a negation and turns the sense.",
    "The words left out hold a negation that belongs to the words that are kept.",
    "Quote:  It can [...] be done.\nSource: It can never be done.",
    fix="Quote the negation too.",
)
REORDERED = Rule(
    "FC206",
    "quote-reordered",
    "The words stand in another order.",
    "The words of the quotation stand in one passage of the source, in another order.",
    "Quote:  To the harbour, we went at dawn.\nSource: We went to the harbour at dawn.",
    fix="Quote in the source's order.",
)
TOO_SHORT = Rule(
    "FC207",
    "quote-too-short",
    "Too few words to tell one passage from another.",
    "A quotation of one or two words that carry only grammar says nothing about who said what.",
    "Quote:  it is",
    fix="Quote more of the sentence, or drop the quotation marks.",
)
OTHER_LANGUAGE = Rule(
    "FC208",
    "quote-in-other-language",
    "The source is in another language.",
    "The wording of a translated quotation cannot be checked word by word.",
    "Quote:  De haven van de stad gaat in het voorjaar dicht.\n"
    "Source: The harbour of the town will be closed in the spring.",
    fix="Quote the original, or say in the text that it is a translation and read it yourself.",
)
ELLIPSIS_NEGATION = Rule(
    "FC210",
    "ellipsis-omits-negation",
    "The ellipsis leaves out a negation.",
    "The words left out hold a negation. It does not seem to belong to the words that are kept.",
    "Quote:  The harbour [...] is old.\nSource: The harbour, which nobody uses, is old.",
    Severity.WARNING,
    fix="Read the passage, and quote more of it if the sense is not the same without those words.",
)
CUT_SHORT = Rule(
    "FC217",
    "quote-begins-after-negation",
    "The word before the quotation negates it.",
    "The words stand in the source, right after a negation that the quotation leaves out.",
    "Quote:  a very good idea for the harbour\nSource: This is not a very good idea for the harbour.",
    Severity.WARNING,
    fix="Begin the quotation a word earlier, unless your own sentence negates it.",
)
CUT_OFF = Rule(
    "FC218",
    "quote-ends-before-negation",
    "The word after the quotation negates it.",
    "The words stand in the source, right before a negation that the quotation leaves out.",
    "Quote:  sluiten we de haven bij mist\nSource: Ook dan sluiten we de haven bij mist niet.",
    Severity.WARNING,
    fix="End the quotation a word later, unless your own sentence negates it.",
)
SPEAKER_UNKNOWN = Rule(
    "FC211",
    "quote-speaker-unknown",
    "The words are there, who says them is not told.",
    "The quotation stands in the source, but the source does not tell who speaks there, or not that the "
    "speaker bears the office the claim names (“said the mayor”).",
    "Claim:  “It will never open,” said Ann Lee.\nSource: It will never open.",
    Severity.NOTE,
    fix="Add `speakers` to the document's entry in `sources.yaml` if you know who speaks.",
)
SPELLING = Rule(
    "FC212",
    "quote-spelling-variant",
    "Another spelling of the same word.",
    "A numeral for a number word, another accepted spelling, or a contraction written out.",
    "Quote:  the colour of 8 boats\nSource: the color of eight boats",
    Severity.NOTE,
    fix="Nothing needs to be done; house style decides.",
)
DAMAGED = Rule(
    "FC213",
    "quote-source-damaged",
    "The source's word is damaged.",
    "The source's word is no word, and looks like the quotation's: a scan or an encoding damaged it.",
    "Quote:  We are proud of the modern harbour.\nSource: We are proud of the rnodern harbour.",
    Severity.NOTE,
    fix="Nothing needs to be done; a cleaner copy of the document settles it.",
)
BRACKETED = Rule(
    "FC214",
    "quote-bracketed",
    "Words in brackets stand for others.",
    "Words in square brackets are the editor's. Here they replace words of the source.",
    "Quote:  I told [the minister] so last week.\nSource: I told him so last week.",
    Severity.NOTE,
    fix="Look whether the words in brackets are the ones that were meant.",
)
ELLIPSIS = Rule(
    "FC215",
    "quote-shortened",
    "An ellipsis marks words left out.",
    "The parts of the quotation stand in order and near to each other in one turn.",
    "Quote:  The harbour [...] is very old.\nSource: The harbour of the town is very old.",
    Severity.NOTE,
    fix="Nothing needs to be done.",
)
INTERRUPTED = Rule(
    "FC216",
    "quote-interrupted",
    "The narrator's words stand between.",
    "The source interrupts the quotation to say who speaks, or with a stage direction.",
    "Quote:  We were behind on everything.\nSource: “We were,” she says, “behind on everything.”",
    Severity.NOTE,
    fix="Nothing needs to be done.",
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


def told(rule: Rule) -> str:
    """Return what a rule says, as a part of a message."""
    return rule.summary[:1].lower() + rule.summary[1:].rstrip(".")
