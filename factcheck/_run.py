"""One run from paths to report: read the claims and the sources, judge, and count."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from factcheck import _parallel, _plugins, _rules
from factcheck._claims import ClaimsFile, duplicate_ids, read_claims
from factcheck._coverage import coverage
from factcheck._decode import mark_of
from factcheck._engine import Engine, extract_mentions
from factcheck._grading import graded
from factcheck._overheard import Overheard, Printers
from factcheck._plugins import Plugins, ask, describe, implementing, plugin_problem
from factcheck._sources import collect, display_path, match_sources
from factcheck._sourcesfile import NAMES
from factcheck.config import Config
from factcheck.errors import ConfigError, InputError
from factcheck.model import Claim, Outcome, Problem, Report, Result, Rule, Source, Verdict

if TYPE_CHECKING:
    from factcheck._decisions import Decision, Decisions

DECISIONS_FILE = "factcheck-decisions.yaml"
CLAIM_SUFFIXES = (".yaml", ".yml")
DRAFT_SUFFIXES = (".md", ".markdown", ".txt")
_FIRST = 100  # claims that are judged before the others are shared out between processes
_VENDORED = {"node_modules", "site-packages", "vendor", "venv", "__pycache__"}
T = TypeVar("T")

_FAILED = (Outcome.FAILED, Outcome.XPASSED)


class ExitCode:
    """The exit codes of the command, which are pytest's."""

    OK = 0
    FAILED = 1
    INTERRUPTED = 2
    INTERNAL = 3
    USAGE = 4
    NOTHING_COLLECTED = 5


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
        found = list(_claim_files(paths, config, problems))
        sources, source_problems = collect(config.sources, config.root, source_reader(plugins, config))
        nothing = not sources and not source_problems
        sources = _without_drafts(sources, found, config, problems)
        reader = Reader(plugins, config, sources)
        files = [reader.read(path) for path in found]
        problems += source_problems
        if config.sources and nothing:
            what = "holds no source; put .txt or .md files there, or name another folder"
            problems.append(_unreadable(display_path(config.sources[0], config.root), what))
        for file in files:
            problems += file.problems
        problems += duplicate_ids(files)
        claims = [claim for file in files for claim in _attributed(file, sources, problems)]
        decisions = _decisions(files, claims, config, problems)
        kept = select(claims, sources) if select else claims
        engine = Engine(plugins.checks, sources, config)
        engine.library.claims = kept
        watchers = implementing(plugins.manager, "factcheck_claim_checked")
        results: list[Result] = []
        failed = 0
        if not collect_only:
            for result in _judged(
                kept, sources, engine, problems, plugins.overheard, jobs or _parallel.jobs(len(kept))
            ):
                result = decisions.accept(result) if decisions else result
                result = graded(result, config.severity, fail_on)
                result = _strict(result) if config.strict else result
                results.append(result)
                for watcher in watchers:
                    try:
                        ask(plugins.manager, watcher, "factcheck_claim_checked", result=result, config=config)
                    except (Exception, SystemExit) as error:
                        problems.append(plugin_problem(watcher, error))
                        watchers = [other for other in watchers if other != watcher]
                if watch:
                    watch(result)
                failed += result.outcome in _FAILED
                if maxfail and failed >= maxfail:
                    break
        else:
            results = [Result(claim, Verdict.NOT_ENOUGH_EVIDENCE, Outcome.SKIPPED) for claim in kept]
        notes: list[Problem] = []
        grave = [problem for problem in problems if problem.code != _rules.BAD_SUPPRESSION.code]
        faultless = not (grave or engine.problems or collect_only)
        if decisions and faultless and len(results) == len(claims) and not _is_narrowed(config):
            _tell_stale(decisions, files, paths, config, problems, notes)
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


def exit_code(report: Report, fail_under: float | None = None) -> int:
    """Return the exit code of a run; the gravest wins.

    ``fail_under`` is the least percentage of the checkable sentences of drafts that must agree.
    """
    if report.problems and (code := graver(*map(code_of, report.problems))) != ExitCode.FAILED:
        return code
    if report.problems or any(result.outcome in _FAILED for result in report.results):
        return ExitCode.FAILED
    drafts = coverage(report) if fail_under is not None else None
    if drafts is not None and fail_under is not None and drafts.percent < fail_under and report.results:
        return ExitCode.FAILED
    return ExitCode.OK if report.results else ExitCode.NOTHING_COLLECTED


def code_of(problem: Problem) -> int:
    """Return the exit code that comes of a problem; a decision that is stale only fails, as a claim does."""
    if problem.code in (_rules.CHECK_FAILED.code, _rules.PLUGIN_BROKEN.code):
        return ExitCode.INTERNAL
    return ExitCode.FAILED if problem.code == _rules.STALE_DECISION.code else ExitCode.USAGE


def graver(*codes: int) -> int:
    """Return the gravest of exit codes."""
    order = (
        ExitCode.INTERRUPTED,
        ExitCode.INTERNAL,
        ExitCode.USAGE,
        ExitCode.FAILED,
        ExitCode.NOTHING_COLLECTED,
        ExitCode.OK,
    )
    return min(codes, key=order.index)


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


def _claim_files(paths: Sequence[str], config: Config, problems: list[Problem]) -> Iterator[Path]:
    """Yield the claims files that the paths name or hold, each once; other paths are reported."""
    if not any(map(os.path.lexists, paths)):
        raise ConfigError("no such file or folder; check the path", path=paths[0])
    seen: set[str] = set()
    excluded = {os.path.realpath(source) for source in config.sources}
    for given in paths:
        shown = display_path(Path(given), config.root)
        if os.path.isdir(given):  # noqa: PTH112 - a path that cannot be looked at is none, not an error
            found = _walk(Path(given), excluded, config.root, problems)
        elif os.path.exists(given):  # noqa: PTH110
            found = iter((Path(given),))
        else:
            problems.append(_unreadable(shown, _no_file(Path(given))))
            continue
        for file in found:
            if (real := os.path.realpath(file)) not in seen:
                seen.add(real)
                yield file


def _no_file(path: Path) -> str:
    """Return what a path is that is no file."""
    if os.path.isdir(path):  # noqa: PTH112 - a path that cannot be looked at is none, not an error
        return "a folder; name the files in it"
    if os.path.exists(path):  # noqa: PTH110
        return "neither a file nor a folder; name a claims file"
    is_link = os.path.islink(path)  # noqa: PTH114
    return f"{'a link to nothing or to itself' if is_link else 'no such file or folder'}; check the path"


def _walk(folder: Path, excluded: set[str], root: Path, problems: list[Problem]) -> Iterator[Path]:
    def failed(error: OSError) -> None:
        message = f"cannot be read ({error.strerror}); check the folder"
        problems.append(_unreadable(display_path(Path(error.filename), root), message))

    base = os.path.realpath(folder)
    for here, folders, files in os.walk(folder, onerror=failed):
        at = Path(here)
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".")
            and name not in _VENDORED
            and os.path.realpath(at / name) not in excluded
        )
        for name in sorted(files):
            if not name.endswith((*CLAIM_SUFFIXES, ".md")) or name.startswith("."):
                continue
            if name == DECISIONS_FILE:
                continue
            if name in NAMES and _describes(os.path.realpath(here), excluded):
                continue
            real = os.path.realpath(at / name)
            if os.path.commonpath([real, base]) == base:
                yield at / name
            else:
                what = "a link that leads outside the folder; name the file itself, or copy it here"
                problems.append(_unreadable(display_path(at / name, root), what))


def _describes(folder: str, excluded: Iterable[str]) -> bool:
    """Say whether a sources file in this folder describes sources of the run."""
    return any(
        folder in (path, os.path.split(path)[0]) or folder.startswith(path + os.sep) for path in excluded
    )


def _unreadable(shown: str, message: str) -> Problem:
    return Problem(shown, 0, 0, _rules.UNREADABLE.code, message)


class Reader:
    """Reads the files of a run into claims: by a plugin, as a claims file, else as a draft."""

    def __init__(self, plugins: Plugins, config: Config, sources: Sequence[Source] = ()):
        self.plugins = plugins
        self.config = config
        self.sources = sources

    def read(self, path: Path) -> ClaimsFile:
        """Return what a file holds; a fault of it is a problem."""
        shown = display_path(path, self.config.root)
        try:
            if not path.is_file():
                raise InputError(_no_file(path), path=shown)
            for claims in _answers("factcheck_read_claims", path, self.plugins, self.config, _claims_of):
                return ClaimsFile(shown, "", claims, ())
            if path.suffix in CLAIM_SUFFIXES or path.suffix.lower() in DRAFT_SUFFIXES:
                data = path.read_bytes()
                read = read_claims if path.suffix in CLAIM_SUFFIXES else self.draft
                return read(shown, data)._replace(mark=mark_of(data))
            raise InputError("no plugin reads claims from this; name a .yaml, .md or .txt file", path=shown)
        except OSError as error:
            message = f"cannot be read ({error.strerror}); check the file"
            return ClaimsFile(shown, "", (), (_unreadable(shown, message),))
        except InputError as error:
            problem = Problem(error.path or shown, error.line, error.column, error.code, error.message)
            return ClaimsFile(shown, "", (), (problem,))

    @property
    def _rules(self) -> Mapping[str, Rule] | None:
        """All rules that a draft can name; ``None`` where a plugin that has some is switched off."""
        off = any(name.startswith("no:") for name in self.config.plugins)
        return None if off else self.plugins.rules

    def draft(self, shown: str, data: bytes) -> ClaimsFile:
        """Return the claims of a draft; what a check that fails would have found is left out and told of."""
        from factcheck._drafts import Extraction, read_draft  # a run of claims files needs none of it

        checks = self.plugins.checks
        enclosing = [check for check in checks if getattr(check, "encloses", False)]
        failures: list[Problem] = []
        extraction = Extraction(
            lambda document: extract_mentions(document, checks, failures.append),
            lambda document: extract_mentions(document, enclosing, failures.append),
        )
        people = {turn.speaker: None for source in self.sources for turn in source.turns if turn.speaker}
        people |= {name: None for source in self.sources for name in source.people}
        read = read_draft(shown, data, extraction, (*people, *self.config.people), self._rules)
        return read._replace(problems=(*read.problems, *dict.fromkeys(failures)))


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


def decisions_path(config: Config) -> Path:
    """Return where the decisions file is or would be: beside the configuration."""
    return (config.file.parent if config.file else config.root) / DECISIONS_FILE


def decisions_shown(config: Config) -> str:
    """Return the path of the decisions file as reports have it, from the root."""
    path = decisions_path(config)
    try:
        return display_path(Path(os.path.relpath(path, config.root)), config.root)
    except ValueError:  # another drive
        return path.as_posix()


def decided(config: Config, problems: list[Problem]) -> Iterator[Decision]:
    """Yield what the decisions file holds, adding to ``problems`` what cannot be read of it."""
    path = decisions_path(config)
    if path.is_file():
        from factcheck._decisionsfile import read_decisions  # most runs have none

        shown = decisions_shown(config)
        try:
            found, faults = read_decisions(shown, path.read_bytes())
        except OSError as error:
            problems.append(_unreadable(shown, f"cannot be read ({error.strerror}); check the file"))
        else:
            problems += faults
            yield from found


def today() -> str:
    """Return the date that decisions expire by."""
    from datetime import date

    return date.today().isoformat()


def _decisions(
    files: Iterable[ClaimsFile], claims: Sequence[Claim], config: Config, problems: list[Problem]
) -> Decisions | None:
    """Return the decisions of the run, those of the drafts and of the decisions file, if there are any."""
    of_drafts = [decision for file in files for decision in file.decisions]
    found = list(decided(config, problems))
    if not of_drafts and not found:
        return None
    from factcheck._decisions import CONFLICT, Decisions
    from factcheck._decisionsfile import Home

    home = Home(decisions_path(config).parent, config.root)
    of_drafts = [decision._replace(file=home.name(decision.file)) for decision in of_drafts]
    about_claims = [decision for decision in found if decision.rule != CONFLICT]
    return Decisions([*of_drafts, *about_claims], claims, today(), home)


def _is_narrowed(config: Config) -> bool:
    """Say whether the command line leaves out rules or checks that decisions may be about."""
    options = config.options
    without = (name for name in options.get("plugins") or () if name.startswith("no:"))
    return bool(options.get("select") or options.get("ignore") or any(without))


def _tell_stale(
    decisions: Decisions,
    files: Iterable[ClaimsFile],
    paths: Sequence[str],
    config: Config,
    problems: list[Problem],
    notes: list[Problem],
) -> None:
    """Tell what no longer holds: of the decisions file it is a fault, of a comment in a draft a note."""
    from factcheck._decisionsfile import to_be_mended

    read = {file.path for file in files}
    for stale in decisions.stale(read):
        if stale.decision.path in read:
            message = f"the decision “{stale.decision.reason}” {stale.why}; take it out"
            notes.append(Problem(*stale.decision.place, _rules.STALE_DECISION.code, message))
        else:
            (problems if stale.sure else notes).append(to_be_mended(stale, paths, config))


def source_reader(plugins: Plugins, config: Config) -> Callable[[Path], Source | None]:
    """Return what asks the reader plugins for a source."""

    def read(path: Path) -> Source | None:
        source = next(_answers("factcheck_read_source", path, plugins, config, _source_of), None)
        return source._replace(path=display_path(path, config.root)) if source else None

    return read


def _answers(
    hook: str, path: Path, plugins: Plugins, config: Config, vetted: Callable[[Any], T]
) -> Iterator[T]:
    """Yield what the plugins read from a file, in the order of their names.

    Raises:
        InputError: a plugin says what is wrong with the file, or failed on it and is to blame.

    """
    for name in implementing(plugins.manager, hook):
        try:
            answer = ask(plugins.manager, name, hook, path=str(path), config=config)
            if answer is not None:
                yield vetted(answer)
        except InputError:
            raise
        except (Exception, SystemExit) as error:
            shown = display_path(path, config.root)
            message = f"failed on {shown} ({describe(error)}); fix or remove it"
            raise InputError(message, path=f"plugin {name}", code=_rules.PLUGIN_BROKEN.code) from error


def _claims_of(answer: Any) -> tuple[Claim, ...]:
    from factcheck._vetting.readers import claims_of  # most runs have no readers but those built in

    return claims_of(answer)


def _source_of(answer: Any) -> Source:
    from factcheck._vetting.readers import source_of

    return source_of(answer)
