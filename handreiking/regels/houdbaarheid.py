"""How long ago definitions and topics were looked over, in whole calendar months."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from handreiking.basis.klok import add_months
from handreiking.basis.problem import Found
from handreiking.basis.weergave import render_datum
from handreiking.lezen.gelezen import Gelezen
from handreiking.lezen.vastlegging import BESTAND, OPDRACHT, sha256_of
from handreiking.soorten.definitie import Definitie
from handreiking.soorten.kop import OnderwerpKop

BIJNA = 12
VERLOPEN = 18


def check_bijna_verlopen(gelezen: Gelezen) -> Found:
    """A definition was looked over in the past twelve months; this asks for a look, and fails nothing.

    Wrong: `beoordeeld: 2025-03-01` on 2 March 2026.  Right: the same on 1 March 2026.
    """
    for path, line, what, day in _definities(gelezen):
        if add_months(day, BIJNA) < gelezen.vandaag <= add_months(day, VERLOPEN):
            yield path, line, _sentence(what, day, BIJNA)


def check_verlopen(gelezen: Gelezen) -> Found:
    """A definition and a topic were looked over in the past eighteen months.

    Wrong: `beoordeeld: 2024-09-01` on 2 March 2026.  Right: the same on 1 March 2026.
    """
    for path, line, what, day in (*_definities(gelezen), *_onderwerpen(gelezen)):
        if add_months(day, VERLOPEN) < gelezen.vandaag:
            yield path, line, _sentence(what, day, VERLOPEN)


def check_vastgelegd(gelezen: Gelezen) -> Found:
    """The text of a definition is the one that was reviewed.

    Wrong: another word in `tekst`, and no new review.  Right: `handreiking definities vastleggen` after the review.
    """
    path, vastgelegd = gelezen.path(Definitie), gelezen.vastgelegd
    if vastgelegd is None:
        return
    for definitie, line in gelezen.van(Definitie):
        known = vastgelegd.get(definitie.id)
        if known is None:
            yield path, line, f"'{definitie.begrip}' is nog niet vastgelegd; kijk de tekst na en doe: {OPDRACHT}"
        elif known.sha256 != sha256_of(definitie):
            since = f"de laatste beoordeling (vastgelegd op {render_datum(known.datum)})"
            mend = f"kijk de tekst na en leg die opnieuw vast met: {OPDRACHT}"
            yield path, line, f"de tekst van '{definitie.begrip}' is veranderd sinds {since}; {mend}"
    ids = {definitie.id for definitie, _ in gelezen.van(Definitie)}
    for name in sorted(set(vastgelegd) - ids):
        yield f"{gelezen.data}/{BESTAND}", 1, f"'{name}' is geen definitie (meer); ruim het op met: {OPDRACHT}"


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
