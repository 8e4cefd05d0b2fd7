"""What a passage says of a claim's time in the claim's own sentence, word for word but for that one time.

Whatever the time is of, it is the one that is meant, however little the sentence tells of what happened.
"""

from __future__ import annotations

from factcheck.checks import Occurrence
from factcheck.context import same_frame
from factcheck.model import Closeness, Relation
from factcheck.setting import Setting
from factcheck.shades import is_disowned
from factcheck_date.answers import contradiction
from factcheck_date.compare import compare_values
from factcheck_date.polarity import belated

_FIT = 2.0  # of a sentence that is the claim's own: as much as all its words can fit


def by_frame(claimed: Occurrence, found: Occurrence) -> Relation | None:
    """Return what such a passage says, ``None`` where it is none, or its time cannot be compared."""
    if not same_frame(claimed, found) or is_disowned(Setting.of(found)):
        return None
    agrees, _, rule = compare_values(belated(claimed), belated(found))
    if agrees is None:
        return None
    if agrees:
        return Relation(True, closeness=Closeness.WORDING, fit=_FIT)
    return contradiction(claimed, found, rule, Closeness.WORDING, _FIT)
