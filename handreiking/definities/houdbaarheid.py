"""How long ago definitions and topics were looked over, in whole calendar months."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from handreiking.gegevens import Definitie
from handreiking.gelezen import Gelezen
from handreiking.inhoud import OnderwerpKop
from handreiking.klok import add_months
from handreiking.problem import Found
from handreiking.weergave import render_datum

BIJNA = 12
VERLOPEN = 18


def check_bijna_verlopen(gelezen: Gelezen, vandaag: date) -> Found:
    """A definition was looked over in the past twelve months; this asks for a look, and fails nothing.

    Wrong: `beoordeeld: 2025-03-01` on 2 March 2026.  Right: the same on 1 March 2026.
    """
    for path, line, what, day in _definities(gelezen):
        if add_months(day, BIJNA) < vandaag <= add_months(day, VERLOPEN):
            yield path, line, _sentence(what, day, BIJNA)


def check_verlopen(gelezen: Gelezen, vandaag: date) -> Found:
    """A definition and a topic were looked over in the past eighteen months.

    Wrong: `beoordeeld: 2024-09-01` on 2 March 2026.  Right: the same on 1 March 2026.
    """
    for path, line, what, day in (*_definities(gelezen), *_onderwerpen(gelezen)):
        if add_months(day, VERLOPEN) < vandaag:
            yield path, line, _sentence(what, day, VERLOPEN)


def _sentence(what: str, day: date, months: int) -> str:
    return (
        f"{what} is voor het laatst beoordeeld op {render_datum(day)}, meer dan {months} maanden geleden; "
        "kijk de tekst na en zet dan de datum van vandaag bij 'beoordeeld'"
    )


def _definities(gelezen: Gelezen) -> Iterator[tuple[str, int, str, date]]:
    for definitie, line in gelezen.van(Definitie):
        yield f"{gelezen.data}/definities.yaml", line, f"'{definitie.begrip}'", definitie.beoordeeld


def _onderwerpen(gelezen: Gelezen) -> Iterator[tuple[str, int, str, date]]:
    for pagina in gelezen.paginas:
        if isinstance(pagina.kop, OnderwerpKop):
            path = f"{gelezen.content}/{pagina.pad}"
            yield path, pagina.document.regel(("beoordeeld",)), "dit onderwerp", pagina.kop.beoordeeld
