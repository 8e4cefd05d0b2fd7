"""What a reporter is, for those who write one: it turns the report of a run into lines of text.

A plugin returns its reporters from ``factcheck_register_reporters``; the name of each is a ``--format``.
Built-in reporters are objects of the same kind.
"""

from collections.abc import Iterator
from typing import NamedTuple, Protocol

from factcheck.model import Report


class Style(NamedTuple):
    """How a report for people is to look; formats for programs ignore it.

    ``verbosity`` is the number of ``-v`` less that of ``-q``; ``width`` the columns of the terminal;
    ``seconds`` what the run took, ``None`` where no time is to be shown; ``header`` the lines that
    plugins want at the head. ``jobs`` is in how many processes a long report may be made, ``None`` for what
    suits its length. ``target`` is where it goes: ``terminal``, ``pipe`` or ``file``.
    """

    verbosity: int = 0
    color: bool = False
    width: int = 80
    seconds: float | None = None
    header: tuple[str, ...] = ()
    jobs: int | None = 1
    target: str = "terminal"


class Reporter(Protocol):
    """Turns a report into text.

    One whose text belongs in a file may have an attribute ``file``, the name of that where none is given
    (``--report html``).
    """

    @property
    def name(self) -> str:
        """The name to choose it by, as in ``--format NAME``."""

    def render(self, report: Report, style: Style) -> Iterator[str]:
        """Yield the lines, without their newlines.

        Inputs may hold anything: whatever of them goes to a terminal must be escaped first.
        """
