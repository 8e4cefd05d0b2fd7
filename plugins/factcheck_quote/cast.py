"""Whom the paragraphs of a narrated text are about, so that a quotation of nobody named is not anybody's."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from factcheck.lazy import lazy
from factcheck.people import fold, strip_titles, surname
from factcheck.reference import persons
from factcheck.text import Document, Span

from .sexes import pronoun_sex

_HEAD = 3  # paragraphs that tell whom a text is about: title, summary, the first one
_FEW = 4  # who is named in more than one paragraph of so many is whom the text is about
_LONG = 200_000  # characters from which a text is not read for this
_AROUND = "’'\"”“‘„«»,.:;?!()[]…"


class Cast:
    """The persons of a document by its paragraphs; ``quoted`` are its quotations, in order."""

    def __init__(self, document: Document, quoted: Sequence[tuple[int, int]]):
        self._document = document
        self._quoted = list(quoted)

    def lacks(self, speaker: str, offset: int, pronoun: str) -> bool:
        """Tell whether a quotation of nobody named cannot be somebody's, by the paragraph it stands in.

        Its paragraph begins with somebody else and does not name the speaker, whom the text names elsewhere
        and is not about. He may be meant still where the paragraph before names him, by a ``pronoun`` or by
        nothing, unless others are quoted first and there is a main person, whom a text comes back to without
        the name.
        """
        if len(self._document.text) > _LONG:
            return False
        name = strip_titles(speaker)
        here = bisect_right([span.start for span in self._paragraphs], offset) - 1
        if not surname(speaker) or here < 0 or self._has(here, name.split()):
            return False
        about = self._about(name)
        if not about or about[0] < _HEAD or len(about) * _FEW > len(self._paragraphs):
            return False
        if here - 1 in about and not (self._is_portrait and self._quotes(here, offset) and not pronoun):
            return False
        return self._introduces(here, offset)

    @lazy
    def _paragraphs(self) -> list[Span]:
        text, mark, spans, start = self._document.text, self._mark, [], 0
        for piece in text.split(mark):
            if piece.strip():
                spans.append(Span(start, start + len(piece)))
            start += len(piece) + len(mark)
        return spans

    @property
    def _mark(self) -> str:
        return "\n\n" if self._document.hard_wrapped else "\n"

    @lazy
    def _words(self) -> list[frozenset[str]]:
        text = self._document.text
        return [
            frozenset(
                fold(word.strip(_AROUND).removesuffix("'s").removesuffix("’s"))
                for word in set(text[slice(*span)].split())
            )
            for span in self._paragraphs
        ]

    def _has(self, paragraph: int, name: Sequence[str]) -> bool:
        """Whether a paragraph has a word of a name, as of a given name by itself."""
        return any(fold(word) in self._words[paragraph] for word in name if word[0].isupper())

    def _about(self, name: str) -> list[int]:
        """Return the paragraphs that name somebody by surname."""
        return [at for at in range(len(self._paragraphs)) if self._has(at, name.split()[-1:])]

    @lazy
    def _is_portrait(self) -> bool:
        """Whether a person is named in the head of the text and in many of its paragraphs."""
        text = self._document.text
        named = {
            text[slice(*span)].split()[-1]
            for at in range(min(_HEAD, len(self._paragraphs)))
            for span in self._persons(at)
        }
        return any(len(self._about(name)) * _FEW > len(self._paragraphs) for name in named)

    def _introduces(self, paragraph: int, offset: int) -> bool:
        """Whether a paragraph names a person before it calls any he or she, and before it quotes any."""
        start = self._paragraphs[paragraph].start
        first = next((low for low, _ in self._quoted if low >= start), offset)
        name = next(
            (span.start for span in self._persons(paragraph) if span.start < min(first, offset)), None
        )
        if name is None:
            return False
        before = self._document.words_in(Span(start, name)) if name > start else []
        return not any(pronoun_sex(word, self._document.language) for word in before)

    def _quotes(self, paragraph: int, offset: int) -> bool:
        """Whether a paragraph quotes anybody before an offset that lies in another quotation."""
        start = self._paragraphs[paragraph].start
        return any(start <= low and high <= offset for low, high in self._quoted)

    def _persons(self, paragraph: int) -> Iterator[Span]:
        span = self._paragraphs[paragraph]
        for index in range(
            self._document.sentence_index(span.start), self._document.sentence_index(span.end) + 1
        ):
            yield from (one for one in persons(self._document, index) if span.start <= one.start < span.end)
