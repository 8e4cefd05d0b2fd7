"""What every reader of sources must hold to, as trials that a plugin runs on itself.

In its tests::

    @pytest.mark.parametrize("trial", reader_conformance(factcheck_subtitles, SAMPLES), ids=str)
    def test_conformance(trial):
        trial()
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import pluggy

from factcheck import hookspecs
from factcheck.config import Config
from factcheck.errors import InputError
from factcheck.model import Source
from factcheck.testing.conformance import Trial
from factcheck.testing.hostile import HOSTILE
from factcheck.testing.measuring import assert_linear
from factcheck.testing.watching import assert_silent, assert_unwritten

_BYTES = (b"", b"\xff", b"\x00" * 999, b"%PDF-1.7\n", b"PK\x03\x04", b"\xef\xbb\xbf", bytes(range(256)))
_FOREIGN = "notes.of-no-format"
_FIRST, _MOST = 8_000, 100_000  # characters that time is measured on, at least and at most


def reader_conformance(reader: object, samples: Mapping[str, bytes]) -> tuple[Trial, ...]:
    """Return the trials of a plugin's ``factcheck_read_source``.

    ``samples`` are files that it reads, by their names. Tried are: text with sorted turns and landmarks
    inside it, and landmarks in lines that the file has; ``None`` for a file of no known kind; the same
    answer every time; nothing printed or written; time linear in the file; and for a damaged or hostile
    file of its own kind an :class:`InputError` or a source, nothing else.
    """
    tried = _Tried(_hook(reader), dict(samples))
    return (
        Trial("reads each sample", lambda: _reads(tried)),
        Trial("turns and landmarks are sorted and inside", lambda: _sorted(tried)),
        Trial("landmarks are places of the file", lambda: _placed(tried)),
        Trial("leaves other files alone", lambda: _leaves(tried)),
        Trial("the same answer every time", lambda: _deterministic(tried)),
        Trial("nothing is printed", lambda: tried.each(assert_silent)),
        Trial("nothing is written", lambda: tried.each(assert_unwritten)),
        Trial("survives hostile files", lambda: _survives(tried)),
        Trial("time is linear in the file", lambda: _linear(tried)),
    )


class _Tried(NamedTuple):
    """A reader and the files it is tried on."""

    hook: Callable[..., Source | None]
    samples: dict[str, bytes]

    def read(self, name: str, data: bytes) -> Source | None:
        """Return what the reader makes of a file."""
        with TemporaryDirectory() as folder:
            path = _written(folder, name, data)
            return self.hook(path=path, config=Config(Path(folder)))

    def sources(self) -> Iterable[tuple[str, Source]]:
        """Yield each sample's name and source."""
        for name, data in self.samples.items():
            source = self.read(name, data)
            assert isinstance(source, Source), f"{name} is not read, it gives {source!r:.80}"
            yield name, source

    def each(self, check: Callable[[Callable[[], Any]], None]) -> None:
        """Check the reading of each sample."""
        for name, data in self.samples.items():
            with TemporaryDirectory() as folder:
                path = _written(folder, name, data)
                check(lambda path=path, root=Path(folder): self.hook(path=path, config=Config(root)))  # type: ignore[misc]


def _hook(reader: object) -> Callable[..., Source | None]:
    manager = pluggy.PluginManager("factcheck")
    manager.add_hookspecs(hookspecs)
    manager.register(reader)
    hook: Callable[..., Source | None] = manager.hook.factcheck_read_source
    return hook


def _written(folder: str, name: str, data: bytes) -> str:
    path = Path(folder, name)
    path.write_bytes(data)
    return str(path)


def _reads(tried: _Tried) -> None:
    assert tried.samples, "give a sample at least"
    for name, source in tried.sources():
        assert source.name == name, f"the source of {name} is called {source.name!r}"
        assert source.text.strip(), f"{name} has no text"
        assert len(source.sha256) == 64, f"{name} has no SHA-256 of its bytes"


def _sorted(tried: _Tried) -> None:
    for name, source in tried.sources():
        for turn in source.turns:
            assert 0 <= turn.start < turn.end <= len(source.text), f"{name}: {turn} lies not inside the text"
        for one, two in pairwise(source.turns):
            assert one.end <= two.start, f"{name}: {one} and {two} overlap or are not in order"
        for mark in source.landmarks:
            assert 0 <= mark.start < len(source.text), f"{name}: {mark} lies not inside the text"
        for before, after in pairwise(source.landmarks):
            assert before.start < after.start, f"{name}: {before} and {after} are not in order"


def _placed(tried: _Tried) -> None:
    """Look whether a place has as many columns as are claimed; what is no text has no lines to look at."""
    for name, source in tried.sources():
        try:
            lines = (
                tried.samples[name].decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n").split("\n")
            )
        except UnicodeDecodeError:
            continue
        for mark in source.landmarks:
            assert 1 <= mark.line <= len(lines), f"{name}: {mark} is in no line of the file"
            columns = len(lines[mark.line - 1])
            assert 1 <= mark.column <= max(1, columns), f"{name}: {mark} is in no column of its line"


def _leaves(tried: _Tried) -> None:
    for data in (b"Some text.\n", *tried.samples.values()):
        answer = tried.read(_FOREIGN, data)
        assert answer is None, f"reads a file called {_FOREIGN}; return None for what is not its own"


def _deterministic(tried: _Tried) -> None:
    first = [source._replace(path="") for _, source in tried.sources()]
    again = [source._replace(path="") for _, source in tried.sources()]
    assert first == again, "a file gives another source the second time"


def _survives(tried: _Tried) -> None:
    for name, sample in tried.samples.items():
        head, half = sample[: sample.find(b"\n") + 1], len(sample) // 2
        texts = [text.encode("utf-8", "surrogatepass") for text in HOSTILE]
        for data in (*texts, *(head + text for text in texts), *_BYTES, sample[:half], sample + sample):
            try:
                answer = tried.read(name, data)
            except InputError:
                continue
            except (Exception, SystemExit) as error:
                raise AssertionError(f"{name} with {data!r:.60}: {type(error).__name__}: {error}") from error
            else:
                assert answer is None or isinstance(answer, Source), (
                    f"{name} with {data!r:.60}: {answer!r:.60}"
                )


def _linear(tried: _Tried) -> None:
    for name, sample in tried.samples.items():
        with TemporaryDirectory() as folder:
            work_on = partial(_reading, tried, folder, name)
            assert_linear(work_on, sample.decode("utf-8", "replace") + "\n", _FIRST, _MOST)


def _reading(tried: _Tried, folder: str, name: str, text: str) -> Callable[[], Any]:
    path = _written(folder, f"{len(text)}-{name}", text.encode())
    return lambda: _quietly(lambda: tried.hook(path=path, config=Config(Path(folder))))


def _quietly(read: Callable[[], Any]) -> None:
    try:
        read()
    except InputError:
        return
