"""What a span is about: whether two mentions speak of the same thing, from stated features of both.

For plugin authors: :func:`same_thing` answers the one question that makes a comparison fair. It looks at the
thing counted (:mod:`factcheck.nouns`), the words around both, their places, years, ``when`` clauses and
events; words are compared by their keys (:mod:`factcheck.vocabulary`).
"""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from factcheck.apart import tells_apart
from factcheck.apart.names import of_the_text
from factcheck.apart.things import same_noun, told_noun
from factcheck.apart.times import at_another_event, dated_alike
from factcheck.checks import Occurrence
from factcheck.clauses import figures, is_time, same_figure
from factcheck.concordance import Concordance
from factcheck.keys import places_among, tells_event
from factcheck.lazy import kept
from factcheck.model import Closeness
from factcheck.nouns import Counted
from factcheck.setting import Setting
from factcheck.setting.kinds import is_kind, kinds, points_to
from factcheck.setting.passage import BESIDE
from factcheck.setting.reach import ASIDE_SHARE
from factcheck.setting.weights import Hoped
from factcheck.text import Document
from factcheck.vocabulary import all_keys
from factcheck.wording import GENERIC_WEIGHT, WORD_WEIGHT, Word, keys_of, sentence_words, subject

# How much of what a claim says around its figure must be said around the source's: shares of the weight
# of the claim's content words.
COUNTED_COVERAGE = 0.35  # both count the same thing
BROAD_COVERAGE = 0.5  # both count people, which everything has
UNCOUNTED_COVERAGE = 0.6  # one of them does not say what it counts
REFERRED_COVERAGE = 0.68  # nor does the passage name whom it speaks of
LEAST_SHARED = 1.5  # weight of the words shared, where nothing is counted
WORDING_COVERAGE = 0.8  # the source repeats the claim's own words

NEAR_SHARE = 0.7  # of a word's weight, where it stands in the sentences just before
SUBJECT_SHARE = 0.85  # of a name's weight, where it is what the document is about
REFERRED_SHARE = 0.9  # of a name's weight, where the sentence speaks of it and does not give it, and of
# that of each word of the question that it answers

LEAST_FRAME = 4  # words of a sentence that is repeated but for its figure
LEAST_WORDING = 3.0  # weight of the words that must be repeated to call it the claim's wording
SAME_BESIDE = 0.9  # or how alike the words beside both figures must be
_STAMP = ("low", "high", "unit", "start", "end", "duration")  # of the value of a figure, what tells which
_ROUNDING = 1e-6  # more than sums of weights can be off


class Match(NamedTuple):
    """How surely two mentions are about the same thing.

    ``shared`` is the part of the claim's words, by weight, that the passage's own sentence says of its
    figure or points to; ``fit`` adds how alike the nearest words are, 0 to 2 in all. ``narrower`` says that
    the source counts only some of what the claim counts ("gold medals"), or those left beside others, so that
    another figure is no contradiction; ``sort`` that it counts a sort of its own ("beds for children"), so
    that the same figure is no support.
    """

    closeness: Closeness
    fit: float
    shared: float
    narrower: bool = False
    sort: bool = False


def same_thing(
    claimed: Occurrence,
    found: Occurrence,
    *,
    broad_noun_decides: bool = True,
    small: bool = False,
    changes: bool = False,
    telling: bool = False,
    agreed: bool = False,
) -> Match | None:
    """Say whether a mention of a source is about the same thing as one of a claim, ``None`` when in doubt.

    Both may count only the same noun; what the claim says around its figure must be said in the
    passage's sentence, just before it, or (names only) be what the document is about; a nearer place, a
    different event, year or ``when`` clause, or a "not" on one side speaks against it.

    ``broad_noun_decides`` lets even a noun as broad as "residents" make up for words that are not shared,
    which it cannot do for "not one resident left". ``small`` says that the figure is one of which every
    text has several, so that more must be shared. ``changes`` says that both figures are changes, so that a
    rise and a fall are no other events; ``telling`` that both are the same figure of several digits, which
    hardly another thing has, or measure the same side; ``agreed`` that the two agree, so that the other
    figures that both sentences give speak for one thing too.
    """
    ours, theirs = Setting.of(claimed), Setting.of(found)
    head, other = _head(ours, theirs), told_noun(ours, theirs)
    one_noun = bool(head and other and same_noun(ours, head, theirs, other))
    if head and other and not one_noun:
        return None
    sized = other and not head and theirs.amount.is_sized and other.head.isdisjoint(ours.keys)
    if sized and not (ours.amount.is_price and theirs.amount.is_price):
        return None  # a net profit of 96 million is no revenue
    if head and not other and ours.mention.value.get("unit") and head.head.isdisjoint(theirs.known):
        return None  # 212 kilograms of something: of what is nowhere near
    if not (one_noun or theirs.subject.refers_to(ours)) and ours.keys.isdisjoint(theirs.keys):
        return None  # nothing shared: what follows could not find enough
    words = ours.weights.words(head.noun if head and one_noun else None, theirs.keys)
    words = _with_kinds(words, ours, theirs)
    if theirs.subject.unsaid:
        words = [word for word in words if not word.name or word.keys & theirs.keys]
    words = _with_full_names(words, ours, theirs)
    if telling and agreed:
        words = [word for word in words if word.keys & theirs.known or ours.weights.tells(word)]
        if any(_leads_unsaid(word, ours, theirs) for word in words):
            return None
    match = _match(
        claimed,
        found,
        words,
        one_noun,
        broad_noun_decides=broad_noun_decides,
        small=small,
        changes=changes,
        telling=telling,
        agreed=agreed,
    )  # first, for most share too little
    return None if match is None or tells_apart(words, ours, theirs) else match


def _match(
    claimed: Occurrence,
    found: Occurrence,
    words: list[Word],
    one_noun: bool,
    *,
    broad_noun_decides: bool,
    small: bool,
    changes: bool,
    telling: bool,
    agreed: bool,
) -> Match | None:
    """Return how much of a claim's ``words`` a passage says, ``None`` where it is not enough."""
    ours, theirs = Setting.of(claimed), Setting.of(found)
    other, back = told_noun(ours, theirs), theirs.subject.refers_to(ours)
    if claimed.document.carried:
        words = _with_carried(words, claimed.document, theirs, found.speaker)
    company = WORD_WEIGHT * _company(ours, theirs) if agreed else 0.0
    total = sum(word.weight for word in words) + company
    in_sentence = sum(word.weight * _said(word, ours, theirs) for word in words if word.keys & theirs.keys)
    in_sentence += company
    shared, named = in_sentence / total if total else 1.0, WORD_WEIGHT if one_noun else 0.0
    repeated = in_sentence + named >= WORDING_COVERAGE * (total + named) and (
        in_sentence + named >= LEAST_WORDING or _fit(ours, theirs) >= SAME_BESIDE
    )
    dated = dated_alike(ours, theirs)
    sort = bool(one_noun and other and other.sort and other.sort.isdisjoint(ours.keys | ours.near))
    repeated = repeated and not (theirs.is_field or ours.statement.differs(theirs.statement))
    if repeated and (dated or not (ours.moment.time or ours.moment.then)):
        return Match(Closeness.WORDING, _fit(ours, theirs) + shared, shared, sort=sort)
    pointed = sum(word.weight * REFERRED_SHARE for word in words if _is_pointed_to(word, theirs))
    most = WORD_WEIGHT + in_sentence + pointed
    if not (one_noun or back or telling) and most < LEAST_SHARED:
        return None
    if at_another_event(ours, theirs, changes, agreed):
        return None
    around = _covered_around(words, theirs, found.speaker)
    if around is None:
        return None
    covered = in_sentence + around
    broad = ours.amount.of_people
    if one_noun and (broad_noun_decides or not broad):
        more = broad or (small and not ours.statement.meets(theirs.statement))
        enough = covered >= (BROAD_COVERAGE if more else COUNTED_COVERAGE) * total
    else:
        said = covered if back else in_sentence + pointed
        if said < LEAST_SHARED and (
            (ours.moment.time and dated) or (is_time(ours.mention) and same_figure(claimed, found))
        ):
            said += WORD_WEIGHT
        if telling or (ours.subject.refers_back and of_the_text(ours, theirs)):
            said += WORD_WEIGHT
        if ours.statement.meets(theirs.statement) and covered >= WORDING_COVERAGE * total:
            said += WORD_WEIGHT
        elif agreed and in_sentence >= WORDING_COVERAGE * total and _says_two(words, theirs):
            said += WORD_WEIGHT  # though little of it stands in the clause of the figure
        least = UNCOUNTED_COVERAGE if in_sentence >= LEAST_SHARED or not pointed else REFERRED_COVERAGE
        enough = covered >= least * total and said >= LEAST_SHARED
        told = theirs.known if telling and agreed else theirs.keys | theirs.subject.asked
        enough = enough and (back or _shares_a_thing(words, theirs, told))
    if not enough:
        return None
    of_the_rest = theirs.amount.of_the_rest and not ours.amount.of_the_rest
    narrower = bool(other and other.modifiers - ours.keys) or of_the_rest
    closeness = Closeness.THING if dated else Closeness.UNDATED
    shared += pointed / total if total else 0.0
    return Match(closeness, _fit(ours, theirs) + shared, shared, narrower, sort)


def same_frame(claimed: Occurrence, found: Occurrence) -> bool:
    """Say whether a claim's sentence is a passage's, word for word, but for the one figure.

    Whatever that figure is of, it is of one thing.
    """
    frame = Setting.of(claimed).frame
    said = sum(word[0].isalpha() for part in frame for word in part)
    return said >= LEAST_FRAME and frame == Setting.of(found).frame


def related(claimed: Occurrence, occurrences: Iterable[Occurrence]) -> list[Occurrence]:
    """Return the mentions of sources that may be about the same thing as one of a claim.

    For all others :func:`same_thing` is ``None``: what the passage and the sentences before it can say of the
    claim's words at most is not enough. Most mentions of a source are none of a claim's business, so a check
    that has much to compare asks this first.
    """
    # Each bound is one of same_thing, as easy as it can get there: what that may add is added here too.
    ours = Setting.of(claimed)
    beside = _beside(ours)
    among = occurrences if isinstance(occurrences, Concordance) else Concordance(occurrences)
    alike = []
    for found, theirs in among.sharing(ours):
        named, head = 0.0, _head(ours, theirs)
        if head and (other := told_noun(ours, theirs)):
            if not same_noun(ours, head, theirs, other):
                continue
            (words, total), named = ours.weights.hoped_without_noun, WORD_WEIGHT
        else:
            words, total = ours.weights.hoped
        inside, around = _most_said(words, theirs, found.speaker)
        if beside:
            company = WORD_WEIGHT * _company(ours, theirs)
            inside, total = inside + company, total + company
        repeated = theirs.subject.unsaid or inside + named >= WORDING_COVERAGE * (total + named)
        if not repeated:
            share = COUNTED_COVERAGE if named else UNCOUNTED_COVERAGE
            if inside + around < share * total:
                continue
            all_said = inside >= WORDING_COVERAGE * total
            added = 0 if named else _added(ours) + (all_said or ours.statement.meets(theirs.statement))
            if not named and inside + around < LEAST_SHARED - WORD_WEIGHT * added:
                continue
        differs = ours.statement.differs(theirs.statement)
        if (repeated and not differs) or not at_another_event(ours, theirs, change=True, agreed=True):
            alike.append(found)
    return alike


def _head(ours: Setting, theirs: Setting) -> Counted | None:
    """Return what a claim's figure counts, which is no river in "the Osk *river* is 40 km long"."""
    head = ours.counted
    return None if head and is_kind(ours, head.noun, theirs) else head


def _company(ours: Setting, theirs: Setting) -> int:
    """Return how many other figures of a claim's sentence the passage's sentence gives too.

    They say as much as words: what costs 14 euros in 2018 in both is hardly two things.
    """
    return len(_beside(ours) & _beside(theirs))


@kept
def _beside(setting: Setting) -> frozenset[tuple[str | None, ...]]:
    """Return the other figures of a sentence that few others are: times, measures, of two digits or more."""
    found = (one for one in figures(setting.document, setting.sentence) if one.judgeable)
    values = (one.value for one in found if one.start != setting.mention.start)
    stamps = (tuple(value.get(key) for key in _STAMP) for value in values)
    return frozenset(stamp for stamp in stamps if len(stamp[0] or "00") > 1 or any(stamp[2:]))


def _most_said(words: Iterable[Hoped], theirs: Setting, speaker: str | None) -> tuple[float, float]:
    """Return what a passage says of a claim's words at most, in its sentence and around it, by weight."""
    said, before, told = theirs.keys, theirs.near, subject(theirs.document)
    pointed, asked = theirs.referred, theirs.subject.asked
    named = _name_keys(speaker, theirs.document.language) if speaker else frozenset()
    inside = around = _ROUNDING
    for keys, weight, name in words:
        if not keys.isdisjoint(said):
            inside += weight
        elif not keys.isdisjoint(asked) or (name and not keys.isdisjoint(pointed)):
            around += weight * REFERRED_SHARE
        elif not keys.isdisjoint(before) or not keys.isdisjoint(named):
            around += weight * NEAR_SHARE
        elif name and not keys.isdisjoint(told):
            around += weight * SUBJECT_SHARE
    return inside, around


@kept
def _added(ours: Setting) -> int:
    """Return how many words :func:`same_thing` may add to what a passage says, where nothing is counted."""
    dated = is_time(ours.mention) and len(figures(ours.document, ours.sentence)) > 1
    return 1 + bool(ours.moment.time or dated) + ours.subject.refers_back


def _leads_unsaid(word: Word, ours: Setting, theirs: Setting) -> bool:
    """Whether a claim begins with a thing, in another clause, that is nowhere near a passage.

    "*The museum* was dear: the final bill came to 41 million" may not be what the bridge cost.
    """
    aside = word.start < ours.clause.start and word.weight >= ASIDE_SHARE and not word.name
    return aside and not (word.keys & theirs.known or tells_event(word.keys))


def _said(word: Word, ours: Setting, theirs: Setting) -> float:
    """Return how much of a claim's word the passage says of its figure, rather than of another one."""
    if theirs.reach.shares is None or not ours.clause.holds(word.start):
        return 1.0
    return max((theirs.reach.shares.get(key, 0.0) for key in word.keys), default=0.0) or 1.0


def _shares_a_thing(words: list[Word], theirs: Setting, told: frozenset[str]) -> bool:
    """Whether a passage has, in the keys ``told``, a thing that a claim speaks of, not only what happened.

    Where it only points to whom the claim names, it must have one of the other things, if there are any.
    """
    things = [w for w in words if w.weight >= ASIDE_SHARE and not tells_event(w.keys)]
    if not things or any(word.keys & told for word in things):
        return True
    return all(word.name for word in things) and any(_is_referred(word, theirs) for word in things)


def _says_two(words: list[Word], theirs: Setting) -> bool:
    return sum(not word.keys.isdisjoint(theirs.keys) for word in words) > 1


def _is_pointed_to(word: Word, theirs: Setting) -> bool:
    """Whether a passage's sentence leaves a word to the name it speaks of, or to the question it answers."""
    asked = not word.keys.isdisjoint(theirs.subject.asked) and word.keys.isdisjoint(theirs.keys)
    return asked or _is_referred(word, theirs)


def _is_referred(word: Word, theirs: Setting) -> bool:
    """Whether a word is of a name that a passage's sentence speaks of and does not give."""
    return word.name and not word.keys & theirs.keys and bool(word.keys & theirs.referred)


def _with_full_names(words: list[Word], ours: Setting, theirs: Setting) -> list[Word]:
    """Return a claim's words, first names matched by the surname where the passage gives only that."""
    surname = ours.subject.by_surname(theirs)
    if not surname:
        return words
    return [
        word._replace(keys=word.keys | surname[word.start]) if word.start in surname else word
        for word in words
    ]


def _with_kinds(words: list[Word], ours: Setting, theirs: Setting) -> list[Word]:
    """Return a claim's words as they weigh where a passage gives a name without what it is of, or only that.

    "The Osk *river*" is the Osk; so may "the river" be, where a text begins with it and names none.
    """
    for kind in kinds(ours):
        if kind.named_in(theirs.keys | theirs.referred):
            if any(other.is_namesake(kind) for other in kinds(theirs)):
                continue
            words = [
                word._replace(weight=min(word.weight, GENERIC_WEIGHT))
                if word.start in kind.places and word.keys.isdisjoint(theirs.keys)
                else word
                for word in words
            ]
        elif theirs.subject.unsaid and points_to(theirs, kind):
            words = [
                word._replace(keys=word.keys | kind.noun) if word.keys in kind.name else word
                for word in words
            ]
    return words


def _with_carried(words: list[Word], document: Document, theirs: Setting, speaker: str | None) -> list[Word]:
    """Return a claim's words, those it only points back to weighing less where they are left out."""
    known = theirs.known | _name_keys(speaker or "", theirs.document.language)
    return [
        word
        if word.keys & known or not any(span.start <= word.start < span.end for span in document.carried)
        else word._replace(weight=word.weight * ASIDE_SHARE)
        for word in words
    ]


def _covered_around(words: list[Word], theirs: Setting, speaker: str | None) -> float | None:
    """Return the weight of a claim's words that are said around a passage's sentence.

    ``None`` where the passage names another place, nearer than the claim's own.
    """
    near = theirs.near | _name_keys(speaker or "", theirs.document.language)
    covered, searched = 0.0, frozenset[str]()
    for word in words:
        if word.keys & theirs.keys or (theirs.is_field and word.name):
            continue  # a field is of its own section, whose name its keys have
        if _is_pointed_to(word, theirs):
            covered += word.weight * REFERRED_SHARE
            continue
        if word.keys & near:
            covered += word.weight * NEAR_SHARE
            searched |= theirs.keys if word.name else frozenset()
        elif word.name and word.keys & subject(theirs.document):
            covered += word.weight * SUBJECT_SHARE
            searched |= theirs.keys | near
    elsewhere = places_among(searched - theirs.reach.aside) - places_among(keys_of(words))
    if elsewhere and elsewhere - _in_names_of_both(words, theirs):
        return None
    return covered


def _in_names_of_both(words: list[Word], theirs: Setting) -> frozenset[str]:
    """Return the keys of the passage's words that a claim has too, if only as they are spelled.

    *Vlaams Belang* says where to none but readers of Dutch.
    """
    ours = keys_of(words)
    found = sentence_words(theirs.document, theirs.index)
    return keys_of(word for word in found if not word.keys.isdisjoint(ours))


@cache
def _name_keys(name: str, language: str) -> frozenset[str]:
    return all_keys(name.lower().split(), language)


def _fit(ours: Setting, theirs: Setting) -> float:
    """Return how many of the four words on each side are the same, the nearest weighing most."""
    score = total = 0.0
    for place, (one, other) in enumerate(zip(ours.neighbours, theirs.neighbours, strict=True)):
        nearness = 1 / (1 + place % BESIDE)
        total += nearness
        if one == other:
            score += nearness
    return score / total
