"""Calling hooks one plugin at a time, so that one that fails is blamed and the others are still heard."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from factcheck import _plugins
from factcheck._cli.console import complain
from factcheck._plugins import Plugins
from factcheck.errors import PluginError


class Hooks:
    """The plugins of a run, as far as the command line asks them; ``failed`` says whether one did."""

    def __init__(self, plugins: Plugins):
        self.plugins = plugins
        self.failed = False

    def has(self, hook: str) -> bool:
        """Say whether any plugin implements a hook."""
        return bool(_plugins.implementing(self.plugins.manager, hook))

    def call(self, hook: str, **arguments: Any) -> Iterator[Any]:
        """Yield what each plugin answers, sorted by plugin; complain of one that fails."""
        for name in _plugins.implementing(self.plugins.manager, hook):
            try:
                answers = _plugins.ask(self.plugins.manager, name, hook, **arguments)
            except (Exception, SystemExit) as error:
                self.failed = True
                described = _plugins.describe(error)
                complain(str(PluginError(name, f"{hook} failed ({described}); report it to its author")))
            else:
                yield from answers
