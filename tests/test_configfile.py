"""The configuration file: where it is found, what it may say, and where its faults are."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck._configfile import load, nearest
from factcheck.config import Config
from factcheck.errors import ConfigError

FULL = """\
sources = ["docs", "more/annex.txt"]
claims = ["claims"]
select = ["FC1"]
ignore = ["FC103"]
require = ["number"]
plugins = ["weather", "checks/tides.py", "no:quote"]
strict = true

[terms]
residents = ["inhabitants", "locals"]

[people]
"Ida Brandt" = ["Brandt", "the harbour master"]
"""


def expected_full(root: Path, file: Path, prefix: str = "") -> Config:
    return Config(
        root=root,
        file=file,
        sources=(Path(prefix) / "docs", Path(prefix) / "more/annex.txt"),
        select=("FC1",),
        ignore=("FC103",),
        require=("number",),
        plugins=("weather", (Path(prefix) / "checks/tides.py").as_posix(), "no:quote"),
        strict=True,
        terms={"residents": ("inhabitants", "locals")},
        people={"Ida Brandt": ("Brandt", "the harbour master")},
        options={"claims": (str(Path(prefix) / "claims"),)},
    )


def test_all_settings_of_the_own_file(tmp_path: Path) -> None:
    file = tmp_path / "factcheck.toml"
    file.write_text(FULL)
    assert load((), tmp_path, local_plugins=True) == expected_full(tmp_path, file)


def test_all_settings_of_the_shared_file(tmp_path: Path) -> None:
    file = tmp_path / "pyproject.toml"
    tables = FULL.replace("[terms]", "[tool.factcheck.terms]").replace("[people]", "[tool.factcheck.people]")
    file.write_text(f'[project]\nname = "harbour"\n\n[tool.factcheck]\n{tables}')
    assert load((), tmp_path, local_plugins=True) == expected_full(tmp_path, file)


def test_paths_are_relative_to_the_file_and_shown_from_the_root(tmp_path: Path) -> None:
    file = tmp_path / "factcheck.toml"
    file.write_text(FULL)
    here = tmp_path / "deep" / "er"
    here.mkdir(parents=True)
    assert load((), here, local_plugins=True) == expected_full(here, file, "../..")


@pytest.mark.parametrize(
    ("files", "paths", "expected"),
    [
        ({}, (), ()),
        ({"factcheck.toml": "a"}, (), ("a",)),
        ({"factcheck.toml": "own", "pyproject.toml": "shared"}, (), ("own",)),
        ({"pyproject.toml": ""}, (), ()),
        ({"pyproject.toml": "", "../factcheck.toml": "above"}, (), ("../above",)),
        ({"claims/factcheck.toml": "near", "factcheck.toml": "far"}, ("claims",), ("claims/near",)),
        ({"claims/factcheck.toml": "near", "factcheck.toml": "far"}, ("claims/a.yaml",), ("claims/near",)),
        ({"claims/factcheck.toml": "near", "factcheck.toml": "far"}, ("gone", "claims"), ("claims/near",)),
        ({"claims/factcheck.toml": "near", "factcheck.toml": "far"}, ("gone",), ("far",)),
        ({"factcheck.toml": "here"}, ("../elsewhere",), ("here",)),
    ],
)
def test_the_nearest_file_counts(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    files: dict[str, str],
    paths: tuple[str, ...],
    expected: tuple,
) -> None:
    root = tmp_path / "project"
    (root / "claims").mkdir(parents=True)
    (root / "claims" / "a.yaml").touch()
    (tmp_path / "elsewhere").mkdir()
    for name, source in files.items():
        header = "[tool.factcheck]\n" if name.endswith("pyproject.toml") and source else ""
        (root / name).write_text(f'{header}sources = ["{source}"]\n' if source else "[project]\n")
    monkeypatch.chdir(root)
    assert tuple(path.as_posix() for path in load(paths, root).sources) == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('sorces = ["a"]', "factcheck.toml:1:1: unknown setting 'sorces'; did you mean 'sources'?"),
        (
            "zzz = 1",
            "factcheck.toml:1:1: unknown setting 'zzz'; known are claims, ignore, people, plugins, require, "
            "select, severity, sources, strict, terms",
        ),
        ('sources = "a"', 'factcheck.toml:1:1: \'sources\' is not a list of texts; write ["...", "..."]'),
        ("sources = [1]", 'factcheck.toml:1:1: \'sources\' is not a list of texts; write ["...", "..."]'),
        ('sources = [""]', 'factcheck.toml:1:1: \'sources\' is not a list of texts; write ["...", "..."]'),
        ("strict = 1", "factcheck.toml:1:1: 'strict' is neither true nor false; write strict = true"),
        (
            'plugins = ["no:quote"]\nrequire = ["date", "quote"]',
            "factcheck.toml:2:1: contradicts itself: 'quote' is required, and switched off by 'no:quote'; "
            "take one out",
        ),
        (
            "# a\n  terms = 3",
            "factcheck.toml:2:3: 'terms' is not a table; write name = [\"...\"] under a header of its own",
        ),
        (
            '[terms]\na = ["b"]\nc = 1',
            'factcheck.toml:3:1: \'c\' is not a list of texts; write ["...", "..."]',
        ),
        ("[people]\n'A B' = 1", 'factcheck.toml:2:1: \'A B\' is not a list of texts; write ["...", "..."]'),
        ("[zzz]\na = 1", "factcheck.toml:1:2: unknown setting 'zzz'; known are claims"),
        ("a = ", "factcheck.toml: not TOML (Invalid value); mend the file"),
        ("a = 1\na = 2", "factcheck.toml: not TOML (Cannot overwrite a value); mend the file"),
        (
            "a = 1\nb b",
            "factcheck.toml:2:3: not TOML (Expected '=' after a key in a key/value pair); mend the file",
        ),
        ("a = " + "[" * 5000, "factcheck.toml: nested too deeply; mend the file"),
    ],
)
def test_faults_have_a_place(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "factcheck.toml").write_text(text)
    with pytest.raises(ConfigError) as caught:
        load((), tmp_path)
    assert str(caught.value)[: len(message)] == message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "[tool.factcheck]\n\nsorces = []",
            "pyproject.toml:3:1: unknown setting 'sorces'; did you mean 'sources'?",
        ),
        (
            "[other]\nstrict = 1\n[tool.factcheck]\nstrict = 1",
            "pyproject.toml:4:1: 'strict' is neither true nor false; write strict = true",
        ),
        (
            "[tool]\nfactcheck = 1",
            "pyproject.toml: [tool.factcheck] is no table; write its settings as key = value",
        ),
    ],
)
def test_faults_of_the_shared_file(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "pyproject.toml").write_text(text)
    with pytest.raises(ConfigError) as caught:
        load((), tmp_path)
    assert str(caught.value) == message


def test_a_file_that_is_not_utf8(tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_bytes(b'sources = ["caf\xe9"]')
    with pytest.raises(ConfigError) as caught:
        load((), tmp_path)
    assert str(caught.value) == "factcheck.toml: byte 15 is not UTF-8; save the file as UTF-8"


@pytest.mark.parametrize(
    ("word", "known", "expected"),
    [
        ("sorces", ("sources", "select"), "; did you mean 'sources'?"),
        ("zzz", ("b", "a"), "; known are a, b"),
        ("zzz", tuple(f"a{number}" for number in range(20)), ""),
    ],
)
def test_nearest(word: str, known: tuple[str, ...], expected: str) -> None:
    assert nearest(word, known) == expected


def test_a_plugin_file_named_by_the_configuration_needs_leave(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "factcheck.toml").write_text('strict = true\nplugins = ["evil.py"]\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ConfigError) as caught:
        load([], tmp_path)
    assert str(caught.value) == (
        "factcheck.toml:2:1: plugin 'evil.py' is a file; name it with -p, or say --allow-local-plugins"
    )
    assert load([], tmp_path, local_plugins=True).plugins == ("evil.py",)
