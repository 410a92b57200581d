"""What a page really is, whatever its status says: each function gives the evidence as a Dutch clause, or None."""

from __future__ import annotations

import re
from urllib.parse import unquote, urljoin, urlsplit

from handreiking.links.antwoord import Antwoord
from handreiking.links.doel import Doel
from handreiking.links.drempels import Drempels
from handreiking.links.fragment import has_anker, has_tekst, parse_fragment
from handreiking.links.pagina import Webpagina

_WORD = re.compile(r"[^\W_]+")
_TITLE_PARTS = re.compile(r"\s[-|–—·•»>]+\s|:\s")
# How files begin: PDF (ISO 32000), and ZIP, in which the office formats are packed.
_MAGIC = {"pdf": b"%PDF-", "docx": b"PK", "xlsx": b"PK", "pptx": b"PK", "zip": b"PK"}


def find_muur(antwoord: Antwoord, pagina: Webpagina, drempels: Drempels) -> str | None:
    """A wall against programs: by its headers, by where it stands, or on a short page by its words or markup."""
    for name, piece in drempels.muur_headers:
        if name in antwoord.headers and piece in antwoord.headers[name].lower():
            return f"de kop '{name}' noemt een controle op robots"
    host = _host(antwoord.url)
    if antwoord.stappen and _within(host, drempels.muur_hosts):
        return f"de server stuurt eerst naar een controle of toestemming op {host}"
    if len(pagina.tekst) > drempels.kort:
        return None
    said = _phrase(f"{pagina.titel} {pagina.tekst}", drempels.muur_zinnen)
    mark = next((mark for mark in drempels.muur_merken if mark in pagina.bron), None)
    return f"de pagina is een controle op robots ('{said or mark}')" if said or mark else None


def find_inlog(antwoord: Antwoord, pagina: Webpagina, drempels: Drempels) -> str | None:
    """A login page: a redirect leads to one by its name, or the page is about a password and little else."""
    parts = urlsplit(antwoord.url)
    if antwoord.stappen:
        first = urlsplit(antwoord.stappen[0].url)
        steps = {step.partition(".")[0] for step in parts.path.lower().split("/")} - set(first.path.lower().split("/"))
        host = parts.hostname or ""
        named = _within(host, drempels.inlog_hosts) or host.split(".", maxsplit=1)[0] in drempels.inlog_namen
        if steps & {*drempels.inlog_paden} or (named and host != first.hostname):
            return f"de server stuurt door naar een inlogpagina ({antwoord.url})"
    if not pagina.wachtwoord:
        return None
    said = next((s for kop in (pagina.titel, *pagina.koppen) if (s := _phrase(kop, drempels.inlog_zinnen))), None)
    if said or len(pagina.tekst) <= drempels.kort:
        return "de pagina vraagt om in te loggen"
    return None


def find_ander_bestand(doel: Doel, antwoord: Antwoord) -> str | None:
    """Something else than the promised file, by the first bytes; a server's word for its type is not enough."""
    path = unquote(urlsplit(doel.url).path).lower()
    kind = doel.bestandstype or ("pdf" if path.endswith(".pdf") else None)
    if kind is None or _MAGIC[kind] in antwoord.body[:1024]:
        return None
    found = "een webpagina" if is_html(antwoord) else f"iets anders ({antwoord.mediatype or 'zonder type'})"
    return f"hier hoort een {kind}-bestand te staan, maar de server geeft {found if antwoord.body else 'niets'}"


def find_leeg(antwoord: Antwoord, pagina: Webpagina, drempels: Drempels) -> str | None:
    """An empty page. One that scripts or pictures fill can not be judged from its markup, and passes."""
    if antwoord.afgekapt or pagina.beeld or pagina.script or len(pagina.tekst) >= drempels.leeg:
        return None
    return f"de pagina is leeg ({len(pagina.tekst)} letters tekst)"


def find_geparkeerd(antwoord: Antwoord, pagina: Webpagina, drempels: Drempels) -> str | None:
    """A parked domain: on a dealer's site, or a page about the name itself."""
    host = _host(antwoord.url)
    if _within(host, drempels.geparkeerd_hosts):
        return f"de domeinnaam is geparkeerd bij {host}"
    said = _says(pagina, drempels.geparkeerd, drempels)
    return f"de domeinnaam is geparkeerd of te koop ('{said}')" if said else None


def find_niet_gevonden(pagina: Webpagina, drempels: Drempels) -> str | None:
    """A page that says it was not found (with status 200): in a title, a heading, or as a short page."""
    said = _says(pagina, drempels.niet_gevonden, drempels, drempels.niet_gevonden_heel)
    return f"de pagina zegt zelf dat die er niet is ('{said}')" if said else None


def find_verversing(antwoord: Antwoord, pagina: Webpagina) -> str | None:
    """A page that sends its reader elsewhere by itself."""
    if pagina.verversing is None:
        return None
    try:
        target = urljoin(antwoord.url, pagina.verversing)
    except ValueError:
        target = pagina.verversing
    same = target.partition("#")[0] == antwoord.url
    return None if same else f"de pagina stuurt zelf door naar {target} (meta refresh)"


def find_thuis(doel: Doel, antwoord: Antwoord, drempels: Drempels) -> str | None:
    """A link to something that now ends on a home page."""
    asked, landed = urlsplit(doel.url), urlsplit(antwoord.url)
    if not antwoord.stappen or landed.path.lower().rstrip("/") not in drempels.thuispaden:
        return None
    if asked.query == landed.query and asked.path.lower().rstrip("/") in drempels.thuispaden:
        return None
    return f"de link komt uit op de startpagina {antwoord.url}"


def find_fragment(doel: Doel, antwoord: Antwoord, pagina: Webpagina, drempels: Drempels) -> str | None:
    """An anchor or a quoted text that is not on the page; not told of a page only partly read or made by scripts."""
    if antwoord.afgekapt or (pagina.script and len(pagina.tekst) < drempels.kort):
        return None
    anker, delen = parse_fragment(doel.url)
    if anker and not has_anker(anker, pagina.ankers):
        return f"de plek '#{anker}' staat niet meer op de pagina"
    for deel in delen:
        if not has_tekst(deel, pagina.tekst):
            return f"de tekst waar de link naar wijst staat niet meer op de pagina ('{deel.begin}')"
    return None


def is_html(antwoord: Antwoord) -> bool:
    """Say whether the body is a web page, by its type, or by its beginning where the server names none."""
    if antwoord.body.startswith(b"%PDF-"):
        return False
    if antwoord.mediatype:
        return antwoord.mediatype in ("text/html", "application/xhtml+xml")
    return antwoord.body.lstrip()[:1] in (b"<", b"")


def _says(pagina: Webpagina, phrases: tuple[str, ...], drempels: Drempels, whole: tuple[str, ...] = ()) -> str | None:
    """Return the phrase that says what the page is.

    In running text it proves nothing, so it must be most of a title or heading, or stand on a short page.
    """
    for kop in (*_TITLE_PARTS.split(pagina.titel), *pagina.koppen):
        words = _fold(kop)
        said = words if words in whole else _phrase(kop, phrases)
        if said and len(words.split()) - len(said.split()) <= drempels.kop_extra:
            return said
    return _phrase(pagina.tekst, phrases) if len(pagina.tekst) <= drempels.kort else None


def _phrase(text: str, phrases: tuple[str, ...]) -> str | None:
    folded = f" {_fold(text)} "
    return next((phrase for phrase in phrases if f" {phrase} " in folded), None)


def _fold(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


def _host(url: str) -> str:
    return urlsplit(url).hostname or ""


def _within(host: str, domains: tuple[str, ...]) -> bool:
    return any(host == domain or host.endswith(f".{domain}") for domain in domains)
