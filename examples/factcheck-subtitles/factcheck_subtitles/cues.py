"""Cues: the lines that are shown together, with the time from which they are.

Both formats are blocks between blank lines. A block with a time (``00:01:02.500 --> 00:01:05.000``) is a
cue, what stands above its time is its number or name; other blocks of WebVTT are its header, notes and
styles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from factcheck.errors import InputError

_CLOCK = r"(?:(\d+):)?([0-5]?\d):([0-5]?\d)[.,]\d{1,3}"
_TIMING = re.compile(rf"\s*{_CLOCK}\s*-->\s*(?:\d+:)?[0-5]?\d:[0-5]?\d[.,]\d{{1,3}}(?:\s|$)")
_HEADER = re.compile(r"WEBVTT(?:$|[ \t]+(?:-[ \t]*)?(?P<title>.*))")
_NEWLINE = re.compile(r"\r\n|\n|\r")


class Line(NamedTuple):
    """A line of a file and its number, from 1."""

    number: int
    text: str


class Cue(NamedTuple):
    """The lines of a cue and when it begins, as ``01:02:03``."""

    time: str
    lines: tuple[Line, ...]


def read_cues(text: str, *, vtt: bool) -> tuple[str | None, list[Cue]]:
    """Return the title that a file gives itself, if it does, and its cues in order.

    Raises:
        InputError: the file is not what its name says, with the line that tells.

    """
    lines = [Line(number, line) for number, line in enumerate(_NEWLINE.split(text), 1)]
    header = _HEADER.match(lines[0].text)
    if vtt and not header:
        raise InputError("does not begin with WEBVTT; save it as WebVTT or rename it", line=1, column=1)
    cues = list(_cues(lines[1:] if vtt else _without_blanks(lines)))
    if not cues:
        raise InputError("holds no cue with a time; check the file", line=1, column=1)
    return (header["title"] or None) if header else None, cues


def _without_blanks(lines: list[Line]) -> list[Line]:
    """Return lines of SubRip, which also ends a cue with a line of spaces."""
    return [line if line.text.strip() else Line(line.number, "") for line in lines]


def _cues(lines: list[Line]) -> Iterator[Cue]:
    for blank, group in groupby(lines, lambda line: not line.text):
        if blank:
            continue
        block = list(group)
        for at, line in enumerate(block[:2]):  # a cue may have a name above its time
            if timing := _TIMING.match(line.text):
                yield Cue(_clock(timing), tuple(block[at + 1 :]))
                break
        else:
            if at := next((line.number for line in block if "-->" in line.text), 0):
                what = "no time that can be read; write it as 00:01:02.500 --> 00:01:05.000"
                raise InputError(what, line=at, column=1)


def _clock(timing: re.Match[str]) -> str:
    return ":".join(f"{int(part or 0):02d}" for part in timing.groups())
