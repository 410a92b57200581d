"""The cases in which the server says 200 and what is on the page decides."""

from __future__ import annotations

from tests.links.geval import geblokkeerd, kapot, verdacht, verhuisd, werkt
from tests.links.storingsserver import DOMEIN, geef, pagina, stuur_door

STUK = "/artikel/stuk"
ELDERS = f"http://elders.{DOMEIN}"
PDF = geef(200, b"%PDF-1.7\n" + b"x" * 5000, content_type="application/pdf")
LANG = "De gemeente werkt samen met scholen, wijkteams en de politie aan een veilige buurt voor iedereen. " * 9
INLOG = "<form><input name=naam><input type=password name=w></form>"


NIET_GEVONDEN = (
    verdacht("soft 404 NL titel", {STUK: pagina(LANG, "Pagina niet gevonden | Gemeente")}, "'pagina niet gevonden'"),
    verdacht(
        "soft 404 NL kop",
        {STUK: pagina(LANG, "Gemeente", "<h1>Helaas, deze pagina bestaat niet meer</h1>")},
        "er niet is",
    ),
    verdacht(
        "soft 404 NL kort",
        {STUK: pagina("De pagina die u zoekt is er niet. Ga terug.", "VNG")},
        "de pagina die u zoekt is er niet",
    ),
    verdacht("soft 404 EN titel", {STUK: pagina(LANG, "Page not found - Publisher")}, "'page not found'"),
    verdacht(
        "soft 404 EN kop",
        {STUK: pagina(LANG, "Site", "<h1>Sorry, the page you're looking for is gone</h1>")},
        "er niet is",
    ),
    verdacht(
        "soft 404 EN kort", {STUK: pagina("This document is no longer available.", "Site")}, "no longer available"
    ),
    verdacht("soft 404 getal", {STUK: pagina(LANG, "Site", "<h1>404</h1>")}, "'404'"),
    werkt("404 in gewone tekst", {STUK: pagina(LANG + "Krijgt u 'pagina niet gevonden' of 404? Bel ons.")}, "200"),
    werkt("404 in een kop over iets anders", {STUK: pagina(LANG, "Over 404 redenen om samen te werken")}, "200"),
    werkt(
        "een kop die de melding bespreekt",
        {STUK: pagina(LANG, "Hulp", "<h1>Wat u doet als u de melding 'pagina niet gevonden' krijgt</h1>")},
        "200",
    ),
    werkt("verborgen melding", {STUK: pagina(LANG, extra="<h1 hidden>Pagina niet gevonden</h1>")}, "200"),
)

ANDERS_DAN_BELOOFD = (
    verdacht("diepe link naar huis", {STUK: stuur_door(302, "/"), "/": pagina()}, "komt uit op de startpagina"),
    verdacht("voorgoed naar huis", {STUK: stuur_door(301, "/nl/"), "/nl/": pagina()}, "startpagina"),
    verdacht(
        "vraag naar huis", {"/": stuur_door(301, f"{ELDERS}/?weg"), "elders/": pagina()}, "startpagina", pad="/?id=5"
    ),
    verhuisd("huis naar huis", {"/": stuur_door(301, f"{ELDERS}/"), "elders/": pagina()}, "voortaan", pad="/"),
    verhuisd(
        "vraag die blijft",
        {"/": stuur_door(301, f"{ELDERS}/?id=5"), "elders/": pagina()},
        "voortaan",
        pad="/?id=5",
    ),
    verdacht(
        "inlogpagina na omleiding",
        {STUK: stuur_door(302, "/inloggen?terug=1"), "/inloggen": pagina()},
        "inlogpagina",
    ),
    verdacht(
        "inlogpagina elders",
        {STUK: stuur_door(302, f"http://login.{DOMEIN}/x/y"), "login/x/y": pagina()},
        "inlogpagina",
    ),
    verdacht(
        "inlogpagina ter plekke",
        {STUK: pagina("Uw gegevens", "Inloggen - VAR", extra=INLOG)},
        "vraagt om in te loggen",
    ),
    werkt("inlogformulier naast een artikel", {STUK: pagina(LANG, extra=INLOG)}, "200"),
    werkt(
        "inlog beloofd",
        {STUK: pagina("Uw gegevens", "Inloggen", extra=INLOG)},
        "zoals bij dit adres",
        toegang="inlog",
    ),
    werkt(
        "inlog beloofd na omleiding",
        {STUK: stuur_door(302, "/login"), "/login": pagina(extra=INLOG)},
        "zoals bij dit adres",
        toegang="inlog",
    ),
    werkt("PDF", {"/stuk.pdf": PDF}, "200", pad="/stuk.pdf"),
    werkt("PDF zonder type", {"/stuk.PDF": geef(200, b"%PDF-1.4\n", content_type="")}, "200", pad="/stuk.PDF"),
    werkt(
        "PDF als download",
        {STUK: geef(200, b"%PDF-1.4", content_type="application/octet-stream")},
        "200",
        bestandstype="pdf",
    ),
    verdacht(
        "HTML als PDF",
        {"/stuk.pdf": pagina()},
        "een pdf-bestand te staan, maar de server geeft een webpagina",
        pad="/stuk.pdf",
    ),
    verdacht(
        "HTML die zich PDF noemt",
        {STUK: geef(200, b"<html>", content_type="application/pdf")},
        "iets anders",
        bestandstype="pdf",
    ),
    verdacht("HTML als PDF met type", {STUK: pagina()}, "pdf-bestand", bestandstype="pdf"),
    verdacht("lege PDF", {"/stuk.pdf": geef(200, b"", content_type="application/pdf")}, "geeft niets", pad="/stuk.pdf"),
    werkt(
        "Word",
        {"/a.docx": geef(200, b"PK\3\4", content_type="application/zip")},
        "200",
        pad="/a.docx",
        bestandstype="docx",
    ),
    verdacht("lege pagina", {STUK: geef(200, b"<html><body></body></html>")}, "de pagina is leeg (0 letters"),
    verdacht("helemaal niets", {STUK: geef(200, b"")}, "geeft niets"),
    verdacht("204", {STUK: geef(204)}, "geeft niets"),
    verdacht("bijna leeg", {STUK: pagina("Hallo", "")}, "de pagina is leeg"),
    werkt("pagina die een script vult", {STUK: pagina("Even", extra="<script src=app.js></script>")}, "200"),
    werkt("pagina met alleen beeld", {STUK: pagina("Kaart", extra="<img src=kaart.png>")}, "200"),
    verdacht(
        "geparkeerd NL", {STUK: pagina("Deze domeinnaam is te koop. Doe een bod!", "x.nl")}, "geparkeerd of te koop"
    ),
    verdacht("geparkeerd EN", {STUK: pagina(LANG, "example.com - This domain is for sale")}, "geparkeerd of te koop"),
    werkt("artikel over domeinnamen", {STUK: pagina(LANG + "Koop deze domeinnaam niet zomaar.")}, "200"),
    werkt(
        "meta refresh",
        {STUK: pagina(extra='<meta http-equiv="Refresh" content="0; URL=\'/nieuw\'">'), "/nieuw": pagina(LANG)},
        "Na 1 omleiding",
    ),
    werkt("Refresh-kop", {STUK: pagina(refresh="3;url=/nieuw"), "/nieuw": pagina(LANG)}, "Na 1 omleiding"),
    werkt("ververst zichzelf", {STUK: pagina(extra='<meta http-equiv="refresh" content="300">')}, "200"),
    werkt(
        "refresh zonder script",
        {STUK: pagina(extra='<noscript><meta http-equiv="refresh" content="0;url=/x"></noscript>')},
        "200",
    ),
)

MUREN = (
    geblokkeerd(
        "muur van Cloudflare", {STUK: geef(503, b"<title>Just a moment...</title><p>Wait")}, "controle op robots"
    ),
    geblokkeerd(
        "muur met status 200", {STUK: pagina("Request unsuccessful. Incapsula incident", "")}, "controle op robots"
    ),
    geblokkeerd("muur NL", {STUK: pagina("Bevestig dat u een mens bent om verder te gaan.", "Controle")}, "een mens"),
    geblokkeerd("muur in de kop", {STUK: geef(202, b"", x_amzn_waf_action="challenge")}, "'x-amzn-waf-action'"),
    geblokkeerd(
        "muur in de opmaak", {STUK: pagina("Wacht", extra="<script>window._cf_chl_opt={}</script>")}, "'cf_chl_opt'"
    ),
    kapot("404 blijft 404", {STUK: geef(404, b"<title>Access denied</title>")}, "status 404"),
    werkt("artikel over robots", {STUK: pagina(LANG + "Verify you are human, zegt de site.")}, "200"),
)

TEKST = LANG + (
    "<p>Zowel <b>professionals</b> als mensen die zich zorgen&nbsp;maken. Het gaat om com&shy;plexe situaties.</p>"
)

TEKST_OP = f"{STUK}#:~:text="

FRAGMENTEN = (
    werkt("anker", {STUK: pagina(extra="<h2 id=doen>Doen</h2>")}, "200", pad=f"{STUK}#doen"),
    werkt("anker op naam", {STUK: pagina(extra='<a name="été">x</a>')}, "200", pad=f"{STUK}#%C3%A9t%C3%A9"),
    verdacht(
        "anker weg", {STUK: pagina(extra="<h2 id=doen>Doen</h2>")}, "'#laten' staat niet meer", pad=f"{STUK}#laten"
    ),
    werkt("bovenaan", {STUK: pagina()}, "200", pad=f"{STUK}#top"),
    werkt("route", {STUK: pagina()}, "200", pad=f"{STUK}#/meldpunt/3"),
    werkt("route met uitroepteken", {STUK: pagina()}, "200", pad=f"{STUK}#!meldpunt"),
    werkt("stand van een toepassing", {STUK: pagina()}, "200", pad=f"{STUK}#tab=2&x=1"),
    werkt("pagina van een PDF", {"/stuk.pdf": PDF}, "200", pad="/stuk.pdf#page=3"),
    werkt("anker na 512 kB", {STUK: geef(200, b"<p>Hallo daar</p>" * 40_000)}, "200", pad=f"{STUK}#ver"),
    verdacht(
        "anker en tekst", {STUK: pagina(extra="<h2 id=a>A")}, "'weg is weg'", pad=f"{STUK}#a:~:text=weg%20is%20weg"
    ),
    werkt("tekst begin", {STUK: pagina(TEKST)}, "200", pad=TEKST_OP + "zowel%20professionals"),
    werkt("tekst met zacht afbreekteken", {STUK: pagina(TEKST)}, "200", pad=TEKST_OP + "complexe%20situaties."),
    werkt("tekst over accenten heen", {STUK: pagina(TEKST)}, "200", pad=TEKST_OP + "zórgen%20maken"),
    werkt(
        "tekst begin en eind",
        {STUK: pagina(TEKST)},
        "200",
        pad=TEKST_OP + "Zowel%20professionals%20als%20mensen%20die,om%20complexe%20situaties.",
    ),
    verdacht(
        "tekst eind weg",
        {STUK: pagina(TEKST)},
        "staat niet meer op de pagina ('Zowel",
        pad=TEKST_OP + "Zowel%20professionals,om%20simpele%20situaties",
    ),
    verdacht(
        "tekst eind voor begin", {STUK: pagina(TEKST)}, "staat niet meer", pad=TEKST_OP + "complexe,professionals"
    ),
    werkt("tekst ervoor en erna", {STUK: pagina(TEKST)}, "200", pad=TEKST_OP + "als-,mensen,-die%20zich"),
    verdacht("tekst ervoor klopt niet", {STUK: pagina(TEKST)}, "staat niet meer", pad=TEKST_OP + "andere-,mensen"),
    verdacht("tekst erna klopt niet", {STUK: pagina(TEKST)}, "staat niet meer", pad=TEKST_OP + "mensen,-die%20niet"),
    verdacht("tekst half woord", {STUK: pagina(TEKST)}, "staat niet meer", pad=TEKST_OP + "professional"),
    verdacht(
        "tekst twee waarvan een weg", {STUK: pagina(TEKST)}, "'verdwenen'", pad=TEKST_OP + "mensen&text=verdwenen"
    ),
)

INHOUD = NIET_GEVONDEN + ANDERS_DAN_BELOOFD + MUREN + FRAGMENTEN
