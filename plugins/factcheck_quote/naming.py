"""Names, offices and pronouns in the words beside a quotation."""

import re
from itertools import accumulate
from typing import NamedTuple

from factcheck.people import vocabulary

from .lexicon import Lexicon, lexicon

_INVISIBLE = "\u00ad\u200b-\u200f\u2060\ufeff"  # may stand inside a word
_HIDDEN = re.compile(f"[{_INVISIBLE}]")
_WORD = re.compile(
    rf"(@\w+|[^\W\d_](?:[\w'’‐‑{_INVISIBLE}-]*[^\W_])?(?:\.(?=[^\W\d_])[^\W_]+)*|\d(?:[\w.,-]*\w)?|\r?\n\s*|[^\w\s{_INVISIBLE}]|_)"
)


class Cue(NamedTuple):
    """An attribution: the name as written, ``None`` for a pronoun; ``kind`` says how sure it is.

    ``named`` gives a name, ``title`` only an office, ``pronoun`` neither; ``first`` is the narrator's own I.
    ``leading`` is a name with no verb of saying, which may be a thing's, and ``before`` one of the sentence
    before; ``described`` is somebody or something without a name.
    ``word`` is the pronoun.
    """

    speaker: str | None
    kind: str
    word: str = ""


class Words:
    """The words of a stretch of text beside a quotation, read from the quotation outwards or inwards."""

    def __init__(self, text: str, start: int, end: int, language: str):
        stretch = text[start:end]
        pieces = _WORD.split(stretch)  # what is between the words, and the words
        self.text = text
        self.lexicon: Lexicon = lexicon(language)
        self.words = pieces[1::2]
        if _HIDDEN.search(stretch):
            self.words = [_HIDDEN.sub("", word) for word in self.words]
        self.lower = [word.lower().replace("’", "'") for word in self.words]
        bounds = list(accumulate(map(len, pieces), initial=start))
        self.at, self.ends = bounds[1:-1:2], bounds[2::2]

    def __len__(self) -> int:
        return len(self.words)

    def name(self, index: int) -> tuple[Cue | None, int]:
        """Read a name, office or pronoun at a word; return it and the index after it."""
        last, capitals, titled, office, end = len(self.words), 0, 0, False, index
        while end < last and end - index < 9:
            word, lower = self.words[end], self.lower[end]
            if word == "." and end > index and self.capital(end + 1) and self.abbreviates(end - 1):
                end += 1
                continue
            if word[0] == "@" and end == index:  # @tidelines
                return Cue(word, "named"), end + 1
            if not word[0].isalpha():
                break
            if lower in vocabulary("titles") and (not capitals or not word[0].isupper()):
                if capitals:
                    break
                titled += 1
            elif end == index and word.islower() and lower in self.lexicon.function - vocabulary("articles"):
                break  # the school in Delft: no name begins so
            elif lower in vocabulary("particles") and self._leads_on(end):
                office = office or (
                    titled > 0 and not capitals and word.islower() and not self._courtesy(end - 1)
                )
            elif word[0].isupper() and not (
                lower in self.lexicon.function and (end == index or lower in self.lexicon.pronouns)
            ):
                capitals += 1
            elif capitals or not (lower in vocabulary("articles") or lower in vocabulary("former")):
                break
            end += 1
        while end > index and not (
            self.words[end - 1][0].isupper() or self.lower[end - 1] in vocabulary("titles")
        ):
            end -= 1  # articles without a name
        if end == index or not (capitals or titled):
            return self._pronoun(index)
        name = _HIDDEN.sub("", self.text[self.at[index] : self.ends[end - 1]])
        name = re.sub(r"\s+", " ", name).removesuffix("'s").removesuffix("’s")
        return Cue(name, "named" if capitals and not office else "title"), end

    def _leads_on(self, index: int) -> bool:
        """Whether a particle leads to a word with a capital (``van der Berg``)."""
        while index < len(self.words) and self.lower[index] in vocabulary("particles"):
            index += 1
        return self.capital(index)

    def _courtesy(self, index: int) -> bool:
        return self.lower[index] in vocabulary("masculine") or self.lower[index] in vocabulary("feminine")

    def _pronoun(self, index: int) -> tuple[Cue | None, int]:
        if index < len(self.words):
            if self.lower[index] in self.lexicon.first_person:
                return Cue(None, "first"), index + 1
            if self.lower[index] in self.lexicon.pronouns | self.lexicon.second_person:
                return Cue(None, "pronoun", self.lower[index]), index + 1
        return None, index

    def dated(self, index: int) -> bool:
        """Tell whether a word is the name of a day or month."""
        return self.lower[index] in self.lexicon.calendar

    def capital(self, index: int) -> bool:
        """Tell whether a word has a capital."""
        return index < len(self.words) and self.words[index][0].isupper()

    def abbreviates(self, index: int) -> bool:
        """Tell whether a point after a word is that of an abbreviation."""
        word = self.lower[index]
        single = len(word) == 1 and self.words[index].isupper()
        title = word in vocabulary("titles") and word in lexicon("").abbreviations  # Mrs. in Dutch too
        return single or title or word in self.lexicon.abbreviations

    def verb(self, index: int) -> bool:
        """Tell whether a word is a verb of saying."""
        if index >= len(self.words) or self.lower[index] in self.lexicon.verbs:
            return index < len(self.words)
        behind = self.lexicon.phrasal.get(self.lower[index], ())  # “…,” she went on; “…”, gaat Lee verder
        return any(word in self.lower[at : at + 1] for word in behind for at in self._behind(index))

    def _behind(self, index: int) -> tuple[int, int]:
        return index + 1, self.name(index + 1)[1]

    def according(self, index: int) -> int:
        """Return the index after a phrase like ``according to`` at a word, 0 if there is none."""
        for phrase in self.lexicon.according.get(self.lower[index], ()) if index < len(self.lower) else ():
            if tuple(self.lower[index : index + len(phrase)]) == phrase:
                return index + len(phrase)
        return 0

    def skip_adverbs(self, index: int) -> int:
        """Return the index after adverbs that stand before a verb."""
        limit = index + 4
        while (
            index < min(limit, len(self.words))
            and not self.verb(index)
            and (self.lower[index] in self.lexicon.adverbs or self.lower[index].endswith("ly"))
        ):
            index += 1
        return index
