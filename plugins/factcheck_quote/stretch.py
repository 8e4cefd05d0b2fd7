"""The quotations of a stretch of a text, with the speaker the text gives each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from factcheck.folding import repair
from factcheck.lazy import lazy
from factcheck.text import Document

from .between import said_between
from .cues import after, before
from .marks import Marked, marked
from .naming import Cue
from .sexes import Sexes
from .speakers import CARRIED, Speakers, leading

_LINE_END = r"(?<![\n ])[ \t]*\r?\n(?![ \t>]*\r?\n)[ \t]*"  # within a paragraph
_PAUSE = r",(?= )|[?!](?= [a-z])"
_STOP = re.compile(r"[.!?\n]")
_KINDS = ("named", "first", "leading", "title", "pronoun", "described", "before")  # the surest first


class Quotation(NamedTuple):
    """A stretch between quotation marks: its pieces are what was said, without the narrator's words.

    ``sure`` tells whether the text names the speaker outright; a name carried over from the sentence
    before is not sure. ``kind`` is that of the attribution (:class:`.naming.Cue`), or ``meant`` where a
    pronoun can mean but the one person named before it; of more, ``among`` are those it may mean.
    ``pronoun`` is that word.
    """

    start: int
    end: int
    pieces: tuple[tuple[int, int], ...]
    depth: int
    speaker: str | None = None
    sure: bool = False
    kind: str = ""
    among: tuple[str, ...] = ()
    pronoun: str = ""

    def words(self, text: str) -> str:
        """Return what was said, pieces joined by a space."""
        return " ".join(" ".join(text[start:end].split()) for start, end in self.pieces)

    def moved(self, by: int) -> Quotation:
        """Return the quotation where the text around it begins some characters later."""
        pieces = tuple((start + by, end + by) for start, end in self.pieces)
        return self._replace(start=self.start + by, end=self.end + by, pieces=pieces)


class Bounds(NamedTuple):
    """A stretch of a text, ``start`` to ``end``, and what is read to know all that is to know of it.

    That is the text from ``first`` to ``last``, and in it the quotations up to ``beyond``.
    """

    first: int
    start: int
    end: int
    beyond: int
    last: int


class _Marked(NamedTuple):
    """The pieces of a quotation with what attributes it; ``nested`` ones stand in another."""

    parts: list[Marked]
    cue: Cue | None
    nested: bool

    @property
    def start(self) -> int:
        return self.parts[0].start

    @property
    def end(self) -> int:
        return self.parts[-1].end

    @property
    def depth(self) -> int:
        return self.parts[0].depth


class Stretch:
    """A stretch of a text between two borders (:mod:`.borders`); offsets within are those of what is read."""

    def __init__(self, document: Document, bounds: Bounds):
        self._document, self._bounds = document, bounds
        text = repair(document.flowing[bounds.first : bounds.last])
        if document.hard_wrapped:
            text = re.sub(_LINE_END, lambda match: " " * len(match.group()), text)
        self._text = text
        start, self._end, beyond = (at - bounds.first for at in bounds[1:4])
        self._marked = marked(text, start, beyond)
        self._language = document.language if self._marked else ""
        for part in self._marked:
            if not part.closed:
                _close(text, part, self._language)

    @lazy
    def sexes(self) -> Sexes:
        """Whom the document calls he and whom she, if this is the whole of it."""
        return Sexes(self._document, [(part.start, part.end) for part in self._marked if not part.depth])

    @lazy
    def _quoted(self) -> list[_Marked]:
        text, language = self._text, self._language
        groups = _joined(text, self._marked, language)
        quoted: list[_Marked] = []
        outer: list[_Marked] = []
        ends: dict[int, int] = {}  # of the latest of each depth
        for group, neighbour in zip(groups, _neighbours(groups, len(text)), strict=True):
            start, depth = group[0].start, group[0].depth
            if start >= self._end:
                break
            while outer and outer[-1].end <= start:
                outer.pop()
            floor = outer[-1].start + 1 if outer else ends.get(depth, 0)
            ceiling = min(neighbour, outer[-1].end - 1) if outer else neighbour
            cue = _attribution(text, group, language, floor, ceiling)
            quoted.append(_Marked(group, cue, bool(outer)))
            outer.append(quoted[-1])
            ends[depth] = group[-1].end
        return quoted

    def told(self, latest: Mapping[int, Quotation]) -> list[Quotation]:
        """Return the quotations, nested ones too, in the order of their starts.

        ``latest`` are the last ones before the stretch by their depth, as far as :attr:`reach` asks for them.
        """
        begin = self._bounds.first
        speakers = Speakers(self._document, self._text, begin, self._language, self.sexes)
        last = {depth: quotation.moved(-begin) for depth, quotation in latest.items()}
        result: list[Quotation] = []
        for quoted in self._quoted:
            pieces = tuple(piece for part in quoted.parts for piece in part.pieces)
            said = " ".join(part.text(self._text) for part in quoted.parts)
            told = speakers.of(quoted.cue, said, quoted.start, last.get(quoted.depth), quoted.nested)
            pronoun = quoted.cue.word if quoted.cue else ""
            quotation = Quotation(quoted.start, quoted.end, pieces, quoted.depth, *told, pronoun)
            last[quoted.depth] = quotation
            result.append(quotation.moved(begin) if begin else quotation)
        return result

    @lazy
    def reach(self) -> dict[int, int]:
        """How far before the stretch who speaks in it may hang on who is quoted there, for each depth.

        What leads up to a quotation names him surely if he is quoted before, and a pronoun may mean him if
        that is not far. What has no attribution is nobody's in another paragraph.
        """
        found: dict[int, int] = {}
        for quoted in self._quoted:
            if quoted.depth in found:
                continue
            start, kind = quoted.start, quoted.cue.kind if quoted.cue else ""
            if kind in ("leading", "before"):
                start = -self._bounds.first
            elif kind == "pronoun":
                start = min(max(0, start - CARRIED), leading(self._text, start))
            found[quoted.depth] = self._bounds.first + start
        return found


def _close(text: str, part: Marked, language: str) -> None:
    """End a stretch that nobody closed before the words that tell who says it (``“We left, says Lee.``)."""
    start, end = part.pieces[-1]
    for match in re.finditer(_PAUSE, text[start:end]):
        at = start + match.end()
        cue = after(text, at, language, end)
        if cue and cue.kind != "first":
            part.pieces[-1] = (start, at)
            part.end = at
            return


def _neighbours(groups: list[list[Marked]], end: int) -> Iterator[int]:
    """Return where the next quotation of the same depth starts, for each group."""
    starts: list[int] = []
    following: dict[int, int] = {}
    for group in reversed(groups):
        starts.append(following.get(group[0].depth, end))
        following[group[0].depth] = group[0].start
    return reversed(starts)


def _joined(text: str, found: list[Marked], language: str) -> list[list[Marked]]:
    """Group the pieces of quotations that the narrator interrupts."""
    groups: list[list[Marked]] = []
    latest: dict[int, list[Marked]] = {}
    for part in found:
        group = latest.get(part.depth)
        if group and part.mark == group[-1].mark and said_between(text, group[-1].end, part.start, language):
            group.append(part)
            continue
        latest[part.depth] = [part]
        groups.append(latest[part.depth])
    return groups


def _attribution(text: str, group: list[Marked], language: str, floor: int, ceiling: int) -> Cue | None:
    first, last = group[0], group[-1]
    cues = [before(text, first.start, language, floor)]
    introduced = cues[0] and text[max(0, first.start - 6) : first.start].rstrip(" *_>")[-1:] == ":"
    if not introduced and not _leads_on(text, last.end, ceiling):
        cues.insert(0, after(text, last.end, language, ceiling))
    if len(group) > 1:
        cues.insert(0, after(text, first.end, language, group[1].start))
    known = [cue for cue in cues if cue]
    return min(known, key=lambda cue: _KINDS.index(cue.kind), default=None)


def _leads_on(text: str, end: int, following: int) -> bool:
    """Whether what follows a quotation that ends its sentence leads up to the next one.

    ``“I left.” The dean, Ann Lee, calls it “a pity”`` does not say who left.
    """
    gap = text[end:following]
    ended = text[max(0, end - 4) : end].rstrip("\"'”’»")[-1:] if end else ""
    return following < len(text) and ended in ".!?…" and gap.strip()[:1].isupper() and not _STOP.search(gap)
