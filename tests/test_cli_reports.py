"""``--report``: the log and all files from one run, none lost through another."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import readers
from boats import Run


def test_the_log_and_all_files_from_one_run(run: Run, project: Path) -> None:
    reports = ("json:a.json", "junit:b.xml", "sarif:c.sarif", "jsonl:d.jsonl", "github", "gitlab:e.json")
    code, out, err = run("claims", "--format", "concise", *(f"--report={name}" for name in reports))
    assert (code, err) == (1, "")
    log, _, commands = out.partition("::error")
    assert log.startswith("claims/bad.yaml:3:25: BT1 letter: ")
    assert len(readers.read_github("::error" + commands)[0]) == 2
    assert json.loads((project / "a.json").read_text())["summary"]["claims"] == 3
    assert len(readers.read_junit((project / "b.xml").read_text())) == 3
    assert len(readers.read_sarif((project / "c.sarif").read_text())["results"]) == 2
    lines = [json.loads(line) for line in (project / "d.jsonl").read_text().splitlines()]
    assert [line["type"] for line in lines] == [*["claim"] * 3, *["source"] * 2, "summary"]
    assert len(readers.read_gitlab((project / "e.json").read_text())) == 2


def test_what_no_selected_rule_judges_is_listed(run: Run) -> None:
    code, out, err = run("claims/bad.yaml", "--ignore", "BT1", "-k", "letter", "-v")
    assert (code, err) == (0, "")
    assert "claims/bad.yaml:3:25: “15 boats” not judged: no rule of the check boats is selected\n" in out
    _, out, _ = run("claims/bad.yaml", "--ignore", "BT1", "-k", "letter", "--format", "json")
    (claim,) = json.loads(out)["claims"]
    (finding,) = claim["findings"]
    assert (claim["outcome"], finding["verdict"], finding["code"]) == ("skipped", None, None)
    assert (finding["message"], finding["mention"]["text"]) == (
        "not judged: no rule of the check boats is selected",
        "15 boats",
    )


def test_what_is_only_collected_is_not_called_unjudged(run: Run, project: Path) -> None:
    run("claims", "--co", "--report", "junit:b.xml")
    cases = readers.read_junit((project / "b.xml").read_text())
    assert [case[2:] for case in cases] == [("pytest.skip", "only collected, not checked")] * 3
    run("claims", "--ignore", "BT1", "--report", "junit:b.xml")
    cases = readers.read_junit((project / "b.xml").read_text())
    assert cases[0][2:] == ("pytest.skip", "no selected check judges this claim")


def test_a_file_holds_what_standard_output_would(run: Run, project: Path) -> None:
    _, out, _ = run("claims", "--format", "jsonl")
    run("claims", "--report", "jsonl:a.jsonl")
    assert (project / "a.jsonl").read_text() == out


def test_an_unwritable_file_is_one_line_and_the_others_are_written(run: Run, project: Path) -> None:
    argv = ("claims", "--report", "junit:gone/b.xml", "--report", "jsonl:gone/c", "--report", "sarif:d.sarif")
    code, out, err = run(*argv)
    why = "cannot be written (No such file or directory); name another file after --report"
    assert (code, err) == (4, f"factcheck: gone/b.xml: {why}\nfactcheck: gone/c: {why}\n")
    assert "1 failed, 1 passed, 1 xfailed" in out
    assert len(readers.read_sarif((project / "d.sarif").read_text())["results"]) == 2


def test_a_broken_reporter_takes_no_other_report_with_it(run: Run, project: Path) -> None:
    (project / "leaky.py").write_text(
        "from factcheck.hookspecs import hookimpl\n\n\nclass Leaky:\n    name = 'leaky'\n\n"
        "    def render(self, report, style):\n        raise ValueError('leak')\n\n\n"
        "@hookimpl\ndef factcheck_register_reporters(config):\n    return [Leaky()]\n"
    )
    code, out, err = run("claims", "-p", "leaky.py", "--report", "leaky:a", "--report", "json:b.json")
    assert (code, err.count("\n"), "leaky" in err) == (3, 1, True)
    assert "1 failed" in out
    assert json.loads((project / "b.json").read_text())["summary"]["failed"] == 1


def test_claims_are_streamed_as_they_are_judged(run: Run, project: Path) -> None:
    (project / "watch.py").write_text(
        "from pathlib import Path\nfrom factcheck.hookspecs import hookimpl\n"
        "@hookimpl\ndef factcheck_claim_checked(result):\n"
        "    path = Path('a.jsonl')\n"
        "    lines = path.read_text().count('\\n') if path.exists() else 0\n"
        "    with open('seen', 'a') as seen:\n        seen.write(f'{lines}\\n')\n"
    )
    run("claims", "-p", "watch.py", "--report", "jsonl:a.jsonl")
    assert (project / "seen").read_text() == "0\n1\n2\n"
    run("claims", "--report", "jsonl:a.jsonl")
    assert (project / "a.jsonl").read_text().count("\n") == 6


def test_collecting_only_is_reported_too(run: Run) -> None:
    _, out, _ = run("claims", "--co", "--format", "jsonl")
    outcomes = [json.loads(line).get("outcome") for line in out.splitlines()]
    assert outcomes[:3] == ["skipped"] * 3


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (("--report", "junt:a"), "no format is called 'junt'; did you mean 'junit'?"),
        (("--report", "junit:"), "--report junit: names no file; write --report junit:FILE"),
        (
            ("--report", "junit:docs/log.txt"),
            "docs/log.txt: is an input of this run; name another file after --report",
        ),
        (
            ("--report", "junit:claims/good.yaml"),
            "claims/good.yaml: is an input of this run; name another file after --report",
        ),
        (
            ("--report", "junit:factcheck.toml"),
            "factcheck.toml: is an input of this run; name another file after --report",
        ),
        (
            ("--report", "junit:a", "--report", "json:./a"),
            "./a: two reports go to this file; name another for one",
        ),
        (("-o", "a", "--report", "json:a"), "a: two reports go to this file; name another for one"),
        (
            ("--report", "junit"),
            "junit cannot share standard output with another report; write --report junit:FILE",
        ),
        (
            ("--format", "json", "--report", "github"),
            "json cannot share standard output with another report; write --report json:FILE",
        ),
    ],
)  # fmt: skip
def test_wrong_reports_are_one_line(run: Run, argv: tuple[str, ...], message: str) -> None:
    assert run("claims", *argv) == (4, "", f"factcheck: {message}\n")


def test_errors_are_shown_once(run: Run, project: Path) -> None:
    (project / "claims" / "broken.yaml").write_bytes(b"claims:\n  - id: caf\xe9\n")
    code, out, err = run("claims", "--report", "github", "--report", "junit:a.xml")
    assert (code, err) == (4, "")
    assert sum("broken.yaml" in line for line in out.splitlines()) == 2
    assert (readers.read_junit((project / "a.xml").read_text())[-1][2], "errors") == ("error", "errors")
