"""What a span is about: whether two mentions speak of the same thing, from stated features of both.

For plugin authors: :func:`same_thing` answers the one question that makes a comparison fair. It looks at the
thing counted (:mod:`factcheck.nouns`), the words around both, their places, years, ``when`` clauses and
events; words are compared by their keys (:mod:`factcheck.vocabulary`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache, cached_property
from itertools import pairwise
from typing import NamedTuple

from factcheck.checks import Occurrence
from factcheck.clauses import (
    DATE,
    Clause,
    Period,
    clause_at,
    clauses,
    figures,
    is_time,
    same_figure,
    time_of,
)
from factcheck.model import Closeness, Mention
from factcheck.nouns import Counted, counted, noun_keys
from factcheck.text import Document, Span, function_words
from factcheck.vocabulary import event_phrase, grammar, is_common, name_key, word_keys, word_list

# How much of what a claim says around its figure must be said around the source's: shares of the weight
# of the claim's content words.
COUNTED_COVERAGE = 0.35  # both count the same thing
BROAD_COVERAGE = 0.5  # both count people, which everything has
UNCOUNTED_COVERAGE = 0.6  # one of them does not say what it counts
LEAST_SHARED = 1.5  # weight of the words shared, where nothing is counted
WORDING_COVERAGE = 0.8  # the source repeats the claim's own words

NAME_WEIGHT = 1.5
WORD_WEIGHT = 1.0
GENERIC_WEIGHT = 0.25
ASIDE_SHARE = 0.4  # of a word's weight, in another clause than the claim's figure, or pointed back to in vain
NEAR_SHARE = 0.7  # of a word's weight, where it stands in the sentences just before
SUBJECT_SHARE = 0.6  # of a name's weight, where it is what the document is about

LEAST_WORDING = 3.0  # weight of the words that must be repeated to call it the claim's wording
SAME_BESIDE = 0.9  # or how alike the words beside both figures must be

_AGES = frozenset(("year", "month", "week", "day"))  # units of a number that is an age
_ANCHOR = 9  # tokens of a when-clause that are looked at
_CLAUSE_MARKS = frozenset(",;:()—–")
_PARTICLE = 3  # letters of a word that may stand between a name and its relative: "volgde Jan op, die"
_INTRODUCTION = 3  # sentences of a text that may say what its subject is
_SAID_BEFORE = 2  # words of a when-clause that another sentence must have to be told at the same time
_NEAR = 3  # sentences before a passage that may name its subject
_FIELD = re.compile(r"[^\W\d_][^\s.:!?]*(?: [^\s.:!?]+){0,4} ?:\s")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


class Word(NamedTuple):
    """A content word: its place, what it is matched by, and how much it says."""

    start: int
    end: int
    keys: frozenset[str]
    weight: float
    name: bool


class Match(NamedTuple):
    """How surely two mentions are about the same thing.

    ``shared`` is the part of the claim's words, by weight, that the passage's own sentence says of its
    figure; ``fit`` adds how alike the nearest words are, 0 to 2 in all. ``narrower`` says that the source
    counts only some of what the claim counts ("gold medals"), so that another figure is no contradiction.
    """

    closeness: Closeness
    fit: float
    shared: float
    narrower: bool = False


def sentence_words(document: Document, index: int) -> tuple[Word, ...]:
    """Return the content words of a sentence, by its index in ``document.sentences``."""
    memo: dict[int, tuple[Word, ...]] = document.memo.setdefault("context.words", {})
    if index not in memo:
        memo[index] = tuple(_content(document, document.sentences[index]))
    return memo[index]


def _content(document: Document, span: Span) -> Iterable[Word]:
    tokens, text, language = document.tokens, document.text, document.language
    generic, states = word_list(language, "generic"), _states(language)
    for position in range(tokens.at(span.start), bisect_left(tokens.starts, span.end)):
        word, start = tokens.words[position], tokens.starts[position]
        if not word[0].isalpha():
            continue
        phrase = event_phrase(tokens.words, position, language)
        keys = frozenset((phrase,)) if phrase else noun_keys(document, word)
        if not keys:
            continue
        name = text[start].isupper() and (start > span.start or not is_common(word, language))
        if name:
            keys |= {name_key(word)}
        event = any(key[:2] == "e:" for key in keys)
        light = (word in generic and not event) or keys <= states
        light |= word in grammar(language, "inhabited") and _named(document, position)
        light |= word in grammar(language, "weak_events") and _is_passive(document, span)
        weight = GENERIC_WEIGHT if light else NAME_WEIGHT if name else WORD_WEIGHT
        yield Word(start, tokens.ends[position], keys, weight, name)


def _is_passive(document: Document, span: Span) -> bool:
    """Whether a participle in a stretch makes an auxiliary of what else tells that somebody became something.

    Only a language whose passive has that verb lists how its participles look.
    """
    pattern = _participle(document.language)
    return pattern is not None and any(pattern.fullmatch(word) for word in document.words_in(span))


@cache
def _participle(language: str) -> re.Pattern[str] | None:
    starts = grammar(language, "participle_starts")
    if not starts:
        return None
    return re.compile(rf"(?:{'|'.join(starts)})\w{{3,}}(?:{'|'.join(grammar(language, 'participle_ends'))})")


def _named(document: Document, position: int) -> bool:
    """Whether a name follows a word at once, as in ``the city of Ghent`` or ``de stad Gent``."""
    tokens = document.tokens
    after = position + 1
    if after < len(tokens.words) and tokens.words[after] in grammar(document.language, "of"):
        after += 1
    return after < len(tokens.words) and document.text[tokens.starts[after]].isupper()


def subject(document: Document) -> frozenset[str]:
    """Return the keys of the names a document is about: those of its head and those that recur most."""
    if "context.subject" not in document.memo:
        tokens, text = document.tokens, document.text
        counts: dict[str, int] = {}
        for word, start in zip(tokens.words, tokens.starts, strict=True):
            if text[start].isupper():
                counts[word] = counts.get(word, 0) + 1
        content = [word for word in counts if word_keys(word, document.language)]
        most = max((counts[word] for word in content), default=0)
        frequent = {word for word in content if counts[word] >= max(3, most / 4)}
        opening = document.sentences[0].end if document.sentences else 0
        head = {
            tokens.words[position]
            for position in range(bisect_left(tokens.starts, opening))
            if text[tokens.starts[position]].isupper()
        }
        keys: set[str] = set()
        for word in frequent | {word for word in head if word in content}:
            keys |= word_keys(word, document.language) | {name_key(word)}
        document.memo["context.subject"] = frozenset(keys)
    return document.memo["context.subject"]  # type: ignore[no-any-return]


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
        settings: dict[tuple[int, int], Setting] = document.memo.setdefault("context.settings", {})
        at = (mention.start, mention.end)
        if at not in settings:
            settings[at] = cls(document, mention)
        return settings[at]

    @cached_property
    def counted(self) -> Counted | None:
        """What the figure counts; a date or an age counts nothing."""
        dated = self.mention.kind == "date" or self.mention.value.get("unit") in _AGES
        return None if dated else counted(self.document, self.mention)

    @cached_property
    def counts_people(self) -> bool:
        """Whether the figure counts what nearly everything has some of."""
        nouns = grammar(self.document.language, "broad_nouns")
        return self.counted is not None and not self.counted.head.isdisjoint(f"c:{key}" for key in nouns)

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of all words of the sentence; a field of a fact sheet also tells of its subject."""
        said = _sentence_keys(self.document, self.index)
        return said | subject(self.document) if self.is_field else said

    @cached_property
    def is_field(self) -> bool:
        """Whether the mention is the value of a line such as ``Born: 4 May 1950``, and nobody speaks here."""
        opening = self.document.text[self.sentence.start : self.mention.start]
        label = _FIELD.match(opening)
        if label is None or any(turn.speaker for turn in self.document.turns):
            return False
        copulas = grammar(self.document.language, "copulas")
        return not any(word in copulas for word in label[0].lower().split())

    @cached_property
    def near(self) -> frozenset[str]:
        """The keys of the sentences just before, which may name what this one speaks of."""
        before = range(max(0, self.index - _NEAR), self.index)
        return frozenset().union(*(_sentence_keys(self.document, index) for index in before))

    @cached_property
    def clause(self) -> Clause:
        """The clause that holds the mention."""
        parts, own = self.parts
        return parts[own]

    @cached_property
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

    @cached_property
    def denied(self) -> bool:
        """Whether what the predicate says is denied ("did not sign"), the mention itself aside."""
        words, language = self.document.tokens.words, self.document.language
        denials, only, modals = (grammar(language, key) for key in ("denials", "not_only", "modals"))
        first, last = self._positions(self.predicate)
        own = range(*self._positions(Span(self.mention.start, self.mention.end)))
        if not set(modals).isdisjoint(words[first:last]):
            return False  # "we may not blame all 400" denies no 400
        return any(
            words[position] in denials and position not in own and words[position + 1] not in only
            for position in range(first, min(last, len(words) - 1))
        )

    @cached_property
    def foreseen(self) -> bool:
        """Whether the sentence tells what somebody expects, plans or wants, rather than what is so."""
        return not self.clause_tokens.isdisjoint(grammar(self.document.language, "prospects"))

    @cached_property
    def events(self) -> frozenset[str]:
        """The events named in the predicate; a mere auxiliary counts only alone, a lasting state never."""
        tokens, language = self.document.tokens, self.document.language
        states = _states(language)
        strong: set[str] = set()
        auxiliary: set[str] = set()
        own = set(range(*self._positions(Span(self.mention.start, self.mention.end))))  # "the start of 2001"
        if self.counted:
            own.add(tokens.at(self.counted.noun.start))  # nominated for seven awards
        for position in range(*self._positions(self.predicate)):
            word = tokens.words[position] if position not in own else ""
            phrase = event_phrase(tokens.words, position, language)
            keys = (phrase,) if phrase else word_keys(word, language)
            events = [key for key in keys if key[:2] == "e:" and key not in states]
            if word not in grammar(language, "weak_events"):
                strong.update(events)
            elif not _is_passive(self.document, self.predicate):
                auxiliary.update(events)
        return frozenset(strong or (auxiliary if self.mention.kind == DATE else ()))

    @cached_property
    def time(self) -> Period | None:
        """When a figure held, ``None`` where the sentence does not say."""
        return None if is_time(self.mention) else time_of(self.document, self.mention)

    @cached_property
    def then(self) -> bool:
        """Whether the clause or the head of the sentence speaks of an unsaid time before ("last season")."""
        words = self.document.words_in(Span(self.clause.start, self.clause.end))
        words += self.document.words_in(self.sentence)[:2]
        return not self.time and not set(words).isdisjoint(grammar(self.document.language, "then"))

    @cached_property
    def is_part(self) -> bool:
        """Whether the figure is one of a larger one: *two* in "two of its nine libraries"."""
        behind = [found for found in figures(self.document, self.sentence) if found.start >= self.mention.end]
        return bool(behind) and self._of(self.mention, behind[0])

    @cached_property
    def is_total(self) -> bool:
        """Whether the figure is that of which another is a part: *nine* in "two of its nine libraries"."""
        before = [found for found in figures(self.document, self.sentence) if found.end <= self.mention.start]
        return bool(before) and self._of(before[-1], self.mention)

    def _of(self, part: Mention, total: Mention) -> bool:
        words, language = self.document.words_in(Span(part.end, total.start)), self.document.language
        of, articles = grammar(language, "of"), grammar(language, "articles")
        return bool(words) and words[0] in of and all(word in articles for word in words[1:])

    @cached_property
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
        inside = [w for w in self.clause_words if not self._is_own(w) and w.start != noun.start]
        named = any(word.name for word in inside)
        bare = all(word.weight < WORD_WEIGHT or word.start > self.mention.start for word in inside)
        reach: dict[str, float] = {}
        for word in words:
            number = clause_at(self.document, self.index, word.start)
            happens = all(key[:2] == "e:" for key in word.keys)
            inherited = (bare and not happens) or (word.name and not named)
            share = ASIDE_SHARE if number in rivals and not inherited else 1.0
            for key in word.keys:
                reach[key] = max(share, reach.get(key, 0.0))
        return reach

    @cached_property
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
        return frozenset(key for word in names[-1] for key in word.keys)

    @property
    def parts(self) -> tuple[tuple[Clause, ...], int]:
        """The clauses of the sentence, and which of them is the figure's."""
        return clauses(self.document, self.index), clause_at(self.document, self.index, self.mention.start)

    @cached_property
    def clause_tokens(self) -> frozenset[str]:
        """The words of the figure's own clause, in lower case."""
        return frozenset(self.document.words_in(Span(self.clause.start, self.clause.end)))

    @cached_property
    def leading_name(self) -> frozenset[str]:
        """The keys of the first name before the mention, empty where another word of weight comes first."""
        for name in self.names:
            if name[0].start < self.mention.start and self._opens(name[0].start):
                return frozenset(key for word in name for key in word.keys)
        return frozenset()

    def _opens(self, offset: int) -> bool:
        """Whether no word of weight stands before an offset in the sentence."""
        words = sentence_words(self.document, self.index)
        return not any(word.start < offset and not word.name and word.weight >= WORD_WEIGHT for word in words)

    @property
    def clause_words(self) -> list[Word]:
        """The content words of the figure's own clause."""
        return [word for word in sentence_words(self.document, self.index) if self.clause.holds(word.start)]

    def _is_own(self, word: Word) -> bool:
        return self.mention.start <= word.start < self.mention.end

    @cached_property
    def anchor(self) -> frozenset[str]:
        """The keys of the clause that says when something was so ("when he became mayor")."""
        tokens, language = self.document.tokens, self.document.language
        own = range(*self._positions(Span(self.mention.start, self.mention.end)))  # "when she was 92"
        positions = range(*self._positions(self.sentence))
        words = [tokens.words[position] if position not in own else "" for position in positions]
        anchors = grammar(language, "time_anchors")
        asides = grammar(language, "time_asides")  # after a comma they go on: "the 18th mayor, after ..."
        opens = (i for i, word in enumerate(words) if word in anchors)
        at = next((i for i in opens if not (i and words[i] in asides and words[i - 1] == ",")), len(words))
        keys: set[str] = set()
        for word in words[at + 1 : at + _ANCHOR]:
            if word in _CLAUSE_MARKS:
                break
            keys |= word_keys(word, language)
        return frozenset() if keys == _places(keys) else frozenset(keys)  # second after Russia

    @cached_property
    def aside(self) -> frozenset[str]:
        """The keys that only the clauses after the mention's have, which do not say where it is."""
        words = sentence_words(self.document, self.index)
        said = frozenset(key for word in words if word.start < self.clause.end for key in word.keys)
        return _sentence_keys(self.document, self.index) - said

    @cached_property
    def refers_back(self) -> bool:
        """Whether the sentence begins with a pronoun, so that the ones before name what it speaks of."""
        words, language = self.document.tokens.words, self.document.language
        first = self.document.tokens.at(self.sentence.start)
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
        return verb or after in function_words(language)

    @property
    def _classes(self) -> frozenset[str]:
        """The keys of what the text says its subjects are: *film* in "The Orchard is a 2011 drama film"."""
        document = self.document
        if "context.classes" not in document.memo:
            found: set[str] = set()
            for index in range(min(_INTRODUCTION, len(document.sentences))):
                found |= _introduced(document, index)
            document.memo["context.classes"] = frozenset(found)
        return document.memo["context.classes"]  # type: ignore[no-any-return]

    @cached_property
    def subject_unsaid(self) -> bool:
        """Whether a text begins with this sentence and does not name who or what it speaks of ("It ...")."""
        if self.index:
            return False
        if self.refers_back:
            return True
        words = sentence_words(self.document, self.index)
        return not any(word.name and word.start < self.mention.start for word in words)

    @cached_property
    def is_heading(self) -> bool:
        """Whether the sentence is the first line of the text, without a full stop or a verb."""
        text, (start, end) = self.document.text, self.sentence
        if self.index or text[end - 1] in ".!?:;" or not text.startswith("\n", end):
            return False
        words = self.document.tokens.words[slice(*self._positions(Span(start, end)))]
        return word_list(self.document.language, "verbs").isdisjoint(words)

    @cached_property
    def names(self) -> list[list[Word]]:
        """The names of the sentence, each the words that stand together."""
        names: list[list[Word]] = []
        for word in sentence_words(self.document, self.index):
            if not word.name:
                continue
            joined = names and self.document.text[names[-1][-1].end : word.start] == " "
            if joined:
                names[-1].append(word)
            else:
                names.append([word])
        return names

    @cached_property
    def years(self) -> frozenset[str]:
        """The years the sentence names."""
        return frozenset(_YEAR.findall(self.document.text, *self.sentence))

    def words(self, without: Span | None, said: frozenset[str]) -> list[Word]:
        """Return the words that tell what the figure is about, those of other clauses weighing less.

        So does what another verb of the clause says ("and died"), but for the words ``said`` elsewhere too.
        """
        own = Span(self.mention.start, self.mention.end)
        clause, predicate = self.clause, self.predicate
        others = (Span(found.start, found.end) for found in figures(self.document, self.sentence))
        skipped = (own, without or own, *self.facts_aside, *others)

        def holds(word: Word) -> bool:
            if word.name or word.keys & said:
                return clause.holds(word.start)
            return predicate.start <= word.start < predicate.end

        bare = not any(not self._is_own(word) for word in self.clause_words)  # "Ann, 44, has led"
        return [
            word if bare or holds(word) else word._replace(weight=word.weight * ASIDE_SHARE)
            for word in sentence_words(self.document, self.index)
            if not any(span.start <= word.start < span.end for span in skipped)
        ]

    @cached_property
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

    def _positions(self, span: Span) -> tuple[int, int]:
        tokens = self.document.tokens
        return tokens.at(span.start), bisect_left(tokens.starts, span.end)


def _introduced(document: Document, index: int) -> frozenset[str]:
    """Return the keys of the noun that a sentence calls its first name: "X is a ... noun"."""
    tokens, language = document.tokens, document.language
    words = sentence_words(document, index)
    if not words or not words[0].name:
        return frozenset()
    span = document.sentences[index]
    copulas, articles = grammar(language, "copulas"), grammar(language, "indefinite")
    for position in range(tokens.at(span.start), bisect_left(tokens.starts, span.end) - 1):
        if tokens.words[position] in copulas and tokens.words[position + 1] in articles:
            phrase: list[Word] = []
            for word in words:
                if word.start <= tokens.starts[position + 1]:
                    continue
                between = document.text[phrase[-1].end if phrase else tokens.ends[position + 1] : word.start]
                if phrase and not between.replace("-", " ").isspace():
                    break
                if all(key[:2] == "e:" for key in word.keys):
                    break
                phrase.append(word)
            return frozenset(key for word in phrase if not word.name for key in word.keys)
    return frozenset()


def same_thing(
    claimed: Occurrence,
    found: Occurrence,
    *,
    broad_noun_decides: bool = True,
    small: bool = False,
    changes: bool = False,
) -> Match | None:
    """Say whether a mention of a source is about the same thing as one of a claim, ``None`` when in doubt.

    Both may count only the same noun; what the claim says around its figure must be said in the
    passage's sentence, just before it, or (names only) be what the document is about; a nearer place, a
    different event, year or ``when`` clause, or a "not" on one side speaks against it.

    ``broad_noun_decides`` lets even a noun as broad as "residents" make up for words that are not shared,
    which it cannot do for "not one resident left". ``small`` says that the figure is one of which every
    text has several, so that more must be shared. ``changes`` says that both figures are changes, so that a
    rise and a fall are no other events.
    """
    ours, theirs = Setting.of(claimed), Setting.of(found)
    head, other = ours.counted, theirs.counted
    same_noun = bool(head and other and _same_noun(ours, head, theirs, other))
    if head and other and not same_noun:
        return None
    if not (same_noun or theirs.refers_back) and ours.keys.isdisjoint(theirs.keys):
        return None  # nothing shared: what follows could not find enough
    if theirs.is_heading and not _is_all(ours, theirs):
        return None
    if ours.mention.kind != DATE and (ours.denied != theirs.denied or _opposed(ours, theirs)):
        return None
    if ours.mention.kind != DATE and ours.foreseen != theirs.foreseen:
        return None
    if ours.mention.kind != DATE and (_of_another_subject(ours, theirs) or _of_namesake(ours, theirs)):
        return None
    if ours.mention.kind != DATE and _is_rivals(ours, theirs):
        return None
    words = ours.words(head.noun if head and same_noun else None, theirs.keys)
    if theirs.subject_unsaid:
        words = [word for word in words if not word.name or word.keys & theirs.keys]
    words = _with_full_names(words, ours, theirs)
    if _part_for_all(words, ours, theirs):
        return None
    if claimed.document.carried:
        words = _with_carried(words, claimed.document, theirs, found.speaker)
    if _at_another_time(ours, theirs) or _of_another_name(ours, theirs):
        return None
    total = sum(word.weight for word in words)
    in_sentence = sum(word.weight * _said(word, ours, theirs) for word in words if word.keys & theirs.keys)
    shared, named = in_sentence / total if total else 1.0, WORD_WEIGHT if same_noun else 0.0
    repeated = in_sentence + named >= WORDING_COVERAGE * (total + named) and (
        in_sentence + named >= LEAST_WORDING or _fit(claimed, found) >= SAME_BESIDE
    )
    dated = _dated_alike(ours, theirs)
    alike = not (ours.events and theirs.events) or ours.events & theirs.events
    if repeated and not theirs.is_field and alike and (dated or not ours.time):
        return Match(Closeness.WORDING, _fit(claimed, found) + shared, shared)
    most = WORD_WEIGHT + in_sentence
    if not (same_noun or theirs.refers_back) and most < LEAST_SHARED:
        return None
    if _apart(ours, theirs, changes):
        return None
    around = _covered_around(words, theirs, found.speaker)
    if around is None:
        return None
    covered = in_sentence + around
    broad = ours.counts_people
    if same_noun and (broad_noun_decides or not broad):
        more = broad or (small and not ours.events & theirs.events)
        enough = covered >= (BROAD_COVERAGE if more else COUNTED_COVERAGE) * total
    else:
        said = covered if theirs.refers_back else in_sentence
        if (ours.time and dated) or (is_time(ours.mention) and same_figure(claimed, found)):
            said += WORD_WEIGHT
        enough = covered >= UNCOUNTED_COVERAGE * total and said >= LEAST_SHARED
        enough = enough and (theirs.refers_back or _shares_a_thing(words, theirs))
    if not enough:
        return None
    narrower = bool(other and other.modifiers - ours.keys)
    closeness = Closeness.THING if dated else Closeness.UNDATED
    return Match(closeness, _fit(claimed, found) + shared, shared, narrower)


def _part_for_all(words: list[Word], ours: Setting, theirs: Setting) -> bool:
    """Whether one figure is of all and the other of a part: what is said of a part is not said of all."""
    said = [word for word in words if not (word.name or any(key[:2] == "c:" for key in word.keys))]
    said = [word for word in said if word.weight >= WORD_WEIGHT]
    if theirs.is_total and not ours.is_total:
        return bool(said)
    return theirs.is_part and not ours.is_part and not any(word.keys & theirs.keys for word in said)


def _same_noun(ours: Setting, head: Counted, theirs: Setting, other: Counted) -> bool:
    """Whether two nouns are one, or one is the name the other begins with: Oscars, Oscar statues."""
    if head.head & other.head:
        return True
    if theirs.is_field and ours.counts_people and other.head & ours.keys:
        return True  # a ridership of 5,000 people; Ridership: 5,000
    named, named_too = (
        setting.document.text[noun.noun.start].isupper() for setting, noun in ((ours, head), (theirs, other))
    )
    return bool((named and head.head & other.modifiers) or (named_too and other.head & head.modifiers))


def _opposed(ours: Setting, theirs: Setting) -> bool:
    """Whether one has a word and the other its opposite: the *maximum* fine, the *minimum* fine."""
    one, two = ours.clause_tokens, theirs.clause_tokens
    pairs = _opposites(ours.document.language) if ours.document.language == theirs.document.language else ()
    return any(
        (a in one and b in two and b not in one and a not in two)
        or (b in one and a in two and a not in one and b not in two)
        for a, b in pairs
    )


@cache
def _opposites(language: str) -> tuple[tuple[str, str], ...]:
    pairs = (entry.partition(":") for entry in grammar(language, "opposites"))
    return tuple((one, other) for one, _, other in pairs)


def _of_another_subject(ours: Setting, theirs: Setting) -> bool:
    """Whether a claim opens with one name and the passage with another, which neither has elsewhere."""
    one, two = ours.leading_name, theirs.leading_name
    return bool(one and two and one.isdisjoint(theirs.keys) and two.isdisjoint(ours.keys))


def _of_namesake(ours: Setting, theirs: Setting) -> bool:
    """Whether a name of two words has a namesake in the passage's clause: Ada Vane and Bo Vane."""
    language = ours.document.language
    if language != theirs.document.language:
        return False
    for one in ours.names:
        for two in theirs.names:
            inside = ours.clause.holds(one[0].start) and theirs.clause.holds(two[0].start)
            if not inside or len(one) != 2 or len(two) != 2:
                continue
            lacks = [word for word in one if word.keys.isdisjoint(theirs.keys)]
            more = [word for word in two if word.keys.isdisjoint(ours.keys)]
            if len(lacks) == len(more) == 1 and not any(
                is_common(setting.document.text[word.start : word.end].lower(), language)
                for setting, word in ((ours, lacks[0]), (theirs, more[0]))
            ):
                return True
    return False


def _is_rivals(ours: Setting, theirs: Setting) -> bool:
    """Whether what a claim says happened did so to another figure of the passage's sentence."""
    if not ours.events or theirs.events:
        return False
    parts, own = theirs.parts
    language = theirs.document.language
    for number, clause in enumerate(parts):
        if number != own and _has_figure(theirs.document, clause):
            words = theirs.document.words_in(Span(clause.start, clause.end))
            if any(key in ours.events for word in words for key in word_keys(word, language)):
                return True
    return False


def _has_figure(document: Document, clause: Clause) -> bool:
    return any(not is_time(found) for found in figures(document, clause))


def _is_all(ours: Setting, theirs: Setting) -> bool:
    """Whether a claim says no more than a heading, which names its subject and states nothing of it."""
    more = (word for word in sentence_words(ours.document, ours.index) if not word.keys & theirs.keys)
    return sum(word.weight for word in more) < WORD_WEIGHT


def _with_carried(words: list[Word], document: Document, theirs: Setting, speaker: str | None) -> list[Word]:
    """Return a claim's words, those it only points back to weighing less where they are left out."""
    known = theirs.keys | theirs.near | subject(theirs.document)
    known |= _name_keys(speaker or "", theirs.document.language)
    return [
        word
        if word.keys & known or not any(span.start <= word.start < span.end for span in document.carried)
        else word._replace(weight=word.weight * ASIDE_SHARE)
        for word in words
    ]


def _shares_a_thing(words: list[Word], theirs: Setting) -> bool:
    """Whether a passage's sentence has one of the things a claim speaks of, and not only what happened."""
    things = [w for w in words if w.weight >= ASIDE_SHARE and not any(key[:2] == "e:" for key in w.keys)]
    return not things or any(word.keys & theirs.keys for word in things)


def _said(word: Word, ours: Setting, theirs: Setting) -> float:
    """Return how much of a claim's word the passage says of its figure, rather than of another one."""
    if theirs.reach is None or not ours.clause.holds(word.start):
        return 1.0
    return max((theirs.reach.get(key, 0.0) for key in word.keys), default=0.0) or 1.0


def _at_another_time(ours: Setting, theirs: Setting) -> bool:
    return bool(ours.time and theirs.time and not ours.time.meets(theirs.time))


def _of_another_name(ours: Setting, theirs: Setting) -> bool:
    """Whether a passage's clause tells of a name before it that the claim does not have, unlike its own."""
    if any(_told_apart(ours, name, theirs, other) for name in ours.names for other in theirs.names):
        return True
    names = [word.keys for name in ours.names for word in name]
    if not theirs.antecedent or not names:
        return False
    own = theirs.antecedent.union(*(word.keys for word in theirs.clause_words if word.name))
    return all(own.isdisjoint(keys) for keys in names)


def _told_apart(ours: Setting, name: list[Word], theirs: Setting, other: list[Word]) -> bool:
    """Whether two names differ in the one word that tells them apart: North Holland, South Holland."""
    if not name[-1].keys & other[-1].keys:
        return False
    mark, mark_too = _mark(ours, name), _mark(theirs, other)
    return bool(mark and mark_too) and mark.isdisjoint(mark_too)


def _mark(setting: Setting, name: list[Word]) -> frozenset[str]:
    """Return the keys of the word of a name, or just before it, that tells it from others of that name."""
    document = setting.document
    words, marks = document.tokens.words, grammar(document.language, "telling_apart")
    last = document.tokens.at(name[-1].start)
    for position in range(last, max(-1, document.tokens.at(name[0].start) - 2), -1):
        if words[position] in marks and document.text[document.tokens.starts[position]].isupper():
            return word_keys(words[position], document.language)
    return frozenset()


def _dated_alike(ours: Setting, theirs: Setting) -> bool:
    """Whether both say when, or neither does.

    A passage without a time is of its document's, a field of a fact sheet of its title's.
    """
    if not (ours.time or theirs.time) and ours.then != theirs.then:
        return False
    if ours.time and not theirs.time and (date := theirs.document.date):
        return ours.time.meets(Period.of_day(date))
    if ours.time and not theirs.time and theirs.is_field:
        heading = [
            found for found in figures(theirs.document, theirs.document.sentences[0]) if is_time(found)
        ]
        times = [Period(found.value.get("start"), found.value.get("end")) for found in heading]
        return any(ours.time.meets(time) for time in times)
    return bool(ours.time) == bool(theirs.time)


def _with_full_names(words: list[Word], ours: Setting, theirs: Setting) -> list[Word]:
    """Return a claim's words, first names matched by the surname where the passage gives only that."""
    surname: dict[int, frozenset[str]] = {}
    for name in ours.names:
        *given, last = name
        for other in theirs.names:
            *before, final = other
            if last.keys & final.keys and not before:
                surname.update((word.start, last.keys) for word in given)
    return [
        word._replace(keys=word.keys | surname[word.start]) if word.start in surname else word
        for word in words
    ]


def _covered_around(words: list[Word], theirs: Setting, speaker: str | None) -> float | None:
    """Return the weight of a claim's words that are said around a passage's sentence.

    ``None`` where the passage names another place, nearer than the claim's own.
    """
    near = theirs.near | _name_keys(speaker or "", theirs.document.language)
    covered, searched = 0.0, frozenset[str]()
    for word in words:
        if word.keys & theirs.keys:
            continue
        if word.keys & near:
            covered += word.weight * NEAR_SHARE
            searched |= theirs.keys if word.name else frozenset()
        elif word.name and word.keys & subject(theirs.document):
            covered += word.weight * SUBJECT_SHARE
            searched |= theirs.keys | near
    if _places(searched - theirs.aside) - _places(key for word in words for key in word.keys):
        return None
    return covered


def _apart(ours: Setting, theirs: Setting, changes: bool) -> bool:
    """Whether the year, the ``when`` clause or the event of the two sentences speaks against a comparison."""
    if not is_time(ours.mention):
        if ours.years and theirs.years and ours.years.isdisjoint(theirs.years):
            return True
        if (
            ours.anchor
            and not theirs.anchor
            and len(ours.anchor & (theirs.near | theirs.keys)) >= _SAID_BEFORE
        ):
            pass  # the sentences before tell the time
        elif bool(ours.anchor) != bool(theirs.anchor) or (ours.anchor and not ours.anchor & theirs.anchor):
            return True
    events = theirs.events
    if changes:
        events -= {f"e:{key}" for key in grammar(theirs.document.language, "changes")}
    return bool(events and not ours.events & events)


def _sentence_keys(document: Document, index: int) -> frozenset[str]:
    memo: dict[int, frozenset[str]] = document.memo.setdefault("context.keys", {})
    if index not in memo:
        memo[index] = frozenset(key for word in sentence_words(document, index) for key in word.keys)
    return memo[index]


@cache
def _states(language: str) -> frozenset[str]:
    return frozenset(f"e:{key}" for key in grammar(language, "states"))


def _places(keys: Iterable[str]) -> set[str]:
    return {key for key in keys if key.startswith("p:")}


def _name_keys(name: str, language: str) -> frozenset[str]:
    return frozenset(key for part in name.lower().split() for key in word_keys(part, language))


def _fit(claimed: Occurrence, found: Occurrence) -> float:
    """Return how many of the four words on each side are the same, the nearest weighing most."""
    score = total = 0.0
    for step in (-1, 1):
        ours, theirs = _neighbours(claimed, step), _neighbours(found, step)
        for distance, (one, two) in enumerate(zip(ours, theirs, strict=False), start=1):
            total += 1 / distance
            score += (one == two) / distance
    return score / total if total else 0.0


def _neighbours(occurrence: Occurrence, step: int) -> list[str]:
    tokens = occurrence.document.tokens
    at = tokens.at(occurrence.mention.start) - 1 if step < 0 else tokens.at(occurrence.mention.end)
    positions = range(at, at + 4 * step, step)
    return [tokens.words[p] if 0 <= p < len(tokens.words) else "" for p in positions]
