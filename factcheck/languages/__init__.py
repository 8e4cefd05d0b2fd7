"""Language packs: all knowledge of a language, as data.

A pack is a set of files ``<code>.<section>.toml`` beside this module. ``words`` belongs to the core
(function words, abbreviations, what nouns and verbs mean); the other sections belong to the check that
reads them (``numbers``, ``dates``, ``speech``). What the words mean in English is a long list in a file of
its own, ``<code>.glossary.txt``. A new language is new files and their cases, no code.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import tomli  # tomllib, compiled

_HERE = Path(__file__).parent


@cache
def available() -> tuple[str, ...]:
    """Return the codes (ISO 639-1) of the languages that have a pack, sorted."""
    names = (path.name for path in _HERE.iterdir())
    return tuple(sorted(name.partition(".")[0] for name in names if name.endswith(".words.toml")))


@cache
def load(language: str, section: str) -> Mapping[str, Any]:
    """Return one section of a pack, empty where the language has none.

    Strings of words are left as written in the file; readers split them.
    """
    if language not in available():
        return {}
    try:
        with (_HERE / f"{language}.{section}.toml").open("rb") as file:
            return tomli.load(file)
    except FileNotFoundError:
        return {}


def glossary(language: str) -> str:
    """Return the lines ``word: meaning meaning`` of a pack's glossary, empty where it has none.

    They are no TOML, which would take as long to read as the rest of the pack.
    """
    path = _HERE / f"{language}.glossary.txt"
    if language not in available() or not path.exists():
        return ""
    return path.read_text(encoding="utf-8").partition("\n\n")[2]  # behind the comment at the top


def table(language: str, section: str, key: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each name of a table and its words; a table is written as lines of ``name: word word``.

    TOML's own tables take six times as long to parse.
    """
    for line in load(language, section).get(key, "").splitlines():
        name, colon, words = line.partition(":")
        if colon:
            yield name, words.split()
