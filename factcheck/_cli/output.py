"""Where a report goes: standard output, or a file that is no input of the run."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from factcheck._cli.console import write
from factcheck._run import CLAIM_SUFFIXES
from factcheck._sources import SUFFIXES
from factcheck.errors import ConfigError


def check_output(name: str, inputs: Iterable[str | Path]) -> None:
    """Refuse to write a report over what it is about.

    Raises:
        ConfigError: the name is empty, one of the inputs, or one of the files an input folder holds.

    """
    if not name:
        raise ConfigError("-o names no file; name one, or leave -o out")
    target = os.path.realpath(name)
    for path in inputs:
        real = os.path.realpath(path)
        inside = target.startswith(real + os.sep) and os.path.isfile(target)  # noqa: PTH113
        same = target == real and not os.path.isdir(real)  # noqa: PTH112
        if same or (inside and target.endswith((*CLAIM_SUFFIXES, *SUFFIXES))):
            raise ConfigError("is an input of this run; name another file after -o", path=name)


def publish(lines: Iterable[str], output: str | None, *, utf8: bool) -> None:
    """Write the lines of a report to a file, or to standard output.

    Raises:
        ConfigError: the file cannot be written.

    """
    if not output:
        write(lines, utf8=utf8)
        return
    try:
        with Path(output).open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.writelines(f"{line}\n" for line in lines)
    except OSError as error:
        message = f"cannot be written ({error.strerror}); name another file after -o"
        raise ConfigError(message, path=output) from error
