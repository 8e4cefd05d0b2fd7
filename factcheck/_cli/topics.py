"""The reports of ``factcheck conflicts``: each value where it stands, as text, table, JSON or page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from factcheck._reporters.page import Page, place_of
from factcheck._reporters.snippet import rows
from factcheck._reporters.summary import Lines, problem_line
from factcheck._terminal import clip, escape, guard
from factcheck.model import Evidence, Problem, Source, Topic
from factcheck.reporting import Style

_CELL = 40  # columns of a cell of the table


class Disagreements(NamedTuple):
    """What sources disagree about; ``accepted`` has the reasons of topics that were accepted, by index."""

    topics: Sequence[Topic]
    accepted: Mapping[int, str]
    sources: Sequence[Source]
    problems: Sequence[Problem]


class Format(NamedTuple):
    """A reporter of disagreements; ``file`` is where its report goes when no file is named."""

    name: str
    render: Callable[[Disagreements, Style], Iterator[str]]
    file: str | None = None


def _text(found: Disagreements, style: Style) -> Iterator[str]:
    """Yield a block a topic: each value where it stands first, and where else it stands."""
    return _closed(_blocks(found, style), found)


def _table(found: Disagreements, style: Style) -> Iterator[str]:  # noqa: ARG001 - as wide as its cells
    """Yield a row for each passage."""
    return _closed(_rows(found.topics), found)


def _closed(shown: Iterator[str], found: Disagreements) -> Iterator[str]:
    return map(guard, (*shown, *map(problem_line, found.problems), _summary(found)))


def _summary(found: Disagreements) -> str:
    sources, topics = found.sources, found.topics
    among = f"{len(sources)} source" + ("" if len(sources) == 1 else "s")
    if not sources:
        return "no sources to compare; name files or folders, or set sources in the configuration"
    if not topics:
        return f"no disagreement found in {among}"
    known = f", {len(found.accepted)} accepted" if found.accepted else ""
    return f"{len(topics)} topic{'' if len(topics) == 1 else 's'} with disagreement in {among}{known}"


def _blocks(found: Disagreements, style: Style) -> Iterator[str]:
    page = Page(style, Lines({}), {}, {source.path: source.text for source in found.sources})
    for index, topic in enumerate(found.topics):
        title = f"{escape(topic.label) or topic.kind}: {len(topic.values)} values"
        yield page.paint(title, "yellow", "bold")
        if index in found.accepted:
            yield f"accepted: {escape(found.accepted[index])}"
        gutter = max(len(str(value[0].line)) for value in topic.values) + 1
        bar = f"{' ' * gutter} {page.paint('|', 'blue', 'bold')}"
        for index, value in enumerate(topic.values):
            yield from [bar] if index else []
            yield from _value(value, gutter, page)
        yield ""


def _value(value: Sequence[Evidence], gutter: int, page: Page) -> Iterator[str]:
    excerpt, bar, margin = page.passage(value[0]), page.paint("|", "blue", "bold"), " " * gutter
    yield f"{margin}{page.paint('-->', 'blue', 'bold')} {excerpt.place}"
    yield f"{margin} {bar}"
    room = page.style.width - gutter - 3
    for row in rows(excerpt.text, excerpt.start, excerpt.end, excerpt.line, room, excerpt.marks):
        number = page.paint(f"{row.number or '':>{gutter}}", "blue", "bold")
        yield f"{number} {bar} {row.text}".rstrip()
        if row.marks:
            yield f"{margin} {bar} {page.paint(row.marks, 'yellow', 'bold')}"
    if len(value) > 1:
        also = ", ".join(map(place_of, value[1:]))
        yield f"{margin} {page.paint('=', 'blue', 'bold')} also in {also}"


def _rows(topics: Sequence[Topic]) -> Iterator[str]:
    cells = [
        tuple(
            clip(escape(cell), _CELL) if column != 2 else escape(cell)
            for column, cell in enumerate(
                (
                    topic.label,
                    side.text,
                    f"{side.path}:{side.line}:{side.column}",
                    side.speaker or "",
                    side.date or "",
                )
            )
        )
        for topic in topics
        for value in topic.values
        for side in value
    ]
    if cells:
        from tabulate import tabulate

        headers = ("topic", "value", "place", "speaker", "date")
        table = tabulate(cells, headers=headers, tablefmt="simple", disable_numparse=True)
        yield from (line.rstrip() for line in table.split("\n"))
        yield ""


def _json(found: Disagreements, style: Style) -> Iterator[str]:  # noqa: ARG001 - programs need no style
    """Yield one object, a line for each topic, error and source; its schema is schemas/conflicts.json."""
    from factcheck._reporters.json import json_array, json_error, json_source

    shown = (
        {
            "topic": topic.label,
            "kind": topic.kind,
            "values": [_side(s) for value in topic.values for s in value],
        }
        for topic in found.topics
    )
    yield "{"
    yield from json_array("topics", shown, ",")
    yield from json_array("errors", map(json_error, found.problems), ",")
    yield from json_array("sources", map(json_source, found.sources), "}")


def _side(side: Evidence) -> dict[str, Any]:
    from factcheck._reporters.json import located

    return {
        "value": dict(side.value or {}),
        "text": side.text,
        "source": side.source,
        "path": side.path,
        "line": side.line,
        "column": side.column,
        "start": side.start,
        "end": side.end,
        "prefix": side.prefix,
        "suffix": side.suffix,
        "speaker": side.speaker,
        "date": side.date,
        **located(side),
    }


def _html(found: Disagreements, style: Style) -> Iterator[str]:  # noqa: ARG001 - it has a style of its own
    """Yield the lines of a page."""
    from factcheck._reporters.html.pages import page_of_topics
    from factcheck._reporters.html.template import lines

    yield from lines(page_of_topics(*found))


FORMATS = {
    form.name: form
    for form in (
        Format("text", _text),
        Format("table", _table),
        Format("json", _json),
        Format("html", _html, "factcheck.html"),
    )
}
