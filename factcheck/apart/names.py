"""Whether a passage tells of somebody or something of another name than a claim does."""

from __future__ import annotations

import re

from factcheck.reference import speaker_keys, surnames
from factcheck.relations import belonging, belonging_before, is_located
from factcheck.setting import Setting
from factcheck.setting.kinds import kinds
from factcheck.text import Document, Span
from factcheck.vocabulary import grammar, is_common, is_concept, name_forms, name_key, word_keys
from factcheck.wording import Word, keys_of, sentence_keys, sentence_words, subject

_MODEL = re.compile(r"\b([A-Z][A-Za-z]+)-(\d{1,3})\b")
_MODELS = 4  # sentences back from a passage that may name a numbered thing it goes on about
_STEM = 4  # letters that two forms of a name have in common at least


def of_another_subject(ours: Setting, theirs: Setting) -> bool:
    """Whether a claim opens with one name and the passage with another, which neither has elsewhere.

    What another clause behind the figure says tells of something else: "X has 900 people, *opposite Y*", and
    what "we" have is nobody's whom another clause names: "*We* have 900 people, and beat Y".
    """
    one, two = ours.subject.leading_name, theirs.subject.leading_name
    if theirs.subject.is_we and not one.isdisjoint(theirs.keys):
        return one.isdisjoint(keys_of(theirs.clause_words) | theirs.referred)
    words = sentence_words(theirs.document, theirs.index)
    aside = (word for word in words if word.start >= theirs.clause.end)
    before = keys_of(word for word in words if word.start < theirs.clause.end)
    behind = keys_of(word for word in aside if word.name) - before
    known = (theirs.reach.own_keys - behind) | theirs.referred
    return bool(one and two and one.isdisjoint(known) and two.isdisjoint(ours.keys))


def of_another_thing(ours: Setting, theirs: Setting) -> bool:
    """Whether a passage opens with a thing by name that a claim lacks, and has no name that the claim has.

    What "we" are that compare ourselves with it there, its figure is not of: "*the ship Otter* burns twice as
    much as we do, and carries 40".
    """
    one, two = keys_of(word for name in ours.names for word in name), theirs.subject.leading_name
    if not one or not two or not (one.isdisjoint(theirs.reach.own_keys) and two.isdisjoint(ours.keys)):
        return False
    return _is_thing(theirs, two)


def _is_thing(setting: Setting, leading: frozenset[str]) -> bool:
    """Whether the name a sentence opens with is told to be a thing of some sort, as *the ship Otter*."""
    if not surnames(setting.document).isdisjoint(leading):
        return False
    name = next(name for name in setting.names if not keys_of(name).isdisjoint(leading))
    text, words = setting.document.text, sentence_words(setting.document, setting.index)
    sort = next((word for word in words if word.end == name[0].start - 1 and not word.name), None)
    return sort is not None and is_concept(text[sort.start : sort.end].lower(), setting.document.language)


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


def of_another_full_name(ours: Setting, theirs: Setting) -> bool:
    """Whether a claim gives a name of two words that is not told of, and the passage another such name."""
    full = [name for name in ours.names if len(name) > 1]
    lacking = any(all(word.keys.isdisjoint(theirs.known) for word in name) for name in full)
    return lacking and any(
        len(name) > 1 and all(word.keys.isdisjoint(ours.keys) for word in name) for name in theirs.names
    )


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


def of_another_kind(ours: Setting, theirs: Setting) -> bool:
    """Whether a claim's name and a passage's are of different sorts of things: Osk *Bridge*, Osk *Tower*."""
    if ours.document.language != theirs.document.language:
        return False
    return any(
        kind.is_namesake(other) and kind.noun.isdisjoint(theirs.known) and other.noun.isdisjoint(ours.keys)
        for kind in kinds(ours)
        for other in kinds(theirs)
    )


def _sort(setting: Setting, name: list[Word]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the keys of the words of a name that are unknown, and those of the known word it ends with.

    Where all of them are known, they are those before the last: *Green* of "Green Party".
    """
    text, language = setting.document.text, setting.document.language
    last = name[-1]
    if len(name) < 2 or not is_common(text[last.start : last.end].lower(), language):
        return keys_of(name), frozenset()
    own = [word for word in name[:-1] if not is_common(text[word.start : word.end].lower(), language)]
    return keys_of(own or name[:-1]), last.keys


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


def of_nobody_known(ours: Setting, theirs: Setting) -> bool:
    """Whether the names a claim has before its figure stand nowhere in the passage's text.

    That with which it opens must stand near the passage, or be what the text is about.
    """
    if ours.subject.leading_name and ours.subject.leading_name.isdisjoint(theirs.known | theirs.referred):
        return True
    names = [name for name in ours.names if name[0].start < ours.mention.start and not is_located(ours, name)]
    words = [word for name in names for word in name if ours.clause.holds(word.start)]
    if not words or any(word.keys & theirs.known or word.keys & theirs.referred for word in words):
        return False
    text = ours.document.text
    return not any(_stands_in(theirs.document, text[word.start : word.end].lower()) for word in words)


def _stands_in(document: Document, word: str) -> bool:
    """Whether a text has a word, or one that begins as it does: *Mechelse* for Mechelen."""
    stem = word[: max(_STEM, len(word) - _STEM)]
    return word in document.vocabulary or any(other.startswith(stem) for other in document.vocabulary)


def of_a_stranger(ours: Setting, theirs: Setting, speaker: str) -> bool:
    """Whether a claim opens with a name that the text has nowhere, and that is not the speaker's."""
    name, document = ours.subject.leading_name, theirs.document
    opening = document.words_in(theirs.sentence)[:1]
    if not name or theirs.subject.unsaid or ours.document.language != document.language:
        return False
    if theirs.subject.refers_back or set(opening) & set(grammar(document.language, "definite")):
        return False  # "The film" may be by that name
    known = theirs.keys | theirs.near | subject(document) | set(map(name_key, speaker.lower().split()))
    return name.isdisjoint(known) and all(name_forms(key).isdisjoint(document.vocabulary) for key in name)


def of_another_speaker(ours: Setting, theirs: Setting) -> bool:
    """Whether a claim opens with a person whom the text knows, and who says "I" in the passage is another."""
    told, speaker = ours.subject.leading_name, speaker_keys(theirs.document, theirs.index)
    if not speaker or not told.isdisjoint(theirs.keys):
        return False
    return not told.isdisjoint(surnames(theirs.document))


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


def of_another_holder(ours: Setting, theirs: Setting) -> bool:
    """Whether a claim is of the mayor and the passage of the minister, and neither names the other."""
    (sort, one), (sort_too, two) = ours.subject.holder, theirs.subject.holder
    known = theirs.keys | theirs.near
    return bool(sort) and sort == sort_too and one.isdisjoint(known) and two.isdisjoint(ours.keys)


def of_a_belonging(ours: Setting, theirs: Setting) -> bool:
    """Whether a passage tells of what is somebody's ("her father"), and the claim has no word of it.

    Nor its name: "his friend *Ann Lee*". Who "he" is may stand in the sentence before.
    """
    said = ours.document.words_in(ours.sentence)
    of_person = not set(said).isdisjoint(grammar(ours.document.language, "of_person"))
    owned = belonging(theirs) or (belonging_before(theirs) if of_person or ours.names else None)
    if owned is None or not owned.keys.isdisjoint(ours.keys):
        return False
    names = (name for name in theirs.names_around if name[0].start > owned.start)
    name = next((name for name in names if name[0].start < theirs.mention.start), [])
    return keys_of(name).isdisjoint(ours.keys)


def of_the_text(ours: Setting, theirs: Setting) -> bool:
    """Whether what happened to "it" in a claim happened to what a text is about."""
    if not ours.statement.meets(theirs.statement):
        return False
    return theirs.subject.refers_back or not theirs.subject.leading_name.isdisjoint(subject(theirs.document))
