"""The index of pairs of words: the same with numpy and without."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.text import Document
from factcheck_quote import seeds
from factcheck_quote.passages import Passages
from factcheck_quote.seeds import SECOND, SIEVE, Seeds, pairs, words

ODD = (
    "Café  cafe\u0301 zo\u00adals ’t Ñandú ß\u200b Straße ΑΒΓ Дом 日本 x\U0001f600y a\U0001d400b don't 1,5 ©™"
)


BITS = 3


@settings(max_examples=60, deadline=None)
@given(text=st.text(alphabet=st.sampled_from([*ODD, " ", "\n", "é", "A"]), max_size=300))
@pytest.mark.parametrize("second", [SECOND, 0])
@pytest.mark.parametrize("sieve", [b"", bytes(at % 3 == 1 for at in range(1 << SIEVE))])
def test_numpy_changes_nothing(text, second, sieve):
    pytest.importorskip("numpy")
    from factcheck_quote.fast import sorted_runs

    assert sorted_runs(text, second, BITS, sieve) == seeds._sorted_runs(text, second, BITS, sieve)


def test_numpy_changes_nothing_in_a_long_text(monkeypatch):
    pytest.importorskip("numpy")
    from factcheck_quote.fast import sorted_runs

    text = " ".join(f"{ODD} boat{at}" for at in range(3000)) + "x" * 300_000 + " end of it"
    assert sorted_runs(text, SECOND, BITS, b"") == seeds._sorted_runs(text, SECOND, BITS, b"")


@pytest.mark.parametrize("numpy", [True, False])
def test_places(numpy, monkeypatch):
    if numpy:
        pytest.importorskip("numpy")
    else:
        monkeypatch.setattr(seeds, "find_spec", lambda name: None)
    text = "The old crane. An OLD CRÂNE, the ol\u00add crane and the crane of old."
    index = Seeds(text, SECOND)
    (seed, at), *_ = pairs(words("old crane"))
    (absent, _), *_ = pairs(words("new crane"))
    assert (at, index.places(seed, index.span(seed, 9))) == (0, [4, 18, 33])
    assert index.places(seed, index.span(seed, 2)) == [4, 18]
    assert index.places(absent, index.span(absent, 9)) == []
    asked = Seeds(text, SECOND, [seed])
    assert asked.places(seed, asked.span(seed, 9)) == [4, 18, 33]


def test_words_compare_without_case_and_accents():
    assert words("Straße É é").numbers[1:] == words("strase e e").numbers[1:]
    assert words("co\u00adop").numbers == words("coop").numbers
    assert words("a, b").starts == [0, 3]


def test_quotations_known_beforehand_are_found_alike():
    text = "The old crane stands at the quay. Nobody has painted the crane since the war. " * 40
    quoted = ["painted the crane since", "stands at the quay"]
    some, every = Passages(Document(text), quoted), Passages(Document(text))
    unknown = "since the war. The old"
    assert [some.of(one, 1) for one in (*quoted, unknown)] == [every.of(one, 1) for one in (*quoted, unknown)]
