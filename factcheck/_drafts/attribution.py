"""What a sentence of a draft says of where it has its facts: which speaker, which documents.

"According to the 2017 interview", "Somers told Persuasion that" and "says Somers" narrow what a sentence is
judged on. Only what the sources themselves bear out narrows: a person speaks in one of them, a document of
that year is there, a publisher, title or speaker has that name. Anything else leaves all sources in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck._attribution import NAME, QUOTED, WORD, Words, last_name, words_of
from factcheck._drafts.subjects import words_for
from factcheck.model import Claim, OffsetMap, Reading, Source
from factcheck.people import fold, surname, vocabulary

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_EDGE = 1000  # characters of a text that may say who published it
_REACH = 90  # characters after "according to" that tell the source
_ASIDE = 200  # characters on either side of a verb of saying that may tell who says it
_COMMA = re.compile(r",[, ]*")
_END = re.compile(r"[,;:.!?()–—](?:\s|$)")


def narrowed(claim: Claim, sources: Sequence[Source]) -> Claim:
    """Return a sentence of a draft with the speaker and sources its wording names.

    ``sources`` are those the draft may be checked against at all.
    """
    if claim.reading is None or claim.statement is None:
        return claim
    text = QUOTED.sub(lambda match: "." * len(match.group()), claim.reading.text)
    words = words_of(claim.reading.language)
    documents = words_for(claim.reading.language, "documents")
    found = _according(text, words, documents, sources) or _told(text, words, sources) or _NOTHING
    speaker, chosen, told = found
    if told:
        claim = claim._replace(reading=_without(claim.reading, *told))
    if speaker and not claim.speaker:
        claim = claim._replace(speaker=speaker, own_speaker=True)
    if chosen and len(chosen) < len(sources):
        claim = claim._replace(sources=tuple(source.name for source in chosen))
    return claim


class Attribution(NamedTuple):
    """The speaker and sources a sentence names; ``told`` is the span that says only which they are."""

    speaker: str | None
    sources: tuple[Source, ...]
    told: tuple[int, int] | None = None


_NOTHING = Attribution(None, ())


def _without(reading: Reading, start: int, end: int) -> Reading:
    """Return a reading without a stretch, of which nothing is to be judged."""
    size = end - start
    runs = reading.origin.runs
    before = tuple(run for run in runs if run[0] < start) or ((0, reading.origin(0)),) * (start > 0)
    after = tuple((here - size, there) for here, there in runs if here > end)
    carried = ((low, high) if high <= start else (low - size, high - size) for low, high in reading.carried)
    return reading._replace(
        text=reading.text[:start] + reading.text[end:],
        origin=OffsetMap((*before, (start, reading.origin(end)), *after)),
        carried=tuple(span for span in carried if span[0] >= 0),
    )


def _according(
    text: str, words: Words, documents: frozenset[str], sources: Sequence[Source]
) -> Attribution | None:
    """Read "according to X": a person, a document or both; ``documents`` are the words for one."""
    if words.according is None or not (match := words.according.search(text)):
        return None
    rest = text[match.end() : match.end() + _REACH]
    end = _END.search(rest)
    said = rest[: end.start()] if end else rest
    who = next(_speakers(said, sources), None)
    document = any(word.lower() in documents for word in WORD.findall(said))
    chosen = _named(said, sources)
    if document:
        of_year = _of_year(said, chosen or sources)
        if who:
            of_year = tuple(source for source in of_year or chosen or sources if _speaks(who, source))
        found = of_year or chosen
        last = match.end() + len(said)
        behind = _COMMA.match(text, last)
        told = match.start(), behind.end() if behind else last
        return Attribution(None, found, told if found else None)
    return Attribution(who, ()) if who else Attribution(None, chosen)


def _told(text: str, words: Words, sources: Sequence[Source]) -> Attribution | None:
    """Read "X told Y that", "X said that" and ", says X" at the end."""
    found = list(WORD.finditer(text))
    lower = [match.group().lower() for match in found]
    for at, word in enumerate(lower):
        if word not in words.verbs:
            continue
        start, end = found[at].span()
        before = text[max(0, start - _ASIDE) : start]
        name = last_name(before)
        after = next(
            (there for there in range(at + 1, min(at + 6, len(found))) if lower[there] in words.that), 0
        )
        who = next(_speakers(name, sources), None) if name else None
        if who and (after or word in words.addressed):
            heard = text[end : found[after].start() if after else end + 40]
            listener = NAME.search(heard)
            listeners = _named(listener.group(), sources) if listener else ()
            if after or listeners:
                spoken = tuple(source for source in listeners if _speaks(who, source))
                return Attribution(who, spoken or listeners)
        if len(text) - end > _ASIDE or not before.rstrip().endswith(","):
            continue
        closing = text[end:].strip(" .")
        who = next(_speakers(closing, sources), None)
        if who and fold(closing.split()[-1]) == fold(surname(who).split()[-1]):
            return Attribution(who, ())
    return None


def _speakers(said: str, sources: Sequence[Source]) -> Iterator[str]:
    """Yield the speakers of the sources that a text names, by the surname at least."""
    present = {fold(word) for name in NAME.findall(said) for word in name.split()}
    seen: set[str] = set()
    for source in sources:
        for turn in source.turns:
            name = turn.speaker
            if name and name not in seen:
                seen.add(name)
                last = surname(name).split()
                if last and last[-1] in present and last[-1] not in vocabulary("titles"):
                    yield name


def _speaks(who: str, source: Source) -> bool:
    return any(turn.speaker == who for turn in source.turns)


def _named(said: str, sources: Sequence[Source]) -> tuple[Source, ...]:
    """Return the sources whose publisher, title, alias or speaker a text gives by name.

    Else the one source whose head or foot alone has such a name, as that of who published it.
    """
    names = [" ".join(name.split()).casefold() for name in NAME.findall(said)]
    found = tuple(
        source
        for source in sources
        if any(
            _holds(known, name)
            for name in names
            for known in (source.publisher, source.title, *source.aliases, *_voices(source))
        )
    )
    if found:
        return found
    edges = [source for source in sources if any(_holds(_edges(source), name) for name in names)]
    return tuple(edges) if len(edges) == 1 else ()


def _edges(source: Source) -> str:
    return f"{source.text[:_EDGE]} {source.text[-_EDGE:]}"


def _voices(source: Source) -> set[str]:
    return {turn.speaker for turn in source.turns if turn.speaker}


def _holds(known: str | None, name: str) -> bool:
    """Say whether a name stands in another, as a word or words of it."""
    return bool(known) and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", str(known).casefold()) is not None


def _of_year(said: str, sources: Sequence[Source]) -> tuple[Source, ...]:
    years = set(_YEAR.findall(said))
    return tuple(source for source in sources if source.date and source.date[:4] in years)
