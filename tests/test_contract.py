"""What must hold of the code as a whole: which way imports point, and what the hooks promise."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path

import pytest

import factcheck
import factcheck_date
import factcheck_number
import factcheck_quote
from factcheck import hookspecs

CORE = Path(factcheck.__file__).parent
PLUGINS = [Path(module.__file__).parent for module in (factcheck_date, factcheck_number, factcheck_quote)]

# Lower floors never import higher ones; modules of one floor may import each other.
FLOORS = [
    {"factcheck.model", "factcheck.errors", "factcheck.keys", "factcheck.lazy"},
    {"factcheck.folding", "factcheck.languages", "factcheck._linenumbers", "factcheck._pages"},
    {"factcheck.text", "factcheck.config", "factcheck.people", "factcheck.reporting", "factcheck.terms"},
    {"factcheck.checks", "factcheck.vocabulary"},
    {"factcheck.nouns", "factcheck.clauses", "factcheck.ages", "factcheck.tables", "factcheck.particles"},
    {"factcheck.wording"},
    {"factcheck.reference"},
    {"factcheck.setting.passage"},
    {
        "factcheck.setting.amount",
        "factcheck.setting.kinds",
        "factcheck.setting.moment",
        "factcheck.setting.reach",
        "factcheck.setting.statement",
        "factcheck.setting.subject",
        "factcheck.setting.weights",
    },
    {"factcheck.setting"},
    {"factcheck.shades", "factcheck.relations"},
    {"factcheck.sheets"},
    {"factcheck.asked"},
    {"factcheck.apart", "factcheck.concordance"},
    {"factcheck.context", "factcheck.hookspecs", "factcheck._rules", "factcheck._terminal"},
    {
        "factcheck._attribution",
        "factcheck._claims",
        "factcheck._configfile",
        "factcheck._corpus",
        "factcheck._coverage",
        "factcheck._decided",
        "factcheck._decisions",
        "factcheck._decisionsfile",
        "factcheck._decode",
        "factcheck._drafts",
        "factcheck._engine",
        "factcheck._examinations",
        "factcheck._exitcode",
        "factcheck._findings",
        "factcheck._fullnames",
        "factcheck._grading",
        "factcheck._header",
        "factcheck._inputs",
        "factcheck._interviews",
        "factcheck._introductions",
        "factcheck._keyword",
        "factcheck._labelforms",
        "factcheck._labelmarks",
        "factcheck._labels",
        "factcheck._lastfailed",
        "factcheck._mentions",
        "factcheck._overheard",
        "factcheck._paragraphs",
        "factcheck._parallel",
        "factcheck._passages",
        "factcheck._plugins",
        "factcheck._reporters",
        "factcheck._scalars",
        "factcheck._schema",
        "factcheck._sources",
        "factcheck._sourcesfile",
        "factcheck._turns",
        "factcheck._vetting",
        "factcheck._yaml",
        "factcheck.reading",
    },
    {"factcheck._run", "factcheck._conflicts"},
    {"factcheck.api", "factcheck._cli"},
    {"factcheck.__main__"},
    {"factcheck.testing"},
    {"factcheck._pytest"},
]
PUBLIC = {"factcheck.model", "factcheck.errors", "factcheck.languages", "factcheck.text", "factcheck.config"}
PUBLIC |= {"factcheck.people", "factcheck.checks", "factcheck.context", "factcheck.hookspecs"}
PUBLIC |= {
    "factcheck.particles",
    "factcheck.wording",
    "factcheck.reference",
    "factcheck.setting",
    "factcheck.shades",
    "factcheck.relations",
    "factcheck.sheets",
    "factcheck.asked",
}
PUBLIC |= {"factcheck.apart", "factcheck.concordance", "factcheck.keys", "factcheck.relations"}
PUBLIC |= {
    "factcheck.tables",
    "factcheck.ages",
    "factcheck.clauses",
    "factcheck.folding",
    "factcheck.lazy",
    "factcheck.nouns",
    "factcheck.terms",
    "factcheck.vocabulary",
    "factcheck.reading",
    "factcheck.reporting",
}


def imported(path: Path) -> set[str]:
    """Return the names of the factcheck modules that a file imports, wherever in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names |= {f"{node.module}.{alias.name}" for alias in node.names} | {node.module}
    return {name for name in names if name.startswith("factcheck")}


def floor(module: str) -> int | None:
    """Return the floor of the module that a dotted name lies in, ``None`` for the package itself."""
    for level, modules in enumerate(FLOORS):
        if any(module == name or module.startswith(f"{name}.") for name in modules):
            return level
    return None


def module_name(path: Path) -> str:
    parts = ("factcheck", *path.relative_to(CORE).with_suffix("").parts)
    return ".".join(part for part in parts if part != "__init__")


CORE_FILES = sorted(path for path in CORE.rglob("*.py") if path != CORE / "__init__.py")


@pytest.mark.parametrize("path", CORE_FILES, ids=module_name)
def test_core_imports_point_down(path: Path) -> None:
    here = floor(module_name(path))
    assert here is not None, f"{module_name(path)} has no floor"
    upward = {name for name in imported(path) if (level := floor(name)) is not None and level > here}
    assert upward == set()


@pytest.mark.parametrize("path", CORE_FILES, ids=module_name)
def test_core_knows_no_plugin(path: Path) -> None:
    assert {name for name in imported(path) if name.startswith("factcheck_")} == set()


@pytest.mark.parametrize(
    "path",
    sorted(p for folder in PLUGINS for p in folder.rglob("*.py")),
    ids=lambda p: f"{p.parent.name}.{p.stem}",
)
def test_plugins_use_public_modules_only(path: Path) -> None:
    own = path.relative_to(next(f for f in PLUGINS if path.is_relative_to(f)).parent).parts[0]
    foreign = {
        name
        for name in imported(path)
        if not name.startswith(own)
        and name != "factcheck"
        and not any(name == public or name.startswith(f"{public}.") for public in PUBLIC)
    }
    assert foreign == set()


HOOKS = {name: hook for name, hook in vars(hookspecs).items() if name.startswith("factcheck_")}


@pytest.mark.parametrize("name", sorted(HOOKS))
def test_every_hook_is_documented_and_typed(name: str) -> None:
    hook = HOOKS[name]
    assert inspect.getdoc(hook), name
    signature = inspect.signature(hook)
    assert signature.return_annotation is not inspect.Signature.empty
    assert all(p.annotation is not inspect.Parameter.empty for p in signature.parameters.values())


def test_importing_factcheck_imports_nothing_else() -> None:
    import subprocess
    import sys

    loaded = "sorted(m for m in sys.modules if m.startswith(('factcheck', 'yaml', 'pluggy')))"
    code = f"import sys, factcheck; print({loaded})"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "['factcheck']\n"


def test_public_names_are_there() -> None:
    assert [name for name in factcheck.__all__ if not hasattr(factcheck, name)] == []
