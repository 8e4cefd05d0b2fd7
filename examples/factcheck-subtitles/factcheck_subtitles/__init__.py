"""Subtitles: transcripts in WebVTT (``.vtt``) and SubRip (``.srt``) files as sources.

The words of the cues are joined to running text, so that sentences and quotations go on from one cue to the
next. Each word knows its line in the file and the time at which it is said.
"""

from __future__ import annotations

from factcheck.hookspecs import hookimpl
from factcheck.model import Source
from factcheck.reading import decode, make_source, read_bytes
from factcheck_subtitles.cues import read_cues
from factcheck_subtitles.transcript import transcript

SUFFIXES = (".vtt", ".srt")


@hookimpl
def factcheck_read_source(path: str) -> Source | None:
    """Read a file of subtitles; leave any other to the next reader."""
    if not path.lower().endswith(SUFFIXES):
        return None
    data = read_bytes(path)
    title, cues = read_cues(decode(data), vtt=path.lower().endswith(".vtt"))
    text, turns, landmarks = transcript(cues)
    return make_source(path, data, text, turns=turns, landmarks=landmarks, title=title)
