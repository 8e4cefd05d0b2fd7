"""Where sources disagree with each other: the checks' own comparison, between mentions of the sources.

Two mentions conflict when they are about the same thing and each refutes the other. No claim says here
what a figure is about, so that more is asked of two sentences than of a claim and a passage: a name they
share, the same counted noun with nothing that narrows it on one side only, or else several words in
common and the same event; and neither is a question, a supposition, or an item of the other's list.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from factcheck._conflicts.alike import akin, alike, shared
from factcheck._conflicts.site import Site
from factcheck._engine import Engine
from factcheck._mentions import CheckFailedError, guarded
from factcheck._vetting.answers import relation as relation_of
from factcheck.checks import Occurrence, extracts
from factcheck.model import Mention, Problem, Stance, Topic
from factcheck.text import Document
from factcheck.wording import Word, keys_of

_MOST = 100  # mentions of one key and word that are compared with each other
_SERIES = 5  # values of a topic; what has more of them is several things


@dataclass(frozen=True, slots=True)
class Conflicts:
    """What a run over sources found: topics by source and place, problems, and what was left out."""

    topics: tuple[Topic, ...]
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()


def conflicts(engine: Engine) -> Conflicts:
    """Compare the sources of an engine with each other, by every check of it that compares."""
    topics: list[Topic] = []
    problems: list[Problem] = []
    notes: list[str] = []
    for check in engine.checks:
        if hasattr(check, "compare") and engine.selected(check):
            try:
                topics += _Search(engine, check, notes).topics()
            except CheckFailedError as error:
                problems.append(error.problem)
    topics.sort(key=lambda topic: [(s.source, s.path, s.start) for value in topic.values for s in value])
    return Conflicts(tuple(topics), (*engine.problems, *problems), tuple(notes))


class _Search:
    """The comparison of all mentions of one check."""

    def __init__(self, engine: Engine, check: Any, notes: list[str]):
        self._engine = engine
        self._check = check
        self._notes = notes
        self._answers: dict[tuple[Site, Site], bool | None] = {}

    def topics(self) -> Iterator[Topic]:
        """Yield what the mentions disagree about."""
        sites = [site for site in self._sites() if site.asserts]
        pairs = [
            (one, other)
            for one, other in self._candidates(sites)
            if alike(one, other) and self._says(one, other) is False and self._says(other, one) is False
        ]
        for members in _connected(pairs):
            inside = set(members)
            more = [site for site in sites if site not in inside and self._sides_with(site, members)]
            topic = self._topic(sorted([*members, *more], key=lambda site: site.order))
            if len(topic.values) <= _SERIES:
                yield topic
            else:
                first = topic.values[0][0]
                self._notes.append(
                    f"left out as a series: {len(topic.values)} values of {topic.label!r}, "
                    f"from {first.path}:{first.line} on"
                )

    def _sites(self) -> Iterator[Site]:
        library = self._engine.library
        kinds = [c.kind for c in self._engine.checks if extracts(c) and hasattr(c, "compare")]
        for source in library.sources:
            document = library.document(source)
            everything = [m for kind in kinds for m in library.mentions(source, kind)]
            figures = frozenset(at for mention in everything for at in range(mention.start, mention.end))
            beside: dict[int, list[Mention]] = defaultdict(list)
            for mention in everything:
                beside[document.sentence_index(mention.start)].append(mention)
            for mention in library.mentions(source, self._check.kind):
                if mention.keys:
                    others = [m for m in beside[document.sentence_index(mention.start)] if m is not mention]
                    yield Site(source, document, mention, figures, others)

    def _candidates(self, sites: Iterable[Site]) -> Iterator[tuple[Site, Site]]:
        """Yield the pairs that share a key and a word that can hold them together, each once."""
        groups: dict[tuple[str, str], list[Site]] = defaultdict(list)
        for site in sites:
            holding = site.names | site.near_names if site.head else site.keys - site.names
            for key in site.mention.keys:
                for word in sorted(holding):
                    groups[key, word].append(site)
        seen: set[tuple[Site, Site]] = set()
        for (key, word), group in groups.items():
            if len(group) > _MOST:
                self._notes.append(
                    f"only the first {_MOST} of {len(group)} mentions of the kind {self._check.kind} "
                    f"with {key!r} and {word!r} are compared with each other"
                )
            for pair in combinations(group[:_MOST], 2):
                if pair not in seen:
                    seen.add(pair)
                    yield pair

    def _says(self, claimed: Site, found: Site) -> bool | None:
        """Return whether one mention, taken as a claim in the words both share, agrees with another."""
        if (claimed, found) not in self._answers:
            claim = _claim(claimed, found)
            relation = guarded(
                self._check,
                found.source.name,
                relation_of,
                self._check,
                claim,
                Occurrence(found.mention, found.document),
            )
            self._answers[claimed, found] = relation.agrees
        return self._answers[claimed, found]

    def _sides_with(self, site: Site, members: Iterable[Site]) -> bool:
        """Whether a mention agrees with one of a topic, and contradicts none that it agrees with."""
        for member in members:
            answers = {self._says(site, member), self._says(member, site)} if akin(site, member) else set()
            if True in answers and False not in answers:
                return True
        return False

    def _topic(self, sites: list[Site]) -> Topic:
        values: list[list[Site]] = []
        for site in sites:
            same = (v for v in values if self._says(v[0], site) and self._says(site, v[0]))
            group = next(same, None)
            if group is None:
                values.append([site])
            else:
                group.append(site)
        sides = (
            tuple(self._engine.passages.of(site.source, site.mention, Stance.CONTEXT) for site in value)
            for value in values
        )
        return Topic(_label(sites), self._check.kind, tuple(sides))


def _claim(site: Site, found: Site) -> Occurrence:
    """Return a mention as a claim about what it counts, in no more words than another sentence has.

    A name that only stands just before the mention is among them: it is what the claim is of.
    """
    document, mention, phrase = site.document, site.mention, site.phrase
    ours = [word for word, _ in shared(site, found)]
    said = [_written(word, document) for word in ours]
    said += [
        _written(word, found.document)
        for word in found.words
        if word.keys & found.names & site.near_names and not word.keys & keys_of(ours)
    ]
    before = "".join(f"{word} " for word in said)
    start = len(before) + mention.start - phrase.start
    moved = Mention(
        mention.kind,
        start,
        start + len(mention.text),
        mention.text,
        mention.value,
        mention.keys,
        mention.reading,
    )
    text = before + document.text[slice(*phrase)]
    short = Document(
        text, language=document.language, date=document.date, terms=document.terms, people=document.people
    )
    return Occurrence(moved, short)


def _written(word: Word, document: Document) -> str:
    return document.text[word.start : document.tokens.ends[document.tokens.at(word.start)]]


def _connected(pairs: Iterable[tuple[Site, Site]]) -> Iterator[list[Site]]:
    """Yield the groups of sites that disagreements join, in their order."""
    groups: dict[Site, list[Site]] = {}
    for pair in pairs:
        one, other = (groups.setdefault(site, [site]) for site in pair)
        if one is not other:
            one += other
            groups.update(dict.fromkeys(other, one))
    seen: set[int] = set()
    for group in groups.values():
        if id(group) not in seen:
            seen.add(id(group))
            yield sorted(group, key=lambda site: site.order)


def _label(sites: list[Site]) -> str:
    """Return in words what the sites count, or else speak of, and the name that most of them share."""
    language = sites[0].document.language
    counts = Counter(key for site in sites for key in site.keys | site.near_names)
    words: dict[str, str] = {}
    names: dict[str, int] = {}
    for site in sites:
        if site.document.language != language:
            continue
        tokens = site.document.tokens
        for word in (*site.words, *site.before):
            often = max(counts[key] for key in word.keys)
            at = tokens.at(word.start)
            if word.name and often > 1:
                names.setdefault(site.document.text[word.start : tokens.ends[at]], often)
            elif often > 1 and word.start >= site.setting.sentence.start:
                words.setdefault(min(word.keys), tokens.words[at])
    counted = sites[0].setting.counted if sites[0].head else None
    thing = sites[0].document.text[slice(*counted.noun)] if counted else ", ".join(words.values())
    name = max(names, key=lambda name: names[name], default="")
    return f"{thing} ({name})" if name and thing else thing or name
