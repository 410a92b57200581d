"""The same work for many things, divided over the processors of the machine."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import active_children, get_context
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")
_PR_SET_PDEATHSIG = 1
AFGEBROKEN = (
    "een deel van het werk is van buiten afgebroken, meestal omdat het geheugen vol is; "
    "sluit andere programma's en probeer het opnieuw"
)
_todo: tuple[Callable[[Any], Any], Sequence[Any]] = (repr, ())  # a process has this, and all behind it, as a copy


def in_parallel(work: Callable[[T], R], items: Sequence[T], *, at_least: int = 2) -> list[R]:
    """Return `work(item)` for each item, in order; from so many items on, by every processor that there is.

    Only on Linux, and not beside threads, where a copy of this process would wait for them without end; the outcome is
    the same.
    What is returned must be possible to pickle. Raises what `work` raises, and BrokenProcessPool where a process was
    ended from outside, as the system does where memory runs out.
    """
    global _todo  # noqa: PLW0603 - what a copy of this process begins with
    if sys.platform != "linux" or len(items) < at_least or _processors() < 2 or threads() > 1:
        return [work(item) for item in items]
    _todo = (work, items)
    size = min(_processors(), len(items))
    step = max(1, len(items) // (size * 16))
    with ProcessPoolExecutor(size, get_context("fork"), _end_with_parent) as pool:
        try:
            parts = [pool.submit(_do, range(len(items))[n : n + step]) for n in range(0, len(items), step)]
            return [done for part in parts for done in part.result()]
        except BaseException:  # an interrupt too: left alone, the pool would first do all the rest
            for process in active_children():
                process.kill()
            raise


def _processors() -> int:
    return len(os.sched_getaffinity(0))


def threads() -> int:
    """Return how many threads this process has, with those that a library such as Typst keeps once it was used."""
    return len([*Path("/proc/self/task").iterdir()])


def _end_with_parent() -> None:
    """End this process with the one that began it; an interrupt is for that one alone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _do(part: range) -> list[Any]:
    work, items = _todo
    return [work(items[nth]) for nth in part]
