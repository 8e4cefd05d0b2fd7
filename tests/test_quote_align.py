"""Words are aligned alike, whether few or many have been before."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck_quote.align import Aligner

CASES = {
    "equal": ("a b c", "a b c", [(0, 3, 0)]),
    "dropped": ("a c", "a b c", [(0, 1, 0), (1, 2, 2)]),
    "added": ("a b c", "a c", [(0, 1, 0), (2, 3, 1)]),
    "other": ("a b c", "a x c", [(0, 1, 0), (2, 3, 2)]),
    "inside": ("b c", "a b c d", [(0, 2, 1)]),
    "repeated": ("a a b", "a b a b", [(0, 1, 0), (1, 3, 2)]),
    "nothing shared": ("a b", "c d", []),
    "no words": ("", "a", []),
}


@pytest.mark.parametrize(("ours", "theirs", "runs"), CASES.values(), ids=CASES)
def test_runs_of_equal_words(ours: str, theirs: str, runs: list[tuple[int, int, int]]) -> None:
    assert Aligner().runs(ours.split(), theirs.split()) == runs


@pytest.mark.parametrize(("ours", "theirs", "runs"), CASES.values(), ids=CASES)
def test_shared_words_are_those_of_the_runs(ours: str, theirs: str, runs: list[tuple[int, int, int]]) -> None:
    assert Aligner().shared(ours.split(), theirs.split()) == sum(end - start for start, end, _ in runs)


WORDS = st.lists(st.sampled_from("abcdefg"), max_size=40)


@given(WORDS, WORDS)
def test_many_are_aligned_as_few_are(ours: list[str], theirs: list[str]) -> None:
    few, many = Aligner(few=2), Aligner(few=0)
    assert few.runs(ours, theirs) == many.runs(ours, theirs)
    assert few.shared(ours, theirs) == many.shared(ours, theirs)
