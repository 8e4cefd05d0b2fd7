"""Whom a sentence speaks of without giving the name: "I" in a turn, "it" and "the company" after a name.

For plugin authors, by way of :func:`factcheck.context.same_thing`. There is no parser behind it: who or what
the text last spoke of is the last name that stood before the verb of a sentence, a person and a thing apart.
"""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from factcheck.people import fold, strip_titles, vocabulary
from factcheck.text import Document, Span
from factcheck.vocabulary import grammar, name_key, word_keys, word_list
from factcheck.wording import Word, keys_of, sentence_names, subject, words_until

_OFFICE = 2  # words before a full name that may be an office: "chief executive Ann Lee"
_FRESH = 2  # sentences for which "it" may mean what one of them began with
_ACTING = 3  # words before a name among which "she" may stand who does something to its bearer
_LONG = 200_000  # characters from which only those around a pronoun tell whom it means
AROUND = 10_000  # of these, on either side


class Reference(NamedTuple):
    """The keys of what a sentence points to; ``surname`` tells that they are those of a person's surname.

    ``text`` is the name as last written, where that is one.
    """

    keys: frozenset[str]
    surname: bool = False
    text: str = ""


_NOTHING = Reference(frozenset())
_NONE = (_NOTHING, -1)


def referred(document: Document, index: int) -> tuple[Reference, ...]:
    """Return whom and what a sentence speaks of and does not name.

    ``index`` is that in ``document.sentences``. A pronoun of the first person is the speaker of the turn,
    "he" the person and "it" the thing spoken of last; so is "the company", and whatever a sentence without
    a subject of its own speaks of ("Revenue rose ..."), else what the document is about.
    """
    memo: dict[int, tuple[Reference, ...]] = document.memo.setdefault("reference.referred", {})
    if index not in memo:
        memo[index] = tuple(_referred(document, index))
    return memo[index]


def _referred(document: Document, index: int) -> Iterator[Reference]:
    language, span = document.language, document.sentences[index]
    tokens = document.tokens
    words = tokens.words[tokens.at(span.start) : bisect_left(tokens.starts, span.end)]
    present = set(words)
    turn = document.turn_at(span.start)
    if speaker := _speaker(document, index):
        yield speaker
    if not present.isdisjoint(grammar(language, "we")):
        yield Reference(subject(document))
    narrated = not (turn and turn.speaker)
    if not present.isdisjoint(grammar(language, "of_person")):
        yield _last(document, index, person=True)[0]
    elif _stands_for_name(words, language):
        yield _last_thing(document, index)
    elif not present.isdisjoint(grammar(language, "of_thing")):
        thing, at = _last(document, index, person=False)
        yield thing if index - at <= _FRESH else _NOTHING
    elif narrated and _subject(document, index) is None:
        yield _last_thing(document, index)


def speaker_keys(document: Document, index: int) -> frozenset[str]:
    """Return the keys of the name of who says "I" in a sentence, empty where nobody is known to."""
    memo: dict[int, frozenset[str]] = document.memo.setdefault("reference.speaker", {})
    if index not in memo:
        speaker = _speaker(document, index) if document.turns else None
        memo[index] = speaker.keys if speaker else frozenset()
    return memo[index]


def _speaker(document: Document, index: int) -> Reference | None:
    """Return whom "I" means in a sentence of a turn."""
    language, span = document.language, document.sentences[index]
    turn = document.turn_at(span.start)
    if not (turn and turn.speaker):
        return None
    if set(document.words_in(span)).isdisjoint(grammar(language, "first_person")):
        return None
    parts = strip_titles(turn.speaker).split()
    return Reference(frozenset().union(*(_name_keys(part, language) for part in parts)), len(parts) == 1)


def only_person(document: Document, offset: int) -> str | None:
    """Return the name of the one person whom "he" or "she" can mean at an offset, ``None`` if there is none.

    That is who is named before it in its paragraph, as the text last wrote the name, if nobody else is. A
    label before the turn names nobody: who speaks there says "I".
    """
    if len(document.text) > _LONG:
        document, offset = _around(document, offset)
    mark = "\n\n" if document.hard_wrapped else "\n"
    begin = document.text.rfind(mark, 0, offset) + 1
    if not any(map(str.isupper, document.text[begin:offset])):  # as most often: "No," he said
        return None
    index = document.sentence_index(offset)
    turn = document.labelled_turn(offset)
    begin = max(begin, turn.start) if turn else begin
    persons = [
        name
        for before in range(document.sentence_index(begin), index + 1)
        for name in sentence_names(document, before)
        if begin <= name[0].start and name[-1].end <= offset and _is_person(document, name)
        if not (_is_addressed(document, name) or _is_acted_on(document, name))
    ]
    if not persons:
        return None
    if persons[-1][0].start >= document.sentences[index].start:
        name = persons[-1]
        written, keys = document.text[name[0].start : name[-1].end], name[-1].keys
    else:
        person, at = _last(document, index, person=True)
        written, keys = person.text, person.keys
        if turn and (at < 0 or document.sentences[at].start < begin):  # what others spoke of, or a label
            written, keys = document.text[persons[0][0].start : persons[0][-1].end], persons[0][-1].keys
    if any(name[-1].keys.isdisjoint(keys) for name in persons):
        return None
    return strip_titles(written) or None


def _is_acted_on(document: Document, name: list[Word]) -> bool:
    """Whether a name is not who "she" is, who does something to her: "does *she* admire Ann Lee?"."""
    at, subjects = document.tokens.at(name[0].start), grammar(document.language, "subjects")
    before = document.tokens.words[max(0, at - _ACTING) : at]
    return any(word in subjects and all(map(str.isalpha, before[n:])) for n, word in enumerate(before))


def _is_addressed(document: Document, name: list[Word]) -> bool:
    """Whether a name is the office of whom the speaker turns to: "Chair, ..."."""
    word = document.text[name[0].start : name[-1].end]
    return fold(word) in vocabulary("titles") and document.text.startswith(",", name[-1].end)


def persons(document: Document, index: int) -> tuple[Span, ...]:
    """Return where a sentence, by its index, names persons."""
    return tuple(
        Span(name[0].start, name[-1].end)
        for name in sentence_names(document, index)
        if _is_person(document, name)
    )


def _around(document: Document, offset: int) -> tuple[Document, int]:
    """Return the lines around an offset as a document, and the offset in it; of long lines only a part."""
    text, turns = document.text, document.turns
    low, high = max(0, offset - AROUND), min(len(text), offset + AROUND)
    first, last = max(0, low - AROUND), min(len(text), high + AROUND)
    low = text.rfind("\n", first, low) + 1 or (first and (text.find(" ", low, offset) + 1 or low))
    high = text.find("\n", high, last) + 1 or (last if last == len(text) else high)
    near = tuple(
        turn._replace(start=max(turn.start, low) - low, end=min(turn.end, high) - low)
        for turn in turns
        if turn.start < high and turn.end > low
    )
    return Document(text[low:high], language=document.language, turns=near), offset - low


def _stands_for_name(words: list[str], language: str) -> bool:
    """Whether a sentence has a noun with its article that stands for a name: "the company"."""
    classes, definite = grammar(language, "called"), grammar(language, "definite")
    return any(before in definite and word in classes for before, word in pairwise(words))


def _last_thing(document: Document, index: int) -> Reference:
    """Return the thing that a text spoke of last before a sentence, else what it is about."""
    thing, _ = _last(document, index, person=False)
    return thing if thing.keys else Reference(subject(document))


def _last(document: Document, index: int, *, person: bool) -> tuple[Reference, int]:
    """Return the person, or the thing, that a text spoke of last before a sentence, and in which.

    The text is read backwards from there, and each of its sentences once.
    """
    memo: dict[int, tuple[Reference, int]] = document.memo.setdefault(("reference.last", person), {0: _NONE})
    before = index
    while before not in memo:
        before -= 1
        name = _subject(document, before)
        if name and _is_person(document, name) == person:
            keys = keys_of(name)
            written = document.text[name[0].start : name[-1].end]
            memo[before + 1] = Reference(keys, person and len(name) == 1, written), before
            before += 1
    memo.update(dict.fromkeys(range(before, index + 1), memo[before]))
    return memo[index]


def _subject(document: Document, index: int) -> list[Word] | None:
    """Return the first name of a sentence that stands before its verb, ``None`` where there is none."""
    memo: dict[int, list[Word] | None] = document.memo.setdefault("reference.subject", {})
    if index not in memo:
        names = sentence_names(document, index)
        memo[index] = names[0] if names and not _told_before(document, index, names[0][0].start) else None
    return memo[index]


def _told_before(document: Document, index: int, offset: int) -> bool:
    """Whether a sentence has a verb before an offset."""
    verbs = word_list(document.language, "verbs")
    words = words_until(document, index, offset)
    return any(document.text[word.start : word.end].lower() in verbs for word in words)


def _is_person(document: Document, name: list[Word]) -> bool:
    """Whether a name is a person's: with an office, with a surname that stands alone too, or a speaker's."""
    words, first = document.tokens.words, document.tokens.at(name[0].start)
    while first and words[first - 1] in vocabulary("particles") and _has_capital(document, first - 1):
        first -= 1  # "de heer Van Dam", and not "de burgemeester van Dam"
    before = words[max(0, first - _OFFICE) : first] if len(name) > 1 else words[max(0, first - 1) : first]
    titled = not vocabulary("titles").isdisjoint((*before, words[first]))
    return titled or not name[-1].keys.isdisjoint(surnames(document))


def _has_capital(document: Document, token: int) -> bool:
    return document.text[document.tokens.starts[token]].isupper()


def surnames(document: Document) -> frozenset[str]:
    """Return the keys of the last words of full names that stand alone too, and of the speakers' names."""
    if "reference.surnames" not in document.memo:
        alone: set[str] = set()
        full: set[str] = set()
        for index in range(len(document.sentences)):
            for name in sentence_names(document, index):
                (alone if len(name) == 1 else full).update(name[-1].keys)
        for turn in document.turns:
            if turn.speaker:
                spoken = _name_keys(turn.speaker.split()[-1], document.language)
                alone |= spoken
                full |= spoken
        document.memo["reference.surnames"] = frozenset(alone & full)
    return document.memo["reference.surnames"]  # type: ignore[no-any-return]


def _name_keys(name: str, language: str) -> frozenset[str]:
    return word_keys(name.lower(), language) | {name_key(name.lower())}
