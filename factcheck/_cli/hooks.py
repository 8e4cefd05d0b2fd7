"""Calling hooks one plugin at a time, so that one that fails is blamed and the others are still heard."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from typing import Any

from factcheck import _plugins
from factcheck._cli.console import complain
from factcheck._plugins import Plugins
from factcheck._rules import PLUGIN_BROKEN
from factcheck.errors import PluginError
from factcheck.model import Problem

_WORDS = 40  # characters of what was printed


class Overheard:
    """Standard output while plugins run: what they print goes to standard error, and who did is kept."""

    def __init__(self) -> None:
        self.printers: dict[tuple[str, ...], str] = {}

    def write(self, text: str) -> int:
        """Pass a text on; remember the modules it came through, the nearest first."""
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


class Hooks:
    """The plugins of a run, as far as the command line asks them; ``failed`` says whether one did."""

    def __init__(self, load: Callable[[], Plugins]):
        self.overheard = Overheard()
        self.failed = False
        self._told: set[str] = set()
        self.load(load)

    def load(self, load: Callable[[], Plugins]) -> None:
        """Load the plugins, anew where they may look at more now."""
        with redirect_stdout(self.overheard):
            self.plugins = load()

    def has(self, hook: str) -> bool:
        """Say whether any plugin implements a hook."""
        return bool(_plugins.implementing(self.plugins.manager, hook))

    def call(self, hook: str, returns: type = object, **arguments: Any) -> Iterator[Any]:
        """Yield what each plugin answers, sorted by plugin; complain of one that fails or answers wrongly."""
        for name in _plugins.implementing(self.plugins.manager, hook):
            try:
                with redirect_stdout(self.overheard):  # what plugins print is no part of the report
                    answers = _plugins.ask(self.plugins.manager, name, hook, **arguments)
                for answer in answers:
                    if not isinstance(answer, returns):
                        raise TypeError(f"{type(answer).__name__} is no {returns.__name__}")
            except (Exception, SystemExit) as error:
                self.failed = True
                described = _plugins.describe(error)
                complain(str(PluginError(name, f"{hook} failed ({described}); report it to its author")))
            else:
                yield from answers

    def printed(self) -> Iterator[Problem]:
        """Yield a problem for each plugin that printed and was not told of yet."""
        roots = {
            str(getattr(plugin, "__name__", type(plugin).__module__)).partition(".")[0]: name
            for name, plugin in self.plugins.manager.list_name_plugin()
        }
        for modules, text in self.overheard.printers.items():
            named = (roots[root] for module in modules if (root := module.partition(".")[0]) in roots)
            name = next(named, modules[0])
            if name not in self._told:
                self._told.add(name)
                message = f"printed {text.splitlines()[0][:_WORDS]!r}, which a plugin must not; take it out"
                yield Problem(f"plugin {name}", 0, 0, PLUGIN_BROKEN.code, message)

    def complain_of_printing(self) -> None:
        """Complain of the plugins that printed when the report was made."""
        for problem in self.printed():
            self.failed = True
            complain(f"{problem.path}: {problem.message}")
