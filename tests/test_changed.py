"""``--changed``: the claims whose file or sources changed in git, from any folder."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from factcheck.testing import Factchecker

FILES = {
    "factcheck.toml": 'sources = ["docs"]\nclaims = ["claims"]\n',
    "docs/log.txt": "The harbour of Eastmoor has 12 cranes.\n",
    "docs/letter.txt": "The port of Westmoor has 31 lamps.\n",
    "claims/a.yaml": "claims:\n- id: cranes\n  statement: The harbour of Eastmoor has 12 cranes.\n"
    "  sources: [log.txt]\n",
    "claims/b.yaml": "claims:\n- id: lamps\n  statement: The port of Westmoor has 31 lamps.\n"
    "  sources: [letter]\n- id: both\n  statement: The port of Westmoor has 31 lamps.\n",
}


def git(folder: Path, *arguments: str) -> str:
    identity = {
        f"GIT_{who}_{what}": value
        for who in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", "Ann"), ("EMAIL", "ann@example.org"))
    }
    done = subprocess.run(
        ["git", "-c", "init.defaultBranch=main", *arguments],
        cwd=folder,
        env={**os.environ, **identity, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


@pytest.fixture
def town(factchecker: Factchecker, monkeypatch: pytest.MonkeyPatch) -> Factchecker:
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    factchecker.write(FILES)
    git(factchecker.path, "init", "-q")
    commit(factchecker)
    return factchecker


def commit(town: Factchecker) -> None:
    git(town.path, "add", "-A")
    git(town.path, "commit", "-q", "-m", "a day")


def checked(town: Factchecker, *argv: str, folder: str = ".") -> list[str]:
    done = Factchecker(town.path / folder).run("--format", "json", *(argv or ("--changed",)))
    return [claim["id"] for claim in done.report()["claims"]]


def test_nothing_changed_is_no_failure(town: Factchecker) -> None:
    done = town.run("--changed")
    assert (done.code, done.lines[-1][:13]) == (0, "3 deselected ")
    assert done.errors == ("factcheck: nothing that a claim depends on has changed since HEAD",)


@pytest.mark.parametrize("where", [".", "claims", "docs"])
@pytest.mark.parametrize(
    ("changes", "ids"),
    [
        ({"claims/a.yaml": FILES["claims/a.yaml"] + "\n"}, ["cranes"]),
        ({"claims/new.yaml": FILES["claims/a.yaml"].replace("id: cranes", "id: new")}, ["new"]),
        ({"docs/letter.txt": FILES["docs/letter.txt"] + "\n"}, ["lamps", "both"]),
        ({"docs/log.txt": FILES["docs/log.txt"] + "\n"}, ["cranes", "both"]),
        ({"docs/more.txt": "The harbour is wide.\n"}, ["both"]),
        ({"docs/sources.yaml": "log.txt:\n  title: A log\n"}, ["cranes", "lamps", "both"]),
        ({"factcheck.toml": FILES["factcheck.toml"] + "strict = true\n"}, ["cranes", "lamps", "both"]),
        ({"other.py": "1\n", "docs/.hidden": "1\n"}, []),
    ],
)
def test_what_is_not_committed(
    town: Factchecker, changes: dict[str, str], ids: list[str], where: str
) -> None:
    town.write(changes)
    assert checked(town, folder=where) == ids
    git(town.path, "add", "-A")
    assert checked(town, folder=where) == ids
    commit(town)
    assert checked(town, folder=where) == []
    assert checked(town, "--changed=HEAD~1", folder=where) == ids


def test_renames_and_removals(town: Factchecker) -> None:
    git(town.path, "mv", "claims/a.yaml", "claims/c.yaml")
    assert checked(town) == ["cranes"]
    git(town.path, "mv", "docs/letter.txt", "docs/post.txt")
    assert checked(town) == ["lamps", "both", "cranes"]
    commit(town)
    (town.path / "docs/post.txt").unlink()
    assert checked(town) == ["lamps", "both"]


def test_an_ignored_file_is_no_change(town: Factchecker) -> None:
    town.write({".gitignore": "docs/draft.txt\n"})
    commit(town)
    town.write({"docs/draft.txt": "The harbour is wide.\n"})
    assert checked(town) == []


def test_a_branch_counts_from_where_it_began(town: Factchecker) -> None:
    git(town.path, "checkout", "-q", "-b", "side")
    town.write({"claims/a.yaml": FILES["claims/a.yaml"] + "\n"})
    commit(town)
    git(town.path, "checkout", "-q", "main")
    town.write({"docs/letter.txt": FILES["docs/letter.txt"] + "\n"})
    commit(town)
    git(town.path, "checkout", "-q", "side")
    assert checked(town, "--changed", "main") == ["cranes"]


def test_odd_names_are_found(town: Factchecker) -> None:
    names = ["claims/é ü.yaml", 'claims/"a\tb".yaml', "claims/-x.yaml"]
    town.write(
        {name: FILES["claims/a.yaml"].replace("cranes\n", f"c{n}\n", 1) for n, name in enumerate(names)}
    )
    assert sorted(checked(town)) == ["c0", "c1", "c2"]


def test_a_draft_and_a_link(town: Factchecker) -> None:
    town.write({"draft.md": "---\nsources: [log]\n---\nThe harbour of Eastmoor has 12 cranes.\n"})
    (town.path / "docs/same.txt").symlink_to("log.txt")
    commit(town)
    assert checked(town, "draft.md", "--changed") == []
    town.write({"docs/log.txt": FILES["docs/log.txt"] + "\n"})
    assert checked(town, "draft.md", "--changed") == ["draft.md:4:1"]


@pytest.mark.parametrize(
    "argv",
    [
        ("--changed", "claims"),
        ("claims", "--changed"),
        ("claims", "--changed", "HEAD"),
        ("--changed=HEAD", "claims"),
        ("--changed", "claims/a.yaml::cranes"),
        ("--changed", "-k", "cranes"),
        ("--changed", "--", "claims"),
    ],
)
def test_a_path_is_no_commit(town: Factchecker, argv: tuple[str, ...]) -> None:
    town.write({"claims/a.yaml": FILES["claims/a.yaml"] + "\n"})
    assert checked(town, *argv) == ["cranes"]


@pytest.mark.parametrize("reference", ["nowhere", "", "--output=x", "a b", "HEAD~99", "é"])
def test_an_unknown_commit_is_one_line(town: Factchecker, reference: str) -> None:
    message = f"--changed: git knows no commit {reference!r} here; fetch it, or name another"
    assert town.run(f"--changed={reference}") == (4, (), (f"factcheck: {message}",))
    assert not (town.path / "x").exists()


def test_outside_of_a_repository(factchecker: Factchecker, monkeypatch: pytest.MonkeyPatch) -> None:
    factchecker.write(FILES)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(factchecker.path.parent))
    done = factchecker.run("--changed")
    said = "not a git repository (or any of the parent directories): .git"
    assert done == (4, (), (f"factcheck: --changed: git says: {said}; mend that, or leave it out",))


def test_without_git(town: Factchecker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(town.path))
    message = "--changed needs git, which is not installed; leave it out"
    assert town.run("--changed") == (4, (), (f"factcheck: {message}",))


def test_a_repository_without_a_commit(factchecker: Factchecker) -> None:
    factchecker.write(FILES)
    git(factchecker.path, "init", "-q")
    message = "--changed: git knows no commit 'HEAD' here; fetch it, or name another"
    assert factchecker.run("--changed").errors == (f"factcheck: {message}",)
