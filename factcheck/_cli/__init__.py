"""The command line: which command is meant, and how each way to fail becomes one line and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from factcheck._cli.console import complain, ready
from factcheck._cli.parser import DEBUG, Stop
from factcheck.errors import InputError, PluginError

OK, INTERRUPTED, INTERNAL, USAGE = (
    0,
    2,
    3,
    4,
)  # as in factcheck._exitcode, which is imported late

COMMANDS = (
    *("check", "conflicts", "extract", "explain", "plugins"),
    *("schema", "init", "config", "decisions", "completion"),
)


def main(argv: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    ready(sys.stdout, sys.stderr)
    words = list(argv)
    command = words.pop(0) if words and words[0] in COMMANDS else COMMANDS[0]
    try:
        if "_ARGCOMPLETE" in os.environ and "COMP_LINE" in os.environ:  # a shell asks what could come next
            import_module(f"{__name__}.completion").answer()
            return OK
        run: Callable[[Sequence[str]], int] = import_module(f"{__name__}.{command}").run
        return run(words)
    except Stop:
        return OK
    except InputError as error:
        complain(str(error))
        return USAGE
    except PluginError as error:
        _trace(words)
        complain(str(error))
        return INTERNAL
    except KeyboardInterrupt:
        complain("interrupted")
        return INTERRUPTED
    except BaseException as error:  # whatever a plugin raises, a user sees one line
        _trace(words)
        described = f"{type(error).__name__}: {error}".rstrip(": ")
        complain(f"internal error: {described}; please report it with the output of {DEBUG}")
        return INTERNAL


def _trace(words: Sequence[str]) -> None:
    if DEBUG in words:
        import traceback

        traceback.print_exc()
