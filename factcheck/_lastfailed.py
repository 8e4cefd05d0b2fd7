"""Which claims failed when they were last checked, remembered in ``.factcheck_cache/``.

Remembering is a convenience: a folder that cannot be written, or a file that cannot be read, is as if there
were none.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from factcheck.errors import ConfigError

FOLDER = ".factcheck_cache"
_FILE = "lastfailed.json"
_IGNORE = "# Made by factcheck; it may be deleted.\n*\n"


class LastFailed:
    """The memory of one project; ``folder`` is where its configuration stands, or where it is run."""

    def __init__(self, folder: Path):
        self._folder = folder / FOLDER

    def read(self) -> tuple[str, ...]:
        """Return the node ids of the claims that failed, in the order of that run."""
        path = self._folder / _FILE
        if not os.path.exists(path):  # noqa: PTH110
            return ()
        import json

        try:
            found = json.loads(path.read_bytes())
        except (OSError, ValueError, RecursionError):
            return ()
        return tuple(map(str, found)) if isinstance(found, list) else ()

    def remember(self, checked: Mapping[str, bool], is_gone: Callable[[str], bool]) -> None:
        """Add and take out what was ``checked``: for each node id whether it failed; and what is gone."""
        before = self.read()
        kept = [node for node in before if checked.get(node, True) and not is_gone(node)]
        known = set(kept)
        after = [*kept, *(node for node, failed in checked.items() if failed and node not in known)]
        if after == list(before):
            return
        import json

        try:
            self._folder.mkdir(exist_ok=True)
            ignore = self._folder / ".gitignore"
            if not ignore.exists():
                ignore.write_text(_IGNORE, encoding="utf-8")
            part = self._folder / f"{_FILE}.{os.getpid()}"
            part.write_text(json.dumps(after, indent=0), encoding="utf-8")
            part.replace(self._folder / _FILE)
        except OSError:
            return

    def clear(self) -> None:
        """Forget everything.

        Raises:
            ConfigError: the folder cannot be removed.

        """
        if self._folder.is_symlink() or not self._folder.exists():
            return
        from shutil import rmtree

        try:
            rmtree(self._folder)
        except OSError as error:
            message = f"cannot be removed ({error.strerror}); remove it yourself"
            raise ConfigError(message, path=str(self._folder)) from error
