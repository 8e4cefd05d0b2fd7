"""``factcheck completion SHELL``: what makes a shell complete the command, and the answers it asks for."""

from __future__ import annotations

import os
import re
from argparse import Action
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

from factcheck import _configfile, _plugins
from factcheck._claims import read_claims
from factcheck._cli import COMMANDS
from factcheck._cli.console import current_folder, write
from factcheck._cli.memory import NODE
from factcheck._cli.parser import Parser, Stop
from factcheck._inputs import CLAIM_SUFFIXES, DRAFT_SUFFIXES
from factcheck._reporters import BUILTIN
from factcheck.errors import ConfigError, FactcheckError
from factcheck.model import Verdict

_SHELLS = ("bash", "zsh", "fish")
_FIRST = re.compile(r"(\s*\S+\s+)((?:\S+)\s+)")  # the program, and the word after it that is done
_HOW = {
    "bash": 'eval "$(factcheck completion bash)"       # in ~/.bashrc',
    "zsh": 'eval "$(factcheck completion zsh)"        # in ~/.zshrc, after compinit',
    "fish": "factcheck completion fish | source        # in ~/.config/fish/config.fish",
}

Completer = Callable[[str], Iterable[str]]


def run(argv: Sequence[str]) -> int:
    """Print the code that a shell is to read."""
    shell = parser().parse_args(argv).shell
    argcomplete = _argcomplete()
    write((f"# {_HOW[shell]}", *argcomplete.shellcode(["factcheck"], shell=shell).rstrip("\n").split("\n")))
    return 0


def parser() -> Parser:
    """Return the parser of the arguments."""
    parser = Parser("completion", "Print what makes a shell complete factcheck, as one line of its start-up:")
    parser.epilog = "\n".join(_HOW.values())
    parser.add_argument("shell", choices=_SHELLS, help="the shell")
    return parser


def answer() -> None:
    """Write the completions of the command line that the shell is at, where the shell reads them.

    The line and the place in it stand in the environment.
    """
    argcomplete = _argcomplete()
    parser = _parser_at_hand()
    for action in parser._actions:
        _complete(action)
    try:
        argcomplete.autocomplete(parser, always_complete_options=False, exit_method=_stop, validator=_begins)
    except Stop:
        return


def _argcomplete() -> Any:
    try:
        return import_module("argcomplete")
    except ImportError as error:
        raise ConfigError("completion needs argcomplete; pip install argcomplete") from error


def _stop(_: int) -> NoReturn:
    raise Stop


def _begins(completion: str, prefix: str) -> bool:
    return completion.startswith(prefix)


def _parser_at_hand() -> Parser:
    """Return the parser of the command that the line names, and take its name out of the line.

    Where none is named yet, the commands are among the paths to check.
    """
    command = _taken(COMMANDS)
    if command is None:
        parser: Parser = import_module("factcheck._cli.options").parser()
        if not _FIRST.match(os.environ["COMP_LINE"][: int(os.environ["COMP_POINT"])]):
            _action(parser, "paths").completer = _of(lambda prefix: (*COMMANDS, *_paths(prefix)))  # type: ignore[attr-defined]
        return parser
    module = import_module(f"factcheck._cli.{command}")
    verb = _taken(tuple(module.VERBS)) if command == "decisions" else None
    made: Parser = module.VERBS[verb]() if verb else module.parser()
    return made


def _taken(words: Iterable[str]) -> str | None:
    """Take the word after the program out of the line, if it is done and one of some words; return it."""
    line, point = os.environ["COMP_LINE"], int(os.environ["COMP_POINT"])
    found = _FIRST.match(line[:point])
    if found is None or (word := found[2].strip()) not in words:
        return None
    os.environ["COMP_LINE"] = line[: found.start(2)] + line[found.end(2) :]
    os.environ["COMP_POINT"] = str(point - len(found[2]))
    return word


def _action(parser: Parser, dest: str) -> Action:
    return next(action for action in parser._actions if action.dest == dest)


def _complete(action: Action) -> None:
    """Say how the value of an argument is completed, where its choices do not."""
    if action.choices is None and not hasattr(action, "completer"):
        action.completer = _of(_COMPLETERS.get(action.dest, _nothing))  # type: ignore[attr-defined]


def _of(completer: Completer) -> Callable[..., list[str]]:
    """Return a completer as argcomplete calls it; what cannot be read completes nothing."""

    def call(prefix: str, **_: object) -> list[str]:
        try:
            return list(completer(prefix))
        except (FactcheckError, OSError, ValueError):
            return []

    return call


def _nothing(_: str) -> Iterable[str]:
    return ()


def _files(prefix: str, suffixes: tuple[str, ...] = ("",)) -> Iterator[str]:
    """Yield the folders and files that begin so; hidden ones where a dot is written."""
    folder, _, begin = prefix.rpartition("/")
    base = f"{folder}/" if "/" in prefix else ""
    with os.scandir(os.path.expanduser(base) or ".") as entries:  # noqa: PTH111
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.name.startswith(begin) and (begin.startswith(".") or not entry.name.startswith(".")):
                if entry.is_dir():
                    yield f"{base}{entry.name}/"
                elif entry.name.endswith(suffixes):
                    yield f"{base}{entry.name}"


def _paths(prefix: str) -> Iterator[str]:
    """Yield what can be checked: claims files, drafts and folders, the claims of a file after ``::``."""
    file, node, _ = prefix.partition(NODE)
    if not node:
        yield from _files(prefix, (*CLAIM_SUFFIXES, *DRAFT_SUFFIXES))
    elif file.endswith(CLAIM_SUFFIXES):
        for claim in read_claims(file, Path(file).read_bytes()).claims:
            yield f"{file}{NODE}{claim.id}"


def _loaded() -> _plugins.Plugins:
    """Return the installed plugins; no file of the folder runs for a completion."""
    config = _configfile.load((), current_folder(), local_plugins=True)
    plugins = tuple(name for name in config.plugins if not name.endswith(".py"))
    return _plugins.load(config._replace(plugins=plugins, require=()))


def _rules(prefix: str) -> Iterator[str]:
    """Yield codes and names of rules, after what is listed before them with commas."""
    before, comma, _ = prefix.rpartition(",")
    for code, rule in sorted(_loaded().rules.items()):
        yield f"{before}{comma}{code}"
        yield f"{before}{comma}{rule.name}"


def _formats(prefix: str) -> Iterator[str]:
    """Yield the formats; a file after ``NAME:``."""
    name, colon, file = prefix.partition(":")
    if colon:
        yield from (f"{name}:{found}" for found in _files(file))
    else:
        yield from (*BUILTIN, *sorted(_loaded().reporters))


def _verdicts(prefix: str) -> Iterator[str]:
    before, comma, _ = prefix.rpartition(",")
    yield from (f"{before}{comma}{verdict}" for verdict in Verdict if verdict is not Verdict.SUPPORTED)


def _plugin_names(_: str) -> Iterator[str]:
    yield from (f"no:{info.name}" for info in _loaded().listing)


_COMPLETERS: dict[str, Completer] = {
    "paths": _paths,
    "deselect": _paths,
    "files": _files,
    "sources": _files,
    "output": _files,
    "format": _formats,
    "reports": _formats,
    "select": _rules,
    "ignore": _rules,
    "rules": _rules,
    "fail_on": _verdicts,
    "plugins": _plugin_names,
}
