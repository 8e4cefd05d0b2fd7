"""What becomes of drafts: example drafts against their keys, and whole documents against themselves.

    python tests/bench/drafts.py [PATH...] [--lang nl] [--limit 40] [--seed 1] [--show 5] [--examples]

With ``--examples``, the drafts of examples/ are scored by the keys beside them. Else prose (from the
documentation on this machine, or from PATHs) is checked against itself as a draft, as it stands and with one
figure or date changed in a tenth of its sentences.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import yaml

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = {
    "harbour/article.md": "examples/harbour/sources",
    "mechelen/artikel.md": "seeds",
}
CAUGHT = {
    "refuted": {"refuted", "conflicting_evidence"},
    "not_enough_evidence": {"refuted", "not_enough_evidence"},
}


class Score(NamedTuple):
    """How a draft came out against its key; ``misses`` say what was not as it should be."""

    planted: int
    found: int
    correct: int
    confirmed: int
    alarms: int
    disagreements: int
    flagged: int
    misses: tuple[str, ...]


def checked(draft: str, sources: str) -> list[dict[str, Any]]:
    """Return the claims of the JSON report on a draft."""
    command = [sys.executable, "-m", "factcheck", draft, "--sources", sources, "--format", "json"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    claims: list[dict[str, Any]] = json.loads(run.stdout)["claims"]
    return claims


def score(name: str) -> Score:
    """Score an example draft."""
    path = ROOT / "examples" / name
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines(keepends=True)
    key = yaml.safe_load(path.with_suffix(".key.yaml").read_text(encoding="utf-8"))
    claims = checked(str(path.relative_to(ROOT)), EXAMPLES[name])
    count: Counter[str] = Counter()
    misses = []
    for item in key:
        at = sum(map(len, lines[: item["line"] - 1])) + lines[item["line"] - 1].index(item["text"])
        end = at + len(item["text"])
        verdicts = {claim["verdict"] for claim in claims if claim["start"] < end and at < claim["end"]}
        expected = item["expected"]
        if expected == "conflicting_evidence":
            kind, good = "flagged", expected in verdicts
        elif item.get("planted"):
            kind, good = "found", bool(verdicts & CAUGHT[expected])
        else:
            kind, good = "confirmed", verdicts == {"supported"}
            count["alarms"] += bool(verdicts & CAUGHT["refuted"])
        count[f"of {kind}"] += 1
        count[kind] += good
        if not good:
            misses.append(f"{name}:{item['line']}: {item['text']}: {'/'.join(sorted(verdicts)) or 'unread'}")
    return Score(
        count["of found"],
        count["found"],
        count["of confirmed"],
        count["confirmed"],
        count["alarms"],
        count["of flagged"],
        count["flagged"],
        tuple(misses),
    )


def main(argv: Sequence[str]) -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--examples", action="store_true")
    args = parser.parse_args(argv)
    if args.examples:
        for name in EXAMPLES:
            report(name, score(name))


def report(name: str, result: Score) -> None:
    """Print one score and its misses."""
    print(
        f"{name}: errors {result.found}/{result.planted}, confirmed {result.confirmed}/{result.correct}, "
        f"false alarms {result.alarms}/{result.correct}, "
        f"disagreements {result.flagged}/{result.disagreements}"
    )
    for miss in result.misses:
        print(f"  {miss}")


if __name__ == "__main__":
    main(sys.argv[1:])
