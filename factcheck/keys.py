"""The keys that words are compared by: which of them say what happened, where it was, what it is about.

For plugin authors. :mod:`factcheck.vocabulary` gives the keys of a word. What a pack says that a word means
begins with a mark: a thing (``c:resident``), an event (``e:publish``) or a place (``p:belgium``).
"""

from collections.abc import Iterable

THING, EVENT, PLACE = "c:", "e:", "p:"


def tells_thing(keys: Iterable[str]) -> bool:
    """Say whether one of some keys is a thing that a pack knows."""
    return any(key[:2] == THING for key in keys)


def tells_event(keys: Iterable[str]) -> bool:
    """Say whether one of some keys says what happened."""
    return any(key[:2] == EVENT for key in keys)


def tells_place(keys: Iterable[str]) -> bool:
    """Say whether one of some keys is a place."""
    return any(key[:2] == PLACE for key in keys)


def only_events(keys: Iterable[str]) -> bool:
    """Say whether all of some keys say what happened."""
    return all(key[:2] == EVENT for key in keys)


def events_among(keys: Iterable[str]) -> frozenset[str]:
    """Return those of some keys that say what happened."""
    return frozenset(key for key in keys if key[:2] == EVENT)


def places_among(keys: Iterable[str]) -> frozenset[str]:
    """Return the places among some keys."""
    return frozenset(key for key in keys if key[:2] == PLACE)
