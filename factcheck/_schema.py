"""The JSON Schemas of what goes in and what comes out, as data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent / "schemas"


def claims_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a claims file, for editors."""
    return _load("claims")


def report_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the JSON report."""
    return _load("report")


def conflicts_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of what ``factcheck conflicts --format json`` prints."""
    return _load("conflicts")


def _load(name: str) -> dict[str, Any]:
    import json  # the check of a claims file does not need it

    schema: dict[str, Any] = json.loads((_FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return schema
