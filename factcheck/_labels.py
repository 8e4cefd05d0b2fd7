"""The labels of a transcript: which lines begin a turn, and the full name of who is labelled.

A label is ``Name:``, ``Name -``, ``NAME:``, ``Mayor Name replies:``, ``De heer Name (PARTY):``,
``**Name**``, ``Q``, ``Mr. NAME.`` or a name on a line of its own, with or without a time. It counts when

- it is a question or answer word of a language pack, a title, a title and a name, or a name;
- none of its words is a key (``Source:``, ``Location:``) of a pack;
- a word by itself recurs, and the text does not also write it in lower case, unless a fuller name or a
  title ends in it; a full name may stand once;
- names on lines of their own, or before a dash, recur for two speakers at least, or three are in capitals
  and have titles; those before a dash are nearly all of them such;
- at least two speakers have labels, or one has three, and most labels are followed by speech;
- a long text has a label for every hour of speech at least, else they are the odd ``Note:`` of a book; a
  very long one is a transcript where its beginning or its middle is.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from factcheck._examinations import examinations
from factcheck._fullnames import Context, full_name, given_names, standing
from factcheck._introductions import introductions
from factcheck._paragraphs import lines
from factcheck.people import fold, is_office, same_person, strip_titles, surname, vocabulary
from factcheck.text import function_words

_TIME = r"[\[(]?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?[\])]?"
_CHANGE = ">>"  # in captions, whose lines are short: somebody else speaks
_BEFORE = rf"(?:{_CHANGE}\s*)?[*_]{{0,2}}(?:{_TIME}\s*(?:[-–—]\s*)?)?[*_]{{0,2}}"
_NAME = r"(?P<name>[^\W\d_][^:?!;\"“”„«»\n\r*_]{0,70}?)"
_COLON = re.compile(
    rf"{_BEFORE}{_NAME}\s*(?:{_TIME}\s*)?(?:[*_]{{1,2}}(?:\s\([^():\n]{{1,60}}\))?)?\s?:[*_]{{0,2}}(?=[\s\"“‘'„«—–(\[]|$)[^\S\r\n]*"
)
_ALONE = re.compile(rf"(?:\#+\s*)?{_BEFORE}{_NAME}(?:\s--\s.{{2,100}}|(?:\s+{_TIME})?[*_]{{0,2}})$")
_DASH = rf"{_BEFORE}{_NAME}\s[-–—]\s(?=[\"“‘'«(\[A-ZÀ-Þ0-9])"  # compiled when needed, as some that follow
_LETTER = re.compile(r"[*_]{0,2}(?P<name>[^\W\d_])(?P<mark>[.:)]?)[*_]{0,2}(?P<gap>[^\S\r\n]+|$)")
_PERIOD = (
    r"(?P<name>[A-Z][a-z]+\.? [A-ZÀ-Þ][A-ZÀ-Þ'’-]{2,}(?: [A-ZÀ-Þ][A-ZÀ-Þ'’-]+)*"
    r"(?: [a-z]{2,3} [A-Z]\w+)?)\.\s+(?=[A-ZÀ-Þ“\"‘])"
)
_OFFICE = r"([^\W\d_][\w-]+):\s"  # in a list on one line; compiled when it is needed
_WORD = re.compile(r"['’]?[^\W\d_]+(?:['’‐‑.-][^\W\d_]+)*\.?")
_INVISIBLE = "[\u00ad\u200b-\u200f\u2060\ufeff]"
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_CAPITALS = 2  # other labels in capitals with which one that stands once is one too
_TITLED = 3  # of the names on lines of their own that have titles, in capitals, and need not recur
_TITLE_BEFORE = 40  # characters before a name in which its title stands
_SENTENCE_ENDS = ".?!…:;\"'”’»)]*_—–-"
_ALONE_LENGTH = 60  # characters a line may have that is a name and nothing else
_COLON_WITHIN = 100  # characters of a line in which the colon of a label stands
_MARGIN = 80  # characters before a label that tell whether it begins a paragraph
_SAMPLE = 400  # characters that tell whether a text is in capitals throughout
_LOOK = 400  # characters after a label that tell whether it is followed by speech
LONGEST_TURN = 50_000  # characters of a turn, on average: an hour of speech
_NAMED_WITHIN = 1_000_000  # characters of a text in which the names of its speakers are looked for
_VERY_LONG = 4_000_000  # characters from which two samples tell whether a text is a transcript
_TOLD_WITHIN = 250_000  # characters of such a sample


class Label(NamedTuple):
    """A line that begins a turn: where the line and the speech begin, who speaks and in what role.

    ``alone`` marks a name on a line of its own, with nothing but its place to tell that it is a label,
    ``follows`` a line in the midst of a paragraph, before which no sentence ends, ``dashed`` a name that a
    dash sets off.
    """

    start: int
    speech: int
    speaker: str | None
    role: str
    alone: bool = False
    follows: bool = False
    dashed: bool = False


def find_labels(text: str, language: str) -> list[Label]:
    """Return the labels of a transcript in order; none for a text that is no transcript."""
    if len(text) > _VERY_LONG:
        samples = (text[at : at + _TOLD_WITHIN] for at in (0, len(text) // 2))
        if not any(_labels(sample, language) for sample in samples):
            return []
    return _labels(text, language)


def _labels(text: str, language: str) -> list[Label]:
    candidates = _without_title(_of_one_kind(list(_candidates(text, language))), text)
    if all(label.role != "question" for label in candidates):  # A., B., C. number a list
        candidates = [label for label in candidates if label.speaker]
    alone = Counter(label.speaker for label in candidates if label.alone)
    if sum(count > 1 for count in alone.values()) < 2:
        titled = {name for name in alone if name and unbracketed(name).isupper() and _is_titled(name)}
        kept = titled if len(titled) >= _TITLED else ()
        candidates = [label for label in candidates if not label.alone or label.speaker in kept]
    if len(candidates) < max(2, len(text) / LONGEST_TURN):
        return []

    known = text[:_NAMED_WITHIN]

    @cache
    def lowered() -> str:
        small = known.lower()
        return small if len(small) == len(known) else ""  # İ and a few others grow in lower case

    @cache
    def is_word(name: str) -> bool:
        small = name.lower().rstrip(".")
        return any(f" {small}{end}" in known for end in " .,") and small not in vocabulary("particles")

    counts = Counter(label.speaker or "" for label in candidates)
    begins = {label.speaker for label in candidates if not label.follows}
    candidates = [label for label in candidates if label.speaker in begins or counts[label.speaker or ""] > 2]
    plain = Counter(unbracketed(label.speaker or "") for label in candidates)
    counts = Counter(
        {name: plain[unbracketed(name)] for name in dict.fromkeys(c.speaker or "" for c in candidates)}
    )
    context = Context(known, language, is_word, lambda name: standing(name.lower(), lowered()))
    names = {name for name in counts if _is_speaker(name, counts, context)}
    labels = [
        label
        for label in candidates
        if (label.speaker or "") in names and not _is_listed(label, counts[label.speaker or ""], text)
    ]
    voices = {_voice(label) for label in labels}
    if len(labels) < max(2, len(text) / LONGEST_TURN) or (
        len(voices) < 2 and len(labels) < 3 and voices != {"question"}
    ):
        return []
    ends = [label.start for label in labels[1:]] + [len(text)]
    spoken = [
        text.startswith(_CHANGE, label.start)
        or (
            _is_speech(content := text[label.speech : min(end, label.speech + _LOOK)])
            and not (label.role == "speech" and _is_value(content))
        )
        for label, end in zip(labels, ends, strict=True)
    ]
    if sum(spoken) * 2 < len(labels):
        return []
    full = {name: full_name(name, names, labels[0].start, context) for name in sorted(names) if name}
    labels = [label._replace(speaker=full.get(label.speaker or "")) for label in labels]
    return _examined(labels, context, sorted(set(full.values())))


def _examined(labels: list[Label], context: Context, named: list[str]) -> list[Label]:
    """Return labels with the names of those who ask and answer below the headings of a court's record."""
    asked = [label.speech for label in labels if label.role == "question" and label.speaker is None]
    sections = examinations(context.text, asked, named) if asked else []
    result, at = [], -1
    for label in labels:
        while at + 1 < len(sections) and sections[at + 1].start < label.start:
            at += 1
        name = None
        if at >= 0 and label.speaker is None:
            name = sections[at].lawyer if label.role == "question" else sections[at].witness
        full = name and next((one for one in named if same_person(one, name)), None)
        result.append(label._replace(speaker=full or full_name(name, (), 0, context)) if name else label)
    return result


def _of_one_kind(candidates: list[Label]) -> list[Label]:
    """Return the names before a dash where they are a dialogue, else all other candidates."""
    dashed = [label for label in candidates if label.dashed]
    counts = Counter(label.speaker for label in dashed)
    recurring = [count for count in counts.values() if count > 1]
    others = [label for label in candidates if not label.dashed]
    dialogue = len(recurring) > 1 and sum(recurring) * 4 >= len(dashed) * 3 and len(dashed) > len(others)
    return dashed if dialogue else others


def _without_title(candidates: list[Label], text: str) -> list[Label]:
    """Return candidates without those of a title with a colon, with which a text begins and goes on."""
    if not candidates or text[: candidates[0].start].strip("#*_ \r\n"):
        return candidates
    called = candidates[0].speaker
    title = text[candidates[0].speech :].partition("\n")[0].strip("*_ \r")
    goes_on = any(
        label.speaker == called and text.startswith(title, label.speech)
        for label in candidates[1:]
        if title and title[-1] not in ".?!"
    )
    return [label for label in candidates if label.speaker != called] if goes_on else candidates


def unbracketed(name: str) -> str:
    return _BRACKETS.sub("", name).strip() if name[-1:] in ")]" else name


def _voice(label: Label) -> str:
    return surname(label.speaker) or fold(label.speaker) if label.speaker else label.role


def _candidates(text: str, language: str) -> Iterator[Label]:
    """Yield every line that has the form of a label; ``speaker`` is the name as written, or ``None``."""
    formed = list(_formed(text, language))
    known = {label.start for label in formed}
    told = [label for label in _introduced(text) if label.start not in known] if formed else []
    for label in sorted((*formed, *told)) if told else formed:
        before = text[max(0, label.start - _MARGIN) : label.start]
        line_end = before.rstrip()
        blank = before[len(line_end) :].count("\n") > 1
        marked = not text[label.start].isalpha()
        follows = bool(line_end) and not (blank or marked) and line_end[-1] not in _SENTENCE_ENDS
        yield label._replace(follows=True) if follows else label


def _introduced(text: str) -> Iterator[Label]:
    """Yield the sentences that tell who speaks next, by name and title or by office."""
    for start, speech, names in introductions(text):
        read = (found for name in names if (found := _labelled(name)) and _is_titled(found[0] or ""))
        if (found := next(read, None)) and found[0]:
            yield Label(start, speech, found[0], "speech")


def _formed(text: str, language: str) -> Iterator[Label]:
    last = len(text)
    while text[last - 1 : last] in ("\r", "\n"):
        last -= 1
    in_capitals = text[:_SAMPLE].isupper()
    for begin, end in lines(text):
        if end - begin > _ALONE_LENGTH or text[end - 1] in ".,":
            head = text[begin : min(end, begin + _COLON_WITHIN)]
            if ":" not in head and not (("-" in head or "–" in head or "—" in head) and _is_dashed(head)):
                second = head.find(" ") + 1
                if head[:2].isalpha() and not head[second : second + 2].isupper():
                    continue  # neither a colon nor a dash, one letter or a name in capitals
        raw = text[begin:end]
        line = raw.strip()
        if not line:
            continue
        start = begin + raw.index(line[0])
        letter = _LETTER.match(line)
        if letter and _is_letter(letter, line, language):
            role = "question" if fold(letter["name"]) in vocabulary("question") else "answer"
            yield Label(start, start + letter.end(), None, role)
        elif ":" in line[:_COLON_WITHIN] and (match := _COLON.match(line)):
            if found := _labelled(match["name"]):
                yield Label(start, start + match.end(), *found)
        elif (match := _dashed(line)) and (found := _labelled(match["name"])):
            yield Label(start, start + match.end(), *found, dashed=True)
        elif not in_capitals and (match := _with_period(line)) and (found := _labelled(match["name"])):
            yield Label(start, start + match.end(), *found)
        elif (
            not in_capitals
            and (len(line) <= _ALONE_LENGTH or " -- " in line)
            and line[-1] not in ".,"
            and line[0].isupper() | (line[0] in "*_#[(0123456789")
            and end < last
        ):
            match = _ALONE.match(line)
            if match and (found := _labelled(match["name"])):
                yield Label(start, start + len(line), *found, alone=line[0] not in "*_")


def _dashed(line: str) -> re.Match[str] | None:
    """Match a line that begins with a name and a dash."""
    return re.match(_DASH, line) if _is_dashed(line[:_COLON_WITHIN]) else None


def _is_dashed(head: str) -> bool:
    return " - " in head or " – " in head or " — " in head or " -- " in head


def _with_period(line: str) -> re.Match[str] | None:
    """Match a line that begins with a name in capitals and a full stop."""
    second = "".join(line.split(maxsplit=2)[1:2])
    return re.match(_PERIOD, line) if second.isupper() and len(second) > 2 else None


def _is_letter(match: re.Match[str], line: str, language: str) -> bool:
    letter = fold(match["name"])
    if letter not in vocabulary("question") | vocabulary("answer") or not match["name"].isupper():
        return False
    if match["mark"]:
        return match["mark"] == ":" or not line[match.end() : match.end() + 1].islower()
    wide = "\t" in match["gap"] or len(match["gap"]) > 1 or match.end() == len(line)
    return wide or (letter not in function_words(language) and not line[match.end()].islower())


@lru_cache(maxsize=1024)
def _labelled(name: str) -> tuple[str | None, str] | None:
    """Return the speaker and role of a label's words, ``None`` when they can be no label."""
    name = name if name.isprintable() else re.sub(_INVISIBLE, "", name)
    written = _BRACKETS.sub(" ", name).strip()
    words = written.split()
    if not words or len(words) > 8 or any(not _WORD.fullmatch(word.rstrip(",")) for word in words):
        return None
    folded = [fold(word) for word in words]
    abbreviated = vocabulary("titles") | vocabulary("suffixes")
    if any(
        word[-1] == "." and len(low) > 1 and "." not in low and low not in abbreviated
        for word, low in zip(words, folded, strict=True)
    ):
        return None
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
    written = " ".join(words)
    if "," not in written and is_office(written):
        return written[0].isupper()
    if all(word in titles | small for word in folded):
        return any(word in titles for word in folded) and words[0][0].isupper()
    return (
        words[0].lstrip("'’")[:1].isupper()
        and words[-1][0].isupper()
        and all(word[0].isupper() or low in titles | small for word, low in zip(words, folded, strict=True))
    )


def _is_speaker(name: str, counts: Counter[str], context: Context) -> bool:
    """Say whether a label that has the form of a name is one."""
    if not name:
        return True
    bare, count = strip_titles(name), counts[name]
    words = bare.split()
    titled = _is_titled(name)
    if not surname(name):
        return count > 1 or name.isupper() or any(n > 1 and is_office(one) for one, n in counts.items())
    if count > 1 and name.isupper() and fold(words[0]) in vocabulary("articles"):  # THE COURT
        return True
    if titled or (len(words) > 1 and count > 1):
        return titled or not all(context.is_word(word) for word in words)
    if len(words) > 1:
        return not any(context.is_word(word) for word in words)
    if any(other != name and surname(other) == surname(name) and len(other.split()) > 1 for other in counts):
        return True
    if len(words[0]) <= 3 and bare.isupper():
        return count > 1
    if bare.isupper() and sum(map(str.isupper, counts)) > _CAPITALS and _is_written(bare, context):
        return True
    named = bool(given_names(bare, context)) or _follows_title(bare, context.text)
    return named or (count > 1 and not context.is_word(bare))


def _is_written(bare: str, context: Context) -> bool:
    """Say whether the text writes a name in capitals as a name too, and not as a word."""
    named = bare.capitalize()
    ends = (at + len(named) for at in context.named(bare) if context.text.startswith(named, at))
    return not context.is_word(bare) and any(context.text[end : end + 1] != ":" for end in ends)


def _is_listed(label: Label, count: int, text: str) -> bool:
    """Say whether an office stands before who bears it (``Chair: Ann Lee``), in a list of those present."""
    if count > 1 or not label.speaker or not is_office(label.speaker):
        return False
    content = text[label.speech : label.speech + _LOOK]
    others = re.findall(_OFFICE, content.split("\n", 1)[0])
    return any(map(is_office, others)) or not _is_speech(content)


def _is_titled(name: str) -> bool:
    """Say whether a name begins with a title, or is one."""
    return strip_titles(name) != _BRACKETS.sub("", name).strip() or not surname(name)


def _follows_title(bare: str, text: str) -> bool:
    """Say whether the text has a name right after a title (``mevrouw Smit``)."""
    for at in standing(bare, text):
        before = re.search(r"([^\W\d_]+)\.?[^\S\r\n]+$", text[max(0, at - _TITLE_BEFORE) : at])
        if before and fold(before[1]) in vocabulary("titles"):
            return True
    return False


def _is_value(content: str) -> bool:
    """Say whether a label's content is a figure and no word, as in a fact sheet: "Member: 1994 - 2006."."""
    first = content.strip().partition("\n")[0]
    return any(map(str.isdigit, first)) and not any(map(str.isalpha, first))


def _is_speech(content: str) -> bool:
    """Say whether a label's content reads as speech: it ends a sentence or runs to six words."""
    content = content.strip()
    first = re.split(r"[\r\n]", content, maxsplit=1)[0]
    return len(first.split()) > 5 or first.rstrip("\"'”’»)*_ ")[-1:] in tuple(".?!…—–-")
