"""``--accept REASON``: write what fails or warns into the decisions file."""

from __future__ import annotations

import os

from factcheck import _run
from factcheck._cli.console import complain
from factcheck._decisions import added, read_decisions, written
from factcheck._sources import display_path
from factcheck.config import Config
from factcheck.errors import ConfigError
from factcheck.model import Report

_USER = ("USER", "LOGNAME", "USERNAME")


def accept(report: Report, reason: str, config: Config) -> None:
    """Add a decision for each finding that fails or warns.

    Raises:
        ConfigError: the reason is empty, or the file cannot be read or written.

    """
    if not reason.strip():
        raise ConfigError("--accept names no reason; say why the findings are accepted")
    by = next((name for name in map(os.environ.get, _USER) if name), "")
    lines = list(written(report, " ".join(reason.split()), by, _run.today()))
    if not lines:
        complain("nothing fails or warns; nothing was accepted")
        return
    path = _run.decisions_path(config)
    shown = display_path(path, config.root)
    try:
        before = path.read_text(encoding="utf-8-sig") if path.exists() else ""
        after = added(before, lines)
        _, problems = read_decisions(shown, after.encode())
        if problems:
            problem = problems[0]
            raise ConfigError(problem.message, path=shown, line=problem.line, column=problem.column)
        path.write_text(after, encoding="utf-8", newline="\n")
    except (OSError, UnicodeDecodeError) as error:
        what = getattr(error, "strerror", None) or "it is not UTF-8"
        raise ConfigError(f"cannot be written ({what}); check the file", path=shown) from error
    count = sum(line.startswith("- ") for line in lines)
    complain(f"{count} finding{'' if count == 1 else 's'} accepted in {shown}")
