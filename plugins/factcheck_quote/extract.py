"""The quotations of a text, with the speaker the text gives each."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.folding import repair
from factcheck.model import Mention
from factcheck.text import Document

from .between import said_between
from .cues import after, before
from .marks import Marked, marked
from .naming import Cue
from .sexes import Sexes
from .speakers import Speakers, is_label

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


def quotations(document: Document) -> list[Quotation]:
    """Return the quotations of a text, nested ones too, in the order of their starts."""
    if "quote.quotations" not in document.memo:
        document.memo["quote.quotations"] = _found(document)
    return document.memo["quote.quotations"]  # type: ignore[no-any-return]


def _found(document: Document) -> list[Quotation]:
    text = repair(document.flowing)
    if document.hard_wrapped:
        text = re.sub(_LINE_END, lambda match: " " * len(match.group()), text)
    found = marked(text)
    language = document.language if found else ""
    for part in found:
        if not part.closed:
            _close(text, part, language)
    groups = _joined(text, found, language)
    sexes = Sexes(document, [(part.start, part.end) for part in found if not part.depth])
    document.memo["quote.sexes"] = sexes
    speakers = Speakers(document, text, language, sexes)
    result: list[Quotation] = []
    outer: list[Quotation] = []
    latest: dict[int, Quotation] = {}  # of each depth
    for group, neighbour in zip(groups, _neighbours(groups, len(text)), strict=True):
        first, last = group[0], group[-1]
        previous = latest.get(first.depth)
        while outer and outer[-1].end <= first.start:
            outer.pop()
        floor = outer[-1].start + 1 if outer else previous.end if previous else 0
        ceiling = min(neighbour, outer[-1].end - 1) if outer else neighbour
        cue = _attribution(text, group, language, floor, ceiling)
        pieces = tuple(piece for part in group for piece in part.pieces)
        said = " ".join(part.text(text) for part in group)
        told = speakers.of(cue, said, first.start, previous, bool(outer))
        pronoun = cue.word if cue else ""
        quotation = Quotation(first.start, last.end, pieces, first.depth, *told, pronoun)
        result.append(quotation)
        outer.append(quotation)
        latest[first.depth] = quotation
    return result


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


def _neighbours(groups: list[list[Marked]], end: int) -> list[int]:
    """Return where the next quotation of the same depth starts, for each group."""
    starts: list[int] = []
    following: dict[int, int] = {}
    for group in reversed(groups):
        starts.append(following.get(group[0].depth, end))
        following[group[0].depth] = group[0].start
    return starts[::-1]


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


def mentions(document: Document) -> Iterator[Mention]:
    """Yield the quotations a check can judge: no scare quotes or titles, none inside another."""
    text, end = document.text, -1
    for quotation in quotations(document):
        if quotation.start < end:
            continue
        said = quotation.words(text)
        # another may be meant after all
        told = None if quotation.kind in ("meant", "described", "before") else quotation.speaker
        if told is None and is_label(said, document.language):
            continue
        end = quotation.end
        turn = None if quotation.sure else document.turn_at(quotation.start)
        speaker = (turn.speaker if turn else None) or told
        yield Mention(
            kind="quote",
            start=quotation.start,
            end=quotation.end,
            text=text[quotation.start : quotation.end],
            value={"text": said, "speaker": speaker},
            reading=quotation,
        )
