"""Check whether numbers, dates and quotations agree with the documents they are attributed to.

>>> import factcheck
>>> result = factcheck.check("Mechelen has 138 nationalities.", sources=["seeds"])
>>> result.verdict
<Verdict.CONFLICTING_EVIDENCE: 'conflicting_evidence'>
"""

from __future__ import annotations

__version__ = "0.1.0"

TYPE_CHECKING = False  # as typing's, which takes longer to import than all of this
if TYPE_CHECKING:
    from typing import Any

    from factcheck.api import Checker, check
    from factcheck.errors import ConfigError, FactcheckError, InputError, PluginError
    from factcheck.model import Claim, Evidence, Finding, Mention, Result, Source, Stance, Verdict

_HOME = {
    "api": ("Checker", "check"),
    "errors": ("ConfigError", "FactcheckError", "InputError", "PluginError"),
    "model": ("Claim", "Evidence", "Finding", "Mention", "Result", "Source", "Stance", "Verdict"),
}

__all__ = [
    "Checker",
    "Claim",
    "ConfigError",
    "Evidence",
    "FactcheckError",
    "Finding",
    "InputError",
    "Mention",
    "PluginError",
    "Result",
    "Source",
    "Stance",
    "Verdict",
    "__version__",
    "check",
]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used, so that ``import factcheck`` costs next to nothing."""
    from importlib import import_module

    for module, names in _HOME.items():
        if name in names:
            return getattr(import_module(f"factcheck.{module}"), name)
    raise AttributeError(f"module 'factcheck' has no attribute {name!r}")
