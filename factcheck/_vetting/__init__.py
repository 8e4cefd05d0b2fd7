"""What plugins register and answer, looked at field by field, so that a fault is theirs and not the core's.

:mod:`answers` looks at what checks say of a text, :mod:`registered` at the checks and rules themselves,
:mod:`readers` at what is read from a file. Each raises a ``TypeError`` or ``ValueError`` that says what is
wrong; the caller knows, and names, the plugin.
"""

import re
from collections.abc import Iterable, Mapping
from math import isfinite
from types import NoneType
from typing import Any, NamedTuple

_DEEPEST = 30  # levels of lists and objects in a value


class Field(NamedTuple):
    """A field of a record: its name, the types it may have, and these in words."""

    name: str
    types: tuple[type, ...]
    told: str


Wanted = tuple[tuple[type, ...], str]  # the types that a field may have, and these in words

TEXT: Wanted = ((str,), "a text")
MAYBE_TEXT: Wanted = ((str, NoneType), "a text or None")
INT: Wanted = ((int,), "a whole number")
_PLAIN = (str, int, NoneType)


class Shape:
    """What each field of a kind of records must be; one that is not named may be anything."""

    def __init__(self, kind: type, /, **wanted: Wanted):
        names: Iterable[str] = kind._fields  # type: ignore[attr-defined]
        self.kind = kind
        self.fields = tuple(Field(name, *wanted[name]) if name in wanted else None for name in names)
        self._right: set[tuple[type, ...]] = set()  # the types of fields that were found right, once for all

    def look(self, value: Any, giver: str) -> None:
        """Look at a record that ``giver`` has given, and at the type of each field.

        Raises:
            TypeError: it is none of its kind, or a field is not what it must be.

        """
        if not isinstance(value, self.kind):
            raise TypeError(f"{giver} gave {type(value).__name__}, not {_one(self.kind)}")
        types = tuple(map(type, value))  # type: ignore[call-overload]
        if types in self._right:
            return
        if fault := self.fault(value):
            raise TypeError(f"{giver} gave {_one(self.kind)} with {fault}")
        self._right.add(types)

    def fault(self, value: Any) -> str | None:
        """Return which field of a record is wrong, and what it must be."""
        for found, field in zip(value, self.fields, strict=True):
            if field is not None and not isinstance(found, field.types):
                return f"the {field.name} {_shown(found)}, not {field.told}"
        return None


def _shown(value: object) -> str:
    """Return a value in short, without its address, so that every run says the same."""
    return re.sub(" at 0x[0-9a-f]+", "", repr(value))[:60]


def _one(kind: type) -> str:
    return f"{'an' if kind.__name__.startswith('E') else 'a'} {kind.__name__}"


def in_place(start: int, end: int, text: str, whole: str) -> None:
    """Look whether a text stands where it is said to stand.

    Raises:
        ValueError: it does not.

    """
    if not 0 <= start < end or whole[start:end] != text:
        raise ValueError(f"{text!r:.60} is not what stands at {start}:{end}")


def is_json(value: object, deepest: int = _DEEPEST) -> bool:
    """Say whether a value can be written as JSON and read again.

    ``{"low": "5"}`` can; a set, a date, NaN, an object with numbers as keys, or a list of itself cannot.
    """
    if isinstance(value, _PLAIN):
        return True
    if isinstance(value, float):
        return isfinite(value)
    if not deepest:
        return False
    if isinstance(value, list | tuple):
        return all(is_json(item, deepest - 1) for item in value)
    return isinstance(value, dict) and all(
        isinstance(key, str) and is_json(item, deepest - 1) for key, item in value.items()
    )


def json_object(value: Mapping[str, Any], what: str) -> None:
    """Look whether a mapping can be written as an object of JSON.

    Raises:
        TypeError: it cannot.

    """
    for key, item in value.items():
        if not isinstance(key, str) or not is_json(item):
            raise TypeError(f"{what} has {key!r:.40}: {item!r:.40} in its value, which is no JSON")
