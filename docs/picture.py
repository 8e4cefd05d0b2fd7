"""Make docs/page.png anew: the page of the example draft as a browser shows it.

    python docs/picture.py

Needs ``pip install '.[browser]'`` and a Chromium.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from factcheck.__main__ import main

ROOT = Path(__file__).resolve().parents[1]
WIDTH = 1160
MARGIN = 16  # below the draft


def picture(target: Path) -> None:
    """Check the draft, open its page and take a picture from the headline to the end of the draft."""
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = Path(folder, "page.html")
        draft, sources = str(ROOT / "examples/draft/article.md"), str(ROOT / "seeds")
        main([draft, "--sources", sources, "--report", f"html:{page_file}", "-qq"])
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": 900})
        page.goto(page_file.as_uri())
        end = page.locator(".draft").evaluate("element => element.getBoundingClientRect().bottom")
        clip = {"x": 0, "y": 0, "width": WIDTH, "height": end + MARGIN}
        page.screenshot(path=target, full_page=True, clip=clip)
        browser.close()


if __name__ == "__main__":
    picture(ROOT / "docs" / "page.png")
