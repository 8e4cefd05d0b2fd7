"""The tutorial, followed as it is printed, in a fresh environment."""

from __future__ import annotations

import re
import sys
import sysconfig
from pathlib import Path
from venv import EnvBuilder

import pytest
from walkthrough import follow

SETUP = """\
mkdir factcheck-names && cd factcheck-names
python3 -m venv .venv && . .venv/bin/activate
pip install factcheck-cli pytest hatchling
"""


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the programs of a new environment that has what the tutorial installs, without a network."""
    folder = tmp_path / ".venv"
    EnvBuilder(with_pip=False, symlinks=True).create(folder)
    site = folder / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "site-packages"
    known = [sysconfig.get_path("purelib"), *(path for path in sys.path if path.endswith("plugins"))]
    (site / "known.pth").write_text("\n".join(f"import site; site.addsitedir({path!r})" for path in known))
    for name in ("pip", "factcheck"):
        script = folder / "bin" / name
        script.write_text(f'#!/bin/sh\nexec "{folder}/bin/python" -m {name} "$@"\n')
        script.chmod(0o755)
    for name, value in {"NO_INDEX": "1", "NO_DEPS": "1", "NO_BUILD_ISOLATION": "0"}.items():
        monkeypatch.setenv(f"PIP_{name}", value)
    monkeypatch.setenv("PIP_DISABLE_PIP_VERSION_CHECK", "1")
    monkeypatch.delenv("PYTHONPATH", raising=False)
    return folder / "bin"


def test_the_tutorial_does_what_it_prints(root: Path, tmp_path: Path, environment: Path) -> None:
    page = root / "docs/tutorial.md"
    (setup,) = re.findall(r"^```sh\n(.*?)^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert setup == SETUP  # which the fixture does
    follow(page, tmp_path, str(environment))
