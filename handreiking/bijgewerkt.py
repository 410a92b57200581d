"""When what stands on a page last changed or was looked over: by the content's own dates, never the clock's."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from handreiking.gegevens import Definitie
from handreiking.handreiking import Handreiking, Onderwerp, Pagina, Thema
from handreiking.instrumenten import Instrument


def bijgewerkt(handreiking: Handreiking, pagina: Pagina) -> date:
    """Give the latest date of what stands on a page: its text and its records; where it has none, of the whole."""
    dates = [*_dates(handreiking, pagina)]
    return max(dates) if dates else handreiking.stand


def _dates(handreiking: Handreiking, pagina: Pagina) -> Iterator[date]:
    yield from [pagina.bijgewerkt] if pagina.bijgewerkt else []
    yield from (contactpunt.beoordeeld for contactpunt in handreiking.contactpunten_op(pagina))
    if isinstance(pagina, Onderwerp):
        yield from (bewering.beoordeeld for bewering in handreiking.beweringen_bij(pagina.id))
        for plaatsing in handreiking.plaatsingen(pagina.id):
            yield from _of_record(plaatsing.instrument)
    elif isinstance(pagina, Thema):
        for onderwerp in pagina.onderwerpen:
            yield from _dates(handreiking, onderwerp)
    elif pagina.soort == "instrumenten":
        for instrument in handreiking.instrumenten:
            yield from _of_record(instrument)
    elif pagina.soort == "definities":
        for definitie in handreiking.definities:
            yield from _of_record(definitie)


def _of_record(record: Instrument | Definitie) -> Iterator[date]:
    looked_over = record.nagekeken if isinstance(record, Instrument) else record.beoordeeld
    yield from (day for day in (record.toegevoegd, looked_over) if day)
    yield from (aanpassing.op for aanpassing in record.gewijzigd)
