"""A page for each hook under docs/hooks: its arguments are the hook's, its example does what it shows."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest
from walkthrough import follow

from factcheck import hookspecs

HOOKS = [name for name in vars(hookspecs) if name.startswith("factcheck_")]
SECTIONS = ["When it is called", "Arguments", "What it returns", "Example"]


@pytest.fixture
def page(root: Path, request: pytest.FixtureRequest) -> str:
    return (root / "docs/hooks" / f"{request.param}.md").read_text(encoding="utf-8")


def test_every_hook_has_a_page_and_a_row_in_the_order_of_a_run(root: Path) -> None:
    assert {path.stem for path in (root / "docs/hooks").iterdir()} == {*HOOKS, "README"}
    index = (root / "docs/hooks/README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| \[(\w+)\]\((\w+)\.md\) \|", index, re.MULTILINE)
    assert rows == [(name, name) for name in HOOKS]


@pytest.mark.parametrize(("page", "name"), [(name, name) for name in HOOKS], indirect=["page"], ids=HOOKS)
def test_a_page_tells_what_the_hook_is(page: str, name: str) -> None:
    signature = inspect.signature(getattr(hookspecs, name))
    shown = str(signature).replace("'", "")
    assert page.startswith(f"# {name}\n\n```python\ndef {name}{shown}\n```\n\n")
    assert re.findall(r"^## (.*)$", page, re.MULTILINE) == SECTIONS
    assert re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE) == list(signature.parameters)
    returns = page.partition("## What it returns")[2].partition("## Example")[0]
    assert "`None`" in returns


@pytest.mark.parametrize("name", HOOKS)
def test_the_example_of_a_page_does_what_it_shows(root: Path, tmp_path: Path, name: str) -> None:
    pages = root / "docs/hooks"
    follow(pages / "README.md", tmp_path)
    text = (pages / f"{name}.md").read_text(encoding="utf-8")
    assert f"def {name}(" in text.partition("## Example")[2]
    follow(pages / f"{name}.md", tmp_path)
