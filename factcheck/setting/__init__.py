"""What a mention is about, as its sentence and its text tell: each feature stated by itself, none weighed.

For plugin authors: :mod:`factcheck.context` compares two settings. Where the mention stands is a
:class:`~factcheck.setting.passage.Passage`; what is told of it there has a room a question.
"""

from __future__ import annotations

from factcheck.checks import Occurrence
from factcheck.lazy import lazy
from factcheck.setting.amount import Amount
from factcheck.setting.moment import Moment
from factcheck.setting.passage import Passage
from factcheck.setting.reach import Reach
from factcheck.setting.statement import Statement
from factcheck.setting.subject import Subject
from factcheck.setting.weights import Weights


class Setting(Passage):
    """The passage of a mention, and what it tells: each part made when it is first asked for, and kept."""

    @classmethod
    def of(cls, occurrence: Occurrence) -> Setting:
        """Return the setting of a mention, the same object every time."""
        document, mention = occurrence.document, occurrence.mention
        at = ("context.setting", mention.start, mention.end)
        setting: Setting | None = document.memo.get(at)
        if setting is None:
            setting = document.memo[at] = cls(document, mention)
        return setting

    @lazy
    def amount(self) -> Amount:
        """What the figure is among others: a part, a total, what is left."""
        return Amount(self)

    @lazy
    def statement(self) -> Statement:
        """What is stated: what happened, what was done, whether it is denied or foreseen."""
        return Statement(self)

    @lazy
    def moment(self) -> Moment:
        """When it was so."""
        return Moment(self)

    @lazy
    def subject(self) -> Subject:
        """Whom or what the sentence speaks of."""
        return Subject(self)

    @lazy
    def reach(self) -> Reach:
        """How much of the sentence is said of the figure, rather than of others."""
        return Reach(self)

    @lazy
    def weights(self) -> Weights:
        """How much each word says of what the figure is about."""
        return Weights(self)
