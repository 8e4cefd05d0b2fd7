"""The verdict on a claimed quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.checks import Corpus, Occurrence
from factcheck.model import Claim, Evidence, Finding, Rule, Severity, Source, Stance, Verdict
from factcheck.people import same_person, strip_titles, surname
from factcheck.text import Document, Span, detect_language, function_words

from . import rules, wording
from .claimed import Claimed, read
from .lexicon import lexicon
from .locate import Index
from .match import Finder, Match
from .voices import Voice, Voices

_AROUND = 60  # characters of context on either side of a passage
_PARAGRAPH = re.compile(r"\n[ \t]*\r?\n|\r?\n(?=\S)")
_OWN_PARAGRAPH = 8  # words a paragraph must have beyond a quotation to be the narrator's prose
_OWN_WORDS = 6  # words that two people do not say alike by chance
_TELLING = 6  # words from which the language of a quotation can be told


class Reader:
    """What is known of one document: its index, its speakers and how to find a quotation in it."""

    def __init__(self, source: Source, document: Document):
        self.source, self.document = source, document
        self.index = Index(document)
        self.voices = Voices(document)

    @property
    def finder(self) -> Finder:
        """A finder with the words of the document's language."""
        return Finder(self.index, self.voices, lexicon(self.document.language))

    def span(self, match: Match) -> Span:
        """Return the stretch of text from the first piece of a match to the last."""
        return self.index.span(*match.hull)


@dataclass(frozen=True, slots=True)
class Place:
    """A match in a document, and who says it."""

    reader: Reader
    match: Match
    voice: Voice
    attributed: str  # "yes", "no" or "unknown"

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.reader.span(self.match)


def judge(claimed: Occurrence, claim: Claim, corpus: Corpus, readers: dict[int, Reader]) -> Finding:
    """Judge a quotation of a claim against the sources it names; ``readers`` is the memory of the run."""
    value = claimed.mention.value
    quoted = read(str(value.get("text") or claimed.mention.text))
    speaker = claimed.speaker or value.get("speaker") or claim.speaker
    if not quoted.segments:
        return _finding(
            claimed, rules.TOO_SHORT, Verdict.NOT_ENOUGH_EVIDENCE, "there are no words to look for"
        )
    here = [_reader(source, corpus, readers) for source in corpus.sources]
    places = [_place(reader, match, speaker) for reader in here for match in reader.finder.exact(quoted)]
    if not any(place.match.problem is None for place in places):
        places += [_place(reader, match, speaker) for reader in here for match in _near(reader, quoted)]
    if not places:
        return _unfound(claimed, quoted, here)
    best = min(places, key=_rank)
    if best.match.problem is rules.NOT_FOUND:
        return _not_found(claimed, best, quoted)
    return _decide(claimed, quoted, best, places, speaker)


def _reader(source: Source, corpus: Corpus, readers: dict[int, Reader]) -> Reader:
    document = corpus.document(source)
    known = readers.get(id(document))
    if known is None or known.document is not document:
        known = readers[id(document)] = Reader(source, document)
    return known


def _near(reader: Reader, quoted: Claimed) -> Iterator[Match]:
    finder = reader.finder
    if _foreign(reader.document, quoted):
        return
    if len(quoted.segments) > 1 and (found := finder.shortened(quoted)):
        yield found
        if found.problem is None or found.problem is not rules.ALTERED:
            return
    if len(quoted.literal) > 1 and (nearest := finder.nearest(quoted)):
        yield nearest


def _foreign(document: Document, quoted: Claimed) -> bool:
    """Whether a quotation is in another language than the document."""
    language = document.language
    if len(quoted.literal) < _TELLING or not language:
        return False
    other = detect_language(quoted.literal, language)
    ours, theirs = (
        sum(word in function_words(code) for word in quoted.literal) for code in (language, other)
    )
    return other != language and theirs >= ours + 2


def _place(reader: Reader, match: Match, speaker: str | None) -> Place:
    voice = reader.voices.of(reader.index.span(*match.pieces[0])) if speaker else Voice(None, False)
    return Place(reader, match, voice, _attributed(reader, match, voice, speaker))


def _attributed(reader: Reader, match: Match, voice: Voice, speaker: str | None) -> str:
    if not speaker:
        return "yes"
    if voice.speaker and (
        same_person(speaker, voice.speaker, reader.document.people) or _longer(speaker, voice.speaker)
    ):
        return "yes"
    if voice.speaker and voice.sure:
        return "no" if _is_name(voice.speaker) or reader.voices.heard(speaker) else "unknown"
    told = not voice.speaker and not voice.quoted
    if told and voice.role == "question" and reader.voices.heard(speaker):
        return "no"
    if told and voice.role == "narration" and _is_prose(reader, match) and reader.voices.heard(speaker):
        return "no"
    return "unknown"


def _is_name(speaker: str) -> bool:
    """Whether a speaker is named, rather than called by an office (``THE PRESIDENT``)."""
    return len(surname(speaker)) > 1


def _longer(one: str, other: str) -> bool:
    """Whether one name is the other with a name more: ``Ann Lee`` and ``Ann Lee Stone``."""
    short, long = sorted((strip_titles(one).split(), strip_titles(other).split()), key=len)
    return len(short) > 1 and long[: len(short)] == short


def _is_prose(reader: Reader, match: Match) -> bool:
    """Whether a passage is part of a longer paragraph, so no headline and no pull quote."""
    start, end = reader.span(match)
    low, high = _paragraph(reader.document, start, end)
    rest = reader.document.text[low:start].split() + reader.document.text[end:high].split()
    return len(rest) >= _OWN_PARAGRAPH


def _rank(place: Place) -> tuple[object, ...]:
    grave = {None: 0, rules.NOT_FOUND: 3, rules.SPLICED: 2}.get(place.match.problem, 1)
    # words of some length that a text gives to another person are his wherever else they stand
    known = place.match.hull[1] - place.match.hull[0] >= _OWN_WORDS
    said = {"yes": 0, "unknown": 2 if known else 1, "no": 1 if known else 2}[place.attributed]
    return grave, place.match.cost - place.match.share, said, place.reader.source.name, place.match.hull


def _decide(
    claimed: Occurrence, quoted: Claimed, best: Place, places: Sequence[Place], speaker: str | None
) -> Finding:
    text = best.reader.document.text
    passage = text[best.span.start : best.span.end]
    problem = best.match.problem
    if problem is None and best.attributed == "no" and speaker:
        message = wording.misattributed(speaker, best.voice.speaker, best.voice.role)
        others = [place for place in places if place.match.problem is None]
        return _finding(
            claimed, rules.MISATTRIBUTED, Verdict.REFUTED, message, _evidence(others, best, Stance.REFUTES)
        )
    if problem is not None:
        message = wording.problem(best.match, problem, best.reader.index)
        return _finding(
            claimed, problem, Verdict.REFUTED, message, _evidence([best], best, Stance.REFUTES), passage
        )
    if _says_nothing(quoted, best):
        return _finding(
            claimed, rules.TOO_SHORT, Verdict.NOT_ENOUGH_EVIDENCE, rules.TOO_SHORT.summary,
            _evidence([best], best, Stance.CONTEXT),
        )  # fmt: skip
    equal = [place for place in places if place.match.problem is None and place.attributed == best.attributed]
    evidence = _evidence(equal, best, Stance.SUPPORTS)
    notes = list(best.match.notes)
    if _negated(best):
        notes.append(rules.CUT_SHORT)
    if best.attributed == "unknown":
        notes.append(rules.SPEAKER_UNKNOWN)
    note = max(notes, key=lambda rule: rule.severity is Severity.WARNING, default=None)
    message = "; ".join(dict.fromkeys(rule.summary for rule in notes)) or "the source has these words"
    return _finding(claimed, note, Verdict.SUPPORTED, message, evidence)


def _negated(best: Place) -> bool:
    """Whether the word right before a passage, in the same sentence, negates it."""
    index, start = best.reader.index, best.match.hull[0]
    if not start:
        return False
    gap = best.reader.document.text[index.folded.spans[start - 1][1] : index.folded.spans[start][0]]
    return gap == " " and index.words[start - 1] in lexicon(best.reader.document.language).negations


def _says_nothing(quoted: Claimed, best: Place) -> bool:
    words = quoted.literal
    function = lexicon(best.reader.document.language).function
    return len(words) < 3 and all(word in function for word in words)


def _unfound(claimed: Occurrence, quoted: Claimed, here: Sequence[Reader]) -> Finding:
    if here and all(_foreign(reader.document, quoted) for reader in here):
        rule = rules.OTHER_LANGUAGE
    else:
        rule = rules.NOT_FOUND
    return _finding(claimed, rule, Verdict.NOT_ENOUGH_EVIDENCE, rule.summary)


def _not_found(claimed: Occurrence, best: Place, quoted: Claimed) -> Finding:
    shown = best.match.share >= 0.25 and len(quoted.literal) > 3
    evidence = _evidence([best], best, Stance.CONTEXT) if shown else ()
    return _finding(claimed, rules.NOT_FOUND, Verdict.NOT_ENOUGH_EVIDENCE, rules.NOT_FOUND.summary, evidence)


def _finding(
    claimed: Occurrence,
    rule: Rule | None,
    verdict: Verdict,
    message: str,
    evidence: tuple[Evidence, ...] = (),
    suggestion: str | None = None,
) -> Finding:
    severity = rule.severity if rule else Severity.NOTE
    return Finding("quote", rule, severity, verdict, message, claimed.mention, evidence, suggestion)


def _evidence(places: Sequence[Place], best: Place, stance: Stance) -> tuple[Evidence, ...]:
    ordered = [best, *sorted((place for place in places if place is not best), key=_rank)]
    found: list[Evidence] = []
    for place in ordered:
        for piece in _passages(place.match):
            found.append(_passage(place, place.reader.index.span(*piece), stance))
    return tuple(found[:3])


def _passages(match: Match) -> list[tuple[int, int]]:
    """Return the stretches to show: the whole of one passage, or the parts of a splice."""
    return list(match.pieces) if match.problem is rules.SPLICED else [match.hull]


def _passage(place: Place, span: Span, stance: Stance) -> Evidence:
    document, source = place.reader.document, place.reader.source
    start, end = span
    low, high = _paragraph(document, start, end)
    line, column = document.line_column(start)
    return Evidence(
        source=source.name,
        path=source.path,
        line=line,
        column=column,
        start=start,
        end=end,
        text=document.text[start:end],
        stance=stance,
        prefix=document.text[max(low, start - _AROUND) : start],
        suffix=document.text[end : min(high, end + _AROUND)],
        speaker=place.voice.speaker or _speaker(document, start),
        date=source.date,
    )


def _speaker(document: Document, offset: int) -> str | None:
    turn = document.turn_at(offset)
    return turn.speaker if turn else None


def _paragraph(document: Document, start: int, end: int) -> Span:
    text = document.text
    mark = "\n\n" if document.hard_wrapped else "\n"
    low = text.rfind(mark, 0, start)
    high = text.find(mark, end)
    return Span(low + len(mark) if low >= 0 else 0, high if high >= 0 else len(text))
