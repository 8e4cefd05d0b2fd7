"""Who asks and who answers in the record of a court, where only ``Q.`` and ``A.`` tell.

A heading names who asks (``CROSS-EXAMINATION BY MS. LEE``, ``BY MR. POE:``), and the questions below it name
who answers, where they address one person: ``Q.  Mr. Vik, how long …``.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from factcheck._paragraphs import lines
from factcheck.people import fold, strip_titles, surname, vocabulary

_HEADING = 90  # characters a heading may have
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ADDRESSED = (  # compiled when it is needed
    r"(?:[^.?!,\n]{0,20},\s+)?(?P<name>(?:[A-ZÀ-Þ][\w’'-]*\.?\s+){1,3}?[A-ZÀ-Þ][\w’'-]+)\s*[,.?]"
)


class Examination(NamedTuple):
    """The questions of one lawyer, from their heading on, and whom they address if that is one person."""

    start: int
    lawyer: str | None
    witness: str | None = None


def examinations(text: str, asked: Sequence[int], labelled: Sequence[str]) -> list[Examination]:
    """Return the examinations of a record in order.

    ``asked`` is where its questions begin, ``labelled`` are the other speakers, who are no witnesses.
    """
    found = [_headed(text[start:end], start) for start, end in lines(text) if end - start <= _HEADING]
    sections = [section for section in found if section]
    others = {surname(name) for name in labelled}
    ends = [*(section.start for section in sections[1:]), len(text)][: len(sections)]
    for at, (section, end) in enumerate(zip(sections, ends, strict=True)):
        questions = asked[bisect_left(asked, section.start) : bisect_left(asked, end)]
        named = sorted({name for start in questions if (name := _addressed(text, start))})
        persons = {surname(name) for name in named} - others
        if section.lawyer and len(persons) == 1:
            witness = next(name for name in named if surname(name) in persons)
            sections[at] = section._replace(witness=witness)
    return sections


def _headed(line: str, start: int) -> Examination | None:
    """Read a line as the heading of an examination; its ``lawyer`` is ``None`` where it names nobody."""
    words = list(_WORD.finditer(line))
    by = next((word for word in words if fold(word.group()) in vocabulary("spoken_by")), None)
    examined = any(fold(word.group()) in vocabulary("examination") for word in words)
    if any(word is not by and word.group()[0].islower() for word in words):
        return None  # a sentence
    name = line[by.end() :].strip(" :._") if by else ""
    titled = bool(surname(name)) and strip_titles(name) != name
    if examined or (titled and by is words[0]):
        return Examination(start, name if titled else None)
    return None


def _addressed(text: str, start: int) -> str | None:
    """Return whom a question begins by addressing, by title and name."""
    match = re.compile(_ADDRESSED).match(text, start)
    name = " ".join(match["name"].split()) if match else ""
    return name if surname(name) and strip_titles(name) != name else None
