"""The sources of a run, each read and extracted once, and the part of them one claim may look at."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import accumulate

from factcheck._attribution import teller
from factcheck.checks import Occurrence
from factcheck.concordance import Concordance
from factcheck.lazy import lazy
from factcheck.model import Claim, Mention, Source
from factcheck.text import Document

QUOTE = "quote"
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
        self._sources: dict[Document, Source] = {}
        self._index: dict[str, dict[str, dict[str, list[Mention]]]] = {}
        self._quotations: dict[str, tuple[list[int], list[Mention]]] = {}

    def document(self, source: Source) -> Document:
        """Return the document of a source, the same object every time."""
        if source.path not in self._documents:
            document = self._documents[source.path] = Document.of(source, self._terms)
            self._sources[document] = source
        return self._documents[source.path]

    def source(self, document: Document) -> Source:
        """Return the source that a document is of."""
        return self._sources[document]

    def mentions(self, source: Source, kind: str) -> Sequence[Mention]:
        """Return all mentions of a kind in one source, in order."""
        return self.by_key(source, kind).get("", ())

    def by_key(self, source: Source, kind: str) -> Mapping[str, list[Mention]]:
        """Return the mentions of a kind in one source by ``=`` and their key, those without any by ``?``."""
        return self._indexed(source).get(kind, {})

    def occurrence(self, source: Source, mention: Mention) -> Occurrence:
        """Return a mention where it stands, with who says it."""
        return Occurrence(mention, self.document(source), self.speaker(source, mention.start))

    def speaker(self, source: Source, offset: int) -> str | None:
        """Return who says what stands at an offset: the quoted person of narration, else the turn's.

        Whoever asks a question is somebody, whether or not a sources file gives the name.
        """
        turn = self.document(source).turn_at(offset)
        if turn is not None and (turn.speaker or turn.role == "question"):
            return turn.speaker or "the interviewer"
        ends, quoted = self._quoted(source)
        for mention in quoted[bisect_right(ends, offset) :]:
            if mention.start > offset:
                break
            if offset < mention.end:
                return str(mention.value["speaker"])
        return None

    def said_by(self, source: Source, offset: int) -> str | None:
        """Return who says what stands at an offset, also where the narration gives somebody's words."""
        return self.speaker(source, offset) or self.narrated(source, offset)

    def _quoted(self, source: Source) -> tuple[list[int], list[Mention]]:
        """Return the quotations with a speaker, and where the furthest of those up to each of them ends."""
        if source.path not in self._quotations:
            quoted = [mention for mention in self.mentions(source, QUOTE) if mention.value.get("speaker")]
            ends = accumulate((mention.end for mention in quoted), max)
            self._quotations[source.path] = list(ends), quoted
        return self._quotations[source.path]

    def voices(self, source: Source) -> frozenset[str]:
        """Return the names of all whose words a source gives: in turns, in quotations, in the narration."""
        if source.path not in self._voices:
            names = {turn.speaker for turn in source.turns}
            names |= {mention.value.get("speaker") for mention in self.mentions(source, QUOTE)}
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
        if source.path not in self._index:
            index: dict[str, dict[str, list[Mention]]] = defaultdict(lambda: defaultdict(list))
            for mention in self._extract(source, self.document(source)):
                if mention.judgeable:
                    index[mention.kind][""].append(mention)
                    for key in [f"={key}" for key in mention.keys] or ["?"]:
                        index[mention.kind][key].append(mention)
            self._index[source.path] = index
        return self._index[source.path]


class View:
    """The sources some claims may be checked against (:class:`factcheck.checks.Corpus`)."""

    def __init__(self, library: Library, sources: tuple[Source, ...]):
        self._library = library
        self._sources = sources
        self._keys: dict[str, frozenset[str]] = {}
        self._occurrences: dict[tuple[str, tuple[str, ...] | None], Concordance] = {}

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources, sorted by name and path."""
        return self._sources

    @property
    def claims(self) -> Sequence[Claim]:
        """The claims of the run as far as they are known beforehand."""
        return self._library.claims

    @lazy
    def language(self) -> str:
        """The language of all sources, empty where they differ."""
        languages = {self.document(source).language for source in self._sources}
        return languages.pop() if len(languages) == 1 else ""

    def document(self, source: Source) -> Document:
        """Return the text of a source, ready for the checks."""
        return self._library.document(source)

    def mentions(self, kind: str, keys: Iterable[str] | None = None) -> Iterable[tuple[Source, Mention]]:
        """Yield the mentions of a kind that share a key or have none; all where ``keys`` is ``None``."""
        for found in self.occurrences(kind, None if keys is None else tuple(keys)):
            yield self.source(found), found.mention

    def source(self, found: Occurrence) -> Source:
        """Return the source of a mention that :meth:`occurrences` returned."""
        return self._library.source(found.document)

    def occurrences(self, kind: str, keys: tuple[str, ...] | None) -> Concordance:
        """Return the same mentions where they stand, each with who says it."""
        if keys is not None:
            keys = tuple(key for key in keys if f"={key}" in self._known(kind))
        if (kind, keys) not in self._occurrences:
            found = (
                self._library.occurrence(source, mention)
                for source in self._sources
                for mention in self._with(source, kind, keys)
            )
            self._occurrences[kind, keys] = Concordance(found, map(self.document, self._sources))
        return self._occurrences[kind, keys]

    def _known(self, kind: str) -> frozenset[str]:
        if kind not in self._keys:
            found = (self._library.by_key(source, kind) for source in self._sources)
            self._keys[kind] = frozenset(key for keys in found for key in keys)
        return self._keys[kind]

    def _with(self, source: Source, kind: str, keys: tuple[str, ...] | None) -> Sequence[Mention]:
        """Return the mentions of a source that have one of some keys, or none, in order."""
        if keys is None:
            return self._library.mentions(source, kind)
        by_key, wanted = self._library.by_key(source, kind), ("?", *(f"={key}" for key in keys))
        found = {mention.start: mention for key in wanted for mention in by_key.get(key, ())}
        return [found[start] for start in sorted(found)]
