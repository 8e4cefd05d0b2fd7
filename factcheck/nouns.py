"""What a figure counts: the noun phrase behind it, or the noun before it.

For plugin authors. Works on word lists and the shapes of the ``grammar`` section of a pack; there is no
parser behind it, so that an unknown noun is found by its plural and its place.
"""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from factcheck.keys import tells_event
from factcheck.model import Mention
from factcheck.tables import cell_at
from factcheck.terms import term_around
from factcheck.text import Document, Span, function_words
from factcheck.vocabulary import (
    grammar,
    is_concept,
    is_participle,
    is_plural,
    known_keys,
    sort_keys,
    word_keys,
    word_list,
)

_RESIDENTS = frozenset(("c:resident",))
_MARKS = frozenset(",;:()—–")  # what ends the clause of a noun before its figure
_CLAUSES = frozenset(",;:")  # what a sentence goes on behind
_PHRASE = 6  # tokens after a figure among which its noun is looked for


class Counted(NamedTuple):
    """What a figure counts: the keys and place of the noun, and the phrase as it stands.

    ``modifiers`` are the keys of what narrows the noun down ("young", "gold"), words that say little aside;
    ``sort`` those of what makes it a sort of its own: the first part of a compound, and for whom it is
    (*kinderziekenhuizen*, "beds for children"). ``by_verb`` tells that the verb says what people it counts
    ("employs 64 people"); ``of`` are the keys of what they are said to be of ("species of *fish*").
    """

    head: frozenset[str]
    noun: Span
    text: str
    modifiers: frozenset[str] = frozenset()
    sort: frozenset[str] = frozenset()
    by_verb: bool = False
    of: frozenset[str] = frozenset()


def counted(document: Document, mention: Mention) -> Counted | None:
    """Return what a figure counts, ``None`` where the sentence does not say."""
    memo: dict[object, tuple[Counted | None, bool]] = document.memo.setdefault("nouns.counted", {})
    at = (mention.start, mention.end, mention.value.get("unit"))
    if at not in memo:
        memo[at] = _said(document, mention)
    noun, open_ = memo[at]
    inherited: dict[int, Counted | None] = document.memo.get("nouns.inherited", {})
    return inherited.get(mention.start) if open_ else noun


def _said(document: Document, mention: Mention) -> tuple[Counted | None, bool]:
    """Return what a figure counts by the words around it, and whether it may have that of another one."""
    tokens = document.tokens
    if mention.value.get("unit") and "-" in mention.text.strip("-"):
        return None, False  # "the 58-kilometre line" counts no line
    if cell := cell_at(document, mention.start):
        return None if mention.value.get("unit") else _heading(document, cell.column), False
    if (inside := _noun_within(document, mention)) is not None:
        return _counted(document, inside, [inside]), False
    sentence = document.sentence_at(mention.start)
    first, last = tokens.at(mention.end), bisect_left(tokens.starts, sentence.end)
    first = _behind_total(document, mention, first, min(last, first + _PHRASE))
    first = _behind_them(document, mention, first, last)
    if owned := _owned(document, first, min(last, first + _PHRASE)):
        first = owned
    phrase = list(_phrase(document, first, min(last, first + _PHRASE)))
    if any(not _is_verb(tokens.words[position], document.language) for position in phrase):
        noun = _head(tokens.words, phrase, document.language)
        if not _says_little(tokens.words[noun], document.language):
            found = _counted(document, noun, phrase)
            return found and _by_verb(document, mention, found), False
    before = tokens.at(mention.start) - 1
    number = None if mention.value.get("unit") else _number_of(document, tokens.at(sentence.start), before)
    if number is not None:
        return _counted(document, number, [number]), False
    first = tokens.at(sentence.start)
    noun_before = _noun_before(document, before, first)
    if noun_before is None and not mention.value.get("unit") and _stands_at(document, before, first):
        noun_before = _subject(document, before, first)
    if noun_before is None:
        return None, True
    found = _counted(document, noun_before, [noun_before])
    inhabited = grammar(document.language, "inhabited")
    if found and noun_before == before - 1 and tokens.words[noun_before] in inhabited:
        if tokens.words[before] == ":":
            return None, False  # "City: 957,441" does not say of what
        return found._replace(head=_RESIDENTS), False  # a city of 90,000
    return found, False


def _noun_within(document: Document, mention: Mention) -> int | None:
    """Return the noun that a ratio has in its middle: "one *patient* in fifty"."""
    tokens, language = document.tokens, document.language
    if mention.value.get("unit"):
        return None
    inside = range(tokens.at(mention.start) + 1, tokens.at(mention.end) - 1)
    return next((at for at in inside if is_concept(tokens.words[at], language)), None)


def _heading(document: Document, column: Span) -> Counted | None:
    """Return what the figures of a column count, by its head."""
    tokens, language = document.tokens, document.language
    phrase = list(_phrase(document, tokens.at(column.start), bisect_left(tokens.starts, column.end)))
    things = [
        p for p in phrase if is_concept(tokens.words[p], language) or is_plural(tokens.words[p], language)
    ]
    return _counted(document, _head(tokens.words, things, language), phrase) if things else None


def inherit(document: Document, mention: Mention, noun: Counted | None) -> None:
    """Note that a figure leaves out what the figure before it says: "40 boats, against *35*".

    ``noun`` is what both count, ``None`` where that is told by a unit.
    """
    document.memo.setdefault("nouns.inherited", {})[mention.start] = noun


def leaves_out(document: Document, mention: Mention) -> bool:
    """Say whether a figure leaves out what the figure before it says: "against 35", "35 of them"."""
    return mention.start in document.memo.get("nouns.inherited", ()) or _is_of_them(document, mention)


def _behind_total(document: Document, mention: Mention, first: int, stop: int) -> int:
    """Return where the noun of a count begins, behind that of which it is a part: "9 of the 31 *seats*"."""
    words, language = document.tokens.words, document.language
    if mention.value.get("unit") or first >= stop or words[first] not in grammar(language, "of"):
        return first
    at = first + 1
    while at < stop and words[at] in grammar(language, "articles"):
        at += 1
    return at + 1 if at < stop and words[at].isdigit() else first


def _is_of_them(document: Document, mention: Mention) -> bool:
    """Whether a figure is of some of those just named: "22 *of them*"."""
    words, language, at = document.tokens.words, document.language, document.tokens.at(mention.end)
    behind = words[at : at + 2]
    return (
        len(behind) > 1 and behind[0] in grammar(language, "of") and behind[1] in grammar(language, "of_them")
    )


def _behind_them(document: Document, mention: Mention, first: int, last: int) -> int:
    """Return where the noun is that says what some of those just named are: "22 of them are *women*"."""
    words, language = document.tokens.words, document.language
    if first + 3 >= last or not _is_of_them(document, mention):
        return first
    told = words[first + 2] in grammar(language, "copulas") and is_concept(words[first + 3], language)
    return first + 3 if told else first


def _owned(document: Document, first: int, stop: int) -> int | None:
    """Return where the noun begins that a name with "of" and "'s" stands before: "of the Bank of X's"."""
    tokens, language = document.tokens, document.language
    ofs, articles, function = grammar(language, "of"), grammar(language, "articles"), function_words(language)
    for position in range(first, stop):
        word = tokens.words[position]
        leads = word in ofs or (word in articles and position <= first + 1)
        if not word[0].isalpha() or (word in function and not leads):
            return None
        named = document.text[tokens.starts[position]].isupper()
        if word.endswith("'s") and named:
            return position + 1
        if not (leads or named):
            return None  # "copies of Ann's book" are no books
    return None


def listed(document: Document, noun: Span) -> frozenset[str]:
    """Return the names listed right behind a counted noun, in lower case: "two barges, *Otter* and *Mole*".

    Empty for fewer than two, which may be anything: "two barges, Otter said".
    """
    tokens, joins = document.tokens, grammar(document.language, "conjunctions")
    first = tokens.at(noun.end)
    if first >= len(tokens.words) or tokens.words[first] not in _MARKS:
        return frozenset()
    names: set[str] = set()
    for position in range(first + 1, len(tokens.words)):
        word = tokens.words[position]
        if document.text[tokens.starts[position]].isupper():
            names.add(word)
        elif word not in joins and word != ",":
            break
    return frozenset(names) if len(names) > 1 else frozenset()


def _says_little(word: str, language: str) -> bool:
    """Whether a word is no noun that is counted: "60 percent *overall* come from abroad"."""
    known = is_concept(word, language) or is_plural(word, language)
    return word in word_list(language, "generic") and not known


def _counted(document: Document, noun: int, phrase: list[int]) -> Counted | None:
    tokens, generic = document.tokens, word_list(document.language, "generic")
    word = tokens.words[noun]
    term = term_around(tokens.words, noun, document.language)
    keys = frozenset((term.key,)) if term else noun_keys(document, word)
    if not keys:
        return None
    own = range(term.first, term.stop) if term else ()
    narrowing = (
        tokens.words[p] for p in phrase if p < noun and p not in own and tokens.words[p] not in generic
    )
    modifiers = frozenset(key for word in narrowing for key in noun_keys(document, word))
    text = document.text[tokens.starts[phrase[0]] : tokens.ends[noun]]
    sort = _for_whom(document, noun + 1) | (frozenset() if term else sort_keys(word, document.language))
    span = Span(tokens.starts[noun], tokens.ends[noun])
    return Counted(keys, span, text, modifiers | sort, sort, of=_of_what(document, noun + 1))


def _of_what(document: Document, at: int) -> frozenset[str]:
    """Return the keys of a bare noun behind "of": "species *of fish*", no "members of the club"."""
    words, language = document.tokens.words, document.language
    if at + 1 >= len(words) or words[at] not in grammar(language, "of"):
        return frozenset()
    word, start = words[at + 1], document.tokens.starts[at + 1]
    if word in function_words(language) or not word[0].isalpha() or document.text[start].isupper():
        return frozenset()
    return word_keys(word, language)


def _for_whom(document: Document, at: int) -> frozenset[str]:
    """Return the keys of those whom a noun is said to be for, no single ones: "beds *for young children*"."""
    words, language = document.tokens.words, document.language
    if at >= len(words) or words[at] not in grammar(language, "for_whom"):
        return frozenset()
    for word in words[at + 1 : at + 3]:
        if word in function_words(language) or not word[0].isalpha():
            break
        if is_concept(word, language) and is_plural(word, language):
            return word_keys(word, language)
    return frozenset()


def noun_keys(document: Document, word: str) -> frozenset[str]:
    """Return the keys of a word of a document, the project's glossary included."""
    keys = word_keys(word, document.language)
    if document.terms and (term := document.terms.get(word)):
        keys |= word_keys(term.lower(), document.language) | {f"t:{term}"}
    return keys


def _phrase(document: Document, first: int, stop: int) -> Iterator[int]:
    """Yield the positions of the words from ``first`` on that can belong to the counted noun phrase."""
    tokens, language = document.tokens, document.language
    leading = _leading(language)
    function, indefinite = function_words(language), grammar(language, "indefinite")
    than = [[word] for word in grammar(language, "than")]
    started = False
    for position in range(first, stop):
        word = tokens.words[position]
        if word == "-" or (
            not started and word in leading and not (position == first and word in indefinite)
        ):
            continue
        if word == "." and started and _abbreviates(document, position):
            continue
        if position == first and tokens.words[position + 1 : position + 2] in than:
            return  # "10 percent older than"
        if not word[0].isalpha() or word in function:
            return
        if started and (_is_verb(word, language) or _goes_on(tokens.words[position - 1], word, language)):
            return
        name = document.text[tokens.starts[position]].isupper()
        known = is_concept(word, language) or is_plural(word, language)
        if name and not known and not _qualifies(document, position + 1, stop):
            return
        started = True
        yield position


def _is_verb(word: str, language: str) -> bool:
    return word in word_list(language, "verbs") and not is_concept(word, language)


def _goes_on(before: str, word: str, language: str) -> bool:
    """Whether a word tells what those counted do, or what is done to them: "two boats *carrying* grain"."""
    if is_concept(word, language):
        return False
    verb = word.endswith(grammar(language, "verb_endings")) or is_participle(word, language)
    return verb and is_plural(before, language) and before not in grammar(language, "plural_modifiers")


@cache
def _leading(language: str) -> frozenset[str]:
    """Return the words that may stand between a figure and its noun."""
    return frozenset(word for key in ("of", "articles", "fillers") for word in grammar(language, key))


def _abbreviates(document: Document, position: int) -> bool:
    """Whether a full stop belongs to a single capital before it: "five U.S. senators"."""
    tokens = document.tokens
    start, end = tokens.starts[position - 1], tokens.ends[position - 1]
    return end == start + 1 == tokens.starts[position] and document.text[start].isupper()


def _qualifies(document: Document, after: int, stop: int) -> bool:
    """Whether a name stands before the plural it is part of: "nine Ghent shops", "two All-Star Games"."""
    tokens, language = document.tokens, document.language
    for position in range(after, stop):
        word = tokens.words[position]
        if word == "-" or (word == "." and _abbreviates(document, position)):
            continue
        if not word[0].isalpha() or word in function_words(language) or word in word_list(language, "verbs"):
            return False
        if is_plural(word, language):
            return True
        if document.text[tokens.starts[position]].islower():
            return False
    return False


def _head(words: list[str], phrase: list[int], language: str) -> int:
    """Return the position of the noun in a noun phrase: a known concept, else a plural, else by position."""
    modifiers = grammar(language, "plural_modifiers")
    if concepts := [p for p in phrase if is_concept(words[p], language) and words[p] not in modifiers]:
        noun = next((p for p in concepts if is_plural(words[p], language)), concepts[0])
        while (
            not grammar(language, "compound_links")
            and noun + 1 in phrase
            and _heads(words[noun + 1], language)
        ):
            noun += 1  # fish species, level crossings
        if not is_plural(words[noun], language) and not grammar(language, "compound_links"):
            behind = (p for p in phrase if p > noun and _is_things(words[p], language))
            noun = next(behind, noun)  # two client connections, 12 customer service agents
        return noun
    if plurals := [p for p in phrase if is_plural(words[p], language)]:
        run = plurals[0]
        while run + 1 in plurals:
            run += 1
        return run
    if endings := grammar(language, "adjective_ending"):
        nouns_in_e = word_list(language, "nouns_in_e")
        nouns = [p for p in phrase if not words[p].endswith(endings) or words[p] in nouns_in_e]
        return (nouns or phrase)[0]
    return phrase[min(1, len(phrase) - 1)]


def _is_things(word: str, language: str) -> bool:
    """Whether a word is a plural, and no verb that is known."""
    return is_plural(word, language) and not tells_event(word_keys(word, language))


def _heads(word: str, language: str) -> bool:
    """Whether a word is the plural of what is counted, and no verb that looks like one."""
    return is_plural(word, language) and is_concept(word, language)


def _rises(word: str, language: str) -> bool:
    return any(
        key in word_keys(word, language) for key in (f"e:{name}" for name in grammar(language, "changes"))
    )


def _by_verb(document: Document, mention: Mention, found: Counted) -> Counted:
    """Return people as what the verb beside them says they are too.

    "Employs 64 people" counts workers, "64 people watched it" viewers.
    """
    if found.head.isdisjoint(_RESIDENTS):
        return found
    tokens, language = document.tokens, document.language
    before, behind = tokens.at(mention.start) - 1, tokens.at(found.noun.end)
    said = _named_by("counted_by", tokens.words[before], language) if before >= 0 else frozenset()
    behind += tokens.words[behind : behind + 1] != [] and tokens.words[behind] in grammar(language, "copulas")
    doing = _named_by("counted_doing", tokens.words[behind], language) if behind < len(tokens.words) else said
    return found._replace(head=found.head | said | doing, by_verb=bool(said))


def _named_by(key: str, verb: str, language: str) -> frozenset[str]:
    """Return the keys of what those are called of whom a verb tells, by a list of the pack."""
    pairs = (entry.partition(":") for entry in grammar(language, key))
    return frozenset(f"c:{name}" for word, _, name in pairs if word == verb)


def _number_of(document: Document, first: int, before: int) -> int | None:
    """Return the noun of "the number of *boats* rose from 90", where the sentence begins with it."""
    words, language = document.tokens.words, document.language
    begun = range(first, min(before, first + 2))  # "number of", "the number of"
    lead = next((p for p in begun if words[p] in grammar(language, "number_of")), None)
    if lead is None:
        return None
    noun = lead + 1 + (words[lead + 1] in grammar(language, "of"))
    if noun > before or any(word in _CLAUSES for word in words[noun:before]):
        return None
    return noun if is_concept(words[noun], language) or is_plural(words[noun], language) else None


def _noun_before(document: Document, before: int, first: int) -> int | None:
    """Return the noun of ``a population of 90``, ``residents: 90`` or ``the population of X is 90``."""
    words, language = document.tokens.words, document.language
    if before < first:
        return None
    if known_keys(words[before], language) == ["c:resident"] and not is_plural(words[before], language):
        return before  # the area (population 90,000)
    if before == first:
        return None
    if words[before] == ":":  # bridges over the water: 90
        key = [p for p in range(first, before) if words[p][0].isalpha()]
        nouns = (p for p in key if is_concept(words[p], language) or is_plural(words[p], language))
        return next(nouns, key[-1] if key else None)
    if words[before] in grammar(language, "of"):
        noun = words[before - 1][0].isalpha() and not _rises(words[before - 1], language)
        return before - 1 if noun else None  # no noun in *steeg van 90 naar 100*
    return _subject(document, before, first) if words[before] in grammar(language, "copulas") else None


def _subject(document: Document, before: int, first: int) -> int | None:
    """Return the noun that a clause begins with, up to a token: "the *population* of X is"."""
    words = document.tokens.words
    cuts = (p + 1 for p in range(first, before) if words[p] in _MARKS or words[p][0].isdigit())
    own = range(max(cuts, default=first), before)
    return next((p for p in own if is_concept(words[p], document.language)), None)


def _stands_at(document: Document, before: int, first: int) -> bool:
    """Whether what stands before a figure says that it is how many of the subject there are: "stands at"."""
    words, phrases = document.tokens.words, grammar(document.language, "standing")
    return any(
        words[max(first, before + 1 - len(p)) : before + 1] == p for p in (one.split("_") for one in phrases)
    )
