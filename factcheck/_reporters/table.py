"""All claims in one table."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from factcheck._reporters.summary import (
    COLORS,
    Lines,
    coverage_line,
    faults,
    one_line,
    problem_line,
    summary_line,
)
from factcheck._terminal import escape, guard, paint
from factcheck.model import Report, Result
from factcheck.reporting import Style

name = "table"

_HEADERS = ("outcome", "claim", "verdict", "place", "why")
_LEAST = 30  # columns of the last cell, however narrow the terminal


def render(report: Report, style: Style) -> Iterator[str]:
    """Yield the table, then the errors of the run and the summary."""
    lines = Lines(report.texts)
    rows = [_row(result, lines) for result in report.results]
    if rows:
        from tabulate import tabulate

        fixed = sum(max(map(len, column)) + 2 for column in list(zip(_HEADERS, *rows, strict=True))[:-1])
        room = max(_LEAST, style.width - fixed)
        cells = [
            (
                paint(row[0], COLORS[result.outcome], color=style.color),
                *row[1:-1],
                textwrap.fill(row[-1], room),
            )
            for row, result in zip(rows, report.results, strict=True)
        ]
        for line in tabulate(cells, headers=_HEADERS, tablefmt="simple", disable_numparse=True).split("\n"):
            yield guard(line.rstrip())
        yield ""
    for problem in (*report.notes, *report.problems):
        yield guard(problem_line(problem))
    if style.verbosity >= 0:
        if said := coverage_line(report):
            yield said
        yield summary_line(report, style)


def _row(result: Result, lines: Lines) -> tuple[str, ...]:
    claim, said = result.claim, list(faults(result))
    line, column = lines.place(claim, said[0][0] if said else None)
    why = "; ".join(f"{code} {escape(message)}" for _, code, message in said) or one_line(result)
    place = f"{escape(claim.place.path)}:{line}:{column}"
    return result.outcome.value, escape(claim.id), result.verdict.value, place, why
