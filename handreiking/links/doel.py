"""What is looked at and what came of it: an address with its place in the data, and the verdict on it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from handreiking.links.antwoord import Fout


class Oordeel(StrEnum):
    """The verdicts, from good to bad."""

    WERKT = "werkt"
    VERHUISD = "verhuisd"
    """It works, but the server says for good that it has another address."""
    GEBLOKKEERD = "geblokkeerd"
    """The server is there and refuses a program; only a person can say whether the page is."""
    ONZEKER = "onzeker"
    """It failed now, in a way that passes: time-out, server error, broken connection, trouble of ours."""
    VERDACHT = "verdacht"
    """It answers, but probably with something else than the reader is promised."""
    KAPOT = "kapot"
    """It is gone, or it can never have worked."""


@dataclass(frozen=True)
class Doel:
    """One address to look at.

    `soort` and `id` name the record, `bestand` and `regel` (from 1) where it stands, as an editor knows them:
    "data/tools.yaml", 12. `toegang` is what the record promises (openbaar, inlog); `bestandstype` (pdf, docx …)
    stands there when the address opens a file.
    """

    soort: str
    id: str
    url: str
    bestand: str
    regel: int
    toegang: str = "openbaar"
    bestandstype: str | None = None

    @property
    def sleutel(self) -> str:
        """The name under which the memory keeps this address; it outlives a change of file or line."""
        return f"{self.soort}/{self.id}"


@dataclass(frozen=True)
class Afdruk:
    """What is kept of a page: its title, and the words that stand on it most."""

    titel: str
    woorden: tuple[str, ...]


@dataclass(frozen=True)
class Uitslag:
    """The verdict on one address, with the evidence as one or two Dutch sentences.

    `nieuw_url` is the address to put in its place (verhuisd only), `http_status` the last status received, `afdruk`
    what to know the page by next time. `bewezen` (verhuisd only): the page at the new address, on the same registered
    domain, has the title that the old one had. `bekeken` is False where nothing could be said of the address: the run
    ended, it had no network, or the host answered nobody; `fout` tells why no response came.
    """

    doel: Doel
    oordeel: Oordeel
    bewijs: str
    nieuw_url: str | None = None
    http_status: int | None = None
    bekeken: bool = True
    afdruk: Afdruk | None = None
    bewezen: bool = False
    fout: Fout | None = None
