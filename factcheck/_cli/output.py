"""Where a report goes: standard output, or a file that is no input of the run."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from pathlib import Path

from factcheck._cli.console import write
from factcheck._inputs import CLAIM_SUFFIXES
from factcheck._sources import SUFFIXES
from factcheck.errors import ConfigError


def check_output(name: str, inputs: Iterable[str | Path], option: str = "-o") -> None:
    """Refuse to write a report over what it is about, or, after ``-o``, where none can be written.

    ``option`` is the one that names the file.

    Raises:
        ConfigError: the name is empty, one of the inputs, one of the files an input folder holds, or in no
            folder that can be written to.

    """
    if not name:
        raise ConfigError(f"{option} names no file; name one, or leave {option} out")
    target = os.path.realpath(name)
    if option == "-o":
        _check_writable(name, target)
    for path in inputs:
        real = os.path.realpath(path)
        inside = target.startswith(real + os.sep) and os.path.isfile(target)  # noqa: PTH113
        same = target == real and not os.path.isdir(real)  # noqa: PTH112
        if same or (inside and target.endswith((*CLAIM_SUFFIXES, *SUFFIXES))):
            raise ConfigError(f"is an input of this run; name another file after {option}", path=name)


def _check_writable(name: str, target: str) -> None:
    folder = os.path.split(target)[0]
    if not os.path.isdir(folder):  # noqa: PTH112
        raise _unwritable(name, errno.ENOENT)
    if os.path.isdir(target):  # noqa: PTH112
        raise _unwritable(name, errno.EISDIR)
    if not os.access(target if os.path.exists(target) else folder, os.W_OK):  # noqa: PTH110
        raise _unwritable(name, errno.EACCES)


def publish(
    lines: Iterable[str], output: str | None, *, utf8: bool, option: str = "-o", append: bool = False
) -> None:
    """Write the lines of a report to a file (``append``: to its end), or to standard output.

    What ``-o`` asks for also goes there if the file fails.

    Raises:
        ConfigError: the file cannot be written, or something has no place in the report.

    """
    if not output:
        write(lines, utf8=utf8)
        return
    kept: list[str] = []
    fault: ConfigError | None = None
    try:
        for line in lines:
            kept.append(line)
    except ConfigError as error:  # of one input, which takes no other one's lines with it
        fault = error
    try:
        mode = "a" if append else "w"
        with Path(output).open(mode, encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.writelines(f"{line}\n" for line in kept)
    except OSError as error:
        if option == "-o":
            write(kept, utf8=utf8)  # the run may have taken long
        raise _unwritable(output, error.errno or errno.EIO, option) from error
    if fault:
        raise fault


def _unwritable(name: str, number: int, option: str = "-o") -> ConfigError:
    message = f"cannot be written ({os.strerror(number)}); name another file after {option}"
    return ConfigError(message, path=name)
