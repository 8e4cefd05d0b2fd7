"""``factcheck PATH...``: check claims against their sources and report."""

from __future__ import annotations

import os
import sys
import time
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from functools import partial

from factcheck import _plugins, _run
from factcheck._cli.console import complain, width, write
from factcheck._cli.memory import Learned
from factcheck._cli.options import WATCH, parser
from factcheck._cli.progress import Progress
from factcheck._cli.reports import destinations, is_alone, live, publish_all, reporter
from factcheck._cli.selection import Keep, Selection
from factcheck._cli.setup import set_up
from factcheck._decided import decisions_path
from factcheck._exitcode import ExitCode, exit_code, graver
from factcheck._lastfailed import LastFailed
from factcheck._reporters.summary import FAILING
from factcheck._sourcesfile import NAMES
from factcheck._terminal import wants_color
from factcheck.config import Config
from factcheck.model import Report, Result
from factcheck.reporting import Style

TYPE_CHECKING = False
if TYPE_CHECKING:
    from factcheck._cli.figures import Durations


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
