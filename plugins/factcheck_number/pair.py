"""A claim's figure and one of a passage that seems to be of the same thing, held against each other."""

from __future__ import annotations

from factcheck.checks import Occurrence
from factcheck.context import Match
from factcheck.lazy import lazy
from factcheck.model import Closeness
from factcheck.setting import Setting
from factcheck_number import units
from factcheck_number.quantity import Miss, Quantity
from factcheck_number.traits import events_before, is_far, is_small, same_noun


class Pair:
    """Two figures, how surely they are of one thing, and whether they agree.

    ``read_as`` is what the source's figure is worth where that is not what it says by itself.
    """

    def __init__(
        self,
        claimed: Occurrence,
        found: Occurrence,
        match: Match,
        agreed: bool | None,
        miss: Miss,
        *,
        read_as: Quantity | None = None,
    ):
        self.claimed = claimed
        self.found = found
        self.match = match
        self.agreed = agreed
        self.miss = miss
        self.ours: Quantity = claimed.mention.reading
        self.theirs: Quantity = read_as or found.mention.reading
        self.here = Setting.of(claimed)
        self.there = Setting.of(found)

    @property
    def worded(self) -> bool:
        """Whether the passage repeats the claim's own words."""
        return self.match.closeness is Closeness.WORDING

    @property
    def is_age(self) -> bool:
        """Whether the claim's figure is a length of time, as an age is."""
        return self.ours.dimension in units.TIME

    @property
    def dated(self) -> bool:
        """Whether both sentences say when."""
        return bool(self.here.moment.time and self.there.moment.time)

    @lazy
    def events(self) -> frozenset[str]:
        """What the claim says happened."""
        return self.here.statement.events

    @lazy
    def other_events(self) -> frozenset[str]:
        """What the passage says happened, or the sentence before of the same person."""
        return self.there.statement.events or events_before(self.found)

    @lazy
    def far(self) -> bool:
        """Whether the figures are of another order, and no noun says that they are of one thing."""
        few = self.here.amount.of_people and is_small(self.theirs)  # four people are no population
        return is_far(self.ours, self.theirs) and (few or not same_noun(self.claimed, self.found))
