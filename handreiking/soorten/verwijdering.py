"""What editors note of a change: of a page or record what changed when, and of what was taken away why.

The docstring under a field is what an editor sees, so it is Dutch.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, ValidationInfo, WithJsonSchema

from handreiking.basis.problem import suggestion
from handreiking.soorten.definitie import Definitie
from handreiking.soorten.instrument import Instrument
from handreiking.soorten.record import Record, Veldsoort, fout, samenhang
from handreiking.soorten.soort import Eigen, Lijst, Recordsoort
from handreiking.soorten.veld import Datum, Eigennaam, KorteZin, Zin

# Each kind of thing that can be taken away: what its id looks like, and how to say that there is none of this id.
_VORM = {
    "instrument": (r"[a-z0-9]+(-[a-z0-9]+)*", "kleine letters, cijfers en streepjes", "onbekend instrument"),
    "definitie": (r"[a-z0-9]+(-[a-z0-9]+)*", "kleine letters, cijfers en streepjes", "onbekende definitie"),
    "onderwerp": (r"[a-z0-9-]+/[a-z0-9-]+", "map/naam", "onbekend onderwerp"),
}
_ID_SCHEMA = WithJsonSchema({"type": "string", "pattern": r"^[a-z0-9-]+(/[a-z0-9-]+)?$"})


def _gone(value: str, info: ValidationInfo) -> str:
    soort = info.data.get("soort")
    if soort is None:
        return value
    pattern, form, _ = _VORM[soort]
    if not re.fullmatch(pattern, value):
        raise fout(f"'{value}' is geen id van een {soort}: gebruik {form}")
    if value in (_known(soort, info) or ()):
        raise fout(f"'{value}' is er nog als {soort}; haal het daar weg, of haal dit blokje weg")
    return value


def _replacement(value: str | None, info: ValidationInfo) -> str | None:
    soort = info.data.get("soort")
    if value is None or soort is None:
        return value
    known = _known(soort, info)
    if known is not None and value not in known:
        raise fout(f"{_VORM[soort][2]} '{value}'{suggestion(value, known)}")
    return value


def _after_it_was_added(value: date, info: ValidationInfo) -> date:
    added: date | None = info.data.get("toegevoegd")
    if added and value <= added:
        raise fout(f"{value} is niet later dan de dag van toevoegen ({added}); verbeter een van beide")
    return value


def _known(soort: str, info: ValidationInfo) -> Collection[str] | None:
    """Return the ids of a kind that are there now, also of records with problems; None where they cannot be known."""
    context = samenhang(info)
    return context.onderwerpen if soort == "onderwerp" else context.records.get(soort)


class Verwijdering(Record):
    """Een instrument, definitie of onderwerp dat uit de handreiking is weggehaald."""

    soort: Literal["instrument", "definitie", "onderwerp"]
    """Wat er is weggehaald."""
    id: Annotated[Zin, Veldsoort.INTERN, AfterValidator(_gone), _ID_SCHEMA]
    """Het id dat het had; van een onderwerp is dat map/naam."""
    titel: Eigennaam
    """De titel die het had."""
    toegevoegd: Datum | None = None
    """De dag waarop het was toegevoegd; niet nodig als het al in de eerste uitgave stond."""
    op: Annotated[Datum, AfterValidator(_after_it_was_added)]
    """De dag waarop het is weggehaald."""
    reden: KorteZin
    """Waarom, in één zin voor de lezer."""
    vervangen_door: Annotated[Annotated[Zin, Veldsoort.INTERN, _ID_SCHEMA] | None, AfterValidator(_replacement)] = None
    """Het id van wat ervoor in de plaats kwam, als dat er is: van dezelfde soort."""


def check_removed_once(lijst: Lijst[Verwijdering]) -> Eigen:
    """What was taken away stands once among the removals.

    Wrong: two records with `soort: instrument` and `id: symbolenbank`.  Right: one of them.
    """
    first: dict[tuple[str, str], int] = {}
    for verwijdering, line in lijst.records:
        key = (verwijdering.soort, verwijdering.id)
        if key in first:
            sentence = f"{verwijdering.soort} '{verwijdering.id}' staat ook op regel {first[key]}; houd er één"
            yield line, sentence
        first.setdefault(key, line)


VERWIJDERING = Recordsoort(
    "verwijdering",
    "verwijderd",
    "verwijderd.yaml",
    Verwijdering,
    regels=(check_removed_once,),
    uniek=None,
    na=(Instrument, Definitie),
)
