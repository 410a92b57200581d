"""What editors note of a change to a page or a record.

The docstring under a field is what an editor of the data sees, so it is Dutch.
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Annotated

from pydantic import AfterValidator, ValidationInfo

from handreiking.soorten.record import Record, fout
from handreiking.soorten.veld import Datum, KorteZin


class Aanpassing(Record):
    """Eén wijziging: de dag en wat er toen veranderde."""

    op: Datum
    """De dag van de wijziging."""
    wat: KorteZin
    """Wat er veranderde, in één zin voor de lezer."""


def _newest_first(value: tuple[Aanpassing, ...], info: ValidationInfo) -> tuple[Aanpassing, ...]:
    added: date | None = info.data.get("toegevoegd")
    for newer, older in pairwise(value):
        if newer.op == older.op:
            raise fout(f"op {newer.op} staan er twee; maak er één zin van")
        if newer.op < older.op:
            raise fout(f"de nieuwste staat bovenaan; zet {older.op} boven {newer.op}")
    if value and added and value[-1].op <= added:
        sentence = f"{value[-1].op} is niet later dan de dag van toevoegen ({added})"
        raise fout(f"{sentence}; haal deze wijziging weg of verbeter de datum")
    return value


Aanpassingen = Annotated[tuple[Aanpassing, ...], AfterValidator(_newest_first)]
