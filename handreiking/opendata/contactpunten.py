"""`contactpunten.json`: where to call and write, in its published form."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from handreiking.basis.adres import Site
from handreiking.basis.telefoon import e164
from handreiking.basis.weergave import render_datum
from handreiking.geheel.handreiking import Handreiking
from handreiking.opendata.afgeleid import aangevuld, aanvulling
from handreiking.opendata.vorm import (
    Adres,
    Bestand,
    Bron,
    Organisatie,
    Vorm,
    Webadres,
    bron_van,
    head,
    organisatie,
    path_of,
)
from handreiking.soorten import contactpunt as binnen
from handreiking.soorten.bron import REDACTIE
from handreiking.soorten.contactpunt import CONTACTPUNT

_HIER = path_of("contactpunten.json")


@aangevuld(CONTACTPUNT, behalve=("instrument", "stand", "stand_in_woorden", "houdbaar"))
class Contactpunt(Vorm):
    """Een plek waar een lezer terechtkan met een melding of een vraag."""

    id: str
    """Het vaste kenmerk; het verandert niet als de naam verandert."""
    naam: str
    """De naam."""
    uitgever: Organisatie
    """Van wie het contactpunt is."""
    gebied: str | None
    """De gemeente of regio waar het voor is; leeg als het voor heel Nederland is."""
    voor_wie: str
    """Wie er terechtkan."""
    waarvoor: str
    """Waarmee."""
    telefoon: str | None
    """Het telefoonnummer zoals lezers het zien."""
    telefoon_e164: str | None
    """Hetzelfde nummer zoals een telefoon het wil: +31 en de cijfers; leeg bij een nummer als 112."""
    mail: str | None
    """Het e-mailadres."""
    url: Webadres | None
    """Het webadres."""
    uren: str | None
    """Wanneer er iemand is, als dat bekend is."""
    onderwerpen: tuple[str, ...]
    """De kenmerken van de onderwerpen waar het op staat; zie onderwerpen.json."""
    acuut: bool
    """Of het voor acuut gevaar is."""
    bron: Bron
    """Waar deze gegevens staan; 'redactie' bij een advies van de redactie zelf."""
    eerder: str | None
    """Wat een oudere bron zei."""
    op: str
    """Van wanneer de gegevens zijn: een dag (jaar-maand-dag) of een maand (jaar-maand)."""
    houdbaar_tot: date
    """Na deze dag zijn de gegevens te oud om zonder navragen te gebruiken."""
    beoordeeld: date
    """De dag waarop de redactie de gegevens voor het laatst naast de bron legde."""
    adres: Adres
    """Het contactpunt in de handreiking."""


class Contactpunten(Bestand):
    """Alle contactpunten van de handreiking."""

    NAAM: ClassVar = "contactpunten"
    VERSIE: ClassVar = 1
    SOORT: ClassVar = "contact"
    ONDERDEEL: ClassVar = "contactpunt"

    contactpunten: tuple[Contactpunt, ...]
    """De contactpunten, in de volgorde van de handreiking."""


def contactpunten(handreiking: Handreiking, site: Site) -> Contactpunten:
    """Return the published form of all contact points."""
    return Contactpunten(
        **head(handreiking, site, Contactpunten),
        contactpunten=tuple(_contactpunt(handreiking, site, c) for c in handreiking.contactpunten),
    )


def _contactpunt(handreiking: Handreiking, site: Site, contactpunt: binnen.Contactpunt) -> Contactpunt:
    return Contactpunt(
        id=contactpunt.id,
        naam=contactpunt.naam,
        uitgever=organisatie(contactpunt.uitgever),
        gebied=contactpunt.gebied,
        voor_wie=contactpunt.voor_wie,
        waarvoor=contactpunt.waarvoor,
        telefoon=contactpunt.telefoon,
        telefoon_e164=e164(contactpunt.telefoon) if contactpunt.telefoon else None,
        mail=contactpunt.mail,
        url=contactpunt.webadres,
        uren=contactpunt.uren,
        onderwerpen=contactpunt.onderwerpen,
        acuut=contactpunt.acuut,
        bron=bron_van(contactpunt.bron) if contactpunt.bron else _redactie(handreiking),
        eerder=contactpunt.eerder,
        op=contactpunt.stand.isoformat(),
        houdbaar_tot=contactpunt.houdbaar_tot,
        beoordeeld=contactpunt.beoordeeld,
        adres=site.pagina(handreiking.pad_van("contact"), _HIER, contactpunt.id),
        **aanvulling(Contactpunt, contactpunt),
    )


def _redactie(handreiking: Handreiking) -> Bron:
    """Return the editors as a source, for what they advise themselves."""
    return Bron(
        id=REDACTIE,
        titel="Advies van de redactie",
        uitgever=organisatie(handreiking.uitgever),
        datering=f"stand van {render_datum(handreiking.stand)}",
        url=None,
    )
