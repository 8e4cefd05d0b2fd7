"""Interviews in prose: questions without a label, each before an answer in quotation marks.

A question stands in a paragraph of its own or before the answer on the same line, sometimes glued to it
(``…?I did``). An answer runs over every paragraph that is opened with a quotation mark or closes more of
them than it opens. Where questions are marked as headings or in bold, answers need no quotation marks.
The person interviewed is who is named most in the head of the document and then by surname alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import overload

from factcheck._labelforms import Label
from factcheck._labels import LONGEST_TURN
from factcheck._paragraphs import Span, is_heading, is_matter, is_set_apart
from factcheck.model import Turn
from factcheck.people import fold, same_person, strip_titles, surname, vocabulary
from factcheck.text import function_words

_OPENING, _CLOSING = "‘“„«\"'", "’”»\"'"  # looked at one by one: a pattern of them takes longer to compile
_SAID = "_([…¿¡—–-"  # what a quotation may begin with beside a letter or digit
_BEFORE = "([—–-"  # what may stand before an opening mark beside a blank
_MARKED = re.compile(r"(?:#+\s+|\*\*|__)(?P<text>.*?)(?:\*\*|__)?$", re.DOTALL)
_NAME = re.compile(
    r"[A-ZÀ-Þ][\w'’-]+(?:[^\S\r\n]+(?:[A-Z]\.[^\S\r\n]+)?(?:[a-z]{2,4}[^\S\r\n]+){0,3}[A-ZÀ-Þ][\w'’-]+)+"
)
_PARTICLE = re.compile(r"\s(?=[a-z])")
_WORD = re.compile(r"[^\W\d_]+")
_QUESTION_LENGTH = 600
_PULLED_LENGTH = 240
_PULL_DISTANCE = 20_000
_NEAR = 300  # characters around a word in which a pull quote's other words are looked for
_ASKED = (  # where a question ends: before a capital or a quotation, or on its line (compiled when needed)
    r"\?\*?(?:[A-ZÀ-Þ‘“„«]|\s+[‘“„«\"']|[*_\s\ufeff\u200b]*(?:[\r\n]|\Z))"
)


class _Pieces(Sequence[str]):
    """The texts of paragraphs, each cut out when it is looked at: a long text is not kept twice."""

    def __init__(self, text: str, found: list[Span]):
        self._text, self._found = text, found

    def __len__(self) -> int:
        return len(self._found)

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> list[str]: ...
    def __getitem__(self, index: int | slice) -> str | list[str]:
        if isinstance(index, slice):
            return [self._text[start:end] for start, end in self._found[index]]
        start, end = self._found[index]
        return self._text[start:end]


def may_be_one(text: str, labels: Sequence[Label]) -> bool:
    """Say whether a text has the questions of an interview, by what tells so before it is parted."""
    asked = sum(label.role == "question" for label in labels)
    if "?" in text:
        asked += sum(1 for _ in re.finditer(_ASKED, text))
    return asked >= _fewest(text)


def _fewest(text: str) -> float:
    """Return how many questions an interview of the length of a text has at least."""
    return max(2, len(text) / LONGEST_TURN)


def find(
    text: str, found: list[Span], labels: list[Label], language: str
) -> Iterator[tuple[Turn, bool]] | None:
    """Return the turns of an interview in prose, each with whether it begins anew; ``None`` if it is none."""
    pieces = _Pieces(text, found)
    asked = {label.start: label.speech for label in labels if label.role == "question"}
    questions = []
    mark = -1  # the question mark after the beginning of a paragraph
    for index, (start, end) in enumerate(found):
        if mark < start:
            mark = text.find("?", start)
            mark = mark if mark >= 0 else len(text)
        if start in asked or (mark < end and _asks(pieces, index)):
            questions.append(index)
    if len(questions) < _fewest(text):
        return None
    person = interviewee(text[: found[questions[0]].start], language)
    marked = bool(asked) or sum(bool(_MARKED.match(pieces[index])) for index in questions) * 2 > len(
        questions
    )
    if marked and person is None and not asked:  # a manual's questions, answered by nobody
        return None
    return _turns(text, found, pieces, asked, person, marked)


def _asks(pieces: Sequence[str], index: int) -> bool:
    """Say whether a paragraph is a question, or begins with one, that an answer follows."""
    piece = pieces[index]
    if "?" not in piece or _opens(piece) or is_matter(piece):
        return False
    if _split(piece):
        return True
    following = pieces[index + 1] if index + 1 < len(pieces) else ""
    if not piece.rstrip("*_ ").endswith("?") or len(piece) > _QUESTION_LENGTH:
        return False
    return _opens(following) or bool(_MARKED.match(piece) and following)


def _split(piece: str) -> int:
    """Return where the answer begins in a paragraph that holds question and answer, else 0."""
    mark, start = _glued(piece)
    if not start or start >= len(piece) or mark > _QUESTION_LENGTH:
        return 0
    answer = piece[start:]
    if _opens(answer):
        return start if _ends_quoted(answer) or _closes_more(answer) < 0 else 0
    return start if start == mark + 1 else 0


def _glued(piece: str) -> tuple[int, int]:
    """Return where a question ends that a quotation follows, or a capital at once, and where that begins."""
    mark = piece.find("?")
    while mark >= 0:
        before = piece[mark - 1 : mark]
        if before.isalnum() or (before and before in "_)’”\"'"):
            end = mark + 1 + piece.startswith("*", mark + 1)
            start = len(piece) - len(piece[end:].lstrip())
            following = piece[start : start + 1]
            glued = start == end and (_is_capital(following) or following in "‘“„«")
            if following and (glued or (start > end and following in _OPENING)):
                return mark, start
        mark = piece.find("?", mark + 1)
    return mark, 0


def _is_capital(char: str) -> bool:
    return "A" <= char <= "Z" or "À" <= char <= "Þ"


def _opens(piece: str, at: int = 0) -> bool:
    """Say whether a quotation opens at an offset."""
    mark, first, second = piece[at : at + 1], piece[at + 1 : at + 2], piece[at + 2 : at + 3]
    if not mark or mark not in _OPENING or not first or not (first.isalnum() or first in _SAID):
        return False
    return not ("a" <= first <= "z" and second.isspace())


def _closes_more(piece: str) -> int:
    """Return how many more quotations a paragraph closes than it opens."""
    more = 0
    for mark in "‘“„«’”»\"'":
        at = piece.find(mark)
        while at >= 0:
            before, after = piece[at - 1 : at], piece[at + 1 : at + 2]
            if mark in _OPENING and (not before or before.isspace() or before in _BEFORE):
                more -= _opens(piece, at)
            if mark in _CLOSING and before and not (before.isspace() or before in "(["):
                more += not (after.isalnum() or after == "_")
            at = piece.find(mark, at + 1)
    return more


def _ends_quoted(piece: str) -> bool:
    return piece.rstrip("*_ ")[-1:] in tuple(_CLOSING)


def _turns(
    text: str,
    found: list[Span],
    pieces: Sequence[str],
    asked: dict[int, int],
    person: str | None,
    marked: bool,
) -> Iterator[tuple[Turn, bool]]:
    state = "narration"
    for index, (span, piece) in enumerate(zip(found, pieces, strict=True)):
        following = pieces[index + 1] if index + 1 < len(pieces) else ""
        split = 0 if _opens(piece) else _split(piece)
        if span.start in asked:
            yield Turn(asked[span.start], span.end, None, "question"), True
            state = "question"
        elif split:
            yield Turn(span.start, span.start + len(piece[:split].rstrip()), None, "question"), True
            yield Turn(span.start + split, span.end, person, "answer"), True
            state = "answer"
        elif _asks(pieces, index):
            yield Turn(span.start, span.end, None, "question"), state != "question"
            state = "question"
        elif state != "narration" and _is_pulled(text, found, index):
            yield Turn(span.start, span.end, person, "speech"), True
        elif is_heading(text, found, index) or is_matter(piece):
            yield Turn(span.start, span.end), False
            state = "narration" if is_matter(piece) else state
        elif _opens(piece):
            said = state != "narration"
            yield (
                Turn(span.start, span.end, person if said else None, "answer" if said else "narration"),
                False,
            )
        elif _opens(following) and _is_statement(piece, person):
            yield Turn(span.start, span.end, None, "question"), state != "question"
            state = "question"
        elif state != "narration" and (marked or _closes_more(piece) > 0):
            yield Turn(span.start, span.end, person, "answer"), False
            state = "answer"
        else:
            yield Turn(span.start, span.end), False
            state = "narration"


def _is_statement(piece: str, person: str | None) -> bool:
    """Say whether a paragraph before an answer can be the interviewer's: it does not tell of the person."""
    names = bool(person) and surname(person or "").split()[-1] in fold(piece)
    return len(piece) <= _QUESTION_LENGTH and not names and not _ends_quoted(piece)


def _is_pulled(text: str, found: list[Span], index: int) -> bool:
    """Say whether a paragraph is a pull quote: unpunctuated, set apart, quoted or in the text's own words."""
    start, end = found[index]
    line = text[start:end].strip("‘’“”„«»\"' ")
    if _opens(text, start):
        return end - start <= _PULLED_LENGTH and line[-1:].isalnum() and is_set_apart(text, found, index)
    return is_heading(text, found, index) and _is_repeated(line, text, start, end)


def _is_repeated(line: str, text: str, start: int, end: int) -> bool:
    """Say whether most words of a line stand close together elsewhere in the text."""
    words = set(_WORD.findall(line.lower()))
    if len(words) < 4:
        return False
    first = max(0, start - _PULL_DISTANCE)
    near = text[first : end + _PULL_DISTANCE].lower()
    longest = max(sorted(words), key=len)
    at = near.find(longest)
    while at >= 0:
        around = near[max(0, at - _NEAR) : at + len(longest) + _NEAR]
        repeats = len(words.intersection(_WORD.findall(around))) >= 0.8 * len(words)
        if repeats and not start <= first + at < end:
            return True
        at = near.find(longest, at + len(longest))
    return False


def interviewee(head: str, language: str) -> str | None:
    """Return who is interviewed: the person a head names most, also by the surname alone."""
    scores: dict[str, int] = {}
    for line in head.splitlines():
        if (first := _WORD.search(line)) and fold(first.group()) in vocabulary("bylines"):
            continue
        for name, titled in _names(line, language):
            scores[name] = max(scores.get(name, 0), _mentions(name, head) + titled)
    ranked = sorted(scores, key=lambda name: -scores[name])
    if not ranked or scores[ranked[0]] < 2:
        return None
    tied = [name for name in ranked if scores[name] == scores[ranked[0]]]
    return ranked[0] if all(same_person(name, ranked[0]) for name in tied) else None


def _names(line: str, language: str) -> Iterator[tuple[str, bool]]:
    """Yield what can be full names in a line, also without ``van Place``, and whether a title precedes."""
    for match in _NAME.finditer(line):
        run: list[str] = []
        before = (line[: match.start()].split() or [""])[-1]
        for word in [*match.group().split(), ""]:
            if word and (word[0].isupper() or fold(word) in vocabulary("particles")):
                run.append(word)
                continue
            cut = next((place for place, part in enumerate(run) if part[0].islower()), len(run))
            for written in (run, run[:cut]) if cut < len(run) else (run,):
                name = strip_titles(" ".join(written))
                parts = name.split()
                if (
                    len(parts) > 1
                    and not parts[-1].isupper()
                    and fold(parts[0]) not in vocabulary("landforms")
                    and fold(parts[0]) not in function_words(language)
                ):
                    yield name, len(parts) < len(written) or fold(before) in vocabulary("titles")
            run, before = [], word


def _mentions(name: str, head: str) -> int:
    """Count how often a head names a person; 0 where it never does so by the surname alone."""
    last = " ".join(name.split()[1:]) if _PARTICLE.search(name) else name.split()[-1]
    anywhere, together = _occurrences(last.lower(), head.lower()), head.count(name)
    return anywhere if anywhere > together else 0


def _occurrences(words: str, text: str) -> int:
    """Count how often words stand in a text, not as a part of others."""
    before, *pieces = text.split(words)
    count = 0
    for piece in pieces:
        count += not (before[-1:].isalnum() or piece[:1].isalnum())
        before = piece or words
    return count
