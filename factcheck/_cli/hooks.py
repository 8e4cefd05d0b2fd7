"""Calling hooks one plugin at a time, so that one that fails is blamed and the others are still heard."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from factcheck import _plugins
from factcheck._cli.console import complain
from factcheck.config import Config
from factcheck.errors import PluginError
from factcheck.model import Problem


class Hooks:
    """The plugins of a run, as far as the command line asks them; ``failed`` says whether one did."""

    def __init__(self, config: Config):
        self.failed = False
        self.plugins = _plugins.load(config)

    def load(self, config: Config) -> None:
        """Load the plugins anew, for they may look at more now."""
        self.plugins = _plugins.load(config, self.plugins.overheard)

    def has(self, hook: str) -> bool:
        """Say whether any plugin implements a hook."""
        return bool(_plugins.implementing(self.plugins.manager, hook))

    def call(self, hook: str, returns: type = object, **arguments: Any) -> Iterator[Any]:
        """Yield what each plugin answers, sorted by plugin; complain of one that fails or answers wrongly."""
        for name in _plugins.implementing(self.plugins.manager, hook):
            try:
                with self.plugins.overheard.listening():  # what they print is no part of the report
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

    def complain_of_printing(self, told: Collection[Problem]) -> None:
        """Complain of the plugins that have printed, but for those that the report has told of."""
        for problem in self.plugins.printed():
            if problem not in told:
                self.failed = True
                complain(f"{problem.path}: {problem.message}")
