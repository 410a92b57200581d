"""The kind `schrijfwijze`: of words for one thing the one that editors use, and those that they do not.

It is for editors alone: no field is a text that readers see, so it is on no page, in no file and not in search.
The docstring under a field is what an editor of the data sees, so it is Dutch.
"""

from __future__ import annotations

from typing import Annotated

from handreiking.soorten.record import Record, Veldsoort
from handreiking.soorten.soort import Eigen, Lijst, Recordsoort
from handreiking.soorten.veld import IN_EEN_LIJST, Zin


class Schrijfwijze(Record):
    """Het ene woord voor een ding, met de woorden die u daarvoor niet gebruikt."""

    schrijf: Annotated[Zin, Veldsoort.INTERN]
    """Het woord, of de paar woorden, die u wel gebruikt."""
    niet: Annotated[tuple[Annotated[Zin, Veldsoort.INTERN], ...], *IN_EEN_LIJST]
    """Wat u in plaats daarvan niet schrijft: hele woorden, elke vorm apart. Hoofdletters maken niet uit."""
    want: Annotated[Zin, Veldsoort.INTERN]
    """Waarom, als vervolg van 'want', zonder punt erachter: zo heet het overal."""

    @property
    def id(self) -> str:
        """The word without regard to capitals: it stands once in its file."""
        return self.schrijf.casefold()


def check_niet(lijst: Lijst[Schrijfwijze]) -> Eigen:
    """A form that is not to be written is told once, and no entry says to write it.

    Wrong: `schrijf: regenbak` and elsewhere `niet: [regenbak]`.  Right: one of them.
    """
    said = {record.id: line for record, line in lijst.records}
    for record, line in lijst.records:
        for form in record.niet:
            if form.casefold() in said:
                yield (
                    line,
                    f"'{form}' staat ook op regel {said[form.casefold()]}; haal het op een van beide plekken weg",
                )
            said.setdefault(form.casefold(), line)


SCHRIJFWIJZE = Recordsoort(
    "schrijfwijze",
    "schrijfwijzen",
    "schrijfwijze.yaml",
    Schrijfwijze,
    regels=(check_niet,),
    optioneel=True,
    uniek=lambda wijze: (f"'{wijze.schrijf}'", "houd er één en zet de vormen bij elkaar"),
)
