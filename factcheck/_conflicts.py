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
from functools import cached_property
from itertools import combinations
from typing import Any

from factcheck._corpus import View
from factcheck._engine import CheckFailedError, Engine, guarded
from factcheck.checks import Occurrence
from factcheck.context import Setting, Word, sentence_words, subject
from factcheck.model import Evidence, Mention, Problem, Source, Stance, Turn
from factcheck.text import Document, Span
from factcheck.vocabulary import grammar, word_keys

LEAST_SHARED = 3.0  # weight of the words shared, where no counted noun tells what a mention is about
LEAST_THING = 1.0  # of what most of two sentences says alike, the weight of what is no name and no event
LEAST_TOLD = 1.5  # of that, the weight of the words that are no names
LEAST_COVERAGE = 0.25  # share of the shorter sentence that must be in the other, in the same case
LEAST_NAMED = 1.0  # and of those that are
WORDING_COVERAGE = 0.6  # the same, of a figure that ranks or shares what it stands with
NEAR_SHARE = 0.7  # of a word's weight, where it stands in the sentences just before the other mention

_NEAR = 2  # sentences before a mention that may tell what it is about
_APART = 3  # sentences that tell one story, in which another time or length is another thing's
_LONGEST = 800  # characters of a sentence; longer ones are texts without punctuation
_MOST = 200  # mentions of one key and word that are compared with each other
_LIGHT = 0.3  # weight of a word that says nothing
_SERIES = 5  # values of a topic; what has more of them is several things
_ITEM = "-*+•|#>·"
_CLOSING = "\"'”’»)* "
_GLUE = frozenset("./-_#:@\\")  # before a figure: part of a name, a version or a path
_CODE = "{}=\\_|"


@dataclass(frozen=True, slots=True)
class Topic:
    """Something the sources give different values for: each value with every passage that gives it.

    ``label`` says in words what is counted or dated. Values and passages are in the order of the sources.
    """

    label: str
    kind: str
    values: tuple[tuple[Evidence, ...], ...]


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
        if hasattr(check, "compare") and engine._selected(check):
            try:
                topics += _Search(engine, check, notes).topics()
            except CheckFailedError as error:
                problems.append(error.problem)
    topics.sort(key=lambda topic: [(s.source, s.path, s.start) for value in topic.values for s in value])
    return Conflicts(tuple(topics), (*engine.problems, *problems), tuple(notes))


class Site:
    """A mention in its source, with what the sentences around it say."""

    def __init__(self, source: Source, document: Document, mention: Mention, figures: frozenset[int]):
        self.crowded = False  # whether its sentence has several mentions of its key
        self.source = source
        self.document = document
        self.mention = mention
        self.setting = Setting.of(Occurrence(mention, document))
        self._figures = figures

    @property
    def order(self) -> tuple[str, str, int]:
        """What sites are sorted by."""
        return self.source.name, self.source.path, self.mention.start

    @cached_property
    def head(self) -> frozenset[str]:
        """The keys of what is counted, where that is what the mention is looked up by."""
        found = self.setting.counted
        return found.head & frozenset(self.mention.keys) if found else frozenset()

    @cached_property
    def phrase(self) -> Span:
        """The span of the mention and of the noun phrase it counts."""
        start, end, found = self.mention.start, self.mention.end, self.setting.counted
        if self.head and found:
            start, end = min(start, found.noun.start), max(end, found.noun.end)
        return Span(start, end)

    def _telling(self, index: int) -> Iterator[Word]:
        """Yield the words of a sentence that say something; not those of a figure, nor a speaker's name."""
        silent = _speakers(self.document)
        for word in sentence_words(self.document, index):
            if word.weight > _LIGHT and word.start not in self._figures and not word.keys & silent:
                yield word

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The telling words of the sentence outside the phrase."""
        start, end = self.phrase
        return tuple(w for w in self._telling(self.setting.index) if not start <= w.start < end)

    @cached_property
    def qualifiers(self) -> tuple[Word, ...]:
        """The telling words that narrow what is counted (``young`` in ``40 young readers``)."""
        start, end = self.phrase
        inside = (w for w in self._telling(self.setting.index) if start <= w.start < end)
        return tuple(word for word in inside if not word.keys & self.head)

    @cached_property
    def before(self) -> tuple[Word, ...]:
        """The telling words of the sentences just before."""
        index = self.setting.index
        return tuple(word for at in range(max(0, index - _NEAR), index) for word in self._telling(at))

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of :attr:`words`."""
        return _keys(self.words)

    @cached_property
    def near(self) -> frozenset[str]:
        """The keys of :attr:`before`."""
        return _keys(self.before)

    @cached_property
    def names(self) -> frozenset[str]:
        """The keys of the names in the sentence."""
        return _keys(word for word in self.words if self._names(word))

    @cached_property
    def near_names(self) -> frozenset[str]:
        """The keys of the names in the sentences just before."""
        return _keys(word for word in self.before if self._names(word))

    def _names(self, word: Word) -> bool:
        """Whether a word is a name; a title is none, nor what a capital only opens a sentence with."""
        if not word.name or any(key.startswith("c:") for key in word.keys):
            return False
        opens = self.document.sentence_at(word.start).start == word.start
        return not opens or not word.keys.isdisjoint(subject(self.document))

    @cached_property
    def asserts(self) -> bool:
        """Whether the mention stands in one sentence, which says that something is so."""
        document, sentence = self.document, self.setting.sentence
        text, start = document.text, self.mention.start
        if sentence.end - sentence.start > _LONGEST or text[slice(*sentence)].rstrip(_CLOSING).endswith("?"):
            return False
        if text[start - 1 : start] in _GLUE or text[sentence.start : start].rstrip().endswith(":"):
            return False
        if any(sign in text[slice(*sentence)] for sign in _CODE):
            return False
        supposing = grammar(document.language, "suppositions")
        return not any(word in supposing for word in document.words_in(sentence))

    @cached_property
    def years(self) -> frozenset[str]:
        """The years the sentence names beside the mention."""
        return frozenset(year for year in self.setting.years if year not in self.mention.text)

    @property
    def published(self) -> frozenset[str]:
        """The year of the document, where it is known."""
        return frozenset({self.source.date[:4]} if self.source.date else ())

    @property
    def figured(self) -> bool:
        """Whether the mention is in figures; "two" and "one" count what a sentence speaks of."""
        return any(char.isdigit() for char in self.mention.text)

    @cached_property
    def item(self) -> bool:
        """Whether the mention stands in a list or a table."""
        text = self.document.text
        line = text[text.rfind("\n", 0, self.mention.start) + 1 : self.mention.start].lstrip()
        return line[:1] in tuple(_ITEM) or line[:1].isdigit()


def _keys(words: Iterable[Word]) -> frozenset[str]:
    return frozenset(key for word in words for key in word.keys)


def _speakers(document: Document) -> frozenset[str]:
    """Return the keys of the names of who speaks in a document, which tell nothing of what is said."""
    if "conflicts.speakers" not in document.memo:
        names = sorted({turn.speaker for turn in document.turns if turn.speaker})
        document.memo["conflicts.speakers"] = frozenset(
            key
            for name in names
            for part in name.lower().split()
            for key in word_keys(part, document.language)
        )
    return document.memo["conflicts.speakers"]  # type: ignore[no-any-return]


def alike(one: Site, other: Site) -> bool:
    """Say whether two mentions are surely about one thing, so that different values contradict each other."""
    if _together(one, other) or _another_time(one, other):
        return False
    if one.head and other.head:
        if one.setting.events and other.setting.events and not one.setting.events & other.setting.events:
            return False
        if not (one.figured and other.figured) and _told(one, other) < LEAST_TOLD:
            return False
        return _same_counted(one, other) and _one_holder(one, other)
    return not one.head and not other.head and _same_story(one, other)


def akin(one: Site, other: Site) -> bool:
    """Say whether two mentions that agree are about one thing; what a document is about may name it."""
    if not one.head or not other.head:
        return alike(one, other)
    if _another_time(one, other) or not _same_counted(one, other):
        return False
    about = other.names | other.near_names
    return _one_holder(one, other) or (not one.names and not about.isdisjoint(subject(one.document)))


def _together(one: Site, other: Site) -> bool:
    """Whether two mentions stand in one sentence or list, and so are of two things."""
    if one.document is not other.document:
        return False
    return one.setting.sentence == other.setting.sentence or (one.item and other.item)


def _another_time(one: Site, other: Site) -> bool:
    """Whether years or ``when`` clauses set two mentions apart.

    Where only one sentence names a year, the other is of the year of its document; unknown is in doubt.
    """
    ours, theirs = one.setting, other.setting
    if (one.years or other.years) and not (one.years or one.published) & (other.years or other.published):
        return True
    return bool(ours.anchor) != bool(theirs.anchor) or bool(ours.anchor and not ours.anchor & theirs.anchor)


def _same_counted(one: Site, other: Site) -> bool:
    """Whether both count the same noun, and what narrows it on one side is told on the other too."""
    for ours, theirs in ((one, other), (other, one)):
        told = theirs.keys | _keys(theirs.qualifiers)
        if not all(word.keys & told for word in ours.qualifiers):
            return False
    return bool(one.head & other.head)


def _one_holder(one: Site, other: Site) -> bool:
    """Whether both sentences name the same, or one does and the sentences before the other.

    Of what everything has some of, as residents, both must name it.
    """
    if one.names and other.names:
        return bool(one.names & other.names)
    broad = {f"c:{key}" for key in grammar(one.document.language, "broad_nouns")}
    if one.head & broad:
        return False
    return bool(one.names & other.near_names or other.names & one.near_names)


def _same_story(one: Site, other: Site) -> bool:
    """Whether two sentences share names, other words and the event, so far that both tell of one thing."""
    ours, theirs = one.setting, other.setting
    if one.document is other.document and (
        abs(ours.index - theirs.index) <= _APART or _turn(one) == _turn(other) is not None
    ):
        return False
    if (ours.events or theirs.events) and not ours.events & theirs.events:
        return False
    if not (_told_at(one, other) and _told_at(other, one)):
        return False
    if one.crowded or other.crowded:
        return False
    if not (one.names & (other.names | other.near_names) or other.names & one.near_names):
        return False
    found, told = _weight(one, other), _told(one, other)
    if told >= LEAST_THING and found >= WORDING_COVERAGE * max(_total(one), _total(other)):
        return True
    ranked = ours.counted is not None or theirs.counted is not None
    least = LEAST_COVERAGE * min(_total(one), _total(other))
    return not ranked and told >= LEAST_TOLD and found >= max(LEAST_SHARED, told + LEAST_NAMED, least)


def _turn(site: Site) -> Turn | None:
    return site.document.turn_at(site.mention.start)


def _told_at(one: Site, other: Site) -> bool:
    """Whether another's sentence has a word of a mention's clause; a mere phrase stands for its sentence."""
    start, end = one.setting.clause
    words = [word for word in one.words if not word.name]
    clause = [word for word in words if start <= word.start < end]
    return any(word.keys & other.keys for word in (clause if len(clause) > 1 else words))


def shared(one: Site, other: Site) -> list[tuple[Word, float]]:
    """Return the words of a site that another's sentence has, or those just before it, with their weight."""
    found: list[tuple[Word, float]] = []
    seen: set[str] = set()
    for word in one.words:
        if word.keys & seen:
            continue
        if word.keys & other.keys:
            found.append((word, word.weight))
        elif word.keys & other.near:
            found.append((word, word.weight * NEAR_SHARE))
        else:
            continue
        seen |= word.keys
    return found


def _weight(one: Site, other: Site) -> float:
    """Return the weight of what two sites share, seen from the side where it is more."""
    return max(sum(weight for _, weight in shared(*pair)) for pair in ((one, other), (other, one)))


def _told(one: Site, other: Site) -> float:
    """Return the weight of what two sites share beside names and events."""
    return max(
        sum(weight for word, weight in shared(*pair) if not word.name and not _event(word))
        for pair in ((one, other), (other, one))
    )


def _event(word: Word) -> bool:
    return any(key.startswith("e:") for key in word.keys)


def _total(site: Site) -> float:
    return sum({min(word.keys): word.weight for word in site.words}.values())


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
        kinds = [check.kind for check in self._engine.checks if hasattr(check, "compare")]
        for source in library.sources:
            document = library.document(source)
            spans = [m for kind in kinds for m in library.mentions(source, kind, None)]
            figures = frozenset(at for mention in spans for at in range(mention.start, mention.end))
            sites = [
                Site(source, document, mention, figures)
                for mention in library.mentions(source, self._check.kind, None)
                if mention.keys
            ]
            in_sentence = Counter((site.setting.index, site.mention.keys) for site in sites)
            for site in sites:
                site.crowded = in_sentence[site.setting.index, site.mention.keys] > 1
                yield site

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
            claim = _claim(claimed, [word for word, _ in shared(claimed, found)])
            relation = guarded(
                self._check,
                found.source.name,
                self._check.compare,
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
        view = View(self._engine.library, self._engine.library.sources)
        values: list[list[Site]] = []
        for site in sites:
            same = (v for v in values if self._says(v[0], site) and self._says(site, v[0]))
            group = next(same, None)
            if group is None:
                values.append([site])
            else:
                group.append(site)
        sides = (
            tuple(self._engine._passage(view, site.source, site.mention, Stance.CONTEXT) for site in value)
            for value in values
        )
        return Topic(_label(sites), self._check.kind, tuple(sides))


def _claim(site: Site, words: Iterable[Word]) -> Occurrence:
    """Return a mention as a claim about no more than the given words of its sentence, and what it counts."""
    document, mention, phrase = site.document, site.mention, site.phrase
    tokens = document.tokens
    said = [document.text[word.start : tokens.ends[tokens.at(word.start)]] for word in words]
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
    nouns = [s.setting.counted.text for s in sites if s.document.language == language and s.setting.counted]
    thing = min(nouns, key=lambda noun: (len(noun), noun)) if sites[0].head else ", ".join(words.values())
    name = max(names, key=lambda name: names[name], default="")
    return f"{thing} ({name})" if name and thing else thing or name
