"""Every hook a plugin can implement, in the order in which a run calls them.

A plugin is a module or object with functions of these names marked with :data:`hookimpl`. Arguments may
be left out; more may be added. Load one by an entry point of the group ``factcheck`` or by ``-p``.
"""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterable
from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    from factcheck.checks import Check, Judge, Reviewer
    from factcheck.config import Config
    from factcheck.model import Claim, Report, Result, Source
    from factcheck.reporting import Reporter

hookspec = pluggy.HookspecMarker("factcheck")
hookimpl = pluggy.HookimplMarker("factcheck")


@hookspec
def factcheck_addoption(parser: ArgumentParser) -> None:
    """Add command-line options; called once, before the arguments are read."""


@hookspec
def factcheck_register_checks(config: Config) -> Iterable[Check | Judge | Reviewer]:
    """Return the checks of this plugin; called once a run."""
    raise NotImplementedError


@hookspec
def factcheck_register_reporters(config: Config) -> Iterable[Reporter]:
    """Return the reporters of this plugin; called once a run."""
    raise NotImplementedError


@hookspec(firstresult=True)
def factcheck_read_claims(path: str, config: Config) -> Iterable[Claim] | None:
    """Read the claims of a file, or return ``None`` to leave it to the next plugin."""


@hookspec(firstresult=True)
def factcheck_read_source(path: str, config: Config) -> Source | None:
    """Read a source document, or return ``None`` to leave it to the next plugin."""


@hookspec
def factcheck_claim_checked(result: Result, config: Config) -> None:
    """Watch a claim's result as it becomes known."""


@hookspec
def factcheck_session_finish(report: Report, exit_code: int, config: Config) -> None:
    """Watch the end of a run, before the report is written."""


@hookspec
def factcheck_report_header(config: Config) -> str | None:
    """Return a line for the head of the terminal report."""
