"""What is remembered of claims for ``--lf`` and ``--ff``, and what a run has learned of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from factcheck._reporters.summary import FAILING
from factcheck.model import Claim, Result

NODE = "::"  # between the path and the id of a claim, as in pytest


def memory_id(claim: Claim) -> str:
    """Return what a claim is remembered by: its file, and its id or, in a draft, the words of its sentence.

    The id of a sentence is its line and column, which the next edit gives to another one.
    """
    if claim.reading is None:
        return f"{claim.place.path}{NODE}{claim.id}"
    from factcheck._decisions import normalised, text_of  # a run of claims files needs none of it

    return f"{claim.place.path}{NODE}{normalised(text_of(claim))}"


def lost(nodes: Iterable[str], claims: Iterable[Claim]) -> list[str]:
    """Return what was taken out of its file, renamed or rewritten; ``claims`` are all of the files read."""
    there = set(map(memory_id, claims))
    files = set(map(_file, there))
    return sorted(node for node in nodes if node not in there and _file(node) in files)


class Learned:
    """What a run has found out; ``claims`` are all of its files, whether they were checked or not."""

    def __init__(self, claims: Sequence[Claim], results: Sequence[Result]):
        there = Counter(map(memory_id, claims))
        checked = Counter(memory_id(result.claim) for result in results)
        left = set((there - checked).elements())
        failed = {memory_id(result.claim) for result in results if result.outcome in FAILING}
        self.outcomes = {node: node in failed for node in checked if node in failed or node not in left}
        """Whether each failed that was checked; of equal sentences none has passed before all are checked."""
        self._there = set(there)
        self._done = set(map(_file, there)) - set(map(_file, left))

    def is_gone(self, node: str) -> bool:
        """Say whether a claim is not there any more, and all that may stand in its place were checked."""
        return node not in self._there and _file(node) in self._done


def _file(node: str) -> str:
    return node.partition(NODE)[0]
