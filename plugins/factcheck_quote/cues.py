"""Who a quotation is attributed to by the words around it.

``“…,” said Ann Lee``, ``Lee, the minister, told us: “…”``, ``according to Lee, “…”``, ``“…” – Ann Lee``,
``‘…’, zegt Lee``, ``Lee (49): ‘…’``. A verb or cue phrase of the language pack is needed, or a colon or
dash that sets a name off.
"""

from __future__ import annotations

from factcheck.people import vocabulary

from .described import apposed, is_plain, names_in, no_name, no_name_before
from .naming import Cue, Words

_NAMED = 8  # words before a colon among which stand "is" and a name
_MOOD = 3  # words that tell how somebody is
_ASIDE = 16  # words of a clause that the teller puts in
REACH = 170  # characters on either side that may hold a cue
_SENTENCE_END = frozenset(".!?…")
_DASHES = frozenset("–—-―")


def after(text: str, offset: int, language: str, limit: int | None = None) -> Cue | None:
    """Return the attribution that follows a quotation ending at ``offset``."""
    end = min(len(text), offset + REACH) if limit is None else min(limit, offset + REACH)
    if _ends_paragraph(text[offset:end].lstrip(",.*_ ")):
        return None
    words = Words(text, offset, end, language)
    index = 0
    while index < len(words) and words.words[index] in ",.*_":
        index += 1
    if index < len(words) and words.words[index] in _DASHES:
        return _signed(words, index)
    if index >= len(words) or words.words[index][0] in "\r\n":
        return _signed(words, index + 1) if index < len(words) and _dash(words, index + 1) else None
    last = text[max(0, offset - 8) : offset].rstrip("\"'”’»«“„‘")[-1:]
    stopped = (last == "." or "." in words.words[:index]) and words.capital(index)
    if there := words.according(index):
        starts = stopped or (
            last in _SENTENCE_END and words.capital(index)
        )  # “It is.” According to Lee, 5 came.
        return None if starts else _first_name(words, there, 4)
    if words.verb(index):
        return _first_name(words, index + 1, 8) or no_name(words, index + 1)
    if index and words.words[index - 1] == "," and (cue := _inverted(words, index)):
        return cue
    cue, there = words.name(index)
    if cue is None:
        return _no_name_says(words, index)
    past = words.skip_adverbs(_past_apposition(words, there))
    if stopped and past + 1 < len(words) and words.words[past + 1] not in ".,;":
        return None  # “It is.” Lee said that he would come.
    return _named_too(words, cue, there) if words.verb(past) else None


def _no_name_says(words: Words, index: int) -> Cue | None:
    """Read somebody who is only described before a verb: (“…,”) *the inspector said*."""
    cue = no_name(words, index) if words.words[index].islower() else None
    past = index + len((cue.speaker or "").split()) if cue else index
    return cue if cue and words.verb(words.skip_adverbs(past)) else None


def _inverted(words: Words, index: int) -> Cue | None:
    """Read a pronoun behind any verb, which only an attribution has there: (‘…’, *grijnst hij*)."""
    plain = words.words[index].islower() and words.lower[index] not in words.lexicon.function
    cue, there = words.name(index + 1)
    if not (plain and cue and cue.kind == "pronoun" and cue.word not in words.lexicon.clauses):
        return None
    return cue if there >= len(words) or not words.capital(there) else None


def _ends_paragraph(rest: str) -> bool:
    """Tell whether nothing follows on the line, nor a signature on the next."""
    return not rest or (rest[0] == "\n" and not rest.lstrip().startswith(tuple(_DASHES)))


def _dash(words: Words, index: int) -> bool:
    return index < len(words) and words.words[index] in _DASHES


def _signed(words: Words, index: int) -> Cue | None:
    """Read a name after a dash, which ends its line, sentence or is followed by an office."""
    while _dash(words, index):
        index += 1
    cue, there = words.name(index)
    if cue is None or cue.kind != "named" or words.dated(index):
        return None
    ends = there >= len(words) or words.words[there][0] in "\r\n,.()"
    return cue if ends else None


def _first_name(words: Words, index: int, reach: int) -> Cue | None:
    """Return the first name within some words of the same clause, else an office or pronoun among them.

    A name that only describes gives way: ``the town's mayor Ann Lee``, ``Acme owner Ann Lee``.
    """
    fallback, start, end = None, index, min(index + reach, len(words))
    owner = False
    while start < end:
        if not words.words[start][0].isalnum():
            if not (owner and words.words[start] == ","):
                return fallback or apposed(words, index, end)
            owner = False
        cue, there = words.name(start)
        if cue and cue.kind in ("first", "pronoun") and start == index:
            return cue
        if cue and cue.kind == "named":
            if words.words[there - 1].endswith(("'s", "’s")):
                fallback, owner, start = cue, True, there
                continue
            return _described(words, there) or cue
        fallback = fallback or cue
        if words.lower[start] in words.lexicon.clauses and start > index:
            return fallback
        start = max(there, start + 1)
    return fallback


def _described(words: Words, index: int) -> Cue | None:
    """Return the name that follows a name and one to three plain words (``Acme owner Ann Lee``)."""
    for start in range(index, min(index + 4, len(words))):
        cue, _ = words.name(start)
        if cue and cue.kind == "named" and start > index:
            return cue
        word = words.words[start]
        if not word.islower() or words.lower[start] in words.lexicon.function | words.lexicon.adverbs:
            return None
        if words.verb(start):
            return None
    return None


def _named_too(words: Words, cue: Cue, index: int) -> Cue:
    """Return the name that follows an office (``the mayor, Ann Lee,``)."""
    if cue.kind == "title" and index < len(words) and words.words[index] == ",":
        name, _ = words.name(index + 1)
        return name if name and name.kind == "named" else cue
    return cue


def _set_off(words: Words, start: int, index: int, end: int) -> Cue | None:
    """Return the name before a place that only describes it: ``Ann Lee, of Delft, who was there, writes``."""
    if not index or words.lower[index - 1] not in words.lexicon.prepositions:
        return None
    for first in range(start, index):
        cue, past = words.name(first)
        if cue and cue.kind == "named":
            while past < end and words.words[past] == "," and _past_apposition(words, past) > past:
                past = _past_apposition(words, past) - 1
            return cue if past == end - 1 else None
    return None


def _person_behind(words: Words, index: int, there: int, end: int) -> Cue | None:
    """Return the person set off behind a name that only describes: ``the head of Acme, Ann Lee,``."""
    before = words.words[index - 1] if index else ""
    if not before.islower() or words.verb(index - 1) or before in words.lexicon.clauses:
        return None
    cue, last = words.name(there + 1)
    named = cue and cue.kind == "named" and " " in (cue.speaker or "")
    return cue if named and words.words[there] == "," and last == end - 1 else None


def _past_apposition(words: Words, index: int) -> int:
    """Skip ``, the minister of something,``, ``(49)`` or ``of Acme`` after a name."""
    if index < len(words) and words.lower[index] in words.lexicon.linking and words.capital(index + 1):
        index = words.name(index + 1)[1]
        index += index < len(words) and words.words[index] == "."
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
    low = max(limit, offset - 2 * REACH)
    high = low + len(text[low:offset].rstrip("*_> "))
    if high == low or text[high - 1] in '\n?!…”»"':  # nothing on the line or in the sentence leads up to it
        return None
    words = Words(text, max(low, text.rfind("\n", low, high)), offset, language)
    end = len(words)
    while end and words.words[end - 1] in "*_>":
        end -= 1
    if end and words.words[end - 1] == ".":
        return _of_sentence_before(words, _sentence_start(words, end - 1), end - 1)
    start = _sentence_start(words, end)
    colon = end > start and words.words[end - 1] == ":"
    comma = end > start and words.words[end - 1] == ","
    stop = end - 1 if colon or comma else end
    stop = _parenthesis(words, start, stop)
    if stop <= start:
        return None
    for index in range(start, stop):
        if (there := words.according(index)) and stop - index < 24:
            last = index - 1 - (words.words[index - 1] == ",") if index else 0
            if last > start and words.verb(last):
                break  # a woman said, according to Lee: “…”
            return _first_name(words, there, 6)
    cue, there = words.name(start)
    if colon and cue and cue.kind == "named" and _past_apposition(words, there) == stop:
        return cue  # a label
    while stop > start and words.lower[stop - 1] in words.lexicon.linking and not words.verb(stop - 1):
        stop -= 1
    reach = 30 if colon else 9
    for index in range(stop - 1, max(start, stop - reach) - 1, -1):
        if not words.verb(index):
            continue
        if cue := _subject(words, start, index, stop) or no_name_before(words, start, index):
            return cue
    return (_in_mood(words, start, stop) or _leading_name(words, start, stop)) if colon else None


def _of_sentence_before(words: Words, start: int, stop: int) -> Cue | None:
    """Return who is told to speak in the sentence before a quotation: ``Lee said no. “…”``.

    Nobody else is named there, nor called him or hers.
    """
    others = words.lexicon.objects | words.lexicon.possessives
    if not words.capital(start) or not others.isdisjoint(words.lower[start:stop]):
        return None
    cue = next(
        (cue for at in range(start, stop) if words.verb(at) and (cue := _subject(words, start, at, stop))),
        None,
    )
    named = cue is not None and cue.kind == "named"
    if cue is None or not (named or cue.kind == "pronoun") or names_in(words, start, stop) > named:
        return None
    return cue._replace(kind="before") if named else cue


def _leading_name(words: Words, start: int, stop: int) -> Cue | None:
    """Return whose name begins a sentence that leads up to a colon: ``Ann Lee, the chair, disagrees: “…”``.

    He is not told to get or to read the words, and nobody else is named or called he.
    """
    cue, there = words.name(start)
    if cue is None and (cue := apposed(words, start, stop)):  # ``His mother, Ann Lee: “…”``
        there = start + 1 + words.words[start:stop].index(",")
        there = next(at for at in range(there, stop) if words.name(at)[0] == cue)
        there = words.name(there)[1]
    if cue is None or cue.kind != "named" or words.words[there - 1].endswith(("'s", "’s")):
        return None
    if there == stop:
        return cue
    there = _past_apposition(words, there)
    others = words.lexicon.receives | words.lexicon.sexed
    if not others.isdisjoint(words.lower[there:stop]) or names_in(words, there, stop):
        return None
    return Cue(cue.speaker, "leading")


def _in_mood(words: Words, start: int, stop: int) -> Cue | None:
    """Read who is told to be clear, cross or the like right before what he says: ``Lee is blunt: “…”``.

    A thing may be so too.
    """
    for index in range(max(start, stop - _NAMED), stop):
        if words.lower[index] not in words.lexicon.copulas:
            continue
        cue, there = words.name(index + 1)
        if not (cue and cue.kind == "named"):
            (cue, there), behind = words.name(start), index
            there = index + 1 if there == behind else stop
        mood = words.words[there:stop]
        if cue and cue.kind == "named" and 0 < len(mood) <= _MOOD and all(map(is_plain, mood)):
            return Cue(cue.speaker, "leading")
    return None


def _parenthesis(words: Words, start: int, stop: int) -> int:
    """Return where a clause of the teller begins before a quotation: *He said, and I quote, “…”*.

    It is the end of what leads up to the quotation where there is none.
    """
    for index in range(max(start, stop - _ASIDE), stop - 2):
        said = index + 1 + (words.lower[index + 1] in words.lexicon.conjunctions)
        own = words.lower[said].partition("'")[0] in words.lexicon.first_person  # and I'm quoting
        if words.words[index] == "," and own:
            return index if any(words.verb(at) for at in range(start, index)) else stop
    return stop


def _sentence_start(words: Words, end: int) -> int:
    for index in range(end - 1, -1, -1):
        word = words.words[index]
        if word[0] in "\r\n":
            return index + 1
        if word in "”»" or word == '"' or word in _SENTENCE_END:
            follows = words.words[index + 1] if index + 1 < end else ""
            if word in _SENTENCE_END and not (follows[:1].isupper() or follows in ("“", "‘", '"', "„", "")):
                continue
            if word == "." and index and words.abbreviates(index - 1):
                continue
            return index + 1
    return 0


def _subject(words: Words, start: int, verb: int, stop: int) -> Cue | None:
    """Return who does the speaking of a verb: the name before it, else the one after it."""
    end = verb
    while (
        end > start
        and verb - end < 4
        and (words.lower[end - 1] in words.lexicon.adverbs or words.lower[end - 1].endswith("ly"))
    ):
        end -= 1
    if end > start and words.words[end - 1] == "," and words.lower[verb] not in words.lexicon.addressed:
        cue, _ = words.name(verb + 1)
        if verb + 1 < stop and cue and cue.kind == "named" and not words.dated(verb + 1):
            return cue  # ``..., says Ann Lee: “…”``
    best, first = None, max(start, end - 8)
    while first > start and words.capital(first) and words.capital(first - 1):  # in the midst of a name
        first -= 1
    for index in range(first, end):
        cue, there = words.name(index)
        if cue and _past_apposition(words, there) == end:
            best = _set_off(words, start, index, end) or _person_behind(words, index, there, end)
            best = best or _named_too(words, cue, there)
            break
    if best is None and end > start and words.words[end - 1] in ",)":
        for index in range(max(start, end - 18), end - 1):
            cue, there = words.name(index)
            if cue and cue.kind != "pronoun" and there < end and _past_apposition(words, there) == end:
                return cue
            if (
                cue
                and cue.kind == "named"
                and there == end - 1 > start < index
                and words.words[index - 1] == ","
            ):
                return cue  # ``one of them, Ann Lee, said``
    if best and best.kind in ("named", "first"):
        return _behind_place(words, start, verb, stop) or best
    if best is None and end > start and words.lower[end - 1] in words.lexicon.conjunctions:
        best, _ = words.name(start)  # ``He nods and says: “…”``
        known = best and (best.kind == "pronoun" or (best.kind == "named" and " " in (best.speaker or "")))
        return best if known else None
    if best or verb + 1 >= stop or words.lower[verb] in words.lexicon.addressed:
        return best
    apart = words.lower[verb + 1] in words.lexicon.prepositions or words.according(verb + 1)  # in August
    return words.name(verb + 1)[0] or (None if apart else _first_name(words, verb + 1, 5))


def _behind_place(words: Words, start: int, verb: int, stop: int) -> Cue | None:
    """Return who is named behind the verb of a sentence that begins with a place: *In Delft zegt Lee*."""
    if words.lower[start] not in words.lexicon.prepositions or verb + 1 >= stop:
        return None
    cue, _ = words.name(verb + 1)
    first = words.lower[verb + 1]
    if cue is None and (first in vocabulary("articles") or first not in words.lexicon.function):
        cue = words.name(verb + 2)[0] or apposed(words, verb + 1, stop)
    return cue if cue and cue.kind in ("named", "title") else None
