"""`definities.json`: the terms with their definitions, and the abbreviations, in their published form."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Literal

from handreiking.basis.adres import Site
from handreiking.geheel.handreiking import Handreiking
from handreiking.opendata.afgeleid import aangevuld, aanvulling
from handreiking.opendata.vorm import (
    Adres,
    Bestand,
    Bron,
    Organisatie,
    Verwijderd,
    Vorm,
    Wijziging,
    aanpassingen,
    bron_van,
    head,
    organisatie,
    path_of,
    verwijderd,
)
from handreiking.soorten.definitie import DEFINITIE
from handreiking.soorten.definitie import Definitie as Begrepen

_HIER = path_of("definities.json")


@aangevuld(DEFINITIE)
class Begrip(Vorm):
    """Een begrip met zijn definitie of met een eigen uitleg."""

    id: str
    """Het vaste kenmerk van het begrip."""
    begrip: str
    """Het begrip."""
    soort: Literal["officieel", "citaat", "uitleg"]
    """officieel: letterlijke definitie van de auteur; citaat: letterlijk uit een stuk; uitleg: eigen woorden."""
    tekst: str
    """De tekst; een lege regel begint een nieuwe alinea."""
    auteur: Organisatie | None
    """Van wie de tekst is; leeg bij een eigen uitleg."""
    bron: Bron
    """Waar de tekst staat, of waar de uitleg op steunt."""
    overgenomen_uit: Bron | None
    """Het document waaruit de tekst is overgenomen, als dat een ander is dan de bron."""
    gelezen: date | None
    """De dag waarop de tekst is overgenomen; leeg bij een eigen uitleg."""
    toegevoegd: date | None
    """De dag waarop het begrip in de handreiking kwam; leeg als het er vanaf het begin in stond."""
    gewijzigd: tuple[Wijziging, ...]
    """Wat er sindsdien aan is veranderd, het nieuwste eerst."""
    beoordeeld: date
    """De dag waarop de definitie voor het laatst is nagekeken."""
    varianten: tuple[str, ...]
    """Andere vormen van het woord."""
    adres: Adres
    """Het begrip op de pagina met definities."""


class Afkorting(Vorm):
    """Een afkorting."""

    id: str
    """Het vaste kenmerk van de afkorting."""
    afkorting: str
    """De afkorting, zoals die in de tekst staat."""
    voluit: str
    """Waar de afkorting voor staat."""
    uitleg: str | None
    """Een zin uitleg, als het woord voluit niet genoeg zegt."""
    adres: Adres
    """De afkorting op de pagina met definities."""


class Definities(Bestand):
    """Alle begrippen en afkortingen van de handreiking."""

    NAAM: ClassVar = "definities"
    VERSIE: ClassVar = 1
    SOORT: ClassVar = "definities"
    ONDERDEEL: ClassVar = "definitie"

    begrippen: tuple[Begrip, ...]
    """De begrippen, in de volgorde van de handreiking."""
    afkortingen: tuple[Afkorting, ...]
    """De afkortingen, op alfabet."""
    verwijderd: tuple[Verwijderd, ...]
    """De begrippen die uit de handreiking zijn gehaald, de nieuwste eerst."""


def definities(handreiking: Handreiking, site: Site) -> Definities:
    """Return the published form of all terms and abbreviations."""
    page = handreiking.pad_van("definities")
    return Definities(
        **head(handreiking, site, Definities),
        verwijderd=verwijderd(handreiking, Definities),
        begrippen=tuple(_begrip(d, site.pagina(page, _HIER, d.id)) for d in handreiking.definities),
        afkortingen=tuple(
            Afkorting(
                id=a.id,
                afkorting=a.afkorting,
                voluit=a.voluit,
                uitleg=a.uitleg,
                adres=site.pagina(page, _HIER, f"afkorting-{a.id}"),
            )
            for a in handreiking.afkortingen
        ),
    )


def _begrip(definitie: Begrepen, adres: str) -> Begrip:
    return Begrip(
        id=definitie.id,
        begrip=definitie.begrip,
        soort=definitie.soort,
        tekst="\n\n".join(definitie.alineas),
        auteur=organisatie(definitie.auteur) if definitie.auteur else None,
        bron=bron_van(definitie.bron),
        overgenomen_uit=bron_van(definitie.overgenomen_uit) if definitie.overgenomen_uit else None,
        gelezen=definitie.gelezen,
        toegevoegd=definitie.toegevoegd,
        gewijzigd=aanpassingen(definitie),
        beoordeeld=definitie.beoordeeld,
        varianten=definitie.varianten,
        adres=adres,
        **aanvulling(Begrip, definitie),
    )
