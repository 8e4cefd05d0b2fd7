"""What checks say of a text: mentions, relations, findings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import isfinite
from types import NoneType
from typing import Any

from factcheck._vetting import INT, MAYBE_TEXT, TEXT, Shape, in_place, json_object
from factcheck.checks import Corpus, Extractor, Named, Occurrence, Reckoning, Reviewer
from factcheck.concordance import texts
from factcheck.model import (
    Claim,
    Closeness,
    Evidence,
    Finding,
    Mention,
    Relation,
    Rule,
    Severity,
    Stance,
    Verdict,
)
from factcheck.text import Document

_TUPLE = ((tuple,), "a tuple")
_RULE = ((Rule, NoneType), "a Rule or None")

_MENTION = Shape(
    Mention,
    kind=TEXT,
    start=INT,
    end=INT,
    text=TEXT,
    value=((Mapping,), "a mapping"),
    keys=_TUPLE,
    judgeable=((bool,), "True or False"),
)
_RELATION = Shape(
    Relation,
    agrees=((bool, NoneType), "True, False or None"),
    reason=TEXT,
    rule=_RULE,
    closeness=((Closeness, NoneType), "a Closeness or None"),
    fit=((int, float), "a number"),
    suggestion=MAYBE_TEXT,
    far=((bool,), "True or False"),
)
_FINDING = Shape(
    Finding,
    check=TEXT,
    rule=_RULE,
    severity=((Severity,), "a Severity"),
    verdict=((Verdict, NoneType), "a Verdict or None"),
    message=TEXT,
    mention=((Mention, NoneType), "a Mention or None"),
    evidence=((tuple,), "a tuple of Evidence"),
    suggestion=MAYBE_TEXT,
    accepted=((NoneType,), "None, which the core fills"),
)
_EVIDENCE = Shape(
    Evidence,
    source=TEXT,
    path=TEXT,
    line=INT,
    column=INT,
    start=INT,
    end=INT,
    text=TEXT,
    stance=((Stance,), "a Stance"),
    prefix=TEXT,
    suffix=TEXT,
    speaker=MAYBE_TEXT,
    date=MAYBE_TEXT,
    value=((Mapping, NoneType), "a mapping or None"),
    locator=MAYBE_TEXT,
)
_NEEDED = {
    Verdict.SUPPORTED: {Stance.SUPPORTS},
    Verdict.REFUTED: {Stance.REFUTES},
    Verdict.CONFLICTING_EVIDENCE: {Stance.SUPPORTS, Stance.REFUTES},
}


def mentions(check: Extractor, document: Document) -> list[Mention]:
    """Return what a check finds in a text.

    Raises:
        TypeError, ValueError: it gave something else than mentions of its kind that stand there.

    """
    text = document.text
    found = list(check.extract(document))
    if document.text is not text:
        document.text = text  # which the other checks are to find as it was
        raise ValueError("extract changed the text of the document")
    for mention in found:
        _of_kind(mention, check, text, "extract")
    return found


def _of_kind(mention: Mention, check: Extractor, text: str, giver: str) -> None:
    if not isinstance(mention, Mention) or mention.kind != check.kind:
        raise TypeError(f"{giver} gave {mention!r:.60}, not a Mention of kind {check.kind!r}")
    _mention(mention, text, giver)


def _mention(mention: Mention, text: str, giver: str) -> None:
    _MENTION.look(mention, giver)
    in_place(mention.start, mention.end, mention.text, text)
    what = f"the mention {mention.text!r:.60}"
    if not all(isinstance(key, str) for key in mention.keys):
        raise TypeError(f"{what} has the keys {mention.keys!r:.60}, not a tuple of texts")
    json_object(mention.value, what)
    if not isinstance(speaker := mention.value.get("speaker"), str | None):
        raise TypeError(f"{what} has the speaker {speaker!r:.60}, not a text or None")


def narrowed(check: Any, claimed: Occurrence, found: Sequence[Occurrence]) -> list[Occurrence]:
    """Return the mentions that a check leaves of those it was asked about.

    Raises:
        TypeError: it gave another.

    """
    kept = list(check.narrow(claimed, found))
    if not {id(one) for one in kept} <= {id(one) for one in found}:
        raise TypeError("narrow gave what is none of the mentions it was asked about")
    return kept


def relation(check: Any, claimed: Occurrence, found: Occurrence) -> Relation:
    """Return what a check says of two mentions.

    Raises:
        TypeError, ValueError: it is no relation, or one with a rule of somebody else.

    """
    answer: Relation = check.compare(claimed, found)
    _relation(answer, check, "compare")
    return answer


def reckoned(
    check: Reckoning, claimed: Occurrence, found: Sequence[Occurrence]
) -> list[tuple[Occurrence, Relation]]:
    """Return what a check makes of a mention of any check by its own mentions.

    Raises:
        TypeError, ValueError: it gave no pairs of a mention, one of these or of their texts, and a relation.

    """
    pairs = list(check.reckon(claimed, found))
    known = {id(one) for one in found} if pairs else set()
    for pair in pairs:
        if not isinstance(pair, tuple) or len(pair) != 2:
            raise TypeError("reckon gave what is none of the mentions it was asked about")
        if id(pair[0]) not in known:
            _own(pair[0], check, found)
        _relation(pair[1], check, "reckon")
    return pairs


def _own(made: Occurrence, check: Extractor, found: Sequence[Occurrence]) -> None:
    """Look at a mention that a check made for what it reckoned with: a list that it counted."""
    inside = isinstance(made, Occurrence) and any(made.document is text for text in texts(found))
    if not inside or made.speaker or any(made.mention is one.mention for one in found):
        raise TypeError("reckon gave what is none of the mentions it was asked about")
    _of_kind(made.mention, check, made.document.text, "reckon")


def _relation(answer: Relation, check: Named, giver: str) -> None:
    _RELATION.look(answer, giver)
    if not isfinite(answer.fit):
        raise ValueError(f"{giver} gave a Relation with the fit {answer.fit}, not a number")
    _registered(answer.rule, check, giver)


def judged(check: Any, claimed: Occurrence, claim: Claim, corpus: Corpus) -> Finding:
    """Return the finding of a check that looks the sources through itself.

    Raises:
        TypeError, ValueError: it is no finding, or one without the verdict and the passages that it needs.

    """
    answer: Finding = check.judge(claimed, claim, corpus)
    _finding(answer, check, claimed.document, "judge")
    if answer.verdict is None:
        raise TypeError("judge gave a Finding without a verdict")
    sources = {source.path: source for source in corpus.sources}
    for passage in answer.evidence:
        source = sources.get(passage.path)
        if source is None or source.name != passage.source:
            raise ValueError(f"judge gave evidence of {passage.path!r:.60}, which is none of the sources")
        in_place(passage.start, passage.end, passage.text, source.text)
        place = corpus.document(source).line_column(passage.start)
        if (passage.line, passage.column) != place:
            said = f"{passage.line}:{passage.column}, where {place[0]}:{place[1]} is its place"
            raise ValueError(f"judge gave the evidence {passage.text!r:.60} at {said}")
    needed = _NEEDED.get(answer.verdict, set())
    if lacking := needed - {passage.stance for passage in answer.evidence}:
        raise ValueError(f"judge gave the verdict {answer.verdict} without a passage that {min(lacking)} it")
    return answer


def reviews(check: Reviewer, document: Document) -> list[Finding]:
    """Return what a check says of a text by itself.

    Raises:
        TypeError, ValueError: it gave something else than warnings and notes about what stands there.

    """
    found = list(check.review(document))
    for finding in found:
        _finding(finding, check, document, "review")
        if finding.verdict or finding.severity is Severity.ERROR:
            raise ValueError("review gave a verdict or an error, not a warning or a note")
    return found


def _finding(finding: Finding, check: Named, document: Document, giver: str) -> None:
    _FINDING.look(finding, giver)
    if finding.check != check.name:
        raise ValueError(f"{giver} gave a finding in the name of {finding.check!r:.60}")
    _registered(finding.rule, check, giver)
    if finding.mention is not None:
        _mention(finding.mention, document.text, giver)
    for passage in finding.evidence:
        _EVIDENCE.look(passage, giver)
        json_object(passage.value or {}, f"the evidence {passage.text!r:.60}")


def _registered(rule: Rule | None, check: Named, giver: str) -> None:
    if rule is not None and rule not in check.rules:
        raise ValueError(f"{giver} gave the rule {rule.code!r:.60}, which its check has not registered")
