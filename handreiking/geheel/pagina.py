"""The pages of a handreiking as frozen records: what stands on each, and what it is part of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from handreiking.soorten.bron import Bron
from handreiking.soorten.contactpunt import Contactpunt
from handreiking.soorten.kop import Aard, Kleuren
from handreiking.tekst.tekst import Tekst


@dataclass(frozen=True)
class Pagina:
    """A page: where its source lies, what stands at its top, its text, and its Markdown from line `regel`.

    `concept`: it is no more than a draft. `bijgewerkt` is the last day on which it was added, changed or looked over.
    `bronnen` are those at its top, then what else its text names.
    """

    pad: str
    soort: str
    titel: str
    samenvatting: str
    beoordeeld: date | None
    bijgewerkt: date | None
    bronnen: tuple[Bron, ...]
    tekst: Tekst
    markdown: str
    regel: int
    concept: bool

    def bron(self, name: str) -> Bron | None:
        """Return the source that a mark in the text names; None where it says that the editors added something."""
        return next((bron for bron in self.bronnen if bron.id == name), None)


@dataclass(frozen=True)
class Verwantschap:
    """A topic related to another, with the reason to read on there, and what it is to that other where that is said."""

    onderwerp: str
    reden: str
    aard: Aard | None = None


@dataclass(frozen=True)
class Onderwerp(Pagina):
    """A topic: a page in a theme."""

    id: str
    thema: str
    verwant: tuple[Verwantschap, ...]


@dataclass(frozen=True)
class Thema(Pagina):
    """A theme with its topics in order."""

    id: str
    icoon: str
    kleur: Kleuren
    onderwerpen: tuple[Onderwerp, ...]


@dataclass(frozen=True)
class Praktijkpagina(Pagina):
    """A page of a practice example: the ids of the topics it shows, of when it is, and where to ask."""

    voorbeeld_van: tuple[str, ...]
    stand: str
    contactpunten: tuple[Contactpunt, ...]


@dataclass(frozen=True)
class Voorbeeld:
    """A practice example: how one municipality does it, by its name, on pages in order, the first of them its index."""

    id: str
    naam: str
    paginas: tuple[Praktijkpagina, ...]
