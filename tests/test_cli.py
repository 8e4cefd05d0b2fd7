"""The command line over small runs, with a check of its own so that only the command line is tested."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from boats import BOATS, Run

from factcheck import __version__
from factcheck._cli.plugins import ranges
from factcheck._cli.progress import Progress
from factcheck._terminal import UNSAFE
from factcheck.model import Claim, Outcome, Place, Result, Verdict

SNAPSHOTS = Path(__file__).parent / "snapshots"
TIME = re.compile(r"in \d+\.\ds$", re.MULTILINE)


def check_snapshot(name: str, actual: str) -> None:
    """Compare with the file of that name; FACTCHECK_UPDATE_SNAPSHOTS=1 in the environment writes it first."""
    path = SNAPSHOTS / name
    actual = TIME.sub("in 0.1s", actual.replace(__version__, "VERSION"))
    if os.environ.get("FACTCHECK_UPDATE_SNAPSHOTS"):
        path.write_text(actual, encoding="utf-8", newline="\n")
    assert path.read_text(encoding="utf-8") == actual


@pytest.mark.parametrize(
    ("name", "argv", "code"),
    [
        ("run-text.txt", ("claims",), 1),
        ("run-green.txt", ("check", "claims/good.yaml", "--boats", "red"), 0),
        ("run-verbose.txt", ("claims", "-vv"), 1),
        ("run-concise.txt", ("claims", "--format", "concise"), 1),
        ("run-collected.txt", ("claims", "--co", "-k", "log or both"), 0),
        ("run-explain.txt", ("explain", "bt1", "boats-differ"), 0),
        ("help.txt", ("--help",), 0),
        ("help-extract.txt", ("extract", "--help"), 0),
    ],
)
def test_whole_output(run: Run, name: str, argv: tuple[str, ...], code: int) -> None:
    returned, out, err = run(*argv)
    assert (returned, err) == (code, "")
    check_snapshot(name, out)


def test_explain_for_programs(run: Run) -> None:
    code, out, err = run("explain", "bt1", "no-evidence", "--format", "json")
    boats, core = json.loads(out)
    assert (code, err) == (0, "")
    assert boats == {
        "code": "BT1",
        "name": "boats-differ",
        "summary": "Another number of boats.",
        "explanation": "Count again.",
        "example": "- 3 boats",
        "severity": "error",
        "fix": "",
        "plugin": "boats",
    }
    assert (core["code"], core["plugin"], set(core)) == ("FC905", None, set(boats))


@pytest.mark.parametrize(
    ("argv", "code", "last"),
    [
        ((), 1, "1 failed, 1 passed, 1 xfailed"),
        (("claims/good.yaml",), 0, "1 passed"),
        (("check", "claims/good.yaml"), 0, "1 passed"),
        (("claims", "claims/good.yaml"), 1, "1 failed, 1 passed, 1 xfailed"),
        (("claims", "-k", "count"), 0, "1 passed, 2 deselected"),
        (("claims", "-k", "nothing"), 5, "3 deselected"),
        (("claims", "-x"), 1, "1 failed"),
        (("claims", "--maxfail=2"), 1, "1 failed, 1 passed, 1 xfailed"),
        (("-q", "claims/good.yaml", "-v", "docs/../claims/good.yaml"), 0, "1 passed"),
        (("claims", "--ignore", "BT1"), 0, "3 skipped"),
        (("claims", "--select", "FC9,boats-differ"), 1, "1 failed, 1 passed, 1 xfailed"),
        (("claims/good.yaml", "--sources", "docs/log.txt"), 0, "1 passed"),
    ],
)
def test_exit_code_and_summary(run: Run, argv: tuple[str, ...], code: int, last: str) -> None:
    returned, out, _ = run(*argv)
    assert (returned, TIME.sub("", out.splitlines()[-1]).rstrip()) == (code, last)


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (("gone.yaml",), "gone.yaml: no such file or folder; check the path"),
        (("claims", "--fomat", "json"), "unrecognized arguments: --fomat json; see factcheck --help"),
        (("claims", "--form", "json"), "unrecognized arguments: --form json; see factcheck --help"),
        (("claims", "--format", "jsn"), "no format is called 'jsn'; did you mean 'json'?"),
        (
            ("claims", "--maxfail", "0"),
            "argument --maxfail: '0' is not a whole number above zero; see factcheck --help",
        ),
        (("claims", "-k", "a b"), "-k 'a b': column 3: expected 'and' or 'or', found 'b'"),
        (("claims", "--select", "BT7"), "select: no rule is called 'BT7'; did you mean 'BT1'?"),
        (
            ("claims", "-o", "gone/out.txt"),
            "gone/out.txt: cannot be written (No such file or directory); name another file after -o",
        ),
        (("claims", "-o", "docs"), "docs: cannot be written (Is a directory); name another file after -o"),
        (
            ("claims", "--color", "pink"),
            "argument --color: invalid choice: 'pink' (choose from 'auto', 'always', 'never'); "
            "see factcheck --help",
        ),
        (("claims", ""), "a path is empty; name a file or folder"),
        (("claims", "--sources", ""), "a path is empty; name a file or folder"),
        (("explain",), "the following arguments are required: CODE; see factcheck explain --help"),
        (("explain", "BT2"), "no rule is called 'BT2'; did you mean 'BT1'?"),
        (("explain", "boat-differs"), "no rule is called 'boat-differs'; did you mean 'boats-differ'?"),
        (("extract",), "the following arguments are required: FILE; see factcheck extract --help"),
        (
            ("extract", "docs/log.txt", "--lang", "English"),
            "argument --lang: 'English' is no language code; write en, nl, ...; see factcheck extract --help",
        ),
        (
            ("extract", "docs/log.txt", "--date", "3 May"),
            "argument --date: '3 May' is no date; write YYYY-MM-DD; see factcheck extract --help",
        ),
        (("gone\x1b[2J\u202e.yaml",), "gone\\x1b[2J\\u202e.yaml: no such file or folder; check the path"),
    ],
)
def test_wrong_usage_is_one_line(run: Run, argv: tuple[str, ...], message: str) -> None:
    returned, out, err = run(*argv)
    if sys.version_info >= (3, 12):  # argparse lost the quotes around choices
        message, err = (text.replace("'", "") for text in (message, err))
    assert (returned, out, err) == (4, "", f"factcheck: {message}\n")


def test_nothing_to_check(run: Run, project: Path) -> None:
    (project / "factcheck.toml").unlink()
    said = "nothing to check; name a path, or 'claims' in the configuration"
    assert run() == (4, "", f"factcheck: {said}; usage: factcheck PATH... (see factcheck --help)\n")


def test_a_fault_of_the_configuration(run: Run, project: Path) -> None:
    (project / "factcheck.toml").write_text("# ours\nsorces = []\n")
    message = "factcheck.toml:2:1: unknown setting 'sorces'; did you mean 'sources'?"
    assert run("claims") == (4, "", f"factcheck: {message}\n")


def test_version(run: Run) -> None:
    assert run("--version") == (0, f"factcheck {__version__}\n", "")


def test_other_files_are_checked_when_one_is_unreadable(run: Run, project: Path) -> None:
    (project / "claims" / "broken.yaml").write_bytes(b"claims:\n  - id: caf\xe9\n")
    code, out, err = run("claims", "-k", "log")
    assert (code, err) == (4, "")
    assert "claims/broken.yaml:2:" in out
    assert TIME.sub("", out.splitlines()[-1]) == "1 passed, 2 deselected, 1 error "


@pytest.mark.parametrize("format_", ["json", "shout"])
def test_errors_go_to_standard_error_beside_a_format_for_programs(
    run: Run, project: Path, format_: str
) -> None:
    (project / "claims" / "broken.yaml").write_bytes(b"claims:\n  - id: caf\xe9\n")
    code, out, err = run("claims", "--format", format_)
    assert (code, err.startswith("factcheck: claims/broken.yaml:2:"), err.count("\n")) == (4, True, 1)
    assert "caf" not in out.partition('"claims"')[0] if format_ == "shout" else json.loads(out)["errors"]


def test_json_is_one_object_and_nothing_else(run: Run) -> None:
    code, out, err = run("claims", "--format", "json")
    report = json.loads(out)
    assert (code, err) == (1, "")
    assert [(claim["id"], claim["outcome"]) for claim in report["claims"]] == [
        ("letter", "failed"),
        ("both", "xfailed"),
        ("log", "passed"),
    ]
    assert report["tool"] == {"name": "factcheck", "version": __version__, "checks": ["boats"]}


def test_the_reporter_and_option_of_a_plugin(run: Run) -> None:
    code, out, _ = run("claims/good.yaml", "--format", "shout", "--boats", "blue")
    assert (code, out) == (0, "::notice::1 CLAIMS, BOATS ('boats: blue',)\n")


def test_output_to_a_file(run: Run, project: Path) -> None:
    assert run("claims/good.yaml", "--format", "concise", "-o", "out.txt", "-q") == (0, "", "")
    assert run("claims", "--format", "concise", "-o", "out.txt", "-q") == (1, "", "")
    written = (project / "out.txt").read_bytes()
    assert written == b"claims/bad.yaml:3:25: BT1 letter: 14 boats, not 15 (letter.txt:3)\n"


def test_plugins_are_listed_with_their_codes(run: Run) -> None:
    code, out, _ = run("plugins")
    lines = [line.split() for line in out.splitlines()]
    assert (code, lines[0], lines[-1]) == (
        0,
        ["plugin", "from", "version", "checks", "rules"],
        [
            *("formats:", "text,", "concise,", "table,", "diff,", "json,", "jsonl,", "junit,", "sarif,"),
            *("github,", "gitlab,", "markdown,", "rdjson,", "html,", "shout"),
        ],
    )
    assert ["boats", "boats", "boats", "BT1"] in lines


def test_an_interrupted_run(run: Run, project: Path) -> None:
    (project / "stop.py").write_text(
        "from factcheck.hookspecs import hookimpl\n"
        "@hookimpl\ndef factcheck_claim_checked(result):\n    raise KeyboardInterrupt\n"
    )
    assert run("claims", "-p", "stop.py") == (2, "", "factcheck: interrupted\n")


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        ((), ""),
        (("FC101",), "FC101"),
        (("FC101", "FC102", "FC103", "FC105"), "FC101-FC103, FC105"),
        (("AA1", "BB2", "BB3"), "AA1, BB2-BB3"),
    ],
)
def test_code_ranges(codes: tuple[str, ...], expected: str) -> None:
    assert ranges(codes) == expected


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        ([0.0, 0.5, 1.9], ""),
        (
            [0.0, 2.1, 2.15, 3.0],
            "\r1 claims checked, 1 failed\x1b[K\r3 claims checked, 3 failed\x1b[K\r\x1b[K",
        ),
    ],
)
def test_progress_shows_on_long_runs_and_leaves_no_trace(
    monkeypatch: pytest.MonkeyPatch, times: list[float], expected: str
) -> None:
    clock = iter(times)
    monkeypatch.setattr("factcheck._cli.progress.time.monotonic", lambda: next(clock))
    stream = Terminal()
    progress = Progress(stream)
    claim = Claim("a", Place("a.yaml", 1, 1, 1, 1, 0, 0))
    for _ in times[1:]:
        progress(Result(claim, Verdict.REFUTED, Outcome.FAILED))
    progress.erase()
    assert stream.getvalue() == expected


@pytest.mark.parametrize(
    ("stream", "term", "expected"),
    [(Terminal, "xterm", True), (Terminal, "dumb", False), (io.StringIO, "xterm", False)],
)
def test_progress_needs_a_terminal(
    monkeypatch: pytest.MonkeyPatch, stream: type[io.StringIO], term: str, expected: bool
) -> None:
    monkeypatch.setenv("TERM", term)
    assert Progress.wanted(stream()) is expected


@pytest.mark.parametrize(
    ("argv", "environ", "expected"),
    [
        ((), {}, False),
        ((), {"FORCE_COLOR": "1"}, True),
        ((), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (("--color", "always"), {"NO_COLOR": "1"}, True),
        (("--color", "never"), {"FORCE_COLOR": "1"}, False),
        ((), {"NO_COLOR": "", "FORCE_COLOR": "1"}, True),
    ],
)
def test_color(
    run: Run, monkeypatch: pytest.MonkeyPatch, argv: tuple[str, ...], environ: dict[str, str], expected: bool
) -> None:
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in run("claims", *argv)[1]) is expected


@pytest.mark.parametrize(
    ("hook", "code"),
    [
        ("factcheck_addoption(parser)", 3),
        ("factcheck_report_header(config)", 3),
        ("factcheck_session_finish(config)", 3),
    ],
)
@pytest.mark.parametrize("fault", ["raise ValueError('leak')", "exit(0)"])
def test_a_failing_hook_is_blamed_and_the_report_still_comes(
    run: Run, project: Path, hook: str, code: int, fault: str
) -> None:
    (project / "leaky.py").write_text(
        f"from factcheck.hookspecs import hookimpl\n@hookimpl\ndef {hook}:\n    {fault}\n"
    )
    returned, out, err = run("claims/good.yaml", "-p", "leaky.py")
    name = hook.partition("(")[0]
    assert (returned, TIME.sub("", out.splitlines()[-1]).rstrip()) == (code, "1 passed")
    assert err.startswith(f"factcheck: plugin leaky.py: {name} failed (")
    assert err.count("\n") == 1


def test_a_failing_reporter_is_blamed_in_one_line(run: Run, project: Path) -> None:
    (project / "leaky.py").write_text(
        "from factcheck.hookspecs import hookimpl\n\n\nclass Leaky:\n    name = 'leaky'\n\n"
        "    def render(self, report, style):\n        raise ValueError('a\\nleak')\n\n\n"
        "@hookimpl\ndef factcheck_register_reporters(config):\n    return [Leaky()]\n"
    )
    argv = ("claims", "-p", "leaky.py", "--format", "leaky")
    message = (
        "factcheck: plugin leaky.py: its reporter leaky failed (ValueError: a); report it to its author\n"
    )
    assert run(*argv) == (3, "", message)
    code, _, err = run(*argv, "--debug")
    assert (code, err.startswith("Traceback"), err.endswith(message)) == (3, True, True)


EXTRACTED = [
    {
        "source": "letter.txt",
        "line": 3,
        "column": 8,
        "start": 18,
        "end": 26,
        "text": "14 boats",
        "kind": "boats",
        "value": {"boats": 14},
    },
    {
        "source": "log.txt",
        "line": 1,
        "column": 32,
        "start": 31,
        "end": 39,
        "text": "12 boats",
        "kind": "boats",
        "value": {"boats": 12},
    },
]


@pytest.mark.parametrize(
    ("format_", "read"),
    [
        ("jsonl", lambda text: [json.loads(line) for line in text.splitlines()]),
        ("json", json.loads),
    ],
)
def test_extract(run: Run, format_: str, read: Callable[[str], list[dict[str, object]]]) -> None:
    code, out, err = run("extract", "docs/letter.txt", "docs/log.txt", "--format", format_)
    assert (code, err, read(out)) == (0, "", EXTRACTED)


@pytest.mark.parametrize("form", ["yaml", "jsonl", "table"])
@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("nope.txt", "factcheck: nope.txt: FC911 no such "),
        ("empty.md", "factcheck: empty.md: FC911 the file is empty; fill or remove it"),
    ],
)
def test_extract_says_what_is_wrong_with_a_file(
    run: Run, project: Path, form: str, name: str, message: str
) -> None:
    (project / "empty.md").write_text("\n")
    code, _, err = run("extract", name, "--format", form)
    assert (code, err[: len(message)]) == (4, message)


def test_extract_to_a_claims_file_that_passes(run: Run, project: Path) -> None:
    code, out, err = run("extract", "docs/letter.txt", "docs/log.txt", "--format", "yaml")
    assert (code, err) == (0, "")
    assert out.startswith('claims:\n- id: "letter-3-1"\n  statement: "')
    (project / "start.yaml").write_text(out)
    assert run("start.yaml", "--sources", "docs", "--co")[1].splitlines() == [
        "start.yaml::letter-3-1",
        "start.yaml::log-1-1",
        "",
        "2 claims collected",
    ]


def test_extract_to_a_table(run: Run) -> None:
    code, out, _ = run("extract", "docs/letter.txt", "--format", "table")
    assert (code, out.splitlines()) == (
        0,
        [
            "place           kind    text      value",
            "--------------  ------  --------  --------",
            "letter.txt:3:8  boats   14 boats  boats 14",
        ],
    )


@pytest.mark.parametrize(
    ("format_", "expected"), [("jsonl", ""), ("json", "[\n]\n"), ("yaml", "claims: []\n")]
)
def test_extract_without_mentions(run: Run, project: Path, format_: str, expected: str) -> None:
    (project / "none.txt").write_text("Nothing to count here.\n")
    assert run("extract", "none.txt", "--format", format_) == (0, expected, "")


@pytest.mark.parametrize("format_", ["jsonl", "json", "yaml", "table"])
def test_extract_prints_nothing_that_steers(run: Run, project: Path, format_: str) -> None:
    (project / "odd.txt").write_text("\u202e\u200b 3 boats\n", encoding="utf-8")
    (project / "boats.py").write_text(BOATS.replace(r"(\d+) boats", r"\D*(\d+) boats"))
    code, out, err = run("extract", "odd.txt", "--format", format_)
    assert (code, err) == (0, "")
    assert [line for line in out.splitlines() if re.search(UNSAFE, line)] == []
    assert "u202e" in out.lower()


def test_extract_goes_on_after_an_unreadable_file(run: Run, project: Path) -> None:
    (project / "bad.txt").write_bytes(b"caf\xe9 with 3 boats")
    code, out, err = run("extract", "bad.txt", "gone.txt", "docs/log.txt")
    assert (code, [json.loads(line) for line in out.splitlines()]) == (4, EXTRACTED[1:])
    assert [line.split()[1] for line in err.splitlines()] == ["bad.txt:1:4:", "gone.txt:"]


def command(*argv: str, cwd: Path, **options: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "factcheck", *argv], cwd=cwd, capture_output=True, check=False, **options
    )


def test_extract_from_standard_input(project: Path) -> None:
    done = command("extract", "-", cwd=project, input=b"We saw 3 boats.")
    assert (done.returncode, json.loads(done.stdout)["text"]) == (0, "3 boats")


def test_the_same_output_on_every_run(project: Path) -> None:
    first, second = (
        command("claims", "--format", "json", cwd=project, env={**os.environ, "PYTHONHASHSEED": seed})
        for seed in ("1", "2")
    )
    assert first.stdout == second.stdout


def test_text_that_the_terminal_cannot_show_is_escaped(project: Path) -> None:
    environ = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = command("claims", cwd=project, env=environ)
    assert (done.returncode, done.stderr, done.stdout.isascii()) == (1, b"", True)
    done = command("claims", "--format", "json", cwd=project, env=environ)
    assert json.loads(done.stdout.decode("utf-8"))["summary"]["claims"] == 3


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such pipes")
def test_a_reader_that_goes_away_is_no_error(project: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", "claims"],
        cwd=project,
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.parametrize("what", ["claims", "report"])
def test_schema(run: Run, what: str) -> None:
    code, out, _ = run("schema", what)
    assert (code, json.loads(out)["$schema"]) == (0, "https://json-schema.org/draft/2020-12/schema")


@pytest.mark.parametrize("columns", ["1", "80", "120", "1000", "-3", "wide"])
def test_lines_fit_any_terminal(run: Run, monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    widest = max(len(line) for line in run("claims")[1].splitlines() if set(line) & set("=_"))
    assert widest == {"1": 40, "120": 120, "1000": 120}.get(columns, 80)
