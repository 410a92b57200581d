"""`onderwerpen.json`: the themes and the topics with their text, in their published form."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Literal

from handreiking.basis.adres import Site
from handreiking.geheel import pagina as binnen
from handreiking.geheel.handreiking import Handreiking
from handreiking.opendata.vorm import Adres, Bestand, Bron, Verwijderd, Vorm, bron_van, head, path_of, verwijderd
from handreiking.soorten import bewering as beweringen
from handreiking.soorten.bron import REDACTIE
from handreiking.soorten.contactpunt import Contactpunt
from handreiking.zoeken.delen import Stukdeel, parse_delen

_HIER = path_of("onderwerpen.json")


class Herkomst(Vorm):
    """Waar één alinea of onderdeel van een lijst op rust, als dat er in de tekst bij staat."""

    regel: int
    """Welke regel van de tekst het is; de eerste is 1."""
    bronnen: tuple[Bron, ...]
    """De bronnen die erbij staan."""
    redactie: bool
    """true als het een suggestie van de redactie is."""


class Deel(Vorm):
    """Een deel van een tekst, met de kop die erboven staat."""

    kop: str | None
    """De kop; leeg bij wat vóór de eerste kop staat."""
    tekst: str
    """De tekst zonder opmaak: elke alinea en elk onderdeel van een lijst op een eigen regel."""
    herkomst: tuple[Herkomst, ...]
    """Waar regels op rusten; een regel die hier niet staat, rust op de eerste bron van de pagina."""
    adres: Adres
    """Dit deel op de pagina."""


class Verwant(Vorm):
    """Een onderwerp dat hierbij aansluit."""

    onderwerp: str
    """Het vaste kenmerk van het andere onderwerp."""
    reden: str
    """Waarom de lezer daar verder kan lezen."""
    aard: Literal["basis", "vervolg"] | None
    """basis: dit onderwerp bouwt voort op het andere; vervolg: het andere bouwt voort op dit."""


class Bewering(Vorm):
    """Iets dat op een moment zo was en sindsdien veranderd kan zijn."""

    id: str
    """Het vaste kenmerk van de bewering."""
    titel: str
    """Waar het over gaat."""
    stand: str
    """Wat er toen gold."""
    op: str
    """Wanneer dat zo was: een dag (jaar-maand-dag) of een maand (jaar-maand)."""
    bron: Bron
    """Waar dat staat."""
    nagaan: str
    """Waar u ziet wat er nu geldt."""
    houdbaar_tot: date
    """Na deze dag is de bewering te oud om zonder navragen te gebruiken."""
    beoordeeld: date
    """De dag waarop de redactie de bewering voor het laatst naast de bron legde."""


class Thema(Vorm):
    """Een thema."""

    id: str
    """Het vaste kenmerk van het thema."""
    titel: str
    """De titel."""
    samenvatting: str
    """Het thema in één regel."""
    delen: tuple[Deel, ...]
    """De tekst van de pagina, per kop."""
    onderwerpen: tuple[str, ...]
    """De kenmerken van de onderwerpen, op volgorde."""
    adres: Adres
    """De pagina van het thema."""


class Onderwerp(Vorm):
    """Een onderwerp."""

    id: str
    """Het vaste kenmerk van het onderwerp."""
    titel: str
    """De titel."""
    samenvatting: str
    """Het onderwerp in één regel."""
    thema: str
    """Het vaste kenmerk van het thema."""
    delen: tuple[Deel, ...]
    """De tekst van de pagina, per kop."""
    beoordeeld: date | None
    """De dag waarop de tekst voor het laatst is nagekeken."""
    bijgewerkt: date | None
    """De dag waarop de tekst voor het laatst is toegevoegd, gewijzigd of nagekeken."""
    bronnen: tuple[Bron, ...]
    """De bronnen waar de tekst op steunt."""
    beweringen: tuple[Bewering, ...]
    """Wat op de pagina staat en sinds de bron veranderd kan zijn."""
    verwant: tuple[Verwant, ...]
    """De onderwerpen die hierbij aansluiten."""
    begrippen: tuple[str, ...]
    """De kenmerken van de begrippen die op de pagina voorkomen; zie definities.json."""
    instrumenten: tuple[str, ...]
    """De kenmerken van de instrumenten bij dit onderwerp; zie tools.json."""
    contactpunten: tuple[str, ...]
    """De kenmerken van de contactpunten bij dit onderwerp; zie contactpunten.json."""
    adres: Adres
    """De pagina van het onderwerp."""


class Onderwerpen(Bestand):
    """Alle thema's en onderwerpen van de handreiking."""

    NAAM: ClassVar = "onderwerpen"
    VERSIE: ClassVar = 1
    SOORT: ClassVar = "home"
    ONDERDEEL: ClassVar = "onderwerp"

    themas: tuple[Thema, ...]
    """De thema's, op volgorde."""
    onderwerpen: tuple[Onderwerp, ...]
    """De onderwerpen, op volgorde van thema en plaats daarin."""
    verwijderd: tuple[Verwijderd, ...]
    """De onderwerpen die uit de handreiking zijn gehaald, de nieuwste eerst."""


def onderwerpen(handreiking: Handreiking, site: Site) -> Onderwerpen:
    """Return the published form of all themes and topics."""
    return Onderwerpen(
        **head(handreiking, site, Onderwerpen),
        verwijderd=verwijderd(handreiking, Onderwerpen),
        themas=tuple(
            Thema(
                id=thema.id,
                titel=thema.titel,
                samenvatting=thema.samenvatting,
                delen=_delen(handreiking, thema, site),
                onderwerpen=tuple(onderwerp.id for onderwerp in thema.onderwerpen),
                adres=site.pagina(thema.pad, _HIER),
            )
            for thema in handreiking.themas
        ),
        onderwerpen=tuple(
            _onderwerp(handreiking, site, onderwerp) for thema in handreiking.themas for onderwerp in thema.onderwerpen
        ),
    )


def _onderwerp(handreiking: Handreiking, site: Site, onderwerp: binnen.Onderwerp) -> Onderwerp:
    used = set(onderwerp.tekst.begrippen)
    return Onderwerp(
        id=onderwerp.id,
        titel=onderwerp.titel,
        samenvatting=onderwerp.samenvatting,
        thema=onderwerp.thema,
        delen=_delen(handreiking, onderwerp, site),
        beoordeeld=onderwerp.beoordeeld,
        bijgewerkt=onderwerp.bijgewerkt,
        bronnen=tuple(bron_van(bron) for bron in onderwerp.bronnen),
        beweringen=tuple(_bewering(bewering) for bewering in handreiking.beweringen_bij(onderwerp.id)),
        verwant=tuple(Verwant(onderwerp=v.onderwerp, reden=v.reden, aard=v.aard) for v in onderwerp.verwant),
        begrippen=tuple(definitie.id for definitie in handreiking.definities if definitie.id in used),
        instrumenten=tuple(plaatsing.instrument.id for plaatsing in handreiking.plaatsingen(onderwerp.id)),
        contactpunten=tuple(contactpunt.id for contactpunt in handreiking.bij(Contactpunt, onderwerp.id)),
        adres=site.pagina(onderwerp.pad, _HIER),
    )


def _bewering(bewering: beweringen.Bewering) -> Bewering:
    return Bewering(
        id=bewering.id,
        titel=bewering.titel,
        stand=bewering.stand,
        op=bewering.op.isoformat(),
        bron=bron_van(bewering.bron),
        nagaan=bewering.nagaan,
        houdbaar_tot=bewering.houdbaar_tot,
        beoordeeld=bewering.beoordeeld,
    )


def _herkomst(pagina: binnen.Pagina, deel: Stukdeel) -> tuple[Herkomst, ...]:
    by_line = {line: [name for at, name in deel.bronmerken if at == line] for line, _ in deel.bronmerken}
    return tuple(
        Herkomst(
            regel=line,
            bronnen=tuple(bron_van(bron) for name in names if (bron := pagina.bron(name))),
            redactie=REDACTIE in names,
        )
        for line, names in by_line.items()
    )


def _delen(handreiking: Handreiking, pagina: binnen.Pagina, site: Site) -> tuple[Deel, ...]:
    return tuple(
        Deel(
            kop=deel.kop or None,
            tekst=deel.tekst,
            herkomst=_herkomst(pagina, deel),
            adres=site.pagina(pagina.pad, _HIER, deel.anker),
        )
        for deel in parse_delen(pagina.tekst.html, handreiking.getoond_in_woorden)
    )
