"""The record of `data/cijfers.yaml`: figures as a table of rows and columns, with what adds up and what is drawn.

The docstring under a field is what an editor of the data sees, so it is Dutch.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from handreiking.soorten.bron import BronVerwijzing
from handreiking.soorten.record import Record, fout
from handreiking.soorten.veld import Id, KorteZin, Zin, parse_getal

ONBEKEND = "onbekend"


def _figure(value: Any) -> int | None:
    if value == ONBEKEND:
        return None
    try:
        return parse_getal(value)
    except ValueError:
        raise fout(f"hier hoort een heel getal, zonder punt of aanhalingstekens, of '{ONBEKEND}'") from None


Waarde = Annotated[
    int | None,
    BeforeValidator(_figure),
    WithJsonSchema({"anyOf": [{"type": "integer", "minimum": 0}, {"const": ONBEKEND}]}),
]
MINSTENS_EEN = Field(json_schema_extra={"minItems": 1})


def _filled(value: Any) -> Any:
    if isinstance(value, list) and not value:
        raise fout("hier hoort ten minste één onderdeel")
    return value


class Kolom(Record):
    """Een kolom van een reeks: een jaar, een peildatum of een soort."""

    id: Id
    """De korte naam van de kolom binnen deze reeks, bijvoorbeeld "2024" (met aanhalingstekens)."""
    naam: Zin
    """De kop van de kolom."""
    kort: Zin | None = None
    """De naam in het beeld, als de kop daar te lang voor is."""
    som_van: tuple[Id, ...] = ()
    """De kolommen waarvan deze de som is; de controle telt ze na."""

    @property
    def in_beeld(self) -> str:
        """The name as it stands in a picture."""
        return self.kort or self.naam


class Rij(Record):
    """Een rij van een reeks."""

    id: Id
    """De korte naam van de rij binnen deze reeks."""
    naam: Zin
    """De naam van de rij, in de eerste kolom van de tabel."""
    bij: Zin | None = None
    """Wat in een eigen kolom naast de naam staat, bijvoorbeeld voor wie het is; vul dan ook 'bijkop' in."""
    kort: Zin | None = None
    """De naam in het beeld, als die daar anders moet zijn."""
    waarden: Annotated[tuple[Waarde, ...], BeforeValidator(_filled), MINSTENS_EEN]
    """De getallen, één per kolom en in dezelfde volgorde; 'onbekend' als de bron het getal niet geeft."""
    som_van: tuple[Id, ...] = ()
    """De rijen waarvan deze de som is; de controle telt ze na."""
    deel_van: Id | None = None
    """De rij waarvan deze een deel is; de controle ziet erop toe dat het deel niet groter is."""

    @property
    def in_beeld(self) -> str:
        """The name as it stands in a picture."""
        return self.kort or (f"{self.naam}: {self.bij}" if self.bij else self.naam)


class Stap(Record):
    """Een stap van de weg die een beeld laat zien."""

    rijen: Annotated[tuple[Id, ...], BeforeValidator(_filled), MINSTENS_EEN]
    """De rijen die samen deze stap zijn."""


class Reeks(Record):
    """Een reeks cijfers: een tabel met de bron, en het beeld dat daarvan wordt getekend."""

    id: Id
    """De korte naam; een pagina laat de reeks zien met een regel '[[cijfers: naam]]'."""
    titel: Zin
    """De titel boven het beeld en de tabel."""
    eenheid: Zin
    """Wat er wordt geteld, in het meervoud: 'meldingen'."""
    periode: Zin
    """Van wanneer de cijfers zijn: een periode of een peildatum, in woorden."""
    bron: BronVerwijzing
    """Waar de cijfers staan (id uit bronnen.yaml)."""
    bladzijde: Zin
    """Waar in de bron: 'bladzijde 9', of het deel ervan als er geen bladzijden zijn."""
    toelichting: KorteZin | None = None
    """Wat een lezer moet weten om de cijfers goed te lezen, in één zin."""
    beeld: Literal["staven", "weg", "geen"] = "staven"
    """staven: een staaf per getal; weg: de stappen onder elkaar, per kolom; geen: alleen de tabel."""
    rijkop: Zin
    """De kop boven de namen van de rijen."""
    bijkop: Zin | None = None
    """De kop boven wat naast de namen van de rijen staat."""
    kolommen: Annotated[tuple[Kolom, ...], BeforeValidator(_filled), MINSTENS_EEN]
    """De kolommen, in de volgorde van de tabel."""
    rijen: Annotated[tuple[Rij, ...], BeforeValidator(_filled), MINSTENS_EEN]
    """De rijen, in de volgorde van de tabel."""
    stappen: tuple[Stap, ...] = ()
    """De stappen van de weg, van eerste naar laatste; alleen met 'beeld: weg'."""

    def rij(self, name: str) -> Rij:
        """Return the row with this id."""
        return next(rij for rij in self.rijen if rij.id == name)

    def plek(self, kolom: Kolom) -> int:
        """Return the place of a column among the columns."""
        return self.kolommen.index(kolom)

    @property
    def onderschrift(self) -> str:
        """What is counted, and of when."""
        return f"Aantal {self.eenheid}, {self.periode}"

    @property
    def op_de_pagina(self) -> str:
        """All that a page shows of it as a text."""
        return f"{self.titel}: {self.in_woorden}"

    @property
    def in_woorden(self) -> str:
        """All figures as a text, for readers who do not see the picture."""
        return " ".join(
            f"{kolom.naam}: {', '.join(f'{_name(rij)} {getal(rij.waarden[place])}' for rij in self.rijen)}."
            for place, kolom in enumerate(self.kolommen)
        )


def getal(waarde: int | None) -> str:
    """Return a figure as a Dutch text: a dot for each thousand, and the word for one that is not known."""
    return ONBEKEND if waarde is None else re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ".", str(waarde))


def delen(waarden: Sequence[int]) -> str:
    """Return an addition as people write it: `5 + 3 + 1`."""
    return " + ".join(getal(waarde) for waarde in waarden)


def _name(rij: Rij) -> str:
    return f"{rij.naam}, {rij.bij}," if rij.bij else rij.naam
