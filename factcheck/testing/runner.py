"""Running the command in a test: write files, run it here or as a command, look at what came out."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import chdir, redirect_stderr, redirect_stdout
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, NamedTuple

from factcheck.__main__ import main


class RunResult(NamedTuple):
    """What a run gave: its exit code and the lines on standard output and standard error."""

    code: int
    lines: tuple[str, ...]
    errors: tuple[str, ...]

    def report(self) -> dict[str, Any]:
        """Return the report of a run with ``--format json``."""
        found: dict[str, Any] = json.loads("\n".join(self.lines))
        return found

    def assert_outcomes(self, **expected: int) -> None:
        """Assert how many claims there are of each outcome, of those that occur, after ``--format json``."""
        words = ("passed", "failed", "xfailed", "xpassed", "warned", "skipped", "errors")
        summary = self.report()["summary"]
        assert {word: summary[word] for word in words if summary[word]} == expected, self.errors

    def assert_lines(self, *patterns: str) -> None:
        """Assert that lines match these globs, in this order, others between them or not."""
        lines = iter(self.lines)
        for pattern in patterns:
            assert any(fnmatchcase(line, pattern) for line in lines), f"no line is like {pattern!r}"


class Factchecker:
    """A folder to write claims and sources in and to run ``factcheck`` in."""

    def __init__(self, path: Path):
        self.path = path

    def write(self, files: Mapping[str, str | bytes]) -> None:
        """Write files, by their path in the folder; text as UTF-8."""
        for name, content in files.items():
            path = self.path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))

    def run(self, *arguments: str) -> RunResult:
        """Run the command in this process."""
        out, errors = io.StringIO(), io.StringIO()
        with chdir(self.path), redirect_stdout(out), redirect_stderr(errors):
            code = main(arguments)
        return RunResult(code, tuple(out.getvalue().splitlines()), tuple(errors.getvalue().splitlines()))

    def run_command(self, *arguments: str) -> RunResult:
        """Run the command in a process of its own, as a user does."""
        done = subprocess.run(  # noqa: S603 - the arguments are those of the test
            [sys.executable, "-m", "factcheck", *arguments],
            cwd=self.path,
            env={**os.environ, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=False,
        )
        out, errors = (tuple(_decoded(stream)) for stream in (done.stdout, done.stderr))
        return RunResult(done.returncode, out, errors)


def _decoded(stream: bytes) -> Iterator[str]:
    yield from stream.decode("utf-8", "backslashreplace").splitlines()
