"""The quotations of a text, and those of them that a check can judge."""

from collections.abc import Iterator

from factcheck.model import Mention
from factcheck.text import Document

from .speakers import is_label
from .stretch import Bounds, Quotation, Stretch


def quotations(document: Document) -> list[Quotation]:
    """Return the quotations of a text, nested ones too, in the order of their starts."""
    if "quote.quotations" not in document.memo:
        end = len(document.text)
        whole = Stretch(document, Bounds(0, 0, end, end, end))
        document.memo["quote.sexes"] = whole.sexes
        document.memo["quote.quotations"] = whole.told({})
    return document.memo["quote.quotations"]  # type: ignore[no-any-return]


def mentions(document: Document) -> Iterator[Mention]:
    """Yield the quotations a check can judge: no scare quotes or titles, none inside another."""
    text, end = document.text, -1
    for quotation in quotations(document):
        if quotation.start < end:
            continue
        said = quotation.words(text)
        # another may be meant after all
        told = None if quotation.kind in ("meant", "described", "before") else quotation.speaker
        if told is None and is_label(said, document.language):
            continue
        end = quotation.end
        turn = None if quotation.sure else document.turn_at(quotation.start)
        speaker = (turn.speaker if turn else None) or told
        yield Mention(
            kind="quote",
            start=quotation.start,
            end=quotation.end,
            text=text[quotation.start : quotation.end],
            value={"text": said, "speaker": speaker},
            reading=quotation,
        )
