"""The example plugins, built and installed as their users would, and tested with their own tests."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parent.parent / "examples"
PLUGINS = sorted(path.parent.name for path in EXAMPLES.glob("*/pyproject.toml"))


def python(*arguments: str, extra: Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(extra)}
    command = [sys.executable, *arguments]
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder into which the example plugins have been built and installed."""
    folder = tmp_path_factory.mktemp("examples")
    projects = [str(shutil.copytree(EXAMPLES / name, folder / name)) for name in PLUGINS]
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    offline = ["--no-deps", "--no-build-isolation", "--target", str(folder / "installed"), *projects]
    subprocess.run([*pip, *offline], check=True, capture_output=True, text=True)
    return folder / "installed"


@pytest.mark.parametrize("name", PLUGINS)
def test_a_plugin_passes_its_own_tests_without_its_source(tmp_path: Path, installed: Path, name: str) -> None:
    for path in (EXAMPLES / name).iterdir():
        if path.name in ("cases.yaml", "claims.yaml") or path.name.startswith("test_"):
            shutil.copy(path, tmp_path)
    shutil.copytree(EXAMPLES / name / "sources", tmp_path / "sources")
    run = python("-m", "pytest", "-q", "-p", "no:cacheprovider", extra=installed, cwd=tmp_path)
    assert re.search(r"^\d+ passed in ", run.stdout, re.MULTILINE), run.stdout
    assert run.returncode == 0


@pytest.mark.parametrize("name", PLUGINS)
def test_the_commands_of_a_readme_run(installed: Path, name: str) -> None:
    readme = (EXAMPLES / name / "README.md").read_text(encoding="utf-8")
    block = next(
        block for block in re.findall(r"^```\n(.*?)^```", readme, re.M | re.S) if "factcheck " in block
    )
    install, *commands = block.splitlines()
    assert install == f"pip install examples/{name}"
    for command in commands:
        run = python("-m", *command.split(), extra=installed, cwd=EXAMPLES.parent)
        assert (run.returncode, run.stderr) == (0, ""), command
    links = re.findall(r"\]\(([^):]+)\)", readme)
    assert [link for link in links if not (EXAMPLES / name / link).exists()] == []


def test_what_is_installed_is_listed_with_its_codes(tmp_path: Path, installed: Path) -> None:
    listing = python("-m", "factcheck", "plugins", extra=installed, cwd=tmp_path).stdout
    rows = [re.split(r" {2,}", line.rstrip()) for line in listing.splitlines() if "factcheck-cli" not in line]
    assert [row for row in rows if row[0] in ("breakdown", "postcode", "subtitles")] == [
        ["breakdown", "factcheck-breakdown", "1.0", "breakdown", "BD101-BD102"],
        ["postcode", "factcheck-postcode", "1.0", "postcode", "PC101"],
        ["subtitles", "factcheck-subtitles", "1.0"],
    ]


def test_a_plugin_is_used_and_its_removal_noticed(tmp_path: Path, installed: Path) -> None:
    example = EXAMPLES / "factcheck-postcode"
    mine = shutil.copytree(installed, tmp_path / "installed")
    arguments = ("-m", "factcheck", "check", "claims.yaml", "--sources", "sources", "--format", "json")
    run = python(*arguments, extra=mine, cwd=example)
    claims = {claim["id"]: claim for claim in json.loads(run.stdout)["claims"]}
    assert {name: (claim["verdict"], claim["outcome"]) for name, claim in claims.items()} == {
        "right-postcode": ("supported", "passed"),
        "wrong-postcode": ("refuted", "xfailed"),
    }
    assert [f["code"] for f in claims["wrong-postcode"]["findings"]] == ["PC101"]
    assert run.returncode == 0
    shutil.rmtree(mine)
    assert python(*arguments, extra=mine, cwd=example).returncode == 1
    assert "postcode" not in python("-m", "factcheck", "plugins", extra=mine, cwd=tmp_path).stdout
