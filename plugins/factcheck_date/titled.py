"""Whether a time in the title of a text is that of a figure it gives: *Report 2023*."""

from factcheck.checks import Occurrence
from factcheck.clauses import figures, titled_time
from factcheck.lazy import kept
from factcheck.setting import Setting


def titles(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether a time is that of a figure of the claim and of all a text tells by its title: *Report 2023*.

    The minutes of one day tell of no year.
    """
    document = found.document
    if found.mention.reading.precision == "day" != claimed.mention.reading.precision:
        return False
    if found.mention.start >= document.sentences[0].end or titled_time(document) is None:
        return False
    return may_be_titled(Setting.of(claimed))


@kept
def may_be_titled(claimed: Setting) -> bool:
    """Whether a claim's time is that of a figure, and may be that of a whole text."""
    if claimed.mention.reading.limit:
        return False  # what must be done by 2025 was not done when the text appeared
    return any(one.kind != claimed.mention.kind for one in figures(claimed.document, claimed.sentence))
