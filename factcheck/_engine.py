"""Judging a claim: its mentions are compared with those of the sources, each by the check of its kind.

No check is known by name here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from factcheck import _rules
from factcheck._attribution import teller
from factcheck._corpus import QUOTE, Library, View
from factcheck._findings import Told, fold, folded, outcome
from factcheck._mentions import BLAMED, CheckFailedError, extract_mentions, guarded
from factcheck._passages import Passages
from factcheck._vetting import answers
from factcheck.checks import Named, Occurrence, Reckoning, extracts
from factcheck.config import Config
from factcheck.model import (
    Claim,
    Finding,
    Mention,
    Outcome,
    Problem,
    Relation,
    Result,
    Severity,
    Source,
    Verdict,
)
from factcheck.people import same_person
from factcheck.text import Document, Span


class Engine:
    """Judges claims against a library of sources with a set of checks."""

    def __init__(self, checks: Sequence[Named], sources: Iterable[Source], config: Config):
        self.checks = tuple(checks)
        self.config = config
        self._problems: dict[Problem, None] = {}
        self._failed_on: dict[tuple[str, str], Problem] = {}  # check and path of the source
        self._core_codes = {rule.code for rule in _rules.RULES}
        self._reckoning = tuple(check for check in self.checks if isinstance(check, Reckoning))
        self._by_kind = {check.kind: check for check in self.checks if extracts(check)}
        self._terms = {word.lower(): key for key, words in config.terms.items() for word in words}
        self._views: dict[tuple[str, ...], View] = {}
        self.library = Library(sources, self._terms, self._extract_source)
        self.passages = Passages(self.library)

    @property
    def problems(self) -> list[Problem]:
        """What checks failed on, each told once."""
        return list(self._problems)

    def report(self, problem: Problem) -> None:
        """Note what a check failed on, once."""
        self._problems[problem] = None

    def _extract_source(self, source: Source, document: Document) -> tuple[Mention, ...]:
        def failed(problem: Problem) -> None:
            self.report(problem)
            self._failed_on[problem.path.removeprefix(BLAMED), source.path] = problem

        return extract_mentions(document, self.checks, failed)

    def judge(self, claim: Claim, sources: tuple[Source, ...]) -> Result:
        """Judge one claim against the given sources; ``problems`` tells of checks that failed on it."""
        result, failures = self.judged(claim, sources)
        for problem in failures:
            self.report(problem)
        return result

    def judged(self, claim: Claim, sources: tuple[Source, ...]) -> tuple[Result, list[Problem]]:
        """Judge one claim, and tell which checks failed on it or on its sources.

        What the others say stands, but is no support: nobody knows what the one that failed would say.
        """
        failures: list[Problem] = []
        findings = tuple(self._findings(claim, self._view(sources), failures))
        verdicts = [finding.verdict for finding in findings if finding.verdict]
        if self._failed_on:
            judges = {finding.check for finding in findings if finding.verdict}
            at = ((check, source.path) for check in judges for source in sources)
            failures += [self._failed_on[place] for place in at if place in self._failed_on]
        if failures:
            verdict, came_to = fold([*verdicts, Verdict.NOT_ENOUGH_EVIDENCE]), Outcome.ERROR
        else:
            verdict = fold(verdicts)
            came_to = outcome(claim, verdict, findings)
        names = tuple(source.name for source in sources)
        return Result(claim, verdict, came_to, findings, names), failures

    def _view(self, sources: tuple[Source, ...]) -> View:
        paths = tuple(source.path for source in sources)
        if paths not in self._views:
            self._views[paths] = View(self.library, sources)
        return self._views[paths]

    def _findings(self, claim: Claim, view: View, failures: list[Problem]) -> Iterator[Finding]:
        mentions = list(self._mentions(claim, view, failures))
        for document, mention in mentions:
            check = self._by_kind.get(mention.kind)
            if check is None:
                continue
            if not self.selected(check):
                yield _as_written(
                    _unjudged(check, mention, f"no rule of the check {check.name} is selected"), claim
                )
                continue
            own = claim.speaker if mention.kind == QUOTE or claim.own_speaker else document.teller
            claimed = Occurrence(mention, document, mention.value.get("speaker") or own)
            try:
                if hasattr(check, "judge"):
                    finding = guarded(check, f"claim {claim.id}", answers.judged, check, claimed, claim, view)
                else:
                    finding = self._compare(check, claimed, view)
            except CheckFailedError as error:
                failures.append(error.problem)
                continue
            if finding.rule is not None and not self._wanted(finding.rule.code):
                finding = _unjudged(check, mention, f"its rule {finding.rule.code} is not selected")
            yield _as_written(finding, claim)
        if not mentions and not failures:
            yield Finding(
                "core",
                _rules.NOTHING_TO_CHECK,
                Severity.ERROR,
                Verdict.NOT_ENOUGH_EVIDENCE,
                "no number, date or quotation to check",
            )
        if mentions and mentions[-1][0].mentions:  # those of a statement, which come last
            yield from self._reviews(claim, mentions[-1][0], failures)

    def _note_teller(self, document: Document, view: View) -> None:
        """Note on whose words a statement is to be judged, where the sources give that person's words."""
        told = teller(document.text, document.language)
        if told and any(
            same_person(told.name, name, {**source.people, **self.config.people})
            for source in view.sources
            for name in self.library.voices(source)
        ):
            document.teller, document.telling = told

    def _mentions(
        self, claim: Claim, view: View, failures: list[Problem]
    ) -> Iterator[tuple[Document, Mention]]:
        """Yield what there is to judge of a claim, leaving out what stands inside a quotation."""
        if claim.quote is not None:
            document = Document(claim.quote, name=claim.id, people=self.config.people, terms=self._terms)
            value = {"text": claim.quote, "speaker": claim.speaker}
            yield document, Mention(QUOTE, 0, len(claim.quote), claim.quote, value)
        if claim.statement is not None:
            document = self._statement(claim, claim.statement, view)
            self._note_teller(document, view)
            inside = Span(-1, -1)
            for mention in extract_mentions(document, self.checks, failures.append):
                if claim.reading is not None and claim.reading.date == mention.value.get("start") is not None:
                    continue  # "today": the day a draft is written on is nothing the sources could tell
                if getattr(self._by_kind[mention.kind], "encloses", False):
                    inside = Span(mention.start, mention.end)
                elif mention.end <= inside.end or not mention.judgeable:
                    continue
                yield document, mention

    def _statement(self, claim: Claim, statement: str, view: View) -> Document:
        """Return a statement as it is to be read."""
        if claim.reading is not None:
            reading = claim.reading
            return Document(
                reading.text,
                name=claim.id,
                language=reading.language,
                date=reading.date,
                people=self.config.people,
                terms=self._terms,
                carried=[Span(*pair) for pair in reading.carried],
            )
        document = Document(statement, name=claim.id, people=self.config.people, terms=self._terms)
        if not document.language and (only := view.language):
            people = self.config.people
            document = Document(statement, name=claim.id, language=only, people=people, terms=self._terms)
        return document

    def selected(self, check: Named) -> bool:
        """Say whether any rule of a check is selected."""
        return any(self._wanted(rule.code) for rule in check.rules)

    def _wanted(self, code: str) -> bool:
        """Say whether a rule is selected; those of the core come with whatever check is."""
        select, ignore = self.config.select, self.config.ignore
        selected = not select or code in self._core_codes or code.startswith(select)
        return selected and not (ignore and code.startswith(ignore))

    def _reviews(self, claim: Claim, document: Document, failures: list[Problem]) -> Iterator[Finding]:
        for check in self.checks:
            if hasattr(check, "review"):
                try:
                    reviews = guarded(check, f"claim {claim.id}", answers.reviews, check, document)
                except CheckFailedError as error:
                    failures.append(error.problem)
                    continue
                wanted = (f for f in reviews if f.rule is None or self._wanted(f.rule.code))
                yield from (_as_written(finding, claim) for finding in wanted)

    def _compare(self, check: Any, claimed: Occurrence, view: View) -> Finding:
        told = [*self._compared(check, claimed, view), *self._reckoned(claimed, view)]
        elsewhere: list[Told] = []
        if claimed.speaker:
            said = [(one, self.library.said_by(one.source, one.mention.start)) for one in told]
            elsewhere = [one for one, who in said if who and not self._same(who, claimed.speaker, one.source)]
            told = [one for one, who in said if who and self._same(who, claimed.speaker, one.source)]
        return folded(check, claimed, told, elsewhere, self.passages)

    def _compared(self, check: Any, claimed: Occurrence, view: View) -> Iterator[Told]:
        """Yield what a check tells of the mentions of sources."""
        candidates: Sequence[Occurrence] = view.occurrences(check.kind, claimed.mention.keys or None)
        if candidates and hasattr(check, "narrow"):
            candidates = guarded(check, claimed.document.name, answers.narrowed, check, claimed, candidates)
        for found in candidates:
            source = view.source(found)
            relation = guarded(check, source.name, answers.relation, check, claimed, found)
            if relation.agrees is not None and self._is_of_another(check, claimed, found, relation):
                continue
            if relation.agrees is not None or relation.closeness is not None:
                yield Told(source, found.document, found.mention, relation)

    def _reckoned(self, claimed: Occurrence, view: View) -> Iterator[Told]:
        """Yield what can be reckoned of a mention from those of any check."""
        for check in filter(self.selected, self._reckoning):
            mentions = view.occurrences(check.kind, None)
            told = guarded(check, claimed.document.name, answers.reckoned, check, claimed, mentions)
            for found, relation in told:
                yield Told(view.source(found), found.document, found.mention, relation)

    @staticmethod
    def _is_of_another(check: Any, claimed: Occurrence, found: Occurrence, relation: Relation) -> bool:
        """Say whether a figure is what another one of the claim's sentence stands for: of 420 beds, 36.

        Nor does it back this one, where it is not the same and fits the other better: "at least 4 halls, 252
        rooms" has no support in "3 halls, 252 rooms".
        """
        if relation.agrees and claimed.mention.reading == found.mention.reading:
            return False
        document, mention = claimed.document, claimed.mention
        sentence = document.sentence_at(mention.start)
        for other in document.mentions:
            if (
                other.kind == mention.kind
                and sentence.start <= other.start < sentence.end
                and other != mention
            ):
                rival = claimed._replace(mention=other)
                answer = guarded(check, document.name, answers.relation, check, rival, found)
                better = answer.fit > relation.fit if relation.agrees else answer.fit >= relation.fit
                if answer.agrees and better:
                    return True
        return False

    def _same(self, one: str, other: str, source: Source) -> bool:
        return same_person(one, other, {**source.people, **self.config.people})


def _unjudged(check: Named, mention: Mention, why: str) -> Finding:
    """Return what is told of a mention that nobody was asked about; it bears no verdict and names no rule."""
    return Finding(check.name, None, Severity.NOTE, None, f"not judged: {why}", mention)


def _as_written(finding: Finding, claim: Claim) -> Finding:
    """Return a finding on a sentence of a draft with its mention where it is written."""
    mention, statement = finding.mention, claim.statement
    if claim.reading is None or mention is None or statement is None:
        return finding
    origin = claim.reading.origin
    start, end = origin(mention.start), min(origin.end(mention.end), len(statement))
    return finding._replace(mention=mention._replace(start=start, end=end, text=statement[start:end]))
