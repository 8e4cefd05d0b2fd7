"""Folding keeps exact offsets whatever it levels."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.folding import fold, repair

CASES = {
    "case": ("The HARBOUR", ["the", "harbour"]),
    "accents": ("één café à Malmö", ["een", "cafe", "a", "malmo"]),
    "decomposed": ("cafe\u0301 noir", ["cafe", "noir"]),
    "ligature": ("ﬁve ﬂags", ["five", "flags"]),
    "apostrophes": ("don’t don't donʼt", ["don't", "don't", "don't"]),
    "quotation marks": ("“yes,” ‘no’", ["yes", "no"]),
    "elided": ("’s morgens in de foto’s", ["s", "morgens", "in", "de", "foto's"]),
    "dashes": ("well-known — or not–so", ["well", "known", "or", "not", "so"]),
    "line hyphen": ("the har-\nbour", ["the", "harbour"]),
    "line hyphen, Windows": ("the har-\r\n  bour", ["the", "harbour"]),
    "dash at a line's end": ("the harbour -\nold", ["the", "harbour", "old"]),
    "blank line is no wrap": ("har-\n\nbour", ["har", "bour"]),
    "soft hyphen": ("har\u00adbour", ["harbour"]),
    "soft hyphen at a line's end": ("har\u00ad\nbour", ["harbour"]),
    "no-break space": ("ten\u00a0boats", ["ten", "boats"]),
    "zero-width": ("har\u200bbour \u200b\ufeff boats", ["harbour", "boats"]),
    "grouping": ("86.000 and 86,000", ["86000", "and", "86000"]),
    "decimals": ("3,5 and 3.5", ["3.5", "and", "3.5"]),
    "symbols": ("€45.000, 5% & $3", ["€45000", "5%", "&", "$3"]),
    "damaged apostrophe": ("don??t", ["don\ufffdt"]),
    "damage between words": ("values ??and", ["values", "and"]),
    "question glued to its answer": ("ready?Yes", ["ready", "yes"]),
    "mojibake": ("itâ€™s â€œoldâ€\x9d", ["it's", "old"]),
    "mojibake letter": ("cafÃ© noir", ["cafe", "noir"]),
    "underscores": ("_very_ old", ["very", "old"]),
    "empty": ("", []),
    "marks only": ("– … “”", []),
}


@pytest.mark.parametrize(("text", "words"), CASES.values(), ids=CASES)
def test_words(text, words):
    assert fold(text).words == words


@pytest.mark.parametrize(("text", "words"), CASES.values(), ids=CASES)
def test_a_span_folds_to_its_word(text, words):
    folded = fold(text)
    assert [fold(text[start:end]).words for start, end in folded.spans] == [[word] for word in folded.words]


def test_a_damaged_end_is_told_by_what_follows():
    words = fold("the caf?? was, and caf??, well?? Yes").words
    assert words == ["the", "caf\ufffd", "was", "and", "caf\ufffd", "well", "yes"]


@given(st.text(alphabet=st.sampled_from("aBé’'-\n?., \u00ad\u200b\u0301“9â€™ﬁ"), max_size=60))
def test_spans_are_in_order_and_as_many_as_words(text):
    folded = fold(text)
    offsets = [offset for span in folded.spans for offset in span]
    assert len(folded.spans) == len(folded.words)
    assert offsets == sorted(offsets)
    assert all(0 <= start < end <= len(text) for start, end in folded.spans)
    assert all(folded.words)


@given(st.text(max_size=60))
def test_any_text_folds(text):
    folded = fold(text)
    assert len(folded.spans) == len(folded.words)
    assert len(repair(text)) == len(text)


@given(st.lists(st.sampled_from(["harbour", "zee", "old", "niet", "12"]), min_size=1, max_size=8), st.data())
def test_invisible_characters_change_no_word(words, data):
    plain = " ".join(words)
    at = data.draw(st.integers(0, len(plain)))
    mark = data.draw(st.sampled_from(["\u00ad", "\u200b", "\ufeff", "\u2060"]))
    assert fold(plain[:at] + mark + plain[at:]).words == fold(plain).words
