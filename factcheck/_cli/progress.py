"""A line on a terminal that says how far a long run is."""

from __future__ import annotations

import os
import time
from typing import TextIO

from factcheck._reporters.summary import FAILING
from factcheck.model import Result

_PATIENCE = 2.0  # seconds before anything is shown
_INTERVAL = 0.1


class Progress:
    """Counts the results it is called with and shows the count, once the run has become long."""

    def __init__(self, stream: TextIO):
        self._stream = stream
        self._checked = self._failed = 0
        self._next = time.monotonic() + _PATIENCE
        self._drawn = False

    @staticmethod
    def wanted(stream: TextIO | None) -> bool:
        """Say whether a stream can show a line and erase it."""
        return stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"

    def __call__(self, result: Result) -> None:
        """Count a result."""
        self._checked += 1
        self._failed += result.outcome in FAILING
        now = time.monotonic()
        if now >= self._next:
            self._next = now + _INTERVAL
            self._drawn = True
            failed = f", {self._failed:,} failed" if self._failed else ""
            self._stream.write(f"\r{self._checked:,} claims checked{failed}\x1b[K")
            self._stream.flush()

    def erase(self) -> None:
        """Leave no trace."""
        if self._drawn:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
