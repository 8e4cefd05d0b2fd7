"""Measuring whether some work takes time in proportion to its input, as processor time."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from typing import Any

_GROWTH = 8  # times as much for the second measurement
_SLACK = 2.5  # times as long as linear that it may take; quadratic is eight times
_LEAST = 0.02  # seconds of the first measurement
_SHORT = 0.1  # seconds that are too few to tell growth from the noise of a machine
_ATTEMPTS = 3


def assert_linear(work_on: Callable[[str], Callable[[], Any]], unit: str, first: int, most: int) -> None:
    """Assert that work on a text that repeats a unit takes time in proportion to it.

    ``work_on`` prepares what is to be measured; ``first`` and ``most`` are the least and the greatest
    number of characters of the first measurement.
    """
    size = max(1, first // len(unit))
    while seconds(work_on(unit * size)) < _LEAST and len(unit) * size < most:
        size *= 2
    short, long = work_on(unit * size), work_on(unit * size * _GROWTH)
    growth = float("inf")
    for _ in range(_ATTEMPTS):  # a busy machine makes one measurement longer, never all of them shorter
        longer = seconds(long)
        growth = min(growth, longer / seconds(short))
        if growth <= _GROWTH * _SLACK or longer < _SHORT:
            return
    raise AssertionError(f"{_GROWTH} times as much of {unit!r:.40} takes {growth:.0f} times as long")


def seconds(work: Callable[[], Any]) -> float:
    """Return the processor time of some work, the best of three where it is short."""
    taken: list[float] = []
    collecting = gc.isenabled()
    gc.disable()  # collecting takes the longer the more else is in memory
    try:
        while len(taken) < 3 and not (taken and taken[-1] > _LEAST * _GROWTH):
            began = time.process_time()
            work()
            taken.append(time.process_time() - began)
    finally:
        if collecting:
            gc.enable()
    return max(min(taken), 1e-6)
