"""One run from paths to report: read the claims and the sources, judge, and count."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from factcheck import _plugins, _rules
from factcheck._claims import ClaimsFile, duplicate_ids, read_claims
from factcheck._engine import Engine
from factcheck._plugins import Plugins, ask, implementing, plugin_problem
from factcheck._sources import collect, match_sources
from factcheck.config import Config
from factcheck.errors import ConfigError, InputError
from factcheck.model import Claim, Outcome, Problem, Report, Result, Source, Verdict

CLAIM_SUFFIXES = (".yaml", ".yml")
_VENDORED = {"node_modules", "site-packages", "vendor", "venv", "__pycache__"}
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
    select: Callable[[Claim], bool] | None = None,
    maxfail: int = 0,
    collect_only: bool = False,
    watch: Callable[[Result], None] | None = None,
) -> Report:
    """Check the claims of the given files and folders.

    ``select`` says which claims to keep, ``maxfail`` after how many failures to stop (0: never), ``watch``
    hears of each result as it is known. What cannot be read is in ``report.problems``.

    Raises:
        ConfigError: the run cannot start: no sources, no such path, a required plugin is missing.
        PluginError: the environment is unusable.

    """
    plugins = plugins or _plugins.load(config)
    files = [_read(path, plugins, config) for path in _claim_files(paths, config)]
    sources, source_problems = collect(config.sources, config.root, source_reader(plugins, config))
    problems = [*plugins.problems, *source_problems]
    for file in files:
        problems += file.problems
    problems += duplicate_ids(files)
    claims = [claim for file in files for claim in file.claims]
    kept = [claim for claim in claims if select is None or select(claim)]
    engine = Engine(plugins.checks, sources, config)
    watchers = implementing(plugins.manager, "factcheck_claim_checked")
    results: list[Result] = []
    if not collect_only:
        for result in _judged(kept, sources, engine, problems):
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
            if maxfail and sum(result.outcome in _FAILED for result in results) >= maxfail:
                break
    else:
        results = [Result(claim, Verdict.NOT_ENOUGH_EVIDENCE, Outcome.SKIPPED) for claim in kept]
    return Report(
        results=tuple(results),
        problems=(*problems, *engine.problems),
        sources=tuple(sorted(sources, key=lambda source: (source.name, source.path))),
        checks=tuple(check.name for check in plugins.checks),
        texts={file.path: file.text for file in files},
        deselected=len(claims) - len(kept),
    )


def exit_code(report: Report) -> int:
    """Return the exit code of a run; the gravest wins."""
    internal = {_rules.CHECK_FAILED.code, _rules.PLUGIN_BROKEN.code}
    if any(problem.code in internal for problem in report.problems):
        return ExitCode.INTERNAL
    if report.problems:
        return ExitCode.USAGE
    if any(result.outcome in _FAILED for result in report.results):
        return ExitCode.FAILED
    return ExitCode.OK if report.results else ExitCode.NOTHING_COLLECTED


def _strict(result: Result) -> Result:
    return result._replace(outcome=Outcome.FAILED) if result.outcome is Outcome.WARNED else result


def _judged(
    claims: Iterable[Claim], sources: tuple[Source, ...], engine: Engine, problems: list[Problem]
) -> Iterator[Result]:
    for claim in claims:
        named, unmatched = match_sources(claim.sources, sources) if claim.sources else (sources, ())
        for pattern in unmatched:
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
        if unmatched:
            names = tuple(source.name for source in named)
            yield Result(claim, Verdict.NOT_ENOUGH_EVIDENCE, Outcome.ERROR, (), names)
        else:
            yield engine.judge(claim, named)


def _claim_files(paths: Sequence[str], config: Config) -> Iterator[Path]:
    """Yield the claims files that the paths name or hold, each once."""
    seen: set[Path] = set()
    excluded = {source.resolve() for source in config.sources}
    for given in paths:
        path = Path(given)
        if not path.exists():
            raise ConfigError("no such file or folder; check the path", path=given)
        for file in _walk(path, excluded) if path.is_dir() else [path]:
            if (resolved := file.resolve()) not in seen:
                seen.add(resolved)
                yield file


def _walk(folder: Path, excluded: set[Path]) -> Iterator[Path]:
    for here, folders, files in os.walk(folder):
        base = Path(here)
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and name not in _VENDORED and (base / name).resolve() not in excluded
        )
        for name in sorted(files):
            if name.endswith(CLAIM_SUFFIXES) and not name.startswith("."):
                yield base / name


def _read(path: Path, plugins: Plugins, config: Config) -> ClaimsFile:
    shown = display_path(path, config.root)
    try:
        claims = plugins.manager.hook.factcheck_read_claims(path=str(path), config=config)
        if claims is not None:
            return ClaimsFile(shown, "", tuple(claims), ())
        if path.suffix not in CLAIM_SUFFIXES:
            raise InputError("no plugin reads claims from this; name a .yaml file", path=shown)
        return read_claims(shown, path.read_bytes())
    except OSError as error:
        message = f"cannot be read ({error.strerror}); check the file"
        return ClaimsFile(shown, "", (), (Problem(shown, 0, 0, _rules.UNREADABLE.code, message),))
    except InputError as error:
        return ClaimsFile(
            shown, "", (), (Problem(shown, error.line, error.column, error.code, error.message),)
        )


def source_reader(plugins: Plugins, config: Config) -> Callable[[Path], Source | None]:
    """Return what asks the reader plugins for a source."""

    def read(path: Path) -> Source | None:
        source: Source | None = plugins.manager.hook.factcheck_read_source(path=str(path), config=config)
        return source

    return read


def display_path(path: Path, root: Path) -> str:
    """Return a path relative to the root where it lies inside, with ``/`` on every machine."""
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return path.as_posix()
