"""What readers see of the link check: when an address last worked, and since when it cannot be reached."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from handreiking.links.doel import Doel
from handreiking.links.drempels import Drempels
from handreiking.links.geheugen import find_status, load_geheugen, niet_bereikbaar_sinds

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

    `urls` are their addresses now: what is remembered of another address no longer counts; of another name it does.

    A memory that is missing or broken costs history, never a build. It is held against the day of its own last
    run, so that a build of the same files gives the same pages on any day.
    """
    geheugen, _ = load_geheugen(data / BESTAND)
    doelen = {name: Doel(soort, name, url, "", 0) for name, url in urls.items() if url is not None}
    known = {name: find_status(geheugen, doel, doelen.values()) for name, doel in doelen.items()}
    return {
        name: Linkstatus(status.laatst_werkend, niet_bereikbaar_sinds(status, status.gezien, Drempels()))
        for name, status in known.items()
        if status is not None
    }
