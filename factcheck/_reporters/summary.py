"""What all reports share: counting, the last line, and where the words of a claim stand in its file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from factcheck._coverage import coverage
from factcheck._terminal import escape, paint
from factcheck.model import Claim, Finding, Mention, Outcome, Problem, Report, Result, Rule, Severity, Verdict
from factcheck.reporting import Style

COLORS = {
    Outcome.PASSED: "green",
    Outcome.FAILED: "red",
    Outcome.XFAILED: "yellow",
    Outcome.XPASSED: "red",
    Outcome.WARNED: "yellow",
    Outcome.SKIPPED: "cyan",
    Outcome.ERROR: "red",
}
LETTERS = {
    Outcome.PASSED: ".",
    Outcome.FAILED: "F",
    Outcome.XFAILED: "x",
    Outcome.XPASSED: "X",
    Outcome.WARNED: "w",
    Outcome.SKIPPED: "s",
    Outcome.ERROR: "E",
}
FAILING = (Outcome.FAILED, Outcome.XPASSED, Outcome.ERROR)
_NEWLINE = re.compile(r"\r\n|\n|\r")
_OUTCOMES = (
    Outcome.FAILED,
    Outcome.PASSED,
    Outcome.XFAILED,
    Outcome.XPASSED,
    Outcome.WARNED,
    Outcome.SKIPPED,
)


def counts(report: Report) -> dict[str, int]:
    """Return how many claims there are of each outcome and verdict; ``errors`` counts the problems."""
    outcomes = Counter(result.outcome for result in report.results)
    verdicts = Counter(result.verdict for result in report.results)
    return {
        "claims": len(report.results),
        **{outcome.value: outcomes[outcome] for outcome in Outcome if outcome is not Outcome.ERROR},
        "errors": len(report.problems),
        **{verdict.value: verdicts[verdict] for verdict in Verdict},
    }


def summary_line(report: Report, style: Style) -> str:
    """Return the last line, as ``2 failed, 40 passed, 3 xfailed in 0.3s``."""
    count = counts(report)
    parts = [(count[outcome.value], outcome.value, COLORS[outcome]) for outcome in _OUTCOMES]
    parts.append((report.deselected, "deselected", "cyan"))
    errors = count["errors"]
    parts.append((errors, "error" if errors == 1 else "errors", "red"))
    tone = "red" if failed(report) else "yellow" if count["warned"] or not count["claims"] else "green"
    shown = [
        paint(f"{number} {word}", "bold", color, color=style.color) for number, word, color in parts if number
    ]
    if not count["claims"] and not report.deselected:
        shown.insert(0, paint("no claims", tone, color=style.color))
    after = f" in {style.seconds:.1f}s" if style.seconds is not None else ""
    return ", ".join(shown) + paint(after, tone, color=style.color)


def coverage_line(report: Report) -> str | None:
    """Return how much of the drafts was checked, ``None`` where there are none."""
    found = coverage(report)
    if found is None:
        return None
    parts = [
        (found.agree, "statement agrees", "statements agree"),
        (found.refuted, "refuted", "refuted"),
        (found.conflicting, "on which the sources disagree", "on which the sources disagree"),
        (found.without, "without evidence", "without evidence"),
        (found.accepted, "accepted", "accepted"),
        (found.unchecked, "sentence with nothing checkable", "sentences with nothing checkable"),
    ]
    always = (parts[0], parts[-1])
    shown = (part for part in parts if part[0] or part in always)
    return ", ".join(f"{number} {one if number == 1 else many}" for number, one, many in shown)


def failed(report: Report) -> bool:
    """Say whether anything in the report makes the run fail."""
    return bool(report.problems) or any(result.outcome in FAILING for result in report.results)


def grievances(result: Result) -> Iterator[Finding]:
    """Yield the findings that keep a claim from being supported without a warning."""
    for finding in result.findings:
        blames = finding.verdict not in (None, Verdict.SUPPORTED)
        if blames or finding.severity is Severity.WARNING:
            yield finding


def unjudged(result: Result) -> Iterator[Finding]:
    """Yield the findings that say of a mention that no selected rule judges it."""
    return (finding for finding in result.findings if finding.rule is None and finding.verdict is None)


def expectation(result: Result) -> str | None:
    """Return what was expected and what was found, ``None`` where that tells nothing new."""
    expected = result.claim.expect
    if result.outcome is Outcome.XPASSED:
        return f"expected {expected}, found {result.verdict}; if the sources agree now, take 'expect' out"
    if expected is not Verdict.SUPPORTED and result.verdict is not expected:
        return f"expected {expected}, found {result.verdict}"
    return None


def faults(result: Result) -> Iterator[tuple[Mention | None, str, str]]:
    """Yield mention, code and message of all that fails or warns, and of what somebody accepted."""
    known = result.outcome is Outcome.XFAILED and any(finding.accepted for finding in result.findings)
    if known or result.outcome in (*FAILING, Outcome.WARNED):
        for finding, code, message in complaints(result):
            accepted = finding.accepted if finding else None
            said = f"{message} (accepted: {accepted.reason})" if accepted else message
            yield finding.mention if finding else None, code, said


def complaints(result: Result) -> Iterator[tuple[Finding | None, str, str]]:
    """Yield finding, code and message of what keeps a claim from passing, at least one."""
    said = False
    for finding in grievances(result):
        said = True
        code = finding.rule.code if finding.rule else (finding.verdict or finding.severity).value
        yield finding, code, finding.message
    if not said:
        unjudged = result.outcome is Outcome.ERROR
        said_instead = "not judged; the errors of the run say why" if unjudged else expectation(result)
        yield None, result.outcome.value, said_instead or f"the verdict is {result.verdict}"


def problem_line(problem: Problem) -> str:
    """Return an error as ``path:line:column: CODE what; what to do``, safe to print."""
    where = ":".join(str(part) for part in (escape(problem.path), problem.line, problem.column) if part)
    said = escape(f"{problem.code} {problem.message}")
    return f"{where}: {said}" if where else said


def rule_label(rule: Rule | None) -> str:
    """Return the code and name of a rule, safe to print, or nothing."""
    return escape(f"{rule.code} {rule.name}") if rule else ""


def words_of(claim: Claim, mention: Mention | None) -> tuple[str, int, int, bool]:
    """Return the statement or quotation a mention stands in, its span there, and whether it is the quotation.

    Without a mention, the span is the whole of it.
    """
    if claim.statement is None or (mention is not None and mention.text == claim.quote):
        text, quoted = claim.quote or "", True
    else:
        text, quoted = claim.statement, False
    return (text, mention.start, mention.end, quoted) if mention else (text, 0, len(text), quoted)


def span_in_file(claim: Claim, mention: Mention | None) -> tuple[int, int]:
    """Return the span of a mention (of the claim's words, where there is none) in the decoded claims file."""
    _, start, end, quoted = words_of(claim, mention)
    offsets = claim.quote_map if quoted else claim.statement_map
    return offsets(start), offsets.end(end)


class Lines:
    """Lines and columns in the claims files of a report, each file looked through once."""

    def __init__(self, texts: Mapping[str, str]):
        self._texts = texts
        self._starts: dict[str, list[int]] = {}

    def starts(self, path: str) -> list[int]:
        """Return the offset of each line of a file."""
        if path not in self._starts:
            self._starts[path] = [0, *(match.end() for match in _NEWLINE.finditer(self._texts.get(path, "")))]
        return self._starts[path]

    def place(self, claim: Claim, mention: Mention | None) -> tuple[int, int]:
        """Return line and column of a mention, those of the claim where its file is not at hand."""
        from bisect import bisect_right

        path = claim.place.path
        if not self._texts.get(path):
            return claim.place.line, claim.place.column
        start, _ = span_in_file(claim, mention)
        line = bisect_right(self.starts(path), start)
        return line, start - self.starts(path)[line - 1] + 1


def one_line(result: Result) -> str:
    """Return the words of a claim on one line, safe to print."""
    claim = result.claim
    parts = [claim.statement] if claim.statement is not None else []
    if claim.quote is not None:
        parts.append(f"“{claim.quote}”")
    return escape(" ".join(parts).strip())
