"""Writing to standard output and standard error, whatever stands behind them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from io import TextIOWrapper
from typing import TextIO

from factcheck._terminal import escape

_WIDTH = 80
_NARROWEST, _WIDEST = 40, 120


def ready(*streams: TextIO) -> None:
    """Make streams print what their encoding lacks as an escape instead of failing on it."""
    for stream in streams:
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def write(lines: Iterable[str], *, utf8: bool = False) -> None:
    """Print lines to standard output; a reader that has gone away is no error.

    Formats for programs are UTF-8 on every machine.
    """
    if utf8 and isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    try:
        for line in lines:
            sys.stdout.write(line + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        # What is left in the buffer would fail once more when Python exits.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def complain(message: str) -> None:
    """Print one line to standard error."""
    try:
        sys.stderr.write(f"factcheck: {escape(message)}\n")
        sys.stderr.flush()
    except OSError:  # nobody listens
        return


def width() -> int:
    """Return the columns to fill: those of the terminal within reason, 80 where there is none."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns):
        return max(_NARROWEST, min(int(columns), _WIDEST))
    try:
        return max(_NARROWEST, min(os.get_terminal_size(sys.stdout.fileno()).columns, _WIDEST))
    except (OSError, ValueError):
        return _WIDTH
