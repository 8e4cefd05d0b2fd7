"""Quotation marks, paired: which stretches of a text stand between them.

Curly, straight, low and angle marks, single and double, nested, opened again at every paragraph, turned
the wrong way or never closed. Apostrophes are told from single marks by what stands around them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

MARK = re.compile(  # any of the characters, then what makes it a mark: the search skips all others at once
    r"""["“”„‟«»`'‘’‚](?:(?<=["“”„‟«»])|(?<=`)`|(?<=')'|(?<![^\W_].)(?<=['‘’‚])|(?<=['‘’])(?![^\W_]))"""
)
_PARAGRAPH = re.compile(r"\n\s*")
_ELIDED = re.compile(r"['‘’](?:\d\ds?|[stnkm]|em|til|cause|bout)(?![^\W_])")
_SINGLE_END = re.compile(r"(?<=[^\s])['’](?![^\W_])")
_FAMILY = dict.fromkeys(('"', "“", "”", "„", "‟", "``", "''"), "double")
_FAMILY |= dict.fromkeys("«»", "angle") | dict.fromkeys("'‘’‚", "single")
MARKS = frozenset("".join(_FAMILY))
FORMS = tuple(_FAMILY)
_AMBIGUOUS = frozenset(["'", '"', "''", "’"])
CLOSING = {"“": "”", "„": "”", "«": "»"}
REST = 1_000  # characters behind the end of a line that may hold the rest of a quotation
LATER = 3_000  # characters behind a single mark in which its like closes, and the furthest that is looked at
_CLAUSE = 40  # characters that are more than a few words between single marks
_BEFORE = "([{-–—/“‘„«\"'‚?!>*_:;,."
_AFTER = ".,;:!?)]}-–—…/”’»\"'*_“"


class Marked:
    """A stretch between quotation marks: ``start`` and ``end`` with them, ``pieces`` without.

    There is one piece a paragraph. ``depth`` is 0 outside of any other marks. One that is not ``closed`` ends
    with its paragraph.
    """

    __slots__ = ("closed", "depth", "end", "mark", "pieces", "start")

    def __init__(self, start: int, mark: str, depth: int):
        self.start, self.mark, self.depth = start, mark, depth
        self.end = 0
        self.closed = True
        self.pieces: list[tuple[int, int]] = [(start + len(mark), -2)]

    def text(self, text: str) -> str:
        """Return the words between the marks, paragraphs joined by a space."""
        return " ".join(text[start:end].strip() for start, end in self.pieces)


def marked(text: str, start: int = 0, end: int | None = None) -> list[Marked]:
    """Return every marked stretch in the order of their starts; each line is a paragraph.

    Those of a part of the text are those of the whole where it lies between two borders (:mod:`.borders`).
    """
    found = _pair(text, start, len(text) if end is None else end, [])
    return sorted(found, key=lambda one: (one.start, -one.end))


def marked_behind(mark: str, text: str, start: int, end: int) -> tuple[list[Marked], bool]:
    """Return what is marked in lines of a text, and whether a stretch goes on behind them.

    That is so if one with a mark (``""`` for none) goes on where they begin.
    """
    stack = [Marked(start, mark, 0)] if mark else []
    for one in stack:
        if text.startswith(mark, start):
            one.pieces.append((start, -1))
    return list(_pair(text, start, end, stack)), bool(stack)


def hangs_on_length(text: str, start: int) -> bool:
    """Whether a mark in the first words of a line closes what goes on there or not, by how long that is."""
    return re.compile(r"s['’] [a-z]").search(text, start, start + _CLAUSE + 3) is not None


def _pair(text: str, start: int, end: int, stack: list[Marked]) -> Iterator[Marked]:
    at = start
    for match in MARK.finditer(text, start, end):
        here = match.start()
        while stack and (gap := _PARAGRAPH.search(text, at, here)):
            yield from _close_paragraph(text, stack, gap)
            at = gap.end()
        at = match.end()
        if stack and stack[0].pieces and stack[0].pieces[-1] == (here, -1):  # opened again
            stack[0].pieces[-1] = (match.end(), -2)
            continue
        role, depth = _role(text, match, stack)
        if role == "open":
            stack.append(Marked(here, match.group(), len(stack)))
        elif role == "close":
            found = stack[depth]
            del stack[depth:]
            found.pieces[-1] = (found.pieces[-1][0], here)
            found.end = match.end()
            yield found
    while stack and (gap := _PARAGRAPH.search(text, at, end)):
        yield from _close_paragraph(text, stack, gap)
        at = gap.end()
    if stack and stack[0].mark not in _AMBIGUOUS:
        yield _unclosed(stack[0], len(text.rstrip()))


def _close_paragraph(text: str, stack: list[Marked], gap: re.Match[str]) -> Iterator[Marked]:
    """End the paragraph: an open stretch goes on where the next paragraph opens with its mark."""
    if gap.group().count("\n") == 1 and text[gap.end() : gap.end() + 1].islower():
        return  # only a line ends here, in the middle of a sentence
    first = stack[0]
    del stack[1:]
    if text.startswith(first.mark, gap.end()):
        first.pieces[-1] = (first.pieces[-1][0], _line_end(text, gap.start()))
        first.pieces.append((gap.end(), -1))
        return
    if gap.group().count("\n") == 1 and (closing := CLOSING.get(first.mark)):
        mark = re.compile(f"[{first.mark}{closing}]").search(text, gap.end(), gap.end() + REST)
        if mark and mark.group() == closing and "\n\n" not in text[gap.end() : mark.start()]:
            return  # only a line ends here
    stack.clear()
    if first.mark not in _AMBIGUOUS:
        yield _unclosed(first, _line_end(text, gap.start()))


def _line_end(text: str, newline: int) -> int:
    """Return where the words of a line end, before blanks and the newline."""
    end = newline - text.endswith("\r", 0, newline)
    while end and text[end - 1] in " \t":
        end -= 1
    return end


def _unclosed(found: Marked, end: int) -> Marked:
    found.pieces[-1] = (found.pieces[-1][0], end)
    found.end = end
    found.closed = False
    return found


def _role(text: str, match: re.Match[str], stack: list[Marked]) -> tuple[str, int]:
    """Return whether a mark opens, closes (and which of the stack) or is none."""
    mark, start, end = match.group(), match.start(), match.end()
    family = _FAMILY[mark]
    before, after = text[start - 1 : start], text[end : end + 1]
    opened = next((i for i in range(len(stack) - 1, -1, -1) if _FAMILY[stack[i].mark] == family), -1)
    may_open = (
        bool(after)
        and (not after.isspace() or mark in "«»")
        and (not before or before.isspace() or before in _BEFORE)
    )
    may_close = bool(before) and (not before.isspace() or mark in "«»") and (not after or not after.isalnum())
    if (
        family == "single"
        and (opened < 0 or mark == "’")
        and _ELIDED.match(text, start)
        and not before.isalnum()
    ):
        return "none", -1
    if mark in ("“", "‘", "«", "„", "‚", "``", "‟"):
        turned = opened >= 0 and may_close and not (may_open and before.isspace())
        if mark in ("“", "‘", "«") and turned:
            return "close", opened
        return ("open", -1) if may_open or mark not in ("‘", "‚") else ("none", -1)
    if mark in ("”", "»"):
        if opened >= 0:
            return "close", opened
        return ("open", -1) if may_open or _closes_later(text, end) else ("none", -1)
    if (
        opened >= 0
        and may_close
        and not (family == "single" and _possessive(text, start, stack[opened].start))
    ):
        return "close", opened
    if not may_open or (
        family == "single" and (mark == "’" or not _SINGLE_END.search(text, end, end + LATER))
    ):
        return "none", -1
    return "open", -1


def _closes_later(text: str, end: int) -> bool:
    """Whether a closing mark out of place opens: its like follows before anything else opens."""
    following = re.compile(r"[“”\n]").search(text, end)
    return following is not None and following.group() == "”" and text[end : end + 1].isspace()


def _possessive(text: str, start: int, opened: int) -> bool:
    """Whether a mark after an ``s`` is the apostrophe of a plural, as the quotation ends later."""
    if text[start - 1 : start] != "s" or not re.match(r"['’] [a-z]", text[start : start + 3]):
        return False
    later = re.compile(r"['’‘](?![^\W_])|(?<![^\W_])[‘']|\n").search(text, start + 1)
    if later is None or later.group() not in ("'", "’"):
        return False
    return start - opened >= _CLAUSE or text[later.start() - 1] in ".,?!"
