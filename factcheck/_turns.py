"""Who speaks where in a document: transcripts with labels, interviews in prose, and what is neither.

A document with labels (see :mod:`factcheck._labels`) is a transcript: a turn runs on over unlabelled
paragraphs until the next label; headings, stage directions, footnotes and what stands after the end are
narration. Without labels, at least two questions before an answer make it an interview in prose (see
:mod:`factcheck._interviews`). All else is narration, but for a quotation on a line of its own that is
signed with a name. Text without punctuation, such as captions, is speech of nobody known.

A turn is what is said, without its label; together the turns hold everything but labels and blank space.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from factcheck import _interviews
from factcheck._labelforms import Label
from factcheck._labels import find_labels
from factcheck._paragraphs import (
    INVISIBLE,
    Span,
    is_heading,
    is_matter,
    matter_after,
    paragraphs,
    trimmed,
)
from factcheck.model import Turn
from factcheck.people import strip_titles
from factcheck.text import Document

_OPENING = "“\"‘'«„"
_EPIGRAPH = (  # compiled when it is needed
    rf"[{_OPENING}]"
    r"[^\r\n]{10,600}[”\"'’»]\s*[–—-]{1,2}\s*(?P<name>[^\W\d_][^\r\n,;:(]{2,80})[^\r\n]{0,80}$"
)
_OPENED = rf"[{INVISIBLE}]*[{_OPENING}].*"  # compiled when it is needed
_SENTENCE_END = re.compile(r"[.?!…](?=[\s\"'”’]|$)")
_LOWER_LINE = re.compile(r"^[a-zß-ÿ]", re.MULTILINE)
_PUNCTUATED = 600  # at least one sentence ends in so many characters of written prose

_SAMPLE = 10_000


def turns(text: str, language: str = "") -> tuple[Turn, ...]:
    """Return the turns of a document, sorted; ``language`` is the code of its pack or ``""``."""
    document = Document(text, language=language)
    text, hard_wrapped = document.flowing, document.hard_wrapped
    labels = find_labels(text, language)
    breaks = {label.start for label in labels}
    if any(label.speaker or label.role == "answer" for label in labels):
        return tuple(_joined(_transcript(text, paragraphs(text, breaks, hard_wrapped), labels)))
    if _interviews.may_be_one(text, labels):
        found = paragraphs(text, breaks, hard_wrapped)
        if interview := _interviews.find(text, found, labels, language):
            return tuple(_joined(interview))
    return tuple(_joined(_narration(text, breaks, hard_wrapped)))


def _joined(found: Iterator[tuple[Turn, bool]]) -> Iterator[Turn]:
    """Join neighbours of one speaker and role, unless the second one begins a turn of its own."""
    last: Turn | None = None
    for turn, begins in found:
        if turn.start >= turn.end:
            continue
        if last is not None and not begins and (last.speaker, last.role) == (turn.speaker, turn.role):
            last = Turn(last.start, turn.end, turn.speaker, turn.role)
            continue
        if last is not None:
            yield last
        last = turn
    if last is not None:
        yield last


def _transcript(text: str, found: list[Span], labels: list[Label]) -> Iterator[tuple[Turn, bool]]:
    starts = {label.start: label for label in labels}
    voices = {label.speaker or label.role for label in labels}
    punctuated = _is_punctuated(text)
    last = max(index for index, span in enumerate(found) if span.start in starts)
    tail = matter_after(text, found, last + 1) if punctuated else len(found)
    current: Label | None = None
    begins = False
    for index, span in enumerate(found):
        label = starts.get(span.start)
        if label is not None:
            current, begins = label, label.speech >= span.end
            yield Turn(min(label.speech, span.end), span.end, label.speaker, label.role), True
        elif current is None or index >= tail or (punctuated and _is_aside(text, found, index)):
            yield Turn(span.start, span.end), False
        elif len(voices) == 1 and _precedes(found, index, starts) and text[span.end - 1] == "?":
            yield Turn(span.start, span.end, None, "question"), True
        else:
            yield Turn(span.start, span.end, current.speaker, current.role), begins
            begins = False


def _is_punctuated(text: str) -> bool:
    sample = text[:_SAMPLE]
    return len(_SENTENCE_END.findall(sample)) * _PUNCTUATED > len(sample)


def _precedes(found: list[Span], index: int, starts: dict[int, Label]) -> bool:
    return index + 1 < len(found) and found[index + 1].start in starts


def _is_aside(text: str, found: list[Span], index: int) -> bool:
    """Say whether an unlabelled paragraph of a transcript is a heading, a stage direction or the like."""
    paragraph = text[found[index].start : found[index].end]
    bracketed = paragraph[0] in "([" and paragraph[-1] in ")]" and len(paragraph) <= 80
    return bracketed or is_heading(text, found, index) or is_matter(paragraph)


def _narration(text: str, breaks: Collection[int], hard_wrapped: bool) -> Iterator[tuple[Turn, bool]]:
    if hard_wrapped and not _is_punctuated(text) and len(_LOWER_LINE.findall(text)) * 2 > text.count("\n"):
        yield Turn(*trimmed(text, 0, len(text)), None, "speech"), False
        return
    epigraph = re.compile(_EPIGRAPH)
    last = 0
    for span in _opened(text, breaks, hard_wrapped):
        signed = epigraph.match(text, span.start, span.end)
        name = strip_titles(signed["name"]) if signed else ""
        words = name.split()
        if signed and 1 < len(words) <= 5 and words[0][0].isupper() and words[-1][0].isupper():
            close = signed.start("name")
            quoted = len(text[span.start : close].rstrip(" –—-\u00a0"))
            yield Turn(*trimmed(text, last, span.start)), False
            yield Turn(span.start, span.start + quoted, name, "speech"), True
            yield Turn(close, span.end), True
            last = span.end
    yield Turn(*trimmed(text, last, len(text))), False


def _opened(text: str, breaks: Collection[int], hard_wrapped: bool) -> Iterator[Span]:
    """Yield the paragraphs that begin with a quotation mark."""
    if hard_wrapped or "\r" in text:
        yield from (span for span in paragraphs(text, breaks, hard_wrapped) if text[span.start] in _OPENING)
        return
    for line in (re.match(_OPENED, text), *re.finditer("\n" + _OPENED, text)):
        if line:
            yield trimmed(text, *line.span())
