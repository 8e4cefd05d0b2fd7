"""Completion as a shell does it: keys are sent to one behind a terminal, and its line is read."""

from __future__ import annotations

import os
import pty
import re
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.testing import Factchecker

FILES = {
    "docs/log.txt": "The harbour of Eastmoor has 12 cranes.\n",
    "claims/harbour.yaml": "claims:\n- id: cranes\n  statement: It has 12 cranes.\n"
    "- id: lamps\n  statement: It has 9 lamps.\n",
    "claims/notes.csv": "",
    "my drafts/a b.md": "It has 12 cranes.\n",
    "factcheck.toml": 'sources = ["docs"]\n',
    "bin/factcheck": f'#!/bin/sh\nexec "{sys.executable}" -m factcheck "$@"\n',
}
SHOWN = re.compile("«(.*?)»", re.DOTALL)
PATIENCE = 60.0  # seconds for one answer on a busy machine
TAB, ALL, CLEAR, SHOW = (
    "\t",
    "\x1b*",
    "\x15",
    "\x14",
)  # keys: complete, insert all completions, empty the line


@pytest.fixture
def town(factchecker: Factchecker, monkeypatch: pytest.MonkeyPatch) -> Factchecker:
    factchecker.write(FILES)
    (factchecker.path / "bin/factcheck").chmod(0o755)
    monkeypatch.setenv("PATH", f"{factchecker.path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    return factchecker


class Bash:
    """An interactive shell behind a terminal."""

    def __init__(self, folder: Path):
        self._keys, theirs = pty.openpty()
        self._process = subprocess.Popen(
            ["bash", "--norc", "--noprofile", "-i"],
            cwd=folder,
            env={**os.environ, "TERM": "dumb", "COLUMNS": "1000", "LC_ALL": "C.UTF-8"},
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
        )
        os.close(theirs)
        self._send('bind -x \'"\\C-t": printf "\\302\\253%s\\302\\273" "$READLINE_LINE"\'\n')
        self._send('eval "$(factcheck completion bash)"; printf "\\302\\253ready\\302\\273"\n')
        assert self._shown() == "ready"

    def line(self, written: str, key: str = TAB) -> str:
        """Return what a line has become after a key."""
        self._send(f"{CLEAR}{written}{key}{SHOW}")
        return self._shown()

    def end(self) -> None:
        """End the shell."""
        self._send(f"{CLEAR}exit\n")
        self._process.wait(PATIENCE)
        os.close(self._keys)

    def _send(self, keys: str) -> None:
        os.write(self._keys, keys.encode())

    def _shown(self) -> str:
        """Return the next words that the shell shows between marks."""
        shown, since = b"", time.monotonic()
        while not (found := SHOWN.search(shown.decode("utf-8", "replace"))):
            assert time.monotonic() - since < PATIENCE, shown
            if select.select([self._keys], [], [], 0.1)[0]:
                shown += os.read(self._keys, 65536)
        return found[1]


@pytest.fixture
def bash(town: Factchecker) -> Iterator[Bash]:
    shell = Bash(town.path)
    yield shell
    shell.end()


def test_bash_completes_a_line(bash: Bash) -> None:
    expected = {
        "factcheck expl": "factcheck explain ",
        "factcheck explain FC92": "factcheck explain FC92",
        "factcheck explain quote-alt": "factcheck explain quote-altered ",
        "factcheck decisions pr": "factcheck decisions prune ",
        "factcheck decisions write --rea": "factcheck decisions write --reason ",
        "factcheck cl": "factcheck claims/",
        "factcheck claims/": "factcheck claims/harbour.yaml ",
        "factcheck claims/harbour.yaml::l": "factcheck claims/harbour.yaml::lamps ",
        "factcheck check my": "factcheck check my\\ drafts/",
        'factcheck "my drafts/': 'factcheck "my drafts/a b.md" ',
        "factcheck --sources do": "factcheck --sources docs/",
        "factcheck --select FC301,number-diff": "factcheck --select FC301,number-differs ",
        "factcheck --report sar": "factcheck --report sarif ",
        "factcheck --report sarif:doc": "factcheck --report sarif:docs/",
        "factcheck --fail-on refuted,conf": "factcheck --fail-on refuted,conflicting_evidence ",
        "factcheck -p no:qu": "factcheck -p no:quote ",
        "factcheck completion z": "factcheck completion zsh ",
        "factcheck explain gone": "factcheck explain gone",
    }
    assert {line: bash.line(line) for line in expected} == expected


def test_bash_offers_all_there_is(bash: Bash) -> None:
    ids = bash.line("factcheck claims/harbour.yaml::", ALL)
    assert ids == "factcheck claims/harbour.yaml::cranes lamps "  # a colon parts words in bash
    commands = set(bash.line("factcheck ", ALL).split()[1:])
    assert {"check", "explain", "decisions", "completion", "claims/"} <= commands
    formats = bash.line("factcheck conflicts --format ", ALL).split()[3:]
    assert formats == ["html", "json", "table", "text"]
    assert "--fail-under" in bash.line("factcheck claims/ --f", ALL).split()
    assert bash.line("factcheck explain --fail", ALL) == "factcheck explain --fail"


@pytest.mark.skipif(not shutil.which("fish"), reason="fish is not installed")
@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("factcheck expl", "explain"),
        ("factcheck explain quote-alt", "quote-altered"),
        ("factcheck claims/harbour.yaml::l", "claims/harbour.yaml::lamps"),
    ],
)
def test_fish_completes_a_line(town: Factchecker, line: str, offered: str) -> None:
    script = f"factcheck completion fish | source; complete -C '{line}'"
    done = subprocess.run(
        ["fish", "--no-config", "-c", script], cwd=town.path, capture_output=True, text=True, check=True
    )
    assert done.stdout.split("\t")[0].strip() == offered


def test_what_cannot_be_read_completes_nothing(town: Factchecker, monkeypatch: pytest.MonkeyPatch) -> None:
    town.write({"claims/harbour.yaml": "claims: [", "factcheck.toml": "sources = ["})
    for line in ("factcheck claims/harbour.yaml::l", "factcheck explain FC1", "factcheck gone/"):
        answer = town.path / "answer"
        monkeypatch.setenv("_ARGCOMPLETE", "1")
        monkeypatch.setenv("_ARGCOMPLETE_STDOUT_FILENAME", str(answer))
        monkeypatch.setenv("COMP_LINE", line)
        monkeypatch.setenv("COMP_POINT", str(len(line)))
        done = town.run_command()
        assert (done.code, answer.read_text()) == (0, "")


def test_no_plugin_file_of_the_folder_runs_for_a_completion(
    town: Factchecker, monkeypatch: pytest.MonkeyPatch
) -> None:
    town.write({"local.py": "open('ran', 'w').close()\n", "factcheck.toml": 'plugins = ["local.py"]\n'})
    line = "factcheck explain quote-alt"
    monkeypatch.setenv("_ARGCOMPLETE", "1")
    monkeypatch.setenv("_ARGCOMPLETE_STDOUT_FILENAME", str(town.path / "answer"))
    monkeypatch.setenv("COMP_LINE", line)
    monkeypatch.setenv("COMP_POINT", str(len(line)))
    town.run_command()
    assert (town.path / "answer").read_text().strip() == "quote-altered"
    assert not (town.path / "ran").exists()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_code_says_where_it_goes(town: Factchecker, shell: str) -> None:
    done = town.run("completion", shell)
    assert (done.code, done.errors) == (0, ())
    assert f"factcheck completion {shell}" in done.lines[0]


def test_an_unknown_shell_is_one_line(town: Factchecker) -> None:
    done = town.run("completion", "dash")
    assert (done.code, len(done.errors)) == (4, 1)
    assert "invalid choice: 'dash'" in done.errors[0]
