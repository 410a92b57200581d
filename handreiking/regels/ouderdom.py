"""What has grown old: claims, contact points, instruments nobody has opened, and where to report a weak spot."""

from __future__ import annotations

from collections.abc import Sequence

from handreiking.basis.klok import add_months
from handreiking.basis.problem import Found
from handreiking.basis.weergave import render_datum
from handreiking.lezen.gelezen import Gelezen
from handreiking.soorten.beveiliging import BIJNA, LANGST
from handreiking.soorten.bewering import Bewering, render_wanneer
from handreiking.soorten.contactpunt import Contactpunt
from handreiking.soorten.instrument import Instrument
from handreiking.soorten.moment import render_stand
from handreiking.soorten.titelblad import Titelblad

GEOPEND = 18
"""Months after which somebody should open an instrument again."""
NIEUW = 3
"""Months in which somebody should open an instrument that was added."""
_NAMED = 5
_MEND = "kijk of 'melden' nog klopt en kies een dag binnen een jaar"


def check_verouderd(gelezen: Gelezen) -> Found:
    """A claim is no older than it keeps; this asks for a look, and fails nothing.

    Wrong: `op: 2024-12` with `houdbaar: 6` on 2 June 2025.  Right: the same on 1 June 2025.
    """
    for bewering, line in gelezen.van(Bewering):
        if bewering.verouderd(gelezen.vandaag):
            age = f"is meer dan {_months(bewering.houdbaar)} oud"
            mend = "zoek op wat er nu geldt en pas 'stand', 'op' en 'bron' aan"
            yield (
                f"{gelezen.data}/beweringen.yaml",
                line,
                f"'{bewering.titel}': de stand van {render_wanneer(bewering)} {age}; {mend}",
            )


def check_contact_verouderd(gelezen: Gelezen) -> Found:
    """Where to call or write is no older than it keeps; this asks for a look, and fails nothing.

    Wrong: `stand: 2024-12` with `houdbaar: 6` on 2 June 2025.  Right: the same on 1 June 2025.
    """
    for contactpunt, line in gelezen.van(Contactpunt):
        if contactpunt.verouderd(gelezen.vandaag):
            age = f"zijn meer dan {_months(contactpunt.houdbaar)} oud"
            mend = "vraag na of ze nog kloppen en pas 'stand', 'bron' en 'beoordeeld' aan"
            yield (
                f"{gelezen.data}/contactpunten.yaml",
                line,
                f"'{contactpunt.naam}': de gegevens van {render_stand(contactpunt)} {age}; {mend}",
            )


def check_lang_geleden_geopend(gelezen: Gelezen) -> Found:
    """Somebody opened each instrument in the past eighteen months; those of longer ago are told together.

    Wrong: `nagekeken: 2024-09-01` on 2 March 2026.  Right: the same on 1 March 2026.
    """
    old = [
        (instrument.id, line)
        for instrument, line in gelezen.van(Instrument)
        if instrument.nagekeken and add_months(instrument.nagekeken, GEOPEND) < gelezen.vandaag
    ]
    yield from _together(gelezen, old, f"meer dan {GEOPEND} maanden geleden voor het laatst geopend")


def check_nooit_geopend(gelezen: Gelezen) -> Found:
    """Somebody opened each instrument within three months after it was added; the others are told together.

    Wrong: `toegevoegd: 2025-03-01` without `nagekeken` on 2 June 2025.  Right: the same with `nagekeken: 2025-04-15`.
    """
    new = [
        (instrument.id, line)
        for instrument, line in gelezen.van(Instrument)
        if not instrument.nagekeken and add_months(instrument.toegevoegd, NIEUW) < gelezen.vandaag
    ]
    yield from _together(gelezen, new, f"meer dan {NIEUW} maanden geleden toegevoegd en nog door niemand geopend")


def check_meldpunt(gelezen: Gelezen) -> Found:
    """Where to report a weak spot holds for another month, and no longer than a year; this fails nothing.

    Wrong: `verloopt: 2026-03-01` on 1 February 2026.  Right: `verloopt: 2026-11-01` on that day.
    """
    beveiliging = gelezen.titelblad.beveiliging if gelezen.titelblad else None
    if beveiliging is None:
        return
    left = beveiliging.dagen_over(gelezen.vandaag)
    if 0 < left <= BIJNA:
        days = "dag" if left == 1 else "dagen"
        told = f"over {left} {days} geldt security.txt niet meer; {_MEND}"
    elif left > LANGST:
        told = "security.txt hoort hooguit een jaar te gelden; kies een eerdere dag"
    else:
        return
    yield gelezen.path(Titelblad), gelezen.lijst(Titelblad).regel(("beveiliging", "verloopt")), told


def check_meldpunt_verlopen(gelezen: Gelezen) -> Found:
    """Where to report a weak spot has not expired: who finds one may take an expired file for a forgotten site.

    Wrong: `verloopt: 2026-03-01` on 1 March 2026.  Right: the same on 28 February 2026.
    """
    beveiliging = gelezen.titelblad.beveiliging if gelezen.titelblad else None
    if beveiliging and beveiliging.dagen_over(gelezen.vandaag) <= 0:
        told = f"security.txt geldt sinds {render_datum(beveiliging.verloopt)} niet meer; {_MEND}"
        yield gelezen.path(Titelblad), gelezen.lijst(Titelblad).regel(("beveiliging", "verloopt")), told


def _together(gelezen: Gelezen, found: Sequence[tuple[str, int]], what: str) -> Found:
    """Tell of instruments at the line of the first, naming a few: forty lines would hide all others."""
    if not found:
        return
    named = ", ".join(name for name, _ in found[:_NAMED])
    more = f" en {len(found) - _NAMED} andere" if len(found) > _NAMED else ""
    subject = f"{len(found)} instrumenten zijn" if len(found) > 1 else "1 instrument is"
    mend = "open het adres, kijk of de gegevens kloppen en zet de dag bij 'nagekeken'"
    yield f"{gelezen.data}/tools.yaml", found[0][1], f"{subject} {what}: {named}{more}; {mend}"


def _months(count: int) -> str:
    return "1 maand" if count == 1 else f"{count} maanden"
