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
    """The memory of one project; ``folder`` is where its configuration stands, or where it is run.

    Claims are named ``path::words`` (see :mod:`factcheck._cli.memory`), their paths seen from ``root``, where
    it is run, and kept as seen from the folder.
    """

    def __init__(self, folder: Path, root: Path):
        self._home = folder
        self._root = root
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
        nodes = map(str, found) if isinstance(found, list) else ()
        return tuple(_moved(node, self._home, self._root) for node in nodes)

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
            kept = [_moved(node, self._root, self._home) for node in after]
            part.write_text(json.dumps(kept, indent=0), encoding="utf-8")
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


def _moved(node: str, here: Path, there: Path) -> str:
    """Return a node id that is seen from one folder as it is seen from another."""
    if here == there:
        return node
    path, sign, name = node.partition("::")
    try:
        return Path(os.path.relpath(here / path, there)).as_posix() + sign + name
    except ValueError:  # another drive
        return node
