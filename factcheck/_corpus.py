"""The sources of a run, each read and extracted once, and the part of them one claim may look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from factcheck._attribution import teller
from factcheck.clauses import QUOTE
from factcheck.model import Claim, Mention, Source
from factcheck.text import Document

Extract = Callable[[Source, Document], tuple[Mention, ...]]


class Library:
    """All sources of a run with their documents and mentions, each computed when first asked for.

    ``claims`` are those that will be judged, as far as they are known.
    """

    def __init__(self, sources: Iterable[Source], terms: Mapping[str, str], extract: Extract):
        self.sources = tuple(sorted(sources, key=lambda source: (source.name, source.path)))
        self._terms = terms
        self._extract = extract
        self.claims: Sequence[Claim] = ()
        self._documents: dict[str, Document] = {}
        self._voices: dict[str, frozenset[str]] = {}
        self._index: dict[str, dict[str, dict[str, list[Mention]]]] = {}

    def document(self, source: Source) -> Document:
        """Return the document of a source, the same object every time."""
        if source.path not in self._documents:
            self._documents[source.path] = Document.of(source, self._terms)
        return self._documents[source.path]

    def mentions(self, source: Source, kind: str, keys: Iterable[str] | None) -> list[Mention]:
        """Return the mentions of a kind in one source, in order.

        With ``keys``, only those that have one of them, and those without any, which may be about anything.
        """
        index = self._index.get(source.path)
        if index is None:
            index = self._index[source.path] = self._indexed(source)
        by_key = index.get(kind, {})
        if keys is None:
            return by_key.get("", [])
        wanted = ("?", *(f"={key}" for key in keys))
        found = {mention.start: mention for key in wanted for mention in by_key.get(key, ())}
        return [found[start] for start in sorted(found)]

    def voices(self, source: Source) -> frozenset[str]:
        """Return the names of all whose words a source gives: in turns, in quotations, in the narration."""
        if source.path not in self._voices:
            names = {turn.speaker for turn in source.turns}
            names |= {mention.value.get("speaker") for mention in self.mentions(source, QUOTE, None)}
            names |= {self.narrated(source, start) for start, _ in self.document(source).sentences}
            self._voices[source.path] = frozenset(name for name in names if name)
        return self._voices[source.path]

    def narrated(self, source: Source, offset: int) -> str | None:
        """Return whose words a sentence of the narration gives ("according to Lee"), if it says so."""
        document = self.document(source)
        turn = document.turn_at(offset)
        if turn is not None and turn.speaker:
            return None
        tellers: dict[int, str | None] = document.memo.setdefault("corpus.tellers", {})
        index = document.sentence_index(offset)
        if index not in tellers:
            start, end = document.sentence_at(offset)
            told = teller(document.text[start:end], document.language)
            tellers[index] = told.name if told else None
        return tellers[index]

    def _indexed(self, source: Source) -> dict[str, dict[str, list[Mention]]]:
        index: dict[str, dict[str, list[Mention]]] = defaultdict(lambda: defaultdict(list))
        for mention in self._extract(source, self.document(source)):
            if mention.judgeable:
                index[mention.kind][""].append(mention)
                for key in [f"={key}" for key in mention.keys] or ["?"]:
                    index[mention.kind][key].append(mention)
        return index


class View:
    """The sources one claim may be checked against (:class:`factcheck.checks.Corpus`)."""

    def __init__(self, library: Library, sources: tuple[Source, ...]):
        self._library = library
        self._sources = sources

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources, sorted by name and path."""
        return self._sources

    @property
    def claims(self) -> Sequence[Claim]:
        """The claims of the run as far as they are known beforehand."""
        return self._library.claims

    def document(self, source: Source) -> Document:
        """Return the text of a source, ready for the checks."""
        return self._library.document(source)

    def mentions(self, kind: str, keys: Iterable[str] | None = None) -> Iterable[tuple[Source, Mention]]:
        """Yield the mentions of a kind that share a key or have none; all where ``keys`` is ``None``."""
        wanted = None if keys is None else tuple(keys)
        for source in self._sources:
            for mention in self._library.mentions(source, kind, wanted):
                yield source, mention
