"""Reading arguments, with argparse kept from exiting by itself and from guessing."""

from __future__ import annotations

import argparse
import sys
from functools import partial
from typing import NoReturn

from factcheck._cli.console import width
from factcheck.errors import ConfigError
from factcheck.model import Verdict

DEBUG = "--debug"
_MOST_DIGITS = 18


class Stop(SystemExit):
    """The arguments asked for something that is done now, as ``--help`` does."""


class Parser(argparse.ArgumentParser):
    """An argument parser that raises: ConfigError for wrong arguments, :class:`Stop` when it is done."""

    def __init__(self, command: str, description: str, *, epilog: str = "", help_option: bool = True):
        # With a width of its own argparse need not import shutil at every start.
        shape = partial(argparse.RawDescriptionHelpFormatter, width=width() - 2)
        super().__init__(
            prog=f"factcheck {command}".strip(),
            description=description,
            epilog=epilog,
            formatter_class=shape,
            allow_abbrev=False,
            add_help=help_option,
        )
        self.add_argument(DEBUG, action="store_true", help="print the traceback of an internal error")

    def error(self, message: str) -> NoReturn:
        raise ConfigError(f"{message}; see {self.prog} --help")

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        if message:
            sys.stderr.write(message)
        raise Stop(status)


def add_plugin_option(parser: Parser) -> None:
    """Add ``-p`` and ``--allow-local-plugins``."""
    parser.add_argument(
        "-p",
        action="append",
        default=[],
        dest="plugins",
        metavar="PLUGIN",
        help="load a plugin; no:NAME leaves one out",
    )
    parser.add_argument(
        "--allow-local-plugins",
        action="store_true",
        dest="local_plugins",
        help="run the plugin files that the configuration names",
    )


def add_report_option(parser: argparse._ActionsContainer) -> None:
    """Add ``--report``."""
    parser.add_argument(
        "--report",
        action="append",
        default=[],
        dest="reports",
        metavar="NAME[:FILE]",
        help="one more report of the same run, in a file (repeatable)",
    )


def codes(text: str) -> list[str]:
    """Return the rule codes of a list with commas."""
    if found := [code.strip() for code in text.split(",") if code.strip()]:
        return found
    raise argparse.ArgumentTypeError("no rule is named")


def percent(text: str) -> float:
    """Return a number from 0 to 100."""
    try:
        if 0 <= (value := float(text)) <= 100:
            return value
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"{text[:40]!r} is no number from 0 to 100")


def verdicts(text: str) -> frozenset[Verdict]:
    """Return the verdicts of a list with commas; support is none to fail on."""
    known = {verdict.value: verdict for verdict in Verdict if verdict is not Verdict.SUPPORTED}
    names = [name.strip() for name in text.split(",")]
    for name in names:
        if name not in known:
            raise argparse.ArgumentTypeError(f"{name[:40]!r} is none of {', '.join(known)}")
    return frozenset(known[name] for name in names)


def iso_date(text: str) -> str:
    """Return an ISO date as it is written."""
    from datetime import date

    try:
        if date.fromisoformat(text).isoformat() == text:
            return text
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"{text[:40]!r} is no date; write YYYY-MM-DD")


def coming_date(text: str) -> str:
    """Return an ISO date as it is written, of today or a day to come."""
    from datetime import date

    if iso_date(text) < date.today().isoformat():
        raise argparse.ArgumentTypeError(f"{text!r} is past; name today or a day to come")
    return text


def whole(text: str) -> int:
    """Return a whole number, zero included."""
    return 0 if text.strip("0") == "" != text else positive(text)


def positive(text: str) -> int:
    """Return a whole number above zero."""
    if not text.isdecimal() or len(text) > _MOST_DIGITS or not int(text):
        raise argparse.ArgumentTypeError(f"{text[:40]!r} is not a whole number above zero")
    return int(text)
