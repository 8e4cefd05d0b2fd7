"""Whether two figures are of one time and one event."""

from __future__ import annotations

from factcheck.clauses import Period, figures, is_time, titled_time
from factcheck.lazy import kept
from factcheck.setting import Setting
from factcheck.vocabulary import grammar
from factcheck.wording import changes, listed_events

_SAID_BEFORE = 2  # words of a when-clause that another sentence must have to be told at the same time


def at_another_time(ours: Setting, theirs: Setting) -> bool:
    """Whether both say when, and have no day in common."""
    said = theirs.moment.time or titled_time(theirs.document)
    if ours.moment.time and said:
        return not ours.moment.time.meets(said)
    days = zip(ours.moment.days, theirs.moment.days, strict=True)
    return any(one and two and one.isdisjoint(two) for one, two in days)


def dated_alike(ours: Setting, theirs: Setting) -> bool:
    """Whether both say when, or neither does.

    A passage without a time is of its document's, a field of a fact sheet of its title's.
    """
    said, told, document = ours.moment.time, theirs.moment.time, theirs.document
    if not said:
        return not told and ours.moment.then == theirs.moment.then
    if told:
        return True
    if document.date:
        return said.meets(Period.of_day(document.date))
    if titled_time(document):
        return True  # what a report of a year says
    heading = figures(document, document.sentences[0]) if theirs.is_field else []
    times = (Period(one.value.get("start"), one.value.get("end")) for one in heading if is_time(one))
    return any(said.meets(time) for time in times)


def at_another_event(ours: Setting, theirs: Setting, change: bool, agreed: bool = False) -> bool:
    """Whether the year, the ``when`` clause or the event of the two sentences speaks against a comparison.

    Of the same event ``agreed`` figures may be told with a time that the claim leaves out ("before dawn").
    """
    if not is_time(ours.mention) and _told_of_another_time(ours, theirs, agreed):
        return True
    if theirs.amount.is_given and not ours.statement.events:
        return False
    events = _telling_events(ours, theirs, change)
    own_part = len(ours.parts[0]) > 1 and not is_time(ours.mention)
    return bool(events and not ours.statement.events & events) and not (own_part and ours.says_nothing)


def _told_of_another_time(ours: Setting, theirs: Setting, agreed: bool) -> bool:
    """Whether the years of the two sentences, or what says when, speak against a comparison."""
    here, there = ours.moment, theirs.moment
    if here.time and there.time:
        return False  # both say when, and do not differ
    if here.years and there.years and here.years.isdisjoint(there.years):
        return True
    if ours.statement.foreseen is None and theirs.statement.foreseen is None:
        return False  # "will have 72 when it is finished"
    if here.anchor and not there.anchor:
        around = theirs.near | theirs.reach.own_keys
        if len(here.anchor & around) >= _SAID_BEFORE and not here.anchor_head.isdisjoint(around):
            return False  # the sentences before tell the time
    if agreed and not here.anchor and ours.statement.meets(theirs.statement):
        return False
    return here.anchored_apart(there)


def _telling_events(ours: Setting, theirs: Setting, change: bool) -> frozenset[str]:
    """Return the events of a passage that a claim must tell too."""
    events, language = theirs.statement.events, theirs.document.language
    if theirs.amount.is_money:
        events -= listed_events(language, "worth")
    if not ours.statement.events and not is_time(ours.mention):
        events -= listed_events(language, "doings")
    level = not is_time(ours.mention) or theirs.moment.dates_figure
    if change or (level and ours.statement.events.isdisjoint(changes(language))):
        events -= changes(language)  # what "fell to 19 percent" is 19 percent
    return events


def of_another_deed(ours: Setting, theirs: Setting) -> bool:
    """Whether something else was done to each: nobody ate the 12 apples that somebody saw."""
    if ours.document.language != theirs.document.language:
        return False
    one, two = ours.statement.deed, theirs.statement.deed
    return bool(one and two) and one.isdisjoint(theirs.keys) and two.isdisjoint(ours.keys)


def how_often_else(ours: Setting, theirs: Setting) -> bool:
    """Whether both say how often something happened, and not the same: nominated nine times, won twice."""
    often = (_counts_occasions(setting) for setting in (ours, theirs))
    happened = theirs.statement.events
    return all(often) and bool(happened) and happened.isdisjoint(ours.statement.events)


@kept
def _counts_occasions(setting: Setting) -> bool:
    document, noun = setting.document, setting.counted
    word = document.text[noun.noun.start : noun.noun.end].lower() if noun else ""
    return word in grammar(document.language, "occasions_counted")
