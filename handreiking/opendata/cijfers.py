"""`cijfers.json`: the series of figures in their published form."""

from __future__ import annotations

from typing import ClassVar

from handreiking.basis.adres import Site
from handreiking.geheel.handreiking import Handreiking
from handreiking.opendata.vorm import Adres, Bestand, Bron, Vorm, adressen, bron_van, head, path_of
from handreiking.soorten import reeks as binnen
from handreiking.tekst.toonregel import Toonplek

_HIER = path_of("cijfers.json")


class Kolom(Vorm):
    """Een kolom van een reeks."""

    id: str
    """Het vaste kenmerk van de kolom binnen de reeks."""
    naam: str
    """De kop van de kolom."""
    som_van: tuple[str, ...]
    """De kenmerken van de kolommen waarvan deze de som is; leeg als het geen totaal is."""


class Rij(Vorm):
    """Een rij van een reeks."""

    id: str
    """Het vaste kenmerk van de rij binnen de reeks."""
    naam: str
    """De naam van de rij."""
    bij: str | None
    """Wat naast de naam staat; zie de bijkop van de reeks."""
    waarden: tuple[int | None, ...]
    """De getallen, één per kolom; leeg wat de bron niet geeft."""
    som_van: tuple[str, ...]
    """De kenmerken van de rijen waarvan deze de som is; leeg als het geen totaal is."""
    deel_van: str | None
    """Het kenmerk van de rij waarvan deze een deel is."""


class Reeks(Vorm):
    """Een reeks cijfers."""

    id: str
    """Het vaste kenmerk van de reeks."""
    titel: str
    """Waar de cijfers over gaan."""
    eenheid: str
    """Wat er wordt geteld, in het meervoud."""
    periode: str
    """Van wanneer de cijfers zijn, in woorden."""
    toelichting: str | None
    """Wat u moet weten om de cijfers goed te lezen."""
    bron: Bron
    """Het document waar de cijfers in staan."""
    bladzijde: str
    """Waar in dat document."""
    rijkop: str
    """De kop boven de namen van de rijen."""
    bijkop: str | None
    """De kop boven wat naast de namen staat."""
    kolommen: tuple[Kolom, ...]
    """De kolommen, op volgorde."""
    rijen: tuple[Rij, ...]
    """De rijen, op volgorde."""
    adressen: tuple[Adres, ...]
    """Waar de reeks op de pagina's van de handreiking staat."""


class Cijfers(Bestand):
    """Alle reeksen cijfers van de handreiking."""

    NAAM: ClassVar = "cijfers"
    VERSIE: ClassVar = 1
    SOORT: ClassVar = "praktijkoverzicht"
    ONDERDEEL: ClassVar = "reeks"

    reeksen: tuple[Reeks, ...]
    """De reeksen, op volgorde van de gegevens."""


def cijfers(handreiking: Handreiking, site: Site) -> Cijfers:
    """Return the published form of all series."""
    return Cijfers(
        **head(handreiking, site, Cijfers),
        reeksen=tuple(_reeks(handreiking, site, reeks) for reeks in handreiking.van(binnen.Reeks)),
    )


def _reeks(handreiking: Handreiking, site: Site, reeks: binnen.Reeks) -> Reeks:
    return Reeks(
        id=reeks.id,
        titel=reeks.titel,
        eenheid=reeks.eenheid,
        periode=reeks.periode,
        toelichting=reeks.toelichting,
        bron=bron_van(reeks.bron),
        bladzijde=reeks.bladzijde,
        rijkop=reeks.rijkop,
        bijkop=reeks.bijkop,
        kolommen=tuple(Kolom(id=k.id, naam=k.naam, som_van=k.som_van) for k in reeks.kolommen),
        rijen=tuple(
            Rij(id=r.id, naam=r.naam, bij=r.bij, waarden=r.waarden, som_van=r.som_van, deel_van=r.deel_van)
            for r in reeks.rijen
        ),
        adressen=adressen(handreiking, site, Toonplek("cijfers", reeks.id), _HIER),
    )
