"""The verdict on an address, from what came back for it: a pure function."""

from __future__ import annotations

from handreiking.links.antwoord import Antwoord, Fout
from handreiking.links.doel import Doel, Oordeel, Uitslag
from handreiking.links.drempels import Drempels
from handreiking.links.herkenning import (
    find_ander_bestand,
    find_fragment,
    find_geparkeerd,
    find_inlog,
    find_leeg,
    find_muur,
    find_niet_gevonden,
    find_thuis,
    find_verversing,
    is_html,
)
from handreiking.links.pagina import Webpagina, parse_pagina

_PERMANENT = {301, 308}
_NAMES = {
    401: "niet toegestaan",
    403: "geen toegang",
    404: "niet gevonden",
    410: "verwijderd",
    429: "te veel verzoeken",
    451: "om juridische redenen niet beschikbaar",
    500: "fout in de server",
    502: "fout in de server",
    503: "tijdelijk niet beschikbaar",
    504: "fout in de server",
    999: "geen toegang voor programma's",
}
_BY_FOUT = {
    Fout.ONGELDIG: Oordeel.KAPOT,
    Fout.NIET_OPENBAAR: Oordeel.KAPOT,
    Fout.GEEN_HOST: Oordeel.KAPOT,
    Fout.CERTIFICAAT: Oordeel.KAPOT,
    Fout.NAAMDIENST: Oordeel.ONZEKER,
    Fout.TE_TRAAG: Oordeel.ONZEKER,
    Fout.VERBROKEN: Oordeel.ONZEKER,
    Fout.KRING: Oordeel.ONZEKER,
    Fout.GEEN_TIJD: Oordeel.ONZEKER,
}


def check_antwoord(doel: Doel, antwoord: Antwoord, drempels: Drempels) -> Uitslag:
    """Judge what came back for an address, with the evidence in Dutch."""
    if antwoord.fout is not None:
        return _check_fout(doel, antwoord, antwoord.fout)
    status = antwoord.status or 0
    pagina = _parse(antwoord)
    muur = find_muur(antwoord, pagina, drempels) if status not in drempels.kapot else None
    if muur is not None:
        return _uitslag(doel, antwoord, Oordeel.GEBLOKKEERD, f"Status {status}, maar {muur}.")
    if not 200 <= status < 300:
        return _check_status(doel, antwoord, status, drempels)
    return _check_inhoud(doel, antwoord, pagina, drempels)


def _check_fout(doel: Doel, antwoord: Antwoord, fout: Fout) -> Uitslag:
    """Judge an address that gave no response.

    A redirect to what only a browser can follow (another port, an app) is not wrong by itself, so it is for a person.
    """
    oordeel = Oordeel.VERDACHT if fout is Fout.ONGELDIG and antwoord.stappen else _BY_FOUT[fout]
    return _uitslag(doel, antwoord, oordeel, f"{antwoord.zin[:1].upper()}{antwoord.zin[1:]}.")


def _check_status(doel: Doel, antwoord: Antwoord, status: int, drempels: Drempels) -> Uitslag:
    if status in drempels.kapot:
        oordeel = Oordeel.KAPOT
    elif status in drempels.geblokkeerd:
        oordeel = Oordeel.GEBLOKKEERD
    else:
        oordeel = Oordeel.ONZEKER
    name = _NAMES.get(status, "omleiding zonder adres" if 300 <= status < 400 else "")
    said = f" ({name})" if name else ""
    return _uitslag(doel, antwoord, oordeel, f"De server antwoordt met status {status}{said}.")


def _check_inhoud(doel: Doel, antwoord: Antwoord, pagina: Webpagina, drempels: Drempels) -> Uitslag:
    """Judge a response with a status of success by what is in it."""
    inlog = find_inlog(antwoord, pagina, drempels)
    if inlog is not None and doel.toegang == "inlog":
        return _uitslag(doel, antwoord, Oordeel.WERKT, f"Werkt: {inlog}, zoals bij dit adres staat.")
    wrong = inlog or find_ander_bestand(doel, antwoord)
    if wrong is None and not antwoord.body:
        wrong = "de server geeft niets"
    if wrong is None and is_html(antwoord):
        wrong = (
            find_leeg(antwoord, pagina, drempels)
            or find_geparkeerd(antwoord, pagina, drempels)
            or find_niet_gevonden(pagina, drempels)
            or find_verversing(antwoord, pagina)
            or find_thuis(doel, antwoord, drempels)
            or find_fragment(doel, antwoord, pagina, drempels)
        )
    if wrong is not None:
        return _uitslag(doel, antwoord, Oordeel.VERDACHT, f"Status {antwoord.status}, maar {wrong}.")
    nieuw = _permanent(doel, antwoord)
    if nieuw is not None:
        sentence = f"De server zegt met status {antwoord.stappen[0].status} dat het adres voortaan {nieuw} is."
        return _uitslag(doel, antwoord, Oordeel.VERHUISD, sentence, nieuw)
    return _uitslag(doel, antwoord, Oordeel.WERKT, f"Werkt: status {antwoord.status}.")


def _permanent(doel: Doel, antwoord: Antwoord) -> str | None:
    """Return the address after the permanent redirects a chain begins with; after a temporary one, nothing is promised.

    A fragment is handed on where the redirect names none itself (RFC 9110, 10.2.2).
    """
    nieuw = None
    for stap in antwoord.stappen:
        if stap.status not in _PERMANENT:
            break
        nieuw = stap.naar
    fragment = doel.url.partition("#")[2]
    return f"{nieuw}#{fragment}" if nieuw and fragment and "#" not in nieuw else nieuw


def _uitslag(doel: Doel, antwoord: Antwoord, oordeel: Oordeel, bewijs: str, nieuw: str | None = None) -> Uitslag:
    """Return the verdict; its evidence also tells of the redirects and the tries it took."""
    if antwoord.stappen and oordeel is not Oordeel.VERHUISD and antwoord.url not in bewijs:
        bewijs += f" Na {_count(len(antwoord.stappen), 'omleiding', 'omleidingen')}: {antwoord.url}."
    if antwoord.pogingen > 1:
        bewijs += f" Dit was poging {antwoord.pogingen}."
    status = antwoord.status or (antwoord.stappen[-1].status if antwoord.stappen else None)
    return Uitslag(doel, oordeel, bewijs, nieuw, status, bekeken=antwoord.fout is not Fout.GEEN_TIJD)


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


def _parse(antwoord: Antwoord) -> Webpagina:
    """Read the body as a page; that of a file reads as an empty one."""
    body = antwoord.body if is_html(antwoord) else b""
    return parse_pagina(body, antwoord.headers.get("content-type", ""), antwoord.headers.get("refresh", ""))
