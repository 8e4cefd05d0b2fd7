"""The time of day beside a date: 3 May at 10:30, 5pm tomorrow, Friday evening, 's avonds.

It belongs to the date, which is then narrower than its day; alone it is neither a date nor a figure.
"""

from __future__ import annotations

from typing import NamedTuple

from factcheck_date.scan import Atom, Scan

_NOON, _DAY = 720, 1440  # minutes
_REACH = 9  # tokens a time before a date may have
_AFTER_NOON = frozenset(("pm", "afternoon", "evening"))


class Time(NamedTuple):
    """A time that ends before token ``end``: a part of the day, or minutes, with ``?`` for AM or PM unknown.

    A ``sure`` one is a time whatever stands around it; "4" is one only behind "at".
    """

    end: int
    key: str
    sure: bool = True


def timed(scan: Scan, atom: Atom) -> Atom:
    """Widen a day by the time of day beside it."""
    reading = atom.reading
    if reading.form != "period" or reading.precision != "day" or atom.weak or reading.named:
        return atom
    first, last, clock = atom.first, atom.last, _joined(scan, atom)
    if behind := _run(scan, _opening(scan, last)):
        last, clock = behind[0], _in_part(behind[1], clock)
    elif not reading.limit and (before := _before(scan, first)):
        first, clock = before
    return Atom(first, last, reading._replace(clock=clock)) if clock else atom


def same(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether a time of day is as a claim says; a claim that names none agrees with any."""
    if not ours:
        return True
    return len(ours) == len(theirs) and all(map(_agree, ours, theirs))


def _agree(ours: str, theirs: str) -> bool:
    if not (ours[0].isdecimal() and theirs[0].isdecimal()) or "?" not in ours + theirs:
        return ours == theirs
    return int(ours.rstrip("?")) % _NOON == int(theirs.rstrip("?")) % _NOON


def _joined(scan: Scan, atom: Atom) -> tuple[str, ...]:
    """Return the part of the day that a language joins to the day's name: *vrijdagavond*."""
    for at in range(atom.first, atom.last):
        for part in scan.lex.day_parts_joined:
            if scan.words[at].endswith(part) and scan.words[at].removesuffix(part) in scan.lex.weekdays:
                return (scan.lex.day_times[part],)
    return ()


def _opening(scan: Scan, at: int) -> int:
    """Return where a time may begin right behind a date: behind a comma, or the T of 2019-06-07T10:30."""
    if scan.word(at) == "," or (scan.word(at) == "t" and scan.glued(at) and scan.glued(at + 1)):
        return at + 1
    return at


def _before(scan: Scan, first: int) -> tuple[int, tuple[str, ...]] | None:
    """Return where the time right before a date starts, and what it says: "at 10:30 on 7 June"."""
    at = first
    while scan.near(at) and (
        scan.word(at - 1) in scan.lex.cues or scan.word(at - 1) in (",", *scan.lex.told_articles)
    ):
        at -= 1
    if not scan.near(at) or not _may_end(scan, at - 1):
        return None
    for start in range(max(0, at - _REACH), at):
        run = _run(scan, start)
        if run and run[0] == at:
            return start + (scan.words[start] in scan.lex.clock_leads), run[1]
    return None


def _may_end(scan: Scan, index: int) -> bool:
    """Whether a token may be the last of a time: told apart first, since few are."""
    word = scan.word(index)
    return word[-1:].isdecimal() or word in scan.lex.day_times or word in scan.lex.clock_ends


def _run(scan: Scan, at: int) -> tuple[int, tuple[str, ...]] | None:
    """Return where the time or part of the day that begins at a token ends, and what it says."""
    if at and (not scan.near(at) or "\n" in scan.text[scan.ends[at - 1] : scan.starts[at]]):
        return None
    part = _part(scan, at)
    if part is None:
        return _times(scan, at)
    more = _times(scan, part.end)  # yesterday afternoon at 3
    return (more[0], _in_part(more[1], (part.key,))) if more else (part.end, (part.key,))


def _times(scan: Scan, at: int) -> tuple[int, tuple[str, ...]] | None:
    """Read "at 5", "10:30", "from 7 to 8 pm" at a token."""
    lex = scan.lex
    if at and not scan.near(at):
        return None
    led, spans = scan.word(at) in lex.clock_leads, scan.word(at) in lex.clock_spans
    first = _time(scan, at + (led or spans))
    if first is None:
        return None
    second = _time(scan, first.end + 1) if scan.word(first.end) in lex.clock_joins else None
    if second and (first.sure or second.sure):
        return second.end, (first.key, second.key)
    alone = first.sure or (led and _closed(scan, first.end))
    return (first.end, (first.key,)) if alone else None


def _in_part(clock: tuple[str, ...], part: tuple[str, ...]) -> tuple[str, ...]:
    """Return times with the half of the day that the part before them tells: *vrijdagavond om 8 uur*."""
    half = {"morning": 0, "afternoon": _NOON, "evening": _NOON}.get(part[0] if part else "")
    if half is None:
        return clock
    return tuple(str(int(one[:-1]) % _NOON + half) if one.endswith("?") else one for one in clock)


def _closed(scan: Scan, at: int) -> bool:
    """Whether nothing follows that a number before it would count or measure."""
    after = scan.word(at) if scan.near(at) else ""
    counted = after[:1].isalnum() and (after not in scan.functions or after in scan.lex.of_words)
    return not counted and after not in ("%", "/", "°", "€")


def _part(scan: Scan, at: int) -> Time | None:
    """Read "evening", "in the morning", "'s avonds" at a token."""
    led = scan.ahead(at, scan.lex.day_part_leads) if at < scan.size else None
    at = led[0] if led else at
    key = scan.lex.day_times.get(scan.word(at), "") if scan.near(at) else ""
    return Time(at + 1, key) if key and not key[0].isdecimal() else None


def _time(scan: Scan, at: int) -> Time | None:
    """Read "10:30", "5pm", "9 uur 's ochtends", "noon" or a mere "4" at a token."""
    named = scan.lex.day_times.get(scan.word(at), "")
    if named[:1].isdecimal():
        return Time(at + 1, named)
    hour, dot, minutes = scan.word(at).partition(".")
    if not (hour.isdecimal() and len(hour) <= 2 and int(hour) <= 24) or (dot and not _are_minutes(minutes)):
        return None
    end, sure = at + 1, False
    if (
        not dot
        and _are_minutes(scan.word(at + 2))
        and scan.word(at + 1) in (":", "u", "h")
        and _in_one(scan, at + 1)
    ):
        minutes, end, sure = scan.word(at + 2), at + 3, True
        if scan.word(end) == ":" and _are_minutes(scan.word(end + 1)[:2]) and _in_one(scan, end):
            end += 2 + (scan.word(end + 2) == "z")
    mark = scan.ahead(end, scan.lex.clock_marks) if end < scan.size else None
    end = mark[0] if mark else end
    part = _part(scan, end) if mark or sure else None
    half = mark[1] if mark and mark[1] != "any" else part.key if part else ""
    lasts = scan.near(end) and scan.word(end) in scan.lex.duration_suffixes  # 12 uur lang
    return Time(
        part.end if part else end, _key(hour, minutes, half), sure or (mark is not None and not lasts)
    )


def _are_minutes(word: str) -> bool:
    return len(word) == 2 and word.isdecimal() and int(word) < 60


def _in_one(scan: Scan, at: int) -> bool:
    return scan.glued(at) and scan.glued(at + 1)


def _key(hour: str, minutes: str, half: str) -> str:
    """Return a time in minutes; "?" marks one that may be before or after noon."""
    told = int(hour) * 60 + int(minutes or 0)
    if half and int(hour) <= 12:
        return str(told % _NOON + (_NOON if half in _AFTER_NOON else 0))
    return str(told % _DAY) + ("" if half or int(hour) > 12 or hour[0] == "0" else "?")
