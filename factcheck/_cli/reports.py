"""The reports of a run: that of ``--format`` and each ``--report FMT[:PATH]``, none lost through another."""

import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any, NamedTuple

from factcheck import _configfile, _plugins
from factcheck._cli.console import apart, complain
from factcheck._cli.output import check_output, publish
from factcheck._exitcode import ExitCode
from factcheck._overheard import Overheard
from factcheck._plugins import Plugins
from factcheck._reporters import BUILTIN, builtin
from factcheck._reporters.summary import problem_line
from factcheck.errors import ConfigError, FactcheckError, PluginError
from factcheck.model import Problem, Report, Result
from factcheck.reporting import Reporter, Style

_SELF_EXPLAINING = ("text", "concise", "table")  # formats that show the errors of a run to people
_ADDITIVE = (*_SELF_EXPLAINING, "github", "markdown")  # formats that can follow one another on one output
_STREAMED = "jsonl"


class Destination(NamedTuple):
    """A report to be made: the option that asks for it, its format, its file (``None``: standard output).

    ``plugin`` is the one whose reporter it is, empty for a built-in one.
    """

    option: str
    format: str
    reporter: Any
    path: str | None
    plugin: str = ""


def destinations(
    args: Namespace, known: Callable[[str], tuple[Any, str]], inputs: Iterable[str | Path]
) -> list[Destination]:
    """Return the reports that the arguments ask for, that of ``--format`` first.

    ``known`` returns the reporter of a name and the plugin whose it is, or raises.

    Raises:
        ConfigError: a format is unknown, a file is an input or named twice, or two reports that cannot stand
            in one file would both go to standard output.

    """
    reporter, plugin = known(args.format)
    found = [Destination("-o", args.format, reporter, args.output, plugin)]
    for wanted in args.reports:
        format_, colon, path = wanted.partition(":")
        if colon and not path:
            raise ConfigError(f"--report {wanted} names no file; write --report {format_}:FILE")
        reporter, plugin = known(format_)
        path = path if colon else getattr(reporter, "file", None)
        found.append(Destination("--report", format_, reporter, path if path != "-" else None, plugin))
    inputs = list(inputs)
    taken: set[str] = set()
    for destination in found:
        if destination.path is not None:
            check_output(destination.path, inputs, destination.option)
            if (real := str(Path(destination.path).resolve())) in taken:
                raise ConfigError("two reports go to this file; name another for one", path=destination.path)
            taken.add(real)
    shown = [destination.format for destination in found if destination.path is None]
    if len(shown) > 1 and (alone := [format_ for format_ in shown[1:] + shown if format_ not in _ADDITIVE]):
        raise ConfigError(
            f"{alone[0]} cannot share standard output with another report; write --report {alone[0]}:FILE"
        )
    return found


def reporter(name: str, plugins: Plugins) -> tuple[Reporter, str]:
    """Return the reporter of a name, and the plugin whose it is; empty for a built-in one.

    Raises:
        ConfigError: there is none.

    """
    if name in BUILTIN:
        return builtin(name), ""
    if name in plugins.reporters:
        owner = next(info.name for info in plugins.listing if name in info.formats)
        return plugins.reporters[name], owner
    broken = "; ".join(f"{problem.path} {problem.message}" for problem in plugins.problems)
    near = _configfile.nearest(name, (*BUILTIN, *plugins.reporters))
    raise ConfigError(f"no format is called {name!r}{f' ({broken})' if broken else near}")


def is_alone(wanted: Iterable[Destination]) -> bool:
    """Say whether standard output holds a report that nothing may be added to."""
    return any(found.path is None and found.format not in _ADDITIVE for found in wanted)


class Live:
    """A report that is written while the run goes on, a line as each claim is judged."""

    def __init__(self, destination: Destination):
        self._destination = destination
        self._stdout = sys.stdout  # the real one: what plugins print during the run goes elsewhere
        self._written = 0
        self._failed = False

    def __call__(self, result: Result) -> None:
        """Write the line of a claim; a file that cannot be written is complained of at the end."""
        from factcheck._reporters.jsonl import claim_line

        self._write([claim_line(result)])

    def finish(self, report: Report, style: Style) -> None:
        """Write what is left.

        Raises:
            ConfigError: the file cannot be written.

        """
        from factcheck._reporters.jsonl import claim_line, rest

        self._failed = False  # the last chance, and its fault is the one to tell
        self._write(map(claim_line, report.results[self._written :]), final=True)
        self._write(rest(report, style), final=True)

    def _write(self, lines: Iterable[str], *, final: bool = False) -> None:
        if self._failed:
            return
        path, option, append = self._destination.path, self._destination.option, self._written > 0
        try:
            with redirect_stdout(self._stdout):
                made = list(lines)
                publish(made, path, utf8=True, option=option, append=append)
        except ConfigError:
            if final:
                raise
            self._failed = True
        else:
            self._written += len(made)


def live(wanted: Iterable[Destination]) -> dict[Destination, Live]:
    """Return the reports that are written while the run goes on."""
    return {found: Live(found) for found in wanted if found.format == _STREAMED}


def publish_all(
    wanted: Iterable[Destination],
    streams: Mapping[Destination, Live],
    report: Report,
    styles: Mapping[bool, Style],
    args: Namespace,
    overheard: Overheard,
) -> int:
    """Write every report; ``styles`` are those on standard output (``True``) and in a file.

    What plugins print while they render goes to ``overheard``.

    Returns the gravest exit code of what went wrong, each fault told in a line. A defect of our own is
    raised when the other reports are written.
    """

    def write(destination: Destination, style: Style) -> None:
        if destination in streams:
            streams[destination].finish(report, style)
        else:
            lines = _lines(destination, report, style, collect_only=args.collect_only)
            publish_one(destination, apart(lines, overheard) if destination.plugin else lines)

    return each(wanted, styles, write, (*report.notes, *report.problems), debug=args.debug)


def each(
    wanted: Iterable[Destination],
    styles: Mapping[bool, Style],
    write: Callable[[Destination, Style], None],
    problems: Iterable[Problem],
    *,
    debug: bool,
) -> int:
    """Write every report; the problems are told to those whom none of them tells."""
    wanted = list(wanted)
    code, defects = ExitCode.OK, []
    for destination in wanted:
        style = styles[destination.path is None]
        if destination is not wanted[0] and destination.path is None:
            style = style._replace(verbosity=min(style.verbosity, -1))  # the summary has been shown
        try:
            write(destination, style)
        except FactcheckError as error:
            if debug:
                import traceback

                traceback.print_exc()
            complain(str(error))
            code = ExitCode.INTERNAL if isinstance(error, PluginError) else code or ExitCode.USAGE
        except Exception as defect:
            defects.append(defect)
    if not any(found.path is None and found.format in _SELF_EXPLAINING for found in wanted):
        for problem in problems:
            complain(problem_line(problem))
    if defects:
        raise defects[0]
    return code


def publish_one(destination: Destination, lines: Iterable[str]) -> None:
    """Write the lines of a report to where it goes.

    Raises:
        ConfigError: its file cannot be written.

    """
    utf8 = destination.format not in _SELF_EXPLAINING
    publish(lines, destination.path, utf8=utf8, option=destination.option)


def _lines(destination: Destination, report: Report, style: Style, *, collect_only: bool) -> Iterator[str]:
    if collect_only and destination.format == "text":
        from factcheck._reporters.text import collected

        return collected(report, style)
    return _rendered(destination, report, style)


def _rendered(destination: Destination, report: Report, style: Style) -> Iterator[str]:
    """Yield the lines of a report; a plugin whose reporter fails is to blame."""
    try:
        made = destination.reporter.render(report, style)
        if isinstance(made, str):
            raise TypeError("it gave a text, not the lines of one")
        for line in made:
            if not isinstance(line, str):
                raise TypeError(f"a line is text, not {type(line).__name__}")
            if destination.plugin:
                line.encode()  # what cannot be written is a fault of the plugin too
            yield line
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        if not destination.plugin:
            raise
        what = f"its reporter {destination.format} failed ({_plugins.describe(error)})"
        raise PluginError(destination.plugin, f"{what}; report it to its author") from error
