"""Writing to standard output and standard error, whatever stands behind them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO, TypeVar

from factcheck._overheard import Overheard
from factcheck._terminal import escape
from factcheck.errors import ConfigError

T = TypeVar("T")

_WIDTH = 80
_NARROWEST, _WIDEST = 40, 120


def ready(*streams: TextIO | None) -> None:
    """Make streams print what their encoding lacks as an escape instead of failing on it."""
    for stream in streams:
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def write(lines: Iterable[str], *, utf8: bool = False) -> None:
    """Print lines to standard output; a reader that has gone away, or none at all, is no error.

    Formats for programs are UTF-8 on every machine.

    Raises:
        ConfigError: standard output cannot be written to, as when a disk is full.

    """
    if sys.stdout is None:
        list(lines)  # what makes them may complain
        return
    if utf8 and isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    iterator = iter(lines)
    while (line := next(iterator, None)) is not None:
        try:
            sys.stdout.write(line + "\n")
        except OSError as error:
            _abandon(error)
            return
    try:
        sys.stdout.flush()
    except OSError as error:
        _abandon(error)


def _abandon(error: OSError) -> None:
    """Give standard output up: what is left in its buffer would fail once more when Python exits."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if not isinstance(error, BrokenPipeError):
        raise ConfigError(f"standard output cannot be written ({error.strerror})") from error


def apart(items: Iterable[T], overheard: Overheard) -> Iterator[T]:
    """Yield items, what plugins print while they are made being overheard.

    Nothing but the report may stand on standard output.
    """
    iterator = iter(items)
    while True:
        with overheard.listening():
            try:
                item = next(iterator)
            except StopIteration:
                return
        yield item


def current_folder() -> Path:
    """Return the folder the command runs in.

    Raises:
        ConfigError: it was removed.

    """
    try:
        return Path.cwd()
    except OSError as error:
        raise ConfigError("the current folder is gone; change to another") from error


def after_dashes(argv: Sequence[str]) -> list[str]:
    """Return arguments in which no path after ``--`` looks like an option any more."""
    words = list(argv)
    if "--" not in words:
        return words
    at = words.index("--")
    paths = (f"./{word}" if word.startswith("-") and word != "-" else word for word in words[at + 1 :])
    return [*words[:at], *paths]


def complain(message: str) -> None:
    """Print one line to standard error."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(f"factcheck: {escape(message)}\n")
        sys.stderr.flush()
    except (OSError, ValueError):  # nobody listens
        return


def width() -> int:
    """Return the columns to fill: those of the terminal within reason, 80 where there is none."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and len(columns) < 10 and int(columns):
        return max(_NARROWEST, min(int(columns), _WIDEST))
    try:
        return max(_NARROWEST, min(os.get_terminal_size(sys.stdout.fileno()).columns, _WIDEST))
    except (AttributeError, OSError, ValueError):  # closed, or no terminal
        return _WIDTH
