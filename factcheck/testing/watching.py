"""Watching a piece of work: what it prints, writes, runs or connects to."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from typing import Any

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_FORBIDDEN = (
    *("os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate"),
    *("os.system", "subprocess.Popen", "socket.connect", "shutil.rmtree"),
)

_listeners: list[list[str]] = []
_hooked = False


@contextmanager
def _watched() -> Iterator[list[str]]:
    """Note what is written, run or connected to meanwhile; an audit hook, once there, stays and listens."""
    global _hooked
    if not _hooked:
        sys.addaudithook(_audit)
        _hooked = True
    seen: list[str] = []
    _listeners.append(seen)
    try:
        yield seen
    finally:
        _listeners.remove(seen)


def _audit(event: str, arguments: tuple[Any, ...]) -> None:
    if not _listeners:
        return
    if event == "open":
        path, _, flags = arguments
        compiled = "__pycache__" in str(path)  # of a module that is imported when first used
        if not isinstance(flags, int) or not flags & _WRITING or compiled:
            return
        told = f"open {path}"
    elif event in _FORBIDDEN:
        told = event
    else:
        return
    for listener in _listeners:
        listener.append(told)


def assert_silent(work: Callable[[], Any]) -> None:
    """Assert that some work prints nothing."""
    out, errors = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(errors):
        work()
    assert (out.getvalue(), errors.getvalue()) == ("", ""), "something was printed"


def assert_unwritten(work: Callable[[], Any]) -> None:
    """Assert that some work writes no file, runs no program and asks no network."""
    with _watched() as seen:
        work()
    assert seen == [], f"something was written or run: {', '.join(seen)}"
