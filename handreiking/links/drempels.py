"""Every threshold and every phrase that decides in the link check, in one place."""

from __future__ import annotations

from dataclasses import dataclass

# Phrases are compared with folded text: lower case, letters and digits, one space between words.
NIET_GEVONDEN = (
    "pagina niet gevonden",
    "pagina is niet gevonden",
    "pagina werd niet gevonden",
    "pagina kon niet worden gevonden",
    "pagina kan niet worden gevonden",
    "pagina kan niet gevonden worden",
    "pagina niet vinden",
    "pagina die u zoekt",
    "pagina die je zoekt",
    "pagina bestaat niet",
    "pagina is verwijderd",
    "document niet gevonden",
    "bestand niet gevonden",
    "publicatie niet gevonden",
    "artikel niet gevonden",
    "bericht niet gevonden",
    "bestaat niet meer",
    "bestaat niet of niet meer",
    "niet meer beschikbaar",
    "helaas niet gevonden",
    "404 niet gevonden",
    "fout 404",
    "page not found",
    "page was not found",
    "page could not be found",
    "page cannot be found",
    "page can t be found",
    "page does not exist",
    "page doesn t exist",
    "page no longer exists",
    "page you are looking for",
    "page you re looking for",
    "page you were looking for",
    "page you requested",
    "document not found",
    "file not found",
    "content not found",
    "no longer available",
    "404 not found",
    "error 404",
    "404 error",
)
NIET_GEVONDEN_HEEL = ("404", "410", "niet gevonden", "not found", "oeps", "oops", "gone")
GEPARKEERD = (
    "domein is te koop",
    "domeinnaam is te koop",
    "domein te koop",
    "domeinnaam te koop",
    "domein is geregistreerd",
    "domeinnaam is geregistreerd",
    "domein is gereserveerd",
    "domeinnaam is gereserveerd",
    "domein is geparkeerd",
    "domeinnaam is geparkeerd",
    "koop deze domeinnaam",
    "hier komt binnenkort een website",
    "domain is for sale",
    "domain name is for sale",
    "domain for sale",
    "domain may be for sale",
    "buy this domain",
    "domain is parked",
    "parked domain",
    "parked free",
    "domain has expired",
    "domain has been registered",
)
GEPARKEERD_HOSTS = ("sedo.com", "sedoparking.com", "hugedomains.com", "dan.com", "afternic.com", "bodis.com")
INLOG_ZINNEN = (
    "inloggen",
    "log in",
    "login",
    "aanmelden",
    "meld u aan",
    "meld je aan",
    "inlogpagina",
    "sign in",
    "digid",
)
INLOG_PADEN = (
    "login",
    "log-in",
    "logon",
    "inloggen",
    "inlog",
    "signin",
    "sign-in",
    "sso",
    "saml2",
    "adfs",
    "authorize",
)
INLOG_HOSTS = ("login.microsoftonline.com", "accounts.google.com", "digid.nl", "eherkenning.nl")
INLOG_NAMEN = ("login", "inloggen", "signin", "sso", "auth", "accounts")
MUUR_ZINNEN = (
    "just a moment",
    "attention required cloudflare",
    "checking your browser",
    "pardon our interruption",
    "request unsuccessful incapsula",
    "the requested url was rejected",
    "access denied",
    "toegang geweigerd",
    "verify you are human",
    "are you a robot",
    "robot check",
    "enable javascript and cookies to continue",
    "bent u een robot",
    "ben je een robot",
    "bevestig dat u een mens bent",
    "bevestig dat je een mens bent",
    "een ogenblik geduld",
    "we controleren uw browser",
)
# These stand in the markup of the walls; on an ordinary page some do too, so they count on a short one only.
MUUR_MERKEN = (
    "cf-browser-verification",
    "cf_chl_opt",
    "/cdn-cgi/challenge-platform/h/",
    "_incapsula_resource",
    "px-captcha",
    "captcha-delivery.com",
    "awswafintegration",
    "tspd_101",
)
# Headers by which walls say what they are, with a piece of the value ("" for any).
MUUR_HEADERS = (("cf-mitigated", "challenge"), ("x-amzn-waf-action", ""), ("x-datadome", "protected"))
MUUR_HOSTS = ("myprivacy.dpgmedia.nl", "consent.google.com", "consent.youtube.com", "validate.perfdrive.com")
THUISPADEN = (
    "",
    "/nl",
    "/en",
    "/nl-nl",
    "/home",
    "/nl/home",
    "/index.html",
    "/index.htm",
    "/index.php",
    "/index.aspx",
    "/default.aspx",
)


@dataclass(frozen=True)
class Drempels:
    """The thresholds, with the values of a real run; times in seconds, sizes in bytes or in letters of text."""

    user_agent: str = "Handreiking-linkcontrole/0.1"

    verbinden: float = 10.0
    """How long a connection may take to open, per numeric address."""
    stilte: float = 20.0
    """How long a server may send nothing."""
    verzoek: float = 40.0
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
    numeriek: int = 4
    """How many numeric addresses of one name are tried."""

    per_host: int = 2
    pauze: float = 0.25
    """Between the starts of two requests to one host."""
    werkers: int = 64
    """So many addresses at a time; they mostly wait, for a server or for their turn."""

    bytes_pagina: int = 512 * 1024
    bytes_bestand: int = 1024
    """Of a file only its kind matters; `%PDF-` stands in the first 1024 bytes (ISO 32000, Annex H)."""

    leeg: int = 30
    """Fewer letters of text than this is an empty page."""
    kort: int = 600
    """Up to this many letters a phrase anywhere on the page says what the page is."""
    kop_extra: int = 5
    """So many words may stand around a phrase in a title or heading for it to still be what that says."""

    geblokkeerd: frozenset[int] = frozenset({401, 403, 429, 451, 999})
    kapot: frozenset[int] = frozenset({404, 410})
    opnieuw: frozenset[int] = frozenset({408, 425, 429})
    """Statuses below 500 that are worth another try; all from 500 are."""

    niet_gevonden: tuple[str, ...] = NIET_GEVONDEN
    niet_gevonden_heel: tuple[str, ...] = NIET_GEVONDEN_HEEL
    geparkeerd: tuple[str, ...] = GEPARKEERD
    geparkeerd_hosts: tuple[str, ...] = GEPARKEERD_HOSTS
    inlog_zinnen: tuple[str, ...] = INLOG_ZINNEN
    inlog_paden: tuple[str, ...] = INLOG_PADEN
    inlog_hosts: tuple[str, ...] = INLOG_HOSTS
    inlog_namen: tuple[str, ...] = INLOG_NAMEN
    muur_zinnen: tuple[str, ...] = MUUR_ZINNEN
    muur_merken: tuple[str, ...] = MUUR_MERKEN
    muur_headers: tuple[tuple[str, str], ...] = MUUR_HEADERS
    muur_hosts: tuple[str, ...] = MUUR_HOSTS
    thuispaden: tuple[str, ...] = THUISPADEN

    ijkpunten: tuple[str, ...] = ("www.overheid.nl", "www.rijksoverheid.nl")
    """Names that exist: where no host answered, resolving these tells a wrong name from a dead network."""
    minste_certificaten: int = 2
    """So many hosts with a wrong certificate, and none that answers, is a fault of this network."""

    kapot_runs: int = 2
    onzeker_runs: int = 3
    onzeker_dagen: int = 7
    blik_dagen: int = 180
    """How long a person's look at a page that refuses programs is good for."""
