"""What was read of `content/` and `data/`: the records and pages with their lines, before rules look across them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from handreiking.aanpassing import Verwijdering
from handreiking.beveiliging import Beveiliging
from handreiking.beweringen import Bewering
from handreiking.cijfers import Reeks
from handreiking.contactpunten import Contactpunt
from handreiking.gegevens import Afkorting, Bron, Definitie, Soort, Uitgever
from handreiking.inhoud import Bronpagina
from handreiking.instrumenten import Instrument
from handreiking.yaml_document import Document
from handreiking.zelfscan import Stelling
from handreiking.zoeken.termen import Zoekterm


@dataclass(frozen=True)
class Gelezen:
    """What was read: the names of the two folders, every source path, and the records with their lines.

    `instrument_ids` and `reeks_ids` are all that stand in their files, also those of records with problems of their
    own; `cijfers` is the file of the series, for the lines within one, None where it could not be read;
    `verschenen` is the day of the first edition, None where there is none or the title page has problems;
    `compleet` says that no record and no page had any; `beveiliging` comes with the line of its expiry.
    """

    content: str
    data: str
    paden: frozenset[str]
    paginas: tuple[Bronpagina, ...]
    instrumenten: tuple[tuple[Instrument, int], ...]
    instrument_ids: frozenset[str]
    beweringen: tuple[tuple[Bewering, int], ...]
    contactpunten: tuple[tuple[Contactpunt, int], ...]
    definities: tuple[tuple[Definitie, int], ...]
    afkortingen: tuple[tuple[Afkorting, int], ...]
    bronnen: tuple[tuple[Bron, int], ...]
    uitgevers: tuple[tuple[Uitgever, int], ...]
    soorten: tuple[tuple[Soort, int], ...]
    zoektermen: tuple[tuple[Zoekterm, int], ...]
    verwijderd: tuple[tuple[Verwijdering, int], ...]
    verschenen: date | None
    stellingen: tuple[tuple[Stelling, int], ...]
    reeksen: tuple[tuple[Reeks, int], ...]
    reeks_ids: frozenset[str]
    cijfers: Document | None
    compleet: bool
    beveiliging: tuple[Beveiliging, int] | None = None
