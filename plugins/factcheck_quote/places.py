"""Where a quotation may stand, and whether the speaker fits."""

from typing import NamedTuple

from factcheck.folding import fold
from factcheck.people import is_unnamed, same_person, share_title, strip_titles, surname, vocabulary
from factcheck.text import Document, Span

from . import rules
from .lexicon import Lexicon
from .match import Match
from .namesakes import bearer, is_full
from .reader import Reader
from .sexes import pronoun_sex, titled_sex
from .voices import Voice

_OWN_PARAGRAPH = 8  # words a paragraph must have beyond a quotation to be the narrator's prose
_OWN_WORDS = 6  # words that two people do not say alike by chance


class Place(NamedTuple):
    """A match in a document and who says it; ``attributed`` is ``yes``, ``no`` or ``unknown``."""

    reader: Reader
    match: Match
    voice: Voice
    attributed: str

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.reader.index.span(*self.match.hull)


def place(where: Reader, match: Match, speaker: str | None) -> Place:
    """Return a match with the speaker of its first piece beside the one claimed."""
    if not speaker:
        return Place(where, match, Voice(None, False), "yes")
    voice = _voice(where, match)
    attributed = _attributed(where, match, voice, speaker)
    guessed = not (voice.sure or voice.labelled or voice.meant or voice.among)
    if attributed == "no" and (voice.other or (voice.quoted and guessed)):
        voice = voice._replace(speaker=None, role="")  # somebody else, and who is not told
    return Place(where, match, voice, attributed)


def _voice(where: Reader, match: Match) -> Voice:
    """Return who says the first piece of a match; of one that the narrator interrupts, its first part."""
    low, high = match.pieces[0]
    if rules.INTERRUPTED not in match.notes:
        return where.voices.of(where.index.span(low, high))
    parts = [where.voices.of(where.index.span(at, at + 1)) for at in (low, high - 1)]
    return next((voice for voice in parts if voice.sure), parts[0])


def rank(one: Place) -> tuple[object, ...]:
    """Return the sort key of a place: the nearest, then the best attributed, then the earliest first."""
    grave = {None: 0, rules.NOT_FOUND: 3, rules.SPLICED: 2}.get(one.match.problem, 1)
    # words of some length that a text gives to another person are his wherever else they stand
    known = one.match.hull[1] - one.match.hull[0] >= _OWN_WORDS
    said = {"yes": 0, "unknown": 2 if known else 1, "no": 1 if known else 2}[one.attributed]
    return grave, one.match.cost - one.match.share, said, one.reader.source.name, one.match.hull


def _attributed(where: Reader, match: Match, voice: Voice, speaker: str) -> str:
    people, heard, office = where.document.people, where.voices.heard, _is_office(speaker, where.words)
    if voice.office and voice.speaker:
        if same_person(speaker, voice.office, people):
            return "yes"
        return "no" if same_person(speaker, voice.speaker, people) else "unknown"
    if voice.other and voice.speaker and _means(where, speaker, voice.speaker):
        return "no"
    sex = pronoun_sex(voice.pronoun, where.document.language)
    if voice.other and (sex or voice.pronoun in where.words.second_person):
        # he or you may be another who speaks here too, but he is not Mrs Lee
        return "no" if sex and titled_sex(speaker) not in ("", sex) else "unknown"
    if voice.speaker and (same_person(speaker, voice.speaker, people) or _longer(speaker, voice.speaker)):
        return _of_namesakes(where, match, voice, speaker)
    if voice.speaker and where.voices.by_given_name(speaker, voice.speaker):
        return "yes"
    if voice.speaker and office and not heard(speaker):  # who bears it need not be told
        if where.voices.bears(voice.speaker, speaker):
            return "yes"
        return "no" if voice.sure and where.voices.bearer(speaker) else "unknown"
    if voice.kin and same_person(speaker, voice.kin, people):
        return "no"
    if voice.unnamed and not office and not where.voices.bears(speaker, voice.unnamed):
        return "no" if heard(speaker) else "unknown"
    if voice.meant and heard(speaker):
        return "no"
    if voice.among and not office:
        return "unknown" if any(same_person(speaker, one, people) for one in voice.among) else "no"
    if voice.labelled and is_unnamed(voice.speaker or ""):  # who may be anybody who has no label
        return "no" if where.voices.has_turn(speaker) else "unknown"
    if voice.speaker and voice.sure:
        known = where.voices.has_turn if voice.labelled else heard  # whoever is quoted may be the chair
        named = _is_name(voice.speaker, where.words) or (not surname(voice.speaker) and known(speaker))
        return "no" if named else "unknown"
    if voice.labelled and where.voices.has_turn(speaker):
        return "no"  # quoted in another's turn without a name
    if voice.quoted and not voice.labelled and _is_of_others(where, match, voice, speaker):
        return "no"
    if voice.speaker or voice.quoted:
        return "unknown"
    if voice.role == "question" or (voice.role == "narration" and _is_narrated(where, match)):
        return "no" if heard(speaker) or (office and where.voices.bearer(speaker)) else "unknown"
    return "unknown"


def _of_namesakes(where: Reader, match: Match, voice: Voice, speaker: str) -> str:
    """Whether somebody of a surname is the speaker, who may be another of that surname."""
    name = voice.speaker or ""
    if not voice.labelled:
        return bearer(where.document, name, speaker, where.index.span(*match.hull).start)
    both = is_full(name) and is_full(speaker)
    if both or share_title(name, speaker) or not where.voices.has_other(name, speaker):
        return "yes"
    if is_full(name) or strip_titles(name) != name:  # Minister Lee, where Ann Lee has turns too
        return "no"
    return "unknown" if is_full(speaker) else "yes"


def _is_name(speaker: str, words: Lexicon) -> bool:
    """Whether a speaker is a name, rather than an office or words that a label was mistaken for."""
    own = [word for word in fold(speaker).words if word not in vocabulary("particles")]
    plain = sum(word in words.function for word in own)
    return len(surname(speaker)) > 1 and plain * 2 < len(own)


def _is_office(speaker: str, words: Lexicon) -> bool:
    """Whether a speaker is not named: ``the mayor``, ``director of the port``, ``the MP for Marsham``."""
    if not surname(speaker) or speaker.islower():
        return True
    own = [word for word in speaker.split() if word.lower() not in vocabulary("articles")]
    first, behind = own[0].lower(), own[1:]
    if first in vocabulary("masculine") or first in vocabulary("feminine"):
        return False
    if len(own) < len(speaker.split()):
        return any(word in words.prepositions for word in behind)
    return first in vocabulary("titles") and behind[0] in words.prepositions


def _is_of_others(where: Reader, match: Match, voice: Voice, speaker: str) -> bool:
    """Whether a quotation by nobody named cannot be a speaker's: he is a she, or it is about others."""
    if where.voices.called_otherwise(speaker, voice.pronoun):
        return True
    start = where.index.span(*match.hull).start
    return not _is_office(speaker, where.words) and where.voices.cast.lacks(speaker, start, voice.pronoun)


def _means(where: Reader, speaker: str, name: str) -> bool:
    """Whether a claimed speaker is somebody, by name or by an office that the text gives him."""
    if same_person(speaker, name, where.document.people):
        return True
    return _is_office(speaker, where.words) and where.voices.bears(name, speaker)


def _longer(one: str, other: str) -> bool:
    """Whether one name is the other with a name more: ``Ann Lee`` and ``Ann Lee Stone``."""
    short, long = sorted((strip_titles(one).split(), strip_titles(other).split()), key=len)
    return 1 < len(short) < len(long) and long[: len(short)] == short


def _is_narrated(where: Reader, match: Match) -> bool:
    """Whether a passage is the narrator's: part of a longer paragraph in which nobody says I."""
    pieces = where.voices.told(paragraph(where.document, where.index.span(*match.hull)))
    told = [word for low, high in pieces for word in fold(where.document.text[low:high]).words]
    own = _OWN_PARAGRAPH if len(pieces) == 1 else 1
    mine = any(word.partition("'")[0] in where.words.own_words for word in told)  # I, I've
    return len(told) - (match.hull[1] - match.hull[0]) >= own and not mine


def paragraph(document: Document, span: Span) -> Span:
    """Return the paragraph (or paragraphs) around a stretch of text."""
    text = document.text
    mark = "\n\n" if document.hard_wrapped else "\n"
    low, high = text.rfind(mark, 0, span.start), text.find(mark, span.end)
    return Span(low + len(mark) if low >= 0 else 0, high if high >= 0 else len(text))
