"""Two people of one surname: which of them a surname by itself stands for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.folding import fold
from factcheck.people import same_person, strip_titles, surname
from factcheck.reference import persons
from factcheck.text import Document

_LONG = 200_000  # characters from which a text is not read for this


def is_full(name: str) -> bool:
    """Whether a name has more than titles and a surname."""
    return len(surname(name)) > 0 and fold(strip_titles(name)).words != fold(surname(name)).words


def bearer(document: Document, name: str, speaker: str, offset: int) -> str:
    """Tell whether a surname at an offset of a narrated text is a speaker's: ``yes``, ``no`` or ``unknown``.

    It is his whose full name stands before it, in the paragraph or at all; of two, it may be either's.
    """
    if is_full(name) or not is_full(speaker) or len(document.text) > _LONG:
        return "yes"
    memo: dict[str, list[tuple[str, int]]] = document.memo.setdefault("quote.namesakes", {})
    if (last := surname(speaker)) not in memo:
        memo[last] = list(_full_names(document, last))
    named = memo[last]
    paragraph = document.text.rfind("\n\n" if document.hard_wrapped else "\n", 0, offset)
    for low in (paragraph, -1):
        there = [full for full, at in named if low < at < offset]
        if there and all(same_person(one, there[0]) for one in there):
            return "yes" if same_person(there[0], speaker) or _is_office(document, speaker, there) else "no"
    return "yes" if all(same_person(one, speaker) for one, _ in named) else "unknown"


def _is_office(document: Document, speaker: str, full: Sequence[str]) -> bool:
    """Whether a text has the word before a surname before the full name too: it is no given name."""
    office, text = speaker.split()[0].lower(), document.text.lower()
    return any(f"{office} {one.lower()}" in text for one in full)


def _full_names(document: Document, last: str) -> Iterator[tuple[str, int]]:
    """Yield the full names with a surname and where they begin."""
    end = last.split()[-1]
    for index, sentence in enumerate(document.sentences):
        if end in document.text[slice(*sentence)].lower():
            for span in persons(document, index):
                full = document.text[slice(*span)]
                if surname(full) == last and is_full(full):
                    yield strip_titles(full), span.start
