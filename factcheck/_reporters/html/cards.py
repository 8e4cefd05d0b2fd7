"""A claim with its result, ready to be shown: its words with the facts marked, its notes, its filters."""

import re
from collections.abc import Iterator
from hashlib import sha256
from itertools import count
from typing import NamedTuple

from factcheck._reporters.html.documents import Documents
from factcheck._reporters.html.filters import Filters
from factcheck._reporters.html.notes import Note, clipped, note
from factcheck._reporters.html.pieces import cut, stretches
from factcheck._reporters.html.tones import OUTCOMES, Tone, of_result
from factcheck._reporters.html.typeset import BREAK
from factcheck._reporters.summary import expectation, words_of
from factcheck.model import Claim, Finding, Outcome, Result

_NAME = re.compile(r"[^A-Za-z0-9._~/:@-]+")
_DIGITS = 8


class Words(NamedTuple):
    """Words of one style and, where they are a fact, its note; the sign stands after the ``last`` of them."""

    text: str
    note: Note | None = None
    first: bool = False
    last: bool = False
    styles: tuple[str, ...] = ()

    @property
    def breaks(self) -> bool:
        """Whether this is the end of a line."""
        return self.text == BREAK


class Card(NamedTuple):
    """One claim. ``anchor`` is its place in the page; ``filters`` what the page's script finds it by."""

    anchor: str
    claim: Claim
    outcome: Outcome
    outcome_word: str
    tone: Tone
    verdict: str
    statement: tuple[Words, ...]
    quote: tuple[Words, ...]
    expectation: str | None
    findings: tuple[Finding, ...]
    notes: tuple[Note, ...]
    filters: str

    @property
    def open(self) -> tuple[Note, ...]:
        """The notes that are to be read at once."""
        return tuple(note for note in self.notes if note.is_open)

    @property
    def folded(self) -> tuple[Note, ...]:
        """The notes on what agrees, which need only be at hand."""
        return tuple(note for note in self.notes if not note.is_open)

    @property
    def is_known(self) -> bool:
        """Whether it is as was said beforehand: expected or accepted."""
        return self.outcome is Outcome.XFAILED


class Cards:
    """The cards of a report in the making, each note with a number of its own."""

    def __init__(self, documents: Documents):
        self.filters = Filters()
        self._documents = documents
        self._names: set[str] = set()
        self._numbers = 0

    def of(self, result: Result, *, brief: bool = False) -> Card:
        """Return the card of a result, a brief one without its passages."""
        claim = result.claim
        notes = []
        for finding in result.findings:
            self._numbers += 1
            finding = finding._replace(evidence=()) if brief else finding
            notes.append(note(self._numbers, claim, finding, self._documents))
        return Card(
            anchor=self._anchor(claim.id),
            claim=claim,
            outcome=result.outcome,
            outcome_word=OUTCOMES[result.outcome],
            tone=of_result(result),
            verdict=result.verdict,
            statement=tuple(_words(claim, claim.statement, notes, result.findings)),
            quote=tuple(_words(claim, claim.quote, notes, result.findings)),
            expectation=expectation(result),
            findings=result.findings,
            notes=tuple(notes),
            filters=self.filters.of(result),
        )

    def _anchor(self, name: str) -> str:
        """Return the place of a claim in the page: its name as far as that can stand in an address."""
        plain = _NAME.sub("-", name)
        if plain != name:
            plain += "-" + sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
        unique = next(tried for tried in _numbered(plain) if tried not in self._names)
        self._names.add(unique)
        return f"claim-{unique}"


def _numbered(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name}-{number}" for number in count(2))


def _words(
    claim: Claim, text: str | None, notes: list[Note], findings: tuple[Finding, ...]
) -> Iterator[Words]:
    """Yield the statement or the quotation of a claim with its facts marked."""
    if text is None:
        return
    mentioned = [
        (found.mention, note)
        for found, note in zip(findings, notes, strict=True)
        if found.mention is not None
    ]
    here = [
        ((start, end), note)
        for mention, note in mentioned
        for words, start, end, _ in [words_of(claim, mention)]
        if words == text
    ]
    within = stretches([span for span, _ in here])
    firsts = {stretch.of: stretch.start for stretch in reversed(within)}
    lasts = {stretch.of: stretch.end for stretch in within}
    for start, end, of in cut(0, len(text), within):
        words = clipped(text[start:end])
        if of is None:
            yield Words(words)
        else:
            yield Words(words, here[of][1], start == firsts[of], end == lasts[of])
