"""The kind `bron`: a document that the content rests on.

The docstring under a field is what an editor of the data sees, so it is Dutch.
"""

from __future__ import annotations

from typing import Annotated

from handreiking.soorten.record import Record
from handreiking.soorten.soort import Eigen, Lijst, Recordsoort
from handreiking.soorten.uitgever import UitgeverVerwijzing
from handreiking.soorten.veld import Datum, Eigennaam, HttpReden, Id, Tekst, Url, Zin, verwijzing

REDACTIE = "redactie"  # in a text, in the place of an id: this comes from the editors themselves


class Bron(Record):
    """Een document waar de inhoud op steunt."""

    id: Id
    """De korte naam waarmee andere bestanden naar deze bron verwijzen."""
    titel: Eigennaam
    """De titel van het document."""
    uitgever: UitgeverVerwijzing
    """De uitgever (id uit uitgevers.yaml)."""
    datering: Zin
    """Van wanneer de bron is, in woorden als er geen datum op staat."""
    http_reden: HttpReden | None = None
    """Waarom het adres met http:// begint."""
    url: Url | None = None
    """Het webadres, als de bron dat heeft."""
    gelezen: Datum | None = None
    """De dag waarop de bron zelf is gelezen; zonder dit veld is alleen gelezen wat een andere bron eruit overneemt."""
    toelichting: Tekst | None = None
    """Waarvoor de bron is gebruikt."""


BronVerwijzing = Annotated[Bron, *verwijzing("bron", "onbekende bron")]


def check_bron_redactie(lijst: Lijst[Bron]) -> Eigen:
    """No source is called what a text says of what the editors add themselves.

    Wrong: `id: redactie`.  Right: `id: redactie-2026`.
    """
    for bron, line in lijst.records:
        if bron.id == REDACTIE:
            sentence = f"'{REDACTIE}' kan geen id zijn: '[^{REDACTIE}]' zegt in een tekst dat iets geen bron heeft"
            yield line, f"{sentence}; kies een ander id"


BRON = Recordsoort("bron", "bronnen", "bronnen.yaml", Bron, regels=(check_bron_redactie,))
