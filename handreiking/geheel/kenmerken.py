"""What stands in small beside an instrument, in the order that its kind declares, whichever maker writes it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from handreiking.geheel.handreiking import Handreiking
from handreiking.soorten.instrument import INSTRUMENT, Instrument


@dataclass(frozen=True)
class Kenmerk:
    """Its words and the day behind them, the class that styles know it by, its icon, and whether it stands out."""

    woorden: str
    dag: date | None = None
    klasse: str = ""
    icoon: str = ""
    nadruk: bool = False


def kenmerken(handreiking: Handreiking, instrument: Instrument, *, bereikbaar: bool | None = None) -> list[Kenmerk]:
    """Return what stands beside an instrument: words first, then what was looked at on a day.

    `bereikbaar`: whether its address can be reached; None leaves that to what the handreiking knows of it.
    """
    status = handreiking.status(instrument.id)
    reached = status.niet_bereikbaar_sinds is None if bereikbaar is None else bereikbaar
    worked = [Kenmerk("link werkte op", status.laatst_werkend)] if reached and status.laatst_werkend else []
    declared = [*_declared(instrument)]
    return [*(k for k in declared if not k.dag), *worked, *(k for k in declared if k.dag)]


def gezocht(instrument: Instrument) -> str:
    """Return the words beside an instrument by which search finds it."""
    return " ".join(k.woorden for k in _declared(instrument, alleen_gezocht=True))


def _declared(instrument: Instrument, *, alleen_gezocht: bool = False) -> Iterator[Kenmerk]:
    for rij in INSTRUMENT.kenmerken:
        value = attrgetter(rij.veld)(instrument)
        if value is None or (alleen_gezocht and not rij.gezocht):
            continue
        day = value if isinstance(value, date) else None
        yield Kenmerk(
            woorden=" ".join(filter(None, [rij.label, "" if day else str(value)])),
            dag=day,
            klasse=rij.klasse,
            icoon=rij.icoon if "/" in rij.icoon or not rij.icoon else getattr(instrument, rij.icoon),
            nadruk=bool(rij.nadruk and getattr(instrument, rij.nadruk)),
        )
