"""factcheck from Python: check a statement or a quotation and look at the result."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypedDict, TypeVar

from factcheck import _plugins
from factcheck._engine import Engine
from factcheck._inputs import source_reader
from factcheck._sources import collect, match_sources
from factcheck.config import Config
from factcheck.errors import ConfigError, InputError, PluginError
from factcheck.model import Claim, Place, Result, Source

T = TypeVar("T")


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
        TypeError: one text is given where a list of them is wanted.
        InputError: a source cannot be read, or there are none.
        ConfigError: a plugin cannot be had, or what it registers cannot be used.
        PluginError: a plugin that is named cannot be loaded.

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
            sources=tuple(map(Path, _listed(sources, "sources"))),
            plugins=_listed(plugins, "plugins"),
            terms={key: _listed(words, f"terms[{key!r}]") for key, words in (terms or {}).items()},
            people={name: _listed(others, f"people[{name!r}]") for name, others in (people or {}).items()},
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
            TypeError: something that is no text is given for one, or one text for a list of sources.
            InputError: one of ``sources`` is not there.
            PluginError: a check failed on this; what the others made of it is in its ``results``.

        """
        return self._judged([_claim(statement, quote, speaker, sources)])[0]

    def check_all(self, asked: Iterable[Asked]) -> list[Result]:
        """Check many statements and quotations, each given by the arguments of :meth:`check` as a mapping.

        The results are the same; quotations are looked for in long documents in one pass for all.

        Raises:
            ValueError: there is one with neither a statement nor a quotation.
            TypeError: something that is no text is given for one, or one text for a list of sources.
            InputError: a source that is named is not there; nothing was judged.
            PluginError: a check failed on one of them; all were judged, and its ``results`` are what came of
                each.

        """
        claims = [_claim(**one) for one in asked]
        self._engine.library.claims = claims
        return self._judged(claims)

    def _judged(self, claims: Sequence[Claim]) -> list[Result]:
        named = [self._named(claim) for claim in claims]
        judged = [self._engine.judged(claim, sources) for claim, sources in zip(claims, named, strict=True)]
        results = [result for result, _ in judged]
        for problem in (failure for _, failures in judged for failure in failures):
            raise PluginError(problem.path.removeprefix("check "), problem.message, results)
        return results

    def _named(self, claim: Claim) -> tuple[Source, ...]:
        if not claim.sources:
            return self.sources
        named, unmatched = match_sources(claim.sources, self.sources)
        if unmatched:
            raise InputError(f"no source is called {unmatched[0]!r}; name a file, alias or glob")
        return named


def _claim(
    statement: str | None = None,
    quote: str | None = None,
    speaker: str | None = None,
    sources: Iterable[str] = (),
) -> Claim:
    for name, text in {"statement": statement, "quote": quote, "speaker": speaker}.items():
        if not isinstance(text, str | None):
            raise TypeError(f"{name} is {text!r:.60}, not a text")
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
        sources=_listed(sources, "sources"),
    )


def _listed(items: Iterable[T], what: str) -> tuple[T, ...]:
    """Return the items of a list; a text, which Python would take for a list of letters, is none."""
    if isinstance(items, str | bytes | Path):
        raise TypeError(f"{what} is {str(items)!r:.60}, not a list; write [{str(items)!r:.60}]")
    return tuple(items)


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
        ValueError: there is neither a statement nor a quotation.
        TypeError: one text is given for the list of sources, or something that is none for a text.
        InputError: a source cannot be read, or there are none.
        PluginError: a check failed on this.

    """
    return Checker(sources).check(statement, quote=quote, speaker=speaker)
