"""``--watch``: check again whenever a file of the run changes."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator

from factcheck._cli.console import complain
from factcheck.errors import FactcheckError

INTERVAL = 0.5  # seconds between two looks at the files

Stamp = tuple[str, int, int]


def watch(check: Callable[[], tuple[int, Iterable[str]]], wait: Callable[[float], None] = time.sleep) -> int:
    """Check, and check again at each change, until interrupted; return the exit code of the last time.

    ``check`` returns its exit code and the files and folders it depends on. What is wrong with an input
    is said and waited out, once there has been a first run; before that it ends the command.
    """
    code, inputs = check()
    try:
        seen = stamps(inputs)
        while True:
            complain("watching for changes; Ctrl-C ends")
            while (now := stamps(inputs)) == seen:
                wait(INTERVAL)
            changed = sorted({path for path, _, _ in set(now) ^ set(seen)})
            complain(f"{changed[0]} changed, checking again")
            seen = now  # what changes while it is checked is a change
            try:
                code, inputs = check()
            except FactcheckError as error:
                complain(str(error))
    except KeyboardInterrupt:
        return code


def stamps(inputs: Iterable[str]) -> list[Stamp]:
    """Return path, time of change and size of every file that is or stands in the inputs, sorted."""
    return sorted(stamp for path in set(inputs) for stamp in _stamps(path))


def _stamps(path: str) -> Iterator[Stamp]:
    try:
        if os.path.isdir(path):  # noqa: PTH112 - a path that cannot be looked at is none
            with os.scandir(path) as scan:
                for entry in scan:
                    if not entry.name.startswith("."):
                        yield from _stamps(entry.path)
        else:
            found = os.stat(path)  # noqa: PTH116
            yield path, found.st_mtime_ns, found.st_size
    except OSError:
        return
