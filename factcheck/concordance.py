"""Which of many mentions stand in a sentence with which words, so that most need not be looked at.

For plugin authors, by way of :func:`factcheck.context.related`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Self

from factcheck.checks import Occurrence
from factcheck.lazy import lazy
from factcheck.setting import Setting
from factcheck.sheets import sheets
from factcheck.text import Document


class Concordance(tuple[Occurrence, ...]):
    """Mentions of sources, in order, with an index of the words around them, made when it is first used.

    A mention is known by its place among them. ``texts`` are those looked through for them, some of which
    may have none.
    """

    texts: tuple[Document, ...]

    def __new__(cls, found: Iterable[Occurrence], among: Iterable[Document] = ()) -> Self:
        """Make one of mentions, in order, and of texts that may have none of them."""
        made = super().__new__(cls, found)
        texts = {id(text): text for text in (*among, *(one.document for one in made))}
        made.texts = tuple(texts.values())
        return made

    @lazy
    def settings(self) -> tuple[Setting, ...]:
        """What each mention is about."""
        return tuple(map(Setting.of, self))

    @lazy
    def sheets(self) -> tuple[Document, ...]:
        """Those of the texts that have a fact sheet, few of many."""
        return tuple(text for text in self.texts if sheets(text))

    @lazy
    def _counting(self) -> Sequence[int]:
        return [at for at, setting in enumerate(self.settings) if setting.counted]

    @lazy
    def _referring(self) -> Sequence[int]:
        return [at for at, setting in enumerate(self.settings) if setting.subject.refers_back]

    @lazy
    def _by_key(self) -> Mapping[str, Sequence[int]]:
        """The mentions whose sentence has a key, speaks again of what has it, or answers who asked for it."""
        found: dict[str, list[int]] = defaultdict(list)
        for at, setting in enumerate(self.settings):
            for key in setting.keys | setting.subject.again | setting.subject.asked:
                found[key].append(at)
        return found

    @lazy
    def _with_settings(self) -> Sequence[tuple[Occurrence, Setting]]:
        return tuple(zip(self, self.settings, strict=True))

    def sharing(self, ours: Setting) -> Sequence[tuple[Occurrence, Setting]]:
        """Return the mentions that may share a word with a claim's, in order, each with its setting.

        They count something, as the claim does, or their sentence has a word of the claim's or points back.
        """
        found = set(self._referring)
        if ours.counted:
            found.update(self._counting)
        found.update(*(self._by_key[key] for key in ours.keys & self._by_key.keys()))
        return [self._with_settings[at] for at in sorted(found)]


def texts(found: Sequence[Occurrence]) -> tuple[Document, ...]:
    """Return the texts that were looked through for mentions, each once."""
    return (found if isinstance(found, Concordance) else Concordance(found)).texts


def texts_with_sheets(found: Sequence[Occurrence]) -> tuple[Document, ...]:
    """Return those of the texts that have a fact sheet, found out once for all claims."""
    return (found if isinstance(found, Concordance) else Concordance(found)).sheets
