"""``factcheck PATH...``: check claims against their sources and report."""

from __future__ import annotations

import os
import sys
import time
from argparse import Namespace, _ActionsContainer, _ArgumentGroup
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from functools import partial
from itertools import pairwise
from pathlib import Path

from factcheck import __version__, _configfile, _plugins, _run
from factcheck._cli.console import after_dashes, complain, current_folder, width, write
from factcheck._cli.hooks import Hooks
from factcheck._cli.memory import NODE, Learned
from factcheck._cli.parser import (
    Parser,
    add_plugin_option,
    add_report_option,
    codes,
    percent,
    positive,
    verdicts,
    whole,
)
from factcheck._cli.progress import Progress
from factcheck._cli.reports import destinations, is_alone, live, publish_all, reporter
from factcheck._cli.selection import Keep, Selection
from factcheck._decided import decisions_path
from factcheck._exitcode import ExitCode, exit_code, graver
from factcheck._lastfailed import LastFailed
from factcheck._reporters import BUILTIN
from factcheck._reporters.summary import FAILING
from factcheck._sourcesfile import NAMES
from factcheck._terminal import wants_color
from factcheck.config import Config
from factcheck.errors import ConfigError
from factcheck.model import Report, Result, Rule
from factcheck.reporting import Style

TYPE_CHECKING = False
if TYPE_CHECKING:
    from factcheck._cli.figures import Durations

_DESCRIPTION = "Check claims against the documents they are attributed to."
_EPILOG = """\
other commands (factcheck COMMAND --help tells more):
  factcheck conflicts [SOURCE...]  where the sources disagree with each other
  factcheck extract FILE...       the numbers, dates and quotations of a text
  factcheck explain CODE          what a rule means, an example, how to fix it
  factcheck plugins               what is loaded, from where, which codes it owns
  factcheck schema claims|report  JSON Schema of the claims file, of the JSON report
  factcheck decisions write|prune  accept what fails, take out what is no more
  factcheck init [SOURCE...]      a configuration and a first claims file
  factcheck config show [PATH...]  the settings, and where each comes from
  factcheck completion SHELL      what makes bash, zsh or fish complete all this

exit codes: 0 all passed, 1 a claim failed, 2 interrupted, 3 internal error,
4 wrong usage or unreadable input, 5 no claims
a path named like a command is written ./check"""
WATCH = "--watch"
CHANGED, HEAD = "--changed", "HEAD"


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
    args, config, hooks, paths = set_up(parser(), argv)
    args.output = None if args.output == "-" else args.output
    cache = LastFailed(config.file.parent if config.file else config.root, config.root)
    if args.cache_clear:
        cache.clear()
    failed = cache.read() if args.lf or args.ff else ()
    selection = Selection(args, paths, config.root, failed, _changed(args, config))
    inputs = (*selection.paths, *config.sources, *([config.file] if config.file else ()))
    wanted = destinations(args, partial(reporter, plugins=hooks.plugins), inputs)
    streams = live(wanted) if not args.collect_only else {}
    durations = _durations(args)
    report = _judge(
        selection.paths,
        config,
        args,
        hooks.plugins,
        selection,
        watchers=[*streams.values(), *([durations] if durations else [])],
    )
    if not args.collect_only:
        learned = Learned(selection.claims, report.results)
        cache.remember(learned.outcomes, learned.is_gone)
    code = _code(report, args, selection)
    list(hooks.call("factcheck_session_finish", report=report, exit_code=code, config=config))
    header = tuple(filter(None, hooks.call("factcheck_report_header", str, config=config)))
    styles = _styles(args, header, time.monotonic() - started)
    unwritten = publish_all(wanted, streams, report, styles, args, hooks.plugins.overheard)
    hooks.complain_of_printing(report.problems)
    if durations or args.statistics:
        _figures(args, durations, report, aside=is_alone(wanted))
    if args.accept is not None:
        from factcheck._cli.accept import accept

        accept(report, selection.claims, args.accept, config)
    code = graver(code, unwritten, ExitCode.INTERNAL if hooks.failed else code)
    return code, (*map(str, inputs), *_looked_at(config))


def _code(report: Report, args: Namespace, selection: Selection) -> int:
    """Return the exit code of what was checked, and say what a reader of it should know."""
    code = exit_code(report, args.fail_under)
    if selection.complain():
        code = graver(code, ExitCode.USAGE)
    if args.exit_zero and code == ExitCode.FAILED:
        code = ExitCode.OK
    if selection.is_unchanged and code == ExitCode.NOTHING_COLLECTED:
        complain(f"nothing that a claim depends on has changed since {args.changed}")
        code = ExitCode.OK
    failures = sum(result.outcome in FAILING for result in report.results)
    if args.maxfail and failures >= args.maxfail:
        complain(f"stopped after {failures} failed; claims that follow were not checked")
    return code


def _styles(args: Namespace, header: tuple[str, ...], seconds: float) -> dict[bool, Style]:
    """Return how a report is shown: in a file, and (``True``) where standard output leads."""
    style = Style(
        verbosity=args.verbose - args.quiet,
        color=args.color == "always",
        width=width(),
        seconds=seconds,
        header=header,
        jobs=args.jobs,
        target="file",
    )
    target = "terminal" if sys.stdout is not None and sys.stdout.isatty() else "pipe"
    shown = style._replace(color=wants_color(args.color, sys.stdout, os.environ), target=target)
    return {False: style, True: shown}


def _looked_at(config: Config) -> Iterator[str]:
    """Yield the files beside what is named that a run depends on, whether they are there or not."""
    yield str(decisions_path(config))
    for source in config.sources:
        if not os.path.isdir(source):  # noqa: PTH112 - which is looked at as a whole
            yield from (str(source.parent / name) for name in NAMES)


SetUp = tuple[Namespace, Config, Hooks, list[str]]
"""What a command that judges claims starts from: arguments, settings, the plugins and the paths to check."""


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


def parser() -> Parser:
    """Return the parser of the arguments, without ``--help``, which is added once the plugins have theirs."""
    parser = Parser("", _DESCRIPTION, epilog=_EPILOG, help_option=False)
    parser.usage = "factcheck [check] [options] PATH..."
    add = parser.add_argument
    add("paths", nargs="*", metavar="PATH", help="a draft or claims file, a folder of them, or FILE::ID")
    add("--version", action="version", version=f"factcheck {__version__}", help="print the version")
    what = add_choice(parser)
    what.add_argument(
        CHANGED,
        nargs="?",
        const=HEAD,
        metavar="REF",
        help="claims whose file or sources changed in git since REF (--changed=REF; default: HEAD)",
    )
    what.add_argument("--cache-clear", action="store_true", help="forget what failed last time")
    what.add_argument("-x", action="store_const", const=1, dest="maxfail", help="stop at the first failure")
    what.add_argument("--maxfail", type=positive, metavar="N", help="stop after N failures")
    what.add_argument(
        "--jobs",
        type=positive,
        metavar="N",
        help="processes that judge (default: one for each 1,000 claims, as many as there are processors)",
    )
    what.add_argument(
        "--co", "--collect-only", action="store_true", dest="collect_only", help="only list claims"
    )
    add_rules(what)
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
    what.add_argument(
        "--fail-on",
        type=verdicts,
        metavar="VERDICTS",
        help="fail on these alone, warn on others, as refuted,conflicting_evidence",
    )
    what.add_argument("--exit-zero", action="store_true", help="exit 0 also when claims fail")
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
    add_report_option(how)
    how.add_argument("--durations", type=whole, metavar="N", help="show the N slowest claims, 0 for all")
    how.add_argument("--statistics", action="store_true", help="show how often each rule spoke")
    how.add_argument(
        "-v", "--verbose", action="count", default=0, help="a line for each claim; -vv: its evidence"
    )
    how.add_argument("-q", "--quiet", action="count", default=0, help="failures only; -qq: the summary only")
    how.add_argument(
        "--color", choices=("auto", "always", "never"), default="auto", help="default: on terminals"
    )
    return parser


def add_choice(parser: Parser) -> _ArgumentGroup:
    """Add what chooses the claims to judge and the sources to judge them by."""
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
    what.add_argument("-m", metavar="EXPR", default="", help="claims whose tags match, as 'a and not b'")
    what.add_argument(
        "--deselect",
        action="append",
        default=[],
        metavar="NODE",
        help="leave out a claim, file or folder (repeatable)",
    )
    what.add_argument(
        "--lf", "--last-failed", action="store_true", dest="lf", help="claims that failed last time, or all"
    )
    what.add_argument(
        "--ff",
        "--failed-first",
        action="store_true",
        dest="ff",
        help="all, those that failed last time first",
    )
    return what


def add_rules(group: _ActionsContainer) -> None:
    """Add what chooses the rules to judge by."""
    group.add_argument(
        "--select", action="extend", default=[], type=codes, metavar="CODE", help="only rules of this prefix"
    )
    group.add_argument(
        "--ignore", action="extend", default=[], type=codes, metavar="CODE", help="no rules of this prefix"
    )


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


def _judge(
    paths: Sequence[str],
    config: Config,
    args: Namespace,
    plugins: _plugins.Plugins,
    selection: Selection,
    *,
    watchers: Sequence[Callable[[Result], None]],
) -> Report:
    progress = Progress(sys.stderr) if Progress.wanted(sys.stderr) and not args.quiet else None
    with ExitStack() as stack:
        if progress:
            stack.callback(progress.erase)
            watchers = [*watchers, progress]
        return _run.run(
            paths,
            config,
            plugins=plugins,
            select=selection.choose,
            maxfail=args.maxfail or 0,
            collect_only=args.collect_only,
            watch=_all(watchers),
            fail_on=args.fail_on,
            jobs=1 if args.maxfail or args.durations is not None else args.jobs,
        )


def _all(watchers: Sequence[Callable[[Result], None]]) -> Callable[[Result], None] | None:
    def watch(result: Result) -> None:
        for watcher in watchers:
            watcher(result)

    return watch if watchers else None


def _durations(args: Namespace) -> Durations | None:
    if args.durations is None or args.collect_only:
        return None
    from factcheck._cli.figures import Durations

    return Durations()


def _changed(args: Namespace, config: Config) -> Keep | None:
    """Return what keeps the claims that changed, where only those are to be checked."""
    if args.changed is None:
        return None
    from factcheck._cli.changed import touched

    return lambda claims, sources: touched(claims, sources, args.changed, config)


def _figures(args: Namespace, durations: Durations | None, report: Report, *, aside: bool) -> None:
    """Print what --durations and --statistics ask for, beside a report for programs to standard error."""
    from factcheck._cli.figures import statistics

    lines = [*(durations.lines(args.durations) if durations else ())]
    lines += statistics(report) if args.statistics else ()
    if not aside:
        write(lines)
    elif sys.stderr is not None:
        print(*lines, sep="\n", file=sys.stderr)  # noqa: T201
