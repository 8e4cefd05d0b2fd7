"""Names that a line sets off by its layout: ``[Ann Lee] …``, ``- **Ann Lee:** …``, ``LEE. …``.

Lists, tables and glossaries have such lines too: they are labels where they recur (:mod:`factcheck._labels`).
"""

import re
from collections.abc import Iterator

_NAME = r"(?P<name>[^\W\d_][^:?!;,.\"“”„«»\n\r\t*_|<>\[\]]{1,60}?)"
_TITLED = r"(?P<name>[^\W\d_][^:?!;,\"“”„«»\n\r\t*_|<>\[\]]{1,60}?)"  # Mr. Lee
_BOLD = r"[*_]{0,2}"
_SPEECH = r"(?=[^\W_]|[\"“‘'„«(\[—–…])"
_LISTED = rf"(?:[>•–*-]|\d{{1,3}}[.)]?)\s+{_BOLD}{_TITLED}{_BOLD}\s?:{_BOLD}\s+"
_BRACKETED = rf"\[{_TITLED}\]:?\s+"
_VOICE = rf"<(?:v(?:\.\w+)*\s)?{_TITLED}>:?\s*"  # as in WebVTT
_ROW = rf"\|\s*{_BOLD}{_TITLED}{_BOLD}\s*\|\s*{_SPEECH}"
_COLUMN = rf"{_BOLD}{_TITLED}{_BOLD}(?:\t\s*|\s+\|\s+){_SPEECH}"
_JOINED = rf"{_BOLD}{_NAME}{_BOLD}—(?=[A-ZÀ-Þ\"“‘])"
_CAPITALS = r"(?P<name>[A-ZÀ-Þ][A-ZÀ-Þ'’-]{2,}(?: [A-ZÀ-Þ][A-ZÀ-Þ'’.-]*){0,3})\.\s+(?=[A-ZÀ-Þ\"“‘(\[])"
_WITHIN = 80  # characters of a line in which a name is set off


def set_off(line: str) -> tuple[str, int] | None:
    """Return the name that a line begins with and sets off, and where speech begins."""
    head = line[:_WITHIN]
    for pattern in _patterns(head):
        if match := re.match(pattern, head):
            return match["name"].strip(), match.end()
    return None


def may_set_off(head: str) -> bool:
    """Tell whether the first characters of a line that begins with a letter may set off a name."""
    return "\t" in head or " | " in head or "—" in head or head[:3].isupper()


def _patterns(head: str) -> Iterator[str]:
    first = head[:1]
    if first == "[":
        yield _BRACKETED
    elif first == "<":
        yield _VOICE
    elif first == "|":
        yield _ROW
    elif first in ">•–*-" or first.isdigit():
        yield _LISTED
    if "\t" in head or " | " in head:
        yield _COLUMN
    elif "—" in head:
        yield _JOINED
    elif head[:3].isupper():
        yield _CAPITALS
