"""What plugins print: it goes to standard error, so that a report stays one, and the run is not green."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, redirect_stdout
from typing import Any

from factcheck import _rules
from factcheck.model import Problem

_WORDS = 40  # characters of what was printed

Printers = Mapping[tuple[str, ...], str]
"""What was printed first, by the modules that it came through, the nearest first."""


class Overheard:
    """Standard output while plugins run: what they print goes to standard error, and who did is kept."""

    def __init__(self) -> None:
        self.printers: dict[tuple[str, ...], str] = {}

    def listening(self) -> AbstractContextManager[Any]:
        """Stand in for standard output meanwhile."""
        return redirect_stdout(self)

    def write(self, text: str) -> int:
        """Pass a text on; remember the modules it came through."""
        if text.strip():
            through: dict[str, None] = {}
            frame = sys._getframe().f_back
            while frame:
                through[str(frame.f_globals.get("__name__"))] = None
                frame = frame.f_back
            self.printers.setdefault(tuple(through), text.strip())
        return sys.stderr.write(text) if sys.stderr else len(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(sys.stderr, name)

    def add(self, printers: Printers) -> None:
        """Take over what was heard in another process."""
        for modules, text in printers.items():
            self.printers.setdefault(modules, text)

    def problems(self, plugins: Iterable[tuple[str, object]]) -> Iterator[Problem]:
        """Yield a problem for each of the plugins, given by name, that has printed so far."""
        roots = {
            str(getattr(plugin, "__name__", type(plugin).__module__)).partition(".")[0]: name
            for name, plugin in plugins
        }
        told: set[str] = set()
        for modules, text in self.printers.items():
            named = (roots[root] for module in modules if (root := module.partition(".")[0]) in roots)
            name = next(named, modules[0])
            if name not in told:
                told.add(name)
                message = f"printed {text.splitlines()[0][:_WORDS]!r}, which a plugin must not; take it out"
                yield Problem(f"plugin {name}", 0, 0, _rules.PLUGIN_BROKEN.code, message)
