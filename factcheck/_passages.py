"""The places of sources as evidence: the words found, the sentence around them, and who says so."""

from __future__ import annotations

from factcheck._corpus import Library
from factcheck.model import Evidence, Mention, Source, Stance

_CONTEXT = 120  # characters of the sentence shown on each side of a passage


class Passages:
    """Makes evidence of the mentions of a library's sources, each once: it is the same for every claim."""

    def __init__(self, library: Library):
        self._library = library
        self._made: dict[tuple[str, str, int, int, Stance], Evidence] = {}

    def of(self, source: Source, mention: Mention, stance: Stance) -> Evidence:
        """Return a mention of a source as evidence, with the sentence around it."""
        at = (source.path, mention.kind, mention.start, mention.end, stance)
        if at not in self._made:
            self._made[at] = self._evidence(source, mention, stance)
        return self._made[at]

    def _evidence(self, source: Source, mention: Mention, stance: Stance) -> Evidence:
        document = self._library.document(source)
        sentence = document.sentence_at(mention.start)
        line, column = document.line_column(mention.start)
        return Evidence(
            source=source.name,
            path=source.path,
            line=line,
            column=column,
            start=mention.start,
            end=mention.end,
            text=mention.text,
            stance=stance,
            prefix=document.text[max(sentence.start, mention.start - _CONTEXT) : mention.start],
            suffix=document.text[mention.end : max(mention.end, min(sentence.end, mention.end + _CONTEXT))],
            speaker=self._library.said_by(source, mention.start),
            date=source.date,
            value=mention.value,
            locator=document.locator_at(mention.start),
        )


def where(evidence: Evidence) -> str:
    """Return the place of a passage and its speaker, in short."""
    known = (part for part in (evidence.locator, evidence.speaker) if part)
    return ", ".join((f"{evidence.source}:{evidence.line}", *known))
