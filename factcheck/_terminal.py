"""What may reach a terminal: nothing of an input that steers it, and colours only where wanted."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import TextIO

# C0, C1, soft hyphen, bidirectional controls, zero-width characters, line separators, tags, surrogates.
UNSAFE = (
    "[\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f\ud800-\udfff]"
)
EVEN = re.compile('[ -"$-~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027]*')  # shown as it is, a column a character
_BLANK = r"[\t\n\r\f\v\x85\u2028\u2029]+"
RUNNER = r"(?i:##(?=\[|vso))"  # obeyed by CI runners anywhere in a line
_COMMAND = r"\s*::"  # obeyed at the start of a line
_CODES = {"bold": 1, "dim": 2, "red": 31, "green": 32, "yellow": 33, "blue": 34, "cyan": 36}


def visible(char: str) -> str:
    r"""Return an unsafe character in a form that can be seen, as ``\x1b`` or ``\u202e``."""
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def escape(text: str) -> str:
    """Return a text on one line, with everything that steers a terminal or a CI runner made visible."""
    if EVEN.fullmatch(text):
        return text
    text = re.sub(UNSAFE, lambda match: visible(match[0]), re.sub(_BLANK, " ", text))
    return re.sub(RUNNER, r"#\\x23", text)


def guard(line: str) -> str:
    r"""Return a line that no CI runner takes for a command (``::error``), its first colon made ``\x3a``."""
    return line.replace(":", r"\x3a", 1) if "::" in line and re.match(_COMMAND, line) else line


def char_width(char: str) -> int:
    """Return the columns that a character takes: 0 for combining ones, 2 for wide ones."""
    if char < "\u0300":
        return 1
    if unicodedata.category(char) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def text_width(text: str) -> int:
    """Return the columns that an escaped text takes."""
    return len(text) if text.isascii() else sum(map(char_width, text))


def clip(text: str, width: int) -> str:
    """Return an escaped text shortened to a number of columns, the cut shown as ``…``."""
    if text_width(text) <= width:
        return text
    taken = 0
    for index, char in enumerate(text):
        taken += char_width(char)
        if taken > width - 1:
            return text[:index].rstrip() + "…"
    return text


def paint(text: str, *styles: str, color: bool) -> str:
    """Return a text in colour, or as it is."""
    return (
        f"\x1b[{';'.join(str(_CODES[style]) for style in styles)}m{text}\x1b[0m" if color and text else text
    )


def wants_color(choice: str, stream: TextIO | None, environ: Mapping[str, str]) -> bool:
    """Say whether to colour: by ``--color``, else NO_COLOR and FORCE_COLOR, else for terminals only."""
    if choice != "auto":
        return choice == "always"
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR"):
        return True
    return environ.get("TERM") != "dumb" and stream is not None and stream.isatty()
