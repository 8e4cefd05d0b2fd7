"""The options of ``factcheck PATH...``, those that choose claims and rules shared with other commands."""

from __future__ import annotations

from argparse import _ActionsContainer, _ArgumentGroup

from factcheck import __version__
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
from factcheck._reporters import BUILTIN

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


def parser() -> Parser:
    """Return the parser of the arguments, without ``--help``, which is added once the plugins have theirs."""
    parser = Parser("", _DESCRIPTION, epilog=_EPILOG, help_option=False)
    parser.usage = "factcheck [check] [options] PATH..."
    add = parser.add_argument
    add("paths", nargs="*", metavar="PATH", help="a draft or claims file, a folder of them, or FILE::ID")
    add("--version", action="version", version=f"factcheck {__version__}", help="print the version")
    what = add_choice(parser)
    _add_scope(what)
    add_rules(what)
    _add_failing(what)
    add_plugin_option(parser)
    _add_showing(parser.add_argument_group("what to show"))
    return parser


def _add_scope(what: _ArgumentGroup) -> None:
    """Add how much of what was chosen is judged."""
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


def _add_failing(what: _ArgumentGroup) -> None:
    """Add when a run fails."""
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


def _add_showing(how: _ArgumentGroup) -> None:
    """Add what is shown of a run, and where."""
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
