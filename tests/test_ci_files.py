"""What CI systems read of this project: the hooks of pre-commit, the action and its script."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from factcheck.testing import Factchecker

FILES = {
    "docs/log.txt": "The harbour of Eastmoor has 12 cranes.\n",
    "claims/a.yaml": "claims:\n  - id: a\n    statement: The harbour of Eastmoor has 12 cranes.\n"
    "  - id: b\n    statement: The harbour of Eastmoor has 14 cranes.\n",
}


@pytest.mark.parametrize(
    ("hook", "path", "taken"),
    [
        ("factcheck", "claims/a.yaml", True),
        ("factcheck", "town/claims/more/a.yml", True),
        ("factcheck", "claims/a.txt", False),
        ("factcheck", "disclaims/a.yaml", False),
        ("factcheck-drafts", "drafts/a.md", True),
        ("factcheck-drafts", "README.md", False),
    ],
)
def test_which_files_the_hooks_take(root: Path, hook: str, path: str, taken: bool) -> None:
    hooks = {item["id"]: item for item in yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text())}
    assert (re.search(hooks[hook]["files"], path) is not None) == taken


def test_the_action_pastes_no_input_into_its_script(root: Path) -> None:
    action = yaml.safe_load((root / "action.yml").read_text())
    (step,) = action["runs"]["steps"]
    assert step["run"] == 'bash "$FACTCHECK_ACTION/.ci/action"'
    used = set(re.findall(r"inputs\.(\w+)", str(step["env"])))
    assert used == set(action["inputs"])
    script = (root / ".ci/action").read_text()
    assert set(re.findall(r"FACTCHECK_\w+", script)) - {"FACTCHECK_COMMAND"} == set(step["env"])
    written = set(re.findall(r'echo "([\w-]+)=', script))
    assert written == set(action["outputs"])


@pytest.mark.parametrize(
    ("paths", "arguments", "code", "outputs"),
    [
        ("claims\n", "", 1, {"exit-code": "1", "claims": "2", "failed": "1"}),
        ("", "-k\na", 0, {"exit-code": "0", "claims": "1", "failed": "0"}),
        ("claims\n$(touch owned)\n", "", 4, {"exit-code": "4", "claims": "2", "failed": "1"}),
        ("gone", "", 4, {"exit-code": "4", "claims": "0", "failed": "0"}),
    ],
)
def test_the_script_of_the_action(
    root: Path, factchecker: Factchecker, paths: str, arguments: str, code: int, outputs: dict[str, str]
) -> None:
    factchecker.write({**FILES, "factcheck.toml": 'claims = ["claims"]\n'})
    command = factchecker.path / "factcheck"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m factcheck "$@"\n')
    command.chmod(0o755)
    told, summary = factchecker.path / "outputs", factchecker.path / "summary.md"
    environment = {
        "FACTCHECK_COMMAND": str(command),
        "FACTCHECK_PATHS": paths,
        "FACTCHECK_SOURCES": "docs\n",
        "FACTCHECK_ARGUMENTS": arguments,
        "FACTCHECK_SARIF": "out.sarif",
        "FACTCHECK_JUNIT": "",
        "GITHUB_OUTPUT": str(told),
        "GITHUB_STEP_SUMMARY": str(summary),
    }
    done = subprocess.run(
        ["bash", str(root / ".ci/action")],
        cwd=factchecker.path,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == code, done.stderr
    assert dict(line.split("=") for line in told.read_text().splitlines()) == outputs
    assert not (factchecker.path / "owned").exists()
    assert (factchecker.path / "out.sarif").exists() == (paths != "gone")
    if code == 1:
        assert "::error file=claims/a.yaml,line=5," in done.stdout
        assert "FC101 number-differs" in summary.read_text()
