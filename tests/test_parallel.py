"""Work that is divided over processes: the same outcome as in one, no error lost, no process left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from multiprocessing import active_children
from pathlib import Path

import pytest

from handreiking.basis.parallel import AfgebrokenError, in_parallel, worth_of

TWO = len(os.sched_getaffinity(0)) > 1
needs_two = pytest.mark.skipif(not TWO, reason="er is maar één processor")


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have no thread count but those of a test itself; the one that runs the tests may have some of its own."""
    others = threading.active_count()
    monkeypatch.setattr("handreiking.basis.parallel.active_count", lambda: threading.active_count() - others + 1)


def where(number: int) -> tuple[int, int]:
    """Return the square of a number, and the process that worked it out."""
    return number * number, os.getpid()


@needs_two
@pytest.mark.parametrize("at_once", [1, 7])
def test_the_order_stays(at_once: int) -> None:
    """What is given back stands in the order of what was given, and none of it was worked out here."""
    done = in_parallel(where, range(50), 2, at_once=at_once)
    assert [square for square, _ in done] == [number * number for number in range(50)]
    assert os.getpid() not in {process for _, process in done}


@pytest.mark.parametrize(("count", "worth"), [(50, 0), (50, 1), (1, 4), (0, 4)])
def test_small_work_stays_here(count: int, worth: int) -> None:
    """Where another process is not worth it, there is none."""
    assert in_parallel(where, range(count), worth) == [(number * number, os.getpid()) for number in range(count)]


def test_beside_a_thread_there_is_no_process() -> None:
    """Where a thread could hold a lock, as the server of a preview does, nothing is copied."""
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert {process for _, process in in_parallel(where, range(9), 2)} == {os.getpid()}
    finally:
        stop.set()
        thread.join()


@needs_two
def test_what_cannot_be_sent_can_be_used() -> None:
    """Work may be a function within a function, on things that cannot be pickled."""
    things: list[Callable[[int], int]] = [lambda n: n + 1, lambda n: n * 3]
    assert in_parallel(lambda thing: thing(5), things, 2) == [6, 15]


@needs_two
def test_an_error_is_raised_here() -> None:
    """What the work raises is raised where it was asked for, with what it said."""

    def refuse(number: int) -> int:
        if number == 3:
            raise OSError(28, "No space left on device", f"deel {number}")
        return number

    with pytest.raises(OSError, match="deel 3") as caught:
        in_parallel(refuse, range(10), 2)
    assert (caught.value.errno, caught.value.filename) == (28, "deel 3")


@needs_two
def test_a_process_that_is_killed_ends_the_work() -> None:
    """A process that the system ends, as where memory runs out, is no reason to wait for ever."""
    with pytest.raises(AfgebrokenError, match="meestal omdat het geheugen vol is"):
        in_parallel(lambda _: os.kill(os.getpid(), signal.SIGKILL), range(4), 2)
    assert active_children() == []


class LastigError(Exception):
    """An error that cannot be made again from what it keeps."""

    def __init__(self, what: object, why: str) -> None:
        super().__init__(why)
        self.what = what


@needs_two
def test_an_error_that_cannot_be_sent_is_told() -> None:
    """Of an error that does not come through by itself, its own traceback does."""

    def refuse(number: int) -> None:
        raise LastigError(number, "dit lukt niet")

    with pytest.raises(RuntimeError, match=r"(?s)in refuse.*LastigError: dit lukt niet"):
        in_parallel(refuse, range(4), 2)


@needs_two
@pytest.mark.parametrize("nth", [1, 2])
def test_where_no_process_can_begin_the_work_is_done_here(nth: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that allows no more processes, also after the first, is no reason to fail; none is left waiting."""
    begun, fork = [], os.fork

    def refuse() -> int:
        begun.append(1)
        if len(begun) == nth:
            raise BlockingIOError(11, "Resource temporarily unavailable")
        return fork()

    monkeypatch.setattr(os, "fork", refuse)
    assert in_parallel(where, range(9), 2) == [(number * number, os.getpid()) for number in range(9)]
    assert (len(begun), active_children()) == (nth, [])


@needs_two
def test_an_interrupt_waits_for_nothing() -> None:
    """Who interrupts does not wait for what runs; and is told nothing of what went on there."""
    program = (
        "import time\n"
        "from handreiking.parallel import in_parallel\n"
        "try:\n"
        "    in_parallel(lambda _: (print('begonnen', flush=True), time.sleep(600)), range(4), 2)\n"
        "except KeyboardInterrupt:\n"
        "    print('gestopt')\n"
    )
    command = [sys.executable, "-c", program]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
    ) as began:
        assert began.stdout is not None
        assert [began.stdout.readline(), began.stdout.readline()] == ["begonnen\n", "begonnen\n"]
        os.killpg(began.pid, signal.SIGINT)
        assert began.communicate(timeout=60)[0] == "gestopt\n"


def alive(process: int) -> bool:
    """Tell whether a process runs: one that ended may still be in the list of its parent."""
    try:
        return " Z " not in Path(f"/proc/{process}/stat").read_text(encoding="ascii")
    except OSError:
        return False


@needs_two
def test_no_process_outlives_who_began_it(tmp_path: Path) -> None:
    """After a kill of the build the processes that it began end too, also those that wait for work."""
    program = (
        "import os, pathlib, sys, time\n"
        "from handreiking.parallel import in_parallel\n"
        "def work(n):\n"
        "    (pathlib.Path(sys.argv[1]) / str(os.getpid())).touch()\n"
        "    time.sleep(60 if n else 0.5)\n"  # the second process has nothing to do after the first half second
        "in_parallel(work, range(2), 2)\n"
    )
    with subprocess.Popen([sys.executable, "-c", program, str(tmp_path)]) as began:
        until = time.monotonic() + 20
        while len(list(tmp_path.iterdir())) < 2 and time.monotonic() < until:
            time.sleep(0.05)
        workers = [int(path.name) for path in tmp_path.iterdir()]
        assert ([alive(worker) for worker in workers], len(workers)) == ([True, True], 2)
        began.kill()
    until = time.monotonic() + 20
    while any(map(alive, workers)) and time.monotonic() < until:
        time.sleep(0.05)
    assert [alive(worker) for worker in workers] == [False, False]


@pytest.mark.parametrize(("pages", "processes"), [(0, 0), (99, 0), (199, 1), (200, 2), (1041, 10)])
def test_hundred_pages_are_worth_a_process(pages: int, processes: int) -> None:
    """An edition of some forty pages is built in one process, one of two hundred in two."""
    assert worth_of(range(pages)) == processes
