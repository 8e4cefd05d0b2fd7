"""Many claims in several processes: the same results, in the same order, with the same faults."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck import _parallel

Run = Callable[..., tuple[int, str, str]]
MANY = 800


def total(part: range) -> tuple[int, int]:
    return part.start, sum(part)


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_the_parts_come_in_order_however_many_processes_work_on_them(processes: int) -> None:
    parts = list(_parallel.parts(range(100, 1100), total, processes))
    assert parts == [(100, 56_125), (350, 118_625), (600, 181_125), (850, 243_625)]


@pytest.mark.parametrize("fault", ["raise ValueError", "lambda: 0", "os._exit(1)"])
def test_what_another_process_cannot_do_is_done_here(fault: str) -> None:
    here = os.getpid()

    def work(part: range) -> object:
        if os.getpid() != here and part.start == 250:
            if fault == "os._exit(1)":
                os._exit(1)
            if fault == "raise ValueError":
                raise ValueError
            return lambda: 0  # cannot be pickled
        return part.start

    assert list(_parallel.parts(range(1000), work, 2)) == [0, 250, 500, 750]


def test_a_fault_that_shows_here_too_is_raised() -> None:
    def work(part: range) -> int:
        raise ValueError(part.start)

    with pytest.raises(ValueError, match="0"):
        list(_parallel.parts(range(1000), work, 2))


SLOW = """
import os, sys, time
from factcheck import _parallel

def work(part):
    os.write(1, b"%d\\n" % os.getpid())  # at once, so that no other gets between
    time.sleep(600)

list(_parallel.parts(range(1000), work, 2))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="processes are not forked there")
def test_no_process_outlives_the_first() -> None:
    with subprocess.Popen([sys.executable, "-c", SLOW], stdout=subprocess.PIPE, text=True) as first:
        assert first.stdout is not None
        try:
            others = {int(first.stdout.readline()), int(first.stdout.readline())}
        finally:
            first.terminate()  # else a failure would wait for it
        first.wait()
        until = time.monotonic() + 60  # a machine may be busy
        while any(map(_is_there, others)) and time.monotonic() < until:
            time.sleep(0.05)
        assert [pid for pid in others if _is_there(pid)] == []


def _is_there(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    return not state.exists() or state.read_text().rpartition(")")[2].split()[0] != "Z"


def test_few_items_are_not_worth_another_process() -> None:
    assert _parallel.jobs(1999) == 1


@pytest.fixture
def many(project: Path) -> Path:
    lines = [f"- {{id: c{n}, statement: {n % 7} boats and {n} ships lie there.}}" for n in range(MANY)]
    (project / "many.yaml").write_text("claims:\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return project / "many.yaml"


@pytest.mark.parametrize("form", ["json", "text", "jsonl"])
def test_a_run_prints_the_same_in_two_processes(run: Run, many: Path, form: str) -> None:
    def printed(jobs: int) -> tuple[int, str, str]:
        code, out, err = run(many.name, "--format", form, "--jobs", str(jobs))
        return code, out.rpartition(" in ")[0] if form == "text" else out, err

    assert printed(2) == printed(1)
    assert f"c{MANY - 1}" in printed(2)[1]


def test_a_check_that_fails_in_another_process_is_blamed_once(run: Run, many: Path) -> None:
    plugin, line = many.parent / "boats.py", "        ours, theirs = claimed"
    text = plugin.read_text(encoding="utf-8")
    faulty = text.replace(line, f"        assert ' 700 ' not in claimed.document.text, 'no ships'\n{line}")
    plugin.write_text(faulty, encoding="utf-8")
    one, two = (run(many.name, "-qq", "--jobs", str(jobs)) for jobs in (1, 2))
    assert two[1].count("check boats: FC903 failed on letter.txt (AssertionError: no ships)") == 1
    assert (two[0], two[1].rpartition(" in ")[0], two[2]) == (3, one[1].rpartition(" in ")[0], one[2])
