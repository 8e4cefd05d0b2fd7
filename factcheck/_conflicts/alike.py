"""When two mentions of sources are about one thing: more is asked than of a claim and a passage."""

from __future__ import annotations

from factcheck._conflicts.site import Site
from factcheck.context import WORDING_COVERAGE
from factcheck.keys import tells_event
from factcheck.model import Turn
from factcheck.vocabulary import grammar
from factcheck.wording import Word, keys_of, subject

LEAST_SHARED = 3.0  # weight of the words shared, where no counted noun tells what a mention is about
LEAST_THING = 1.0  # of what most of two sentences says alike, the weight of what is no name and no event
LEAST_TOLD = 1.5  # of that, the weight of the words that are no names
LEAST_COVERAGE = 0.25  # share of the shorter sentence that must be in the other, in the same case
LEAST_NAMED = 1.0  # and of those that are
NEAR_SHARE = 0.7  # of a word's weight, where it stands in the sentences just before the other mention
_APART = 3  # sentences that tell one story, in which another time or length is another thing's


def alike(one: Site, other: Site) -> bool:
    """Say whether two mentions differ and are surely about one thing."""
    if one.mention.text == other.mention.text and one.mention.value == other.mention.value:
        return False
    if _together(one, other) or _another_time(one, other):
        return False
    if one.head and other.head:
        if one.setting.statement.differs(other.setting.statement):
            return False
        if not (one.figured and other.figured) and _told(one, other) < LEAST_TOLD:
            return False
        return _same_counted(one, other) and _one_holder(one, other)
    return not one.head and not other.head and _same_story(one, other)


def akin(one: Site, other: Site) -> bool:
    """Say whether two mentions that agree are about one thing; what a document is about may name it."""
    if not one.head or not other.head:
        return not one.head and not other.head and not _another_time(one, other) and _same_story(one, other)
    if _another_time(one, other) or not _same_counted(one, other):
        return False
    about = other.names | other.near_names
    return _one_holder(one, other) or (not one.capitals and not about.isdisjoint(subject(one.document)))


def _together(one: Site, other: Site) -> bool:
    """Whether two mentions stand in one sentence or list, and so are of two things."""
    if one.document is not other.document:
        return False
    return one.setting.sentence == other.setting.sentence or (one.item and other.item)


def _another_time(one: Site, other: Site) -> bool:
    """Whether years or ``when`` clauses set two mentions apart.

    Where only one sentence names a year, the other is of the year of its document; unknown is in doubt.
    """
    if (one.years or other.years) and not (one.years or one.published) & (other.years or other.published):
        return True
    return one.setting.moment.anchored_apart(other.setting.moment)


def _same_counted(one: Site, other: Site) -> bool:
    """Whether both count the same noun, and what narrows it on one side is told on the other too."""
    for ours, theirs in ((one, other), (other, one)):
        told = theirs.keys | keys_of(theirs.qualifiers)
        if not all(word.keys & told for word in ours.qualifiers):
            return False
    return bool(one.head & other.head)


def _one_holder(one: Site, other: Site) -> bool:
    """Whether both sentences name the same, or one does and the sentences before the other.

    Of what everything has some of, as residents, both must name it.
    """
    if one.names and other.names:
        return bool(one.names & other.names)
    broad = {f"c:{key}" for key in grammar(one.document.language, "broad_nouns")}
    if one.head & broad:
        return False
    here, there = one.names & other.near_names, other.names & one.near_names
    return bool((here and not other.capitals) or (there and not one.capitals))


def _same_story(one: Site, other: Site) -> bool:
    """Whether two sentences share names, other words and the event, so far that both tell of one thing."""
    ours, theirs = one.setting, other.setting
    if one.document is other.document and (
        abs(ours.index - theirs.index) <= _APART or _turn(one) == _turn(other) is not None
    ):
        return False
    tells = ours.statement.events or theirs.statement.events
    if tells and not ours.statement.meets(theirs.statement):
        return False
    if not (_told_at(one, other) and _told_at(other, one)):
        return False
    if _crowded(one) or _crowded(other) or _other_figures(one, other):
        return False
    if not (one.names & (other.names | other.near_names) or other.names & one.near_names):
        return False
    found, told = _weight(one, other), _told(one, other)
    if found >= WORDING_COVERAGE * max(_total(one), _total(other)):
        return told >= LEAST_THING or bool(ours.statement.events)
    if ours.counted or theirs.counted:  # a figure that ranks or shares what it stands with
        return False
    least = LEAST_COVERAGE * min(_total(one), _total(other))
    return told >= LEAST_TOLD and found >= max(LEAST_SHARED, told + LEAST_NAMED, least)


def _crowded(site: Site) -> bool:
    """Whether a sentence has several mentions of one sort, so that its words tell too little of each."""
    return any(m.kind == site.mention.kind and m.keys == site.mention.keys for m in site.others)


def _other_figures(one: Site, other: Site) -> bool:
    """Whether both sentences give figures beside the mentions, and none in common: another thing for each."""
    ours, theirs = ({mention.text.casefold() for mention in site.others} for site in (one, other))
    return bool(ours and theirs and not ours & theirs)


def _turn(site: Site) -> Turn | None:
    return site.document.turn_at(site.mention.start)


def _told_at(one: Site, other: Site) -> bool:
    """Whether another's sentence has a word of a mention's clause; a mere phrase stands for its sentence."""
    start, end, _ = one.setting.clause
    words = [word for word in one.words if not word.name]
    clause = [word for word in words if start <= word.start < end]
    return any(word.keys & other.keys for word in (clause if len(clause) > 1 else words))


def shared(one: Site, other: Site) -> list[tuple[Word, float]]:
    """Return the words of a site that another's sentence has, or those just before it, with their weight."""
    found: list[tuple[Word, float]] = []
    seen: set[str] = set()
    for word in one.words:
        if word.keys & seen:
            continue
        if word.keys & other.keys:
            found.append((word, word.weight))
        elif word.keys & other.near:
            found.append((word, word.weight * NEAR_SHARE))
        else:
            continue
        seen |= word.keys
    return found


def _weight(one: Site, other: Site) -> float:
    """Return the weight of what two sites share, seen from the side where it is more."""
    return max(sum(weight for _, weight in shared(*pair)) for pair in ((one, other), (other, one)))


def _told(one: Site, other: Site) -> float:
    """Return the weight of what two sites share beside names and events."""
    return max(
        sum(weight for word, weight in shared(*pair) if not word.name and not tells_event(word.keys))
        for pair in ((one, other), (other, one))
    )


def _total(site: Site) -> float:
    return sum({min(word.keys): word.weight for word in site.words}.values())
