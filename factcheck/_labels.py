"""The labels of a transcript: which lines begin a turn, and the full name of who is labelled.

A label is ``Name:``, ``Name -``, ``NAME:``, ``Mayor Name replies:``, ``De heer Name (PARTY):``,
``**Name**``, ``Q``, ``Mr. Name.`` or a name on a line of its own, with or without a time (the forms are
those of :mod:`factcheck._labelforms`). It counts when

- it is a question or answer word of a language pack, a title, a title and a name, or a name;
- none of its words is a key (``Source:``, ``Location:``) of a pack;
- a word by itself recurs, and the text does not also write it in lower case, unless a fuller name or a
  title ends in it; a full name may stand once;
- names on lines of their own, before a dash, or before a full stop and not in capitals, recur for two
  speakers at least, or three are in capitals and have titles; those before a dash or full stop are nearly
  all of them such, and begin a paragraph;
- at least two speakers have labels, or one has three, and most labels are followed by speech;
- a long text has a label for every hour of speech at least, else they are the odd ``Note:`` of a book; a
  very long one is a transcript where its beginning or its middle is.
"""

import re
from collections import Counter
from functools import cache

from factcheck._examinations import examinations
from factcheck._fullnames import (
    Context,
    begins_full_name,
    by_initials,
    full_name,
    given_names,
    standing,
)
from factcheck._labelforms import CHANGE, Label, candidates, is_titled, unbracketed
from factcheck.people import fold, is_office, is_unnamed, same_person, strip_titles, surname, vocabulary

_OFFICE = r"([^\W\d_][\w-]+):\s"  # in a list on one line; compiled when it is needed
_CAPITALS = 2  # other labels in capitals with which one that stands once is one too
_TITLED = 3  # of the names on lines of their own that have titles, in capitals, and need not recur
_TITLE_BEFORE = 40  # characters before a name in which its title stands
_LOOK = 400  # characters after a label that tell whether it is followed by speech
_DOUBTFUL = ("dashed", "stopped", "ended", "set off")  # forms that other lines have, in their midst too
LONGEST_TURN = 50_000  # characters of a turn, on average: an hour of speech
_NAMED_WITHIN = 1_000_000  # characters of a text in which the names of its speakers are looked for
_VERY_LONG = 4_000_000  # characters from which two samples tell whether a text is a transcript
_TOLD_WITHIN = 250_000  # characters of such a sample


def find_labels(text: str, language: str) -> list[Label]:
    """Return the labels of a transcript in order; none for a text that is no transcript."""
    if len(text) > _VERY_LONG:
        samples = (text[at : at + _TOLD_WITHIN] for at in (0, len(text) // 2))
        if not any(_labels(sample, language) for sample in samples):
            return []
    return _labels(text, language)


def _labels(text: str, language: str) -> list[Label]:
    found = _without_title(_of_one_form(list(candidates(text, language))), text)
    if len(found) < max(2, len(text) / LONGEST_TURN):
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

    counts = Counter(label.speaker or "" for label in found)
    begins = {label.speaker for label in found if not label.follows}
    found = [label for label in found if label.speaker in begins or counts[label.speaker or ""] > 2]
    plain = Counter(unbracketed(label.speaker or "") for label in found)
    counts = Counter({label.speaker or "": plain[unbracketed(label.speaker or "")] for label in found})
    context = Context(known, language, is_word, lambda name: standing(name.lower(), lowered()))
    head = text[: found[0].start] if found else ""
    names = {name for name in counts if _is_speaker(name, counts, context, head)}
    labels = [
        label
        for label in found
        if (label.speaker or "") in names and not _is_listed(label, counts[label.speaker or ""], text)
    ]
    voices = {_voice(label) for label in labels}
    if len(labels) < max(2, len(text) / LONGEST_TURN) or (
        len(voices) < 2 and len(labels) < 3 and voices != {"question"}
    ):
        return []
    ends = [label.start for label in labels[1:]] + [len(text)]
    spoken = sum(_is_spoken(label, text, end) for label, end in zip(labels, ends, strict=True))
    if spoken * 2 < len(labels):
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


def _without_title(found: list[Label], text: str) -> list[Label]:
    """Return labels without those of a title with a colon, with which a text begins and goes on."""
    if not found or text[: found[0].start].strip("#*_ \r\n"):
        return found
    called = found[0].speaker
    title = text[found[0].speech :].partition("\n")[0].strip("*_ \r")
    goes_on = any(
        label.speaker == called and text.startswith(title, label.speech)
        for label in found[1:]
        if title and title[-1] not in ".?!"
    )
    return [label for label in found if label.speaker != called] if goes_on else found


def _of_one_form(found: list[Label]) -> list[Label]:
    """Return the labels of the form that a text has, where others of a doubtful form stand beside them."""
    kept = _of_one_kind(found)
    if all(label.role != "question" for label in kept):  # A., B., C. number a list
        kept = [label for label in kept if label.speaker]
    alone = Counter(label.speaker for label in kept if label.form == "alone")
    if sum(count > 1 for count in alone.values()) > 1:
        return kept
    titled = {name for name in alone if name and unbracketed(name).isupper() and is_titled(name)}
    known = titled if len(titled) >= _TITLED else ()
    return [label for label in kept if label.form != "alone" or label.speaker in known]


def _of_one_kind(found: list[Label]) -> list[Label]:
    """Return the names before a dash where they are a dialogue, else the others.

    Names before a full stop are among these where they recur too, or a dash follows it and somebody presides.
    """
    forms: dict[str, list[Label]] = {form: [] for form in ("", "alone", *_DOUBTFUL)}
    for label in found:
        if not (label.follows and label.form in _DOUBTFUL):
            forms[label.form].append(label)
    dashed, ended = forms.pop("dashed"), forms["ended"]
    if _recur(dashed) and len(dashed) * 2 > len(found):
        return dashed
    for form in ("stopped", "set off"):
        if not _recur(forms[form]):
            del forms[form]
    if not (_recur(ended) or any(is_office(label.speaker or "") for label in ended)):
        del forms["ended"]
    return sorted(label for labels in forms.values() for label in labels)


def _recur(labels: list[Label]) -> bool:
    """Say whether two speakers have several labels, and nearly all labels are of such speakers."""
    counts = Counter(unbracketed(label.speaker or "") for label in labels)
    recurring = [count for count in counts.values() if count > 1]
    return len(recurring) > 1 and sum(recurring) * 4 >= len(labels) * 3


def _voice(label: Label) -> str:
    return surname(label.speaker) or fold(label.speaker) if label.speaker else label.role


def _is_speaker(name: str, counts: Counter[str], context: Context, head: str) -> bool:
    """Say whether a label that has the form of a name is one; ``head`` is the text before all labels."""
    if not name:
        return True
    bare, count = strip_titles(name), counts[name]
    words = bare.split()
    titled = is_titled(name)
    several = [one for one, n in counts.items() if one and n > 1]
    if not surname(name):
        return count > 1 or name.isupper() or len(several) > 1 or any(map(is_office, several))
    if len(several) > 1 and is_unnamed(name):
        return True
    if count > 1 and name.isupper() and fold(words[0]) in vocabulary("articles"):  # THE COURT
        return True
    if titled or (len(words) > 1 and count > 1):
        return titled or not all(context.is_word(word) for word in words)
    if len(words) > 1:
        return not any(context.is_word(word) for word in words)
    if any(other != name and surname(other) == surname(name) and len(other.split()) > 1 for other in counts):
        return True
    if len(words[0]) <= 3 and bare.isupper():
        return count > 1 or (len(several) > 1 and by_initials(bare, head) is not None)
    if bare.isupper() and sum(map(str.isupper, counts)) > _CAPITALS:
        recurring = sum(map(str.isupper, several)) > 1 and not context.is_word(bare)
        if recurring or _is_written(bare, context):
            return True
    named = bool(given_names(bare, context)) or _follows_title(bare, context.text)
    named = named or (len(several) > 1 and begins_full_name(bare, head))
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
    line = content.strip().split("\n", 1)[0]
    others = re.findall(_OFFICE, line)
    return any(map(is_office, others)) or _is_names(line) or not _is_speech(content)


def _is_names(line: str) -> bool:
    """Say whether a line is a name, or several."""
    small = vocabulary("titles") | vocabulary("particles")
    return all(word[0].isupper() or fold(word) in small for word in re.findall(r"\w+", line))


def _follows_title(bare: str, text: str) -> bool:
    """Say whether the text has a name right after a title (``mevrouw Smit``)."""
    for at in standing(bare, text):
        before = re.search(r"([^\W\d_]+)\.?[^\S\r\n]+$", text[max(0, at - _TITLE_BEFORE) : at])
        if before and fold(before[1]) in vocabulary("titles"):
            return True
    return False


def _is_spoken(label: Label, text: str, end: int) -> bool:
    """Say whether speech follows a label, or a line that tells what the bearer of a name by itself is."""
    content = text[label.speech : min(end, label.speech + _LOOK)].strip()
    what, _, behind = content.partition("\n") if label.form == "alone" else ("", "", "")
    behind = behind if what[:1].isalpha() else ""
    value = label.role == "speech" and _is_value(content)
    return text.startswith(CHANGE, label.start) or (not value and any(map(_is_speech, (content, behind))))


def _is_value(content: str) -> bool:
    """Say whether a label's content is a figure and no word, as in a fact sheet: "Member: 1994 - 2006."."""
    first = content.strip().partition("\n")[0]
    return any(map(str.isdigit, first)) and not any(map(str.isalpha, first))


def _is_speech(content: str) -> bool:
    """Say whether a label's content reads as speech: it ends a sentence or runs to six words."""
    content = content.strip()
    first = re.split(r"[\r\n]", content, maxsplit=1)[0]
    return len(first.split()) > 5 or first.rstrip("\"'”’»)*_ ")[-1:] in tuple(".?!…—–-")
