"""What tells two mentions apart: another name, place, thing, time or event, or another figure beside them.

For plugin authors, by way of :func:`factcheck.context.same_thing`. Each rule says no where a feature of one
setting speaks against the other's; where it cannot tell it says nothing.
"""

from __future__ import annotations

from factcheck.apart.figures import of_a_rival, of_another_clause, of_bracketed_name
from factcheck.apart.names import (
    of_a_belonging,
    of_another_full_name,
    of_another_holder,
    of_another_kind,
    of_another_model,
    of_another_name,
    of_another_of_its_sort,
    of_another_speaker,
    of_another_subject,
    of_another_thing,
    of_namesake,
    of_nobody_known,
    of_somebody_named_later,
)
from factcheck.apart.places import of_another_place, outside, the_other_way
from factcheck.apart.sheets import dates_something_else
from factcheck.apart.things import (
    for_others,
    of_another_cell,
    of_another_in_row,
    of_another_of,
    of_another_sort,
    of_another_topic,
    opposed,
    part_for_all,
    says_all,
)
from factcheck.apart.times import at_another_time, how_often_else, of_another_deed
from factcheck.clauses import DATE, is_time
from factcheck.setting import Setting
from factcheck.wording import Word


def tells_apart(words: list[Word], ours: Setting, theirs: Setting) -> bool:
    """Say whether anything speaks against one thing, however much of the claim's ``words`` a passage says."""
    dated = is_time(ours.mention)
    if dated and dates_something_else(ours, theirs):
        return True
    if (
        of_another_cell(ours, theirs)
        or of_another_topic(ours, theirs)
        or of_another_model(ours, theirs)
        or outside(ours, theirs)
    ):
        return True
    if theirs.is_heading and not says_all(ours, theirs):
        return True
    if of_a_belonging(ours, theirs) or of_another_of(ours, theirs) or part_for_all(words, ours, theirs):
        return True
    if of_another_speaker(ours, theirs):
        return True
    if at_another_time(ours, theirs) or of_another_name(ours, theirs) or of_another_in_row(ours, theirs):
        return True
    if not theirs.subject.unsaid and (
        of_another_full_name(ours, theirs)
        or of_nobody_known(ours, theirs)
        or of_another_of_its_sort(ours, theirs)
        or of_another_kind(ours, theirs)
        or of_another_place(words, ours, theirs)
    ):
        return True
    if not dated and {ours.statement.foreseen, theirs.statement.foreseen} == {True, False}:
        return True
    return ours.mention.kind != DATE and (
        ours.statement.denied != theirs.statement.denied
        or opposed(ours, theirs)
        or of_another_subject(ours, theirs)
        or of_another_thing(ours, theirs)
        or of_namesake(ours, theirs)
        or of_a_rival(ours, theirs)
        or of_bracketed_name(ours, theirs)
        or of_another_holder(ours, theirs)
        or of_another_deed(ours, theirs)
        or how_often_else(ours, theirs)
        or of_another_sort(ours, theirs)
        or of_another_clause(ours, theirs)
        or for_others(ours, theirs)
        or of_somebody_named_later(ours, theirs)
        or the_other_way(ours, theirs)
    )
