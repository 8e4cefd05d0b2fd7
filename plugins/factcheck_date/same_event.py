"""Whether a date of the claim and one of a source date the same event: the core's answer, made stricter.

A date belongs to an event, not to a noun. What merely shares its subject with the claim may support it, and
contradicts it only where it tells of the same event of the same named people and things.
"""

from factcheck.checks import Occurrence
from factcheck.setting import Setting
from factcheck.vocabulary import all_keys, grammar, word_keys
from factcheck.wording import WORD_WEIGHT, keys_of, sentence_words, subject
from factcheck_date.datelines import is_dateline, of_publishing
from factcheck_date.events import PUBLISHED, events_at, events_of, lasting, work_events
from factcheck_date.sentence_times import Told, is_planned, told_in, words_around

_NEAR = 2  # sentences before a passage that may name what it is about


def apart(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether two sentences have no word in common, so that their dates need not be compared.

    A sentence that begins with a pronoun may speak of what stands before it, and what was published, of the
    whole document.
    """
    ours, theirs = Setting.of(claimed), Setting.of(found)
    if theirs.subject.refers_back or not ours.keys.isdisjoint(theirs.keys):
        return False
    return not of_publishing(claimed)


def may_be_one(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether nothing says that the two date different events."""
    if _named_apart(claimed, found) or _named_apart(found, claimed):
        return False
    if claimed.mention.reading.form != "period":
        return True
    ours, theirs = events_of(claimed), events_of(found)
    return not ours or not theirs or not ours.isdisjoint(theirs)


def is_one(claimed: Occurrence, found: Occurrence, *, agree: bool) -> bool:
    """Whether the passage tells of the claim's event and names all that the claim names.

    A document's dateline tells when it was published. A length of time needs no event, but
    where both name one, or a passage is the field of a fact sheet, it is that of the claim. Living somewhere
    since a day is no event of that day: any other "since" of the same people and places agrees with it,
    though none contradicts it.
    """
    ours = events_of(claimed)
    if claimed.mention.reading.form == "period":
        if claimed.mention.reading.precision == found.mention.reading.precision == "range":
            return False  # there are many seasons and terms of office
        if agree and PUBLISHED in ours and is_dateline(found):
            return True
        theirs = events_of(found)
        if agree and _since_both(claimed, found):
            ours -= lasting(claimed.document.language)
        told = ours or _dates_a_start(claimed, found) or found.mention.reading.precision == "range"
        if told and ours.isdisjoint(theirs):
            return False
    elif ours and ours.isdisjoint(theirs := events_of(found)) and (theirs or Setting.of(found).is_field):
        return False
    return names_all(claimed, found)


def _since_both(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether both tell since when something is so, or both until when."""
    limit = claimed.mention.reading.limit
    return limit in ("since", "until") and limit == found.mention.reading.limit


def _dates_a_start(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether the claim tells since when, and the passage has a date that need not be that of the start."""
    ours, theirs = claimed.mention.reading, found.mention.reading
    return ours.limit in ("since", "until") and not (theirs.limit or theirs.anchored)


def _named_apart(named: Occurrence, other: Occurrence) -> bool:
    """Whether one year stands in a name ("the 2016 prize") that the other's sentence does not mention."""
    phrase = named.mention.reading.named.split()
    if not phrase or not set(phrase).isdisjoint(other.mention.reading.named.split()):
        return False
    if not work_events(named).isdisjoint(events_of(other)):
        return False
    keys = all_keys(phrase, named.document.language)
    return keys.isdisjoint(keys_of(words_around(other.document, other.mention.start)))


def elsewhere(occurrence: Occurrence, other: Occurrence) -> list[Told]:
    """Return the other time expressions of a mention's sentence that may date what ``other`` dates."""
    document, start = occurrence.document, occurrence.mention.start
    events = events_at(other.document, other.mention.start, other.mention.end)
    found = []
    for told in told_in(document, start):
        theirs = events_at(document, told.start, told.end)
        if is_planned(document, told) and not is_planned(other.document, other.mention):
            continue
        if told.start != start and not (events and theirs and events.isdisjoint(theirs)):
            found.append(told)
    return found


def of_a_rival(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether the claim's event is of another time of the passage's sentence, and this time is of none."""
    ours, document = events_of(claimed), found.document
    if not ours or events_of(found):
        return False
    return any(
        told.start != found.mention.start and not ours.isdisjoint(events_at(document, told.start, told.end))
        for told in told_in(document, found.mention.start)
    )


def names_all(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether each name of the claim's sentence is in the passage, near it, or what the text is about.

    A text that begins without saying what it speaks of ("It was opened …") leaves the names open.
    """
    document = found.document
    if Setting.of(found).subject.unsaid:
        return True
    index = document.sentence_index(found.mention.start)
    said = {
        key
        for near in range(max(0, index - _NEAR), index + 1)
        for word in sentence_words(document, near)
        for key in word.keys
    }
    speaker = found.speaker or ""
    turn = document.turn_at(found.mention.start)
    for name in f"{speaker} {turn.speaker if turn and turn.speaker else ''}".lower().split():
        said |= word_keys(name, document.language)
    told = told_in(claimed.document, claimed.mention.start)
    given = Setting.of(claimed).subject.by_surname(Setting.of(found))
    return all(
        word.start in given or not word.keys.isdisjoint(said) or not word.keys.isdisjoint(subject(document))
        for word in words_around(claimed.document, claimed.mention.start)
        if word.name and not any(one.start <= word.start < one.end for one in told)
    )


def names_alone(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether two sentences share no more than names, and the passage tells of an event the claim has not.

    Who sang for two weeks may have been jailed for two years.
    """
    theirs = events_of(found)
    entry = found.document.text[found.mention.end : found.mention.end + 1] == ":"  # of a history of changes
    if not theirs.isdisjoint(events_of(claimed)):
        return False
    if not entry and (not theirs or Setting.of(found).is_field):
        return False
    told, keys = told_in(claimed.document, claimed.mention.start), Setting.of(found).keys
    words = [
        word
        for word in words_around(claimed.document, claimed.mention.start)
        if not word.name
        and word.weight >= WORD_WEIGHT
        and not any(one.start <= word.start < one.end for one in told)
    ]
    return bool(words) and all(word.keys.isdisjoint(keys) for word in words)


def tells_nothing(claimed: Occurrence) -> bool:
    """Whether a claim may only point to what it dates: "She *did so* in 1996"."""
    document = claimed.document
    words = " ".join(document.words_in(document.sentence_at(claimed.mention.start)))
    return any(
        f" {phrase.replace('_', ' ')} " in f" {words} " for phrase in grammar(document.language, "pro_verbs")
    )


def lives_elsewhere(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether the claim tells since when something lasts, and the passage since when something else does."""
    ours = events_of(claimed)
    lasts = ours <= lasting(claimed.document.language) and ours.isdisjoint(events_of(found))
    return bool(ours) and lasts and _since_both(claimed, found)


def is_same_sentence(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether two sentences differ by no more than the mentions in them."""
    return _around(claimed) == _around(found)


def _around(occurrence: Occurrence) -> tuple[str, str]:
    document, mention = occurrence.document, occurrence.mention
    start, end = document.sentence_at(mention.start)
    return document.text[start : mention.start], document.text[mention.end : end]
