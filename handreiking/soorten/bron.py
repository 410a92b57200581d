"""The kind `bron`: a document that the content rests on.

The docstring under a field is what an editor of the data sees, so it is Dutch.
"""

from __future__ import annotations

from typing import Annotated

from handreiking.soorten.soort import Recordsoort
from handreiking.soorten.uitgever import UitgeverVerwijzing
from handreiking.soorten.veld import Datum, Eigennaam, HttpReden, Id, Record, Tekst, Url, Zin, verwijzing


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


BRON = Recordsoort("bron", "bronnen", "bronnen.yaml", Bron)
