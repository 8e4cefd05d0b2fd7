"""The exit codes of the command, and which of them comes of a report."""

from __future__ import annotations

from factcheck import _rules
from factcheck._coverage import coverage
from factcheck._grading import FAILED
from factcheck.model import Problem, Report


class ExitCode:
    """The exit codes of the command, which are pytest's."""

    OK = 0
    FAILED = 1
    INTERRUPTED = 2
    INTERNAL = 3
    USAGE = 4
    NOTHING_COLLECTED = 5


def exit_code(report: Report, fail_under: float | None = None) -> int:
    """Return the exit code of a run; the gravest wins.

    ``fail_under`` is the least percentage of the checkable sentences of drafts that must agree.
    """
    if report.problems and (code := graver(*map(code_of, report.problems))) != ExitCode.FAILED:
        return code
    if report.problems or any(result.outcome in FAILED for result in report.results):
        return ExitCode.FAILED
    drafts = coverage(report) if fail_under is not None else None
    if drafts is not None and fail_under is not None and drafts.percent < fail_under and report.results:
        return ExitCode.FAILED
    return ExitCode.OK if report.results else ExitCode.NOTHING_COLLECTED


def code_of(problem: Problem) -> int:
    """Return the exit code that comes of a problem; a decision that is stale only fails, as a claim does."""
    if problem.code in (_rules.CHECK_FAILED.code, _rules.PLUGIN_BROKEN.code):
        return ExitCode.INTERNAL
    return ExitCode.FAILED if problem.code == _rules.STALE_DECISION.code else ExitCode.USAGE


def graver(*codes: int) -> int:
    """Return the gravest of exit codes."""
    order = (
        ExitCode.INTERRUPTED,
        ExitCode.INTERNAL,
        ExitCode.USAGE,
        ExitCode.FAILED,
        ExitCode.NOTHING_COLLECTED,
        ExitCode.OK,
    )
    return min(codes, key=order.index)
