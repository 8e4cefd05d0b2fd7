"""Claims files as pytest collects them: an item a claim, judged in one run with all others of the session."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, NoReturn

import pytest

from factcheck import _configfile, _plugins, _rules, _run
from factcheck._exitcode import code_of
from factcheck._pytest.failure import blocks
from factcheck._reporters.summary import complaints, problem_line
from factcheck.config import Config
from factcheck.errors import FactcheckError
from factcheck.model import Claim, Outcome, Problem, Report, Result

_CLAIMS = re.compile(rb"""^[\s{\xef\xbb\xbf]*["']?claims["']?\s*:""", re.MULTILINE)
_WIDE = re.compile(rb"\A(?:\xff\xfe|\xfe\xff)")  # the byte order marks of UTF-16 and UTF-32
_OWN_MARKS = ("skip", "skipif", "xfail", "parametrize", "usefixtures", "filterwarnings")


class ClaimWarning(UserWarning):
    """A claim that agrees with its sources, with a reservation."""


class Run:
    """The claims files of a session that share a configuration, judged together when the first is due."""

    def __init__(self, config: Config):
        self.config = config
        self.plugins = _plugins.load(config)
        self.paths: list[str] = []
        self._faults: list[Problem] = []
        self._report: Report | None = None
        self._results: dict[tuple[str, str], Result] = {}

    def collect(self, path: Path) -> Report:
        """Return the claims of a file, unjudged, and what is wrong with it."""
        self.paths.append(str(path))
        without = self.config._replace(sources=())  # which are read when a claim is judged
        plugins = self.plugins._replace(problems=())
        report = _run.run([str(path)], without, plugins=plugins, collect_only=True)
        printed = set(plugins.printed())  # which is no fault of the file
        report = report._replace(problems=tuple(fault for fault in report.problems if fault not in printed))
        self._faults += report.problems
        return report

    def report(self, items: Iterable[pytest.Item]) -> Report:
        """Return the report on all items that were not deselected."""
        if self._report is None:
            wanted = {key(item.claim) for item in items if isinstance(item, ClaimItem)}
            self._report = _run.run(
                self.paths,
                self.config,
                plugins=self.plugins,
                select=lambda claims, _: [claim for claim in claims if key(claim) in wanted],
            )
            self._results = {key(result.claim): result for result in self._report.results}
        return self._report

    def result(self, item: ClaimItem) -> Result:
        """Return the result of an item."""
        self.report(item.session.items)
        return self._results[key(item.claim)]

    def problems(self) -> Iterator[Problem]:
        """Yield what went wrong beside the claims: with files, chosen or not, sources, plugins and checks."""
        yield from self._faults
        collected = {str(Path(path)) for path in self.paths}
        unjudged = (*self.plugins.problems, *self.plugins.printed())
        for problem in self._report.problems if self._report else unjudged:
            if str(self.config.root / problem.path) not in collected or problem.code in _LATE:
                yield problem


# Of what is wrong with a claims file, what shows only when all are read or judged.
_LATE = (_rules.NO_SUCH_SOURCE.code, _rules.CHECK_FAILED.code, _rules.DUPLICATE_ID.code)


class Trouble(NamedTuple):
    """What went wrong beside the claims: the line that says so, and the exit code that comes of it."""

    line: str
    exit_code: int

    @classmethod
    def of(cls, problem: Problem) -> Trouble:
        """Return what is told of a problem."""
        return cls(problem_line(problem), code_of(problem))


class Runs:
    """The runs of a session, one for each configuration file."""

    def __init__(self, root: Path, sources: tuple[Path, ...]):
        self._root = root
        self._sources = sources
        self._by_file: dict[Path | None, Run] = {}
        self.told: list[Trouble] = []

    def of(self, path: Path) -> Run:
        """Return the run that a claims file belongs to.

        Raises:
            FactcheckError: its configuration or a plugin cannot be used.

        """
        found = _configfile.load([str(path)], self._root)
        if found.file not in self._by_file:
            sources = self._sources or tuple(self._root / source for source in found.sources)
            config = found._replace(sources=sources)
            self._by_file[found.file] = Run(config)
        return self._by_file[found.file]

    def problems(self) -> list[Trouble]:
        """Return what went wrong beside the claims, each once."""
        problems = [problem for run in self._by_file.values() for problem in run.problems()]
        return list(dict.fromkeys([*map(Trouble.of, problems), *self.told]))


_RUNS = pytest.StashKey[Runs]()


def runs_of(config: pytest.Config, sources: tuple[Path, ...]) -> Runs:
    """Return the runs of a session, made when first asked for."""
    if _RUNS not in config.stash:
        config.stash[_RUNS] = Runs(config.rootpath, sources)
    return config.stash[_RUNS]


def problems_of(config: pytest.Config) -> list[Trouble]:
    """Return what went wrong beside the claims in a session."""
    return config.stash[_RUNS].problems() if _RUNS in config.stash else []


def told_by_workers(config: pytest.Config, problems: Iterable[tuple[str, int]]) -> None:
    """Add what went wrong in another process."""
    runs_of(config, ()).told.extend(Trouble(*problem) for problem in problems)


def key(claim: Claim) -> tuple[str, str]:
    """Return what tells a claim from all others of a run."""
    return claim.place.path, claim.id


def holds_claims(path: Path) -> bool:
    """Say whether a file looks like one of claims, as not every YAML file beside tests does."""
    try:
        data = path.read_bytes()
    except OSError:
        return True  # which is worth an error
    return bool(_CLAIMS.search(data) or _WIDE.match(data))


class ClaimsFile(pytest.File):
    """A claims file."""

    runs: Runs

    def collect(self) -> Iterator[pytest.Item]:
        """Yield the claims, and an item that fails for each fault of the file."""
        try:
            run = self.runs.of(self.path)
            if not run.config.sources:
                raise self.CollectError("no sources; configure factcheck_sources, or sources of factcheck")
            report = run.collect(self.path)
        except FactcheckError as error:
            raise self.CollectError(str(error)) from error
        for problem in report.problems:
            place = ":".join(str(part) for part in (problem.line, problem.column) if part)
            yield FaultItem.of(self, f"{problem.code}:{place}" if place else problem.code, problem)
        for result in report.results:
            yield ClaimItem.of(self, run, result.claim)


class FaultItem(pytest.Item):
    """Something in a claims file that cannot be read."""

    problem: Problem

    @classmethod
    def of(cls, parent: ClaimsFile, name: str, problem: Problem) -> FaultItem:
        """Return the item of a fault."""
        item: FaultItem = cls.from_parent(parent, name=name)
        item.problem = problem
        return item

    def setup(self) -> None:
        """Fail: what cannot be read is an error."""
        _fail([problem_line(self.problem)])

    def runtest(self) -> None:
        """Never comes to it."""

    def reportinfo(self) -> tuple[Path, int, str]:
        """Return where the fault is."""
        return self.path, max(0, self.problem.line - 1), self.name


class ClaimItem(pytest.Item):
    """A claim."""

    claim: Claim
    run: Run
    result: Result

    @classmethod
    def of(cls, parent: ClaimsFile, run: Run, claim: Claim) -> ClaimItem:
        """Return the item of a claim, marked with its tags."""
        item: ClaimItem = cls.from_parent(parent, name=claim.id)
        item.claim, item.run = claim, run
        for tag in claim.tags:
            item.extra_keyword_matches.add(tag)
            if tag not in _OWN_MARKS and not tag.startswith("_"):
                item.config.addinivalue_line("markers", f"{tag}: a tag of claims")
                item.add_marker(tag)
        return item

    def setup(self) -> None:
        """Judge the claim; one that cannot be judged is an error."""
        self.result = self.run.result(self)
        if self.result.outcome is Outcome.ERROR:
            _fail(self._complaints())

    def runtest(self) -> None:
        """Pass, fail, skip or fail as expected."""
        outcome, reason = self.result.outcome, self.result.claim.reason or ""
        if outcome is Outcome.SKIPPED:
            pytest.skip("no selected check judges this claim")
        if outcome is Outcome.XFAILED:
            pytest.xfail(reason)
        if outcome is Outcome.WARNED:
            self.warn(ClaimWarning("; ".join(self._complaints())))
        if outcome in (Outcome.FAILED, Outcome.XFAILED):
            _fail(self._blocks())
        if outcome is Outcome.XPASSED:
            _fail([f"[XPASS(strict)] {reason}", *self._blocks()])

    def _complaints(self) -> list[str]:
        return [f"{self.nodeid}: {code} {message}" for _, code, message in complaints(self.result)]

    def _blocks(self) -> Iterator[str]:
        return blocks(self.result, self.run.report(()))

    def reportinfo(self) -> tuple[Path, int, str]:
        """Return where the claim stands."""
        return self.path, self.claim.place.line - 1, self.claim.id


def _fail(lines: Iterable[str]) -> NoReturn:
    """Fail with these lines alone: where in this program is of no interest."""
    pytest.fail("\n".join(lines), pytrace=False)
