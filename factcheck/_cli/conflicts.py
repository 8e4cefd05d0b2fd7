"""``factcheck conflicts [SOURCE...]``: where the sources disagree with each other, with no claim."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

from factcheck import _configfile, _plugins, _rules
from factcheck._cli.check import known_codes
from factcheck._cli.console import complain, current_folder, width
from factcheck._cli.output import check_output, publish
from factcheck._cli.parser import Parser, add_plugin_option, codes
from factcheck._conflicts import conflicts
from factcheck._decisions import CONFLICT, Decisions
from factcheck._engine import Engine
from factcheck._reporters.page import Page, place_of
from factcheck._reporters.snippet import rows
from factcheck._reporters.summary import Lines, problem_line
from factcheck._run import ExitCode, source_reader, today
from factcheck._run import decided as decisions_of
from factcheck._sources import collect, match_sources
from factcheck._terminal import clip, escape, guard, wants_color
from factcheck.config import Config
from factcheck.errors import ConfigError
from factcheck.model import Evidence, Problem, Source, Topic
from factcheck.reporting import Style

_FORMATS = ("text", "table", "json")
_CELL = 40  # columns of a cell of the table
_EPILOG = """\
exit codes: 0 the sources agree, 1 they disagree somewhere, 2 interrupted,
3 internal error, 4 wrong usage or unreadable input, 5 no sources"""


def run(argv: Sequence[str]) -> int:
    """Compare the sources, print what they disagree about, and return the exit code."""
    args = _parser().parse_intermixed_args(argv)
    if "" in args.sources:
        raise ConfigError("a source is empty; name a file or folder")
    found = _configfile.load(args.sources, current_folder(), local_plugins=args.local_plugins)
    config = found._replace(
        select=tuple(args.select) if args.select else found.select,
        ignore=(*found.ignore, *args.ignore),
        plugins=(*found.plugins, *args.plugins),
    )
    with redirect_stdout(sys.stderr):  # what plugins print is no part of the output
        plugins = _plugins.load(config)
    config = config._replace(
        select=known_codes("select", config.select, plugins.rules),
        ignore=known_codes("ignore", config.ignore, plugins.rules),
    )
    args.output = None if args.output == "-" else args.output
    if args.output is not None:
        check_output(args.output, (*args.sources, *config.sources))
    sources, problems = _sources(args.sources, config, plugins)
    result = conflicts(Engine(plugins.checks, sources, config))
    problems = [*plugins.problems, *problems, *result.problems]
    for note in result.notes:
        complain(note)
    decided = [decision for decision in decisions_of(config, problems) if decision.rule == CONFLICT]
    decisions = Decisions(decided, today() if decided else "")
    accepted = {
        index: reason
        for index, topic in enumerate(result.topics)
        if (reason := decisions.accept_topic(topic.label, topic.values))
    }
    for stale in decisions.notes([""]):
        complain(problem_line(stale))
    lines = _render(result.topics, accepted, sources, problems, args)
    publish(lines, args.output, utf8=args.format == "json")
    if args.output or args.format == "json":
        for problem in problems:
            complain(problem_line(problem))
    return _exit_code(len(result.topics) - len(accepted), sources, problems, args)


def _parser() -> Parser:
    parser = Parser("conflicts", "Show where sources disagree with each other.", epilog=_EPILOG)
    add = parser.add_argument
    add("sources", nargs="*", metavar="SOURCE", help="a document or folder, or the name of a configured one")
    add("--format", choices=_FORMATS, default="text", help="default: text")
    add("-o", dest="output", metavar="FILE", help="write the report to a file")
    add("--exit-zero", action="store_true", help="exit 0 also when the sources disagree")
    add("--select", action="extend", default=[], type=codes, metavar="CODE", help="only rules of this prefix")
    add("--ignore", action="extend", default=[], type=codes, metavar="CODE", help="no rules of this prefix")
    add("--color", choices=("auto", "always", "never"), default="auto", help="default: on terminals")
    add_plugin_option(parser)
    return parser


def _sources(
    given: Sequence[str], config: Config, plugins: _plugins.Plugins
) -> tuple[tuple[Source, ...], list[Problem]]:
    """Return the sources that files, folders and names mean, all that are configured where none is given."""
    read = source_reader(plugins, config)
    paths = tuple(Path(name) for name in given if os.path.exists(name))  # noqa: PTH110 - too long a name
    names = [name for name in given if not os.path.exists(name)]  # noqa: PTH110 - is not there
    found, problems = collect(paths if given else config.sources, config.root, read)
    if names:
        configured, more = collect(config.sources, config.root, read)
        named, unmatched = match_sources(names, configured)
        every = {source.path: source for source in (*found, *named)}
        found = tuple(every[path] for path in sorted(every))
        message = "no such file, folder or configured source; check the name"
        missing = (Problem(name, 0, 0, _rules.NO_SUCH_SOURCE.code, message) for name in unmatched)
        problems = (*problems, *more, *missing)
    return found, list(problems)


def _exit_code(
    open_topics: int, sources: Sequence[Source], problems: Sequence[Problem], args: Namespace
) -> int:
    internal = {_rules.CHECK_FAILED.code, _rules.PLUGIN_BROKEN.code}
    if any(problem.code in internal for problem in problems):
        return ExitCode.INTERNAL
    if problems:
        return ExitCode.USAGE
    if not sources:
        return ExitCode.NOTHING_COLLECTED
    return ExitCode.FAILED if open_topics and not args.exit_zero else ExitCode.OK


def _render(
    topics: Sequence[Topic],
    accepted: Mapping[int, str],
    sources: Sequence[Source],
    problems: Sequence[Problem],
    args: Namespace,
) -> Iterator[str]:
    if args.format == "json":
        return _json(topics, sources, problems)
    color = wants_color(args.color, sys.stdout, os.environ) and (not args.output or args.color == "always")
    style = Style(color=color, width=width())
    shown = _text(topics, accepted, sources, style) if args.format == "text" else _table(topics)
    return map(guard, (*shown, *map(problem_line, problems), _summary(topics, accepted, sources)))


def _summary(topics: Sequence[Topic], accepted: Mapping[int, str], sources: Sequence[Source]) -> str:
    among = f"{len(sources)} source" + ("" if len(sources) == 1 else "s")
    if not sources:
        return "no sources to compare; name files or folders, or set sources in the configuration"
    if not topics:
        return f"no disagreement found in {among}"
    known = f", {len(accepted)} accepted" if accepted else ""
    return f"{len(topics)} topic{'' if len(topics) == 1 else 's'} with disagreement in {among}{known}"


def _text(
    topics: Sequence[Topic], accepted: Mapping[int, str], sources: Sequence[Source], style: Style
) -> Iterator[str]:
    """Yield a block a topic: each value where it stands first, and where else it stands."""
    page = Page(style, Lines({}), {}, {source.path: source.text for source in sources})
    for index, topic in enumerate(topics):
        title = f"{escape(topic.label) or topic.kind}: {len(topic.values)} values"
        yield page.paint(title, "yellow", "bold")
        if index in accepted:
            yield f"accepted: {escape(accepted[index])}"
        gutter = max(len(str(value[0].line)) for value in topic.values) + 1
        bar = f"{' ' * gutter} {page.paint('|', 'blue', 'bold')}"
        for index, value in enumerate(topic.values):
            yield from [bar] if index else []
            yield from _value(value, gutter, page)
        yield ""


def _value(value: Sequence[Evidence], gutter: int, page: Page) -> Iterator[str]:
    excerpt, bar, margin = page.passage(value[0]), page.paint("|", "blue", "bold"), " " * gutter
    yield f"{margin}{page.paint('-->', 'blue', 'bold')} {excerpt.place}"
    yield f"{margin} {bar}"
    room = page.style.width - gutter - 3
    for row in rows(excerpt.text, excerpt.start, excerpt.end, excerpt.line, room, excerpt.marks):
        number = page.paint(f"{row.number or '':>{gutter}}", "blue", "bold")
        yield f"{number} {bar} {row.text}".rstrip()
        if row.marks:
            yield f"{margin} {bar} {page.paint(row.marks, 'yellow', 'bold')}"
    if len(value) > 1:
        also = ", ".join(map(place_of, value[1:]))
        yield f"{margin} {page.paint('=', 'blue', 'bold')} also in {also}"


def _table(topics: Sequence[Topic]) -> Iterator[str]:
    cells = [
        tuple(
            clip(escape(cell), _CELL) if column != 2 else escape(cell)
            for column, cell in enumerate(
                (
                    topic.label,
                    side.text,
                    f"{side.path}:{side.line}:{side.column}",
                    side.speaker or "",
                    side.date or "",
                )
            )
        )
        for topic in topics
        for value in topic.values
        for side in value
    ]
    if cells:
        from tabulate import tabulate

        headers = ("topic", "value", "place", "speaker", "date")
        table = tabulate(cells, headers=headers, tablefmt="simple", disable_numparse=True)
        yield from (line.rstrip() for line in table.split("\n"))
        yield ""


def _json(topics: Sequence[Topic], sources: Sequence[Source], problems: Sequence[Problem]) -> Iterator[str]:
    """Yield one object, a line for each topic, error and source; its schema is schemas/conflicts.json."""
    from factcheck._reporters.json import json_array, json_error, json_source

    shown = (
        {
            "topic": topic.label,
            "kind": topic.kind,
            "values": [_side(s) for value in topic.values for s in value],
        }
        for topic in topics
    )
    yield "{"
    yield from json_array("topics", shown, ",")
    yield from json_array("errors", map(json_error, problems), ",")
    yield from json_array("sources", map(json_source, sources), "}")


def _side(side: Evidence) -> dict[str, Any]:
    return {
        "value": dict(side.value or {}),
        "text": side.text,
        "source": side.source,
        "path": side.path,
        "line": side.line,
        "column": side.column,
        "start": side.start,
        "end": side.end,
        "prefix": side.prefix,
        "suffix": side.suffix,
        "speaker": side.speaker,
        "date": side.date,
    }
