"""The sources of a run, each read and extracted once, and the part of them one claim may look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from factcheck.checks import Occurrence
from factcheck.model import Mention, Source
from factcheck.text import Document

QUOTE = "quote"
Extract = Callable[[Source, Document], tuple[Mention, ...]]


class Library:
    """All sources of a run with their documents and mentions, each computed when first asked for."""

    def __init__(self, sources: Iterable[Source], terms: Mapping[str, str], extract: Extract):
        self.sources = tuple(sorted(sources, key=lambda source: (source.name, source.path)))
        self._terms = terms
        self._extract = extract
        self._documents: dict[str, Document] = {}
        self._index: dict[str, dict[str, dict[str, list[Mention]]]] = {}
        self._occurrences: dict[tuple[str, str, tuple[str, ...] | None], list[Occurrence]] = {}

    def document(self, source: Source) -> Document:
        """Return the document of a source, the same object every time."""
        if source.path not in self._documents:
            self._documents[source.path] = Document.of(source, self._terms)
        return self._documents[source.path]

    def mentions(self, source: Source, kind: str) -> Sequence[Mention]:
        """Return all mentions of a kind in one source, in order."""
        return self._indexed(source).get(kind, {}).get("", ())

    def occurrences(self, source: Source, kind: str, keys: tuple[str, ...] | None) -> Sequence[Occurrence]:
        """Return the mentions of a kind in one source where they stand, in order, each with who says it.

        With ``keys``, only those that have one of them, and those without any, which may be about anything.
        """
        by_key = self._indexed(source).get(kind, {})
        if keys is not None:
            keys = tuple(key for key in keys if f"={key}" in by_key)
        known = self._occurrences.get((source.path, kind, keys))
        if known is None:
            found = self.mentions(source, kind) if keys is None else _with(by_key, keys)
            document = self.document(source)
            known = [Occurrence(mention, document, self.speaker(source, mention.start)) for mention in found]
            self._occurrences[source.path, kind, keys] = known
        return known

    def speaker(self, source: Source, offset: int) -> str | None:
        """Return who says what stands at an offset: the quoted person of narration, else the turn's.

        Whoever asks a question is somebody, whether or not a sources file gives the name.
        """
        turn = self.document(source).turn_at(offset)
        if turn is not None and (turn.speaker or turn.role == "question"):
            return turn.speaker or "the interviewer"
        for mention in self.mentions(source, QUOTE):
            if mention.start <= offset < mention.end and mention.value.get("speaker"):
                return str(mention.value["speaker"])
        return None

    def _indexed(self, source: Source) -> dict[str, dict[str, list[Mention]]]:
        if source.path not in self._index:
            index: dict[str, dict[str, list[Mention]]] = defaultdict(lambda: defaultdict(list))
            for mention in self._extract(source, self.document(source)):
                if mention.judgeable:
                    index[mention.kind][""].append(mention)
                    for key in [f"={key}" for key in mention.keys] or ["?"]:
                        index[mention.kind][key].append(mention)
            self._index[source.path] = index
        return self._index[source.path]


def _with(by_key: Mapping[str, list[Mention]], keys: tuple[str, ...]) -> list[Mention]:
    """Return the mentions that have one of some keys, or none, in order."""
    wanted = ("?", *(f"={key}" for key in keys))
    found = {mention.start: mention for key in wanted for mention in by_key.get(key, ())}
    return [found[start] for start in sorted(found)]


class View:
    """The sources one claim may be checked against (:class:`factcheck.checks.Corpus`)."""

    def __init__(self, library: Library, sources: tuple[Source, ...]):
        self._library = library
        self._sources = sources

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources, sorted by name and path."""
        return self._sources

    def document(self, source: Source) -> Document:
        """Return the text of a source, ready for the checks."""
        return self._library.document(source)

    def mentions(self, kind: str, keys: Iterable[str] | None = None) -> Iterable[tuple[Source, Mention]]:
        """Yield the mentions of a kind that share a key or have none; all where ``keys`` is ``None``."""
        for source, occurrences in self.occurrences(kind, None if keys is None else tuple(keys)):
            for found in occurrences:
                yield source, found.mention

    def occurrences(
        self, kind: str, keys: tuple[str, ...] | None
    ) -> Iterator[tuple[Source, Sequence[Occurrence]]]:
        """Yield each source with the mentions that :meth:`mentions` yields of it, where they stand."""
        for source in self._sources:
            yield source, self._library.occurrences(source, kind, keys)
