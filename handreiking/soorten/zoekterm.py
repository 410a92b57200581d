"""The record of `data/zoektermen.yaml`: words that readers type where the handreiking uses others.

The docstring under a field is what an editor of the data sees, so it is Dutch.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from handreiking.soorten.record import Record, Veldsoort, fout
from handreiking.soorten.soort import Recordsoort
from handreiking.soorten.veld import Zin


def _other_words(value: tuple[str, ...]) -> tuple[str, ...]:
    if not value:
        raise fout("hier hoort ten minste één woord dat wel in de handreiking staat")
    for index, word in enumerate(value):
        if word in value[:index]:
            raise fout(f"'{word}' staat hier dubbel; houd er één")
    return value


class Zoekterm(Record):
    """Een woord dat lezers intypen, met de woorden die de handreiking ervoor gebruikt."""

    term: Annotated[Zin, Veldsoort.INTERN]
    """Wat de lezer intypt: een woord of een paar woorden."""
    ook: Annotated[
        tuple[Annotated[Zin, Veldsoort.INTERN], ...],
        AfterValidator(_other_words),
        Field(json_schema_extra={"minItems": 1, "uniqueItems": True}),
    ]
    """Waar dan ook op wordt gezocht; van een paar woorden bij elkaar moeten ze allemaal voorkomen."""

    @property
    def id(self) -> str:
        """The term without regard to capitals: it stands once in its file."""
        return self.term.casefold()


ZOEKTERM = Recordsoort(
    "zoekterm",
    "zoektermen",
    "zoektermen.yaml",
    Zoekterm,
    uniek=lambda zoekterm: (f"'{zoekterm.term}'", "houd er één"),
)
