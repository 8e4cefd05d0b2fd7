"""A document made ready for quotations: its words, its speakers and its language."""

from __future__ import annotations

from factcheck.model import Source
from factcheck.text import Document

from .lexicon import Lexicon, lexicon
from .locate import Index
from .voices import Voices


class Reader:
    """What is known of one document; each part is made when first asked for."""

    def __init__(self, source: Source, document: Document):
        self.source, self.document = source, document
        self.index = Index(document)
        self.voices = Voices(document)

    @property
    def words(self) -> Lexicon:
        """The words of the document's language."""
        return lexicon(self.document.language)
