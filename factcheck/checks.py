"""What a check is, and what it may ask of the corpus.

A check is an object with a ``name`` and its ``rules``. One that finds mentions of a ``kind`` of its own in
any text and compares those of a claim with those of the sources is a :class:`Check`; one that must look the
sources through instead of comparing has ``judge`` (:class:`Judge`) in the place of ``compare``. One that
finds fault with a text by itself has ``review`` (:class:`Reviewer`), beside the others or alone. One whose
``compare`` takes its time may tell beforehand which mentions are worth it, with ``narrow``
(:class:`Narrowing`), and one from whose mentions others can be reckoned, with ``reckon``
(:class:`Reckoning`). Each method is pure: no printing, no writing, no memory between calls that could change
a result.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol, TypeGuard, runtime_checkable

from factcheck.model import Claim, Finding, Mention, Relation, Rule, Source
from factcheck.text import Document


class Occurrence(NamedTuple):
    """A mention where it stands. ``speaker`` is who a claim attributes it to."""

    mention: Mention
    document: Document
    speaker: str | None = None


@runtime_checkable
class Named(Protocol):
    """What all checks have in common."""

    @property
    def name(self) -> str:
        """The check's name, also that of its entry point."""

    @property
    def rules(self) -> Sequence[Rule]:
        """Every rule its findings can name."""


@runtime_checkable
class Extractor(Named, Protocol):
    """A check that finds mentions."""

    @property
    def kind(self) -> str:
        """The kind of its mentions."""

    @property
    def priority(self) -> int:
        """Which check gets a span that two found with equal length; the built-ins have 30, 20 and 10."""

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
class Reckoning(Check, Protocol):
    """A check from whose mentions others, of any check, can be reckoned: an age from two dates."""

    def reckon(
        self, claimed: Occurrence, found: Sequence[Occurrence]
    ) -> Iterable[tuple[Occurrence, Relation]]:
        """Yield those of its mentions, ``found`` in the sources, that decide a mention of any kind.

        What it reckoned with may be no mention of a text (a list that it counted): it then makes one of it.
        """


@runtime_checkable
class Judge(Extractor, Protocol):
    """A check that looks the sources through by itself, as for quotations."""

    def judge(self, claimed: Occurrence, claim: Claim, corpus: "Corpus") -> Finding:
        """Judge one mention of a claim against the sources the claim names."""


@runtime_checkable
class Reviewer(Named, Protocol):
    """A check with something to say about one text by itself."""

    def review(self, document: Document) -> Iterable[Finding]:
        """Yield notes and warnings about a statement, whose ``document.mentions`` are all checks'.

        They bear no verdict. A statement without any mention is not reviewed, for nothing of it is checked.
        """


def extracts(check: Named) -> TypeGuard[Extractor]:
    """Say whether a check finds mentions; one that only reviews does not."""
    return hasattr(check, "extract")


class Corpus(Protocol):
    """The sources one claim may be checked against."""

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources, sorted by name and path."""

    @property
    def claims(self) -> Sequence[Claim]:
        """The claims of the run as far as they are known beforehand: one pass over a text can serve all."""

    def document(self, source: Source) -> Document:
        """Return the text of a source, ready for the checks."""

    def mentions(self, kind: str, keys: Iterable[str] | None = None) -> Iterable[tuple[Source, Mention]]:
        """Yield the mentions of a kind that share a key or have none; all where ``keys`` is ``None``."""
