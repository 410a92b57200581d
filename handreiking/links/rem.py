"""One run: its limits and its end, and the brake that gives no host more requests than is polite."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import BoundedSemaphore, Lock, local

from handreiking.links.antwoord import Fout, MisluktError
from handreiking.links.drempels import Drempels
from handreiking.links.omgeving import Omgeving


@dataclass
class _Host:
    plaatsen: BoundedSemaphore
    vrij_om: float = 0.0
    """The time from which a next request may start."""
    stil: int = 0
    """How many requests in a row got no answer in time."""


class Ronde:
    """Shared by all threads of a run: to a host so many requests at a time, and a pause between their starts."""

    def __init__(self, omgeving: Omgeving, drempels: Drempels) -> None:
        self.omgeving = omgeving
        self.drempels = drempels
        self.einde = omgeving.monotonic() + drempels.run
        self.eigen = local()
        """What a thread keeps for itself from one address to the next."""
        self._hosts: dict[str, _Host] = {}
        self._slot = Lock()

    def rest(self) -> float:
        """Return how long the run may still take; less than 0 where it is over."""
        return self.einde - self.omgeving.monotonic()

    @contextmanager
    def beurt(self, host: str, *, toch: bool) -> Iterator[None]:
        """Hold a place at a host; raises MisluktError where none comes free in time, or the host answers nobody.

        `toch`: whatever it did to others. Not to be nested: a redirect is followed after the place is given back.
        """
        staat = self._staat(host)
        if not staat.plaatsen.acquire(timeout=max(0.0, self.rest())):
            raise MisluktError(Fout.GEEN_TIJD, "de tijd was om")
        try:
            self._wait(host, staat, toch=toch)
            yield
            staat.stil = 0
        except MisluktError as error:
            staat.stil += error.fout is Fout.TE_TRAAG
            raise
        finally:
            staat.plaatsen.release()

    def _wait(self, host: str, staat: _Host, *, toch: bool) -> None:
        if staat.stil >= self.drempels.stil and not toch:
            raise MisluktError(Fout.OVERGESLAGEN, f"{host} antwoordde al {staat.stil} keer niet op tijd")
        with self._slot:
            now = self.omgeving.monotonic()
            start = max(now, staat.vrij_om)
            staat.vrij_om = start + self.drempels.pauze
        if start >= self.einde:
            raise MisluktError(Fout.GEEN_TIJD, "de tijd was om")
        if start > now:
            self.omgeving.sleep(start - now)

    def stel_uit(self, host: str, seconden: float) -> None:
        """Let no request to a host start for a while, because its server asks so."""
        self._staat(host).vrij_om = max(self._staat(host).vrij_om, self.omgeving.monotonic() + seconden)

    def _staat(self, host: str) -> _Host:
        with self._slot:
            return self._hosts.setdefault(host, _Host(BoundedSemaphore(self.drempels.per_host)))
