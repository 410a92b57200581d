"""The form of a case: what a server does with an address, and the verdict that should follow."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from handreiking.links.doel import Doel, Oordeel
from tests.links.storingsserver import DOMEIN, Handler


@dataclass(frozen=True)
class Geval:
    """One case.

    `paden` says what the server does by path, `elders/pad` being a path at another host, and `casino.test/` one at
    another domain; `pad` is what the data has after the host name, or `url` the whole address. `adressen` are what the
    host name resolves to, look-up by look-up. `bewijs` must stand in the evidence.
    """

    oordeel: Oordeel
    naam: str
    paden: Mapping[str, Handler]
    bewijs: str
    pad: str = "/artikel/stuk"
    schema: str = "http"
    url: str | None = None
    adressen: tuple[list[str] | OSError, ...] = ()
    toegang: str = "openbaar"
    bestandstype: str | None = None
    nieuw_url: str | None = None
    mag: tuple[Oordeel, ...] = ()
    """Verdicts that are right as well."""

    @property
    def host(self) -> str:
        """The host name of this case, of which no other case has the like."""
        return f"{re.sub('[^a-z0-9]+', '-', self.naam.lower()).strip('-')}.{DOMEIN}"

    @property
    def doel(self) -> Doel:
        """The address as the data has it."""
        url = self.url or f"{self.schema}://{self.host}{self.pad}"
        return Doel("instrument", "iets", url, "data/tools.yaml", 12, self.toegang, self.bestandstype)

    def handlers(self) -> dict[str, dict[str, Handler]]:
        """What the server does, by host and path."""
        found: dict[str, dict[str, Handler]] = {}
        for key, handler in self.paden.items():
            name, slash, path = key.partition("/")
            host = name if "." in name else f"{name}.{DOMEIN}" if name else self.host
            found.setdefault(host, {})[slash + path] = handler
        return found


werkt = partial(Geval, Oordeel.WERKT)
verhuisd = partial(Geval, Oordeel.VERHUISD)
geblokkeerd = partial(Geval, Oordeel.GEBLOKKEERD)
onzeker = partial(Geval, Oordeel.ONZEKER)
verdacht = partial(Geval, Oordeel.VERDACHT)
kapot = partial(Geval, Oordeel.KAPOT)
