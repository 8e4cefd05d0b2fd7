"""Drafts: articles in Markdown or plain text whose sentences are claims.

The prose of the file is read into sentences. Each with a number, date or quotation is a claim that knows its
place and how it reads by itself; a quotation over several sentences is one. The others are counted.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from factcheck._claims import ClaimsFile
from factcheck._decisions import Decision, normalised, text_of
from factcheck._decode import decode
from factcheck._drafts import frontmatter
from factcheck._drafts.frontmatter import FrontMatter
from factcheck._drafts.prose import Block, Prose, plain
from factcheck._drafts.subjects import Edit, pointers
from factcheck._drafts.suppressions import Flaw, suppressions, unknown
from factcheck._yaml import MOST_BYTES, Fault
from factcheck.errors import InputError
from factcheck.model import Claim, Mention, OffsetMap, Place, Problem, Reading, Rule
from factcheck.people import strip_titles
from factcheck.text import Document, Span

SUFFIXES = (".md", ".markdown")
_SIGNED = "–—-―"
_QUOTE_WORDS = 5  # words of a block quotation without marks from which it is somebody's words

Extract = Callable[[Document], Sequence[Mention]]


class Extraction(NamedTuple):
    """What is asked of the checks: all mentions of a text, and only those that enclose others."""

    mentions: Extract
    quotations: Extract


def read_draft(
    path: str,
    data: bytes,
    extraction: Extraction,
    people: Iterable[str] = (),
    rules: Mapping[str, Rule] | None = None,
) -> ClaimsFile:
    """Read the claims of a draft; ``path`` is how they are named, ``people`` whom the sources hear speak.

    ``rules`` are all that its comments can name, by code; ``None`` where not all are known.

    Never raises for what the file holds.
    """
    text = ""
    try:
        if len(data) > MOST_BYTES:
            size = f"{len(data) / 1e6:.1f} MB, more than {MOST_BYTES // 1_000_000} MB"
            raise InputError(f"the draft has {size}; split it")
        text = decode(data)
        return _Draft(path, Document(text, name=path)).read(extraction, people, rules)
    except Fault as fault:
        problem = Problem(path, fault.line, fault.column, fault.rule.code, fault.message)
    except InputError as error:
        problem = Problem(path, error.line, error.column, error.code, error.message)
    return ClaimsFile(path, text, (), (problem,))


def opened(path: str, file: Document) -> tuple[FrontMatter, Prose]:
    """Return what a draft says of itself, and its prose.

    Raises:
        Fault: its front matter cannot be used.
        InputError: a comment of it is never closed.

    """
    if not is_markdown(path):
        return FrontMatter(), plain(file.text)
    from factcheck._drafts import markdown  # its parser is for drafts alone

    front = frontmatter.read(file)
    return front, markdown.prose(file.text, front.body)


def is_markdown(path: str) -> bool:
    """Say whether a draft is read as Markdown; else it is plain text."""
    return path.lower().endswith(SUFFIXES)


class _Draft:
    """A draft being read."""

    def __init__(self, path: str, file: Document):
        self.path = path
        self.file = file
        self.front, self.prose = opened(path, file)

    def read(
        self, extraction: Extraction, people: Iterable[str], rules: Mapping[str, Rule] | None
    ) -> ClaimsFile:
        written = Document(self.prose.text, name=self.path, date=self.front.date)
        edits = pointers(written, extraction.quotations(written), people, self.front.subject)
        edits = _merged(edits, self.prose.blocks)
        read_as, back = _edited(written.text, edits)
        document = Document(read_as, name=self.path, date=self.front.date, language=written.language)
        claims: list[Claim] = []
        unchecked: list[Place] = []
        for span, mentions in _sentences(document, extraction.mentions(document)):
            here = Span(back.start(span.start), back.end(span.end))
            if mentions:
                claims.append(self._claim(here, span, document, back, mentions))
            elif not document.text[span.start : span.end].strip().startswith(tuple(_SIGNED)):
                unchecked.append(self._place(here))
        claims, unchecked = self._with_block_quotations(claims, unchecked, document.language)
        claims.sort(key=lambda claim: claim.place.start)
        decisions, flaws = self._decisions(claims, rules)
        problems = tuple(self._problem(*flaw) for flaw in flaws)
        sources_at = self.file.line_column(self.front.sources_at)
        return ClaimsFile(
            self.path, self.file.text, tuple(claims), problems, tuple(unchecked), tuple(decisions), sources_at
        )

    def _place(self, span: Span) -> Place:
        start, end = self.prose.origin(span.start), self.prose.origin.end(span.end)
        return Place(self.path, *self.file.line_column(start), *self.file.line_column(end), start, end)

    def _claim(
        self, here: Span, span: Span, document: Document, back: _Back, mentions: Sequence[Mention]
    ) -> Claim:
        place = self._place(here)
        speakers = {str(name) for mention in mentions if (name := mention.value.get("speaker"))}
        return Claim(
            id=f"{self.path}:{place.line}:{place.column}",
            place=place,
            statement=self.prose.text[here.start : here.end],
            speaker=strip_titles(speakers.pop()) if len(speakers) == 1 else None,
            sources=self.front.sources,
            statement_map=self._part(here),
            reading=Reading(
                document.text[span.start : span.end],
                back.part(span, here),
                document.language,
                self.front.date,
                back.carried(span),
            ),
        )

    def _part(self, span: Span) -> OffsetMap:
        """Return the map from a stretch of the prose to the file."""
        runs = self.prose.origin.runs
        first, last = bisect_left(runs, (span.start + 1, -1)), bisect_left(runs, (span.end + 1, -1))
        inner = tuple((here - span.start, there) for here, there in runs[first:last])
        return OffsetMap(((0, self.prose.origin(span.start)), *inner))

    def _with_block_quotations(
        self, claims: list[Claim], unchecked: list[Place], language: str
    ) -> tuple[list[Claim], list[Place]]:
        """Make one quotation of each block quotation that has no quotation marks of its own."""
        quoted = [block for block in self.prose.blocks if block.quoted]
        for _, group in groupby(quoted, key=lambda block: block.group):
            blocks = list(group)
            text = self.prose.text
            signed = text[blocks[-1].start : blocks[-1].end].lstrip().startswith(tuple(_SIGNED))
            signature = text[blocks[-1].start : blocks[-1].end].strip(f"{_SIGNED} \n") if signed else ""
            words = blocks[:-1] if signed else blocks
            if not words or any(char in text[words[0].start : words[-1].end] for char in '“”„«»"'):
                continue
            span = Span(words[0].start, words[-1].end)
            if len(text[slice(*span)].split()) < _QUOTE_WORDS:
                continue
            place = self._place(span)
            claims = [claim for claim in claims if not place.start <= claim.place.start < place.end]
            unchecked = [other for other in unchecked if not place.start <= other.start < place.end]
            claims.append(
                Claim(
                    id=f"{self.path}:{place.line}:{place.column}",
                    place=place,
                    quote=text[slice(*span)],
                    speaker=signature.partition(",")[0] or None,
                    sources=self.front.sources,
                    quote_map=self._part(span),
                    reading=Reading("", OffsetMap(((0, 0),)), language, self.front.date),
                )
            )
        return claims, unchecked

    def _decisions(
        self, claims: Sequence[Claim], rules: Mapping[str, Rule] | None
    ) -> tuple[list[Decision], list[Flaw]]:
        """Return what the comments of the draft accept, each for the statements it covers."""
        found: list[Decision] = []
        flaws: list[Flaw] = []
        seen: Counter[str] = Counter()
        fingerprints = []
        for claim in claims:
            text = normalised(text_of(claim))
            seen[text] += 1
            fingerprints.append((claim.place.start, text, seen[text]))
        for item in suppressions(self.prose, len(self.file.text)):
            if isinstance(item, Flaw):
                flaws.append(item)
                continue
            if wrong := unknown(item, rules):
                flaws.append(wrong)
                continue
            inside = [(text, n) for at, text, n in fingerprints if item.start <= at < item.end] or [("", 1)]
            line, column = self.file.line_column(item.at)
            found += (
                Decision(code, text, item.reason, self.path, line, column, self.path, occurrence)
                for code in item.codes or ("",)
                for text, occurrence in inside
            )
        return found, flaws

    def _problem(self, rule: Rule, message: str, at: int) -> Problem:
        return Problem(self.path, *self.file.line_column(at), rule.code, message)


def _sentences(document: Document, mentions: Sequence[Mention]) -> Iterator[tuple[Span, list[Mention]]]:
    """Yield the sentences with what can be judged in each; a quotation keeps its sentences together."""
    joined: list[Span] = []
    reach = -1
    of = 0  # the first mention that does not begin before the sentence
    for sentence in document.sentences:
        while of < len(mentions) and mentions[of].start < sentence.start:
            reach = max(reach, mentions[of].end)
            of += 1
        if joined and reach > sentence.start:
            joined[-1] = Span(joined[-1].start, sentence.end)
        else:
            joined.append(sentence)
    at = 0
    for span in joined:
        inside = []
        while at < len(mentions) and mentions[at].start < span.end:
            if mentions[at].judgeable:
                inside.append(mentions[at])
            at += 1
        yield span, inside


class _Back:
    """The way from a text as it is read back to the text as it is written."""

    def __init__(self, edits: Sequence[tuple[Span, Span]]):
        self._edits = edits  # each the span in the text as read, and the span written
        self._starts = [read.start for read, _ in edits]

    def _edit(self, offset: int) -> tuple[Span, Span] | None:
        index = bisect_left(self._starts, offset + 1) - 1
        return self._edits[index] if index >= 0 else None

    def start(self, offset: int) -> int:
        """Return where a span begins in the written text that begins at ``offset`` of the text read."""
        edit = self._edit(offset)
        if edit is None:
            return offset
        read, written = edit
        return written.start if offset < read.end else written.end + offset - read.end

    def end(self, offset: int) -> int:
        """Return where a span ends in the written text that ends at ``offset`` of the text read."""
        edit = self._edit(offset - 1)
        if edit is None:
            return offset
        read, written = edit
        return written.end if offset <= read.end else written.end + offset - read.end

    def carried(self, span: Span) -> tuple[tuple[int, int], ...]:
        """Return what is not written in a sentence, in offsets of the sentence as it is read."""
        return tuple((read.start - span.start, read.end - span.start) for read, _ in self._inside(span))

    def _inside(self, span: Span) -> Iterator[tuple[Span, Span]]:
        for edit in self._edits[bisect_left(self._starts, span.start) :]:
            if edit[0].start >= span.end:
                break
            yield edit

    def part(self, span: Span, here: Span) -> OffsetMap:
        """Return the map from a sentence as it is read to the sentence as it is written."""
        runs = [(0, self.start(span.start) - here.start)]
        for read, written in self._inside(span):
            runs.append((read.start - span.start, written.start - here.start))
            runs.append((read.end - span.start, written.end - here.start))
        return OffsetMap(tuple(runs))


def _edited(text: str, edits: Sequence[Edit]) -> tuple[str, _Back]:
    pieces: list[str] = []
    spans: list[tuple[Span, Span]] = []
    at = size = 0
    for start, end, new in edits:
        pieces += (text[at:start], new)
        size += start - at
        spans.append((Span(size, size + len(new)), Span(start, end)))
        size += len(new)
        at = end
    return "".join((*pieces, text[at:])), _Back(spans)


def _merged(edits: Sequence[Edit], blocks: Sequence[Block]) -> list[Edit]:
    """Return the edits with what is to be read around each block, in order."""
    around = [Edit(b.start, b.start, b.lead) for b in blocks if b.lead]
    around += [Edit(b.end, b.end, b.tail) for b in blocks if b.tail]
    return sorted([*edits, *around], key=lambda edit: (edit.start, edit.end))
