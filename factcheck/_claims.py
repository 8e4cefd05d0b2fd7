"""Claims files: what they may hold, and every fault in one named with its place."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck import _rules
from factcheck._yaml import Entry, Fault, List, Mapping, Node, Text, decode, entries
from factcheck.model import Claim, OffsetMap, Place, Problem, Rule, Verdict
from factcheck.text import Document

FILE_KEYS = ("sources", "speaker", "claims")
CLAIM_KEYS = ("id", "statement", "quote", "speaker", "sources", "tags", "expect", "reason")
MOST_ID = 200
_LIST_KEYS = ("claims", "sources", "tags")
_MOST_PROBLEMS = 100
_EXPECT = {str(verdict): verdict for verdict in Verdict}
# Control characters, line separators, and what reorders or hides text; joiners belong to some scripts.
_INVISIBLE = re.compile("[\0-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]")

Flaw = tuple[Rule, str, int]


@dataclass(frozen=True, slots=True)
class ClaimsFile:
    """A claims file as read: its decoded text, its good claims, and what is wrong with the rest."""

    path: str
    text: str
    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...]


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
            here, there = claim.place, first.setdefault(claim.id, claim.place)
            if here is not there:
                where = f"{there.path}:{there.line}:{there.column}"
                message = f"id {_shown(claim.id)} is that of the claim at {where} too; give each claim its own"
                yield Problem(here.path, here.line, here.column, _rules.DUPLICATE_ID.code, message)


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


def _collect(path: str, document: Document, found: Iterable[Entry]) -> tuple[list[Claim], list[Flaw]]:
    claims: list[Claim] = []
    flaws: list[Flaw] = []
    keys: list[tuple[Node, Node]] = []
    own_flaws = 0
    for entry in found:
        if entry.is_item:
            faults = list(_claim_flaws(entry.value))
            flaws += faults
            if not faults and isinstance(entry.value, Mapping):
                claims.append(_claim(path, document, entry.value))
        else:
            keys.append((entry.key, entry.value))
            faults = [*_key_flaws(keys, FILE_KEYS)][own_flaws:]
        if len(flaws) >= _MOST_PROBLEMS:
            message = f"more than {_MOST_PROBLEMS} faults; the rest of the file is not read, mend these first"
            flaws.append((_rules.NOT_YAML, message, entry.value.start))
            break
    return claims, flaws
