"""What is remembered of each address from run to run: when it last worked, since when it fails.

One run proves little: servers have bad days. The file is history only; without it everything still works.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from handreiking.basis.wegschrijven import write_whole
from handreiking.links.doel import Afdruk, Doel, Oordeel, Uitslag
from handreiking.links.drempels import Drempels

if TYPE_CHECKING:  # a build reads the memory, and need not import what opens addresses
    from handreiking.links.controle import Verslag

VERSIE = 1
_WORKS = {Oordeel.WERKT, Oordeel.VERHUISD}
_DATES = ("gezien", "laatst_werkend", "eerste_fout", "anders_sinds")
_FAILS = {Oordeel.KAPOT, Oordeel.ONZEKER}


@dataclass(frozen=True)
class Status:
    """What is known of one address.

    `gezien` is the day of the last run that looked at it. `eerste_fout` is the day from which it has failed (kapot or
    onzeker) without a break, `runs` the number of runs since then, `kapot_runs` how many of the latest said kapot;
    two runs on one day count as one. `voorgesteld_archief` is a kept copy that an editor may accept. `titel` and
    `woorden` are what the page is known by, and `anders_sinds` the day from which another page stands there.
    """

    url: str
    oordeel: Oordeel
    gezien: date
    laatst_werkend: date | None = None
    eerste_fout: date | None = None
    runs: int = 0
    kapot_runs: int = 0
    voorgesteld_archief: str | None = None
    titel: str | None = None
    woorden: tuple[str, ...] = ()
    anders_sinds: date | None = None

    @property
    def afdruk(self) -> Afdruk | None:
        """What the page is known by; None where it is not."""
        return None if self.titel is None else Afdruk(self.titel, self.woorden)


Geheugen: TypeAlias = Mapping[str, Status]
"""A Status by the `sleutel` of its Doel."""


def load_geheugen(path: Path) -> tuple[Geheugen, str | None]:
    """Read the file; what can not be read costs history and is said in Dutch, never an error."""
    try:
        whole = json.loads(path.read_bytes())
    except FileNotFoundError:
        return {}, f"{path.name} is er nog niet; de geschiedenis van de adressen begint nu"
    except (OSError, ValueError, RecursionError):
        return {}, f"{path.name} is niet te lezen; de geschiedenis van de adressen begint opnieuw"
    if not isinstance(whole, dict) or whole.get("versie") != VERSIE or not isinstance(whole.get("adressen"), dict):
        return {}, f"{path.name} heeft een andere vorm dan verwacht; de geschiedenis van de adressen begint opnieuw"
    read = {sleutel: _parse_status(value) for sleutel, value in whole["adressen"].items()}
    known = {sleutel: status for sleutel, status in read.items() if status is not None}
    lost = len(read) - len(known)
    return known, f"{path.name}: {lost} van de {len(read)} adressen zijn niet te lezen" if lost else None


def find_status(geheugen: Geheugen, doel: Doel, doelen: Collection[Doel] = ()) -> Status | None:
    """Return what is remembered of an address, also where its record was given another name; None where nothing is.

    `doelen` are all there are now: a name that one of them has was not given up.
    """
    known = geheugen.get(doel.sleutel)
    if known is not None:
        return known if known.url == doel.url else None
    kept = {one.sleutel for one in doelen}
    same = (s for key, s in geheugen.items() if s.url == doel.url and key not in kept and _kind(key) == doel.soort)
    return next(same, None)


def find_vorige(geheugen: Geheugen, doelen: Collection[Doel]) -> dict[Doel, Afdruk]:
    """Return what each page is known by."""
    known = ((doel, find_status(geheugen, doel, doelen)) for doel in doelen)
    return {doel: s.afdruk for doel, s in known if s is not None and s.afdruk is not None}


def update_geheugen(previous: Geheugen, verslag: Verslag, today: date, drempels: Drempels) -> Geheugen:
    """Return the memory after a run over all the data: brought up to date, without what is no longer in the data.

    An address that was not really looked at (no time, no network) keeps what was known of it.
    """
    updated, doelen = {}, [uitslag.doel for uitslag in verslag.uitslagen]
    for uitslag in verslag.uitslagen:
        sleutel = uitslag.doel.sleutel
        known = find_status(previous, uitslag.doel, doelen)
        if uitslag.bekeken:
            updated[sleutel] = _next(known, uitslag, today, drempels)
        elif known is not None:
            updated[sleutel] = known
    return updated


def render_geheugen(geheugen: Geheugen) -> str:
    """Return the text of the file: sorted, so that a run shows only what changed."""
    adressen = {
        sleutel: {name: value for name, value in asdict(status).items() if value not in (None, 0, ())}
        for sleutel, status in geheugen.items()
    }
    whole = {"versie": VERSIE, "adressen": adressen}
    return json.dumps(whole, ensure_ascii=False, indent=2, sort_keys=True, default=date.isoformat) + "\n"


def write_geheugen(path: Path, geheugen: Geheugen) -> None:
    """Write the file whole or not at all; raises OSError, with the previous one in place."""
    write_whole(path, render_geheugen(geheugen))


def niet_bereikbaar_sinds(status: Status, today: date, drempels: Drempels) -> date | None:
    """Return the day from which an address has failed, once that is to be believed; None until then."""
    if status.eerste_fout is None:
        return None
    gone = status.kapot_runs >= drempels.kapot_runs
    away = status.runs >= drempels.onzeker_runs and (today - status.eerste_fout).days >= drempels.onzeker_dagen
    return status.eerste_fout if gone or away else None


def vraagt_blik(oordeel: Oordeel, nagekeken: date | None, today: date, drempels: Drempels) -> bool:
    """Say whether a person should open an address: it refuses programs, and nobody has lately (`nagekeken`)."""
    lately = nagekeken is not None and (today - nagekeken).days <= drempels.blik_dagen
    return oordeel is Oordeel.GEBLOKKEERD and not lately


def _kind(sleutel: str) -> str:
    return sleutel.partition("/")[0]


def _next(known: Status | None, uitslag: Uitslag, today: date, drempels: Drempels) -> Status:
    before = known or Status(uitslag.doel.url, uitslag.oordeel, today)
    now = replace(_known_by(before, uitslag, today, drempels), oordeel=uitslag.oordeel, gezien=today)
    if uitslag.oordeel not in _FAILS:
        worked = today if uitslag.oordeel in _WORKS else before.laatst_werkend
        return replace(now, laatst_werkend=worked, eerste_fout=None, runs=0, kapot_runs=0)
    # A second run on one day is the same bad day, so it counts only where it finds something new.
    again = known is not None and known.gezien == today
    kapot = uitslag.oordeel is Oordeel.KAPOT
    return replace(
        now,
        eerste_fout=before.eerste_fout or today,
        runs=before.runs if again and before.runs else before.runs + 1,
        kapot_runs=(before.kapot_runs if again and before.kapot_runs else before.kapot_runs + 1) if kapot else 0,
    )


def _known_by(before: Status, uitslag: Uitslag, today: date, drempels: Drempels) -> Status:
    """Return what is known, with what the page is known by from now on.

    A page that moved stays known as it was before; another one that came in its place is told of for a while first.
    """
    if uitslag.afdruk is None or uitslag.oordeel is Oordeel.VERHUISD:
        return before
    since = before.anders_sinds or today
    if uitslag.oordeel is Oordeel.VERDACHT and (today - since).days < drempels.anders_dagen:
        return replace(before, anders_sinds=since)
    return replace(before, titel=uitslag.afdruk.titel, woorden=uitslag.afdruk.woorden, anders_sinds=None)


def _parse_status(value: Any) -> Status | None:
    """Read what is remembered of one address; None where it is not of the expected form."""
    try:
        status = Status(
            **{
                **value,
                "oordeel": Oordeel(value["oordeel"]),
                "woorden": tuple(value.get("woorden", ())),
                **{name: date.fromisoformat(value[name]) for name in _DATES if value.get(name) is not None},
            }
        )
    except (TypeError, ValueError, KeyError, AttributeError):
        return None
    texts = (status.url, *status.woorden, status.voorgesteld_archief or "", status.titel or "")
    counts = (status.runs, status.kapot_runs)
    whole = all(isinstance(text, str) for text in texts) and all(type(count) is int for count in counts)
    return status if whole and isinstance(status.gezien, date) else None
