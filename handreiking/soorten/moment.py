"""When something was so: a day, or only the month where a source says no more."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Protocol

from pydantic import BeforeValidator, ValidationInfo, WithJsonSchema

from handreiking.basis.weergave import render_datum, render_maand
from handreiking.basis.yaml_document import Anders
from handreiking.soorten.record import fout, samenhang

_WRITTEN = re.compile(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?\Z")


@dataclass(frozen=True)
class Moment:
    """The first day of what is known, and whether that day itself is known or only its month."""

    begin: date
    op_de_dag: bool

    def isoformat(self) -> str:
        """Return the moment as ISO 8601 writes it: `2024-12-17`, `2024-12`."""
        return self.begin.isoformat() if self.op_de_dag else f"{self.begin:%Y-%m}"


def _moment(value: Any, info: ValidationInfo) -> Moment:
    letters = value.letters if isinstance(value, Anders) else value
    found = _WRITTEN.match(letters) if isinstance(letters, str) else None
    if not found:
        raise fout("hier hoort een dag als 2026-11-21 of een maand als 2026-11")
    year, month, day = found.groups()
    try:
        begin = date(int(year), int(month), int(day or 1))
    except ValueError:
        raise fout(f"{letters} bestaat niet") from None
    vandaag = samenhang(info).vandaag
    if begin > vandaag:
        raise fout(f"{letters} ligt in de toekomst (vandaag is het {vandaag.isoformat()})")
    return Moment(begin, day is not None)


DagOfMaand = Annotated[
    Moment, BeforeValidator(_moment), WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}(-\d{2})?$"})
]


class MetStand(Protocol):
    """A record that says of when it is, and in which words where its source names no day or month."""

    @property
    def stand(self) -> Moment:
        """The day or month of its source."""

    @property
    def stand_in_woorden(self) -> str | None:
        """The same as the source has it."""


def render_stand(record: MetStand) -> str:
    """Return of when a record is: `17 mei 2022`, `mei 2022`, or the words of its source."""
    stand = record.stand
    day = render_datum(stand.begin) if stand.op_de_dag else render_maand(stand.begin)
    return record.stand_in_woorden or day
