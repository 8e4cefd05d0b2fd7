"""What is said of one mention: both values or the words that differ, the passages, the rule."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from factcheck._reporters.blocks import distinct
from factcheck._reporters.difference import Spans, differing
from factcheck._reporters.html.chart import Chart, charted, point
from factcheck._reporters.html.documents import Documents, in_words, language
from factcheck._reporters.html.pieces import Piece, marked, rewritten
from factcheck._reporters.html.tones import CONFLICTING, REFUTED, SUPPORTED, Tone, of_finding
from factcheck._reporters.summary import words_of
from factcheck.model import Claim, Evidence, Finding, Rule, Stance, Verdict

_MOST_PASSAGES = 6  # shown of one mention; where the others are is told
_MOST_CHARACTERS = 1_500  # of a passage or quotation; from there on it is cut
_PAIR = 48  # characters of the two values that stand beside each other
_NO_WORD = re.compile(r"[^\w.,]+|[.,](?!\d)")
_ENDS = ".!?…:;\"'”’»)]}\n\r"
_STANCES = {Stance.SUPPORTS: SUPPORTED, Stance.REFUTES: REFUTED, Stance.CONTEXT: None}
_WORDS = {Stance.SUPPORTS: "agrees", Stance.REFUTES: "says otherwise", Stance.CONTEXT: "nearest passage"}


class Passage(NamedTuple):
    """A passage of a source: its words in their sentence, where it stands and who says it.

    ``document`` is the number of its source, ``None`` where that is not at hand, and ``title`` what the
    source is called.
    """

    stance: Stance
    tone: Tone | None
    word: str
    before: str
    words: tuple[Piece, ...]
    after: str
    document: int | None
    title: str
    date: str | None
    language: str | None
    evidence: Evidence


class Note(NamedTuple):
    """One finding, ready to be shown.

    ``pair`` are the two values, the claim's first, where both are short; ``change`` the source's words with
    the claim's struck out, where it is words that differ. ``also`` are passages that say the same again.
    """

    number: int
    tone: Tone
    ours: str
    rule: Rule | None
    message: str
    pair: tuple[str, str] | None
    change: tuple[Piece, ...]
    passages: tuple[Passage, ...]
    also: tuple[Passage, ...]
    left_out: int
    chart: Chart | None

    @property
    def is_open(self) -> bool:
        """Whether it is to be read; what agrees need only be at hand."""
        return self.tone is not SUPPORTED


def note(number: int, claim: Claim, finding: Finding, documents: Documents) -> Note:
    """Return the note of one finding of a claim."""
    tone = of_finding(finding)
    kept, also = distinct(finding.evidence)
    ours = ""
    changes: tuple[Spans, Spans] = ((), ())
    if finding.mention is not None:
        text, start, end, _ = words_of(claim, finding.mention)
        ours = text[start:end]
        if kept and finding.verdict is Verdict.REFUTED:
            changes = differing(ours, kept[0].text)
    shown = kept[:_MOST_PASSAGES]
    passages = tuple(
        passage(evidence, documents, () if index else changes[1]) for index, evidence in enumerate(shown)
    )
    return Note(
        number=number,
        tone=tone,
        ours=clipped(ours),
        rule=finding.rule,
        message=finding.message,
        pair=_pair(ours, tone, shown, changes),
        change=tuple(rewritten(ours, kept[0].text, changes)) if changes[0] else (),
        passages=passages,
        also=tuple(passage(evidence, documents) for evidence in also[:_MOST_PASSAGES]),
        left_out=len(kept) - len(shown) + max(0, len(also) - _MOST_PASSAGES),
        chart=_chart(ours, finding, documents) if tone is CONFLICTING else None,
    )


def passage(evidence: Evidence, documents: Documents, changed: Spans = ()) -> Passage:
    """Return a passage ready to be shown; ``changed`` are the spans of it that differ from the claim."""
    number, source = documents.cite(evidence)
    text = source.text if source is not None else ""
    begin, end = evidence.start - len(evidence.prefix), evidence.end + len(evidence.suffix)
    before = _after_a_cut(evidence.prefix) if _is_cut(text, begin) else evidence.prefix
    after = _after_a_cut(evidence.suffix[::-1])[::-1] if _goes_on(text, end) else evidence.suffix
    words = clipped(evidence.text)
    return Passage(
        stance=evidence.stance,
        tone=_STANCES[evidence.stance],
        word=_WORDS[evidence.stance],
        before=before,
        words=tuple(marked(words, changed if words == evidence.text else (), "in")),
        after=after,
        document=number,
        title=(source.title if source is not None else None) or evidence.source,
        date=in_words(evidence.date),
        language=language(source.language) if source is not None else None,
        evidence=evidence,
    )


def _is_cut(text: str, begin: int) -> bool:
    """Say whether a sentence has begun before an offset of a source."""
    return text[max(0, begin - 2) : begin].strip(" ")[-1:] not in _ENDS


def _goes_on(text: str, end: int) -> bool:
    """Say whether a sentence goes on after an offset of a source."""
    return bool(text[end : end + 1].strip()) and text[max(0, end - 2) : end].rstrip()[-1:] not in _ENDS


def _after_a_cut(words: str) -> str:
    """Return words after the first blank, with a mark for what is left out before them."""
    return f"…{words[words.find(' ') + 1 :]}" if words else words


def clipped(text: str) -> str:
    """Return a text, a very long one without its middle."""
    if len(text) <= _MOST_CHARACTERS:
        return text
    half = _MOST_CHARACTERS // 2
    return f"{text[:half]} […] {text[-half:]}"


def _pair(
    ours: str, tone: Tone, shown: Sequence[Evidence], changes: tuple[Spans, Spans]
) -> tuple[str, str] | None:
    """Return the claim's value and the first that contradicts it, where both are short."""
    theirs = next((evidence.text for evidence in shown if evidence.stance is Stance.REFUTES), "")
    if tone not in (REFUTED, CONFLICTING) or not ours or not theirs or any(changes):
        return None
    same = _NO_WORD.sub("", ours).casefold() == _NO_WORD.sub("", theirs).casefold()
    return None if same or max(len(ours), len(theirs)) > _PAIR else (ours, theirs)


def _chart(ours: str, finding: Finding, documents: Documents) -> Chart | None:
    mention = finding.mention
    value: Mapping[str, object] = mention.value if mention is not None else {}
    return charted([point(evidence, documents) for evidence in finding.evidence], (ours, value))
