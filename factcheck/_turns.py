"""Who speaks where in a document: transcripts with labels, interviews in prose, and what is neither.

A document is a **transcript** when its lines begin with labels (``Name:``, ``THE PRESIDENT:``, ``Q``, a
name on a line of its own) of at least two speakers, or one that recurs three times, and most labels are
followed by speech. A label is a name, title or question word; a word that the text also writes in lower
case, or that the pack lists as a key (``Source:``), is none. It is an **interview in prose** when at least
two questions stand before a quoted answer. All else is narration.

Each turn is the speech without its label; together the turns hold everything but labels and blank space.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from factcheck import languages
from factcheck.model import Turn
from factcheck.people import same_person, strip_titles, surname, vocabulary
from factcheck.text import Document, function_words

_TIME = r"[\[(]?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?[\])]?"
_BEFORE = rf"(?:>>\s*)?[*_]{{0,2}}(?:{_TIME}\s*(?:[-–—]\s*)?)?[*_]{{0,2}}"
_COLON = re.compile(
    rf"{_BEFORE}(?P<name>[^\W\d_][^:?!;\"“”„«»\n\r*_]{{0,70}}?)\s*(?:{_TIME}\s*)?[*_]{{0,2}}\s?:[*_]{{0,2}}"
    r"(?=[\s\"“”‘'„«—–(\[]|$)\s*"
)
_ALONE = re.compile(rf"(?:\#+\s*)?{_BEFORE}(?P<name>[^\W\d_][^:?!;\"“”„«»\n\r*_]{{1,50}}?)(?:\s+{_TIME})?[*_]{{0,2}}$")
_LETTER = re.compile(r"[*_]{0,2}(?P<name>[^\W\d_])(?P<mark>[.:)]?)[*_]{0,2}(?P<gap>\s+|$)(?=\S|$)")
_PERIOD = re.compile(
    r"(?P<name>(?:[A-Z][a-z]+\.? )?[A-ZÀ-Þ][A-ZÀ-Þ'’-]{2,}(?: [A-ZÀ-Þ][A-ZÀ-Þ'’-]+)*(?: [a-z]{2,3} [A-Z][a-z]+)?)\.\s+(?=[A-ZÀ-Þ“\"‘])"
)
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_NAME_WORD = re.compile(r"['’]?[^\W\d_]+(?:['’‐‑.-][^\W\d_]+)*\.?")
_LINE = re.compile(r"[^\r\n]+")
_BLANK = re.compile(r"(?:\r\n|\n|\r)[^\S\r\n]*(?:\r\n|\n|\r)\s*")
_GLUED = re.compile(r"\?\*?(?:\s+(?=[‘“„«\"'])|(?=[A-ZÀ-Þ‘“„«]))")
_OPENING = re.compile(r"(?:(?<=[\s(\[—–-])|^)[‘“„«\"'](?=[\w(\[…¿¡—–-])(?!\w\s)")
_CLOSING = re.compile(r"(?<=[^\s(\[])[’”»\"'](?!\w)")
_FINAL = ".?!…:;,\"'”’»)]—–-*"
_EPIGRAPH = re.compile(r"[“\"‘'«„][^\n]{10,600}[”\"’'»]\s*[–—-]{1,2}\s*(?P<name>[^\W\d_][^\n]{2,100})$")
_CAPITALISED = re.compile(r"[A-ZÀ-Þ][\w'’.-]*(?:\s+(?:[a-z]{2,4}\s+){0,3}[A-ZÀ-Þ][\w'’-]*)+")
_PRECEDING = re.compile(r"(?:[A-ZÀ-Þ][\w'’.-]*[^\S\r\n]+){1,4}(?:[a-z']{1,4}[^\S\r\n]+){0,3}$")
_FOLLOWING = re.compile(r":?\s+((?:[A-ZÀ-Þ][\w'’.-]*\s+){0,3}[A-ZÀ-Þ][\w'’-]+)")


@dataclass(frozen=True, slots=True)
class _Label:
    """A line that may begin a turn: where the line and the speech begin, and who is named."""

    start: int
    speech: int
    name: str
    role: str


def turns(text: str, language: str = "") -> tuple[Turn, ...]:
    """Return the turns of a document, sorted; ``language`` is the code of its pack or ``""``."""
    hard_wrapped = Document(text, language=language).hard_wrapped
    labels = _labels(text, language)
    paragraphs = _paragraphs(text, {label.start for label in labels}, hard_wrapped)
    if labels:
        found = _transcript(text, paragraphs, labels, language)
    elif questions := _questions(text, paragraphs):
        found = _interview(text, paragraphs, questions[0], language)
    else:
        found = _narration(text, paragraphs, hard_wrapped)
    return tuple(_joined(found))


def _paragraphs(text: str, breaks: set[int], hard_wrapped: bool) -> list[tuple[int, int]]:
    """Return trimmed spans: the lines, or in hard-wrapped text what blank lines and labels separate."""
    found: list[tuple[int, int]] = []
    begin = True
    last = 0
    for match in _LINE.finditer(text):
        line = match.group()
        stripped = line.strip("\ufeff \t\xa0\u200b\f")
        if not stripped:
            begin = True
            continue
        start = match.start() + line.index(stripped[0])
        if hard_wrapped and not begin and start not in breaks and not _BLANK.search(text, last, start):
            found[-1] = (found[-1][0], start + len(stripped))
        else:
            found.append((start, start + len(stripped)))
        begin, last = False, match.end()
    return found


def _joined(found: Iterator[tuple[int, int, str | None, str, bool]]) -> Iterator[Turn]:
    """Join neighbours of one speaker; a label always begins a new turn."""
    turn: Turn | None = None
    for start, end, speaker, role, fresh in found:
        if start >= end:
            continue
        if turn is not None and not fresh and (turn.speaker, turn.role) == (speaker, role):
            turn = Turn(turn.start, end, speaker, role)
            continue
        if turn is not None:
            yield turn
        turn = Turn(start, end, speaker, role)
    if turn is not None:
        yield turn


# --- labels -----------------------------------------------------------------------------------------


def _labels(text: str, language: str) -> list[_Label]:
    """Return the labels of a transcript, each with its speaker's full name; none in any other text."""
    candidates = list(_candidates(text, language))
    counts = Counter(_key(label) for label in candidates)
    accepted = {
        key for key in counts if _is_speaker(key, counts, text, function_words(language))
    }
    labels = [label for label in candidates if _key(label) in accepted]
    voices = {_key(label) for label in labels}
    if len(labels) < 2 or (len(voices) < 2 and len(labels) < 3):
        return []
    ends = [label.start for label in labels[1:]] + [len(text)]
    spoken = [_is_speech(text[label.speech : min(end, label.speech + 400)]) for label, end in zip(labels, ends, strict=True)]
    if sum(spoken) * 2 < len(labels):
        return []
    names = {key: _full_name(key, accepted, text, labels[0].start, language) for key in voices}
    return [_Label(label.start, label.speech, names[_key(label)], label.role) for label in labels]
