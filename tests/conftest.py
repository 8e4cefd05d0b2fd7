"""What all tests share: where the project's files are, and snapshots of whole outputs."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from boats import project, run
from hypothesis import settings

import factcheck

# The same examples on every machine, however slow; FACTCHECK_FUZZ=1 looks further.
settings.register_profile("suite", deadline=None, derandomize=not os.environ.get("FACTCHECK_FUZZ"))
settings.load_profile("suite")

__all__ = ["judged", "project", "root", "run", "snapshot"]

HERE = Path(__file__).parent


@pytest.fixture
def root() -> Path:
    """Return the folder that holds claims/, seeds/ and the README."""
    return HERE.parent


@pytest.fixture
def snapshot() -> Callable[[str, str], None]:
    """Return an assertion that a text equals the file of that name under snapshots/."""

    def compare(name: str, actual: str) -> None:
        path = HERE / "snapshots" / name
        if os.environ.get("FACTCHECK_UPDATE_SNAPSHOTS"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(actual, encoding="utf-8")
        assert path.read_text(encoding="utf-8") == actual

    return compare


@pytest.fixture
def judged(tmp_path: Path) -> Callable[..., str]:
    """Return what gives the verdict on a claim by some texts, each of them a source."""

    def verdict(claim: str, *texts: str) -> str:
        paths = [tmp_path / f"source{number}.txt" for number in range(len(texts))]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text, encoding="utf-8")
        return factcheck.check(claim, sources=paths).verdict

    return verdict
