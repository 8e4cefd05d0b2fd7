"""Which claims are checked, what is remembered of them, and what a run fails on."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from boats import Run

from factcheck._keyword import compile_tags

TIME = re.compile(r" in \d+\.\ds$")
CACHE = ".factcheck_cache"


def checked(run: Run, *argv: str) -> tuple[int, list[str]]:
    """Return the exit code and the ids of the claims that were checked, in order."""
    code, out, _ = run(*argv, "--format", "jsonl")
    lines = [json.loads(line) for line in out.splitlines()]
    return code, [line["id"] for line in lines if line["type"] == "claim"]


@pytest.mark.parametrize(
    ("argv", "code", "ids"),
    [
        (("claims/bad.yaml::both",), 0, ["both"]),
        (("claims/bad.yaml::both", "claims/good.yaml::log"), 0, ["both", "log"]),
        (("./claims/bad.yaml::both", "claims/good.yaml"), 0, ["both", "log"]),
        (("claims", "claims/bad.yaml::both"), 1, ["letter", "both", "log"]),
        (("claims", "-m", "count"), 0, ["log"]),
        (("claims", "-m", "not count"), 1, ["letter", "both"]),
        (("claims", "-m", "coun"), 5, []),
        (("claims", "-m", "count", "-k", "letter"), 5, []),
        (("claims", "--deselect", "claims/bad.yaml"), 0, ["log"]),
        (("claims", "--deselect", "claims/bad.yaml::letter"), 0, ["both", "log"]),
        (("claims", "--deselect", "claims"), 5, []),
        (("claims", "--deselect", "claims/bad"), 1, ["letter", "both", "log"]),
        (("claims/bad.yaml::both", "--deselect", "claims/bad.yaml::both"), 5, []),
    ],
)
def test_what_is_checked(run: Run, argv: tuple[str, ...], code: int, ids: list[str]) -> None:
    assert checked(run, *argv) == (code, ids)


def test_a_claim_that_is_not_there(run: Run) -> None:
    code, out, err = run("claims/bad.yaml::boths", "claims/bad.yaml::both")
    assert (code, TIME.sub("", out.splitlines()[-1])) == (4, "1 xfailed, 1 deselected")
    message = "claims/bad.yaml::boths: no such claim; did you mean 'claims/bad.yaml::both'?"
    assert err == f"factcheck: {message}\n"


def test_a_file_with_such_a_name_is_a_file(run: Run, project: Path) -> None:
    (project / "claims" / "a::b.yaml").write_text((project / "claims" / "good.yaml").read_text())
    assert checked(run, "claims/a::b.yaml") == (0, ["log"])
    assert checked(run, "claims/a::b.yaml::log") == (4, [])


@pytest.mark.parametrize(
    ("expression", "tags", "expected"),
    [
        ("a", ["a"], True),
        ("a", ["ab"], False),
        ("A and not b", ["a", "c"], True),
        ("a or (b and c)", ["b", "c"], True),
        ("", [], True),
    ],
)
def test_tags_are_whole_words(expression: str, tags: list[str], expected: bool) -> None:
    assert compile_tags(expression)(tags) is expected


def test_what_failed_is_remembered(run: Run, project: Path) -> None:
    assert checked(run, "claims", "--lf") == (1, ["letter", "both", "log"])
    assert json.loads((project / CACHE / "lastfailed.json").read_text()) == ["claims/bad.yaml::letter"]
    assert (project / CACHE / ".gitignore").read_text().endswith("*\n")
    assert checked(run, "claims", "--lf") == (1, ["letter"])
    good = project / "claims" / "good.yaml"
    good.write_text(good.read_text().replace("12", "13"))
    assert checked(run, "claims/good.yaml") == (1, ["log"])
    assert checked(run, "claims", "--lf") == (1, ["letter", "log"])
    assert checked(run, "claims", "--ff") == (1, ["letter", "log", "both"])
    good.write_text(good.read_text().replace("13", "12"))
    assert checked(run, "claims", "--lf", "-k", "log") == (0, ["log"])
    assert checked(run, "claims", "--lf") == (1, ["letter"])
    assert checked(run, "claims", "--cache-clear", "--lf") == (1, ["letter", "both", "log"])


def test_what_failed_is_remembered_in_every_folder(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked(run, "claims")
    for folder, path in (("claims", "bad.yaml"), ("docs", "../claims")):
        monkeypatch.chdir(project / folder)
        assert checked(run, path, "--lf") == (1, ["letter"])
    assert json.loads((project / CACHE / "lastfailed.json").read_text()) == ["claims/bad.yaml::letter"]


def test_a_renamed_claim_is_forgotten(run: Run, project: Path) -> None:
    run("claims")
    bad = project / "claims" / "bad.yaml"
    bad.write_text(bad.read_text().replace("id: letter", "id: epistle"))
    assert checked(run, "claims", "--lf") == (1, ["epistle", "both", "log"])
    assert json.loads((project / CACHE / "lastfailed.json").read_text()) == ["claims/bad.yaml::epistle"]


DRAFT = "Eastmoor has 15 boats.\n\nThey saw 12 boats.\n"


def test_a_sentence_of_a_draft_is_remembered_by_its_words(run: Run, project: Path) -> None:
    draft = project / "draft.md"
    draft.write_text(DRAFT)
    assert checked(run, "draft.md", "--lf")[1] == ["draft.md:1:1", "draft.md:3:1"]
    remembered = json.loads((project / CACHE / "lastfailed.json").read_text())
    assert remembered[0] == "draft.md::eastmoor has 15 boats"
    draft.write_text(f"Ann has 12 boats.\n\nIt rained.\n\n{DRAFT}")
    assert "draft.md:5:1" in checked(run, "draft.md", "--lf")[1]
    assert "draft.md:1:1" not in checked(run, "draft.md", "--lf")[1]


def test_where_a_sentence_that_failed_is_rewritten_all_are_checked(run: Run, project: Path) -> None:
    draft = project / "draft.md"
    draft.write_text(DRAFT)
    run("draft.md")
    draft.write_text(DRAFT.replace("15", "16"))
    _, _, err = run("draft.md", "--lf", "-k", "draft.md:3", "--format", "concise")
    message = "of what failed last time “eastmoor has 15 boats” in draft.md is not there any more"
    assert err == f"factcheck: {message}; all claims are checked\n"
    _, ids = checked(run, "draft.md", "--lf")  # the run before left the new sentence out
    assert ids == ["draft.md:3:1", "draft.md:1:1"]


def test_of_equal_sentences_none_is_forgotten_before_all_are_checked(run: Run, project: Path) -> None:
    draft = project / "draft.md"
    draft.write_text("They saw 15 boats.\n\nThey saw 15 boats.\n")
    run("draft.md")
    for document in ("log.txt", "letter.txt"):
        (project / "docs" / document).write_text("They saw 15 boats.\n")
    assert checked(run, "draft.md", "-k", "draft.md:1:1") == (0, ["draft.md:1:1"])
    assert checked(run, "draft.md", "--lf") == (0, ["draft.md:1:1", "draft.md:3:1"])
    assert json.loads((project / CACHE / "lastfailed.json").read_text()) == []


def test_collecting_remembers_nothing(run: Run, project: Path) -> None:
    run("claims", "--co")
    assert not (project / CACHE).exists()


def test_a_green_run_writes_nothing(run: Run, project: Path) -> None:
    run("claims/good.yaml")
    assert not (project / CACHE).exists()


@pytest.mark.parametrize("text", ["", "{", '{"a": 1}', "[1, 2]", "[" * 100_000])
def test_a_damaged_memory_is_none(run: Run, project: Path, text: str) -> None:
    (project / CACHE).mkdir()
    (project / CACHE / "lastfailed.json").write_text(text)
    code, ids = checked(run, "claims", "--lf")
    assert (code, ids) == (1, ["letter", "both", "log"])


def test_a_memory_that_cannot_be_written_is_no_error(run: Run, project: Path) -> None:
    (project / CACHE).write_text("in the way")
    code, _, err = run("claims")
    assert (code, err) == (1, "")
    assert (project / CACHE).read_text() == "in the way"


@pytest.mark.parametrize(
    ("argv", "code", "last"),
    [
        (("--fail-on", "refuted"), 1, "1 failed, 1 passed, 1 xfailed"),
        (("--fail-on", "conflicting_evidence,not_enough_evidence"), 0, "1 passed, 1 xfailed, 1 warned"),
        (("--fail-on", "not_enough_evidence", "--strict"), 1, "1 failed, 1 passed, 1 xfailed"),
        (("--exit-zero",), 0, "1 failed, 1 passed, 1 xfailed"),
        (("--exit-zero", "-k", "nothing"), 5, "3 deselected"),
    ],
)
def test_what_a_run_fails_on(run: Run, argv: tuple[str, ...], code: int, last: str) -> None:
    returned, out, _ = run("claims", *argv)
    assert (returned, TIME.sub("", out.splitlines()[-1]).rstrip()) == (code, last)


@pytest.mark.parametrize(
    ("severity", "code", "last"),
    [
        ('BT1 = "warning"', 0, "1 passed, 1 xfailed, 1 warned"),
        ('boats-differ = "note"', 0, "1 passed, 1 xfailed, 1 warned"),
        ('BT1 = "error"', 1, "1 failed, 1 passed, 1 xfailed"),
        ('FC905 = "warning"', 1, "1 failed, 1 passed, 1 xfailed"),
    ],
)
def test_the_severity_of_a_rule(run: Run, project: Path, severity: str, code: int, last: str) -> None:
    with (project / "factcheck.toml").open("a") as file:
        file.write(f"[severity]\n{severity}\n")
    returned, out, _ = run("claims")
    assert (returned, TIME.sub("", out.splitlines()[-1])) == (code, last)


@pytest.mark.parametrize(
    ("severity", "message"),
    [
        ('BT1 = "bad"', "factcheck.toml:5:1: severity of 'BT1' is 'bad'; write one of error, warning, note"),
        ('BT7 = "note"', "severity: no rule is called 'BT7'; did you mean 'BT1'?"),
    ],
)
def test_a_wrong_severity(run: Run, project: Path, severity: str, message: str) -> None:
    with (project / "factcheck.toml").open("a") as file:
        file.write(f"[severity]\n{severity}\n")
    assert run("claims") == (4, "", f"factcheck: {message}\n")


@pytest.mark.parametrize("verdicts", ["supported", "refuted,wrong", ""])
def test_a_wrong_verdict_to_fail_on(run: Run, verdicts: str) -> None:
    wrong = verdicts.rpartition(",")[2]
    known = "refuted, conflicting_evidence, not_enough_evidence"
    message = f"argument --fail-on: {wrong!r} is none of {known}; see factcheck --help"
    assert run("claims", "--fail-on", verdicts) == (4, "", f"factcheck: {message}\n")


def test_durations_and_statistics(run: Run) -> None:
    code, out, err = run("claims", "--durations", "2", "--statistics", "-qq")
    lines = out.splitlines()
    assert (code, err, lines[2]) == (
        1,
        "",
        "slowest 2 claims (the first one checked bears the reading of all files)",
    )
    assert sum(re.match(r" +\d+\.\d{3}s claims/\w+\.yaml::\w+$", line) is not None for line in lines) == 2
    assert lines[-2:] == [
        "1  BT1 boats-differ: Another number of boats.",
        "1  FC906 sources-disagree: One passage agrees with the claim and another contradicts it.",
    ]


def test_durations_leave_a_report_for_programs_alone(run: Run) -> None:
    _, out, err = run("claims", "--durations", "0", "--format", "json")
    assert json.loads(out)["summary"]["claims"] == 3
    assert "slowest 3 claims" in err
