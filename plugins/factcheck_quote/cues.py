"""Who a quotation is attributed to by the words around it.

``“…,” said Ann Lee``, ``Lee, the minister, told us: “…”``, ``according to Lee, “…”``, ``“…” – Ann Lee``,
``‘…’, zegt Lee``, ``Lee (49): ‘…’``. A verb or cue phrase of the language pack is needed, or a colon or
dash that sets a name off.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.people import vocabulary

from .lexicon import Lexicon, lexicon

_TOKEN = re.compile(r"[^\W\d_](?:[\w'’‐‑-]*[^\W_])?(?:\.(?=[^\W\d_])[^\W_]+)*|\d[\w.,]*|\r?\n\s*|[^\w\s]|_")
_REACH = 170  # characters on either side that may hold a cue
_SENTENCE_END = frozenset(".!?…")
_DASHES = frozenset("–—-―")


@dataclass(frozen=True, slots=True)
class Cue:
    """An attribution: the name as written, ``None`` for a pronoun; ``kind`` says how sure it is.

    ``named`` gives a name, ``title`` only an office, ``pronoun`` neither; ``first`` is the narrator's own I.
    """

    speaker: str | None
    kind: str


class _Words:
    """The words of a stretch of text beside a quotation, read from the quotation outwards or inwards."""

    def __init__(self, text: str, start: int, end: int, language: str):
        found = [(match.group(), match.start() + start) for match in _TOKEN.finditer(text[start:end])]
        self.text = text
        self.lexicon: Lexicon = lexicon(language)
        self.words = [word for word, _ in found]
        self.lower = [word.lower().replace("’", "'") for word in self.words]
        self.at = [offset for _, offset in found]

    def __len__(self) -> int:
        return len(self.words)

    def name(self, index: int) -> tuple[Cue | None, int]:
        """Read a name, office or pronoun at a word; return it and the index after it."""
        last, capitals, titled, end = len(self.words), 0, 0, index
        while end < last and end - index < 9:
            word, lower = self.words[end], self.lower[end]
            if word == "." and end > index and self._capital(end + 1) and self._abbreviates(end - 1):
                end += 1
                continue
            if not word[0].isalpha():
                break
            if lower in vocabulary("titles") and (not capitals or not word[0].isupper()):
                if capitals:
                    break
                titled += 1
            elif word[0].isupper() and not (
                lower in self.lexicon.function and (end == index or lower in self.lexicon.pronouns)
            ):
                capitals += 1
            elif not (
                (lower in vocabulary("particles") and (capitals or titled or self._capital(end + 1)))
                or (lower in vocabulary("articles") | vocabulary("former") and not capitals)
            ):
                break
            end += 1
        while end > index and (
            not self.words[end - 1][0].isupper()
            and self.lower[end - 1] not in vocabulary("titles")
            and self.words[end - 1] != "."
        ):
            end -= 1  # particles and articles without a name
        if end == index:
            return self._pronoun(index)
        if not capitals and not titled:
            return None, index
        stop = self.at[end - 1] + len(self.words[end - 1])
        name = self.text[self.at[index] : stop].removesuffix("'s").removesuffix("’s")
        bare = capitals == 0 or all(
            word.lower() in vocabulary("titles") or not word[0].isupper() for word in self.words[index:end]
        )
        return Cue(re.sub(r"\s+", " ", name), "title" if bare else "named"), end

    def _pronoun(self, index: int) -> tuple[Cue | None, int]:
        if index < len(self.words):
            if self.lower[index] in self.lexicon.first_person:
                return Cue(None, "first"), index + 1
            if self.lower[index] in self.lexicon.pronouns:
                return Cue(None, "pronoun"), index + 1
        return None, index

    def _capital(self, index: int) -> bool:
        return index < len(self.words) and self.words[index][0].isupper()

    def _abbreviates(self, index: int) -> bool:
        word = self.lower[index]
        single = len(word) == 1 and self.words[index].isupper()
        return single or word in vocabulary("titles") or word in self.lexicon.abbreviations

    def verb(self, index: int) -> bool:
        return index < len(self.words) and self.lower[index] in self.lexicon.verbs

    def according(self, index: int) -> int:
        """Return the index after a phrase like ``according to`` at a word, 0 if there is none."""
        for phrase in self.lexicon.according:
            if tuple(self.lower[index : index + len(phrase)]) == phrase:
                return index + len(phrase)
        return 0

    def skip_adverbs(self, index: int) -> int:
        limit = index + 4
        while (
            index < min(limit, len(self.words))
            and not self.verb(index)
            and (self.lower[index] in self.lexicon.adverbs or self.lower[index].endswith("ly"))
        ):
            index += 1
        return index


def after(text: str, offset: int, language: str, limit: int | None = None) -> Cue | None:
    """Return the attribution that follows a quotation ending at ``offset``."""
    end = min(len(text), offset + _REACH) if limit is None else min(limit, offset + _REACH)
    words = _Words(text, offset, end, language)
    index = 0
    while index < len(words) and words.words[index] in ",.*_":
        index += 1
    if index < len(words) and words.words[index] in _DASHES:
        return _signed(words, index)
    if index >= len(words) or words.words[index][0] in "\r\n":
        return _signed(words, index + 1) if index < len(words) and _dash(words, index + 1) else None
    if there := words.according(index):
        return _first_name(words, there, 4)
    if words.verb(index):
        return _first_name(words, index + 1, 8)
    cue, there = words.name(index)
    if cue is None:
        return None
    there = words.skip_adverbs(_past_apposition(words, there))
    return cue if words.verb(there) else None


def _dash(words: _Words, index: int) -> bool:
    return index < len(words) and words.words[index] in _DASHES


def _signed(words: _Words, index: int) -> Cue | None:
    """Read a name after a dash, which ends its line, sentence or is followed by an office."""
    while _dash(words, index):
        index += 1
    cue, there = words.name(index)
    if cue is None or cue.kind != "named":
        return None
    ends = there >= len(words) or words.words[there][0] in "\r\n,.()"
    return cue if ends else None


def _first_name(words: _Words, index: int, reach: int) -> Cue | None:
    """Return the first name within some words of the same clause, else an office or pronoun among them."""
    fallback = None
    for start in range(index, min(index + reach, len(words))):
        if not words.words[start][0].isalpha():
            return fallback
        cue, _ = words.name(start)
        if cue and (cue.kind == "named" or (start == index and cue.kind in ("first", "pronoun"))):
            return cue
        fallback = fallback or cue
        if words.lower[start] in words.lexicon.clauses and start > index:
            return fallback
    return fallback


def _past_apposition(words: _Words, index: int) -> int:
    """Skip ``, the minister of something,`` or ``(49)`` after a name."""
    if index < len(words) and words.words[index] in ",(":
        closing = "," if words.words[index] == "," else ")"
        for there in range(index + 1, min(index + 14, len(words))):
            if words.words[there] == closing:
                return there + 1
            if words.words[there] in _SENTENCE_END:
                break
    return index


def before(text: str, offset: int, language: str, limit: int = 0) -> Cue | None:
    """Return the attribution that leads up to a quotation starting at ``offset``."""
    words = _Words(text, max(limit, offset - 2 * _REACH), offset, language)
    end = len(words)
    while end and words.words[end - 1] in "*_>":
        end -= 1
    start = _sentence_start(words, end)
    colon = end > start and words.words[end - 1] == ":"
    comma = end > start and words.words[end - 1] == ","
    stop = end - 1 if colon or comma else end
    if stop <= start:
        return None
    for index in range(start, stop):
        if (there := words.according(index)) and stop - index < 24:
            return _first_name(words, there, 6)
    cue, there = words.name(start)
    if colon and cue and cue.kind == "named" and _past_apposition(words, there) == stop:
        return cue  # a label
    while stop > start and words.lower[stop - 1] in words.lexicon.linking and not words.verb(stop - 1):
        stop -= 1
    reach = 30 if colon else 9
    for index in range(stop - 1, max(start, stop - reach) - 1, -1):
        if words.verb(index) and (cue := _subject(words, start, index, stop)):
            return cue
    return None


def _sentence_start(words: _Words, end: int) -> int:
    for index in range(end - 1, -1, -1):
        word = words.words[index]
        if word[0] in "\r\n":
            return index + 1
        if word in "”»" or word == '"' or word in _SENTENCE_END:
            follows = words.words[index + 1] if index + 1 < end else ""
            if word in _SENTENCE_END and not (follows[:1].isupper() or follows in ("“", "‘", '"', "„", "")):
                continue
            if word == "." and index and words._abbreviates(index - 1):
                continue
            return index + 1
    return 0


def _subject(words: _Words, start: int, verb: int, stop: int) -> Cue | None:
    """Return who does the speaking of a verb: the name before it, else the one after it."""
    end = verb
    while (
        end > start
        and verb - end < 4
        and (words.lower[end - 1] in words.lexicon.adverbs or words.lower[end - 1].endswith("ly"))
    ):
        end -= 1
    best = None
    for index in range(max(start, end - 8), end):
        cue, there = words.name(index)
        if cue and _past_apposition(words, there) == end:
            best = cue
            break
    if best is None and end > start and words.words[end - 1] in ",)":
        for index in range(max(start, end - 18), end - 1):
            cue, there = words.name(index)
            if cue and cue.kind != "pronoun" and there < end and _past_apposition(words, there) == end:
                return cue
    if best and best.kind in ("named", "first"):
        return best
    cue, _ = words.name(verb + 1) if verb + 1 < stop else (None, 0)
    if cue is None and best is None and verb + 1 < stop:
        cue = _first_name(words, verb + 1, 5)
    return best or cue


def said_between(text: str, start: int, end: int, language: str) -> bool:
    """Whether the words between two quoted pieces only tell who speaks (``’, zegt hij, ‘``)."""
    gap = text[start:end]
    if end - start > 120 or "\n\n" in gap or not gap.strip():
        return False
    stripped = gap.strip()
    words = _Words(text, start, end, language)
    spoken: Sequence[bool] = [words.verb(index) for index in range(len(words))]
    if not any(spoken) and not any(words.according(index) for index in range(len(words))):
        return False
    index = 1 if words.words[0] in ",.;–—-" else 0
    if stripped[-1] in ":?!." or (stripped[-1] not in ",;–—-" and stripped[0] not in ",;–—-"):
        return False
    cue, _ = words.name(index)
    return words.verb(index) or bool(words.according(index)) or cue is not None
