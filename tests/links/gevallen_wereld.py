"""What users of link checkers reported of real servers, with the verdict that is right: by kind, and variants of each.

A verdict that is worse than the right one is a false alarm, one that is better a silent miss; see `telling.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import brotli
import zstandard

from handreiking.links.doel import Oordeel
from tests.links.certificaten import TUSSEN, TUSSEN_BINNEN, TUSSEN_LEEG, TUSSEN_VALS, TUSSEN_WEG, UITGEVER, UITGIFTEN
from tests.links.geval import Geval, geblokkeerd, kapot, onzeker, verdacht, verhuisd, werkt
from tests.links.storingsserver import DOMEIN, RESET, Handler, Verzoek, geef, pagina, speel, stuur_door

STUK = "/artikel/stuk"
LANG = "De gemeente werkt samen met scholen, wijkteams en de politie aan een veilige buurt voor iedereen. " * 9
MENU = "".join(
    f"<li><a href=/{w}>{w}</a>" for w in ["wonen", "zorg", "werk", "jeugd", "veiligheid", "bestuur", "contact"]
)
VOET = "<footer>Stadhuis, Markt 1, geopend van 9 tot 17 uur. Cookies, privacy, toegankelijkheid, sitemap.</footer>"
INLOG = "<form><input name=naam><input type=password name=w></form>"
WEG = "Oei, hier is even niets te zien. Misschien helpt onze zoekmachine u verder."


def site(kop: str, tekst: str = "", titel: str = "", **headers: str) -> Handler:
    """Answer with a page that has a whole site around it."""
    return pagina(
        tekst or LANG, titel or f"{kop} | Gemeente Duinwijk", f"<nav>{MENU}</nav><h1>{kop}</h1>", VOET, **headers
    )


def voor_programmas(weigering: Handler, goed: Handler | None = None) -> Handler:
    """Refuse whoever does not ask as a browser does."""

    def answer(verzoek: Verzoek) -> Iterator[object]:
        browser = verzoek.headers.get("user-agent", "").startswith("Mozilla/") and "accept-language" in verzoek.headers
        yield from ((goed or site("Samenwerken")) if browser else weigering)(verzoek)

    return answer


def zonder_link(verzoek: Verzoek) -> Iterator[object]:
    """Refuse whoever calls itself something with links in it."""
    named = verzoek.headers.get("user-agent", "").lower()
    yield from (geef(403) if any(w in named for w in ("link", "bot", "crawl", "spider")) else site("Wijken"))(verzoek)


def vooraf(status: int, *, keer: int = 1, dan: Handler | None = None, extra: bytes = b"") -> Handler:
    """Send interim answers before the real one."""
    interim = b"HTTP/1.1 %d X\r\nLink: </stijl.css>; rel=preload\r\n%s\r\n" % (status, extra)
    return lambda verzoek: iter([interim * keer, *(dan or site("Zorg"))(verzoek)])


def met_404(handler: Handler) -> Handler:
    """Answer the same, with the status that is honest."""
    return lambda verzoek: (
        piece.replace(b" 200 ", b" 404 ", 1) if isinstance(piece, bytes) else piece for piece in handler(verzoek)
    )


def met_velden(number: int = 0, lengte: int = 0) -> Handler:
    """Answer with many header fields, or one long one."""
    fields = "".join(f"X-Veld-{n}: waarde\r\n" for n in range(number)) + (
        f"X-Lang: {'y' * lengte}\r\n" if lengte else ""
    )
    body = b"<title>Een pagina</title><p>" + LANG.encode()
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(body)}\r\n{fields}\r\n"
    return speel(head.encode() + body)


def gepakt(hoe: str, handler: Handler) -> Handler:
    """Answer compressed, though nobody asked for it."""
    pack = {"br": brotli.compress, "zstd": zstandard.compress, "compress": lambda b: b"\x1f\x9d" + b}[hoe]

    def answer(verzoek: Verzoek) -> Iterator[object]:
        head, _, body = b"".join(handler(verzoek)).partition(b"\r\n\r\n")  # type: ignore[arg-type]
        packed = pack(body)
        lines = [line for line in head.split(b"\r\n") if not line.lower().startswith(b"content-length")]
        yield b"\r\n".join(
            [*lines, b"Content-Encoding: " + hoe.encode(), b"Content-Length: %d" % len(packed), b"", packed]
        )

    return answer


def verouderd(verzoek: Verzoek) -> Iterator[object]:
    """Send whoever asks for what is not there to one page, with the address they asked for."""
    yield from stuur_door(302, f"/zoeken?vraag={verzoek.doel.strip('/')}")(verzoek)


def met_sessie(verzoek: Verzoek) -> Iterator[object]:
    """Give everyone who comes a number of their own, in the address."""
    yield from (site("Zorg") if "?" in verzoek.doel else stuur_door(301, f"{STUK}?PHPSESSID=a1b2"))(verzoek)


def echo(verzoek: Verzoek) -> Iterator[object]:
    """Say of any address, by its name, that it holds nothing."""
    yield from site("Hallo", f"Op {verzoek.doel} stond iets anders. Volgnummer 8841. {WEG}")(verzoek)


TUSSENANTWOORDEN = (
    werkt("102 vooraf", {STUK: vooraf(102)}, "status 200"),
    werkt("103 vooraf", {STUK: vooraf(103)}, "status 200"),
    werkt("drie keer 103", {STUK: vooraf(103, keer=3)}, "status 200"),
    werkt("100 vooraf", {STUK: vooraf(100)}, "status 200"),
    werkt("103 met een groot veld", {STUK: vooraf(103, extra=b"Link: " + b"x" * 60_000 + b"\r\n")}, "status 200"),
    kapot("103 en dan 404", {STUK: vooraf(103, dan=geef(404))}, "status 404"),
    verhuisd(
        "103 en dan 301",
        {STUK: vooraf(103, dan=stuur_door(301, "/nieuw/stuk")), "/nieuw/stuk": site("Zorg")},
        "voortaan",
    ),
)

KOPPEN = (
    werkt("130 velden", {STUK: met_velden(130)}, "status 200"),
    werkt("een veld van 70 kB", {STUK: met_velden(lengte=70_000)}, "status 200"),
    werkt("250 velden en een van 60 kB", {STUK: met_velden(250, 60_000)}, "status 200"),
    werkt("een veld van 99 kB", {STUK: met_velden(lengte=99_000)}, "status 200"),
    onzeker("koppen van 5 MB", {STUK: met_velden(lengte=5_000_000)}, "te groot"),
)

WEIGERINGEN = (
    geblokkeerd("402", {STUK: geef(402)}, "status 402"),
    geblokkeerd("406", {STUK: geef(406)}, "status 406"),
    geblokkeerd("418", {STUK: geef(418)}, "status 418"),
    geblokkeerd("426", {STUK: geef(426)}, "status 426"),
    geblokkeerd("405 op alles", {STUK: geef(405)}, "status 405"),
    geblokkeerd("444", {STUK: geef(444)}, "status 444"),
    werkt("403 voor wie link heet", {STUK: zonder_link}, "status 200"),
    geblokkeerd("404 voor programma's", {STUK: voor_programmas(geef(404))}, "browser"),
    geblokkeerd("410 voor programma's", {STUK: voor_programmas(geef(410))}, "browser"),
    geblokkeerd("400 voor programma's", {STUK: voor_programmas(geef(400))}, "browser"),
    werkt("500 voor programma's", {STUK: voor_programmas(geef(500))}, "status 200", mag=(Oordeel.GEBLOKKEERD,)),
    werkt("verbroken voor programma's", {STUK: voor_programmas(speel(RESET))}, "", mag=(Oordeel.GEBLOKKEERD,)),
    werkt("stilte voor programma's", {STUK: voor_programmas(speel(30.0))}, "", mag=(Oordeel.GEBLOKKEERD,)),
    kapot("404 voor iedereen", {STUK: voor_programmas(geef(404), geef(404))}, "status 404"),
    kapot("404 voor programma's, weg voor browsers", {STUK: voor_programmas(geef(404), geef(410))}, "status 4"),
)

_UITGEVER = {
    f"{UITGEVER}/{p}": (lambda _, p=p: geef(200, UITGIFTEN[f"/{p}"])(_)) for p in ("tussen.cer", "vals.cer", "leeg.cer")
}
CERTIFICATEN = (
    werkt(
        "tussencertificaat op te halen", {STUK: site("Jeugd"), **_UITGEVER}, "200", schema="https", adressen=([TUSSEN],)
    ),
    onzeker(
        "tussencertificaat weg", {STUK: site("Jeugd")}, "tussencertificaat", schema="https", adressen=([TUSSEN_WEG],)
    ),
    onzeker("tussencertificaat binnen", {}, "tussencertificaat", schema="https", adressen=([TUSSEN_BINNEN],)),
    onzeker(
        "tussencertificaat is er geen", {**_UITGEVER}, "tussencertificaat", schema="https", adressen=([TUSSEN_LEEG],)
    ),
    kapot(
        "tussencertificaat vals",
        {STUK: site("Jeugd"), **_UITGEVER},
        "uitgever",
        schema="https",
        adressen=([TUSSEN_VALS],),
    ),
)

CASINO = "casino-winst.test"
_CASINO = {f"{CASINO}/": site("Speel nu bij ons"), f"{CASINO}/bonus/stuk": site("De beste bonus")}
KAPINGEN = (
    verdacht("diepe link naar een casino", {STUK: stuur_door(301, f"http://{CASINO}/bonus/stuk"), **_CASINO}, CASINO),
    verdacht("voorpagina naar een casino", {"/": stuur_door(301, f"http://{CASINO}/"), **_CASINO}, CASINO, pad="/"),
    verdacht("tijdelijk naar een casino", {STUK: stuur_door(302, f"http://{CASINO}/bonus/stuk"), **_CASINO}, CASINO),
    verdacht(
        "via eigen www naar een casino",
        {
            STUK: stuur_door(301, f"http://www.{DOMEIN}/x"),
            "www/x": stuur_door(302, f"http://{CASINO}/bonus/stuk"),
            **_CASINO,
        },
        CASINO,
    ),
    verdacht(
        "te koop EN",
        {STUK: pagina("This website is for sale! " + LANG, "x.nl", "<h1>This website is for sale!</h1>")},
        "koop",
    ),
    verdacht("te koop NL", {STUK: pagina(LANG, "x.nl", "<h1>Deze website is te koop!</h1>")}, "koop"),
    verdacht("te koop, kort", {STUK: pagina("Interesse in deze domeinnaam? Doe een bod.", "duinwijk.nl")}, "koop"),
    verdacht(
        "script naar lander",
        {
            STUK: geef(
                200,
                b"<!DOCTYPE html><html><head><script>"
                b'window.onload=function(){window.location.href="/lander"}</script></head></html>',
            ),
            "/lander": pagina("x"),
        },
        "/lander",
    ),
    verdacht(
        "script naar elders",
        {STUK: geef(200, b"<script>location.replace('https://elders.example/')</script>")},
        "script",
    ),
    verdacht("ww1", {STUK: stuur_door(302, f"http://ww1.{DOMEIN}/?s=1"), "ww1/": pagina(LANG)}, "ww1"),
    verdacht("ww25", {"/": stuur_door(302, f"http://ww25.{DOMEIN}/a?s=1"), "ww25/a": pagina(LANG)}, "ww25", pad="/"),
    verdacht(
        "naar een verkoper van namen",
        {
            STUK: stuur_door(302, "http://www.hugedomains.com/domain_profile.cfm"),
            "www.hugedomains.com/domain_profile.cfm": pagina(LANG),
        },
        "hugedomains.com",
    ),
    verhuisd(
        "naar een ander deel van hetzelfde domein",
        {STUK: stuur_door(301, f"http://nieuw.{DOMEIN}/zorg/stuk"), "nieuw/zorg/stuk": site("Zorg")},
        "voortaan",
    ),
    werkt(
        "een wegwijzer",
        {
            "doi.org/10.1000/182": stuur_door(302, "http://tijdschrift.test/a/182"),
            "tijdschrift.test/a/182": site("Artikel"),
        },
        "200",
        url="http://doi.org/10.1000/182",
    ),
    werkt("huis te koop", {STUK: site("Huis te koop: waar u op let")}, "200"),
    werkt(
        "domeinnaam in een kop", {STUK: site("Koop deze domeinnaam niet zomaar: tips voor bedrijven en scholen")}, "200"
    ),
)

NAAR_NIET_GEVONDEN = (
    verdacht(
        "301 naar niet-gevonden",
        {STUK: stuur_door(301, "/niet-gevonden"), "/niet-gevonden": site("Zoeken")},
        "niet-gevonden",
    ),
    verdacht("301 naar een 404-pad", {STUK: stuur_door(301, "/404"), "/404": site("Zoeken")}, "/404"),
    verdacht("302 naar 404.html", {STUK: stuur_door(302, "/nl/404.html"), "/nl/404.html": site("Zoeken")}, "404.html"),
    verdacht(
        "302 naar aspx",
        {STUK: stuur_door(302, "/404.aspx?aspxerrorpath=/artikel/stuk"), "/404.aspx": site("Zoeken")},
        "404.aspx",
    ),
    verdacht(
        "302 naar errors", {STUK: stuur_door(302, "/errors/404?item=stuk"), "/errors/404": site("Zoeken")}, "errors"
    ),
    verdacht(
        "301 naar pagina-niet-gevonden",
        {STUK: stuur_door(301, "/pagina-niet-gevonden/"), "/pagina-niet-gevonden/": site("Hulp")},
        "gevonden",
    ),
    verdacht(
        "301 naar page-not-found",
        {STUK: stuur_door(301, "/en/page-not-found"), "/en/page-not-found": site("Help")},
        "not-found",
    ),
    verdacht("301 naar foutpagina", {STUK: stuur_door(301, "/foutpagina"), "/foutpagina": site("Hulp")}, "foutpagina"),
    verhuisd(
        "301 naar een artikel over fouten",
        {
            STUK: stuur_door(301, "/hulp/404-fouten-oplossen"),
            "/hulp/404-fouten-oplossen": site("Fouten oplossen op uw website"),
        },
        "voortaan",
    ),
    verhuisd(
        "301 naar een foutenboek",
        {STUK: stuur_door(301, "/leren-van-fouten"), "/leren-van-fouten": site("Leren van fouten")},
        "voortaan",
    ),
)

ZINNEN = (
    "Deze pagina kunnen wij niet vinden",
    "De opgevraagde pagina is niet beschikbaar",
    "Pagina onvindbaar",
    "Het document kan niet worden gevonden",
    "Foutmelding 404",
    "Deze pagina is verdwenen",
    "De pagina is niet meer beschikbaar",
    "Sorry, wij kunnen de pagina niet vinden",
    "Helaas, deze pagina bestaat niet",
    "404: pagina niet gevonden",
    "Deze pagina is verwijderd",
    "Het bestand is niet aanwezig",
    "Geen pagina gevonden",
    "De gevraagde publicatie bestaat niet meer",
    "Webpagina niet gevonden",
    "Oeps! Deze pagina is er niet meer",
    "Error 404 - Page not found",
    "This page isn't available",
    "We can't find that page",
    "Helaas kunnen we de pagina die u zoekt niet terugvinden",
    "De door u opgevraagde pagina kan niet worden weergegeven",
    "Deze link werkt niet meer",
    "Het artikel is niet langer online",
)
ZACHT = (
    *(verdacht(f"kop {zin}", {STUK: site(zin)}, "er niet is") for zin in ZINNEN),
    *(verdacht(f"overal {zin}", {"/*": site(zin)}, "", pad="/kennis/stuk?id=4") for zin in ZINNEN[:3]),
    verdacht("overal hetzelfde zonder zin", {"/*": site("Oei", WEG)}, "kan bestaan"),
    verdacht("overal hetzelfde met het adres erin", {"/*": echo}, "kan bestaan"),
    verdacht("alles naar zoeken", {"/*": verouderd, "/zoeken": site("Zoeken")}, "/zoeken"),
    verdacht(
        "het lichaam van de echte 404",
        {STUK: site("Hier", WEG), "/*": met_404(site("Hier", WEG))},
        "kan bestaan",
    ),
    verdacht("JSON 404", {STUK: geef(200, b'{"status":404,"message":"x"}', content_type="application/json")}, "404"),
    verdacht(
        "JSON error", {STUK: geef(200, b'{"error":{"code":404}}', content_type="application/problem+json")}, "404"
    ),
    verdacht(
        "JSON tekst", {STUK: geef(200, b'{"statusCode":"404"}', content_type="application/json; charset=utf-8")}, "404"
    ),
    onzeker("onderhoud", {STUK: site("Deze site is tijdelijk niet beschikbaar wegens onderhoud")}, "onderhoud"),
    onzeker(
        "onderhoud kort", {STUK: pagina("Wij zijn zo terug. Gepland onderhoud tot 14 uur.", "Onderhoud")}, "onderhoud"
    ),
    onzeker("maintenance", {STUK: pagina("We are down for maintenance.", "Site under maintenance")}, "maintenance"),
)

ECHT = (
    werkt("folder niet meer beschikbaar", {STUK: site("Papieren folder niet meer beschikbaar")}, "200"),
    werkt("fout 404 voorkomen", {STUK: site("Fout 404 voorkomen op uw website")}, "200"),
    werkt("over de melding", {STUK: site("Wat u doet als u de melding 'pagina niet gevonden' krijgt")}, "200"),
    werkt("subsidie niet meer beschikbaar", {STUK: site("Subsidie niet meer beschikbaar na 2026")}, "200"),
    werkt("onderhoud van wegen", {STUK: site("Onderhoud van wegen en paden")}, "200"),
    werkt("website in onderhoud geven", {STUK: site("Website in onderhoud geven: de regels")}, "200"),
    werkt("document herstellen", {STUK: site("Document verwijderd? Zo herstelt u het in Word")}, "200"),
    werkt("verdwenen kinderen", {STUK: site("Het dossier is verdwenen: wat nu?")}, "200"),
    werkt(
        "overal dezelfde titel",
        {
            STUK: site("Zorg", "Twintig nieuwe woorden die nergens anders staan: " + LANG, "Duinwijk"),
            "/*": site("Oei", WEG, "Duinwijk"),
        },
        "200",
    ),
    werkt(
        "dunne pagina naast zachte 404",
        {
            STUK: site(
                "Contact", "Bel de balie op nummer veertien nul twintig, elke dag tot vijf uur 's middags.", "Duinwijk"
            ),
            "/*": site("Contact", WEG, "Duinwijk"),
        },
        "200",
    ),
    werkt(
        "toepassing die een script vult",
        {"/*": pagina("Even geduld", extra="<div id=app></div><script src=/app.js></script>")},
        "200",
    ),
    werkt(
        "toepassing met menu",
        {"/*": pagina("Een ogenblik", "Dashboard", extra="<div id=root></div><script src=/main.js></script>")},
        "200",
        pad="/kaart/42",
    ),
    werkt(
        "server stuurt wat er niet is naar huis",
        {STUK: site("Wijken"), "/*": stuur_door(302, "/"), "/": site("Welkom")},
        "200",
    ),
    werkt(
        "JSON met gegevens", {STUK: geef(200, b'{"status":"ok","aantal":404}', content_type="application/json")}, "200"
    ),
    werkt("JSON lijst", {STUK: geef(200, b'[{"status":404}]', content_type="application/json")}, "200"),
    werkt("alle voorpagina's gelijk", {"/*": site("Welkom in Duinwijk")}, "200", pad="/"),
)

CODERINGEN = (
    werkt("brotli ongevraagd", {STUK: gepakt("br", site("Werk"))}, "200"),
    werkt("zstd ongevraagd", {STUK: gepakt("zstd", site("Werk"))}, "200"),
    werkt("anker in brotli", {STUK: gepakt("br", pagina(extra="<h2 id=doen>D"))}, "200", pad=f"{STUK}#doen"),
    werkt("anker in zstd", {STUK: gepakt("zstd", pagina(extra="<h2 id=doen>D"))}, "200", pad=f"{STUK}#doen"),
    verdacht("niet gevonden in brotli", {STUK: gepakt("br", site("Pagina niet gevonden"))}, "er niet is"),
    verdacht("niet gevonden in zstd", {STUK: gepakt("zstd", site("Pagina niet gevonden"))}, "er niet is"),
    onzeker("onbekende codering", {STUK: gepakt("compress", site("Werk"))}, "gecodeerd"),
    onzeker("kapotte zstd", {STUK: geef(200, b"geen zstd" * 9, content_encoding="zstd")}, "beschadigd"),
)

FRAGMENTEN = (
    werkt(
        "anker met procent",
        {STUK: pagina(extra='<h2 id="tangent%3A-kustomize">T')},
        "200",
        pad=f"{STUK}#tangent%3A-kustomize",
    ),
    werkt(
        "anker gedecodeerd",
        {STUK: pagina(extra='<h2 id="tangent: kustomize">T')},
        "200",
        pad=f"{STUK}#tangent%3A%20kustomize",
    ),
    werkt("regel van code", {STUK: pagina(extra="<script src=a.js></script>")}, "200", pad=f"{STUK}#L20"),
    werkt("regels van code", {STUK: pagina(extra="<script src=a.js></script>")}, "200", pad=f"{STUK}#L20-L31"),
    werkt("stroom", {STUK: pagina(extra="<script src=a.js></script>")}, "200", pad=f"{STUK}#narrow/stream/7-algemeen"),
    werkt(
        "anker dat een script maakt",
        {STUK: pagina(LANG, extra="<div id=__next></div><script src=a.js></script>")},
        "200",
        pad=f"{STUK}#deel-3",
    ),
    werkt("anker op dubbel procent", {STUK: pagina(extra='<h2 id="a%2520b">T')}, "200", pad=f"{STUK}#a%2520b"),
    verdacht(
        "anker weg, gewone pagina",
        {STUK: pagina(extra="<h2 id=doen>D</h2><script src=teller.js></script>")},
        "'#laten'",
        pad=f"{STUK}#laten",
    ),
    verdacht(
        "anker met procent weg", {STUK: pagina(extra="<h2 id=a>D</h2>")}, "staat niet meer", pad=f"{STUK}#tangent%3A-x"
    ),
)

ANUBIS = (
    "<script id=anubis_challenge type=application/json>{}</script>"
    "<script src=/.within.website/x/cmd/anubis/a.mjs></script>"
)
MUREN = (
    geblokkeerd(
        "Anubis",
        {
            STUK: pagina(
                "Loading...", "Making sure you're not a bot!", "<h1>Making sure you&#39;re not a bot!</h1>", ANUBIS
            )
        },
        "robots",
    ),
    geblokkeerd(
        "Anubis in het Nederlands",
        {STUK: pagina("Laden...", "Controleren of u geen bot bent!", extra=ANUBIS)},
        "robots",
    ),
    geblokkeerd(
        "Anubis met toelichting", {STUK: pagina(LANG, "Making sure you're not a bot!", extra=ANUBIS)}, "robots"
    ),
    verdacht(
        "SharePoint",
        {
            STUK: stuur_door(302, "/_layouts/15/Authenticate.aspx?Source=x"),
            "/_layouts/15/Authenticate.aspx": pagina(LANG),
        },
        "inlogpagina",
        mag=(Oordeel.GEBLOKKEERD,),
    ),
    verdacht(
        "SharePoint via forms",
        {STUK: stuur_door(302, "/_forms/default.aspx?ReturnUrl=x"), "/_forms/default.aspx": pagina(LANG, extra=INLOG)},
        "inlog",
        mag=(Oordeel.GEBLOKKEERD,),
    ),
    geblokkeerd(
        "Vercel", {STUK: geef(429, b"<title>Vercel Security Checkpoint</title>We're verifying your browser")}, ""
    ),
    geblokkeerd("muur met 404 en merk", {STUK: voor_programmas(geef(404, b"<title>Access denied</title>"))}, "browser"),
    werkt("artikel over bots", {STUK: site("Hoe weet u of u met een bot praat?")}, "200"),
)

VERVERST = '<meta http-equiv="refresh" content="{}">'
VERVERSINGEN = (
    werkt(
        "refresh naar een goede pagina",
        {STUK: pagina("x", extra=VERVERST.format("0;url=/nieuw/hier")), "/nieuw/hier": site("Zorg")},
        "200",
    ),
    werkt(
        "Refresh-kop naar een goede pagina",
        {STUK: pagina("x", refresh="0;url=/nieuw/hier"), "/nieuw/hier": site("Zorg")},
        "200",
    ),
    werkt(
        "refresh met aanhalingstekens",
        {STUK: pagina("x", extra=VERVERST.format("1; URL='/nieuw/hier'")), "/nieuw/hier": site("Zorg")},
        "200",
    ),
    kapot("refresh naar wat er niet is", {STUK: pagina("x", extra=VERVERST.format("0;url=/weg/stuk"))}, "404"),
    kapot(
        "refresh naar binnen",
        {STUK: pagina("x", extra=VERVERST.format("0;url=http://10.0.0.5/geheim"))},
        "geen openbaar adres",
    ),
    kapot("Refresh-kop naar binnen", {STUK: pagina("x", refresh="0;url=http://[::1]/geheim")}, "geen openbaar adres"),
    onzeker(
        "refresh in een kring",
        {
            STUK: pagina("x", extra=VERVERST.format("0;url=/b/c")),
            "/b/c": pagina("x", extra=VERVERST.format(f"0;url={STUK}")),
        },
        "stuurt",
    ),
    werkt("refresh na een half uur", {STUK: pagina(LANG, extra=VERVERST.format("1800;url=/uitgelogd"))}, "200"),
    verdacht(
        "refresh naar een ander domein",
        {STUK: pagina("x", extra=VERVERST.format(f"0;url=http://{CASINO}/bonus/stuk")), **_CASINO},
        CASINO,
    ),
)

ADVIEZEN = (
    werkt(
        "http na https",
        {STUK: stuur_door(301, f"http://elders.{DOMEIN}/a/b"), "elders/a/b": site("Zorg")},
        "200",
        schema="https",
    ),
    werkt(
        "jsessionid", {STUK: stuur_door(301, f"{STUK};jsessionid=A1B2"), f"{STUK};jsessionid=A1B2": site("Zorg")}, "200"
    ),
    werkt("PHPSESSID", {STUK: met_sessie}, "200"),
    verhuisd(
        "jsessionid op een nieuwe plek",
        {
            STUK: stuur_door(301, f"https://elders.{DOMEIN}/b/c;jsessionid=A1B2"),
            "elders/b/c;jsessionid=A1B2": site("Zorg"),
        },
        "voortaan",
        schema="https",
        nieuw_url=f"https://elders.{DOMEIN}/b/c",
    ),
    werkt(
        "301 naar een adres met een spatie",
        {STUK: stuur_door(301, "/een stuk"), "/een%20stuk": site("Zorg")},
        "",
        mag=(Oordeel.VERHUISD,),
    ),
)

WERELD: Mapping[str, tuple[Geval, ...]] = {
    "tussenantwoorden": TUSSENANTWOORDEN,
    "grote koppen": KOPPEN,
    "weigeringen": WEIGERINGEN,
    "certificaten": CERTIFICATEN,
    "gekaapt en geparkeerd": KAPINGEN,
    "naar niet-gevonden": NAAR_NIET_GEVONDEN,
    "zachte 404": ZACHT,
    "echte pagina's": ECHT,
    "coderingen": CODERINGEN,
    "fragmenten": FRAGMENTEN,
    "muren": MUREN,
    "verversingen": VERVERSINGEN,
    "advies": ADVIEZEN,
}
