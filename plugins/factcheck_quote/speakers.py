"""Who says a quotation, from the words that attribute it and from what stands before it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from factcheck.people import same_person, strip_titles
from factcheck.reference import only_person, persons
from factcheck.text import Document, Span

from .between import begins_anew, names_other, stops, subject_of
from .lexicon import lexicon
from .naming import Cue
from .sexes import Sexes

if TYPE_CHECKING:
    from .stretch import Quotation

_LONG = 200_000  # characters from which a text is not read for its persons
_LEAD = 200  # characters before a quotation that lead up to it
_LABEL = 90  # characters a title may have
_SCARE = 3  # words up to which marks without a speaker are scare quotes or a title
CARRIED = 600  # characters behind a quotation within which another may be of the same speaker
_SENTENCE_ENDS = ".!?"
_CUE = 4  # words between two quotations that can only tell who says both: "he said"


class Told(NamedTuple):
    """Who says a quotation; what each means is told by :class:`.extract.Quotation`."""

    speaker: str | None = None
    sure: bool = False
    kind: str = ""
    among: tuple[str, ...] = ()


class Speakers:
    """Who says the quotations of a document, one after the other.

    ``text`` is the document's from the offset ``begin`` on, repaired; offsets are those in it.
    """

    def __init__(self, document: Document, text: str, begin: int, language: str, sexes: Sexes):
        self._document, self._text, self._begin = document, text, begin
        self._language, self._sexes = language, sexes

    def of(self, cue: Cue | None, said: str, start: int, previous: Quotation | None, nested: bool) -> Told:
        """Return who says words that start at an offset, behind the quotation ``previous``."""
        label = is_label(said, self._language) and not self._goes_on(said, start, previous)
        if cue and cue.kind == "before" and label:
            cue = None
        if cue and cue.kind != "pronoun":
            return Told(cue.speaker, self._is_sure(cue, start, previous), cue.kind)
        if nested or (label and not cue) or (cue and cue.word in lexicon(self._language).second_person):
            return Told(kind=cue.kind if cue else "")
        return (cue and self._meant(cue, start, previous)) or self._carried(cue, start, previous)

    def _goes_on(self, said: str, start: int, previous: Quotation | None) -> bool:
        """Whether a few words are a sentence right behind another: ``“We left,” he says. “All of us.”``."""
        gap = self._text[previous.end : start] if previous and previous.speaker else "\n"
        return "\n" not in gap and len(gap.split()) <= _CUE and said[-1:] in tuple(_SENTENCE_ENDS)

    def _is_sure(self, cue: Cue, start: int, previous: Quotation | None) -> bool:
        """Whether the text names a speaker outright: by a verb of saying, or as a person by what leads up."""
        if cue.kind not in ("leading", "before"):
            return cue.kind == "named"
        name = cue.speaker or ""
        known = previous is not None and previous.sure and same_person(previous.speaker or "", name)
        return known or any(same_person(one, name) for one, _ in self._persons(max(0, start - _LEAD), start))

    def _meant(self, cue: Cue, start: int, previous: Quotation | None) -> Told | None:
        """Return whom a pronoun can mean, ``None`` if nobody is named before it."""
        turn = self._document.labelled_turn(self._begin + start)
        bounds = (previous.end if previous else 0, turn.start - self._begin if turn else 0)
        begin = leading(self._text, start, max(0, *bounds))
        subject, names = subject_of(self._text, begin, start, self._language)
        person = only_person(self._document, self._begin + start)
        person = person or self._last_named(*bounds, start, cue.word)
        if person and previous and self._is_named_within(previous, person, start):
            person = None
        if person and self._sexes.differ(person, cue.word):
            person = None
        if subject and self._sexes.differ(subject.speaker or "", cue.word):
            subject = None
        if person and subject and not same_person(subject.speaker or "", person):
            return Told(kind=cue.kind, among=(person, *names))  # whom it may mean besides
        if person:
            return Told(person, True, cue.kind)
        if subject is None:
            return None
        if subject.kind == "named":
            return Told(subject.speaker, False, "meant")
        titled = any(strip_titles(name) != name for name in names)  # else no person may be meant
        return Told(kind=cue.kind, among=names if titled and "\n" not in self._text[begin:start] else ())

    def _is_named_within(self, previous: Quotation, person: str, start: int) -> bool:
        """Whether a person is named but by somebody else, in his quotation before in the paragraph."""
        text, last = self._text, person.split()[-1]
        if (
            not previous.sure
            or same_person(previous.speaker or "", person)
            or "\n" in text[previous.end : start]
        ):
            return False
        begin = text.rfind("\n", 0, previous.start) + 1
        return last not in text[begin : previous.start] and last not in text[previous.end : start]

    def _last_named(self, previous: int, turn: int, start: int, pronoun: str) -> str | None:
        """Return the one person named in the sentences between a quotation and the one before.

        "Does she admire Ann Lee?" names whom the "she" behind it is not.
        """
        text, low = self._text, max(previous, turn)
        if previous >= turn and not begins_anew(text, previous):
            low = text.find(". ", previous, start)
        if not 0 < low < start or "\n" in text[low:start].strip():
            return None
        told = ((name, at) for name, at in self._persons(low, start) if low <= at < start)
        found = [name for name, at in told if pronoun not in self._said_before(at)]
        return found[0] if found and all(same_person(one, found[0]) for one in found) else None

    def _said_before(self, at: int) -> list[str]:
        """Return the words of a sentence before an offset."""
        sentence = self._document.sentence_at(at)
        return self._document.words_in(Span(sentence.start, max(sentence.start, at)))

    def _persons(self, low: int, high: int) -> Iterator[tuple[str, int]]:
        """Yield the persons named in the sentences between two offsets, and where."""
        if len(self._document.text) > _LONG:
            return
        document = self._document
        for index in range(document.sentence_index(low), document.sentence_index(high) + 1):
            for span in persons(document, index):
                yield strip_titles(document.text[slice(*span)]), span.start

    def _carried(self, cue: Cue | None, start: int, previous: Quotation | None) -> Told:
        """Carry a speaker over from the quotation before, when only his attribution stands between."""
        kind = cue.kind if cue else ""
        if previous is None or previous.speaker is None or previous.kind == "described":
            return Told(kind=kind)
        if start - previous.end > CARRIED:
            return Told(kind=kind)
        gap = self._text[previous.end : start]
        other = names_other(self._text, previous.end, start, self._language, previous.speaker)
        if other or (cue and self._sexes.differ(previous.speaker, cue.word)):
            return Told(kind=kind)
        if "\n" in gap.strip(" "):
            return Told(previous.speaker if cue and len(gap) < CARRIED else None, False, kind)
        one_sentence = gap.rstrip()[-1:] in ".,:" and len(gap) < 160
        one_sentence = one_sentence and stops(self._text, previous.end, start, self._language) <= 1
        told = previous.speaker.split()[-1] in gap or len(gap.split()) <= _CUE
        kind = "meant" if previous.kind == "meant" and "\n" not in gap else kind
        return Told(previous.speaker, previous.sure and one_sentence and told, kind)


def leading(text: str, start: int, low: int = 0) -> int:
    """Return where the paragraph begins that leads up to a quotation: the one before, if it opens its own.

    What stands before ``low`` does not.
    """
    while start > low and text[start - 1].isspace():
        start -= 1
    return max(low, text.rfind("\n", low, start) + 1)


def is_label(said: str, language: str) -> bool:
    """Whether marks hold a few words or a title rather than what somebody said."""
    if len(said) > _LABEL:
        return False
    words = [word for word in said.split() if any(char.isalnum() for char in word)]
    if len(words) <= _SCARE:
        return True
    known = lexicon(language).function
    capitals = [word[:1].isupper() or word.lower() in known for word in words]
    return (
        len(words) <= 9
        and all(capitals)
        and sum(word[:1].isupper() for word in words) > 2
        and said[-1] not in ".!?,"
    )
