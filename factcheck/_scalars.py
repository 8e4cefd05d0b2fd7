"""What a YAML scalar says and where each of its characters stands in the file."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

Runs = tuple[tuple[int, int], ...]

_BREAK = r"\r\n|[\r\n]"
_HEADER = r"[|>]([+-]?)([1-9]?)([+-]?)"
_QUOTED = {
    "": _BREAK,
    "'": r"''|\r\n|[\r\n]",
    '"': (
        r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
        r"|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\r\n|[\s\S])|\r\n|[\r\n]"
    ),
}
_ESCAPES = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "t": "\t",
    "n": "\n",
    "v": "\v",
    "f": "\f",
    "r": "\r",
    "e": "\x1b",
    "N": "\x85",
    "_": "\xa0",
    "L": "\u2028",
    "P": "\u2029",
}


def scalar(text: str, start: int, end: int, style: str, indent: int, parsed: str) -> tuple[str, Runs]:
    """Return the value of the scalar at ``text[start:end]`` and the runs of its offset map.

    ``style`` is the scalar's indicator, empty for plain; ``indent`` the column of the collection it
    stands in; ``parsed`` what the parser took it for, which is right unless the parser was given other
    characters in the place of some.

    Raises:
        ValueError: an escape stands for half a character; the arguments are a message and an offset.

    """
    if style in ("|", ">"):
        return _placed(_block(text, start, end, style, indent), start)
    inner, stop = (start + 1, end - 1) if style else (start, end)
    if text[inner:stop] == parsed:
        return parsed, ((0, inner),)
    return _placed(_flow(text, inner, stop, style), inner)


class Piece(NamedTuple):
    """Characters of a scalar, the offset in the file they stand at, and how many stand there for them."""

    value: str
    at: int
    width: int


def _placed(pieces: Iterable[Piece], start: int) -> tuple[str, Runs]:
    """Join pieces; what is written otherwise than it reads gets a run of its own."""
    values: list[str] = []
    runs: list[tuple[int, int]] = []
    length, shift = 0, None
    after = start
    for value, at, width in pieces:
        if value:
            if at - length != shift or width != len(value):
                runs.append((length, at))
            values.append(value)
            length += len(value)
            after = at + width
            shift = after - length if width == len(value) else None
    if shift is None:
        runs.append((length, after))
    return "".join(values), tuple(runs)


def _flow(text: str, start: int, end: int, style: str) -> Iterator[Piece]:
    """Yield the pieces of a plain or quoted scalar: its lines folded, its escapes resolved."""
    here, breaks = start, list[int]()
    fresh = continued = False  # at the start of a line; after an escaped line break
    for match in re.compile(_QUOTED[style]).finditer(text, start, end):
        found, stop = match.group(), match.start()
        if fresh:
            here = _behind_blanks(text, here, stop)
        piece = text[here:stop]
        is_break = found[0] in "\r\n"
        if is_break:
            piece = piece.rstrip(" \t")
        if piece or not (fresh and is_break):
            yield from _folded(breaks, continued)
            yield Piece(piece, here, len(piece))
            breaks, fresh, continued = [], False, False
        if is_break:
            breaks.append(stop)
            fresh = True
        elif style == "'":
            yield Piece("'", stop, 2)
        elif found[1] in "\r\n":
            fresh = continued = True
        else:
            yield Piece(_unescaped(found, stop), stop, len(found))
        here = match.end()
    if fresh:
        here = _behind_blanks(text, here, end)
    yield from _folded(breaks, continued)
    yield Piece(text[here:end], here, end - here)


def _behind_blanks(text: str, start: int, end: int) -> int:
    return end - len(text[start:end].lstrip(" \t"))


def _folded(breaks: list[int], continued: bool) -> Iterator[Piece]:
    if len(breaks) == 1 and not continued:
        yield Piece(" ", breaks[0], 1)
    else:
        yield from (Piece("\n", at, 1) for at in (breaks if continued else breaks[1:]))


def _unescaped(escape: str, at: int) -> str:
    if escape[1] not in "xuU":
        return _ESCAPES.get(escape[1], escape[1])
    if len(escape) == 12:  # two halves, as JSON writes what lies beyond U+FFFF
        high, low = int(escape[2:6], 16), int(escape[8:], 16)
        return chr(0x10000 + (high - 0xD800 << 10) + low - 0xDC00)
    code = int(escape[2:], 16)
    if 0xD800 <= code < 0xE000:
        raise ValueError(f"{escape} is half a character; write both halves, or the character itself", at)
    return chr(code)


def _block(text: str, start: int, end: int, style: str, parent: int) -> Iterator[Piece]:
    """Yield the pieces of a literal or folded block, without its indentation."""
    header = re.compile(_HEADER).match(text, start, end)
    first = re.compile(_BREAK).search(text, start, end)
    if not header or not first:
        return
    lines = list(_lines(text, first.end(), end))
    indent = parent + int(header[2]) if header[2] else _indent(text, lines, parent)
    last: int | None = None
    blanks, was_blank = list[int](), False
    for begin, stop in lines:
        pad = text[begin : min(stop, begin + indent)]
        here = begin + len(pad) - len(pad.lstrip(" "))
        if here == stop:
            blanks.append(stop)
            continue
        is_blank = text[here] in " \t"
        if last is not None:
            if style == "|" or was_blank or is_blank:
                yield Piece("\n", last, 1)
            elif not blanks:
                yield Piece(" ", last, 1)
        yield from (Piece("\n", at, 1) for at in blanks)
        yield Piece(text[here:stop], here, stop - here)
        last, blanks, was_blank = stop, [], is_blank
    chomping = header[1] or header[3]
    if last is not None and last < end and chomping != "-":
        yield Piece("\n", last, 1)
    if chomping == "+":
        yield from (Piece("\n", at, 1) for at in blanks)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in re.compile(_BREAK).finditer(text, start, end):
        yield start, match.start()
        start = match.end()
    if start < end:
        yield start, end


def _indent(text: str, lines: Iterable[tuple[int, int]], parent: int) -> int:
    """Return the indentation of a block that does not write it out: that of its first line with words."""
    deepest = max(parent + 1, 1)
    for begin, stop in lines:
        line = text[begin:stop]
        spaces = len(line) - len(line.lstrip(" "))
        deepest = max(deepest, spaces)
        if spaces < len(line):
            break
    return deepest
