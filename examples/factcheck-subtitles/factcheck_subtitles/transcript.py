"""From cues to running text, with who speaks and where each piece stands in the file.

A speaker is named by a voice tag (``<v Ann Lee>``) or a label (``ANN LEE:``, or ``Ann Lee:`` where it stands
more than once), or only told apart by a dash or ``>>`` at the beginning of a line. Who has no name is nobody
known. Captions that roll repeat the lines before; a repeated line is read once.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from factcheck.model import Landmark, Turn
from factcheck_subtitles.cues import Cue, Line

_MARKUP = re.compile(
    r"<v(?:\.[^\s<>]{0,200})?[ \t]+(?P<voice>[^<>]{0,200})>|<[^<>]{0,200}>|\{\\[^{}]{0,200}\}"
    r"|&(?:[a-z]{1,32}|#\d{1,7}|#x[0-9a-f]{1,6});",
    re.IGNORECASE,
)
_DASH = re.compile(r"\s*(?:[-–—]\s*|>>+\s*)(?=\S)")
_WORD = r"[A-ZÀ-Þ][\w.'’-]*"
_LABEL = re.compile(
    rf"\s*(?:[-–—]\s*|>>+\s*)?(?P<name>{_WORD}(?: (?:{_WORD}|[a-z]{{2,3}})){{0,3}})\s?:\s+(?=\S)"
)


_ROLLING = 4  # lines that captions show at a time, at most


class Piece(NamedTuple):
    """Characters as they stand in a line of the file, or what one entity stands for."""

    text: str
    line: int
    column: int


class Speech(NamedTuple):
    """The pieces of one line of a cue; ``speaker`` is ``None`` where the line goes on as before."""

    pieces: tuple[Piece, ...]
    time: str
    speaker: str | None = None


UNKNOWN = ""  # the speaker after a dash


def transcript(cues: Iterable[Cue]) -> tuple[str, list[Turn], list[Landmark]]:
    """Return the text of cues, its turns and its landmarks."""
    parts: list[str] = []
    turns: list[Turn] = []
    landmarks: list[Landmark] = []
    size = 0
    for speech in _speeches(list(cues)):
        new = not turns or speech.speaker is not None
        gap = "" if not turns else "\n\n" if new else " "
        size += len(gap)
        parts.append(gap)
        start = size
        for piece in speech.pieces:
            landmarks.append(Landmark(size, piece.line, piece.column, speech.time))
            parts.append(piece.text)
            size += len(piece.text)
        if new:
            turns.append(Turn(start, size, speech.speaker or None, "speech"))
        else:
            turns[-1] = turns[-1]._replace(end=size)
    return "".join(parts), turns, landmarks


def _speeches(cues: list[Cue]) -> Iterator[Speech]:
    """Yield what is said, a line after the other; a speaker who goes on is not named again."""
    labels = _labels(cues)
    speaker: str | None = None
    shown: tuple[str, ...] = ()  # the lines of the cue before
    for cue in cues:
        lines = [line for line in cue.lines if _plain(line)]
        before, shown = shown, tuple(map(_plain, lines))
        repeated = next((n for n in range(min(len(before), _ROLLING), 0, -1) if before[-n:] == shown[:n]), 0)
        for line in lines[repeated:]:
            for named, pieces in _voices(line, labels):
                if not pieces:
                    continue
                same = named is None or (named == speaker and named != UNKNOWN)
                yield Speech(pieces, cue.time, None if same else named)
                speaker = speaker if named is None else named


def _plain(line: Line) -> str:
    return _MARKUP.sub("", line.text).strip()


def _labels(cues: Iterable[Cue]) -> Collection[str]:
    """Return what is a label where it stands before a colon: names in capitals, and those that recur."""
    found = Counter(
        match["name"] for cue in cues for line in cue.lines if (match := _LABEL.match(_plain(line)))
    )
    return {name for name, count in found.items() if name.isupper() or count > 1}


def _voices(line: Line, labels: Collection[str]) -> Iterator[tuple[str | None, tuple[Piece, ...]]]:
    """Yield the stretches of a line, each with who is named as its speaker."""
    named: str | None = None
    pieces: list[Piece] = []
    at = 0
    for match in (*_MARKUP.finditer(line.text), None):
        end = match.start() if match else len(line.text)
        if end > at:
            pieces.append(Piece(line.text[at:end], line.number, at + 1))
        if match is None:
            break
        at = match.end()
        if match["voice"] is not None:
            yield _labelled(named, pieces, labels)
            named, pieces = html.unescape(match["voice"]).strip() or UNKNOWN, []
        elif match.group().startswith("&"):
            pieces.append(Piece(html.unescape(match.group()), line.number, match.start() + 1))
    yield _labelled(named, pieces, labels)


def _labelled(
    named: str | None, pieces: list[Piece], labels: Collection[str]
) -> tuple[str | None, tuple[Piece, ...]]:
    """Return who speaks and what, without the label or dash that says so and the space around."""
    if pieces and named is None:
        first = pieces[0].text
        dash = _DASH.match(first)
        at = dash.end() if dash else 0
        named = UNKNOWN if dash else None
        label = _LABEL.match(first)
        if label and label["name"] in labels:
            named, at = _titled(label["name"]), label.end()
        pieces[0] = _cut(pieces[0], at)
    while pieces and not pieces[0].text.strip():
        del pieces[0]
    while pieces and not pieces[-1].text.strip():
        del pieces[-1]
    if pieces:
        pieces[0] = _cut(pieces[0], len(pieces[0].text) - len(pieces[0].text.lstrip()))
        pieces[-1] = pieces[-1]._replace(text=pieces[-1].text.rstrip())
    return named, tuple(pieces)


def _cut(piece: Piece, count: int) -> Piece:
    return Piece(piece.text[count:], piece.line, piece.column + count)


def _titled(name: str) -> str:
    """Return a name in capitals as it is written elsewhere."""
    return name.title() if name.isupper() and len(name) > 3 else name
