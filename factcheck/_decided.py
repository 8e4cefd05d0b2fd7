"""The decisions of a run: where their file is, what it holds, and which no longer hold."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck import _rules
from factcheck._claims import ClaimsFile
from factcheck._sources import display_path
from factcheck.config import Config
from factcheck.model import Claim, Problem

if TYPE_CHECKING:
    from factcheck._decisions import Decision, Decisions

DECISIONS_FILE = "factcheck-decisions.yaml"


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
            problems.append(_rules.unreadable(shown, f"cannot be read ({error.strerror}); check the file"))
        else:
            problems += faults
            yield from found


def today() -> str:
    """Return the date that decisions expire by."""
    from datetime import date

    return date.today().isoformat()


def of_run(
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


def tell_stale(
    decisions: Decisions,
    files: Iterable[ClaimsFile],
    paths: Sequence[str],
    config: Config,
    problems: list[Problem],
    notes: list[Problem],
) -> None:
    """Tell what no longer holds: of the decisions file it is a fault, of a comment in a draft a note.

    Where the command line leaves out rules or checks that decisions may be about, nothing is known of them.
    """
    if _is_narrowed(config):
        return
    from factcheck._decisionsfile import to_be_mended

    read = {file.path for file in files}
    for stale in decisions.stale(read):
        if stale.decision.path in read:
            message = f"the decision “{stale.decision.reason}” {stale.why}; take it out"
            notes.append(Problem(*stale.decision.place, _rules.STALE_DECISION.code, message))
        else:
            (problems if stale.sure else notes).append(to_be_mended(stale, paths, config))
