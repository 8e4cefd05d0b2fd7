"""How a verdict looks and what it is called: a colour, a sign beside it, and words for both."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from factcheck._reporters.summary import FAILING
from factcheck.model import Finding, Outcome, Report, Result, Severity, Verdict


class Tone(NamedTuple):
    """``name`` is a class of the stylesheet, which has a colour for it; never is the colour alone."""

    name: str
    sign: str
    word: str
    meaning: str


REFUTED = Tone("refuted", "✗", "refuted", "a source says otherwise")
CONFLICTING = Tone("conflicting", "◐", "conflicting", "the sources disagree")
MISSING = Tone("missing", "?", "no evidence", "no source speaks of it")
SUPPORTED = Tone("supported", "✓", "supported", "a source agrees")
WARNING = Tone("warning", "!", "warning", "worth a look")
NOTE = Tone("note", "i", "note", "good to know")
UNJUDGED = Tone("unjudged", "–", "not judged", "nothing was compared")

OF_VERDICT = {
    Verdict.REFUTED: REFUTED,
    Verdict.CONFLICTING_EVIDENCE: CONFLICTING,
    Verdict.NOT_ENOUGH_EVIDENCE: MISSING,
    Verdict.SUPPORTED: SUPPORTED,
}
OUTCOMES = {
    Outcome.FAILED: "failed",
    Outcome.XPASSED: "unexpectedly supported",
    Outcome.ERROR: "could not be judged",
    Outcome.WARNED: "warned",
    Outcome.XFAILED: "known and accepted",
    Outcome.PASSED: "passed",
    Outcome.SKIPPED: "skipped",
}
_FINE = (
    (Outcome.PASSED, "agrees", "agree"),
    (Outcome.XFAILED, "is known and accepted", "are known and accepted"),
    (Outcome.SKIPPED, "was not judged", "were not judged"),
)
ORDER = tuple(OUTCOMES)  # what is wrong comes first


def of_finding(finding: Finding) -> Tone:
    """Return the tone of one finding."""
    if finding.severity is Severity.WARNING and finding.verdict in (None, Verdict.SUPPORTED):
        return WARNING
    return OF_VERDICT[finding.verdict] if finding.verdict else NOTE


def of_result(result: Result) -> Tone:
    """Return the tone of a claim as a whole."""
    if result.outcome in (Outcome.ERROR, Outcome.SKIPPED):
        return UNJUDGED
    if result.outcome in (Outcome.WARNED, Outcome.FAILED) and result.verdict is Verdict.SUPPORTED:
        return WARNING
    return OF_VERDICT[result.verdict]


def headline(report: Report) -> str:
    """Return in one sentence what is wrong, and what is not."""
    results = report.results
    if not results:
        return "Nothing was checked."
    noun = "claim" if any(result.claim.reading is None for result in results) else "statement"
    outcomes = Counter(result.outcome for result in results)
    if len(results) == outcomes[Outcome.PASSED]:
        which = f"all {len(results):,} {noun}s" if len(results) > 1 else f"the {noun}"
        return f"The sources agree with {which}."
    wrong = list(_parts(result for result in results if result.outcome in (*FAILING, Outcome.WARNED)))
    fine = [
        _counted(outcomes[outcome], one if outcomes[outcome] == 1 else many)
        for outcome, one, many in _FINE
        if outcomes[outcome]
    ]
    total = f"Of {len(results):,} {noun}{'s' if len(results) > 1 else ''}, "
    return total + "; ".join(listed(parts) for parts in (wrong, fine) if parts) + "."


def _parts(results: Iterable[Result]) -> Iterator[str]:
    """Yield what is wrong, as ``3 are refuted``."""
    count: Counter[str] = Counter(
        result.outcome if result.outcome in (Outcome.XPASSED, Outcome.ERROR) else result.verdict
        for result in results
    )
    for kind, one, many in (
        (Verdict.REFUTED, "is refuted", "are refuted"),
        (Verdict.CONFLICTING_EVIDENCE, "on {} the sources disagree", "on {} the sources disagree"),
        (Outcome.XPASSED, "is supported against expectation", "are supported against expectation"),
        (Outcome.ERROR, "could not be judged", "could not be judged"),
        (Verdict.NOT_ENOUGH_EVIDENCE, "has no evidence", "have no evidence"),
        (Verdict.SUPPORTED, "agrees with a warning", "agree with a warning"),
    ):
        if number := count[kind]:
            yield _counted(number, one if number == 1 else many)


def _counted(number: int, words: str) -> str:
    """Return words with a number in its place, at their beginning where they name none."""
    return words.replace("{}", f"{number:,}") if "{}" in words else f"{number:,} {words}"


def listed(parts: list[str]) -> str:
    """Return parts as ``a, b and c``."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
