"""How long it takes to find quotations in texts of growing size, and in how much memory.

    python tests/bench/quotes.py [--sizes 80000 1000000 10000000 100000000] [--check]

Texts are prose from the documentation on this machine; where that does not suffice, halves of its sentences
joined anew. From each, a hundred distinct passages are quoted with up to 15 % of their words changed, and
looked up through the library, each text in a process of its own, with numpy and without. Beside it,
ripgrep looks for the same strings as they stand, and rapidfuzz for the nearest string. The table goes into
docs/performance.md; ``--check`` only prints it.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import prose

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "performance.md"
START, END = "<!-- figures: tests/bench/quotes.py -->", "<!-- end of figures -->"
SIZES = (80_000, 1_000_000, 10_000_000, 100_000_000)
SEED = 7
QUOTES = 100
SHORTEST, LONGEST = 40, 300  # characters of a quotation
MOST_EDITED = 0.15  # of its words
PATIENCE = 20  # seconds that rapidfuzz may take for a text
ROUNDS = 5
SPEAKER = "Anna Stone"  # nobody in the texts


class Quote(NamedTuple):
    """A quotation with the passage it was made from."""

    text: str
    passage: str


def sentences(size: int) -> Iterator[str]:
    """Yield paragraphs of prose: those of this machine, then new ones of halves of its sentences."""
    found = prose.documents(languages=("en",), limit=10_000, size=2 * size, seed=SEED)
    known: list[str] = []
    for document in found:
        if not Path(document.name).is_relative_to(ROOT):
            kept = [line for line in document.text.split("\n\n") if line.strip() and max(line) < "\U00010000"]
            known += kept
            yield from kept
    drawn = random.Random(SEED)
    parts = [sentence.split() for line in known for sentence in re.split(r"(?<=[.!?]) ", line)]
    while True:
        joined = []
        for _ in range(drawn.randint(1, 6)):
            one, other = drawn.choice(parts), drawn.choice(parts)
            joined.append(" ".join(one[: len(one) // 2] + other[len(other) // 2 :]))
        yield " ".join(joined)


def texts(sizes: Iterable[int]) -> Iterator[str]:
    """Yield a text of each size in bytes, the smaller ones the beginning of the others."""
    wanted = sorted(sizes)
    taken: list[str] = []
    length = 0
    for line in sentences(wanted[-1]):
        taken.append(line)
        length += len(line.encode()) + 2
        while wanted and length >= wanted[0]:
            yield "\n\n".join(taken) + "\n"
            del wanted[0]
        if not wanted:
            return


def edited(passage: str, share: float, words: Sequence[str], drawn: random.Random) -> str:
    """Return a passage with a share of its words swapped for others, dropped, or followed by another."""
    out: list[str] = []
    for word in passage.split():
        way = drawn.choice(("swap", "drop", "add")) if drawn.random() < share else "keep"
        if way in ("keep", "add"):
            out.append(word)
        if way in ("swap", "add"):
            out.append(drawn.choice(words))
    return " ".join(out)


def quotes(text: str) -> list[Quote]:
    """Return distinct passages of a text, each within a paragraph, as they are quoted."""
    drawn = random.Random(SEED)
    words = sorted(set(text[: 10 * SIZES[0]].split()))
    found: dict[str, Quote] = {}
    while len(found) < QUOTES:
        length = drawn.randint(SHORTEST, LONGEST)
        start = text.find(" ", drawn.randrange(len(text) - length)) + 1
        end = text.find(" ", start + length)
        passage = text[start:end]
        if end > start > 0 and "\n" not in passage and SHORTEST <= len(passage) <= LONGEST:
            found[passage] = Quote(edited(passage, drawn.uniform(0, MOST_EDITED), words, drawn), passage)
    return list(found.values())


def overlap(one: str, other: str) -> bool:
    """Whether two passages share most of their words, wherever they stand."""
    ours, theirs = set(one.split()), set(other.split())
    return len(ours & theirs) * 2 >= len(ours | theirs)


def looked_up(path: Path, wanted: Sequence[Quote], fast: bool) -> dict[str, float]:
    """Look quotations up in a text through the library, in a new process, and return what it took."""
    data = json.dumps([str(path), [list(quote) for quote in wanted], fast])
    command = [sys.executable, __file__, "--child"]
    done = subprocess.run(command, input=data, capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout))


def child() -> None:
    """Do what :func:`looked_up` asks for; modules are loaded before the clock starts."""
    path, wanted, fast = json.load(sys.stdin)
    if not fast:
        sys.modules["numpy"] = None  # type: ignore[assignment]
    import rapidfuzz.distance  # noqa: F401

    import factcheck_quote.likely
    import factcheck_quote.passages
    from factcheck.api import Checker

    if fast:
        import factcheck_quote.fast  # noqa: F401
    with tempfile.TemporaryDirectory() as folder:
        small = Path(folder, "small.txt")
        small.write_text("The ferry leaves the harbour at noon. " * 9)
        Checker([small]).check(quote="The ferry leaves the old harbour at noon.")
    before = _memory("VmRSS")
    begin = time.perf_counter()
    checker = Checker([path])
    read = time.perf_counter() - begin
    results = checker.check_all({"quote": text} for text, _ in wanted)
    cold = time.perf_counter() - begin
    warm = []
    for text, _ in wanted:
        begin = time.perf_counter()
        checker.check(quote=text)
        warm.append(time.perf_counter() - begin)
    peak = _memory("VmHWM") - before
    begin = time.perf_counter()
    checker.check(quote=wanted[0][1], speaker=SPEAKER)
    spoken = time.perf_counter() - begin
    shown = [[item.text for finding in one.findings for item in finding.evidence] for one in results]
    hits = [any(overlap(text, q[1]) for text in found) for found, q in zip(shown, wanted, strict=True)]
    json.dump(
        {
            "read": read,
            "cold": cold,
            "warm": statistics.median(warm),
            "recall": sum(hits) / len(hits),
            "memory": peak / Path(path).stat().st_size,
            "spoken": spoken,
        },
        sys.stdout,
    )


def _memory(which: str) -> int:
    """Return the bytes this process has in memory (``VmRSS``), or had at most (``VmHWM``)."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return 1024 * int(status.partition(f"{which}:")[2].split()[0])


def ripgrep(path: Path, wanted: Sequence[Quote]) -> float | None:
    """Return the seconds ripgrep takes for all quotations as they stand, ``None`` where it is not there."""
    program = shutil.which("rg")
    if program is None:
        return None
    listed = path.with_suffix(".quotes")
    listed.write_text("\n".join(quote.text for quote in wanted) + "\n", encoding="utf-8")
    best = float("inf")
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        subprocess.run([program, "-F", "-c", "-f", listed, path], capture_output=True, check=False)
        best = min(best, time.perf_counter() - begin)
    return best


def nearest(text: str, wanted: Sequence[Quote]) -> tuple[float, float]:
    """Return the seconds a quotation takes with rapidfuzz, and its recall, as far as patience goes."""
    from rapidfuzz.fuzz import partial_ratio_alignment

    begin, hits, count = time.perf_counter(), 0, 0
    for quote in wanted:
        found = partial_ratio_alignment(quote.text, text)
        hits += found is not None and overlap(text[found.dest_start : found.dest_end], quote.passage)
        count += 1
        if time.perf_counter() - begin > PATIENCE:
            break
    return (time.perf_counter() - begin) / count, hits / count


def measured(sizes: Iterable[int]) -> Iterator[dict[str, Any]]:
    """Yield the figures of one text after the other."""
    with tempfile.TemporaryDirectory() as folder:
        for text in texts(sizes):
            path = Path(folder, f"{len(text)}.txt")
            path.write_text(text, encoding="utf-8")
            wanted = quotes(text)
            rounds = ROUNDS if len(text) < SIZES[-1] else 1
            found: dict[str, Any] = {"size": path.stat().st_size, "rg": ripgrep(path, wanted)}
            for name, fast in (("fast", True), ("plain", False)):
                runs = [looked_up(path, wanted, fast) for _ in range(rounds if fast else 1)]
                found[name] = min(runs, key=lambda run: run["cold"])
            found["fuzzy"] = nearest(text, wanted)
            yield found
            path.unlink()


def table(rows: Iterable[dict[str, Any]]) -> str:
    """Return the figures as a table in Markdown."""
    head = (
        "text",
        "`rg -F`, s",
        "cold, s",
        "of it reading",
        "times `rg`",
        "cold without numpy, s",
        "warm, ms a quotation",
        "warm without numpy",
        "first with a speaker, s",
        "recall",
        "memory, times the text",
        "without numpy",
        "`partial_ratio_alignment`, ms a quotation",
        "its recall",
    )
    lines = [" | ".join(head), " | ".join("---:" for _ in head)]
    for row in rows:
        fast, plain, rg, (fuzzy, fuzzy_recall) = row["fast"], row["plain"], row["rg"], row["fuzzy"]
        size = row["size"]
        cells = (
            f"{size / 1e6:,.0f} MB" if size >= 1e6 else f"{size / 1e3:.0f} kB",
            f"{rg:.3f}" if rg else "not there",
            f"{fast['cold']:.3f}",
            f"{fast['read']:.3f}",
            f"{fast['cold'] / rg:.1f}" if rg else "",
            f"{plain['cold']:.3f}",
            f"{1000 * fast['warm']:.2f}",
            f"{1000 * plain['warm']:.2f}",
            f"{fast['spoken']:.2f}",
            f"{min(fast['recall'], plain['recall']):.2f}",
            f"{fast['memory']:.1f}",
            f"{plain['memory']:.1f}",
            f"{1000 * fuzzy:,.1f}",
            f"{fuzzy_recall:.2f}",
        )
        lines.append(" | ".join(cells))
    return "\n".join(f"| {line} |" for line in lines)


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="bytes of the texts")
    parser.add_argument("--check", action="store_true", help="print only")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        child()
        return
    shown = table(measured(given.sizes))
    print(shown)
    if not given.check:
        page = PAGE.read_text(encoding="utf-8")
        body = f"{START}\n\n{shown}\n\n{END}"
        PAGE.write_text(page.partition(START)[0] + body + page.partition(END)[2], encoding="utf-8")


if __name__ == "__main__":
    main()
