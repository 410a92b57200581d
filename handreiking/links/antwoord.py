"""What came back for an address: the hops, the last response or what went wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from handreiking.links.pagina import Webpagina, decode, parse_pagina


class Fout(StrEnum):
    """The ways in which no response came."""

    ONGELDIG = "ongeldig"
    """No public web address: another scheme, credentials, an odd port, no host."""
    NIET_OPENBAAR = "niet-openbaar"
    """The name leads to an address that is not on the public internet."""
    GEEN_HOST = "geen-host"
    """The domain name system says that the name does not exist."""
    NAAMDIENST = "naamdienst"
    """The domain name system itself did not answer."""
    CERTIFICAAT = "certificaat"
    KETEN = "keten"
    """The server sends no certificate of its issuer, and that was not to be fetched."""
    TE_TRAAG = "te-traag"
    VERBROKEN = "verbroken"
    KRING = "kring"
    """More redirects than a browser follows."""
    GEEN_TIJD = "geen-tijd"
    """The deadline of the whole run came first; this says nothing about the address."""
    OVERGESLAGEN = "overgeslagen"
    """Its host did not answer others in time; nor does this say anything about the address."""


class MisluktError(Exception):
    """A request that got no response: its kind, and a Dutch sentence for the reader."""

    def __init__(self, fout: Fout, zin: str) -> None:
        super().__init__(zin)
        self.fout = fout
        self.zin = zin


@dataclass(frozen=True)
class Hop:
    """One redirect: the address asked for, the status it gave (200 for a page that leads on) and what it named."""

    url: str
    status: int
    naar: str


@dataclass(frozen=True)
class Antwoord:
    """The outcome for one address: either `status` or `fout` is set.

    `url` is the address asked for last, `stappen` the redirects before it. `headers` have lower-case names.
    `body` holds at most as many decoded bytes as the thresholds say; `afgekapt` tells that there was more.
    `browser`: it was asked for as a browser does, after `geweigerd` was said to who asked as a program.
    """

    url: str
    stappen: tuple[Hop, ...] = ()
    status: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    afgekapt: bool = False
    fout: Fout | None = None
    zin: str = ""
    pogingen: int = 1
    browser: bool = False
    geweigerd: int | None = None

    @property
    def mediatype(self) -> str:
        """The media type without its parameters, in lower case; empty where the server names none."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def is_html(self) -> bool:
        """Whether the body is a web page, by its type, or by its beginning where the server names none."""
        if self.body.startswith(b"%PDF-"):
            return False
        if self.mediatype:
            return self.mediatype in ("text/html", "application/xhtml+xml")
        return self.body.lstrip()[:1] in (b"<", b"")

    @cached_property
    def markup(self) -> str:
        """The text of a page; a file has none."""
        return decode(self.body, self.headers.get("content-type", "")) if self.is_html else ""

    @cached_property
    def pagina(self) -> Webpagina:
        """The body as a page; that of a file reads as an empty one."""
        return parse_pagina(self.markup)
