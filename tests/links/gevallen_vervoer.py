"""The cases in which the status, the way there or the connection decides."""

from __future__ import annotations

import gzip
import socket
import zlib
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import repeat

from tests.links.certificaten import ANDERE_NAAM, EIGEN, ONBEKEND, VERLOPEN
from tests.links.geval import geblokkeerd, kapot, onzeker, verdacht, verhuisd, werkt
from tests.links.storingsserver import (
    DOMEIN,
    RESET,
    ZONDER_TLS,
    Handler,
    Verzoek,
    druppel,
    geef,
    na_elkaar,
    pagina,
    speel,
    stuur_door,
)

_KOP = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
_STUK = b"<p>Een stuk van een pagina die nooit ophoudt.</p>\n" * 100
ELDERS = f"http://elders.{DOMEIN}"
STUK = "/artikel/stuk"


def zonder_head(verzoek: Verzoek) -> Iterator[object]:
    """Refuse HEAD, as many servers do."""
    yield from (geef(405) if verzoek.methode == "HEAD" else pagina())(verzoek)


def alleen(doel: str) -> Handler:
    """Answer one exact request target, and 404 any other."""
    return lambda verzoek: (pagina() if verzoek.doel == doel else geef(404))(verzoek)


def met_koekje(verzoek: Verzoek) -> Iterator[object]:
    """Redirect to itself until the cookie comes back."""
    bare = geef(302, location=STUK, set_cookie="gezien=ja; Path=/")
    yield from (pagina() if "gezien=ja" in verzoek.headers.get("cookie", "") else bare)(verzoek)


@cache
def _gzipbom() -> tuple[bytes, ...]:
    pack = zlib.compressobj(9, wbits=31)
    body = b"".join(pack.compress(b"<p>" + b" Boem" * 20_000) for _ in range(200)) + pack.flush()
    return (_KOP + b"Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(body), body)


def gzipbom(verzoek: Verzoek) -> Iterable[object]:
    """Send a page of 20 MB in 20 kB, packed when it is first asked for."""
    return speel(*_gzipbom())(verzoek)


STATUSSEN = (
    werkt("200", {STUK: pagina()}, "Werkt: status 200."),
    werkt("HEAD geweigerd", {STUK: zonder_head}, "status 200"),
    kapot("404", {STUK: geef(404)}, "status 404 (niet gevonden)"),
    kapot("410", {STUK: geef(410)}, "status 410 (verwijderd)"),
    geblokkeerd("401", {STUK: geef(401)}, "status 401"),
    geblokkeerd("403", {STUK: geef(403)}, "status 403 (geen toegang)"),
    geblokkeerd("429 zonder Retry-After", {STUK: geef(429)}, "status 429"),
    werkt("429 met Retry-After", {STUK: na_elkaar(geef(429, retry_after="0"), pagina())}, "Dit was poging 2"),
    geblokkeerd("429 en lang wachten", {STUK: geef(429, retry_after="3600")}, "status 429"),
    geblokkeerd("451", {STUK: geef(451)}, "juridische redenen"),
    geblokkeerd("999", {STUK: geef(999)}, "status 999"),
    onzeker("400", {STUK: geef(400)}, "status 400"),
    onzeker("500", {STUK: geef(500)}, "status 500 (fout in de server). Dit was poging 3"),
    werkt("503 dan 200", {STUK: na_elkaar(geef(503), pagina())}, "status 200. Dit was poging 2"),
    werkt("robots-txt verbiedt het", {STUK: pagina(), "/robots.txt": geef(200, b"Disallow: /")}, "status 200"),
)

OMLEIDINGEN = (
    verhuisd("301", {STUK: stuur_door(301, "/n/x"), "/n/x": pagina()}, "status 301 dat het adres voortaan http://301."),
    werkt("302", {STUK: stuur_door(302, "/nu/hier"), "/nu/hier": pagina()}, "Na 1 omleiding: http://302."),
    werkt("303", {STUK: stuur_door(303, "/nu/hier"), "/nu/hier": pagina()}, "Na 1 omleiding"),
    werkt("307", {STUK: stuur_door(307, "/nu/hier"), "/nu/hier": pagina()}, "Na 1 omleiding"),
    verhuisd(
        "308 met fragment",
        {STUK: stuur_door(308, f"{ELDERS}/b"), "elders/b": pagina(extra="<h2 id=c>C</h2>")},
        "status 308",
        pad=f"{STUK}#c",
        nieuw_url=f"{ELDERS}/b#c",
    ),
    verhuisd(
        "301 naar https",
        {STUK: stuur_door(301, f"https://elders.{DOMEIN}{STUK}"), f"elders{STUK}": pagina()},
        "voortaan https://elders.",
        nieuw_url=f"https://elders.{DOMEIN}{STUK}",
    ),
    verhuisd(
        "301 dan 302",
        {STUK: stuur_door(301, "/b/c"), "/b/c": stuur_door(302, "/d/e"), "/d/e": pagina()},
        "/b/c is",
        nieuw_url=f"http://301-dan-302.{DOMEIN}/b/c",
    ),
    werkt("302 dan 301", {STUK: stuur_door(302, "/b/c"), "/b/c": stuur_door(301, "/d/e"), "/d/e": pagina()}, "Na 2"),
    kapot("301 naar 404", {STUK: stuur_door(301, "/b/c")}, "status 404 (niet gevonden). Na 1 omleiding"),
    onzeker("kring", {STUK: stuur_door(302, STUK)}, "Na 10 omleidingen stuurt de server nog door"),
    werkt("kring tot het koekje", {STUK: met_koekje}, "status 200"),
    onzeker("omleiding zonder adres", {STUK: geef(302)}, "status 302 (omleiding zonder adres)"),
    werkt("omleiding in UTF-8", {STUK: stuur_door(302, "/café/x"), "/caf%C3%A9/x": pagina()}, "/caf%C3%A9/x"),
    werkt("omleiding met spatie", {STUK: stuur_door(302, "/een stuk"), "/een%20stuk": pagina()}, "/een%20stuk"),
    werkt(
        "omleiding met een eindeloos lichaam",
        {STUK: speel(b"HTTP/1.1 302 X\r\nLocation: /b/c\r\n\r\n", 30.0), "/b/c": pagina()},
        "status 200. Na 1 omleiding",
    ),
    verdacht("omleiding naar een app", {STUK: stuur_door(302, "itms-apps://winkel/1")}, "'itms-apps'"),
    verdacht("omleiding naar een poort", {STUK: stuur_door(301, f"{ELDERS}:8080/")}, "Poort 8080 is geen gewone"),
)

VERBINDINGEN = (
    onzeker("traag begin", {STUK: speel(30.0)}, "antwoordde niet op tijd. Dit was poging 2"),
    onzeker("druppelende kop", {STUK: druppel(_KOP, b"X-Lang: " + b"x" * 600)}, "antwoordde niet op tijd"),
    onzeker("druppelende inhoud", {STUK: druppel(_KOP + b"\r\n", b"x" * 600)}, "antwoordde niet op tijd"),
    onzeker("eindeloos 100 Continue", {STUK: lambda _: repeat(b"HTTP/1.1 100 Continue\r\n\r\n")}, "Dit was poging"),
    onzeker("verbroken", {STUK: speel(RESET)}, "verbroken"),
    onzeker("verbroken halverwege", {STUK: speel(_KOP + b"\r\n<p>Een", 0.05, RESET)}, "verbroken"),
    onzeker("gesloten zonder antwoord", {STUK: speel()}, "verbroken"),
    werkt("eenmaal verbroken", {STUK: na_elkaar(speel(RESET), pagina())}, "Dit was poging 2"),
    onzeker("afgekapte inhoud", {STUK: speel(_KOP + b"Content-Length: 9999\r\n\r\n<p>Een")}, "verbroken"),
    onzeker("afgekapt brok", {STUK: speel(_KOP + b"Transfer-Encoding: chunked\r\n\r\nff\r\n<p>Een")}, "verbroken"),
    onzeker("geen HTTP", {STUK: speel(b"220 mail.voorbeeld.test ESMTP\r\n")}, "verbroken"),
    werkt("gzip", {STUK: geef(200, gzip.compress(b"<p>" + _STUK), content_encoding="gzip")}, "status 200"),
    onzeker("kapotte gzip", {STUK: geef(200, b"geen gzip" * 9, content_encoding="gzip")}, "onderweg beschadigd"),
    werkt("gzipbom", {STUK: gzipbom}, "status 200"),
    werkt("eindeloze inhoud", {STUK: lambda _: (_KOP + b"\r\n", *[_STUK] * 2000)}, "status 200"),
    werkt("TLS in orde", {STUK: pagina()}, "status 200", schema="https"),
    kapot("TLS eigen", {}, "door de server zelf ondertekend", schema="https", adressen=([EIGEN],)),
    kapot("TLS verlopen", {}, "certificaat van de server is verlopen", schema="https", adressen=([VERLOPEN],)),
    kapot("TLS andere naam", {}, "voor een andere site", schema="https", adressen=([ANDERE_NAAM],)),
    kapot("TLS onbekend", {}, "onbekende uitgever", schema="https", adressen=([ONBEKEND],)),
    onzeker("geen TLS", {}, "beveiligde verbinding kwam niet tot stand", schema="https", adressen=([ZONDER_TLS],)),
    kapot("geen host", {}, "De naam 'weg.test' bestaat niet", url="https://weg.test/artikel"),
    kapot("omleiding naar geen host", {STUK: stuur_door(302, "http://weg.test/")}, "'weg.test' bestaat niet"),
    onzeker(
        "naamdienst hapert",
        {},
        "was niet op te zoeken. Dit was poging 3",
        adressen=(socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution"),),
    ),
)

SCHRIJFWIJZEN = (
    werkt("schuine streep gecodeerd", {"/*": alleen("/a%2Fb/c%2Bd")}, "200", pad="/a%2Fb/c%2Bd"),
    werkt(
        "vaste spatie gecodeerd",
        {"/*": alleen("/een%C2%A0stuk?a_1%5b%5d=3")},
        "200",
        pad="/een%C2%A0stuk?a_1%5b%5d=3",
    ),
    werkt("haken", {"/*": alleen("/a[1]/(b)?c[]=d,e")}, "200", pad="/a[1]/(b)?c[]=d,e"),
    werkt("plus en tilde", {"/*": alleen("/ons+aanbod/%7Ex~y")}, "200", pad="/ons+aanbod/%7Ex~y"),
    werkt("letters in het pad", {"/*": alleen("/caf%C3%A9/a%20b")}, "200", pad="/café/a b"),
    werkt("host met é", {"xn--caf-dma/x": pagina()}, "200", url=f"http://café.{DOMEIN}/x"),
    kapot("host met punt", {STUK: pagina()}, "bestaat niet", url="http://weg.test./x"),
)

VERVOER = STATUSSEN + OMLEIDINGEN + VERBINDINGEN + SCHRIJFWIJZEN
