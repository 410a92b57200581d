"""The same work for many things, divided over the processors of the machine."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Collection, Sequence
from threading import Thread, active_count
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

# What a process is to do: given when it begins, so that neither the work nor what it works on has to be sent there.
_given: list[tuple[Callable[[Any], Any], Sequence[Any]]] = []


def in_parallel(work: Callable[[T], R], items: Sequence[T], worth: int, *, at_once: int = 1) -> list[R]:
    """Give `work(item)` for each item, in order, whatever the number of processors.

    `worth` is how many processes the work is worth; one takes some 20 ms to begin and ends with all that it held.
    Each takes `at_once` items at a time. What is given back must be possible to pickle. What `work` raises is raised
    here, and BrokenProcessPool where a process was ended from outside.
    """
    processes = min(worth, len(items), _processors())
    if processes < 2:
        return [work(item) for item in items]
    # Here, for a small build divides nothing, and these are slow to import.
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
    from multiprocessing import get_context  # noqa: PLC0415

    pool = ProcessPoolExecutor(processes, get_context("fork"), _begin, (work, items))
    try:
        return list(pool.map(_do, range(len(items)), chunksize=at_once))
    finally:
        pool.shutdown(cancel_futures=True)


def worth_of(paginas: Collection[object]) -> int:
    """Give how many processes it is worth to do something with each of these pages: one for every hundred."""
    return len(paginas) // 100


def _processors() -> int:
    """Give how many processors this process may use; 1 where a copy of it is not safe to work with, as with threads."""
    if sys.platform != "linux" or active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))


def _begin(work: Callable[[Any], Any], items: Sequence[Any]) -> None:
    _given.append((work, items))
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who interrupts the build ends it, and with it these
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End this process when the build that began it is no more, as after a kill: it would wait for work for ever."""
    from multiprocessing import parent_process  # noqa: PLC0415

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _do(place: int) -> Any:
    work, items = _given[-1]
    return work(items[place])
