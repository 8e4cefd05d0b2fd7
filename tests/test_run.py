"""A run from paths to report: which files hold claims, what is counted, which exit code wins."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import _run
from factcheck._exitcode import exit_code
from factcheck.config import Config
from factcheck.errors import ConfigError
from factcheck.model import Claim, Outcome, Place, Problem, Report, Result, Verdict

CLAIMS = "claims:\n- id: {id}\n  statement: The harbour of Harlingen has {figure} cranes.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write = {
        "claims/a.yaml": CLAIMS.format(id="a", figure=15),
        "claims/deep/b.yml": CLAIMS.format(id="b", figure=14),
        "claims/notes.txt": "no claims",
        "claims/.hidden/c.yaml": "[",
        "claims/node_modules/d.yaml": "[",
        "claims/sources/e.yaml": "[",
        "claims/sources/port.txt": "The harbour of Harlingen has 15 cranes.\n",
    }
    for name, text in write.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def config(folder: Path, **rest: object) -> Config:
    return Config(folder, sources=(folder / "claims" / "sources",), **rest)  # type: ignore[arg-type]


def outcomes(report: Report) -> dict[str, str]:
    return {result.claim.id: result.outcome.value for result in report.results}


def test_a_folder_yields_claims_outside_sources_dot_and_vendored_folders(folder: Path) -> None:
    report = _run.run(["claims"], config(folder))
    assert outcomes(report) == {"a": "passed", "b": "failed"}
    assert [result.claim.place.path for result in report.results] == ["claims/a.yaml", "claims/deep/b.yml"]
    assert report.problems == ()


def test_a_file_is_read_once_however_often_it_is_named(folder: Path) -> None:
    report = _run.run(["claims/a.yaml", "claims", "claims/a.yaml"], config(folder))
    assert list(outcomes(report)) == ["a", "b"]


def test_a_path_that_is_not_there_stops_the_run(folder: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        _run.run(["gone"], config(folder))
    assert str(caught.value) == "gone: no such file or folder; check the path"


def test_selection_maxfail_and_collecting_only(folder: Path) -> None:
    kept = _run.run(["claims"], config(folder), select=lambda claims, _: [c for c in claims if c.id == "a"])
    assert (outcomes(kept), kept.deselected) == ({"a": "passed"}, 1)
    (folder / "claims/0.yaml").write_text(CLAIMS.format(id="zero", figure=12), encoding="utf-8")
    assert outcomes(_run.run(["claims"], config(folder), maxfail=1)) == {"zero": "failed"}
    listed = _run.run(["claims"], config(folder), collect_only=True)
    assert outcomes(listed) == {"zero": "skipped", "a": "skipped", "b": "skipped"}


def test_an_unknown_source_is_an_error_of_its_claim_only(folder: Path) -> None:
    text = CLAIMS.format(id="lost", figure=15) + "  sources: [gone.txt]\n"
    (folder / "claims/lost.yaml").write_text(text, encoding="utf-8")
    report = _run.run(["claims"], config(folder))
    assert outcomes(report) == {"a": "passed", "b": "failed", "lost": "error"}
    assert [(p.path, p.line, p.code) for p in report.problems] == [("claims/lost.yaml", 2, "FC501")]


def result(outcome: Outcome) -> Result:
    return Result(Claim("c", Place("c.yaml", 1, 1, 1, 2, 0, 1)), Verdict.SUPPORTED, outcome)


@pytest.mark.parametrize(
    ("found", "codes", "expected"),
    [
        ([Outcome.PASSED, Outcome.XFAILED, Outcome.WARNED, Outcome.SKIPPED], [], 0),
        ([Outcome.PASSED, Outcome.FAILED], [], 1),
        ([Outcome.XPASSED], [], 1),
        ([Outcome.FAILED], ["FC911"], 4),
        ([Outcome.FAILED], ["FC911", "FC903"], 3),
        ([Outcome.PASSED], ["FC904"], 3),
        ([], ["FC911"], 4),
        ([], [], 5),
    ],
)
def test_the_gravest_exit_code_wins(found: list[Outcome], codes: list[str], expected: int) -> None:
    problems = tuple(Problem("a", 1, 1, code, "what") for code in codes)
    report = Report(tuple(map(result, found)), problems, (), (), {})
    assert exit_code(report) == expected
