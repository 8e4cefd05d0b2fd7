"""Bounds that stand behind what is counted, and not behind the figure: "40 people or more"."""

from __future__ import annotations

from factcheck.model import Mention
from factcheck.nouns import Counted
from factcheck.text import Document
from factcheck.vocabulary import grammar, is_concept, is_plural, word_list
from factcheck_number.extract import as_value
from factcheck_number.figure import bounded
from factcheck_number.quantity import Quantity
from factcheck_number.scan import cues
from factcheck_number.words import is_number_word


def bounded_behind(document: Document, mention: Mention, noun: Counted) -> Mention:
    """Return a count with the bound that stands behind its noun, as it is where none does."""
    quantity: Quantity = mention.reading
    kind, _ = _bound(document, noun)
    if not kind or not quantity.point or noun.noun.start < mention.end:
        return mention
    reading = bounded(quantity, kind)
    return mention._replace(value={**mention.value, **as_value(reading)}, reading=reading)


def said_behind(document: Document, noun: Counted) -> str:
    """Return the words of such a bound, empty where none stands behind a noun."""
    _, end = _bound(document, noun)
    return document.text[noun.noun.end : end].strip()


def _bound(document: Document, noun: Counted) -> tuple[str, int]:
    """Return which bound stands right behind a noun, empty for none, and where it ends."""
    words, ends = document.tokens.words, document.tokens.ends
    at = document.tokens.at(noun.noun.end)
    for phrase, kind in cues(document.language).after.get(words[at], ()) if at < len(words) else ():
        stop = at + len(phrase)
        adds = len(phrase) == 1 and kind == "from"  # "40 people plus a guide"
        limits = kind in ("from", "to") and not adds
        if limits and tuple(words[at:stop]) == phrase and _ends(document, stop):
            return kind, ends[stop - 1]
    return "", noun.noun.end


def _ends(document: Document, at: int) -> bool:
    """Whether nothing goes on at a token that is more or less: "40 people or more *dogs*", "*than* 50"."""
    word, language = "".join(document.tokens.words[at : at + 1]), document.language
    if word[:1].isdigit() or is_number_word(language, word) or word in grammar(language, "than"):
        return False
    things = is_concept(word, language) or is_plural(word, language)
    return not things or word in word_list(language, "verbs")
