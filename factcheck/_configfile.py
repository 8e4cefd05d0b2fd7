"""The configuration file: ``factcheck.toml``, or ``[tool.factcheck]`` in ``pyproject.toml``."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from factcheck.config import Config
from factcheck.errors import ConfigError
from factcheck.model import Severity

OWN_FILE = "factcheck.toml"
SHARED_FILE = "pyproject.toml"
TABLE = "[tool.factcheck]"

_HEADER = r"\s*\[(?P<keys>[^\[\]]+)\]"  # compiled when a fault has to be placed
_PART = r"""(?:[\w-]+|"[^"]*"|'[^']*')"""
_KEY = rf"\s*(?P<keys>{_PART}(?:\s*\.\s*{_PART})*)\s*="
_LISTS = ("claims", "sources", "select", "ignore", "require", "plugins")
_TABLES = ("terms", "people")
_FEW = 12
KEYS = (*_LISTS, "strict", "severity", *_TABLES)


def load(paths: Iterable[str], root: Path, *, local_plugins: bool = False) -> Config:
    """Return the settings for checking ``paths``: those of the nearest file upward, none being fine.

    It is looked for from the first path that exists, then from ``root``. Paths in the file are relative to
    its folder; in the result they are relative to ``root``. Its key ``claims``, the paths to check when
    none are given, stands in ``options``. A file of code that it names as a plugin is refused unless
    ``local_plugins``: what is checked must not run because it is there.

    Raises:
        ConfigError: the file cannot be read, or holds something that is no setting.

    """
    for path in _candidates(paths, root):
        shown = _relative(path, root).as_posix()
        text = _read(path, shown)
        table = _table(_parse(text, shown), path.name, shown)
        if table is not None:
            reader = _Reader(text, shown, path.name)
            config = _config(table, path, root, reader)
            local = [name for name in config.plugins if name.endswith(".py")]
            if local and not local_plugins:
                message = f"plugin {local[0]!r} is a file; name it with -p, or say --allow-local-plugins"
                raise reader.error(message, "plugins")
            return config
    return Config(root=root)


def _candidates(paths: Iterable[str], root: Path) -> Iterator[Path]:
    given = next((path for path in map(Path, paths) if os.path.exists(path)), root).absolute()  # noqa: PTH110
    start = given if given.is_dir() else given.parent
    for folder in (start, *start.parents, root, *root.parents):
        for name in (OWN_FILE, SHARED_FILE):
            if os.path.isfile(folder / name):  # noqa: PTH113 - what cannot be looked at is not there
                yield folder / name


def _read(path: Path, shown: str) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ConfigError(f"cannot be read ({error.strerror}); check the file", path=shown) from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"byte {error.start} is not UTF-8; save the file as UTF-8", path=shown) from error


def _parse(text: str, shown: str) -> dict[str, Any]:
    import tomli

    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        what = str(error)
        place = re.search(r" \(at (?:line (\d+), column (\d+)|end of document)\)$", what)
        line, column = (int(place[1] or 0), int(place[2] or 0)) if place else (0, 0)
        what = what[: place.start()] if place else what
        raise ConfigError(
            f"not TOML ({what}); mend the file", path=shown, line=line, column=column
        ) from error
    except RecursionError as error:
        raise ConfigError("nested too deeply; mend the file", path=shown) from error


def _table(parsed: dict[str, Any], name: str, shown: str) -> dict[str, Any] | None:
    if name == OWN_FILE:
        return parsed
    tool = parsed.get("tool")
    table = tool.get("factcheck") if isinstance(tool, dict) else None
    if table is not None and not isinstance(table, dict):
        raise ConfigError(f"{TABLE} is no table; write its settings as key = value", path=shown)
    return table


def places(path: Path, shown: str) -> dict[str, tuple[int, int]]:
    """Return line and column of the settings of a file that :func:`load` has read, by their key."""
    reader = _Reader(_read(path, shown), shown, path.name)
    return {key: place for key in KEYS if (place := reader.place(key)) != (0, 0)}


class _Reader:
    """Values of the table, checked, with the place of a key for the message where one is wrong."""

    def __init__(self, text: str, shown: str, name: str):
        self._text = text
        self._shown = shown
        self._header = () if name == OWN_FILE else ("tool", "factcheck")

    def error(self, message: str, *keys: str) -> ConfigError:
        line, column = self.place(*keys)
        return ConfigError(message, path=self._shown, line=line, column=column)

    def place(self, *keys: str) -> tuple[int, int]:
        """Find a key, by the headers and keys that start the lines; the parser tells no places."""
        wanted = (*self._header, *keys)
        header: tuple[str, ...] = ()
        for number, line in enumerate(self._text.splitlines(), 1):
            match = re.match(_HEADER, line) or re.match(_KEY, line)
            if match is None:
                continue
            keys = tuple(part.strip(" \t\"'") for part in match["keys"].split("."))
            if match.re.pattern == _HEADER:
                header = here = keys
            else:
                here = (*header, *keys)
            if here[: len(wanted)] == wanted:
                return number, match.start("keys") + 1
        return 0, 0

    def words(self, table: Mapping[str, Any], key: str, *outer: str) -> tuple[str, ...]:
        value = table.get(key, [])
        if not isinstance(value, list) or not all(
            isinstance(item, str) and item and "\0" not in item for item in value
        ):
            raise self.error(f'{key!r} is not a list of texts; write ["...", "..."]', *outer, key)
        return tuple(value)

    def groups(self, table: Mapping[str, Any], key: str) -> dict[str, tuple[str, ...]]:
        value = table.get(key, {})
        if not isinstance(value, dict):
            raise self.error(f'{key!r} is not a table; write name = ["..."] under a header of its own', key)
        return {inner: self.words(value, inner, key) for inner in value}

    def severities(self, table: Mapping[str, Any], key: str) -> dict[str, Severity]:
        value = table.get(key, {})
        if not isinstance(value, dict):
            raise self.error(
                f'{key!r} is not a table; write FC101 = "warning" under a header of its own', key
            )
        known = [severity.value for severity in Severity]
        for code, severity in value.items():
            if severity not in known:
                message = f"severity of {code!r} is {severity!r:.40}; write one of {', '.join(known)}"
                raise self.error(message, key, code)
        return {code: Severity(severity) for code, severity in value.items()}


def _config(table: Mapping[str, Any], path: Path, root: Path, reader: _Reader) -> Config:
    for key in table:
        if key not in KEYS:
            raise reader.error(f"unknown setting {key!r}{nearest(key, KEYS)}", key)
    strict = table.get("strict", False)
    if not isinstance(strict, bool):
        raise reader.error("'strict' is neither true nor false; write strict = true", "strict")
    folder = path.parent
    plugins = reader.words(table, "plugins")
    for name in reader.words(table, "require"):
        if f"no:{name}" in plugins:
            message = (
                f"contradicts itself: {name!r} is required, and switched off by 'no:{name}'; take one out"
            )
            raise reader.error(message, "require")
    return Config(
        root=root,
        file=path,
        sources=tuple(_relative(folder / name, root) for name in reader.words(table, "sources")),
        select=reader.words(table, "select"),
        ignore=reader.words(table, "ignore"),
        require=reader.words(table, "require"),
        plugins=tuple(_plugin(name, folder, root) for name in plugins),
        strict=strict,
        terms=reader.groups(table, "terms"),
        people=reader.groups(table, "people"),
        severity=reader.severities(table, "severity"),
        options={
            "claims": tuple(str(_relative(folder / name, root)) for name in reader.words(table, "claims"))
        },
    )


def _plugin(name: str, folder: Path, root: Path) -> str:
    return _relative(folder / name, root).as_posix() if name.endswith(".py") else name


def _relative(path: Path, root: Path) -> Path:
    """Return a path as seen from the root, so that output is the same on every machine."""
    try:
        return Path(os.path.relpath(path, root))
    except ValueError:  # another drive
        return path


def nearest(word: str, known: Iterable[str]) -> str:
    """Return ``; did you mean 'x'?``, or all that is known where nothing is near and they are few."""
    from difflib import get_close_matches

    names = sorted(known)
    if close := get_close_matches(word, names, 1, 0.6):
        return f"; did you mean {close[0]!r}?"
    return f"; known are {', '.join(names)}" if len(names) <= _FEW else ""
