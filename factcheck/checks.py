"""What a check is, and what it may ask of the corpus.

A check is an object with a ``name``, the ``kind`` of mention it extracts, a ``priority`` (the higher one
gets a contested span of equal length), its ``rules``, and the methods of :class:`Check`. Each method is
pure: no printing, no writing, no memory between calls that could change a result. A check that must
locate rather than compare has ``judge`` (:class:`Judge`) in the place of ``compare``; one that finds
fault with a text by itself has ``review`` (:class:`Reviewer`); one whose ``compare`` takes its time may tell
beforehand which mentions are worth it, with ``narrow`` (:class:`Narrowing`).
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol, runtime_checkable

from factcheck.model import Claim, Finding, Mention, Relation, Rule, Source
from factcheck.text import Document


class Occurrence(NamedTuple):
    """A mention where it stands. ``speaker`` is who a claim attributes it to."""

    mention: Mention
    document: Document
    speaker: str | None = None


@runtime_checkable
class Extractor(Protocol):
    """What all checks have in common."""

    @property
    def name(self) -> str:
        """The check's name, also that of its entry point."""

    @property
    def kind(self) -> str:
        """The kind of its mentions."""

    @property
    def priority(self) -> int:
        """Which check gets a span that two found with equal length; the built-ins have 30, 20 and 10."""

    @property
    def rules(self) -> Sequence[Rule]:
        """Every rule its findings can name."""

    def extract(self, document: Document) -> Iterable[Mention]:
        """Yield the mentions of a text; spans of one check do not overlap."""


@runtime_checkable
class Check(Extractor, Protocol):
    """A check that compares mentions of a claim with mentions of the sources."""

    def compare(self, claimed: Occurrence, found: Occurrence) -> Relation:
        """Say whether a mention of a source agrees with one of a claim, disagrees, or is silent."""


@runtime_checkable
class Narrowing(Check, Protocol):
    """A check that can tell at a glance what most mentions of the sources have to say: nothing."""

    def narrow(self, claimed: Occurrence, found: Sequence[Occurrence]) -> Iterable[Occurrence]:
        """Return those of the mentions, in order, of which :meth:`compare` may not be silent."""


@runtime_checkable
class Judge(Extractor, Protocol):
    """A check that looks the sources through by itself, as for quotations."""

    def judge(self, claimed: Occurrence, claim: Claim, corpus: "Corpus") -> Finding:
        """Judge one mention of a claim against the sources the claim names."""


@runtime_checkable
class Reviewer(Extractor, Protocol):
    """A check with something to say about one text by itself."""

    def review(self, document: Document) -> Iterable[Finding]:
        """Yield notes and warnings about a text; they change no verdict."""


class Corpus(Protocol):
    """The sources one claim may be checked against."""

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources, sorted by name and path."""

    def document(self, source: Source) -> Document:
        """Return the text of a source, ready for the checks."""

    def mentions(self, kind: str, keys: Iterable[str] | None = None) -> Iterable[tuple[Source, Mention]]:
        """Yield the mentions of a kind that share a key or have none; all where ``keys`` is ``None``."""
