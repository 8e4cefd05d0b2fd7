"""How much of a sentence is said of a figure, rather than of the other figures that stand there."""

from __future__ import annotations

from itertools import pairwise

from factcheck.clauses import clause_at, figures, is_time, says_when
from factcheck.keys import only_events, tells_event
from factcheck.lazy import lazy
from factcheck.model import Mention
from factcheck.nouns import counted, leaves_out
from factcheck.setting.passage import Facet
from factcheck.text import Span
from factcheck.vocabulary import grammar, word_keys, word_list
from factcheck.wording import WORD_WEIGHT, Word, keys_of, sentence_keys, sentence_words, states

ASIDE_SHARE = 0.4  # of a word's weight, in another clause than the claim's figure, or pointed back to in vain


class Reach(Facet):
    """How much of a sentence is said of its figure."""

    @lazy
    def shares(self) -> dict[str, float] | None:
        """How much each key of the sentence says of this figure, where another clause has a rival figure.

        What stands in the rival's clause says little, unless this one begins with its figure and so has no
        subject of its own; a name goes for the clauses that have none of their own. ``None`` where all
        words say as much.
        """
        parts, own = self.passage.parts
        dated = is_time(self.mention)
        rivals = {
            number
            for number, clause in enumerate(parts)
            if number != own and any(is_time(found) is dated for found in figures(self.document, clause))
        }
        if not rivals:
            return None
        if dated:  # "lost its last keeper in 1988, *when it was automated*"
            rivals |= {
                number
                for number, clause in enumerate(parts)
                if number - 1 in rivals and number != own and says_when(self.document, clause)
            }
        words = sentence_words(self.document, self.passage.index)
        noun = self.passage.counted.noun if self.passage.counted else self.mention
        told = figures(self.document, self.passage.clause)
        inside = [
            word
            for word in self.passage.clause_words
            if word.start != noun.start and not any(m.start <= word.start < m.end for m in told)
        ]
        named = any(word.name and not self._says_where(word) for word in inside)
        bare = all(word.weight < WORD_WEIGHT or word.start > self.mention.start for word in inside)
        bare = bare and (not self.passage.has_predicate or (own == 1 and not self.passage.tells(parts[0])))
        shared = self._rival_nouns(rivals) if self.passage.has_predicate else frozenset()
        elliptic = leaves_out(self.document, self.mention)
        leads_in = own == 0 and self.passage.says_nothing  # over a nine-month period, 200 people were housed
        leading = any(word.name and word.start < self.passage.clause.start for word in words)
        reach: dict[str, float] = {}
        for word in words:
            number = clause_at(self.document, self.passage.index, word.start)
            happens = only_events(word.keys)
            inherited = (bare and not happens and (number < own or leads_in)) or (word.name and not named)
            inherited |= not word.keys.isdisjoint(shared)
            inherited = inherited and not (word.name and leading and self._trails(word, number))
            inherited |= elliptic and not self._leads(word, number)
            share = ASIDE_SHARE if number in rivals and not inherited else 1.0
            for key in word.keys:
                reach[key] = max(share, reach.get(key, 0.0))
        return reach

    def _says_where(self, word: Word) -> bool:
        """Whether a name says where, and is no subject: "was sold and scrapped *at Troon*"."""
        words, at = self.document.tokens.words, self.document.tokens.at(word.start)
        return at > 0 and words[at - 1] in grammar(self.document.language, "locatives")

    def _rival_nouns(self, rivals: set[int]) -> frozenset[str]:
        """Return the keys of what other figures count, where this one leaves it out."""
        if self.passage.counted or is_time(self.mention):
            return frozenset()
        document = self.document
        nouns = (counted(document, m) for n in rivals for m in figures(document, self.passage.parts[0][n]))
        return frozenset(key for noun in nouns if noun for key in noun.head | noun.modifiers)

    def _trails(self, word: Word, number: int) -> bool:
        """Whether a word stands behind the figure of a later clause: *Denby* in ", against 9 for Denby"."""
        parts, own = self.passage.parts
        return number > own and any(
            figure.end <= word.start for figure in figures(self.document, parts[number])
        )

    def _leads(self, word: Word, number: int) -> bool:
        """Whether a word is of the subject of another clause, as what stands before its verb is."""
        clause, lasting = self.passage.parts[0][number], states(self.document.language)
        language = self.document.language
        verbs, tokens = word_list(language, "verbs"), self.document.tokens
        for position in range(*self.passage.positions(Span(clause.start, clause.end))):
            keys = word_keys(tokens.words[position], language)
            if tokens.words[position] in verbs or (tells_event(keys) and not keys <= lasting):
                return word.start < tokens.starts[position]
        return False

    @property
    def stretch(self) -> Span:
        """The part of the sentence that is said of this figure alone: "17 in one and *86 in another*"."""
        return self._stretches[0]

    @property
    def siblings(self) -> tuple[Span, ...]:
        """Those of the other figures of its half."""
        return self._stretches[1:]

    def said_in(self, stretch: Span) -> list[Word]:
        """Return the words of weight that stand there, figures aside."""
        told = figures(self.document, stretch)
        return [
            word
            for word in sentence_words(self.document, self.passage.index)
            if stretch.start <= word.start < stretch.end
            and word.weight >= WORD_WEIGHT
            and not any(one.start <= word.start < one.end for one in told)
        ]

    @lazy
    def _stretches(self) -> tuple[Span, ...]:
        """The parts of the half that stand behind one figure each, or else before it, its own first."""
        half = self.passage.half
        nouns = (None, self.mention.value.get("noun"))
        counts = (m for m in figures(self.document, half) if m.kind == self.mention.kind and _counts(m))
        told = [m for m in counts if nouns[1] is None or m.value.get("noun") in nouns]
        if not any(m.start == self.mention.start for m in told):
            return (half,)
        if self.said_in(Span(told[-1].end, half.end)):
            edges = [m.start for m in told] + [half.end]
        else:
            edges = [half.start] + [m.end for m in told]
        spans = [Span(start, end) for start, end in pairwise(edges)]
        return tuple(sorted(spans, key=lambda span: not span.start <= self.mention.start < span.end))

    @lazy
    def own_keys(self) -> frozenset[str]:
        """The keys of the sentence but for those that only the clauses of other figures have."""
        if self.shares is None:
            return self.passage.keys
        return frozenset(key for key in self.passage.keys if self.shares.get(key, 1.0) == 1.0)

    @lazy
    def half_keys(self) -> frozenset[str]:
        """The keys of the figure's part of the sentence, where semicolons cut it."""
        if self.passage.half == self.passage.sentence:
            return self.passage.keys
        words = sentence_words(self.document, self.passage.index)
        return keys_of(word for word in words if self.passage.in_half(word))

    @property
    def later_keys(self) -> frozenset[str]:
        """The keys of what stands behind the figure's clause."""
        words = sentence_words(self.document, self.passage.index)
        return keys_of(word for word in words if word.start >= self.passage.clause.end)

    @lazy
    def aside(self) -> frozenset[str]:
        """The keys that only the clauses after the mention's have, which do not say where it is."""
        words = sentence_words(self.document, self.passage.index)
        end = min(self.passage.clause.end, self.passage.told_until)
        said = keys_of(word for word in words if word.start < end)
        return sentence_keys(self.document, self.passage.index) - said


def _counts(mention: Mention) -> bool:
    """Whether a figure is so many of something, and neither a measure nor a place in a row."""
    return mention.judgeable and not mention.value.get("unit") and "ordinal" not in mention.keys
