"""``factcheck decisions write|prune``: fill the decisions file with what fails or warns, and clean it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcheck import _decided, _rules, _run
from factcheck._cli.accept import record, signed
from factcheck._cli.console import complain, write
from factcheck._cli.options import add_choice, add_rules
from factcheck._cli.parser import Parser, add_plugin_option, coming_date
from factcheck._cli.selection import Selection
from factcheck._cli.setup import SetUp, set_up
from factcheck._conflicts import conflicts
from factcheck._decisions import CONFLICT, Decision, Decisions, fingerprints, passages, topic_text
from factcheck._decisionsfile import Home, Values, accepting, read_decisions, read_text, without, write_text
from factcheck._engine import Engine
from factcheck._exitcode import ExitCode, exit_code, graver
from factcheck._lastfailed import LastFailed
from factcheck._reporters.summary import problem_line
from factcheck._terminal import escape
from factcheck.config import Config
from factcheck.errors import ConfigError
from factcheck.model import Problem, Report, Topic

_DESCRIPTION = """\
Fill factcheck-decisions.yaml with what fails or warns, or clean it. What is
accepted stays in every report, marked with its reason."""
_WRITE = """\
Accept what fails or warns, in factcheck-decisions.yaml. A decision that has
expired, or whose passages have changed, is made anew."""
_PRUNE = """\
Take out of factcheck-decisions.yaml what applies to nothing any more, has
expired, or was decided on passages that have changed."""


def run(argv: Sequence[str]) -> int:
    """Judge the claims, change the file, say what was changed, and return the exit code."""
    if argv[:1] == ["write"]:
        return _write(set_up(writing(), argv[1:]))
    if argv[:1] == ["prune"]:
        return _prune(set_up(pruning(), argv[1:]))
    if argv:
        parser().parse_args(argv)
    raise ConfigError("write or prune comes first, then its options; see factcheck decisions --help")


def parser() -> Parser:
    """Return the parser of what comes first."""
    parser = Parser("decisions", _DESCRIPTION)
    parser.add_argument(
        "verb", choices=tuple(VERBS), help="fill the file, or clean it; each has its own --help"
    )
    return parser


def writing() -> Parser:
    """Return the parser of ``decisions write``."""
    parser = _parser("write", _WRITE)
    add_rules(add_choice(parser))
    parser.add_argument("--reason", default="", metavar="TEXT", help="why the findings are accepted")
    parser.add_argument(
        "--expires", type=coming_date, metavar="DATE", help="the last day it holds, YYYY-MM-DD"
    )
    parser.add_argument(
        "--conflicts", action="store_true", help="accept what the sources disagree about, not the claims"
    )
    add_plugin_option(parser)
    return parser


def pruning() -> Parser:
    """Return the parser of ``decisions prune``."""
    parser = _parser("prune", _PRUNE)
    parser.add_argument("--sources", action="append", metavar="DIR|FILE", help="as for factcheck check")
    parser.set_defaults(k="", m="", deselect=[], lf=False, ff=False, select=[], ignore=[])  # judge all
    add_plugin_option(parser)
    return parser


VERBS = {"write": writing, "prune": pruning}


def _parser(verb: str, description: str) -> Parser:
    parser = Parser(f"decisions {verb}", description, help_option=False)
    parser.add_argument("paths", nargs="*", metavar="PATH", help="default: the claims of the configuration")
    parser.set_defaults(strict=False)
    return parser


def _write(setup: SetUp) -> int:
    args, config, _, _ = setup
    given = signed(args.reason, "--reason") | ({"expires": args.expires} if args.expires else {})
    report, selection = _judged(setup)
    faults = list(_faults(report))
    entries: Iterable[Values]
    if args.conflicts:
        entries = _about(_topics(report, setup), config)
    else:
        entries = accepting(report, fingerprints(selection.claims), _home(config))
    if made := [{**entry, **given} for entry in entries]:
        record(made, config)
    else:
        complain("nothing fails or warns; nothing was accepted")
    missing = selection.complain()
    return graver(ExitCode.USAGE if missing else ExitCode.OK, exit_code(report) if faults else 0)


def _prune(setup: SetUp) -> int:
    config = setup[1]
    path = _decided.decisions_path(config)
    shown = _decided.decisions_shown(config)
    text = read_text(path)
    entries, _ = read_decisions(shown, text.encode()) if text.strip() else ([], [])
    report, _ = _judged(setup)
    if list(_faults(report)):
        complain(f"nothing was taken out of {shown}; mend the above first")
        return exit_code(report)
    gone = {(problem.line, problem.column) for problem in report.problems}
    gone |= {stale.place[1:] for stale in _stale_topics(entries, report, setup)}
    taken = [entry for entry in entries if entry.place[1:] in gone]
    if taken:
        write_text(path, without(text, gone, shown), shown)
    write(_said(taken, shown))
    return ExitCode.OK


def _judged(setup: SetUp) -> tuple[Report, Selection]:
    """Judge the claims that are chosen."""
    args, config, hooks, paths = setup
    remembered = LastFailed(config.file.parent if config.file else config.root, config.root)
    selection = Selection(args, paths, config.root, remembered.read() if args.lf or args.ff else ())
    report = _run.run(selection.paths, config, plugins=hooks.plugins, select=selection.choose)
    return report, selection


def _faults(report: Report) -> Iterator[Problem]:
    """Complain of what could not be read or checked, and yield it."""
    for problem in report.problems:
        if problem.code != _rules.STALE_DECISION.code:
            complain(problem_line(problem))
            yield problem


def _topics(report: Report, setup: SetUp) -> tuple[Topic, ...]:
    """Return what the sources of a run disagree about."""
    _, config, hooks, _ = setup
    with hooks.plugins.overheard.listening():
        return conflicts(Engine(hooks.plugins.checks, report.sources, config)).topics


def _about(topics: Iterable[Topic], config: Config) -> Iterator[Values]:
    """Yield the entries that accept topics, but for those that are accepted."""
    decided = [decision for decision in _decided.decided(config, []) if decision.rule == CONFLICT]
    decisions = Decisions(decided, (), _decided.today(), _home(config))
    for topic in topics:
        if decisions.accept_topic(topic.label, topic.values) is None:
            evidence = passages(side for value in topic.values for side in value)
            yield {"rule": CONFLICT, "text": topic_text(topic.label, topic.values), "evidence": evidence}


def _stale_topics(entries: Iterable[Decision], report: Report, setup: SetUp) -> Iterator[Decision]:
    """Yield the decisions about topics on which the sources do not disagree any more."""
    about = [entry for entry in entries if entry.rule == CONFLICT]
    if not about:
        return
    args, config, _, _ = setup
    partial = bool(args.sources) or any(name.startswith("no:") for name in args.plugins)
    if partial:  # some may be about sources that were not read, or about other passages too
        about = [entry._replace(evidence="") for entry in about]
    decisions = Decisions(about, (), _decided.today(), _home(config))
    for topic in _topics(report, setup):
        decisions.accept_topic(topic.label, topic.values)
    for stale in decisions.stale(()):
        if stale.is_reopened or not partial:
            yield stale.decision


def _home(config: Config) -> Home:
    return Home(_decided.decisions_path(config).parent, config.root)


def _said(taken: Sequence[Decision], shown: str) -> Iterator[str]:
    """Yield what was taken out, a line each."""
    for entry in taken:
        yield escape(f"{shown}:{entry.line}:{entry.column}: {entry.rule or 'any rule'}: {entry.words}")
    count = len(taken)
    yield escape(f"{count} decision{'' if count == 1 else 's'} taken out of {shown}")
