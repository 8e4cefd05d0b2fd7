"""Shades of what a sentence says of a figure: a mean, a count that goes on, an old level, doers, a place.

For plugin authors. Each tells of one :class:`factcheck.setting.Setting`; :mod:`factcheck.apart` and the
checks compare two.
"""

from itertools import pairwise, takewhile

from factcheck.checks import Occurrence
from factcheck.clauses import figures, is_time
from factcheck.keys import tells_event
from factcheck.lazy import kept
from factcheck.model import Mention
from factcheck.setting import Setting
from factcheck.text import Span, function_words
from factcheck.vocabulary import all_keys, grammar, is_plural, says, word_keys, word_list
from factcheck.wording import WORD_WEIGHT, changes, sentence_keys, sentence_words, states

_CONDITION = 9  # tokens of a condition that are looked at
_OPENING = 3  # tokens of a sentence that may say of what sort all of its figures are
_PHRASE = 4  # tokens after "of"
_COMPARED = 6  # tokens behind a figure that may say that it is more than another: "seven seats more than"
_DENIED = 2  # sentences behind a figure in which it may be put right


def is_mean(setting: Setting) -> bool:
    """Say whether a figure's clause gives a mean, or its sentence begins so: "*on average*, nine boats"."""
    averages = grammar(setting.document.language, "averages")
    opening = setting.document.words_in(setting.sentence)[:_OPENING]
    return not setting.clause_tokens.isdisjoint(averages) or not set(opening).isdisjoint(averages)


def goes_on(setting: Setting) -> bool:
    """Say whether a figure counts up to now or to a day, with more to come: "*so far* 18", "*by 2015* 18"."""
    document, language = setting.document, setting.document.language
    if not setting.clause_tokens.isdisjoint(grammar(language, "so_far")):
        return True
    words = document.tokens.words
    first, last = setting.positions(Span(setting.clause.start, setting.clause.end))
    times = {document.tokens.at(one.start) for one in figures(document, setting.clause) if is_time(one)}
    return any(
        words[at - 1] in grammar(language, "by_then") and (at in times or words[at] in setting.moment.years)
        for at in range(first + 1, last)
    )


def is_old(setting: Setting) -> bool:
    """Say whether a figure is what another one came from: "rose *from 51,000* to 54,500"."""
    document, mention = setting.document, setting.mention
    words, starts, ends = document.tokens
    before, now, *_ = (*grammar(document.language, "comparing"), "", "")
    first = document.tokens.at(mention.start)
    if not first or words[first - 1] != before:
        return False
    behind = figures(document, Span(mention.end, max(mention.end, setting.sentence.end)))
    return any(
        words[at] == now and starts[at] >= mention.end
        for figure in behind
        if not is_time(figure)
        and (at := document.tokens.at(figure.start) - 1) >= 0
        and ends[at] < figure.start
    )


@kept
def is_followed(setting: Setting) -> bool:
    """Say whether the next sentence says what it is now: "I held two meetings. *Now* there are six"."""
    document, index = setting.document, setting.index + 1
    if index >= len(document.sentences):
        return False
    following = document.sentences[index]
    told = [one for one in figures(document, following) if not is_time(one)]
    opening = document.words_in(following)[:1]
    return bool(told) and not set(opening).isdisjoint(grammar(document.language, "now"))


@kept
def condition(setting: Setting) -> frozenset[str]:
    """Return the keys of what must be so for a figure to hold: "*if the loop has not started*, it is 0".

    A condition beyond another figure or a semicolon is that one's.
    """
    document, language, mention = setting.document, setting.document.language, setting.mention
    others = [one for one in figures(document, setting.sentence) if not is_time(one)]
    start = max((one.end for one in others if one.end <= mention.start), default=setting.sentence.start)
    end = min((one.start for one in others if one.start >= mention.end), default=setting.sentence.end)
    start = max(start, document.text.rfind(";", start, mention.start))
    first, last = document.tokens.at(start), document.tokens.at(end)
    words = document.tokens.words[first:last]
    for phrase in (entry.split("_") for entry in grammar(language, "conditions")):
        for at in range(len(words) - len(phrase)):
            if words[at : at + len(phrase)] == phrase:
                told = takewhile(_joins_on, words[at + 1 : at + _CONDITION])
                return all_keys(told, language)
    return frozenset()


def _joins_on(word: str) -> bool:
    return word[0].isalnum() or word in "-'"


def is_example(setting: Setting) -> bool:
    """Say whether a figure is one of many it might be: "a higher capacity, *for example* 100 Mbit".

    So is what a sentence tells that opens so: "*For example*, a call that takes 10 rows ...".
    """
    document = setting.document
    at = document.tokens.at(setting.mention.start)
    before = " ".join(document.tokens.words[max(0, at - _PHRASE) : at]).rstrip(" ,:(")
    phrases = [phrase.replace("_", " ") for phrase in grammar(document.language, "examples")]
    opening = f"{' '.join(document.words_in(setting.sentence)[:_PHRASE])} "
    return any(before.endswith(f" {phrase}") or opening.startswith(f"{phrase} , ") for phrase in phrases)


def selects(setting: Setting) -> bool:
    """Say whether a figure is so many off one end of more: "the *first* two arms"."""
    return setting.word_before in grammar(setting.document.language, "ends_of_row")


@kept
def restricts(setting: Setting) -> bool:
    """Say whether a bound only tells which ones are meant: "children *under 14* pay half".

    It stands behind a noun before the verb ("clubs *of at least 40 people* pay", no "a crowd of at least 40
    people came"), behind those whom something is for, or in a relative clause that no comma parts from its
    noun: "any line *that has over 80 characters* is cut".
    """
    document, clause, language = setting.document, setting.clause, setting.document.language
    words = document.tokens.words
    places = (clause.start, setting.mention.start, setting.mention.end, clause.end)
    first, start, behind, last = map(document.tokens.at, places)
    before, told = words[first:start], any(_is_verb(word, language) for word in words[behind:last])
    joined = bool(before) and before[-1] in grammar(language, "restricting")
    many = len(before) > 1 and before[-1] in grammar(language, "of") and is_plural(before[-2], language)
    if clause.relative:
        others = sum(_is_verb(word, language) for word in (*before, *words[behind:last]))
        return (joined and first == start - 1) or (
            told and first > 1 and words[first - 2] != "," and others > 1
        )
    if joined or many:
        del before[-1]
    if not before or not before[-1].isalpha() or before[-1] in function_words(language):
        return False
    plural = is_plural(before[-1], language)
    if plural and before[-2:-1] and before[-2] in grammar(language, "for_whom"):
        return True
    endings = tuple(grammar(language, "verb_endings"))  # "giving a value above 95 helps"
    finite = (word for word in before if not (endings and word.endswith(endings)))
    bare = joined or plural or setting.counted is None
    return told and bare and not any(_is_verb(word, language) for word in finite)


def is_change(setting: Setting) -> bool:
    """Say whether a mention is how much something rose or fell, and no level: "fell *by* four days"."""
    language = setting.document.language
    by = setting.word_before in grammar(language, "changed_by")
    return by and not setting.statement.events.isdisjoint(changes(language))


def may_be(setting: Setting) -> bool:
    """Say whether a figure's clause tells what may be so and need not: "*may* be fined up to 20,000".

    A word of a date is none that says so ("in *May* 1993").
    """
    document, predicate = setting.document, setting.predicate
    times = filter(is_time, figures(document, predicate))
    dated = [range(*setting.positions(Span(time.start, time.end))) for time in times]
    told = [
        document.tokens.words[at]
        for at in range(*setting.positions(predicate))
        if not any(at in time for time in dated)
    ]
    return says(told, grammar(document.language, "possibilities"))


@kept
def is_yardstick(setting: Setting) -> bool:
    """Say whether another figure is held against this one: "26 million, well *below the* maximum of 90"."""
    document, language = setting.document, setting.document.language
    words = document.tokens.words
    first, at = (document.tokens.at(place) for place in (setting.sentence.start, setting.mention.start))
    definite = grammar(language, "definite")
    at -= not (at < len(words) and words[at] in definite)
    held = at > first and words[at] in definite and words[at - 1] in grammar(language, "yardsticks")
    before = figures(document, Span(setting.sentence.start, setting.mention.start))
    unit = setting.mention.value.get("unit")
    return held and any(not is_time(one) and one.value.get("unit") == unit for one in before)


@kept
def is_some(setting: Setting) -> bool:
    """Say whether a figure is of a part of those it counts: "two *of the* people who died"."""
    document, language = setting.document, setting.document.language
    after = document.tokens.at(setting.mention.end)
    behind = document.tokens.words[after : after + 2]
    whose = (*grammar(language, "definite"), *grammar(language, "belonging"))
    of_them = len(behind) > 1 and behind[0] in grammar(language, "of") and behind[1] in whose
    return of_them and not setting.amount.is_part  # "two of its nine libraries" says of how many


@kept
def is_gap(setting: Setting) -> bool:
    """Say whether a figure is how much one is more than another: "a *majority of* 45 votes"."""
    document, language = setting.document, setting.document.language
    at = document.tokens.at(setting.mention.start)
    words = document.tokens.words[max(0, at - _PHRASE) : at]
    gaps, of = grammar(language, "gaps"), grammar(language, "of")
    return any(one in gaps and other in of for one, other in pairwise(words))


@kept
def is_difference(setting: Setting) -> bool:
    """Say whether a figure is how much more or less one is than another: "seven seats *more than* it".

    A share of more or less is one whether or not that other is told: "30 percent *less* fuel".
    """
    document, language, mention = setting.document, setting.document.language, setting.mention
    end = max(setting.clause.end, mention.end)
    others = figures(document, Span(mention.end, end))  # 40 people | more than 30 years old
    behind = document.words_in(Span(mention.end, others[0].start if others else end))
    near = list(takewhile(_joins_on, behind[:_COMPARED]))
    if says(near, grammar(language, "ahead")):
        return True
    comparatives = grammar(language, "comparatives")
    if mention.value.get("unit") == "percent" and near[:1] and near[0] in comparatives:
        return True
    than = next((at for at, word in enumerate(near) if word in grammar(language, "than")), 0)
    if not set(near[:than]).isdisjoint(comparatives):
        return True
    before = document.words_in(Span(setting.clause.start, mention.start))
    pairs = (entry.split(":") for entry in grammar(language, "gained"))
    return any(one in before and near[-1:] == [other] for one, other in pairs)


def has_ended(setting: Setting) -> bool:
    """Say whether a figure held up to a time before the text: "where *until last year* 34 beds stood"."""
    document, language = setting.document, setting.document.language
    said = f" {' '.join(document.words_in(Span(setting.clause.start, setting.clause.end)))} "
    before = [phrase.replace("_", " ") for phrase in grammar(language, "then")]
    return any(f" {until} {phrase} " in said for until in grammar(language, "until") for phrase in before)


def is_bracketed(setting: Setting) -> bool:
    """Say whether a figure stands in brackets behind its own time: "revenue of 613 million (*2022: 560*)"."""
    document, mention = setting.document, setting.mention
    opening = document.text.rfind("(", setting.sentence.start, mention.start)
    if opening < 0 or ")" in document.text[opening : mention.start]:
        return False
    return any(map(is_time, figures(document, Span(opening, mention.start))))


def dates_bracket(setting: Setting) -> bool:
    """Say whether a time in brackets is that of a figure behind it: "613 million (*2022*: 560)"."""
    text, mention = setting.document.text, setting.mention
    opening = text.rfind("(", setting.sentence.start, mention.start)
    closing = text.find(")", mention.end, setting.sentence.end)
    if opening < 0 or closing < 0 or ")" in text[opening : mention.start]:
        return False
    return not all(map(is_time, figures(setting.document, Span(mention.end, closing))))


@kept
def is_disowned(setting: Setting) -> bool:
    """Say whether a passage gives a figure as talk or takes it back: "*People say* so. *Nobody* did"."""
    return _is_talk(setting) or _is_rebutted(setting) or _is_put_right(setting)


def _is_talk(setting: Setting) -> bool:
    """Whether nobody in particular says so: "*people keep saying* that two drowned"."""
    opening = setting.document.words_in(Span(setting.sentence.start, setting.mention.start))
    return says(opening, grammar(setting.document.language, "talk"))


def _is_rebutted(setting: Setting) -> bool:
    """Whether the next sentence says that it is not so, or that it happened to nobody."""
    document, behind = setting.document, setting.index + 1
    if behind >= len(document.sentences):
        return False
    sentence = document.sentences[behind]
    words = f"{' '.join(document.words_in(sentence))} "
    phrases = (phrase.replace("_", " ") for phrase in grammar(document.language, "rebuttals"))
    if words.startswith(tuple(f"{phrase} " for phrase in phrases)):
        return True
    none = any(one.value.get("high") == "0" for one in figures(document, sentence))
    return none and not setting.statement.events.isdisjoint(sentence_keys(document, behind))


def _is_put_right(setting: Setting) -> bool:
    """Whether what follows denies a figure for another: "ninety, some say. It is *not ninety* but 50"."""
    document, mention = setting.document, setting.mention
    around = document.sentences[setting.index : setting.index + 1 + _DENIED]
    told = [one for one in figures(document, Span(mention.end, around[-1].end)) if one.kind == mention.kind]
    return any(
        _is_same(mention, one)
        and Setting.of(Occurrence(one, document)).word_before in grammar(document.language, "denials")
        and document.sentence_index(one.start) == document.sentence_index(other.start)
        for one, other in pairwise(told)
    )


def _is_same(mention: Mention, other: Mention) -> bool:
    """Whether two figures are one, and the later counts nothing else: ninety *singers*, ninety."""
    one, two = mention.value, other.value
    alike = all(one.get(key) == two.get(key) for key in ("low", "high", "unit"))
    return alike and two.get("noun") in (None, one.get("noun"))


def tells_of_others(setting: Setting, said: frozenset[str]) -> bool:
    """Say whether a relative clause around a mention names others only: "a record *that Bo Vane had held*".

    ``said`` has the keys of the claim's words.
    """
    if not setting.clause.relative:
        return False
    names = [name for name in setting.names if setting.clause.holds(name[0].start)]
    told = [word for name in names for word in name]
    return any(len(name) > 1 for name in names) and not any(word.keys & said for word in told)


@kept
def does_something(setting: Setting) -> bool:
    """Say whether a figure counts just people, of whom its clause says more than that they live there."""
    document, noun, language = setting.document, setting.counted, setting.document.language
    word = document.text[noun.noun.start : noun.noun.end].lower() if noun else ""
    if word not in grammar(language, "people"):
        return False
    verbs = setting.clause_tokens & word_list(language, "verbs") - function_words(language)
    told = (word_keys(verb, language) for verb in verbs)
    return any(keys and keys.isdisjoint(states(language)) for keys in told)


def says_more(setting: Setting, said: frozenset[str]) -> bool:
    """Say whether a clause goes on about the people it counts with words that a passage has not.

    "3,000 residents *hold a Turkish passport*" counts some of them, "3,000 people live in the city" all.
    ``said`` has the keys of the passage's words.
    """
    noun, clause, language = setting.counted, setting.clause, setting.document.language
    if noun is None or not setting.amount.of_people:
        return False
    where = all_keys(grammar(language, "inhabited"), language)
    linking, text = grammar(language, "linking"), setting.document.text  # the population *stands* at 3,000
    return any(
        word.weight >= WORD_WEIGHT
        and (word.start > setting.mention.start or text[word.start : word.end].lower() not in linking)
        and not word.name
        and noun.noun.end <= word.start < clause.end
        and word.keys.isdisjoint(said | where | states(language))
        for word in sentence_words(setting.document, setting.index)
    )


def _is_verb(word: str, language: str) -> bool:
    return word in word_list(language, "verbs") or tells_event(word_keys(word, language))
