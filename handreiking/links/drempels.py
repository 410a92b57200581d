"""Every threshold that decides in the link check, in one place; the phrases stand in `herkenning.yaml`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Drempels:
    """The thresholds, with the values of a real run; times in seconds, sizes in bytes or in letters of text."""

    naam: str = "Handreiking/0.1"
    """What we call ourselves. Some servers refuse whatever has "link" or "bot" in its name."""
    browser: str = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
    """What a browser calls itself; used once more where a program was told that there is nothing."""

    verbinden: float = 10.0
    """How long a connection may take to open, per numeric address."""
    verzoek: float = 30.0
    """How long one request may take in all, from resolving the name to the end of the body."""
    run: float = 1200.0
    """How long the whole run may take, whatever the servers do."""
    respijt: float = 2.0
    """How long after that the run waits for requests that are ending by themselves."""
    ijkpunt: float = 10.0
    """How long the look at names that surely exist may take (`ijkpunten`)."""

    pogingen: int = 3
    wachten: tuple[float, ...] = (2.0, 6.0)
    """How long to wait before the second try, the third, …"""
    retry_after: float = 60.0
    """The longest wait that is granted to a server that asks for one (RFC 9110, 10.2.3)."""
    omleidingen: int = 10
    verversing: float = 10.0
    """A page that sends its reader on within so many seconds is a redirect; later, it is a page."""
    numeriek: int = 4
    """How many numeric addresses of one name are tried."""

    per_host: int = 2
    pauze: float = 0.25
    """Between the starts of two requests to one host."""
    stil: int = 2
    """After so many requests in a row that were not answered in time a host is asked no more."""
    werkers: int = 64
    """So many addresses at a time; they mostly wait, for a server or for their turn."""

    bytes_pagina: int = 512 * 1024
    bytes_bestand: int = 8192
    """Of a file only its kind matters; `%PDF-` stands in the first 1024 bytes (ISO 32000, Annex H)."""

    leeg: int = 30
    """Fewer letters of text than this is an empty page."""
    kort: int = 600
    """Up to this many letters a phrase anywhere on the page says what the page is."""
    kop_extra: int = 1
    """So many words that tell something may stand around a phrase in a heading for it to still be what that says."""
    gelijk: int = 6
    """Two pages that differ in no more words than this are the same page."""
    anders: float = 0.15
    """A page that has no more than this part of the words it had is another page."""

    kapot: frozenset[int] = frozenset({404, 410})
    stuk: frozenset[int] = frozenset({400, 408, 421, 425, 431})
    """Statuses below 500 that blame the request or the moment; all others refuse who asks."""
    opnieuw: frozenset[int] = frozenset({408, 425, 429})
    """Statuses below 500 that are worth another try; all from 500 are."""

    ijkpunten: tuple[str, ...] = ("www.overheid.nl", "www.rijksoverheid.nl")
    """Names that exist: where no host answered, resolving these tells a wrong name from a dead network."""
    minste_certificaten: int = 2
    """So many hosts with a wrong certificate, and none that answers, is a fault of this network."""

    kapot_runs: int = 2
    onzeker_runs: int = 3
    onzeker_dagen: int = 7
    blik_dagen: int = 180
    """How long a person's look at a page that refuses programs is good for."""
    anders_dagen: int = 28
    """How long a page that became another one is told of, before it is taken for what should be there."""

    def koppen(self, *, browser: bool) -> tuple[str, ...]:
        """Return the header fields to ask with: as the program that this is, or as a browser."""
        return (
            f"User-Agent: {self.browser if browser else self.naam}",
            "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
            f"Accept-Language: {'nl,en-US;q=0.7,en;q=0.3' if browser else 'nl,en;q=0.5'}",
            *(("Upgrade-Insecure-Requests: 1", "Sec-Fetch-Mode: navigate") if browser else ()),
        )
