"""``factcheck decisions``: the file is filled and cleaned, and what it accepts stays in sight everywhere."""

from __future__ import annotations

import json
import re

import pytest
import readers

from factcheck._decisionsfile import added, read_decisions, without
from factcheck.errors import ConfigError
from factcheck.testing import Factchecker

LOG = "The harbour of Eastmoor has 12 cranes. The quay opened in 2017. The port has 31 lamps.\n"
CLAIMS = """\
claims:
  - id: cranes
    statement: The harbour of Eastmoor has 14 cranes.
  - id: both
    statement: The harbour of Eastmoor has 14 cranes. The quay opened in 2019.
  - id: again
    statement: The harbour of Eastmoor has 14 cranes.
  - id: right
    statement: The port has 31 lamps.
"""
FILE = "factcheck-decisions.yaml"
FILES = {
    "docs/log.txt": LOG,
    "claims/a.yaml": CLAIMS,
    "factcheck.toml": 'sources = ["docs"]\nclaims = ["claims"]\n',
}


@pytest.fixture
def town(factchecker: Factchecker, monkeypatch: pytest.MonkeyPatch) -> Factchecker:
    monkeypatch.setenv("USER", "ann")
    factchecker.write(FILES)
    return factchecker


def decisions(town: Factchecker) -> list[tuple[str, int, str]]:
    found, problems = read_decisions(FILE, (town.path / FILE).read_bytes())
    assert problems == []
    return [(entry.rule, entry.occurrence, entry.reason) for entry in found]


def test_a_backlog_is_accepted_and_cleaned_again(town: Factchecker) -> None:
    written = town.run("decisions", "write", "--reason", "the  backlog of 2026")
    assert written == (0, (), (f"factcheck: 4 findings accepted in {FILE}",))
    assert decisions(town) == [
        ("FC101", 1, "the backlog of 2026"),
        ("FC101", 1, "the backlog of 2026"),
        ("FC301", 1, "the backlog of 2026"),
        ("FC101", 2, "the backlog of 2026"),
    ]
    checked = town.run("--format", "json")
    checked.assert_outcomes(passed=1, xfailed=3)
    assert (checked.code, checked.errors) == (0, ())
    town.write({"claims/a.yaml": CLAIMS.replace("14 cranes.", "12 cranes.", 1)})
    stale = town.run("--format", "concise")
    mend = "the decision “the backlog of 2026” applies to nothing any more; factcheck decisions prune"
    assert [line for line in stale.lines if "FC921" in line] == [
        f"{FILE}:23:3: FC921 {mend} takes it out",
    ]
    assert stale.code == 1
    pruned = town.run("decisions", "prune")
    assert pruned.lines[-1] == f"1 decision taken out of {FILE}"
    assert town.run().code == 0
    assert town.run("decisions", "prune").lines == (f"0 decisions taken out of {FILE}",)


def test_nothing_to_accept(town: Factchecker) -> None:
    done = town.run("decisions", "write", "--reason", "why", "-k", "right")
    assert done == (0, (), ("factcheck: nothing fails or warns; nothing was accepted",))
    assert not (town.path / FILE).exists()


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (("write",), "--reason names no reason; say why the findings are accepted"),
        (("write", "--reason", " "), "--reason names no reason; say why the findings are accepted"),
        (
            ("write", "--reason", "a", "--expires", "soon"),
            "argument --expires: 'soon' is no date; write YYYY-MM-DD; see factcheck decisions write --help",
        ),
        (
            ("write", "--reason", "a", "--expires", "2020-01-01"),
            "argument --expires: '2020-01-01' is past; name today or a day to come; "
            "see factcheck decisions write --help",
        ),
        (
            (),
            "write or prune comes first, then its options; see factcheck decisions --help",
        ),
        (
            ("prune", "gone"),
            "gone: no such file or folder; check the path",
        ),
    ],
)
def test_wrong_usage_is_one_line(town: Factchecker, argv: tuple[str, ...], message: str) -> None:
    assert town.run("decisions", *argv) == (4, (), (f"factcheck: {message}",))


@pytest.mark.parametrize("where", [".", "claims", "docs"])
def test_a_decision_holds_wherever_the_command_runs(town: Factchecker, where: str) -> None:
    Factchecker(town.path / where).run("decisions", "write", "--reason", "known")
    assert 'file: "claims/a.yaml"' in (town.path / FILE).read_text()
    for folder in (".", "claims", "docs"):
        assert Factchecker(town.path / folder).run().code == 0


def test_which_of_equal_statements_is_meant_does_not_depend_on_the_choice(town: Factchecker) -> None:
    town.run("decisions", "write", "--reason", "known", "-k", "again")
    assert decisions(town) == [("FC101", 2, "known")]
    for argv in ((), ("-k", "again or right"), ("claims/a.yaml::again",), ("--ff",)):
        outcomes = {
            claim["id"]: claim["outcome"] for claim in town.run(*argv, "--format", "json").report()["claims"]
        }
        assert outcomes["again"] == "xfailed"


def test_one_that_expired_or_whose_passages_changed_is_decided_anew(town: Factchecker) -> None:
    town.run("decisions", "write", "--reason", "first", "--expires", "2999-01-01", "-k", "cranes or again")
    town.write({FILE: (town.path / FILE).read_text().replace("2999", "2020")})
    checked = town.run("--format", "concise")
    assert sum("expired on 2020-01-01; look at the finding again" in line for line in checked.lines) == 2
    town.run("decisions", "write", "--reason", "second")
    assert decisions(town)[:2] == [("FC101", 1, "second"), ("FC101", 1, "second")]
    assert town.run().code == 0
    town.write({"docs/log.txt": LOG.replace("12 cranes", "13 cranes")})
    checked = town.run("--format", "concise")
    assert sum("is open again" in line for line in checked.lines) == 3
    town.run("decisions", "write", "--reason", "third", "-k", "cranes")
    assert [reason for _, _, reason in decisions(town)].count("third") == 1
    assert len(decisions(town)) == 4


def test_a_run_that_leaves_something_out_calls_nothing_stale(town: Factchecker) -> None:
    town.run("decisions", "write", "--reason", "known")
    for argv in (
        ("-k", "right"),
        ("--ignore", "FC1"),
        ("-p", "no:number"),
        ("--deselect", "claims/a.yaml::both"),
    ):
        assert [line for line in town.run(*argv, "--format", "concise").lines if "FC921" in line] == []


def test_a_file_that_is_gone_leaves_nothing_behind(town: Factchecker) -> None:
    town.run("decisions", "write", "--reason", "known")
    (town.path / "claims/a.yaml").rename(town.path / "claims/b.yaml")
    checked = town.run("--format", "concise")
    assert sum("is about claims/a.yaml, which is not there any more" in line for line in checked.lines) == 4
    town.run("decisions", "prune")
    assert (town.path / FILE).read_text() == "decisions: []\n"
    town.run("decisions", "write", "--reason", "known", "-k", "again")
    assert decisions(town) == [("FC101", 2, "known")]


def test_nothing_is_taken_out_after_a_run_with_errors(town: Factchecker) -> None:
    town.run("decisions", "write", "--reason", "known")
    before = (town.path / FILE).read_bytes()
    town.write({"docs/scan.txt": b"caf\xe9", "claims/a.yaml": CLAIMS.replace("14", "12")})
    pruned = town.run("decisions", "prune")
    assert (pruned.code, pruned.lines, len(pruned.errors)) == (4, (), 2)
    assert pruned.errors[1] == f"factcheck: nothing was taken out of {FILE}; mend the above first"
    assert (town.path / FILE).read_bytes() == before


def test_topics_are_accepted_and_cleaned_too(town: Factchecker) -> None:
    town.write({"docs/letter.txt": "The harbour of Eastmoor has 19 cranes.\n"})
    assert town.run("conflicts").code == 1
    town.run("decisions", "write", "--conflicts", "--reason", "years apart")
    assert [rule for rule, _, _ in decisions(town)] == ["conflict"]
    accepted = town.run("conflicts")
    assert (accepted.code, accepted.lines[1][:21]) == (0, "accepted: years apart")
    assert town.run("decisions", "write", "--conflicts", "--reason", "b").errors == (
        "factcheck: nothing fails or warns; nothing was accepted",
    )
    town.write({"docs/letter.txt": "The harbour of Eastmoor is wide.\n"})
    stale = town.run("conflicts")
    assert (stale.code, "FC921" in stale.lines[0]) == (1, True)
    assert town.run("decisions", "prune").lines[-1] == f"1 decision taken out of {FILE}"
    assert town.run("conflicts").code == 0


@pytest.mark.parametrize(
    ("chosen", "lines"),
    [
        (["docs/log.txt"], []),
        (["docs/log.txt", "docs/letter.txt"], ["accepted: years apart"]),  # though memo.txt says 19 too
        (["docs/log.txt", "docs/letter.txt", "memo"], ["accepted: years apart"]),
        (["docs"], ["accepted: years apart"]),
        (["--ignore", "FC1"], []),
        (["-p", "no:number"], []),
    ],
)
def test_topics_of_chosen_sources_make_no_decision_stale(
    town: Factchecker, chosen: list[str], lines: list[str]
) -> None:
    said = "The harbour of Eastmoor has 19 cranes.\n"
    town.write({"docs/letter.txt": said, "docs/memo.txt": said})
    town.run("decisions", "write", "--conflicts", "--reason", "years apart")
    before = (town.path / FILE).read_bytes()
    code, out, errors = town.run("conflicts", *chosen)
    assert (code, errors) == (0, ())
    assert [line[:21] for line in out if "accepted: " in line or "FC921" in line] == lines
    town.run("decisions", "prune", "--sources", "docs/log.txt", "--sources", "docs/letter.txt")
    assert (town.path / FILE).read_bytes() == before


# what is accepted stays in sight


def test_what_is_accepted_is_marked_in_every_format(town: Factchecker) -> None:
    town.run("decisions", "write", "--reason", "we counted", "-k", "cranes")
    signed = r"we counted \(ann, \d{4}-\d\d-\d\d\)"
    reports = ("json", "jsonl", "junit", "sarif", "gitlab", "markdown", "rdjson", "github")
    town.run(*(f"--report={name}:{name}" for name in reports), "-k", "cranes")
    read = {name: (town.path / name).read_text() for name in reports}
    (claim,) = json.loads(read["json"])["claims"]
    assert claim["outcome"] == "xfailed"
    assert_like(claim["findings"][0]["accepted"], signed)
    assert json.loads(read["jsonl"].splitlines()[0]) == {"type": "claim", **claim}
    ((_, _, outcome, message),) = readers.read_junit(read["junit"])
    assert outcome == "pytest.xfail"
    assert_like(message, signed)
    (result,) = readers.read_sarif(read["sarif"])["results"]
    (suppression,) = result["suppressions"]
    assert (suppression["kind"], suppression["status"], result["level"]) == ("external", "accepted", "note")
    assert_like(suppression["justification"], signed)
    (issue,) = readers.read_gitlab(read["gitlab"])
    assert issue["severity"] == "info"
    assert_like(issue["description"], rf".* \(accepted: {signed}\)")
    (found,) = readers.read_json(read["rdjson"], readers.RDJSON)["diagnostics"]
    assert found["severity"] == "INFO"
    assert_like(found["message"], rf".* \(accepted: {signed}\)")
    ((kind, properties, data),), _ = readers.read_github(read["github"])
    assert (kind, properties["title"]) == ("notice", "accepted: FC101 number-differs (cranes)")
    assert_like(data.splitlines()[-1], f"reason: {signed}")
    assert "*accepted*: we counted" in read["markdown"]
    for name in ("text", "concise", "table"):
        shown = " ".join(" ".join(town.run("--format", name, "-k", "cranes").lines).split())
        assert "accepted" in shown, name
        assert "we counted (ann, " in shown, name


def test_of_two_findings_one_may_be_accepted(town: Factchecker) -> None:
    town.run("decisions", "write", "--reason", "we counted", "-k", "both", "--select", "FC1")
    shown = town.run("-k", "both", "--report", "sarif:s", "--report", "junit:j", "--format", "concise")
    lines = [line for line in shown.lines if "both" in line]
    assert ["(accepted: we counted" in line for line in lines] == [True, False]
    results = readers.read_sarif((town.path / "s").read_text())["results"]
    assert [(result["level"], "suppressions" in result) for result in results] == [
        ("note", True),
        ("error", False),
    ]
    ((_, _, outcome, message),) = readers.read_junit((town.path / "j").read_text())
    assert (outcome, "cranes" in message, "2019" in message) == ("failure", False, True)
    assert shown.code == 1


def test_a_comment_of_a_draft_is_a_suppression_in_the_source(town: Factchecker) -> None:
    town.write(
        {"d.md": "<!-- factcheck: ignore[FC101] we counted -->\nThe harbour of Eastmoor has 14 cranes.\n"}
    )
    town.run("d.md", "--report", "sarif:s")
    (result,) = readers.read_sarif((town.path / "s").read_text())["results"]
    assert result["suppressions"] == [
        {"kind": "inSource", "status": "accepted", "justification": "we counted"}
    ]


def test_a_stale_entry_is_a_failure_in_every_format(town: Factchecker) -> None:
    town.write({FILE: "decisions:\n- rule: FC101\n  text: It has 9.\n  file: claims/a.yaml\n  reason: x\n"})
    town.write({"claims/a.yaml": "claims:\n- id: right\n  statement: The port has 31 lamps.\n"})
    reports = ("json", "jsonl", "junit", "sarif", "gitlab", "rdjson", "github")
    assert town.run(*(f"--report={name}:{name}" for name in reports)).code == 1
    read = {name: (town.path / name).read_text() for name in reports}
    assert [error["code"] for error in json.loads(read["json"])["errors"]] == ["FC921"]
    assert readers.read_junit(read["junit"])[1][1:3] == ("FC921 stale-decision", "failure")
    run = readers.read_sarif(read["sarif"])
    assert [(result["ruleId"], result["level"]) for result in run["results"]] == [("FC921", "error")]
    assert run["invocations"][0]["executionSuccessful"] is True
    assert [issue["severity"] for issue in readers.read_gitlab(read["gitlab"])] == ["major"]
    assert [kind for kind, _, _ in readers.read_github(read["github"])[0]] == ["error"]
    assert [item["severity"] for item in json.loads(read["rdjson"])["diagnostics"]] == ["ERROR"]
    assert town.run("--exit-zero").code == 0


def assert_like(text: str, pattern: str) -> None:
    assert re.fullmatch(pattern, text), text


# the file as text


@pytest.mark.parametrize(
    ("text", "gone", "expected"),
    [
        (
            "# ours\ndecisions:\n  # the first\n  - rule: FC1\n    text: a\n    reason: b\n\n"
            "  # the second\n  - rule: FC2\n    text: c\n    reason: d  # so\n",
            {(4, 5)},
            "# ours\ndecisions:\n  # the first\n\n  # the second\n"
            "  - rule: FC2\n    text: c\n    reason: d  # so\n",
        ),
        (
            "decisions:\r\n- rule: FC1\r\n  text: |\r\n    a\r\n    b\r\n  reason: b\r\n"
            "- {rule: F, text: a, reason: b} # x\r\n",
            {(7, 3)},
            "decisions:\r\n- rule: FC1\r\n  text: |\r\n    a\r\n    b\r\n  reason: b\r\n",
        ),
        (
            "decisions:  # ours\n-\n  rule: FC1\n  text: a\n  reason: b\n",
            {(3, 3)},
            "decisions: []  # ours\n",
        ),
    ],
)
def test_entries_are_taken_out_and_all_else_stays(
    text: str, gone: set[tuple[int, int]], expected: str
) -> None:
    assert without(text, gone, "d.yaml") == expected
    assert read_decisions("d.yaml", expected.encode())[1] == []


def test_an_entry_that_shares_its_line_is_left_to_its_owner() -> None:
    text = "decisions: [{rule: FC1, text: a, reason: b}, {rule: FC2, text: a, reason: b}]\n"
    with pytest.raises(ConfigError, match=r"d\.yaml:1:46: the decision shares its line with others"):
        without(text, {(1, 46)}, "d.yaml")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", 'decisions:\n- rule: "FC1"\n  reason: "b: #\\n"\n'),
        ("decisions: []\n", 'decisions:\n- rule: "FC1"\n  reason: "b: #\\n"\n'),
        (
            "decisions:\r\n  - rule: FC1",
            'decisions:\r\n  - rule: FC1\r\n  - rule: "FC1"\r\n    reason: "b: #\\n"\r\n',
        ),
    ],
)
def test_entries_are_added_as_those_before_are_written(before: str, after: str) -> None:
    assert added(before, [{"reason": "b: #\n", "rule": "FC1", "by": ""}]) == after


def test_hostile_text_is_accepted_and_read_back(town: Factchecker) -> None:
    text = 'The "harbour" of Eastmoor: {a} [b] # \\ \u202e has 14 cranes - "x'
    town.write({"claims/a.yaml": "claims:\n- id: h\n  statement: " + json.dumps(text) + "\n"})
    town.run("decisions", "write", "--reason", 'he said: "no" \x1b[2J\u2028 # :')
    assert town.run().code == 0
    assert len(decisions(town)) >= 1


def test_an_unwritable_file_is_one_line(town: Factchecker) -> None:
    (town.path / FILE).mkdir()
    done = town.run("decisions", "write", "--reason", "why")
    assert (done.code, done.lines) == (4, ())
    assert done.errors == (f"factcheck: {FILE}: cannot be read (Is a directory); check the file",)
