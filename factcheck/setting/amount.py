"""What a figure is among others: a part, a total, what is left, how much there is of something."""

from __future__ import annotations

from factcheck.clauses import figures
from factcheck.lazy import lazy
from factcheck.model import Mention
from factcheck.setting.passage import Facet
from factcheck.text import Span
from factcheck.vocabulary import grammar
from factcheck.wording import listed_events

_HEDGED = 2  # tokens before an amount that may be "for nearly"


class Amount(Facet):
    """What a figure is among others."""

    @lazy
    def of_people(self) -> bool:
        """Whether the figure counts what nearly everything has some of."""
        nouns, noun = grammar(self.document.language, "broad_nouns"), self.passage.counted
        return noun is not None and not noun.head.isdisjoint(f"c:{key}" for key in nouns)

    @property
    def is_money(self) -> bool:
        """Whether the mention is an amount of a currency, or of what may be one and is said to be a cost."""
        unit = str(self.mention.value.get("unit") or "")
        worth = listed_events(self.document.language, "worth")
        told = unit in grammar(self.document.language, "also_money") and not worth.isdisjoint(
            self.passage.keys
        )
        return told or (len(unit) == 3 and unit.isupper())

    @lazy
    def is_given(self) -> bool:
        """Whether the sentence takes the figure for known, whatever it tells of it.

        "*The* 290,000 residents paid ...", "it closed the year with *a surplus of* 3.4 million".
        """
        return self.is_sized or self.passage.word_before in grammar(self.document.language, "definite")

    @lazy
    def is_sized(self) -> bool:
        """Whether the figure is how much there is of a noun before it: "*a surplus of* 3.4 million"."""
        noun = self.passage.counted
        sized = noun is not None and noun.noun.end <= self.mention.start
        return sized and self.passage.word_before in grammar(self.document.language, "of")

    @property
    def is_price(self) -> bool:
        """Whether what stands before an amount says it was paid: "built *for* £38 million", "a *cost* of"."""
        noun, language = self.passage.counted, self.document.language
        if noun is not None:
            return not noun.head.isdisjoint(f"c:{key}" for key in grammar(language, "prices"))
        words, at = self.document.tokens.words, self.document.tokens.at(self.mention.start)
        paid = set(grammar(language, "for_whom"))
        return self.is_money and not paid.isdisjoint(words[max(0, at - _HEDGED) : at])

    @lazy
    def of_the_rest(self) -> bool:
        """Whether the figure counts those that are left beside others: "the remaining 180", "another 60"."""
        words = self.document.tokens.words
        first, last = self.passage.positions(Span(self.mention.start, self.mention.end))
        return not set(grammar(self.document.language, "rest")).isdisjoint(
            (*words[max(0, first - 1) : first], *words[last : last + 1])
        )

    @lazy
    def is_part(self) -> bool:
        """Whether the figure is one of a larger one: *two* in "two of its nine libraries"."""
        told = figures(self.document, self.passage.sentence)
        behind = [found for found in told if found.start >= self.mention.end]
        share = self.mention.value.get("unit") == "percent"  # which says what it is of
        return self._of_which or (bool(behind) and not share and self._of(self.mention, behind[0]))

    @property
    def _of_which(self) -> bool:
        """Whether what stands behind the figure makes it a part of the one before: "27, *nine of which*"."""
        after = self.document.tokens.at(self.mention.end)
        words, language = self.document.tokens.words[after : after + 2], self.document.language
        if words[:1] and words[0] in grammar(language, "whereof"):
            return True
        relatives = grammar(language, "relatives")
        return len(words) > 1 and words[0] in grammar(language, "of") and words[1] in relatives

    @lazy
    def is_total(self) -> bool:
        """Whether the figure is that of which another is a part: *nine* in "two of its nine libraries"."""
        told = figures(self.document, self.passage.sentence)
        before = [found for found in told if found.end <= self.mention.start]
        return bool(before) and self._of(before[-1], self.mention)

    def _of(self, part: Mention, total: Mention) -> bool:
        words, language = self.document.words_in(Span(part.end, total.start)), self.document.language
        of, articles = grammar(language, "of"), grammar(language, "articles")
        if not words or words[0] not in of:
            return False
        return all(word in articles or word.endswith("'s") for word in words[1:])
