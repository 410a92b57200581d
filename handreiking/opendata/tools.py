"""`tools.json`: the instruments in their published form."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Literal

from handreiking.basis.adres import Site
from handreiking.geheel.handreiking import Handreiking
from handreiking.opendata.afgeleid import aangevuld, aanvulling
from handreiking.opendata.vorm import (
    Aanvragen,
    Adres,
    Bestand,
    Organisatie,
    Verwijderd,
    Vorm,
    Webadres,
    Wijziging,
    aanpassingen,
    aanvragen_van,
    head,
    organisatie,
    path_of,
    verwijderd,
)
from handreiking.soorten import instrument as binnen
from handreiking.soorten.instrument import INSTRUMENT

_HIER = path_of("tools.json")


class Soort(Vorm):
    """Een soort instrument."""

    id: str
    """Het vaste kenmerk van de soort."""
    naam: str
    """De naam van de soort."""


class Thema(Vorm):
    """Een thema."""

    id: str
    """Het vaste kenmerk van het thema; zie onderwerpen.json."""
    titel: str
    """De titel van het thema."""


class Plaats(Vorm):
    """Een onderwerp waar het instrument bij hoort."""

    id: str
    """Het vaste kenmerk van het onderwerp; zie onderwerpen.json."""
    titel: str
    """De titel van het onderwerp."""
    thema: Thema
    """Het thema van het onderwerp."""
    adres: Adres
    """De pagina van het onderwerp."""
    andere_titel: str | None
    """De titel die het instrument bij dit onderwerp heeft, als die anders is."""
    tip: bool
    """Of het instrument bij dit onderwerp een tip is."""


@aangevuld(INSTRUMENT, behalve=("andere_titels", "tip", "bron"))
class Instrument(Vorm):
    """Een instrument."""

    id: str
    """Het vaste kenmerk; het verandert niet als de titel verandert."""
    titel: str
    """De titel."""
    beschrijving: str
    """Wat de lezer eraan heeft, in één zin."""
    url: Webadres | None
    """Waar het instrument staat, precies zoals de uitgever het adres schrijft; leeg als het is op te vragen."""
    toegang: Literal["openbaar", "inlog", "op-aanvraag"]
    """openbaar: meteen te openen; inlog: na inloggen; op-aanvraag: heeft geen adres, moet worden gevraagd."""
    aanvragen: Aanvragen | None
    """Bij wie en hoe het is aan te vragen."""
    uitgever: Organisatie
    """Wie het instrument uitgeeft."""
    soort: Soort
    """Wat voor instrument het is."""
    bestandstype: str | None
    """Het soort bestand, als het adres een bestand opent (zoals pdf)."""
    onderwerpen: tuple[Plaats, ...]
    """De onderwerpen waar het instrument bij hoort."""
    archief: Webadres | None
    """Een bewaard exemplaar, voor als het adres niet meer werkt."""
    toegevoegd: date
    """De dag waarop het instrument in de handreiking kwam."""
    gewijzigd: tuple[Wijziging, ...]
    """Wat er sindsdien aan is veranderd, het nieuwste eerst."""
    nagekeken: date | None
    """De dag waarop een redacteur het instrument voor het laatst heeft geopend."""
    link_werkte_op: date | None
    """De dag waarop de linkcontrole het adres voor het laatst werkend zag."""
    niet_bereikbaar_sinds: date | None
    """Sinds wanneer het adres niet te bereiken is."""
    adres: Adres
    """Het instrument op de pagina met alle instrumenten."""


class Tools(Bestand):
    """Alle instrumenten van de handreiking."""

    NAAM: ClassVar = "tools"
    VERSIE: ClassVar = 1
    SOORT: ClassVar = "instrumenten"
    ONDERDEEL: ClassVar = "instrument"

    instrumenten: tuple[Instrument, ...]
    """De instrumenten, in de volgorde van de handreiking."""
    verwijderd: tuple[Verwijderd, ...]
    """De instrumenten die uit de handreiking zijn gehaald, de nieuwste eerst."""


def tools(handreiking: Handreiking, site: Site) -> Tools:
    """Return the published form of all instruments."""
    return Tools(
        **head(handreiking, site, Tools),
        verwijderd=verwijderd(handreiking, Tools),
        instrumenten=tuple(_instrument(handreiking, site, i) for i in handreiking.instrumenten),
    )


def _instrument(handreiking: Handreiking, site: Site, instrument: binnen.Instrument) -> Instrument:
    status = handreiking.status(instrument.id)
    return Instrument(
        id=instrument.id,
        titel=instrument.titel,
        beschrijving=instrument.beschrijving,
        url=instrument.url,
        toegang=instrument.toegang,
        aanvragen=aanvragen_van(instrument.aanvragen) if instrument.aanvragen else None,
        uitgever=organisatie(instrument.uitgever),
        soort=Soort(id=instrument.soort.id, naam=instrument.soort.naam),
        bestandstype=instrument.bestandstype,
        onderwerpen=tuple(_plaats(handreiking, site, instrument, name) for name in instrument.onderwerpen),
        archief=instrument.archief,
        toegevoegd=instrument.toegevoegd,
        gewijzigd=aanpassingen(instrument),
        nagekeken=instrument.nagekeken,
        link_werkte_op=status.laatst_werkend,
        niet_bereikbaar_sinds=status.niet_bereikbaar_sinds,
        adres=site.pagina(handreiking.pad_van("instrumenten"), _HIER, instrument.id),
        **aanvulling(Instrument, instrument),
    )


def _plaats(handreiking: Handreiking, site: Site, instrument: binnen.Instrument, name: str) -> Plaats:
    onderwerp = handreiking.onderwerp(name)
    thema = handreiking.thema(onderwerp.thema)
    return Plaats(
        id=onderwerp.id,
        titel=onderwerp.titel,
        thema=Thema(id=thema.id, titel=thema.titel),
        adres=site.pagina(onderwerp.pad, _HIER),
        andere_titel=instrument.andere_titels.get(name),
        tip=name in instrument.tip,
    )
