"""The differences between a quotation and a passage, and what each bears on."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.model import Rule

from .lexicon import Lexicon
from .locate import Index
from .numerals import number
from .rules import SPELLING

_KINDS = ("negation", "number", "name", "modal", "content", "function")


class Edit(NamedTuple):
    """One difference: ``quoted`` words stand where the source has ``found``; either may be empty.

    ``start`` and ``end`` are the words of the document; ``raw`` is what is written in the quotation.
    ``kind`` is what the edit bears on, the gravest of its words; ``moved`` words stand elsewhere too.
    """

    quoted: tuple[str, ...]
    found: tuple[str, ...]
    start: int
    end: int
    raw: str = ""
    kind: str = "function"
    moved: bool = False

    @property
    def weight(self) -> int:
        """Where the edit stands among others; the gravest is 0."""
        return _KINDS.index(self.kind)


def units(edits: Sequence[Edit], index: Index, words: Lexicon, notes: list[Rule]) -> Iterator[Edit]:
    """Leave out pairs of edits that only write a unit elsewhere: ``$16 billion``, ``16 billion dollars``.

    Nothing but the number stands between them.
    """
    skip = False
    for edit, following in zip(edits, [*edits[1:], None], strict=False):
        if skip:
            skip = False
            continue
        if following and all(map(words.is_numeral, index.words[edit.end : following.start])):
            quoted, found = (*edit.quoted, *following.quoted), (*edit.found, *following.found)
            ours, theirs = number(quoted, words), number(found, words)
            written = ours and ours == theirs and ours[1] and quoted != found
            if written or _unit_moved(edit, following, words):
                notes.append(SPELLING)
                skip = True
                continue
        yield edit


def _unit_moved(edit: Edit, following: Edit, words: Lexicon) -> bool:
    """Whether two edits only write a unit before its number instead of after it: ``€ 5``, ``5 euro``."""
    ours, theirs = (*edit.quoted, *following.quoted), (*edit.found, *following.found)
    if len(ours) != 1 or len(theirs) != 1 or not (edit.quoted or edit.found):
        return False
    sign = words.symbols.get(ours[0], ours[0])
    return sign in words.signs and sign == words.symbols.get(theirs[0], theirs[0])


def classify(edit: Edit, index: Index, words: Lexicon) -> Edit:
    """Return an edit with the gravest thing it bears on."""
    both = (*edit.quoted, *edit.found)
    if set(both) & words.negations:
        kind = "negation"
    elif any(map(str.isdigit, "".join(both))) or any(
        (word,) in words.numbers and word not in words.function for word in both
    ):
        kind = "number"
    elif set(both) & words.modals:
        kind = "modal"
    elif edit.found and _capital(index, edit.start, edit.end):
        kind = "name"
    elif any(word not in words.function for word in both):
        kind = "content"
    else:
        kind = "function"
    return edit._replace(kind=kind)


def _capital(index: Index, start: int, end: int) -> bool:
    """Whether a word has a capital inside a sentence."""
    text = index.document.text
    for at in range(start, end):
        low, high = index.spans[at]
        before = text[max(0, low - 3) : low].rstrip("\"'“‘„«( ")
        if (
            text[low].isupper()
            and (high - low > 1)
            and before[-1:].isalnum() | (before[-1:] in {",", ";", "-"})
        ):
            return True
    return False


def moved(edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """Mark what is dropped in one place and added in another."""
    dropped = Counter(word for edit in edits for word in edit.found)
    added = Counter(word for edit in edits for word in edit.quoted)
    shared = dropped & added
    if not shared:
        return edits
    return tuple(
        edit._replace(moved=any(word in shared for word in (*edit.quoted, *edit.found))) for edit in edits
    )
