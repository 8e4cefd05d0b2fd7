"""What a figure stands in relation to: the whole it is of, for whom it is, where, and on what way.

For plugin authors. Each tells of one :class:`factcheck.setting.Setting`; :mod:`factcheck.apart` and the
checks compare two.
"""

from collections.abc import Callable, Sequence
from functools import cache
from itertools import dropwhile, pairwise, takewhile

from factcheck import languages
from factcheck.clauses import figures
from factcheck.keys import tells_event
from factcheck.lazy import kept
from factcheck.setting import Setting
from factcheck.setting.subject import PERSON
from factcheck.text import Span, function_words
from factcheck.vocabulary import all_keys, grammar, is_concept, is_plural, word_keys, word_list
from factcheck.wording import WORD_WEIGHT, Word, keys_of, sentence_words

_WAY = 5  # tokens that where something comes from may take up
_PHRASE = 4  # tokens after "of" that may name what a share is of: "of the *young pupils*"


def whole(setting: Setting) -> frozenset[str]:
    """Return the keys of what a share is said to be of, behind it or at the head of its clause.

    "22 percent *of pupils*", *22 procent uit van de bevolking*, "*of the pupils*, 22 percent".
    """
    document, language = setting.document, setting.document.language
    words, of = document.tokens.words, grammar(language, "of")
    behind, first = (document.tokens.at(place) for place in (setting.mention.end, setting.clause.start))
    particle = words[behind : behind + 1] and words[behind] in function_words(language)
    for start in (behind, behind + 1 if particle else behind, first):
        if not words[start : start + 1] or words[start] not in of:
            continue
        phrase = dropwhile(grammar(language, "articles").__contains__, words[start + 1 : start + _PHRASE])
        noun = takewhile(lambda word: word[0].isalpha() and word not in of, phrase)
        return all_keys(noun, language)
    return frozenset()


def part(setting: Setting) -> frozenset[str]:
    """Return the keys of what a figure's clause says is the share of a whole, empty where it names no whole.

    "*Women* are 22 percent of the staff", "22 percent of the staff are *women*".
    """
    of, verbs = whole(setting), word_list(setting.document.language, "verbs")
    text = setting.document.text
    places = {name[0].start for name in setting.names if is_located(setting, name)}
    told = [
        word
        for word in setting.clause_words
        if word.weight >= WORD_WEIGHT and word.keys.isdisjoint(of) and word.start not in places
    ]
    before = [
        word
        for word in told
        if word.start < setting.mention.start
        and not tells_event(word.keys)
        and text[word.start : word.end].lower() not in verbs
    ]
    behind = (word for word in told if word.start > _verb_behind(setting))
    return frozenset[str]().union(*(word.keys for word in before or behind if of))


def _verb_behind(setting: Setting) -> int:
    """Return where the first verb stands behind a figure, the figure's own end where none does."""
    (words, starts, _), verbs = setting.document.tokens, word_list(setting.document.language, "verbs")
    first, last = (setting.document.tokens.at(place) for place in (setting.mention.end, setting.clause.end))
    return next((starts[at] for at in range(first, last) if words[at] in verbs), setting.mention.end)


@kept
def whom(setting: Setting) -> frozenset[str]:
    """Return the keys of those whom a figure's clause says something is for: "reserved *for children*"."""
    return _behind(setting, grammar(setting.document.language, "for_whom"), ())


@kept
def scope(setting: Setting) -> list[frozenset[str]]:
    """Return the keys of the words for what alone a sentence first says it is so: "*For Greek texts*, it".

    Empty where it opens otherwise, or with a pronoun, a time or a figure: "for the first time".
    """
    document, language = setting.document, setting.document.language
    words, starts, _ = document.tokens
    first, last = (document.tokens.at(at) for at in (setting.sentence.start, setting.mention.start))
    if first >= last or words[first] not in grammar(language, "for_whom"):
        return []
    stops = {",", *word_list(language, "verbs"), *grammar(language, "articles")}
    end = next((at for at in range(first + 2, last) if words[at] in stops), first)
    opening = Span(setting.sentence.start, starts[end])
    whom_or_what = any(is_concept(word, language) or is_plural(word, language) for word in words[first:end])
    if figures(document, opening) or not whom_or_what:
        return []
    inside = (word for word in sentence_words(document, setting.index) if word.start < opening.end)
    return [word.keys for word in inside if word.weight >= WORD_WEIGHT and not tells_event(word.keys)]


def _behind(setting: Setting, prepositions: Sequence[str], articles: Sequence[str]) -> frozenset[str]:
    """Return the keys of the known nouns behind a preposition (and an article) after a figure."""
    document, language = setting.document, setting.document.language
    words = document.words_in(Span(setting.mention.end, max(setting.clause.end, setting.mention.end)))
    for at, word in enumerate(words[:-1]):
        if word not in prepositions or (articles and words[at + 1] not in articles):
            continue
        noun = takewhile(_names_thing(language), words[at + 1 + bool(articles) : at + _PHRASE])
        keys = all_keys((one for one in noun if is_concept(one, language)), language)
        if keys:
            return keys
    return frozenset()


def _names_thing(language: str) -> Callable[[str], bool]:
    return lambda word: word[0].isalpha() and word not in function_words(language)


@kept
def owners(setting: Setting) -> list[tuple[frozenset[str], frozenset[str]]]:
    """Return the keys of what is said to be of a name, and those of the name: "the *roads* of *Lier*"."""
    document, language = setting.document, setting.document.language
    words, skipped = document.tokens.words, grammar(language, "articles")
    found = []
    for name in setting.names:
        at = document.tokens.at(name[0].start) - 1
        at -= at > 0 and words[at] in skipped
        inside = at > 0 and document.text[document.tokens.starts[at - 1]].isupper()
        ofs = _of_any_language() if inside else grammar(language, "of")  # de Isle of Wight
        if at > 0 and words[at] in ofs and setting.is_told(name):
            keys = keys_of(name)
            found.append((word_keys(words[at - 1], language), keys))
    return found


@cache
def _of_any_language() -> frozenset[str]:
    """Return what "of" is called in names, which keep the words of their own language."""
    return frozenset(word for code in languages.available() for word in grammar(code, "of"))


@kept
def belonging(setting: Setting) -> Word | None:
    """Return what a figure's clause begins with, where it is somebody's: "*her father* died".

    Or where it is somebody beside the one named: "Vane's *rival*, the Harl brewery, had 90 brewers".
    """
    document, language = setting.document, setting.document.language
    words, told = document.words_in(Span(setting.clause.start, setting.clause.end)), setting.clause_words
    if words and (words[0] in word_list(language, "verbs") or tells_event(word_keys(words[0], language))):
        words, told = document.words_in(setting.sentence), list(sentence_words(document, setting.index))
    if words and words[0] in grammar(language, "belonging"):
        first = next((word for word in told if word.weight >= WORD_WEIGHT), None)
        return first if first and first.start < setting.mention.start else None
    return _counterpart(setting)


def _counterpart(setting: Setting) -> Word | None:
    """Return who stands beside somebody whose name the sentence begins with: "Vane's *rival*"."""
    text, language = setting.document.text, setting.document.language
    endings = tuple(grammar(language, "name_endings"))
    for name, word in pairwise(sentence_words(setting.document, setting.index)[:PERSON]):
        owner = name.name and text[setting.sentence.start : word.start - 1].replace("’", "'")
        if owner and owner.endswith(endings) and not word.name:
            told = text[word.start : word.end].lower() in grammar(language, "counterparts")
            return word if told else None
    return None


@kept
def belonging_before(setting: Setting) -> Word | None:
    """Return what the sentence before begins with, where it is somebody's and "he" or "she" may mean it."""
    document, language = setting.document, setting.document.language
    if not setting.index or not points_to_person(setting):
        return None
    before = setting.index - 1
    words = sentence_words(document, before)
    owned = document.words_in(document.sentences[before])[:1]
    first = next((word for word in words if word.weight >= WORD_WEIGHT), None)
    return first if set(owned) & set(grammar(language, "belonging")) else None


def points_to_person(setting: Setting) -> bool:
    """Say whether a sentence begins with "he" or "she"."""
    opening = setting.document.words_in(setting.sentence)[:1]
    return not set(opening).isdisjoint(grammar(setting.document.language, "of_person"))


@kept
def way(setting: Setting) -> tuple[frozenset[str], frozenset[str]]:
    """Return the keys of where something comes from and of where it goes: "flights *from Lier to Ghent*"."""
    document, language = setting.document, setting.document.language
    words = document.words_in(setting.sentence)
    start, end, *_ = (*grammar(language, "from_to"), "", "")
    for at, word in enumerate(words):
        if word == start and end in words[at + 2 : at + _WAY]:
            to = words.index(end, at + 2)
            origin, goal = words[at + 1 : to], words[to + 1 : to + 1 + to - at]
            return all_keys(origin, language), all_keys(goal, language)
    return frozenset(), frozenset()


def is_located(setting: Setting, name: list[Word]) -> bool:
    """Say whether a name of what the figure's clause states says where: "in Poland", "in the lower Lyne".

    So does one that the sentence opens with.
    """
    return name[0].start in _locatives(setting)


@kept
def locations(setting: Setting) -> list[tuple[str, frozenset[str]]]:
    """Return the keys of the names that say where, each with its preposition: "*at* the *Slade School*"."""
    text, months = setting.document.text, grammar(setting.document.language, "months")
    names = [name for name in setting.names if text[name[0].start : name[0].end].lower() not in months]
    found = [(_locatives(setting).get(name[0].start), name) for name in names]
    return [(word, keys_of(name)) for word, name in found if word]


@kept
def spots(setting: Setting) -> frozenset[str]:
    """Return the keys of the noun that says where behind a figure: "9 gulls were seen *at the airport*"."""
    language = setting.document.language
    return _behind(setting, grammar(language, "spots"), grammar(language, "definite"))


@kept
def _locatives(setting: Setting) -> dict[int, str]:
    """Return the prepositions that make names tell where, by where the names start."""
    document, language = setting.document, setting.document.language
    between = (*grammar(language, "articles"), *grammar(language, "telling_apart"))
    words, locatives = document.tokens.words, grammar(language, "locatives")
    opening = document.tokens.at(setting.sentence.start)  # "In Denby, a mill with 40 looms burnt down"
    found = {}
    for name in setting.names:
        start, at = name[0].start, document.tokens.at(name[0].start) - 1
        while at > 0 and words[at] in between:
            at -= 1
        stated = setting.predicate.start <= start < setting.predicate.end or at == opening
        if at >= 0 and words[at] in locatives and stated:
            found[start] = words[at]
    return found
