"""What the fixture ``factcheck`` gives a test: assertions on texts against documents."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from factcheck import _configfile
from factcheck._pytest.failure import blocks
from factcheck.api import Checker
from factcheck.errors import ConfigError
from factcheck.model import Report, Result, Verdict


class Assertions:
    """Asserts that texts agree with documents; the documents are read once a session."""

    def __init__(self, root: Path, sources: tuple[Path, ...]):
        self._root = root
        self._sources = sources
        self._checkers: dict[tuple[str, ...], Checker] = {}

    def assert_supported(
        self,
        text: str | None = None,
        *,
        quote: str | None = None,
        speaker: str | None = None,
        sources: Iterable[str | Path] | str | Path | None = None,
    ) -> Result:
        """Assert that the sources support a text and return the result.

        Args:
            text: a statement whose figures, dates and quotations are checked.
            quote: words that must stand in a source.
            speaker: who is said to have said it.
            sources: files and folders; default ``factcheck_sources``, else the sources of the configuration.

        Raises:
            AssertionError: the verdict is another, with the passages that decide it.
            ConfigError: there are no sources, or they cannot be used.

        """
        __tracebackhide__ = True
        checker = self._checker(sources)
        result = checker.check(text, quote=quote, speaker=speaker)
        if result.verdict is not Verdict.SUPPORTED:
            report = Report((result,), (), checker.sources, (), {})
            raise AssertionError("\n".join((f"the text is {result.verdict}", *blocks(result, report))))
        return result

    def _checker(self, sources: Iterable[str | Path] | str | Path | None) -> Checker:
        config = _configfile.load((), self._root)
        if sources is None:
            sources = self._sources or tuple(self._root / source for source in config.sources)
        elif isinstance(sources, str | Path):
            sources = (sources,)
        names = tuple(map(str, sources))
        if not names:
            raise ConfigError("no sources; give some, or configure factcheck_sources")
        if names not in self._checkers:
            plugins = [name for name in config.plugins if not name.endswith(".py")]
            self._checkers[names] = Checker(names, terms=config.terms, people=config.people, plugins=plugins)
        return self._checkers[names]
