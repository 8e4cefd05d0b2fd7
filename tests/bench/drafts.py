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
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import prose
import rewrites
import yaml

SHARE = 10  # one sentence of so many is changed
REWRITES = {"number": rewrites.number, "date": rewrites.date}
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
    key = yaml.safe_load(path.with_suffix(".key").read_text(encoding="utf-8"))
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
    parser.add_argument("paths", nargs="*")
    parser.add_argument("--examples", action="store_true")
    parser.add_argument("--lang", choices=("en", "nl"))
    parser.add_argument("--limit", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0)
    args = parser.parse_args(argv)
    if args.examples:
        for name in EXAMPLES:
            report(name, score(name))
        return
    languages = (args.lang,) if args.lang else ("en", "nl")
    random = Random(args.seed)
    same: Counter[str] = Counter()
    changed: Counter[str] = Counter()
    for text in prose.documents(args.paths, languages=languages, limit=args.limit, seed=args.seed):
        for verdict, shown in identical(text):
            same[verdict] += 1
            shows(args.show, same, verdict, "refuted", shown)
        for verdict, shown in mutated(text, random):
            changed[verdict] += 1
            shows(args.show, changed, verdict, "supported", shown)
    judged = same.total() - same["not_enough_evidence"]
    print(f"as it stands, of those judged: {shares(same, judged)}")
    print(f"changed: {shares(changed, changed.total())}")


def shares(counts: Counter[str], total: int) -> str:
    """Return how often each verdict was given, and its share of a total."""
    parts = (f"{verdict} {count} ({count / max(1, total):.1%})" for verdict, count in sorted(counts.items()))
    return ", ".join(parts)


def shows(most: int, counts: Counter[str], verdict: str, bad: str, shown: str) -> None:
    """Print a bad case, as long as there were few."""
    if verdict == bad and counts[verdict] <= most:
        print(shown)


def identical(text: prose.Prose) -> Iterator[tuple[str, str]]:
    """Yield verdict and description of each sentence of a document checked against itself."""
    for claim in against_itself(text.text, text.text):
        yield claim["verdict"], describe(text.name, claim)


def mutated(text: prose.Prose, random: Random) -> Iterator[tuple[str, str]]:
    """Yield verdict and description of the sentences of a document in which a figure or date was changed."""
    claims = [claim for claim in against_itself(text.text, text.text) if claim["verdict"] == "supported"]
    sample = sorted(random.sample(range(len(claims)), (len(claims) + SHARE - 1) // SHARE))
    pieces, at, spans = [], 0, []
    for claim in (claims[index] for index in sample):
        mention = next((f["mention"] for f in claim["findings"] if f["mention"]), None)
        if mention is None or mention["kind"] not in REWRITES or mention["start"] < at:
            continue
        new = REWRITES[mention["kind"]](mention["text"], text.language)
        if not new or new == mention["text"]:
            continue
        pieces += (text.text[at : mention["start"]], new)
        start = sum(map(len, pieces)) - len(new)
        spans.append((start, start + len(new)))
        at = mention["end"]
    draft = "".join((*pieces, text.text[at:]))
    for claim in against_itself(draft, text.text):
        if any(claim["start"] < end and start < claim["end"] for start, end in spans):
            yield claim["verdict"], describe(text.name, claim)


def against_itself(draft: str, source: str) -> list[dict[str, Any]]:
    """Return the claims of a text as a draft, checked against a text as the source."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "sources").mkdir()
        Path(folder, "sources", "source.txt").write_text(source, encoding="utf-8")
        Path(folder, "draft.txt").write_text(draft, encoding="utf-8")
        return checked(f"{folder}/draft.txt", f"{folder}/sources")


def describe(name: str, claim: dict[str, Any]) -> str:
    """Return a sentence and why it came out as it did, on a few lines."""
    why = "; ".join(f["message"] for f in claim["findings"] if f["verdict"] not in (None, "supported"))
    return f"  {name}:{claim['line']}: {claim['statement']}\n      {claim['verdict']}: {why}"


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
