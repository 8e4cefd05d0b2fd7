"""``factcheck extract FILE...``: the numbers, dates and quotations of texts."""

from __future__ import annotations

import re
import sys
from argparse import ArgumentTypeError
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from factcheck._cli.console import after_dashes, apart, complain, write
from factcheck._cli.environment import plugins_of
from factcheck._cli.parser import Parser, add_plugin_option
from factcheck._exitcode import ExitCode
from factcheck._inputs import source_reader
from factcheck._mentions import extract_mentions
from factcheck._plugins import Plugins
from factcheck._reporters.json import dumps
from factcheck._reporters.summary import problem_line
from factcheck._sources import collect, read_text_source
from factcheck._terminal import clip, escape, guard
from factcheck.config import Config
from factcheck.errors import ConfigError, InputError
from factcheck.model import Problem, Source
from factcheck.text import Document

_STDIN = "-"
_CLAIMS = "yaml"
_CELL = 60  # columns of a cell of the table

Row = dict[str, Any]


def run(argv: Sequence[str]) -> int:
    """Print the mentions of each file that can be read; complain of the others."""
    args = parser().parse_intermixed_args(after_dashes(argv))
    if "" in args.files:
        raise ConfigError("a path is empty; name a file or folder")
    config, plugins = plugins_of(args, [name for name in args.files if name != _STDIN])
    problems = list(plugins.problems)
    if args.format == _CLAIMS:
        from factcheck._cli.claimsfile import claims_file

        lines = claims_file(args.files, plugins, config, problems)
        write(apart(lines, plugins.overheard), utf8=True)
    else:
        found = _rows(args.files, args.lang, args.date, config, plugins, problems)
        rows = apart(found, plugins.overheard)
        write(_FORMATS[args.format](rows), utf8=True)
    for problem in plugins.printed():
        if problem not in problems:
            problems.append(problem)
            complain(problem_line(problem))
    if not problems:
        return ExitCode.OK
    internal = any(problem.path.startswith(("plugin ", "check ")) for problem in problems)
    return ExitCode.INTERNAL if internal else ExitCode.USAGE


def parser() -> Parser:
    """Return the parser of the arguments."""
    parser = Parser("extract", "Print the numbers, dates and quotations of texts.")
    parser.add_argument("files", nargs="+", metavar="FILE", help="a text; - is standard input")
    parser.add_argument(
        "--format",
        choices=(*_FORMATS, _CLAIMS),
        default="jsonl",
        help="default: jsonl; yaml is a claims file to start from",
    )
    parser.add_argument(
        "--lang", type=_language, metavar="CODE", help="the language, as en or nl; else detected"
    )
    parser.add_argument(
        "--date", type=_date, metavar="YYYY-MM-DD", help="the date that 'yesterday' is seen from"
    )
    add_plugin_option(parser)
    return parser


def _language(text: str) -> str:
    if not re.fullmatch(r"[a-z]{2,3}", text):
        raise ArgumentTypeError(f"{text!r} is no language code; write en, nl, ...")
    return text


def _date(text: str) -> str:
    from datetime import date

    try:
        if (found := date.fromisoformat(text).isoformat()) == text:
            return found
    except ValueError:
        pass
    raise ArgumentTypeError(f"{text!r} is no date; write YYYY-MM-DD")


def _rows(
    files: Sequence[str],
    language: str | None,
    date: str | None,
    config: Config,
    plugins: Plugins,
    problems: list[Problem],
) -> Iterator[Row]:
    """Yield the mentions of all files, adding to ``problems`` and complaining as they are met."""

    def report(problem: Problem) -> None:
        if problem not in problems:
            problems.append(problem)
            complain(problem_line(problem))

    terms = {word.lower(): key for key, words in config.terms.items() for word in words}
    reader = source_reader(plugins, config)
    for name in files:
        sources, faults = _standard_input() if name == _STDIN else collect((Path(name),), config.root, reader)
        for fault in faults:
            report(fault)
        for source in sources:
            document = Document(
                source.text,
                name=source.name,
                language=language or source.language or None,
                date=date or source.date,
                title=source.title,
                turns=source.turns,
                landmarks=source.landmarks,
                terms=terms,
                people=config.people,
            )
            for mention in extract_mentions(document, plugins.checks, report):
                line, column = document.line_column(mention.start)
                yield {
                    "source": source.name,
                    "line": line,
                    "column": column,
                    "start": mention.start,
                    "end": mention.end,
                    "text": mention.text,
                    "kind": mention.kind,
                    "value": dict(mention.value),
                }


def _standard_input() -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    try:
        if sys.stdin is None:
            raise InputError("nothing can be read, it is closed; name a file")
        return (read_text_source(_STDIN, sys.stdin.buffer.read()),), ()
    except OSError as error:
        message = f"cannot be read ({error.strerror}); name a file"
        return (), (Problem("standard input", 0, 0, InputError(message).code, message),)
    except InputError as error:
        return (), (Problem("standard input", error.line, error.column, error.code, error.message),)


def _jsonl(rows: Iterable[Row]) -> Iterator[str]:
    return map(dumps, rows)


def _json(rows: Iterable[Row]) -> Iterator[str]:
    before = "["
    for row in rows:
        yield before
        before = dumps(row) + ","
    yield before.removesuffix(",")
    yield "]"


def _table(rows: Iterable[Row]) -> Iterator[str]:
    from tabulate import tabulate

    cells = [
        (
            f"{escape(row['source'])}:{row['line']}:{row['column']}",
            escape(row["kind"]),
            clip(escape(row["text"]), _CELL),
            clip(escape(", ".join(f"{key} {value}" for key, value in row["value"].items())), _CELL),
        )
        for row in rows
    ]
    table = tabulate(
        cells, headers=("place", "kind", "text", "value"), tablefmt="simple", disable_numparse=True
    )
    for line in table.split("\n"):
        yield guard(line.rstrip())


_FORMATS = {"jsonl": _jsonl, "json": _json, "table": _table}
