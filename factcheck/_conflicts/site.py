"""A mention of a source with what the sentences around it say: its holder, its event, its words."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks import Occurrence
from factcheck.keys import tells_thing
from factcheck.lazy import lazy
from factcheck.model import Mention, Source
from factcheck.setting import Setting
from factcheck.text import Document, Span
from factcheck.vocabulary import all_keys, grammar
from factcheck.wording import Word, keys_of, sentence_words, subject

_NEAR = 2  # sentences before a mention that may tell what it is about
_LONGEST = 800  # characters of a sentence; longer ones are texts without punctuation
_LIGHT = 0.3  # weight of a word that says nothing
_ITEM = "-*+•|#>·"
_CLOSING = "\"'”’»)* "
_GLUE = frozenset("./-_#:@\\")  # before a figure: part of a name, a version or a path
_CODE = "{}=\\_|"


class Site:
    """A mention in its source, with what the sentences around it say.

    ``figures`` are the offsets that mentions of the document take, ``others`` those of its sentence.
    """

    def __init__(
        self,
        source: Source,
        document: Document,
        mention: Mention,
        figures: frozenset[int],
        others: list[Mention],
    ):
        self.others = others
        self.source = source
        self.document = document
        self.mention = mention
        self.setting = Setting.of(Occurrence(mention, document))
        self._figures = figures

    @property
    def order(self) -> tuple[str, str, int]:
        """What sites are sorted by."""
        return self.source.name, self.source.path, self.mention.start

    @lazy
    def head(self) -> frozenset[str]:
        """The keys of what is counted, where that is what the mention is looked up by."""
        found = self.setting.counted
        return found.head & frozenset(self.mention.keys) if found else frozenset()

    @lazy
    def phrase(self) -> Span:
        """The span of the mention and of the noun phrase it counts."""
        start, end, found = self.mention.start, self.mention.end, self.setting.counted
        if self.head and found:
            start, end = min(start, found.noun.start), max(end, found.noun.end)
        return Span(start, end)

    def _telling(self, index: int) -> Iterator[Word]:
        """Yield the words of a sentence that say something; not those of a figure, nor a speaker's name."""
        silent = _speakers(self.document)
        for word in sentence_words(self.document, index):
            if word.weight > _LIGHT and word.start not in self._figures and not word.keys & silent:
                yield word

    @lazy
    def words(self) -> tuple[Word, ...]:
        """The telling words of the sentence outside the phrase."""
        start, end = self.phrase
        return tuple(w for w in self._telling(self.setting.index) if not start <= w.start < end)

    @lazy
    def qualifiers(self) -> tuple[Word, ...]:
        """The telling words that narrow what is counted (``young`` in ``40 young readers``)."""
        (start, end), found = self.phrase, self.setting.counted
        noun = found.noun if found else Span(end, end)
        inside = (w for w in self._telling(self.setting.index) if start <= w.start < end)
        return tuple(w for w in inside if not w.keys & self.head and not noun.start <= w.start < noun.end)

    @lazy
    def before(self) -> tuple[Word, ...]:
        """The telling words of the sentences just before."""
        index = self.setting.index
        return tuple(word for at in range(max(0, index - _NEAR), index) for word in self._telling(at))

    @lazy
    def keys(self) -> frozenset[str]:
        """The keys of :attr:`words`."""
        return keys_of(self.words)

    @lazy
    def near(self) -> frozenset[str]:
        """The keys of :attr:`before`."""
        return keys_of(self.before)

    @lazy
    def names(self) -> frozenset[str]:
        """The keys of the names in the sentence."""
        return keys_of(word for word in self.words if self._names(word))

    @lazy
    def capitals(self) -> bool:
        """Whether any word of the sentence may be a name."""
        return any(word.name for word in self.words)

    @lazy
    def near_names(self) -> frozenset[str]:
        """The keys of the names in the sentences just before."""
        return keys_of(word for word in self.before if self._names(word))

    def _names(self, word: Word) -> bool:
        """Whether a word is a name; a title is none, nor what a capital only opens a sentence with."""
        if not word.name or tells_thing(word.keys):
            return False
        opens = self.document.sentence_at(word.start).start == word.start
        return not opens or not word.keys.isdisjoint(subject(self.document))

    @lazy
    def asserts(self) -> bool:
        """Whether the mention stands in one sentence, which says that something is so."""
        document, sentence = self.document, self.setting.sentence
        text, start = document.text, self.mention.start
        if sentence.end - sentence.start > _LONGEST or text[slice(*sentence)].rstrip(_CLOSING).endswith("?"):
            return False
        if text[start - 1 : start] in _GLUE or text[sentence.start : start].rstrip().endswith(":"):
            return False
        if any(sign in text[slice(*sentence)] for sign in _CODE):
            return False
        supposing = grammar(document.language, "suppositions")
        return not any(word in supposing for word in document.words_in(sentence))

    @lazy
    def years(self) -> frozenset[str]:
        """The years the sentence names beside the mention."""
        return frozenset(year for year in self.setting.moment.years if year not in self.mention.text)

    @property
    def published(self) -> frozenset[str]:
        """The year of the document, where it is known."""
        return frozenset({self.source.date[:4]} if self.source.date else ())

    @property
    def figured(self) -> bool:
        """Whether the mention is in figures; "two" and "one" count what a sentence speaks of."""
        return any(char.isdigit() for char in self.mention.text)

    @lazy
    def item(self) -> bool:
        """Whether the mention stands in a list or a table."""
        text = self.document.text
        line = text[text.rfind("\n", 0, self.mention.start) + 1 : self.mention.start].lstrip()
        return line[:1] in tuple(_ITEM) or line[:1].isdigit()


def _speakers(document: Document) -> frozenset[str]:
    """Return the keys of the names of who speaks in a document, which tell nothing of what is said."""
    if "conflicts.speakers" not in document.memo:
        names = sorted({turn.speaker for turn in document.turns if turn.speaker})
        parts = (part for name in names for part in name.lower().split())
        document.memo["conflicts.speakers"] = all_keys(parts, document.language)
    return document.memo["conflicts.speakers"]  # type: ignore[no-any-return]
