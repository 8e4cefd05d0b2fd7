"""When a document appeared: the dates of its head, its foot and its fields, and the claims they answer."""

from collections.abc import Iterator

from factcheck import languages
from factcheck.checks import Occurrence
from factcheck.model import Mention
from factcheck.text import Document, Span, function_words
from factcheck.wording import Word, keys_of, sentence_words
from factcheck_date.events import PUBLISHED, events_of
from factcheck_date.extract import mentions
from factcheck_date.sentence_times import told_in, words_around

_EDGE, _DATELINE = 600, 16  # characters of a head or foot; tokens of a line in it
_COMMON = 2  # grammar words of such a line: reprinted in the Gull


def of_publishing(occurrence: Occurrence) -> bool:
    """Whether a mention may be the date of a publication."""
    return PUBLISHED in events_of(occurrence)


def tells_publication(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether a claim tells when a document appeared, and the other mention is a document's dateline."""
    if not of_publishing(claimed) or not is_dateline(found):
        return False
    kinds = set(languages.load(claimed.document.language, "dates").get("documents", "").split())
    inside = claimed.document.words_in(claimed.document.sentence_at(claimed.mention.start))
    return not kinds.isdisjoint(inside)


def of_publication(claimed: Occurrence, found: Occurrence) -> bool | None:
    """Whether a dateline is that of the publication a claim names; ``None`` where the claim names none.

    A reprint has two: the one whose line names what the claim names is meant.
    """
    document = found.document
    named = [word for word in words_around(claimed.document, claimed.mention.start) if word.name]
    told = told_in(claimed.document, claimed.mention.start)
    named = [word for word in named if not any(one.start <= word.start < one.end for one in told)]
    if any(word.keys.isdisjoint(key for other in _head(document) for key in other.keys) for word in named):
        return False
    lines = {one.start: _line_keys(document, one.start) for one in datelines(document)}
    saying = [start for start, keys in lines.items() if any(not word.keys.isdisjoint(keys) for word in named)]
    if saying and found.mention.start not in saying:
        return False
    return True if named else None


def datelines(document: Document) -> list[Mention]:
    """Return the dates of a document that stand in its head or foot, in lines that are no sentences."""
    if "date.datelines" not in document.memo:
        found = [one for one in mentions(document) if is_dateline(Occurrence(one, document))]
        document.memo["date.datelines"] = found
    return document.memo["date.datelines"]  # type: ignore[no-any-return]


def is_dateline(found: Occurrence) -> bool:
    """Whether a date stands in the fields, head or foot of a document, in a line that is no sentence."""
    if in_front_matter(found):
        return True
    document, text = found.document, found.document.text
    start, end = _line(text, found.mention.start)
    if not (start < _EDGE or end > len(text) - _EDGE) or text[start:end].rstrip()[-1:] in ".!?":
        return False
    words, common = document.words_in(Span(start, end)), function_words(document.language)
    return len(words) <= _DATELINE and sum(word in common for word in words) <= _COMMON


def in_front_matter(found: Occurrence) -> bool:
    """Whether a date stands in the block of fields that opens a document, and so dates the document."""
    text = found.document.text.lstrip("\ufeff")
    return text.startswith("---") and 0 <= found.mention.start < text.find("\n---", 3)


def _line_keys(document: Document, offset: int) -> frozenset[str]:
    start, end = _line(document.text, offset)
    return keys_of(word for word in words_around(document, offset) if start <= word.start < end)


def _head(document: Document) -> Iterator[Word]:
    """Yield the words with which a document introduces itself, or tells at its foot where it stood before."""
    last = len(document.text) - _EDGE
    for index, (start, end) in enumerate(document.sentences):
        if start <= _EDGE or end > last:
            yield from sentence_words(document, index)


def _line(text: str, offset: int) -> tuple[int, int]:
    end = text.find("\n", offset)
    return text.rfind("\n", 0, offset) + 1, end if end >= 0 else len(text)
