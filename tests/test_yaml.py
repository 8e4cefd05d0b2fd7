"""Reading YAML safely: what is refused, where, and that nothing in a file can stall or kill the reader."""

from __future__ import annotations

import pytest

from factcheck._yaml import MOST_BYTES, Fault, List, Node, Text, decode, entries
from factcheck.text import Document


def fault(data: bytes) -> str:
    """Return what is wrong with a file, at the key ``claims`` or anywhere else."""
    with pytest.raises(Fault) as caught:
        list(entries(Document(decode(data)), "claims"))
    return f"{caught.value.line}:{caught.value.column} {caught.value.rule.code} {caught.value.message}"


DEEP = "FC913 nested deeper than 20; write it flat"
REFUSED = {
    b"claims: [&a b]": "1:10 FC913 the anchor &a is not read; write the value out, or put the text in quotes",
    b"claims: &a []": "1:9 FC913 the anchor &a is not read; write the value out, or put the text in quotes",
    b"&a claims: []": "1:1 FC913 the anchor &a is not read; write the value out, or put the text in quotes",
    b"&a {k: []}": "1:1 FC913 the anchor &a is not read; write the value out, or put the text in quotes",
    b"k: *a": "1:4 FC913 the alias *a is not read; write the value out, or put the text in quotes",
    b"k: !!str a": "1:4 FC913 the tag !!str is not read; write the value out, or put the text in quotes",
    b"k: !x [a]": "1:4 FC913 the tag !x is not read; write the value out, or put the text in quotes",
    b"--- !x\nk: v": "1:5 FC913 the tag !x is not read; write the value out, or put the text in quotes",
    b"k: v\n---\nk: v": "2:1 FC913 a second document; put its claims in a file of their own",
    b"k: " + b"[" * 60_000: f"1:23 {DEEP}",
    b"[" * 60_000: "1:1 FC916 the file is a list and no mapping; start it with 'claims:' and a list under it",
    b"{a: " * 250_000: f"1:81 {DEEP}",
    b"claims:\n" + b"- " * 30_000: f"2:39 {DEEP}",
    b"? " * 30_000: f"1:41 {DEEP}",
    b"k: [" + b"a," * 30_000: "1:40003 FC913 more than 20000 values in one place; split it",
}


@pytest.mark.parametrize(("data", "expected"), REFUSED.items(), ids=lambda value: str(value[:20]))
def test_what_is_refused(data: bytes, expected: str) -> None:
    assert fault(data) == expected


UNREADABLE = {
    b"a: b\r\n\xe9: c": "2:1 FC911 byte 0xe9 at offset 6 is not UTF-8; save the file as UTF-8",
    "é: \x00".encode(): "1:4 FC911 NUL byte; save the file as UTF-8 text",
    b"a:\n  b\x1b[1m": "2:4 FC911 control character U+001B; leave it out, or escape it in double quotes",
    "k: v".encode("utf-16-le"): "1:2 FC911 NUL byte; save the file as UTF-8 text",
    b"\xff\xfek\x00\x00\xd8": "1:2 FC911 byte 0x00 at offset 4 is not UTF-16-LE; save the file as UTF-8",
    b"#" * (MOST_BYTES + 1): "0:0 FC911 the file has 16.0 MB, more than 16 MB; split it",
}


@pytest.mark.parametrize(("data", "expected"), UNREADABLE.items(), ids=lambda value: str(value[:20]))
def test_what_cannot_be_read(data: bytes, expected: str) -> None:
    assert fault(data) == expected


INVALID = {
    b"k: the result: 3 to 1": ("1:14", "put a text with ': ' in it in quotes"),
    b"k: @x": ("1:4", "put a text that starts with this character in quotes, and indent with spaces"),
    b"k:\n\t- x": ("2:1", "put a text that starts with this character in quotes, and indent with spaces"),
    b"k: *a* b": ("1:6", "put a text that starts with * or & in quotes"),
    b"a: b\nk: 'x\n\n": ("2:4", "close the quotes"),
    b"k: [a, b\n": ("1:4", "close the bracket, or put the text in quotes"),
    b'k: "C:\\Docs"': ("1:7", "write \\\\ for a backslash, or use single quotes"),
    b"k: [a]\n  b: c": ("2:3", "check the indentation and quotes here"),
    b'k: "\\ud83d"': ("1:5", "write both halves, or the character itself"),
    b'k: "\\U00110000"': ("1:7", "write \\\\ for a backslash, or use single quotes"),
}


@pytest.mark.parametrize(("data", "expected"), INVALID.items(), ids=lambda value: str(value[:20]))
def test_what_is_no_yaml_says_where_and_what_to_do(data: bytes, expected: tuple[str, str]) -> None:
    where, _, rest = fault(data).partition(" ")
    code, _, message = rest.partition(" ")
    assert (where, code, message.partition("; ")[2]) == (expected[0], "FC912", expected[1])


def plain(node: Node) -> object:
    """Return a node as tuples of its start, end and content."""
    if isinstance(node, Text):
        return node.start, node.end, node.value, node.runs, node.null
    if isinstance(node, List):
        return node.start, node.end, [plain(item) for item in node.items]
    return node.start, node.end, [(key, at, plain(value)) for key, at, value in node.entries]


def test_tree() -> None:
    text = "a: b\nclaims:\n- c: [d, 'e']\n  f: |\n    g\n\n- h\n"
    found = entries(Document(text), "claims")
    assert [(key, at, plain(value), streamed) for (key, at, value), streamed in found] == [
        ("a", 0, (3, 4, "b", ((0, 3),), False), False),
        ("claims", 5, (13, 14, []), False),
        (
            "claims",
            5,
            (
                15,
                39,
                [
                    ("c", 15, (18, 26, [(19, 20, "d", ((0, 19),), False), (22, 25, "e", ((0, 23),), False)])),
                    ("f", 29, (32, 39, "g\n", ((0, 38),), False)),
                ],
            ),
            True,
        ),
        ("claims", 5, (43, 44, "h", ((0, 43),), False), True),
    ]


LONG = {
    "one line": "k: " + "word " * 20_000,
    "literal": "k: |\n" + "  word\n" * 15_000,
    "folded": "k: >\n" + "  word\n\n" * 10_000,
    "plain lines": "k: x\n" + "  word\n" * 15_000,
    "escapes": 'k: "' + "\\u00e9" * 15_000 + '"',
    "blanks": 'k: "x' + " " * 1_00_000 + '\n"',
    "blank lines": "\n" * 1_00_000 + "k: v",
    "quotes": "k: '" + "''" * 30_000 + "'",
    "tabs": "k: x" + "\t" * 1_00_000 + "y",
    "spaces before a tab": "k: x" + " " * 1_00_000 + "y\tz",
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_long_scalars_are_read_whole(text: str) -> None:
    import yaml

    # The mapping's value is what PyYAML's own reader makes of it; quadratic work would take minutes here.
    (((_, _, value), _),) = entries(Document(decode(text.encode())), "claims")
    assert isinstance(value, Text)
    assert value.value == yaml.load(text, yaml.CSafeLoader)["k"]
