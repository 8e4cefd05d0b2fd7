"""What stands between two quotations: who says both, whom a pronoun means, whether it is an interruption."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.people import same_person

from .naming import Cue, Words

_SUBJECT = 4  # words of a sentence of which one begins the name of its subject
INTERRUPTION = 120  # characters of what a narrator puts between two pieces of a quotation
_SENTENCE_END = frozenset(".!?…")


def subject_of(text: str, start: int, end: int, language: str) -> tuple[Cue | None, tuple[str, ...]]:
    """Return who a pronoun after a stretch of text may mean, and everybody whom the stretch names.

    The first is the last full name that begins a sentence; its kind is ``named`` where nobody else can be
    meant, else ``pronoun``.
    """
    words = Words(text, start, end, language)
    found, alone, first, index, names = None, True, 0, 0, list[str]()
    while index < len(words):
        cue, there = words.name(index)
        if words.words[index] in _SENTENCE_END or words.words[index][0] in "\r\n":
            first = index + 1
        elif words.lower[index] in words.lexicon.possessives and found:
            alone = False  # whose brother?
        elif cue and cue.kind == "named" and (" " in (cue.speaker or "") or found):
            alone = alone and found is None
            apposed = "," in words.words[first : first + _SUBJECT] and words.words[there : there + 1] == [","]
            found = cue if index - first < _SUBJECT or apposed else found
            names.append(cue.speaker or "")
            index = there - 1
        index += 1
    return found and Cue(found.speaker, "named" if alone else "pronoun"), tuple(names)


def stops(text: str, start: int, end: int, language: str) -> int:
    """Return how many full stops end a sentence in a stretch of text."""
    words = Words(text, start, end, language)
    return sum(word == "." and not (at and words.abbreviates(at - 1)) for at, word in enumerate(words.words))


def names_other(text: str, start: int, end: int, language: str, speaker: str) -> bool:
    """Whether a stretch names anybody else but in the sentence of the quotation before it."""
    words = Words(text, start, end, language)
    index, told = 0, begins_anew(text, start)
    while index < len(words):
        cue, there = words.name(index)
        if words.words[index] in _SENTENCE_END or words.words[index][0] in "\r\n":
            told = told or not (index and words.abbreviates(index - 1))
        elif told and cue and cue.kind == "named" and not same_person(cue.speaker or "", speaker):
            return True
        index = max(index + 1, there)
    return False


def begins_anew(text: str, end: int) -> bool:
    """Whether a sentence begins behind a quotation that ends there: ``“I left.” Ann Lee laughed.``."""
    last = text[max(0, end - 4) : end].rstrip("\"'”’»«“„‘")[-1:]
    return (last in _SENTENCE_END or text.startswith(".", end)) and text[end : end + 4].strip(". \n")[
        :1
    ].isupper()


def said_between(text: str, start: int, end: int, language: str) -> bool:
    """Whether the words between two quoted pieces only tell who speaks (``’, zegt hij, ‘``)."""
    gap = text[start:end]
    if end - start > INTERRUPTION or "\n\n" in gap or not gap.strip():
        return False
    stripped = gap.strip()
    if stripped[0].isupper() and text[max(0, start - 4) : start].rstrip("\"'”’»")[-1:] in tuple(
        _SENTENCE_END
    ):
        return False  # “We left.” He said, “So did I.”
    words = Words(text, start, end, language)
    spoken: Sequence[bool] = [words.verb(index) for index in range(len(words))]
    if not any(spoken) and not any(words.according(index) for index in range(len(words))):
        return False
    if any(_begins_sentence(words, index) for index in range(len(words) - 2)):
        return False
    index = 1 if words.words[0] in ",.;–—-" else 0
    if stripped[-1] in ":?!." or (stripped[-1] not in ",;–—-" and stripped[0] not in ",;–—-"):
        return False
    cue, _ = words.name(index)
    return words.verb(index) or bool(words.according(index)) or cue is not None


def _begins_sentence(words: Words, index: int) -> bool:
    """Whether a mark ends a sentence behind which more than a name stands."""
    stop = words.words[index] in ".!?" and not (index and words.abbreviates(index - 1))
    return stop and words.capital(index + 1) and words.words[index + 2][0].isalpha()
