"""What is built holds the program, and not the documents that belong to their publishers."""

from __future__ import annotations

import subprocess
import sys
import tarfile
from pathlib import Path
from zipfile import ZipFile

import pytest


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Return the names of the files in the wheel and in the source distribution."""
    root = Path(__file__).parent.parent
    if not (root / "factcheck").is_dir():
        pytest.skip("the tree is not here to build from")
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(folder)]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    (wheel,), (sdist,) = folder.glob("*.whl"), folder.glob("*.tar.gz")
    with ZipFile(wheel) as archive, tarfile.open(sdist) as packed:
        inside = [name.partition("/")[2] for name in packed.getnames()]
        return {"wheel": archive.namelist(), "sdist": inside}


@pytest.mark.parametrize("kind", ["wheel", "sdist"])
def test_the_documents_of_publishers_are_in_no_distribution(built: dict[str, list[str]], kind: str) -> None:
    assert [name for name in built[kind] if "seeds/" in name and name.endswith(".txt")] == []


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("wheel", "factcheck/languages/nl.words.toml"),
        ("wheel", "factcheck/languages/nl.glossary.txt"),
        ("wheel", "factcheck_quote/__init__.py"),
        ("sdist", "plugins/factcheck_quote/__init__.py"),
        ("sdist", "seeds/sources.yaml"),
        ("sdist", "tests/test_distributions.py"),
    ],
)
def test_the_rest_is_there(built: dict[str, list[str]], kind: str, name: str) -> None:
    assert name in built[kind]
