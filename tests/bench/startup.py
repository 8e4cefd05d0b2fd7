"""CPU time of a cold run, in units of ``python -c pass``, beside pytest running as many empty tests.

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
            "python -c pass": ([sys.executable, "-c", "pass"], ROOT),
            "import factcheck": ([sys.executable, "-c", "import factcheck"], ROOT),
            f"factcheck claims/ ({claims} claims)": (run, ROOT),
            f"pytest ({claims} empty tests)": (
                [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tests)],
                Path(folder),
            ),
        }
        best = dict.fromkeys(commands, float("inf"))
        for _ in range(rounds):
            for name, (command, where) in commands.items():
                best[name] = min(best[name], cpu_seconds(command, where))
    unit = best["python -c pass"]
    for name, seconds in best.items():
        print(f"{name:32} {1000 * seconds:8.1f} ms {seconds / unit:6.2f}")


if __name__ == "__main__":
    main()
