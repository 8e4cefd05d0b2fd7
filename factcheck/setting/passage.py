"""Where a mention stands: its sentence and clause, the words and names there, and what stands before.

For plugin authors: :class:`factcheck.setting.Setting` is a passage with what it tells of the mention.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from factcheck.clauses import Clause, clause_at, clauses, figures, is_time
from factcheck.keys import tells_event
from factcheck.lazy import lazy
from factcheck.model import Mention
from factcheck.nouns import Counted, counted
from factcheck.reference import referred, speaker_keys
from factcheck.tables import Cell, cell_at, lines_above
from factcheck.text import FIELD, Document, Span
from factcheck.vocabulary import grammar, word_keys, word_list
from factcheck.wording import (
    Word,
    heading_keys,
    keys_of,
    sentence_keys,
    sentence_names,
    sentence_words,
    subject,
)

BESIDE = 4  # words on each side of a mention that tell how alike two are worded
AGES = frozenset(("year", "month", "week", "day"))  # units of a number that is an age
_CLOSING = "\"'”’*_) "  # what may stand behind a question mark
_NEAR = 3  # sentences before a passage that may name its subject


def _is_line_of_sheet(document: Document, sentence: Span) -> bool:
    return FIELD.match(document.text, *sentence) is not None


class Passage:
    """The text around a mention, each part worked out when it is first asked for, and kept."""

    def __init__(self, document: Document, mention: Mention):
        self.document = document
        self.mention = mention
        self.index = document.sentence_index(mention.start)
        self.sentence = document.sentence_at(mention.start)

    @lazy
    def counted(self) -> Counted | None:
        """What the figure counts; a date or an age counts nothing."""
        dated = self.mention.kind == "date" or self.mention.value.get("unit") in AGES
        return None if dated else counted(self.document, self.mention)

    @lazy
    def keys(self) -> frozenset[str]:
        """The keys of all words of the sentence, and of whom it surely speaks of: "I", a field's subject."""
        said = sentence_keys(self.document, self.index) | speaker_keys(self.document, self.index)
        return said | self.label | self.section if self.is_field else said

    @lazy
    def label(self) -> frozenset[str]:
        """The keys of what a field of a fact sheet, or the column of a table, is called."""
        if self.cell:
            return self._keys_of(self.cell.column)
        end = self.document.text.find(":", self.sentence.start)
        words = sentence_words(self.document, self.index) if self.is_field else ()
        return keys_of(word for word in words if word.start < end)

    @lazy
    def fields_beside(self) -> tuple[int, ...]:
        """The places of the lines of a fact sheet that stand with this one, without a break."""
        sentences, run = self.document.sentences, [self.index] if self.is_field else []
        for step in (-1, 1) if run else ():
            at = self.index + step
            while 0 <= at < len(sentences) and _is_line_of_sheet(self.document, sentences[at]):
                run.append(at)
                at += step
        return tuple(sorted(run))

    @lazy
    def section(self) -> frozenset[str]:
        """The keys of what a field is of: of the heading it stands under, else of what the text is about.

        A row of a table is of what its first cell says.
        """
        if self.cell:
            return self._keys_of(self.cell.row)
        document, index = self.document, self.index
        while index and _is_line_of_sheet(document, document.sentences[index]):
            index -= 1
        heading = document.sentences[index]
        if _is_line_of_sheet(document, heading) or document.text[heading.end - 1] in ".!?:;,":
            return subject(document)
        return heading_keys(document, index)

    @lazy
    def is_field(self) -> bool:
        """Whether the mention is the value of a line such as ``Born: 4 May 1950``, and nobody speaks here.

        So is what stands in the cell of a table.
        """
        if self.cell:
            return True
        opening = self.document.text[self.sentence.start : self.mention.start]
        label = FIELD.match(opening)
        if label is None or any(turn.speaker for turn in self.document.turns):
            return False
        copulas = grammar(self.document.language, "copulas")
        return not any(word in copulas for word in label[0].lower().split())

    @lazy
    def cell(self) -> Cell | None:
        """The cell of a table that the mention stands in."""
        return cell_at(self.document, self.mention.start)

    def _keys_of(self, span: Span) -> frozenset[str]:
        words = sentence_words(self.document, self.document.sentence_index(span.start))
        return keys_of(word for word in words if span.start <= word.start < span.end)

    @lazy
    def near(self) -> frozenset[str]:
        """The keys of the sentences just before, which may name what this one speaks of.

        For a row of a table it is what stands above the table.
        """
        before: Iterable[int] = self.document.sentences_before(self.index, _NEAR)
        if self.cell:
            before = lines_above(self.document, self.cell)
        return frozenset().union(*(sentence_keys(self.document, index) for index in before))

    @lazy
    def question(self) -> int | None:
        """The place of the sentence just before, where that is a question."""
        for index in self.document.sentences_before(self.index, 1):
            if self.document.text[slice(*self.document.sentences[index])].rstrip(_CLOSING).endswith("?"):
                return index
        return None

    @lazy
    def known(self) -> frozenset[str]:
        """The keys of the sentence, of those just before, and of what the text is about."""
        return self.keys | self.near | subject(self.document)

    @lazy
    def names_around(self) -> list[list[Word]]:
        """The names of the sentence and of those just before."""
        around = range(max(0, self.index - _NEAR) if not self.cell else self.index, self.index + 1)
        return [name for index in around for name in sentence_names(self.document, index)]

    @lazy
    def referred(self) -> frozenset[str]:
        """The keys of the names the sentence speaks of without giving them."""
        pointed = (reference.keys for reference in referred(self.document, self.index))
        return frozenset().union(*pointed) - self.keys

    @lazy
    def names(self) -> tuple[list[Word], ...]:
        """The names of the sentence, each the words that stand together.

        Neither a unit ("3.6 *MW*") nor a month is one.
        """
        told = [(one.start, one.end) for one in figures(self.document, self.sentence)]
        return tuple(
            name
            for name in sentence_names(self.document, self.index)
            if not any(start <= name[0].start and name[-1].end <= end for start, end in told)
        )

    def is_told(self, name: list[Word]) -> bool:
        """Whether a figure is of a name: one of its clause, or before the first figure, which is of all."""
        counts = (one.start for one in figures(self.document, self.sentence) if not is_time(one))
        return name[0].start < next(counts, self.mention.start) or self.clause.holds(name[0].start)

    @lazy
    def parts(self) -> tuple[tuple[Clause, ...], int]:
        """The clauses of the sentence, and which of them is the figure's."""
        return clauses(self.document, self.index), clause_at(self.document, self.index, self.mention.start)

    @lazy
    def clause(self) -> Clause:
        """The clause that holds the mention."""
        parts, own = self.parts
        return parts[own]

    @lazy
    def clause_words(self) -> list[Word]:
        """The content words of the figure's own clause."""
        return [word for word in sentence_words(self.document, self.index) if self.clause.holds(word.start)]

    @lazy
    def clause_tokens(self) -> frozenset[str]:
        """The words of the figure's own clause, or of its column and its row, in lower case."""
        column = self.document.words_in(self.cell.column) if self.cell else ()
        return frozenset((*column, *self.document.words_in(Span(self.clause.start, self.clause.end))))

    @lazy
    def predicate(self) -> Span:
        """The clause without what another verb says after a conjunction ("and died in")."""
        words, starts = self.document.tokens.words, self.document.tokens.starts
        language = self.document.language
        joins, verbs = grammar(language, "conjunctions"), word_list(language, "verbs")
        start, end = self.clause.start, self.clause.end
        first, last = self.positions(Span(start, end))
        for position in range(first, last - 1):
            if words[position] not in joins or words[position + 1] not in verbs:
                continue
            if starts[position] >= self.mention.end:
                end = starts[position]
                break
            if starts[position] < self.mention.start:
                start = starts[position + 1]
        return Span(start, end)

    @property
    def has_predicate(self) -> bool:
        """Whether a verb follows the figure in its clause, of which the figure is then the subject."""
        words = self.document.words_in(Span(self.mention.end, max(self.mention.end, self.clause.end)))
        return not word_list(self.document.language, "verbs").isdisjoint(words)

    @property
    def says_nothing(self) -> bool:
        """Whether no verb stands in the figure's clause: "of the 540 people in Ghent, ..."."""
        return not self.tells(self.clause)

    @property
    def is_fragment(self) -> bool:
        """Whether the sentence states nothing by itself: "Not a single one in nineteen years."."""
        return not any(map(self.tells, self.parts[0]))

    def tells(self, clause: Clause) -> bool:
        """Whether a clause states something: "in a town of 900 people" and "of the 40 boats built" do not."""
        language = self.document.language
        verbs = word_list(language, "verbs")
        words = self.document.words_in(Span(clause.start, clause.end))
        return not set(words[:1]) & set(grammar(language, "of")) and any(
            word in verbs or tells_event(word_keys(word, language)) for word in words
        )

    @property
    def elaborates(self) -> bool:
        """Whether the figure's clause follows a colon: "two died: a man of 74 and ..."."""
        before = self.document.text[max(0, self.clause.start - 2) : self.clause.start]
        return self.parts[1] > 0 and ":" in before and not self.is_field

    @lazy
    def half(self) -> Span:
        """The part of the sentence between two semicolons that holds the mention, those in brackets aside."""
        text, (start, end) = self.document.text, self.sentence
        cuts = [
            at
            for at in range(start, end)
            if text[at] == ";" and text.count("(", start, at) == text.count(")", start, at)
        ]
        first = max((at for at in cuts if at < self.mention.start), default=start)
        return Span(first, min((at for at in cuts if at > self.mention.start), default=end))

    def in_half(self, word: Word) -> bool:
        """Say whether a word stands there."""
        return self.half.start <= word.start < self.half.end

    @lazy
    def told_until(self) -> int:
        """Where the sentence turns from what it tells of the mention to when that was ("when he ...")."""
        words, starts = self.document.tokens.words, self.document.tokens.starts
        anchors = grammar(self.document.language, "time_anchors")
        behind = range(*self.positions(Span(self.mention.end, max(self.mention.end, self.sentence.end))))
        return next((starts[at] for at in behind if words[at] in anchors), self.sentence.end)

    @lazy
    def is_heading(self) -> bool:
        """Whether the sentence is the first line of the text, without a full stop or a verb."""
        text, (start, end) = self.document.text, self.sentence
        if self.index or text[end - 1] in ".!?:;" or not text.startswith("\n", end):
            return False
        words = self.document.tokens.words[slice(*self.positions(Span(start, end)))]
        return word_list(self.document.language, "verbs").isdisjoint(words)

    @property
    def word_before(self) -> str:
        """The word right before the mention, in lower case, empty at the start of a text."""
        before = self.document.tokens.at(self.mention.start) - 1
        return self.document.tokens.words[before] if before >= 0 else ""

    @lazy
    def neighbours(self) -> tuple[str, ...]:
        """The four words before the mention and the four behind it, the nearest first, padded with none."""
        words, ends = self.document.tokens.words, [""] * BESIDE
        before, behind = self._bare, self.document.tokens.at(self.mention.end)
        before_it = words[max(0, before - BESIDE) : before][::-1]
        return (*[*before_it, *ends][:BESIDE], *[*words[behind : behind + BESIDE], *ends][:BESIDE])

    @property
    def _bare(self) -> int:
        """The token that the mention begins at with its hedges ("about"), which are no words beside it."""
        return self._without("hedging", self.document.tokens.at(self.mention.start))

    def _without(self, kind: str, at: int) -> int:
        """Return the first of the tokens right before a position that a list of the grammar has."""
        words, dropped = self.document.tokens.words, grammar(self.document.language, kind)
        while at and words[at - 1] in dropped:
            at -= 1
        return at

    @lazy
    def frame(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The words of the sentence before the mention and behind it, without its hedges and a full stop.

        Nor those that only say it was then: "*in* 2017" and "*on the* 3rd" stand for "before 2017".
        """
        words = self.document.tokens.words
        first, last = self.positions(self.sentence)
        start = self._without("dating", self._bare) if is_time(self.mention) else self._bare
        behind = words[self.document.tokens.at(self.mention.end) : last]
        return tuple(words[first:start]), tuple(behind[:-1] if behind[-1:] == ["."] else behind)

    def positions(self, span: Span) -> tuple[int, int]:
        """Return the positions of the tokens of a stretch: the first, and the one behind the last."""
        tokens = self.document.tokens
        return tokens.at(span.start), bisect_left(tokens.starts, span.end)


class Facet:
    """One of the things that a passage tells of its mention."""

    def __init__(self, passage: Passage):
        self.passage = passage
        self.document = passage.document
        self.mention = passage.mention
