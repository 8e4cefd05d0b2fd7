"""The lines of a text that have the form of a label, whether or not they are one.

A label is ``Name:``, ``Name -``, ``NAME:``, ``Mayor Name replies:``, ``De heer Name (PARTY):``,
``**Name**``, ``Q``, ``Mr. Name.``, ``Name, minister. –`` or a name on a line of its own, with or without a
time or number; or a sentence that introduces what somebody says (see :mod:`factcheck._introductions`).
Which of them count is told by :mod:`factcheck._labels`.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from factcheck._introductions import introductions
from factcheck._labelmarks import may_set_off, set_off
from factcheck._paragraphs import lines
from factcheck.people import fold, is_office, is_unnamed, strip_titles, surname, vocabulary
from factcheck.text import function_words

_DATE = r"(?:\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s+)?"
_TIME = rf"[\[(]?{_DATE}\d{{1,2}}:\d\d(?::\d\d)?(?:[.,]\d{{1,3}})?[\])]?"
CHANGE = ">>"  # in captions, whose lines are short: somebody else speaks
_COUNT = r"\d{1,3}(?:\.\d{1,3})+"  # of the turns of a record, by its items: 01.02
_BEFORE = rf"(?:{CHANGE}\s*)?[*_]{{0,2}}(?:(?:{_TIME}|{_COUNT})\s*(?:[-–—]\s*)?)?[*_]{{0,2}}"
_NAME = r"(?P<name>[^\W\d_][^:?!;\"“”„«»\n\r*_]{0,70}?)"
_COLON = re.compile(
    rf"{_BEFORE}{_NAME}\s*(?:{_TIME}\s*)?(?:[*_]{{1,2}}(?:\s\([^():\n]{{1,60}}\))?)?\s?:[*_]{{0,2}}(?=[\s\"“‘'„«—–(\[]|$)[^\S\r\n]*"
)
_ALONE = re.compile(rf"(?:\#+\s*)?{_BEFORE}{_NAME}(?:\s--\s.{{2,100}}|(?:\s+{_TIME})?[*_]{{0,2}})$")
_DASH = rf"{_BEFORE}{_NAME}[*_]{{0,2}}\s[-–—]\s(?=[\"“‘'«(\[A-ZÀ-Þ0-9])"  # compiled when needed
_ENDED = r"(?P<name>[^\W\d_][^:?!;,\"“”„«»\n\r*_]{0,70}?)(?:,\s[^.?!:;\"“”–—]{2,160})?\s?\.\s[–—]\s"
_LETTER = re.compile(r"[*_]{0,2}(?P<name>[^\W\d_])(?P<mark>[.:)]?)[*_]{0,2}(?P<gap>[^\S\r\n]+|$)")
_PERIOD = (
    r"(?P<name>[A-Z][a-z]+\.? [A-ZÀ-Þ][A-ZÀ-Þ'’-]{2,}(?: [A-ZÀ-Þ][A-ZÀ-Þ'’-]+)*"
    r"(?: [a-z]{2,3} [A-Z]\w+)?)\.\s+(?=[A-ZÀ-Þ“\"‘])"
)
_STOP = r"\.\s+(?=[A-ZÀ-Þ0-9“\"‘(\[])"
_WORD = re.compile(r"['’]?[^\W\d_]+(?:['’‐‑.-][^\W\d_]+)*\.?")
_INVISIBLE = "[\u00ad\u200b-\u200f\u2060\ufeff]"
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_BEARER = r"\(([^()]+)\)\s*$"  # compiled when it is needed
_QUOTES = tuple("“\"‘'„«")
_SENTENCE_ENDS = ".?!…:;\"'”’»)]*_—–-"
_ALONE_LENGTH = 60  # characters a line may have that is a name and nothing else
_COLON_WITHIN = 100  # characters of a line in which the colon of a label stands
_ENDED_WITHIN = 240  # and such a name with what its bearer is, and a dash
_STOP_WITHIN = 60  # and a full stop behind a name with a title
_MARGIN = 80  # characters before a label that tell whether it begins a paragraph
_SAMPLE = 400  # characters that tell whether a text is in capitals throughout


class Label(NamedTuple):
    """A line that begins a turn: where the line and the speech begin, who speaks and in what role.

    ``form`` is one of those that other lines have too: ``alone``, a name on a line of its own, with nothing
    but its place to tell that it is a label; ``dashed``, one that a dash sets off; ``stopped``, one with a
    title, not in capitals, that a full stop sets off; ``ended``, one that both set off; ``set off``, one that
    the layout does. ``follows`` marks a line in the midst of a paragraph, before which no sentence ends.
    """

    start: int
    speech: int
    speaker: str | None
    role: str
    form: str = ""
    follows: bool = False


def unbracketed(name: str) -> str:
    """Return a name without what stands in brackets behind it."""
    return _BRACKETS.sub("", name).strip() if name[-1:] in ")]" else name


def candidates(text: str, language: str) -> Iterator[Label]:
    """Yield every line that has the form of a label; ``speaker`` is the name as written, or ``None``."""
    formed = list(_formed(text, language))
    known = {label.start for label in formed}
    told = [label for label in _introduced(text) if label.start not in known] if formed else []
    for label in sorted((*formed, *told)) if told else formed:
        before = text[max(0, label.start - _MARGIN) : label.start]
        line_end = before.rstrip()
        blank = before[len(line_end) :].count("\n") > 1
        marked = not text[label.start].isalpha()
        cued = "-->" in line_end.rpartition("\n")[2]  # the times of a subtitle
        follows = bool(line_end) and not (blank or marked or cued) and line_end[-1] not in _SENTENCE_ENDS
        yield label._replace(follows=True) if follows else label


def _introduced(text: str) -> Iterator[Label]:
    """Yield the sentences that tell who speaks next, by name and title or by office."""
    for start, speech, names in introductions(text):
        read = (found for name in names if (found := _labelled(name)) and is_titled(found[0] or ""))
        if (found := next(read, None)) and found[0]:
            yield Label(start, speech, found[0], "speech")


def _formed(text: str, language: str) -> Iterator[Label]:
    last = len(text)
    while text[last - 1 : last] in ("\r", "\n"):
        last -= 1
    in_capitals = text[:_SAMPLE].isupper()
    for begin, end in lines(text):
        if end - begin > _ALONE_LENGTH or text[end - 1] in ".,":
            head = text[begin : min(end, begin + _COLON_WITHIN)]
            if ":" not in head and not (("-" in head or "–" in head or "—" in head) and _is_dashed(head)):
                second = head.find(" ") + 1
                capitals = not head[:2].isalpha() or head[second : second + 2].isupper()
                if not (capitals or _begins_titled(head) or may_set_off(head)):
                    continue  # neither a colon nor a dash, one letter, a title or a name in capitals
        raw = text[begin:end]
        line = raw.strip()
        if not line:
            continue
        start = begin + raw.index(line[0])
        letter = _LETTER.match(line)
        if letter and _is_letter(letter, line, language):
            role = "question" if fold(letter["name"]) in vocabulary("question") else "answer"
            yield Label(start, start + letter.end(), None, role)
        elif ":" in line[:_COLON_WITHIN] and (match := _COLON.match(line)):
            if found := _labelled(match["name"]) or _apposed(match["name"], line[match.end() :]):
                yield Label(start, start + match.end(), *found)
        elif (match := _ended(line)) and (found := _labelled(match["name"])):
            yield Label(start, start + match.end(), *found, "ended")
        elif (match := _dashed(line)) and (found := _labelled(match["name"])):
            yield Label(start, start + match.end(), *found, "dashed")
        elif not in_capitals and (match := _with_period(line)) and (found := _labelled(match["name"])):
            yield Label(start, start + match.end(), *found)
        elif _begins_titled(line) and (stop := _stopped(line)) and (found := _labelled(stop[0])):
            yield Label(start, start + stop[1], *found, "stopped")
        elif not in_capitals and (mark := set_off(line)) and (found := _labelled(mark[0])):
            yield Label(start, start + mark[1], *found, "set off")
        elif (
            not in_capitals
            and (len(line) <= _ALONE_LENGTH or " -- " in line)
            and line[-1] not in ".,"
            and line[0].isupper() | (line[0] in "*_#[(0123456789")
            and end < last
        ):
            match = _ALONE.match(line)
            if match and (found := _labelled(match["name"])):
                yield Label(start, start + len(line), *found, "alone" if line[0] not in "*_" else "")


def _dashed(line: str) -> re.Match[str] | None:
    """Match a line that begins with a name and a dash."""
    return re.match(_DASH, line) if _is_dashed(line[:_COLON_WITHIN]) else None


def _ended(line: str) -> re.Match[str] | None:
    """Match a line that begins with a name, with what its bearer is or does, a full stop and a dash."""
    head = line[:_ENDED_WITHIN]
    return re.match(_ENDED, head) if ". –" in head or ". —" in head else None


def _is_dashed(head: str) -> bool:
    return " - " in head or " – " in head or " — " in head or " -- " in head


def _with_period(line: str) -> re.Match[str] | None:
    """Match a line that begins with a name in capitals and a full stop."""
    second = "".join(line.split(maxsplit=2)[1:2])
    return re.match(_PERIOD, line) if second.isupper() and len(second) > 2 else None


def _begins_titled(line: str) -> bool:
    """Tell whether a line begins with a title or article and has a full stop behind a few words."""
    return line.find(". ", 0, _STOP_WITHIN) > 0 and fold(line.partition(" ")[0]) in _before_names()


@cache
def _before_names() -> frozenset[str]:
    return vocabulary("titles") | vocabulary("articles")


def _stopped(line: str) -> tuple[str, int] | None:
    """Return the title and name, or article and office, before a full stop, and where speech begins."""
    for stop in re.finditer(_STOP, line[:_STOP_WITHIN].partition("\t")[0]):
        name = line[: stop.start()]
        articled = fold(name.partition(" ")[0]) in vocabulary("articles")
        if is_titled(name) and " " in name and (articled or len(surname(name)) > 1):  # not Mr. J.
            return unbracketed(name), stop.end()  # without what the editor tells: [continuing]
    return None


def _is_letter(match: re.Match[str], line: str, language: str) -> bool:
    letter = fold(match["name"])
    if letter not in vocabulary("question") | vocabulary("answer") or not match["name"].isupper():
        return False
    if match["mark"]:
        return match["mark"] == ":" or not line[match.end() : match.end() + 1].islower()
    wide = "\t" in match["gap"] or len(match["gap"]) > 1 or match.end() == len(line)
    return wide or (letter not in function_words(language) and not line[match.end()].islower())


@lru_cache(maxsize=1024)
def _labelled(name: str) -> tuple[str | None, str] | None:
    """Return the speaker and role of a label's words, ``None`` when they can be no label."""
    name = name if name.isprintable() else re.sub(_INVISIBLE, "", name)
    written = _BRACKETS.sub(" ", name).strip()
    words = written.split()
    if len(words) > 1 and words[-1].isdigit() and len(words[-1]) <= 3:
        return _numbered(name, " ".join(words[:-1]))
    if not words or len(words) > 8 or any(not _WORD.fullmatch(word.rstrip(",")) for word in words):
        return None
    folded = [fold(word) for word in words]
    abbreviated = vocabulary("titles") | vocabulary("suffixes")
    if any(
        word[-1] == "." and len(low) > 1 and "." not in low and low not in abbreviated
        for word, low in zip(words, folded, strict=True)
    ):
        return None
    if len(words) == 1 or (len(words) == 2 and folded[0] in vocabulary("articles")):
        for role in ("question", "answer"):
            if folded[-1] in vocabulary(role):
                return None, role
    if is_unnamed(name) and words[0][0].isupper():
        return name.strip(), "speech"
    role = "speech"
    for key, meant in (("replies", "answer"), ("asks", "question")):
        if len(words) > 1 and folded[-1] in vocabulary(key):
            role, words, folded = meant, words[:-1], folded[:-1]
            name = written = " ".join(words)
    if folded[0] in vocabulary("keys") or not _is_name(words, folded):
        return (bearer, role) if (bearer := _bearer(name, folded)) else None
    return name.strip(), role


def _numbered(name: str, called: str) -> tuple[str | None, str] | None:
    """Return the speaker and role of one of several who are called alike: ``Speaker 2``."""
    if is_office(called) or is_unnamed(called):
        return name.strip(), "speech"
    found = _labelled(called)
    return found if found and found[0] is None else None


def _apposed(name: str, said: str) -> tuple[str, str] | None:
    """Return the speaker and role of a name with what its bearer is: ``Ann Lee, goat farmer: …``.

    Before a quotation it is the narrator's.
    """
    bare, comma, what = name.partition(",")
    words = bare.split()
    if not comma or said[:1] in _QUOTES or any(map(str.isdigit, what)):
        return None
    known = len(words) > 1 and _is_name(words, [fold(word) for word in words])
    return (bare.strip(), "speech") if known else None


def _bearer(name: str, office: list[str]) -> str | None:
    """Return who bears an office of several words: *The Minister for Sport (Ann Lee)*."""
    bracketed = re.search(_BEARER, name)
    if bracketed is None or not (office[0] in vocabulary("articles") or office[0] in vocabulary("titles")):
        return None
    words = strip_titles(bracketed[1]).split()
    named = len(words) > 1 and _is_name(words, [fold(word) for word in words])
    return bracketed[1] if named and not vocabulary("titles").isdisjoint(office) else None


def _is_name(words: list[str], folded: list[str]) -> bool:
    """Say whether words are written as a name or a title: capitals, particles and initials only."""
    titles, small = vocabulary("titles"), vocabulary("particles") | vocabulary("articles")
    written = " ".join(words)
    if "," not in written and is_office(written):
        return written[0].isupper()
    if all(word in titles | small for word in folded):
        return any(word in titles for word in folded) and words[0][0].isupper()
    return (
        words[0].lstrip("'’")[:1].isupper()
        and words[-1][0].isupper()
        and all(word[0].isupper() or low in titles | small for word, low in zip(words, folded, strict=True))
    )


def is_titled(name: str) -> bool:
    """Say whether a name begins with a title, or is one."""
    return strip_titles(name) != _BRACKETS.sub("", name).strip() or not surname(name)
