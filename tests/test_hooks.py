"""Every hook, implemented by a plugin that is loaded from a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.__main__ import main

PLUGIN = """
from factcheck.hookspecs import hookimpl
from factcheck.model import Claim, Place, Relation, Rule, Source, Mention
from pathlib import Path

class Sizes:
    name = "sizes"
    kind = "size"
    priority = 1
    rules = (Rule("SZ101", "size-differs", "Differs.", "It differs.", "An example."),)
    def extract(self, document):
        at = document.text.find("size ")
        if at >= 0:
            text = document.text[at:at + 6]
            yield Mention("size", at, at + 6, text, {"size": text[-1]})
    def compare(self, claimed, found):
        same = claimed.mention.text == found.mention.text
        return Relation(same, "another size", None if same else self.rules[0])

class Shout:
    name = "shout"
    def render(self, report, style):
        for result in report.results:
            yield f"{result.claim.id.upper()}: {result.verdict.value}!"

@hookimpl
def factcheck_addoption(parser):
    parser.add_argument("--greeting", default="none")

@hookimpl
def factcheck_register_checks(config):
    return [Sizes()]

@hookimpl
def factcheck_register_reporters(config):
    return [Shout()]

@hookimpl
def factcheck_read_claims(path, config):
    if path.endswith(".list.yaml"):
        place = Place(path, 1, 1, 1, 2, 0, 1)
        return [Claim("listed", place, Path(path).read_text())]

@hookimpl
def factcheck_read_source(path, config):
    if path.endswith(".upper"):
        text = Path(path).read_text().lower()
        return Source("upper", path, text, "0" * 64, "en")

@hookimpl
def factcheck_claim_checked(result, config):
    log(config, f"checked {result.claim.id}")

@hookimpl
def factcheck_session_finish(report, exit_code, config):
    log(config, f"finish {len(report.results)} {exit_code} {config.options['greeting']}")

@hookimpl
def factcheck_report_header(config):
    return "sizes are checked"

def log(config, line):
    with open("log", "a") as file:
        print(line, file=file)
"""


@pytest.fixture
def call(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, str]]:
    """Return a function that runs the command in a folder with the plugin, claims and sources."""
    monkeypatch.chdir(tmp_path)
    Path("sizes.py").write_text(PLUGIN, encoding="utf-8")
    Path("sources").mkdir()
    Path("sources/a.txt").write_text("The box has size 5.\n", encoding="utf-8")
    Path("claims.yaml").write_text("claims:\n- id: box\n  statement: It has size 5.\n", encoding="utf-8")

    def run(*arguments: str) -> tuple[int, str]:
        code = main(["check", "-p", "sizes.py", "--sources", "sources", *arguments])
        return code, capsys.readouterr().out

    return run


def test_checks_and_reporters(call: Callable[..., tuple[int, str]]) -> None:
    assert call("claims.yaml", "--format", "shout", "--select", "SZ") == (0, "BOX: supported!\n")


def test_the_header(call: Callable[..., tuple[int, str]]) -> None:
    assert "sizes are checked" in call("claims.yaml", "--select", "SZ")[1].splitlines()


def test_readers_of_claims_and_sources(call: Callable[..., tuple[int, str]]) -> None:
    Path("more.list.yaml").write_text("It has size 7.", encoding="utf-8")
    Path("sources/b.upper").write_text("THE BAG HAS SIZE 7.", encoding="utf-8")
    code, out = call("more.list.yaml", "--format", "shout", "--select", "SZ")
    assert (code, out) == (1, "LISTED: conflicting_evidence!\n")


def test_options_and_the_hooks_that_watch(call: Callable[..., tuple[int, str]]) -> None:
    call("claims.yaml", "--select", "SZ", "--greeting", "hello")
    assert Path("log").read_text(encoding="utf-8").splitlines() == ["checked box", "finish 1 0 hello"]


@pytest.mark.parametrize(
    "hook",
    [
        "factcheck_register_checks",
        "factcheck_register_reporters",
        "factcheck_claim_checked",
        "factcheck_session_finish",
        "factcheck_report_header",
    ],
)
def test_a_hook_that_fails_is_blamed_and_the_run_is_never_green(
    call: Callable[..., tuple[int, str]], capsys: pytest.CaptureFixture[str], hook: str
) -> None:
    lines = PLUGIN.splitlines()
    at = next(i for i, line in enumerate(lines) if line.startswith(f"def {hook}"))
    lines.insert(at + 1, "    raise OSError('no disk')")
    Path("sizes.py").write_text("\n".join(lines), encoding="utf-8")
    code = main(["check", "-p", "sizes.py", "--sources", "sources", "claims.yaml"])
    shown = capsys.readouterr()
    assert code == 3
    assert "sizes.py" in shown.out + shown.err
    assert "OSError: no disk" in shown.out + shown.err
    assert "Traceback" not in shown.out + shown.err


@pytest.mark.parametrize("answer", ["7", "['a line']", "object()"])
def test_a_header_that_is_no_line_is_blamed(
    call: Callable[..., tuple[int, str]], capsys: pytest.CaptureFixture[str], answer: str
) -> None:
    text = PLUGIN.replace('return "sizes are checked"', f"return {answer}")
    Path("sizes.py").write_text(text, encoding="utf-8")
    code = main(["check", "-p", "sizes.py", "--sources", "sources", "claims.yaml", "--select", "SZ"])
    assert (code, capsys.readouterr().err.count("plugin sizes.py: factcheck_report_header failed")) == (3, 1)


@pytest.mark.parametrize("hook", ["addoption", "register_checks", "claim_checked", "session_finish"])
def test_no_way_to_end_a_run_ends_it(
    call: Callable[..., tuple[int, str]], capsys: pytest.CaptureFixture[str], hook: str
) -> None:
    lines = PLUGIN.splitlines()
    at = next(i for i, line in enumerate(lines) if line.startswith(f"def factcheck_{hook}"))
    lines.insert(at + 1, "    raise BaseException('the end')")
    Path("sizes.py").write_text("\n".join(lines), encoding="utf-8")
    code = main(["check", "-p", "sizes.py", "--sources", "sources", "claims.yaml"])
    shown = capsys.readouterr()
    assert (code, "sizes.py" in shown.out + shown.err, "the end" in shown.out + shown.err) == (3, True, True)
    assert "Traceback" not in shown.err
