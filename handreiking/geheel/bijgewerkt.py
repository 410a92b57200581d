"""When what stands on a page last changed or was looked over: by the content's own dates, never the clock's."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from handreiking.geheel.handreiking import Handreiking
from handreiking.geheel.pagina import Onderwerp, Pagina, Thema
from handreiking.soorten.alle import ALLE
from handreiking.soorten.record import Veldsoort
from handreiking.soorten.velden import waarden


def bijgewerkt(handreiking: Handreiking, pagina: Pagina) -> date:
    """Return the latest date of what stands on a page: its text and its records; where it has none, of the whole."""
    return max(_dates(handreiking, pagina), default=handreiking.stand)


def _dates(handreiking: Handreiking, pagina: Pagina) -> Iterator[date]:
    yield from [pagina.bijgewerkt] if pagina.bijgewerkt else []
    for onderwerp in pagina.onderwerpen if isinstance(pagina, Thema) else ():
        yield from _dates(handreiking, onderwerp)
    for soort in ALLE:
        if soort.pagina or isinstance(pagina, Onderwerp):
            for record in handreiking.op(soort, pagina):
                yield from (day for _, day in waarden(record, Veldsoort.DAG))
