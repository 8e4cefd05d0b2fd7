"""What is shown where: the words of a claim in its file, a passage in its source."""

from collections.abc import Mapping
from typing import NamedTuple

from factcheck._reporters.difference import Spans
from factcheck._reporters.summary import Lines, span_in_file, words_of
from factcheck._terminal import escape, paint
from factcheck.model import Claim, Evidence, Mention, Report, Stance
from factcheck.reporting import Style

STANCE_COLORS = {Stance.SUPPORTS: "green", Stance.REFUTES: "red", Stance.CONTEXT: "cyan"}


class Excerpt(NamedTuple):
    """A span of a text, with its place in words, the number of its line and what to underline in it."""

    place: str
    text: str
    start: int
    end: int
    line: int
    marks: Spans = ()


class Page(NamedTuple):
    """A report being written: how it is to look, and the texts that it quotes, by path."""

    style: Style
    lines: Lines
    claims: Mapping[str, str]
    sources: Mapping[str, str]

    @classmethod
    def of(cls, report: Report, style: Style) -> "Page":
        """Return the page of a report."""
        return cls(
            style, Lines(report.texts), report.texts, {source.path: source.text for source in report.sources}
        )

    def paint(self, text: str, *styles: str) -> str:
        """Return a text in colour where the page has colours."""
        return paint(text, *styles, color=self.style.color)

    def words(self, claim: Claim, mention: Mention | None, marks: Spans = ()) -> Excerpt:
        """Return the words of a claim that a mention is; ``marks`` count from their start."""
        line, column = self.lines.place(claim, mention)
        place = f"{escape(claim.place.path)}:{line}:{column}"
        text, start, end, quoted = words_of(claim, mention)
        marks = tuple((start + first, start + last) for first, last in marks)
        if not (file := self.claims.get(claim.place.path)):
            return Excerpt(place, text, start, end, line, marks)
        offsets = claim.quote_map if quoted else claim.statement_map
        marks = tuple(
            (offsets(first), offsets.end(last) if first < last else offsets(last)) for first, last in marks
        )
        return Excerpt(place, file, *span_in_file(claim, mention), line, marks)

    def passage(self, evidence: Evidence, marks: Spans = ()) -> Excerpt:
        """Return a passage in its source, in its surroundings where the source is not at hand."""
        text, start, end = self.sources.get(evidence.path, ""), evidence.start, evidence.end
        if text[start:end] != evidence.text:
            text = evidence.prefix + evidence.text + evidence.suffix
            start = len(evidence.prefix)
            end = start + len(evidence.text)
        marks = tuple((start + first, start + last) for first, last in marks)
        known = [escape(part) for part in (evidence.locator, evidence.speaker, evidence.date) if part]
        place = place_of(evidence) + (f" ({', '.join(known)})" if known else "")
        return Excerpt(place, text, start, end, evidence.line, marks)


def place_of(evidence: Evidence) -> str:
    """Return the place of a passage, safe to print."""
    return f"{escape(evidence.path)}:{evidence.line}:{evidence.column}"
