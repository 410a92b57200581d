"""The kind `citaat`: words of somebody who was there, as a source has them.

The docstring under a field is what an editor of the data and a user of the open data sees, so it is Dutch.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator

from handreiking.soorten.bron import BronVerwijzing
from handreiking.soorten.record import Overgenomen, Record
from handreiking.soorten.soort import Recordsoort, Toonregel
from handreiking.soorten.veld import Id, Tekst, Zin, alineas_van


class Citaat(Record):
    """De letterlijke woorden van iemand die erbij was, met wie het zegt en waar het staat."""

    id: Id
    """De korte naam; een pagina laat het citaat zien met een regel '[[citaat: naam]]'."""
    tekst: Annotated[Tekst, Overgenomen(), AfterValidator(str.strip)]
    """De woorden zoals de bron ze heeft, zonder aanhalingstekens eromheen; een lege regel begint een nieuwe alinea."""
    spreker: Zin
    """Wie het zegt, in woorden: een functie of rol, en een naam alleen als de bron die geeft."""
    bron: BronVerwijzing
    """Waar het citaat staat (id uit bronnen.yaml)."""

    @property
    def alineas(self) -> list[str]:
        """The paragraphs of the words, each on one line."""
        return alineas_van(self.tekst)

    @property
    def in_woorden(self) -> str:
        """Who says it, and what."""
        return f"{self.spreker}: “{' '.join(self.alineas)}”"


CITAAT = Recordsoort(
    "citaat",
    "citaten",
    "citaten.yaml",
    Citaat,
    geteld=True,
    optioneel=True,
    toonregel=Toonregel("citaat", in_woorden="in_woorden"),
)
