"""One line a fault, ``path:line:column: CODE id: message``, as editors and grep like it."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck._reporters.summary import COLORS, Lines, coverage_line, faults, problem_line, summary_line
from factcheck._terminal import escape, guard, paint
from factcheck.model import Report
from factcheck.reporting import Style

name = "concise"


def render(report: Report, style: Style) -> Iterator[str]:
    """Yield the lines of the report, the errors of the run last, then the summary."""
    lines = Lines(report.texts)
    for result in report.results:
        claim = result.claim
        for mention, code, message in faults(result):
            line, column = lines.place(claim, mention)
            marked = paint(escape(code), COLORS[result.outcome], "bold", color=style.color)
            place = f"{escape(claim.place.path)}:{line}:{column}"
            name = f" {escape(claim.id)}" if claim.reading is None else ""  # that of a sentence is its place
            yield guard(f"{place}: {marked}{name}: {escape(message)}")
    for problem in (*report.notes, *report.problems):
        yield guard(problem_line(problem))
    if style.verbosity >= 0:
        if said := coverage_line(report):
            yield said
        yield summary_line(report, style)
