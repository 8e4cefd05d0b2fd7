"""One run from paths to report: read the claims and the sources, judge, and count."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from factcheck import _decided, _parallel, _plugins, _rules
from factcheck._claims import ClaimsFile, duplicate_ids
from factcheck._engine import Engine
from factcheck._grading import FAILED, graded
from factcheck._inputs import DRAFT_SUFFIXES, Reader, claim_files, source_reader
from factcheck._overheard import Overheard, Printers
from factcheck._plugins import Plugins, ask, describe, implementing, plugin_problem
from factcheck._sources import collect, display_path, match_sources
from factcheck.config import Config
from factcheck.errors import ConfigError
from factcheck.model import Claim, Outcome, Problem, Report, Result, Source, Verdict

_FIRST = 100  # claims that are judged before the others are shared out between processes


def run(
    paths: Sequence[str],
    config: Config,
    *,
    plugins: Plugins | None = None,
    select: Callable[[list[Claim], Sequence[Source]], list[Claim]] | None = None,
    maxfail: int = 0,
    collect_only: bool = False,
    watch: Callable[[Result], None] | None = None,
    fail_on: Collection[Verdict] | None = None,
    jobs: int | None = 1,
) -> Report:
    """Check the claims of the given files and folders.

    ``select`` is given all claims and the sources, and says which claims to keep and in which order;
    ``maxfail`` after how many failures to stop (0: never), ``watch`` hears of each result as it is known;
    ``fail_on`` are the verdicts that fail (see :mod:`factcheck._grading`); ``jobs`` is how many processes
    judge, ``None`` for what suits the number of claims. What cannot be read is in ``report.problems``.

    Raises:
        ConfigError: the run cannot start: no sources are named, none of the paths is there, a required
            plugin is missing.
        PluginError: the environment is unusable.

    """
    plugins = plugins or _plugins.load(config)
    if not config.sources and not collect_only:
        raise ConfigError("no sources; name a file or folder after --sources or in the configuration")
    with plugins.overheard.listening():  # what plugins print is no part of a report
        problems = list(plugins.problems)
        files, sources = _read(paths, config, plugins, problems)
        claims = [claim for file in files for claim in _attributed(file, sources, problems)]
        decisions = _decided.of_run(files, claims, config, problems)
        kept = select(claims, sources) if select else claims
        engine = Engine(plugins.checks, sources, config)
        engine.library.claims = kept
        results: list[Result] = []
        if collect_only:
            results = [Result(claim, Verdict.NOT_ENOUGH_EVIDENCE, Outcome.SKIPPED) for claim in kept]
        else:
            hearers = _Hearers(plugins, config, problems, watch)
            workers = jobs or _parallel.jobs(len(kept))
            failed = 0
            for result in _judged(kept, sources, engine, problems, plugins.overheard, workers):
                result = decisions.accept(result) if decisions else result
                result = graded(result, config.severity, fail_on)
                result = _strict(result) if config.strict else result
                results.append(result)
                hearers.tell(result)
                failed += result.outcome in FAILED
                if maxfail and failed >= maxfail:
                    break
        notes: list[Problem] = []
        grave = [problem for problem in problems if problem.code != _rules.BAD_SUPPRESSION.code]
        faultless = not (grave or engine.problems or collect_only)
        if decisions and faultless and len(results) == len(claims):
            _decided.tell_stale(decisions, files, paths, config, problems, notes)
        return Report(
            results=tuple(results),
            problems=(*problems, *engine.problems, *plugins.printed()),
            sources=tuple(sorted(sources, key=lambda source: (source.name, source.path))),
            checks=tuple(check.name for check in plugins.checks),
            texts={file.path: file.text for file in files},
            deselected=len(claims) - len(kept),
            unchecked=tuple(place for file in files for place in file.unchecked),
            notes=tuple(notes),
            marks={file.path: file.mark for file in files if file.mark},
        )


def _read(
    paths: Sequence[str], config: Config, plugins: Plugins, problems: list[Problem]
) -> tuple[list[ClaimsFile], tuple[Source, ...]]:
    """Read the claims and the sources of a run; what is wrong with them is added to ``problems``."""
    found = list(claim_files(paths, config, problems))
    sources, source_problems = collect(config.sources, config.root, source_reader(plugins, config))
    nothing = not sources and not source_problems
    sources = _without_drafts(sources, found, config, problems)
    reader = Reader(plugins, config, sources)
    files = [reader.read(path) for path in found]
    problems += source_problems
    if config.sources and nothing:
        what = "holds no source; put .txt or .md files there, or name another folder"
        problems.append(_rules.unreadable(display_path(config.sources[0], config.root), what))
    for file in files:
        problems += file.problems
    problems += duplicate_ids(files)
    return files, sources


class _Hearers:
    """Those who hear of each result as it is known; a plugin that fails on one hears no more."""

    def __init__(
        self,
        plugins: Plugins,
        config: Config,
        problems: list[Problem],
        watch: Callable[[Result], None] | None,
    ):
        self._manager = plugins.manager
        self._config = config
        self._problems = problems
        self._watch = watch
        self._plugins = implementing(plugins.manager, "factcheck_claim_checked")

    def tell(self, result: Result) -> None:
        """Tell the plugins in the order of their names, then who watches the run."""
        for name in self._plugins:
            try:
                ask(self._manager, name, "factcheck_claim_checked", result=result, config=self._config)
            except (Exception, SystemExit) as error:
                self._problems.append(plugin_problem(name, error))
                self._plugins = [other for other in self._plugins if other != name]
        if self._watch:
            self._watch(result)


def _strict(result: Result) -> Result:
    return result._replace(outcome=Outcome.FAILED) if result.outcome is Outcome.WARNED else result


def _judged(
    claims: Sequence[Claim],
    sources: tuple[Source, ...],
    engine: Engine,
    problems: list[Problem],
    overheard: Overheard,
    jobs: int,
) -> Iterator[Result]:
    """Yield the results of claims in order; many claims are shared out between processes."""

    def work(part: range) -> tuple[list[tuple[Any, ...]], list[Problem], list[Problem], Printers]:
        met: list[Problem] = []
        results = [_judge(claims[at], sources, engine, met) for at in part]
        return [result[1:] for result in results], met, engine.problems, overheard.printers

    first = min(len(claims), _FIRST) if jobs > 1 else len(claims)  # which index the sources for all
    for claim in claims[:first]:
        yield _judge(claim, sources, engine, problems)
    waiting = iter(claims[first:])
    for results, met, failures, printers in _parallel.parts(range(first, len(claims)), work, jobs):
        problems += met
        overheard.add(printers)
        for failure in failures:
            engine.report(failure)
        for result in results:
            yield Result(next(waiting), *result)


def _judge(claim: Claim, sources: tuple[Source, ...], engine: Engine, problems: list[Problem]) -> Result:
    named, unmatched = match_sources(claim.sources, sources) if claim.sources else (sources, ())
    for pattern in unmatched if claim.reading is None else ():  # a draft names them once for all
        problems.append(
            Problem(
                claim.place.path,
                claim.place.line,
                claim.place.column,
                _rules.NO_SUCH_SOURCE.code,
                f"claim {claim.id!r} names source {pattern!r}, which is not there; "
                "name a file, alias or glob in the source folders",
            )
        )
    if unmatched or not named:
        names = tuple(source.name for source in named)
        return Result(claim, Verdict.NOT_ENOUGH_EVIDENCE, Outcome.ERROR, (), names)
    return _result(claim, named, engine, problems)


def _result(claim: Claim, sources: tuple[Source, ...], engine: Engine, problems: list[Problem]) -> Result:
    """Return the result of one claim; a defect that shows on it leaves the others judged."""
    try:
        return engine.judge(claim, sources)
    except Exception as error:
        if engine.config.options.get("debug"):
            raise
        path, line, column, *_ = claim.place
        what = f"internal error on claim {claim.id!r} ({describe(error)})"
        message = f"{what}; please report it with the output of --debug"
        problems.append(Problem(path, line, column, _rules.CHECK_FAILED.code, message))
        return Result(claim, Verdict.NOT_ENOUGH_EVIDENCE, Outcome.ERROR)


def _without_drafts(
    sources: tuple[Source, ...], files: Iterable[Path], config: Config, problems: list[Problem]
) -> tuple[Source, ...]:
    """Return the sources but for drafts that are checked, for a text always agrees with itself."""
    drafts = {os.path.realpath(file): file for file in files if file.suffix.lower() in DRAFT_SUFFIXES}
    kept = []
    for source in sources:
        draft = drafts.get(os.path.realpath(config.root / source.path)) if drafts else None
        if draft is None:
            kept.append(source)
            continue
        message = "a draft that is one of the sources is not checked against itself; keep it outside of them"
        shown = display_path(draft, config.root)
        problems.append(Problem(shown, 0, 0, _rules.DRAFT_IS_SOURCE.code, message))
    return tuple(kept)


def _attributed(file: ClaimsFile, sources: tuple[Source, ...], problems: list[Problem]) -> Iterator[Claim]:
    """Yield the claims of a file; those of a draft with the sources and speaker that it names for each."""
    if file.sources_at is None:
        yield from file.claims
        return
    from factcheck._drafts.attribution import narrowed

    wanted = file.claims[0].sources if file.claims else ()
    named, unmatched = match_sources(wanted, sources) if wanted else (sources, ())
    for pattern in unmatched:
        message = f"the draft names source {pattern!r}, which is not there; name a file, alias or glob"
        problems.append(Problem(file.path, *file.sources_at, _rules.NO_SUCH_SOURCE.code, message))
    for claim in file.claims:
        yield claim if unmatched else narrowed(claim, named)
