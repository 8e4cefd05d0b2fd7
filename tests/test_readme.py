"""The README keeps its word: its claims file, its commands and the output it shows."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml


@pytest.fixture
def readme(root: Path) -> str:
    return (root / "README.md").read_text(encoding="utf-8")


def blocks(readme: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", readme, re.MULTILINE | re.DOTALL)


def test_the_claims_file_is_the_one_of_the_example(readme: str, root: Path) -> None:
    shown = blocks(readme, "yaml")[0]
    assert shown == (root / "examples/quickstart/claims.yaml").read_text(encoding="utf-8")
    assert len(shown.splitlines()) == 4


def test_the_draft_is_the_one_of_the_example(readme: str, root: Path) -> None:
    assert blocks(readme, "markdown")[0] == (root / "examples/draft/article.md").read_text(encoding="utf-8")
    assert readme.index("```markdown") < readme.index("```yaml")


def test_the_output_is_what_the_command_prints(readme: str, root: Path) -> None:
    command, _, shown = blocks(readme, "console")[0].partition("\n")
    arguments = command.removeprefix("$ factcheck ").split()
    run = subprocess.run(
        [sys.executable, "-m", "factcheck", *arguments],
        cwd=root,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    without_time = re.compile(r" in \d+\.\d+s$", re.MULTILINE)
    assert without_time.sub("", run.stdout) == without_time.sub("", shown)
    assert (run.returncode, run.stderr) == (1, "")


def test_the_longer_claims_file_is_valid(readme: str, root: Path, tmp_path: Path) -> None:
    shutil.copytree(root / "seeds", tmp_path / "seeds")
    text = blocks(readme, "yaml")[1].replace("worldmayor.txt", "worldmayor")
    (tmp_path / "claims.yaml").write_text(text, encoding="utf-8")
    assert [claim["id"] for claim in yaml.safe_load(text)["claims"]] == [
        "residents",
        "compass",
        "nationalities",
    ]
    command = [sys.executable, "-m", "factcheck", "claims.yaml", "--sources", "seeds"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False)
    assert re.search(r"^2 passed, 1 xfailed in", run.stdout, re.MULTILINE), run.stdout


def test_the_library_example_runs(readme: str, root: Path) -> None:
    (code,) = blocks(readme, "python")
    run = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=False)
    verdict, _, passages = run.stdout.partition(" ")
    assert verdict == "conflicting_evidence"
    assert {"138", "131", "128"} <= set(re.findall(r"\d+", passages))
