"""What every check must hold to, as trials that a plugin runs on itself.

In its tests::

    @pytest.mark.parametrize("trial", conformance(MyCheck(), SAMPLES), ids=str)
    def test_conformance(trial):
        trial()
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import Any, NamedTuple, cast

from factcheck._mentions import extract_mentions
from factcheck._rules import RULES
from factcheck._vetting.registered import check_fault, rule_fault
from factcheck.checks import Named, Reviewer, extracts
from factcheck.model import Finding, Mention, Result, Severity, Verdict
from factcheck.testing.cases import Case, judge
from factcheck.testing.examples import assert_example
from factcheck.testing.hostile import HOSTILE
from factcheck.testing.measuring import assert_linear
from factcheck.testing.watching import assert_silent, assert_unwritten
from factcheck.text import Document

_ENDLESS = ("1 ", "1,", "a ", '"', "“a” ", "(", "12 May ", "one ", ". ", "\n")
_FIRST = 8_000  # characters that time is measured on, at least
_MOST = 50_000  # and at most, for the first measurement
_MOST_REVIEWED = 1_500  # the same of a review, for which other checks must first look for mentions


class Trial(NamedTuple):
    """One thing to hold to; calling it raises AssertionError where the check does not."""

    name: str
    run: Callable[[], None]

    def __call__(self) -> None:
        """Try it."""
        self.run()

    def __str__(self) -> str:
        return self.name


def conformance(check: Named, samples: Iterable[str], beside: Iterable[Named] = ()) -> tuple[Trial, ...]:
    """Return the trials of a check; in each of the ``samples``, at least two texts, it must find something.

    Tried are: a name, a kind and rules that can be registered; spans that are exact, sorted and apart; values
    ready for JSON; reviews that are warnings or notes in their place; the same answer every time; evidence
    that stands in its source; examples that happen; no word printed and nothing written; time linear in the
    text; and no failure, whatever the text.
    ``beside`` are the checks whose mentions it reviews.
    """
    tried = _Tried(check, tuple(samples), (check, *beside))
    return (
        Trial("finds something in each sample", lambda: _finds(tried)),
        Trial("can be registered", lambda: _registers(check)),
        Trial("spans are exact, sorted and apart", lambda: _spans(tried)),
        Trial("values are ready for JSON", lambda: _values(tried)),
        Trial("reviews are remarks in their place", lambda: _reviews(tried)),
        Trial("the same answer every time", lambda: _deterministic(tried)),
        Trial("evidence stands in its source", lambda: _evidence(tried)),
        Trial("the examples of its rules happen", lambda: _examples(tried)),
        Trial("nothing is printed", lambda: assert_silent(lambda: _work(tried))),
        Trial("nothing is written", lambda: assert_unwritten(lambda: _work(tried))),
        Trial("survives hostile text", lambda: _survives(tried)),
        Trial("time is linear in the text", lambda: _linear(tried)),
    )


class _Tried(NamedTuple):
    """A check, the texts it is tried on, and the checks of the run: itself and those beside it."""

    check: Named
    texts: tuple[str, ...]
    checks: tuple[Named, ...]

    def extracted(self, text: str) -> list[Mention]:
        """Return what the check finds in a text."""
        return list(self.check.extract(Document(text, name="sample"))) if extracts(self.check) else []

    def reviewed(self, text: str) -> list[Finding]:
        """Return what the check says of a text by itself."""
        return list(self.check.review(self.read(text))) if isinstance(self.check, Reviewer) else []

    def work(self, text: str) -> Callable[[], Any]:
        """Return what is to be measured on a text: extracting or, where a check only reviews, that."""
        if extracts(self.check):
            return lambda: self.extracted(text)
        mentions = self.read(text).mentions

        def review() -> None:
            document = Document(text, name="sample")
            document.mentions = mentions
            list(cast(Reviewer, self.check).review(document))

        return review

    def read(self, text: str) -> Document:
        """Return a text with the mentions of all checks."""
        document = Document(text, name="sample")
        extract_mentions(document, self.checks)
        return document


def _registers(check: Named) -> None:
    fault = check_fault(check) or next(filter(None, (rule_fault(check, rule) for rule in check.rules)), None)
    assert fault is None, fault


def _finds(tried: _Tried) -> None:
    assert len(tried.texts) > 1, "give two samples at least"
    for text in tried.texts:
        assert tried.extracted(text) or tried.reviewed(text), f"nothing is found in {text!r:.80}"


def _in_place(mention: Mention, text: str) -> None:
    start, end = mention.start, mention.end
    assert 0 <= start < end <= len(text), f"{start}:{end} is no span inside {text!r:.80}"
    assert text[start:end] == mention.text, f"{mention.text!r} is not what stands at {start}:{end}"


def _spans(tried: _Tried) -> None:
    kind = getattr(tried.check, "kind", "")
    for text in (*tried.texts, *HOSTILE, "\n\n".join(tried.texts)):
        mentions = tried.extracted(text)
        for mention in mentions:
            _in_place(mention, text)
            assert mention.kind == kind, f"{mention.text!r} is a {mention.kind}, not a {kind}"
        for one, two in pairwise(mentions):
            assert one.start <= two.start, f"{two.text!r} comes before {one.text!r}; yield them in order"
            assert one.end <= two.start, f"{one.text!r} and {two.text!r} overlap"


def _reviews(tried: _Tried) -> None:
    for text in (*tried.texts, *filter(str.strip, HOSTILE), "\n\n".join(tried.texts)):
        for finding in tried.reviewed(text):
            said = f"{finding.message!r} on {text!r:.80}"
            assert finding.rule in tried.check.rules, f"{said}: a rule of somebody else"
            assert finding.check == tried.check.name, f"{said}: in the name of {finding.check!r}"
            assert finding.verdict is None, f"{said}: a review bears no verdict"
            assert finding.severity is not Severity.ERROR, f"{said}: a review is a warning or a note"
            assert finding.mention is not None, f"{said}: about no stretch of the text"
            _in_place(finding.mention, text)


def _values(tried: _Tried) -> None:
    for text in tried.texts:
        told = [finding.mention for finding in tried.reviewed(text) if finding.mention]
        for mention in (*tried.extracted(text), *told):
            value = dict(mention.value)
            try:
                again = json.loads(json.dumps(value))
            except (TypeError, ValueError) as error:
                raise AssertionError(
                    f"the value of {mention.text!r} is not ready for JSON: {error}"
                ) from None
            assert again == value, f"the value of {mention.text!r} is not the same after JSON: {again}"
            keys_ok = isinstance(mention.keys, tuple) and all(isinstance(key, str) for key in mention.keys)
            assert keys_ok, f"the keys of {mention.text!r} are no tuple of texts"


def _deterministic(tried: _Tried) -> None:
    texts = tuple(f"{text}\n\n" for text in tried.texts)  # which no other trial has shown to the check
    first = [tried.extracted(text) for text in texts]
    again = [tried.extracted(text) for text in reversed(texts)][::-1]
    for text, one, two in zip(texts, first, again, strict=True):
        same = [mention._replace(reading=None) for mention in one] == [
            mention._replace(reading=None) for mention in two
        ]
        assert same, f"{text!r:.80} gives another answer the second time"
    for case in _pairs(texts):
        same = _plain(judge(tried.checks, case)) == _plain(judge(tried.checks, case))
        assert same, f"{case.claim!r:.80} is judged otherwise the second time"


def _plain(result: Result) -> list[Finding]:
    return [
        finding._replace(mention=finding.mention and finding.mention._replace(reading=None))
        for finding in result.findings
    ]


def _examples(tried: _Tried) -> None:
    for rule in tried.check.rules:
        assert_example(tried.checks, rule)


def _evidence(tried: _Tried) -> None:
    codes = {rule.code for check in tried.checks for rule in check.rules} | {rule.code for rule in RULES}
    for case in _pairs(tried.texts):
        result = judge(tried.checks, case)
        for finding in result.findings:
            said = f"{finding.message!r} on {case.claim!r:.80}"
            assert finding.rule is None or finding.rule.code in codes, f"{said}: a rule of somebody else"
            decided = finding.verdict in (Verdict.SUPPORTED, Verdict.REFUTED, Verdict.CONFLICTING_EVIDENCE)
            assert finding.evidence or not decided, f"{said}: a verdict without a passage"
            for passage in finding.evidence:
                text = case.sources[0]
                assert text[passage.start : passage.end] == passage.text, (
                    f"{said}: {passage.text!r} is not there"
                )


def _pairs(texts: tuple[str, ...]) -> Iterator[Case]:
    """Yield each text as a claim on itself and on its neighbour."""
    for text, other in zip(texts, (*texts[1:], texts[0]), strict=True):
        for source in (text, other):
            yield Case("pair", Verdict.SUPPORTED, (source,), claim=text)


def _work(tried: _Tried) -> None:
    for case in _pairs(tried.texts):
        judge(tried.checks, case)


def _survives(tried: _Tried) -> None:
    """Judge hostile claims on hostile sources; only what can be a source is one."""
    checks, texts = tried.checks, tried.texts
    for number, text in enumerate(HOSTILE):
        try:
            extract_mentions(Document(text, name="hostile"), checks)
        except Exception as error:
            raise AssertionError(f"{text!r:.80}: {error}") from error
        mixed = f"{texts[0]} {text} {texts[-1]}"
        for claim in (text, mixed) if text.strip() else (mixed,):
            judge(checks, Case(f"hostile {number}", Verdict.SUPPORTED, (texts[0],), claim=claim))
        if "\0" not in text and "\ud800" not in text:
            judge(checks, Case(f"hostile {number}", Verdict.SUPPORTED, (mixed,), claim=texts[0]))


def _linear(tried: _Tried) -> None:
    most = _MOST if extracts(tried.check) else _MOST_REVIEWED
    for unit in ("\n\n".join(tried.texts) + "\n\n", *_ENDLESS):
        assert_linear(tried.work, unit, min(_FIRST, most), most)
