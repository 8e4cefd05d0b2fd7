"""``--durations`` and ``--statistics``: what took long, and which rules spoke how often."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator

from factcheck._reporters.summary import grievances
from factcheck._terminal import escape, guard
from factcheck.model import Report, Result, Rule


class Durations:
    """Times each claim, from the result before it; the first bears the reading of all files."""

    def __init__(self) -> None:
        self._since = time.perf_counter()
        self._taken: list[tuple[float, str]] = []

    def __call__(self, result: Result) -> None:
        """Note what a result took."""
        now = time.perf_counter()
        self._taken.append((now - self._since, f"{result.claim.place.path}::{result.claim.id}"))
        self._since = now

    def lines(self, most: int) -> Iterator[str]:
        """Yield the slowest claims, 0 meaning all; the first bears the reading of all files."""
        slowest = sorted(self._taken, key=lambda item: -item[0])[: most or None]
        yield ""
        yield f"slowest {len(slowest)} claims (the first one checked bears the reading of all files)"
        yield from (guard(f"{seconds:8.3f}s {escape(node)}") for seconds, node in slowest)


def statistics(report: Report) -> Iterator[str]:
    """Yield how often each rule spoke of a claim that is not simply supported, the most frequent first."""
    count: Counter[Rule] = Counter()
    for result in report.results:
        count.update(finding.rule for finding in grievances(result) if finding.rule)
    width = max((len(f"{number:,}") for number in count.values()), default=0)
    yield ""
    yield "rules" if count else "no rule spoke"
    for rule, number in sorted(count.items(), key=lambda item: (-item[1], item[0].code)):
        yield guard(f"{number:>{width},}  {escape(f'{rule.code} {rule.name}: {rule.summary}')}")
