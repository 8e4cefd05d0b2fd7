"""``factcheck conflicts [SOURCE...]``: where the sources disagree with each other, with no claim."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from factcheck import _configfile, _plugins, _rules
from factcheck._cli.console import complain, current_folder, width
from factcheck._cli.options import add_rules
from factcheck._cli.parser import Parser, add_plugin_option, add_report_option
from factcheck._cli.reports import destinations, each, publish_one
from factcheck._cli.setup import known_codes
from factcheck._cli.topics import FORMATS, Disagreements, Format
from factcheck._conflicts import conflicts
from factcheck._decided import decided as decisions_of
from factcheck._decided import decisions_path, today
from factcheck._decisions import CONFLICT, Decisions
from factcheck._decisionsfile import Home, to_be_mended
from factcheck._engine import Engine
from factcheck._exitcode import ExitCode, code_of, graver
from factcheck._inputs import source_reader
from factcheck._reporters.summary import problem_line
from factcheck._sources import collect, match_sources
from factcheck._terminal import wants_color
from factcheck.config import Config
from factcheck.errors import ConfigError
from factcheck.model import Problem, Source
from factcheck.reporting import Style

_EPILOG = """\
exit codes: 0 the sources agree, 1 they disagree somewhere, 2 interrupted,
3 internal error, 4 wrong usage or unreadable input, 5 no sources"""


def run(argv: Sequence[str]) -> int:
    """Compare the sources, print what they disagree about, and return the exit code."""
    args = parser().parse_intermixed_args(argv)
    if "" in args.sources:
        raise ConfigError("a source is empty; name a file or folder")
    found = _configfile.load(args.sources, current_folder(), local_plugins=args.local_plugins)
    config = found._replace(
        select=tuple(args.select) if args.select else found.select,
        ignore=(*found.ignore, *args.ignore),
        plugins=(*found.plugins, *args.plugins),
    )
    plugins = _plugins.load(config)
    config = config._replace(
        select=known_codes("select", config.select, plugins.rules),
        ignore=known_codes("ignore", config.ignore, plugins.rules),
    )
    args.output = None if args.output == "-" else args.output
    wanted = destinations(args, _known, (*args.sources, *config.sources))
    with plugins.overheard.listening():  # what plugins print is no part of the output
        sources, problems = _sources(args.sources, config, plugins)
        result = conflicts(Engine(plugins.checks, sources, config))
    problems = [*plugins.problems, *problems, *result.problems, *plugins.printed()]
    for note in result.notes:
        complain(note)
    decided = [decision for decision in decisions_of(config, problems) if decision.rule == CONFLICT]
    partial = bool(decided) and _leaves_out(args, sources, config, plugins)
    if partial:  # other passages than those that were decided on are no news
        decided = [decision._replace(evidence="") for decision in decided]
    decisions = Decisions(
        decided, (), today() if decided else "", Home(decisions_path(config).parent, config.root)
    )
    accepted = {
        index: reason
        for index, topic in enumerate(result.topics)
        if (reason := decisions.accept_topic(topic.label, topic.values))
    }
    for stale in decisions.stale(()):
        mended = to_be_mended(stale, (), config)
        if stale.is_reopened or not (partial or args.sources):
            problems.append(mended)
        elif not partial:  # it may be about sources that are not configured
            complain(problem_line(mended))
    disagreements = Disagreements(result.topics, accepted, sources, problems)
    style = Style(color=args.color == "always", width=width())
    shown = style._replace(color=wants_color(args.color, sys.stdout, os.environ))
    unwritten = each(
        wanted,
        {False: style, True: shown},
        lambda wanted, style: publish_one(wanted, wanted.reporter.render(disagreements, style)),
        problems,
        debug=args.debug,
    )
    return graver(_exit_code(len(result.topics) - len(accepted), sources, problems, args), unwritten)


def parser() -> Parser:
    """Return the parser of the arguments."""
    parser = Parser("conflicts", "Show where sources disagree with each other.", epilog=_EPILOG)
    add = parser.add_argument
    add("sources", nargs="*", metavar="SOURCE", help="a document or folder, or the name of a configured one")
    add("--format", choices=tuple(FORMATS), default="text", help="default: text")
    add("-o", dest="output", metavar="FILE", help="write the report to a file")
    add_report_option(parser)
    add("--exit-zero", action="store_true", help="exit 0 also when the sources disagree")
    add_rules(parser)
    add("--color", choices=("auto", "always", "never"), default="auto", help="default: on terminals")
    add_plugin_option(parser)
    return parser


def _known(name: str) -> tuple[Format, str]:
    if name in FORMATS:
        return FORMATS[name], ""
    raise ConfigError(f"no format is called {name!r}{_configfile.nearest(name, FORMATS)}")


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


def _leaves_out(
    args: Namespace, sources: Sequence[Source], config: Config, plugins: _plugins.Plugins
) -> bool:
    """Say whether sources, rules or checks are left out that decisions may be about."""
    if args.select or args.ignore or any(name.startswith("no:") for name in args.plugins):
        return True
    if not args.sources:
        return False
    configured, _ = collect(config.sources, config.root, source_reader(plugins, config))
    return not {source.path for source in configured} <= {source.path for source in sources}


def _exit_code(
    open_topics: int, sources: Sequence[Source], problems: Sequence[Problem], args: Namespace
) -> int:
    if problems and (code := graver(*map(code_of, problems))) != ExitCode.FAILED:
        return code
    if not sources:
        return ExitCode.NOTHING_COLLECTED
    return ExitCode.FAILED if (open_topics or problems) and not args.exit_zero else ExitCode.OK
