"""The brake: no host gets more requests than is polite, whoever asks for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import BoundedSemaphore, Lock

from handreiking.links.antwoord import Fout, MisluktError


@dataclass
class _Host:
    plaatsen: BoundedSemaphore
    vrij_om: float = 0.0
    """The time from which a next request may start."""
    slot: Lock = field(default_factory=Lock)


class Rem:
    """Shared by all threads of a run: so many requests to a host at a time, a pause between their starts."""

    def __init__(
        self, per_host: int, pauze: float, monotonic: Callable[[], float], sleep: Callable[[float], None]
    ) -> None:
        self._per_host = per_host
        self._pauze = pauze
        self._monotonic = monotonic
        self._sleep = sleep
        self._hosts: dict[str, _Host] = {}
        self._slot = Lock()

    @contextmanager
    def beurt(self, host: str, einde: float) -> Iterator[None]:
        """Hold a place at a host; raises MisluktError (GEEN_TIJD) where none comes free before `einde`.

        Not to be nested: a redirect is followed after the place is given back.
        """
        staat = self._staat(host)
        if not staat.plaatsen.acquire(timeout=max(0.0, einde - self._monotonic())):
            raise MisluktError(Fout.GEEN_TIJD, "de tijd was om")
        try:
            while (wait := self._start(staat)) > 0:
                if self._monotonic() + wait > einde:
                    raise MisluktError(Fout.GEEN_TIJD, "de tijd was om")
                self._sleep(wait)
            yield
        finally:
            staat.plaatsen.release()

    def stel_uit(self, host: str, seconden: float) -> None:
        """Let no request to a host start for a while, because its server asks so."""
        staat = self._staat(host)
        with staat.slot:
            staat.vrij_om = max(staat.vrij_om, self._monotonic() + seconden)

    def _start(self, staat: _Host) -> float:
        """Take the next start, and give 0; or give how long it is until there is one."""
        with staat.slot:
            now = self._monotonic()
            if staat.vrij_om > now:
                return staat.vrij_om - now
            staat.vrij_om = now + self._pauze
            return 0.0

    def _staat(self, host: str) -> _Host:
        with self._slot:
            return self._hosts.setdefault(host, _Host(BoundedSemaphore(self._per_host)))
