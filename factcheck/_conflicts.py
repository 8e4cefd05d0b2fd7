"""Where sources disagree with each other: the checks' own comparison between mentions of the sources.

No claim stands behind such a comparison, so more is asked of it than of one with a claim: both must name
what they count or share several words, both must be of one holder (a place, an organisation, a person),
and neither may stand in a question or a supposition.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from factcheck.context import Counted, Word, counted, sentence_words
from factcheck.model import Mention, Source
from factcheck.text import Document, Span

LEAST_SHARED = 3.0  # weight of the words shared where what is counted does not tell
NEAR_SHARE = 0.7  # of a word's weight, where it stands in the sentences just before
_NEAR = 2  # sentences before a mention that may name its holder
_MOST = 200  # mentions of one key and one word that are compared with each other


@dataclass(frozen=True)
class Site:
    """A mention of a source with what its sentence tells of it."""

    source: Source
    document: Document
    mention: Mention
    index: int  # of its sentence

    @cached_property
    def head(self) -> Counted | None:
        found = counted(self.document, self.mention)
        return found if found and set(self.mention.keys) & found.head else None

    @cached_property
    def phrase(self) -> Span:
        """The span of the mention and the noun phrase it counts."""
        span = self.head.span if self.head else Span(self.mention.start, self.mention.end)
        return Span(min(self.mention.start, span.start), max(self.mention.end, span.end))

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The content words of the sentence beside the mention and its noun."""
        inside = self.phrase
        words = sentence_words(self.document, self.index)
        return tuple(w for w in words if not inside.start <= w.start < inside.end)

    @cached_property
    def keys(self) -> frozenset[str]:
        return frozenset(key for word in self.words for key in word.keys)

    @cached_property
    def near(self) -> frozenset[str]:
        before = range(max(0, self.index - _NEAR), self.index)
        words = (word for index in before for word in sentence_words(self.document, index))
        return frozenset(key for word in words for key in word.keys)

    @cached_property
    def names(self) -> frozenset[str]:
        return frozenset(key for word in self.words if word.name for key in word.keys)
