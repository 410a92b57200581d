"""The checks that go out: the addresses of the data, and the quotations at their sources."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from handreiking.controle import Gelezen
from handreiking.definities.brontekst import Brontekst, parse_brontekst
from handreiking.definities.citaat import Oordeel as Citaatoordeel
from handreiking.definities.controle import Uitslag as Citaatuitslag
from handreiking.definities.controle import check_definities
from handreiking.definities.vastlegging import Vastlegging
from handreiking.links.antwoord import Antwoord
from handreiking.links.controle import Verslag, Voortgang, check_links
from handreiking.links.doel import Doel, Oordeel, Uitslag
from handreiking.links.drempels import Drempels
from handreiking.links.geheugen import Geheugen, niet_bereikbaar_sinds, vraagt_blik
from handreiking.links.omgeving import Omgeving
from handreiking.links.ophalen import load_antwoord
from handreiking.links.rem import Rem
from handreiking.opdracht.uitkomst import Ernst, Uitkomst, render_aantal
from handreiking.problem import NietGedraaidError

# A source is read whole, unlike a page of which only the beginning must be known.
BRON_BYTES = 20_000_000


@dataclass(frozen=True)
class Wegen:
    """How the outside world is reached: the network and the clocks, and the limits."""

    omgeving: Omgeving
    drempels: Drempels


def check_adressen(doelen: tuple[Doel, ...], wegen: Wegen, voortgang: Voortgang | None = None) -> Verslag:
    """Look at every address; raises NietGedraaidError where not all of them could be looked at."""
    verslag = check_links(doelen, wegen.omgeving, wegen.drempels, voortgang)
    if verslag.bekeken < verslag.adressen:
        said = " ".join(verslag.opmerkingen)
        raise NietGedraaidError(f"{verslag.bekeken} van de {verslag.adressen} adressen bekeken. {said}".strip())
    return verslag


def judge(
    uitslagen: Iterable[Uitslag], gelezen: Gelezen, today: date, drempels: Drempels, geheugen: Geheugen | None
) -> list[Uitkomst]:
    """Weigh each verdict: `kapot` is wrong, with a memory only once it is to be believed; the others ask for a look."""
    nagekeken = {instrument.id: instrument.nagekeken for instrument, _ in gelezen.instrumenten}

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

    return [_of_address(uitslag, ernst(uitslag)) for uitslag in uitslagen]


def check_citaten(
    gelezen: Gelezen, vastgelegd: dict[str, Vastlegging], wegen: Wegen
) -> tuple[list[Uitkomst], tuple[Citaatuitslag, ...]]:
    """Hold every official definition against its source; a source that cannot be read is a warning, not drift."""
    uitslagen = check_definities(gelezen, vastgelegd, partial(load_bron, wegen=wegen))
    return [_of_citaat(uitslag) for uitslag in uitslagen], uitslagen


def load_bron(url: str, wegen: Wegen) -> Brontekst:
    """Give the text at an address, behind the same guard as every other address."""
    limits = replace(wegen.drempels, bytes_pagina=BRON_BYTES, bytes_bestand=BRON_BYTES)
    omgeving = wegen.omgeving
    rem = Rem(limits.per_host, limits.pauze, omgeving.monotonic, omgeving.sleep)
    antwoord = load_antwoord(url, omgeving, limits, rem, omgeving.monotonic() + limits.run)
    return _text_of(antwoord)


def _text_of(antwoord: Antwoord) -> Brontekst:
    if antwoord.fout is not None or antwoord.status != 200:
        said = antwoord.zin if antwoord.fout is not None else f"de server antwoordt met status {antwoord.status}"
        return Brontekst(None, said)
    return parse_brontekst(antwoord.body, antwoord.headers.get("content-type", ""), afgekapt=antwoord.afgekapt)


def _of_address(uitslag: Uitslag, ernst: Ernst) -> Uitkomst:
    doel = uitslag.doel
    hint = f" Nieuw adres: {uitslag.nieuw_url}" if uitslag.nieuw_url else ""
    said = f"{doel.url} is {uitslag.oordeel}: {uitslag.bewijs}{hint}"
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
    """Give how many addresses there are, as `check_links` counts them: `1 adres`, `36 adressen`."""
    return render_aantal(len({doel.url.partition("#")[0] for doel in doelen}), "adres", "adressen")
