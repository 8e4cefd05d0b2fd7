"""The verdict on a claimed quotation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck import languages
from factcheck.checks import Corpus, Occurrence
from factcheck.model import Claim, Evidence, Finding, Rule, Severity, Stance, Verdict
from factcheck.text import Document, detect_language, function_words

from . import rules, wording
from .claimed import Claimed, read
from .ends import weighed
from .evidence import evidence
from .match import Match, exact
from .nearest import nearest
from .places import Place, place, rank
from .reader import Reader, Readers
from .shortened import shortened

_NEAR = 1 / 3  # of the content words of a quotation, in order: with less a passage is near by chance
_TELLING = 6  # words from which the language of a quotation can be told
_MORE = 2  # words of grammar that it has more of another language


def judge(claimed: Occurrence, claim: Claim, corpus: Corpus, readers: Readers) -> Finding:
    """Judge a quotation of a claim against the sources it names; ``readers`` is the memory of the run."""
    value = claimed.mention.value
    quoted = read(str(value.get("text") or claimed.mention.text))
    speaker = claimed.speaker or value.get("speaker") or claim.speaker
    if not quoted.segments:
        return _finding(
            claimed, rules.TOO_SHORT, Verdict.NOT_ENOUGH_EVIDENCE, "there are no words to look for"
        )
    here = list(readers.of(corpus, quoted))
    places = [place(one, match, speaker) for one in here for match in exact(one, quoted)]
    if not any(found.match.problem is None for found in places):
        places += [place(one, match, speaker) for one in here for match in _near(one, quoted)]
    if not places or min(places, key=rank).match.problem is rules.NOT_FOUND:
        return _not_found(claimed, places, here, quoted, speaker)
    best = weighed(claimed, min(places, key=rank))
    if best.match.problem:
        return _altered(claimed, best, best.match.problem)
    equal = [found for found in places if found.match.problem is None and found.attributed == best.attributed]
    if best.attributed == "no" and speaker:
        who = best.voice.office or best.voice.speaker or " or ".join(best.voice.among)
        message = wording.misattributed(speaker, who, best.voice.role)
        shown = evidence(best, equal, Stance.REFUTES)
        return _finding(claimed, rules.MISATTRIBUTED, Verdict.REFUTED, message, shown)
    if len(quoted.literal) < 3 and set(quoted.literal) <= best.reader.words.function:
        shown = evidence(best, (), Stance.CONTEXT)
        return _finding(
            claimed, rules.TOO_SHORT, Verdict.NOT_ENOUGH_EVIDENCE, rules.told(rules.TOO_SHORT), shown
        )
    return _supported(claimed, best, equal)


def _near(where: Reader, quoted: Claimed) -> Iterator[Match]:
    if _foreign(where.document, quoted) or not any(segment.spoken for segment in quoted.segments):
        return
    if len(quoted.segments) > 1 and (found := shortened(where, quoted)):
        yield found
        if found.problem is not rules.ALTERED:
            return
    if len(quoted.literal) > 1 and (close := nearest(where, quoted)):
        yield close


def _foreign(document: Document, quoted: Claimed) -> bool:
    """Whether a quotation is in another language than the document."""
    words, language = quoted.literal, document.language
    if len(words) < _TELLING or not language:
        return False
    ours = sum(map(function_words(language).__contains__, words))
    others = [
        code
        for code in languages.available()
        if sum(map(function_words(code).__contains__, words)) >= ours + _MORE
    ]
    return bool(others) and detect_language(words, language) in others


def _altered(claimed: Occurrence, best: Place, problem: Rule) -> Finding:
    message = wording.problem(best.match, problem, best.reader.index)
    passage = best.reader.document.text[slice(*best.span)]
    shown = evidence(best, (), Stance.REFUTES)
    return _finding(claimed, problem, Verdict.REFUTED, message, shown, passage)


def _supported(claimed: Occurrence, best: Place, equal: Sequence[Place]) -> Finding:
    notes = [*best.match.notes, *([rules.SPEAKER_UNKNOWN] if best.attributed == "unknown" else [])]
    note = max(notes, key=lambda rule: rule.severity is Severity.WARNING, default=None)
    message = "; ".join(rules.told(rule) for rule in dict.fromkeys(notes)) or "the source has these words"
    return _finding(claimed, note, Verdict.SUPPORTED, message, evidence(best, equal, Stance.SUPPORTS))


def _not_found(
    claimed: Occurrence, places: Sequence[Place], here: Sequence[Reader], quoted: Claimed, speaker: str | None
) -> Finding:
    foreign = here and all(_foreign(one.document, quoted) for one in here)
    rule = rules.OTHER_LANGUAGE if foreign else rules.NOT_FOUND
    shown: tuple[Evidence, ...] = ()
    message = rules.told(rule)
    if len(quoted.literal) > 3:
        from .likely import in_common, likely

        language = claimed.document.language
        near = [
            place(one, match, speaker)
            for one in here
            if (match := likely(one, quoted, language or one.document.language, speaker))
        ] or [found for found in places if found.match.share >= _NEAR]
        if near:
            best = max(near, key=lambda one: one.match.share)
            there = best.reader.index.words[slice(*best.match.hull)]
            shown = evidence(best, (), Stance.CONTEXT)
            message += wording.nearest(*in_common(best.reader, quoted, language or "", there))
    return _finding(claimed, rule, Verdict.NOT_ENOUGH_EVIDENCE, message, shown)


def _finding(
    claimed: Occurrence,
    rule: Rule | None,
    verdict: Verdict,
    message: str,
    shown: tuple[Evidence, ...] = (),
    suggestion: str | None = None,
) -> Finding:
    severity = rule.severity if rule else Severity.NOTE
    return Finding("quote", rule, severity, verdict, message, claimed.mention, shown, suggestion)
