"""How much each word around a claim's figure says of what it is about, which a passage must say too."""

from __future__ import annotations

from itertools import pairwise

from factcheck.clauses import Clause, figures, has_figure, is_time
from factcheck.keys import tells_event
from factcheck.lazy import lazy
from factcheck.setting.kinds import kinds
from factcheck.setting.passage import Facet
from factcheck.setting.reach import ASIDE_SHARE
from factcheck.setting.subject import PERSON
from factcheck.text import Span
from factcheck.vocabulary import grammar, word_keys, word_list
from factcheck.wording import GENERIC_WEIGHT, WORD_WEIGHT, Word, sentence_words

# A word of a claim: the keys one of which a passage may have for it, what it weighs at most, if it is a name.
Hoped = tuple[frozenset[str], float, bool]


class Weights(Facet):
    """How much each word around a figure says of what it is about."""

    def words(self, without: Span | None, said: frozenset[str]) -> list[Word]:
        """Return the words that tell what the figure is about, but for the noun ``without``, as they weigh.

        Of ``said`` are the keys of the passage that they are looked for in (:attr:`weighed`).
        """
        return [
            word if word is other or not word.keys.isdisjoint(said) else other
            for word, other in self.weighed
            if without is None or not without.start <= word.start < without.end
        ]

    @lazy
    def weighed(self) -> tuple[tuple[Word, Word], ...]:
        """The words that tell what the figure is about, as they weigh where a passage has them and where not.

        Those of other clauses weigh less; so do a usual verb, and what another verb of the clause says ("and
        died"), where the passage does not say them.
        """
        own = Span(self.mention.start, self.mention.end)
        clause, predicate, half = self.passage.clause, self.passage.predicate, self.passage.half
        others = figures(self.document, self.passage.sentence)
        skipped = (own, *self.facts_aside, *(Span(one.start, one.end) for one in others))
        alone = not any(
            one.judgeable and not half.start <= one.start < half.end for one in others
        )  # else what stands beyond a semicolon tells of the figures there, but for whom it began with
        words = [
            word
            for word in sentence_words(self.document, self.passage.index)
            if not any(span.start <= word.start < span.end for span in skipped)
            and (self.passage.in_half(word) or alone or (word.name and word.start < half.start))
        ]
        # not in "Ann, 44, has led"
        spoken = any(not own.start <= word.start < own.end for word in self.passage.clause_words)
        weighed = []
        leading = self._leading
        for word in words:
            usual = self._is_usual_verb(word) or self._are_all(word)
            light = word._replace(weight=GENERIC_WEIGHT) if usual else word
            if spoken and not (
                predicate.start <= word.start < predicate.end or (word.name and clause.holds(word.start))
            ):
                light = light._replace(weight=light.weight * ASIDE_SHARE)
            leads = leading is not None and leading.start <= word.start < leading.end
            unsaid = leading and not leads and any(rival.holds(word.start) for rival in self._rivals)
            weighed.append(
                (
                    word if leads or clause.holds(word.start) or not spoken else light,
                    light._replace(weight=0.0) if unsaid else light,
                )
            )
        return tuple(weighed)

    @lazy
    def _rivals(self) -> tuple[Clause, ...]:
        """The clauses that tell of another figure each, where that of this one has a verb of its own."""
        parts, own = self.passage.parts
        if not self.passage.tells(parts[own]):
            return ()
        return tuple(
            clause
            for number, clause in enumerate(parts)
            if number != own and has_figure(self.document, clause) and self.passage.tells(clause)
        )

    @lazy
    def _leading(self) -> Span | None:
        """The subject of the sentence, where the clause of this figure leaves out its own."""
        parts, own = self.passage.parts
        if not own or parts[0] not in self._rivals:
            return None
        own_verb, first_verb = self._verb(parts[own]), self._verb(parts[0])
        before = (word for word in self.passage.clause_words if word.start < own_verb)
        if any(word.weight >= WORD_WEIGHT for word in before):
            return None
        return Span(parts[0].start, first_verb)

    def _verb(self, clause: Clause) -> int:
        """Return where the first verb of a clause stands, its end where it has none."""
        language, tokens = self.document.language, self.document.tokens
        verbs = word_list(language, "verbs").union(grammar(language, "copulas"), grammar(language, "modals"))
        for position in range(*self.passage.positions(Span(clause.start, clause.end))):
            word = tokens.words[position]
            if word in verbs or tells_event(word_keys(word, language)):
                return tokens.starts[position]
        return clause.end

    def tells(self, word: Word) -> bool:
        """Say whether a word tells of the figure, rather than of what another clause says beside it.

        A name does, and what that clause begins with, which "it" may point back to: "*the bridge* is new: it
        cost 4.1 million", not "it was *no bargain*: the bridge cost 4.1 million".
        """
        if word.name or self.passage.clause.holds(word.start):
            return True
        language, tokens = self.document.language, self.document.tokens
        verbs = word_list(language, "verbs").union(grammar(language, "copulas"))
        clause = next((part for part in self.passage.parts[0] if part.holds(word.start)), self.passage.clause)
        first, at = tokens.at(clause.start), tokens.at(word.start)
        return verbs.isdisjoint(tokens.words[first : at + 1])

    def _is_usual_verb(self, word: Word) -> bool:
        """Whether a word is a verb that tells no event: "it *keeps* 900 lamps", not "lamps are *broken*".

        Nor does one that only links a thing to its figure: "the fleet *comprises* 900 boats".

        Who did it to what says more of a count; of a time it is what happened then.
        """
        language, tokens = self.document.language, self.document.tokens
        text = self.document.text[word.start : word.end].lower()
        if is_time(self.mention) or word.name:
            return False
        if text in grammar(language, "linking"):
            return True
        if text not in word_list(language, "verbs"):
            return False
        if tells_event(word.keys):
            return False
        return tokens.words[tokens.at(word.start) - 1] not in grammar(language, "copulas")

    def _are_all(self, word: Word) -> bool:
        """Whether a word only says that people are counted by what they have: "*people* of 131 nations"."""
        noun, broad = self.passage.counted, grammar(self.document.language, "broad_nouns")
        if noun is None or word.name or is_time(self.mention):
            return False
        people = frozenset(f"c:{key}" for key in broad)
        return bool(word.keys & people) and noun.head.isdisjoint(people)

    @lazy
    def hoped(self) -> tuple[tuple[Hoped, ...], float]:
        """What each word that tells what the figure is about weighs at most, and all of them at least."""
        return self._hoped(None)

    @lazy
    def hoped_without_noun(self) -> tuple[tuple[Hoped, ...], float]:
        """The same without the noun that the figure counts."""
        return self._hoped(self.passage.counted.noun if self.passage.counted else None)

    def _hoped(self, without: Span | None) -> tuple[tuple[Hoped, ...], float]:
        persons = (name for name in self.passage.names if len(name) <= PERSON)
        surnames = {word.start: name[-1].keys for name in persons for word in name[:-1]}
        told_by_name = frozenset[int]().union(*(kind.places for kind in kinds(self.passage)))
        hoped: list[Hoped] = []
        least = 0.0
        for word, other in self.weighed:
            if without and without.start <= word.start < without.end:
                continue
            hoped.append((word.keys | surnames.get(word.start, frozenset()), word.weight, word.name))
            if word.start in told_by_name:
                continue
            is_carried = any(span.start <= word.start < span.end for span in self.document.carried)
            if self.tells(word):
                least += other.weight * (ASIDE_SHARE if is_carried else 1.0)
        return tuple(hoped), least

    @lazy
    def facts_aside(self) -> tuple[Span, ...]:
        """The asides that hold a figure of their own (", winner of the 2016 prize,"): they tell of that one.

        An aside stands between two commas, and no conjunction follows it as it would in a list.
        """
        words, starts = self.document.tokens.words, self.document.tokens.starts
        joins = grammar(self.document.language, "conjunctions")
        positions = range(*self.passage.positions(self.passage.sentence))
        commas = [position for position in positions if words[position] == ","]
        return tuple(
            Span(starts[first], starts[last])
            for first, last in pairwise(commas)
            if not starts[first] < self.mention.start < starts[last]
            and any(word[0].isdigit() for word in words[first + 1 : last])
            and not set(words[last + 1 : last + 2]) & set(joins)
        )
