"""The kind `afkorting`: an abbreviation, and what it stands for.

The docstring under a field is what an editor of the data sees, so it is Dutch.
"""

from __future__ import annotations

from handreiking.soorten.record import Record
from handreiking.soorten.soort import Recordsoort
from handreiking.soorten.veld import Eigennaam, Tekst, Zin


class Afkorting(Record):
    """Een afkorting die in de teksten voorkomt."""

    afkorting: Zin
    """De afkorting, precies zoals in de tekst."""
    voluit: Eigennaam
    """Waar de afkorting voor staat."""
    uitleg: Tekst | None = None
    """Eén zin uitleg, als het voluit geschreven woord niet genoeg zegt."""

    @property
    def id(self) -> str:
        """The anchor of the abbreviation on the page of definitions."""
        return "".join(c if c.isalnum() else "-" for c in self.afkorting.lower())


AFKORTING = Recordsoort(
    "afkorting",
    "afkortingen",
    "afkortingen.yaml",
    Afkorting,
    pagina="definities",
    anker="afkorting-{}",
    uniek=lambda afkorting: (f"'{afkorting.afkorting}'", "houd er één"),
)
