"""Of which line of a fact sheet a claim speaks: the *losses* of an army are not its *strength*."""

from typing import NamedTuple

from factcheck.checks import Occurrence
from factcheck.setting import Setting
from factcheck.setting.passage import label_keys
from factcheck.wording import keys_of
from factcheck_number.sides import said_side, side_of_label


class _Label(NamedTuple):
    """What the label of a line has of a claim's words, a side that both measure among them, and what not."""

    said: frozenset[str]
    unsaid: frozenset[str]

    def is_nearer(self, other: "_Label") -> bool:
        """Whether this is called all that another line is of the claim's words, and more, or nothing else."""
        whole = bool(self.said) and not self.unsaid and bool(other.unsaid)
        return self.said > other.said or (self.said == other.said and whole)


def of_another_field(claimed: Occurrence, found: Occurrence) -> bool:
    """Whether another line beside a figure's is nearer to what a claim says of its own figure."""
    ours, theirs = Setting.of(claimed), Setting.of(found)
    if not theirs.is_field:
        return False
    document, side = found.document, said_side(claimed) if found.mention.reading.unit else ""
    asked = keys_of(ours.clause_words)

    def label(index: int) -> _Label:
        keys = label_keys(document, index) - theirs.section
        same = {side} if side and side_of_label(document, index) == side else frozenset[str]()
        return _Label((keys & asked) | same, keys - asked)

    own = label(theirs.index)
    return any(label(index).is_nearer(own) for index in theirs.fields_beside if index != theirs.index)
