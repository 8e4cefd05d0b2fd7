"""What the claims of a page can be chosen by: outcome, rule, source, speaker and tag.

Each choice has a short key (``r3``: the fourth rule); a claim carries the keys of what it has.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from factcheck._reporters.html.tones import ORDER, OUTCOMES
from factcheck.model import Evidence, Result

_KINDS = {"k": "Kind", "r": "Rule", "s": "Source", "p": "Speaker", "t": "Tag"}


class Choice(NamedTuple):
    """One thing to choose, and how many claims have it."""

    key: str
    label: str
    number: int


class Filter(NamedTuple):
    """What can be chosen of one kind."""

    kind: str
    label: str
    choices: tuple[Choice, ...]


class Filters:
    """The choices of a page in the making."""

    def __init__(self) -> None:
        self._keys: dict[tuple[str, str], str] = {}
        self._counts: Counter[str] = Counter()
        self._next: Counter[str] = Counter()

    def of(self, result: Result) -> str:
        """Return the keys of a claim."""
        return self.keyed(_labels(result), f"o{ORDER.index(result.outcome)}")

    def keyed(self, labels: Iterable[tuple[str, str]], *keys: str) -> str:
        """Return keys together with those of labels, each a kind and what can be chosen of it."""
        every = list(dict.fromkeys((*keys, *map(self._key, labels))))
        self._counts.update(every)
        return " ".join(every)

    def _key(self, label: tuple[str, str]) -> str:
        if label not in self._keys:
            self._keys[label] = f"{label[0]}{self._next[label[0]]}"
            self._next[label[0]] += 1
        return self._keys[label]

    @property
    def outcomes(self) -> tuple[Choice, ...]:
        """The outcomes there are, the worst first."""
        keys = {f"o{index}": OUTCOMES[outcome] for index, outcome in enumerate(ORDER)}
        return tuple(
            Choice(key, label, self._counts[key]) for key, label in keys.items() if self._counts[key]
        )

    @property
    def others(self) -> tuple[Filter, ...]:
        """The other kinds of which there is more than one thing to choose, in alphabetical order."""
        found = []
        for kind, name in _KINDS.items():
            choices = tuple(
                Choice(key, label, self._counts[key])
                for (of, label), key in sorted(self._keys.items())
                if of == kind
            )
            if choices:
                found.append(Filter(kind, name, choices))
        return tuple(found)


def _labels(result: Result) -> Iterator[tuple[str, str]]:
    claim = result.claim
    for finding in result.findings:
        if finding.rule is not None:
            yield "r", f"{finding.rule.code} {finding.rule.name}"
    passages: list[Evidence] = [evidence for finding in result.findings for evidence in finding.evidence]
    named = result.sources if claim.sources else ()
    yield from (("s", name) for name in (*(evidence.source for evidence in passages), *named))
    speakers = (claim.speaker, *(evidence.speaker for evidence in passages))
    yield from (("p", speaker) for speaker in speakers if speaker)
    yield from (("t", tag) for tag in claim.tags)
