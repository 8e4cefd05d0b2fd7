"""The pages keep their word: commands, options, formats and code that they show."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from factcheck._reporters import BUILTIN
from factcheck._reporters.html import tones
from factcheck.testing import Factchecker


def blocks(root: Path, page: str, language: str) -> list[str]:
    text = (root / "docs" / page).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def test_the_reports_are_all_listed(root: Path) -> None:
    listed = re.findall(r"^\| `(\w+)` \|", (root / "docs/ci.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert set(listed) == set(BUILTIN) - {"text", "concise", "table", "json", "diff"}


def test_the_signs_of_the_page_are_those_it_has(root: Path) -> None:
    shown = re.findall(
        r"^\| (\S) ([\w ]+) \|", (root / "docs/page.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    kinds = (tones.REFUTED, tones.CONFLICTING, tones.MISSING, tones.SUPPORTED, tones.WARNING)
    assert shown == [(tone.sign, tone.word) for tone in kinds]


def test_every_option_exists(root: Path, factchecker: Factchecker) -> None:
    named = set(re.findall(r"`(--?[a-z-]+)", (root / "docs/ci.md").read_text(encoding="utf-8")))
    known = set(re.findall(r"(?<![\w-])--?[a-z-]+", "\n".join(factchecker.run("--help").lines)))
    assert named - known == set()


def test_the_command_of_the_page_runs(root: Path, factchecker: Factchecker) -> None:
    (shown,) = blocks(root, "ci.md", "console")
    factchecker.write({"claims/a.yaml": "claims:\n  - id: a\n    statement: It has 12 cranes.\n"})
    factchecker.write({"docs/a.txt": "It has 12 cranes.\n", "factcheck.toml": 'sources = ["docs"]\n'})
    done = factchecker.run(*shown.removeprefix("$ factcheck ").split())
    assert (done.code, done.errors) == (0, ())
    assert {"factcheck.sarif", "factcheck.xml"} <= {path.name for path in factchecker.path.iterdir()}


@pytest.mark.parametrize("number", range(3))
def test_the_examples_of_ci_are_yaml(root: Path, number: int) -> None:
    loaded = yaml.safe_load(blocks(root, "ci.md", "yaml")[number])
    text = str(loaded)
    hooks = {hook["id"] for hook in yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text())}
    inputs = set(yaml.safe_load((root / "action.yml").read_text())["inputs"])
    if number == 0:
        (given,) = [step["with"] for step in loaded["jobs"]["factcheck"]["steps"] if "OWNER" in str(step)]
        assert set(given) <= inputs
    elif number == 1:
        assert "gitlab:gl-code-quality-report.json" in text
    else:
        assert {hook["id"] for hook in loaded["repos"][0]["hooks"]} <= hooks


def test_the_tests_of_the_plugin_page_pass(root: Path, tmp_path: Path) -> None:
    (code,) = (block for block in blocks(root, "plugins.md", "python") if "conformance" in block)
    (cases,) = blocks(root, "plugins.md", "yaml")
    (tmp_path / "test_postcode.py").write_text(code, encoding="utf-8")
    (tmp_path / "cases.yaml").write_text(cases, encoding="utf-8")
    shutil.copy(root / "examples/factcheck-postcode/factcheck_postcode.py", tmp_path)
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tmp_path)],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert re.search(r"^11 passed", run.stdout, re.MULTILINE), run.stdout


@pytest.mark.parametrize("page", ["ci.md", "drafts.md", "page.md", "plugins.md"])
def test_every_linked_file_is_there(root: Path, page: str) -> None:
    links = re.findall(r"\]\(([^):]+)\)", (root / "docs" / page).read_text(encoding="utf-8"))
    assert [link for link in links if not (root / "docs" / link).exists()] == []
