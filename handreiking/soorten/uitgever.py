"""The kind `uitgever`: who publishes, so that a name is spelled in one place.

The docstring under a field is what an editor of the data sees, so it is Dutch.
"""

from __future__ import annotations

from typing import Annotated, Literal

from handreiking.soorten.record import Record
from handreiking.soorten.soort import Recordsoort
from handreiking.soorten.veld import Eigennaam, Id, verwijzing


class Uitgever(Record):
    """Een uitgever, zodat zijn naam op één plek gespeld staat."""

    id: Id
    """De korte naam waarmee andere bestanden naar deze uitgever verwijzen."""
    naam: Eigennaam
    """De naam die lezers kennen."""
    voluit: Eigennaam | None = None
    """De volledige naam, als die anders is."""
    lidwoord: Literal["de", "het"] | None = None
    """Het lidwoord voor de naam in een zin: 'op te vragen bij de gemeente'."""

    @property
    def in_zin(self) -> str:
        """The name as it stands within a sentence, with its article if it has one."""
        return f"{self.lidwoord} {self.naam}" if self.lidwoord else self.naam


UitgeverVerwijzing = Annotated[Uitgever, *verwijzing("uitgever", "onbekende uitgever")]


UITGEVER = Recordsoort("uitgever", "uitgevers", "uitgevers.yaml", Uitgever)
