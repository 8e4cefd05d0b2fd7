"""The page in a browser: it asks for nothing, nothing in it runs but its own script, and it can be used.

Skipped where Playwright (``pip install '.[browser]'``) or a Chromium is not installed.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from harbour import harbour
from test_page import DRAFT, dangerous, page_of

sys.path.insert(0, str(Path(__file__).parent / "bench"))

import page as bench

from factcheck.__main__ import main
from factcheck.model import Report

sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: '.[browser]'")
axe = pytest.importorskip(
    "axe_playwright_python.sync_playwright", reason="axe is not installed: '.[browser]'"
)

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")

CLAIMS = 5_000
OPENS_WITHIN = 3.0  # seconds of the browser's work, whatever else the machine does
FILTERS_WITHIN = 0.5


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder, and remembers what was asked for."""

    def __init__(self, *args: Any, asked: list[str], **kwargs: Any):
        self.asked = asked
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:
        self.asked.append(self.path)
        super().do_GET()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        pass


class Site:
    """A folder of pages that a browser can open; ``asked`` are the paths that were asked of it."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.asked: list[str] = []
        handler = partial(_Handler, directory=str(folder), asked=self.asked)
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        Thread(target=self._server.serve_forever, daemon=True).start()

    def write(self, name: str, text: str) -> str:
        """Write a page, and return its address."""
        (self.folder / name).write_text(text, encoding="utf-8")
        return f"http://127.0.0.1:{self._server.server_port}/{name}"

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    (tmp_path / "site").mkdir()
    found = Site(tmp_path / "site")
    yield found
    found.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield found
        found.close()


class Opened:
    """A page in a browser, and what went wrong in it."""

    def __init__(self, page: Any):
        self.page = page
        self.requests: list[str] = []
        self.faults: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.faults.append(message.text))
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("dialog", lambda dialog: self.faults.append(dialog.message))


Open = Callable[..., Opened]


@pytest.fixture
def open_(browser: Any, site: Site) -> Iterator[Open]:
    contexts = []

    def opened(report: str | Report, place: str = "", **options: Any) -> Opened:
        text = report if isinstance(report, str) else page_of(report)
        context = browser.new_context(**options)
        contexts.append(context)
        found = Opened(context.new_page())
        found.page.goto(site.write("page.html", text) + place)
        return found

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def draft(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> str:
    """Return the page of the long example draft."""
    root = Path(__file__).parent.parent
    target = tmp_path_factory.mktemp("page") / "draft.html"
    article, sources = root / "examples/harbour/article.md", root / "examples/harbour/sources"
    main([str(article), "--sources", str(sources), "--report", f"html:{target}", "-qq"])
    return target.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def topics(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the page of what the five documents disagree about."""
    target = tmp_path_factory.mktemp("page") / "topics.html"
    main(["conflicts", str(Path(__file__).parent.parent / "seeds"), "--report", f"html:{target}"])
    return target.read_text(encoding="utf-8")


def shown(opened: Opened) -> list[str]:
    """Return the names of the claims that are shown."""
    claims = opened.page.locator(".claim[data-keys]")
    return [claim.get_attribute("data-id") for claim in claims.all() if claim.is_visible()]


@pytest.mark.parametrize("hostile", [False, True])
def test_a_page_makes_one_request(open_: Open, site: Site, hostile: bool) -> None:
    opened = open_(dangerous() if hostile else harbour())
    opened.page.wait_for_load_state("networkidle")
    assert [url.rpartition("/")[2] for url in opened.requests] == ["page.html"]
    assert site.asked == ["/page.html"]
    assert opened.faults == []


def test_what_an_input_holds_does_nothing(open_: Open) -> None:
    opened = open_(dangerous())
    tags = "img, iframe, object, embed, link, base, video, audio, [style], [onerror], [onclick], [onload]"
    assert opened.page.locator(tags).count() == 0
    assert opened.page.locator("script").count() == 1
    assert opened.page.locator("style").count() == 1
    assert opened.page.locator("a:not([href^='#'])").count() == 0
    for link in opened.page.locator("a[href*='javascript'], summary").all():
        link.dispatch_event("click")
    assert opened.page.evaluate("document.title").count("<script>") == 1
    assert opened.faults == []


def test_markup_that_got_in_would_do_nothing(open_: Open, site: Site) -> None:
    """The policy holds where escaping would not: written into the page by hand, nothing runs or loads."""
    planted = (
        "<script>document.title = 'script'</script><img src=x.png onerror=\"document.title = 'error'\">"
        "<a href=\"javascript:document.title='link'\" class=planted>x</a>"
        "<style>h1 { color: rgb(1, 2, 3) }</style><p style='color: rgb(1, 2, 3)'>x</p>"
    )
    opened = open_(page_of(harbour()).replace("</h1>", f"</h1>{planted}"))
    opened.page.locator(".planted").click()
    opened.page.wait_for_load_state("networkidle")
    assert "Of 7 claims" in opened.page.title()
    assert site.asked == ["/page.html"]
    for tag in ("h1", "h1 ~ p[style]"):
        color = opened.page.locator(tag).first.evaluate("element => getComputedStyle(element).color")
        assert color != "rgb(1, 2, 3)"


def test_claims_are_chosen_by_all_that_they_have(open_: Open) -> None:
    report = harbour()
    first, *others = report.results
    tagged = first._replace(claim=first.claim._replace(tags=("busy",)))
    opened = open_(report._replace(results=(tagged, *others)))
    every = shown(opened)
    assert len(every) == 7
    page = opened.page
    page.get_by_label("failed").check()
    assert shown(opened) == ["passengers", "fog", "lively"]
    page.get_by_label("warned").check()
    assert shown(opened) == ["passengers", "fog", "lively", "grey"]
    page.locator("select[name=p]").select_option(label="Ida Brandt (3)")
    assert shown(opened) == ["passengers", "fog"]
    page.locator("select[name=t]").select_option(label="busy (1)")
    assert shown(opened) == ["passengers"]
    assert page.locator("output").inner_text() == "1 of 7 shown"
    page.get_by_role("button", name="Show all").click()
    sync_api.expect(page.locator("output")).to_have_text("7 shown")  # a form tells before it is reset
    assert shown(opened) == every
    page.locator("select[name=r]").select_option(label="AA201 words-differ (1)")
    assert shown(opened) == ["fog"]
    page.locator("select[name=r]").select_option(label="any")
    page.locator("select[name=s]").select_option(label="leaflet.txt (4)")
    assert shown(opened) == ["settled", "grey", "known", "ferries"]


def test_topics_are_chosen_too(open_: Open, topics: str) -> None:
    opened = open_(topics)
    opened.page.locator("select[name=k]").select_option(label="date (1)")
    assert opened.page.locator("output").inner_text() == "1 of 3 shown"
    assert opened.page.locator("article.claim:visible h3 a").inner_text() == "refugee (Mechelen)"


def test_a_deep_link_leads_to_its_claim(open_: Open) -> None:
    opened = open_(harbour(), "#claim-ferries")
    assert opened.page.locator("#claim-ferries").evaluate("element => element === document.activeElement")
    assert opened.page.locator("#claim-ferries h3").is_visible()
    opened.page.get_by_label("failed").check()
    assert "ferries" not in shown(opened)
    opened.page.evaluate("location.hash = '#claim-known'")
    sync_api.expect(opened.page.locator("#claim-known")).to_be_focused()
    assert len(shown(opened)) == 7


def test_a_link_into_what_is_folded_unfolds_it(open_: Open, draft: str) -> None:
    opened = open_(draft)
    fact = opened.page.locator("a.fact.supported").first
    note = opened.page.locator(fact.get_attribute("href"))
    assert not note.is_visible()
    fact.click()
    assert note.is_visible()
    note.locator("a.back").click()
    assert opened.page.evaluate("location.hash") == f"#{fact.get_attribute('id')}"


@pytest.mark.parametrize("width", [390, 1360])
def test_everything_is_reached_with_the_keyboard(open_: Open, draft: str, width: int) -> None:
    opened = open_(draft, viewport={"width": width, "height": 800})
    page = opened.page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").bounding_box()["height"] > 10
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main"
    reached = set()
    focused = "document.activeElement === document.body ? '' : document.activeElement.localName + "
    focused += "document.activeElement.className"
    for _ in range(400):
        page.keyboard.press("Tab")
        if not (name := page.evaluate(focused)):
            break
        reached.add(name)
    assert {"input", "select", "button", "buttonunfold", "buttoncopy-all", "buttoncopy"} <= reached
    assert {"afact refuted", "afact supported", "arule", "aback", "summary"} <= reached


def test_a_fold_opens_with_the_keyboard(open_: Open) -> None:
    opened = open_(harbour())
    summary = opened.page.locator("#claim-ferries summary")
    summary.focus()
    opened.page.keyboard.press("Enter")
    assert opened.page.locator("#claim-ferries .passage").is_visible()
    opened.page.get_by_role("button", name="Unfold all passages").press("Enter")
    assert all(note.is_visible() for note in opened.page.locator(".agreeing .note").all())


def test_a_claim_is_copied_as_markdown(open_: Open) -> None:
    opened = open_(harbour(), permissions=["clipboard-read", "clipboard-write"])
    opened.page.locator("#claim-fog .copy").click()
    sync_api.expect(opened.page.locator("#claim-fog .copy")).to_have_text("Copied")
    assert opened.page.evaluate("navigator.clipboard.readText()") == (
        "### ✗ fog refuted\n\n"
        "“We have once closed the harbour because of the fog.”\n\n"
        "failed · Ida Brandt · claims/harbour.yaml, line 4\n\n"
        "✗ We have **never** once closed the harbour because of the fog\n\n"
        "> …is more than the railway carries. We have **never** once closed the harbour because of the fog, "
        "and we never will.\n>\n"
        "> ✗ Ferry.Txt, Ida Brandt, 3 May 2021, line 4\n\n"
        "the source has “never once”, the claim “once” AA201 words-differ\n"
    )


def test_copied_markdown_is_inert(open_: Open) -> None:
    opened = open_(dangerous(), permissions=["clipboard-read", "clipboard-write"])
    opened.page.locator(".claim .copy").first.click()
    sync_api.expect(opened.page.locator(".claim .copy").first).to_have_text("Copied")
    copied = opened.page.evaluate("navigator.clipboard.readText()")
    assert "<script>" not in copied.replace("\\<", "")
    assert "\\<script\\>" in copied


@pytest.mark.parametrize(("scheme", "width"), [("light", 390), ("dark", 1360)])
@pytest.mark.parametrize("name", ["claims", "draft", "topics"])
def test_axe_finds_nothing(open_: Open, draft: str, topics: str, name: str, scheme: str, width: int) -> None:
    report = {"claims": page_of(harbour()), "draft": draft, "topics": topics}[name]
    opened = open_(report, color_scheme=scheme, viewport={"width": width, "height": 900}, bypass_csp=True)
    opened.page.get_by_role("button", name="Unfold all passages").or_(opened.page.locator("h1")).first.click()
    opened.page.evaluate("for (const folded of document.querySelectorAll('details')) folded.open = true")
    found = axe.Axe().run(opened.page).response["violations"]
    assert [(rule["id"], [node["html"] for node in rule["nodes"]][:3]) for rule in found] == []


def test_all_can_be_read_without_scripts(open_: Open, draft: str) -> None:
    for report in (harbour(), draft):
        opened = open_(report, java_script_enabled=False)
        page = opened.page
        assert page.locator("form").is_hidden()
        assert page.locator("button:visible").count() == 0
        for summary in page.locator(".agreeing > summary").all():
            summary.click()
        hidden = [
            note for note in page.locator(".note, .passage, h1, h2, .words").all() if not note.is_visible()
        ]
        assert hidden == []


def test_a_printed_page_shows_every_passage(open_: Open, draft: str) -> None:
    opened = open_(draft)
    opened.page.emulate_media(media="print")
    opened.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    hidden = [found for found in opened.page.locator(".passage blockquote").all() if not found.is_visible()]
    assert hidden == []
    assert opened.page.locator("form").is_hidden()


@pytest.mark.parametrize("width", [320, 390, 800, 1000, 1360])
def test_nothing_is_wider_than_the_window(open_: Open, draft: str, topics: str, width: int) -> None:
    for report in (draft, topics, dangerous()):
        opened = open_(report, viewport={"width": width, "height": 800})
        assert opened.page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_page_of_many_claims_is_quick(browser: Any, site: Site) -> None:
    address = site.write("page.html", page_of(bench.many(CLAIMS)))
    found = bench.measure(browser, address)
    assert found.shown == "500 of 5,000 shown"
    assert found.opening < OPENS_WITHIN
    assert found.filtering < FILTERS_WITHIN


def test_the_draft_of_the_markup_tests_is_one_request_too(open_: Open, site: Site, tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    sources = Path(__file__).parent.parent / "examples/harbour/sources"
    target = tmp_path / "draft.html"
    main([str(tmp_path / "draft.md"), "--sources", str(sources), "--report", f"html:{target}", "-qq"])
    opened = open_(target.read_text(encoding="utf-8"))
    opened.page.wait_for_load_state("networkidle")
    assert site.asked == ["/page.html"]
