"""What a command that judges claims starts from: arguments, settings and plugins, read in this order."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path

from factcheck import _configfile
from factcheck._cli.console import after_dashes, current_folder
from factcheck._cli.hooks import Hooks
from factcheck._cli.memory import NODE
from factcheck._cli.options import CHANGED, HEAD
from factcheck._cli.parser import Parser
from factcheck.config import Config
from factcheck.errors import ConfigError
from factcheck.model import Rule

SetUp = tuple[Namespace, Config, Hooks, list[str]]
"""Arguments, settings, the plugins and the paths to check."""


def set_up(parser: Parser, argv: Sequence[str]) -> SetUp:
    """Read arguments, configuration and plugins, which have options and rules of their own.

    Raises:
        ConfigError: one of them cannot be used, or there is nothing to check.

    """
    argv = _told_apart(after_dashes(argv))
    early, _ = parser.parse_known_intermixed_args(argv)
    found = _configfile.load(early.paths, current_folder(), local_plugins=early.local_plugins)
    config = _configured(found, early)
    hooks = Hooks(config)
    list(hooks.call("factcheck_addoption", parser=parser))
    parser.add_argument("-h", "--help", action="help", help="show this and exit")
    args = parser.parse_intermixed_args(argv)
    if hooks.has("factcheck_addoption"):  # the checks may look at the options of their plugin
        config = _configured(found, args)
        hooks.load(config)
    rules = hooks.plugins.rules
    config = config._replace(
        select=known_codes("select", config.select, rules),
        ignore=known_codes("ignore", config.ignore, rules) if not _disabling(config) else config.ignore,
        severity={
            code: severity
            for name, severity in config.severity.items()
            for code in known_codes("severity", (name,), rules)
        },
    )
    if "" in (*args.paths, *(args.sources or ())):
        raise ConfigError("a path is empty; name a file or folder")
    paths = args.paths or list(config.options.get("claims", ()))
    if not paths:
        usage = f"{parser.prog} PATH... (see {parser.prog} --help)"
        raise ConfigError(f"nothing to check; name a path, or 'claims' in the configuration; usage: {usage}")
    return args, config, hooks, paths


def _told_apart(words: list[str]) -> list[str]:
    """Return arguments in which no path is taken for the REF of a bare ``--changed`` before it."""
    for at, (word, after) in enumerate(pairwise(words)):
        if word == CHANGED and os.path.lexists(after.partition(NODE)[0]):
            words[at] = f"{CHANGED}={HEAD}"
    return words


def _configured(found: Config, args: Namespace) -> Config:
    """Return the settings of the configuration file, overruled by the command line."""
    return found._replace(
        sources=tuple(map(Path, args.sources)) if args.sources else found.sources,
        select=tuple(args.select) if args.select else found.select,
        ignore=(*found.ignore, *args.ignore),
        plugins=(*found.plugins, *args.plugins),
        strict=found.strict or args.strict,
        options={**found.options, **vars(args)},
    )


def _disabling(config: Config) -> bool:
    return any(name.startswith("no:") for name in config.plugins)


def known_codes(option: str, wanted: Iterable[str], rules: dict[str, Rule]) -> tuple[str, ...]:
    """Return codes and prefixes, names made codes; one that fits no rule would switch checks off unseen."""
    by_name = {rule.name: code for code, rule in rules.items()}
    chosen = tuple(by_name.get(word, word) for word in wanted)
    for code in chosen:
        if not any(known.startswith(code) for known in rules):
            near = _configfile.nearest(code, (*rules, *by_name))
            raise ConfigError(f"{option}: no rule is called {code!r}{near}")
    return chosen
