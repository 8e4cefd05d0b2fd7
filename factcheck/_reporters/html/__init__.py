"""A page to look at: the draft with its facts marked, claims beside their passages, disagreements drawn.

One file that needs nothing else, no network and no script to be read.
"""

from collections.abc import Iterator

from factcheck.model import Report
from factcheck.reporting import Style

name = "html"
file = "factcheck.html"


def render(report: Report, style: Style) -> Iterator[str]:  # noqa: ARG001 - it has a style of its own
    """Yield the lines of the page of a run."""
    from factcheck._reporters.html.pages import page_of_run
    from factcheck._reporters.html.template import lines

    yield from lines(page_of_run(report))
