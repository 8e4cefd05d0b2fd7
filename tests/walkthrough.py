"""Pages followed as a reader would: their files are written, their commands run, the output compared.

A file is a code block below a line that ends in its name, as ``In `a.yaml`:``. A block of ``console`` holds
commands after ``$ `` and what each prints. ``FACTCHECK_UPDATE_SNAPSHOTS=1`` writes into the page what they
print now.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

_BLOCK = re.compile(
    r"(?:`(?P<file>[\w./-]+)`:\n\n)?^```(?P<language>\w*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL
)
_SECONDS = re.compile(r"\bin \d+\.\d+s\b")


def follow(page: Path, folder: Path, path: str = "") -> None:
    """Do what a page says in a folder, with the programs in ``path`` before others; compare the output."""
    text = page.read_text(encoding="utf-8")
    done = _BLOCK.sub(lambda block: _followed(block, folder, path), text)
    if os.environ.get("FACTCHECK_UPDATE_SNAPSHOTS"):
        page.write_text(done, encoding="utf-8")
    assert done == page.read_text(encoding="utf-8")


def _followed(block: re.Match[str], folder: Path, path: str) -> str:
    body = block["body"]
    if block["language"] == "console":
        steps = re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", body, re.MULTILINE)
        new = "".join(f"$ {command}\n{_output(command, shown, folder, path)}" for command, shown in steps)
        return block.group().replace(body, new)
    if block["file"]:
        (folder / block["file"]).parent.mkdir(parents=True, exist_ok=True)
        (folder / block["file"]).write_text(body, encoding="utf-8")
    return block.group()


def _output(command: str, shown: str, folder: Path, path: str) -> str:
    """Return what a command prints, with the seconds that the page shows."""
    found = os.pathsep.join(filter(None, (path, str(Path(sys.executable).parent), os.environ["PATH"])))
    environment = {**os.environ, "PATH": found, "COLUMNS": "80", "PYTHONDONTWRITEBYTECODE": "1"}
    run = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )
    seconds = _SECONDS.search(shown)
    return _SECONDS.sub(seconds.group() if seconds else "in 0.1s", run.stdout)
