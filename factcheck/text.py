"""Texts as the checks see them: tokens, sentences, lines, turns and language, each computed once.

For plugin authors: everything a check needs to know of a text beyond its characters.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import accumulate, islice, pairwise
from typing import Any, NamedTuple

from factcheck import languages
from factcheck._linenumbers import without_line_numbers
from factcheck._pages import without_running_heads
from factcheck.lazy import lazy
from factcheck.model import Landmark, Mention, Source, Turn

_FORM = r"({letter}+(?:['’]{letter}+)*|\d+(?:[.,]\d+)*|[^\w\s]|_)"
_ANY_TOKEN = _FORM.format(letter=r"[^\W\d_]")  # compiled when a text needs it
_LATIN_TOKEN = re.compile(_FORM.format(letter="[A-Za-zª²³µ¹º¼½¾À-ÖØ-öø-ɏ]"))  # the same, in half the time
_BEYOND_LATIN = re.compile("[^\0-\u024f\u2000-\u206f\u20a0-\u20cf\u2190-\u245f\u2500-\u2775\u2794-\u2bff]")
_NEWLINE = re.compile(r"\r\n|\n|\r")
_BREAK = re.compile(  # begins with one set of characters, so that what begins with none of them is skipped
    r"""([.!?…\r\n](?:(?<![\r\n])[.!?…]+)?)"""
    r"""(?:(?<=[\r\n])\s*|(?<![\r\n])\*?["'”’»)\]]*(\s+|(?=["'“‘„«]?[^\W\d_])))"""
)
# the label of a line such as "Born: 1950" or "No. of doors: 7"
FIELD = re.compile(r"[^\W\d_](?:[^\s.:!?]{0,2}\.(?= [a-z])|[^\s.:!?]*)(?: [^\s.:!?]+){0,4} ?:\s")
ROW = re.compile(r"[ \t]*\|")  # how a row of a table begins
_LAST_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*$")
_QUOTED = "\"'“‘„«"
_OPENING = "\"'“‘„«([–—-•*"
_LONG = 1_000  # characters that few sentences have
_LONGEST = 3_000  # that none has
_FIGURES = 5  # where one word in so many has a digit, what is long is a table
_ROW = 300  # characters of a row of one
_BLOCK = 16_384  # characters whose lines are counted together
_LAYOUT_SAMPLE = 200_000  # characters that are looked at to tell how lines are broken
_TYPED = 132  # characters of the longest lines that a typewriter or a terminal makes
_LANGUAGE_SAMPLE = 4000  # tokens that are looked at to tell a language
_LANGUAGE_WITHIN = 100_000  # characters of a long text that hold them
_CLEARLY = 3  # function words that one language must have more than the others


class Span(NamedTuple):
    """A stretch of a text, end exclusive."""

    start: int
    end: int


class Tokens(NamedTuple):
    """The tokens of a text as three lists of one length.

    A token is a word (with its inner apostrophes), a run of digits with its separators, or one other
    character. ``words`` are lower case with straight apostrophes; ``starts`` and ``ends`` are offsets.
    """

    words: list[str]
    starts: list[int]
    ends: list[int]

    def at(self, offset: int) -> int:
        """Return the index of the first token that ends after ``offset``."""
        return bisect_right(self.ends, offset)


def tokenize(text: str) -> Tokens:
    """Split a text into :class:`Tokens` in one pass."""
    lower = text.lower().replace("’", "'")
    if len(lower) != len(text):  # İ and a few others grow in lower case
        lower = "".join(low if len(low := char.lower()) == 1 else char for char in text).replace("’", "'")
    pattern = re.compile(_ANY_TOKEN) if _BEYOND_LATIN.search(lower) else _LATIN_TOKEN
    pieces = pattern.split(lower)  # what is between the tokens, and the tokens
    bounds = list(accumulate(map(len, pieces)))
    return Tokens(pieces[1::2], bounds[:-1:2], bounds[1::2])


@cache
def function_words(language: str) -> frozenset[str]:
    """Return the words of a language that carry grammar rather than content."""
    return frozenset(languages.load(language, "words").get("function", "").split())


@cache
def _abbreviations(language: str) -> frozenset[str]:
    return frozenset(languages.load(language, "words").get("abbreviations", "").split())


@cache
def _vocabulary(language: str) -> frozenset[str]:
    """Return every word a pack lists of the language itself, its numbers, dates and sheets, in any role."""
    words: set[str] = set()
    lists: list[object] = [
        languages.load(language, section) for section in ("words", "numbers", "dates", "sheets")
    ]
    for listed in lists:
        if isinstance(listed, str):
            words.update(listed.split())
        elif isinstance(listed, Mapping):
            lists.extend(listed.values())
    return frozenset(words)


def detect_language(words: Iterable[str], default: str = "") -> str:
    """Return the code of the pack whose function words occur most, ``default`` when none is known.

    Where they do not tell clearly (a short claim, with names that are words elsewhere), all words of the
    packs are counted. Single letters are no words here (U.S., Dutch *u*).
    """
    sample = [word for word in islice(words, _LANGUAGE_SAMPLE) if len(word) > 1]
    for known, margin in ((function_words, _CLEARLY), (_vocabulary, 1)):
        score = {code: sum(map(known(code).__contains__, sample)) for code in languages.available()}
        best, *others = sorted(score.values(), reverse=True) or [0]
        if best - max(others, default=0) >= margin:
            return max(score, key=score.__getitem__)
    return default


class Document:
    """A text to extract from and judge by: a source, or the statement or quotation of a claim.

    ``terms`` maps words to the glossary key of the project that they stand for; ``people`` maps a full
    name to its other spellings. ``date`` is ISO or ``None``. ``mentions`` is what the checks of the run found
    in it, in order, once they have looked. ``memo`` is where a check or the core keeps what it has worked out
    about this text, under a key of its own. ``carried`` are words that the text only points back to,
    written out for it. ``teller`` is on whose words a claim is judged by its own wording ("as Lee says"),
    ``telling`` the words that say so and nothing of the matter.
    """

    def __init__(
        self,
        text: str,
        *,
        name: str = "",
        language: str | None = None,
        date: str | None = None,
        title: str | None = None,
        turns: tuple[Turn, ...] = (),
        landmarks: tuple[Landmark, ...] = (),
        terms: Mapping[str, str] | None = None,
        people: Mapping[str, tuple[str, ...]] | None = None,
        carried: Sequence[Span] = (),
    ):
        self.text = text
        self.name = name
        self.date = date
        self.title = title
        self.turns = turns
        self.landmarks = landmarks
        self.terms = terms or {}
        self.people = people or {}
        self.carried = tuple(carried)
        self.mentions: tuple[Mention, ...] = ()
        self.memo: dict[object, Any] = {}
        self.teller: str | None = None
        self.telling: Span | None = None
        self._language = language

    @classmethod
    def of(cls, source: Source, terms: Mapping[str, str] | None = None) -> "Document":
        """Return the document of a source."""
        return cls(
            source.text,
            name=source.name,
            language=source.language or None,
            date=source.date,
            title=source.title,
            turns=source.turns,
            landmarks=source.landmarks,
            terms=terms,
            people=source.people,
        )

    @lazy
    def language(self) -> str:
        """The code of the text's language, ``""`` where no pack knows it."""
        if self._language is not None:
            return self._language
        if len(self.text) > _LANGUAGE_WITHIN:
            return detect_language(tokenize(self.text[:_LANGUAGE_WITHIN]).words)
        return detect_language(self.tokens.words)

    @lazy
    def tokens(self) -> Tokens:
        """The tokens of the whole text."""
        return tokenize(self.text)

    @lazy
    def vocabulary(self) -> frozenset[str]:
        """The distinct tokens of the whole text."""
        return frozenset(self.tokens.words)

    @lazy
    def _newlines_before(self) -> list[int]:
        """How many lines end before each block of the text: all that is kept of a long one's lines."""
        blocks = (self._newlines(at, at + _BLOCK) for at in range(0, len(self.text), _BLOCK))
        return list(accumulate(blocks, initial=0))

    def _newlines(self, start: int, end: int) -> int:
        """Return how many ends of lines a stretch has; one of two characters stands where its last does."""
        count = self.text.count
        returns = count("\r", start, end) if self._has_returns else 0
        return count("\n", start, end) + returns - (returns and count("\r\n", start, end + 1))

    @lazy
    def _has_returns(self) -> bool:
        return "\r" in self.text

    def line_column(self, offset: int) -> tuple[int, int]:
        """Return the line and column of an offset in its file, both counted from 1."""
        if mark := self._landmark(offset):
            return mark.line, mark.column + offset - mark.start
        text, before = self.text, self._newlines_before
        block = min(offset // _BLOCK, len(before) - 1)
        first, end = block * _BLOCK, offset
        inside = self._newlines(first, end)
        line = 1 + before[block] + inside
        if not inside:  # the line begins in the last block before that has an end of one
            end = _BLOCK * bisect_left(before, before[block])
            first = max(0, end - _BLOCK)
        newline = text.rfind("\n", first, end)
        returned = text.rfind("\r", first, end)
        if text.startswith("\r\n", returned) and returned == end - 1:
            returned = text.rfind("\r", first, returned)
        start = max(newline, returned) + 1 if end else 0
        return line, offset - start + 1

    def locator_at(self, offset: int) -> str | None:
        """Return how people find an offset, as a time or a page; ``None`` where lines are all there is."""
        mark = self._landmark(offset)
        return mark.locator if mark else None

    def _landmark(self, offset: int) -> Landmark | None:
        at = bisect_right(self._landmark_starts, offset) - 1 if self.landmarks else -1
        return self.landmarks[at] if at >= 0 else None

    @lazy
    def _landmark_starts(self) -> list[int]:
        return [landmark.start for landmark in self.landmarks]

    @lazy
    def hard_wrapped(self) -> bool:
        """Whether newlines inside paragraphs are those of a typewriter rather than ends of paragraphs."""
        lines = self.text[:_LAYOUT_SAMPLE].splitlines()
        if len(lines) < 4:
            return False
        inner = [a.rstrip() for a, b in pairwise(lines) if a.strip() and b.strip()]
        wrapped = [line for line in inner if len(line) <= _TYPED and line[-1] not in ".!?:…\"'”’»"]
        typed = sum(len(line) if len(line) <= _TYPED else -len(line) for line in lines)
        # a fact sheet and a table break their lines on purpose
        fields = sum(1 for line in inner if FIELD.match(line) or ROW.match(line))
        return typed > 0 and len(inner) >= 3 and len(wrapped) * 2 > len(inner) and fields * 2 <= len(inner)

    @lazy
    def flowing(self) -> str:
        """The text, of the same length, with blanks for line numbers and the running heads between pages."""
        if not self.hard_wrapped:
            return self.text
        return without_running_heads(without_line_numbers(self.text))

    @lazy
    def sentences(self) -> tuple[Span, ...]:
        """The sentences, trimmed and in order; headings and list items count as sentences.

        What is longer than any sentence is cut: a table without full stops into its lines, a text without
        any at the ends of lines. The label of a turn ("Lee:") is none of what is said behind it.
        """
        return tuple(piece for span in self._labels_apart(self._split()) for piece in self._cut(span))

    def sentences_before(self, index: int, most: int) -> Sequence[int]:
        """Return the indexes of the sentences just before one, in order, ``most`` of them and no labels."""
        before: list[int] = []
        while index and len(before) < most:
            index -= 1
            if index not in self._labels:
                before.append(index)
        return before[::-1]

    @lazy
    def _labels(self) -> frozenset[int]:
        """The indexes of the sentences that are the label of a turn."""
        opening = {turn.start for turn in self.turns}
        following = zip(self.sentences, self.sentences[1:], strict=False)
        return frozenset(
            index
            for index, (label, said) in enumerate(following)
            if said.start in opening and self.turn_at(label.start) is None
        )

    def _labels_apart(self, spans: Iterable[Span]) -> Iterable[Span]:
        """Yield spans cut where a turn begins inside of one."""
        starts = self._turn_starts
        for start, end in spans:
            for at in starts[bisect_right(starts, start) : bisect_left(starts, end)]:
                if label := self._trimmed(start, at):
                    yield label
                start = at
            yield Span(start, end)

    def _cut(self, span: Span) -> Iterable[Span]:
        """Yield a sentence, or the pieces of what is too long for one."""
        start, end = span
        if end - start <= _LONG:
            yield span
            return
        words = self.text[start:end].split()
        is_table = sum(any(map(str.isdigit, word)) for word in words) * _FIGURES >= len(words)
        longest = _ROW if is_table else _LONGEST
        while start < end:
            stop = self._piece_end(start, end, longest, first=is_table)
            if piece := self._trimmed(start, stop):
                yield piece
            start = stop

    def _piece_end(self, start: int, end: int, longest: int, *, first: bool) -> int:
        """Return where a piece ends: with its last (or its ``first``) line, else behind its last word."""
        text, stop = self.text, min(end, start + longest)
        if first and (line := _NEWLINE.search(text, start, stop)):
            return line.end()
        if stop == end:
            return end
        lines = max(text.rfind("\n", start, stop), text.rfind("\r", start, stop))
        words = max(text.rfind(" ", start, stop), text.rfind("\t", start, stop))
        return next((at + 1 for at in (lines, words) if at >= start), stop)

    def _split(self) -> Iterable[Span]:
        text, start = self.text, 0
        for match in _BREAK.finditer(text):
            mark, gap = match.groups()
            end, after = match.span()
            if gap is None:
                wraps = self.hard_wrapped and len(_NEWLINE.findall(match.group())) < 2
                if wraps and not ROW.match(text, after):
                    continue
            elif self._ends_sentence(mark, end, gap, after):
                end = after - len(gap)
            else:
                continue
            if span := self._trimmed(start, end):
                yield span
            start = after
        if span := self._trimmed(start, len(text)):
            yield span

    def _trimmed(self, start: int, end: int) -> Span | None:
        text = self.text
        if start < end and not (text[start].isspace() or text[end - 1].isspace()):
            return Span(start, end)
        piece = text[start:end].rstrip()
        stripped = piece.lstrip()
        return Span(start + len(piece) - len(stripped), start + len(piece)) if stripped else None

    def _ends_sentence(self, mark: str, at: int, gap: str, after: int) -> bool:
        """Whether a mark at an offset ends a sentence, by the gap behind it and what follows that."""
        text = self.text
        following = text[after : after + 1]
        if not gap:  # a question glued to its answer
            return mark[-1] in "?!" and (following.isupper() or following in _OPENING)
        newlines = 0 if gap == " " else len(_NEWLINE.findall(gap))
        if newlines > 1 or (newlines and not self.hard_wrapped):
            return True
        if following and not (following.isupper() or following.isdigit() or following in _OPENING):
            return False
        if mark == ".":
            word = text[max(0, at - 20) : at].rpartition(" ")[2]
            if not word.isalpha():
                word = found.group() if (found := _LAST_WORD.search(word)) else ""
            if (len(word) == 1 and word.isupper()) or word.lower() in _abbreviations(self.language):
                return False
        return True

    def sentence_at(self, offset: int) -> Span:
        """Return the sentence that holds an offset (or the one before it, between two)."""
        return self.sentences[self.sentence_index(offset)] if self.sentences else Span(0, len(self.text))

    def sentence_index(self, offset: int) -> int:
        """Return the index in :attr:`sentences` of the sentence that holds an offset."""
        starts = self._sentence_starts
        return max(0, bisect_right(starts, offset) - 1) if len(starts) > 1 else 0

    @lazy
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    def turn_at(self, offset: int) -> Turn | None:
        """Return the turn that holds an offset, ``None`` outside all of them."""
        index = bisect_right(self._turn_starts, offset) - 1
        return self.turns[index] if index >= 0 and offset < self.turns[index].end else None

    def labelled_turn(self, offset: int) -> Turn | None:
        """Return the turn that holds an offset where it stands behind a label and without quotation marks.

        Who speaks there says "I", and all of it is speech, as in a transcript; in an interview in prose the
        narrator's "he said" may stand in between.
        """
        turn, text = self.turn_at(offset), self.text
        if turn is None or not turn.speaker or text[turn.start] in _QUOTED:
            return None
        at = bisect_right(self._turn_starts, turn.start) - 1
        before = text[self.turns[at - 1].end if at else 0 : turn.start]
        return turn if any(map(str.isalpha, before)) else None

    @lazy
    def _turn_starts(self) -> list[int]:
        return [turn.start for turn in self.turns]

    def words_in(self, span: Span) -> list[str]:
        """Return the lower-case tokens that lie inside a span."""
        first, last = self.tokens.at(span[0]), bisect_right(self.tokens.starts, span[1] - 1)
        return self.tokens.words[first:last]
