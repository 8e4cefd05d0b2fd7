"""Finding and vetting plugins: installed ones, named ones, broken ones."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck import _plugins
from factcheck._plugins import EntryPoint, entry_points
from factcheck.config import Config
from factcheck.errors import ConfigError, PluginError

CHECK = """
from factcheck.hookspecs import hookimpl
from factcheck.model import Relation, Rule

class Check:
    name = {name!r}
    kind = {kind!r}
    priority = 1
    rules = (Rule({code!r}, "differs", "Differs.", "It differs.", "An example."),)
    def extract(self, document):
        return ()
    def compare(self, claimed, found):
        return Relation(None)

@hookimpl
def factcheck_register_checks(config):
    return [Check()]
"""

REPORTER = """
from factcheck.hookspecs import hookimpl

class Shout:
    name = {name}
    def render(self, report, style):
        return ()

@hookimpl
def factcheck_register_reporters(config):
    return [Shout()]
"""


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Return a function that installs a one-module plugin on the import path."""
    monkeypatch.syspath_prepend(str(tmp_path))

    def write(name: str, code: str, distribution: str | None = None) -> None:
        (tmp_path / f"{name}.py").write_text(code, encoding="utf-8")
        folder = tmp_path / f"{distribution or name}-1.5.dist-info"
        folder.mkdir()
        text = f"[console_scripts]\nx = y:z\n\n[factcheck]\n{name} = {name}\n"
        (folder / "entry_points.txt").write_text(text, encoding="utf-8")
        sys.modules.pop(name, None)

    return write


def problems(**config: object) -> list[tuple[str, str, str]]:
    plugins = _plugins.load(Config(Path(), **config))  # type: ignore[arg-type]
    return [(problem.path, problem.code, problem.message) for problem in plugins.problems]


def test_installed_plugins_are_found_as_importlib_metadata_finds_them(install: Callable[..., None]) -> None:
    from importlib.metadata import entry_points as oracle

    install("weather", "", "factcheck_weather")
    found = {(point.name, point.module, point.version) for point in entry_points(sys.path)}
    assert ("weather", "weather", "1.5") in found
    assert {(name, module) for name, module, _ in found} == {
        (point.name, point.value) for point in oracle(group="factcheck")
    }


def test_the_built_in_checks_come_through_the_same_door() -> None:
    plugins = _plugins.load(Config(Path()))
    assert [(info.name, info.origin, info.checks) for info in plugins.listing] == [
        ("date", "factcheck-cli", ("date",)),
        ("number", "factcheck-cli", ("number",)),
        ("quote", "factcheck-cli", ("quote",)),
    ]
    assert [check.name for check in plugins.checks] == ["date", "number", "quote"]
    assert plugins.problems == ()


def test_another_package_called_factcheck_is_refused(tmp_path: Path) -> None:
    (tmp_path / "factcheck-1.3.dist-info").mkdir()
    with pytest.raises(PluginError) as caught:
        list(entry_points([str(tmp_path)]))
    assert str(caught.value) == (
        "plugin factcheck: another package of this name is installed; pip uninstall factcheck removes it"
    )


def test_the_first_distribution_on_the_path_wins(tmp_path: Path) -> None:
    for folder, module in (("one", "first"), ("two", "second")):
        info = tmp_path / folder / "dist-2.0.dist-info"
        info.mkdir(parents=True)
        (info / "entry_points.txt").write_text(f"[factcheck]\nx={module}\n", encoding="utf-8")
    paths = [str(tmp_path / "one"), str(tmp_path / "two"), str(tmp_path / "gone")]
    assert list(entry_points(paths)) == [EntryPoint("x", "first", "dist", "2.0")]


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("1/0", "cannot be used (ZeroDivisionError: division by zero); fix or remove it"),
        ("exit(0)", "cannot be used (SystemExit: 0); fix or remove it"),
        (
            CHECK.format(name="number", kind="x", code="WX101"),
            "cannot be used (check 'number' has the name 'number', which belongs to plugin 'number'); "
            "fix or remove it",
        ),
        (
            CHECK.format(name="x", kind="date", code="WX101"),
            "cannot be used (check 'x' has the kind 'date', which belongs to plugin 'date'); "
            "fix or remove it",
        ),
        (
            CHECK.format(name="x", kind="x", code="FC101"),
            "cannot be used (rule FC101 belongs to plugin 'number'); fix or remove it",
        ),
        (
            CHECK.format(name="x", kind="x", code="FC177"),
            "cannot be used (rule FC177: the prefix FC belongs to factcheck; "
            "choose another); fix or remove it",
        ),
        (
            CHECK.format(name="x", kind="x", code="WX101").replace('"differs"', '"number-differs"'),
            "cannot be used (rule WX101: the name number-differs belongs to plugin 'number'); "
            "fix or remove it",
        ),
        (
            CHECK.format(name="x", kind="x", code="WX101").replace('"differs"', '"Differs so"'),
            "cannot be used (rule WX101 is called 'Differs so'; write its name as figure-differs); "
            "fix or remove it",
        ),
        (
            CHECK.format(name="x", kind="x", code="WX101").replace("rules = (", "rules = 2 * ("),
            "cannot be used (check 'x' has two rules of the code WX101 or the name differs); "
            "fix or remove it",
        ),
        (
            CHECK.format(name="x", kind="x", code="WX101").replace("rules = (", "rules = 0 * ("),
            "cannot be used (check 'x' has no rules and would judge nothing; give it one for each reason); "
            "fix or remove it",
        ),
        (
            CHECK.format(name="", kind="x", code="WX101"),
            "cannot be used (the name of check '' is '', which cannot be); fix or remove it",
        ),
        (
            CHECK.format(name="x\n", kind="x", code="WX101"),
            "cannot be used (the name of check 'x\\n' is 'x\\n', which cannot be); fix or remove it",
        ),
        (
            CHECK.format(name="x", kind="\x1b[31m", code="WX101"),
            "cannot be used (the kind of check 'x' is '\\x1b[31m', which cannot be); fix or remove it",
        ),
        (
            CHECK.format(name="x", kind="x", code="WX101").replace("= 1", "= float('nan')"),
            "cannot be used (the priority of check 'x' is nan, which cannot be); fix or remove it",
        ),
        (
            CHECK.format(name="x", kind="x", code="WX101").replace('"Differs."', "None"),
            "cannot be used (rule WX101 has the summary None, not a text); fix or remove it",
        ),
        (
            CHECK.format(name="x", kind="x", code="WX101").replace('"An example."', '"", "fatal"'),
            "cannot be used (rule WX101 has the severity 'fatal', not a Severity); fix or remove it",
        ),
        ("raise BaseException('end')", "cannot be used (RuntimeError: BaseException: end); fix or remove it"),
        (
            REPORTER.format(name="'sarif'"),
            "cannot be used (reporter 'sarif' has the name of one of factcheck); fix or remove it",
        ),
        (
            REPORTER.format(name="'a:b'"),
            "cannot be used (reporter 'a:b' has no name that can be a format); fix or remove it",
        ),
        (
            REPORTER.format(name="'a'").replace("def render", "def rander"),
            "cannot be used (reporter 'a' has no render); fix or remove it",
        ),
        (
            REPORTER.format(name="'a'").replace("[Shout()]", "[Shout]"),
            "cannot be used (Shout is a class; register an object made of it); fix or remove it",
        ),
        (
            CHECK.format(name="x", kind="x", code="WX101").replace("def compare", "def compered"),
            "cannot be used (check 'x' has neither compare nor judge for what it extracts); fix or remove it",
        ),
        (
            CHECK.format(name="x", kind="x", code="WX101").replace("def extract", "def extracted"),
            "cannot be used (check 'x' has neither extract nor review); fix or remove it",
        ),
        (
            CHECK.format(name="x", kind="x", code="WX101").replace("[Check()]", "[object()]"),
            "cannot be used (object is no check: it needs a name, rules, and something to do); "
            "fix or remove it",
        ),
        (
            CHECK.format(name="x", kind="x", code="WX101").replace(
                "return [Check()]", "raise OSError('disk')"
            ),
            "cannot be used (OSError: disk); fix or remove it",
        ),
    ],
)
def test_a_broken_plugin_is_named_and_the_others_still_work(
    install: Callable[..., None], code: str, message: str
) -> None:
    install("weather", code)
    plugins = _plugins.load(Config(Path()))
    assert [(p.path, p.code, p.message) for p in plugins.problems] == [("plugin weather", "FC904", message)]
    assert [check.name for check in plugins.checks] == ["date", "number", "quote"]


@pytest.mark.parametrize(
    ("code", "name", "fault"),
    [
        ("WX101", "other", "rule WX101 belongs to plugin 'rain'"),
        ("WY101", "differs", "rule WY101: the name differs belongs to plugin 'rain'"),
    ],
)
def test_a_clash_of_rules_names_both_plugins(
    install: Callable[..., None], code: str, name: str, fault: str
) -> None:
    install("rain", CHECK.format(name="rain", kind="rain", code="WX101"))
    clashing = CHECK.format(name="wind", kind="wind", code=code).replace('"differs"', f'"{name}"')
    install("wind", clashing)
    assert problems() == [("plugin wind", "FC904", f"cannot be used ({fault}); fix or remove it")]


def test_two_reporters_of_one_name_are_named(install: Callable[..., None]) -> None:
    install("rain", REPORTER.format(name="'a'"))
    install("wind", REPORTER.format(name="'a'"))
    fault = "cannot be used (reporter 'a' has the name of one of plugin 'rain'); fix or remove it"
    assert problems() == [("plugin wind", "FC904", fault)]


@pytest.mark.parametrize("code", ["101", "wx101", "WX", "W1", ""])
def test_a_code_is_capital_letters_and_a_number(install: Callable[..., None], code: str) -> None:
    install("weather", CHECK.format(name="x", kind="x", code=code))
    ((path, _, message),) = problems()
    assert path == "plugin weather"
    assert message.startswith(f"cannot be used (check 'x' has the rule Rule(code={code!r}")
    assert message.endswith("make it a Rule with a code as AB101); fix or remove it")


def test_a_prefix_belongs_to_the_first_plugin_that_has_it(install: Callable[..., None]) -> None:
    install("rain", CHECK.format(name="rain", kind="rain", code="WX101"))
    install("sun", CHECK.format(name="sun", kind="sun", code="WX201").replace('"differs"', '"sun-differs"'))
    said = "rule WX201: the prefix WX belongs to plugin 'rain'; choose another"
    assert problems() == [("plugin sun", "FC904", f"cannot be used ({said}); fix or remove it")]
    assert problems(plugins=("no:rain",)) == []


def test_the_plugins_of_one_distribution_share_their_prefix(install: Callable[..., None]) -> None:
    install("rain", CHECK.format(name="rain", kind="rain", code="WX101"), "weather")
    points = Path(sys.path[0], "weather-1.5.dist-info", "entry_points.txt")
    points.write_text(f"{points.read_text()}sun = sun\n", encoding="utf-8")
    code = CHECK.format(name="sun", kind="sun", code="WX201").replace('"differs"', '"sun-differs"')
    Path(sys.path[0], "sun.py").write_text(code, encoding="utf-8")
    sys.modules.pop("sun", None)
    plugins = _plugins.load(Config(Path()))
    assert [(info.name, info.codes) for info in plugins.listing if info.origin == "weather"] == [
        ("rain", ("WX101",)),
        ("sun", ("WX201",)),
    ]
    assert plugins.problems == ()


def test_the_checks_of_factcheck_are_not_taken_by_a_plugin_that_sorts_before_them(
    install: Callable[..., None],
) -> None:
    install("aaa", CHECK.format(name="date", kind="date", code="WX101"))
    plugins = _plugins.load(Config(Path()))
    assert [problem.path for problem in plugins.problems] == ["plugin aaa"]
    assert [check.rules[0].code for check in plugins.checks] == ["FC301", "FC101", "FC201"]


@pytest.mark.parametrize("hook", ["factcheck_register_checks", "factcheck_register_reporters"])
def test_a_hook_that_forgets_to_return_is_named(install: Callable[..., None], hook: str) -> None:
    install("weather", f"from factcheck.hookspecs import hookimpl\n@hookimpl\ndef {hook}(): pass\n")
    said = f"TypeError: {hook} returned None; return a list, an empty one for nothing"
    assert problems() == [("plugin weather", "FC904", f"cannot be used ({said}); fix or remove it")]


def test_a_misspelled_hook_is_named(install: Callable[..., None]) -> None:
    code = CHECK.format(name="x", kind="x", code="WX101")
    install("weather", code.replace("factcheck_register_checks", "factcheck_register_cheks"))
    ((path, rule, message),) = problems()
    assert (path, rule) == ("plugin weather", "FC904")
    assert "unknown hook 'factcheck_register_cheks'" in message


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (
            "from factcheck.hookspecs import hookimpl\n@hookimpl\n"
            "def factcheck_read_source(file, path, cfg): ...",
            "factcheck_read_source has no argument cfg, file, only path and config",
        ),
        ("", "it does nothing, for no function of it is a hook"),
        ("def factcheck_addoption(parser): ...", "it does nothing, for factcheck_addoption is not marked"),
        (
            "import pluggy\n@pluggy.HookimplMarker('pytest')\ndef factcheck_addoption(parser): ...",
            "it does nothing, for factcheck_addoption is not marked",
        ),
        ("import nowhere.at.all", "ModuleNotFoundError: No module named 'nowhere'"),
        ("open('nowhere.txt')", "FileNotFoundError: [Errno 2] No such file or directory: 'nowhere.txt'"),
    ],
)
def test_a_plugin_that_cannot_work_is_told_why_however_it_is_loaded(
    install: Callable[..., None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, said: str
) -> None:
    (tmp_path / "useless.py").write_text(code, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    for name in ("useless", "useless.py"):
        with pytest.raises(PluginError) as caught:
            _plugins.load(Config(tmp_path, plugins=(name,)))
        assert str(caught.value).startswith(f"plugin {name}: cannot be loaded ({said}")
        sys.modules.pop("useless", None)
    install("weather", code)
    ((path, _, message),) = problems()
    assert path == "plugin weather"
    assert message.startswith(f"cannot be used ({said}")


def test_two_plugins_of_one_name_are_an_error_that_names_both(
    install: Callable[..., None], tmp_path: Path
) -> None:
    install("weather", CHECK.format(name="x", kind="x", code="WX101"), "rain_data")
    other = tmp_path / "aaa_wind-2.0.dist-info"
    other.mkdir()
    (other / "entry_points.txt").write_text("[factcheck]\nweather = gone\n", encoding="utf-8")
    both = "aaa-wind and rain-data both have a plugin of this name; one must go"
    assert ("plugin weather", "FC904", f"cannot be used ({both}); fix or remove it") in problems()
    assert problems(plugins=("no:weather",)) == []


def test_a_plugin_with_a_name_of_factcheck_does_not_displace_it(
    install: Callable[..., None], tmp_path: Path
) -> None:
    code = CHECK.format(name="number", kind="number", code="WX101")
    install("number", code, "aaa")
    plugins = _plugins.load(Config(Path(), require=("number",)))
    assert [(p.path, p.message) for p in plugins.problems] == [
        (
            "plugin number",
            "cannot be used (factcheck-cli and aaa both have a plugin of this name; one must go); "
            "fix or remove it",
        )
    ]
    assert [check.rules[0].code for check in plugins.checks] == ["FC301", "FC101", "FC201"]


def test_a_plugin_that_is_named_twice_is_loaded_once(tmp_path: Path) -> None:
    (tmp_path / "local.py").write_text(CHECK.format(name="x", kind="x", code="WX101"), encoding="utf-8")
    plugins = _plugins.load(Config(tmp_path, plugins=("local.py", "local.py")))
    assert ([check.name for check in plugins.checks][-1], plugins.problems) == ("x", ())


def test_a_plugin_can_be_left_out(install: Callable[..., None]) -> None:
    install("weather", "1/0")
    assert problems(plugins=("no:weather",)) == []


def test_a_required_plugin_that_is_missing_or_broken_stops_the_run(install: Callable[..., None]) -> None:
    with pytest.raises(ConfigError) as missing:
        problems(require=("weather",))
    assert str(missing.value) == (
        "required plugin 'weather' is not loaded; install it or take it out of 'require'"
    )
    install("weather", "1/0")
    with pytest.raises(ConfigError) as broken:
        problems(require=("weather",))
    assert str(broken.value) == (
        "required plugin 'weather' is not loaded (cannot be used (ZeroDivisionError: division by zero); "
        "fix or remove it); install it or take it out of 'require'"
    )


def test_a_plugin_is_loaded_by_module_name_or_by_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "local.py").write_text(CHECK.format(name="x", kind="x", code="WX101"), encoding="utf-8")
    by_path = _plugins.load(Config(tmp_path, plugins=("local.py",)))
    monkeypatch.syspath_prepend(str(tmp_path))
    by_name = _plugins.load(Config(tmp_path, plugins=("local",)))
    for plugins in (by_path, by_name):
        assert [check.name for check in plugins.checks] == ["date", "number", "quote", "x"]
        assert plugins.rules["WX101"].name == "differs"


def test_a_named_plugin_that_is_not_there_is_an_error() -> None:
    with pytest.raises(ConfigError) as caught:
        problems(plugins=("nowhere",))
    assert str(caught.value) == (
        "plugin 'nowhere' cannot be loaded (ModuleNotFoundError: No module named 'nowhere'); "
        "check the name given to -p"
    )
