"""What tells two mentions apart: another time, name, subject, event or part, a denial, an opposite.

For plugin authors, by way of :func:`factcheck.context.same_thing`. Each rule says no where a feature of one
setting speaks against the other's; where it cannot tell it says nothing.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from factcheck.clauses import DATE, Period, figures, has_figure, is_time, titled_time
from factcheck.lazy import kept
from factcheck.nouns import Counted, leaves_out, listed
from factcheck.setting import Setting
from factcheck.shades import (
    belonging,
    does_something,
    is_located,
    locations,
    owners,
    part,
    spots,
    way,
    whole,
    whom,
)
from factcheck.text import Document, Span, function_words
from factcheck.vocabulary import grammar, is_common, name_key, word_keys
from factcheck.wording import (
    WORD_WEIGHT,
    Word,
    changes,
    listed_events,
    places,
    sentence_keys,
    sentence_words,
    subject,
)

_MODEL = re.compile(r"\b([A-Z][A-Za-z]+)-(\d{1,3})\b")
_MODELS = 4  # sentences back from a passage that may name a numbered thing it goes on about
_PREFIXED = 5  # letters of a word with an opposite: "de" and "tail" are no detail
_STEM = 4  # letters that two forms of a name have in common at least
_SAID_BEFORE = 2  # words of a when-clause that another sentence must have to be told at the same time


def part_for_all(words: list[Word], ours: Setting, theirs: Setting) -> bool:
    """Whether one figure is of all and the other of a part: what is said of a part is not said of all."""
    if ours.amount.is_total and theirs.amount.is_part:
        return True
    of_total = theirs.amount.is_total and not ours.amount.is_total
    of_part = theirs.amount.is_part and not ours.amount.is_part
    if not (of_total or of_part):
        return False
    said = [word for word in words if not (word.name or any(key[:2] == "c:" for key in word.keys))]
    said = [word for word in said if word.weight >= WORD_WEIGHT]
    return bool(said) if of_total else not any(word.keys & theirs.keys for word in said)


def same_noun(ours: Setting, head: Counted, theirs: Setting, other: Counted) -> bool:
    """Whether two nouns are one, or one is the name the other begins with: Oscars, Oscar statues.

    A sort of thing is not the thing: *kinderziekenhuizen* are hospitals, hospitals are not for children.
    """
    alike = ours.document.language == theirs.document.language
    if _lives(ours) and does_something(theirs):
        return False  # inhabitants, people who complained
    if alike and head.of and other.of and head.of.isdisjoint(other.of | other.modifiers):
        return False  # species of fish, species of coral
    if head.head & other.head:
        return not head.sort or bool(head.sort & (theirs.keys | theirs.near))
    if names := listed(ours.document, head.noun):
        return names == listed(theirs.document, other.noun)  # two new giants, Amir and Noa: two additions
    if theirs.is_field and ours.amount.of_people and other.head & ours.keys:
        return True  # a ridership of 5,000 people; Ridership: 5,000
    named, named_too = (
        setting.document.text[noun.noun.start].isupper() for setting, noun in ((ours, head), (theirs, other))
    )
    return bool((named and head.head & other.modifiers) or (named_too and other.head & head.modifiers))


@kept
def _lives(setting: Setting) -> bool:
    """Whether a figure counts who lives somewhere, rather than people of any sort."""
    document, noun = setting.document, setting.counted
    word = document.text[noun.noun.start : noun.noun.end].lower() if noun else ""
    return word in grammar(document.language, "inhabitants")


def opposed(ours: Setting, theirs: Setting) -> bool:
    """Whether one has a word and the other its opposite: the *maximum* fine, the *minimum* fine."""
    one, two = ours.clause_tokens, theirs.clause_tokens
    if ours.document.language != theirs.document.language:
        return False
    pairs = (*_opposites(ours.document.language), *_prefixed(ours), *_prefixed(theirs))
    return any(
        (a in one and b in two and b not in one and a not in two)
        or (b in one and a in two and a not in one and b not in two)
        for a, b in pairs
    )


@kept
def _prefixed(setting: Setting) -> tuple[tuple[str, str], ...]:
    """Return the words of a figure's clause that a prefix makes an opposite, with it and without."""
    language = setting.document.language
    prefixes = grammar(language, "opposing_prefixes")
    pairs = ((word, word.removeprefix(start)) for start in prefixes for word in setting.clause_tokens)
    told = ((word, bare) for word, bare in pairs if word != bare and len(bare) >= _PREFIXED)
    return tuple((word, bare) for word, bare in told if bare not in function_words(language))


def the_other_way(ours: Setting, theirs: Setting) -> bool:
    """Whether one goes where the other comes from: *from Lier to Ghent*, *from Ghent to Lier*."""
    (start, end), (other, goal) = way(ours), way(theirs)
    return not (start.isdisjoint(goal) or end.isdisjoint(other)) and start.isdisjoint(other)


@cache
def _opposites(language: str) -> tuple[tuple[str, str], ...]:
    pairs = (entry.partition(":") for entry in grammar(language, "opposites"))
    return tuple((one, other) for one, _, other in pairs)


def of_another_subject(ours: Setting, theirs: Setting) -> bool:
    """Whether a claim opens with one name and the passage with another, which neither has elsewhere.

    What another clause behind the figure says tells of something else: "X has 900 people, *opposite Y*".
    """
    one, two = ours.subject.leading_name, theirs.subject.leading_name
    words = sentence_words(theirs.document, theirs.index)
    aside = (word for word in words if word.start >= theirs.clause.end)
    before = frozenset(key for word in words if word.start < theirs.clause.end for key in word.keys)
    behind = frozenset(key for word in aside if word.name for key in word.keys) - before
    known = (theirs.reach.own_keys - behind) | theirs.referred
    return bool(one and two and one.isdisjoint(known) and two.isdisjoint(ours.keys))


def of_somebody_named_later(ours: Setting, theirs: Setting) -> bool:
    """Whether a passage begins with "he" or "she" before the text has named whom a claim opens with."""
    document, language = theirs.document, theirs.document.language
    opening = document.words_in(theirs.sentence)[:1]
    if not ours.subject.leading_name or set(opening).isdisjoint(grammar(language, "of_person")):
        return False
    told, later = range(theirs.index + 1), range(theirs.index + 1, len(document.sentences))
    said = subject(document).union(*(sentence_keys(document, index) for index in told), theirs.referred)
    return ours.subject.leading_name.isdisjoint(said) and any(
        not ours.subject.leading_name.isdisjoint(sentence_keys(document, index)) for index in later
    )


def for_others(ours: Setting, theirs: Setting) -> bool:
    """Whether each is for somebody whom the other lacks: beds *for children*, *for dengue patients*."""
    if ours.document.language != theirs.document.language:
        return False
    one, two = whom(ours), whom(theirs)
    return bool(one and two) and one.isdisjoint(theirs.reach.own_keys) and two.isdisjoint(ours.keys)


def of_nobody_known(ours: Setting, theirs: Setting) -> bool:
    """Whether the names a claim has before its figure stand nowhere in the passage's text."""
    names = [name for name in ours.names if name[0].start < ours.mention.start and not is_located(ours, name)]
    words = [word for name in names for word in name if ours.clause.holds(word.start)]
    if not words or any(word.keys & theirs.known or word.keys & theirs.referred for word in words):
        return False
    text = ours.document.text
    return not any(_stands_in(theirs.document, text[word.start : word.end].lower()) for word in words)


def of_another_of_its_sort(ours: Setting, theirs: Setting) -> bool:
    """Whether the text around a passage has a name that differs from the claim's but for a known word.

    "Norfolk Buses" is not "Fenland Buses"; where both stand there it may be either.
    """
    if ours.document.language != theirs.document.language:
        return False
    named = (_sort(ours, name) for name in ours.names if name[0].start < ours.mention.start)
    sorts = [(own, sort) for own, sort in named if own and sort]
    if not sorts:
        return False
    around = [_sort(theirs, name) for name in theirs.names_around]
    return any(
        any(sort & other_sort and other for other, other_sort in around)
        and not any(own & other for other, _ in around)
        for own, sort in sorts
    )


def _sort(setting: Setting, name: list[Word]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the keys of what a name alone has, and those of the known word it ends with."""
    text, language = setting.document.text, setting.document.language
    last = name[-1]
    if len(name) < 2 or not is_common(text[last.start : last.end].lower(), language):
        return frozenset().union(*(word.keys for word in name)), frozenset()
    return frozenset().union(*(word.keys for word in name[:-1])), last.keys


def _stands_in(document: Document, word: str) -> bool:
    """Whether a text has a word, or one that begins as it does: *Mechelse* for Mechelen."""
    if "apart.words" not in document.memo:
        document.memo["apart.words"] = frozenset(document.tokens.words)
    stem = word[: max(_STEM, len(word) - _STEM)]
    known = document.memo["apart.words"]
    return word in known or any(other.startswith(stem) for other in known)


def said_of_another(ours: Setting, theirs: Setting) -> bool:
    """Whether a sentence says of another figure what a claim says, and of this one something else.

    "24 goals this season, eight of them in the cup" are no 24 goals in the cup.
    """
    said = (word for word in ours.weights.words(None, theirs.keys) if word.weight >= WORD_WEIGHT)
    elsewhere = any(
        (word.keys & theirs.reach.later_keys and word.keys.isdisjoint(theirs.reach.own_keys))
        or (word.keys & theirs.keys and word.keys.isdisjoint(theirs.reach.half_keys))
        for word in said
    )
    return elsewhere and any(
        word.weight >= WORD_WEIGHT and not word.name and word.keys.isdisjoint(ours.keys)
        for word in theirs.clause_words
    )


def at_the_time_of_another(ours: Setting, theirs: Setting) -> bool:
    """Whether a sentence gives a claim's time with a later figure only: "33 so far, eight *this year*"."""
    document, (parts, own) = theirs.document, theirs.parts
    said = {one.text.casefold() for one in figures(ours.document, ours.clause) if is_time(one)}
    told = [one.text.casefold() for one in figures(document, parts[own]) if is_time(one)]
    if not said or (theirs.moment.time if told else False) or not said.isdisjoint(told):
        return False
    others = (part for part in parts[own + 1 :] if has_figure(document, part))
    return any(one.text.casefold() in said for part in others for one in figures(document, part))


def of_another_whole(ours: Setting, theirs: Setting) -> bool:
    """Whether one share is of the other one's part: 9 percent of pupils, pupils are 9 percent of all."""
    one, two = whole(ours), whole(theirs)
    if not (one and two) or one & two:
        return False
    return bool(one & theirs.keys or two & ours.keys)


def of_another_part(ours: Setting, theirs: Setting) -> bool:
    """Whether two shares have only their whole in common: women, pupils are 18 percent of the staff."""
    if ours.document.language != theirs.document.language:
        return False
    one, two = part(ours), part(theirs)
    return bool(one and two) and one.isdisjoint(theirs.keys | theirs.near) and two.isdisjoint(ours.keys)


def of_another_clause(ours: Setting, theirs: Setting) -> bool:
    """Whether a figure's clause names somebody a claim does not, and another figure's clause whom it does.

    "71 percent of the chicks *on Sula*, compared with 54 percent *on Rona*."
    """
    if theirs.reach.shares is None or theirs.clause.relative:
        return False
    inside = [name for name in theirs.names if theirs.clause.holds(name[0].start)]
    outside = frozenset(
        key for name in theirs.names if name not in inside for word in name for key in word.keys
    )
    own = [word.keys for name in ours.names if ours.clause.holds(name[0].start) for word in name]
    keys = frozenset(key for name in inside for word in name for key in word.keys)
    said = frozenset().union(*own)
    return bool(inside and own) and keys.isdisjoint(ours.keys) and not said.isdisjoint(outside)


def of_another_topic(ours: Setting, theirs: Setting) -> bool:
    """Whether two sentences begin with nouns that the other lacks: *the storm* lasted, *the flood* lasted."""
    if ours.document.language != theirs.document.language or theirs.subject.refers_to(ours):
        return False
    one, two = ours.subject.noun, theirs.subject.noun
    return bool(one and two) and one.isdisjoint(theirs.known) and two.isdisjoint(ours.keys)


def of_another_holder(ours: Setting, theirs: Setting) -> bool:
    """Whether a claim is of the mayor and the passage of the minister, and neither names the other."""
    (sort, one), (sort_too, two) = ours.subject.holder, theirs.subject.holder
    known = theirs.keys | theirs.near
    return bool(sort) and sort == sort_too and one.isdisjoint(known) and two.isdisjoint(ours.keys)


def of_another_deed(ours: Setting, theirs: Setting) -> bool:
    """Whether something else was done to each: nobody ate the 12 apples that somebody saw."""
    if ours.document.language != theirs.document.language:
        return False
    one, two = ours.statement.deed, theirs.statement.deed
    return bool(one and two) and one.isdisjoint(theirs.keys) and two.isdisjoint(ours.keys)


def of_another_of(ours: Setting, theirs: Setting) -> bool:
    """Whether both are of one thing of two names: the roads *of Lier*, the ring road *of Ghent*."""
    return any(
        thing & other and name.isdisjoint(theirs.keys) and another.isdisjoint(ours.keys)
        for thing, name in owners(ours)
        for other, another in owners(theirs)
    )


def of_the_text(ours: Setting, theirs: Setting) -> bool:
    """Whether what happened to "it" in a claim happened to what a text is about."""
    if not ours.statement.meets(theirs.statement):
        return False
    return theirs.subject.refers_back or not theirs.subject.leading_name.isdisjoint(subject(theirs.document))


def of_a_stranger(ours: Setting, theirs: Setting, speaker: str) -> bool:
    """Whether a claim opens with a name that the text has nowhere, and that is not the speaker's."""
    name, document = ours.subject.leading_name, theirs.document
    opening = document.words_in(theirs.sentence)[:1]
    if not name or theirs.subject.unsaid or ours.document.language != document.language:
        return False
    if theirs.subject.refers_back or set(opening) & set(grammar(document.language, "definite")):
        return False  # "The film" may be by that name
    names = document.memo.get("apart.names")
    if names is None:
        names = document.memo["apart.names"] = frozenset(map(name_key, document.tokens.words))
    known = theirs.keys | theirs.near | subject(document) | set(map(name_key, speaker.lower().split()))
    return name.isdisjoint(known | names)


def of_another_half(ours: Setting, theirs: Setting) -> bool:
    """Whether a figure's half of a sentence names somebody that a claim does not, and nobody that it does.

    "Tork died that year; *Bratz, then twenty-seven*, finished the work" tells no age of Tork.
    """
    half = theirs.document.text.rfind(";", theirs.sentence.start, theirs.mention.start)
    if half < 0:
        return False
    told = [name for name in theirs.names if half < name[0].start < theirs.mention.start]
    keys = frozenset(key for name in told for word in name for key in word.keys)
    return bool(told and ours.names) and keys.isdisjoint(ours.keys)


def of_namesake(ours: Setting, theirs: Setting) -> bool:
    """Whether a name of two words has a namesake in the passage's clause: Ada Vane and Bo Vane."""
    language = ours.document.language
    if language != theirs.document.language:
        return False
    for one in ours.names:
        for two in theirs.names:
            inside = ours.clause.holds(one[0].start) and theirs.is_told(two)
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


def of_another_full_name(ours: Setting, theirs: Setting) -> bool:
    """Whether a claim gives a name of two words that is not told of, and the passage another such name."""
    full = [name for name in ours.names if len(name) > 1]
    lacking = any(all(word.keys.isdisjoint(theirs.known) for word in name) for name in full)
    return lacking and any(
        len(name) > 1 and all(word.keys.isdisjoint(ours.keys) for word in name) for name in theirs.names
    )


def of_a_rival(ours: Setting, theirs: Setting) -> bool:
    """Whether what a claim says happened did so to another figure of the passage's sentence."""
    happened = ours.statement.events - changes(ours.document.language)
    if not happened or theirs.statement.events or leaves_out(theirs.document, theirs.mention):
        return False
    parts, own = theirs.parts
    if not theirs.has_predicate and (parts[own].relative or theirs.elaborates):
        return False  # 720 people work there, of whom 540 teachers; two died: a man of 74 ...
    language = theirs.document.language
    for number, clause in enumerate(parts):
        if number != own and has_figure(theirs.document, clause):
            words = theirs.document.words_in(Span(clause.start, clause.end))
            if any(key in happened for word in words for key in word_keys(word, language)):
                return True
    return False


def of_another_sort(ours: Setting, theirs: Setting) -> bool:
    """Whether a word narrows one noun down in each that the other lacks: *crested* larks, *silver* larks."""
    if ours.document.language != theirs.document.language:
        return False
    return any(
        noun & noun_too and sort.isdisjoint(theirs.known) and sort_too.isdisjoint(ours.keys)
        for sort, noun in _narrowed(ours)
        for sort_too, noun_too in _narrowed(theirs)
    )


@kept
def _narrowed(setting: Setting) -> list[tuple[frozenset[str], frozenset[str]]]:
    """Return the keys of what narrows down a noun of a figure's clause, each with those of the noun."""
    document = setting.document
    told = [(one.start, one.end) for one in figures(document, setting.sentence)]
    words = [
        word
        for word in setting.clause_words
        if word.weight >= WORD_WEIGHT
        and not word.name
        and not any(start <= word.start < end for start, end in told)
    ]
    return [
        (one.keys, other.keys)
        for one, other in pairwise(words)
        if document.text[one.end : other.start] == " "
        and not any(key[:2] in ("e:", "p:") for key in one.keys | other.keys)
    ]


def of_another_in_row(ours: Setting, theirs: Setting) -> bool:
    """Whether each is of another one of a row: the *first* edition and the *third*, class 30 and class 40."""
    if ours.document.language != theirs.document.language:
        return False
    said, told = _in_row(ours), _in_row(theirs)
    return any(
        noun & noun_too and number != number_too and (number, noun) not in told
        for number, noun in said
        for number_too, noun_too in told
    )


@kept
def _in_row(setting: Setting) -> list[tuple[str, frozenset[str]]]:
    """Return the numbers that tell which one is meant in a figure's clause, with the keys of the noun.

    That is the noun behind an ordinal, or the one before the number of a name. The figure itself tells none.
    """
    document, words = setting.document, ["", *setting.document.tokens.words, ""]
    parts, own = setting.parts
    start = parts[own - 1].start if own and setting.clause.relative else setting.clause.start
    found = []
    for one in figures(document, Span(start, setting.clause.end)):
        ordinal = "ordinal" in one.keys
        if one.start == setting.mention.start or one.kind == DATE or (one.judgeable and not ordinal):
            continue
        beside = document.tokens.at(one.end) + 1 if ordinal else document.tokens.at(one.start)
        found.append((str(one.value.get("low")), word_keys(words[beside], document.language)))
    return found


def of_another_model(ours: Setting, theirs: Setting) -> bool:
    """Whether a passage, or the sentence before it with the name, has another number: *Osk-2*, *Osk-3*."""
    document = theirs.document
    for name, number in _models(ours.document.text, ours.sentence):
        for sentence in document.sentences[max(0, theirs.index - _MODELS) : theirs.index + 1][::-1]:
            told = [other for called, other in _models(document.text, sentence) if called == name]
            if told and number not in told:
                return True
            if told:
                break
    return False


def _models(text: str, sentence: Span) -> list[tuple[str, str]]:
    return [(found[1].lower(), found[2]) for found in _MODEL.finditer(text, *sentence)]


def outside(ours: Setting, theirs: Setting) -> bool:
    """Whether one is of those outside what the other is of: students *from outside the EU*, EU students."""
    pairs = ((one, two) for one in ours.names for two in theirs.names if one[-1].keys & two[-1].keys)
    return any(_is_excluded(ours, one) != _is_excluded(theirs, two) for one, two in pairs)


def _is_excluded(setting: Setting, name: list[Word]) -> bool:
    document, at = setting.document, setting.document.tokens.at(name[0].start)
    before = document.tokens.words[max(0, at - 2) : at]
    return not set(before).isdisjoint(grammar(document.language, "excluding"))


def says_all(ours: Setting, theirs: Setting) -> bool:
    """Whether a claim says no more than a heading, which names its subject and states nothing of it."""
    more = (word for word in sentence_words(ours.document, ours.index) if not word.keys & theirs.keys)
    return sum(word.weight for word in more) < WORD_WEIGHT


def at_another_time(ours: Setting, theirs: Setting) -> bool:
    """Whether both say when, and have no day in common."""
    said = theirs.moment.time or titled_time(theirs.document)
    if ours.moment.time and said:
        return not ours.moment.time.meets(said)
    days = zip(ours.moment.days, theirs.moment.days, strict=True)
    return any(one and two and one.isdisjoint(two) for one, two in days)


def of_another_name(ours: Setting, theirs: Setting) -> bool:
    """Whether a passage's clause tells of a name before it that the claim does not have, unlike its own."""
    if any(_told_apart(ours, name, theirs, other) for name in ours.names for other in theirs.names):
        return True
    names = [word.keys for name in ours.names for word in name]
    if not theirs.subject.antecedent or not names:
        return False
    own = theirs.subject.antecedent.union(*(word.keys for word in theirs.clause_words if word.name))
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


def of_another_place(words: list[Word], ours: Setting, theirs: Setting) -> bool:
    """Whether a claim says where ("in Poland") and the passage not, or somewhere else."""
    own = {word.start for word in words if word.name}
    for name in ours.names:
        if name[0].start not in own or not is_located(ours, name):
            continue
        keys = name[0].keys
        if not _has_mark(ours, name, theirs):
            return True
        translated = ours.document.language != theirs.document.language
        if keys.isdisjoint(theirs.known) and not (translated and not places(keys)):
            return True
    if _somewhere_else(ours, theirs):
        return True
    own_names = [word for name in ours.names for word in name]
    told = theirs.keys | theirs.referred
    if not own_names or theirs.subject.refers_to(ours) or any(word.keys & told for word in own_names):
        return False
    before = (
        name for name in theirs.names if name[0].start < theirs.mention.start and is_located(theirs, name)
    )
    return any(name[0].keys.isdisjoint(ours.keys) for name in before)


def _somewhere_else(ours: Setting, theirs: Setting) -> bool:
    """Whether both say where, by the same preposition, and neither has the other's name."""
    if ours.document.language == theirs.document.language and _at_another_spot(ours, theirs):
        return True
    here, there = locations(ours), locations(theirs)
    return any(
        word == other and one.isdisjoint(theirs.keys) and two.isdisjoint(ours.keys)
        for word, one in here
        for other, two in there
    ) and not any(one & two for _, one in here for _, two in there)


def _at_another_spot(ours: Setting, theirs: Setting) -> bool:
    """Whether the clauses say where by two nouns, of which neither has the other's: *at the airport*."""
    here, there = spots(ours), spots(theirs)
    return bool(here and there) and here.isdisjoint(theirs.reach.own_keys) and there.isdisjoint(ours.keys)


def of_a_belonging(ours: Setting, theirs: Setting) -> bool:
    """Whether a passage begins with what is somebody's ("her father"), and the claim has no word of it."""
    owned = belonging(theirs)
    if not owned or not owned.isdisjoint(ours.keys):
        return False
    return not any(word.name and word.keys & ours.keys for word in theirs.clause_words)  # his friend Ann Lee


def _has_mark(ours: Setting, name: list[Word], theirs: Setting) -> bool:
    """Whether what tells a place from its like ("the *lower* Lyne") is said of the passage's figure too."""
    document = ours.document
    word = document.tokens.words[max(0, document.tokens.at(name[0].start) - 1)]
    if (
        word not in grammar(document.language, "telling_apart")
        or document.language != theirs.document.language
    ):
        return True
    return word in theirs.clause_tokens


def dated_alike(ours: Setting, theirs: Setting) -> bool:
    """Whether both say when, or neither does.

    A passage without a time is of its document's, a field of a fact sheet of its title's.
    """
    said, told, document = ours.moment.time, theirs.moment.time, theirs.document
    if not said:
        return not told and ours.moment.then == theirs.moment.then
    if told:
        return True
    if document.date:
        return said.meets(Period.of_day(document.date))
    if titled_time(document):
        return True  # what a report of a year says
    heading = figures(document, document.sentences[0]) if theirs.is_field else []
    times = (Period(one.value.get("start"), one.value.get("end")) for one in heading if is_time(one))
    return any(said.meets(time) for time in times)


def at_another_event(ours: Setting, theirs: Setting, change: bool, agreed: bool = False) -> bool:
    """Whether the year, the ``when`` clause or the event of the two sentences speaks against a comparison.

    Of the same event ``agreed`` figures may be told with a time that the claim leaves out ("before dawn").
    """
    if not is_time(ours.mention):
        alike = ours.moment.time and theirs.moment.time
        if (
            not alike
            and ours.moment.years
            and theirs.moment.years
            and ours.moment.years.isdisjoint(theirs.moment.years)
        ):
            return True
        if (ours.moment.time and theirs.moment.time) or (
            ours.statement.foreseen is None and theirs.statement.foreseen is None
        ):
            pass  # both say when, and do not differ; "will have 72 when it is finished"
        elif (
            ours.moment.anchor
            and not theirs.moment.anchor
            and len(ours.moment.anchor & (theirs.near | theirs.reach.own_keys)) >= _SAID_BEFORE
            and not ours.moment.anchor_head.isdisjoint(theirs.near | theirs.reach.own_keys)
        ):
            pass  # the sentences before tell the time
        elif agreed and not ours.moment.anchor and ours.statement.events & theirs.statement.events:
            pass
        elif bool(ours.moment.anchor) != bool(theirs.moment.anchor) or (
            ours.moment.anchor and not ours.moment.anchor & theirs.moment.anchor
        ):
            return True
    if theirs.amount.is_given and not ours.statement.events:
        return False
    events = theirs.statement.events
    if theirs.amount.is_money:
        events -= listed_events(theirs.document.language, "worth")
    if not ours.statement.events and not is_time(ours.mention):
        events -= listed_events(theirs.document.language, "doings")
    own_part = len(ours.parts[0]) > 1 and not is_time(ours.mention)
    rises = changes(theirs.document.language)
    if change or (
        (not is_time(ours.mention) or theirs.moment.dates_figure) and ours.statement.events.isdisjoint(rises)
    ):
        events -= rises  # what "fell to 19 percent" is 19 percent
    return bool(events and not ours.statement.events & events) and not (own_part and ours.says_nothing)
