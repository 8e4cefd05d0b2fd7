"""What a mention is about, as its sentence and its text tell: each feature stated by itself, none weighed.

For plugin authors: :mod:`factcheck.context` compares two settings.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from factcheck.checks import Occurrence
from factcheck.clauses import DATE, Clause, Period, clause_at, clauses, figures, has_figure, is_time, time_of
from factcheck.lazy import lazy
from factcheck.model import Mention
from factcheck.nouns import Counted, counted, leaves_out
from factcheck.reference import referred
from factcheck.text import FIELD, Document, Span, function_words
from factcheck.vocabulary import (
    event_phrase,
    grammar,
    is_common,
    is_concept,
    phrasal_verbs,
    says,
    word_keys,
    word_list,
)
from factcheck.wording import (
    GENERIC_WEIGHT,
    WORD_WEIGHT,
    Word,
    deeds,
    happenings,
    introduced,
    is_passive,
    is_taken_back,
    places,
    sentence_keys,
    sentence_names,
    sentence_words,
    states,
    subject,
)

ASIDE_SHARE = 0.4  # of a word's weight, in another clause than the claim's figure, or pointed back to in vain
_HEAD = 4  # words of a sentence within which a phrase for a time before leads it
_NEAR = 3  # sentences before a passage that may name its subject

_AGES = frozenset(("year", "month", "week", "day"))  # units of a number that is an age
_ANCHOR = 9  # tokens of a when-clause that are looked at
_CLAUSE_MARKS = frozenset(",;:()—–")
BESIDE = 4  # words on each side of a mention that tell how alike two are worded
_PERSON = 3  # words of the name of a person at most
_PREFIXED = 5  # letters of a word with an opposite: "de" and "tail" are no detail
_PARTICLE = 3  # letters of a word that may stand between a name and its relative: "volgde Jan op, die"
_INTRODUCTION = 3  # sentences of a text that may say what its subject is
# A word of a claim: the keys one of which a passage may have for it, what it weighs at most, if it is a name.
Hoped = tuple[frozenset[str], float, bool]
_BRACKETS = re.compile(r"\([^()]*\)")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def _is_line_of_sheet(document: Document, sentence: Span) -> bool:
    return FIELD.match(document.text, *sentence) is not None


class Setting:
    """What a mention is about, each part worked out when it is first asked for, and kept."""

    def __init__(self, document: Document, mention: Mention):
        self.document = document
        self.mention = mention
        self.index = document.sentence_index(mention.start)
        self.sentence = document.sentence_at(mention.start)

    @classmethod
    def of(cls, occurrence: Occurrence) -> Setting:
        """Return the setting of a mention, the same object every time."""
        document, mention = occurrence.document, occurrence.mention
        at = ("context.setting", mention.start, mention.end)
        setting: Setting | None = document.memo.get(at)
        if setting is None:
            setting = document.memo[at] = cls(document, mention)
        return setting

    @lazy
    def counted(self) -> Counted | None:
        """What the figure counts; a date or an age counts nothing."""
        dated = self.mention.kind == "date" or self.mention.value.get("unit") in _AGES
        return None if dated else counted(self.document, self.mention)

    @lazy
    def counts_people(self) -> bool:
        """Whether the figure counts what nearly everything has some of."""
        nouns = grammar(self.document.language, "broad_nouns")
        return self.counted is not None and not self.counted.head.isdisjoint(f"c:{key}" for key in nouns)

    @lazy
    def keys(self) -> frozenset[str]:
        """The keys of all words of the sentence; a field of a fact sheet also tells of its subject."""
        said = sentence_keys(self.document, self.index)
        return said | self.section if self.is_field else said

    @lazy
    def label(self) -> frozenset[str]:
        """The keys of what a field of a fact sheet is called."""
        end = self.document.text.find(":", self.sentence.start)
        words = sentence_words(self.document, self.index) if self.is_field else ()
        return frozenset(key for word in words if word.start < end for key in word.keys)

    @lazy
    def section(self) -> frozenset[str]:
        """The keys of the heading that a field stands under, those of what the text is about without one."""
        document, index = self.document, self.index
        while index and _is_line_of_sheet(document, document.sentences[index]):
            index -= 1
        heading = document.sentences[index]
        if _is_line_of_sheet(document, heading) or document.text[heading.end - 1] in ".!?:;,":
            return subject(document)
        return sentence_keys(document, index)

    @lazy
    def is_field(self) -> bool:
        """Whether the mention is the value of a line such as ``Born: 4 May 1950``, and nobody speaks here."""
        opening = self.document.text[self.sentence.start : self.mention.start]
        label = FIELD.match(opening)
        if label is None or any(turn.speaker for turn in self.document.turns):
            return False
        copulas = grammar(self.document.language, "copulas")
        return not any(word in copulas for word in label[0].lower().split())

    @lazy
    def near(self) -> frozenset[str]:
        """The keys of the sentences just before, which may name what this one speaks of."""
        before = range(max(0, self.index - _NEAR), self.index)
        return frozenset().union(*(sentence_keys(self.document, index) for index in before))

    @lazy
    def known(self) -> frozenset[str]:
        """The keys of the sentence, of those just before, and of what the text is about."""
        return self.keys | self.near | subject(self.document)

    @lazy
    def names_around(self) -> list[list[Word]]:
        """The names of the sentence and of those just before."""
        around = range(max(0, self.index - _NEAR), self.index + 1)
        return [name for index in around for name in sentence_names(self.document, index)]

    @lazy
    def referred(self) -> frozenset[str]:
        """The keys of the names the sentence speaks of without giving them."""
        pointed = (reference.keys for reference in referred(self.document, self.index))
        return frozenset().union(*pointed) - self.keys

    @lazy
    def clause(self) -> Clause:
        """The clause that holds the mention."""
        parts, own = self.parts
        return parts[own]

    @lazy
    def predicate(self) -> Span:
        """The clause without what another verb says after a conjunction ("and died in")."""
        words, starts = self.document.tokens.words, self.document.tokens.starts
        joins, verbs = (
            grammar(self.document.language, "conjunctions"),
            word_list(self.document.language, "verbs"),
        )
        start, end = self.clause.start, self.clause.end
        first, last = self._positions(Span(start, end))
        for position in range(first, last - 1):
            if words[position] not in joins or words[position + 1] not in verbs:
                continue
            if starts[position] >= self.mention.end:
                end = starts[position]
                break
            if starts[position] < self.mention.start:
                start = starts[position + 1]
        return Span(start, end)

    @lazy
    def denied(self) -> bool:
        """Whether what the predicate says is denied ("did not sign"), the mention itself aside."""
        words, language = self.document.tokens.words, self.document.language
        denials, only, modals = (grammar(language, key) for key in ("denials", "not_only", "modals"))
        first, last = self._positions(self.predicate)
        own = range(*self._positions(Span(self.mention.start, self.mention.end)))
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
    def of_the_rest(self) -> bool:
        """Whether the figure counts those that are left beside others: "the remaining 180", "another 60"."""
        words = self.document.tokens.words
        first, last = self._positions(Span(self.mention.start, self.mention.end))
        return not set(grammar(self.document.language, "rest")).isdisjoint(
            (*words[max(0, first - 1) : first], *words[last : last + 1])
        )

    @lazy
    def is_given(self) -> bool:
        """Whether the sentence takes the figure for known, whatever it tells of it.

        "*The* 290,000 residents paid ...", "it closed the year with *a surplus of* 3.4 million".
        """
        return self.is_sized or self.word_before in grammar(self.document.language, "definite")

    @lazy
    def is_sized(self) -> bool:
        """Whether the figure is how much there is of a noun before it: "*a surplus of* 3.4 million"."""
        noun = self.counted
        sized = noun is not None and noun.noun.end <= self.mention.start
        return sized and self.word_before in grammar(self.document.language, "of")

    @property
    def word_before(self) -> str:
        """The word right before the mention, in lower case, empty at the start of a text."""
        before = self.document.tokens.at(self.mention.start) - 1
        return self.document.tokens.words[before] if before >= 0 else ""

    @lazy
    def foreseen(self) -> bool | None:
        """Whether the sentence tells what somebody expects, plans or wants, rather than what is so.

        ``None`` where it tells what is to come ("will"), which may be either.
        """
        language = self.document.language
        told = self.document.words_in(self.predicate)
        if says(told, grammar(language, "prospects")):
            return True
        return None if says(told, grammar(language, "futures")) else False

    @property
    def is_money(self) -> bool:
        """Whether the mention is an amount of a currency."""
        unit = str(self.mention.value.get("unit") or "")
        return len(unit) == 3 and unit.isupper()

    @property
    def dates_figure(self) -> bool:
        """Whether the mention is when a figure of its clause held."""
        return is_time(self.mention) and has_figure(self.document, self.clause)

    @lazy
    def events(self) -> frozenset[str]:
        """The events named in the predicate; a mere auxiliary counts only alone, a lasting state never."""
        tokens, language = self.document.tokens, self.document.language
        lasting = states(language)
        strong: set[str] = set()
        auxiliary: set[str] = set()
        own = set(range(*self._positions(Span(self.mention.start, self.mention.end))))  # "the start of 2001"
        if self.counted:
            own.add(tokens.at(self.counted.noun.start))  # nominated for seven awards
            if self.counted.by_verb:
                own.add(tokens.at(self.mention.start) - 1)  # employs 64 people
        aged = self.mention.value.get("unit") in _AGES  # "was 92 when she died"
        told = self.sentence.end if aged and self.mention.kind != DATE else self._told
        first, last = self._positions(Span(self.predicate.start, min(self.predicate.end, told)))
        weak, verbs = grammar(language, "weak_events"), phrasal_verbs(language)
        for position in range(first, last):
            word, is_own = tokens.words[position], position in own
            phrase = event_phrase(tokens.words, position, language) if word in verbs else None
            if phrase:
                events = phrase.keys - lasting
                own.update(range(phrase.first, phrase.stop))  # "left office" tells of no other event
            else:
                events = happenings(word, language) if not is_own else frozenset()
            if not events or self._is_thing(position):
                continue
            if is_own or word not in weak:
                strong |= events
            elif not is_passive(self.document, self.predicate):
                auxiliary |= events
        told_events = strong or (auxiliary if self.mention.kind == DATE else set[str]())
        if not told_events and self.elaborates and not self.has_predicate:
            before = self.parts[0][self.parts[1] - 1]
            words = self.document.words_in(Span(before.start, before.end))
            told_events = {key for word in words for key in word_keys(word, language) if key[:2] == "e:"}
            told_events -= lasting
        pairs = (entry.partition(":") for entry in grammar(language, "implied"))
        return frozenset(told_events | {f"e:{two}" for one, _, two in pairs if f"e:{one}" in told_events})

    @lazy
    def deed(self) -> frozenset[str]:
        """The keys of the verb that says what was done to so many: *ate* 12 apples, 12 beds are *hidden*."""
        words, language = self.document.tokens.words, self.document.language
        verbs = deeds(language)
        before = self.document.tokens.at(self.mention.start) - 1
        before -= before > 0 and words[before] in grammar(language, "articles")
        if before >= 0 and words[before] in verbs:
            return word_keys(words[before], language)
        if not self.counted:
            return frozenset()
        _, first = self._positions(self.counted.noun)
        _, last = self._positions(self.predicate)
        copulas = grammar(language, "copulas")
        behind = [words[p + 1] for p in range(first, last - 1) if words[p] in copulas]
        if grammar(language, "participle_starts"):
            behind += words[first : min(first + 1, last)]  # *heeft 12 bedden verkocht*
        return next((word_keys(word, language) for word in behind if word in verbs), frozenset())

    def _is_thing(self, position: int) -> bool:
        """Whether a word tells of no event: beside a figure a noun with its article, or a part of a name."""
        tokens, text = self.document.tokens, self.document.text
        before = tokens.words[position - 1] if position else ""
        if self.mention.kind != DATE and before in grammar(self.document.language, "definite"):
            return True
        start = tokens.starts[position]
        named = position + 1 < len(tokens.starts) and text[tokens.starts[position + 1]].isupper()
        return named and text[start].isupper() and start > self.sentence.start  # told Die Zeit

    @property
    def elaborates(self) -> bool:
        """Whether the figure's clause follows a colon: "two died: a man of 74 and ..."."""
        before = self.document.text[max(0, self.clause.start - 2) : self.clause.start]
        return self.parts[1] > 0 and ":" in before and not self.is_field

    @property
    def says_nothing(self) -> bool:
        """Whether no verb stands in the figure's clause: "of the 540 people in Ghent, ..."."""
        return not self._tells(self.clause)

    def _tells(self, clause: Clause) -> bool:
        """Whether a clause states something: "in a town of 900 people" and "of the 40 boats built" do not."""
        language = self.document.language
        verbs = word_list(language, "verbs")
        words = self.document.words_in(Span(clause.start, clause.end))
        return not set(words[:1]) & set(grammar(language, "of")) and any(
            word in verbs or any(key[:2] == "e:" for key in word_keys(word, language)) for word in words
        )

    @lazy
    def time(self) -> Period | None:
        """When a figure held, ``None`` where the sentence does not say."""
        return None if is_time(self.mention) else time_of(self.document, self.mention)

    @lazy
    def days(self) -> tuple[frozenset[int], frozenset[int]]:
        """The months and weekdays that the figure's clause names without a year, by their place.

        A season is the months that it has days of.
        """
        language = self.document.language
        dated = is_time(self.mention)
        told = [figure for figure in figures(self.document, self.clause) if is_time(figure) and not dated]
        said = {word for time in told for word in self.document.words_in(Span(time.start, time.end))}
        months, weekdays = (
            frozenset(n for n, name in enumerate(grammar(language, key)) if name in said)
            for key in ("months", "weekdays")
        )
        return months or self._season, weekdays

    @property
    def _season(self) -> frozenset[int]:
        """The months of the season that the figure's clause names behind a grammar word: "in *summer*"."""
        language, words = self.document.language, self.document.words_in(self.predicate)
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
        clause = self.document.words_in(Span(self.clause.start, self.clause.end))
        opening = self.document.words_in(self.sentence)[:_HEAD]
        said = f" {' '.join(clause)} | {' '.join(opening)} "
        for phrase in grammar(self.document.language, "then"):
            if "_" not in phrase and phrase in (*clause, *opening[:2]):
                return True
            if "_" in phrase and f" {phrase.replace('_', ' ')} " in said:
                return True
        return False

    @lazy
    def is_part(self) -> bool:
        """Whether the figure is one of a larger one: *two* in "two of its nine libraries"."""
        behind = [found for found in figures(self.document, self.sentence) if found.start >= self.mention.end]
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
        before = [found for found in figures(self.document, self.sentence) if found.end <= self.mention.start]
        return bool(before) and self._of(before[-1], self.mention)

    def _of(self, part: Mention, total: Mention) -> bool:
        words, language = self.document.words_in(Span(part.end, total.start)), self.document.language
        of, articles = grammar(language, "of"), grammar(language, "articles")
        if not words or words[0] not in of:
            return False
        return all(word in articles or word.endswith("'s") for word in words[1:])

    @lazy
    def reach(self) -> dict[str, float] | None:
        """How much each key of the sentence says of this figure, where another clause has a rival figure.

        What stands in the rival's clause says little, unless this one begins with its figure and so has no
        subject of its own; a name goes for the clauses that have none of their own. ``None`` where all
        words say as much.
        """
        parts, own = self.parts
        dated = is_time(self.mention)
        rivals = {
            number
            for number, clause in enumerate(parts)
            if number != own and any(is_time(found) is dated for found in figures(self.document, clause))
        }
        if not rivals:
            return None
        words = sentence_words(self.document, self.index)
        noun = self.counted.noun if self.counted else self.mention
        told = figures(self.document, self.clause)
        inside = [
            word
            for word in self.clause_words
            if word.start != noun.start and not any(m.start <= word.start < m.end for m in told)
        ]
        named = any(word.name for word in inside)
        bare = all(word.weight < WORD_WEIGHT or word.start > self.mention.start for word in inside)
        bare = bare and (not self.has_predicate or (own == 1 and not self._tells(parts[0])))
        shared = self._rival_nouns(rivals) if self.has_predicate else frozenset()
        elliptic = leaves_out(self.document, self.mention)
        leads_in = own == 0 and self.says_nothing  # over a nine-month period, 200 people were housed
        leading = any(word.name and word.start < self.clause.start for word in words)
        reach: dict[str, float] = {}
        for word in words:
            number = clause_at(self.document, self.index, word.start)
            happens = all(key[:2] == "e:" for key in word.keys)
            inherited = (bare and not happens and (number < own or leads_in)) or (word.name and not named)
            inherited |= not word.keys.isdisjoint(shared)
            inherited = inherited and not (word.name and leading and self._trails(word, number))
            inherited |= elliptic and not self._leads(word, number)
            share = ASIDE_SHARE if number in rivals and not inherited else 1.0
            for key in word.keys:
                reach[key] = max(share, reach.get(key, 0.0))
        return reach

    def _rival_nouns(self, rivals: set[int]) -> frozenset[str]:
        """Return the keys of what other figures count, where this one leaves it out."""
        if self.counted or is_time(self.mention):
            return frozenset()
        document = self.document
        nouns = (counted(document, m) for n in rivals for m in figures(document, self.parts[0][n]))
        return frozenset(key for noun in nouns if noun for key in noun.head | noun.modifiers)

    def _trails(self, word: Word, number: int) -> bool:
        """Whether a word stands behind the figure of a later clause: *Denby* in ", against 9 for Denby"."""
        parts, own = self.parts
        return number > own and any(
            figure.end <= word.start for figure in figures(self.document, parts[number])
        )

    @property
    def has_predicate(self) -> bool:
        """Whether a verb follows the figure in its clause, of which the figure is then the subject."""
        words = self.document.words_in(Span(self.mention.end, max(self.mention.end, self.clause.end)))
        return not word_list(self.document.language, "verbs").isdisjoint(words)

    @lazy
    def half(self) -> Span:
        """The part of the sentence between two semicolons that holds the mention, those in brackets aside."""
        text, (start, end) = self.document.text, self.sentence
        cuts = [
            at
            for at in range(start, end)
            if text[at] == ";" and text.count("(", start, at) == text.count(")", start, at)
        ]
        first = max((at for at in cuts if at < self.mention.start), default=start)
        return Span(first, min((at for at in cuts if at > self.mention.start), default=end))

    @lazy
    def half_keys(self) -> frozenset[str]:
        """The keys of that part of the sentence."""
        if self.half == self.sentence:
            return self.keys
        words = sentence_words(self.document, self.index)
        return frozenset(key for word in words if self._in_half(word) for key in word.keys)

    def _in_half(self, word: Word) -> bool:
        return self.half.start <= word.start < self.half.end

    @lazy
    def own_keys(self) -> frozenset[str]:
        """The keys of the sentence but for those that only the clauses of other figures have."""
        if self.reach is None:
            return self.keys
        return frozenset(key for key in self.keys if self.reach.get(key, 1.0) == 1.0)

    @property
    def later_keys(self) -> frozenset[str]:
        """The keys of what stands behind the figure's clause."""
        words = sentence_words(self.document, self.index)
        return frozenset(key for word in words if word.start >= self.clause.end for key in word.keys)

    def _leads(self, word: Word, number: int) -> bool:
        """Whether a word is of the subject of another clause, as what stands before its verb is."""
        clause, lasting = self.parts[0][number], states(self.document.language)
        language = self.document.language
        verbs, tokens = word_list(language, "verbs"), self.document.tokens
        for position in range(*self._positions(Span(clause.start, clause.end))):
            keys = word_keys(tokens.words[position], language)
            if tokens.words[position] in verbs or (
                any(key[:2] == "e:" for key in keys) and not keys <= lasting
            ):
                return word.start < tokens.starts[position]
        return False

    @lazy
    def antecedent(self) -> frozenset[str]:
        """The keys of the name that a relative clause with this figure tells of ("Jan Terwel, who ...")."""
        parts, own = self.parts
        if not own or parts[own].relative not in grammar(self.document.language, "personal_relatives"):
            return frozenset()
        before = parts[own - 1]
        names = [name for name in self.names if before.holds(name[-1].start)]
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
        return frozenset(key for word in told for key in word.keys)

    @lazy
    def parts(self) -> tuple[tuple[Clause, ...], int]:
        """The clauses of the sentence, and which of them is the figure's."""
        return clauses(self.document, self.index), clause_at(self.document, self.index, self.mention.start)

    @lazy
    def clause_tokens(self) -> frozenset[str]:
        """The words of the figure's own clause, in lower case."""
        return frozenset(self.document.words_in(Span(self.clause.start, self.clause.end)))

    @lazy
    def prefixed(self) -> tuple[tuple[str, str], ...]:
        """The words of the figure's clause that a prefix makes an opposite, with it and without."""
        language = self.document.language
        prefixes = grammar(language, "opposing_prefixes")
        pairs = ((word, word.removeprefix(start)) for start in prefixes for word in self.clause_tokens)
        told = ((word, bare) for word, bare in pairs if word != bare and len(bare) >= _PREFIXED)
        return tuple((word, bare) for word, bare in told if bare not in function_words(language))

    @lazy
    def leading_name(self) -> frozenset[str]:
        """The keys of the first name before the mention, empty where another word of weight comes first."""
        for name in self.names:
            if name[0].start < self.mention.start and self._opens(name[0].start):
                return frozenset(key for word in name for key in word.keys)
        return frozenset()

    @lazy
    def holder(self) -> tuple[str, frozenset[str]]:
        """The sort and keys of the office, body or level of government that the figure's clause begins with.

        "*The mayor* planted 12 trees", "*the province* pays 5 million"; both empty where it begins otherwise.
        """
        words = [word for word in self.clause_words if word.weight >= WORD_WEIGHT]
        words = words or list(sentence_words(self.document, self.index))
        if words and not words[0].name and words[0].start < self.mention.start:
            for sort in ("offices", "levels", "bodies"):
                listed = grammar(self.document.language, sort)
                if any(f"c:{key}" in words[0].keys for key in listed):
                    return sort, words[0].keys
        return "", frozenset()

    @lazy
    def topic(self) -> frozenset[str]:
        """The keys of the known noun that the sentence begins with behind an article: "The *storm* raged"."""
        words, language = self.document.tokens.words, self.document.language
        first = self.document.tokens.at(self.sentence.start)
        if words[first] not in (*grammar(language, "definite"), *grammar(language, "indefinite")):
            return frozenset()
        told = (word for word in sentence_words(self.document, self.index) if word.weight >= WORD_WEIGHT)
        noun = next(told, None)
        text = self.document.text
        known = noun and not noun.name and is_concept(text[noun.start : noun.end].lower(), language)
        if not noun or not known or noun.start >= self.mention.start or not self.clause.holds(noun.start):
            return frozenset()
        return noun.keys

    def _opens(self, offset: int) -> bool:
        """Whether no word of weight stands before an offset in the sentence."""
        words = sentence_words(self.document, self.index)
        return not any(word.start < offset and not word.name and word.weight >= WORD_WEIGHT for word in words)

    @lazy
    def clause_words(self) -> list[Word]:
        """The content words of the figure's own clause."""
        return [word for word in sentence_words(self.document, self.index) if self.clause.holds(word.start)]

    def _is_own(self, word: Word) -> bool:
        return self.mention.start <= word.start < self.mention.end

    @lazy
    def anchor(self) -> frozenset[str]:
        """The keys of the clause that says when something was so ("when he became mayor")."""
        keys = self._anchor
        said = frozenset[str]().union(*keys)
        return frozenset() if said == places(said) else said  # second after Russia

    @property
    def anchor_head(self) -> frozenset[str]:
        """The keys of the first word of that clause."""
        return next(filter(None, self._anchor), frozenset())

    @lazy
    def _anchor(self) -> list[frozenset[str]]:
        tokens, language = self.document.tokens, self.document.language
        own = range(*self._positions(Span(self.mention.start, self.mention.end)))  # "when she was 92"
        positions = range(*self._positions(self.sentence))
        words = [tokens.words[position] if position not in own else "" for position in positions]
        for clause in self._apart:
            for position in range(*self._positions(Span(clause.start, clause.end))):
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
        parts, own = self.parts
        text = self.document.text
        found = []
        for number, clause in enumerate(parts):
            first, second = (self.clause, clause) if number > own else (clause, self.clause)
            between = text[first.end : second.start]
            cut = ";" in between or (number == own + 1 and "," in between)
            if number != own and cut and has_figure(self.document, clause):
                found.append(clause)
        return found

    @lazy
    def _told(self) -> int:
        """Where the sentence turns from what it tells of the mention to when that was ("when he ...")."""
        words, starts = self.document.tokens.words, self.document.tokens.starts
        anchors = grammar(self.document.language, "time_anchors")
        behind = range(*self._positions(Span(self.mention.end, max(self.mention.end, self.sentence.end))))
        return next((starts[at] for at in behind if words[at] in anchors), self.sentence.end)

    @lazy
    def aside(self) -> frozenset[str]:
        """The keys that only the clauses after the mention's have, which do not say where it is."""
        words = sentence_words(self.document, self.index)
        end = min(self.clause.end, self._told)
        said = frozenset(key for word in words if word.start < end for key in word.keys)
        return sentence_keys(self.document, self.index) - said

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
        verb = after in word_list(language, "verbs") or any(
            key[:2] == "e:" for key in word_keys(after, language)
        )
        return verb or after in function_words(language) or not after[:1].isalpha()

    @property
    def _opening(self) -> int:
        """The token that the sentence begins with, a leading time and the verb behind it aside."""
        document, language = self.document, self.document.language
        words = document.tokens.words
        first = document.tokens.at(self.sentence.start)
        time = next(iter(figures(document, self.sentence)), None)
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

    def refers_to(self, ours: Setting) -> bool:
        """Whether the sentence leaves to those before it what a claim names.

        So does one that begins with a pronoun, or with a noun of the claim that was said before ("the reef").
        """
        return self.refers_back or not self.again.isdisjoint(ours.keys)

    @lazy
    def again(self) -> frozenset[str]:
        """The keys of the noun behind an article that was said before: "the reef", "the 58-km line"."""
        document, language = self.document, self.document.language
        words, starts = document.tokens.words, document.tokens.starts
        first = document.tokens.at(self.sentence.start)
        at = first + 1
        if words[first] not in grammar(language, "definite") or not self.index:
            return frozenset()
        if at < len(words) and self.mention.start == starts[at]:
            at = document.tokens.at(self.mention.end)
        behind = (*grammar(language, "of"), *grammar(language, "locatives"))
        if at + 1 >= len(words) or words[at + 1] in behind:
            return frozenset()
        return word_keys(words[at], language) & (self.near | sentence_keys(document, 0))

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

    @lazy
    def subject_unsaid(self) -> bool:
        """Whether a text begins with this sentence and does not name who or what it speaks of ("It ...")."""
        if self.index:
            return False
        if self.refers_back:
            return True
        words = sentence_words(self.document, self.index)
        return not any(word.name and word.start < self.mention.start for word in words)

    @lazy
    def is_heading(self) -> bool:
        """Whether the sentence is the first line of the text, without a full stop or a verb."""
        text, (start, end) = self.document.text, self.sentence
        if self.index or text[end - 1] in ".!?:;" or not text.startswith("\n", end):
            return False
        words = self.document.tokens.words[slice(*self._positions(Span(start, end)))]
        return word_list(self.document.language, "verbs").isdisjoint(words)

    @lazy
    def names(self) -> tuple[list[Word], ...]:
        """The names of the sentence, each the words that stand together."""
        return sentence_names(self.document, self.index)

    def is_told(self, name: list[Word]) -> bool:
        """Whether a figure is of a name: one of its clause, or before the first figure, which is of all."""
        counts = (one.start for one in figures(self.document, self.sentence) if not is_time(one))
        return name[0].start < next(counts, self.mention.start) or self.clause.holds(name[0].start)

    def by_surname(self, other: Setting) -> dict[int, frozenset[str]]:
        """Return the places of first names whose surname another sentence gives alone, with its keys.

        A surname is no word that is known: "the Forest Board" is not "the Board".
        """
        full = [name for name in self.names if 1 < len(name) <= _PERSON]
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

    @lazy
    def years(self) -> frozenset[str]:
        """The years the sentence names, but for those of a figure that this one is held against.

        Nor for those in brackets with a figure of their own: "rose 9.4 percent (2022: 8 percent)".
        """
        parts, own = self.parts
        text, mention = self.document.text, self.mention
        apart = [
            found.span()
            for found in _BRACKETS.finditer(text, self.sentence.start, self.sentence.end)
            if not found.start() < mention.start < found.end()
            and has_figure(self.document, Clause(*found.span()))
        ]
        return frozenset(
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
        clause, predicate = self.clause, self.predicate
        others = (Span(found.start, found.end) for found in figures(self.document, self.sentence))
        skipped = (own, *self.facts_aside, *others)
        alone = not any(
            one.judgeable and not self.half.start <= one.start < self.half.end
            for one in figures(self.document, self.sentence)
        )  # else what stands beyond a semicolon tells of the figures there, but for whom it began with
        words = [
            word
            for word in sentence_words(self.document, self.index)
            if not any(span.start <= word.start < span.end for span in skipped)
            and (self._in_half(word) or alone or (word.name and word.start < self.half.start))
        ]
        spoken = any(not self._is_own(word) for word in self.clause_words)  # not in "Ann, 44, has led"
        weighed = []
        for word in words:
            light = word._replace(weight=GENERIC_WEIGHT) if self._is_usual_verb(word) else word
            if spoken and not (
                predicate.start <= word.start < predicate.end or (word.name and clause.holds(word.start))
            ):
                light = light._replace(weight=light.weight * ASIDE_SHARE)
            weighed.append((word if clause.holds(word.start) or not spoken else light, light))
        return tuple(weighed)

    def _is_usual_verb(self, word: Word) -> bool:
        """Whether a word is a verb that tells no event: "it *keeps* 900 lamps", not "lamps are *broken*".

        Who did it to what says more of a count; of a time it is what happened then.
        """
        language, tokens = self.document.language, self.document.tokens
        text = self.document.text[word.start : word.end].lower()
        if is_time(self.mention) or word.name or text not in word_list(language, "verbs"):
            return False
        if any(key[:2] == "e:" for key in word.keys):
            return False
        return tokens.words[tokens.at(word.start) - 1] not in grammar(language, "copulas")

    @lazy
    def hoped(self) -> tuple[tuple[Hoped, ...], float]:
        """What each word that tells what the figure is about weighs at most, and all of them at least."""
        return self._hoped(None)

    @lazy
    def hoped_without_noun(self) -> tuple[tuple[Hoped, ...], float]:
        """The same without the noun that the figure counts."""
        return self._hoped(self.counted.noun if self.counted else None)

    def _hoped(self, without: Span | None) -> tuple[tuple[Hoped, ...], float]:
        surnames = {
            word.start: name[-1].keys for name in self.names if len(name) <= _PERSON for word in name[:-1]
        }
        hoped: list[Hoped] = []
        least = 0.0
        for word, other in self.weighed:
            if without and without.start <= word.start < without.end:
                continue
            hoped.append((word.keys | surnames.get(word.start, frozenset()), word.weight, word.name))
            is_carried = any(span.start <= word.start < span.end for span in self.document.carried)
            least += other.weight * (ASIDE_SHARE if is_carried else 1.0)
        return tuple(hoped), least

    @lazy
    def facts_aside(self) -> tuple[Span, ...]:
        """The asides that hold a figure of their own (", winner of the 2016 prize,"): they tell of that one.

        An aside stands between two commas, and no conjunction follows it as it would in a list.
        """
        words, starts = self.document.tokens.words, self.document.tokens.starts
        joins = grammar(self.document.language, "conjunctions")
        commas = [position for position in range(*self._positions(self.sentence)) if words[position] == ","]
        return tuple(
            Span(starts[first], starts[last])
            for first, last in pairwise(commas)
            if not starts[first] < self.mention.start < starts[last]
            and any(word[0].isdigit() for word in words[first + 1 : last])
            and not set(words[last + 1 : last + 2]) & set(joins)
        )

    @lazy
    def neighbours(self) -> tuple[str, ...]:
        """The four words before the mention and the four behind it, the nearest first, padded with none."""
        tokens, ends = self.document.tokens, [""] * BESIDE
        before, behind = tokens.at(self.mention.start), tokens.at(self.mention.end)
        before_it = tokens.words[max(0, before - BESIDE) : before][::-1]
        return (*[*before_it, *ends][:BESIDE], *[*tokens.words[behind : behind + BESIDE], *ends][:BESIDE])

    def _positions(self, span: Span) -> tuple[int, int]:
        tokens = self.document.tokens
        return tokens.at(span.start), bisect_left(tokens.starts, span.end)
