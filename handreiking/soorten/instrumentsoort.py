"""The kind `soort`: what sort of thing an instrument is.

The docstring under a field is what an editor of the data sees, so it is Dutch.
"""

from __future__ import annotations

from typing import Annotated

from handreiking.soorten.record import Record
from handreiking.soorten.soort import Recordsoort
from handreiking.soorten.veld import Id, Zin, verwijzing


class Instrumentsoort(Record):
    """Een soort instrument."""

    id: Id
    """De korte naam waarmee instrumenten naar deze soort verwijzen."""
    naam: Zin
    """De naam in het enkelvoud."""
    meervoud: Zin
    """De naam in het meervoud, als kop boven een groep."""


SoortVerwijzing = Annotated[Instrumentsoort, *verwijzing("soort", "onbekende soort")]


INSTRUMENTSOORT = Recordsoort("soort", "soorten", "soorten.yaml", Instrumentsoort)
