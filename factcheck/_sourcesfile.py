"""The sources file: titles, publishers, dates, other names and speakers of the documents in a folder.

``sources.yaml`` adds to and corrects what a document says of itself; no verdict needs it::

    sources:
      - file: interview.txt          # a path inside the folder
        alias: [spring]              # other names that claims may use
        title: A spring without rain
        publisher: The Gardener
        date: 2017-06-21
        language: en
        speakers:
          - name: Ida Holm
            role: mayor              # interviewer: names the questions that have no name
            aliases: [Mayor Holm]
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from factcheck import _rules, languages
from factcheck._yaml import Fault, List, Mapping, Node, Text, decode, entries
from factcheck.model import Problem, Rule, Source
from factcheck.people import fold, vocabulary
from factcheck.text import Document

NAMES = ("sources.yaml", "sources.yml")
_KEYS = ("file", "alias", "title", "publisher", "date", "language", "speakers")
_SPEAKER_KEYS = ("name", "role", "aliases")


class Speaker(NamedTuple):
    """A person that speaks in a document; ``role`` is free text."""

    name: str
    role: str = ""
    aliases: tuple[str, ...] = ()


class Description(NamedTuple):
    """What a sources file says of one document, and where it says so."""

    file: str
    line: int
    column: int
    alias: tuple[str, ...] = ()
    title: str | None = None
    publisher: str | None = None
    date: str | None = None
    language: str | None = None
    speakers: tuple[Speaker, ...] = ()


class _Flaw(Exception):  # noqa: N818 - a fault of the input
    def __init__(self, rule: Rule, message: str, at: int):
        super().__init__(message)
        self.rule, self.message, self.at = rule, message, at


def read_descriptions(shown: str, path: Path) -> tuple[tuple[Description, ...], tuple[Problem, ...]]:
    """Return what a sources file says and what is wrong with it; a faulty entry is left out."""
    found: list[Description] = []
    problems: list[Problem] = []
    try:
        document = Document(decode(path.read_bytes()))
        lists = 0
        for (key, at, node), is_item in entries(document, "sources"):
            lists += key == "sources" and not is_item
            try:
                if key != "sources":
                    raise _Flaw(
                        _rules.UNKNOWN_KEY, f"unknown key {key!r}; write everything under 'sources:'", at
                    )
                if lists > 1 and not is_item:
                    raise _Flaw(_rules.DUPLICATE_KEY, "'sources' stands twice; make it one list", at)
                if is_item:
                    found.append(_description(node, document, {item.file for item in found}))
                elif not isinstance(node, List):
                    raise _Flaw(
                        _rules.WRONG_TYPE, "'sources' needs a list; begin each entry with '- file:'", at
                    )
            except _Flaw as flaw:
                place = document.line_column(flaw.at)
                problems.append(Problem(shown, *place, flaw.rule.code, flaw.message))
    except Fault as fault:
        problems.append(Problem(shown, fault.line, fault.column, fault.rule.code, fault.message))
    except OSError as error:
        message = f"cannot be read ({error.strerror}); check the file"
        problems.append(_rules.unreadable(shown, message))
    return tuple(found), tuple(problems)


def describe(source: Source, item: Description) -> Source:
    """Return a source with what a sources file adds to it or corrects."""
    named = {
        key: speaker.name
        for key in ("question", "answer")
        for speaker in item.speakers
        if fold(speaker.role) in vocabulary(key)
    }
    turns = tuple(
        turn._replace(speaker=named[turn.role]) if turn.speaker is None and turn.role in named else turn
        for turn in source.turns
    )
    return source._replace(
        aliases=(*source.aliases, *item.alias),
        title=item.title or source.title,
        publisher=item.publisher or source.publisher,
        date=item.date or source.date,
        language=item.language or source.language,
        people={**source.people, **{speaker.name: speaker.aliases for speaker in item.speakers}},
        turns=turns,
    )


def _description(node: Node, document: Document, before: set[str]) -> Description:
    fields = dict(_fields(node, _KEYS, "file"))
    texts = {
        key: _text(*fields[key])
        for key in ("file", "title", "publisher", "date", "language")
        if key in fields
    }
    if "file" not in texts:
        raise _Flaw(_rules.MISSING_VALUE, "an entry without 'file:'; name the file it describes", node.start)
    file, at = texts["file"], fields["file"][1].start
    if file in before:
        raise _Flaw(_rules.DUPLICATE_KEY, f"{file!r} is described twice; make it one entry", at)
    if Path(file).is_absolute() or ".." in Path(file).parts or "\0" in file:
        raise _Flaw(_rules.BAD_VALUE, f"{file!r} leads outside this folder; name a file inside it", at)
    if "date" in texts and not _is_date(texts["date"]):
        where = fields["date"][1].start
        raise _Flaw(_rules.BAD_VALUE, f"{texts['date']!r} is no date; write YYYY-MM-DD", where)
    if "language" in texts and not (len(texts["language"]) == 2 and texts["language"].islower()):
        known = ", ".join(languages.available())
        message = f"{texts['language']!r} is no language code; write two letters, such as {known}"
        raise _Flaw(_rules.BAD_VALUE, message, fields["language"][1].start)
    speakers = tuple(_speakers(fields["speakers"][1])) if "speakers" in fields else ()
    alias = _texts(*fields["alias"]) if "alias" in fields else ()
    return Description(
        file,
        *document.line_column(at),
        alias=alias,
        title=texts.get("title"),
        publisher=texts.get("publisher"),
        date=texts.get("date"),
        language=texts.get("language"),
        speakers=speakers,
    )


def _speakers(node: Node) -> Iterator[Speaker]:
    if not isinstance(node, List):
        raise _Flaw(_rules.WRONG_TYPE, "'speakers' needs a list; begin each with '- name:'", node.start)
    for item in node.items:
        fields = dict(_fields(item, _SPEAKER_KEYS, "name"))
        if "name" not in fields:
            raise _Flaw(_rules.MISSING_VALUE, "a speaker without 'name:'; add it", item.start)
        role = _text(*fields["role"]) if "role" in fields else ""
        aliases = _texts(*fields["aliases"]) if "aliases" in fields else ()
        yield Speaker(_text(*fields["name"]), role, aliases)


def _fields(node: Node, known: tuple[str, ...], first: str) -> Iterator[tuple[str, tuple[str, Node]]]:
    if not isinstance(node, Mapping):
        raise _Flaw(_rules.WRONG_TYPE, f"an entry here is a mapping; begin it with '{first}:'", node.start)
    seen: set[str] = set()
    for key, at, value in node.entries:
        if key is None:
            raise _Flaw(_rules.WRONG_TYPE, f"a key is text; known are {', '.join(known)}", at)
        if key not in known:
            from difflib import get_close_matches

            near = get_close_matches(key, known, 1)
            hint = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(known)}"
            raise _Flaw(_rules.UNKNOWN_KEY, f"unknown key {key!r}; {hint}", at)
        if key in seen:
            raise _Flaw(_rules.DUPLICATE_KEY, f"{key!r} stands twice here; keep one", at)
        seen.add(key)
        yield key, (key, value)


def _text(key: str, node: Node) -> str:
    if not isinstance(node, Text):
        raise _Flaw(_rules.WRONG_TYPE, f"{key!r} needs one text", node.start)
    if node.null or not node.value.strip():
        raise _Flaw(_rules.MISSING_VALUE, f"{key!r} is empty; fill it in or leave it out", node.start)
    return node.value.strip()


def _texts(key: str, node: Node) -> tuple[str, ...]:
    items = node.items if isinstance(node, List) else [node]
    return tuple(_text(key, item) for item in items)


def _is_date(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
