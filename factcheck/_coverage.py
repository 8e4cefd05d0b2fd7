"""How much of the drafts of a run was checked, and with what outcome; nothing passes silently."""

from typing import NamedTuple

from factcheck.model import Outcome, Report, Verdict


class Coverage(NamedTuple):
    """Sentences of drafts by what became of them; ``unchecked`` have nothing that can be checked."""

    agree: int
    refuted: int
    conflicting: int
    without: int
    accepted: int
    unchecked: int

    @property
    def checkable(self) -> int:
        """How many sentences have something that can be checked."""
        return self.agree + self.refuted + self.conflicting + self.without + self.accepted

    @property
    def percent(self) -> float:
        """The share of the checkable sentences that agree, 0 to 100; 100 where there are none."""
        return 100 * self.agree / self.checkable if self.checkable else 100.0


def coverage(report: Report) -> Coverage | None:
    """Return the coverage of the drafts of a run, ``None`` where it has none."""
    results = [result for result in report.results if result.claim.reading is not None]
    if not results and not report.unchecked:
        return None
    results = [result for result in results if result.outcome not in (Outcome.ERROR, Outcome.SKIPPED)]
    accepted = sum(result.outcome is Outcome.XFAILED for result in results)
    open_ = [result.verdict for result in results if result.outcome is not Outcome.XFAILED]
    return Coverage(
        agree=open_.count(Verdict.SUPPORTED),
        refuted=open_.count(Verdict.REFUTED),
        conflicting=open_.count(Verdict.CONFLICTING_EVIDENCE),
        without=open_.count(Verdict.NOT_ENOUGH_EVIDENCE),
        accepted=accepted,
        unchecked=len(report.unchecked),
    )
