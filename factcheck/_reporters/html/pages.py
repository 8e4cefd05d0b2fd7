"""The page of a run, and that of the topics on which sources disagree, made of what was found."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from factcheck import __version__
from factcheck._reporters.html import tones
from factcheck._reporters.html.cards import Card, Cards
from factcheck._reporters.html.documents import Documents, in_words, language
from factcheck._reporters.html.drafts import Draft, draft
from factcheck._reporters.html.filters import Choice, Filter
from factcheck._reporters.html.notes import Note
from factcheck._reporters.html.tones import Tone
from factcheck._reporters.html.topics import TopicCard, Topics
from factcheck._reporters.summary import counts
from factcheck.errors import ConfigError
from factcheck.model import Problem, Report, Result, Rule, Source, Topic

_BAR = (tones.REFUTED, tones.CONFLICTING, tones.MISSING, tones.WARNING, tones.UNJUDGED, tones.SUPPORTED)
_MOST_WRONG = 40  # statements that the list at the head of a page names
_MOST_CHARACTERS = 24_000_000  # of claims and passages, about
_MARKUP = 700  # characters around a claim or passage
_EPOCH = "SOURCE_DATE_EPOCH"


class Share(NamedTuple):
    """How many claims have a tone; ``start`` and ``width`` are its part of a bar, in percent."""

    tone: Tone
    number: int
    start: float
    width: float


class Count(NamedTuple):
    """A count of the summary: its name in the JSON report, and in words."""

    name: str
    word: str
    number: int


class Listed(NamedTuple):
    """A source as the page lists it."""

    number: int
    source: Source
    language: str | None
    date: str | None
    cited: int


class Page(NamedTuple):
    """All that a page shows, in the order in which it does."""

    title: str
    headline: str
    subject: tuple[str, ...]
    date: str | None
    version: str
    checks: tuple[str, ...]
    bar: tuple[Share, ...]
    counts: tuple[Count, ...]
    problems: tuple[Problem, ...]
    wrong: tuple[tuple[Card, Note | None], ...]
    wrong_left_out: int
    brief: int
    outcomes: tuple[Choice, ...]
    filters: tuple[Filter, ...]
    drafts: tuple[Draft, ...]
    cards: tuple[Card, ...]
    topics: tuple[TopicCard, ...]
    listed: tuple[Listed, ...]
    rules: tuple[Rule, ...]
    legend: tuple[Tone, ...]
    items: str


def page_of_run(report: Report) -> Page:
    """Return the page of a run: its drafts as set text, its other claims one by one, the worst first."""
    documents = Documents(report.sources)
    making = Cards(documents)
    brief = _beyond_room(report.results)
    cards = [making.of(result, brief=index in brief) for index, result in enumerate(report.results)]
    by_path: dict[str, list[Card]] = {}
    for card in cards:
        if card.claim.reading is not None:
            by_path.setdefault(card.claim.place.path, []).append(card)
    unchecked: dict[str, int] = {}
    for place in report.unchecked:
        unchecked[place.path] = unchecked.get(place.path, 0) + 1
    drafts: list[Draft] = []
    for path in dict.fromkeys((*by_path, *unchecked)):
        text = report.texts.get(path, "")
        found = draft(path, text, by_path.get(path, []), unchecked.get(path, 0)) if text else None
        drafts += [found] if found else []
    set_ = {found.path for found in drafts}
    alone = [card for card in cards if card.claim.reading is None or card.claim.place.path not in set_]
    alone.sort(key=lambda card: tones.ORDER.index(card.outcome))
    wrong = _wrong(card for cards in by_path.values() for card in cards)
    number = counts(report)
    return Page(
        title=" · ".join(_subject(report)) or "factcheck",
        headline=tones.headline(report),
        subject=tuple(_subject(report)),
        date=_date(),
        version=__version__,
        checks=report.checks,
        bar=tuple(_bar(card.tone for card in cards)),
        counts=tuple(_counts(number)),
        problems=(*report.problems, *report.notes),
        wrong=tuple(wrong[:_MOST_WRONG]),
        wrong_left_out=max(0, len(wrong) - _MOST_WRONG),
        brief=len(brief),
        outcomes=making.filters.outcomes,
        filters=making.filters.others,
        drafts=tuple(drafts),
        cards=tuple(alone),
        topics=(),
        listed=tuple(_listed(documents)),
        rules=tuple(_rules(note.rule for card in cards for note in card.notes)),
        legend=_BAR,
        items="claims" if alone else "statements",
    )


def page_of_topics(
    topics: Sequence[Topic],
    accepted: Mapping[int, str],
    sources: Sequence[Source],
    problems: Sequence[Problem],
) -> Page:
    """Return the page of topics; ``accepted`` are the reasons of those that were accepted, by index."""
    documents = Documents(sources)
    making = Topics(documents)
    cards = tuple(making.of(topic, accepted.get(index)) for index, topic in enumerate(topics))
    return Page(
        title="Where the sources disagree",
        headline=making.headline(cards, len(sources)),
        subject=(),
        date=_date(),
        version=__version__,
        checks=(),
        bar=(),
        counts=(Count("topics", "topics", len(cards)), Count("accepted", "accepted", len(accepted))),
        problems=tuple(problems),
        wrong=(),
        wrong_left_out=0,
        brief=0,
        outcomes=(),
        filters=making.filters.others,
        drafts=(),
        cards=(),
        topics=cards,
        listed=tuple(_listed(documents)),
        rules=(),
        legend=(),
        items="topics",
    )


def _beyond_room(results: Sequence[Result]) -> set[int]:
    """Return which results, of the least grave, are shown without passages for want of room."""
    room = _MOST_CHARACTERS
    beyond = set()
    for index in sorted(range(len(results)), key=lambda index: tones.ORDER.index(results[index].outcome)):
        passages = [evidence for finding in results[index].findings for evidence in finding.evidence]
        room -= _MARKUP + sum(_MARKUP + len(e.prefix) + len(e.text) + len(e.suffix) for e in passages)
        if room < 0 and passages:
            beyond.add(index)
    return beyond


def _subject(report: Report) -> Iterator[str]:
    """Yield the files that were checked."""
    yield from report.texts


def _date() -> str | None:
    """Return the date of the page, which is that of ``SOURCE_DATE_EPOCH``: a clock would change its bytes.

    Raises:
        ConfigError: the variable holds no date.

    """
    seconds = os.environ.get(_EPOCH)
    if not seconds:
        return None
    try:
        return in_words(datetime.fromtimestamp(int(seconds), UTC).date().isoformat())
    except (ValueError, OverflowError, OSError) as error:
        raise ConfigError(
            f"{_EPOCH} is {seconds[:40]!r}, no count of seconds; correct or unset it"
        ) from error


def _bar(found: Iterable[Tone]) -> Iterator[Share]:
    names = [tone.name for tone in found]
    start = 0.0
    for tone in _BAR:
        if number := names.count(tone.name):
            width = 100 * number / len(names)
            yield Share(tone, number, round(start, 3), round(width, 3))
            start += width


def _counts(number: Mapping[str, int]) -> Iterator[Count]:
    for name, count in number.items():
        word = name.replace("_", " ")
        yield Count(name, {"xfailed": "known", "xpassed": "unexpectedly supported"}.get(word, word), count)


def _wrong(cards: Iterable[Card]) -> list[tuple[Card, Note | None]]:
    """Return the statements that fail or warn, the gravest first, each with the note that tells why."""
    found = [card for card in cards if card.tone is not tones.SUPPORTED and not card.is_known]
    found.sort(key=lambda card: _BAR.index(card.tone))
    return [(card, next((note for note in card.notes if note.tone is card.tone), None)) for card in found]


def _listed(documents: Documents) -> Iterator[Listed]:
    for number, source in enumerate(documents.all, 1):
        yield Listed(
            number, source, language(source.language), in_words(source.date), documents.cited[number]
        )


def _rules(found: Iterable[Rule | None]) -> list[Rule]:
    """Return the rules that spoke, each once, by code."""
    return sorted(
        {rule.code: rule for rule in found if rule is not None}.values(), key=lambda rule: rule.code
    )
