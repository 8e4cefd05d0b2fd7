"""Judging: mentions are arbitrated, compared and folded into findings, findings into verdicts.

The rules of folding are those of section "Verdicts" in docs/verdicts.md; no check is known by name here.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from factcheck import _rules
from factcheck._attribution import teller
from factcheck._corpus import QUOTE, Library, View
from factcheck._vetting import answers
from factcheck.checks import Extractor, Named, Occurrence, Reckoning, extracts
from factcheck.config import Config
from factcheck.model import (
    Claim,
    Closeness,
    Evidence,
    Finding,
    Mention,
    Outcome,
    Problem,
    Relation,
    Result,
    Severity,
    Source,
    Stance,
    Verdict,
)
from factcheck.people import same_person
from factcheck.text import Document, Span

T = TypeVar("T")

_CONTEXT = 120  # characters of the sentence shown on each side of a passage
_TWIN = 0.3  # by how much the nearest words of two alike sentences must differ to tell which is meant
_PASSAGES = 12  # passages cited for one mention
_CHECK = "check "  # before the name of the one to blame for a problem


class CheckFailedError(Exception):
    """A check raised or called exit; ``problem`` blames it."""

    def __init__(self, problem: Problem):
        super().__init__(problem.message)
        self.problem = problem


def guarded(check: Named, what: str, call: Callable[..., T], *arguments: Any) -> T:
    """Return what a call into a check returns.

    Raises:
        CheckFailedError: the check raised anything, or called ``exit``.
    """
    try:
        return call(*arguments)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # some frameworks end their own runs by one
        detail = str(error).strip().splitlines()
        described = type(error).__name__ + (f": {detail[0]}" if detail else "")
        message = f"failed on {what} ({described}); report it to its author"
        raise CheckFailedError(
            Problem(f"{_CHECK}{check.name}", 0, 0, _rules.CHECK_FAILED.code, message)
        ) from error


def arbitrate(found: Iterable[tuple[Extractor, Mention]]) -> tuple[Mention, ...]:
    """Give each span to one mention: the longest, then that of the check with the higher priority.

    A check whose class says ``encloses`` (quotations) contests no span and is left as it is.
    """
    enclosing: list[tuple[Extractor, Mention]] = []
    contested: list[tuple[Extractor, Mention]] = []
    for check, mention in found:
        (enclosing if getattr(check, "encloses", False) else contested).append((check, mention))
    contested.sort(key=lambda pair: (pair[1].start - pair[1].end, -pair[0].priority, pair[1].start))
    kept: list[Mention] = []
    starts: list[int] = []
    for _, mention in contested:
        at = bisect_right(starts, mention.start)
        before_ok = at == 0 or kept[at - 1].end <= mention.start
        if before_ok and (at == len(kept) or mention.end <= kept[at].start):
            kept.insert(at, mention)
            starts.insert(at, mention.start)
    return tuple(sorted([*(mention for _, mention in enclosing), *kept], key=lambda m: (m.start, -m.end)))


def extract_mentions(
    document: Document, checks: Sequence[Named], failed: Callable[[Problem], None] | None = None
) -> tuple[Mention, ...]:
    """Return the mentions of a text, arbitrated; a failing check is reported and left out.

    Raises:
        CheckFailedError: a check failed and nobody listens.

    """
    found: list[tuple[Extractor, Mention]] = []
    for check in filter(extracts, checks):
        try:
            mentions = guarded(check, document.name or "a claim", answers.mentions, check, document)
        except CheckFailedError as error:
            if failed is None:
                raise
            failed(error.problem)
        else:
            found += [(check, mention) for mention in mentions]
    document.mentions = arbitrate(found)
    return document.mentions


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
        self._passages: dict[tuple[str, str, int, int, Stance], Evidence] = {}
        self.library = Library(sources, self._terms, self._extract_source)

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
            self._failed_on[problem.path.removeprefix(_CHECK), source.path] = problem

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
            document = Document(statement, name=claim.id, language=only, terms=self._terms)
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
        decided: list[tuple[Source, Mention, Relation]] = []
        candidates: Sequence[Occurrence] = view.occurrences(check.kind, claimed.mention.keys or None)
        if candidates and hasattr(check, "narrow"):
            candidates = guarded(check, claimed.document.name, answers.narrowed, check, claimed, candidates)
        for found in candidates:
            source = view.source(found)
            relation = guarded(check, source.name, answers.relation, check, claimed, found)
            if relation.agrees is not None and self._is_of_another(check, claimed, found, relation):
                continue
            if relation.agrees is not None or relation.closeness is not None:
                decided.append((source, found.mention, relation))
        decided += self._reckoned(claimed, view)
        elsewhere: list[tuple[Source, Mention, Relation]] = []
        if claimed.speaker:
            said = [(item, self._teller(item[0], item[1].start)) for item in decided]
            elsewhere = [item for item, who in said if who and not self._same(who, claimed.speaker, item[0])]
            decided = [item for item, who in said if who and self._same(who, claimed.speaker, item[0])]
        confirmed = {item[0].path for item in decided if item[2].agrees}
        decided = [item for item in decided if not (_is_far(item[2]) and item[0].path in confirmed)]
        decided = [item for item in closest(decided, view) if item[2].agrees is not None]
        supports = [item for item in decided if item[2].agrees]
        refutes = [item for item in decided if not item[2].agrees and not _beside(item, supports)]
        return self._folded(check, claimed, view, supports, refutes, elsewhere)

    def _reckoned(self, claimed: Occurrence, view: View) -> Iterator[tuple[Source, Mention, Relation]]:
        """Yield what can be reckoned of a mention from those of any check."""
        for check in filter(self.selected, self._reckoning):
            mentions = view.occurrences(check.kind, None)
            told = guarded(check, claimed.document.name, answers.reckoned, check, claimed, mentions)
            yield from ((view.source(found), found.mention, relation) for found, relation in told)

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

    def _teller(self, source: Source, offset: int) -> str | None:
        """Return who says what stands at an offset, also where the narration gives somebody's words."""
        return self.library.speaker(source, offset) or self.library.narrated(source, offset)

    def _folded(
        self,
        check: Extractor,
        claimed: Occurrence,
        view: View,
        supports: list[tuple[Source, Mention, Relation]],
        refutes: list[tuple[Source, Mention, Relation]],
        elsewhere: list[tuple[Source, Mention, Relation]],
    ) -> Finding:
        def passages(items: list[tuple[Source, Mention, Relation]], stance: Stance) -> list[Evidence]:
            items = sorted(items, key=lambda item: (-_closeness(item[2]), -item[2].fit))
            return [self.passage(view, source, mention, stance) for source, mention, _ in items]

        for_, against = passages(supports, Stance.SUPPORTS), passages(refutes, Stance.REFUTES)
        if for_ and against:
            rule, verdict = _rules.SOURCES_DISAGREE, Verdict.CONFLICTING_EVIDENCE
            message = (
                f"the sources disagree: “{for_[0].text}” ({where(for_[0])}) against "
                f"“{against[0].text}” ({where(against[0])})"
            )
            evidence = [for_[0], against[0], *for_[1:], *against[1:]]
            return self._finding(check, rule, verdict, message, claimed, evidence)
        if against:
            relation = max((item[2] for item in refutes), key=lambda r: (_closeness(r), r.fit))
            message = f"{relation.reason} ({where(against[0])})"
            return self._finding(
                check, relation.rule, Verdict.REFUTED, message, claimed, against, relation.suggestion
            )
        if for_:
            relation = max((item[2] for item in supports), key=lambda r: (_closeness(r), r.fit))
            note = relation.rule if relation.rule and relation.rule.severity is Severity.NOTE else None
            message = f"{where(for_[0])} agrees" + (f": {relation.reason}" if note else "")
            return self._finding(check, note, Verdict.SUPPORTED, message, claimed, for_)
        if any(item[2].agrees for item in elsewhere):
            others = passages([item for item in elsewhere if item[2].agrees], Stance.REFUTES)
            message = f"{claimed.speaker} does not say so; {others[0].speaker} does ({where(others[0])})"
            return self._finding(check, _rules.ONLY_OTHER_SPEAKER, Verdict.REFUTED, message, claimed, others)
        message = f"no passage speaks of “{claimed.mention.text}” in this sense"
        return self._finding(check, _rules.NO_EVIDENCE, Verdict.NOT_ENOUGH_EVIDENCE, message, claimed, [])

    @staticmethod
    def _finding(
        check: Extractor,
        rule: Any,
        verdict: Verdict,
        message: str,
        claimed: Occurrence,
        evidence: list[Evidence],
        suggestion: str | None = None,
    ) -> Finding:
        severity = Severity.NOTE if verdict is Verdict.SUPPORTED else Severity.ERROR
        return Finding(
            check.name,
            rule,
            severity,
            verdict,
            message,
            claimed.mention,
            tuple(evidence[:_PASSAGES]),
            suggestion,
        )

    def passage(self, view: View, source: Source, mention: Mention, stance: Stance) -> Evidence:
        """Return a mention of a source as evidence, with the sentence around it: the same for every claim."""
        at = (source.path, mention.kind, mention.start, mention.end, stance)
        if at not in self._passages:
            self._passages[at] = self._passage(view.document(source), source, mention, stance)
        return self._passages[at]

    def _passage(self, document: Document, source: Source, mention: Mention, stance: Stance) -> Evidence:
        sentence = document.sentence_at(mention.start)
        line, column = document.line_column(mention.start)
        return Evidence(
            source=source.name,
            path=source.path,
            line=line,
            column=column,
            start=mention.start,
            end=mention.end,
            text=mention.text,
            stance=stance,
            prefix=document.text[max(sentence.start, mention.start - _CONTEXT) : mention.start],
            suffix=document.text[mention.end : max(mention.end, min(sentence.end, mention.end + _CONTEXT))],
            speaker=self._teller(source, mention.start),
            date=source.date,
            value=mention.value,
            locator=document.locator_at(mention.start),
        )


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


def where(evidence: Evidence) -> str:
    """Return the place of a passage and its speaker, in short."""
    known = (part for part in (evidence.locator, evidence.speaker) if part)
    return ", ".join((f"{evidence.source}:{evidence.line}", *known))


def closest(
    items: Iterable[tuple[Source, Mention, Relation]], view: View
) -> Iterator[tuple[Source, Mention, Relation]]:
    """Yield the items that count: of a source the closest, and of one sentence those that fit best."""
    by_source: dict[str, list[tuple[Source, Mention, Relation]]] = {}
    for item in items:
        by_source.setdefault(item[0].path, []).append(item)
    for group in by_source.values():
        best = max(_closeness(relation) for _, _, relation in group)
        sentences: dict[Span, list[tuple[Source, Mention, Relation]]] = {}
        for item in group:
            if _closeness(item[2]) == best:
                sentence = view.document(item[0]).sentence_at(item[1].start)
                sentences.setdefault(sentence, []).append(item)
        own = max(relation.fit for _, _, relation in group if _closeness(relation) == best)
        for rivals in sentences.values():
            fit = max(relation.fit for _, _, relation in rivals)
            if best is Closeness.WORDING and fit < own - _TWIN:
                continue  # worded like the claim's own sentence, which stands elsewhere in this source
            yield from (item for item in rivals if item[2].fit == fit)


def _is_far(relation: Relation) -> bool:
    """Return whether a figure is of another order: of something else, where its text has the claim's too."""
    return relation.agrees is False and relation.far


def _beside(item: tuple[Source, Mention, Relation], supports: list[tuple[Source, Mention, Relation]]) -> bool:
    """Return whether a value of another order is of another time than one of another text, which agrees."""
    return _is_far(item[2]) and bool(supports) and item[2].closeness is Closeness.UNDATED


def _closeness(relation: Relation) -> Closeness:
    return Closeness.THING if relation.closeness is None else relation.closeness


def fold(verdicts: Sequence[Verdict]) -> Verdict:
    """Return the verdict of a claim from those of its mentions: the gravest decides, none is no evidence."""
    gravity = (Verdict.REFUTED, Verdict.CONFLICTING_EVIDENCE, Verdict.NOT_ENOUGH_EVIDENCE, Verdict.SUPPORTED)
    return next((verdict for verdict in gravity if verdict in verdicts), Verdict.NOT_ENOUGH_EVIDENCE)


def outcome(claim: Claim, verdict: Verdict, findings: Sequence[Finding]) -> Outcome:
    """Return what a run makes of a verdict, given what the claim expects.

    A draft may say more than the sources do.
    """
    warned = any(finding.severity is Severity.WARNING for finding in findings)
    if not any(finding.verdict for finding in findings):
        return Outcome.WARNED if warned else Outcome.SKIPPED
    if claim.reading is not None and verdict is Verdict.NOT_ENOUGH_EVIDENCE:
        return Outcome.WARNED
    if verdict is not claim.expect:
        return Outcome.XPASSED if verdict is Verdict.SUPPORTED else Outcome.FAILED
    if claim.expect is not Verdict.SUPPORTED:
        return Outcome.XFAILED
    return Outcome.WARNED if warned else Outcome.PASSED
