"""The hooks and the fixture, as pytest finds them by the entry point ``factcheck``.

Nothing is collected unless ``factcheck_sources`` is configured or ``--factcheck`` is given, so that no other
suite is disturbed; until then no other module of factcheck is imported.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from factcheck._pytest.assertions import Assertions
    from factcheck._pytest.items import ClaimsFile, Trouble
    from factcheck.testing.runner import Factchecker

_SUFFIXES = (".yaml", ".yml")
_SOURCES = "factcheck_sources"
_REMARKS = "factcheck_problems"  # what a worker of pytest-xdist tells the controller


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--factcheck`` and the setting ``factcheck_sources``."""
    parser.getgroup("factcheck").addoption(
        "--factcheck", action="store_true", help="collect claims files and check each claim"
    )
    parser.addini(
        _SOURCES,
        "documents, or folders of them, that claims are checked against; collects claims files",
        type="paths",
        default=[],
    )


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> ClaimsFile | None:
    """Collect a file that holds claims; one that is named is taken to hold some."""
    config = parent.config
    if file_path.suffix not in _SUFFIXES or not _is_on(config):
        return None
    from factcheck._pytest.items import ClaimsFile, holds_claims, runs_of

    if not (parent.session.isinitpath(file_path) or holds_claims(file_path)):
        return None
    collected: ClaimsFile = ClaimsFile.from_parent(parent, path=file_path)
    collected.runs = runs_of(config, tuple(config.getini(_SOURCES)))
    return collected


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Let a run fail in which something could not be read, whatever the claims came to."""
    problems = _problems(session.config)
    output = getattr(session.config, "workeroutput", None)
    if output is not None:
        output[_REMARKS] = [tuple(problem) for problem in problems]
    elif problems and session.exitstatus in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
        from factcheck._exitcode import graver

        session.exitstatus = graver(*(problem.exit_code for problem in problems))


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Take over what a worker of pytest-xdist could not read."""
    from factcheck._pytest.items import told_by_workers

    told_by_workers(node.config, getattr(node, "workeroutput", {}).get(_REMARKS, []))


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Say what could not be read."""
    if problems := _problems(config):
        terminalreporter.section("factcheck errors")
        for problem in problems:
            terminalreporter.line(problem.line, red=True)


@pytest.fixture(scope="session", name="factcheck")
def _factcheck(pytestconfig: pytest.Config) -> Assertions:
    """Assertions about texts, as ``factcheck.assert_supported(text, sources=["docs"])``."""
    from factcheck._pytest.assertions import Assertions

    return Assertions(pytestconfig.rootpath, tuple(pytestconfig.getini(_SOURCES)))


@pytest.fixture(name="factchecker")
def _factchecker(tmp_path: Path) -> Factchecker:
    """A folder to write claims and sources in and to run ``factcheck`` in."""
    from factcheck.testing.runner import Factchecker

    return Factchecker(tmp_path)


def _is_on(config: pytest.Config) -> bool:
    return bool(config.getoption("--factcheck") or config.getini(_SOURCES))


def _problems(config: pytest.Config) -> list[Trouble]:
    if not _is_on(config):
        return []
    from factcheck._pytest.items import problems_of

    return problems_of(config)
