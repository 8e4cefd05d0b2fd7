"""Who is told of in words beside a quotation by what he is: ``her neighbour``, ``one of the residents``."""

from __future__ import annotations

from factcheck.people import vocabulary

from .naming import Cue, Words

_APPOSED = 6  # words in which a name begins that is set off behind a description
_DESCRIPTION = 7  # words by which somebody without a name is described


def apposed(words: Words, index: int, end: int) -> Cue | None:
    """Return the name set off behind a description: ``said her neighbour, the pilot Ann Lee``."""
    lexicon, word = words.lexicon, words.lower[index]
    describes = word in lexicon.determiners
    comma = next((at for at in range(index, end) if not words.words[at][0].isalnum()), index)
    if not describes or words.words[comma] != ",":
        return None
    for start in range(comma + 1, min(len(words), comma + _APPOSED)):
        cue, _ = words.name(start)
        if cue and cue.kind == "named":
            return cue
        if words.lower[start] in lexicon.function - vocabulary("articles"):
            return None
    return None


def no_name(words: Words, index: int) -> Cue | None:
    """Return somebody who is only described at a word: ``one resident``, ``the woman on the quay``."""
    lexicon = words.lexicon
    if index >= len(words) or words.lower[index] not in lexicon.determiners or words.capital(index + 1):
        return None
    end = index + 1
    while end < min(len(words), index + _DESCRIPTION) and is_plain(words.words[end]) and not words.verb(end):
        end += 1
    return Cue(" ".join(words.words[index:end]), "described") if end > index + 1 else None


def no_name_before(words: Words, start: int, verb: int) -> Cue | None:
    """Return somebody who is only described right before a verb: ``the contractor had told him``."""
    for index in range(max(start, verb - _DESCRIPTION), verb - 1):
        cue = no_name(words, index)
        if cue and words.skip_adverbs(index + len((cue.speaker or "").split())) == verb:
            return cue
    return None


def names_in(words: Words, start: int, stop: int) -> int:
    """Return how many names some words have, but for places."""
    index, named = start, 0
    while index < stop:
        cue, there = words.name(index)
        placed = index > start and words.lower[index - 1] in words.lexicon.prepositions
        named += cue is not None and cue.kind == "named" and not placed
        index = max(index + 1, there)
    return named


def is_plain(word: str) -> bool:
    """Whether a word is no name, number or mark."""
    return word.isalpha() and word.islower()
