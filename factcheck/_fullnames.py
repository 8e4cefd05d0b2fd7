"""The full name of who has a label in a transcript, by what the rest of the text says of him."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from itertools import combinations
from typing import NamedTuple

from factcheck.people import fold, is_unnamed, same_person, share_title, strip_titles, surname, vocabulary
from factcheck.text import function_words

_BEFORE_SURNAME = re.compile(r"(?:[A-ZÀ-Þ][\w'’.-]*[^\S\r\n]+){1,4}(?:[a-z']{1,4}[^\S\r\n]+){0,3}$")
_AFTER_TITLE = (  # other titles, and the name
    r":?[^\S\r\n]+(?P<others>(?:[a-zß-ÿ][\w-]+\.?[^\S\r\n]+){0,3})"
    r"(?P<name>(?:(?:[A-ZÀ-Þ][\w'’-]*|(?:[A-ZÀ-Þ][\w'’-]{0,2}\.)+)[^\S\r\n]+){1,3}[A-ZÀ-Þ][\w'’-]+)"
)
_LISTED = r"([^\W\d_][\w-]+):[^\S\r\n]*$"
_OFFICE_BEFORE = 40  # characters before a name in a list in which an office stands
_BRACKETED = 80  # characters behind an office in brackets: of what
_FULL_NAME = r"((?:[A-ZÀ-Þ][\w'’.-]*[^\S\r\n]+){1,3}(?:[a-z]{2,4}[^\S\r\n]+){0,3}[A-ZÀ-Þ][\w'’-]*[a-zß-ÿ])"


class Context(NamedTuple):
    """A text, or much of it, with what is asked of it for every name.

    ``is_word`` says if it writes one in lower case, ``named`` yields where a word stands in any case.
    """

    text: str
    language: str
    is_word: Callable[[str], bool]
    named: Callable[[str], Iterator[int]]


def full_name(name: str, labels: Collection[str], head: int, context: Context) -> str:
    """Return the fullest form of a label's name that the document gives, the label itself if none.

    ``head`` is where the transcript begins: who bears a title is told before it, or nowhere.
    """
    text = context.text
    if not surname(name):
        return _bearer(name, text[:head]) or name
    bare = strip_titles(name)
    if is_unnamed(name) and not (bare.isalpha() and given_names(bare, context, name)):
        return name
    if len(bare.split()) > 1 and not _only_surname(name):
        return _as_written(bare, text) if bare.isupper() else bare
    alike = sorted(other for other in labels if surname(other) == surname(name) and not is_unnamed(other))
    rivals = any(not same_person(one, other) for one, other in combinations(alike, 2))
    theirs = (strip_titles(other) for other in alike if not rivals or share_title(other, name))
    fuller = [other for other in theirs if len(other.split()) > len(bare.split())]
    given = Counter(fuller) or (Counter() if rivals else given_names(bare, context, name))
    ranked = given.most_common(2)
    if not ranked and len(bare) <= 3 and name.isupper():
        return by_initials(bare, text[:head]) or name
    if not ranked or (
        len(ranked) > 1 and ranked[0][1] < 3 * ranked[1][1] and not same_person(ranked[0][0], ranked[1][0])
    ):
        return name
    return ranked[0][0]


def _only_surname(name: str) -> bool:
    return fold(strip_titles(name)) == surname(name)


def _as_written(capitals: str, text: str) -> str:
    """Return a name in capitals as the running text writes it, where it does."""
    match = re.search(rf"\b(?!{re.escape(capitals)})(?i:{re.escape(capitals)})\b", text)
    return match.group() if match else capitals


def given_names(bare: str, context: Context, label: str = "") -> Counter[str]:
    """Count the full names in the text that end in a surname, but for those listed by another office."""
    found: Counter[str] = Counter()
    text, language = context.text, context.language
    last = bare.split()[-1]
    for at in context.named(last):
        before = _BEFORE_SURNAME.search(text, max(0, at - 60), at) if text[at].isupper() else None
        if before is None:
            continue
        full = strip_titles(text[before.start() : at + len(last)])
        words = full.split()
        while words and (fold(words[0]) in function_words(language) or context.is_word(words[0])):
            words = words[1:]
        small = [fold(word) for word in words if word[0].islower()]
        if any(word not in vocabulary("particles") for word in small) or full.isupper():
            continue
        if any(map(str.isdigit, full)) or _listed_apart(text, before.start(), label):
            continue
        if len(words) > len(bare.split()) and surname(full) == surname(bare):
            found[" ".join(words)] += 1
    return found


def _listed_apart(text: str, offset: int, label: str) -> bool:
    """Whether the office before a name in a list (``Clerk: Ann Lee``) is not that of a label with a title."""
    office = re.search(_LISTED, text[max(0, offset - _OFFICE_BEFORE) : offset])
    if office is None or fold(office[1]) not in vocabulary("titles"):
        return False
    courtesy = vocabulary("masculine") | vocabulary("feminine")
    titles = vocabulary("titles").intersection(map(fold, label.split()[:-1])) - courtesy
    return bool(titles) and not share_title(office[1], label)


def _bearer(title: str, head: str) -> str | None:
    """Return the full name beside a title in the head of a document.

    That is as in ``Mayor Ann Lee``, ``Ann Lee, mayor;`` or ``Ann Lee (mayor of Delft)``. In a line in
    capitals the name ends it and somebody speaks there: ``BRIEFING BY MAYOR ANN LEE``.
    """
    words = [word for word in title.split() if fold(word) not in vocabulary("articles")]
    held = r"\s+".join(map(re.escape, words))
    for match in re.finditer(rf"(\w+\s+)?\b{held}\b", head, re.IGNORECASE):
        before = fold((match[1] or "").strip())
        name = re.compile(_AFTER_TITLE).match(head, match.end())
        if name is None or before in vocabulary("former"):
            continue
        if any(fold(word) not in vocabulary("titles") for word in name["others"].split()):
            continue
        full = " ".join(strip_titles(name["name"]).split())
        speaks = before in vocabulary("spoken_by") and head[name.end() : name.end() + 1] in ("\r", "\n", "")
        if len(full.split()) > 1 and (speaks or not full.isupper()):
            return full
    bracketed = rf"\s+[(\[](?i:{held})(?:\s[^()\[\]]{{0,{_BRACKETED}}})?[)\]]"
    before_title = re.compile(rf"{_FULL_NAME}(?:,\s+(?i:{held})(?=[;.,]|\s*\n|$)|{bracketed})")
    names = {strip_titles(match[1]) for match in before_title.finditer(head)}
    return names.pop() if len(names) == 1 else None


def by_initials(initials: str, head: str) -> str | None:
    """Return the name in the head of a document with these initials."""
    names = re.findall(r"[A-ZÀ-Þ][\w'’-]+(?:[^\S\r\n]+(?:[a-z]{2,4}[^\S\r\n]+)?[A-ZÀ-Þ][\w'’-]+){1,2}", head)
    fitting = [
        strip_titles(name)
        for name in names
        if "".join(word[0] for word in strip_titles(name).split() if word[0].isupper()) == initials
    ]
    return fitting[0] if fitting else None


def begins_full_name(given: str, head: str) -> bool:
    """Say whether a full name in the head of a document begins with a word: *Ann* of *Ann Lee*."""
    return bool(re.search(rf"\b{re.escape(given)}(?:[^\S\r\n][a-z']{{1,4}}){{0,3}}[^\S\r\n][A-ZÀ-Þ]\w", head))


def standing(word: str, text: str) -> Iterator[int]:
    """Yield where a word stands in a text, not as a part of another."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not (_is_part(text[at - 1 : at]) or _is_part(text[end : end + 1])):
            yield at
        at = text.find(word, at + 1)


def _is_part(char: str) -> bool:
    return char.isalnum() or char == "_"
