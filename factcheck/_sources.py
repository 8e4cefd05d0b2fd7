"""Source documents: found in files and folders, read into text with language, date and turns.

A folder yields its ``.txt`` and ``.md`` files, those of its subfolders, and what a plugin reads; a file
``sources.yaml`` there describes them (:mod:`factcheck._sourcesfile`). What cannot be read is a problem
with path and line; the other files are read all the same. Links are followed only inside the folder.
"""

from __future__ import annotations

import codecs
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from factcheck import _rules
from factcheck._header import find_date, find_title
from factcheck._sourcesfile import NAMES, Description, describe, read_descriptions
from factcheck._turns import turns
from factcheck.errors import InputError
from factcheck.model import Problem, Source
from factcheck.text import Document, detect_language

SUFFIXES = (".txt", ".md")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SAMPLE = 2000  # characters of the head and of the middle that tell the language


class _Found(NamedTuple):
    """What a walk over the given paths has found so far."""

    files: list[tuple[Path, bool]]
    descriptions: list[Path]
    links: dict[str, list[str]]
    problems: list[Problem]


def collect(
    paths: Iterable[Path], root: Path, read: Callable[[Path], Source | None] | None = None
) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """Return the sources in files and folders, sorted by name and path, and what could not be read.

    ``read`` is asked first for every file and returns ``None`` to leave it; paths are shown relative to
    ``root``. A file that is found twice counts once, a link inside a folder is another name of its file.
    """
    found = _Found([], [], {}, [])
    for given in paths:
        _visit(Path(given), root, found)
    sources: dict[str, Source] = {}
    for path, named in found.files:
        real = os.path.realpath(path)
        if real in sources:
            continue
        try:
            source = _read(path, root, read, named)
        except InputError as error:
            shown = error.path or _shown(path, root)
            found.problems.append(Problem(shown, error.line, error.column, error.code, error.message))
            continue
        if source is not None:
            sources[real] = source._replace(aliases=(*source.aliases, *found.links.get(real, ())))
    for path in found.descriptions:
        described, problems = read_descriptions(_shown(path, root), path)
        found.problems.extend(problems)
        found.problems.extend(_describe_all(described, path, sources, _shown(path, root)))
    ordered = sorted(sources.values(), key=lambda source: (source.name, source.path))
    return tuple(ordered), tuple(found.problems)


def _visit(given: Path, root: Path, found: _Found) -> None:
    if given.is_dir():
        _walk(given, os.path.realpath(given), root, found)
    elif given.is_file():
        found.files.append((given, True))
    elif given.exists():
        found.problems.append(_problem(given, root, "neither a file nor a folder; name one of these"))
    elif given.is_symlink():
        found.problems.append(_problem(given, root, "a link to nothing; mend or remove it"))
    else:
        found.problems.append(_problem(given, root, "no such source file or folder; check the path"))


def _walk(folder: Path, base: str, root: Path, found: _Found) -> None:
    try:
        with os.scandir(folder) as scan:
            entries = sorted(
                (entry for entry in scan if not entry.name.startswith(".")), key=lambda e: e.name
            )
    except OSError as error:
        found.problems.append(_problem(folder, root, f"cannot be read ({error.strerror}); check the folder"))
        return
    for entry in entries:
        path = folder / entry.name
        if entry.is_symlink():
            _follow(path, base, root, found)
        elif entry.is_dir():
            _walk(path, base, root, found)
        elif entry.name in NAMES:
            found.descriptions.append(path)
        elif entry.is_file():
            found.files.append((path, False))


def _follow(link: Path, base: str, root: Path, found: _Found) -> None:
    """Take a link as another name of a file inside the folder; report any other."""
    try:
        real = os.path.realpath(link, strict=True)
    except OSError:
        found.problems.append(_problem(link, root, "a link to nothing or to itself; mend or remove it"))
        return
    if os.path.commonpath([real, base]) != base:
        what = "a link that leads outside the source folder; copy the file here, or name it as a source"
        found.problems.append(_problem(link, root, what))
    elif not Path(real).is_dir():
        found.links.setdefault(real, []).append(link.name)
    elif os.path.commonpath([real, os.path.realpath(link.parent)]) == real:
        found.problems.append(_problem(link, root, "a link to a folder that holds it; remove it"))


def _read(path: Path, root: Path, read: Callable[[Path], Source | None] | None, named: bool) -> Source | None:
    source = read(path) if read else None
    if source is not None:
        return source
    if path.suffix.lower() not in SUFFIXES:
        if not named:
            return None
        raise InputError(f"no plugin reads sources of the type {path.suffix or path.name}; save it as .txt")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror}); check the file") from None
    return read_text_source(_shown(path, root), data)


def read_text_source(path: str, data: bytes) -> Source:
    """Return the source that a text file holds; ``path`` is shown, its last part is the name.

    Raises:
        InputError: the file is empty, or not text in UTF-8 or with a byte order mark.
    """
    text = _decode(path, data)
    middle = len(text) // 2
    sample = text[:_SAMPLE] + " " + text[max(_SAMPLE, middle) : middle + _SAMPLE]
    language = detect_language(_WORD.findall(sample.lower().replace("’", "'")))
    found = turns(text, language)
    return Source(
        name=path.rpartition("/")[2],
        path=path,
        text=text,
        sha256=_sha256(data),
        language=language,
        title=find_title(text, found, language),
        date=find_date(text, language),
        turns=found,
    )


def _sha256(data: bytes) -> str:
    """Return the SHA-256 of data without loading OpenSSL, which takes longer than reading the sources."""
    try:
        module = import_module("_sha2" if sys.version_info >= (3, 12) else "_sha256")
    except ImportError:
        module = import_module("hashlib")
    return str(module.sha256(data).hexdigest())


def _decode(path: str, data: bytes) -> str:
    mark, encoding = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", "utf-8"))
    body = data[len(mark) :]
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        before = body[: error.start].decode(encoding)
        line, column = Document(before).line_column(len(before))
        what = f"byte 0x{body[error.start]:02x} at offset {len(mark) + error.start} is not {encoding.upper()}"
        raise InputError(f"{what}; save the file as UTF-8", path=path, line=line, column=column) from None
    if (nul := text.find("\0")) >= 0:
        line, column = Document(text).line_column(nul)
        raise InputError("NUL byte; save the file as UTF-8 text", path=path, line=line, column=column)
    if not text.strip():
        raise InputError("the file is empty; fill or remove it", path=path)
    return text


def _describe_all(
    described: Iterable[Description], path: Path, sources: dict[str, Source], shown: str
) -> Iterator[Problem]:
    for item in described:
        real = os.path.realpath(path.parent / item.file)
        if real in sources:
            sources[real] = describe(sources[real], item)
        else:
            message = f"no source file {item.file!r} here; name a file in this folder or below it"
            yield Problem(shown, item.line, item.column, _rules.NO_SUCH_SOURCE.code, message)


def match_sources(
    patterns: Iterable[str], sources: Sequence[Source]
) -> tuple[tuple[Source, ...], tuple[str, ...]]:
    """Return the sources that names and globs mean, in the order given, and the patterns that mean none.

    A pattern is a name, alias or path from some folder on, each with or without its suffix, or a glob of
    one of these; upper and lower case differ.
    """
    chosen: set[int] = set()
    unmatched: list[str] = []
    for pattern in patterns:
        hits = {index for index, source in enumerate(sources) if _matches(pattern.removeprefix("./"), source)}
        chosen |= hits
        if not hits:
            unmatched.append(pattern)
    return tuple(source for index, source in enumerate(sources) if index in chosen), tuple(unmatched)


def _matches(pattern: str, source: Source) -> bool:
    stem = source.path.rpartition(".")[0] or source.path
    if pattern in source.aliases or any(f"/{path}".endswith(f"/{pattern}") for path in (source.path, stem)):
        return True
    if source.name == pattern or not any(char in pattern for char in "*?["):
        return source.name == pattern
    from fnmatch import fnmatchcase

    forms = (source.name, source.path, *source.aliases)
    return any(fnmatchcase(form, pattern) for form in forms) or fnmatchcase(source.path, f"*/{pattern}")


def _problem(path: Path, root: Path, message: str) -> Problem:
    return Problem(_shown(path, root), 0, 0, _rules.UNREADABLE.code, message)


def _shown(path: Path, root: Path) -> str:
    """Return a path relative to the root where it lies inside, with ``/`` on every machine."""
    full, base = Path(os.path.abspath(path)), Path(os.path.abspath(root))  # noqa: PTH100 - links stay as named
    text = full.relative_to(base).as_posix() if full.is_relative_to(base) else path.as_posix()
    return os.fsencode(text).decode("utf-8", "replace")
