"""Work that is divided over processes: the same outcome as in one, no error lost, no process left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import active_children
from pathlib import Path

import pytest

from handreiking.basis import parallel
from handreiking.basis.parallel import in_parallel

needs_two = pytest.mark.skipif(len(os.sched_getaffinity(0)) < 2, reason="er is maar één processor")


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have no thread count but those of a test itself; the one that runs the tests may have some of its own."""
    count, others = parallel.threads, parallel.threads()
    monkeypatch.setattr(parallel, "threads", lambda: count() - others + 1)


def where(number: int) -> tuple[int, int]:
    """Return the square of a number, and the process that worked it out."""
    return number * number, os.getpid()


@needs_two
def test_the_order_stays() -> None:
    """What is returned stands in the order of what was given, and none of it was worked out here."""
    done = in_parallel(where, range(500))
    assert [square for square, _ in done] == [number * number for number in range(500)]
    assert os.getpid() not in {process for _, process in done}


@pytest.mark.parametrize(("count", "at_least"), [(0, 2), (1, 2), (99, 100)])
def test_little_work_stays_here(count: int, at_least: int) -> None:
    """Where another process is not worth it, there is none."""
    done = in_parallel(where, range(count), at_least=at_least)
    assert done == [(number * number, os.getpid()) for number in range(count)]


def test_on_one_processor_the_outcome_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same work in the same order, without another process."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0})
    assert in_parallel(where, range(9)) == [(number * number, os.getpid()) for number in range(9)]


def test_beside_a_thread_there_is_no_process() -> None:
    """Where a thread could hold a lock, as the server of a preview does, nothing is copied."""
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert {process for _, process in in_parallel(where, range(9))} == {os.getpid()}
    finally:
        stop.set()
        thread.join()


def test_after_typst_was_used_there_is_no_process() -> None:
    """Its threads are no part of a copy, which would wait for them without end."""
    script = """
import os, typst
from handreiking.basis.parallel import in_parallel
def render(_):
    typst.compile(b"Tekst.")
    return os.getpid()
render(0)
assert set(in_parallel(render, range(4))) == {os.getpid()}
"""
    subprocess.run([sys.executable, "-c", script], check=True, timeout=60)


@needs_two
def test_what_cannot_be_sent_can_be_worked_with() -> None:
    """Work may be a function within a function, with all that it knows."""
    things: list[Callable[[int], int]] = [lambda n: n + 1, lambda n: n * 3]
    assert in_parallel(lambda nth: things[nth](5), range(2)) == [6, 15]


@needs_two
def test_an_error_is_raised_here() -> None:
    """What the work raises is raised where it was asked for, with what it said and the notes on it."""

    def refuse(number: int) -> int:
        if number == 3:
            error = OSError(28, "No space left on device", f"deel {number}")
            error.add_note("bij het derde")
            raise error
        return number

    with pytest.raises(OSError, match="deel 3") as caught:
        in_parallel(refuse, range(10))
    assert (caught.value.errno, caught.value.filename, caught.value.__notes__) == (28, "deel 3", ["bij het derde"])
    assert active_children() == []


@needs_two
def test_a_process_that_is_killed_ends_the_work() -> None:
    """A process that the system ends, as where memory runs out, is no reason to wait for ever."""
    with pytest.raises(BrokenProcessPool):
        in_parallel(lambda _: os.kill(os.getpid(), signal.SIGKILL), range(4))
    assert active_children() == []


@needs_two
def test_an_interrupt_waits_for_nothing() -> None:
    """Who interrupts does not wait for what runs; and is told nothing of what went on there."""
    program = (
        "import sys, time\n"
        "from handreiking.basis.parallel import in_parallel\n"
        "try:\n"
        "    in_parallel(lambda _: (sys.stdout.write('x'), sys.stdout.flush(), time.sleep(600)), range(4))\n"
        "except KeyboardInterrupt:\n"
        "    print('gestopt')\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as began:
        assert began.stdout is not None
        assert began.stdout.read(2) == "xx"
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
        "from handreiking.basis.parallel import in_parallel\n"
        "def work(n):\n"
        "    (pathlib.Path(sys.argv[1]) / str(os.getpid())).touch()\n"
        "    time.sleep(60 if n else 0.5)\n"  # the second process has nothing to do after the first half second
        "in_parallel(work, range(2))\n"
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
