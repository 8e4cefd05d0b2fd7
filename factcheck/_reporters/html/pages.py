"""The page of a run, and that of the topics on which sources disagree, made of what was found."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from factcheck import __version__
from factcheck._reporters.html import tones
from factcheck._reporters.html.cards import Card, Cards
from factcheck._reporters.html.documents import Documents, in_words, language
from factcheck._reporters.html.drafts import Draft, draft
from factcheck._reporters.html.filters import Choice, Filter
from factcheck._reporters.html.head import BAR, Count, Files, Share, bar, counted, date_shown, files
from factcheck._reporters.html.notes import Note
from factcheck._reporters.html.tones import Tone
from factcheck._reporters.html.topics import TopicCard, Topics
from factcheck._reporters.summary import FAILING, counts
from factcheck.model import Outcome, Problem, Report, Result, Rule, Source, Topic

_MOST_WRONG = 40  # statements that the list at the head of a page names
_MOST_CHARACTERS = 24_000_000  # of claims and passages, about
_MARKUP = 700  # characters around a claim or passage


class Listed(NamedTuple):
    """A source as the page lists it."""

    number: int
    source: Source
    language: str | None
    date: str | None
    cited: int


class Page(NamedTuple):
    """All that a page shows.

    ``items`` is what its claims are called. ``wrong`` are the statements of drafts to look at, each with the
    note that tells why; ``brief`` counts the claims that are shown without their passages.
    """

    title: str
    headline: str
    items: str
    counts: tuple[Count, ...]
    problems: tuple[Problem, ...]
    filters: tuple[Filter, ...]
    listed: tuple[Listed, ...]
    date: str | None
    version: str = __version__
    files: Files = Files()
    checks: tuple[str, ...] = ()
    deselected: int = 0
    bar: tuple[Share, ...] = ()
    wrong: tuple[tuple[Card, Note | None], ...] = ()
    wrong_left_out: int = 0
    brief: int = 0
    outcomes: tuple[Choice, ...] = ()
    drafts: tuple[Draft, ...] = ()
    cards: tuple[Card, ...] = ()
    topics: tuple[TopicCard, ...] = ()
    rules: tuple[Rule, ...] = ()
    legend: tuple[Tone, ...] = ()


def page_of_run(report: Report) -> Page:
    """Return the page of a run: its drafts as set text, its other claims one by one, the worst first.

    Raises:
        ConfigError: ``SOURCE_DATE_EPOCH`` holds no date.

    """
    documents = Documents(report.sources)
    making = Cards(documents)
    brief = _beyond_room(report.results)
    cards = [making.of(result, brief=index in brief) for index, result in enumerate(report.results)]
    sentences = [card for card in cards if card.claim.reading is not None]
    drafts = tuple(_drafts(report, sentences))
    set_ = {found.path for found in drafts}
    alone = [card for card in cards if card.claim.reading is None or card.claim.place.path not in set_]
    alone.sort(key=lambda card: tones.ORDER.index(card.outcome))
    wrong = _wrong(sentences)
    named = files(tuple(report.texts))
    return Page(
        title=" · ".join(named.named) or "factcheck",
        headline=tones.headline(report),
        items="claims" if alone else "statements",
        counts=tuple(counted(counts(report))),
        problems=(*report.problems, *report.notes),
        filters=making.filters.others,
        listed=tuple(_listed(documents)),
        date=date_shown(),
        files=named,
        checks=report.checks,
        deselected=report.deselected,
        bar=tuple(bar(card.tone for card in cards)),
        wrong=tuple(wrong[:_MOST_WRONG]),
        wrong_left_out=max(0, len(wrong) - _MOST_WRONG),
        brief=len(brief),
        outcomes=making.filters.outcomes,
        drafts=drafts,
        cards=tuple(alone),
        rules=tuple(_rules(note.rule for card in cards for note in card.notes)),
        legend=BAR,
    )


def page_of_topics(
    topics: Sequence[Topic],
    accepted: Mapping[int, str],
    sources: Sequence[Source],
    problems: Sequence[Problem],
) -> Page:
    """Return the page of topics; ``accepted`` are the reasons of those that were accepted, by index.

    Raises:
        ConfigError: ``SOURCE_DATE_EPOCH`` holds no date.

    """
    documents = Documents(sources)
    making = Topics(documents)
    cards = tuple(making.of(topic, accepted.get(index)) for index, topic in enumerate(topics))
    return Page(
        title="Where the sources disagree",
        headline=making.headline(cards, len(sources)),
        items="topics",
        counts=tuple(counted({"topics": len(cards), "accepted": len(accepted)})),
        problems=tuple(problems),
        filters=making.filters.others,
        listed=tuple(_listed(documents)),
        date=date_shown(),
        topics=cards,
    )


def _drafts(report: Report, sentences: Iterable[Card]) -> Iterator[Draft]:
    """Yield the drafts of a run, also those of which nothing could be checked."""
    by_path: dict[str, list[Card]] = {}
    for card in sentences:
        by_path.setdefault(card.claim.place.path, []).append(card)
    unchecked = Counter(place.path for place in report.unchecked)
    for path in dict.fromkeys((*by_path, *unchecked)):
        text = report.texts.get(path)
        found = draft(path, text, by_path.get(path, []), unchecked[path]) if text else None
        if found is not None:
            yield found


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


def _wrong(cards: Iterable[Card]) -> list[tuple[Card, Note | None]]:
    """Return the statements that fail or warn, the gravest first, each with the note that tells why."""
    found = [card for card in cards if card.outcome in (*FAILING, Outcome.WARNED)]
    found.sort(key=lambda card: BAR.index(card.tone))
    return [(card, next((note for note in card.notes if note.tone is card.tone), None)) for card in found]


def _listed(documents: Documents) -> Iterator[Listed]:
    for number, source in enumerate(documents.all, 1):
        known = language(source.language), in_words(source.date), documents.cited[number]
        yield Listed(number, source, *known)


def _rules(found: Iterable[Rule | None]) -> list[Rule]:
    """Return the rules that spoke, each once, by code."""
    by_code = {rule.code: rule for rule in found if rule is not None}
    return [by_code[code] for code in sorted(by_code)]
