"""Which claims are checked: by ``-k``, ``-m``, ``PATH::ID``, ``--deselect``, ``--changed`` and ``--lf``."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Callable, Collection, Sequence
from functools import cached_property
from pathlib import Path

from factcheck import _configfile
from factcheck._cli.console import complain
from factcheck._cli.memory import NODE, lost, memory_id
from factcheck._sources import display_path
from factcheck.model import Claim, Source

_SHOWN = 60  # characters of a sentence that a message repeats

Keep = Callable[[list[Claim], Sequence[Source]], list[Claim]]


def node_id(claim: Claim) -> str:
    """Return what names a claim on the command line: its file and its id."""
    return f"{claim.place.path}{NODE}{claim.id}"


class Selection:
    """Says which claims of a run are to be checked, in which order, and which named one is not there.

    ``paths`` are the files and folders of the arguments, without the ids; ``failed`` what is remembered of
    those that failed last time. Where one of these is not there any more, all is checked, for it may be what
    was written in its place. ``claims`` are all that were there to choose from. ``changed`` keeps those that
    may come out otherwise than before; where it keeps none, ``is_unchanged``.
    """

    def __init__(
        self,
        args: Namespace,
        paths: Sequence[str],
        root: Path,
        failed: Collection[str] = (),
        changed: Keep | None = None,
    ):
        split = [_split(path) for path in paths]
        self.paths = list(dict.fromkeys(path for path, _ in split))
        self._args = args
        self._failed = frozenset(failed)
        self._changed = changed
        self.is_unchanged = False
        self._whole = [_shown(path, root) for path, id_ in split if not id_]
        self._named = [(_shown(path, root), id_) for path, id_ in split if id_]
        self._deselected = [(_shown(path, root), id_) for path, id_ in map(_split, args.deselect)]
        self.claims: list[Claim] = []

    def choose(self, claims: list[Claim], sources: Sequence[Source]) -> list[Claim]:
        """Return the claims to check, in the order to check them in."""
        self.claims = claims
        kept = claims
        if self._named:
            wanted = [*self._named, *((path, "") for path in self._whole)]
            kept = [claim for claim in kept if any(_is_of(claim, *node) for node in wanted)]
        if self._args.k or self._args.m:
            kept = list(filter(_by_words(self._args.k, self._args.m), kept))
        for node in self._deselected:
            kept = [claim for claim in kept if not _is_of(claim, *node)]
        if self._changed and kept:
            kept = self._changed(kept, sources)
            self.is_unchanged = not kept
        return self._failed_first(kept) if self._failed else kept

    def _failed_first(self, kept: list[Claim]) -> list[Claim]:
        """Return what failed last time, and behind it the others where they are wanted or one is lost."""
        gone = lost(self._failed, self.claims) if self._args.lf else []
        if gone:
            complain(f"{_told(gone)}; all claims are checked")
        failed = [claim for claim in kept if memory_id(claim) in self._failed]
        if self._args.lf and failed and not gone:
            return failed
        return failed + [claim for claim in kept if memory_id(claim) not in self._failed]

    @cached_property
    def _there(self) -> dict[str, set[str]]:
        """The node ids of all claims of the run, by file."""
        found: dict[str, set[str]] = {}
        for claim in self.claims:
            found.setdefault(claim.place.path, set()).add(node_id(claim))
        return found

    def complain(self) -> bool:
        """Complain of the claims that are named and not there; return whether there are any."""
        if not self._named:
            return False
        there = sorted(node for nodes in self._there.values() for node in nodes)
        named = (f"{path}{NODE}{id_}" for path, id_ in self._named)
        missing = [node for node in named if node not in there]
        for node in missing:
            near = _configfile.nearest(node, there)
            complain(f"{node}: no such claim{near or '; factcheck --co lists them'}")
        return bool(missing)


def _split(path: str) -> tuple[str, str]:
    """Split a node id into path and id; a path that is there is one, whatever its name."""
    file, sign, id_ = path.partition(NODE)
    return (file, id_) if sign and file and not os.path.lexists(path) else (path, "")


def _shown(path: str, root: Path) -> str:
    return display_path(Path(path), root)


def _is_of(claim: Claim, path: str, id_: str = "") -> bool:
    """Say whether a claim is the one named, or stands in the file or folder named."""
    here = claim.place.path
    if id_:
        return claim.id == id_ and here == path
    return here == path or path == "." or here.startswith(f"{path.rstrip('/')}/")


def _by_words(keyword: str, tags: str) -> Callable[[Claim], bool]:
    from factcheck._keyword import compile_keyword, compile_tags

    by_keyword, by_tags = compile_keyword(keyword), compile_tags(tags)
    return lambda claim: by_keyword((claim.id, *claim.tags)) and by_tags(claim.tags)


def _told(gone: Sequence[str]) -> str:
    """Return which claims are lost, in a line."""
    path, _, words = gone[0].partition(NODE)
    more = f" and {len(gone) - 1} more" if gone[1:] else ""
    short = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
    return f"of what failed last time “{short}” in {path}{more} is not there any more"
