"""The documents of a report as a page names them: which number each has, its date in words."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date

from factcheck.model import Evidence, Source

_LANGUAGE = re.compile(r"[a-z]{2,3}")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def in_words(iso: str | None) -> str | None:
    """Return an ISO date as ``21 June 2017``; another text stays as it is."""
    try:
        day = date.fromisoformat(iso or "")
    except ValueError:
        return iso
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def is_date(iso: str | None) -> bool:
    """Say whether a text is the ISO date of a day."""
    return in_words(iso) != iso


def language(code: str) -> str | None:
    """Return the code of a language where it is one."""
    return code if _LANGUAGE.fullmatch(code) else None


class Documents:
    """The sources of a page: each has a number, by which passages point to it, and is cited so often."""

    def __init__(self, sources: Iterable[Source]):
        self.all = tuple(sources)
        self._numbers = {source.path: number for number, source in enumerate(self.all, 1)}
        self.cited: Counter[int] = Counter()

    def of(self, evidence: Evidence) -> tuple[int | None, Source | None]:
        """Return number and source of a passage; nothing where the source is not at hand."""
        number = self._numbers.get(evidence.path)
        return (None, None) if number is None else (number, self.all[number - 1])

    def cite(self, evidence: Evidence) -> tuple[int | None, Source | None]:
        """Return number and source of a passage, and count it."""
        number, source = self.of(evidence)
        if number is not None:
            self.cited[number] += 1
        return number, source
