"""Input that is wrong or hostile: one clear line each, the right exit code, and the rest still checked."""

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

from factcheck import __version__, _run
from factcheck.__main__ import main
from factcheck._cli import console
from factcheck.model import Claim, Result, Source

TIME = re.compile(r" in \d+\.\ds$", re.MULTILINE)
PORT = "The harbour of Harlingen has 15 cranes.\n"
GOOD = "claims:\n  - id: good\n    statement: The harbour of Harlingen has 15 cranes.\n"
PLUGIN = "from factcheck.hookspecs import hookimpl\nfrom factcheck.model import *\n\n\n"
CHECK = (
    PLUGIN
    + """\
class Check:
    name = kind = "crane"
    priority = 5
    rules = (Rule("CR1", "crane-differs", "s", "e", "x"),)

    def extract(self, document):
        return []

    def compare(self, claimed, found):
        return Relation(True)


@hookimpl
def factcheck_register_checks(config):
    return [Check()]
"""
)

Run = Callable[..., tuple[int, list[str], str]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    put(tmp_path, {"docs/port.txt": PORT, "good.yaml": GOOD})
    return tmp_path


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return what runs the command and gives exit code, lines of standard output, standard error."""

    def call(*argv: str) -> tuple[int, list[str], str]:
        code = main(argv)
        out, err = capsys.readouterr()
        return code, TIME.sub("", out.replace(__version__, "VERSION")).splitlines(), err

    return call


def put(folder: Path, files: dict[str, str | bytes]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


CONCISE = ("--sources", "docs", "--format", "concise")


@pytest.mark.parametrize(
    ("files", "argv", "line"),
    [
        ({}, ("gone.yaml",), "gone.yaml: FC911 no such file or folder; check the path"),
        ({}, ("x" * 300,), "x" * 300 + ": FC911 no such file or folder; check the path"),
        ({}, ("--sources", "gone"), "gone: FC911 no such source file or folder; check the path"),
        (
            {},
            ("--sources", "x" * 300),
            "x" * 300 + ": FC911 no such source file or folder; check the path",
        ),
        (
            {"bad.yaml": "claims:\n  - ? [a, b]\n    : c\n"},
            ("bad.yaml",),
            "bad.yaml:2:7: FC916 a key is text; write one of id, statement, quote, speaker, sources, tags, "
            "expect, reason",
        ),
        (
            {"docs/sources.yaml": 'sources:\n  - file: "port\\0.txt"\n'},
            (),
            "docs/sources.yaml:2:11: FC918 'port\\x00.txt' leads outside this folder; name a file inside it",
        ),
        (
            {"docs/sources.yaml": "sources:\n  - file: port.txt\n    [a]: b\n"},
            (),
            "docs/sources.yaml:3:5: FC916 a key is text; known are file, alias, title, publisher, date, "
            "language, speakers",
        ),
        (
            {"docs/sources.yaml": "sources: []\nsources: []\n"},
            (),
            "docs/sources.yaml:2:1: FC915 'sources' stands twice; make it one list",
        ),
    ],
)
def test_one_fault_is_one_line_and_the_rest_is_checked(
    run: Run, folder: Path, files: dict[str, str | bytes], argv: tuple[str, ...], line: str
) -> None:
    put(folder, files)
    assert run("good.yaml", *CONCISE, *argv) == (4, [line, "1 passed, 1 error"], "")


@pytest.mark.parametrize(
    ("link", "target", "argv", "line"),
    [
        (
            "link.yaml",
            "nowhere",
            ("link.yaml",),
            "link.yaml: FC911 a link to nothing or to itself; check the path",
        ),
        (
            "in/a.yaml",
            "a.yaml",
            ("in",),
            "in/a.yaml: FC911 a link to nothing or to itself; check the path",
        ),
        (
            "in/a.yaml",
            "../secret.yaml",
            ("in",),
            "in/a.yaml: FC911 a link that leads outside the folder; name the file itself, or copy it here",
        ),
        (
            "in/a.yaml",
            "/dev/zero",
            ("in",),
            "in/a.yaml: FC911 a link that leads outside the folder; name the file itself, or copy it here",
        ),
        (
            "docs/a.txt",
            "../secret.yaml",
            (),
            "docs/a.txt: FC911 a link that leads outside the source folder; copy the file here, or name it "
            "as a source",
        ),
    ],
)
def test_links_that_lead_nowhere_or_outside(
    run: Run, folder: Path, link: str, target: str, argv: tuple[str, ...], line: str
) -> None:
    put(folder, {"secret.yaml": "SECRET: hidden\n"})
    (folder / "in").mkdir()
    (folder / link).symlink_to(target)
    assert run("good.yaml", *CONCISE, *argv) == (4, [line, "1 passed, 1 error"], "")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
@pytest.mark.parametrize(
    ("name", "argv", "line"),
    [
        ("pipe.yaml", ("pipe.yaml",), "pipe.yaml: FC911 neither a file nor a folder; name a claims file"),
        ("in/pipe.yaml", ("in",), "in/pipe.yaml: FC911 neither a file nor a folder; name a claims file"),
        ("docs/pipe.txt", (), "docs/pipe.txt: FC911 neither a file nor a folder; remove it"),
        ("docs/sources.yaml", (), "docs/sources.yaml: FC911 neither a file nor a folder; remove it"),
        ("factcheck.toml", (), None),
    ],
)
def test_a_named_pipe_is_never_waited_for(
    run: Run, folder: Path, name: str, argv: tuple[str, ...], line: str | None
) -> None:
    (folder / "in").mkdir()
    os.mkfifo(folder / name)
    expected = (4, [line, "1 passed, 1 error"], "") if line else (0, ["1 passed"], "")
    assert run("good.yaml", *CONCISE, *argv) == expected


def test_a_folder_that_cannot_be_looked_into_is_reported(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(folder, {"in/locked/a.yaml": GOOD})
    scandir = os.scandir

    def refuse(path: str = ".") -> object:
        if str(path).endswith("locked"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    line = "in/locked: FC911 cannot be read (Permission denied); check the folder"
    assert run("good.yaml", "in", *CONCISE) == (4, [line, "1 passed, 1 error"], "")


@pytest.mark.parametrize("name", ["in/docs", "in"])
def test_a_sources_file_is_no_claims_file(run: Run, folder: Path, name: str) -> None:
    put(
        folder,
        {
            "in/claims.yaml": GOOD,
            "in/docs/port.txt": PORT,
            "in/docs/sources.yaml": "sources:\n  - file: port.txt\n",
        },
    )
    assert run("in", "--sources", name, "--format", "concise") == (0, ["1 passed"], "")


def test_without_sources_nothing_is_judged(run: Run, folder: Path) -> None:
    message = "factcheck: no sources; name a file or folder after --sources or in the configuration\n"
    assert run("good.yaml") == (4, [], message)
    (folder / "empty").mkdir()
    lines = [
        "good.yaml:3:16: error good: not judged; the errors of the run say why",
        "empty: FC911 holds no source; put .txt or .md files there, or name another folder",
        "1 error",
    ]
    assert run("good.yaml", "--sources", "empty", "--format", "concise") == (4, lines, "")


def test_names_are_the_same_however_their_accents_are_composed(run: Run, folder: Path) -> None:
    claim = "  - id: {}\n    statement: The harbour of Harlingen has 15 cranes.\n    sources: [caf\u00e9]\n"
    put(
        folder,
        {
            "docs/cafe\u0301.txt": PORT,
            "c.yaml": "claims:\n" + claim.format("\u00e9") + claim.format("e\u0301"),
        },
    )
    line = "c.yaml:5:5: FC919 id 'e\u0301' is that of the claim at c.yaml:2:5 too; give each claim its own"
    assert run("c.yaml", *CONCISE) == (4, [line, "2 passed, 1 error"], "")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_names_that_are_not_utf8_stay_apart(run: Run, folder: Path) -> None:
    for byte in (b"\xfe", b"\xff"):
        Path(os.fsdecode(os.fsencode(folder) + b"/docs/" + byte + b".txt")).write_text(PORT)
    code, lines, _ = run("good.yaml", "--sources", "docs", "--format", "json")
    names = [source["name"] for source in json.loads("\n".join(lines))["sources"]]
    assert (code, names) == (0, ["\\xfe.txt", "\\xff.txt", "port.txt"])


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (
            ("--maxfail", "9" * 5000),
            f"argument --maxfail: '{'9' * 40}' is not a whole number above zero; see factcheck --help",
        ),
        (("--select", ""), "argument --select: no rule is named; see factcheck --help"),
        (("--ignore", ","), "argument --ignore: no rule is named; see factcheck --help"),
        (("-o", ""), "-o names no file; name one, or leave -o out"),
        (("-o", "good.yaml"), "good.yaml: is an input of this run; name another file after -o"),
        (("-o", "docs/port.txt"), "docs/port.txt: is an input of this run; name another file after -o"),
        (
            ("-p", ""),
            "plugin '' cannot be loaded (ModuleNotFoundError: '' is no name of a module); check the name "
            "given to -p",
        ),
        (
            ("-p", "."),
            "plugin '.' cannot be loaded (ModuleNotFoundError: '.' is no name of a module); check the name "
            "given to -p",
        ),
    ],
)
def test_wrong_arguments(run: Run, folder: Path, argv: tuple[str, ...], message: str) -> None:
    assert run("good.yaml", *CONCISE, *argv) == (4, [], f"factcheck: {message}\n")
    assert (folder / "good.yaml").read_text() == GOOD
    assert (folder / "docs/port.txt").read_text() == PORT


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (("extract", ""), "a path is empty; name a file or folder"),
        (("extract", "x" * 300), "x" * 300 + ": FC911 no such source file or folder; check the path"),
        (
            ("extract", "docs", "--date", "20240101"),
            "argument --date: '20240101' is no date; write YYYY-MM-DD; see factcheck extract --help",
        ),
    ],
)
def test_wrong_arguments_of_extract(run: Run, argv: tuple[str, ...], message: str) -> None:
    assert run(*argv) == (4, [], f"factcheck: {message}\n")


@pytest.mark.parametrize("argv", [("--", "-c.yaml"), ("./-c.yaml",)])
def test_a_path_may_begin_with_a_dash(run: Run, folder: Path, argv: tuple[str, ...]) -> None:
    put(folder, {"-c.yaml": GOOD, "-d.txt": PORT})
    assert run(*CONCISE, *argv) == (0, ["1 passed"], "")
    assert run("extract", "--", "-d.txt")[0] == 0


def test_a_dash_after_o_is_standard_output(run: Run, folder: Path) -> None:
    assert run("good.yaml", *CONCISE, "-o", "-") == (0, ["1 passed"], "")
    assert not (folder / "-").exists()


@pytest.mark.parametrize(
    ("config", "message"),
    [
        (
            'sources = ["a\\u0000b"]\n',
            'factcheck.toml:1:1: \'sources\' is not a list of texts; write ["...", "..."]',
        ),
        (
            f'claims = ["""\na{" . " * 40}!\n"""]\nsorces = []\n',
            "factcheck.toml:4:1: unknown setting 'sorces'; did you mean 'sources'?",
        ),
    ],
)
def test_hostile_configuration(run: Run, folder: Path, config: str, message: str) -> None:
    put(folder, {"factcheck.toml": config})
    assert run("good.yaml") == (4, [], f"factcheck: {message}\n")


def test_a_configuration_that_cannot_be_looked_at_is_not_there(run: Run, folder: Path) -> None:
    put(folder, {"factcheck.toml": f'sources = ["{"x" * 300}"]\n'})
    code, lines, _ = run("good.yaml", "--format", "concise")
    assert (code, lines[1:]) == (
        4,
        ["x" * 300 + ": FC911 no such source file or folder; check the path", "1 error"],
    )


@pytest.mark.parametrize("columns", ["1" * 5000, "0", "-3", "\u00b2", "20", "500"])
def test_odd_widths(run: Run, monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    code, lines, err = run("good.yaml", "--sources", "docs")
    assert (code, lines[-1], err) == (0, "1 passed", "")


HOSTILE = "He said: “::error::x ##vso[task] \x1b[31m three\n::error::boats” and ##[error] more.\n"


@pytest.mark.parametrize("format_", ["jsonl", "json", "yaml", "table"])
def test_no_text_steers_a_terminal_or_a_runner_from_extract(run: Run, folder: Path, format_: str) -> None:
    put(folder, {"evil.txt": HOSTILE})
    code, lines, _ = run("extract", "evil.txt", "--format", format_)
    assert (code, [line for line in lines if steers(line)]) == (0, [])
    assert lines


@pytest.mark.parametrize("format_", ["text", "concise", "table", "json"])
def test_no_text_steers_a_terminal_or_a_runner_from_check(run: Run, folder: Path, format_: str) -> None:
    claim = '"::error::a ##vso[task]\\n::error::The harbour has 16 cranes \\e[31m \\u202e"'
    put(
        folder,
        {
            "evil.yaml": f'claims:\n- id: "::warning::##[error]"\n  statement: {claim}\n  reason: {claim}\n',
            "docs/evil.txt": "::error::##vso[x] The harbour has 14 cranes \x1b[2J\u202e.\n" + HOSTILE,
        },
    )
    code, lines, err = run("evil.yaml", "::error::\x1b[31m", "--sources", "docs", "--format", format_, "-vv")
    assert (code, [line for line in [*lines, err] if steers(line.rstrip("\n"))]) == (4, [])


def steers(line: str) -> bool:
    return line.lstrip().startswith("::") or bool(
        re.search(r"##(vso|\[)|[\x00-\x1f\x7f-\x9f\u202a-\u202e]", line)
    )


class Full(io.StringIO):
    """A file on a full disk."""

    def __init__(self, at: str):
        super().__init__()
        self.at = at

    def fileno(self) -> int:
        return os.open(os.devnull, os.O_WRONLY)

    def write(self, text: str) -> int:
        return self.fail() if self.at == "write" else len(text)

    def flush(self) -> None:
        if self.at == "flush":
            self.fail()

    def fail(self) -> int:
        raise OSError(28, "No space left on device")


@pytest.mark.parametrize("at", ["write", "flush"])
def test_a_full_disk_behind_standard_output(run: Run, monkeypatch: pytest.MonkeyPatch, at: str) -> None:
    monkeypatch.setattr(sys, "stdout", Full(at))
    message = "factcheck: standard output cannot be written (No space left on device)\n"
    assert run("good.yaml", *CONCISE) == (4, [], message)


@pytest.mark.parametrize(
    ("argv", "closed", "code"),
    [
        (("good.yaml", "--sources", "docs"), ("stdout",), 0),
        (("gone.yaml", "--sources", "docs"), ("stderr",), 4),
        (("good.yaml", "--sources", "docs"), ("stdout", "stderr"), 0),
        (("extract", "docs"), ("stdout",), 0),
        (("extract", "-"), ("stdin",), 4),
    ],
)
def test_closed_streams(
    run: Run, monkeypatch: pytest.MonkeyPatch, argv: tuple[str, ...], closed: tuple[str, ...], code: int
) -> None:
    for name in closed:
        monkeypatch.setattr(sys, name, None)
    returned, _, err = run(*argv)
    assert (returned, "internal error" in err) == (code, False)


def test_a_current_folder_that_is_gone(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> Path:
        raise FileNotFoundError(2, "No such file or directory")

    monkeypatch.setattr(console.Path, "cwd", gone)
    for argv in (("good.yaml",), ("extract", "docs"), ("plugins",)):
        assert run(*argv) == (4, [], "factcheck: the current folder is gone; change to another\n")


def test_an_internal_error_is_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ValueError("a\nleak")

    monkeypatch.setattr(_run, "run", fail)
    message = "factcheck: internal error: ValueError: a leak; please report it with the output of --debug\n"
    assert run("good.yaml", *CONCISE) == (3, [], message)
    code, _, err = run("good.yaml", *CONCISE, "--debug")
    assert (code, err.startswith("Traceback"), err.endswith(message)) == (3, True, True)


def hook(signature: str, body: str) -> str:
    return f"{PLUGIN}@hookimpl\ndef {signature}:\n    {body}\n"


READ_CLAIMS = "factcheck_read_claims(path, config)"
READ_SOURCE = "factcheck_read_source(path, config)"
PLACE = "Place(path, 1, 1, 1, 1, 0, 1)"


@pytest.mark.parametrize(
    ("signature", "body", "message"),
    [
        (READ_CLAIMS, "raise ValueError('x')", "failed on good.yaml (ValueError: x)"),
        (READ_CLAIMS, "exit(0)", "failed on good.yaml (SystemExit: 0)"),
        (READ_CLAIMS, "return 3", "failed on good.yaml (TypeError: 3 is no list of claims)"),
        (READ_CLAIMS, "return [3]", "failed on good.yaml (TypeError: it gave int, not a Claim)"),
        (READ_CLAIMS, "raise BaseException('x')", "failed on good.yaml (RuntimeError: BaseException: x)"),
        (
            READ_CLAIMS,
            "return [Claim('x', None)]",
            "failed on good.yaml (TypeError: it gave a Claim with the place None, not a Place)",
        ),
        (
            READ_CLAIMS,
            f"return [Claim(7, {PLACE}, 'a')]",
            "failed on good.yaml (TypeError: it gave a Claim with the id 7, not a text)",
        ),
        (
            READ_CLAIMS,
            f"return [Claim('x', {PLACE}, 7)]",
            "failed on good.yaml (TypeError: it gave a Claim with the statement 7, not a text or None)",
        ),
        (
            READ_CLAIMS,
            f"return [Claim('x', {PLACE})]",
            "failed on good.yaml (ValueError: claim 'x' has no id, or neither statement nor quote)",
        ),
        (
            READ_CLAIMS,
            f"return [Claim('x', {PLACE}, 'a', expect='maybe')]",
            "failed on good.yaml (TypeError: it gave a Claim with the expect 'maybe', not a Verdict)",
        ),
        (
            READ_SOURCE,
            "return Source('a', 'a', 'text', '0', turns=(7,))",
            "failed on docs/port.txt (TypeError: it gave int, not a Turn)",
        ),
        (
            READ_SOURCE,
            "return Source('a', 'a', 'text', '0', landmarks=(7,))",
            "failed on docs/port.txt (TypeError: it gave int, not a Landmark)",
        ),
        (
            READ_SOURCE,
            "return Source('a', 'a', 'text', '0', date=7)",
            "failed on docs/port.txt (TypeError: it gave a Source with the date 7, not a text or None)",
        ),
        (READ_SOURCE, "raise ValueError('x')", "failed on docs/port.txt (ValueError: x)"),
        (READ_SOURCE, "exit(0)", "failed on docs/port.txt (SystemExit: 0)"),
        (
            READ_SOURCE,
            "return 'text'",
            "failed on docs/port.txt (TypeError: it gave str, not a Source)",
        ),
        (
            READ_SOURCE,
            "return Source(None, None, None, '')",
            "failed on docs/port.txt (TypeError: it gave a Source with the name None, not a text)",
        ),
    ],
)
def test_a_reader_that_fails_is_blamed(
    run: Run, folder: Path, signature: str, body: str, message: str
) -> None:
    put(folder, {"bad.py": hook(signature, body)})
    code, lines, err = run("good.yaml", *CONCISE, "-p", "bad.py")
    assert (code, lines[-2], err) == (3, f"plugin bad.py: FC904 {message}; fix or remove it", "")


def test_a_reader_that_fails_on_one_file_leaves_the_others(run: Run, folder: Path) -> None:
    body = "if path.endswith('bad.yaml'): raise ValueError('x')"
    put(folder, {"bad.py": hook(READ_CLAIMS, body), "bad.yaml": GOOD})
    line = "plugin bad.py: FC904 failed on bad.yaml (ValueError: x); fix or remove it"
    assert run("bad.yaml", "good.yaml", *CONCISE, "-p", "bad.py") == (3, [line, "1 passed, 1 error"], "")


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ("[Check()]", "[Check]", "Check is a class; register an object made of it"),
        (
            'rules = (Rule("CR1", "crane-differs", "s", "e", "x"),)',
            "rules = None",
            "the rules of check 'crane' is None, which cannot be",
        ),
        (
            'rules = (Rule("CR1", "crane-differs", "s", "e", "x"),)',
            "rules = ('a',)",
            "check 'crane' has the rule 'a'; make it a Rule with a code as AB101",
        ),
        ('name = kind = "crane"', "name = kind = 3", "the name of check 3 is 3, which cannot be"),
        ("priority = 5", "priority = None", "the priority of check 'crane' is None, which cannot be"),
    ],
)
def test_a_check_that_is_none_is_left_out(
    run: Run, folder: Path, right: str, wrong: str, message: str
) -> None:
    assert right in CHECK
    put(folder, {"crane.py": CHECK.replace(right, wrong)})
    line = f"plugin crane.py: FC904 cannot be used ({message}); fix or remove it"
    assert run("good.yaml", *CONCISE, "-p", "crane.py") == (3, [line, "1 passed, 1 error"], "")


def test_a_defect_that_shows_on_one_claim_leaves_the_others_judged(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    judge = _run.Engine.judge

    def fail(engine: _run.Engine, claim: Claim, sources: tuple[Source, ...]) -> Result:
        if claim.id == "bad":
            raise ValueError("a\nleak")
        return judge(engine, claim, sources)

    monkeypatch.setattr(_run.Engine, "judge", fail)
    put(folder, {"bad.yaml": GOOD.replace("good", "bad")})
    lines = [
        "bad.yaml:3:16: error bad: not judged; the errors of the run say why",
        "bad.yaml:2:5: FC903 internal error on claim 'bad' (ValueError: a); please report it with the output "
        "of --debug",
        "1 passed, 1 error",
    ]
    assert run("bad.yaml", "good.yaml", *CONCISE) == (3, lines, "")
    code, lines, err = run("bad.yaml", "good.yaml", *CONCISE, "--debug")
    assert (code, lines, err.startswith("Traceback")) == (3, [], True)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("raise RuntimeError('boom\\n::error::x')\n", "(RuntimeError: boom)"),
        ("exit(0)\n", "(SystemExit: 0)"),
    ],
)
def test_a_named_plugin_that_breaks_is_blamed(run: Run, folder: Path, text: str, message: str) -> None:
    put(folder, {"bad.py": text})
    expected = (3, [], f"factcheck: plugin bad.py: cannot be loaded {message}; mend it\n")
    assert run("good.yaml", *CONCISE, "-p", "bad.py") == expected


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("raise ValueError('x')", "ValueError: x"),
        ("return None", "TypeError: 'NoneType' object is not iterable"),
        ("return [1]", "TypeError: a line is text, not int"),
        ("return 'abc'", "TypeError: it gave a text, not the lines of one"),
        (
            "yield '\\ud800'",
            "UnicodeEncodeError: 'utf-8' codec can't encode character '\\ud800' in position 0: "
            "surrogates not allowed",
        ),
        ("exit(0)", "SystemExit: 0"),
    ],
)
def test_a_reporter_that_fails_is_blamed(run: Run, folder: Path, body: str, what: str) -> None:
    reporter = f"class Odd:\n    name = 'odd'\n\n    def render(self, report, style):\n        {body}\n\n\n"
    put(folder, {"odd.py": reporter + hook("factcheck_register_reporters(config)", "return [Odd()]")})
    message = f"factcheck: plugin odd.py: its reporter odd failed ({what}); report it to its author\n"
    assert run("good.yaml", "--sources", "docs", "--format", "odd", "-p", "odd.py") == (3, [], message)


FAILING_EXTRACT = CHECK.replace("return []", "raise ValueError('x')")
DRAFT = "The port has 15 cranes.\n\nIn the port there are 19 cranes, and it is grey.\n"


def test_a_check_that_fails_on_a_draft_leaves_what_the_others_find(run: Run, folder: Path) -> None:
    put(folder, {"bad.py": FAILING_EXTRACT, "draft.md": DRAFT})
    code, lines, _ = run("draft.md", "--sources", "docs", "-p", "bad.py", "--format", "json")
    report = json.loads("\n".join(lines))
    found = [(claim["id"], claim["verdict"], claim["outcome"]) for claim in report["claims"]]
    assert (code, found) == (
        3,
        [("draft.md:1:1", "not_enough_evidence", "error"), ("draft.md:3:1", "refuted", "error")],
    )
    assert report["errors"][0]["message"] == ("failed on draft.md (ValueError: x); report it to its author")
    code, lines, _ = run("extract", "draft.md", "--format", "yaml", "-p", "bad.py")
    assert (code, sum("statement:" in line for line in lines)) == (3, 2)


def test_a_claim_that_a_check_fails_on_says_what_the_others_find(run: Run, folder: Path) -> None:
    put(folder, {"bad.py": FAILING_EXTRACT, "claims.yaml": GOOD.replace("15", "16")})
    code, lines, _ = run("claims.yaml", "--sources", "docs", "-p", "bad.py")
    assert code == 3
    assert "not judged by every check; the errors of the run say why" in lines
    assert any(line.startswith("FC101") for line in lines)


LOUD = [
    "print('HELLO')\n" + CHECK,
    CHECK.replace("return []", "print('HELLO'); return []"),
    hook("factcheck_addoption(parser)", "print('HELLO')"),
    hook("factcheck_claim_checked(result)", "print('HELLO')"),
    hook("factcheck_session_finish(report)", "import sys; sys.stdout.write('HELLO')"),
    hook("factcheck_report_header(config)", "print('HELLO')"),
]


@pytest.mark.parametrize("text", LOUD)
def test_a_plugin_that_prints_is_blamed_and_its_words_are_no_part_of_the_report(
    run: Run, folder: Path, text: str
) -> None:
    put(folder, {"loud.py": text})
    code, lines, err = run("good.yaml", "--sources", "docs", "--format", "json", "-p", "loud.py")
    assert (code, type(json.loads("\n".join(lines)))) == (3, dict)
    assert err.startswith("HELLO")
    assert "plugin loud.py: " in err
    assert err.endswith("printed 'HELLO', which a plugin must not; take it out\n")


@pytest.mark.parametrize(("text", "expected"), list(zip(LOUD, (3, 3, 0, 0, 0, 0), strict=True)))
def test_what_plugins_print_is_no_part_of_what_is_extracted(
    run: Run, folder: Path, text: str, expected: int
) -> None:
    put(folder, {"loud.py": text})
    code, lines, err = run("extract", "docs", "--format", "json", "-p", "loud.py")
    assert (code, type(json.loads("\n".join(lines)))) == (expected, list)
    assert ("plugin loud.py: FC904 printed 'HELLO'" in err) == (expected == 3)


@pytest.mark.parametrize(
    ("environ", "quotes"),
    [
        ({"PYTHONIOENCODING": "ascii"}, b"\\u201c16 cranes\\u201d"),
        ({"PYTHONIOENCODING": "cp1252"}, b"\x9316 cranes\x94"),
        ({"PYTHONIOENCODING": "utf-8"}, "“16 cranes”".encode()),
    ],
)
def test_any_encoding_of_standard_output(folder: Path, environ: dict[str, str], quotes: bytes) -> None:
    put(folder, {"bad.yaml": GOOD.replace("15", "16")})
    command = [sys.executable, "-m", "factcheck", "bad.yaml", *CONCISE]
    done = subprocess.run(command, env={**os.environ, **environ}, capture_output=True, check=False)
    assert (done.returncode, quotes in done.stdout, done.stderr) == (1, True, b"")


BROKEN: dict[str, str | bytes] = {
    "claims/alias.yaml": "claims:\n  - &a\n    id: a\n    statement: 3 boats\n",
    "claims/bytes.yaml": b"claims:\n  - id: caf\xe9\n",
    "claims/duplicate.yaml": GOOD.replace("good", "one") + GOOD[8:].replace("good", "one"),
    "claims/empty.yaml": "",
    "claims/expect.yaml": "claims:\n  - id: e\n    statement: 3 boats\n    expect: refutd\n",
    "claims/good.yaml": GOOD,
    "claims/keys.yaml": "claims:\n  - id: k\n    statment: 3 boats\n  - id: l\n    id: m\n    tags: x\n",
    "claims/list.yaml": "- id: a\n",
    "claims/nested.yaml": "claims:\n  - id: a\n    statement: " + "[" * 60_000,
    "claims/nul.yaml": "claims:\n  - id: a\0\n",
    "claims/second.yaml": "claims: []\n---\nclaims: []\n",
    "claims/source.yaml": "claims:\n  - id: s\n    statement: 3 boats\n    sources: ['../*']\n",
    "docs/bytes.txt": b"One.\nCaf\xe9.\n",
    "docs/empty.md": " \n",
}


@pytest.mark.parametrize(
    ("name", "format_"),
    [("bad-input.txt", "text"), ("bad-input.concise.txt", "concise"), ("bad-input.json", "json")],
)
def test_the_whole_output_of_a_bad_folder(
    run: Run, folder: Path, snapshot: Callable[[str, str], None], name: str, format_: str
) -> None:
    put(folder, BROKEN)
    code, lines, err = run("claims", "--sources", "docs", "--format", format_)
    if format_ == "json":
        errors = json.loads("\n".join(lines))["errors"]
        assert err.count("\n") == len(errors)
        lines = json.dumps(errors, indent=1, ensure_ascii=False).splitlines()
    assert code == 4
    snapshot(name, "\n".join(lines) + "\n")
