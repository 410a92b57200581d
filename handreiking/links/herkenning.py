"""What a page really is, whatever its status says: each function gives the evidence as a Dutch clause, or None."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

from handreiking.links.antwoord import Antwoord
from handreiking.links.doel import Doel
from handreiking.links.drempels import Drempels
from handreiking.links.fragment import has_anker, has_tekst, parse_fragment
from handreiking.links.pagina import Webpagina
from handreiking.links.vergelijking import domein, fold
from handreiking.links.zinnen import zinnen

_TITLE_PARTS = re.compile(r"\s[-|–—·•»>]+\s")
_SENTENCES = re.compile(r"[.!?]\s")
_SCRIPTED = re.compile(r"location(?:\.href)?\s*=\s*[\"']([^\"']+)|location\.(?:replace|assign)\(\s*[\"']([^\"']+)")
# A place in an application, its state, or lines of code: no anchors where scripts fill the page.
_STATE = re.compile(r".*[/!=]|L\d+(-L?\d+)?\Z")
_CODES = ("status", "statuscode", "code", "error")
# How files begin: PDF (ISO 32000), and ZIP, in which the office formats are packed.
_MAGIC = {"pdf": b"%PDF-", "docx": b"PK", "xlsx": b"PK", "pptx": b"PK", "zip": b"PK"}


def find_muur(antwoord: Antwoord, pagina: Webpagina, drempels: Drempels) -> str | None:
    """A wall against programs: by its headers, by where it stands, or on a short page by its words or markup."""
    for name, piece in zinnen("muur", "koppen").items():
        if name in antwoord.headers and piece in antwoord.headers[name].lower():
            return f"de kop '{name}' noemt een controle op robots"
    host = _host(antwoord.url)
    if antwoord.stappen and _within(host, zinnen("muur", "hosts")):
        return f"de server stuurt eerst naar een controle of toestemming op {host}"
    mark = next((mark for mark in zinnen("muur", "eigen") if mark in pagina.bron), None)
    if mark is None and len(pagina.tekst) <= drempels.kort:
        mark = _phrase(f"{pagina.titel} {pagina.tekst}", zinnen("muur", "zinnen"))
        mark = mark or next((mark for mark in zinnen("muur", "merken") if mark in pagina.bron), None)
    return f"de pagina is een controle op robots ('{mark}')" if mark else None


def find_inlog(antwoord: Antwoord, pagina: Webpagina, drempels: Drempels) -> str | None:
    """A login page: a redirect leads to one by its name, or the page is about a password and little else."""
    if antwoord.stappen:
        first, host = urlsplit(antwoord.stappen[0].url), _host(antwoord.url)
        named = _within(host, zinnen("inlog", "hosts")) or host.split(".", maxsplit=1)[0] in zinnen("inlog", "namen")
        if _steps(antwoord) & {*zinnen("inlog", "paden")} or (named and host != first.hostname):
            return f"de server stuurt door naar een inlogpagina ({antwoord.url})"
    if not pagina.wachtwoord:
        return None
    said = any(_phrase(kop, zinnen("inlog", "zinnen")) for kop in (pagina.titel, *pagina.koppen))
    return "de pagina vraagt om in te loggen" if said or len(pagina.tekst) <= drempels.kort else None


def find_ander_bestand(doel: Doel, antwoord: Antwoord) -> str | None:
    """Something else than the promised file, by the first bytes; a server's word for its type is not enough."""
    path = unquote(urlsplit(doel.url).path).lower()
    kind = doel.bestandstype or ("pdf" if path.endswith(".pdf") else None)
    if kind is None or _MAGIC[kind] in antwoord.body[:1024]:
        return None
    found = "een webpagina" if antwoord.is_html else f"iets anders ({antwoord.mediatype or 'zonder type'})"
    return f"hier hoort een {kind}-bestand te staan, maar de server geeft {found if antwoord.body else 'niets'}"


def find_leeg(antwoord: Antwoord, pagina: Webpagina, drempels: Drempels) -> str | None:
    """An empty page. One that scripts or pictures fill can not be judged from its markup, and passes."""
    if antwoord.afgekapt or len(pagina.tekst) >= drempels.leeg:
        return None
    leads = _SCRIPTED.search(pagina.bron) if pagina.script and not pagina.beeld else None
    if leads:
        return f"de pagina is leeg, en een script stuurt door naar {leads[1] or leads[2]}"
    return None if pagina.beeld or pagina.script else f"de pagina is leeg ({len(pagina.tekst)} letters tekst)"


def find_geparkeerd(antwoord: Antwoord, pagina: Webpagina, drempels: Drempels) -> str | None:
    """A parked domain: on a dealer's site, on a host that such sites use, or a page about the name itself."""
    host = _host(antwoord.url)
    if antwoord.stappen and (_within(host, zinnen("geparkeerd", "hosts")) or re.match(r"ww\d+\.", host)):
        return f"de domeinnaam is geparkeerd bij {host}"
    said = _says(pagina, zinnen("geparkeerd", "zinnen"), drempels)
    if said is None and len(pagina.tekst) < drempels.leeg:
        said = next((mark for mark in zinnen("geparkeerd", "merken") if mark in pagina.bron), None)
    return f"de domeinnaam is geparkeerd of te koop ('{said}')" if said else None


def find_onderhoud(pagina: Webpagina, drempels: Drempels) -> str | None:
    """A page that is away for a while, and says so."""
    said = _says(pagina, zinnen("onderhoud"), drempels)
    return f"de site is in onderhoud ('{said}')" if said else None


def find_niet_gevonden(antwoord: Antwoord, pagina: Webpagina, drempels: Drempels) -> str | None:
    """A page that says it was not found (with status 200): by its address, a title, a heading, or a short page."""
    if antwoord.stappen and _steps(antwoord) & {*zinnen("niet_gevonden", "paden")}:
        return f"de server stuurt door naar een pagina over iets dat er niet is ({antwoord.url})"
    koppen = [*_TITLE_PARTS.split(pagina.titel), *pagina.koppen]
    texts = _SENTENCES.split(pagina.tekst) if len(pagina.tekst) <= drempels.kort else []
    said = next((text for text in (*koppen, *texts) if _is_gone(text, drempels)), None)
    return f"de pagina zegt zelf dat die er niet is ('{fold(said)}')" if said else None


def find_in_gegevens(antwoord: Antwoord) -> str | None:
    """An answer for programs that says, within a success, that there is nothing."""
    if not antwoord.mediatype.endswith(("/json", "+json")):
        return None
    try:
        whole = json.loads(antwoord.body)
    except (ValueError, RecursionError):
        return None
    inner = [whole, whole.get("error")] if isinstance(whole, dict) else []
    values = [value for one in inner if isinstance(one, dict) for name, value in one.items() if name.lower() in _CODES]
    code = next((str(value) for value in values if str(value) in {"404", "410"}), None)
    return f"de gegevens zeggen zelf {code}" if code else None


def find_ander_domein(doel: Doel, antwoord: Antwoord) -> str | None:
    """Another website than the one that was named; what is meant to lead elsewhere may."""
    asked, landed = domein(doel.url), domein(antwoord.url)
    if not antwoord.stappen or asked == landed or _within(_host(doel.url), zinnen("wegwijzers")):
        return None
    return f"het adres leidt nu naar een andere site ({antwoord.url}): kijk zelf of dat klopt"


def find_thuis(doel: Doel, antwoord: Antwoord) -> str | None:
    """A link to something that now ends on a home page."""
    if not antwoord.stappen or not is_thuis(antwoord.url):
        return None
    if urlsplit(doel.url).query == urlsplit(antwoord.url).query and is_thuis(doel.url):
        return None
    return f"de link komt uit op de startpagina {antwoord.url}"


def is_thuis(url: str) -> bool:
    """Say whether an address is that of a home page, by its path."""
    return (urlsplit(url).path.lower().rstrip("/") or "/") in zinnen("thuispaden")


def find_fragment(doel: Doel, antwoord: Antwoord, pagina: Webpagina, drempels: Drempels) -> str | None:
    """An anchor or a quoted text that is not on the page; not told of a page only partly read or made by scripts."""
    if antwoord.afgekapt or is_toepassing(pagina, drempels):
        return None
    anker, delen = parse_fragment(doel.url)
    if anker and not has_anker(anker, pagina.ankers) and not (pagina.script and _STATE.match(anker)):
        return f"de plek '#{unquote(anker)}' staat niet meer op de pagina"
    deel = next((deel for deel in delen if not has_tekst(deel, pagina.tekst)), None)
    return f"de tekst waar de link naar wijst staat niet meer op de pagina ('{deel.begin}')" if deel else None


def is_toepassing(pagina: Webpagina, drempels: Drempels) -> bool:
    """Say whether scripts fill the page, so that its markup does not tell what a reader sees."""
    return pagina.script and (len(pagina.tekst) < drempels.kort or bool(pagina.ankers & {*zinnen("toepassingen")}))


def _is_gone(text: str, drempels: Drempels) -> bool:
    """Say whether a heading says that its page is not there: that of the page itself, and little else."""
    words = fold(text).split()
    if " ".join(words) in zinnen("niet_gevonden", "heel"):
        return True
    zaak, weg = zinnen("niet_gevonden", "zaak"), zinnen("niet_gevonden", "weg")
    about = not {*words}.isdisjoint(zaak) and _phrase(text, weg)
    known = {*zaak, *zinnen("niet_gevonden", "vulling"), *" ".join(weg).split()}
    rest = [word for word in words if word not in known]
    return bool(about or _phrase(text, zinnen("niet_gevonden", "zelf"))) and len(rest) <= drempels.kop_extra


def _says(pagina: Webpagina, phrases: tuple[str, ...], drempels: Drempels) -> str | None:
    """Return the phrase that says what the page is.

    In running text it proves nothing, so it must be most of a title or heading, or stand on a short page.
    """
    for kop in (*_TITLE_PARTS.split(pagina.titel), *pagina.koppen):
        said = [phrase for phrase in phrases if f" {phrase} " in f" {fold(kop)} "]
        rest = {*fold(kop).split()} - {*" ".join(said).split(), *zinnen("niet_gevonden", "vulling")}
        if said and len(rest) <= drempels.kop_extra:
            return said[0]
    return _phrase(pagina.tekst, phrases) if len(pagina.tekst) <= drempels.kort else None


def _steps(antwoord: Antwoord) -> set[str]:
    """Return the parts of the path that a chain of redirects ended at and did not begin with, without an extension."""
    first, last = (urlsplit(url).path.lower().split("/") for url in (antwoord.stappen[0].url, antwoord.url))
    return {step.partition(".")[0] for step in last} - {*first}


def _phrase(text: str, phrases: Iterable[str]) -> str | None:
    folded = f" {fold(text)} "
    return next((phrase for phrase in phrases if f" {phrase} " in folded), None)


def _host(url: str) -> str:
    return urlsplit(url).hostname or ""


def _within(host: str, domains: tuple[str, ...]) -> bool:
    return any(host == domain or host.endswith(f".{domain}") for domain in domains)
