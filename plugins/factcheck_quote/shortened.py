"""Quotations with marked ellipses: parts in order, near to each other, in one turn."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.folding import fold
from factcheck.model import Rule

from .claimed import Claimed, Segment
from .compare import Comparison, compare, coverage
from .edits import Edit
from .match import Match, spoken
from .nearest import closest
from .reader import Reader
from .rules import ALTERED, BRACKETED, ELLIPSIS, ELLIPSIS_FLIPS, ELLIPSIS_NEGATION, SPLICED

_NEAR = 120  # words that an ellipsis may leave out
_FLIP = 14  # words beyond which a negation left out is a passage of its own
_BARE = 3  # words left out that are a negation and little else
_SMALL = 4  # words of a part that may stand nowhere
_ASIDE = r"[–—][^–—]+[–—]|\s-\s.+?\s-\s|\([^()]*\)"
_BOUNDARY = r"[,;:.!?…()–—]|\s-\s"


def shortened(where: Reader, claimed: Claimed) -> Match | None:
    """Return the place of a quotation with marked ellipses, ``None`` if its parts are not there."""
    options = [_options(where, segment) for segment in claimed.segments]
    total = covered = 0
    for segment, found in zip(claimed.segments, options, strict=True):
        matched = max((coverage(segment, one.matched, where.words)[0] for one in found), default=0)
        covered += matched
        total += coverage(segment, frozenset(), where.words)[1]
    if not total or covered * 2 < total or not any(options):
        return None
    share = covered / total
    chain = _chain(where, claimed.segments, options)
    if chain is not None:
        return _judge_gaps(where, claimed.segments, chain, share)
    located = [min(found, key=lambda one: (one.cost, one.start)) for found in options if found]
    if len(located) < 2:
        return None
    pieces = tuple((one.start, one.end) for one in located)
    return Match(pieces, SPLICED, tuple(edit for one in located for edit in one.edits), (), share)


def _options(where: Reader, segment: Segment) -> list[Comparison]:
    words = spoken(where, segment)
    every = frozenset(range(len(segment.words)))
    found = [Comparison(at, at + len(words), (), (), every) for at in where.index.find(words, 200)]
    if found or len(segment.words) < 2:
        return found
    near = [compare(where, segment, window) for window in closest(where, segment, 3)]
    return [one for one in near if len(one.matched) * 2 >= len(segment.words)]


def _chain(
    where: Reader, segments: Sequence[Segment], options: Sequence[list[Comparison]]
) -> list[Comparison | None] | None:
    """Choose one place for each segment, in order, in one turn and near to each other."""
    best: list[tuple[int, list[Comparison | None]]] = [(0, [])]
    for segment, found in zip(segments, options, strict=True):
        following: list[tuple[int, list[Comparison | None]]] = []
        for cost, chain in best:
            last = next((one for one in reversed(chain) if one), None)
            for one in found:
                gap = one.start - last.end if last else 0
                if gap < 0 or gap > _NEAR or (last and not _together(where, last, one)):
                    continue
                following.append((cost + one.cost * 1000 + gap, [*chain, one]))
            if not found and len(segment.words) <= _SMALL:  # a few words that stand nowhere
                following.append((cost + 1000 * len(segment.words), [*chain, None]))
        best = sorted(following, key=lambda item: item[0])[:40]
    return best[0][1] if best and any(best[0][1]) else None


def _together(where: Reader, one: Comparison, other: Comparison) -> bool:
    return where.voices.one_turn(
        where.index.span(one.start, one.start + 1), where.index.span(other.end - 1, other.end)
    )


def _judge_gaps(
    where: Reader, segments: Sequence[Segment], chain: Sequence[Comparison | None], share: float
) -> Match:
    edits: list[Edit] = []
    notes: list[Rule] = [ELLIPSIS] if len(segments) > 1 else []
    problem: Rule | None = None
    last: Comparison | None = None
    for segment, one in zip(segments, chain, strict=True):
        if one is None:
            edits.append(Edit(segment.spoken, (), 0, 0, " ".join(segment.raw), "content"))
            continue
        edits += one.edits
        notes += one.notes
        if segment.editorial and not one.notes:
            notes.append(BRACKETED)
        if last:
            match _negation(where, last.end, one.start):
                case "flips":
                    problem = ELLIPSIS_FLIPS
                case "hidden":
                    notes.append(ELLIPSIS_NEGATION)
        last = one
    pieces = tuple((one.start, one.end) for one in chain if one)
    return Match(pieces, ALTERED if edits else problem, tuple(edits), tuple(dict.fromkeys(notes)), share)


def _negation(where: Reader, start: int, end: int) -> str:
    """Say whether the words left out hold a negation, and whether it belongs to the words kept."""
    omitted = where.index.words[start:end]
    at = [place for place, word in enumerate(omitted) if word in where.words.negations]
    if not at:
        return ""
    if len(omitted) > _FLIP:
        return "hidden"
    text = where.index.document.text
    spans = where.index.spans
    left, right = spans[start - 1][1], spans[end][0]
    first, last = spans[start + at[0]], spans[start + at[-1]]
    free_left = bool(re.search(_BOUNDARY, text[left : first[0]])) or bool(
        set(omitted[: at[0]]) & where.words.clauses
    )
    free_right = bool(re.search(_BOUNDARY, text[last[1] : right])) or bool(
        set(omitted[at[-1] + 1 :]) & where.words.clauses
    )
    if _negates_behind_aside(where, text[left:right]):
        return "flips"
    # words after a negation fall under it; before it, the verb may stand (``I support it not``)
    return "flips" if not free_right or (not free_left and len(omitted) <= _BARE) else "hidden"


def _negates_behind_aside(where: Reader, omitted: str) -> bool:
    """Whether words left out negate what follows them, but for what stands between dashes or brackets."""
    bare = re.sub(_ASIDE, " ", omitted)
    words = fold(bare).words
    last = max((at for at, word in enumerate(words) if word in where.words.negations), default=-1)
    return bare != omitted and last >= 0 and last == len(words) - 1 and not re.search(_BOUNDARY, bare)
