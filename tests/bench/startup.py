"""CPU time of a cold run, in units of ``python -c pass``, beside pytest running as many empty tests.

What a run costs before it judges anything is told apart: the modules, then the claims and the sources.

    python tests/bench/startup.py [--rounds 15]

All commands are run in turns in the same minute, each in a fresh process and without a cache; the figure is
the least CPU time of its rounds, which is what a quiet machine would need.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PYTEST = "`pytest`"


def cpu_seconds(command: list[str], folder: Path) -> float:
    """Return user and system time of one run of a command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    run = [sys.executable, "-m", "factcheck", "check", "claims"]
    report = subprocess.run([*run, "--format", "json"], cwd=ROOT, capture_output=True, check=False)
    claims = json.loads(report.stdout)["summary"]["claims"]
    with tempfile.TemporaryDirectory() as folder:
        tests = Path(folder, "test_empty.py")
        tests.write_text("\n".join(f"def test_{i}(): pass" for i in range(claims)), encoding="utf-8")
        commands = {
            "`python -c pass`": ([sys.executable, "-c", "pass"], ROOT),
            "`import factcheck`": ([sys.executable, "-c", "import factcheck"], ROOT),
            "`factcheck --version`": ([*run[:3], "--version"], ROOT),
            "`factcheck claims/ --collect-only`": ([*run, "--collect-only"], ROOT),
            f"`factcheck claims/`, {claims} claims": (run, ROOT),
            f"{PYTEST}, {claims} empty tests": (
                [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tests)],
                Path(folder),
            ),
        }
        best = dict.fromkeys(commands, float("inf"))
        for _ in range(rounds):
            for name, (command, where) in commands.items():
                best[name] = min(best[name], cpu_seconds(command, where))
    unit, other = best["`python -c pass`"], best[f"{PYTEST}, {claims} empty tests"]
    print("| command | CPU, ms | times `pass` | times pytest |\n| --- | ---: | ---: | ---: |")
    for name, seconds in best.items():
        print(f"| {name} | {1000 * seconds:.0f} | {seconds / unit:.1f} | {seconds / other:.2f} |")


if __name__ == "__main__":
    main()
