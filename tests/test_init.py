"""``factcheck init`` and ``factcheck config show``: what they write and show, and what they refuse."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import jsonschema
import pytest
import yaml

from factcheck.testing import Factchecker

LOG = """\
The harbour of Eastmoor

The harbour of Eastmoor has 12 cranes. The first quay opened on 3 May 2017. A "new" era began!
Some 4,200 ships called in 2019: more than ever before
"""


def test_the_first_run_is_green(factchecker: Factchecker) -> None:
    factchecker.write({"documents/log.txt": LOG})
    made = factchecker.run("init")
    files = "factcheck.toml, claims/first.yaml, claims/claims.schema.json"
    assert made.lines == (f"wrote {files} (2 claims about 1 document)", "next: factcheck claims/")
    assert (made.code, made.errors) == (0, ())
    assert tomllib.loads((factchecker.path / "factcheck.toml").read_text()) == {
        "sources": ["documents"],
        "claims": ["claims"],
        "require": ["date", "number", "quote"],
    }
    text = (factchecker.path / "claims" / "first.yaml").read_text()
    claims = yaml.safe_load(text)
    schema = json.loads((factchecker.path / "claims" / "claims.schema.json").read_text())
    jsonschema.Draft202012Validator(schema).validate(claims)
    assert text.startswith("# yaml-language-server: $schema=claims.schema.json\n")
    assert [claim["statement"] for claim in claims["claims"]] == [
        "The harbour of Eastmoor has 12 cranes.",
        "The first quay opened on 3 May 2017.",
    ]
    factchecker.run("--format", "json").assert_outcomes(passed=2)


@pytest.mark.parametrize(
    ("files", "argv", "message"),
    [
        ({}, (), "no folder sources or documents or docs is here; name your documents: factcheck init DIR"),
        ({"docs/a.pdf": ""}, (), "docs: holds no document; put .txt or .md files there, or name another"),
        (
            {"a.txt": LOG, "factcheck.toml": ""},
            ("a.txt",),
            "factcheck.toml: is there already; nothing was written",
        ),
        (
            {"a.txt": LOG, "pyproject.toml": "[tool.factcheck]\n"},
            ("a.txt",),
            "pyproject.toml: configures this folder already; nothing was written",
        ),
        (
            {"a.txt": LOG, "claims/first.yaml": ""},
            ("a.txt",),
            "claims/first.yaml: is there already; nothing was written",
        ),
        ({"a.txt": LOG, "claims": ""}, ("a.txt",), "cannot be written"),
    ],
)  # fmt: skip
def test_what_it_refuses(
    factchecker: Factchecker, files: dict[str, str], argv: tuple[str, ...], message: str
) -> None:
    factchecker.write(files)
    made = factchecker.run("init", *argv)
    assert (made.code, made.lines, len(made.errors)) == (4, (), 1)
    assert message in made.errors[0]


def test_documents_without_figures_give_an_example(factchecker: Factchecker) -> None:
    factchecker.write({"docs/a.txt": "The square is lively and green.\n"})
    assert factchecker.run("init").code == 0
    text = (factchecker.path / "claims" / "first.yaml").read_text()
    assert yaml.safe_load(text) == {"claims": []}
    assert '#    sources: ["a.txt"]' in text


CONFIG = """\
# ours
sources = ["docs"]
strict = true

[severity]
FC101 = "warning"

[terms]
"residents" = ["Eastmoorers"]
"""


def test_each_setting_is_shown_with_its_place(factchecker: Factchecker) -> None:
    factchecker.write({"factcheck.toml": CONFIG, "claims/a.yaml": ""})
    shown = factchecker.run("config", "show", "claims")
    assert (shown.code, shown.errors) == (0, ())
    assert shown.lines == (
        "# factcheck.toml",
        "claims = []  # default",
        'sources = ["docs"]  # factcheck.toml:2',
        "select = []  # default",
        "ignore = []  # default",
        "require = []  # default",
        "plugins = []  # default",
        "strict = true  # factcheck.toml:3",
        'severity = { "FC101" = "warning" }  # factcheck.toml:5',
        'terms = { "residents" = ["Eastmoorers"] }  # factcheck.toml:8',
        "people = {}  # default",
    )
    settings = tomllib.loads("\n".join(shown.lines))
    assert settings["severity"] == {"FC101": "warning"}


def test_config_alone_says_what_to_write(factchecker: Factchecker) -> None:
    message = "show comes first; write factcheck config show, with a path or without"
    assert factchecker.run("config") == (4, (), (f"factcheck: {message}",))


def test_without_a_configuration_all_is_default(factchecker: Factchecker) -> None:
    lines = factchecker.run("config", "show").lines
    assert lines[0] == "# no configuration file"
    assert [line for line in lines[1:] if not line.endswith("# default")] == []


def test_hostile_settings_are_shown_escaped(factchecker: Factchecker, root: Path) -> None:
    factchecker.write({"factcheck.toml": 'sources = ["\\u001b[2J\\u202e##[x]"]\n'})
    (line,) = (line for line in factchecker.run("config", "show").lines if line.startswith("sources"))
    assert line == 'sources = ["\\u001b[2J\\u202e#\\u0023[x]"]  # factcheck.toml:1'
