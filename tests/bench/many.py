"""What many distinct claims cost, beside pytest running as many empty tests.

    python tests/bench/many.py [--counts 100 1000 10000] [--rounds 1] [--alone 40] [--all] [--keep FILE]

The claims are those of made.py. All commands of a round are run in turns, each in a fresh process without a
cache; the figures are user and system time of all its processes and, after the stroke, the time on the
clock, the least of the rounds. ``--alone N`` compares the entries of N claims of the longest list with those
they get in a run of their own; ``--all`` does so with every claim, which takes more than an hour. ``--keep``
writes the longest list to a file and ends.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import made

ROOT = Path(__file__).resolve().parents[2]
CHECK = (sys.executable, "-m", "factcheck", "check", "--sources", str(ROOT / "seeds"))
EMPTY = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider")


class Cost(NamedTuple):
    """What a command took, in seconds."""

    cpu: float
    clock: float


def cost(command: Sequence[str], folder: Path) -> Cost:
    """Run a command and return what it took, all its processes together."""
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
    after, ended = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)}: exit {done.returncode}\n{done.stderr.decode()}")
    return Cost(after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime, ended - started)


def written(claims: Sequence[made.Claim], path: Path, only: str = "") -> Path:
    """Write a claims file (JSON is YAML), or one of its claims, at the place it has among the others."""
    lines = [json.dumps(claim, ensure_ascii=False) + "," for claim in claims]
    if only:
        lines = [
            line if claim["id"] == only else " " * len(line)
            for claim, line in zip(claims, lines, strict=True)
        ]
    path.write_text("\n".join(('{"claims": [', *lines, "]}\n")), encoding="utf-8")
    return path


def entries(path: Path) -> dict[str, Any]:
    """Return the entries of the claims of a file, as a run of it gives them, by id."""
    command = [*CHECK, path.name, "--format", "json"]
    done = subprocess.run(command, cwd=path.parent, capture_output=True, check=False)
    return {entry["id"]: entry for entry in json.loads(done.stdout)["claims"]}


def different(claims: Sequence[made.Claim], path: Path, alone: int) -> list[str]:
    """Return the ids of the claims, among so many, whose entry is another one in a run of its own."""
    together = entries(written(claims, path))
    sample = Random(1).sample([claim["id"] for claim in claims], min(alone, len(claims)))
    return [name for name in sample if entries(written(claims, path, name)) != {name: together[name]}]


def measured(counts: Sequence[int], rounds: int, folder: Path) -> dict[tuple[str, int], Cost]:
    """Return the least cost of each command and count."""
    commands: dict[tuple[str, int], Sequence[str]] = {}
    for count in counts:
        claims = written(made.claims(count), folder / f"claims{count}.yaml")
        tests = folder / f"test_empty{count}.py"
        tests.write_text("\n".join(f"def test_{i}(): pass" for i in range(count)), encoding="utf-8")
        commands["text", count] = [*CHECK, str(claims), "-q"]
        commands["json", count] = [*CHECK, str(claims), "--format", "json"]
        commands["pytest", count] = [*EMPTY, str(tests)]
    best: dict[tuple[str, int], Cost] = {}
    for _ in range(rounds):
        for name, command in commands.items():
            new = cost(command, folder)
            old = best.get(name, new)
            best[name] = Cost(min(new.cpu, old.cpu), min(new.clock, old.clock))
    return best


def table(costs: dict[tuple[str, int], Cost], counts: Sequence[int]) -> list[str]:
    """Return the lines of a table in Markdown."""
    lines = ["| claims | `-q` | `--format json` | pytest | times pytest | ms a claim |"]
    lines.append("| ---: | ---: | ---: | ---: | ---: | ---: |")
    for count in counts:
        text, report, tests = (costs[name, count] for name in ("text", "json", "pytest"))
        cells = [f"{one.cpu:.2f} / {one.clock:.2f} s" for one in (text, report, tests)]
        cells.append(f"{text.cpu / tests.cpu:.2f} / {text.clock / tests.clock:.2f}")
        cells.append(f"{1000 * text.cpu / count:.2f} / {1000 * text.clock / count:.2f}")
        lines.append(f"| {count:,} | {' | '.join(cells)} |")
    return lines


def main() -> None:
    """Measure, compare and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--counts", type=int, nargs="+", default=[100, 1000, 10_000])
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--alone", type=int, default=40)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--keep", type=Path)
    args = parser.parse_args()
    claims = made.claims(max(args.counts))
    if args.keep:
        written(claims, args.keep)
        return
    with tempfile.TemporaryDirectory() as name:
        print(*table(measured(args.counts, args.rounds, Path(name)), args.counts), sep="\n")
        alone = len(claims) if args.all else args.alone
        others = different(claims, Path(name, "claims.yaml"), alone)
        print(f"{alone} claims alone: {len(others)} with another entry", *others)


if __name__ == "__main__":
    main()
