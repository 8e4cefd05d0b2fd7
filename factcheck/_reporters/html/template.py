"""A page as text: templates that escape whatever they are given, and what the browser is told to allow.

The page has one style and one script of its own. Their hashes stand in its Content-Security-Policy, so that
nothing else in it can run, colour or load anything, whatever an input holds.
"""

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from factcheck._reporters.html.pages import Page
from factcheck._terminal import escape

_FOLDER = Path(__file__).parent / "templates"


def lines(page: Page) -> Iterator[str]:
    """Yield the lines of a page."""
    style, script = (_FOLDER.joinpath(name).read_text(encoding="utf-8") for name in ("page.css", "page.js"))
    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        finalize=_visible,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    ours = {name: Markup(text) for name, text in (("style", style), ("script", script))}  # noqa: S704
    text = environment.get_template("page.html").render(page=page, policy=_policy(style, script), **ours)
    yield from text.split("\n")


def _visible(value: Any) -> Any:
    """Return a text on one line, with what steers how it is shown made visible; not yet escaped."""
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    is_plain = value.isascii() and value.isprintable() and "#" not in value  # as most are
    return value if is_plain else escape(value)


def _policy(style: str, script: str) -> str:
    only = {
        "script-src": _hash(script),
        "style-src": _hash(style),
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(["default-src 'none'", *(f"{name} {allowed}" for name, allowed in only.items())])


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
