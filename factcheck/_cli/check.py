"""``factcheck PATH...``: check claims against their sources and report."""

from __future__ import annotations

import os
import sys
import time
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, redirect_stdout
from pathlib import Path

from factcheck import __version__, _configfile, _plugins, _run
from factcheck._cli.console import after_dashes, complain, current_folder, width
from factcheck._cli.hooks import Hooks
from factcheck._cli.output import check_output, publish
from factcheck._cli.parser import Parser, add_plugin_option, codes, percent, positive
from factcheck._cli.progress import Progress
from factcheck._reporters import BUILTIN, builtin
from factcheck._reporters.summary import FAILING, problem_line
from factcheck._terminal import wants_color
from factcheck.config import Config
from factcheck.errors import ConfigError, PluginError
from factcheck.model import Claim, Report, Rule
from factcheck.reporting import Reporter, Style

_DESCRIPTION = "Check claims against the documents they are attributed to."
_EPILOG = """\
other commands (factcheck COMMAND --help tells more):
  factcheck conflicts [SOURCE...]  where the sources disagree with each other
  factcheck extract FILE...       the numbers, dates and quotations of a text
  factcheck explain CODE          what a rule means, with an example
  factcheck plugins               what is loaded, from where, which codes it owns
  factcheck schema claims|report  JSON Schema of the claims file, of the JSON report

exit codes: 0 all passed, 1 a claim failed, 2 interrupted, 3 internal error,
4 wrong usage or unreadable input, 5 no claims
a path named like a command is written ./check"""
WATCH = "--watch"
_SELF_EXPLAINING = ("text", "concise", "table")  # formats that show the errors of a run to people


def run(argv: Sequence[str]) -> int:
    """Check, report, and return the exit code; with ``--watch`` again and again."""
    if WATCH in argv[: argv.index("--") if "--" in argv else len(argv)]:
        from factcheck._cli.watch import watch

        return watch(lambda: _once(argv))
    code, _ = _once(argv)
    return code


def _once(argv: Sequence[str]) -> tuple[int, tuple[str, ...]]:
    """Check and report once; return the exit code and the files and folders the run depends on."""
    started = time.monotonic()
    parser = _parser()
    argv = after_dashes(argv)
    early, _ = parser.parse_known_intermixed_args(argv)
    found = _configfile.load(early.paths, current_folder(), local_plugins=early.local_plugins)
    config = _configured(found, early)
    with redirect_stdout(sys.stderr):  # what plugins print is no part of the report
        plugins = _plugins.load(config)
        hooks = Hooks(plugins)
        list(hooks.call("factcheck_addoption", parser=parser))
    parser.add_argument("-h", "--help", action="help", help="show this and exit")
    args = parser.parse_intermixed_args(argv)
    args.output = None if args.output == "-" else args.output
    if hooks.has("factcheck_addoption"):  # the checks may look at the options of their plugin
        config = _configured(found, args)
        with redirect_stdout(sys.stderr):
            plugins = hooks.plugins = _plugins.load(config)
    config = config._replace(
        select=known_codes("select", config.select, plugins.rules),
        ignore=known_codes("ignore", config.ignore, plugins.rules)
        if not _disabling(config)
        else config.ignore,
    )
    if "" in (*args.paths, *(args.sources or ())):
        raise ConfigError("a path is empty; name a file or folder")
    paths = args.paths or list(config.options.get("claims", ()))
    if not paths:
        raise ConfigError("nothing to check; usage: factcheck PATH... (see factcheck --help)")
    reporter = _reporter(args.format, plugins.reporters)
    if args.output is not None:
        check_output(args.output, (*paths, *config.sources, *([config.file] if config.file else ())))
    with redirect_stdout(sys.stderr):
        report = _judge(paths, config, args, plugins)
    code = _run.exit_code(report, args.fail_under)
    failures = sum(result.outcome in FAILING for result in report.results)
    if args.maxfail and failures >= args.maxfail:
        complain(f"stopped after {failures} failed; claims that follow were not checked")
    with redirect_stdout(sys.stderr):
        list(hooks.call("factcheck_session_finish", report=report, exit_code=code, config=config))
        header = tuple(str(line) for line in hooks.call("factcheck_report_header", config=config) if line)
    style = Style(
        verbosity=args.verbose - args.quiet,
        color=wants_color(args.color, sys.stdout, os.environ) and (not args.output or args.color == "always"),
        width=width(),
        seconds=time.monotonic() - started,
        header=header,
    )
    _publish(report, reporter, style, args)
    if args.accept is not None:
        from factcheck._cli.accept import accept

        accept(report, args.accept, config)
    inputs = (*paths, *map(str, config.sources), *([str(config.file)] if config.file else ()))
    return _run.ExitCode.INTERNAL if hooks.failed else code, inputs


def _parser() -> Parser:
    parser = Parser("", _DESCRIPTION, epilog=_EPILOG, help_option=False)
    parser.usage = "factcheck [check] [options] PATH..."
    add = parser.add_argument
    add("paths", nargs="*", metavar="PATH", help="a draft or claims file, or a folder of them")
    add("--version", action="version", version=f"factcheck {__version__}", help="print the version")
    what = parser.add_argument_group("what to check")
    what.add_argument(
        "--sources",
        action="append",
        metavar="DIR|FILE",
        help="a document or folder of documents to check against (repeatable)",
    )
    what.add_argument(
        "-k", metavar="EXPR", default="", help="claims whose id or tags match, as 'a and not b'"
    )
    what.add_argument("-x", action="store_const", const=1, dest="maxfail", help="stop at the first failure")
    what.add_argument("--maxfail", type=positive, metavar="N", help="stop after N failures")
    what.add_argument(
        "--co", "--collect-only", action="store_true", dest="collect_only", help="only list claims"
    )
    what.add_argument(
        "--select", action="extend", default=[], type=codes, metavar="CODE", help="only rules of this prefix"
    )
    what.add_argument(
        "--ignore", action="extend", default=[], type=codes, metavar="CODE", help="no rules of this prefix"
    )
    what.add_argument(
        "--fail-under",
        type=percent,
        metavar="PERCENT",
        help="fail when fewer of the checkable sentences of drafts agree",
    )
    what.add_argument(
        "--accept",
        metavar="REASON",
        help="add what fails or warns to factcheck-decisions.yaml (choose with -k)",
    )
    what.add_argument("--strict", action="store_true", help="warnings fail too")
    add_plugin_option(parser)
    how = parser.add_argument_group("what to show")
    how.add_argument("--format", default="text", metavar="NAME", help=f"{', '.join(BUILTIN)} or a plugin's")
    how.add_argument(
        "--diff",
        action="store_const",
        const="diff",
        dest="format",
        help="print what the sources have instead as a patch; nothing is changed",
    )
    how.add_argument(
        "--watch", action="store_true", help="check again whenever a file of the run changes, until Ctrl-C"
    )
    how.add_argument("-o", dest="output", metavar="FILE", help="write the report to a file")
    how.add_argument(
        "-v", "--verbose", action="count", default=0, help="a line for each claim; -vv: its evidence"
    )
    how.add_argument("-q", "--quiet", action="count", default=0, help="failures only; -qq: the summary only")
    how.add_argument(
        "--color", choices=("auto", "always", "never"), default="auto", help="default: on terminals"
    )
    return parser


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


def _reporter(name: str, others: dict[str, Reporter]) -> Reporter:
    if name in BUILTIN:
        return builtin(name)
    if name in others:
        return others[name]
    raise ConfigError(f"no format is called {name!r}{_configfile.nearest(name, (*BUILTIN, *others))}")


def _judge(paths: Sequence[str], config: Config, args: Namespace, plugins: _plugins.Plugins) -> Report:
    select = _selection(args.k) if args.k else None
    progress = Progress(sys.stderr) if Progress.wanted(sys.stderr) and not args.quiet else None
    with ExitStack() as stack:
        if progress:
            stack.callback(progress.erase)
        return _run.run(
            paths,
            config,
            plugins=plugins,
            select=select,
            maxfail=args.maxfail or 0,
            collect_only=args.collect_only,
            watch=progress,
        )


def _selection(expression: str) -> Callable[[Claim], bool]:
    from factcheck._keyword import compile_keyword

    matches = compile_keyword(expression)
    return lambda claim: matches((claim.id, *claim.tags))


def _rendered(reporter: Reporter, report: Report, style: Style, name: str) -> Iterator[str]:
    """Yield the lines of a report; a plugin whose reporter fails is to blame."""
    try:
        for line in reporter.render(report, style):
            if not isinstance(line, str):
                raise TypeError(f"a line is text, not {type(line).__name__}")
            yield line
    except (Exception, SystemExit) as error:
        if name in BUILTIN:
            raise
        message = f"its reporter failed ({_plugins.describe(error)}); report it to its author"
        raise PluginError(f"of --format {name}", message) from error


def _publish(report: Report, reporter: Reporter, style: Style, args: Namespace) -> None:
    if args.collect_only and reporter.name == "text":
        from factcheck._reporters.text import collected

        lines = collected(report, style)
    else:
        lines = _rendered(reporter, report, style, args.format)
    publish(lines, args.output, utf8=reporter.name not in _SELF_EXPLAINING)
    if args.output or reporter.name not in _SELF_EXPLAINING:
        for problem in (*report.notes, *report.problems):
            complain(problem_line(problem))
