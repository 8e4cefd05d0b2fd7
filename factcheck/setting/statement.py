"""What the predicate around a mention states: what happened, and whether that is denied or foreseen."""

from __future__ import annotations

from factcheck.clauses import DATE
from factcheck.keys import events_among
from factcheck.lazy import lazy
from factcheck.setting.passage import AGES, Facet
from factcheck.text import Span
from factcheck.vocabulary import all_keys, event_phrase, grammar, phrasal_verbs, says, word_keys
from factcheck.wording import deeds, happenings, is_passive, is_taken_back, sentence_keys, states


class Statement(Facet):
    """What the predicate around a mention states."""

    @lazy
    def events(self) -> frozenset[str]:
        """The events named in the predicate; a mere auxiliary counts only alone, a lasting state never.

        Those of an answer without a verb are those of its question. What the year of "is a *1973* film
        directed by" is of is told by the noun.
        """
        if self._dates_what_it_is:
            return frozenset()
        strong, auxiliary = self._told()
        told = strong or (auxiliary if self.mention.kind == DATE else frozenset())
        if not told and self.passage.elaborates and not self.passage.has_predicate:
            told = self._told_before()
        if not told and self.passage.question is not None and self.passage.is_fragment:
            asked = sentence_keys(self.document, self.passage.question)
            told = events_among(asked) - states(self.document.language)
        pairs = (entry.partition(":") for entry in grammar(self.document.language, "implied"))
        return frozenset(told | {f"e:{two}" for one, _, two in pairs if f"e:{one}" in told})

    @property
    def _dates_what_it_is(self) -> bool:
        """Whether a date stands before the noun that says what something is: "is a *1973* film"."""
        words, at = self.document.tokens.words, self.document.tokens.at(self.mention.start)
        language = self.document.language
        if self.mention.kind != DATE or at < 2:
            return False
        article = words[at - 1] in grammar(language, "articles")
        return article and words[at - 2] in grammar(language, "copulas")

    def meets(self, other: Statement) -> bool:
        """Say whether both tell of one event."""
        return not self.events.isdisjoint(other.events)

    def differs(self, other: Statement) -> bool:
        """Say whether both tell of an event, and of none in common."""
        return bool(self.events and other.events) and not self.meets(other)

    def _told(self) -> tuple[frozenset[str], frozenset[str]]:
        """Return the events that the predicate names, and apart those that an auxiliary names."""
        words, language = self.document.tokens.words, self.document.language
        strong = auxiliary = frozenset[str]()
        own = self._own
        weak, verbs = grammar(language, "weak_events"), phrasal_verbs(language)
        for position in range(*self._stretch):
            word, is_own = words[position], position in own
            phrase = event_phrase(words, position, language) if word in verbs else None
            if phrase:
                events = phrase.keys - states(language)
                own.update(range(phrase.first, phrase.stop))  # "left office" tells of no other event
            else:
                events = happenings(word, language) if not is_own else frozenset()
            if not events or self._is_thing(position):
                continue
            if is_own or word not in weak:
                strong |= events
            elif not is_passive(self.document, self.passage.predicate):
                auxiliary |= events
        return strong, auxiliary

    @property
    def _own(self) -> set[int]:
        """The positions of the words of the figure and of what it counts, which tell no event."""
        at, counted = self.document.tokens.at, self.passage.counted
        # "the start of 2001"
        own = set(range(*self.passage.positions(Span(self.mention.start, self.mention.end))))
        if counted:
            own.add(at(counted.noun.start))  # nominated for seven awards
            if counted.by_verb:
                own.add(at(self.mention.start) - 1)  # employs 64 people
        return own

    @property
    def _stretch(self) -> tuple[int, int]:
        """The positions of the predicate, up to what says when; of an age that is told too."""
        passage = self.passage
        aged = self.mention.value.get("unit") in AGES  # "was 92 when she died"
        told = passage.sentence.end if aged and self.mention.kind != DATE else passage.told_until
        return passage.positions(Span(passage.predicate.start, min(passage.predicate.end, told)))

    def _told_before(self) -> frozenset[str]:
        """Return the events of the clause before."""
        parts, own = self.passage.parts
        language, before = self.document.language, parts[own - 1]
        words = self.document.words_in(Span(before.start, before.end))
        return events_among(all_keys(words, language)) - states(language)

    def _is_thing(self, position: int) -> bool:
        """Whether a word tells of no event: beside a figure a noun with its article, or a part of a name."""
        tokens, text = self.document.tokens, self.document.text
        before = tokens.words[position - 1] if position else ""
        if self.mention.kind != DATE and before in grammar(self.document.language, "definite"):
            return True
        start = tokens.starts[position]
        if start == self.passage.sentence.start or not text[start].isupper():
            return False
        behind = text[tokens.starts[position + 1]] if position + 1 < len(tokens.starts) else ""
        ends_name = text[tokens.starts[position - 1]].isupper() and tokens.ends[position - 1] == start - 1
        return behind.isupper() or (ends_name and behind.isdigit())  # told Die Zeit; Osk Flight 218

    @lazy
    def deed(self) -> frozenset[str]:
        """The keys of the verb that says what was done to so many: *ate* 12 apples, 12 beds are *hidden*."""
        words, language = self.document.tokens.words, self.document.language
        verbs = deeds(language)
        before = self.document.tokens.at(self.mention.start) - 1
        before -= before > 0 and words[before] in grammar(language, "articles")
        if before >= 0 and words[before] in verbs:
            return word_keys(words[before], language)
        if not self.passage.counted:
            return frozenset()
        _, first = self.passage.positions(self.passage.counted.noun)
        _, last = self.passage.positions(self.passage.predicate)
        copulas = grammar(language, "copulas")
        behind = [words[p + 1] for p in range(first, last - 1) if words[p] in copulas]
        if grammar(language, "participle_starts"):
            behind += words[first : min(first + 1, last)]  # *heeft 12 bedden verkocht*
        return next((word_keys(word, language) for word in behind if word in verbs), frozenset())

    @lazy
    def denied(self) -> bool:
        """Whether what the predicate says is denied ("did not sign"), the mention itself aside."""
        words, language = self.document.tokens.words, self.document.language
        denials, only, modals = (grammar(language, key) for key in ("denials", "not_only", "modals"))
        first, last = self.passage.positions(self.passage.predicate)
        own = range(*self.passage.positions(Span(self.mention.start, self.mention.end)))
        behind = " ".join(words[first : own.start])
        if any(behind.endswith(phrase.replace("_", " ")) for phrase in grammar(language, "instead")):
            return True  # 9 million instead of 6 million
        if not set(modals).isdisjoint(words[first:last]):
            return False  # "we may not blame all 400" denies no 400
        return any(
            words[position] in denials
            and position not in own
            and words[position + 1] not in only
            and not is_taken_back(self.document, position)
            for position in range(first, min(last, len(words) - 1))
        )

    @lazy
    def foreseen(self) -> bool | None:
        """Whether the sentence tells what somebody expects, plans or wants, rather than what is so.

        ``None`` where it tells what is to come ("will"), which may be either.
        """
        language = self.document.language
        told = self.document.words_in(self.passage.predicate)
        if says(told, grammar(language, "prospects")):
            return True
        return None if says(told, grammar(language, "futures")) else False
