"""The record of `data/beweringen.yaml`: what was so at some moment and may have changed since.

The docstring under a field is what an editor of the data sees, so it is Dutch.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, ValidationInfo, WithJsonSchema

from handreiking.basis.klok import add_months
from handreiking.basis.weergave import render_datum, render_maand
from handreiking.soorten.bron import BronVerwijzing
from handreiking.soorten.instrument import InstrumentVerwijzing
from handreiking.soorten.moment import DagOfMaand, Moment
from handreiking.soorten.record import Record, fout
from handreiking.soorten.soort import Recordsoort
from handreiking.soorten.veld import IN_EEN_LIJST, Datum, Getal, HttpReden, Id, OnderwerpId, Url, Zin

MEESTE_MAANDEN = 60


def _months(value: int) -> int:
    if not 1 <= value <= MEESTE_MAANDEN:
        raise fout(f"hier hoort een aantal maanden van 1 tot en met {MEESTE_MAANDEN}, niet {value}")
    return value


def _since(value: date, info: ValidationInfo) -> date:
    op = info.data.get("op")
    if isinstance(op, Moment) and value < op.begin:
        raise fout(f"{value.isoformat()} ligt voor 'op' ({op.isoformat()}); vul de dag in waarop u dit nakeek")
    return value


Houdbaar = Annotated[
    Getal,
    AfterValidator(_months),
    WithJsonSchema({"type": "integer", "minimum": 1, "maximum": MEESTE_MAANDEN}),
]


class Bewering(Record):
    """Iets dat op een moment zo was en sindsdien veranderd kan zijn, zoals de stand van een wet."""

    id: Id
    """De korte naam; het vaste adres van de bewering op de onderwerpen en op de pagina over de handreiking."""
    onderwerpen: Annotated[tuple[OnderwerpId, ...], *IN_EEN_LIJST]
    """De onderwerpen waar de bewering op staat, als map/naam."""
    titel: Zin
    """Waar het over gaat, zoals de naam van een wet."""
    stand: Zin
    """Wat er toen gold, in één of enkele zinnen."""
    op: DagOfMaand
    """De dag (2026-11-21) of de maand (2026-11) waarop dat zo was; weet u minder precies, dan de vroegste maand."""
    op_in_woorden: Zin | None = None
    """Dezelfde datum zoals de bron die geeft, als die geen dag of maand noemt: 'begin 2026'."""
    bron: BronVerwijzing
    """Waar dat staat (id uit bronnen.yaml)."""
    eerder: Zin | None = None
    """Wat een oudere bron zei, als lezers dat nog kunnen tegenkomen."""
    nagaan: Zin
    """Waar de lezer ziet wat er nu geldt, in één zin."""
    instrument: InstrumentVerwijzing | None = None
    """Het instrument waarmee dat kan (id uit tools.yaml)."""
    http_reden: HttpReden | None = None
    """Waarom het adres met http:// begint."""
    url: Url | None = None
    """Het webadres waar dat kan, als daar geen instrument voor is, of de plek zelf op de site daarvan."""
    houdbaar: Houdbaar
    """Na hoeveel maanden iemand moet nagaan of dit nog zo is."""
    beoordeeld: Annotated[Datum, AfterValidator(_since)]
    """De dag waarop de redactie de bewering voor het laatst naast de bron legde."""

    @property
    def houdbaar_tot(self) -> date:
        """The last day on which it is not yet old."""
        return add_months(self.op.begin, self.houdbaar)

    def verouderd(self, dag: date) -> bool:
        """Say whether it is old on a day: what holds then has to be looked up."""
        return self.houdbaar_tot < dag


def render_wanneer(bewering: Bewering) -> str:
    """Return when a claim was so: `17 december 2024`, `december 2024`, or the words of its source."""
    op = bewering.op
    return bewering.op_in_woorden or (render_datum(op.begin) if op.op_de_dag else render_maand(op.begin))


BEWERING = Recordsoort("bewering", "beweringen", "beweringen.yaml", Bewering, geteld=True)
