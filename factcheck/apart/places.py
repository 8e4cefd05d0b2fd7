"""Whether a passage tells of another place than a claim does, or of the way back."""

from __future__ import annotations

from factcheck.keys import tells_place
from factcheck.relations import is_located, locations, spots, way
from factcheck.setting import Setting
from factcheck.text import function_words
from factcheck.vocabulary import grammar
from factcheck.wording import Word

_OPENING = 3  # tokens before a place that a sentence opens with: "In the nearby *Norby*"


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
        if keys.isdisjoint(theirs.known) and not (translated and not tells_place(keys)):
            return True
        if keys.isdisjoint(theirs.keys) and _is_in_passing(theirs, keys):
            return True
    if _somewhere_else(ours, theirs):
        return True
    own_names = [word for name in ours.names for word in name]
    if not own_names or theirs.subject.refers_to(ours) or any(word.keys & theirs.keys for word in own_names):
        return False
    pointed = any(word.keys & theirs.referred for word in own_names)
    before = (
        name
        for name in theirs.names
        if name[0].start < theirs.mention.start
        and (_opens_with(theirs, name) or (is_located(theirs, name) and not pointed))
    )
    return any(name[0].keys.isdisjoint(ours.keys) for name in before)


def _opens_with(setting: Setting, name: list[Word]) -> bool:
    """Whether a sentence says first where all of it is so: "*In nearby Norby* ... the town owns 12 boats".

    A noun in it that could stand for a name, as "the town", stands for that place.
    """
    document = setting.document
    first = document.tokens.at(setting.sentence.start)
    between = document.tokens.at(name[0].start) - first
    return 0 < between <= _OPENING and document.tokens.words[first] in grammar(document.language, "locatives")


def _is_in_passing(setting: Setting, name: frozenset[str]) -> bool:
    """Whether the sentences before name a place, but not to say where: "no time *for Norby*"."""
    document, language = setting.document, setting.document.language
    words, plain = document.tokens.words, {*grammar(language, "of"), *grammar(language, "conjunctions")}
    plain |= {*grammar(language, "locatives"), *grammar(language, "articles")}
    found = [
        words[document.tokens.at(one[0].start) - 1]
        for one in setting.names_around
        if one[0].start < setting.sentence.start and not one[0].keys.isdisjoint(name)
    ]
    return bool(found) and all(word in function_words(language) and word not in plain for word in found)


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


def the_other_way(ours: Setting, theirs: Setting) -> bool:
    """Whether one goes where the other comes from: *from Lier to Ghent*, *from Ghent to Lier*."""
    (start, end), (other, goal) = way(ours), way(theirs)
    return not (start.isdisjoint(goal) or end.isdisjoint(other)) and start.isdisjoint(other)


def outside(ours: Setting, theirs: Setting) -> bool:
    """Whether one is of those outside what the other is of: students *from outside the EU*, EU students."""
    pairs = ((one, two) for one in ours.names for two in theirs.names if one[-1].keys & two[-1].keys)
    return any(_is_excluded(ours, one) != _is_excluded(theirs, two) for one, two in pairs)


def _is_excluded(setting: Setting, name: list[Word]) -> bool:
    document, at = setting.document, setting.document.tokens.at(name[0].start)
    before = document.tokens.words[max(0, at - 2) : at]
    return not set(before).isdisjoint(grammar(document.language, "excluding"))
