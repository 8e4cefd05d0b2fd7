"""Whether two figures count, measure or share out the same thing: another noun, sort, part or opposite."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from factcheck.clauses import DATE, figures, is_time
from factcheck.keys import tells_event, tells_place, tells_thing
from factcheck.lazy import kept
from factcheck.model import Mention
from factcheck.nouns import Counted, listed
from factcheck.relations import owners, part, scope, whole, whom
from factcheck.setting import Setting
from factcheck.shades import does_something
from factcheck.text import Span, function_words
from factcheck.vocabulary import grammar, word_keys
from factcheck.wording import WORD_WEIGHT, Word, keys_of, sentence_words

_PREFIXED = 5  # letters of a word with an opposite: "de" and "tail" are no detail


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


def of_another_cell(ours: Setting, theirs: Setting) -> bool:
    """Whether a figure of a table stands in a row or a column of something else than the claim speaks of."""
    if theirs.cell is None:
        return False
    known = ours.keys | ours.near
    return any(head and head.isdisjoint(known) for head in (theirs.label, theirs.section))


def told_noun(ours: Setting, theirs: Setting) -> Counted | None:
    """Return what a passage's figure counts, as far as it must be what a claim's does.

    A measure in a fact sheet is of what the sheet is about, however its line is called: "Height: 142 m".
    """
    head, other = ours.counted, theirs.counted
    if not (head and other and theirs.is_field and theirs.mention.value.get("unit")):
        return other
    return None if other.head <= theirs.label and head.head & theirs.section else other


@kept
def _lives(setting: Setting) -> bool:
    """Whether a figure counts who lives somewhere, rather than people of any sort."""
    document, noun = setting.document, setting.counted
    word = document.text[noun.noun.start : noun.noun.end].lower() if noun else ""
    return word in grammar(document.language, "inhabitants")


def part_for_all(words: list[Word], ours: Setting, theirs: Setting) -> bool:
    """Whether one figure is of all and the other of a part: what is said of a part is not said of all."""
    if ours.amount.is_total and theirs.amount.is_part:
        return True
    of_total = theirs.amount.is_total and not ours.amount.is_total
    of_part = theirs.amount.is_part and not ours.amount.is_part
    if not (of_total or of_part):
        return False
    said = [word for word in words if not (word.name or tells_thing(word.keys))]
    said = [word for word in said if word.weight >= WORD_WEIGHT]
    return bool(said) if of_total else not any(word.keys & theirs.keys for word in said)


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


def of_another_sort(ours: Setting, theirs: Setting) -> bool:
    """Whether a word narrows one noun down in each that the other lacks: *crested* larks, *silver* larks.

    The first part of a compound does so within its clause: of the *proef*groep 17, and of the *test*groep 86.
    """
    if ours.document.language != theirs.document.language:
        return False
    told, told_too = keys_of(ours.clause_words), keys_of(theirs.clause_words)
    return any(
        noun & noun_too and sort.isdisjoint(theirs.known) and sort_too.isdisjoint(ours.keys)
        for sort, noun in _narrowed(ours)
        for sort_too, noun_too in _narrowed(theirs)
    ) or any(
        noun & noun_too and sort.isdisjoint(told_too) and sort_too.isdisjoint(told)
        for sort, noun in _compounds(ours)
        for sort_too, noun_too in _compounds(theirs)
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
        and not (tells_event(one.keys | other.keys) or tells_place(one.keys | other.keys))
    ]


def _compounds(setting: Setting) -> list[tuple[frozenset[str], frozenset[str]]]:
    """Return the keys of the first parts of a clause's compounds, each with those of the whole."""
    return [
        (part.keys, whole.keys)
        for whole, part in pairwise(setting.clause_words)
        if part.start == whole.start and part.weight == 0.0 and not whole.name
    ]


def of_another_in_row(ours: Setting, theirs: Setting) -> bool:
    """Whether each is of another one of a row: the *first* edition and the *third*, class 30 and class 40."""
    if ours.document.language != theirs.document.language:
        return False
    said, told = _in_row(ours), _in_row(theirs)
    return any(
        noun & noun_too and number != number_too and not any(number == n and noun & m for n, m in told)
        for number, noun in said
        for number_too, noun_too in told
    )


@kept
def _in_row(setting: Setting) -> list[tuple[str, frozenset[str]]]:
    """Return the numbers that tell which one is meant in a figure's clause, with the keys of the noun.

    That is the noun behind an ordinal, or the one before the number of a name; a version is one of the names
    beside it. The figure itself tells none.
    """
    document, words = setting.document, ["", *setting.document.tokens.words, ""]
    parts, own = setting.parts
    elliptic = own and (setting.clause.relative or not any(map(_is_count, figures(document, parts[own - 1]))))
    start = parts[own - 1].start if elliptic else setting.clause.start
    found = []
    for one in figures(document, Span(start, setting.clause.end)):
        ordinal = "ordinal" in one.keys
        if one.start == setting.mention.start or one.kind == DATE or (one.judgeable and not ordinal):
            continue
        word = words[document.tokens.at(one.end) + 1 if ordinal else document.tokens.at(one.start)]
        keys = word_keys(word, document.language)
        if word in grammar(document.language, "versions"):
            keys |= keys_of(part for name in setting.names for part in name)
        found.append((str(one.value.get("low")), keys))
    return found


def _is_count(mention: Mention) -> bool:
    return mention.judgeable and not is_time(mention) and "ordinal" not in mention.keys


def of_another_of(ours: Setting, theirs: Setting) -> bool:
    """Whether both are of one thing of two names: the roads *of Lier*, the ring road *of Ghent*."""
    return any(
        thing & other and name.isdisjoint(theirs.keys) and another.isdisjoint(ours.keys)
        for thing, name in owners(ours)
        for other, another in owners(theirs)
    )


def of_another_topic(ours: Setting, theirs: Setting) -> bool:
    """Whether two sentences begin with nouns that the other lacks: *the storm* lasted, *the flood* lasted."""
    if ours.document.language != theirs.document.language or theirs.subject.refers_to(ours):
        return False
    one, two = ours.subject.noun, theirs.subject.noun
    return bool(one and two) and one.isdisjoint(theirs.known) and two.isdisjoint(ours.keys)


def for_others(ours: Setting, theirs: Setting) -> bool:
    """Whether each is for somebody whom the other lacks: beds *for children*, *for dengue patients*."""
    if ours.document.language != theirs.document.language:
        return False
    one, two = whom(ours), whom(theirs)
    return bool(one and two) and one.isdisjoint(theirs.reach.own_keys) and two.isdisjoint(ours.keys)


def of_scope(ours: Setting, theirs: Setting) -> bool:
    """Whether a passage opens by saying for what alone it is so, which the claim does not: *for adults*."""
    if ours.document.language != theirs.document.language:
        return False
    return any(keys.isdisjoint(ours.keys | ours.near) for keys in scope(theirs))


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


@cache
def _opposites(language: str) -> tuple[tuple[str, str], ...]:
    pairs = (entry.partition(":") for entry in grammar(language, "opposites"))
    return tuple((one, other) for one, _, other in pairs)


@kept
def _prefixed(setting: Setting) -> tuple[tuple[str, str], ...]:
    """Return the words of a figure's clause that a prefix makes an opposite, with it and without."""
    language = setting.document.language
    prefixes = grammar(language, "opposing_prefixes")
    pairs = ((word, word.removeprefix(start)) for start in prefixes for word in setting.clause_tokens)
    told = ((word, bare) for word, bare in pairs if word != bare and len(bare) >= _PREFIXED)
    return tuple((word, bare) for word, bare in told if bare not in function_words(language))


def says_all(ours: Setting, theirs: Setting) -> bool:
    """Whether a claim says no more than a heading, which names its subject and states nothing of it."""
    more = (word for word in sentence_words(ours.document, ours.index) if not word.keys & theirs.keys)
    return sum(word.weight for word in more) < WORD_WEIGHT
