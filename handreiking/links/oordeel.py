"""The verdict on an address, from what came back for it: a pure function."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from handreiking.basis.adres import check_url
from handreiking.links.antwoord import Antwoord, Fout
from handreiking.links.doel import Afdruk, Doel, Oordeel, Uitslag
from handreiking.links.drempels import Drempels
from handreiking.links.herkenning import (
    find_ander_bestand,
    find_ander_domein,
    find_fragment,
    find_geparkeerd,
    find_in_gegevens,
    find_inlog,
    find_leeg,
    find_muur,
    find_niet_gevonden,
    find_onderhoud,
    find_thuis,
    is_thuis,
    is_toepassing,
)
from handreiking.links.pagina import Webpagina
from handreiking.links.vergelijking import is_other, is_same, is_same_page, print_of, same_place
from handreiking.links.zinnen import zinnen

_PERMANENT = {301, 308}
_NAMES = {
    400: "verzoek niet begrepen",
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
    Fout.KETEN: Oordeel.ONZEKER,
    Fout.NAAMDIENST: Oordeel.ONZEKER,
    Fout.TE_TRAAG: Oordeel.ONZEKER,
    Fout.VERBROKEN: Oordeel.ONZEKER,
    Fout.KRING: Oordeel.ONZEKER,
    Fout.GEEN_TIJD: Oordeel.ONZEKER,
    Fout.OVERGESLAGEN: Oordeel.ONZEKER,
}
_NOT_SEEN = {Fout.GEEN_TIJD, Fout.OVERGESLAGEN}


@dataclass(frozen=True)
class Vergelijk:
    """What an answer is held against: what the host says where nothing can be, and what stood there last time."""

    onbestaand: tuple[Antwoord, ...] = ()
    vorige: Afdruk | None = None


def check_antwoord(doel: Doel, antwoord: Antwoord, drempels: Drempels, vergelijk: Vergelijk = Vergelijk()) -> Uitslag:
    """Judge what came back for an address, with the evidence in Dutch."""
    if antwoord.fout is not None:
        return _check_fout(doel, antwoord, antwoord.fout)
    status = antwoord.status or 0
    pagina = antwoord.pagina
    muur = find_muur(antwoord, pagina, drempels) if status not in drempels.kapot else None
    if muur is not None:
        return _uitslag(doel, antwoord, Oordeel.GEBLOKKEERD, f"Status {status}, maar {muur}.")
    if not 200 <= status < 300:
        return _check_status(doel, antwoord, status, drempels)
    return _check_inhoud(doel, antwoord, pagina, drempels, vergelijk)


def _check_fout(doel: Doel, antwoord: Antwoord, fout: Fout) -> Uitslag:
    """Judge an address that gave no response.

    A redirect to what only a browser can follow (another port, an app) is not wrong by itself, so it is for a person.
    """
    oordeel = Oordeel.VERDACHT if fout is Fout.ONGELDIG and antwoord.stappen else _BY_FOUT[fout]
    return _uitslag(doel, antwoord, oordeel, f"{antwoord.zin[:1].upper()}{antwoord.zin[1:]}.")


def _check_status(doel: Doel, antwoord: Antwoord, status: int, drempels: Drempels) -> Uitslag:
    if status in drempels.kapot:
        oordeel = Oordeel.KAPOT
    elif (400 <= status < 500 and status not in drempels.stuk) or status == 999:
        oordeel = Oordeel.GEBLOKKEERD
    else:
        oordeel = Oordeel.ONZEKER
    name = _NAMES.get(status, "omleiding zonder adres" if 300 <= status < 400 else "")
    said = f" ({name})" if name else ""
    return _uitslag(doel, antwoord, oordeel, f"De server antwoordt met status {status}{said}.")


def _check_inhoud(
    doel: Doel, antwoord: Antwoord, pagina: Webpagina, drempels: Drempels, vergelijk: Vergelijk
) -> Uitslag:
    """Judge a response with a status of success by what is in it."""
    said = f"Status {antwoord.status}, maar"
    inlog = find_inlog(antwoord, pagina, drempels)
    if inlog is not None and doel.toegang == "inlog":
        return _uitslag(doel, antwoord, Oordeel.WERKT, f"Werkt: {inlog}, zoals bij dit adres staat.")
    onderhoud = find_onderhoud(pagina, drempels)
    if onderhoud is not None:
        return _uitslag(doel, antwoord, Oordeel.ONZEKER, f"{said} {onderhoud}.")
    wrong = inlog or find_ander_bestand(doel, antwoord) or find_in_gegevens(antwoord)
    if wrong is None and not antwoord.body:
        wrong = "de server geeft niets"
    if wrong is None and antwoord.is_html:
        wrong = (
            find_geparkeerd(antwoord, pagina, drempels)
            or find_leeg(antwoord, pagina, drempels)
            or find_niet_gevonden(antwoord, pagina, drempels)
            or find_thuis(doel, antwoord)
            or find_onbestaand(doel, antwoord, pagina, drempels, vergelijk.onbestaand)
            or find_fragment(doel, antwoord, pagina, drempels)
        )
    wrong = wrong or find_ander_domein(doel, antwoord)
    if wrong is None and vergelijk.vorige is not None and is_other(vergelijk.vorige, pagina, drempels):
        wrong = f"er staat een heel andere pagina dan eerst ('{pagina.titel}' in plaats van '{vergelijk.vorige.titel}')"
        return replace(_uitslag(doel, antwoord, Oordeel.VERDACHT, f"{said} {wrong}."), afdruk=print_of(pagina))
    if wrong is not None:
        return _uitslag(doel, antwoord, Oordeel.VERDACHT, f"{said} {wrong}.")
    if antwoord.geweigerd is not None:
        sentence = f"Een programma krijgt status {antwoord.geweigerd}, een browser krijgt de pagina wel."
        return _uitslag(doel, antwoord, Oordeel.GEBLOKKEERD, sentence)
    nieuw = _permanent(doel, antwoord)
    if nieuw is not None:
        sentence = f"De server zegt met status {antwoord.stappen[0].status} dat het adres voortaan {nieuw} is."
        same = vergelijk.vorige is not None and vergelijk.vorige.titel == pagina.titel != ""
        uitslag = replace(_uitslag(doel, antwoord, Oordeel.VERHUISD, sentence, nieuw), bewezen=same)
    else:
        uitslag = _uitslag(doel, antwoord, Oordeel.WERKT, f"Werkt: status {antwoord.status}.")
    return replace(uitslag, afdruk=print_of(pagina))


def is_to_compare(url: str, antwoord: Antwoord, vorige: Afdruk | None) -> bool:
    """Say whether a page is to be held against what its host gives for any address: one that we do not know well."""
    if not antwoord.is_html or antwoord.afgekapt or is_thuis(url):
        return False
    return vorige is None or not is_same(vorige, antwoord.pagina)


def find_onbestaand(
    doel: Doel, antwoord: Antwoord, pagina: Webpagina, drempels: Drempels, anders: tuple[Antwoord, ...]
) -> str | None:
    """What the host gives for any address, also for one at which nothing can be."""
    if is_thuis(doel.url):
        return None
    for ander in anders:
        if antwoord.stappen and ander.stappen and same_place(antwoord.url, ander.url):
            return f"de server stuurt elk adres dat niet kan bestaan ook naar {antwoord.url}"
        if is_toepassing(pagina, drempels) or not ander.is_html or ander.stappen:
            continue
        if is_same_page(antwoord, ander, drempels):
            return "de server geeft dezelfde pagina voor een adres dat niet kan bestaan"
    return None


def _permanent(doel: Doel, antwoord: Antwoord) -> str | None:
    """Return the address to take over, after the permanent redirects a chain begins with; None where there is none.

    After a temporary one nothing is promised. A fragment is handed on where the redirect names none itself (RFC 9110,
    10.2.2). What our own check of the data refuses, or the number of a session, is no advice.
    """
    nieuw = None
    for stap in antwoord.stappen:
        if stap.status not in _PERMANENT:
            break
        nieuw = stap.naar
    if nieuw is None:
        return None
    nieuw = _without_session(nieuw)
    fragment = doel.url.partition("#")[2]
    if fragment and "#" not in nieuw:
        nieuw = f"{nieuw}#{fragment}"
    backwards = doel.url.startswith("https:") and not nieuw.startswith("https:")
    return None if backwards or nieuw == doel.url or check_url(nieuw, http_allowed=True) else nieuw


def _without_session(url: str) -> str:
    names = "|".join(zinnen("sessies"))
    bare = re.sub(rf";(?:{names})=[^/?#;]*", "", url, flags=re.IGNORECASE)
    bare = re.sub(rf"(?<=[?&])(?:{names})=[^&#]*&?", "", bare, flags=re.IGNORECASE)
    return re.sub(r"[?&](?=#|\Z)", "", bare)


def _uitslag(doel: Doel, antwoord: Antwoord, oordeel: Oordeel, bewijs: str, nieuw: str | None = None) -> Uitslag:
    """Return the verdict; its evidence also tells of the redirects and the tries it took."""
    if antwoord.stappen and oordeel is not Oordeel.VERHUISD and antwoord.url not in bewijs:
        bewijs += f" Na {_count(len(antwoord.stappen), 'omleiding', 'omleidingen')}: {antwoord.url}."
    if antwoord.pogingen > 1:
        bewijs += f" Dit was poging {antwoord.pogingen}."
    status = antwoord.status or (antwoord.stappen[-1].status if antwoord.stappen else None)
    return Uitslag(doel, oordeel, bewijs, nieuw, status, bekeken=antwoord.fout not in _NOT_SEEN, fout=antwoord.fout)


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"
