"""``--accept REASON`` and ``factcheck decisions write``: what fails or warns goes into the decisions file."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence

from factcheck import _decided
from factcheck._cli.console import complain
from factcheck._decisions import fingerprints
from factcheck._decisionsfile import (
    Home,
    Values,
    accepting,
    added,
    read_decisions,
    read_text,
    superseded,
    without,
    write_text,
)
from factcheck.config import Config
from factcheck.errors import ConfigError
from factcheck.model import Claim, Report

_USER = ("USER", "LOGNAME", "USERNAME")


def accept(report: Report, claims: Iterable[Claim], reason: str, config: Config) -> None:
    """Add a decision for each finding that fails or warns; ``claims`` are all of the run.

    Raises:
        ConfigError: the reason is empty, or the file cannot be read or written.

    """
    given = signed(reason, "--accept")
    home = Home(_decided.decisions_path(config).parent, config.root)
    entries = [entry | given for entry in accepting(report, fingerprints(claims), home)]
    if entries:
        record(entries, config)
    else:
        complain("nothing fails or warns; nothing was accepted")


def signed(reason: str, option: str) -> dict[str, str]:
    """Return what every entry says of why, by whom and when.

    Raises:
        ConfigError: the reason is empty.

    """
    if not reason.strip():
        raise ConfigError(f"{option} names no reason; say why the findings are accepted")
    by = next((name for name in map(os.environ.get, _USER) if name), "")
    return {"reason": " ".join(reason.split()), "by": by, "on": _decided.today()}


def record(entries: Sequence[Values], config: Config) -> None:
    """Write entries into the decisions file, each in the place of one that it decides anew, and say so.

    Raises:
        ConfigError: the file has faults, or cannot be read or written.

    """
    path = _decided.decisions_path(config)
    shown = _decided.decisions_shown(config)
    before = read_text(path)
    if before.strip():
        old, _ = read_decisions(shown, before.encode())
        before = without(before, superseded(old, entries), shown)
    write_text(path, added(before, entries), shown)
    count = len(entries)
    complain(f"{count} finding{'' if count == 1 else 's'} accepted in {shown}")
