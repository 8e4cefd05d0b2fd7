"""Whether what a claim says is told of another figure that stands beside the passage's."""

from __future__ import annotations

from factcheck.clauses import figures, has_figure, is_time
from factcheck.nouns import leaves_out
from factcheck.setting import Setting
from factcheck.text import Span
from factcheck.vocabulary import all_keys
from factcheck.wording import WORD_WEIGHT, Word, changes, keys_of


def said_of_another(ours: Setting, theirs: Setting) -> bool:
    """Whether a sentence says of another figure what a claim says, and of this one something else.

    "24 goals this season, eight of them in the cup" are no 24 goals in the cup.
    """
    said = (word for word in ours.weights.words(None, theirs.keys) if word.weight >= WORD_WEIGHT)
    elsewhere = any(
        (word.keys & theirs.reach.later_keys and word.keys.isdisjoint(theirs.reach.own_keys))
        or (word.keys & theirs.keys and word.keys.isdisjoint(theirs.reach.half_keys))
        for word in said
    )
    return elsewhere and any(_is_more(word, ours.keys) for word in theirs.clause_words)


def _is_more(word: Word, said: frozenset[str]) -> bool:
    return word.weight >= WORD_WEIGHT and not word.name and word.keys.isdisjoint(said)


def said_of_sibling(ours: Setting, theirs: Setting) -> bool:
    """Whether the figure beside a passage's has a word of the claim's, and this one another or none instead.

    "17 in the *syrup* group and 86 in the *control* group", "43, and six *on the list*".
    """
    if ours.reach.siblings:
        return False
    noun = ours.counted.noun.start if ours.counted else None
    said = keys_of(word for word in ours.reach.said_in(ours.sentence) if word.start != noun)
    own = theirs.reach.said_in(theirs.reach.stretch)
    for stretch in theirs.reach.siblings:
        other = theirs.reach.said_in(stretch)
        elsewhere = any(word.keys & said and word.keys.isdisjoint(keys_of(own)) for word in other)
        bare = not own and stretch.start > theirs.mention.start
        if elsewhere and (bare or any(_is_more(word, ours.keys | keys_of(other)) for word in own)):
            return True
    return False


def of_another_clause(ours: Setting, theirs: Setting) -> bool:
    """Whether a figure's clause names somebody a claim does not, and another figure's clause whom it does.

    "71 percent of the chicks *on Sula*, compared with 54 percent *on Rona*."
    """
    if theirs.reach.shares is None or theirs.clause.relative:
        return False
    inside = [name for name in theirs.names if theirs.clause.holds(name[0].start)]
    outside = keys_of(word for name in theirs.names if name not in inside for word in name)
    own = [word.keys for name in ours.names if ours.clause.holds(name[0].start) for word in name]
    keys = keys_of(word for name in inside for word in name)
    said = frozenset().union(*own)
    return bool(inside and own) and keys.isdisjoint(ours.keys) and not said.isdisjoint(outside)


def of_another_half(ours: Setting, theirs: Setting) -> bool:
    """Whether a figure's half of a sentence names somebody that a claim does not, and nobody that it does.

    "Tork died that year; *Bratz, then twenty-seven*, finished the work" tells no age of Tork.
    """
    half = theirs.document.text.rfind(";", theirs.sentence.start, theirs.mention.start)
    if half < 0:
        return False
    told = [name for name in theirs.names if half < name[0].start < theirs.mention.start]
    keys = keys_of(word for name in told for word in name)
    return bool(told and ours.names) and keys.isdisjoint(ours.keys)


def of_bracketed_name(ours: Setting, theirs: Setting) -> bool:
    """Whether a figure stands in brackets behind a name that a claim lacks: "far behind Selin (*33*)"."""
    text, mention = theirs.document.text, theirs.mention
    opening = text.rfind("(", theirs.sentence.start, mention.start)
    if opening < 0 or not ours.names or ")" in text[opening : mention.start]:
        return False
    before = (name for name in theirs.names if name[-1].end == opening - 1)
    return any(keys_of(name).isdisjoint(ours.keys) for name in before)


def of_a_rival(ours: Setting, theirs: Setting) -> bool:
    """Whether what a claim says happened did so to another figure of the passage's sentence."""
    happened = ours.statement.events - changes(ours.document.language)
    if not happened or theirs.statement.events or leaves_out(theirs.document, theirs.mention):
        return False
    parts, own = theirs.parts
    if not theirs.has_predicate and (parts[own].relative or theirs.elaborates):
        return False  # 720 people work there, of whom 540 teachers; two died: a man of 74 ...
    language = theirs.document.language
    for number, clause in enumerate(parts):
        if number != own and has_figure(theirs.document, clause):
            words = theirs.document.words_in(Span(clause.start, clause.end))
            if not happened.isdisjoint(all_keys(words, language)):
                return True
    return False


def at_the_time_of_another(ours: Setting, theirs: Setting) -> bool:
    """Whether a sentence gives a claim's time with a later figure only: "33 so far, eight *this year*"."""
    document, (parts, own) = theirs.document, theirs.parts
    said = {one.text.casefold() for one in figures(ours.document, ours.clause) if is_time(one)}
    told = [one.text.casefold() for one in figures(document, parts[own]) if is_time(one)]
    if not said or (theirs.moment.time if told else False) or not said.isdisjoint(told):
        return False
    others = (part for part in parts[own + 1 :] if has_figure(document, part))
    return any(one.text.casefold() in said for part in others for one in figures(document, part))
