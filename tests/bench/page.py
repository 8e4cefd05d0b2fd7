"""What a page of many claims costs: to make, to open in a browser, to choose claims from.

    python tests/bench/page.py [--claims 5000] [--rounds 5]

Needs ``pip install '.[browser]'`` and a Chromium. Times are those of the least busy round: CPU seconds of
this process for making the page, of the main thread of the browser for the rest, and those by the clock.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

from harbour import harbour

from factcheck._reporters import builtin
from factcheck.model import Report
from factcheck.reporting import Style

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
_CHOOSE = """() => new Promise((done) => {
    const select = document.querySelector("select[name=t]");
    const started = performance.now();
    select.selectedIndex = 1;
    select.dispatchEvent(new Event("change", { bubbles: true }));
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - started)));
})"""


class Quickness(NamedTuple):
    """Seconds of work and by the clock; ``shown`` is what the page says when claims were chosen."""

    opening: float
    opening_by_clock: float
    filtering: float
    filtering_by_clock: float
    shown: str


def many(count: int) -> Report:
    """Return a report of many claims of all kinds."""
    report = harbour()
    results = (report.results * (count // len(report.results) + 1))[:count]
    return report._replace(
        results=tuple(
            result._replace(
                claim=result.claim._replace(id=f"{result.claim.id}-{number}", tags=(f"tag-{number % 10}",))
            )
            for number, result in enumerate(results)
        )
    )


def measure(browser: Any, address: str) -> Quickness:
    """Open a page in a browser of Playwright and choose the claims of one tag."""
    page = browser.new_page()
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def worked() -> float:
        metrics = session.send("Performance.getMetrics")["metrics"]
        return next(float(metric["value"]) for metric in metrics if metric["name"] == "TaskDuration")

    started = time.monotonic()
    page.goto(address)
    opening_by_clock, opening = time.monotonic() - started, worked()
    filtering_by_clock = page.evaluate(_CHOOSE) / 1000
    filtering = worked() - opening
    shown = page.locator("output").inner_text()
    page.close()
    return Quickness(opening, opening_by_clock, filtering, filtering_by_clock, shown)


def main() -> None:
    """Measure and print a few lines."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--claims", type=int, default=5000)
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    report = many(args.claims)
    making = []
    for _ in range(args.rounds):
        started = time.process_time()
        text = "".join(f"{line}\n" for line in builtin("html").render(report, Style()))
        making.append(time.process_time() - started)
    chromium = next(filter(None, map(shutil.which, CHROMIUM)), None)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder, "page.html")
        path.write_text(text, encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        found = [measure(browser, path.as_uri()) for _ in range(args.rounds)]
        browser.close()
    print(f"{args.claims} claims, {len(text.encode()) / 1e6:.1f} MB; {found[0].shown}")
    print(f"making     {min(making):6.2f} s")
    for name in ("opening", "filtering"):
        work = min(getattr(one, name) for one in found)
        clock = min(getattr(one, f"{name}_by_clock") for one in found)
        print(f"{name:10} {work:6.2f} s, {clock:.2f} s by the clock")


if __name__ == "__main__":
    main()
