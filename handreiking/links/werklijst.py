"""The list of addresses still to do, and the threads that do them."""

from __future__ import annotations

import queue
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from threading import Lock, Thread
from typing import TypeVar
from urllib.parse import urlsplit

R = TypeVar("R")


def run_all(
    urls: Sequence[str], look: Callable[[str], R], werkers: int, rest: Callable[[], float]
) -> Iterator[tuple[str, R]]:
    """Yield (address, result) as each is finished, until all are or there is no time left (`rest`, seconds).

    At most `werkers` are looked at at a time; `look` itself sees to it that no host gets too many of them.
    What `look` raises is raised here, in the caller's thread.
    """
    lijst = _Werklijst(urls)
    finished: queue.SimpleQueue[tuple[str, Future[R]]] = queue.SimpleQueue()

    def work() -> None:
        while (url := lijst.take()) is not None:
            future = Future[R]()
            try:
                future.set_result(look(url))
            except Exception as error:  # noqa: BLE001 - handed to the caller's thread
                future.set_exception(error)
            finished.put((url, future))
            lijst.done(url)

    # Daemons: one that hangs in the system's resolver must not keep the run, nor the command, from ending.
    threads = [Thread(target=work, daemon=True) for _ in range(min(werkers, len(urls)))]
    for thread in threads:
        thread.start()
    try:
        for _ in urls:
            try:
                url, future = finished.get(timeout=max(0.0, rest()))
            except queue.Empty:
                return
            yield url, future.result()
    finally:
        lijst.stop()
    for thread in threads:
        thread.join()


def host_of(url: str) -> str:
    """Return the host an address names, or nothing where it can not be read."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


class _Werklijst:
    """Gives each worker an address of the host that fewest others are busy with, so that a slow one holds up none."""

    def __init__(self, urls: Sequence[str]) -> None:
        self._waiting: dict[str, list[str]] = {}
        for url in reversed(urls):
            self._waiting.setdefault(host_of(url), []).append(url)
        self._busy: Counter[str] = Counter()
        self._slot = Lock()

    def take(self) -> str | None:
        """Return an address, or None where all are taken."""
        with self._slot:
            if not self._waiting:
                return None
            host = min(self._waiting, key=self._busy.__getitem__)
            self._busy[host] += 1
            url = self._waiting[host].pop()
            if not self._waiting[host]:
                del self._waiting[host]
            return url

    def done(self, url: str) -> None:
        """Tell that a taken address is finished."""
        with self._slot:
            self._busy[host_of(url)] -= 1

    def stop(self) -> None:
        """Give out no more."""
        with self._slot:
            self._waiting.clear()
