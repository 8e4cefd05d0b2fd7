"""``--changed [REF]``: the claims whose own file, or one of whose sources, has changed in git."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from factcheck import _decided
from factcheck._sources import match_sources
from factcheck._sourcesfile import NAMES
from factcheck.config import Config
from factcheck.errors import ConfigError
from factcheck.model import Claim, Source

_PATIENCE = 60  # seconds for one answer of git


def touched(
    claims: Iterable[Claim], sources: Sequence[Source], reference: str, config: Config
) -> list[Claim]:
    """Return the claims that may come out otherwise than at the commit ``reference``.

    These are the claims of files that changed, those whose sources changed, came or went, and all where
    the configuration, the decisions or a plugin file changed. What is not committed counts as changed.

    Raises:
        ConfigError: git is not there, or does not know the commit.

    """
    changes = Changes(changed_files(reference, config.root), sources, config)
    return list(filter(changes.concern, claims))


class Changes:
    """The files that changed, and which claims that concerns."""

    def __init__(self, files: frozenset[Path], sources: Sequence[Source], config: Config):
        self._files = files
        self._sources = sources
        settings = [config.root / name for name in config.plugins if name.endswith(".py")]
        settings += [_decided.decisions_path(config), *([config.file] if config.file else [])]
        folders = [Path(os.path.realpath(config.root / source)) for source in config.sources]
        inside = [file for file in files if any(file.is_relative_to(folder) for folder in folders)]
        self._all = any(map(self._is_changed, settings)) or any(
            file.name in NAMES and file.parent in {*folders, *(folder.parent for folder in folders)}
            for file in files
        )
        self._gone = tuple(
            Source(file.name, Path(os.path.relpath(file, config.root)).as_posix(), "", "")
            for file in inside
            if not file.exists()
        )
        self._is_new = cache(lambda path: self._is_changed(config.root / path))
        self._changed = {source.path for source in sources if self._is_new(source.path)}

    def concern(self, claim: Claim) -> bool:
        """Say whether a claim may come out otherwise."""
        if self._all or self._is_new(claim.place.path):
            return True
        if not claim.sources:
            return bool(self._changed or self._gone)
        named, unmatched = match_sources(claim.sources, self._sources)
        gone, _ = match_sources(claim.sources, self._gone)
        return bool(unmatched or gone) or any(source.path in self._changed for source in named)

    def _is_changed(self, path: Path) -> bool:
        """Say whether a file changed, or the folder it stands in, as that of a submodule."""
        real = Path(os.path.realpath(path))
        return real in self._files or any(folder in self._files for folder in real.parents)


def changed_files(reference: str, root: Path) -> frozenset[Path]:
    """Return the files that differ from a commit, or from where this branch left it; new ones included.

    Raises:
        ConfigError: there is no git, no repository or no such commit.

    """
    top = Path(os.fsdecode(_git(root, "rev-parse", "--show-toplevel").removesuffix(b"\n")))
    try:
        commit = _git(top, "rev-parse", "--verify", "--end-of-options", f"{reference}^{{commit}}").strip()
    except ConfigError as error:
        message = f"--changed: git knows no commit {reference!r} here; fetch it, or name another"
        raise ConfigError(message) from error
    try:
        base = _git(top, "merge-base", commit.decode(), "HEAD").strip()
    except ConfigError:  # a shallow clone does not know where the branch began
        base = commit
    listed = _git(top, "diff", "--name-only", "--no-renames", "--no-ext-diff", "-z", base.decode(), "--")
    listed += _git(top, "ls-files", "--others", "--exclude-standard", "-z")
    return frozenset(Path(os.path.realpath(top / os.fsdecode(name))) for name in listed.split(b"\0") if name)


def _git(folder: Path, *arguments: str) -> bytes:
    """Return what git answers.

    Raises:
        ConfigError: it cannot be asked, or refuses.

    """
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and every reference is behind --end-of-options
            ["git", *arguments],  # noqa: S607 - the user's own git
            cwd=folder,
            env={**os.environ, "LC_ALL": "C"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
        )
    except FileNotFoundError as error:
        raise ConfigError("--changed needs git, which is not installed; leave it out") from error
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        raise ConfigError(f"--changed: git cannot be asked ({type(error).__name__}); leave it out") from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().split("\n")[0].removeprefix("fatal: ")
        raise ConfigError(f"--changed: git says: {said or 'nothing'}; mend that, or leave it out")
    return done.stdout
