"""The files of a run: which the paths name, and what is read from them, by a plugin or as what they are."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from factcheck import _rules
from factcheck._claims import ClaimsFile, read_claims
from factcheck._decided import DECISIONS_FILE
from factcheck._decode import mark_of
from factcheck._mentions import extract_mentions
from factcheck._plugins import Plugins, ask, describe, implementing
from factcheck._sources import display_path
from factcheck._sourcesfile import NAMES
from factcheck.config import Config
from factcheck.errors import ConfigError, InputError
from factcheck.model import Claim, Problem, Rule, Source

CLAIM_SUFFIXES = (".yaml", ".yml")
DRAFT_SUFFIXES = (".md", ".markdown", ".txt")
_VENDORED = {"node_modules", "site-packages", "vendor", "venv", "__pycache__"}
T = TypeVar("T")


def claim_files(paths: Sequence[str], config: Config, problems: list[Problem]) -> Iterator[Path]:
    """Yield the claims files that the paths name or hold, each once; other paths are reported."""
    if not any(map(os.path.lexists, paths)):
        raise ConfigError("no such file or folder; check the path", path=paths[0])
    seen: set[str] = set()
    excluded = {os.path.realpath(source) for source in config.sources}
    for given in paths:
        shown = display_path(Path(given), config.root)
        if os.path.isdir(given):  # noqa: PTH112 - a path that cannot be looked at is none, not an error
            found = _walk(Path(given), excluded, config.root, problems)
        elif os.path.exists(given):  # noqa: PTH110
            found = iter((Path(given),))
        else:
            problems.append(_rules.unreadable(shown, _no_file(Path(given))))
            continue
        for file in found:
            if (real := os.path.realpath(file)) not in seen:
                seen.add(real)
                yield file


def _no_file(path: Path) -> str:
    """Return what a path is that is no file."""
    if os.path.isdir(path):  # noqa: PTH112 - a path that cannot be looked at is none, not an error
        return "a folder; name the files in it"
    if os.path.exists(path):  # noqa: PTH110
        return "neither a file nor a folder; name a claims file"
    is_link = os.path.islink(path)  # noqa: PTH114
    return f"{'a link to nothing or to itself' if is_link else 'no such file or folder'}; check the path"


def _walk(folder: Path, excluded: set[str], root: Path, problems: list[Problem]) -> Iterator[Path]:
    def failed(error: OSError) -> None:
        message = f"cannot be read ({error.strerror}); check the folder"
        problems.append(_rules.unreadable(display_path(Path(error.filename), root), message))

    base = os.path.realpath(folder)
    for here, folders, files in os.walk(folder, onerror=failed):
        at = Path(here)
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".")
            and name not in _VENDORED
            and os.path.realpath(at / name) not in excluded
        )
        for name in sorted(files):
            if not name.endswith((*CLAIM_SUFFIXES, ".md")) or name.startswith("."):
                continue
            if name == DECISIONS_FILE:
                continue
            if name in NAMES and _describes(os.path.realpath(here), excluded):
                continue
            real = os.path.realpath(at / name)
            if os.path.commonpath([real, base]) == base:
                yield at / name
            else:
                what = "a link that leads outside the folder; name the file itself, or copy it here"
                problems.append(_rules.unreadable(display_path(at / name, root), what))


def _describes(folder: str, excluded: Iterable[str]) -> bool:
    """Say whether a sources file in this folder describes sources of the run."""
    return any(
        folder in (path, os.path.split(path)[0]) or folder.startswith(path + os.sep) for path in excluded
    )


class Reader:
    """Reads the files of a run into claims: by a plugin, as a claims file, else as a draft."""

    def __init__(self, plugins: Plugins, config: Config, sources: Sequence[Source] = ()):
        self.plugins = plugins
        self.config = config
        self.sources = sources

    def read(self, path: Path) -> ClaimsFile:
        """Return what a file holds; a fault of it is a problem."""
        shown = display_path(path, self.config.root)
        try:
            if not path.is_file():
                raise InputError(_no_file(path), path=shown)
            for claims in _answers("factcheck_read_claims", path, self.plugins, self.config, _claims_of):
                return ClaimsFile(shown, "", claims, ())
            if path.suffix in CLAIM_SUFFIXES or path.suffix.lower() in DRAFT_SUFFIXES:
                data = path.read_bytes()
                read = read_claims if path.suffix in CLAIM_SUFFIXES else self.draft
                return read(shown, data)._replace(mark=mark_of(data))
            raise InputError("no plugin reads claims from this; name a .yaml, .md or .txt file", path=shown)
        except OSError as error:
            message = f"cannot be read ({error.strerror}); check the file"
            return ClaimsFile(shown, "", (), (_rules.unreadable(shown, message),))
        except InputError as error:
            problem = Problem(error.path or shown, error.line, error.column, error.code, error.message)
            return ClaimsFile(shown, "", (), (problem,))

    @property
    def _rules(self) -> Mapping[str, Rule] | None:
        """All rules that a draft can name; ``None`` where a plugin that has some is switched off."""
        off = any(name.startswith("no:") for name in self.config.plugins)
        return None if off else self.plugins.rules

    def draft(self, shown: str, data: bytes) -> ClaimsFile:
        """Return the claims of a draft; what a check that fails would have found is left out and told of."""
        from factcheck._drafts import Extraction, read_draft  # a run of claims files needs none of it

        checks = self.plugins.checks
        enclosing = [check for check in checks if getattr(check, "encloses", False)]
        failures: list[Problem] = []
        extraction = Extraction(
            lambda document: extract_mentions(document, checks, failures.append),
            lambda document: extract_mentions(document, enclosing, failures.append),
        )
        people = {turn.speaker: None for source in self.sources for turn in source.turns if turn.speaker}
        people |= {name: None for source in self.sources for name in source.people}
        read = read_draft(shown, data, extraction, (*people, *self.config.people), self._rules)
        return read._replace(problems=(*read.problems, *dict.fromkeys(failures)))


def source_reader(plugins: Plugins, config: Config) -> Callable[[Path], Source | None]:
    """Return what asks the reader plugins for a source."""

    def read(path: Path) -> Source | None:
        source = next(_answers("factcheck_read_source", path, plugins, config, _source_of), None)
        return source._replace(path=display_path(path, config.root)) if source else None

    return read


def _answers(
    hook: str, path: Path, plugins: Plugins, config: Config, vetted: Callable[[Any], T]
) -> Iterator[T]:
    """Yield what the plugins read from a file, in the order of their names.

    Raises:
        InputError: a plugin says what is wrong with the file, or failed on it and is to blame.

    """
    for name in implementing(plugins.manager, hook):
        try:
            answer = ask(plugins.manager, name, hook, path=str(path), config=config)
            if answer is not None:
                yield vetted(answer)
        except InputError:
            raise
        except (Exception, SystemExit) as error:
            shown = display_path(path, config.root)
            message = f"failed on {shown} ({describe(error)}); fix or remove it"
            raise InputError(message, path=f"plugin {name}", code=_rules.PLUGIN_BROKEN.code) from error


def _claims_of(answer: Any) -> tuple[Claim, ...]:
    from factcheck._vetting.readers import claims_of  # most runs have no readers but those built in

    return claims_of(answer)


def _source_of(answer: Any) -> Source:
    from factcheck._vetting.readers import source_of

    return source_of(answer)
