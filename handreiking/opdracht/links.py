"""The checks that go out: the addresses of the data, and the quotations at their sources."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date

from handreiking.basis.problem import Ernst
from handreiking.citaten.brontekst import Brontekst, parse_brontekst
from handreiking.citaten.citaat import Citaatoordeel
from handreiking.citaten.controle import Citaatuitslag, check_definities
from handreiking.lezen.gelezen import Gelezen
from handreiking.lezen.vastlegging import Vastlegging
from handreiking.links.antwoord import Antwoord
from handreiking.links.archief import DIENST, find_archief
from handreiking.links.controle import Verslag
from handreiking.links.doel import Doel, Oordeel, Uitslag
from handreiking.links.drempels import Drempels
from handreiking.links.geheugen import Geheugen, niet_bereikbaar_sinds, vraagt_blik
from handreiking.links.omgeving import Omgeving
from handreiking.links.oordeel import check_antwoord
from handreiking.links.ophalen import load_antwoord
from handreiking.links.rem import Ronde
from handreiking.opdracht.uitkomst import Uitkomst, render_aantal
from handreiking.soorten.instrument import Instrument

# A source is read whole, unlike a page of which only the beginning must be known; what is folded and compared
# takes some two hundred times its size in memory.
BRON_PAGINA = 1_500_000
BRON_BESTAND = 10_000_000


@dataclass(frozen=True)
class Wegen:
    """How the outside world is reached: the network and the clocks, and the limits."""

    omgeving: Omgeving
    drempels: Drempels
    archief: str = DIENST


def render_tekort(verslag: Verslag) -> str:
    """Say in Dutch that a run did not look at every address; nothing where it did."""
    if verslag.bekeken >= verslag.adressen:
        return ""
    return f"{verslag.bekeken} van de {verslag.adressen} adressen bekeken. {' '.join(verslag.opmerkingen)}".strip()


def suggest_archief(geheugen: Geheugen, gelezen: Gelezen, today: date, wegen: Wegen) -> Geheugen:
    """Return the memory with a kept copy for each instrument that is gone and has none yet, for an editor to accept."""
    accepted = {f"instrument/{i.id}" for i, _ in gelezen.van(Instrument) if i.archief is not None}
    load = _loader(wegen, wegen.drempels)
    return {
        sleutel: replace(status, voorgesteld_archief=find_archief(status.url, load, wegen.archief))
        if sleutel.startswith("instrument/")
        and sleutel not in accepted
        and status.voorgesteld_archief is None
        and niet_bereikbaar_sinds(status, today, wegen.drempels) is not None
        else status
        for sleutel, status in geheugen.items()
    }


def judge(
    uitslagen: Iterable[Uitslag], gelezen: Gelezen, today: date, drempels: Drempels, geheugen: Geheugen | None
) -> list[Uitkomst]:
    """Weigh each verdict: `kapot` is wrong, with a memory only once it is to be believed; the others ask for a look."""
    nagekeken = {instrument.id: instrument.nagekeken for instrument, _ in gelezen.van(Instrument)}

    def ernst(uitslag: Uitslag) -> Ernst:
        if uitslag.oordeel is Oordeel.WERKT:
            return Ernst.GOED
        if geheugen is not None:
            known = geheugen.get(uitslag.doel.sleutel)
            gone = known is not None and niet_bereikbaar_sinds(known, today, drempels) is not None
            return Ernst.FOUT if gone else _look(uitslag)
        return Ernst.FOUT if uitslag.oordeel is Oordeel.KAPOT else _look(uitslag)

    def _look(uitslag: Uitslag) -> Ernst:
        seen = nagekeken.get(uitslag.doel.id) if uitslag.doel.soort == "instrument" else None
        blocked = uitslag.oordeel is Oordeel.GEBLOKKEERD
        looked = blocked and not vraagt_blik(uitslag.oordeel, seen, today, drempels)
        return Ernst.GOED if looked else Ernst.WAARSCHUWING

    def voorstel(uitslag: Uitslag) -> str | None:
        known = geheugen.get(uitslag.doel.sleutel) if geheugen is not None else None
        return known.voorgesteld_archief if known is not None else None

    return [_of_address(uitslag, ernst(uitslag), voorstel(uitslag)) for uitslag in uitslagen]


def check_citaten(
    gelezen: Gelezen, vastgelegd: dict[str, Vastlegging], wegen: Wegen
) -> tuple[list[Uitkomst], tuple[Citaatuitslag, ...]]:
    """Hold every official definition against its source; a source that cannot be read is a warning, not drift."""
    uitslagen = check_definities(gelezen, vastgelegd, bron_lezer(wegen))
    return [_of_citaat(uitslag) for uitslag in uitslagen], uitslagen


def bron_lezer(wegen: Wegen) -> Callable[[str], Brontekst]:
    """Return a function that reads the text at an address, behind the guard and within one deadline for all of them."""
    limits = replace(wegen.drempels, bytes_pagina=BRON_PAGINA, bytes_bestand=BRON_BESTAND)
    load = _loader(wegen, limits)

    def read(url: str) -> Brontekst:
        antwoord = load(url)
        uitslag = check_antwoord(Doel("bron", url, url, "", 0), antwoord, limits)
        if uitslag.oordeel not in (Oordeel.WERKT, Oordeel.VERHUISD):  # a wall, a login, another page: not the source
            said = uitslag.bewijs.rstrip(".")
            return Brontekst(None, said[:1].lower() + said[1:])
        return parse_brontekst(antwoord.body, antwoord.headers.get("content-type", ""), afgekapt=antwoord.afgekapt)

    return read


def _loader(wegen: Wegen, limits: Drempels) -> Callable[[str], Antwoord]:
    ronde = Ronde(wegen.omgeving, limits)
    return lambda url: load_antwoord(url, ronde)


def _of_address(uitslag: Uitslag, ernst: Ernst, voorstel: str | None) -> Uitkomst:
    doel = uitslag.doel
    hint = f" Voorstel voor 'archief': {voorstel}" if voorstel else ""
    verb = "" if uitslag.oordeel is Oordeel.WERKT else "is "
    said = f"{doel.url} {verb}{uitslag.oordeel}: {uitslag.bewijs}{hint}"
    return Uitkomst(doel.soort, doel.id, doel.url, str(uitslag.oordeel), said, doel.bestand, doel.regel, ernst, "link")


def _of_citaat(uitslag: Citaatuitslag) -> Uitkomst:
    ernst = {Citaatoordeel.STAAT_ER_NOG: Ernst.GOED, Citaatoordeel.ONZEKER: Ernst.WAARSCHUWING}
    return Uitkomst(
        soort=uitslag.soort,
        id=uitslag.id,
        url=uitslag.url,
        oordeel=str(uitslag.oordeel),
        bewijs=f"'{uitslag.id}' bij de bron: {uitslag.oordeel}. {uitslag.bewijs}",
        bestand=uitslag.bestand,
        regel=uitslag.regel,
        ernst=ernst.get(uitslag.oordeel, Ernst.FOUT),
        regelnaam="citaat",
    )


def count_addresses(doelen: Collection[Doel]) -> str:
    """Return how many addresses there are, as `check_links` counts them: `1 adres`, `36 adressen`."""
    return render_aantal(len({doel.url.partition("#")[0] for doel in doelen}), "adres", "adressen")
