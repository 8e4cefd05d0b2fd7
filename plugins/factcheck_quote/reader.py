"""A document made ready for quotations: its words, its speakers and its language."""

from __future__ import annotations

from functools import cached_property

from factcheck.checks import Corpus
from factcheck.model import Source
from factcheck.text import Document

from .align import Aligner
from .lexicon import Lexicon, lexicon
from .locate import Index
from .voices import Voices


class Reader:
    """What is known of one document; each part is made when first asked for."""

    def __init__(self, source: Source, document: Document, aligner: Aligner):
        self.source, self.document, self.aligner = source, document, aligner
        self.voices = Voices(document)

    @cached_property
    def index(self) -> Index:
        """The words of the document."""
        return Index(self.document)

    @property
    def words(self) -> Lexicon:
        """The words of the document's language."""
        return lexicon(self.document.language)


class Readers:
    """The readers of one run, each made once."""

    def __init__(self) -> None:
        self._known: dict[int, Reader] = {}
        self._aligner = Aligner()

    def of(self, corpus: Corpus) -> list[Reader]:
        """Return the readers of the sources that a claim may be checked against."""
        return [self._reader(source, corpus.document(source)) for source in corpus.sources]

    def _reader(self, source: Source, document: Document) -> Reader:
        known = self._known.get(id(document))
        if known is None or known.document is not document:
            known = self._known[id(document)] = Reader(source, document, self._aligner)
        return known
