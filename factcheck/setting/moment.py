"""When what a mention tells was so: its time, days and years, and the clause that says when."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile

from factcheck.clauses import DATE, Clause, Period, figures, has_figure, is_time, time_of
from factcheck.keys import places_among
from factcheck.lazy import lazy
from factcheck.setting.passage import Facet
from factcheck.text import Span, function_words
from factcheck.vocabulary import all_keys, grammar, word_keys

_HEAD = 4  # words of a sentence within which a phrase for a time before leads it
_ANCHOR = 9  # tokens of a when-clause that are looked at
_CLAUSE_MARKS = frozenset(",;:()—–")
_BRACKETS = re.compile(r"\([^()]*\)")
_NOTE = re.compile(r"(?: [^\W\d_]+)? \(([^()]+)\)")  # a unit or noun may stand before it
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


class Moment(Facet):
    """When what a mention tells was so."""

    @lazy
    def time(self) -> Period | None:
        """When a figure held, ``None`` where the sentence does not say."""
        if is_time(self.mention):
            return None
        return self._noted or time_of(self.document, self.mention) or self._unread

    @property
    def _noted(self) -> Period | None:
        """The time in brackets right behind the figure of a line of a fact sheet: "Staff: 1,150 (*2010*)"."""
        behind = _NOTE.match(self.document.text, self.mention.end, self.passage.sentence.end)
        if behind is None or not self.passage.is_field:
            return None
        times = figures(self.document, Span(*behind.span(1)))
        alone = len(times) == 1 and is_time(times[0]) and times[0].text == behind[1].strip()
        return Period(times[0].value.get("start"), times[0].value.get("end")) if alone else None

    @property
    def _unread(self) -> Period | None:
        """The one year of a sentence behind a preposition, where it has no date: "*for 2016* it had"."""
        if self.mention.kind == DATE or len(self.years) != 1:
            return None
        told = figures(self.document, self.passage.sentence)
        if any(is_time(one) for one in told):
            return None
        (year,) = self.years
        document, words = self.document, self.document.tokens.words
        at = next(
            (at for at in range(*self.passage.positions(self.passage.sentence)) if words[at] == year), 0
        )
        inside = any(one.start <= document.tokens.starts[at] < one.end for one in told)
        if not at or inside or words[at - 1] not in grammar(document.language, "year_prepositions"):
            return None
        return Period(f"{year}-01-01", f"{int(year) + 1}-01-01")

    @lazy
    def days(self) -> tuple[frozenset[int], frozenset[int]]:
        """The months and weekdays that the figure's clause names without a year, by their place.

        A season is the months that it has days of. A time has none beside itself: two are compared as times.
        """
        if is_time(self.mention):
            return frozenset(), frozenset()
        language = self.document.language
        told = [one for one in figures(self.document, self.passage.clause) if is_time(one)]
        said = {word for time in told for word in self.document.words_in(Span(time.start, time.end))}
        months, weekdays = (
            frozenset(n for n, name in enumerate(grammar(language, key)) if name in said)
            for key in ("months", "weekdays")
        )
        return months or self._season, weekdays

    @property
    def _season(self) -> frozenset[int]:
        """The months of the season that the figure's clause names behind a grammar word: "in *summer*"."""
        language, words = self.document.language, self.document.words_in(self.passage.predicate)
        grammatical = function_words(language)
        seasons = {word for before, word in pairwise(words) if before in grammatical}
        listed = (entry.partition(":") for entry in grammar(language, "seasons"))
        return frozenset(
            int(n) - 1 for name, _, months in listed if name in seasons for n in months.split(",")
        )

    @lazy
    def then(self) -> bool:
        """Whether the clause or the head of the sentence speaks of an unsaid time before ("last season")."""
        if self.time:
            return False
        clause = self.document.words_in(Span(self.passage.clause.start, self.passage.clause.end))
        opening = self.document.words_in(self.passage.sentence)[:_HEAD]
        said = f" {' '.join(clause)} | {' '.join(opening)} "
        for phrase in grammar(self.document.language, "then"):
            if "_" not in phrase and phrase in (*clause, *opening[:2]):
                return True
            if "_" in phrase and f" {phrase.replace('_', ' ')} " in said:
                return True
        return False

    @lazy
    def occasion(self) -> frozenset[str]:
        """The keys of a milestone that says when: "*at the closure*", "in the year it was *founded*"."""
        words, language = self.document.words_in(self.passage.sentence), self.document.language
        milestones = {f"e:{key}" for key in grammar(language, "milestones")}
        for phrase in (entry.split("_") for entry in grammar(language, "occasions")):
            for at in range(len(words) - len(phrase) + 1):
                if words[at : at + len(phrase)] == phrase:
                    told = takewhile(_joins_on, words[at + len(phrase) :][:_ANCHOR])
                    return (all_keys(told, language) & milestones) or all_keys(phrase, language)
        leads, articles = grammar(language, "occasion_prepositions"), grammar(language, "articles")
        for before, article, noun in zip(words, words[1:], words[2:], strict=False):
            keys = word_keys(noun, language) & milestones
            if before in leads and article in articles and keys:
                return keys
        return frozenset()

    def on_another_occasion(self, other: Moment) -> bool:
        """Whether a milestone says when this was so, and the other is of another time, as far as is told."""
        if not self.occasion or self.time or not self.occasion.isdisjoint(other.passage.keys):
            return False
        return other.time is not None or self.occasion.isdisjoint(other.passage.near)

    @property
    def dates_figure(self) -> bool:
        """Whether the mention is when a figure of its clause held."""
        return is_time(self.mention) and has_figure(self.document, self.passage.clause)

    @lazy
    def years(self) -> frozenset[str]:
        """The years the sentence names, but for those of a figure that this one is held against.

        Nor for those in brackets with a figure of their own: "rose 9.4 percent (2022: 8 percent)".
        """
        parts, own = self.passage.parts
        text, mention = self.document.text, self.mention
        apart = [
            found.span()
            for found in _BRACKETS.finditer(text, *self.passage.sentence)
            if not found.start() < mention.start < found.end()
            and has_figure(self.document, Clause(*found.span()))
        ]
        cell = self.passage.cell
        heads = frozenset(_YEAR.findall(text, *cell.column)) if cell else frozenset()
        return heads | frozenset(
            found[0]
            for number, clause in enumerate(parts)
            if number <= own or not self._is_compared(clause)
            for found in _YEAR.finditer(text, clause.start, clause.end)
            if not any(start < found.start() < end for start, end in apart)
        )

    def _is_compared(self, clause: Clause) -> bool:
        """Whether a clause gives a figure to hold another against: ", against 79 million in 2022"."""
        words, at = self.document.tokens.words, self.document.tokens.at(clause.start)
        comparing = grammar(self.document.language, "comparing")
        return has_figure(self.document, clause) and (
            words[at] in comparing or words[max(0, at - 1)] in comparing
        )

    @lazy
    def anchor(self) -> frozenset[str]:
        """The keys of the clause that says when something was so ("when he became mayor")."""
        keys = self._anchor
        said = frozenset[str]().union(*keys)
        return frozenset() if said == places_among(said) else said  # second after Russia

    def anchored_apart(self, other: Moment) -> bool:
        """Say whether such a clause stands on one side only, or has no word of the other's."""
        if not (self.anchor and other.anchor):
            return bool(self.anchor or other.anchor)
        return self.anchor.isdisjoint(other.anchor)

    @property
    def anchor_head(self) -> frozenset[str]:
        """The keys of the first word of that clause."""
        return next(filter(None, self._anchor), frozenset())

    @lazy
    def _anchor(self) -> list[frozenset[str]]:
        tokens, language = self.document.tokens, self.document.language
        own = range(*self.passage.positions(Span(self.mention.start, self.mention.end)))  # "when she was 92"
        positions = range(*self.passage.positions(self.passage.sentence))
        words = [tokens.words[position] if position not in own else "" for position in positions]
        for clause in self._apart:
            for position in range(*self.passage.positions(Span(clause.start, clause.end))):
                words[position - positions.start] = ""
        anchors = grammar(language, "time_anchors")
        asides = grammar(language, "time_asides")  # after a comma they go on: "the 18th mayor, after ..."
        # 2019 was the year when: that tells what, not when; it looks after 30 locks
        others = (*grammar(language, "time_nouns"), *grammar(language, "particle_verbs"))
        opens = (i for i, word in enumerate(words) if word in anchors and not (i and words[i - 1] in others))
        # "looks after four families", "after-school activities" tell no time
        opens = (i for i in opens if words[i + 1 : i + 2] not in ([""], ["-"]))
        at = next((i for i in opens if not (i and words[i] in asides and words[i - 1] == ",")), len(words))
        keys: list[frozenset[str]] = []
        for word in words[at + 1 : at + _ANCHOR]:
            if word in _CLAUSE_MARKS:
                break
            keys.append(word_keys(word, language))
        return keys

    @property
    def _apart(self) -> list[Clause]:
        """The clauses with a figure of their own behind a comma, or on the other side of a semicolon."""
        parts, own = self.passage.parts
        text = self.document.text
        found = []
        for number, clause in enumerate(parts):
            first, second = (self.passage.clause, clause) if number > own else (clause, self.passage.clause)
            between = text[first.end : second.start]
            cut = ";" in between or (number == own + 1 and "," in between)
            if number != own and cut and has_figure(self.document, clause):
                found.append(clause)
        return found


def _joins_on(word: str) -> bool:
    return word not in _CLAUSE_MARKS
