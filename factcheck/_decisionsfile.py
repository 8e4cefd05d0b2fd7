"""The decisions file: its entries read, others added and some taken out, all else in it left as it is."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from shlex import join

from factcheck import _rules
from factcheck._decisions import Decision, Fingerprint, Stale, blames, normalised, passages, text_of
from factcheck._yaml import Entry, Fault, Text, decode, entries
from factcheck._yaml import Mapping as Keys
from factcheck.config import Config
from factcheck.errors import ConfigError
from factcheck.model import Outcome, Problem, Report
from factcheck.text import Document

KEYS = ("rule", "text", "file", "occurrence", "evidence", "reason", "by", "on", "expires")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")
_NEEDED = ("rule", "text", "reason")
_EMPTY = re.compile(r"^(decisions:)[ \t]*\[\s*\]", re.MULTILINE)
_HEAD = re.compile(r"^decisions:(?=[ \t]*(?:#.*)?$)", re.MULTILINE)

Values = Mapping[str, str]
Place = tuple[int, int]
"""Line and column of an entry."""


class Home:
    """The folder that the decisions file stands in; its entries name files as seen from there."""

    def __init__(self, folder: Path, root: Path):
        self._folder = folder
        self._root = root

    def name(self, path: str) -> str:
        """Return the path of a file of the run, which is relative to the root, as entries have it."""
        if self._folder == self._root:
            return path
        try:
            return Path(os.path.relpath(self._root / path, self._folder)).as_posix()
        except ValueError:  # another drive
            return path

    def has(self, file: str) -> bool:
        """Say whether any file in the folder has a path that ends so."""
        if os.path.lexists(self._folder / file):
            return True
        ending, name = f"/{file}", file.rpartition("/")[2]
        for here, folders, names in os.walk(self._folder):
            folders[:] = [folder for folder in folders if not folder.startswith(".")]
            if name in names and Path(here, name).as_posix().endswith(ending):
                return True
        return False


def read_decisions(path: str, data: bytes) -> tuple[list[Decision], list[Problem]]:
    """Read a decisions file; an entry with a fault is left out and reported."""
    found: list[Decision] = []
    problems: list[Problem] = []
    try:
        document = Document(decode(data))
        for (name, at, node), is_item in entries(document, "decisions"):
            try:
                if is_item:
                    found.append(_decision(path, document, (name, at, node)))
                elif name != "decisions":
                    raise _fault(document, at, f"unknown key {name!r}; write decisions: and a list")
            except Fault as fault:
                problems.append(Problem(path, fault.line, fault.column, fault.rule.code, fault.message))
    except Fault as fault:
        problems.append(Problem(path, fault.line, fault.column, fault.rule.code, fault.message))
    return found, problems


def _decision(path: str, document: Document, entry: Entry) -> Decision:
    node = entry[2]
    if not isinstance(node, Keys):
        raise _fault(document, node.start, "a decision has keys; write rule:, text: and reason: under it")
    values: dict[str, str] = {}
    for name, at, value in node.entries:
        if name not in KEYS:
            raise _fault(document, at, f"unknown key {name!r}; write one of {', '.join(KEYS)}")
        if not isinstance(value, Text) or value.null or not value.value.strip():
            raise _fault(document, at, f"{name!r} is no text; write it out, or leave it out")
        values[name] = value.value.strip()
    for name in _NEEDED:
        if name not in values:
            raise _fault(document, node.start, f"the decision has no {name!r}; add it")
    occurrence = values.pop("occurrence", "1")
    if not occurrence.isdecimal() or not int(occurrence):
        raise _fault(document, node.start, "'occurrence' is no whole number above zero; write 1, 2, ...")
    values["text"] = normalised(values["text"])
    place = document.line_column(node.start)
    rule, text, reason = (values[name] for name in _NEEDED)
    rest = (values.get(name, "") for name in ("evidence", "by", "on", "expires"))
    return Decision(rule, text, reason, path, *place, values.get("file", ""), int(occurrence), *rest)


def _fault(document: Document, at: int, message: str) -> Fault:
    return Fault(_rules.BAD_VALUE, message, *document.line_column(at))


def accepting(
    report: Report, known: Mapping[tuple[str, str], Fingerprint], home: Home
) -> Iterator[dict[str, str]]:
    """Yield the keys and values of an entry for each finding that fails or warns and is not accepted.

    ``known`` are the fingerprints of all claims of the run.
    """
    for result in report.results:
        if result.outcome not in (Outcome.FAILED, Outcome.WARNED):
            continue
        claim = result.claim
        occurrence = known[claim.place.path, claim.id].occurrence
        for finding in result.findings:
            if blames(finding) and finding.accepted is None:
                yield {
                    "rule": finding.rule.code if finding.rule else "",
                    "text": " ".join(text_of(claim).split()),
                    "file": home.name(claim.place.path),
                    "occurrence": str(occurrence) if occurrence > 1 else "",
                    "evidence": passages(finding.evidence),
                }


def superseded(old: Iterable[Decision], new: Iterable[Values]) -> set[Place]:
    """Return the places of decisions that new entries decide anew."""
    about = {
        (entry["rule"], normalised(entry["text"]), entry.get("file", ""), entry.get("occurrence") or "1")
        for entry in new
    }
    return {
        (decision.line, decision.column)
        for decision in old
        if (decision.rule, decision.text, decision.file, str(decision.occurrence)) in about
    }


def added(text: str, new: Iterable[Values]) -> str:
    """Return the text of a decisions file with more entries at its end, written as those before."""
    text = _EMPTY.sub(r"\1", text) if text.strip() else "decisions:\n"
    first = re.search(r"^( *)- ", text, re.MULTILINE)
    indent, end = first[1] if first else "", "\r\n" if "\r\n" in text else "\n"
    lines = []
    for entry in new:
        marks = ["-"]
        for key in KEYS:
            if value := entry.get(key):
                lines.append(f"{indent}{marks.pop() if marks else ' '} {key}: {_scalar(value)}{end}")
    return text + ("" if text.endswith("\n") else end) + "".join(lines)


def _scalar(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def without(text: str, gone: Collection[Place], path: str) -> str:
    """Return the text of a decisions file without the entries at some places.

    Raises:
        ConfigError: an entry shares its lines with other things.

    """
    document = Document(text)
    lines = _LINE.findall(text)
    for (_, _, node), is_item in entries(document, "decisions"):
        if not is_item or document.line_column(node.start) not in gone:
            continue
        dash = len(text[: node.start].rstrip()) - 1
        first, column = document.line_column(dash)
        last, _ = document.line_column(node.end)
        before = lines[first - 1][: column - 1]
        if text[dash] != "-" or before.strip() or _is_followed(text, node.end):
            line, column = document.line_column(node.start)
            message = "the decision shares its line with others; take it out yourself"
            raise ConfigError(message, path=path, line=line, column=column)
        lines[first - 1 : last] = [""] * (last - first + 1)
    left = "".join(lines)
    return left if re.search(r"^ *- ", left, re.MULTILINE) else _HEAD.sub("decisions: []", left)


def _is_followed(text: str, end: int) -> bool:
    """Say whether more than a comment stands behind an entry on its last line."""
    rest = re.split(r"[\r\n]", text[end:], maxsplit=1)[0].strip()
    return bool(rest) and not rest.startswith("#")


def to_be_mended(stale: Stale, paths: Iterable[str], config: Config) -> Problem:
    """Return what is wrong with an entry, with the command that mends it; ``paths`` were checked."""
    decision, options = stale.decision, config.options
    command = ["factcheck", "decisions", "prune", *options.get("paths", paths)]
    for source in options.get("sources") or ():
        command += ["--sources", source]
    how = f"{join(command)} takes it out"
    if stale.is_reopened:
        how = f"look at the finding again; {how}, decisions write decides anew"
    elif not stale.sure:
        how = "take it out, or name its file"
    message = f"the decision “{decision.reason}” {stale.why}; {how}"
    return Problem(*decision.place, _rules.STALE_DECISION.code, message)


def read_text(path: Path) -> str:
    """Return the text of the decisions file, with its line ends; empty where there is none.

    Raises:
        ConfigError: it cannot be read.

    """
    try:
        return path.read_bytes().decode("utf-8-sig") if path.exists() else ""
    except (OSError, UnicodeDecodeError) as error:
        raise _unusable(path, "read", error) from error


def write_text(path: Path, text: str, shown: str) -> None:
    """Write the decisions file, once it reads well.

    Raises:
        ConfigError: it has faults, or cannot be written.

    """
    _, problems = read_decisions(shown, text.encode())
    if problems:
        problem = problems[0]
        raise ConfigError(problem.message, path=shown, line=problem.line, column=problem.column)
    try:
        path.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise _unusable(path, "written", error) from error


def _unusable(path: Path, done: str, error: Exception) -> ConfigError:
    what = getattr(error, "strerror", None) or "it is not UTF-8"
    return ConfigError(f"cannot be {done} ({what}); check the file", path=path.name)
