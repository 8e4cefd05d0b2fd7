"""Source documents: found in files and folders, read into text with language, date and turns.

A folder yields its ``.txt`` and ``.md`` files, those of its subfolders, and what a plugin reads; a file
``sources.yaml`` there, or beside a file that is named, describes them (:mod:`factcheck._sourcesfile`).
What cannot be read is a problem with path and line; the other files are read all the same. Links are
followed only inside the folder.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from factcheck import _rules
from factcheck._header import find_date, find_title
from factcheck._sourcesfile import NAMES, Description, describe, read_descriptions
from factcheck._turns import turns
from factcheck.errors import InputError
from factcheck.folding import repair
from factcheck.model import Problem, Source
from factcheck.reading import decode, language_of, make_source, read_bytes

SUFFIXES = (".txt", ".md")


class _Found(NamedTuple):
    """What a walk over the given paths has found so far."""

    files: list[tuple[Path, bool]]
    descriptions: dict[str, tuple[Path, bool]]
    """The sources files by their real paths, and whether all that they describe must be there."""
    links: dict[str, list[str]]
    problems: list[Problem]


def collect(
    paths: Iterable[Path], root: Path, read: Callable[[Path], Source | None] | None = None
) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """Return the sources in files and folders, sorted by name and path, and what could not be read.

    ``read`` is asked first for every file and returns ``None`` to leave it; paths are shown relative to
    ``root``. A file that is found twice counts once, a link inside a folder is another name of its file.
    """
    found = _Found([], {}, {}, [])
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
            shown = error.path or display_path(path, root)
            found.problems.append(Problem(shown, error.line, error.column, error.code, error.message))
            continue
        if source is not None:
            sources[real] = source._replace(aliases=(*source.aliases, *found.links.get(real, ())))
    for path, is_whole in found.descriptions.values():
        described, problems = read_descriptions(display_path(path, root), path)
        found.problems.extend(problems)
        missing = list(_describe_all(described, path, sources, display_path(path, root)))
        found.problems.extend(missing if is_whole else ())
    ordered = sorted(sources.values(), key=lambda source: (source.name, source.path))
    return tuple(ordered), tuple(found.problems)


def _visit(given: Path, root: Path, found: _Found) -> None:
    if os.path.isdir(given):  # noqa: PTH112 - a path that cannot be looked at is none, not an error
        _walk(given, os.path.realpath(given), root, found)
    elif os.path.isfile(given):  # noqa: PTH113
        found.files.append((given, True))
        for path in beside(given):
            found.descriptions.setdefault(os.path.realpath(path), (path, False))
    elif os.path.exists(given):  # noqa: PTH110
        found.problems.append(_problem(given, root, "neither a file nor a folder; name one of these"))
    elif os.path.islink(given):  # noqa: PTH114
        found.problems.append(_problem(given, root, "a link to nothing; mend or remove it"))
    else:
        found.problems.append(_problem(given, root, "no such source file or folder; check the path"))


def beside(file: Path) -> Iterator[Path]:
    """Yield the sources files that stand beside a document that is named."""
    for name in NAMES:
        path = file.parent / name
        if os.path.isfile(path) and not os.path.islink(path):  # noqa: PTH113, PTH114 - as a folder takes it
            yield path


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
        elif entry.is_file():
            if entry.name in NAMES:
                found.descriptions[os.path.realpath(path)] = path, True
            else:
                found.files.append((path, False))
        elif entry.name in NAMES or path.suffix.lower() in SUFFIXES:
            found.problems.append(_problem(path, root, "neither a file nor a folder; remove it"))


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
    return read_text_source(display_path(path, root), read_bytes(path))


def read_text_source(path: str, data: bytes) -> Source:
    """Return the source that a text file holds; ``path`` is shown, its last part is the name.

    Raises:
        InputError: the file is empty, or not text in UTF-8 or with a byte order mark.
    """
    text = decode(data, path)
    if not text or text.isspace():
        raise InputError("the file is empty; fill or remove it", path=path)
    language = language_of(text)
    found = turns(repair(text) if _is_damaged(text) else text, language)
    title, date = find_title(text, found, language), find_date(text, language)
    return make_source(path, data, text, turns=found, language=language, title=title, date=date)


def _is_damaged(text: str) -> bool:
    """Tell whether a text has letters or marks as they look when read in the wrong encoding."""
    return "Ã" in text or ("â" in text and "â€" in text)  # a letter by itself is looked for faster


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
        wanted = _composed(pattern.removeprefix("./"))
        hits = {index for index, source in enumerate(sources) if _matches(wanted, source)}
        chosen |= hits
        if not hits:
            unmatched.append(pattern)
    return tuple(source for index, source in enumerate(sources) if index in chosen), tuple(unmatched)


def _matches(pattern: str, source: Source) -> bool:
    name, path = _composed(source.name), _composed(source.path)
    aliases = tuple(map(_composed, source.aliases))
    stem = path.rpartition(".")[0] or path
    if pattern in aliases or any(f"/{known}".endswith(f"/{pattern}") for known in (path, stem)):
        return True
    if name == pattern or not any(char in pattern for char in "*?["):
        return name == pattern
    from fnmatch import fnmatchcase

    forms = (name, path, *aliases)
    return any(fnmatchcase(form, pattern) for form in forms) or fnmatchcase(path, f"*/{pattern}")


def _composed(text: str) -> str:
    """Return a name with its accents composed, as one system writes them and another does not."""
    if text.isascii():
        return text
    from unicodedata import normalize

    return normalize("NFC", text)


def _problem(path: Path, root: Path, message: str) -> Problem:
    return _rules.unreadable(display_path(path, root), message)


def display_path(path: Path, root: Path) -> str:
    r"""Return a path relative to the root where it lies inside, with ``/`` on every machine.

    A byte of a name that is not UTF-8 is shown as ``\xff``, so that two names never become one.
    """
    full, base = Path(os.path.abspath(path)), Path(os.path.abspath(root))  # noqa: PTH100 - links stay as named
    text = full.relative_to(base).as_posix() if full.is_relative_to(base) else path.as_posix()
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
