"""Check quotations: whether the words stand in a source, unchanged, said by whom the claim says.

A quotation is folded (case, accents, marks, hyphens at a line's end, damage) and looked for word by word;
where it is not found as it stands, the nearest passage is aligned with it and the difference in words
decides, never a score. Speakers come from the turns of the source and from quotations inside them.

======  ============================  ==========================================================
code    name                          meaning
======  ============================  ==========================================================
FC201   quote-altered                 words are changed, dropped or added
FC202   quote-misattributed           the words are somebody else's
FC203   quote-not-found               no passage has these words
FC204   quote-spliced                 words of different places are joined
FC205   ellipsis-hides-negation       what is left out turns the sense
FC206   quote-reordered               the words stand in another order
FC207   quote-too-short               too few words to tell
FC208   quote-in-other-language       a translation cannot be checked
FC21x                                 notes: ellipses, brackets, spelling, damage, unknown speakers
======  ============================  ==========================================================
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from factcheck.hookspecs import hookimpl
from factcheck.lazy import lazy

from .rules import RULES

if TYPE_CHECKING:
    from factcheck.checks import Corpus, Occurrence
    from factcheck.config import Config
    from factcheck.model import Claim, Finding, Mention
    from factcheck.text import Document

    from .reader import Readers


class QuoteCheck:
    """The quotation check of one run; it remembers the documents it has indexed."""

    name = "quote"
    kind = "quote"
    priority = 30
    encloses = True
    rules = RULES

    @lazy
    def _readers(self) -> Readers:
        from .reader import Readers

        return Readers()

    def extract(self, document: Document) -> Iterable[Mention]:
        """Yield the quotations of a text; scare quotes and titles are none."""
        from .extract import mentions

        return mentions(document)

    def judge(self, claimed: Occurrence, claim: Claim, corpus: Corpus) -> Finding:
        """Judge a quotation of a claim against the sources it names."""
        from .judge import judge

        return judge(claimed, claim, corpus, self._readers)


@hookimpl
def factcheck_register_checks(config: Config) -> list[QuoteCheck]:  # noqa: ARG001
    """Register the check."""
    return [QuoteCheck()]
