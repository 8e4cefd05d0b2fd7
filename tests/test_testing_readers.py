"""The trials of readers: one that conforms passes all, a bad one fails the trial it is bad at."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.hookspecs import hookimpl
from factcheck.model import Landmark, Source, Turn
from factcheck.reading import decode, make_source, read_bytes
from factcheck.testing import reader_conformance

LINEAR = "time is linear in the file"
SAMPLES = {"a.log": b"12:01 The bay has 12 boats.\n12:02 It has 14 boats.\n"}


class Logs:
    """Reads lines that begin with a time."""

    @hookimpl
    def factcheck_read_source(self, path: str) -> Source | None:
        return self.read(path) if path.endswith(".log") else None

    def read(self, path: str) -> Source:
        data = read_bytes(path)
        words: list[str] = []
        landmarks, turns, start = [], [], 0
        for line, row in enumerate(decode(data).split("\n"), 1):
            time, _, said = row.partition(" ")
            if said.strip():
                words.append(said)
                landmarks.append(Landmark(start, line, len(time) + 2, time))
                turns.append(Turn(start, start + len(said)))
                start += len(said) + 1
        return make_source(path, data, "\n".join(words), turns=turns, landmarks=landmarks)


class Greedy(Logs):
    @hookimpl
    def factcheck_read_source(self, path: str) -> Source | None:
        return self.read(path)


class Turned(Logs):
    def read(self, path: str) -> Source:
        source = super().read(path)
        return source._replace(turns=source.turns[::-1])


class Overlong(Logs):
    def read(self, path: str) -> Source:
        source = super().read(path)
        return source._replace(turns=(Turn(0, len(source.text) + 1),))


class Beyond(Logs):
    def read(self, path: str) -> Source:
        source = super().read(path)
        return source._replace(landmarks=tuple(mark._replace(line=99) for mark in source.landmarks))


class Nameless(Logs):
    def read(self, path: str) -> Source:
        return super().read(path)._replace(name="log")


class Fickle(Logs):
    times = 0

    def read(self, path: str) -> Source:
        self.times += 1
        return super().read(path)._replace(title=str(self.times))


class Delicate(Logs):
    def read(self, path: str) -> Source:
        Path(path).read_text(encoding="utf-8")
        return super().read(path)


class Chatty(Logs):
    def read(self, path: str) -> Source:
        print("boats!")
        return super().read(path)


class Writing(Logs):
    def read(self, path: str) -> Source:
        Path(f"{path}.bak").write_bytes(b"")
        return super().read(path)


class Slow(Logs):
    def read(self, path: str) -> Source:
        source = super().read(path)
        CLOCK.seconds += len(source.text) ** 2 * 1e-8
        return source


class Clock:
    """A processor clock that only a slow reader winds on."""

    seconds = 0.0

    def process_time(self) -> float:
        return self.seconds


CLOCK = Clock()


@pytest.mark.parametrize(
    ("reader", "failing"),
    [
        (Logs, set()),
        (Greedy, {"leaves other files alone"}),
        (Turned, {"turns and landmarks are sorted and inside"}),
        (Overlong, {"turns and landmarks are sorted and inside"}),
        (Beyond, {"landmarks are places of the file"}),
        (Nameless, {"reads each sample"}),
        (Fickle, {"the same answer every time"}),
        (Delicate, {"survives hostile files"}),
        (Chatty, {"nothing is printed"}),
        (Writing, {"nothing is written"}),
        (Slow, {LINEAR}),
    ],
)
def test_a_bad_reader_fails_the_trial_it_is_bad_at(
    monkeypatch: pytest.MonkeyPatch, reader: Callable[[], Logs], failing: set[str]
) -> None:
    monkeypatch.setattr(sys.modules["factcheck.testing.measuring"], "time", CLOCK)
    failed = set()
    for trial in reader_conformance(reader(), SAMPLES):
        if trial.name == LINEAR and reader not in (Logs, Slow):
            continue
        try:
            trial()
        except AssertionError:
            failed.add(trial.name)
    assert failed == failing


def test_a_reader_without_samples_is_tried_on_nothing() -> None:
    with pytest.raises(AssertionError, match="give a sample"):
        reader_conformance(Logs(), {})[0]()
