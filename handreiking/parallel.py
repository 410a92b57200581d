"""The same work for many things, divided over the processors of the machine.

The standard library has two pools. One waits for ever where the system ends a process, as it does where memory runs
out; the other cannot be interrupted. So the processes are begun, given work and ended here.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
from collections.abc import Callable, Collection, Sequence
from threading import Thread, active_count
from traceback import format_exception
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkProcess

T = TypeVar("T")
R = TypeVar("R")


class AfgebrokenError(Exception):
    """A process was ended from outside, as the system does where memory runs out; it says so in Dutch."""

    def __init__(self) -> None:
        super().__init__(
            "een deel van het werk is van buiten afgebroken, meestal omdat het geheugen vol is; "
            "sluit andere programma's en probeer het opnieuw"
        )


def in_parallel(work: Callable[[T], R], items: Sequence[T], worth: int, *, at_once: int = 1) -> list[R]:
    """Give `work(item)` for each item, in order, whatever the number of processors.

    `worth` is how many processes the work is worth; one takes some 20 ms to begin. Each takes `at_once` items at a
    time. What is given back must be possible to pickle. Where the system allows no more processes, the work is done in
    this one. Raises what `work` raises, and AfgebrokenError where a process was ended from outside. Whatever happens,
    no process is left.
    """
    processes = min(worth, len(items), _processors())
    if processes < 2:
        return [work(item) for item in items]
    begun: dict[Connection, ForkProcess] = {}
    try:
        try:
            for _ in range(processes):
                _begin(begun, work, items)
        except OSError:  # no more processes: slower, and the same outcome
            return [work(item) for item in items]
        return _divide([*begun], len(items), at_once)
    finally:
        for connection, process in begun.items():
            process.kill()
            process.join()
            connection.close()


def worth_of(paginas: Collection[object]) -> int:
    """Give how many processes it is worth to do something with each of these pages: one for every hundred."""
    return len(paginas) // 100


def _processors() -> int:
    """Give how many processors this process may use; 1 where a copy of it is not safe to work with, as with threads."""
    if sys.platform != "linux" or active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))


def _begin(begun: dict[Connection, ForkProcess], work: Callable[[Any], Any], items: Sequence[Any]) -> None:
    """Begin a copy of this process, which has the work and the items as they are here."""
    from multiprocessing import get_context  # noqa: PLC0415 - a small build divides nothing, and it is slow to import

    context = get_context("fork")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, work, items), daemon=True)
    process.start()
    theirs.close()
    begun[ours] = process


def _divide(connections: Sequence[Connection], count: int, at_once: int) -> list[Any]:
    """Have the processes do items 0 up to `count`, some at a time; who has done some gets the next."""
    from multiprocessing.connection import wait  # noqa: PLC0415

    pieces = [range(start, min(start + at_once, count)) for start in range(0, count, at_once)]
    waiting = iter(pieces)
    busy: set[Any] = set()
    done: dict[int, Any] = {}
    for idle in connections:
        if piece := next(waiting, None):
            _ask(idle, piece)
            busy.add(idle)
    while busy:
        connection: Any
        for connection in wait(busy):
            results, error, told = _receive(connection)
            if error is not None:
                raise error from RuntimeError(told)
            done |= results
            if piece := next(waiting, None):
                _ask(connection, piece)
            else:
                busy.remove(connection)
    return [done[place] for place in range(count)]


def _ask(connection: Connection, piece: range) -> None:
    try:
        connection.send(piece)
    except ConnectionError:
        raise AfgebrokenError from None


def _receive(connection: Any) -> Any:
    try:
        return connection.recv()
    except (EOFError, ConnectionError):
        raise AfgebrokenError from None


def _serve(connection: Connection, work: Callable[[Any], Any], items: Sequence[Any]) -> None:
    """Do what is asked for until this process is ended: by the one that began it, or with that one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is for the process that began it, which ends it
    Thread(target=_end_with_parent, daemon=True).start()
    while True:
        piece = connection.recv()
        try:
            connection.send(({place: work(items[place]) for place in piece}, None, ""))
        except Exception as error:  # noqa: BLE001 - it is raised again where the work was asked for
            told = "".join(format_exception(error))
            connection.send((None, error if _can_be_sent(error) else RuntimeError(told), told))


def _end_with_parent() -> None:
    """End this process when the one that began it is no more, as after a kill: it would go on, or wait for ever."""
    from multiprocessing import parent_process  # noqa: PLC0415

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _can_be_sent(error: Exception) -> bool:
    """Tell whether an error comes through: one whose class takes more than it keeps cannot be made again there."""
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - made here
    except Exception:  # noqa: BLE001 - whatever its class does
        return False
    return True
