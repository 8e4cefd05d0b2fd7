"""What the commands that check nothing need of a run: the configuration and the plugins."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

from factcheck import _configfile, _plugins
from factcheck._cli.console import complain, current_folder
from factcheck._reporters.summary import problem_line
from factcheck.config import Config


def plugins_of(args: Namespace, paths: Sequence[str] = ()) -> tuple[Config, _plugins.Plugins]:
    """Return the settings that hold for ``paths`` and the plugins, complaining of those that are broken."""
    found = _configfile.load(paths, current_folder(), local_plugins=args.local_plugins)
    config = found._replace(plugins=(*found.plugins, *args.plugins))
    plugins = _plugins.load(config)
    plugins = plugins._replace(problems=(*plugins.problems, *plugins.printed()))
    for problem in plugins.problems:
        complain(problem_line(problem))
    return config, plugins
