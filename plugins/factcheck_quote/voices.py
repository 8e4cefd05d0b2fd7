"""Who says a passage of a source."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from factcheck.lazy import lazy
from factcheck.model import Turn
from factcheck.people import fold, same_person, share_title, strip_titles, surname, vocabulary
from factcheck.reference import only_person
from factcheck.text import Document, Span

from .cast import Cast
from .extract import quotations
from .lexicon import lexicon
from .namesakes import is_full
from .nearby import Nearby
from .stretch import Quotation

_LONG = 200_000  # characters from which a text is read for its quotations only where they are asked for
_FEW = 10  # people who are looked for in a long text before it is read for everybody
_CLOSE = 4  # characters a quotation may start after its turn and still be all of it


class Voice(NamedTuple):
    """The speaker of a passage as far as the text tells; ``role`` is that of the turn.

    ``quoted`` words stand between marks; ``labelled`` means that the speaker is that of the turn. ``office``
    is that of the person quoted in a turn, where no name is given; ``meant`` tells that a pronoun stands for
    the speaker, and ``among`` are those whom it may stand for, where they are more. ``other`` words are those
    of somebody whom the speaker of the turn calls he or she. ``pronoun`` is what the text calls the speaker,
    ``unnamed`` what it calls one whom it does not name (``resident``), and ``kin`` whose neighbour it says
    that is, if it tells.
    """

    speaker: str | None
    sure: bool
    role: str = ""
    quoted: bool = False
    labelled: bool = False
    office: str | None = None
    meant: bool = False
    among: tuple[str, ...] = ()
    other: bool = False
    pronoun: str = ""
    unnamed: str = ""
    kin: str | None = None


class Voices:
    """The speakers of one document."""

    def __init__(self, document: Document):
        self.document = document
        self._looked_for: dict[str, tuple[str, ...]] = {}

    @lazy
    def _nearby(self) -> Nearby | None:
        return Nearby(self.document) if len(self.document.text) > _LONG else None

    def near(self, span: Span) -> Sequence[Quotation]:
        """Return the quotations of the document, of a long one at least those that have any of a stretch."""
        return self._nearby.near(*span) if self._nearby else quotations(self.document)

    def of(self, span: Span) -> Voice:
        """Return who says a passage: a person quoted by name, else the speaker of the turn."""
        turn = self.document.turn_at(span.start)
        role = turn.role if turn else ""
        around = list(self._around(span))
        weak, nested, office, meant, among = None, False, None, False, tuple[str, ...]()
        other, pronoun, unnamed, kin = False, "", "", None
        for quotation in around:
            if quotation.speaker and quotation.sure:
                other = other or (weak is None and self._of_another(pronoun))
                return Voice(quotation.speaker, not other, role, True, other=other, pronoun=pronoun)
            if quotation.kind == "first":
                break
            if quotation.kind == "described":
                other = other or not self._whole(quotation, turn)
                unnamed, kin = unnamed or self._indefinite(quotation), kin or self._kin(quotation)
                continue
            weak = weak or quotation.speaker
            office = office or (quotation.speaker if quotation.kind == "title" else None)
            meant = meant or quotation.kind == "meant"
            among = among or quotation.among
            nested = nested or not self._whole(quotation, turn)
            other = other or (nested and self._of_another(quotation.pronoun))
            pronoun = pronoun or quotation.pronoun
        if turn and turn.speaker:
            if office and nested and not same_person(office, turn.speaker):
                if bearer := self._bearer(office):
                    return Voice(bearer, True, role, True)
                return Voice(turn.speaker, False, role, True, True, office)
            if other and self.document.labelled_turn(span.start):
                return Voice(turn.speaker, False, role, True, True, other=True, pronoun=pronoun)
            return Voice(turn.speaker, not nested, role, bool(around), True)
        told = Voice(weak, False, role, bool(around), meant=meant, among=among, pronoun=pronoun)
        return told._replace(unnamed=unnamed, kin=kin)

    def _indefinite(self, quotation: Quotation) -> str:
        """Return what somebody is called who is any of several: ``resident`` of *one resident*."""
        first, _, called = (quotation.speaker or "").partition(" ")
        return called if first.lower() in lexicon(self.document.language).indefinite else ""

    def _kin(self, quotation: Quotation) -> str | None:
        """Return the one person whom *her* can mean in *her neighbour*."""
        whose = (quotation.speaker or "").partition(" ")[0].lower()
        owned = whose in lexicon(self.document.language).possessives
        return only_person(self.document, quotation.start) if owned else None

    @staticmethod
    def _whole(quotation: Quotation, turn: Turn | None) -> bool:
        """Whether a quotation is a turn between marks, as in an interview in prose."""
        return turn is not None and (
            quotation.start <= turn.start + _CLOSE
            or ((quotation.end - quotation.start) * 2 > turn.end - turn.start and not quotation.speaker)
        )

    def _of_another(self, pronoun: str) -> bool:
        """Whether a quotation is of him or her, not of the one who."""
        return bool(pronoun) and pronoun not in lexicon(self.document.language).clauses

    def _around(self, span: Span) -> Iterator[Quotation]:
        """Yield the quotations around a passage, the innermost first."""
        near = self.near(span)
        for index in range(bisect_right(near, span.start, key=_start) - 1, -1, -1):
            quotation = near[index]
            if span.end <= quotation.end + 1:
                yield quotation
            if not quotation.depth:
                return

    @lazy
    def _with_turns(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(turn.speaker for turn in self.document.turns if turn.speaker))

    @lazy
    def _quoted(self) -> tuple[str, ...]:
        """Everybody whom the document quotes surely."""
        return _sure(self._nearby.all() if self._nearby else quotations(self.document))

    def _quoted_like(self, speaker: str) -> tuple[str, ...]:
        """Return whom the document quotes surely whose name can mean somebody, and others.

        In a long document they are looked for, unless many are asked for: then all of it is read once.
        """
        if speaker not in self._looked_for:
            if self._nearby is None or "_quoted" in self.__dict__ or len(self._looked_for) >= _FEW:
                return self._quoted
            near = self._nearby.naming(speaker, self.document.people)
            self._looked_for[speaker] = self._quoted if near is None else _sure(near)
        return self._looked_for[speaker]

    def called_otherwise(self, speaker: str, pronoun: str) -> bool:
        """Tell whether somebody, whom the text names in full, is not whom it means by a pronoun."""
        name = strip_titles(speaker)
        named = " " in name and name in self.document.text
        if not named or self._nearby or not quotations(self.document):
            return False
        return self.document.memo["quote.sexes"].differ(name, pronoun)  # type: ignore[no-any-return]

    @lazy
    def cast(self) -> Cast:
        """Whom the paragraphs of the document are about."""
        quoted = [] if self._nearby else quotations(self.document)
        return Cast(self.document, [(q.start, q.end) for q in quoted if not q.depth])

    def told(self, span: Span) -> list[Span]:
        """Return the pieces of a stretch that stand between no marks."""
        pieces, low, near = [], span.start, self.near(span)
        for at in range(bisect_left(near, span.start, key=_start), bisect_left(near, span.end, key=_start)):
            if near[at].start >= low:
                pieces.append(Span(low, near[at].start))
                low = near[at].end
        return [*pieces, Span(low, max(low, span.end))]

    def _bearer(self, office: str) -> str | None:
        """Return the one person with a turn who bears an office."""
        bearers = [one for one in self._with_turns if surname(one) and same_person(office, one)]
        return bearers[0] if len(bearers) == 1 else None

    def bearer(self, office: str) -> str | None:
        """Return the one person with a turn to whom the text gives an office."""
        bearers = [one for one in self._with_turns if surname(one) and self.bears(one, office)]
        return bearers[0] if len(bearers) == 1 else None

    def has_turn(self, speaker: str) -> bool:
        """Tell whether somebody has a turn in the document."""
        return any(same_person(one, speaker, self.document.people) for one in self._with_turns)

    def has_other(self, name: str, speaker: str) -> bool:
        """Tell whether somebody has turns under a title or full name, beside those of a name like his."""
        return any(
            share_title(one, speaker) or (is_full(one) and is_full(speaker))
            for one in self._with_turns
            if one != name and same_person(one, speaker)
        )

    def heard(self, speaker: str) -> bool:
        """Tell whether the document gives any words to somebody."""
        people = self.document.people
        return self.has_turn(speaker) or any(
            same_person(one, speaker, people) or self.by_given_name(speaker, one)
            for one in self._quoted_like(speaker)
        )

    def bears(self, name: str, office: str) -> bool:
        """Tell whether the text gives an office to somebody: ``Mayor Ann Lee``, ``the mayor (Ann Lee)``."""
        last = re.escape(strip_titles(name).split()[-1])
        held = " ".join(word for word in office.split() if word.lower() not in vocabulary("articles"))
        if not held:
            return False
        held = r"\s+".join(map(re.escape, held.split()))
        held = rf"(?i:\b{held}\b)"
        before = rf"{held}[,:]?\s(?P<between>(?:[\w'’.-]+\s){{0,5}}){last}\b"
        bracketed = rf"{held}(?:\s[^().\n]{{0,60}})?\s\((?:[\w'’.-]+\s){{0,4}}{last}\)"
        text = self.document.text
        other = vocabulary("titles") | vocabulary("former")  # the deputy mayor is not the mayor
        for match in re.finditer(rf"{before}|\b{last}[,(]\s*(?:\w+ )?{held}|{bracketed}", text):
            words = text[max(0, match.start() - 20) : match.start()].split()
            of_name = all(map(_may_precede_surname, (match["between"] or "").split()))
            if of_name and (not words or fold(words[-1]) not in other):
                return True
        return False

    def by_given_name(self, speaker: str, other: str) -> bool:
        """Tell whether one name is the given name of the other, and of nobody else who is quoted."""
        short, long = sorted((strip_titles(speaker).split(), strip_titles(other).split()), key=len)
        if len(short) != 1 or len(long) < 2 or fold(short[0]) != fold(long[0]):
            return False
        everybody = {strip_titles(name) for name in self._with_turns + self._quoted_like(speaker)}
        named = {name for name in everybody if fold(name.split()[0]) == fold(short[0])}
        return {surname(name) for name in named} <= {surname(short[0]), surname(" ".join(long))}

    def one_turn(self, first: Span, last: Span) -> bool:
        """Tell whether two passages are of one turn (or of two by one speaker that follow each other)."""
        one, other = self.document.turn_at(first.start), self.document.turn_at(last.end - 1)
        if one is other or one is None or other is None:
            return True
        if one.speaker is None or other.speaker is None or one.speaker != other.speaker:
            return one.speaker is None and other.speaker is None and one.role == other.role
        between: Sequence[Turn] = [t for t in self.document.turns if one.end <= t.start < other.start]
        return all(turn.speaker == one.speaker for turn in between)


def _sure(found: Iterable[Quotation]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.speaker for one in found if one.speaker and one.sure))


def _start(quotation: Quotation) -> int:
    return quotation.start


def _may_precede_surname(word: str) -> bool:
    """Whether a word may stand between an office and a surname: a given name, a particle, another title."""
    return word[0].isupper() or fold(word) in vocabulary("titles") | vocabulary("particles")
