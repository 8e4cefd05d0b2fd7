"""factcheck from Python: check a statement or a quotation and look at the result."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypedDict

from factcheck import _plugins
from factcheck._engine import Engine
from factcheck._run import source_reader
from factcheck._sources import collect, match_sources
from factcheck.config import Config
from factcheck.errors import ConfigError, InputError
from factcheck.model import Claim, Place, Result, Source


class Asked(TypedDict, total=False):
    """What to check, as for :meth:`Checker.check`."""

    statement: str | None
    quote: str | None
    speaker: str | None
    sources: Iterable[str]


class Checker:
    """A set of sources, read once, to check any number of statements against.

    Args:
        sources: files and folders, as for ``--sources``.
        terms: the glossary, words by what they stand for.
        people: other spellings of a name, by the full name.
        plugins: further plugins by module name; ``no:NAME`` leaves an installed one out.

    Raises:
        InputError: a source cannot be read, or there are none.
        ConfigError: a plugin cannot be loaded.

    """

    def __init__(
        self,
        sources: Iterable[str | Path],
        *,
        terms: Mapping[str, Iterable[str]] | None = None,
        people: Mapping[str, Iterable[str]] | None = None,
        plugins: Iterable[str] = (),
    ):
        config = Config(
            root=Path.cwd(),
            sources=tuple(map(Path, sources)),
            plugins=tuple(plugins),
            terms={key: tuple(words) for key, words in (terms or {}).items()},
            people={name: tuple(others) for name, others in (people or {}).items()},
        )
        loaded = _plugins.load(config)
        if loaded.problems:
            raise ConfigError(loaded.problems[0].message, path=loaded.problems[0].path)
        found, problems = collect(config.sources, config.root, source_reader(loaded, config))
        for problem in problems:
            raise InputError(
                problem.message,
                path=problem.path,
                line=problem.line,
                column=problem.column,
                code=problem.code,
            )
        if not found:
            raise InputError("no source documents; name files or folders that hold .txt or .md files")
        self.sources: tuple[Source, ...] = found
        self._engine = Engine(loaded.checks, found, config)

    def check(
        self,
        statement: str | None = None,
        *,
        quote: str | None = None,
        speaker: str | None = None,
        sources: Iterable[str] = (),
    ) -> Result:
        """Check a statement, a quotation or both.

        Args:
            statement: a sentence whose figures, dates and quotations are checked.
            quote: words that must stand in a source.
            speaker: who is said to have said it.
            sources: names, aliases or globs of the sources to look at; default all.

        Raises:
            ValueError: there is neither a statement nor a quotation.
            InputError: one of ``sources`` is not there.

        """
        return self._judged(_claim(statement, quote, speaker, sources))

    def check_all(self, asked: Iterable[Asked]) -> list[Result]:
        """Check many statements and quotations, each given by the arguments of :meth:`check` as a mapping.

        The results are the same; quotations are looked for in long documents in one pass for all.

        Raises:
            ValueError: there is one with neither a statement nor a quotation.
            InputError: a source that is named is not there.

        """
        claims = [_claim(**one) for one in asked]
        self._engine.library.claims = claims
        return [self._judged(claim) for claim in claims]

    def _judged(self, claim: Claim) -> Result:
        named, unmatched = match_sources(claim.sources, self.sources) if claim.sources else (self.sources, ())
        if unmatched:
            raise InputError(f"no source is called {unmatched[0]!r}; name a file, alias or glob")
        result = self._engine.judge(claim, named)
        if self._engine.problems:
            problem = self._engine.problems[0]
            raise RuntimeError(f"{problem.path}: {problem.message}")
        return result


def _claim(
    statement: str | None = None,
    quote: str | None = None,
    speaker: str | None = None,
    sources: Iterable[str] = (),
) -> Claim:
    if not statement and not quote:
        raise ValueError("nothing to check: give a statement or a quote")
    length = len(statement or quote or "")
    return Claim(
        id="claim",
        place=Place("", 1, 1, 1, length + 1, 0, length),
        statement=statement,
        quote=quote,
        speaker=speaker,
        own_speaker=speaker is not None,
        sources=tuple(sources),
    )


def check(
    statement: str | None = None,
    *,
    sources: Iterable[str | Path],
    quote: str | None = None,
    speaker: str | None = None,
) -> Result:
    """Check one statement or quotation against documents; see :class:`Checker` for many.

    Args:
        statement: a sentence whose figures, dates and quotations are checked.
        sources: files and folders of documents.
        quote: words that must stand in a source.
        speaker: who is said to have said it.

    Raises:
        InputError: a source cannot be read, or there are none.

    """
    return Checker(sources).check(statement, quote=quote, speaker=speaker)
