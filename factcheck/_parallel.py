"""Work on the parts of a long list in several processes, with the answers and the order of a single one.

The processes are forks of this one, so that they have all that it has read and indexed. Where it cannot be
forked safely, or a process fails, the work is done here.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

T = TypeVar("T")
Work = Callable[[range], T]

_PART = 250  # items that a process gets at a time
_GLANCE = 0.5  # seconds between two looks at whether the first process is there
_WORTH_IT = 1000  # items that make up for one more process


def jobs(items: int) -> int:
    """Return in how many processes so many items are best worked on."""
    if items < 2 * _WORTH_IT or sys.platform != "linux":
        return 1
    import threading  # a short run needs none of it

    if threading.active_count() > 1:  # of which a fork has but one
        return 1
    return min(len(os.sched_getaffinity(0)), items // _WORTH_IT)


def parts(items: range, work: Work[T], processes: int) -> Iterator[T]:
    """Yield what ``work`` makes of each part of some items, in their order.

    What it returns must be fit for pickling, else it is worked out here.
    """
    cut = [items[at : at + _PART] for at in range(0, len(items), _PART)]
    if processes < 2 or len(cut) < 2 or not hasattr(os, "fork"):
        yield from map(work, cut)
        return
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing import get_context

    pool = ProcessPoolExecutor(processes, get_context("fork"), _begin, (work, os.getpid()))
    try:
        answers: list[Future[T]] = [pool.submit(_work, part) for part in cut]
        for part, answer in zip(cut, answers, strict=True):
            try:
                made = answer.result()
            except Exception:
                made = work(part)  # whatever failed there shows here, or does not
            yield made
    finally:
        pool.shutdown(cancel_futures=True)


_forked: list[Work[Any]] = []  # in a forked process, what it was forked for


def _begin(work: Work[Any], parent: int) -> None:
    import signal
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process is interrupted and ends the others
    Thread(target=_end_with, args=(parent,), daemon=True).start()
    _forked.append(work)


def _end_with(parent: int) -> None:
    """End this process when the first one is gone, killed before it could say so."""
    import time

    while os.getppid() == parent:
        time.sleep(_GLANCE)
    os._exit(1)


def _work(part: range) -> Any:
    return _forked[-1](part)
