"""``factcheck config show [PATH...]``: each setting, and where its value comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from factcheck import _configfile
from factcheck._cli.console import current_folder, write
from factcheck._cli.parser import Parser
from factcheck._reporters.json import dumps
from factcheck._sources import display_path
from factcheck.config import Config
from factcheck.errors import ConfigError


def run(argv: Sequence[str]) -> int:
    """Print the settings as they would stand in a configuration file.

    Raises:
        ConfigError: nothing is asked for, or the configuration cannot be used.

    """
    if not argv:
        raise ConfigError("show comes first; write factcheck config show, with a path or without")
    args = parser().parse_intermixed_args(argv)
    root = current_folder()
    config = _configfile.load(args.paths, root, local_plugins=True)  # which are shown and not run
    write(_lines(config, root))
    return 0


def parser() -> Parser:
    """Return the parser of the arguments."""
    parser = Parser("config", "Show each setting that holds for a path, and where its value comes from.")
    parser.add_argument("what", choices=("show",), metavar="show", help="show the settings")
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="what is to be checked; default: this folder"
    )
    return parser


def _lines(config: Config, root: Path) -> Iterator[str]:
    shown = display_path(config.file, root) if config.file else ""
    places = _configfile.places(config.file, shown) if config.file else {}
    yield f"# {shown}" if shown else "# no configuration file"
    for key in _configfile.KEYS:
        where = f"{shown}:{places[key][0]}" if key in places else "default"
        value = config.options.get("claims", ()) if key == "claims" else getattr(config, key)
        if isinstance(value, Mapping):
            inner = ", ".join(f"{dumps(name)} = {dumps(words)}" for name, words in value.items())
            text = f"{{ {inner} }}" if inner else "{}"
        else:
            text = dumps([str(item) for item in value] if isinstance(value, tuple) else value)
        yield f"{key} = {text}  # {where}"
