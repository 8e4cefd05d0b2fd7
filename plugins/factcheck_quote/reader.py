"""A document made ready for quotations: its words, its speakers and its language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.checks import Corpus
from factcheck.lazy import lazy
from factcheck.model import Claim, Source
from factcheck.text import Document, Span

from .align import Aligner
from .claimed import Claimed
from .lexicon import Lexicon, lexicon
from .locate import Index
from .voices import Voices

if TYPE_CHECKING:
    from .passages import Passages

LONG = 200_000  # characters from which a document is not folded as a whole


class Reader:
    """What is known of one document, or of passages of it; each part is made when first asked for."""

    def __init__(
        self, source: Source, document: Document, aligner: Aligner, voices: Voices, pieces: list[Span]
    ):
        self.source, self.document, self.aligner, self.voices = source, document, aligner, voices
        self._pieces = pieces

    @property
    def whole(self) -> bool:
        """Whether this is the whole document."""
        return not self._pieces

    @lazy
    def index(self) -> Index:
        """The words of the document."""
        return Index(self.document, self._pieces)

    @property
    def words(self) -> Lexicon:
        """The words of the document's language."""
        return lexicon(self.document.language)


class _Shelf:
    """A document with what is remembered of it in a run: a reader of the whole, or what finds passages."""

    def __init__(self, source: Source, document: Document, aligner: Aligner):
        self.document = document
        self._source, self._aligner = source, aligner
        self._voices = Voices(document)
        self._passages: Passages | None = None

    @lazy
    def _whole(self) -> Reader:
        return Reader(self._source, self.document, self._aligner, self._voices, [])

    def reader(self, quoted: Claimed, claims: Sequence[Claim]) -> Reader | None:
        """Return the reader for a quotation, ``None`` where a long document has none of its words.

        ``claims`` are those whose quotations will be looked for.
        """
        if len(self.document.text) < LONG:
            return self._whole
        if self._passages is None:
            from .passages import Passages

            known = (text for claim in claims for text in (claim.quote, claim.statement) if text)
            self._passages = Passages(self.document, tuple(known))
        pieces = self._passages.of(quoted.text, len(quoted.segments))
        if not pieces:
            return None
        return Reader(self._source, self.document, self._aligner, self._voices, pieces)


class Readers:
    """The readers of one run, each made once."""

    def __init__(self) -> None:
        self._known: dict[int, _Shelf] = {}
        self._aligner = Aligner()

    def of(self, corpus: Corpus, quoted: Claimed) -> Iterator[Reader]:
        """Yield the readers of the sources that a quotation may stand in."""
        for source in corpus.sources:
            document = corpus.document(source)
            known = self._known.get(id(document))
            if known is None or known.document is not document:
                known = self._known[id(document)] = _Shelf(source, document, self._aligner)
            if reader := known.reader(quoted, corpus.claims):
                yield reader
