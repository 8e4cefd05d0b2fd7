"""Scalars: what they say, as libyaml reads them, and where each character stands."""

from __future__ import annotations

import json

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from factcheck._scalars import scalar
from factcheck._yaml import Mapping, Text, entries
from factcheck.model import OffsetMap
from factcheck.text import Document


def read(text: str) -> Text:
    """Return the scalar of a file ``k: …``."""
    ((_, _, node), _), *_ = entries(Document(text), "")
    assert isinstance(node, Text)
    return node


CASES = {
    "plain": ("k: one two\n", "one two", ((0, 3),)),
    "plain folded": ("k: one\n  two\n", "one two", ((0, 3), (4, 9))),
    "plain folded, CRLF": ("k: one\r\n  two\r\n", "one two", ((0, 3), (4, 10))),
    "plain, trailing spaces and an empty line": ("k: one  \n\n  two", "one\ntwo", ((0, 3), (3, 9), (4, 12))),
    "single": ("k: 'one'\n", "one", ((0, 4),)),
    "single with quote": ("k: 'it''s'", "it's", ((0, 4), (2, 6), (3, 8))),
    "single folded": ("k: 'one\n\n\n  two'", "one\n\ntwo", ((0, 4), (3, 8), (5, 12))),
    "double": ('k: "one"', "one", ((0, 4),)),
    "double with escape": ('k: "a\\tb"', "a\tb", ((0, 4), (1, 5), (2, 7))),
    "double, escape last": ('k: "a\\u00e9"', "aé", ((0, 4), (1, 5), (2, 11))),
    "double, all lengths": (
        'k: "\\x41\\u0042\\U00000043."',
        "ABC.",
        ((0, 4), (1, 8), (2, 14), (3, 24)),
    ),
    "double, two halves": ('k: "\\ud83d\\ude00!"', "😀!", ((0, 4), (1, 16))),
    "double, escaped backslash before a half": ('k: "\\\\ud83d"', "\\ud83d", ((0, 4), (1, 6))),
    "double, escaped line break": ('k: "one \\\n   two"', "one two", ((0, 4), (4, 13))),
    "double, space at the end": ('k: "a \n b "', "a b ", ((0, 4), (1, 6), (2, 8))),
    "double, other line marks": ('k: "a\u2028b\x85c\ufeff"', "a\u2028b\x85c\ufeff", ((0, 4),)),
    "literal": ("k: |\n  one\n  two\n", "one\ntwo\n", ((0, 7), (4, 13))),
    "literal, CRLF": ("k: |\r\n  one\r\n  two\r\n", "one\ntwo\n", ((0, 8), (4, 15))),
    "literal, stripped": ("k: |-\n  one\n\n", "one", ((0, 8),)),
    "literal, kept": ("k: |+\n  one\n\n", "one\n\n", ((0, 8),)),
    "literal, own indentation": ("k: |2\n    one\n", "  one\n", ((0, 8),)),
    "literal, no line break at the end": ("k: |\n  one", "one", ((0, 7),)),
    "folded": ("k: >\n  one\n  two\n\n  three\n", "one two\nthree\n", ((0, 7), (4, 13), (7, 17), (8, 20))),
    "folded, indented line": ("k: >\n  a\n   b\n  c\n", "a\n b\nc\n", ((0, 7), (2, 11), (5, 16))),
    "beyond U+FFFF": ("k: '😀 it''s'", "😀 it's", ((0, 4), (4, 8), (5, 10))),
}


@pytest.mark.parametrize("library", ["c", "python"])
@pytest.mark.parametrize(("text", "value", "runs"), CASES.values(), ids=CASES)
def test_value_and_runs(
    text: str, value: str, runs: tuple[tuple[int, int], ...], library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if library == "python":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    node = read(text)
    assert (node.value, node.runs) == (value, runs)


def test_half_a_character_is_refused() -> None:
    text = '"a\\ud83d"'
    with pytest.raises(ValueError, match="half a character") as caught:
        scalar(text, 0, len(text), '"', 0, "a?")
    assert caught.value.args[1] == 2


WORDS = st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=6), max_size=12)
SPACED = WORDS.map(" ".join) | WORDS.map("\n".join) | WORDS.map("\n\n ".join)


def assert_mapped(text: str, node: Text, value: str) -> None:
    assert node.value == value
    mapped = OffsetMap(node.runs)
    ends = [here for here, _ in node.runs[1:]] + [len(value)]
    for (here, there), end in zip(node.runs, ends, strict=True):
        piece = text[there : there + end - here]
        if end - here > 1:  # one character alone may be an escape
            assert all(
                a == b or (a in "\r\n" and b in "\n ") for a, b in zip(piece, value[here:], strict=False)
            )
    assert all(mapped(i) < mapped(i + 1) <= len(text) for i in range(len(value)))


@given(SPACED, st.sampled_from([None, "'", '"', "|", ">"]), st.integers(20, 90), st.booleans())
def test_whatever_yaml_writes_is_read_back_with_its_places(
    value: str, style: str | None, width: int, ascii_only: bool
) -> None:
    text = yaml.dump(
        {"k": {"v": value}},
        default_style=style,
        default_flow_style=False,
        width=width,
        allow_unicode=not ascii_only,
    ).replace("!!null ", "")
    ((_, _, node), _), *_ = entries(Document(text), "")
    assert isinstance(node, Mapping)
    (_, _, inner), *_ = node.entries
    assert isinstance(inner, Text)
    # The dumper takes U+2028 and its like for line breaks and folds at them, as YAML 1.1 does.
    if not set(value) & set("\x85\u2028\u2029\ufeff"):
        assert_mapped(text, inner, value)


@given(st.text(st.characters(codec="utf-8")), st.booleans(), st.sampled_from([None, 2]))
def test_whatever_json_writes_is_read_back_with_its_places(value: str, ascii_only: bool, indent: int) -> None:
    text = json.dumps({"k": value}, ensure_ascii=ascii_only, indent=indent)
    assert_mapped(text, read(text), value)


LINES = st.lists(st.sampled_from(["", " ", "  ", "a", " b", "  c d ", "e\t", "''", "\\n"]), max_size=8)


@given(
    LINES,
    st.sampled_from(["|", ">", "|-", ">-", "|+", ">+", "|1", ">1+"]),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_blocks_are_read_as_libyaml_reads_them(lines: list[str], header: str, newline: str) -> None:
    text = "k: " + newline.join([header, *("  " + line for line in lines), ""])
    try:
        expected = yaml.load(text, Loader=yaml.SafeLoader)["k"]
    except yaml.YAMLError:
        return
    assert read(text).value == expected


@given(LINES, st.sampled_from(["'", '"', ""]), st.sampled_from(["\n", "\r\n", "\r"]))
def test_flow_scalars_are_read_as_libyaml_reads_them(lines: list[str], quote: str, newline: str) -> None:
    text = f"k: {quote}x" + newline.join(["", *("  " + line for line in lines)]) + f" y{quote}\n"
    try:
        expected = yaml.load(text, Loader=yaml.SafeLoader)["k"]
    except yaml.YAMLError:
        return
    assert read(text).value == expected
