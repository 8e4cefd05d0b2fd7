"""The head of a page: the files it is about, the date it may show, the counts and the bar of a run."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from factcheck._reporters.html import tones
from factcheck._reporters.html.documents import in_words
from factcheck._reporters.html.tones import Tone
from factcheck.errors import ConfigError

BAR = (tones.REFUTED, tones.CONFLICTING, tones.MISSING, tones.WARNING, tones.UNJUDGED, tones.SUPPORTED)
_EPOCH = "SOURCE_DATE_EPOCH"
_MOST_FILES = 4  # that a page names
_WORDS = {"xfailed": "known", "xpassed": "unexpectedly supported"}


class Share(NamedTuple):
    """How many claims have a tone; ``start`` and ``width`` are its part of a bar, in percent."""

    tone: Tone
    number: int
    start: float
    width: float


class Count(NamedTuple):
    """A count of the summary: its name in the JSON report, and in words."""

    name: str
    word: str
    number: int


class Files(NamedTuple):
    """The files that a page is about: the first few, and how many there are more."""

    named: tuple[str, ...] = ()
    more: int = 0


def files(paths: Sequence[str]) -> Files:
    """Return the files of a run."""
    return Files(tuple(paths[:_MOST_FILES]), max(0, len(paths) - _MOST_FILES))


def date_shown() -> str | None:
    """Return the date of the page, which is that of ``SOURCE_DATE_EPOCH``: a clock would change its bytes.

    Raises:
        ConfigError: the variable holds no date.

    """
    seconds = os.environ.get(_EPOCH)
    if not seconds:
        return None
    try:
        return in_words(datetime.fromtimestamp(int(seconds), UTC).date().isoformat())
    except (ValueError, OverflowError, OSError) as error:
        message = f"{_EPOCH} is {seconds[:40]!r}, no count of seconds; correct or unset it"
        raise ConfigError(message) from error


def bar(found: Iterable[Tone]) -> Iterator[Share]:
    """Yield the parts of a bar of the tones of claims, the gravest first."""
    names = [tone.name for tone in found]
    start = 0.0
    for tone in BAR:
        if number := names.count(tone.name):
            width = 100 * number / len(names)
            yield Share(tone, number, round(start, 3), round(width, 3))
            start += width


def counted(numbers: Mapping[str, int]) -> Iterator[Count]:
    """Yield the counts of a summary, by their names in the JSON report."""
    for name, number in numbers.items():
        yield Count(name, _WORDS.get(name, name.replace("_", " ")), number)
