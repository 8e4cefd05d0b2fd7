"""The title and date that a document gives of itself, where they stand clearly."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from factcheck import languages
from factcheck._paragraphs import is_matter
from factcheck.model import Turn
from factcheck.people import fold, vocabulary
from factcheck.text import function_words
from factcheck.vocabulary import grammar

_TIME = (  # compiled when it is needed
    r"[T\s,|·–-]+\d{1,2}[:.]\d{2}(?:[:.]\d{2,6}){0,2}\s*(?:[A-Za-z.]{1,5}|[+-]\d{2}:?\d{2})?$"
)
_OPENED = r"(?<=\d)(?:\.|\s+[–—-])\s"  # behind a year; compiled when it is needed
_TOKEN = re.compile(r"[\d-]+[a-z]{0,2}|[^\W\d_]+")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_WORD = re.compile(r"[^\W\d_]+")
_SEEN = re.compile(r"\S")
_FRONT = re.compile(r"\s*---[^\S\r\n]*\r?\n(?P<fields>.*?)\r?\n---[^\S\r\n]*(?:\r?\n|$)", re.DOTALL)
_FIELD = r"(?m)^(?P<key>[a-z]+):[^\S\r\n]*(?P<value>[^\r\n]*?)[^\S\r\n]*$"  # compiled when it is needed
_HEAD_LINES, _DATELINE_LINES, _FOOT_LINES = 12, 6, 4
_LONGEST_LINE, _LONGEST_TITLE = 100, 160


def find_title(text: str, turns: Sequence[Turn], language: str) -> str | None:
    """Return the title in a document's front matter or the heading it begins with."""
    if "title" in (fields := dict(_front_matter(text))):
        return fields["title"] or None
    line = next((line for line in map(str.strip, text[:2000].splitlines()) if line), "").lstrip("\ufeff")
    if line.startswith("#"):
        return line.strip("# ") or None
    spoken = bool(turns) and turns[0].role != "narration"
    if spoken or turns[:1] == () or len(line) > _LONGEST_TITLE:
        return None
    if text.index(line) < turns[0].start or line[-1] in ".:;," or line[0].islower():
        return None
    if not _SEEN.search(text, text.index(line) + len(line)):  # it is all there is
        return None
    return None if is_matter(line) or _date_in(line, language, dateline=True) else line


def find_date(text: str, language: str) -> str | None:
    """Return the ISO date of a document from its front matter, or a line that gives nothing else.

    A line near the head may also begin with a place or the name of the paper (``Oslo, 3 May 2017``), and so
    may the text itself (``The Gull, Monday 3 May 2017. The ferry ...``).
    Numeric dates other than ISO are left alone, for ``3/4/2017`` is two days.
    """
    if "date" in (fields := dict(_front_matter(text))):
        return _date_in(fields["date"], language)
    head = [line for line in map(str.strip, text[:4000].splitlines()) if line]
    for number, line in enumerate(head[:_HEAD_LINES]):
        if found := _date_in(line, language, dateline=number < _DATELINE_LINES):
            return found
    if head and (found := _date_before(head[0], language)):
        return found
    foot = [line for line in map(str.strip, text[-1000:].splitlines()) if line]
    return next((found for line in foot[-_FOOT_LINES:] if (found := _date_in(line, language))), None)


def _date_before(line: str, language: str) -> str | None:
    """Return the date that a text opens with, behind no more than a name: "The Gull, 3 May 2017. The ..."."""
    end = re.search(_OPENED, line[:_LONGEST_LINE])
    if end is None:
        return None
    opening = line[: end.start()]
    name, comma, _ = opening.partition(",")
    small = grammar(language, "definite") + grammar(language, "of")
    words = [word for word in name.split() if fold(word) not in small] if comma else []
    if any(not word[0].isupper() or fold(word) in function_words(language) for word in words):
        return None  # "In Oslo, 3 May 2017."
    return _date_in(opening, language, dateline=True)


def _front_matter(text: str) -> Iterator[tuple[str, str]]:
    if match := _FRONT.match(text):
        for field in re.finditer(_FIELD, match["fields"]):
            yield field["key"], field["value"].strip("\"'")


@cache
def _months(language: str) -> dict[str, int]:
    pairs = (pair.partition("=") for pair in languages.load(language, "dates").get("months", "").split())
    return {name: int(number) for name, _, number in pairs}


def _date_in(line: str, language: str, *, dateline: bool = False) -> str | None:
    """Return the full date that a line ends with, perhaps before a time, if nothing else is told of it."""
    line = line.strip("*_ \t\ufeff")
    if not any(map(str.isdigit, line)):
        return None
    if ":" in line or "." in line:
        line = re.sub(_TIME, "", line)
    if len(line) > _LONGEST_LINE or not line[-2:].isdigit():
        return None
    words = [(match.group().lower().rstrip("."), match.start()) for match in _TOKEN.finditer(line)]
    if len(words[-1][0]) == 10 and words[-1][0].count("-") == 2:
        parts, first = words[-1][0].split("-"), words[-1][1]
    else:
        months = _months(language)
        tail = [word for word, _ in words[-3:]]
        if len(tail) < 3 or len(tail[2]) != 4 or not (tail[0] in months or tail[1] in months):
            return None
        month, day = (tail[0], tail[1]) if tail[0] in months else (tail[1], tail[0])
        parts, first = [tail[2], f"{months[month]:02}", day.rstrip(_LETTERS).zfill(2)], words[-3][1]
    try:
        found = date.fromisoformat("-".join(parts)).isoformat()
    except ValueError:
        return None
    return found if _introduces(line[:first], language, dateline) else None


def _introduces(before: str, language: str, dateline: bool) -> bool:
    """Say whether what stands before a date leaves it the date of the document."""
    known = vocabulary("published") | _weekdays(language)
    words = [fold(word) for word in _WORD.findall(before)]
    if all(word in known for word in words):
        return True
    if before.rstrip().endswith(":"):
        return [word for word in words if len(word) > 2][-1:] != [] and words[-1] in known
    before = before.rstrip()
    if words[-1] in _weekdays(language):
        before = before[: before.rfind(_WORD.findall(before)[-1])].rstrip()
    return dateline and before[-1:] in tuple(",|·–—") and ". " not in before


@cache
def _weekdays(language: str) -> frozenset[str]:
    pairs = languages.load(language, "dates").get("weekdays", "").split()
    return frozenset(pair.partition("=")[0] for pair in pairs)
