"""Finding, loading and vetting plugins; whatever is wrong with one is said, and the rest still work."""

import importlib
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import pluggy

from factcheck import _rules, hookspecs
from factcheck._overheard import Overheard
from factcheck._reporters import BUILTIN
from factcheck._vetting.registered import check_fault, prefix_of, rule_fault
from factcheck.checks import Named, extracts
from factcheck.config import Config
from factcheck.errors import ConfigError, PluginError
from factcheck.model import Problem, Rule

GROUP = "factcheck"
DISTRIBUTION = "factcheck-cli"
OWN_PREFIX = "FC"
T = TypeVar("T")


class EntryPoint(NamedTuple):
    """An installed plugin: its name, the module it names, and who installed it."""

    name: str
    module: str
    distribution: str
    version: str


class PluginInfo(NamedTuple):
    """A loaded plugin, as ``factcheck plugins`` lists it."""

    name: str
    origin: str
    version: str
    checks: tuple[str, ...]
    codes: tuple[str, ...]
    formats: tuple[str, ...]


class Plugins(NamedTuple):
    """What is loaded: checks sorted by name, reporters and rules by name, and what went wrong."""

    manager: pluggy.PluginManager
    checks: tuple[Named, ...]
    reporters: dict[str, Any]
    rules: dict[str, Rule]
    listing: tuple[PluginInfo, ...]
    problems: tuple[Problem, ...]
    overheard: Overheard

    def printed(self) -> Iterator[Problem]:
        """Yield a problem for each plugin that has printed so far, when it was loaded or since."""
        return self.overheard.problems(self.manager.list_name_plugin())


def entry_points(paths: Iterable[str]) -> Iterator[EntryPoint]:
    """Yield the installed plugins, sorted by name, from the metadata on the given import paths.

    Of one name those of factcheck come first. Reads the same files as ``importlib.metadata``, which takes
    longer to import than a run takes. Where a distribution is on the path twice, the first wins, as it does
    there.

    Raises:
        PluginError: the environment also holds the unrelated distribution called ``factcheck``.

    """
    found: list[EntryPoint] = []
    seen: set[str] = set()
    for folder in paths:
        try:
            names = os.listdir(folder or ".")  # noqa: PTH208 - there may be thousands
        except OSError:
            continue
        for entry in sorted(name for name in names if name.endswith((".dist-info", ".egg-info"))):
            distribution, _, version = entry.rpartition(".")[0].partition("-")
            distribution = distribution.replace("_", "-").lower()
            if distribution in seen:
                continue
            seen.add(distribution)
            if distribution == GROUP:
                raise PluginError(
                    "factcheck",
                    f"another package of this name is installed; pip uninstall {GROUP} removes it",
                )
            for name, module in _declared(Path(folder, entry, "entry_points.txt")):
                found.append(EntryPoint(name, module, distribution, version))
    yield from sorted(found, key=lambda point: (point.name, point.distribution != DISTRIBUTION, point))


def _declared(path: Path) -> Iterator[tuple[str, str]]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return
    section = ""
    for line in map(str.strip, text.splitlines()):
        if line.startswith("["):
            section = line.strip("[] ")
        elif section == GROUP and "=" in line:
            name, _, module = line.partition("=")
            yield name.strip(), module.strip()


def load(config: Config, overheard: Overheard | None = None) -> Plugins:
    """Load the installed plugins and those the configuration names.

    ``overheard`` is what hears them print, where it has heard them before.

    Raises:
        ConfigError: a plugin that was asked for by name, or that is required, cannot be had.
        PluginError: the environment is unusable (see :func:`entry_points`).

    """
    overheard = overheard or Overheard()
    with overheard.listening():
        return _loaded(config, overheard)


def _loaded(config: Config, overheard: Overheard) -> Plugins:
    manager = pluggy.PluginManager("factcheck")
    manager.add_hookspecs(hookspecs)
    disabled = {name.removeprefix("no:") for name in config.plugins if name.startswith("no:")}
    problems: list[Problem] = []
    infos: dict[str, tuple[str, str]] = {}
    installed: dict[str, EntryPoint] = {}

    for point in entry_points(sys.path):
        first = installed.setdefault(point.name, point)
        if point.name in disabled:
            continue
        try:
            if first is not point:
                raise PluginError(point.name, _named_alike(first, point))
            module, _, attribute = point.module.partition(":")
            plugin = tamed(importlib.import_module, module)
            _register(manager, point.name, getattr(plugin, attribute) if attribute else plugin)
            infos[point.name] = (point.distribution, point.version)
        except (Exception, SystemExit) as error:
            problems.append(plugin_problem(point.name, error))
    for name in config.plugins:
        if name.startswith("no:") or name in installed or name in infos:
            continue
        try:
            _register(manager, name, tamed(_import, name, config.root))
            infos[name] = (name, "")
        except _NotThereError as error:
            said = describe(error.__cause__ or error)
            raise ConfigError(
                f"plugin {name!r} cannot be loaded ({said}); check the name given to -p"
            ) from error
        except (Exception, SystemExit) as error:
            raise PluginError(name, f"cannot be loaded ({describe(error)}); mend it") from error
    if missing := [name for name in config.require if name not in infos and name not in disabled]:
        broken = "; ".join(problem.message for problem in problems)
        raise ConfigError(
            f"required plugin {missing[0]!r} is not loaded{f' ({broken})' if broken else ''}; "
            "install it or take it out of 'require'"
        )
    checks, rules, owned = _collect_checks(manager, infos, config, problems)
    reporters, formats = _collect_reporters(manager, config, problems)
    listing = tuple(
        PluginInfo(name, *infos[name], *owned[name], tuple(sorted(formats.get(name, ()))))
        for name in sorted(infos)
    )
    return Plugins(manager, checks, reporters, rules, listing, tuple(problems), overheard)


def _named_alike(one: EntryPoint, other: EntryPoint) -> str:
    """Return what is wrong with the second of two plugins of one name."""
    if one.distribution == other.distribution:
        return f"{one.distribution} has two plugins of this name, {one.module} and {other.module}"
    return f"{one.distribution} and {other.distribution} both have a plugin of this name; one must go"


def _register(manager: pluggy.PluginManager, name: str, plugin: object) -> None:
    try:
        manager.register(plugin, name)
        manager.check_pending()
        if not manager.get_hookcallers(plugin):
            raise PluginError(name, _hookless(plugin))
    except (pluggy.PluginValidationError, PluginError):
        if manager.get_name(plugin) is not None:
            manager.unregister(plugin)
        raise


def _hookless(plugin: object) -> str:
    """Return what is wrong with a plugin in which no hook was found."""
    names = [name for name in dir(plugin) if name.startswith("factcheck_")]
    what = f"{names[0]} is not marked" if names else "no function of it is a hook"
    return f"it does nothing, for {what}; mark each hook with factcheck.hookspecs.hookimpl"


class _NotThereError(Exception):
    """No plugin is where its name says."""


def _import(name: str, root: Path) -> object:
    if not name.endswith(".py"):
        if not all(part.isidentifier() for part in name.split(".")):
            raise _NotThereError from ModuleNotFoundError(f"{name!r} is no name of a module")
        try:
            return importlib.import_module(name)
        except ModuleNotFoundError as error:
            if f"{name}.".startswith(f"{error.name}."):
                raise _NotThereError from error
            raise  # what it imports is not there
    from importlib.util import module_from_spec, spec_from_file_location

    path = Path(name) if Path(name).is_absolute() else root / name
    spec = spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None or not path.is_file():
        raise _NotThereError from FileNotFoundError(f"no file {name}")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def tamed(call: Callable[..., T], *arguments: Any, **named: Any) -> T:
    """Return what a call into a plugin returns.

    Raises:
        KeyboardInterrupt: the user has had enough.
        SystemExit: the plugin tried to end the program.
        Exception: whatever else went wrong; some frameworks end their own runs by what is none.

    """
    try:
        return call(*arguments, **named)
    except (Exception, SystemExit, KeyboardInterrupt):
        raise
    except BaseException as error:
        raise RuntimeError(describe(error)) from error


def describe(error: BaseException) -> str:
    """Return the type and the first line of an error; what a plugin is blamed for, as it is."""
    if isinstance(error, PluginError):
        return error.message
    if isinstance(error, pluggy.PluginValidationError):
        return _invalid(error)
    first = str(error).strip().splitlines()
    return f"{type(error).__name__}: {first[0]}" if first else type(error).__name__


def _invalid(error: pluggy.PluginValidationError) -> str:
    """Return why a hook was refused, on one line: its name, and of wrong arguments which."""
    said = " ".join(str(error).split())
    arguments = re.search(r"for hook '(\w+)'.*Argument\(s\) \{(.*?)\}", said)
    if not arguments:
        return f"{type(error).__name__}: {said}"
    specified = getattr(hookspecs, arguments[1]).__code__
    known = " and ".join(specified.co_varnames[: specified.co_argcount])
    wrong = ", ".join(sorted(arguments[2].replace("'", "").split(", ")))
    return f"{arguments[1]} has no argument {wrong}, only {known}"


def plugin_problem(plugin: str, error: BaseException) -> Problem:
    return Problem(f"plugin {plugin}", 0, 0, "FC904", f"cannot be used ({describe(error)}); fix or remove it")


Owned = tuple[tuple[str, ...], tuple[str, ...]]
"""The names of the checks of a plugin, and the codes of its rules."""


class _Owners:
    """Who owns which code, name and prefix of rules, as plugins are looked at one by one."""

    def __init__(self, rules: Iterable[Rule]):
        self.rules = {rule.code: rule for rule in rules}
        self._codes = dict.fromkeys(self.rules, "factcheck")
        self._names = {rule.name: "factcheck" for rule in self.rules.values()}
        self._prefixes = {OWN_PREFIX: ("factcheck", DISTRIBUTION)}

    def fault(self, check: Named, plugin: str, origin: str) -> str | None:
        """Return what is wrong with the rules of a check; add them where nothing is."""
        fresh: dict[str, Rule] = {}
        for rule in check.rules:
            if fault := rule_fault(check, rule):
                return fault
            if rule.code in self._codes:
                return f"rule {rule.code} belongs to {_named(self._codes[rule.code])}"
            prefix = prefix_of(rule.code)
            owner, distribution = self._prefixes.get(prefix, (plugin, origin))
            if distribution != origin:
                return f"rule {rule.code}: the prefix {prefix} belongs to {_named(owner)}; choose another"
            if rule.name in self._names:
                return f"rule {rule.code}: the name {rule.name} belongs to {_named(self._names[rule.name])}"
            if any(rule.code == other.code or rule.name == other.name for other in fresh.values()):
                return f"check {check.name!r} has two rules of the code {rule.code} or the name {rule.name}"
            fresh[rule.code] = rule
        for code, rule in fresh.items():
            self.rules[code] = rule
            self._codes[code] = self._names[rule.name] = plugin
            self._prefixes.setdefault(prefix_of(code), (plugin, origin))
        return None


def _named(owner: str) -> str:
    return owner if owner == "factcheck" else f"plugin {owner!r}"


def _collect_checks(
    manager: pluggy.PluginManager,
    infos: dict[str, tuple[str, str]],
    config: Config,
    problems: list[Problem],
) -> tuple[tuple[Named, ...], dict[str, Rule], dict[str, Owned]]:
    checks: dict[str, Named] = {}
    taken: dict[str, str] = {}  # the names and kinds of checks, and whose they are
    owners = _Owners(_rules.RULES)
    owned: dict[str, Owned] = {}
    own_first = sorted(infos.items(), key=lambda item: (item[1][0] != DISTRIBUTION, item[0]))
    for plugin, (origin, _) in own_first:
        mine: list[Named] = []
        for check in _provided(manager, plugin, "factcheck_register_checks", config, problems):
            try:
                fault = check_fault(check) or _taken(check, taken) or owners.fault(check, plugin, origin)
            except (Exception, SystemExit) as error:  # what a check says of itself may be anything
                fault = f"check {getattr(check, 'name', check)!r} has no usable name, kind or rules"
                fault += f" ({describe(error)})"
            if fault:
                problems.append(plugin_problem(plugin, PluginError(plugin, fault)))
                continue
            checks[check.name] = check
            taken |= dict.fromkeys(_labels(check), plugin)
            mine.append(check)
        names = tuple(sorted(check.name for check in mine))
        owned[plugin] = names, tuple(sorted(rule.code for check in mine for rule in check.rules))
    return tuple(checks[name] for name in sorted(checks)), owners.rules, owned


def _taken(check: Named, taken: Mapping[str, str]) -> str | None:
    """Return what of a check belongs to another plugin."""
    for label in _labels(check):
        if label in taken:
            return f"check {check.name!r} has the {label}, which belongs to plugin {taken[label]!r}"
    return None


def _labels(check: Named) -> list[str]:
    """Return what no other check may be called, and nothing else may be found as."""
    kind = [f"kind {check.kind!r}"] if extracts(check) else []
    return [f"name {check.name!r}", *kind]


def ask(manager: pluggy.PluginManager, plugin: str, hook: str, **arguments: Any) -> list[Any]:
    """Call one hook of one plugin, so that a failing plugin takes no other with it."""
    others = [other for name, other in manager.list_name_plugin() if name != plugin]
    return tamed(manager.subset_hook_caller(hook, others), **arguments)


def implementing(manager: pluggy.PluginManager, hook: str) -> list[str]:
    """Return the plugins that implement a hook, sorted by name."""
    return sorted(impl.plugin_name for impl in getattr(manager.hook, hook).get_hookimpls())


def _provided(
    manager: pluggy.PluginManager, plugin: str, hook: str, config: Config, problems: list[Problem]
) -> tuple[Any, ...]:
    try:
        answers = ask(manager, plugin, hook, config=config)
        if not answers and plugin in implementing(manager, hook):  # None, which a forgotten return gives
            raise TypeError(f"{hook} returned None; return a list, an empty one for nothing")
        return tuple(item for items in answers for item in items)
    except (Exception, SystemExit) as error:
        problems.append(plugin_problem(plugin, error))
        return ()


def _collect_reporters(
    manager: pluggy.PluginManager, config: Config, problems: list[Problem]
) -> tuple[dict[str, Any], dict[str, list[str]]]:
    """Return the reporters by name, and the names that each plugin has."""
    reporters: dict[str, Any] = {}
    owned: dict[str, list[str]] = {}
    for plugin in implementing(manager, "factcheck_register_reporters"):
        for reporter in _provided(manager, plugin, "factcheck_register_reporters", config, problems):
            name = getattr(reporter, "name", None)
            owner = next((other for other, names in owned.items() if name in names), None)
            if isinstance(reporter, type):
                fault = f"{reporter.__name__} is a class; register an object made of it"
            elif not isinstance(name, str) or not name.replace("-", "_").isidentifier():
                fault = f"reporter {name!r} has no name that can be a format"
            elif not hasattr(reporter, "render"):
                fault = f"reporter {name!r} has no render"
            elif name in BUILTIN or owner:
                fault = f"reporter {name!r} has the name of one of {_named(owner or 'factcheck')}"
            else:
                reporters[name] = reporter
                owned.setdefault(plugin, []).append(name)
                continue
            problems.append(plugin_problem(plugin, PluginError(plugin, fault)))
    return reporters, owned
