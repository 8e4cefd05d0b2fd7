"""What sources disagree about, ready to be shown: the values in a chart, each with its passages."""

from collections.abc import Sequence
from typing import NamedTuple

from factcheck._reporters.html.chart import Chart, charted, point
from factcheck._reporters.html.documents import Documents
from factcheck._reporters.html.filters import Filters
from factcheck._reporters.html.notes import Passage, passage
from factcheck._reporters.html.tones import listed
from factcheck.model import Topic

_MOST_PASSAGES = 12  # of one value
_NAMED = 3  # topics that the headline names


class Value(NamedTuple):
    """One of the values that sources give, with its passages."""

    label: str
    passages: tuple[Passage, ...]
    left_out: int


class TopicCard(NamedTuple):
    """One topic; ``accepted`` is the reason where somebody accepted the disagreement."""

    anchor: str
    label: str
    kind: str
    accepted: str | None
    values: tuple[Value, ...]
    chart: Chart | None
    filters: str


class Topics:
    """The topics of a page in the making."""

    def __init__(self, documents: Documents):
        self.filters = Filters()
        self._documents = documents
        self._number = 0

    def of(self, topic: Topic, accepted: str | None) -> TopicCard:
        """Return the card of a topic."""
        self._number += 1
        passages = [evidence for value in topic.values for evidence in value]
        labels = [("k", topic.kind)]
        labels += (("s", evidence.source) for evidence in passages)
        labels += (("p", evidence.speaker) for evidence in passages if evidence.speaker)
        return TopicCard(
            anchor=f"topic-{self._number}",
            label=topic.label or topic.kind,
            kind=topic.kind,
            accepted=accepted,
            values=tuple(
                Value(
                    value[0].text,
                    tuple(
                        passage(evidence, self._documents)._replace(word="")  # no claim that it could back
                        for evidence in value[:_MOST_PASSAGES]
                    ),
                    max(0, len(value) - _MOST_PASSAGES),
                )
                for value in topic.values
            ),
            chart=charted((point(evidence, self._documents) for evidence in passages), None),
            filters=self.filters.keyed(labels),
        )

    @staticmethod
    def headline(cards: Sequence[TopicCard], sources: int) -> str:
        """Return in one sentence how many disagreements there are."""
        among = f"{sources} source{'' if sources == 1 else 's'}"
        if not cards:
            return f"No disagreement was found in {among}."
        known = sum(card.accepted is not None for card in cards)
        after = f"; {known} of them {'is' if known == 1 else 'are'} accepted" if known else ""
        named = len(cards) <= _NAMED
        things = listed([card.label for card in cards]) if named else f"{len(cards)} things"
        return f"The sources disagree about {things}{after}."
