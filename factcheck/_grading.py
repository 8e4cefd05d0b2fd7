"""What a run is to fail on: the severity of each rule, and the verdicts that count.

A verdict is what the sources say, and stays; only what the run makes of it changes. What is not supported
never passes without a word: at the least it warns.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from factcheck.model import Finding, Outcome, Result, Severity, Verdict

FAILED = (Outcome.FAILED, Outcome.XPASSED)
"""The outcomes that make a run fail."""


def graded(result: Result, severities: Mapping[str, Severity], fail_on: Collection[Verdict] | None) -> Result:
    """Return a result as the configuration wants it counted.

    ``severities`` are by rule code. ``fail_on`` are the verdicts that fail where support was expected, all
    (but what a draft says beyond its sources) for ``None``.
    """
    if result.outcome not in (Outcome.FAILED, Outcome.WARNED, Outcome.PASSED):
        return result
    if severities:
        result = _weighed(result, severities)
    if fail_on is not None and result.claim.expect is Verdict.SUPPORTED:
        result = _counted(result, fail_on)
    return result


def _weighed(result: Result, severities: Mapping[str, Severity]) -> Result:
    before = result.findings
    after = tuple(
        finding._replace(severity=severities.get(finding.rule.code, finding.severity))
        if finding.rule
        else finding
        for finding in before
    )
    if after == before:
        return result
    result = result._replace(findings=after)
    if result.outcome is Outcome.FAILED:
        if result.claim.expect is Verdict.SUPPORTED and not any(map(_fails, after)):
            return result._replace(outcome=Outcome.WARNED)
        return result
    if any(new.severity is Severity.ERROR for new, old in zip(after, before, strict=True) if new != old):
        return result._replace(outcome=Outcome.FAILED)
    warns = result.verdict is not Verdict.SUPPORTED or any(f.severity is Severity.WARNING for f in after)
    return result._replace(outcome=Outcome.WARNED if warns else Outcome.PASSED)


def _fails(finding: Finding) -> bool:
    return finding.severity is Severity.ERROR and finding.verdict is not Verdict.SUPPORTED


def _counted(result: Result, fail_on: Collection[Verdict]) -> Result:
    if result.verdict is Verdict.SUPPORTED:
        return result
    return result._replace(outcome=Outcome.FAILED if result.verdict in fail_on else Outcome.WARNED)
