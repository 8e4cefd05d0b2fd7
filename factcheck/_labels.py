"""The labels of a transcript: which lines begin a turn, and the full name of who is labelled.

A label is ``Name:``, ``NAME:``, ``Mayor Name replies:``, ``De heer Name (PARTY):``, ``**Name**``, ``Q``,
``Mr. NAME.`` or a name on a line of its own, with or without a time. It counts when

- it is a question or answer word of a language pack, a title, a title and a name, or a name;
- none of its words is a key (``Source:``, ``Location:``) of a pack;
- a word by itself recurs, and the text does not also write it in lower case, unless a fuller name or a
  title ends in it; a full name may stand once;
- at least two speakers have labels, or one has three, and most labels are followed by speech.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from factcheck.people import fold, same_person, strip_titles, surname, vocabulary
from factcheck.text import function_words

_TIME = r"[\[(]?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?[\])]?"
_BEFORE = rf"(?:>>\s*)?[*_]{{0,2}}(?:{_TIME}\s*(?:[-–—]\s*)?)?[*_]{{0,2}}"
_NAME = r"(?P<name>[^\W\d_][^:?!;\"“”„«»\n\r*_]{0,70}?)"
_COLON = re.compile(
    rf"{_BEFORE}{_NAME}\s*(?:{_TIME}\s*)?[*_]{{0,2}}\s?:[*_]{{0,2}}(?=[\s\"“‘'„«—–(\[]|$)[^\S\r\n]*"
)
_ALONE = re.compile(rf"(?:\#+\s*)?{_BEFORE}{_NAME}(?:\s+{_TIME})?[*_]{{0,2}}$")
_LETTER = re.compile(r"[*_]{0,2}(?P<name>[^\W\d_])(?P<mark>[.:)]?)[*_]{0,2}(?P<gap>[^\S\r\n]+|$)")
_PERIOD = re.compile(
    r"(?P<name>(?:[A-Z][a-z]+\.? )?[A-ZÀ-Þ][A-ZÀ-Þ'’-]{2,}(?: [A-ZÀ-Þ][A-ZÀ-Þ'’-]+)*(?: [a-z]{2,3} [A-Z]\w+)?)\."
    r"\s+(?=[A-ZÀ-Þ“\"‘])"
)
_LINE = re.compile(r"[^\r\n]+")
_WORD = re.compile(r"['’]?[^\W\d_]+(?:['’‐‑.-][^\W\d_]+)*\.?")
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_BEFORE_SURNAME = re.compile(r"(?:[A-ZÀ-Þ][\w'’.-]*[^\S\r\n]+){1,4}(?:[a-z']{1,4}[^\S\r\n]+){0,3}$")
_AFTER_TITLE = re.compile(r":?\s+((?:[A-ZÀ-Þ][\w'’.-]*\s+){1,3}[A-ZÀ-Þ][\w'’-]+)")
_LOOK = 400  # characters after a label that tell whether it is followed by speech


@dataclass(frozen=True, slots=True)
class Label:
    """A line that begins a turn: where the line and the speech begin, who speaks and in what role."""

    start: int
    speech: int
    speaker: str | None
    role: str


def find_labels(text: str, language: str) -> list[Label]:
    """Return the labels of a transcript in order; none for a text that is no transcript."""
    candidates = list(_candidates(text, language))
    counts = Counter(label.speaker or "" for label in candidates)
    names = {name for name in counts if _is_speaker(name, counts, text, language)}
    labels = [label for label in candidates if (label.speaker or "") in names]
    voices = {_voice(label) for label in labels}
    if len(labels) < 2 or (len(voices) < 2 and len(labels) < 3):
        return []
    ends = [label.start for label in labels[1:]] + [len(text)]
    spoken = [
        _is_speech(text[label.speech : min(end, label.speech + _LOOK)])
        for label, end in zip(labels, ends, strict=True)
    ]
    if sum(spoken) * 2 < len(labels):
        return []
    full = {name: full_name(name, names, text, labels[0].start, language) for name in sorted(names) if name}
    return [Label(label.start, label.speech, full.get(label.speaker or ""), label.role) for label in labels]


def _voice(label: Label) -> str:
    return surname(label.speaker) or fold(label.speaker) if label.speaker else label.role


def _candidates(text: str, language: str) -> Iterator[Label]:
    """Yield every line that has the form of a label; ``speaker`` is the name as written, or ``None``."""
    lines = [(match.start(), match.group()) for match in _LINE.finditer(text)]
    for index, (offset, raw) in enumerate(lines):
        line = raw.strip()
        if not line:
            continue
        start = offset + raw.index(line[0])
        letter = _LETTER.match(line)
        if letter and _is_letter(letter, line, language):
            role = "question" if fold(letter["name"]) in vocabulary("question") else "answer"
            yield Label(start, start + letter.end(), None, role)
        elif ":" in line[:100] and (match := _COLON.match(line)):
            if found := _labelled(match["name"]):
                yield Label(start, start + match.end(), *found)
        elif (match := _PERIOD.match(line)) and (found := _labelled(match["name"])):
            yield Label(start, start + match.end(), *found)
        elif len(line) <= 60 and line[0].isupper() | (line[0] in "*_#[(0123456789") and index + 1 < len(lines):
            match = _ALONE.match(line)
            if match and (found := _labelled(match["name"])) and not line.endswith((".", ",")):
                yield Label(start, start + len(line), *found)


def _is_letter(match: re.Match[str], line: str, language: str) -> bool:
    letter = fold(match["name"])
    if letter not in vocabulary("question") | vocabulary("answer") or not match["name"].isupper():
        return False
    if match["mark"]:
        return match["mark"] == ":" or line[match.end() : match.end() + 1].isupper() or match.end() == len(line)
    wide = "\t" in match["gap"] or len(match["gap"]) > 1 or match.end() == len(line)
    return wide or (letter not in function_words(language) and not line[match.end()].islower())


def _labelled(name: str) -> tuple[str | None, str] | None:
    """Return the speaker and role of a label's words, ``None`` when they can be no label."""
    written = _BRACKETS.sub(" ", name).strip()
    words = written.split()
    if not words or len(words) > 8 or any(not _WORD.fullmatch(word.rstrip(",")) for word in words):
        return None
    folded = [fold(word) for word in words]
    if len(words) == 1 or (len(words) == 2 and folded[0] in vocabulary("articles")):
        for role in ("question", "answer"):
            if folded[-1] in vocabulary(role):
                return None, role
    role = "speech"
    for key, meant in (("replies", "answer"), ("asks", "question")):
        if len(words) > 1 and folded[-1] in vocabulary(key):
            role, words, folded = meant, words[:-1], folded[:-1]
            name = written = " ".join(words)
    if folded[0] in vocabulary("keys") or not _is_name(words, folded):
        return None
    return name.strip(), role


def _is_name(words: list[str], folded: list[str]) -> bool:
    """Say whether words are written as a name or a title: capitals, particles and initials only."""
    titles, small = vocabulary("titles"), vocabulary("particles") | vocabulary("articles")
    if all(word in titles | small for word in folded):
        return any(word in titles for word in folded) and words[0][0].isupper()
    return (
        (words[0].lstrip("'’")[0].isupper() or folded[0] in small)
        and words[-1][0].isupper()
        and all(word[0].isupper() or fold in titles | small for word, fold in zip(words, folded, strict=True))
    )


def _is_speaker(name: str, counts: Counter[str], text: str, language: str) -> bool:
    """Say whether a label that has the form of a name is one."""
    if not name:
        return True
    bare, count = strip_titles(name), counts[name]
    words = bare.split()
    titled = bare != _BRACKETS.sub("", name).strip()
    if not surname(name):
        return count > 1
    if titled or (len(words) > 1 and count > 1):
        return titled or not _is_phrase(words, text)
    if len(words) > 1:
        return not any(_in_lower_case(word, text) for word in words)
    if any(other != name and surname(other) == surname(name) and len(other.split()) > 1 for other in counts):
        return True
    if len(words[0]) <= 3 and bare.isupper():
        return count > 1
    named = bool(_given_names(bare, text, language))
    return named or (count > 1 and not _in_lower_case(bare, text))


def _is_phrase(words: list[str], text: str) -> bool:
    """Say whether every word of a label also occurs in lower case, as in ``Opening Hours:``."""
    return all(_in_lower_case(word, text) for word in words)


def _in_lower_case(word: str, text: str) -> bool:
    lower = word.lower().rstrip(".")
    return lower not in vocabulary("particles") and any(f" {lower}{end}" in text for end in " .,")


def _is_speech(content: str) -> bool:
    """Say whether a label's content reads as speech: it ends a sentence or runs to six words."""
    content = content.strip()
    first = re.split(r"[\r\n]", content, maxsplit=1)[0]
    return len(first.split()) > 5 or first.rstrip("\"'”’»)*_ ")[-1:] in tuple(".?!…—–-")


# --- full names -------------------------------------------------------------------------------------


def full_name(name: str, labels: Collection[str], text: str, head: int, language: str) -> str:
    """Return the fullest form of a label's name that the document gives, the label itself if none.

    ``head`` is where the transcript begins: who bears a title is told before it, or nowhere.
    """
    if not surname(name):
        return _bearer(name, text, head) or name
    bare = strip_titles(name)
    if len(bare.split()) > 1 and not _only_surname(name):
        return _as_written(bare, text) if bare.isupper() else bare
    if len(bare) <= 3 and bare.isupper():
        return _by_initials(bare, text[:head] or text[:2000]) or name
    fuller = sorted(
        strip_titles(other) for other in labels if other != name and surname(other) == surname(name)
    )
    fuller = [other for other in fuller if len(other.split()) > len(bare.split())]
    given = Counter(fuller) or _given_names(bare, text, language)
    ranked = given.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < 3 * ranked[1][1] and not same_person(ranked[0][0], ranked[1][0])):
        return name
    return ranked[0][0]


def _only_surname(name: str) -> bool:
    return fold(strip_titles(name)) == surname(name)


def _as_written(capitals: str, text: str) -> str:
    """Return a name in capitals as the running text writes it, where it does."""
    match = re.search(rf"\b(?!{re.escape(capitals)}){re.escape(capitals)}\b", text, re.IGNORECASE)
    return match.group() if match else capitals


def _given_names(bare: str, text: str, language: str) -> Counter[str]:
    """Count the full names in the text that end in a surname."""
    found: Counter[str] = Counter()
    lowered, last = text.lower(), bare.split()[-1].lower()
    at = lowered.find(last) if len(lowered) == len(text) else -1
    while at >= 0:
        end = at + len(last)
        if text[end : end + 1].isalnum() or not text[at].isupper():
            at = lowered.find(last, end)
            continue
        if before := _BEFORE_SURNAME.search(text, max(0, at - 60), at):
            full = strip_titles(text[before.start() : end])
            words = full.split()
            while words and (fold(words[0]) in function_words(language) or _in_lower_case(words[0], text)):
                words = words[1:]
            if len(words) > len(bare.split()) and surname(full) == surname(bare) and not full.isupper():
                found[" ".join(words)] += 1
        at = lowered.find(last, end)
    return found


def _bearer(title: str, text: str, head: int) -> str | None:
    """Return the full name that follows a title in the head of a document, else the only one in the text."""
    words = [word for word in title.split() if fold(word) not in vocabulary("articles")]
    pattern = re.compile(rf"(\w+\s+)?\b{re.escape(' '.join(words))}\b", re.IGNORECASE)
    found: list[str] = []
    for match in pattern.finditer(text):
        name = _AFTER_TITLE.match(text, match.end())
        if name is None or (match[1] and fold(match[1].strip()) in vocabulary("former")):
            continue
        full = " ".join(strip_titles(name[1]).split())
        if len(full.split()) < 2 or full.isupper():
            continue
        if match.start() < head:
            return full
        found.append(full)
    return found[0] if found and all(same_person(found[0], other) for other in found) else None


def _by_initials(initials: str, head: str) -> str | None:
    """Return the name in the head of a document with these initials."""
    names = re.findall(r"[A-ZÀ-Þ][\w'’-]+(?:[^\S\r\n]+(?:[a-z]{2,4}[^\S\r\n]+)?[A-ZÀ-Þ][\w'’-]+){1,2}", head)
    fitting = [
        strip_titles(name)
        for name in names
        if "".join(word[0] for word in strip_titles(name).split() if word[0].isupper()) == initials
    ]
    return fitting[0] if fitting else None
