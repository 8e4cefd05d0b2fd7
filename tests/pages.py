"""A strict reader of the page: it knows its elements and attributes, and refuses all others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import NamedTuple

_VOID = {"meta", "br", "hr", "input", "path", "rect", "circle"}
_ANYWHERE = {"id", "class", "lang", "hidden", "role", "tabindex"}
_ARIA = re.compile(r"aria-(hidden|label|labelledby|pressed)")
_DATA = re.compile(r"data-(id|outcome|verdict|keys|path|count)")
_ATTRIBUTES = {
    "a": {"href"},
    "abbr": {"title"},
    "button": {"type"},
    "data": {"value"},
    "input": {"type", "name", "value"},
    "meta": {"charset", "content", "http-equiv", "name"},
    "ol": {"start"},
    "option": {"value"},
    "select": {"name"},
    "th": {"scope"},
    "svg": {"viewbox", "preserveaspectratio", "focusable"},
    "rect": {"x", "width", "height"},
    "path": {"d"},
    "circle": {"cx", "cy", "r"},
    "text": {"x", "y", "text-anchor"},
    "g": set(),
}
_PLAIN = {
    *("html", "head", "title", "style", "script", "body", "header", "main", "footer", "nav"),
    *("section", "article", "div", "p", "h1", "h2", "h3", "h4", "h5", "h6", "figure", "figcaption"),
    *("ul", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "td", "details", "summary"),
    *("form", "fieldset", "legend", "label", "output", "blockquote", "pre", "code", "cite", "span"),
    *("b", "u", "s", "em", "strong", "mark", "ins", "del"),
}


class Element:
    """An element with its attributes, its elements and texts."""

    def __init__(self, tag: str, attributes: dict[str, str], parent: Element | None):
        self.tag = tag
        self.attributes = attributes
        self.parent = parent
        self.inside: list[Element | str] = []

    def all(self, tag: str = "", class_: str = "") -> Iterator[Element]:
        """Yield the elements inside with a tag or class, in order."""
        for child in self.inside:
            if isinstance(child, Element):
                if tag in ("", child.tag) and (not class_ or class_ in child.classes):
                    yield child
                yield from child.all(tag, class_)

    def one(self, tag: str = "", class_: str = "") -> Element:
        (found,) = self.all(tag, class_)
        return found

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    @property
    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text for child in self.inside)

    def text_without(self, *classes: str) -> str:
        """Return the text but for that of the elements of some classes."""
        return "".join(
            child
            if isinstance(child, str)
            else "" if set(classes) & set(child.classes) else child.text_without(*classes)
            for child in self.inside
        )  # fmt: skip


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = self.here = Element("", {}, None)
        self.ids: set[str] = set()

    def handle_decl(self, decl: str) -> None:
        assert decl == "doctype html"

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"an instruction: {data}")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ("rect", "path", "circle")
        self.handle_starttag(tag, attrs)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = _ATTRIBUTES.get(tag, set())
        assert tag in _PLAIN or tag in _ATTRIBUTES or tag in _VOID, tag
        for name, value in attrs:
            ours = name in known or name in _ANYWHERE or _ARIA.fullmatch(name) or _DATA.fullmatch(name)
            assert ours, f"{tag} {name}"
            assert value is not None or name == "hidden"
        attributes = {name: value or "" for name, value in attrs}
        assert len(attributes) == len(attrs)
        if "id" in attributes:
            assert attributes["id"] not in self.ids, attributes["id"]
            assert re.fullmatch(r"[^\s]+", attributes["id"])
            self.ids.add(attributes["id"])
        element = Element(tag, attributes, self.here)
        self.here.inside.append(element)
        if tag not in _VOID:
            self.here = element

    def handle_endtag(self, tag: str) -> None:
        assert tag == self.here.tag, f"</{tag}> in <{self.here.tag}>"
        assert self.here.parent is not None
        self.here = self.here.parent

    def handle_data(self, data: str) -> None:
        self.here.inside.append(data)


def read_page(text: str) -> Element:
    """Return the page as a tree; all its links must lead to a place of its own."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    assert reader.here is reader.root
    for link in reader.root.all("a"):
        href = link.attributes["href"]
        assert href.startswith("#")
        assert href[1:] in reader.ids, href
    for element in reader.root.all():
        labels = element.attributes.get("aria-labelledby", "").split()
        assert set(labels) <= reader.ids
    (script,) = reader.root.all("script")
    assert "http" not in script.text
    return reader.root


class Passage(NamedTuple):
    """A passage as the page shows it."""

    path: str
    place: str
    stance: str


class Claim(NamedTuple):
    """A claim as the page shows it; ``findings`` are rule, tone and passages of each note."""

    id: str
    path: str
    place: str
    verdict: str
    outcome: str
    findings: list[tuple[str | None, str, list[Passage]]]


def counts(page: Element) -> dict[str, int]:
    """Return the counts of the page by their names in the JSON report."""
    return {
        found.attributes["data-count"]: int(found.text)
        for found in page.all("dd")
        if "data-count" in found.attributes
    }


def claims(page: Element) -> list[Claim]:
    """Return the claims and sentences of a page."""
    found = []
    for element in page.all(class_="claim"):
        if "data-verdict" not in element.attributes:
            continue
        draft = next((above for above in _above(element) if "draft" in above.classes), None)
        own = element.one(class_="at" if draft else "meta")
        path = (draft or own).one("h2", "") if draft else own
        found.append(
            Claim(
                element.attributes["data-id"],
                path.one("span", "path").text,
                own.one("data").attributes["value"],
                element.attributes["data-verdict"],
                element.attributes["data-outcome"],
                [_finding(note) for note in element.all(class_="note")],
            )
        )
    return found


def _finding(note: Element) -> tuple[str | None, str, list[Passage]]:
    rule = next((link.text.split()[0] for link in note.all("a", "rule")), None)
    (tone,) = (class_ for class_ in note.classes if class_ != "note")
    return rule, tone, [_passage(found) for found in note.all(class_="passage")]


def _passage(found: Element) -> Passage:
    (stance,) = (class_ for class_ in found.classes if class_ != "passage")
    return Passage(found.attributes["data-path"], found.one("data").attributes["value"], stance)


def _above(element: Element) -> Iterator[Element]:
    while element.parent is not None:
        element = element.parent
        yield element
