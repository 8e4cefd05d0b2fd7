"""Getting hold of a check the way a run does."""

from __future__ import annotations

from pathlib import Path

from factcheck import _plugins
from factcheck.checks import Named
from factcheck.config import Config
from factcheck.errors import ConfigError


def installed(name: str, *, plugin: str = "") -> Named:
    """Return the check of a name, from an installed plugin or from the module or file ``plugin``.

    Raises:
        ConfigError: there is no such check, or its plugin is broken.

    """
    loaded = _plugins.load(Config(root=Path.cwd(), plugins=(plugin,) if plugin else ()))
    for check in loaded.checks:
        if check.name == name:
            return check
    for problem in loaded.problems:
        raise ConfigError(problem.message, path=problem.path)
    known = ", ".join(check.name for check in loaded.checks)
    raise ConfigError(f"no check is called {name!r}; known are {known}")
