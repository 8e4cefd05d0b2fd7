"""The reports that come with factcheck, each imported only when it is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import cast

from factcheck.reporting import Reporter

BUILTIN = (
    *("text", "concise", "table", "diff"),
    *("json", "jsonl", "junit", "sarif", "github", "gitlab", "markdown", "rdjson", "html"),
)


def builtin(name: str) -> Reporter:
    """Return the built-in reporter of a name; each is a module with ``name`` and ``render``."""
    return cast(Reporter, import_module(f"{__name__}.{name}"))
