"""Claims files: what they may hold, and every fault in one named with its place."""

import gc
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from factcheck import _rules
from factcheck._yaml import Entry, Fault, List, Mapping, Node, Text, decode, entries
from factcheck.model import Claim, OffsetMap, Place, Problem, Rule, Verdict
from factcheck.text import Document

if TYPE_CHECKING:
    from factcheck._decisions import Decision

FILE_KEYS = ("sources", "speaker", "claims")
CLAIM_KEYS = ("id", "statement", "quote", "speaker", "sources", "tags", "expect", "reason")
MOST_ID = 200
_LIST_KEYS = ("claims", "sources", "tags")
_MAPPED_KEYS = ("statement", "quote")
_MOST_PROBLEMS = 100
_EXPECT = {str(verdict): verdict for verdict in Verdict}
# Control characters, line separators, and what reorders or hides text; joiners belong to some scripts.
_INVISIBLE = "[\0-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]"


Flaw = tuple[Rule, str, int]


class ClaimsFile(NamedTuple):
    """A claims file or draft as read: its decoded text, its good claims, and what is wrong with the rest.

    Of a draft also: the sentences with nothing to check, what its comments accept, and the line and
    column at which it names its sources. ``mark`` is its byte order mark.
    """

    path: str
    text: str
    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...]
    unchecked: tuple[Place, ...] = ()
    decisions: "tuple[Decision, ...]" = ()
    sources_at: tuple[int, int] | None = None
    mark: bytes = b""


def read_claims(path: str, data: bytes) -> ClaimsFile:
    """Read the claims of a file; ``path`` is how problems and places name it.

    Never raises for what the file holds. A claim with a fault is left out and reported; a fault of the
    file itself leaves out all of its claims.
    """
    collecting = gc.isenabled()
    gc.disable()  # nothing here is cyclic, and collecting takes longer than reading
    try:
        return _read(path, data)
    finally:
        if collecting:
            gc.enable()


def duplicate_ids(files: Iterable[ClaimsFile]) -> Iterator[Problem]:
    """Yield a problem for each claim whose id another claim of the run has, naming the first place."""
    first: dict[str, Place] = {}
    for file in files:
        for claim in file.claims:
            here, name = claim.place, _composed(claim.id)
            if (there := first.get(name)) is None:
                first[name] = here
            else:
                where = f"{there.path}:{there.line}:{there.column}"
                message = (
                    f"id {_shown(claim.id)} is that of the claim at {where} too; give each claim its own"
                )
                yield Problem(here.path, here.line, here.column, _rules.DUPLICATE_ID.code, message)


def _composed(name: str) -> str:
    """Return a name with its accents composed: two ids that look the same are the same."""
    if name.isascii():
        return name
    from unicodedata import normalize

    return normalize("NFC", name)


def _read(path: str, data: bytes) -> ClaimsFile:
    text = ""
    try:
        text = decode(data)
        document = Document(text)
        claims, flaws = _collect(path, document, entries(document, "claims"))
    except Fault as fault:
        problem = Problem(path, fault.line, fault.column, fault.rule.code, fault.message)
        return ClaimsFile(path, text, (), (problem,))
    flaws.sort(key=lambda flaw: flaw[2])
    problems = (Problem(path, *document.line_column(at), rule.code, what) for rule, what, at in flaws)
    return ClaimsFile(path, text, tuple(claims), tuple(problems))


def _collect(
    path: str, document: Document, found: Iterable[tuple[Entry, bool]]
) -> tuple[list[Claim], list[Flaw]]:
    claims: list[Claim] = []
    flaws: list[Flaw] = []  # of claims
    root_flaws: list[Flaw] = []
    root: dict[str, Node] = {}
    shared: dict[str, Any] = {}
    for entry, is_item in found:
        node = entry[2]
        if not is_item:
            root_flaws += islice(_entry_flaws(entry, root, FILE_KEYS), _MOST_PROBLEMS)
            shared = {} if root_flaws else _values(root)
            shared.pop("claims", None)
        elif isinstance(node, Mapping):
            fields: dict[str, Node] = {}
            if faults := list(islice(_claim_flaws(node, fields), _MOST_PROBLEMS)):
                flaws += faults
            else:
                claims.append(_claim(_place(path, document, node), fields, shared))
        else:
            message = "a claim has keys; write '- id: …' and 'statement: …' under it"
            flaws.append((_rules.WRONG_TYPE, message, node.start))
        if len(flaws) + len(root_flaws) >= _MOST_PROBLEMS:
            message = f"{_MOST_PROBLEMS} faults or more; mend these, the rest of the file was not read"
            flaws.append((_rules.UNREADABLE, message, node.end))
            break
    else:
        if "claims" not in root and not root_flaws:
            message = "the file has no 'claims'; write 'claims:' and a list under it"
            root_flaws.append((_rules.MISSING_VALUE, message, 0))
        elif root and next(reversed(root)) != "claims":
            claims = list(_filled(claims, **shared))
    return [] if root_flaws else claims, [*root_flaws, *flaws]


def _filled(
    claims: Iterable[Claim], speaker: str | None = None, sources: tuple[str, ...] = ()
) -> Iterator[Claim]:
    """Yield the claims with what the file says below them for all claims."""
    for claim in claims:
        yield claim._replace(speaker=claim.speaker or speaker, sources=claim.sources or sources)


def _claim_flaws(node: Mapping, fields: dict[str, Node]) -> Iterator[Flaw]:
    """Yield what is wrong with a claim, and fill its fields."""
    for entry in node.entries:
        yield from _entry_flaws(entry, fields, CLAIM_KEYS)
    # Where a key is misspelt, nothing is known to be missing.
    misspelt = any(name not in CLAIM_KEYS for name, _, _ in node.entries)
    if (name := fields.get("id")) is None:
        if not misspelt:
            yield _rules.MISSING_VALUE, "the claim has no 'id'; give it one of its own", node.start
    elif isinstance(name, Text):
        if len(name.value) > MOST_ID:
            message = f"the id has {len(name.value)} characters; keep it to {MOST_ID}"
            yield _rules.BAD_VALUE, message, name.start
        if not name.value.isprintable() and (found := re.search(_INVISIBLE, name.value)):
            message = f"the id has the invisible character U+{ord(found.group()):04X}; leave it out"
            yield _rules.BAD_VALUE, message, name.start
    if "statement" not in fields and "quote" not in fields and not misspelt:
        message = "the claim has no 'statement' and no 'quote'; write one of them or both"
        yield _rules.MISSING_VALUE, message, node.start
    expect = fields.get("expect")
    if isinstance(expect, Text) and expect.value.strip():
        if expect.value not in _EXPECT:
            hint = _suggestion(expect.value, tuple(_EXPECT))
            yield _rules.BAD_VALUE, f"{_shown(expect.value)} is no verdict; {hint}", expect.start
        elif expect.value != Verdict.SUPPORTED and "reason" not in fields:
            message = f"'expect: {expect.value}' has no reason; add 'reason:' and say why"
            yield _rules.BAD_VALUE, message, expect.start


def _entry_flaws(entry: Entry, seen: dict[str, Node], known: Sequence[str]) -> Iterable[Flaw]:
    """Return what is wrong with a key and its value, and add them to those that were seen."""
    name, at, value = entry
    if name is None:
        return [(_rules.WRONG_TYPE, f"a key is text; {_one_of(known)}", at)]
    if name in seen:
        return [(_rules.DUPLICATE_KEY, f"duplicate key {_shown(name)}; keep one of the two", at)]
    seen[name] = value
    if name not in known:
        return [(_rules.UNKNOWN_KEY, f"unknown key {_shown(name)}; {_key_hint(name, known)}", at)]
    return _list_flaws(name, value) if name in _LIST_KEYS else _text_flaws(f"'{name}'", value)


def _text_flaws(label: str, value: Node) -> Iterator[Flaw]:
    if not isinstance(value, Text):
        what = "a list" if isinstance(value, List) else "a mapping"
        yield _rules.WRONG_TYPE, f"{label} is {what}; write it as text, in quotes if need be", value.start
    elif value.null or not value.value.strip():
        what = (
            "give the claim one of its own" if label == "'id'" else "write it out, or leave it out altogether"
        )
        yield _rules.MISSING_VALUE, f"{label} is empty; {what}", value.start


def _list_flaws(name: str, value: Node) -> Iterator[Flaw]:
    example = "a list of '- id: …' under it" if name == "claims" else f"a list: {name}: [{{}}]"
    if isinstance(value, Text):
        if value.null:
            yield _rules.MISSING_VALUE, f"'{name}' is empty; write {example.format('…')}", value.start
        else:
            yield (
                _rules.WRONG_TYPE,
                f"'{name}' is text; write {example.format(_brief(value.value))}",
                value.start,
            )
    elif isinstance(value, Mapping):
        yield _rules.WRONG_TYPE, f"'{name}' is a mapping; write {example.format('…')}", value.start
    elif name != "claims":
        if name == "sources" and not value.items:
            yield (
                _rules.MISSING_VALUE,
                "'sources' names none; name one, or leave the key out for all",
                value.start,
            )
        for item in value.items:
            yield from _text_flaws(f"an entry of '{name}'", item)


def _key_hint(name: str, known: Sequence[str]) -> str:
    if name == "<<":
        return "merge keys are not read, write the keys out"
    if known is FILE_KEYS and name in CLAIM_KEYS:
        return "it belongs to a claim, in the list under 'claims:'"
    return _suggestion(name, known)


def _suggestion(word: str, known: Sequence[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(word[:40].strip().lower().replace(" ", "_"), known, 1)
    return f"did you mean '{near[0]}'?" if near else _one_of(known)


def _one_of(known: Sequence[str]) -> str:
    return f"write one of {', '.join(known)}"


def _brief(value: str) -> str:
    line = " ".join(value.split())
    return line if len(line) <= 40 else line[:39] + "…"


def _shown(value: str) -> str:
    return f"'{_brief(value)}'"


def _place(path: str, document: Document, node: Node) -> Place:
    line, column = document.line_column(node.start)
    end_line, end_column = document.line_column(node.end)
    return Place(path, line, column, end_line, end_column, node.start, node.end)


def _claim(place: Place, fields: dict[str, Node], shared: dict[str, Any]) -> Claim:
    """Return the claim of fields without flaws; ``shared`` is what the file says for all claims."""
    given = shared | _values(fields)
    for name in _MAPPED_KEYS:
        if isinstance(node := fields.get(name), Text):
            given[f"{name}_map"] = OffsetMap(node.runs)
    if "expect" in fields:
        given["expect"] = Verdict(given["expect"])
    return Claim(place=place, own_speaker="speaker" in fields, **given)


def _values(fields: dict[str, Node]) -> dict[str, Any]:
    """Return what fields without flaws hold: texts, and tuples of them."""
    values: dict[str, Any] = {}
    for name, node in fields.items():
        if isinstance(node, Text):
            values[name] = node.value
        elif isinstance(node, List):
            values[name] = tuple([item.value for item in node.items if isinstance(item, Text)])
    return values
