"""``factcheck plugins``: what is loaded, from where, which codes it owns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from factcheck import __version__
from factcheck._cli.console import write
from factcheck._cli.environment import plugins_of
from factcheck._cli.parser import Parser, add_plugin_option
from factcheck._exitcode import ExitCode
from factcheck._plugins import DISTRIBUTION, Plugins
from factcheck._reporters import BUILTIN
from factcheck._terminal import escape, guard

_HEADERS = ("plugin", "from", "version", "checks", "rules")
_CODE = re.compile(r"(.*?)(\d+)")


def run(argv: Sequence[str]) -> int:
    """Print the table; a broken plugin is complained of and makes the exit code 3."""
    _, plugins = plugins_of(parser().parse_args(argv))
    write(map(guard, _lines(plugins)))
    return ExitCode.INTERNAL if plugins.problems else ExitCode.OK


def parser() -> Parser:
    """Return the parser of the arguments."""
    parser = Parser("plugins", "List what is loaded, from where, and which rule codes it owns.")
    add_plugin_option(parser)
    return parser


def _lines(plugins: Plugins) -> Iterator[str]:
    from tabulate import tabulate

    owned = {code for info in plugins.listing for code in info.codes}
    core = sorted(set(plugins.rules) - owned)
    rows = [("(core)", DISTRIBUTION, __version__, "", ranges(core))]
    rows += [
        (info.name, info.origin, info.version, ", ".join(info.checks), ranges(info.codes))
        for info in plugins.listing
    ]
    cells = [[escape(cell) for cell in row] for row in rows]
    table = tabulate(cells, headers=_HEADERS, tablefmt="simple", disable_numparse=True)
    yield from (line.rstrip() for line in table.split("\n"))
    yield ""
    yield f"formats: {', '.join((*BUILTIN, *map(escape, sorted(plugins.reporters))))}"


def ranges(codes: Iterable[str]) -> str:
    """Return codes with consecutive ones joined, as ``FC101-FC104, FC110``."""
    split = [match.groups() for code in codes if (match := _CODE.fullmatch(code))]
    parts = []
    for _, group in groupby(enumerate(split), key=lambda item: (item[1][0], int(item[1][1]) - item[0])):
        run_ = ["".join(pair) for _, pair in group]
        parts.append(run_[0] if len(run_) == 1 else f"{run_[0]}-{run_[-1]}")
    return ", ".join(parts)
