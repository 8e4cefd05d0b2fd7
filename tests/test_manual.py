"""The manual under docs/rules says what the rules say; FACTCHECK_UPDATE_SNAPSHOTS=1 writes it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck import _plugins, _rules
from factcheck.config import Config
from factcheck.testing import manual

INTRODUCTION = """# The rules

Every finding names one rule. `factcheck explain FC101` shows the same page in the terminal; the severity can
be set in the configuration ([in CI](../ci.md)), and `--select` and `--ignore` take a code or how it begins.
The examples are run by the tests. These pages are written from the rules; change them there.
"""


def pages() -> Iterator[tuple[str, str]]:
    """Yield each page of the manual with its name."""
    plugins = _plugins.load(Config(Path()))
    groups = [("core", "the core", _rules.RULES)]
    own = {name for info in plugins.listing if info.origin == _plugins.DISTRIBUTION for name in info.checks}
    groups += [
        (check.name, f"the {check.name} check", tuple(check.rules))
        for check in plugins.checks
        if check.name in own
    ]
    lines = [INTRODUCTION]
    for name, owner, rules in groups:
        yield f"{name}.md", manual(f"Rules of {owner}", rules)
        lines += [f"## Of {owner}\n", "| rule | severity | what it says |", "| --- | --- | --- |"]
        for rule in sorted(rules):
            link = f"[{rule.code} {rule.name}]({name}.md#{rule.code.lower()}-{rule.name})"
            lines.append(f"| {link} | {rule.severity} | {rule.summary} |")
        lines.append("")
    yield "README.md", "\n".join(lines)


@pytest.mark.parametrize(
    ("name", "page"), list(pages()), ids=lambda value: value if "\n" not in value else ""
)
def test_the_manual_is_up_to_date(root: Path, name: str, page: str) -> None:
    path = root / "docs/rules" / name
    if os.environ.get("FACTCHECK_UPDATE_SNAPSHOTS"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(page, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == page


def test_the_manual_has_no_other_pages(root: Path) -> None:
    assert {path.name for path in (root / "docs/rules").iterdir()} == {name for name, _ in pages()}
