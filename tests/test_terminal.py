"""What reaches a terminal."""

from __future__ import annotations

import io

import pytest

from factcheck._terminal import clip, escape, guard, paint, text_width, wants_color


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain, “quoted” – café 東京 👍", "plain, “quoted” – café 東京 👍"),
        ("\x1b[31mred\x1b[0m", "\\x1b[31mred\\x1b[0m"),
        ("bell\x07 nul\x00 del\x7f", "bell\\x07 nul\\x00 del\\x7f"),
        ("csi\x9b2J", "csi\\x9b2J"),
        ("a\r\nb\tc\x0bd", "a b c d"),
        ("next\x85line\u2028sep", "next line sep"),
        ("\u202eright\u202c \u2066iso\u2069", "\\u202eright\\u202c \\u2066iso\\u2069"),
        ("zero\u200bwidth\ufeff soft\u00adhyphen", "zero\\u200bwidth\\ufeff soft\\xadhyphen"),
        ("tag\U000e0041", "tag\\U000e0041"),
        ("lone\ud800", "lone\\ud800"),
        ("##vso[task.complete] ##[error] ## heading", "#\\x23vso[task.complete] #\\x23[error] ## heading"),
        ("##VSO[x]", "#\\x23VSO[x]"),
    ],
)
def test_escape(text: str, expected: str) -> None:
    assert escape(text) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("::error::x", "\\x3a:error::x"),
        ("  ::error::x", "  \\x3a:error::x"),
        ("a.yaml::id", "a.yaml::id"),
        (": x", ": x"),
        ("", ""),
    ],
)
def test_guard(line: str, expected: str) -> None:
    assert guard(line) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("", 0), ("abc", 3), ("東京", 4), ("cafe\u0301", 4), ("é", 1), ("ｆｕｌｌ", 8)]
)
def test_text_width(text: str, expected: int) -> None:
    assert text_width(text) == expected


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("abc", 3, "abc"),
        ("abcd", 3, "ab…"),
        ("ab cd", 4, "ab…"),
        ("東京都", 4, "東…"),
        ("東京都", 6, "東京都"),
    ],
)
def test_clip(text: str, width: int, expected: str) -> None:
    assert clip(text, width) == expected


@pytest.mark.parametrize(
    ("text", "color", "expected"),
    [("a", True, "\x1b[31;1ma\x1b[0m"), ("a", False, "a"), ("", True, "")],
)
def test_paint(text: str, color: bool, expected: str) -> None:
    assert paint(text, "red", "bold", color=color) == expected


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("choice", "stream", "environ", "expected"),
    [
        ("auto", Terminal(), {}, True),
        ("auto", Terminal(), {"TERM": "dumb"}, False),
        ("auto", Terminal(), {"NO_COLOR": "1"}, False),
        ("auto", io.StringIO(), {}, False),
        ("auto", io.StringIO(), {"FORCE_COLOR": "1"}, True),
        ("never", Terminal(), {"FORCE_COLOR": "1"}, False),
        ("always", io.StringIO(), {"NO_COLOR": "1"}, True),
    ],
)
def test_wants_color(choice: str, stream: io.StringIO, environ: dict[str, str], expected: bool) -> None:
    assert wants_color(choice, stream, environ) is expected
