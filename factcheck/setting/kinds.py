"""What a sentence says that the things it names are: "the *river* Osk", "the Osk *river*", "Osk *Bridge*".

For plugin authors, by way of :func:`factcheck.context.same_thing`. Such a noun is a part of the name: a text
that gives the name without it, or "the river" without the name, may well speak of the same thing.
"""

from collections.abc import Iterator
from typing import NamedTuple

from factcheck.keys import tells_event, tells_place
from factcheck.lazy import kept
from factcheck.setting.passage import Passage
from factcheck.text import Document, Span, function_words
from factcheck.vocabulary import grammar, is_plural, named_body, word_keys, word_list
from factcheck.wording import Word, keys_of

_RUN = 3  # words behind a name that say together what it is of: "the Osk *railway station*"


class Kind(NamedTuple):
    """What a named thing is: where the words stand that say so, the keys of their noun, those of the name."""

    places: frozenset[int]
    noun: frozenset[str]
    name: tuple[frozenset[str], ...]

    def named_in(self, keys: frozenset[str]) -> bool:
        """Say whether all of the name is among some keys."""
        return not any(word.isdisjoint(keys) for word in self.name)

    def is_namesake(self, other: "Kind") -> bool:
        """Say whether both have a name of something else: "the Osk river", "Osk Bridge"."""
        alike = any(not one.isdisjoint(two) for one in self.name for two in other.name)
        return alike and self.noun.isdisjoint(other.noun)


@kept
def kinds(passage: Passage) -> tuple[Kind, ...]:
    """Return what the names of a mention's sentence are said to be."""
    return tuple(kind for name in passage.names for kind in _kinds(passage.document, name))


def _kinds(document: Document, name: list[Word]) -> Iterator[Kind]:
    language, text = document.language, document.text
    own = [word for word in name if _is_kind(text[word.start : word.end].lower(), language)]
    proper = [word for word in name if word not in own]
    bare = tuple(word.keys for word in proper)
    if proper and own:
        yield Kind(frozenset(word.start for word in own), own[-1].keys, bare)
    if not proper or tells_place(keys_of(proper)):
        return  # "the Paris hotel" is no Paris
    for positions in (_behind(document, name), _before(document, name)):
        if positions:
            starts = frozenset(document.tokens.starts[at] for at in positions)
            noun = word_keys(document.tokens.words[positions[-1]], language)
            yield Kind(starts, noun, tuple(word.keys for word in name))
    for word in proper:
        if body := named_body(text[word.start : word.end].lower(), language):
            yield Kind(frozenset(), word_keys(body[1], language), bare)


def _is_kind(word: str, language: str) -> bool:
    return word in grammar(language, "called") or word in grammar(language, "kinds")


def _behind(document: Document, name: list[Word]) -> range:
    """Return the positions of the words behind a name that say what it is of, none of them a name."""
    tokens, language = document.tokens, document.language
    first = tokens.at(name[-1].start) + 1
    end = name[-1].end
    for at in range(first, min(first + _RUN, len(tokens.words))):
        if document.text[end : tokens.starts[at]] != " " or not _is_noun(document, at):
            break
        end = tokens.ends[at]
        if tokens.words[at] in grammar(language, "kinds") and not _is_noun(document, at + 1):
            return range(first, at + 1)
    return range(0)


def _is_noun(document: Document, at: int) -> bool:
    """Whether a word may be a noun or stand before one: no name, no word of grammar and no verb."""
    tokens, language = document.tokens, document.language
    word = tokens.words[at] if at < len(tokens.words) else ""
    if not word[:1].isalpha() or document.text[tokens.starts[at]].isupper():
        return False
    if word in grammar(language, "kinds"):
        return True
    verb = word in word_list(language, "verbs") or word in grammar(language, "linking")
    verb = verb or tells_event(word_keys(word, language))
    return not (verb or word in function_words(language) or word in word_list(language, "generic"))


def _before(document: Document, name: list[Word]) -> range:
    """Return the position of the noun before a name that says what it is of: "the *island* of Osk"."""
    tokens, language = document.tokens, document.language
    at = tokens.at(name[0].start) - 1
    while at > 0 and tokens.words[at] in grammar(language, "articles"):
        at -= 1  # "de rivier de Osk"
    if at > 0 and tokens.words[at] in grammar(language, "of"):
        at -= 1
    said = at >= 0 and tokens.words[at] in grammar(language, "kinds")
    return range(at, at + 1) if said and not is_plural(tokens.words[at], language) else range(0)


def is_kind(ours: Passage, word: Span, theirs: Passage) -> bool:
    """Say whether a word of a claim only says what a name is, which a passage gives: "the Osk *river*"."""
    return any(word.start in kind.places and kind.named_in(theirs.keys) for kind in kinds(ours))


def points_to(passage: Passage, kind: Kind) -> bool:
    """Say whether a sentence has "the river" before the mention, and no name of it."""
    document, tokens = passage.document, passage.document.tokens
    language = document.language
    definite = grammar(language, "definite")
    first, last = passage.positions(Span(passage.sentence.start, passage.mention.start))
    for at in range(first + 1, last):
        if tokens.words[at - 1] not in definite or word_keys(tokens.words[at], language).isdisjoint(
            kind.noun
        ):
            continue
        behind = tokens.words[at + 1 : at + 2]
        named = document.text[tokens.ends[at] + 1 : tokens.ends[at] + 2].isupper()
        if not named and set(behind).isdisjoint(grammar(language, "of")):
            return True
    return False
