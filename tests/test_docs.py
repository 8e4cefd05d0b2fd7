"""The pages keep their word: commands, options, formats and code that they show."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import yaml

import factcheck
from factcheck._configfile import KEYS, load
from factcheck._reporters import BUILTIN
from factcheck._reporters.html import tones
from factcheck.model import Rule
from factcheck.testing import Factchecker

ROOT = Path(__file__).parent.parent


def blocks(root: Path, page: str, language: str) -> list[str]:
    text = (root / "docs" / page).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def test_the_reports_are_all_listed(root: Path) -> None:
    listed = re.findall(r"^\| `(\w+)` \|", (root / "docs/ci.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert set(listed) == set(BUILTIN) - {"text", "concise", "table", "json", "diff"}


def test_the_signs_of_the_page_are_those_it_has(root: Path) -> None:
    shown = re.findall(
        r"^\| (\S) ([\w ]+) \|", (root / "docs/page.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    kinds = (tones.REFUTED, tones.CONFLICTING, tones.MISSING, tones.SUPPORTED, tones.WARNING)
    assert shown == [(tone.sign, tone.word) for tone in kinds]


def test_every_setting_has_its_row_and_the_example_is_a_configuration(root: Path, tmp_path: Path) -> None:
    text = (root / "docs/configuration.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`.*?) \|", text, re.MULTILINE)
    assert set(re.findall(r"`(\w+)`", " ".join(rows))) == set(KEYS)
    (example,) = blocks(root, "configuration.md", "toml")
    (tmp_path / "factcheck.toml").write_text(example, encoding="utf-8")
    config = load((), tmp_path)
    assert config.options["claims"] == ("claims", "articles/new.md")
    assert all((config.sources, config.require, config.select, config.ignore, config.plugins, config.strict))
    assert all((config.severity, config.terms, config.people))


def test_every_option_exists(root: Path, factchecker: Factchecker) -> None:
    named = set(re.findall(r"`(--?[a-z-]+)", (root / "docs/ci.md").read_text(encoding="utf-8")))
    helps = [("--help",), ("decisions", "write", "--help"), ("explain", "--help")]
    shown = "\n".join(line for words in helps for line in factchecker.run(*words).lines)
    known = set(re.findall(r"(?<![\w-])--?[a-z-]+", shown))
    assert named - known == set()


def test_the_commands_of_the_page_run(root: Path, factchecker: Factchecker) -> None:
    reports, backlog = blocks(root, "ci.md", "console")
    factchecker.write({"claims/a.yaml": "claims:\n  - id: a\n    statement: It has 12 cranes.\n"})
    factchecker.write({"docs/a.txt": "It has 12 cranes.\n"})
    factchecker.write({"factcheck.toml": 'sources = ["docs"]\nclaims = ["claims"]\n'})
    done = factchecker.run(*shlex.split(reports, comments=True)[2:])
    assert (done.code, done.errors) == (0, ())
    assert {"factcheck.sarif", "factcheck.xml"} <= {path.name for path in factchecker.path.iterdir()}
    factchecker.write({"docs/a.txt": "It has 14 cranes.\n"})
    assert factchecker.run().code == 1
    for command in backlog.splitlines():
        assert factchecker.run(*shlex.split(command, comments=True)[2:]).code == 0


@pytest.mark.parametrize("number", range(3))
def test_the_examples_of_ci_are_yaml(root: Path, number: int) -> None:
    loaded = yaml.safe_load(blocks(root, "ci.md", "yaml")[number])
    text = str(loaded)
    hooks = {hook["id"] for hook in yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text())}
    inputs = set(yaml.safe_load((root / "action.yml").read_text())["inputs"])
    if number == 0:
        (given,) = [step["with"] for step in loaded["jobs"]["factcheck"]["steps"] if "OWNER" in str(step)]
        assert set(given) <= inputs
    elif number == 1:
        assert "gitlab:gl-code-quality-report.json" in text
    else:
        assert {hook["id"] for hook in loaded["repos"][0]["hooks"]} <= hooks


def test_the_plugin_page_shows_the_tests_of_the_example(root: Path) -> None:
    example = root / "examples/factcheck-postcode"
    (code,) = blocks(root, "plugins.md", "python")
    assert code == (example / "test_postcode.py").read_text(encoding="utf-8")
    (shown,) = yaml.safe_load(blocks(root, "plugins.md", "yaml")[0])["cases"]
    assert shown["claim"] in (example / "cases.yaml").read_text(encoding="utf-8")


def test_the_plugin_page_lists_the_fields_of_a_rule_and_the_public_modules(root: Path) -> None:
    page = (root / "docs/plugins.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE) == list(Rule._fields)
    listed = page.partition("## What a plugin may import")[2].partition("; in its tests")[0]
    modules = {path.stem for path in Path(factcheck.__file__).parent.glob("*.py")}
    packages = {path.parent.name for path in Path(factcheck.__file__).parent.glob("*/__init__.py")}
    public = {name for name in modules | packages if not name.startswith("_")} - {"api", "testing"}
    assert set(re.findall(r"`factcheck\.(\w+)`", listed)) == public


PAGES = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/*/README.md"))
)


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_to_a_file_and_a_heading(root: Path, page: str) -> None:
    text = (root / page).read_text(encoding="utf-8")
    for link in re.findall(r"\]\(([^):]+)\)", text):
        name, _, heading = link.partition("#")
        target = ((root / page).parent / name).resolve() if name else root / page
        assert target.exists(), link
        if heading:
            assert heading in anchors(target), link


def anchors(page: Path) -> set[str]:
    """Return the headings of a page as links name them."""
    headings = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading).replace(" ", "-").lower() for heading in headings}


def test_the_index_leads_to_every_page(root: Path) -> None:
    docs = root / "docs"
    links = re.findall(r"\]\(([^):#]+)\)", (docs / "README.md").read_text(encoding="utf-8"))
    pages = {path.relative_to(docs).as_posix() for path in (*docs.glob("*.md"), *docs.glob("*/README.md"))}
    assert pages - set(links) == {"README.md"}
