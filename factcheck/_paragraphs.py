"""The paragraphs of a document, and which of them are headings or matter around the article."""

import re
from collections.abc import Collection, Iterator
from functools import cache
from typing import NamedTuple

from factcheck import languages
from factcheck.people import fold, vocabulary

_LINE = r"[^\r\n]+"  # of a text with carriage returns
_BLANK = re.compile(r"(?:\r\n|\n|\r)[^\S\r\n]*(?:\r\n|\n|\r)")
INVISIBLE = "\ufeff\u200b \t\xa0\f\v"
_VISIBLE = re.compile(rf"[^{INVISIBLE}\r\n]")
_KEY = re.compile(r"[*_•–-]{0,2}\s*(?P<key>[^\W\d_][^\s:]*)(?:\s[^\s:]+){0,2}\s?:\s")
_FOOTNOTE = re.compile(r"\*(?![*\s]*$)\s?[^\W\d_]|\[\d+\]\s")
_HEADING_WORDS = 14
_MATTER_LENGTH = 240


class Span(NamedTuple):
    """A paragraph without the blank space around it, end exclusive."""

    start: int
    end: int


@cache
def boilerplate() -> tuple[str, ...]:
    """Return the phrases of all packs that mark the matter around an article."""
    packs = (languages.load(code, "speech").get("boilerplate", "") for code in languages.available())
    return tuple(phrase for pack in packs for part in pack.split(",") if (phrase := " ".join(part.split())))


def lines(text: str) -> Iterator[Span]:
    """Yield the lines of a text that are not empty, without their ends."""
    found = re.finditer(_LINE if "\r" in text else ".+", text)
    return map(Span._make, map(re.Match.span, found))


def trimmed(text: str, start: int, end: int) -> Span:
    """Return a stretch of a text without the blank space around it."""
    visible = _VISIBLE.search(text, start, end)
    if visible is None:
        return Span(end, end)
    while text[end - 1] in INVISIBLE or text[end - 1] in "\r\n":
        end -= 1
    return Span(visible.start(), end)


def paragraphs(text: str, breaks: Collection[int], hard_wrapped: bool) -> list[Span]:
    """Return the lines of a text, or where it is hard-wrapped what blank lines and ``breaks`` part."""
    found: list[Span] = []
    last = 0
    for piece in lines(text):
        start, end = piece
        if text[start] in INVISIBLE or text[end - 1] in INVISIBLE:
            start, end = piece = trimmed(text, start, end)
            if start == end:
                continue
        joins = hard_wrapped and found and start not in breaks and not _BLANK.search(text, last, start)
        if joins:
            found[-1] = Span(found[-1].start, end)
        else:
            found.append(piece)
        last = end
    return found


def is_heading(text: str, found: list[Span], index: int) -> bool:
    """Say whether a paragraph is a heading, caption or pull quote: short, unpunctuated and set apart."""
    start, end = found[index]
    line = text[start:end]
    if line.startswith("#"):
        return True
    ends = line[-1].isalnum() or (line[-1] == ":" and line.isupper())  # "BY MR. LEE:", above his questions
    if end - start > 120 or not ends or len(line.split()) > _HEADING_WORDS:
        return False
    return is_set_apart(text, found, index)


def is_set_apart(text: str, found: list[Span], index: int) -> bool:
    """Say whether a paragraph has blank lines, or an end of the text, on both sides."""
    before = text[found[index - 1].end : found[index].start] if index else "\n\n"
    after = text[found[index].end : found[index + 1].start] if index + 1 < len(found) else "\n\n"
    return bool(_BLANK.search(before) and _BLANK.search(after))


def is_matter(paragraph: str) -> bool:
    """Say whether a paragraph is a footnote, a credit or the like rather than part of the article."""
    key = _KEY.match(paragraph)
    if _FOOTNOTE.match(paragraph) or (key and fold(key["key"]) in vocabulary("keys")):
        return True
    if len(paragraph) > _MATTER_LENGTH:
        return False
    low = paragraph.lower()
    return any(phrase in low for phrase in boilerplate())


def matter_after(text: str, found: list[Span], first: int) -> int:
    """Return the index, not before ``first``, of the paragraph where the matter after an article begins.

    That is a footnote or credit there, or the start of the run of such matter and of lines without a
    full stop that closes the text.
    """
    index = len(found)
    while index > first and _closes(text[found[index - 1].start : found[index - 1].end]):
        index -= 1
    for place in range(first, index):
        if is_matter(text[found[place].start : found[place].end]):
            return place
    return index


def _closes(paragraph: str) -> bool:
    short = len(paragraph) <= _MATTER_LENGTH
    return (
        is_matter(paragraph)
        or (short and paragraph[-1] not in ".?!…\"'”’»)*—–-")
        or (len(paragraph) <= 60 and paragraph.startswith(("•", "–", "-", "*", "|", "@", "#")))
    )
