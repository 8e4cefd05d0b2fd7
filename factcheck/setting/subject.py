"""Whom or what the sentence of a mention speaks of: a name, a noun, or what "it" points back to."""

from __future__ import annotations

from factcheck.clauses import figures, is_time
from factcheck.keys import tells_event
from factcheck.lazy import lazy
from factcheck.reference import referred
from factcheck.setting.passage import Facet, Passage
from factcheck.text import function_words
from factcheck.vocabulary import grammar, is_common, is_concept, word_keys, word_list
from factcheck.wording import WORD_WEIGHT, introduced, keys_of, sentence_keys, sentence_words

PERSON = 3  # words of the name of a person at most
_PARTICLE = 3  # letters of a word that may stand between a name and its relative: "volgde Jan op, die"
_INTRODUCTION = 3  # sentences of a text that may say what its subject is


class Subject(Facet):
    """Whom or what the sentence of a mention speaks of."""

    @lazy
    def leading_name(self) -> frozenset[str]:
        """The keys of the first name before the mention, empty where another word of weight comes first.

        But for what says of what sort it is: "*the old German ship Otter* carries 40".
        """
        before = (name for name in self.passage.names if name[0].start < self.mention.start)
        names = [name for name in before if any(word.weight >= WORD_WEIGHT for word in name)]  # no *Sint*
        for number, name in enumerate(names):
            if self._opens(name[0].start):
                goes_on = names[number + 1 :] and self._adjoins(name[-1].end, names[number + 1][0].start)
                return keys_of(names[number + 1] if goes_on else name)
        return frozenset()

    def _opens(self, offset: int) -> bool:
        """Whether no word of weight stands before a name in the sentence that does not adjoin it."""
        words = sentence_words(self.document, self.passage.index)
        before = [word for word in words if word.start < offset and word.weight >= WORD_WEIGHT]
        while before and self.document.text[before[-1].end : offset] == " ":
            offset = before.pop().start
        return all(word.name for word in before)

    def _adjoins(self, end: int, start: int) -> bool:
        """Whether only nouns that are known stand between two names: "the German *ship* Otter"."""
        between, language = self.document.text[end:start], self.document.language
        words = between.split()
        return between[:1] == " " and bool(words) and all(is_concept(word, language) for word in words)

    @lazy
    def holder(self) -> tuple[str, frozenset[str]]:
        """The sort and keys of the office, body or level of government that the figure's clause begins with.

        "*The mayor* planted 12 trees", "*the province* pays 5 million"; both empty where it begins otherwise.
        """
        words = [word for word in self.passage.clause_words if word.weight >= WORD_WEIGHT]
        words = words or list(sentence_words(self.document, self.passage.index))
        if words and not words[0].name and words[0].start < self.mention.start:
            for sort in ("offices", "levels", "bodies"):
                listed = grammar(self.document.language, sort)
                if any(f"c:{key}" in words[0].keys for key in listed):
                    return sort, words[0].keys
        return "", frozenset()

    @lazy
    def noun(self) -> frozenset[str]:
        """The keys of the known noun that the sentence begins with behind an article: "The *storm* raged"."""
        passage, text, language = self.passage, self.document.text, self.document.language
        opening = self.document.tokens.words[self.document.tokens.at(passage.sentence.start)]
        if opening not in (*grammar(language, "definite"), *grammar(language, "indefinite")):
            return frozenset()
        words = sentence_words(self.document, passage.index)
        noun = next((word for word in words if word.weight >= WORD_WEIGHT), None)
        known = noun and not noun.name and is_concept(text[noun.start : noun.end].lower(), language)
        if not noun or not known or noun.start >= self.mention.start or not passage.clause.holds(noun.start):
            return frozenset()
        return noun.keys

    @lazy
    def antecedent(self) -> frozenset[str]:
        """The keys of the name that a relative clause with this figure tells of ("Jan Terwel, who ...")."""
        parts, own = self.passage.parts
        if not own or parts[own].relative not in grammar(self.document.language, "personal_relatives"):
            return frozenset()
        before = parts[own - 1]
        names = [name for name in self.passage.names if before.holds(name[-1].start)]
        between = self.document.text[names[-1][-1].end : before.end].strip() if names else ""
        if not names or len(between) > _PARTICLE:
            return frozenset()
        told = names[-1]
        language = self.document.language
        links = (
            *grammar(language, "of"),
            *grammar(language, "locatives"),
            *grammar(language, "comparing")[:1],
        )
        if len(names) > 1 and self.document.text[names[-2][-1].end : told[0].start].strip() in links:
            told = [*names[-2], *told]  # Ann Vane from Ghent, who ...
        return keys_of(told)

    @lazy
    def unsaid(self) -> bool:
        """Whether a text begins with this sentence and does not name who or what it speaks of ("It ...")."""
        if self.passage.index:
            return False
        if self.refers_back:
            return True
        return not any(name[0].start < self.mention.start for name in self.passage.names)

    @lazy
    def refers_back(self) -> bool:
        """Whether the sentence begins with a pronoun, so that the ones before name what it speaks of.

        A time may stand before it: "In 2021 *it* was 9 percent", *In 2021 was het 9 procent*.
        """
        words, language = self.document.tokens.words, self.document.language
        first = self._opening
        after = words[first + 1] if first + 1 < len(words) else ""
        if words[first] in grammar(language, "definite") and word_keys(after, language) & self._classes:
            return True
        if words[first] not in grammar(language, "pronouns"):
            return False
        if words[first] not in grammar(language, "determiners"):
            return True
        verb = after in word_list(language, "verbs") or tells_event(word_keys(after, language))
        return verb or after in function_words(language) or not after[:1].isalpha()

    @property
    def is_we(self) -> bool:
        """Whether the sentence begins with "we"."""
        opening = self.document.words_in(self.passage.sentence)[:1]
        return not set(opening).isdisjoint(grammar(self.document.language, "we"))

    @lazy
    def asked(self) -> frozenset[str]:
        """The keys of the question that the sentence answers, where it leaves to it what it is about.

        "What does it *cost* to *rent a boat*? That is 38 euros." So does an answer without a verb.
        """
        question = self.passage.question
        if question is None or not (self.refers_back or self.passage.is_fragment):
            return frozenset()
        return sentence_keys(self.document, question)

    def refers_to(self, ours: Passage) -> bool:
        """Whether the sentence leaves to those before it what a claim names.

        So does one that begins with a pronoun, or with a noun of the claim that was said before ("the reef"),
        and the answer to a question with a word of the claim.
        """
        return self.refers_back or not (self.again | self.asked).isdisjoint(ours.keys)

    @lazy
    def again(self) -> frozenset[str]:
        """The keys of the noun behind an article that was said before: "the reef", "the 58-km line"."""
        document, language = self.document, self.document.language
        words, starts = document.tokens.words, document.tokens.starts
        first = document.tokens.at(self.passage.sentence.start)
        at = first + 1
        if words[first] not in grammar(language, "definite") or not self.passage.index:
            return frozenset()
        if at < len(words) and self.mention.start == starts[at]:
            at = document.tokens.at(self.mention.end)
        behind = (*grammar(language, "of"), *grammar(language, "locatives"))
        if at + 1 >= len(words) or words[at + 1] in behind:
            return frozenset()
        return word_keys(words[at], language) & (self.passage.near | sentence_keys(document, 0))

    @property
    def _opening(self) -> int:
        """The token that the sentence begins with, a leading time and the verb behind it aside."""
        document, language = self.document, self.document.language
        words = document.tokens.words
        first = document.tokens.at(self.passage.sentence.start)
        time = next(iter(figures(document, self.passage.sentence)), None)
        if time is None or not is_time(time) or document.tokens.at(time.start) > first + 1:
            return first
        after = document.tokens.at(time.end)
        after += words[after : after + 1] == [","]
        verbs = (*grammar(language, "copulas"), *word_list(language, "verbs"))
        inverted = words[after : after + 1] and words[after] in verbs
        pronoun = after + 1 if inverted else after
        return pronoun if words[pronoun : pronoun + 1] and self._points(pronoun) else first

    def _points(self, position: int) -> bool:
        """Whether a word is a pronoun and stands before no noun."""
        word, language = self.document.tokens.words[position], self.document.language
        return word in grammar(language, "pronouns") and word not in grammar(language, "belonging")

    @property
    def _classes(self) -> frozenset[str]:
        """The keys of what the text says its subjects are: *film* in "The Orchard is a 2011 drama film"."""
        document = self.document
        if "context.classes" not in document.memo:
            found: set[str] = set()
            for index in range(min(_INTRODUCTION, len(document.sentences))):
                found |= introduced(document, index)
            document.memo["context.classes"] = frozenset(found)
        return document.memo["context.classes"]  # type: ignore[no-any-return]

    def by_surname(self, other: Passage) -> dict[int, frozenset[str]]:
        """Return the places of first names whose surname another sentence gives alone, with its keys.

        A surname is no word that is known: "the Forest Board" is not "the Board".
        """
        full = [name for name in self.passage.names if 1 < len(name) <= PERSON]
        if not full:
            return {}
        alone = [name[0].keys for name in other.names if len(name) == 1]
        alone += [reference.keys for reference in referred(other.document, other.index) if reference.surname]
        text, language = self.document.text, self.document.language
        return {
            word.start: name[-1].keys
            for name in full
            if any(name[-1].keys & single for single in alone)
            and not is_common(text[name[-1].start : name[-1].end].lower(), language)
            for word in name[:-1]
        }
