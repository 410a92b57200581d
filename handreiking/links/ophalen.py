"""One address fetched: our own redirect loop, a few tries, and no server that can make it last.

Each address in the data is asked for once, by name, as a reader would by following the link; robots.txt, which
tells crawlers what to leave alone (RFC 9309), is therefore not read. Requests are GET: many servers refuse HEAD.
"""

from __future__ import annotations

import contextlib
import http.client
import math
import ssl
from dataclasses import replace
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit

from requests import Request, RequestException, Response
from urllib3.exceptions import DecodeError, HTTPError
from urllib3.exceptions import TimeoutError as Urllib3TimeoutError

from handreiking.links.antwoord import Antwoord, Fout, Hop, MisluktError
from handreiking.links.bewaking import Adres, parse_adres
from handreiking.links.drempels import Drempels
from handreiking.links.omgeving import Omgeving
from handreiking.links.rem import Rem
from handreiking.links.verbinding import Keten, Transport

_REDIRECTS = {301, 302, 303, 307, 308}
_AGAIN = {Fout.NAAMDIENST, Fout.TE_TRAAG, Fout.VERBROKEN}
# The codes of OpenSSL (x509_vfy.h) that readers can tell apart.
_CERTIFICATE = {
    10: "het certificaat van de server is verlopen",
    18: "het certificaat is door de server zelf ondertekend",
    19: "het certificaat komt van een onbekende uitgever",
    20: "het certificaat komt van een onbekende uitgever, of de server stuurt een tussencertificaat niet mee",
    62: "het certificaat is voor een andere site",
}

# The first that fits counts.
_ERRORS: tuple[tuple[type[Exception] | tuple[type[Exception], ...], Fout, str], ...] = (
    ((TimeoutError, Urllib3TimeoutError), Fout.TE_TRAAG, "de server antwoordde niet op tijd"),
    (RequestException, Fout.ONGELDIG, "het adres is niet te lezen"),
    (ConnectionRefusedError, Fout.VERBROKEN, "de server weigert de verbinding"),
    (DecodeError, Fout.VERBROKEN, "de inhoud is onderweg beschadigd"),
    (Exception, Fout.VERBROKEN, "de verbinding werd verbroken"),
)


def load_antwoord(url: str, omgeving: Omgeving, drempels: Drempels, rem: Rem, einde: float) -> Antwoord:
    """Fetch an address, with as many tries as it needs; never raises for what an address or a server does.

    `rem` is shared by the whole run, which is over at monotonic time `einde`.
    """
    antwoord = _fetch(url, omgeving, drempels, rem, einde)
    for poging in range(2, drempels.pogingen + 1):
        wait = _wait(antwoord, poging, omgeving, drempels)
        if wait is None or omgeving.monotonic() + wait >= einde:
            break
        if "retry-after" in antwoord.headers:
            rem.stel_uit(urlsplit(antwoord.url).hostname or "", wait)
        omgeving.sleep(wait)
        antwoord = replace(_fetch(url, omgeving, drempels, rem, einde), pogingen=poging)
    return antwoord


def _fetch(url: str, omgeving: Omgeving, drempels: Drempels, rem: Rem, einde: float) -> Antwoord:
    """Follow an address and its redirects, once."""
    stappen: list[Hop] = []
    transport = Transport(omgeving, drempels)
    with Keten(transport) as keten:
        while True:
            try:
                adres = parse_adres(url)
                url = adres.url
                with rem.beurt(adres.host, einde):
                    transport.tot = min(omgeving.monotonic() + drempels.verzoek, einde)
                    antwoord = _request(adres, keten, drempels)
            except (MisluktError, RequestException, HTTPError, http.client.HTTPException, OSError) as error:
                fout, zin = (Fout.GEEN_TIJD, "de tijd was om") if omgeving.monotonic() >= einde else _explain(error)
                return Antwoord(url, tuple(stappen), fout=fout, zin=zin)
            naar = _redirect(antwoord)
            if naar is None:
                return replace(antwoord, stappen=tuple(stappen))
            stappen.append(Hop(url, antwoord.status or 0, naar))
            if len(stappen) > drempels.omleidingen:
                zin = f"na {drempels.omleidingen} omleidingen stuurt de server nog door, naar {naar}"
                return Antwoord(url, tuple(stappen), fout=Fout.KRING, zin=zin)
            url = naar


def _request(adres: Adres, keten: Keten, drempels: Drempels) -> Antwoord:
    """Ask for one address, and read as much of the body as is needed to judge it."""
    headers = {
        "User-Agent": drempels.user_agent,
        "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8",
        "Accept-Language": "nl,en;q=0.5",
        "Accept-Encoding": "gzip, deflate",
        "Connection": "close",
    }
    prepared = keten.prepare_request(Request("GET", adres.url, headers=headers))
    prepared.url = adres.url  # byte for byte: requests writes percent-encoding and brackets its own way
    with keten.send(prepared, stream=True) as response:
        antwoord = Antwoord(
            adres.url, status=response.status_code, headers={k.lower(): v for k, v in response.headers.items()}
        )
        if _redirect(antwoord) is not None:
            return antwoord
        body, more = _read(response, drempels.bytes_pagina if _is_page(antwoord) else drempels.bytes_bestand)
        return replace(antwoord, body=body, afgekapt=more)


def _read(response: Response, limit: int) -> tuple[bytes, bool]:
    """Return at most `limit` decoded bytes of the body, and whether there is more.

    urllib3 decodes no further than it is asked to (from 2.6 on), so a gzip bomb costs as much as it may be read.
    """
    body: bytes = response.raw.read(limit + 1, decode_content=True)
    return body[:limit], len(body) > limit


def _is_page(antwoord: Antwoord) -> bool:
    return antwoord.mediatype in ("", "text/html", "application/xhtml+xml")


def _redirect(antwoord: Antwoord) -> str | None:
    """Return the whole address a redirect names, or None where the response is none (RFC 9110, 10.2.2)."""
    location = antwoord.headers.get("location", "").strip()
    if antwoord.status not in _REDIRECTS or not location:
        return None
    with contextlib.suppress(UnicodeError):
        # http.client reads header fields as Latin-1; servers that do not encode an address send UTF-8.
        location = location.encode("latin-1").decode("utf-8")
    try:
        return urljoin(antwoord.url, location)
    except ValueError:
        return location


def _wait(antwoord: Antwoord, poging: int, omgeving: Omgeving, drempels: Drempels) -> float | None:
    """Return how long to wait before a next try, or None where it is no use."""
    if antwoord.fout is not None:
        again = antwoord.fout in _AGAIN
    else:
        status = antwoord.status or 0
        again = status in drempels.opnieuw or 500 <= status < 600
    if not again:
        return None
    usual = drempels.wachten[min(poging - 2, len(drempels.wachten) - 1)]
    asked = _retry_after(antwoord.headers.get("retry-after"), omgeving)
    if asked is None:
        return usual
    return max(asked, usual) if asked <= drempels.retry_after else None


def _retry_after(value: str | None, omgeving: Omgeving) -> float | None:
    """Return the seconds a server asks to wait, from a number or a date (RFC 9110, 10.2.3); None where it does not."""
    if value is None:
        return None
    if value.strip().isdecimal():
        return float(value)
    try:
        seconds = (parsedate_to_datetime(value) - omgeving.nu()).total_seconds()
    except (ValueError, TypeError, OverflowError):
        return None
    return max(0.0, math.ceil(seconds))


def _explain(error: Exception) -> tuple[Fout, str]:
    """Return the kind of what went wrong on the way to a server, and a Dutch clause for it."""
    if isinstance(error, MisluktError):
        return error.fout, error.zin
    if isinstance(error, ssl.SSLCertVerificationError):
        return Fout.CERTIFICAAT, _CERTIFICATE.get(error.verify_code, f"het certificaat klopt niet ({error.reason})")
    if isinstance(error, ssl.SSLError) and not isinstance(error, TimeoutError):
        return Fout.VERBROKEN, f"de beveiligde verbinding kwam niet tot stand ({error.reason or 'afgebroken'})"
    return next((fout, zin) for kinds, fout, zin in _ERRORS if isinstance(error, kinds))
