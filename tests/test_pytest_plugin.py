"""The pytest plugin: what it collects, what becomes of each claim, and that it keeps still when it is off."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

SOURCES = {
    "log.txt": "The harbour of Eastmoor has 12 cranes. In 2019 some 4,200 ships came. "
    "The port has 31 quays.\n",
    "letter.txt": "Dear all, in 2019 about 5,100 ships came to the harbour of Eastmoor.\n",
}  # fmt: skip
CLAIMS = """\
claims:
  - id: cranes
    statement: The harbour of Eastmoor has 12 cranes.
    tags: [count, in-progress, skip, _odd]
  - id: too-many
    statement: The harbour of Eastmoor has 14 cranes.
  - id: ships
    statement: In 2019 some 4,200 ships came to the harbour of Eastmoor.
    expect: conflicting_evidence
    reason: The letter counts yachts too.
  - id: quay
    statement: The port has 31 quays.
    expect: refuted
    reason: It was to be measured again.
  - id: lively
    statement: The harbour is lively.
  - id: nowhere
    statement: The harbour has 12 cranes.
    sources: [gone.txt]
"""
BROKEN = "claims:\n  - id: one\n    statment: The harbour has 12 cranes.\n"


@pytest.fixture
def harbour(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    monkeypatch.delenv("PYTEST_ADDOPTS", raising=False)
    files = {f"docs/{name}": text for name, text in SOURCES.items()} | {"claims/harbour.yaml": CLAIMS}
    for name, text in files.items():
        path = pytester.path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    pytester.makeini("[pytest]\nfactcheck_sources = docs\n")
    return pytester


def outcomes(result: pytest.RunResult) -> dict[str, int]:
    found = result.parseoutcomes()
    return {key: found[key] for key in sorted(found) if key not in ("warnings", "seconds")}


def test_each_claim_is_an_item(harbour: pytest.Pytester) -> None:
    result = harbour.runpytest_subprocess("claims", "--collect-only", "-q")
    assert result.outlines[:6] == [
        f"claims/harbour.yaml::{name}"
        for name in ("cranes", "too-many", "ships", "quay", "lively", "nowhere")
    ]


@pytest.mark.parametrize("options", [(), ("-n2",)], ids=["alone", "xdist"])
def test_pytest_and_factcheck_agree_on_every_claim(
    harbour: pytest.Pytester, options: tuple[str, ...]
) -> None:
    result = harbour.runpytest_subprocess("claims", "-v", "--color=no", "--junitxml=out.xml", *options)
    command = [sys.executable, "-m", "factcheck", "claims", "--sources", "docs", "--format", "json"]
    report = json.loads(subprocess.run(command, cwd=harbour.path, capture_output=True, check=False).stdout)
    ours = {claim["id"]: claim["outcome"] for claim in report["claims"]}
    words = {"FAILED": "failed", "PASSED": "passed", "XFAIL": "xfailed", "ERROR": "error"}
    theirs = {}
    for line in result.outlines:
        for word, outcome in words.items():
            parts = line.replace("[gw0]", "").replace("[gw1]", "").split()
            if "harbour.yaml::" in line and word in parts and " - " not in line:
                name = next(part for part in parts if "::" in part).partition("::")[2]
                theirs[name] = outcome
    assert ours == {
        "cranes": "passed",
        "too-many": "failed",
        "ships": "xfailed",
        "quay": "xpassed",
        "lively": "failed",
        "nowhere": "error",
    }
    assert theirs == ours | {"quay": "failed"}  # as pytest has it where xfail is strict
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stdout.fnmatch_lines(
        ["*factcheck errors*", "claims/harbour.yaml:17:5: FC501 claim 'nowhere' names*"]
    )


def cases(path: Path) -> dict[str, str]:
    """Return what became of each claim, from a JUnit file."""
    found = {}
    for case in ElementTree.parse(path).iter("testcase"):
        known = [child for child in case if child.tag in ("failure", "error", "skipped")]
        assert len(known) <= 1
        assert case.attrib["name"] not in found
        found[case.attrib["name"]] = known[0].attrib.get("type", known[0].tag) if known else "passed"
    return found


@pytest.mark.parametrize("options", [(), ("-n2",)], ids=["alone", "xdist"])
def test_pytest_and_factcheck_agree_on_every_claim_of_the_project(
    pytester: pytest.Pytester, root: Path, options: tuple[str, ...]
) -> None:
    theirs, ours = pytester.path / "pytest.xml", pytester.path / "factcheck.xml"
    arguments = ["-c", str(root / "pyproject.toml"), "--rootdir", str(root), "--factcheck", "-q", *options]
    result = pytester.runpytest_subprocess(
        *arguments, f"--junitxml={theirs}", str(root / "claims"), "-p", "no:cacheprovider"
    )
    command = [sys.executable, "-m", "factcheck", "claims/", "--report", f"junit:{ours}"]
    done = subprocess.run(command, cwd=root, capture_output=True, check=False)
    assert cases(theirs) == cases(ours)
    assert {*cases(ours).values()} == {"passed", "pytest.xfail"}
    assert (result.ret, done.returncode) == (0, 0)


def test_the_failure_is_what_factcheck_shows(harbour: pytest.Pytester) -> None:
    result = harbour.runpytest_subprocess("claims/harbour.yaml::too-many")
    result.stdout.fnmatch_lines(
        [
            "FC101 number-differs: claims “14 cranes”; the source says “12 cranes”*",
            "*--> claims/harbour.yaml:6:44",
            "*statement: The harbour of Eastmoor has 14 cranes.",
            "*^^ claim*",
            "*--> docs/log.txt:1:29",
            "*^^ refutes*",
        ]
    )
    assert outcomes(result) == {"failed": 1}


def test_xpass_is_strict_and_runxfail_runs(harbour: pytest.Pytester) -> None:
    result = harbour.runpytest_subprocess("claims", "-k", "quay")
    result.stdout.fnmatch_lines(["[[]XPASS(strict)[]] It was to be measured again."])
    assert outcomes(harbour.runpytest_subprocess("claims", "-k", "ships")) == {"deselected": 5, "xfailed": 1}
    assert outcomes(harbour.runpytest_subprocess("claims", "-k", "ships", "--runxfail")) == {
        "deselected": 5,
        "failed": 1,
    }


@pytest.mark.parametrize(
    ("argv", "expected"),
    [
        (("-m", "count"), {"deselected": 5, "passed": 1}),
        (("-m", "in-progress", "--strict-markers"), {"deselected": 5, "passed": 1}),
        (("-k", "skip"), {"deselected": 5, "passed": 1}),
        (("-m", "skip"), {"deselected": 6}),
    ],
)
def test_tags_are_markers(harbour: pytest.Pytester, argv: tuple[str, ...], expected: dict[str, int]) -> None:
    assert outcomes(harbour.runpytest_subprocess("claims", *argv)) == expected


def test_a_fault_of_a_file_is_an_error_and_the_rest_is_checked(harbour: pytest.Pytester) -> None:
    (harbour.path / "claims" / "broken.yaml").write_text(BROKEN)
    result = harbour.runpytest_subprocess("claims", "-k", "cranes or FC914")
    assert outcomes(result) == {"deselected": 5, "errors": 1, "passed": 1}
    result.stdout.fnmatch_lines(
        ["claims/broken.yaml:3:5: FC914 unknown key 'statment'; did you mean 'statement'?"]
    )


@pytest.mark.parametrize(
    ("data", "message", "options"),
    [
        (b"claims:\n  - id: one\0\n", "FC911 *", ()),
        (b"claims:\n  - id: caf\xe9\n", "FC911 byte 0xe9*", ("-k", "cranes")),
        (b"claims:\n  - id: [\n", "FC912 *", ("-m", "count")),
        (BROKEN.encode(), "FC914 unknown key*", ("-n2", "-k", "cranes")),
    ],
    ids=["nul", "latin-1", "no-yaml", "unknown-key"],
)
def test_an_unreadable_claims_file_is_no_green_run(
    harbour: pytest.Pytester, data: bytes, message: str, options: tuple[str, ...]
) -> None:
    (harbour.path / "claims" / "broken.yaml").write_bytes(data)
    result = harbour.runpytest_subprocess("claims", *options)
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stdout.fnmatch_lines(["*factcheck errors*", f"claims/broken.yaml:*: {message}"])


def test_a_duplicate_id_in_another_file_is_no_green_run(harbour: pytest.Pytester) -> None:
    (harbour.path / "claims" / "more.yaml").write_text(CLAIMS[: CLAIMS.index("  - id: too-many")])
    result = harbour.runpytest_subprocess("claims", "-k", "cranes")
    assert (outcomes(result)["passed"], result.ret) == (2, pytest.ExitCode.USAGE_ERROR)
    result.stdout.fnmatch_lines(["claims/more.yaml:2:5: FC919 id 'cranes' is that of the claim at *"])


def test_an_unreadable_source_is_no_green_run(harbour: pytest.Pytester) -> None:
    (harbour.path / "docs" / "scan.txt").write_bytes(b"caf\xe9")
    result = harbour.runpytest_subprocess("claims", "-k", "cranes")
    assert (outcomes(result), result.ret) == ({"deselected": 5, "passed": 1}, pytest.ExitCode.USAGE_ERROR)
    result.stdout.fnmatch_lines(["docs/scan.txt:1:4: FC911 byte 0xe9*"])


@pytest.mark.parametrize("options", [(), ("-n2",)], ids=["alone", "xdist"])
def test_a_decision_that_applies_to_nothing_fails_the_run(
    harbour: pytest.Pytester, options: tuple[str, ...]
) -> None:
    command = [sys.executable, "-m", "factcheck", "decisions", "write", "--reason", "known"]
    only = [*command, "-k", "too-many", "claims", "--sources", "docs"]
    subprocess.run(only, cwd=harbour.path, check=True, capture_output=True)
    claims = harbour.path / "claims/harbour.yaml"
    claims.write_text(f"{CLAIMS.partition('  - id: too-many')[0]}", encoding="utf-8")
    result = harbour.runpytest_subprocess("claims", *options)
    assert (result.ret, outcomes(result)) == (1, {"passed": 1})
    result.stdout.fnmatch_lines(["* FC*the decision “known” applies to nothing any more; *"])


def test_a_wrong_configuration_is_one_line(harbour: pytest.Pytester) -> None:
    (harbour.path / "factcheck.toml").write_text("sorces = []\n")
    result = harbour.runpytest_subprocess("claims")
    assert result.ret == pytest.ExitCode.INTERRUPTED
    result.stdout.fnmatch_lines(["factcheck.toml:1:1: unknown setting 'sorces'; did you mean 'sources'?"])


def test_it_works_from_another_folder(harbour: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    harbour.makeini("[pytest]\n")
    (harbour.path / "factcheck.toml").write_text('sources = ["docs"]\n')
    monkeypatch.chdir(harbour.path / "claims")
    assert outcomes(harbour.runpytest_subprocess("--factcheck", "harbour.yaml::cranes")) == {"passed": 1}


def test_other_yaml_is_left_alone(harbour: pytest.Pytester) -> None:
    (harbour.path / "claims" / "data.yaml").write_text("boats: [1, 2]\nnote: no claims here\n")
    (harbour.path / "claims" / "flow.yaml").write_text(
        '{"claims": [{"id": "f", "statement": "It has 12 cranes."}]}'
    )
    result = harbour.runpytest_subprocess("claims", "--collect-only", "-q", "-k", "f or data")
    assert [line for line in result.outlines if "::f" in line or "data" in line] == ["claims/flow.yaml::f"]
    named = harbour.runpytest_subprocess("claims/data.yaml")
    assert outcomes(named) == {"errors": 2}


def test_off_it_does_nothing_and_imports_nothing(harbour: pytest.Pytester) -> None:
    harbour.makeini("[pytest]\n")
    harbour.makepyfile(
        test_modules="import sys\n\ndef test_it():\n"
        "    assert sorted(m for m in sys.modules if m.startswith('factcheck')) == "
        "['factcheck', 'factcheck._pytest', 'factcheck._pytest.plugin']\n"
    )
    result = harbour.runpytest_subprocess(".")
    assert outcomes(result) == {"passed": 1}


FIXTURE = """
import pytest

def test_good(factcheck):
    result = factcheck.assert_supported("The harbour of Eastmoor has 12 cranes.", sources="docs")
    assert [finding.check for finding in result.findings] == ["number"]

def test_default(factcheck):
    factcheck.assert_supported(quote="The port has 31 quays.")

def test_bad(factcheck):
    factcheck.assert_supported("The harbour of Eastmoor has 14 cranes.", sources=["docs/log.txt"])

def test_none(factcheck):
    with pytest.raises(Exception, match="no sources"):
        factcheck.assert_supported("The harbour of Eastmoor has 14 cranes.", sources=[])
"""


def test_the_fixture(harbour: pytest.Pytester) -> None:
    harbour.makepyfile(FIXTURE)
    result = harbour.runpytest_subprocess("-k", "test_")
    assert outcomes(result)["passed"] == 3
    result.stdout.fnmatch_lines(
        [
            "E*AssertionError: the text is refuted",
            "E*FC101 number-differs: claims “14 cranes”; the source says “12 cranes”*",
            "E*--> docs/log.txt:1:29",
        ]
    )
