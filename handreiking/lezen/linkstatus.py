"""What readers see of the link check: when an address last worked, and since when it cannot be reached."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from handreiking.links.drempels import Drempels
from handreiking.links.geheugen import load_geheugen, niet_bereikbaar_sinds

BESTAND = "linkstatus.json"


@dataclass(frozen=True)
class Linkstatus:
    """What is known of one address; both are None where it was looked at and never seen to work."""

    laatst_werkend: date | None = None
    niet_bereikbaar_sinds: date | None = None


def load_linkstatus(
    data: Path, urls: Mapping[str, str | None], *, soort: str = "instrument"
) -> Mapping[str, Linkstatus]:
    """Return the status of the records of a kind by id, from the memory of the weekly run in the data folder.

    One that no run has looked at is not there.

    `urls` are their addresses now: what is remembered of another address no longer counts.

    A memory that is missing or broken costs history, never a build. It is held against the day of its own last
    run, so that a build of the same files gives the same pages on any day.
    """
    geheugen, _ = load_geheugen(data / BESTAND)
    prefix = f"{soort}/"
    remembered = ((key.removeprefix(prefix), s) for key, s in geheugen.items() if key.startswith(prefix))
    return {
        name: Linkstatus(status.laatst_werkend, niet_bereikbaar_sinds(status, status.gezien, Drempels()))
        for name, status in remembered
        if urls.get(name) == status.url
    }
