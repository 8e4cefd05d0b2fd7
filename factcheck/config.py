"""The settings of a run, as plugins see them."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from factcheck.model import Severity


class Config(NamedTuple):
    """The settings of one run: what the configuration file says, overruled by the command line.

    ``root`` is the folder paths are shown relative to; ``file`` the configuration that was read, if any.
    ``terms`` is the project's glossary (key: words that mean it), ``people`` the other spellings of a
    name, ``options`` whatever the command line parsed, plugins' own options included. ``severity`` is what
    the project makes of a rule, by its code.
    """

    root: Path
    file: Path | None = None
    sources: tuple[Path, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    require: tuple[str, ...] = ()
    plugins: tuple[str, ...] = ()
    strict: bool = False
    terms: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    people: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    options: Mapping[str, Any] = MappingProxyType({})
    severity: Mapping[str, Severity] = MappingProxyType({})
