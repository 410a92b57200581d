"""The title page of a handreiking: the one record of `data/handreiking.yaml`.

The docstring under a field is what an editor of the data sees, so it is Dutch.
"""

from __future__ import annotations

from typing import Annotated, Literal

from handreiking.soorten.beveiliging import Beveiliging
from handreiking.soorten.record import Record, Veldsoort
from handreiking.soorten.soort import Recordsoort
from handreiking.soorten.uitgever import UitgeverVerwijzing
from handreiking.soorten.veld import Datum, HttpReden, Mail, Url, Zin


class Licentie(Record):
    """De voorwaarden waaronder anderen de inhoud mogen gebruiken."""

    # Proper names and known terms: nothing to explain, to spell out or to look after.
    naam: Annotated[Zin, Veldsoort.INTERN]
    """De naam van de licentie, met de versie."""
    http_reden: HttpReden | None = None
    """Waarom het adres met http:// begint."""
    url: Annotated[Url, Veldsoort.INTERN]
    """Het adres waar de voorwaarden staan."""

    @property
    def uitzondering(self) -> str:
        """What the licence does not cover, in a sentence for readers."""
        return (
            "Letterlijk overgenomen definities en citaten vallen er niet onder: die blijven van hun auteur. "
            "Noem dan die auteur en de bron."
        )


class Titelblad(Record):
    """Wat er op het titelblad van de handreiking staat."""

    titel: Zin
    """De titel van de handreiking."""
    ondertitel: Zin
    """Voor wie of waarover, in één regel."""
    uitgever: UitgeverVerwijzing
    """De uitgever (id uit uitgevers.yaml)."""
    contact: Mail
    """Het e-mailadres voor vragen en fouten."""
    editie: Zin
    """De naam van deze editie."""
    verschenen: Datum | None = None
    """De dag van de eerste uitgave; wat er toen al stond, is niet nieuw. Laat dit weg zolang er geen uitgave is."""
    adres: Annotated[Url, Veldsoort.INTERN] | None = None
    """Het adres waar de site staat; zonder dit veld wijst niets naar zijn hele adres, en is er geen sitemap."""
    adressen: Literal["bestanden", "mappen"] = "bestanden"
    """Hoe pagina's heten: 'bestanden' (groen/bomen.html, werkt ook uitgepakt) of 'mappen' (groen/bomen/)."""
    broncode: Annotated[Url, Veldsoort.INTERN] | None = None
    """Het adres van de repository; dan staat op elke pagina een link om daar iets te melden."""
    wijzigen: Annotated[Url, Veldsoort.INTERN] | None = None
    """Wat in het adres om een bestand te wijzigen voor 'content/' en 'data/' staat; dan kan dat vanaf elke pagina."""
    licentie: Licentie
    """De licentie van de inhoud: teksten, instrumentenlijst en eigen uitleg."""
    beveiliging: Beveiliging | None = None
    """Waar iemand een lek in de site meldt; zonder dit veld heeft de site geen security.txt."""

    @property
    def id(self) -> str:
        """What it is called among what a check looked at."""
        return "handreiking"


TITELBLAD = Recordsoort("titelblad", "titelbladen", "handreiking.yaml", Titelblad, uniek=None, enkel=True)
