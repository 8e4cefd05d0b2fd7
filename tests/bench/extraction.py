"""Reading speed of the checks, in MB of prose a second of CPU, beside a bare regex pass over the same text.

    python tests/bench/extraction.py [--mb 1] [--rounds 3]

The five documents are repeated to the size, by language, and read anew in each round: tokens, sentences and
mentions, nothing kept from the round before.
"""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Callable
from pathlib import Path

from factcheck import _plugins
from factcheck.checks import Extractor
from factcheck.config import Config
from factcheck.text import Document

ROOT = Path(__file__).resolve().parents[2]
FIGURE = re.compile(r"\d[\d.,]*")


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--mb", type=float, default=1.0)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    checks = {check.name: check for check in _plugins.load(Config(ROOT)).checks}
    texts: dict[str, str] = {}
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        language = Document(text).language
        texts[language] = texts.get(language, "") + text + "\n\n"
    print(f"{'':10} {'MB':>5} {'regex':>8} " + " ".join(f"{name:>8}" for name in (*checks, "all")))
    for language, text in sorted(texts.items()):
        size = len(text.encode())
        long = text * max(1, round(options.mb * 1e6 / size))
        megabytes = len(long.encode()) / 1e6
        rows = [_best(options.rounds, lambda text=long: sum(1 for _ in FIGURE.finditer(text)))]
        for chosen in (*([check] for check in checks.values()), list(checks.values())):
            rows.append(
                _best(
                    options.rounds, lambda some=chosen, text=long, code=language: _extract(some, text, code)
                )
            )
        speeds = " ".join(f"{megabytes / seconds:8.2f}" for seconds in rows)
        print(f"{language:10} {megabytes:5.2f} {speeds}")


def _extract(checks: list[Extractor], text: str, language: str) -> None:
    document = Document(text, language=language)
    for check in checks:
        for _ in check.extract(document):
            pass


def _best(rounds: int, call: Callable[[], object]) -> float:
    """Return the least CPU seconds of some rounds."""
    seconds = []
    for _ in range(rounds):
        start = time.process_time()
        call()
        seconds.append(time.process_time() - start)
    return min(seconds)


if __name__ == "__main__":
    main()
