"""The example plugins, built and installed as their users would."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest


def factcheck(*arguments: str, extra: Path | None = None, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(extra) if extra else ""}
    command = [sys.executable, "-m", "factcheck", *arguments]
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


@pytest.fixture
def installed(root: Path, tmp_path: Path) -> Path:
    """Return a folder into which the postcode plugin has been built and installed."""
    project, target = tmp_path / "project", tmp_path / "installed"
    shutil.copytree(root / "examples" / "factcheck-postcode", project)
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    offline = ["--no-deps", "--no-build-isolation", "--target", str(target), str(project)]
    subprocess.run([*pip, *offline], check=True, capture_output=True, text=True)
    return target


def test_an_installed_plugin_is_listed_and_used_and_its_removal_noticed(
    root: Path, tmp_path: Path, installed: Path
) -> None:
    example = root / "examples" / "factcheck-postcode"
    arguments = ("check", "claims.yaml", "--sources", "sources", "--format", "json")

    listing = factcheck("plugins", extra=installed, cwd=tmp_path).stdout
    assert [line.split() for line in listing.splitlines() if "postcode" in line] == [
        ["postcode", "factcheck-postcode", "1.0", "postcode", "PC101"]
    ]
    run = factcheck(*arguments, extra=installed, cwd=example)
    claims = {claim["id"]: claim for claim in json.loads(run.stdout)["claims"]}
    assert {name: (claim["verdict"], claim["outcome"]) for name, claim in claims.items()} == {
        "right-postcode": ("supported", "passed"),
        "wrong-postcode": ("refuted", "xfailed"),
    }
    assert [f["code"] for f in claims["wrong-postcode"]["findings"]] == ["PC101"]
    assert factcheck("explain", "PC101", extra=installed, cwd=tmp_path).stdout.startswith("PC101")

    shutil.rmtree(installed)
    assert "postcode" not in factcheck("plugins", extra=installed, cwd=tmp_path).stdout
    assert run.returncode == 0
    assert factcheck(*arguments, extra=installed, cwd=example).returncode == 1
