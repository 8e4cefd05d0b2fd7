"""The project's own claims about its five documents: green, and the known discrepancies in sight."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


def run(root: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "factcheck", *arguments],
        cwd=root,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, **environment},
    )


@pytest.fixture(scope="module")
def report() -> dict[str, Any]:
    done = run(Path(__file__).parents[1], "claims/", "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    loaded: dict[str, Any] = json.loads(done.stdout)
    return loaded


def test_the_whole_output(root: Path, snapshot: Callable[[str, str], None]) -> None:
    done = run(root, "claims/")
    snapshot("project-claims.txt", re.sub(r" in \d+\.\d+s$", " in 0.0s", done.stdout, flags=re.MULTILINE))
    assert (done.returncode, done.stderr) == (0, "")


def test_there_are_enough_claims_on_every_document(report: dict[str, Any]) -> None:
    expected = Counter(claim["expected"] for claim in report["claims"])
    assert report["summary"]["claims"] >= 60
    assert expected["supported"] >= 45
    assert expected["refuted"] + expected["not_enough_evidence"] <= 10
    on = Counter(claim["sources"][0] for claim in report["claims"] if len(claim["sources"]) == 1)
    assert {name: count >= 10 for name, count in on.items()} == dict.fromkeys(
        [source["name"] for source in report["sources"]], True
    )


@pytest.mark.parametrize(
    ("claim", "figures"),
    [("nationalities-138", {"128", "131", "138"}), ("residents-86000", {"86000", "90000"})],
)
def test_the_known_discrepancies_show_every_side(
    report: dict[str, Any], claim: str, figures: set[str]
) -> None:
    (found,) = [entry for entry in report["claims"] if entry["id"] == claim]
    assert (found["verdict"], found["outcome"]) == ("conflicting_evidence", "xfailed")
    passages = [passage for finding in found["findings"] for passage in finding["evidence"]]
    assert {re.sub(r"\D", "", passage["text"]) for passage in passages} == figures
    assert all(passage["line"] and passage["path"].startswith("seeds/") for passage in passages)


def test_evidence_is_what_stands_in_the_file(report: dict[str, Any], root: Path) -> None:
    texts = {s["path"]: (root / s["path"]).read_bytes().decode("utf-8") for s in report["sources"]}
    passages = [p for c in report["claims"] for f in c["findings"] for p in f["evidence"]]
    assert len(passages) > 80
    assert [p for p in passages if texts[p["path"]][p["start"] : p["end"]] != p["text"]] == []


def test_mentions_are_what_stands_in_the_claims_file(report: dict[str, Any], root: Path) -> None:
    texts = {c["path"]: (root / c["path"]).read_bytes().decode("utf-8") for c in report["claims"]}
    for claim in report["claims"]:
        for finding in claim["findings"]:
            if mention := finding["mention"]:
                assert texts[claim["path"]][mention["start"] : mention["end"]] == mention["text"]


@pytest.mark.parametrize("claim", ["worldmayor-nationalities", "vng-burgemeester", "newnormal-refugees"])
def test_a_wrong_figure_fails_and_shows_both_sides(root: Path, tmp_path: Path, claim: str) -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in sorted((root / "claims").glob("*.yaml")))
    statement = re.search(rf"- id: {claim}\n\s+statement: (.*)\n", text)
    assert statement
    wrong = re.sub(r"\d(?=\D*$)", lambda digit: str((int(digit[0]) + 3) % 10), statement[1])
    source = claim.partition("-")[0]
    file = tmp_path / "claims.yaml"
    file.write_text(f"claims:\n- id: c\n  statement: {wrong}\n  sources: [{source}]\n", encoding="utf-8")
    done = run(root, str(file), "--format", "json")
    (found,) = json.loads(done.stdout)["claims"]
    assert (done.returncode, found["verdict"]) == (1, "refuted")
    assert [f["evidence"][0]["relation"] for f in found["findings"]] == ["refutes"]


def test_output_does_not_depend_on_the_hash_seed(root: Path) -> None:
    one, two = (run(root, "claims/", "--format", "json", PYTHONHASHSEED=seed).stdout for seed in "12")
    assert one == two


def test_output_does_not_depend_on_the_order_of_sources(root: Path) -> None:
    files = sorted(str(path.relative_to(root)) for path in (root / "seeds").glob("*.txt"))
    claims = "claims/discrepancies.yaml"
    forward = [argument for file in files for argument in ("--sources", file)]
    backward = [argument for file in reversed(files) for argument in ("--sources", file)]
    one, two = (run(root, claims, "--format", "json", *order).stdout for order in (forward, backward))
    assert one == two
    assert json.loads(one)["summary"]["claims"] == 6
